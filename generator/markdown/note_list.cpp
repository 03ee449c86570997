#include "markdown/note_list.h"

#include <fmt/format.h>

#include "escape/html_attribute.h"

namespace regioscope::markdown {

std::size_t NoteList::number_of(std::string_view key) {
    const auto [found, is_new] = numbers_.try_emplace(std::string(key), keys_.size() + 1);
    if (is_new) {
        keys_.emplace_back(key);
        marks_.push_back(0);
    }
    return found->second;
}

escape::SafeHtml NoteList::mark(std::string_view key, std::string_view label) {
    const std::size_t number = number_of(key);
    const std::size_t mark = ++marks_[number - 1];
    return escape::SafeHtml::from_trusted(fmt::format(
        R"(<sup class="note-mark"><a id="{}" href="#{}" role="doc-noteref" aria-label="{}">{}</a></sup>)",
        id_of_mark(number, mark), id_of(number), escape::html_attribute(label), number));
}

escape::SafeHtml NoteList::list(const std::function<escape::SafeHtml(std::string_view key)>& note,
                                const BackLabel& back) {
    // Notes may mark other notes, also earlier ones: first all contents, then the links back.
    std::vector<escape::SafeHtml> contents;
    for (std::size_t i = 0; i < keys_.size(); ++i)
        contents.push_back(note(std::string(keys_[i])));

    std::string out = "<ol class=\"notes\">\n";
    for (std::size_t number = 1; number <= keys_.size(); ++number) {
        out += fmt::format("<li id=\"{}\">{}", id_of(number), contents[number - 1].text());
        for (std::size_t mark = 1; mark <= marks_[number - 1]; ++mark)
            out +=
                fmt::format(R"( <a class="note-back" href="#{}" role="doc-backlink" aria-label="{}">↩</a>)",
                            id_of_mark(number, mark), escape::html_attribute(back(number, mark)));
        out += "</li>\n";
    }
    out += "</ol>\n";
    return escape::SafeHtml::from_trusted(std::move(out));
}

std::string NoteList::id_of(std::size_t number) const {
    return fmt::format("{}-{}", prefix_, number);
}

std::string NoteList::id_of_mark(std::size_t number, std::size_t mark) const {
    return mark == 1 ? fmt::format("{}-{}-mark", prefix_, number)
                     : fmt::format("{}-{}-mark-{}", prefix_, number, mark);
}

}  // namespace regioscope::markdown
