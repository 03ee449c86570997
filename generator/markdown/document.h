// A text of the narrative, read: what it is made of, what it mentions and where each thing stands.
//
// CommonMark with GFM's tables, strikethrough and footnotes; raw HTML is off, quotation marks stay as
// written. The syntax for editors is described in docs/narrative.md.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "expression/passage.h"
#include "markdown/block.h"

namespace regioscope::markdown {

enum class Mode {
    page,      // a narrative file: has exactly one first-level heading, its title
    fragment,  // blocks without a title
    line       // one line of words, as in JSON: no blocks
};

struct Footnote {
    std::string label;
    Blocks content;
    Span span;
};

/// A heading and what stands below it, up to the next heading of any level. The first section has no heading
/// (level 0): it is what stands before the first one.
struct Section {
    int level = 0;
    std::string anchor;
    /// The heading's words.
    std::string title;
    /// The section this one is part of; the first one is its own.
    std::size_t parent = 0;
    /// The heading; nowhere for the first section.
    Span span;
};

/// Things in the order of the text; `section` is an index into Document::sections(). What stands in a
/// footnote counts to the section of the footnote's first mark.
struct ValueMention {
    enum class Role { value, condition, items };
    Role role = Role::value;
    expression::Expression expression;
    std::string normalized;
    std::size_t section = 0;
    Span span;
};

struct LinkMention {
    Target target;
    /// The link's words.
    std::string words;
    std::size_t section = 0;
    Span span;
};

struct FigureMention {
    std::string id;
    std::size_t section = 0;
    Span span;
};

struct ReferenceMention {
    Reference reference;
    std::size_t section = 0;
    Span span;
};

struct ImageMention {
    std::string path;
    std::size_t section = 0;
    Span span;
};

struct WaiverMention {
    std::string words;
    std::string reason;
    std::size_t section = 0;
    Span span;
};

struct Mentions {
    std::vector<ValueMention> values;
    /// All links; claims, figures, pages and terms by their target's kind.
    std::vector<LinkMention> links;
    /// Figures shown, not those linked to.
    std::vector<FigureMention> figures;
    std::vector<ReferenceMention> references;
    std::vector<ImageMention> images;
    std::vector<WaiverMention> waivers;
};

/// Immutable, cheap to copy, shared by threads. The SourceText it was read from must outlive it.
class Document {
  public:
    Document();

    const Blocks& blocks() const { return content_->blocks; }
    /// Those that are referred to, in the order of their first marks.
    const std::vector<Footnote>& footnotes() const { return content_->footnotes; }
    const Footnote* find_footnote(std::string_view label) const;
    const std::vector<Section>& sections() const { return content_->sections; }
    const Mentions& mentions() const { return content_->mentions; }
    /// The first-level heading; null when there is none.
    const Heading* title() const;
    /// The paragraph that the text begins with, behind the title; null when it begins with something else.
    const Paragraph* opening() const;
    /// The text it was read from.
    Span span() const { return content_->span; }
    bool is_line() const { return content_->mode == Mode::line; }

    struct Content {
        Blocks blocks;
        std::vector<Footnote> footnotes;
        std::vector<Section> sections;
        Mentions mentions;
        Span span;
        Mode mode = Mode::fragment;
    };
    explicit Document(Content content);

  private:
    std::shared_ptr<const Content> content_;
};

/// Reads a text. What is wrong becomes a finding, and the rest is still read: the document is good for
/// looking for more problems, and for rendering only when no errors were added.
///
/// Findings (docs/findings.md): `invalid-text`, `too-deep`, `raw-html`, `block-in-text`, `missing-title`,
/// `second-title`, `heading-level`, `empty-heading`, `heading-in-loop`, `open-expression`,
/// `split-expression`, `control-not-alone`, `unbalanced-control`, `figure-not-alone`, `figure-in-loop`,
/// `figure-id`, `empty-link`, `unsafe-link`, `broken-link`, `missing-alt`, `broken-citation`,
/// `unknown-footnote`, `unused-footnote`, `waiver-reason`, `unknown-aside`, `unreadable-text`; and those of
/// expression::parse.
Document parse(const expression::Passage& passage, Mode mode, Findings& findings);
/// A whole file, or a stretch of one.
Document parse(Span span, Mode mode, Findings& findings);
/// A string of a JSON file, `literal` with its quotes; spans point into the file, whatever is escaped.
Document parse_json_string(Span literal, Mode mode, Findings& findings);

}  // namespace regioscope::markdown
