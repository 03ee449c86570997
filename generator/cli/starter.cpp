#include "cli/starter.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/json_text.h"
#include "base/new_ids.h"

namespace regioscope::cli {

namespace {

/// What stands for something else in the files that are brought: `@REGION@` and what takes its place.
using Marks = std::vector<std::pair<std::string_view, std::string>>;

std::string filled(std::string text, const Marks& marks) {
    for (const auto& [mark, meaning] : marks) {
        for (std::size_t at = text.find(mark); at != std::string::npos;
             at = text.find(mark, at + meaning.size()))
            text.replace(at, mark.size(), meaning);
    }
    return text;
}

void fill(json::Value& value, const Marks& marks) {
    value.text = filled(std::move(value.text), marks);
    for (json::Value& item : value.items)
        fill(item, marks);
    for (json::Member& member : value.members) {
        member.key = filled(std::move(member.key), marks);
        fill(member.value, marks);
    }
}

bool is_starter_language(std::string_view tag) {
    return std::find(std::begin(starter_languages), std::end(starter_languages), tag) !=
           std::end(starter_languages);
}

/// Keeps of every language map what the report speaks, in its order.
void keep_languages(json::Value& value, const std::vector<std::string>& languages) {
    const bool is_language_map =
        !value.members.empty() &&
        std::all_of(value.members.begin(), value.members.end(),
                    [](const json::Member& member) { return is_starter_language(member.key); });
    if (is_language_map) {
        std::vector<json::Member> kept;
        for (const std::string& language : languages)
            kept.push_back(json::make_member(language, *value.find(language)));
        value.members = std::move(kept);
        return;
    }
    for (json::Member& member : value.members)
        keep_languages(member.value, languages);
    for (json::Value& item : value.items)
        keep_languages(item, languages);
}

json::Value& member_of(json::Value& object, std::string_view key) {
    return std::find_if(object.members.begin(), object.members.end(),
                        [&](const json::Member& member) { return member.key == key; })
        ->value;
}

/// Invented, and so that they could be true: every region its own, none far from the others.
struct InventedFigures {
    static constexpr int year_count = 4;
    std::size_t region;
    int year;

    std::string of(std::string_view indicator) const {
        if (indicator == "population") return std::to_string(population());
        if (indicator == "jobs") return std::to_string(jobs());
        return fmt::format("{}.{}", unemployment() / 10, unemployment() % 10);
    }

    int population() const {
        const int begin = 180000 + static_cast<int>(region * 37 % 101) * 1310;
        return begin + year * (420 + static_cast<int>(region * 29 % 17) * 40) + year * year * 13;
    }
    int jobs() const {
        const int begin = 81000 + static_cast<int>(region * 53 % 97) * 611;
        return begin + year * (330 + static_cast<int>(region * 31 % 23) * 17) + year * year * 7;
    }
    /// In tenths of a percent.
    int unemployment() const {
        return 38 + static_cast<int>(region * 23 % 41) - year * 2 +
               static_cast<int>((region * 5 + static_cast<std::size_t>(year) * 3) % 4);
    }
};

/// The starter's files while they are made.
class StarterFiles {
  public:
    StarterFiles(const Starter& starter, const Disk& brought, SourceLibrary& library, Findings& findings)
        : starter_(starter),
          ids_(new_ids(starter.regions, "region")),
          brought_(brought),
          library_(library),
          findings_(findings) {}

    FilesByPath make() {
        for (const std::string& path : brought_.list("datasets/schema"))
            files_[path] = read(path);
        const std::vector<std::string> beginning = brought_.list("starter");
        if (beginning.empty())
            findings_.error("missing-file", {}, "the program was installed without its starter/");
        for (const std::string& path : beginning)
            add(path);
        return std::move(files_);
    }

  private:
    void add(const std::string& path) {
        constexpr std::string_view folder = "starter/";
        const std::string target = path.substr(folder.size());
        if (!is_spoken(target)) return;
        const Marks marks = {{"@YEAR@", std::to_string(starter_.year)},
                             {"@REGION@", ids_.front()},
                             {"@KIND@", ids_.size() == 1 ? "column" : "bar"}};
        if (!target.ends_with(".json")) {
            files_[target] = filled(read(path), marks);
            return;
        }
        auto value = json::parse(library_.add(path, read(path)), findings_);
        if (!value) return;
        if (target == "site/report.json") {
            for (const std::string& tag : starter_.languages)
                member_of(*value, "languages").items.push_back(json::make_text(tag));
        } else if (target == "datasets/regions.json") {
            name_regions(*value);
        } else if (target == "datasets/tables/example/work.json") {
            invent(*value);
        }
        fill(*value, marks);
        keep_languages(*value, starter_.languages);
        files_[target] = json::json_text(*value);
    }

