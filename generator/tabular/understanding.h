// A reading whose labels have got their meaning: of each figure its region, indicator and period.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "tabular/mapping.h"
#include "tabular/reading.h"
#include "tabular/vocabulary.h"

namespace regioscope::tabular {

/// Something that the report does not have yet, as far as the file tells.
struct Proposal {
    std::string id;
    std::string label;
    std::vector<std::string> codes;
    /// Of an indicator: how many decimals are printed, and whether the label speaks of percents.
    int decimals = 0;
    bool is_percent = false;
    GridPlace place;
};

struct UnderstoodFigure {
    const Figure* figure = nullptr;
    Meaning meaning;
    std::vector<std::string> statuses;
    std::vector<std::string> notes;
    /// For the table: what stands in front of its row and above its column.
    std::string region_label;
    std::string indicator_label;
    std::string period_label;
};

struct Understanding {
    std::vector<UnderstoodFigure> figures;
    std::size_t unwanted = 0;
    std::vector<Proposal> regions;
    std::vector<Proposal> indicators;
    /// What the file says of all its figures, for the user to see.
    std::vector<std::string> remarks;
};

/// Completes the mapping with what is found out; what stays open becomes a finding with its place, and a
/// proposal. With `adds` the proposals count as known. Findings: `unmapped-region`, `unmapped-indicator`,
/// `unmapped-period`, `no-dimension`, `unknown-region`, `unknown-indicator`, `unknown-area`.
Understanding understand(const Reading& reading, const Grid& grid, Mapping& mapping, Vocabulary& vocabulary,
                         bool adds, Findings& findings);

}  // namespace regioscope::tabular
