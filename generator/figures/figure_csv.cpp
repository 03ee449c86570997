#include "figures/figure_csv.h"

#include <algorithm>
#include <functional>

#include "escape/csv.h"
#include "figures/additions.h"

namespace regioscope::figures {

namespace {

std::string_view word_of(Drawn drawn) {
    switch (drawn) {
        case Drawn::share:
            return "share";
        case Drawn::index:
            return "index";
        case Drawn::difference:
            return "difference";
        case Drawn::value:
            break;
    }
    return "value";
}

/// Each word once, joined by semicolons, in first-seen order.
class Words {
  public:
    void add(const std::string& word) {
        if (word.empty() || std::find(seen_.begin(), seen_.end(), word) != seen_.end()) return;
        seen_.push_back(word);
        text_ += (text_.empty() ? "" : ";") + word;
    }
    const std::string& text() const { return text_; }

  private:
    std::vector<std::string> seen_;
    std::string text_;
};

bool is_of_seats(const Gathered& gathered) {
    return !gathered.grid.columns.empty() && gathered.grid.columns.front().seat;
}

class CsvRows {
  public:
    CsvRows(const Gathered& gathered, const Presenter& presenter)
        : gathered_(gathered), grid_(gathered.grid), presenter_(presenter), dataset_(presenter.dataset()) {}

    std::string write() {
        for (const std::string_view column : figure_columns(gathered_))
            csv_.field(column);
        csv_.end_row();
        if (!gathered_.events.empty()) {
            events();
        } else if (!gathered_.rungs.empty()) {
            rungs();
        } else if (!gathered_.places.empty()) {
            places();
        } else if (!gathered_.targets.empty()) {
            targets();
        } else if (is_of_seats(gathered_)) {
            seats();
        } else {
            figures();
        }
        return csv_.take();
    }

  private:
    std::string licence(data::SourceIndex source) const {
        return presenter_.licence(dataset_[source].licence);
    }

    void cited_row(std::initializer_list<std::string_view> fields, const data::Citation& citation) {
        for (const std::string_view one : fields)
            csv_.field(one);
        csv_.row({dataset_[citation.source].id, citation.locator.label, licence(citation.source)});
    }

    void figures() {
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            for (std::size_t column = 0; column < grid_.columns.size(); ++column)
                figure(row, column);
        }
        for (const Level& level : gathered_.levels)
            this->level(level);
    }

    void level(const Level& level) {
        const data::IndicatorIndex indicator = gathered_.indicators.front();
        if (level.target == nullptr) {
            csv_.row({"", dataset_[indicator].id, "", "", "", unit(nullptr, indicator), "",
                      level.value.text(), "mean", "derived", "", "", ""});
            return;
        }
        const data::Citation& citation = level.version->citation;
        csv_.row({dataset_[level.goal->region].id, dataset_[indicator].id, "",
                  level.target->due ? level.target->due->written : "", level.target->target->text(),
                  unit(nullptr, indicator), "", level.value.text(), "target", dataset_[citation.source].id,
                  citation.locator.label, licence(citation.source), level.goal->id});
    }

    void figure(std::size_t row, std::size_t column) {
        const Subject& across = grid_.columns[column];
        const Subject& down = grid_.rows[row];
        const Datum& datum = grid_.cells[row][column];
        const auto region = down.region ? down.region : across.region;
        const auto indicator = across.indicator ? across.indicator : down.indicator;
        const auto period = across.period ? across.period : down.period;
        const std::string indicator_id = across.is_rest ? "rest" : indicator ? dataset_[*indicator].id : "";
        const analysis::Measurement* const m = datum.measurement;
        Words sources;
        Words locators;
        Words licences;
        Words notes;
        if (across.is_rest) {
            for (const data::IndicatorIndex part : grid_.rest)
                notes.add(dataset_[part].id);
        }
        if (m != nullptr) {
            for (const data::ObservationIndex origin : m->origins) {
                const data::Citation& citation = dataset_[dataset_[origin].citation];
                sources.add(dataset_[citation.source].id);
                locators.add(citation.locator.label);
                licences.add(licence(citation.source));
                if (m->derived) licences.add(presenter_.change_notice(citation.source));
                for (const std::uint32_t note : dataset_[dataset_[origin].notes])
                    notes.add(presenter_.plain(dataset_.notes[note]));
            }
            if (m->correction) notes.add(presenter_.plain(dataset_.corrections[*m->correction].reason));
            if (m->derived && !across.is_rest) notes.add(presenter_.formula(m->indicator));
        }
        for (const Annotated& annotated : gathered_.annotations) {
            if (annotated.row == row && annotated.column == column)
                notes.add(presenter_.plain(annotated.annotation->text));
        }
        const bool is_drawn_itself = grid_.drawn == Drawn::value && m != nullptr && m->value;
        const std::string drawn = datum.drawn       ? datum.drawn->text()
                                  : is_drawn_itself ? m->value->text()
                                                    : std::string();
        csv_.row({region ? dataset_[*region].id : "", indicator_id, m != nullptr ? dataset_[m->area].id : "",
                  m != nullptr ? dataset_[m->period].written
                  : period     ? dataset_[*period].written
                               : std::string(),
                  m != nullptr && m->value ? m->value->text() : "", unit(m, indicator), statuses(m), drawn,
                  word_of(grid_.drawn), sources.text(), locators.text(), licences.text(), notes.text()});
    }