    std::string read(const std::string& path) {
        Result<std::string> text = brought_.read(path);
        if (text) return *std::move(text);
        findings_.add(std::move(text).finding());
        return {};
    }

    /// Narrative stands in a folder per language.
    bool is_spoken(std::string_view target) const {
        constexpr std::string_view narrative = "site/narrative/";
        if (!target.starts_with(narrative)) return true;
        target.remove_prefix(narrative.size());
        const auto& all = starter_.languages;
        return std::find(all.begin(), all.end(), target.substr(0, target.find('/'))) != all.end();
    }

    Marks marks_of_region(std::size_t region) const {
        return {{"@REGION@", ids_[region]},
                {"@NAME@", starter_.regions[region]},
                {"@COUNTRY@", starter_.country}};
    }

    /// One of the kind that the file holds for each region.
    void name_regions(json::Value& file) const {
        std::vector<json::Member>& regions = member_of(file, "regions").members;
        std::vector<json::Value>& all =
            member_of(member_of(member_of(file, "sets"), "all-regions"), "regions").items;
        const json::Member pattern = regions.front();
        regions.clear();
        all.clear();
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            regions.push_back(pattern);
            regions.back().key = ids_[i];
            fill(regions.back().value, marks_of_region(i));
            all.push_back(json::make_text(ids_[i]));
        }
    }

    void invent(json::Value& file) const {
        std::vector<json::Member>& columns = member_of(file, "columns").members;
        std::vector<json::Value>& rows = member_of(file, "rows").items;
        const json::Member column = columns.front();
        const json::Value row = rows.front();
        columns.clear();
        rows.clear();
        for (int year = 0; year < InventedFigures::year_count; ++year) {
            columns.push_back(column);
            const Marks marks = {
                {"@YEAR@", std::to_string(starter_.year - InventedFigures::year_count + year)}};
            columns.back().key = filled(column.key, marks);
            fill(columns.back().value, marks);
        }
        for (const std::string indicator : {"population", "jobs", "unemployment-rate"}) {
            for (std::size_t i = 0; i < ids_.size(); ++i) {
                rows.push_back(row);
                fill(rows.back(), marks_of_region(i));
                fill(rows.back(), {{"@INDICATOR@", indicator}});
                for (int year = 0; year < InventedFigures::year_count; ++year)
                    member_of(rows.back(), "cells")
                        .members.push_back(
                            json::make_member(columns[static_cast<std::size_t>(year)].key,
                                              json::make_number(InventedFigures{i, year}.of(indicator))));
            }
        }
    }

    const Starter& starter_;
    std::vector<std::string> ids_;
    const Disk& brought_;
    SourceLibrary& library_;
    Findings& findings_;
    FilesByPath files_;
};

}  // namespace

std::vector<std::string> split_names(std::string_view list) {
    std::vector<std::string> names;
    std::string name;
    bool is_quoted = false;
    const auto finish = [&] {
        const std::size_t begin = name.find_first_not_of(" \t\n");
        if (begin != std::string::npos)
            names.push_back(name.substr(begin, name.find_last_not_of(" \t\n") + 1 - begin));
        name.clear();
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
        const bool begins_name = name.find_first_not_of(' ') == std::string::npos;
        if (list[i] == '"' && is_quoted && i + 1 < list.size() && list[i + 1] == '"') {
            name += list[++i];
        } else if (list[i] == '"' && (is_quoted || begins_name)) {
            is_quoted = !is_quoted;
        } else if (list[i] == ',' && !is_quoted) {
            finish();
        } else {
            name += list[i];
        }
    }
    finish();
    return names;
}

FilesByPath starter_files(const Starter& starter, const Disk& brought, SourceLibrary& library,
                          Findings& findings) {
    return StarterFiles(starter, brought, library, findings).make();
}

}  // namespace regioscope::cli
