// Words for readers that stand in JSON files: titles, notes, definitions, facts, reasons. They are read once,
// held to the rules of the narrative, and every page that shows one finds it here.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "data/written_text.h"
#include "markdown/document.h"

namespace regioscope::report {

struct Project;

class Words {
  public:
    struct Said {
        std::size_t language = 0;
        markdown::Document document;
    };

    /// What an entry of a text says.
    const markdown::Document& of(const data::Text::Entry& entry) const;
    /// Everything, in the order of reading.
    const std::vector<Said>& all() const { return said_; }

    /// Gathers and checks all texts of a project's files. Findings: those of Markdown; `bare-number` (not
    /// where the text's object names its source), `language-parity`, `markup-in-words`.
    static Words read(const Project& project, Findings& findings);

  private:
    std::vector<Said> said_;
    /// By file and place.
    std::map<std::pair<const SourceText*, std::uint32_t>, std::size_t> by_place_;
};

}  // namespace regioscope::report