    std::string unit(const analysis::Measurement* m, std::optional<data::IndicatorIndex> indicator) const {
        const auto index = m != nullptr ? std::optional(m->indicator) : indicator;
        return index ? dataset_.units[static_cast<std::size_t>(dataset_[*index].unit)].id : std::string();
    }

    static std::string statuses(const analysis::Measurement* m) {
        Words codes;
        if (m == nullptr) {
            codes.add(std::string(1, data::code_of(data::Status::missing)));
        } else {
            for (const data::Status status : m->statuses)
                codes.add(std::string(1, data::code_of(status)));
        }
        return codes.text();
    }

    void seats() {
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
                const Datum& datum = grid_.cells[row][column];
                cited_row({dataset_[*grid_.rows[row].region].id,
                           data::seat_words[*grid_.columns[column].seat], std::to_string(*datum.count)},
                          *datum.citation);
            }
        }
    }

    void events() {
        for (const Event& event : gathered_.events) {
            cited_row({dataset_[event.region].id, event.period.written,
                       event.name.empty() ? presenter_.plain(event.text) : event.name},
                      event.citation);
        }
    }

    void rungs() {
        for (const RungPlace& place : gathered_.rungs) {
            cited_row({dataset_[place.region].id, std::to_string(place.place.rung),
                       data::reading_words[place.place.reading]},
                      place.place.citation);
        }
    }

    void places() {
        for (const data::RegionIndex region : gathered_.places) {
            const data::Position& position = *dataset_[region].position;
            csv_.row({dataset_[region].id, dataset_[region].country, position.latitude.text(),
                      position.longitude.text()});
        }
    }

    void targets() {
        for (const GoalTarget& row : gathered_.targets) {
            const auto value = [](const data::Target* target) {
                return target != nullptr && target->target ? target->target->text() : std::string();
            };
            cited_row(
                {row.goal->id, presenter_.plain(row.target->text), presenter_.plain(row.target->measure),
                 value(row.target), value(row.earlier), row.target->due ? row.target->due->written : ""},
                row.goal->newest().citation);
        }
    }

    const Gathered& gathered_;
    const Grid& grid_;
    const Presenter& presenter_;
    const data::Dataset& dataset_;
    escape::Csv csv_;
};

}  // namespace

std::vector<std::string_view> figure_columns(const Gathered& gathered) {
    if (!gathered.events.empty()) return {"region", "period", "event", "source", "locator", "licence"};
    if (!gathered.rungs.empty()) return {"region", "rung", "reading", "source", "locator", "licence"};
    if (!gathered.places.empty()) return {"region", "country", "latitude", "longitude"};
    if (!gathered.targets.empty())
        return {"goal", "target", "measure", "value", "earlier", "due", "source", "locator", "licence"};
    if (is_of_seats(gathered)) return {"region", "seat", "employers", "source", "locator", "licence"};
    return {"region", "indicator", "area",   "period",  "value",   "unit", "status",
            "drawn",  "drawn_as",  "source", "locator", "licence", "note"};
}

std::string figure_csv(const Gathered& gathered, const Presenter& presenter) {
    return CsvRows(gathered, presenter).write();
}

}  // namespace regioscope::figures
