// Numbered notes at the end of a page, and the marks in the text that lead there and back: footnotes, and for
// the report's rooms the list of references.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "escape/safe_html.h"

namespace regioscope::markdown {

class NoteList {
  public:
    /// Ids are `<prefix>-1` for notes and `<prefix>-1-mark`, `<prefix>-1-mark-2` … for marks in the text.
    explicit NoteList(std::string prefix) : prefix_(std::move(prefix)) {}

    /// The number of a note, from 1; a new key gets the next one.
    std::size_t number_of(std::string_view key);
    /// A mark in the text: a raised link to the note. `label` is read out in place of the bare number.
    escape::SafeHtml mark(std::string_view key, std::string_view label);

    /// The keys in the order of their numbers; grows while notes are rendered that have marks themselves.
    const std::vector<std::string>& keys() const { return keys_; }
    bool empty() const { return keys_.empty(); }

    /// What a link back from a note to a mark is called when it is read out; both count from 1.
    using BackLabel = std::function<std::string(std::size_t number, std::size_t mark)>;
    /// `<ol>` with the notes; `note` gives the content of one (flow content). `prefix` is a slug.
    escape::SafeHtml list(const std::function<escape::SafeHtml(std::string_view key)>& note,
                          const BackLabel& back);

  private:
    std::string id_of(std::size_t number) const;
    std::string id_of_mark(std::size_t number, std::size_t mark) const;

    std::string prefix_;
    std::vector<std::string> keys_;
    std::map<std::string, std::size_t, std::less<>> numbers_;
    /// Marks per note.
    std::vector<std::size_t> marks_;
};

}  // namespace regioscope::markdown
