#include "tabular/import.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/suggest.h"
#include "tabular/archive.h"
#include "tabular/csv.h"
#include "tabular/json_stat.h"
#include "tabular/limits.h"
#include "tabular/text_encoding.h"
#include "tabular/words.h"
#include "tabular/workbook.h"

namespace regioscope::tabular {

namespace {

Finding about_file(const std::string& file, std::string_view code, std::string message) {
    Finding finding = make_error(code, {}, std::move(message));
    finding.file = file;
    return finding;
}

class Importer {
  public:
    Importer(ImportRequest request, Vocabulary& vocabulary, const Disk& brought, SourceLibrary& library,
             Findings& findings)
        : request_(std::move(request)),
          vocabulary_(vocabulary),
          brought_(brought),
          library_(library),
          findings_(findings) {
        out_.mapping = std::move(request_.mapping);
    }

    std::optional<Imported> import() {
        profiles_ = read_profiles(brought_, library_, findings_);
        if (findings_.has_errors() || !choose_range() || !read_grid(request_.bytes, 0) ||
            findings_.has_errors())
            return std::nullopt;
        for (const std::string& remark : out_.grid.remarks)
            out_.remarks.push_back(remark);
        std::optional<Signs> signs = choose_signs();
        if (!signs) return std::nullopt;
        if (!layout_) layout_ = layout_of(out_.grid, *signs, findings_);
        if (!layout_ || !fits_mapping()) return std::nullopt;
        keep_source();
        read_legend(*signs);
        refuse_formulas();
        for (const std::string& remark : layout_->remarks)
            out_.remarks.push_back(remark);
        out_.reading = read_figures(out_.grid, *std::move(layout_), *signs, decimal(), findings_);
        if (out_.mapping.decimal.empty() && !out_.grid.is_typed && out_.reading.layout.kind == "sheet")
            out_.mapping.decimal = out_.reading.style.decimal == ',' ? "comma" : "point";
        out_.understanding =
            understand(out_.reading, out_.grid, out_.mapping, vocabulary_, request_.adds, findings_);
        for (const std::string& remark : out_.understanding.remarks)
            out_.remarks.push_back(remark);
        if (!out_.understanding.figures.empty() && !findings_.has_errors())
            out_.table = arranged(out_.understanding, out_.reading, out_.grid, findings_);
        if (out_.understanding.figures.empty() && !findings_.has_errors())
            findings_.add(about_file(request_.file, "no-figures", "no figure of it is wanted"))
                .note("the mapping file leaves all of them out");
        return std::move(out_);
    }

  private:
    /// Unpacks, decodes, and finds out what the file is.
    bool read_grid(const std::string& bytes, int depth) {
        if (bytes.empty()) {
            findings_.add(about_file(request_.file, "empty-file", "there is nothing in it"));
            return false;
        }
        if (bytes.size() > most_bytes) {
            findings_.add(about_file(request_.file, "file-too-large",
                                     fmt::format("a table has at most {} MiB", most_bytes >> 20U)));
            return false;
        }
        if (is_archive(bytes)) return read_archive(bytes, depth);
        if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
            findings_
                .add(about_file(request_.file, "unknown-format", "this is a workbook of the old kind (.xls)"))
                .note("open it in a spreadsheet program and save it as .xlsx, .ods or .csv");
            return false;
        }
        const std::string text = decoded(bytes);
        if (text.find('\0') != std::string::npos || text.starts_with("%PDF") || text.starts_with("<")) {
            findings_.add(about_file(request_.file, "unknown-format", "this is no table that can be read"))
                .note("it may be CSV, TSV, XLSX, ODS, JSON-stat, or a zip file that holds one of them");
            return false;
        }
        const SourceText& source = library_.add(request_.file, text);
        if (text.starts_with('{')) return read_json(source);
        out_.grid = unpacked(read_csv(source, findings_));
        if (range_) cut(out_.grid);
        return true;
    }

    /// Both ends of "A1:D20".
    bool choose_range() {
        if (request_.range.empty()) return true;
        const std::size_t colon = request_.range.find(':');
        const auto first = place_called(std::string_view(request_.range).substr(0, colon));
        const auto last = colon == std::string::npos
                              ? std::nullopt
                              : place_called(std::string_view(request_.range).substr(colon + 1));
        if (first && last && last->row >= first->row && last->column >= first->column) {
            range_ = {*first, *last};
            return true;
        }
        findings_
            .add(about_file(request_.file, "unknown-range",
                            fmt::format("'{}' is no range of cells", request_.range)))
            .note("write the first and the last cell, as a spreadsheet calls them: --range A1:D20");
        return false;
    }

    /// Cells keep their places, so that findings name them as the user sees them.
    void cut(Grid& grid) const {
        const auto& [first, last] = *range_;
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            for (std::size_t column = 0; column < grid.rows[row].size(); ++column)
                if (!is_within(row, column)) grid.rows[row][column] = {};
        }
        if (grid.rows.size() > last.row + 1) grid.rows.resize(last.row + 1);
        std::erase_if(grid.without_result,
                      [&](GridPlace place) { return !is_within(place.row, place.column); });
    }

