#include "markdown/render.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "escape/html_attribute.h"
#include "escape/html_text.h"
#include "escape/url.h"
#include "markdown/note_list.h"

namespace regioscope::markdown {

namespace {

class Renderer {
  public:
    Renderer(const Document& document, Resolver& resolver, bool has_title = true)
        : document_(&document), resolver_(resolver), origins_(resolver.origins()), has_title_(has_title) {}
    explicit Renderer(Resolver& resolver) : resolver_(resolver), origins_(resolver.origins()) {}

    escape::SafeHtml page() {
        const Blocks& blocks = document_->blocks();
        const auto* line = blocks.size() == 1 ? std::get_if<Paragraph>(&blocks.front().what) : nullptr;
        if (line != nullptr && document_->is_line()) {
            write(line->content);
        } else {
            write(blocks);
        }
        write_footnotes();
        return take();
    }

    Parts parts() {
        const Blocks& blocks = document_->blocks();
        const Paragraph* const opening = document_->opening();
        Parts parts;
        auto rest = blocks.begin();
        if (opening != nullptr) {
            while (std::get_if<Paragraph>(&rest->what) != opening)
                write(*rest++);
            write(*rest++);
            parts.opening = take();
        }
        write(rest, blocks.end());
        write_footnotes();
        parts.rest = take();
        return parts;
    }

    escape::SafeHtml words(const Inlines& inlines) {
        write(inlines);
        return take();
    }

  private:
    /// What `write` writes, with a mark of its place if somebody looks for it. Nothing stays nothing.
    template <class Write>
    void from(Span span, const Write& write) {
        if (origins_ == nullptr) return write();
        const std::size_t before = out_.size();
        out_ += origins_->begin(span);
        const std::size_t behind = out_.size();
        write();
        if (out_.size() == behind) {
            out_.resize(before);
        } else {
            out_ += escape::Origins::end;
        }
    }

    // ---- Blocks ----

    void write(const Blocks& blocks) { write(blocks.begin(), blocks.end()); }

    /// A paragraph and the asides behind it share a box, so that they can stand beside each other.
    void write(Blocks::const_iterator block, Blocks::const_iterator end) {
        const auto is_aside = [&](Blocks::const_iterator one) {
            return one != end && std::holds_alternative<Aside>(one->what);
        };
        while (block != end) {
            const bool has_aside = std::holds_alternative<Paragraph>(block->what) && is_aside(block + 1);
            if (has_aside) out_ += "<div class=\"with-aside\">\n";
            write(*block++);
            if (!has_aside) continue;
            while (is_aside(block))
                write(*block++);
            out_ += "</div>\n";
        }
    }

    void write(const Block& block) {
        from(block.span, [&] { std::visit([&](const auto& what) { write(what, block.span); }, block.what); });
    }

    void write(const Paragraph& paragraph, Span) {
        out_ += "<p>";
        write(paragraph.content);
        out_ += "</p>\n";
        out_ += resolver_.behind_paragraph().text();
    }

    void write(const Heading& heading, Span) {
        if (heading.level == 1 && !has_title_) return;
        section_ = resolver_.heading_id(heading.anchor);
        const std::string anchor = escape::html_attribute(section_);
        const std::string link =
            heading.level == 1
                ? std::string()
                : fmt::format(R"(<a class="heading-link" href="#{}" aria-label="{}">#</a>)", anchor,
                              escape::html_attribute(
                                  resolver_.label(Label::link_to_section, {plain_text(heading.content)})));
        if (!link.empty()) out_ += "<div class=\"heading\">";
        out_ += fmt::format("<h{} id=\"{}\">", heading.level, anchor);
        write(heading.content);
        out_ += fmt::format("</h{}>{}", heading.level, link);
        out_ += link.empty() ? "\n" : "</div>\n";
    }

    void write(const Bullets& list, Span) {
        const std::string_view tag = list.start ? "ol" : "ul";
        out_ += fmt::format("<{}", tag);
        if (list.start && *list.start != 1) out_ += fmt::format(" start=\"{}\"", *list.start);
        out_ += ">\n";
        for (const Blocks& item : list.items) {
            out_ += "<li>";
            for (std::size_t i = 0; i < item.size(); ++i) {
                const auto* words = list.tight ? std::get_if<Paragraph>(&item[i].what) : nullptr;
                if (words == nullptr) {
                    write(item[i]);
                } else {
                    write(words->content);
                    out_ += (list.start ? resolver_.behind_numbered() : resolver_.behind_paragraph()).text();
                    if (i + 1 < item.size()) out_ += '\n';
                }
            }
            out_ += "</li>\n";
        }
        out_ += fmt::format("</{}>\n", tag);
    }

