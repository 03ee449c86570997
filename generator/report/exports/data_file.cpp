#include "report/exports/data_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

#include "figures/figure_csv.h"
#include "report/figure_view.h"

namespace regioscope::report {

namespace {

struct KnownColumn {
    std::string_view name;
    ColumnKind kind;
    std::string_view list = {};
    std::string_view concept_url = {};
};

/// What each name in a header stands for, in all files alike.
constexpr std::array known_columns = {
    KnownColumn{"region", ColumnKind::id, "regions"},
    KnownColumn{"indicator", ColumnKind::id, "indicators", "http://purl.org/linked-data/cube#measureType"},
    KnownColumn{"area", ColumnKind::id, "areas", "http://purl.org/linked-data/sdmx/2009/dimension#refArea"},
    KnownColumn{"period", ColumnKind::id, "", "http://purl.org/linked-data/sdmx/2009/dimension#refPeriod"},
    KnownColumn{"value", ColumnKind::figure, "", "http://purl.org/linked-data/sdmx/2009/measure#obsValue"},
    KnownColumn{"unit", ColumnKind::id, "units",
                "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure"},
    KnownColumn{"status", ColumnKind::words, "", "http://purl.org/linked-data/sdmx/2009/attribute#obsStatus"},
    KnownColumn{"source", ColumnKind::id, "sources"},
    KnownColumn{"theme", ColumnKind::id, "themes"},
    KnownColumn{"first", ColumnKind::id, "regions"},
    KnownColumn{"second", ColumnKind::id, "regions"},
    KnownColumn{"part", ColumnKind::id, "indicators"},
    KnownColumn{"id", ColumnKind::id},
    KnownColumn{"used", ColumnKind::id},
    KnownColumn{"kind", ColumnKind::id},
    KnownColumn{"field", ColumnKind::id},
    KnownColumn{"regions", ColumnKind::words},
    KnownColumn{"country", ColumnKind::id},
    KnownColumn{"nuts", ColumnKind::id},
    KnownColumn{"currency", ColumnKind::id},
    KnownColumn{"polarity", ColumnKind::id},
    KnownColumn{"language", ColumnKind::id},
    KnownColumn{"element", ColumnKind::id},
    KnownColumn{"input", ColumnKind::id},
    KnownColumn{"direction", ColumnKind::id},
    KnownColumn{"left_out", ColumnKind::id},
    KnownColumn{"drawn_as", ColumnKind::id},
    KnownColumn{"seat", ColumnKind::id},
    KnownColumn{"reading", ColumnKind::id},
    KnownColumn{"goal", ColumnKind::id},
    KnownColumn{"drawn", ColumnKind::figure},
    KnownColumn{"earlier", ColumnKind::figure},
    KnownColumn{"published", ColumnKind::date},
    KnownColumn{"url", ColumnKind::address},
    KnownColumn{"latitude", ColumnKind::number},
    KnownColumn{"longitude", ColumnKind::number},
    KnownColumn{"preference", ColumnKind::number},
    KnownColumn{"decimals", ColumnKind::number},
    KnownColumn{"employers", ColumnKind::number},
    KnownColumn{"rung", ColumnKind::number},
    KnownColumn{"weight", ColumnKind::number},
    KnownColumn{"lowest", ColumnKind::number},
    KnownColumn{"highest", ColumnKind::number},
    KnownColumn{"score", ColumnKind::number},
    KnownColumn{"element_score", ColumnKind::number},
    KnownColumn{"coverage", ColumnKind::number},
    KnownColumn{"mean", ColumnKind::number},
    KnownColumn{"deviation", ColumnKind::number},
    KnownColumn{"standardised", ColumnKind::number},
    KnownColumn{"indicators", ColumnKind::number},
    KnownColumn{"themes", ColumnKind::number},
    KnownColumn{"distance", ColumnKind::number},
    KnownColumn{"rank_correlation", ColumnKind::number},
    KnownColumn{"whole", ColumnKind::number},
    KnownColumn{"share", ColumnKind::number},
    KnownColumn{"country_share", ColumnKind::number},
    KnownColumn{"location_quotient", ColumnKind::number},
    KnownColumn{"difference", ColumnKind::number},
    KnownColumn{"index", ColumnKind::number},
};

Column column(std::string_view name) {
    const auto known = std::find_if(known_columns.begin(), known_columns.end(),
                                    [&](const KnownColumn& one) { return one.name == name; });
    if (known == known_columns.end()) return {std::string(name)};
    return {std::string(name), known->kind, known->list, known->concept_url};
}

std::vector<Column> columns(std::initializer_list<std::string_view> names) {
    std::vector<Column> all;
    for (const std::string_view name : names)
        all.push_back(column(name));
    return all;
}

bool knows_facts(const data::Facts& facts) {
    const bool knows_region = std::any_of(facts.profiles.begin(), facts.profiles.end(),
                                          [](const data::Profile& profile) { return !profile.is_empty(); });
    return knows_region || !facts.goals.empty() || !facts.initiatives.empty() ||
           !facts.action_counts.empty() || !facts.conditions.empty();
}

class Lister {
  public:
    explicit Lister(const Site& site) : site_(site) {}

