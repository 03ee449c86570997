#include "markdown/outline.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "base/slug.h"
#include "markdown/characters.h"

namespace regioscope::markdown {

namespace {

class Outline {
  public:
    Outline(Document::Content& content, Findings& findings) : content_(content), findings_(findings) {
        content_.sections.push_back({});
    }

    void run() {
        visit(content_.blocks);
        for (Footnote& footnote : content_.footnotes) {
            const auto marked = footnote_sections_.find(footnote.label);
            section_ = marked == footnote_sections_.end() ? 0 : marked->second;
            visit(footnote.content);
        }
    }

  private:
    void visit(Blocks& blocks) {
        for (Block& block : blocks)
            std::visit([&](auto& what) { visit(what, block.span); }, block.what);
    }

    void visit(Paragraph& paragraph, Span) { visit(paragraph.content); }
    void visit(Heading& heading, Span span) {
        add_section(heading, span);
        visit(heading.content);
    }
    void visit(Bullets& list, Span) {
        for (Blocks& item : list.items)
            visit(item);
    }
    void visit(Quote& quote, Span) { visit(quote.content); }
    void visit(Aside& aside, Span) {
        visit(aside.title);
        visit(aside.content);
    }
    void visit(CodeBlock&, Span) {}
    void visit(Rule&, Span) {}
    void visit(Table& table, Span) {
        visit(table.head);
        for (Table::Row& row : table.rows)
            visit(row);
    }
    void visit(Table::Row& row) {
        for (Inlines& cell : row.cells)
            visit(cell);
    }
    void visit(Figure& figure, Span span) {
        if (loops_ > 0)
            findings_.error(
                "figure-in-loop", span,
                fmt::format("the figure '{}' would be shown more than once; put it outside the repetition",
                            figure.id));
        content_.mentions.figures.push_back({figure.id, section_, span});
    }
    void visit(Conditional& conditional, Span span) {
        add_value(ValueMention::Role::condition, conditional.condition, conditional.normalized, span);
        visit(conditional.then);
        visit(conditional.otherwise);
    }
    void visit(Repetition& repetition, Span span) {
        add_value(ValueMention::Role::items, repetition.items, repetition.normalized, span);
        ++loops_;
        visit(repetition.content);
        --loops_;
    }

    void visit(const Inlines& inlines) {
        for (const Inline& part : inlines)
            std::visit([&](const auto& what) { visit(what, part.span); }, part.what);
    }

    void visit(const Text&, Span) {}
    void visit(const SoftBreak&, Span) {}
    void visit(const LineBreak&, Span) {}
    void visit(const Code&, Span) {}
    void visit(const Styled& styled, Span) { visit(styled.content); }
    void visit(const BoundValue& value, Span span) {
        add_value(ValueMention::Role::value, value.expression, value.normalized, span);
    }
    void visit(const Link& link, Span span) {
        content_.mentions.links.push_back({link.target, plain_text(link.content), section_, span});
        visit(link.content);
    }
    void visit(const Image& image, Span span) {
        content_.mentions.images.push_back({image.path, section_, span});
    }
    void visit(const Citation& citation, Span) {
        for (const Reference& reference : citation.references)
            content_.mentions.references.push_back({reference, section_, reference.span});
    }
    void visit(const FootnoteMark& mark, Span) { footnote_sections_.try_emplace(mark.label, section_); }
    void visit(const Waiver& waiver, Span span) {
        content_.mentions.waivers.push_back({plain_text(waiver.content), waiver.reason, section_, span});
        visit(waiver.content);
    }

    void add_value(ValueMention::Role role, const expression::Expression& expression,
                   const std::string& normalized, Span span) {
        // One that could not be parsed has its finding already.
        if (expression) content_.mentions.values.push_back({role, expression, normalized, section_, span});
    }

    void add_section(Heading& heading, Span span) {
        if (loops_ > 0)
            findings_.error("heading-in-loop", span,
                            "a heading cannot be repeated; put it outside the repetition");
        const std::string words(trimmed(plain_text(heading.content)));
        heading.anchor = unique_anchor(slug_of(words));
        std::vector<Section>& sections = content_.sections;
        const int above = sections.back().level;
        if (heading.level > above + 1 && sections.size() > 1)
            findings_.warning(
                "heading-level", span,
                fmt::format(
                    "a heading of level {} follows one of level {}; readers who listen miss what is between",
                    heading.level, above));
        std::size_t parent = sections.size() - 1;
        while (parent > 0 && sections[parent].level >= heading.level)
            parent = sections[parent].parent;
        section_ = sections.size();
        sections.push_back({heading.level, heading.anchor, words, parent, span});
    }

    std::string unique_anchor(std::string slug) {
        if (slug.empty()) slug = "section";
        std::string anchor = slug;
        for (std::size_t& count = anchor_counts_[slug]; !anchors_.insert(anchor).second;)
            anchor = fmt::format("{}-{}", slug, ++count + 1);
        return anchor;
    }

    Document::Content& content_;
    Findings& findings_;
    std::size_t section_ = 0;
    std::size_t loops_ = 0;
    std::set<std::string> anchors_;
    /// How often a slug was taken already: many headings of one name cost no more than others.
    std::map<std::string, std::size_t> anchor_counts_;
    std::map<std::string, std::size_t> footnote_sections_;
};

void check_title(const Document::Content& content, Findings& findings) {
    const Section* title = nullptr;
    for (const Section& section : content.sections) {
        if (section.level != 1) continue;
        if (title != nullptr)
            findings
                .error("second-title", section.span,
                       fmt::format("a page has one title, and '{}' is a second one; write ## for its parts",
                                   section.title))
                .note("the title is here", title->span);
        else
            title = &section;
    }
    if (title == nullptr) {
        const Span start{content.span.source, content.span.begin, content.span.begin};
        findings.error("missing-title", start, "the page has no title; begin it with a line '# Title'");
    }
}

}  // namespace

void outline(Document::Content& content, Mode mode, Findings& findings) {
    Outline(content, findings).run();
    if (mode == Mode::page) check_title(content, findings);
}

}  // namespace regioscope::markdown
