// Words for readers that stand in JSON files: titles, notes, definitions, facts, reasons. They are read once,
// held to the rules of the narrative, and every page that shows one finds it here.
#pragma once

#include <unordered_map>
#include <vector>

#include "base/finding.h"
#include "data/written_text.h"
#include "markdown/document.h"

namespace regioscope::report {

struct Project;

class Words {
  public:
    struct Said {
        /// Whose words these are.
        data::Owner owner;
        std::size_t language = 0;
        markdown::Document document;
    };

    /// What a text says in a language, which is one of its entries' places.
    const markdown::Document& of(const data::Text& text, std::size_t entry) const;
    /// Everything, in the order of reading.
    const std::vector<Said>& all() const { return said_; }

    /// Gathers and checks all texts of a project's files. Findings: those of Markdown; `bare-number` (not
    /// where the text's object names its source), `language-parity`, `markup-in-words`.
    static Words read(const Project& project, Findings& findings);

  private:
    std::vector<Said> said_;
    /// Where the first entry of each text stands; the others follow it.
    std::unordered_map<data::TextId, std::size_t> first_of_;
};

}  // namespace regioscope::report
