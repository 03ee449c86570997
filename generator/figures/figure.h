// A figure in one language on one page, ready to be written: chart, table, words, notes, sources.
#pragma once

#include <string>
#include <vector>

#include "figures/describe.h"
#include "figures/table.h"

namespace regioscope::figures {

struct Figure {
    /// Unique on its page; ids of its parts begin with it.
    std::string id;
    escape::SafeHtml title;
    /// The title without markup and signs.
    std::string plain_title;
    escape::SafeHtml subtitle;
    std::string plain_subtitle;
    /// Empty for tables.
    Chart chart;
    Table table;
    Description description;
    /// The author's words in place of the generated ones; may be empty.
    escape::SafeHtml own_description;
    std::vector<Note> notes;
    std::vector<Link> sources;
    /// What the sources allow, each once.
    std::vector<std::string> licences;
    /// Its language tag.
    std::string language;

    std::string text_alternative() const;
};

/// What it is called, in words alone.
std::string title_of(const Declaration& declared, const Gathered& gathered, const Voice& voice);

Figure make_figure(const std::string& id, const Declaration& declared, const Gathered& gathered,
                   const Voice& voice, const Ground& ground);

}  // namespace regioscope::figures
