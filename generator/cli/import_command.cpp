#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/budget.h"
#include "base/json_text.h"
#include "base/new_files.h"
#include "base/slug.h"
#include "base/suggest.h"
#include "cli/additions.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "data/read.h"
#include "report/brought_along.h"
#include "report/settings.h"
#include "tabular/import.h"

namespace regioscope::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view regions_path = "datasets/regions.json";
constexpr std::string_view indicators_path = "datasets/indicators.json";

/// Files that the command line names, which may stand anywhere.
Result<std::string> read_anywhere(const std::string& path) {
    const fs::path file(path);
    const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
    Result<std::string> text = open_folder(folder)->read(file.filename().string());
    if (!text) text.finding().file = path;
    return text;
}

Result<Done> write_anywhere(const std::string& path, const std::string& text) {
    const fs::path file(path);
    const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
    auto written = replace_file(folder, file.filename().string(), text);
    if (!written) written.finding().file = path;
    return written;
}

bool is_there(const std::string& path) {
    std::error_code error;
    return fs::exists(path, error);
}

/// A file of last year's name with this year's figures becomes a table of its own name.
std::string default_path(const ImportOptions& options) {
    std::string name = slug_of(fs::path(options.file).stem().string());
    if (name.empty()) name = "table";
    return fmt::format("datasets/tables/{}/{}.json", options.source, name);
}

class Import {
  public:
    Import(const ImportOptions& options, Console& console)
        : options_(options), console_(console), project_(open_folder(options.project)) {}

    ExitStatus run() {
        settings_ = report::read_settings(*project_, library_, findings_);
        if (!findings_.has_errors())
            dataset_ = data::read_datasets(*project_, library_, {settings_.languages}, findings_);
        if (findings_.has_errors()) return end();
        findings_ = Findings();  // warnings of the project are check's
        find_source();
        tabular::ImportRequest request = make_request();
        if (findings_.has_errors()) return end();
        tabular::Vocabulary vocabulary(dataset_);
        imported_ = tabular::import_table(std::move(request), vocabulary,
                                          *open_folder(report::brought_along()), library_, findings_);
        if (imported_) ask_for_source();
        if (imported_ && !options_.dry_run) write_mapping();
        if (imported_) print_proposals();
        if (findings_.has_errors()) return end();
        if (options_.dry_run) {
            print_table();
        } else {
            write_files();
        }
        if (!findings_.has_errors()) print_summary();
        return end();
    }

  private:
    ExitStatus end() {
        findings_.sort();
        abridge(findings_);
        console_.report(findings_text(findings_, console_.error_colour()));
        return status_of(findings_, findings_.has_errors());
    }

    void find_source() {
        if (options_.source.empty()) {
            if (options_.dry_run) return;
            add_error("missing-key", options_.file, "every table has a source: --source ID")
                .note("a source is a document in datasets/sources.json; regioscope list sources");
            return;
        }
        const auto found = dataset_.source_by_id.find(options_.source);
        if (found != dataset_.source_by_id.end()) source_ = &dataset_[found->second];
    }

    /// A source that nobody has declared is asked for when the file has been read: it says much of it itself.
    void ask_for_source() {
        if (source_ != nullptr || options_.source.empty()) return;
        std::vector<std::string_view> ids;
        for (const data::Source& source : dataset_.sources)
            ids.push_back(source.id);
        const std::string line = fmt::format(
            "add it under \"sources\": {}: {{\"title\": {}, \"language\": \"{}\", \"publisher\": {}, "
            "\"published\": "
            "\"{}\"}}",
            json::json_line(json::make_text(options_.source)), quoted(imported_->reading.layout.title),
            settings_.languages.front(), quoted(publisher()), settings_.default_edition);
        Finding& finding =
            add_error("unknown-source", "datasets/sources.json",
                      fmt::format("no source '{}'{}", options_.source, did_you_mean(options_.source, ids)))
                .note(line);
        if (options_.dry_run) finding.severity = Severity::note;
    }

    static std::string quoted(const std::string& words) {
        return json::json_line(json::make_text(words.empty() ? "…" : words));
    }

    /// "Bron: Bureau voor de Arbeidsmarkt" below the table.
    std::string publisher() const {
        for (const tabular::LeftOutRow& row : imported_->reading.layout.left_out) {
            for (const std::string_view word : {"Bron:", "Quelle:", "Source:"})
                if (const std::size_t at = row.as.find(word); at != std::string::npos)
                    return row.as.substr(std::min(at + word.size() + 1, row.as.size()));
        }
        return {};
    }

    Finding& add_error(std::string_view code, const std::string& file, std::string message) {
        Finding finding = make_error(code, {}, std::move(message));
        finding.file = file;
        return findings_.add(std::move(finding));
    }