    bool is_within(std::size_t row, std::size_t column) const {
        return row >= range_->first.row && row <= range_->second.row && column >= range_->first.column &&
               column <= range_->second.column;
    }

    /// What the file itself says of its signs goes before what its office usually means by them.
    void read_legend(Signs& signs) {
        for (const LegendLine& line : layout_->legend) {
            const bool is_said = out_.mapping.own_signs && says(*out_.mapping.own_signs, line.sign);
            const auto meaning = meaning_of_words(line.words);
            const std::string told =
                fmt::format("row {} says what '{}' stands for, '{}'", line.row + 1, line.sign, line.words);
            if (is_said) {
                out_.remarks.push_back(told + ": it is read as the mapping file says");
            } else if (meaning) {
                signs.cells[line.sign] = *meaning;
                if (meaning->is_missing()) signs.marks[line.sign] = meaning->statuses.front();
                out_.remarks.push_back(fmt::format("{}: {}", told,
                                                   meaning->is_zero ? "it is read as nought"
                                                   : meaning->statuses.front() == "A"
                                                       ? "it needs no status"
                                                       : "its status is " + meaning->statuses.front()));
            } else if (line.sign.find_first_not_of("*†‡#") == std::string::npos) {
                signs.marks.erase(line.sign);
                signs.note_marks.insert(line.sign);
                layout_->notes[line.sign] = line.words;
                out_.remarks.push_back(told + ": figures with it get that note");
            } else {
                out_.remarks.push_back(told + ": it is read as signs usually are");
            }
        }
    }

    static bool says(const json::Value& own, const std::string& sign) {
        for (const std::string_view key : {"cells", "marks"})
            if (const json::Value* const some = own.find(key); some != nullptr && some->find(sign) != nullptr)
                return true;
        return false;
    }

    /// A formula that nobody has computed is no missing figure.
    void refuse_formulas() {
        constexpr std::size_t most_told = 12;
        const auto& places = out_.grid.without_result;
        for (std::size_t i = 0; i < std::min(most_told, places.size()); ++i) {
            Finding& finding =
                findings_.add(finding_at(out_.grid, places[i], Severity::error, "formula-without-result",
                                         "the file holds a formula here, and not what it comes to"));
            if (i == 0) finding.note("open the workbook in a spreadsheet program, save it, and import that");
        }
        if (places.size() > most_told)
            findings_.add(
                about_file(request_.file, "formula-without-result",
                           fmt::format("{} more formulas have no result", places.size() - most_told)));
    }

    bool read_json(const SourceText& source) {
        const auto root = json::parse(source, findings_);
        if (!root) return false;
        if (!is_json_stat(*root)) {
            findings_.add(about_file(request_.file, "unknown-format", "this JSON is no JSON-stat dataset"));
            return false;
        }
        auto cube = read_json_stat(*root, request_.file, findings_);
        if (!cube) return false;
        out_.grid = std::move(cube->grid);
        layout_ = std::move(cube->layout);
        return true;
    }

    bool read_archive(const std::string& bytes, int depth) {
        auto files = unpacked_files(bytes, request_.file);
        if (!files) {
            findings_.add(std::move(files).finding());
            return false;
        }
        if (is_xlsx(*files) || is_ods(*files))
            return choose_sheet(is_xlsx(*files) ? read_xlsx(*files, request_.file)
                                                : read_ods(*files, request_.file));
        std::vector<std::string> tables;
        for (const auto& [name, text] : *files) {
            const std::string letters = plain(name);
            if (letters.ends_with(".csv") || letters.ends_with(".tsv") || letters.ends_with(".txt") ||
                letters.ends_with(".json") || letters.ends_with(".xlsx") || letters.ends_with(".ods"))
                tables.push_back(name);
        }
        // Descriptions lie beside the table more often than a second one.
        if (tables.size() > 1)
            std::erase_if(tables, [](const std::string& name) { return plain(name).ends_with(".txt"); });
        if (tables.size() != 1 || depth > 0) {
            Finding finding =
                about_file(request_.file, "no-table-in-archive",
                           fmt::format("{} tables are packed in it; one is read", tables.size()));
            if (!tables.empty()) finding.note(fmt::format("they are: {}", fmt::join(tables, ", ")));
            findings_.add(std::move(finding).note("unpack it and import the file that you mean"));
            return false;
        }
        return read_grid(files->at(tables.front()), depth + 1);
    }

