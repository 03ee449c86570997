// What `new` begins a report with: the files that the program brings in starter/, in the languages that were
// asked for, with the regions that were named and a table of invented figures about them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "base/new_files.h"
#include "base/source.h"

namespace regioscope::cli {

/// Languages in which the program has words for a beginning; others are added to the report later.
inline constexpr std::string_view starter_languages[] = {"nl", "de", "en"};

struct Starter {
    std::vector<std::string> languages;
    std::vector<std::string> regions;
    /// ISO 3166-1 alpha-2, lower case.
    std::string country;
    int year = 0;
};

/// `Friesland, "Den Haag, stad"`: names between commas; one that holds a comma stands in quotation marks.
std::vector<std::string> split_names(std::string_view list);

/// `brought` is where the program keeps what it brings.
FilesByPath starter_files(const Starter& starter, const Disk& brought, SourceLibrary& library,
                          Findings& findings);

}  // namespace regioscope::cli
