// The figures as workbooks, in every language: one for each region, one for each indicator, and one of all as
// long as people can still open it.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "report/exports/exports.h"
#include "report/exports/observation_rows.h"
#include "report/exports/publication.h"
#include "report/exports/workbook.h"
#include "report/pages/common.h"

namespace regioscope::report {

namespace {

using analysis::Presenter;

/// A workbook of more figures opens on no phone: then those of regions and indicators have to do.
constexpr std::size_t most_in_one_workbook = 100'000;
/// A report of more figures is read by programs: thousands of workbooks would cost more than all its pages.
constexpr std::size_t most_in_workbooks = 250'000;

/// What one sheet shows.
struct FigureSheet {
    std::string title;
    std::vector<ObservationRow> rows;
};

/// What one workbook shows, before it is put in words.
struct Selection {
    std::string path;
    std::string title;
    std::vector<FigureSheet> sheets;
};

/// Notes are numbered through the workbook, in the order in which they are first referred to.
class NoteBook {
  public:
    explicit NoteBook(const Presenter& presenter) : presenter_(presenter) {}

    /// `[note 1] [note 2]`; a word where there is none, for a blank cell says nothing.
    std::string references(const std::vector<std::string>& notes) {
        std::string text;
        for (const std::string& note : notes) {
            const auto [known, is_new] = numbers_.emplace(note, notes_.size() + 1);
            if (is_new) notes_.push_back(note);
            text += (text.empty() ? "" : " ") + label(known->second);
        }
        return text.empty() ? presenter_.message("workbook.no-note") : text;
    }

    std::string label(std::size_t number) const {
        return presenter_.message("workbook.note", {{"number", fmt::to_string(number)}});
    }
    const std::vector<std::string>& notes() const { return notes_; }

  private:
    const Presenter& presenter_;
    std::map<std::string, std::size_t> numbers_;
    std::vector<std::string> notes_;
};

class WorkbookWriter {
  public:
    WorkbookWriter(const Site& site, std::size_t language)
        : site_(site), dataset_(site.dataset()), presenter_(site.presenters[language]), notes_(presenter_) {}

    Result<std::string> write(const Selection& selection) {
        Result<Workbook> made = Workbook::make(properties(selection));
        if (!made) return std::move(made).finding();
        Workbook workbook = std::move(made).value();
        const std::string cover_sheet = workbook.sheet_name(message("workbook.cover"));
        const std::string contents = workbook.sheet_name(message("workbook.contents"));
        const std::string notes = workbook.sheet_name(message("workbook.notes"));
        std::vector<std::string> names;
        for (std::size_t i = 0; i < selection.sheets.size(); ++i)
            names.push_back(workbook.sheet_name(
                presenter_.message("workbook.table", {{"number", fmt::to_string(i + 1)}})));
        // Notes get their numbers from the tables, and stand in front of them all the same.
        std::vector<std::vector<std::string>> references;
        for (const FigureSheet& sheet : selection.sheets)
            references.push_back(references_of(sheet));
        workbook.add_lines(cover_sheet, cover(selection));
        add_contents(workbook, contents, notes, selection, names);
        add_notes(workbook, notes);
        for (std::size_t i = 0; i < selection.sheets.size(); ++i)
            add_figures(workbook, names[i], i + 1, selection.sheets[i], references[i]);
        return std::move(workbook).finish();
    }

  private:
    std::string message(std::string_view id) const { return presenter_.message(id); }

    Workbook::Properties properties(const Selection& selection) const {
        const std::string edition = edition_title(site_, presenter_);
        return {selection.title, edition, presenter_.plain(site_.settings().publisher),
                presenter_.licence(site_.settings().licence), site_.edition->declared().as_of};
    }

    std::vector<std::string> cover(const Selection& selection) const {
        const Settings& settings = site_.settings();
        std::vector<std::string> lines = {selection.title, edition_title(site_, presenter_),
                                          presenter_.plain(settings.description)};
        const auto add = [&](std::string_view label, const std::string& words) {
            if (!words.empty()) lines.push_back(fmt::format("{}: {}", message(label), words));
        };
        add("source.publisher", presenter_.plain(settings.publisher));
        add("workbook.as-of", day(site_.edition->declared().as_of));
        add("source.licence", licence());
        add("column.language", presenter_.locale().name());
        if (!site_.base_url.empty()) add("workbook.report", site_.base_url);
        for (const std::string& source : attributions(site_, presenter_))
            add("table.source", source);
        lines.push_back(message("workbook.reading"));
        return lines;
    }

