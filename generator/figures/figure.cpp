#include "figures/figure.h"

#include <algorithm>
#include <set>

#include "figures/additions.h"
#include "figures/cells.h"
#include "figures/chart_data.h"
#include "figures/data_table.h"
#include "figures/describe.h"
#include "figures/origins.h"
#include "figures/plain_text.h"

namespace regioscope::figures {

namespace {

/// By the names that the reader sees, as the language sorts; countries behind.
Gathered sorted_by_name(const Gathered& gathered, const Presenter& presenter) {
    const std::vector<Subject>& rows = gathered.grid.rows;
    std::vector<std::string> keys;
    std::vector<std::size_t> order;
    for (const Subject& row : rows) {
        keys.push_back((row.is_benchmark ? "1" : "0") +
                       presenter.locale().sort_key(label_of(row, presenter)));
        order.push_back(order.size());
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return in_order(gathered, order);
}

class Maker {
  public:
    Maker(const Declaration& declared, const Gathered& gathered, const Voice& voice)
        : declared_(declared), gathered_(gathered), voice_(voice), notes_(voice.presenter, voice.text) {}

    Figure make(const std::string& id, const Ground& ground) {
        Figure figure;
        figure.id = id;
        figure.title = title();
        figure.plain_title = plain_text(figure.title);
        figure.subtitle = declared_.subtitle.empty() ? escape::SafeHtml::from_text(default_subtitle())
                                                     : voice_.text(declared_.subtitle);
        figure.plain_subtitle = plain_text(figure.subtitle);
        ChartData data(gathered_, voice_, ground, notes_);
        if (!gathered_.is_empty() && !kind().is_table()) figure.chart = kind().chart(data);
        figure.table = table(id + "-data");
        link_origins(figure.table, presenter(), voice_.to);
        figure.description = describe(declared_, gathered_, voice_.presenter);
        if (!declared_.description.empty()) figure.own_description = voice_.text(declared_.description);
        add_own_notes(figure);
        add_copyright(figure, ground.boundaries);
        add_annotations(figure);
        if (figure.sources.empty()) figure.sources = sources();
        figure.licences = licences();
        figure.language = presenter().language();
        return figure;
    }

    escape::SafeHtml title() const {
        return declared_.title.empty() ? escape::SafeHtml::from_text(default_title())
                                       : voice_.text(declared_.title);
    }

  private:
    const Presenter& presenter() const { return voice_.presenter; }
    const data::Dataset& dataset() const { return presenter().dataset(); }
    const Kind& kind() const { return *gathered_.kind; }

    std::string default_title() const {
        if (declared_.composition)
            return presenter().plain(dataset().compositions[*declared_.composition].name);
        if (declared_.facts == Declaration::Facts::employer_seats)
            return presenter().message("figure.employer-seats");
        if (declared_.facts == Declaration::Facts::partnerships)
            return presenter().message("profile.partnerships");
        if (!kind().title.empty()) return presenter().message(kind().title);
        constexpr std::size_t most_named = 3;
        if (gathered_.indicators.size() > most_named) return presenter().message("table.key-figures");
        std::vector<std::string> names;
        for (const data::IndicatorIndex indicator : gathered_.indicators)
            names.push_back(presenter().name(indicator));
        return presenter().locale().list(names);
    }

    /// Measure (unless it is the title), unit, period, regions: as far as one word holds for all.
    std::string default_subtitle() const {
        std::vector<std::string> words;
        const auto add = [&](std::string word) {
            if (!word.empty()) words.push_back(std::move(word));
        };
        if (!kind().is_of_facts()) {
            if (!declared_.title.empty()) add(measure());
            add(unit());
            add(period());
        }
        if (declared_.region_set) add(presenter().plain(dataset().region_sets[*declared_.region_set].name));
        std::string text;
        for (const std::string& word : words)
            text += (text.empty() ? "" : ", ") + word;
        return presenter().locale().capitalized(text);
    }

    std::string measure() const {
        if (declared_.facts == Declaration::Facts::employer_seats)
            return presenter().message("figure.employer-seats");
        if (declared_.composition)
            return presenter().plain(dataset().compositions[*declared_.composition].name);
        return gathered_.indicators.size() == 1 ? presenter().name(gathered_.indicators.front())
                                                : std::string();
    }

    std::string unit() const {
        const Grid& grid = gathered_.grid;
        if (grid.drawn == Drawn::share) return presenter().message("figure.share-of-whole");
        if (grid.drawn == Drawn::index)
            return presenter().message("figure.indexed",
                                       {{"base", label_of(grid.columns.front(), presenter())}});
        if (gathered_.indicators.empty()) return {};
        const data::UnitIndex first = dataset()[gathered_.indicators.front()].unit;
        for (const data::IndicatorIndex indicator : gathered_.indicators) {
            if (dataset()[indicator].unit != first) return {};
        }
        std::string unit = presenter().unit(gathered_.indicators.front());
        if (grid.drawn == Drawn::difference && grid.centre)
            unit = presenter().message(
                "figure.difference-from",
                {{"region", presenter().names(*grid.rows[*grid.centre].region).the}, {"unit", unit}});
        return unit;
    }

    std::string period() const {
        const Grid& grid = gathered_.grid;
        if (grid.references.empty()) return {};
        if (grid.columns.front().period) {
            const std::string first = label_of(grid.columns.front(), presenter());
            const std::string last = label_of(grid.columns.back(), presenter());
            if (first == last) return first;
            return presenter().message("figure.from-to", {{"first", first}, {"last", last}});
        }
        for (const auto& reference : grid.references) {
            if (!reference || reference != grid.references.front()) return {};
        }
        return presenter().period(*grid.references.front());
    }

    /// Tables with rules of their own (best and worst, ranks) are made by those who know them, unless the
    /// declaration asks for a certain period.
    Table table(const std::string& id) {
        if (declared_.periods.empty() && kind().table != nullptr) return kind().table(id, gathered_, voice_);
        return data_table(id, gathered_, voice_, notes_);
    }

    void add_own_notes(Figure& figure) {
        const bool has_own = !figure.table.notes.empty() || !figure.table.sources.empty();
        figure.notes = has_own ? std::move(figure.table.notes) : notes_.notes();
        if (has_own) figure.sources = std::move(figure.table.sources);
        figure.table.notes.clear();
        figure.table.sources.clear();
        figure.table.caption = figure.plain_title;
        figure.table.subtitle.clear();
        figure.table.caption_hidden = true;
        if (!gathered_.grid.rest.empty()) {
            std::vector<std::string> names;
            for (const data::IndicatorIndex part : gathered_.grid.rest)
                names.push_back(presenter().short_name(part));
            figure.notes.push_back({{},
                                    escape::SafeHtml::from_text(presenter().message(
                                        "figure.rest", {{"parts", presenter().locale().list(names)}}))});
        }
        for (const Level& level : gathered_.levels) {
            if (level.target == nullptr)
                figure.notes.push_back(
                    {{},
                     escape::SafeHtml::from_text(presenter().message(
                         "figure.mean-note", {{"count", Decimal(static_cast<int>(level.averaged))}}))});
        }
        if (const std::string names = without_index(); !names.empty())
            figure.notes.push_back(
                {{},
                 escape::SafeHtml::from_text(presenter().message("figure.no-index", {{"names", names}}))});
        if (is_rounded())
            figure.notes.push_back({{}, escape::SafeHtml::from_text(presenter().message("figure.rounded"))});
        if (has_open_marks())
            figure.notes.push_back({{}, escape::SafeHtml::from_text(presenter().message("figure.estimate"))});
        if (!declared_.note.empty()) figure.notes.push_back({{}, voice_.text(declared_.note)});
    }

    /// The lines that the makers of the boundaries ask for, each once.
    void add_copyright(Figure& figure, const Boundaries& boundaries) {
        if (!kind().is_map) return;
        std::set<std::size_t> sets;
        for (const data::AreaIndex area : areas_on_map(gathered_, dataset())) {
            if (const AreaShape* const shape = boundaries.of(area)) sets.insert(shape->set);
        }
        for (const std::size_t set : sets) {
            const BoundarySet& one = boundaries.sets[set];
            figure.notes.push_back(
                {{},
                 escape::SafeHtml::from_text(presenter().message(
                     "map.boundaries", {{"scheme", one.scheme},
                                        {"version", one.version},
                                        {"copyright", presenter().plain(one.copyright)}}))});
        }
    }

    /// Are there rows of which all parts are known, and together are not the whole that is shown?
    bool is_rounded() const {
        const Grid& grid = gathered_.grid;
        if (!declared_.composition) return false;
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            if (!grid.rows[row].whole) continue;
            Decimal sum;
            bool is_complete = true;
            for (std::size_t column = 0; column < grid.columns.size(); ++column) {
                const auto part = compared_value(grid, row, column, presenter());
                is_complete = is_complete && part && part->kind == data::Value::Kind::point;
                if (part) sum += part->middle();
            }
            if (is_complete && !(sum == *grid.rows[row].whole)) return true;
        }
        return false;
    }

    void add_annotations(Figure& figure) {
        for (std::size_t i = 0; i < gathered_.annotations.size(); ++i) {
            const Annotated& annotated = gathered_.annotations[i];
            const std::string place = place_of(annotated, gathered_, presenter());
            figure.notes.push_back(
                {sign_of(i), escape::SafeHtml::from_text(place.empty() ? "" : place + ": ") +
                                 voice_.text(annotated.annotation->text)});
            figure.description.remarks.push_back(plain_text(figure.notes.back().text));
        }
    }

    /// Rows with figures that cannot be drawn from their first one.
    std::string without_index() const {
        const Grid& grid = gathered_.grid;
        std::vector<std::string> names;
        for (std::size_t row = 0; grid.drawn == Drawn::index && row < grid.rows.size(); ++row) {
            const auto lacks_index = [](const Datum& datum) { return datum.has_value() && !datum.drawn; };
            if (std::any_of(grid.cells[row].begin(), grid.cells[row].end(), lacks_index))
                names.push_back(label_of(grid.rows[row], presenter()));
        }
        return names.empty() ? std::string() : presenter().locale().list(names);
    }

    /// Is anything drawn tinted, open or hatched, so that the looks need a word?
    bool has_open_marks() const {
        if (kind().is_table() || kind().is_distribution || gathered_.shape == Shape::parts) return false;
        const Grid& grid = gathered_.grid;
        for (const std::vector<Datum>& row : grid.cells) {
            for (std::size_t column = 0; column < row.size(); ++column) {
                const analysis::Measurement* const m = row[column].measurement;
                if (m == nullptr || !m->value) continue;
                const analysis::Marks marks = analysis::marks_of(dataset(), *m, grid.references[column]);
                if (marks.off_area || marks.other_period || !marks.doubtful.empty()) return true;
            }
        }
        return false;
    }

    /// Everything that the figure rests on, in the order of appearance.
    std::vector<data::Citation> citations() const {
        std::vector<data::Citation> all;
        for (const analysis::Measurement* const measurement : gathered_.measurements()) {
            for (const data::ObservationIndex origin : measurement->origins)
                all.push_back(dataset()[dataset()[origin].citation]);
        }
        for (const std::vector<Datum>& row : gathered_.grid.cells) {
            for (const Datum& datum : row) {
                if (datum.citation) all.push_back(*datum.citation);
            }
        }
        for (const Event& event : gathered_.events)
            all.push_back(event.citation);
        for (const RungPlace& place : gathered_.rungs)
            all.push_back(place.place.citation);
        for (const GoalTarget& target : gathered_.targets)
            all.push_back(target.goal->newest().citation);
        for (const Level& level : gathered_.levels) {
            if (level.version != nullptr) all.push_back(level.version->citation);
        }
        return all;
    }

    std::vector<Link> sources() const {
        std::vector<Link> links;
        std::set<std::string> seen;
        for (const data::Citation& citation : citations()) {
            Link link = source_link(citation, presenter(), voice_.to);
            if (seen.insert(link.label).second) links.push_back(std::move(link));
        }
        return links;
    }

    /// The sources of figures that are shown as something that no source prints.
    std::set<data::SourceIndex> calculated_with() const {
        std::set<data::SourceIndex> all;
        for (const std::vector<Datum>& row : gathered_.grid.cells) {
            for (const Datum& datum : row) {
                if (datum.measurement == nullptr) continue;
                if (!datum.measurement->derived && gathered_.grid.drawn == Drawn::value) continue;
                for (const data::ObservationIndex origin : datum.measurement->origins)
                    all.insert(dataset()[dataset()[origin].citation].source);
            }
        }
        return all;
    }

    std::vector<std::string> licences() const {
        std::vector<std::string> words;
        const auto add = [&](std::string word) {
            if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end())
                words.push_back(std::move(word));
        };
        for (const data::Citation& citation : citations())
            add(presenter().licence(dataset()[citation.source].licence));
        for (const data::SourceIndex source : calculated_with())
            add(presenter().change_notice(source));
        return words;
    }

    const Declaration& declared_;
    const Gathered& gathered_;
    const Voice& voice_;
    NoteList notes_;
};

}  // namespace

std::string Figure::text_alternative() const {
    std::string words = own_description.empty() ? description.whole() : plain_text(own_description);
    if (!own_description.empty() && !description.picture.empty()) words = description.picture + " " + words;
    for (const std::string& remark : description.remarks)
        words += " " + remark;
    return words;
}

std::string title_of(const Declaration& declared, const Gathered& gathered, const Voice& voice) {
    return plain_text(Maker(declared, gathered, voice).title());
}

Figure make_figure(const std::string& id, const Declaration& declared, const Gathered& gathered,
                   const Voice& voice, const Ground& ground) {
    if (declared.sort != Declaration::Sort::name) return Maker(declared, gathered, voice).make(id, ground);
    return Maker(declared, sorted_by_name(gathered, voice.presenter), voice).make(id, ground);
}

}  // namespace regioscope::figures
