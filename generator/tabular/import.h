// From a file of a statistics office to a table of the report: everything of `import` but disk and console.
#pragma once

#include <string>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "base/source.h"
#include "tabular/mapping.h"
#include "tabular/table_file.h"
#include "tabular/understanding.h"

namespace regioscope::tabular {

struct ImportRequest {
    /// As the user calls it, and what is in it.
    std::string file;
    std::string bytes;
    /// What is known of its labels; completed by the import.
    Mapping mapping;
    /// '.' or ',' where the user says so, else 0.
    char decimal = 0;
    /// Makes regions and indicators of what is not known.
    bool adds = false;
    /// "A1:D20" where only a part of the sheet or file is meant.
    std::string range;
    /// Of an export of this program only the figures of this source are taken; any, when empty.
    std::string source;
};

struct Imported {
    Grid grid;
    Reading reading;
    Understanding understanding;
    Table table;
    Mapping mapping;
    /// What was found out without being asked, for the user to see.
    std::vector<std::string> remarks;
};

/// Nothing when the file could not be read at all. Findings: those of its parts, and `empty-file`,
/// `unknown-format`, `no-sheet`, `unknown-signs`, `other-layout`, `no-table-in-archive`.
std::optional<Imported> import_table(ImportRequest request, Vocabulary& vocabulary, const Disk& brought,
                                     SourceLibrary& library, Findings& findings);

}  // namespace regioscope::tabular