    std::string licence() const {
        const data::LicenceStatement& licence = site_.settings().licence;
        const std::string words = presenter_.licence(licence);
        return licence.address().empty() ? words : fmt::format("{} ({})", words, licence.address());
    }

    std::string day(const data::Date& date) const {
        const auto period = data::Period::parse(date.text());
        return period ? presenter_.period(*period) : date.text();
    }

    void add_contents(Workbook& workbook, const std::string& contents, const std::string& notes,
                      const Selection& selection, const std::vector<std::string>& names) const {
        Workbook::Table table = workbook.begin_table(contents, "contents",
                                                     {{message("workbook.sheet"), 16},
                                                      {message("workbook.holds"), 70},
                                                      {message("workbook.rows"), 10}});
        const auto add = [&](const std::string& sheet, std::string_view holds, std::size_t rows) {
            table.link(sheet, sheet).text(holds).number(Decimal(static_cast<int>(rows)), 0).end_row();
        };
        add(notes, message("workbook.notes-hold"), std::max<std::size_t>(notes_.notes().size(), 1));
        for (std::size_t i = 0; i < names.size(); ++i)
            add(names[i], selection.sheets[i].title, selection.sheets[i].rows.size());
        workbook.end_table(table);
    }

    void add_notes(Workbook& workbook, const std::string& sheet) const {
        Workbook::Table table = workbook.begin_table(
            sheet, "notes", {{message("workbook.note-column"), 14}, {message("workbook.text"), 100}});
        for (std::size_t i = 0; i < notes_.notes().size(); ++i)
            table.text(notes_.label(i + 1)).text(notes_.notes()[i]).end_row();
        if (notes_.notes().empty())
            table.text(message("workbook.no-note")).text(message("workbook.no-notes")).end_row();
        workbook.end_table(table);
    }

    std::vector<std::string> references_of(const FigureSheet& sheet) {
        std::vector<std::string> references;
        for (const ObservationRow& row : sheet.rows)
            references.push_back(notes_.references(notes_of(row, presenter_)));
        return references;
    }

    void add_figures(Workbook& workbook, const std::string& sheet, std::size_t number,
                     const FigureSheet& figures, const std::vector<std::string>& references) const {
        const auto title = [&](std::string_view column) { return presenter_.name_of_word("column", column); };
        Workbook::Table table = workbook.begin_table(sheet, fmt::format("figures_{}", number),
                                                     {{title("region"), 24},
                                                      {title("indicator"), 40},
                                                      {title("area"), 24},
                                                      {title("period"), 14},
                                                      {title("value"), 14},
                                                      {title("unit"), 14},
                                                      {title("status"), 24},
                                                      {title("source"), 40},
                                                      {title("locator"), 20},
                                                      {title("printed"), 14},
                                                      {title("note"), 18}});
        for (std::size_t i = 0; i < figures.rows.size(); ++i)
            add_figure(table, figures.rows[i], references[i]);
        workbook.end_table(table);
    }

    void add_figure(Workbook::Table& table, const ObservationRow& row, const std::string& references) const {
        const auto filled = [&](std::string_view text) {
            return text.empty() ? message("workbook.none") : std::string(text);
        };
        table.text(presenter_.names(dataset_[row.area].region).name)
            .text(presenter_.name(row.indicator))
            .text(presenter_.plain(dataset_[row.area].name))
            .text(presenter_.period(row.period));
        add_value(table, row);
        table.text(presenter_.unit(row.indicator))
            .text(status(row))
            .text(row.observation == nullptr ? message("attribution.changed")
                                             : dataset_[dataset_[row.observation->citation].source].title)
            .text(filled(locator_of(row, presenter_)))
            .text(filled(printed_of(row)))
            .text(references)
            .end_row();
    }

