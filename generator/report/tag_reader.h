// Goes through the start tags of a finished page, and nothing else: what stands in text, in comments or in
// the values of attributes is no tag, whatever it looks like.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "escape/origins.h"

namespace regioscope::report {

struct Attribute {
    /// As written.
    std::string_view name;
    /// Between the quotes, with references (`&amp;`) as they are.
    std::string_view value;
    /// Nowhere, unless the page holds marks of origin.
    Span origin;
};

struct Tag {
    std::string_view name;
    /// Those with a value.
    std::vector<Attribute> attributes;

    /// Its value; empty when there is none of that name (in lower case).
    std::string_view value(std::string_view name) const;
};

class TagReader {
  public:
    /// `origins`: whose marks the page holds; null when it holds none.
    explicit TagReader(std::string_view html, const escape::Origins* origins = nullptr)
        : html_(html), origins_(origins) {}

    /// False at the end of the page.
    bool next(Tag& tag);

  private:
    /// Passes text up to the next `<`, and the marks in it.
    void pass_text();
    void pass_comment();
    void read_tag(Tag& tag);
    /// False at the end of the tag.
    bool read_attribute(Tag& tag);
    void read_value(Attribute& attribute);
    void pass_space();
    Span read_mark();
    /// Behind the start tag of an element that holds no tags: to its end tag.
    void pass_content(std::string_view element);

    std::string_view html_;
    const escape::Origins* origins_;
    std::size_t at_ = 0;
    /// Of marks that stand around: the innermost is the last.
    std::vector<Span> around_;
    /// Of the next attribute.
    Span next_origin_;
};

/// ASCII letters only, as HTML compares names; `lower_case` is in lower case.
bool equals_ignoring_case(std::string_view name, std::string_view lower_case);

}  // namespace regioscope::report
