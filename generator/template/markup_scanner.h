// How a run of text is read: one function per state. Private to the room: others call scan_text().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "template/text_scanner.h"

namespace regioscope::templates {

inline bool is_markup_space(char c) {
    return std::string_view(" \t\n\f\r").find(c) != std::string_view::npos;
}
inline bool is_markup_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class MarkupScanner {
  public:
    MarkupScanner(Place& place, std::string_view text, Span span, Findings& findings,
                  escape::Origins* origins)
        : context_(place.context),
          glue_(place.glue),
          text_(text),
          span_(span),
          findings_(findings),
          origins_(origins) {}

    std::vector<TextPart> run();

  private:
    void step();
    std::string_view rest() const { return text_.substr(at_); }
    bool is_xml() const { return context_.dialect == Dialect::xml; }

    // ---- What comes out ----

    /// What was passed up to there and is not in a URL is copied.
    void flush(std::size_t end);
    /// Marks an attribute with its place.
    void mark(std::size_t begin, std::size_t end);
    void add(TextPart::Kind kind);

    /// Places in the text count line breaks as one character, the file may have two.
    std::uint32_t place_of(std::size_t offset) const;
    void fail(std::string_view code, std::size_t begin, std::size_t end, std::string message,
              std::string_view note = {});
    void fail_cut(std::size_t begin, std::string_view what);
    void fail_name(std::size_t begin);

    // ---- Text ----

    void in_text();
    void open_markup();
    void open_comment();

    /// Behind `<` or `</`: the name in lower case; passes it.
    std::string read_element_name();
    void open_element();
    Element element_of(std::string_view name) const;
    void close_element();

    // ---- Tags ----

    void in_tag();
    void end_tag();
    void read_attribute();
    AttributeKind kind_of(std::string_view name) const;
    void open_value(std::string_view name);
    void in_value();
    void remember_script_type(std::string_view type);
    bool add_url_text(std::string_view written);

    // ---- Contents that are no markup ----

    /// `</name` in any case, and its end.
    bool is_at_end_tag(std::string_view name) const;

    /// Does the text end within what could become that end tag?
    bool is_cut_end_tag(std::string_view name) const;
    void in_raw_text();
    void in_json();
    void in_script();
    void in_comment();
    void in_declaration();

    Context& context_;
    Glue& glue_;
    std::string_view text_;
    Span span_;
    Findings& findings_;
    escape::Origins* origins_;
    std::size_t at_ = 0;
    std::size_t copied_ = 0;
    std::size_t value_begin_ = 0;
    bool failed_ = false;
    std::vector<TextPart> parts_;
};

}  // namespace regioscope::templates
