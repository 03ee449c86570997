// The tables of an edition that are published as comma-separated values: one list, from which the files' own
// descriptions, the package, the catalogue and the data page are made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/site.h"

namespace regioscope::report {

/// What the cells of a column are.
enum class ColumnKind {
    /// One of a closed list, or the id of something.
    id,
    /// Ids or words joined by semicolons.
    words,
    text,
    /// An exact decimal.
    number,
    /// A figure: a number, `2000..`, `..5` or `48..60`.
    figure,
    date,
    address
};

struct Column {
    std::string name;
    ColumnKind kind = ColumnKind::text;
    /// The data file whose `id` the cells are; empty where they are no ids of one.
    std::string_view list = {};
    /// What is meant, as statisticians say it (SDMX); may be empty.
    std::string_view concept_url = {};
};

struct DataFile {
    enum class Part {
        /// The figures of the edition.
        figures,
        /// What their ids stand for.
        lists,
        /// The intermediate values of comparisons.
        workings,
        /// What is drawn in one figure of the report.
        drawn
    };
    /// Unique: `observations`, `figure-jobs`.
    std::string id;
    Part part = Part::figures;
    /// Below the root of the site.
    std::string path;
    std::vector<Column> columns;
    /// Names of columns that no two rows share; empty where rows may repeat.
    std::vector<std::string> key;
    /// What it is drawn of; null for the others.
    const FigureEntry* figure = nullptr;
};

/// In a fixed order, the edition's figures first.
std::vector<DataFile> data_files(const Site& site);

/// Of `data/observations.csv`.
const std::vector<Column>& observation_columns();
/// `region,indicator,…`, without a line break.
std::string header_of(const std::vector<Column>& columns);
/// A column for the name in each language: `name_nl`.
std::string name_column(const Site& site, std::size_t language);

/// How a figure is written: a number, `2000..`, `..5`, `48..60`.
inline constexpr std::string_view figure_pattern =
    R"(-?[0-9]+(\.[0-9]+)?(\.\.(-?[0-9]+(\.[0-9]+)?)?)?|\.\.-?[0-9]+(\.[0-9]+)?)";

std::string title_of(const DataFile& file, const Site& site, std::size_t language);
/// What a column holds, in words.
std::string title_of(const Column& column, const analysis::Presenter& presenter);
/// A description's own file beside it.
std::string description_path(const DataFile& file);

}  // namespace regioscope::report