    /// The one that was asked for, or the only one with a table of figures.
    bool choose_sheet(Result<std::vector<Grid>> grids) {
        if (!grids) {
            findings_.add(std::move(grids).finding());
            return false;
        }
        std::vector<std::string_view> names;
        for (Grid& grid : *grids) {
            if (range_) cut(grid);
            names.push_back(grid.sheet);
        }
        const std::string& wanted = out_.mapping.sheet;
        std::vector<Grid*> good;
        for (Grid& grid : *grids) {
            Findings ignored;
            const bool is_good = wanted.empty()
                                     ? header_layout(grid).has_value() ||
                                           sheet_layout(grid, profiles_.front(), ignored).has_value() ||
                                           ignored.all().front().code != "no-figures"
                                     : grid.sheet == wanted;
            if (is_good) good.push_back(&grid);
        }
        if (good.size() != 1) {
            Finding finding = about_file(
                request_.file, "no-sheet",
                !wanted.empty() ? fmt::format("no sheet '{}'{}", wanted, did_you_mean(wanted, names))
                : good.empty()  ? std::string("no sheet holds a table of figures")
                                : fmt::format("{} sheets hold tables of figures", good.size()));
            findings_.add(std::move(finding))
                .note(fmt::format("its sheets are: '{}'; choose with --sheet", fmt::join(names, "', '")));
            return false;
        }
        out_.grid = std::move(*good.front());
        if (names.size() > 1) out_.mapping.sheet = out_.grid.sheet;
        return true;
    }

    /// Those that the user names, else those of whom the file names itself after, else the common ones.
    std::optional<Signs> choose_signs() {
        std::string id = out_.mapping.signs;
        if (id.empty()) {
            id = recognised_signs();
            out_.remarks.push_back(fmt::format("signs are read as those of '{}'", id));
        }
        std::vector<std::string_view> ids;
        for (const Signs& profile : profiles_)
            ids.push_back(profile.id);
        const auto found =
            std::find_if(profiles_.begin(), profiles_.end(), [&](const Signs& one) { return one.id == id; });
        if (found == profiles_.end()) {
            findings_.add(about_file(request_.file, "unknown-signs",
                                     fmt::format("no signs are called '{}'{}", id, did_you_mean(id, ids))));
            return std::nullopt;
        }
        out_.mapping.signs = id;
        Signs signs = *found;
        if (out_.mapping.own_signs) add_signs(*out_.mapping.own_signs, signs, findings_);
        return signs;
    }

    std::string recognised_signs() const {
        if (layout_) return "eurostat";  // flags of SDMX, as JSON-stat has them
        if (const auto layout = header_layout(out_.grid)) {
            if (layout->kind.starts_with("ffcsv")) return "destatis";
            if (layout->kind == "cbs-observations") return "cbs";
            if (layout->kind == "sdmx-csv" || layout->kind == "eurostat-tsv") return "eurostat";
            return "common";
        }
        for (const std::vector<Cell>& row : out_.grid.rows) {
            for (const Cell& cell : row) {
                if (cell.is_number || cell.text.size() < 4) continue;
                const std::string letters = plain(cell.text);
                for (const Signs& profile : profiles_)
                    for (const std::string& word : profile.recognised_by)
                        if (letters.find(word) != std::string::npos) return profile.id;
            }
        }
        return "common";
    }

    bool fits_mapping() {
        if (out_.mapping.layout.empty()) {
            out_.mapping.layout = layout_->kind;
            return true;
        }
        if (out_.mapping.layout == layout_->kind) return true;
        findings_
            .add(about_file(request_.file, "other-layout",
                            fmt::format("the mapping was made for a file of layout '{}', and this one is of "
                                        "layout '{}'",
                                        out_.mapping.layout, layout_->kind)))
            .note("import it without --map first, and compare");
        return false;
    }

    /// An export holds figures of many sources; a table is of one.
    void keep_source() {
        if (!layout_->is_own_export) return;
        const auto column = std::find_if(layout_->labels.begin(), layout_->labels.end(),
                                         [](const LabelColumn& label) { return label.name == "source"; });
        if (column == layout_->labels.end()) return;
        const std::size_t at = column->column;
        std::erase_if(layout_->rows, [&](std::size_t row) {
            const std::string& source = out_.grid.at(row, at).text;
            const bool is_other =
                source != "derived" && !request_.source.empty() && source != request_.source;
            if (is_other) layout_->left_out.push_back({row, fmt::format("of another source: {}", source)});
            return is_other;
        });
    }

    char decimal() const {
        if (request_.decimal != 0) return request_.decimal;
        if (out_.mapping.decimal == "comma") return ',';
        return out_.mapping.decimal == "point" ? '.' : '\0';
    }

    ImportRequest request_;
    Vocabulary& vocabulary_;
    const Disk& brought_;
    SourceLibrary& library_;
    Findings& findings_;
    std::vector<Signs> profiles_;
    std::optional<Layout> layout_;
    std::optional<std::pair<GridPlace, GridPlace>> range_;
    Imported out_;
};

}  // namespace

std::optional<Imported> import_table(ImportRequest request, Vocabulary& vocabulary, const Disk& brought,
                                     SourceLibrary& library, Findings& findings) {
    return Importer(std::move(request), vocabulary, brought, library, findings).import();
}

}  // namespace regioscope::tabular
