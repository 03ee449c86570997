#include "markdown/parity.h"
#include "markdown/each_block.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "markdown/each_block.h"

namespace regioscope::markdown {

namespace {

/// Something that both languages must have in a section, by the words that name it in messages.
using Inventory = std::map<std::string, std::vector<Span>>;

bool prints_words(const expression::Expression& expression, const ParityOptions& options) {
    const auto names = expression.names();
    return !names.empty() && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
        return options.wording_functions.contains(name);
    });
}

/// Lists, tables and strong emphasis, section by section, as the outline counts sections.
class Shapes {
  public:
    explicit Shapes(std::vector<Inventory>& sections) : sections_(sections) {}

    void add(const Block& block) {
        std::visit([&](const auto& what) { visit(what, block.span); }, block.what);
    }

  private:
    template <class Other>
    void visit(const Other&, Span) {}
    void visit(const Heading& heading, Span) {
        ++section_;
        visit(heading.content);
    }
    void visit(const Paragraph& paragraph, Span) { visit(paragraph.content); }
    void visit(const Aside& aside, Span) { visit(aside.title); }
    void visit(const Bullets& list, Span span) {
        add(fmt::format("a {} of {} item{}", list.start ? "numbered list" : "list", list.items.size(),
                        list.items.size() == 1 ? "" : "s"),
            span);
    }
    void visit(const Table& table, Span span) {
        add(fmt::format("a table of {} columns and {} rows", table.columns.size(), table.rows.size()), span);
        for (const Inlines& cell : table.head.cells)
            visit(cell);
        for (const Table::Row& row : table.rows) {
            for (const Inlines& cell : row.cells)
                visit(cell);
        }
    }

    void visit(const Inlines& inlines) {
        for (const Inline& part : inlines)
            std::visit([&](const auto& what) { visit(what, part.span); }, part.what);
    }
    void visit(const Styled& styled, Span span) {
        // Words of another language are emphasised where they are foreign.
        if (styled.style == Styled::Style::strong) add("strong emphasis", span);
        if (styled.style == Styled::Style::deleted) add("a deletion", span);
        visit(styled.content);
    }
    void visit(const Link& link, Span) { visit(link.content); }

    void add(const std::string& shape, Span span) {
        if (section_ < sections_.size()) sections_[section_][shape].push_back(span);
    }

    std::vector<Inventory>& sections_;
    std::size_t section_ = 0;
};

/// One inventory per section.
std::vector<Inventory> take_inventory(const Document& document, const ParityOptions& options) {
    std::vector<Inventory> sections(document.sections().size());
    for (const ValueMention& value : document.mentions().values)
        if (!prints_words(value.expression, options))
            sections[value.section]
                    [fmt::format("{} '{}'",
                                 value.role == ValueMention::Role::value ? "the value" : "the condition",
                                 value.normalized)]
                        .push_back(value.span);
    for (const FigureMention& figure : document.mentions().figures)
        sections[figure.section][fmt::format("the figure '{}'", figure.id)].push_back(figure.span);
    for (const LinkMention& link : document.mentions().links)
        if (link.target.kind == Target::Kind::claim)
            sections[link.section][fmt::format("the claim '{}'", link.target.path)].push_back(link.span);
    for (const ReferenceMention& mention : document.mentions().references) {
        const Reference& cited = mention.reference;
        const std::string part = cited.part.empty() ? "" : "#" + cited.part;
        sections[mention.section][fmt::format("the citation '@{}{}, {}'", cited.source, part, cited.locator)]
            .push_back(mention.span);
    }
    Shapes shapes(sections);
    for_each_block(document.blocks(), [&](const Block& block) { shapes.add(block); });
    return sections;
}

/// Where to say that something is missing: the section's heading, or where the text begins.
Span place_of(const Document& document, std::size_t section) {
    const Span heading = document.sections()[section].span;
    return heading ? heading : Span{document.span().source, document.span().begin, document.span().begin};
}

class Comparison {
  public:
    Comparison(const Document& original, const Document& other, Findings& findings)
        : original_(original), other_(other), findings_(findings) {}

    /// Sections correspond by their order; where the headings part, nothing behind them can be compared.
    void compare(const ParityOptions& options) {
        const std::size_t common = count_common_sections();
        const auto originals = take_inventory(original_, options);
        const auto others = take_inventory(other_, options);
        for (std::size_t section = 0; section < common; ++section)
            compare(originals[section], others[section], section);
    }

  private:
    std::size_t count_common_sections() {
        const auto& originals = original_.sections();
        const auto& others = other_.sections();
        std::size_t common = 0;
        while (common < originals.size() && common < others.size() &&
               originals[common].level == others[common].level)
            ++common;
        if (common < others.size() && common < originals.size()) {
            add(place_of(other_, common), "this heading has another level than the one in its place",
                place_of(original_, common), "that one is here");
        } else if (common < originals.size()) {
            add(place_of(other_, common - 1),
                fmt::format("behind this section, '{}' is missing", originals[common].title),
                place_of(original_, common), "it stands here");
        } else if (common < others.size()) {
            add(place_of(other_, common),
                fmt::format("the section '{}' has no counterpart", others[common].title),
                place_of(original_, common - 1), "the last section is this one");
        }
        return common;
    }

    void compare(const Inventory& originals, const Inventory& others, std::size_t section) {
        static const std::vector<Span> none;
        const auto spans_in = [](const Inventory& inventory,
                                 const std::string& name) -> const std::vector<Span>& {
            const auto found = inventory.find(name);
            return found == inventory.end() ? none : found->second;
        };
        for (const auto& [name, spans] : originals)
            for (std::size_t i = spans_in(others, name).size(); i < spans.size(); ++i)
                add(place_of(other_, section), fmt::format("{} is missing in this section", name), spans[i],
                    "it stands here");
        for (const auto& [name, spans] : others)
            for (std::size_t i = spans_in(originals, name).size(); i < spans.size(); ++i)
                add(spans[i], fmt::format("{} has no counterpart", name), place_of(original_, section),
                    "it is missing in this section");
    }

    void add(Span place, std::string message, Span counterpart, std::string note) {
        findings_.error("language-parity", place, std::move(message)).note(std::move(note), counterpart);
    }

    const Document& original_;
    const Document& other_;
    Findings& findings_;
};

}  // namespace

void compare_structure(const Document& original, const Document& other, Findings& findings,
                       const ParityOptions& options) {
    Comparison(original, other, findings).compare(options);
}

}  // namespace regioscope::markdown