    void write(const Quote& quote, Span) {
        out_ += "<blockquote>\n";
        write(quote.content);
        out_ += "</blockquote>\n";
    }

    /// No <aside>: that would be a landmark, and landmarks do not stand in the main text.
    void write(const Aside& aside, Span) {
        out_ += aside.kind == Aside::Kind::aside ? "<div class=\"aside\" role=\"note\">\n"
                                                 : "<div class=\"aside definition\" role=\"note\">\n";
        if (!aside.title.empty()) {
            out_ += "<p class=\"aside-title\">";
            write(aside.title);
            out_ += "</p>\n";
        }
        write(aside.content);
        out_ += "</div>\n";
    }

    void write(const CodeBlock& code, Span) {
        out_ += "<pre tabindex=\"0\"><code";
        if (!code.language.empty())
            out_ += fmt::format(" class=\"language-{}\"", escape::html_attribute(code.language));
        out_ += ">";
        escape::append_html_text(out_, code.text);
        out_ += "</code></pre>\n";
    }

    void write(const Rule&, Span) { out_ += "<hr>\n"; }

    /// Wide tables scroll in a frame of their own. A table is called what its section is called.
    void write(const Table& table, Span) {
        out_ += "<div class=\"table-scroll\">\n";
        out_ += section_.empty() ? std::string("<table>\n<thead>\n")
                                 : fmt::format("<table aria-labelledby=\"{}\">\n<thead>\n",
                                               escape::html_attribute(section_));
        write_row(table, table.head, "th");
        out_ += "</thead>\n";
        if (!table.rows.empty()) {
            out_ += "<tbody>\n";
            for (const Table::Row& row : table.rows)
                write_row(table, row, "td");
            out_ += "</tbody>\n";
        }
        out_ += "</table>\n</div>\n";
    }

    static bool names_rows(const Table& table) {
        return table.head.cells.size() > 1 && table.head.cells.front().empty();
    }

    void write_row(const Table& table, const Table::Row& row, std::string_view tag) {
        out_ += "<tr>";
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            // A heading without words heads nothing; below one, a column names the rows.
            const bool heads = tag == "th" && !row.cells[i].empty();
            const bool names_row = tag == "td" && i == 0 && names_rows(table);
            out_ += heads ? "<th scope=\"col\"" : names_row ? "<th scope=\"row\"" : "<td";
            switch (i < table.columns.size() ? table.columns[i] : Table::Alignment::none) {
                case Table::Alignment::none:
                    break;
                case Table::Alignment::left:
                    out_ += " class=\"align-left\"";
                    break;
                case Table::Alignment::centre:
                    out_ += " class=\"align-centre\"";
                    break;
                case Table::Alignment::right:
                    out_ += " class=\"align-right\"";
                    break;
            }
            out_ += '>';
            write(row.cells[i]);
            out_ += heads || names_row ? "</th>" : "</td>";
        }
        out_ += "</tr>\n";
    }

    void write(const Figure& figure, Span span) {
        out_ += resolver_.figure(figure.id, span).text();
        out_ += '\n';
    }

    void write(const Conditional& conditional, Span span) {
        if (!conditional.condition) return;
        write(resolver_.holds(conditional.condition, span) ? conditional.then : conditional.otherwise);
    }

    void write(const Repetition& repetition, Span span) {
        if (!repetition.items) return;
        std::size_t before = out_.size();
        for (const expression::Value& item : resolver_.items(repetition.items, span)) {
            resolver_.enter(repetition.name, item);
            write(repetition.content);
            resolver_.leave();
            const std::size_t bytes = out_.size() - std::min(before, out_.size());
            if (!resolver_.goes_on(bytes, span)) return;
            before = out_.size();
        }
    }

    // ---- Inlines ----

    void write(const Inlines& inlines) {
        for (const Inline& part : inlines)
            from(part.span,
                 [&] { std::visit([&](const auto& what) { write(what, part.span); }, part.what); });
    }

    void write(const Text& text, Span) { escape::append_html_text(out_, text.text); }
    void write(const SoftBreak&, Span) { out_ += '\n'; }
    void write(const LineBreak&, Span) { out_ += "<br>\n"; }

    void write(const Code& code, Span) {
        out_ += "<code>";
        escape::append_html_text(out_, code.text);
        out_ += "</code>";
    }

    void write(const Styled& styled, Span) {
        const std::string_view tag = styled.style == Styled::Style::emphasis ? "em"
                                     : styled.style == Styled::Style::strong ? "strong"
                                                                             : "del";
        out_ += fmt::format("<{}>", tag);
        write(styled.content);
        out_ += fmt::format("</{}>", tag);
    }