    tabular::ImportRequest make_request() {
        tabular::ImportRequest request;
        request.file = options_.file;
        request.source = options_.source;
        request.adds = options_.add;
        request.range = options_.range;
        Result<std::string> bytes = read_anywhere(options_.file);
        if (!bytes) {
            findings_.add(std::move(bytes).finding());
            return request;
        }
        request.bytes = *std::move(bytes);
        map_path_ = options_.map.empty() ? options_.file + ".map.json" : options_.map;
        if (!options_.map.empty() || is_there(map_path_)) {
            Result<std::string> text = read_anywhere(map_path_);
            if (!text) {
                findings_.add(std::move(text).finding())
                    .note("the first import of a file writes its mapping; leave --map out then");
                return request;
            }
            map_before_ = *text;
            request.mapping = tabular::read_mapping(library_.add(map_path_, *std::move(text)), findings_);
        }
        tabular::Mapping& mapping = request.mapping;
        const auto prefer = [](std::string& word, const std::string& said) {
            if (!said.empty()) word = said;
        };
        prefer(mapping.sheet, options_.sheet);
        prefer(mapping.signs, options_.signs);
        prefer(mapping.decimal, options_.decimal);
        prefer(mapping.everywhere.indicator, options_.indicator);
        prefer(mapping.everywhere.region, options_.region);
        prefer(mapping.everywhere.period, options_.period);
        return request;
    }

    /// Next year's file has another period; it must be said again.
    void write_mapping() {
        tabular::Mapping mapping = imported_->mapping;
        if (!options_.period.empty()) mapping.everywhere.period.clear();
        const std::string text = tabular::mapping_text(mapping);
        if (text == map_before_) return;
        if (auto written = write_anywhere(map_path_, text); !written)
            findings_.add(std::move(written).finding());
    }

    std::string country() const { return dataset_.regions.empty() ? "nl" : dataset_.regions.front().country; }

    void print_proposals() {
        const tabular::Understanding& understanding = imported_->understanding;
        if (options_.add || (understanding.regions.empty() && understanding.indicators.empty())) return;
        constexpr std::size_t most_shown = 12;
        const auto show = [&](std::string_view path, const Additions& additions) {
            if (additions.empty()) return;
            console_.report(fmt::format("\nNew to the report; for {}:\n", path));
            for (std::size_t i = 0; i < std::min(most_shown, additions.size()); ++i)
                console_.report(
                    fmt::format("  \"{}\": {},\n", additions[i].first, harmless(additions[i].second)));
            if (additions.size() > most_shown)
                console_.report(fmt::format("  and {} more\n", additions.size() - most_shown));
        };
        show(regions_path, region_additions(understanding.regions, country(), settings_.languages));
        show(indicators_path, indicator_additions(understanding.indicators, dataset_, words_language()));
        console_.report(fmt::format(
            "\nPaste what you want, or let --add do it. In {} a label without a meaning is \"?\": put an id "
            "in its "
            "place, or null to leave its figures out; \"*\": null leaves out all that are not named.\n\n",
            harmless(map_path_)));
    }

    void write_files() {
        const std::string path = options_.into.empty() ? default_path(options_) : options_.into;
        if (!path.starts_with("datasets/tables/") || !path.ends_with(".json")) {
            add_error("misnamed-file", path, "a table stands in datasets/tables/ and ends in .json");
            return;
        }
        const std::string text = tabular::table_text(imported_->table, imported_->understanding,
                                                     imported_->reading, imported_->grid, head(path));
        auto written = options_.replace ? replace_file(options_.project, path, text)
                                        : write_new_files(options_.project, {{path, text}});
        if (!written) {
            Finding finding = std::move(written).finding();
            if (finding.code == "file-exists")
                finding.note("--replace replaces it, --into puts the table elsewhere");
            findings_.add(std::move(finding));
            return;
        }
        written_path_ = path;
        if (!options_.add) return;
        add_to(regions_path, "regions",
               region_additions(imported_->understanding.regions, country(), settings_.languages));
        add_to(indicators_path, "indicators",
               indicator_additions(imported_->understanding.indicators, dataset_, words_language()));
    }

    void add_to(std::string_view path, std::string_view key, const Additions& additions) {
        if (additions.empty()) return;
        Result<std::string> text = project_->read(path);
        if (!text) {
            findings_.add(std::move(text).finding());
            return;
        }
        if (auto written =
                replace_file(options_.project, std::string(path), with_additions(*text, key, additions));
            !written)
            findings_.add(std::move(written).finding());
        imported_->remarks.push_back(
            fmt::format("{} added to {}: complete their names and definitions", additions.size(), path));
    }

