// What an office's signs stand for: `.` for a secret, `*` for a provisional figure. A profile is a file in
// signs/ that the program brings (docs/import.md); a mapping file may say more.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "base/json.h"
#include "base/source.h"

namespace regioscope::tabular {

struct SignMeaning {
    /// Codes of SDMX, the weightiest first.
    std::vector<std::string> statuses;
    /// The sign is a way to print nought.
    bool is_zero = false;

    bool is_missing() const { return !is_zero; }
};

struct Signs {
    /// The file's name without its ending.
    std::string id;
    /// In small letters: words of a file that say whose it is.
    std::vector<std::string> recognised_by;
    /// What stands in place of a number.
    std::map<std::string, SignMeaning, std::less<>> cells;
    /// What stands behind one; `A` is a mark that says nothing of use here.
    std::map<std::string, std::string, std::less<>> marks;
    /// The status of a number in brackets; empty where those mean nothing.
    std::string brackets;
    /// Marks that a file uses for notes of its own: "*" where it says "* without students".
    std::set<std::string, std::less<>> note_marks;

    const SignMeaning* of_cell(std::string_view text) const;
};

/// Every profile in the folder. Findings: those of JSON, `unknown-status`.
std::vector<Signs> read_profiles(const Disk& brought, SourceLibrary& library, Findings& findings);

/// What a legend means: provisional for "voorlopige cijfers". Nothing where its words tell nothing of the
/// sort.
std::optional<SignMeaning> meaning_of_words(std::string_view words);

/// `cells`, `marks` and `brackets` of an object are added to what is known.
void add_signs(const json::Value& object, Signs& signs, Findings& findings);

}  // namespace regioscope::tabular