    void write(const BoundValue& value, Span span) {
        if (!value.expression) return;
        const Marked marked = resolver_.value(value, span);
        const bool leads = !marked.href.empty() && links_open_ == 0;
        if (leads)
            out_ += fmt::format(R"(<a class="datum" href="{}">)",
                                escape::html_attribute(escape::url(marked.href)));
        out_ += marked.text.text();
        if (leads) out_ += "</a>";
        write_mark(marked.mark);
    }

    void write(const Link& link, Span span) {
        const LinkTag tag = resolver_.link(link, span);
        const std::string_view name = tag.href.empty() ? "span" : "a";
        // Links do not nest; cmark sees to it, but a bare address in a link's words may slip through an
        // escape.
        const bool plain = links_open_ > 0 || (tag.href.empty() && tag.attributes.empty());
        if (!plain) {
            out_ += fmt::format("<{}", name);
            if (!tag.href.empty())
                out_ += fmt::format(" href=\"{}\"", escape::html_attribute(escape::url(tag.href)));
            for (const auto& [attribute, value] : tag.attributes)
                out_ += fmt::format(" {}=\"{}\"", attribute, escape::html_attribute(value));
            if (!link.title.empty()) out_ += fmt::format(" title=\"{}\"", escape::html_attribute(link.title));
            out_ += '>';
        }
        ++links_open_;
        write(link.content);
        --links_open_;
        if (!plain) out_ += fmt::format("</{}>", name);
        write_mark(tag.mark);
    }

    void write(const Image& image, Span span) {
        const ImageTag tag = resolver_.image(image, span);
        out_ += fmt::format(R"(<img src="{}" alt="{}")", escape::html_attribute(escape::url(tag.src)),
                            escape::html_attribute(image.alt));
        if (tag.width > 0 && tag.height > 0)
            out_ += fmt::format(R"( width="{}" height="{}")", tag.width, tag.height);
        if (!image.title.empty()) out_ += fmt::format(R"( title="{}")", escape::html_attribute(image.title));
        out_ += '>';
    }

    /// The mark stands against the word before it, as that of a bound value does.
    void write(const Citation& citation, Span span) {
        while (out_.ends_with(' ') || (out_.ends_with('\n') && !out_.ends_with(">\n")))
            out_.pop_back();
        write_mark(resolver_.citation(citation, span));
    }

    void write(const FootnoteMark& mark, Span) {
        if (document_ == nullptr || document_->find_footnote(mark.label) == nullptr) return;
        const std::string number = std::to_string(notes_.number_of(mark.label));
        write_mark(notes_.mark(mark.label, resolver_.label(Label::footnote, {number})));
    }

    void write(const Waiver& waiver, Span) { write(waiver.content); }

    /// Marks are links: inside a link they wait until it ends.
    void write_mark(const escape::SafeHtml& mark) {
        waiting_marks_ += mark;
        if (links_open_ > 0) return;
        out_ += waiting_marks_.text();
        waiting_marks_ = {};
    }

    void write_footnotes() {
        if (notes_.empty()) return;
        out_ += fmt::format("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{}\">\n",
                            escape::html_attribute(resolver_.label(Label::footnotes, {})));
        const auto note = [&](std::string_view label) {
            std::string before = std::exchange(out_, {});
            write(document_->find_footnote(label)->content);
            std::string content = std::exchange(out_, std::move(before));
            return escape::SafeHtml::from_trusted(std::move(content));
        };
        const auto back = [&](std::size_t number, std::size_t mark) {
            return resolver_.label(Label::back_to_text, {std::to_string(number), std::to_string(mark)});
        };
        const escape::SafeHtml list = notes_.list(note, back);
        out_ += list.text();
        out_ += "</section>\n";
    }

    escape::SafeHtml take() { return escape::SafeHtml::from_trusted(std::exchange(out_, {})); }

    const Document* document_ = nullptr;
    Resolver& resolver_;
    escape::Origins* origins_;
    bool has_title_ = true;
    std::string out_;
    /// The anchor of the heading above.
    std::string section_;
    NoteList notes_{"note"};
    std::size_t links_open_ = 0;
    escape::SafeHtml waiting_marks_;
};

}  // namespace

escape::SafeHtml render(const Document& document, Resolver& resolver) {
    return Renderer(document, resolver).page();
}

Parts render_parts(const Document& document, Resolver& resolver) {
    return Renderer(document, resolver, false).parts();
}

escape::SafeHtml render_words(const Inlines& inlines, Resolver& resolver) {
    return Renderer(resolver).words(inlines);
}

}  // namespace regioscope::markdown