    /// A number where one number can stand for the figure, zero included; else the words for it.
    void add_value(Workbook::Table& table, const ObservationRow& row) const {
        if (!*row.value) {
            table.text(fmt::format("[{}]", presenter_.status_name(first_status(row))));
        } else if (const data::Value& value = **row.value; value.kind == data::Value::Kind::point) {
            // A quotient has more digits than anybody wants to read; what was printed keeps its own.
            const int printed = row.observation == nullptr ? 0 : value.low.decimals();
            table.number(value.low, std::max(printed, dataset_[row.indicator].decimals));
        } else {
            table.text(presenter_.figure(value));
        }
    }

    std::string status(const ObservationRow& row) const {
        std::string words;
        for (const data::Status one : *row.statuses)
            words += (words.empty() ? "" : "; ") + presenter_.status_name(one);
        return words.empty() ? presenter_.status_name(first_status(row)) : words;
    }

    const Site& site_;
    const data::Dataset& dataset_;
    const Presenter& presenter_;
    NoteBook notes_;
};

/// What is in the workbooks: gathered for one at a time, since a report may have thousands.
class Selector {
  public:
    explicit Selector(const Site& site) : site_(site), rows_(site), indicators_(visible_indicators(site)) {
        for (const data::RegionIndex region : rows_.regions()) {
            const bool has_any =
                std::any_of(indicators_.begin(), indicators_.end(), [&](data::IndicatorIndex indicator) {
                    return !site.edition->measurements.of(indicator, region).empty();
                });
            if (has_any) regions_.push_back(region);
        }
        for (const data::IndicatorIndex indicator : indicators_)
            figures_ += site.edition->measurements.of(indicator).size();
    }

    std::size_t count() const {
        if (figures_ > most_in_workbooks) return 0;
        return (has_whole() ? 1 : 0) + regions_.size() + indicators_.size();
    }

    Selection selection(std::size_t i, const Presenter& presenter) const {
        if (i < regions_.size()) return of_region(regions_[i], presenter);
        i -= regions_.size();
        return i < indicators_.size() ? of_indicator(indicators_[i], presenter) : whole(presenter);
    }

  private:
    bool has_whole() const { return figures_ > 0 && figures_ <= most_in_one_workbook; }

    Selection of_region(data::RegionIndex region, const Presenter& presenter) const {
        const std::string name = presenter.names(region).name;
        return {region_workbook(site_.dataset()[region].id), name, {{name, rows_.used(region)}}};
    }

    Selection of_indicator(data::IndicatorIndex indicator, const Presenter& presenter) const {
        const std::string name = presenter.name(indicator);
        return {indicator_workbook(site_.dataset()[indicator].id), name, {{name, rows_.used(indicator)}}};
    }

    /// A sheet for each theme.
    Selection whole(const Presenter& presenter) const {
        const data::Dataset& dataset = site_.dataset();
        Selection selection{std::string(whole_workbook), presenter.plain(site_.settings().title), {}};
        for (std::size_t theme = 0; theme < dataset.themes.size(); ++theme) {
            FigureSheet sheet{presenter.plain(dataset.themes[theme].name), {}};
            for (const data::IndicatorIndex indicator : indicators_) {
                if (dataset[indicator].theme != static_cast<data::ThemeIndex>(theme)) continue;
                std::vector<ObservationRow> rows = rows_.used(indicator);
                sheet.rows.insert(sheet.rows.end(), rows.begin(), rows.end());
            }
            if (!sheet.rows.empty()) selection.sheets.push_back(std::move(sheet));
        }
        return selection;
    }

    const Site& site_;
    ObservationRows rows_;
    std::vector<data::IndicatorIndex> indicators_;
    std::vector<data::RegionIndex> regions_;
    std::size_t figures_ = 0;
};

}  // namespace

std::string region_workbook(std::string_view region) {
    return fmt::format("data/regions/{}.xlsx", region);
}
std::string indicator_workbook(std::string_view indicator) {
    return fmt::format("data/indicators/{}.xlsx", indicator);
}

void add_workbooks(const Site& site, Output& output) {
    const Selector selector(site);
    const std::size_t languages = site.language_count();
    for_each_index(selector.count() * languages, [&](std::size_t i) {
        const std::size_t language = i % languages;
        const Selection selection = selector.selection(i / languages, site.presenters[language]);
        const Result<std::string> content = WorkbookWriter(site, language).write(selection);
        if (content) {
            output.add(site.file_of(selection.path, language), *content);
        } else {
            output.refuse(content.finding());
        }
    });
}

}  // namespace regioscope::report
