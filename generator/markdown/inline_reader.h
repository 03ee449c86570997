// Turns cmark's inlines into ours and finds where each stands, by reading the block's words along with the
// tree: the tree says what comes next, the words say where it begins and ends. Private to the room.
#pragma once

#include <cmark-gfm.h>

#include <set>
#include <string>
#include <string_view>

#include "markdown/block_content.h"
#include "markdown/reading.h"

namespace regioscope::markdown {

class InlineReader {
  public:
    InlineReader(const BlockContent& content, Reading& reading) : content_(content), reading_(reading) {}

    /// The inlines of a block whose words are `content`.
    Inlines read(cmark_node* block);

  private:
    Inlines read_children(cmark_node* parent);
    void read_node(cmark_node* node, Inlines& out);
    /// In addresses that stand as they are, backslashes take no meaning away.
    enum class Backslashes { escape, plain };
    void read_text(std::string_view literal, Backslashes backslashes, Inlines& out);
    void read_code(cmark_node* node, Inlines& out);
    void read_styled(cmark_node* node, Styled::Style style, std::size_t marks, Inlines& out);
    void read_link(cmark_node* node, Inlines& out);
    void read_image(cmark_node* node, Inlines& out);
    void read_break(Inlines& out, bool hard);
    void read_html(std::string_view literal);
    void read_footnote_mark(Inlines& out);
    void read_value(Inlines& out);
    void read_citation_text(std::string_view literal, Inlines& out);

    void add_words(std::size_t begin, std::size_t end, Inlines& out);
    void add_link(Inline link, const char* url, const char* title, Inlines content, Inlines& out);
    std::size_t unescape(std::string_view literal, Backslashes backslashes, std::string& decoded) const;
    void check_leftovers(const Inlines& inlines);
    void check_leftovers(const Text& text, Span span);
    void report_once(std::string_view code, Span span, std::string message);

    char at(std::size_t offset) const { return offset < text().size() ? text()[offset] : '\0'; }
    std::string_view text() const { return content_.text(); }
    Span span(std::size_t begin, std::size_t end) const {
        const std::size_t place = content_.place(begin);
        return reading_.span(place, begin < end ? content_.end_place(end) : place);
    }
    /// Tree and words do not fit: nothing more is read, and a finding says so.
    void lose() { lost_ = true; }

    const BlockContent& content_;
    Reading& reading_;
    std::size_t cursor_ = 0;
    std::size_t depth_ = 0;
    bool lost_ = false;
    bool too_deep_ = false;
    /// The next text begins with the `]` of a citation that has been read already.
    bool behind_citation_ = false;
    /// Spaces that cmark leaves at the beginning of the next text, for instance behind a line that ends with
    /// a backslash.
    std::size_t indentation_ = 0;
    /// Codes of leftovers: each is reported once per block, however many there are.
    std::set<std::string_view> reported_;
};

}  // namespace regioscope::markdown
