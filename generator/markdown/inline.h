// What a sentence is made of, as our own small tree. Every part has the span of its whole construct in the
// file: a link's from `[` to `)`, a bound value's from `{{` to `}}`.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.h"
#include "expression/node.h"

namespace regioscope::markdown {

struct Inline;
using Inlines = std::vector<Inline>;

/// Words as they read. Either `text` is to the letter what stands in the file, or the span is one escape of
/// it
/// (`\*`, `&amp;`, `\n` in JSON), so that a place inside a text can always be found in the file.
struct Text {
    std::string text;
};

/// A line of the file ends here; for readers it is a space.
struct SoftBreak {};

struct LineBreak {};

struct Code {
    std::string text;
};

struct Styled {
    enum class Style { emphasis, strong, deleted };
    Style style = Style::emphasis;
    Inlines content;
};

/// `{{ value("unemployment-rate", "twente") }}`.
struct BoundValue {
    expression::Expression expression;
    /// The expression with one kind of quotes and no needless space: two that mean the same read the same.
    std::string normalized;
};

/// Where a link leads.
struct Target {
    enum class Kind {
        web,     // `https://…`, `http://…`, `mailto:…`: path is the whole URL
        page,    // `page:path#anchor`: path from the root of the report
        file,    // `../talent.md#anchor`, `#anchor`: path as written, relative to this file; may be empty
        figure,  // `figure:id`
        claim,   // `claim:id`
        term,    // `term:id`
    };
    Kind kind = Kind::web;
    /// The URL, path or id.
    std::string path;
    /// Without `#`; may be empty.
    std::string anchor;
};

struct Link {
    Target target;
    /// The text in quotes behind the address; may be empty.
    std::string title;
    Inlines content;
};

struct Image {
    /// As written, relative to this file.
    std::string path;
    std::string title;
    /// What the picture shows, for those who do not see it.
    std::string alt;
};

/// One source of a citation: `@nef-regions-2016#part, Tabel 2`.
struct Reference {
    std::string source;
    /// Id of a dated part of the source; may be empty.
    std::string part;
    /// As it is printed: `Tabel 2`; may be empty.
    std::string locator;
    Span span;
};

/// `[@nef-regions-2016, Tabel 2; @techniekpact-2013]`.
struct Citation {
    std::vector<Reference> references;
};

/// `[^1]`.
struct FootnoteMark {
    std::string label;
};

/// `[12](waive: "why this number has no source")`: words whose numbers need none.
struct Waiver {
    std::string reason;
    Inlines content;
};

struct Inline {
    Span span;
    std::variant<Text, SoftBreak, LineBreak, Code, Styled, BoundValue, Link, Image, Citation, FootnoteMark,
                 Waiver>
        what;
};

/// The words alone: no markup, breaks as spaces; bound values, citations and footnote marks leave nothing.
std::string plain_text(const Inlines& inlines);
/// The same, with the words of each bound value in its place.
std::string plain_text(const Inlines& inlines,
                       const std::function<std::string(const BoundValue&, Span)>& words_of);

}  // namespace regioscope::markdown