    std::vector<DataFile> list() {
        figures();
        lists();
        workings();
        for (const FigureEntry& entry : site_.drawn_figures)
            drawn(entry);
        return std::move(files_);
    }

  private:
    DataFile& add(DataFile::Part part, std::string_view id, std::vector<Column> columns,
                  std::vector<std::string> key = {}) {
        files_.push_back(
            {std::string(id), part, fmt::format("data/{}.csv", id), std::move(columns), std::move(key)});
        return files_.back();
    }

    void figures() {
        add(DataFile::Part::figures, "observations", observation_columns(), {"indicator", "area", "period"});
        std::vector<Column> with_use = observation_columns();
        with_use.push_back(column("used"));
        add(DataFile::Part::figures, "all-observations", std::move(with_use));
        if (knows_facts(site_.edition->facts))
            add(DataFile::Part::figures, "facts",
                columns({"kind", "id", "regions", "field", "value", "unit", "period", "text", "source",
                         "locator"}));
    }

    /// A list of things by id, with their names in each language.
    void names(std::string_view id, std::initializer_list<std::string_view> others) {
        std::vector<Column> all = columns(others);
        all.insert(all.begin(), column("id"));
        for (std::size_t language = 0; language < site_.language_count(); ++language)
            all.push_back({name_column(site_, language)});
        add(DataFile::Part::lists, id, std::move(all), {"id"});
    }

    void lists() {
        names("regions", {"kind", "country", "nuts", "latitude", "longitude"});
        names("areas", {"region", "preference"});
        names("themes", {});
        names("indicators", {"theme", "unit", "decimals", "polarity"});
        names("units", {"kind", "currency"});
        names("statuses", {});
        add(DataFile::Part::lists, "sources",
            columns({"id", "title", "language", "publisher", "published", "url", "licence", "attribution"}),
            {"id"});
    }

    void workings() {
        if (site_.comparison == nullptr) return;
        constexpr DataFile::Part part = DataFile::Part::workings;
        if (site_.comparison->diagnosis) {
            // An input is an indicator or one of the report's own questions.
            add(part, "diagnosis",
                columns({"element", "input", "region", "weight", "direction", "area", "period", "value",
                         "lowest", "highest", "score", "element_score", "coverage"}));
        }
        if (!site_.comparison->similarity.indicators.empty()) {
            add(part, "standardised",
                columns({"theme", "indicator", "region", "area", "period", "value", "mean", "deviation",
                         "standardised"}));
            add(part, "distances",
                columns(
                    {"left_out", "first", "second", "indicators", "themes", "distance", "rank_correlation"}));
        }
        if (site_.comparison->composition != nullptr) {
            add(part, "structures",
                columns({"region", "area", "period", "part", "value", "whole", "share", "country_share",
                         "location_quotient"}));
            add(part, "dissimilarities", columns({"first", "second", "part", "difference", "index"}));
        }
    }

    void drawn(const FigureEntry& entry) {
        DataFile file;
        file.id = "figure-" + entry.declaration->id;
        file.part = DataFile::Part::drawn;
        file.path = figure_csv_path(entry.declaration->id);
        file.figure = &entry;
        for (const std::string_view name : figures::figure_columns(entry.gathered)) {
            file.columns.push_back(column(name));
            // Several sources may stand behind one mark, and the rest of a composition is no indicator.
            if (name == "source") file.columns.back().kind = ColumnKind::words;
            file.columns.back().list = {};
        }
        files_.push_back(std::move(file));
    }

    const Site& site_;
    std::vector<DataFile> files_;
};

}  // namespace

std::vector<DataFile> data_files(const Site& site) {
    return Lister(site).list();
}

const std::vector<Column>& observation_columns() {
    static const std::vector<Column> all = columns({"region", "indicator", "area", "period", "value", "unit",
                                                    "status", "source", "locator", "printed", "note"});
    return all;
}

std::string header_of(const std::vector<Column>& columns) {
    std::string header;
    for (const Column& one : columns)
        header += (header.empty() ? "" : ",") + one.name;
    return header;
}

std::string name_column(const Site& site, std::size_t language) {
    std::string name = "name_" + site.presenters[language].language();
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::string title_of(const DataFile& file, const Site& site, std::size_t language) {
    if (file.figure == nullptr)
        return site.presenters[language].message(fmt::format("data.{}-file", file.id));
    const Page* const page = site.plan.find(figure_page(file.figure->declaration->id));
    PageContext context(site, *page, language);  // its texts were checked where the page was made
    return figure_title(context, *file.figure);
}

std::string title_of(const Column& column, const analysis::Presenter& presenter) {
    std::string word = column.name.starts_with("name_") ? "name" : column.name;
    std::replace(word.begin(), word.end(), '_', '-');
    return presenter.name_of_word("column", word);
}

std::string description_path(const DataFile& file) {
    return file.path + "-metadata.json";
}

}  // namespace regioscope::report
