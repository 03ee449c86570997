// What an edition says otherwise than another beside its figures: goals and their targets, and the facts of
// profiles. Things are matched by their ids; what has none, by its words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/edition_model.h"
#include "analysis/presenter.h"
#include "base/word_table.h"

namespace regioscope::analysis {

/// Something that a source says, as one edition has it.
struct StatedFact {
    enum class About {
        goal,
        innovation,
        ladder,
        employer,
        organisation,
        partnership,
        milestone,
        fact,
        initiative
    };
    static constexpr WordTable<About, 9> about_words = {{"goal", "innovation", "ladder", "employer",
                                                         "organisation", "partnership", "milestone", "fact",
                                                         "initiative"}};

    About about = About::fact;
    /// By its id; empty where it is of no region.
    std::string region;
    /// `dtz/more-technicians` for a target of a goal.
    std::string id;
    /// A proper name, or empty.
    std::string name;
    /// Its words; of a target those of the goal.
    data::Text text;
    /// Of a goal's newest version.
    const data::Target* target = nullptr;
    std::optional<data::Period> period;
    /// Of an innovation type or a rung: which.
    std::string word;
    const data::Citation* citation = nullptr;

    /// What tells it from others of the same edition.
    std::string key() const;
    /// The same words for what says the same.
    std::string says() const;
};

struct FactChange {
    enum class Kind { added, changed, gone };
    static constexpr WordTable<Kind, 3> kind_words = {{"new", "changed", "gone"}};

    Kind kind = Kind::added;
    /// Each as its edition has it.
    std::optional<StatedFact> before;
    std::optional<StatedFact> after;

    const StatedFact& either() const { return after ? *after : *before; }
};

/// Goals first, then by region, in the order of the files. Refers to both editions.
std::vector<FactChange> fact_changes(const EditionModel& before, const EditionModel& after);

/// In the presenter's language: `Meer technici: 1.200, 2020`. Its measurements are those of the fact's
/// edition.
std::string words_of(const StatedFact& fact, const Presenter& presenter);

}  // namespace regioscope::analysis