    tabular::TableHead head(const std::string& path) const {
        tabular::TableHead head;
        const std::string& printed = imported_->reading.layout.title;
        head.source = options_.source;
        head.title = !printed.empty() ? printed : !options_.table.empty() ? options_.table : file_name();
        head.label = !options_.table.empty() ? options_.table : head.title;
        head.anchor = tabular::anchor_of(imported_->grid, printed);
        head.language = source_->language;
        head.words_language = words_language();
        for (auto folders = std::count(path.begin(), path.end(), '/'); folders > 1; --folders)
            head.schema += "../";
        head.schema += "schema/table.schema.json";
        return head;
    }

    /// The source's own, where the report speaks it.
    const std::string& words_language() const {
        const std::vector<std::string>& all = settings_.languages;
        if (source_ == nullptr) return all.front();
        return std::find(all.begin(), all.end(), source_->language) == all.end() ? all.front()
                                                                                 : source_->language;
    }

    std::string file_name() const { return fs::path(options_.file).filename().string(); }

    void print_table() {
        std::vector<std::vector<std::string>> lines(1);
        lines.front().emplace_back();
        for (const tabular::Table::Column& column : imported_->table.columns)
            lines.front().push_back(column.printed);
        for (const tabular::Table::Row& row : imported_->table.rows) {
            std::vector<std::string>& line = lines.emplace_back(1, row.printed);
            for (const std::size_t cell : row.cells)
                line.push_back(
                    cell == tabular::Table::no_figure ? "" : shown(imported_->understanding.figures[cell]));
        }
        console_.print(columns_text(lines));
    }

    /// The value as it is understood, and its statuses.
    static std::string shown(const tabular::UnderstoodFigure& figure) {
        const json::Value& value = figure.figure->value;
        std::string text = value.kind == json::Kind::number ? value.text
                           : value.kind == json::Kind::null ? "–"
                                                            : figure.figure->printed;
        if (!figure.meaning.scale.empty()) text += " × " + figure.meaning.scale;
        if (!figure.statuses.empty()) text += fmt::format(" [{}]", fmt::join(figure.statuses, ";"));
        for (const std::string& note : figure.notes)
            text += fmt::format(" {})", note);
        return text;
    }

    void print_summary() {
        const tabular::Understanding& understanding = imported_->understanding;
        std::set<std::string_view> regions;
        std::set<std::string_view> indicators;
        std::set<std::string_view> periods;
        std::size_t missing = 0;
        for (const tabular::UnderstoodFigure& figure : understanding.figures) {
            regions.insert(figure.meaning.region);
            indicators.insert(figure.meaning.indicator);
            periods.insert(figure.meaning.period);
            if (figure.figure->value.kind == json::Kind::null) ++missing;
        }
        std::string text = fmt::format(
            "{}: {} figures ({} of them missing): {} regions, {} indicators, {} periods\n",
            harmless(written_path_.empty() ? options_.file : written_path_), understanding.figures.size(),
            missing, regions.size(), indicators.size(), periods.size());
        if (understanding.unwanted > 0)
            text += fmt::format("{} figures are left out, as the mapping says\n", understanding.unwanted);
        constexpr std::size_t most_told = 10;
        const auto& left_out = imported_->reading.layout.left_out;
        for (std::size_t i = 0; i < std::min(most_told, left_out.size()); ++i)
            text += fmt::format("row {} is left out: {}\n", left_out[i].row + 1, harmless(left_out[i].as));
        if (left_out.size() > most_told)
            text += fmt::format("{} more rows are left out like them\n", left_out.size() - most_told);
        for (const std::string& remark : imported_->remarks)
            text += harmless(remark) + "\n";
        if (!written_path_.empty()) {
            text += fmt::format("what its labels mean: {}\n", harmless(map_path_));
            if (settings_.languages.size() > 1)
                text += fmt::format("title and notes stand under '{}', as they are printed: translate them\n",
                                    words_language());
        }
        console_.report(text);
    }

    const ImportOptions& options_;
    Console& console_;
    std::unique_ptr<Disk> project_;
    SourceLibrary library_;
    Findings findings_;
    report::Settings settings_;
    data::Dataset dataset_;
    const data::Source* source_ = nullptr;
    std::string map_path_;
    std::string map_before_;
    std::string written_path_;
    std::optional<tabular::Imported> imported_;
};

}  // namespace

ExitStatus perform(const ImportOptions& options, Console& console) {
    if (!is_project_folder(options.project, console)) return ExitStatus::usage;
    return Import(options, console).run();
}

}  // namespace regioscope::cli
