// Reads the datasets of a project into the model. Every problem is a finding with its place; reading goes on
// after it.
#pragma once

#include "base/disk.h"
#include "base/finding.h"
#include "base/source.h"
#include "data/dataset.h"

namespace regioscope::data {

/// Languages a report is published in; the first one is the default. Texts must have all of them
/// (`missing-language`).
struct ReadOptions {
    std::vector<std::string> languages;
};

/// Reads `datasets/` below the disk's root. The returned dataset is usable only if no errors were added;
/// files are read in parallel, and everything comes out in one order whatever the disk's. `library` must
/// outlive the dataset.
Dataset read_datasets(const Disk& disk, SourceLibrary& library, const ReadOptions& options,
                      Findings& findings);

}  // namespace regioscope::data
