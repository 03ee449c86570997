// Writes a table as HTML: caption, scopes, the frame in which a wide table scrolls, notes and source line.
#pragma once

#include <string>

#include "escape/safe_html.h"
#include "figures/table.h"

namespace regioscope::figures {

struct TableWords {
    /// "Source", before the sources.
    std::string source;
    /// What a button that sorts is called; "%" stands for the column's name.
    std::string sortable;
    /// What opens many notes; empty: they never fold.
    std::string notes = {};
};

escape::SafeHtml table_html(const Table& table, const TableWords& words);

}  // namespace regioscope::figures
