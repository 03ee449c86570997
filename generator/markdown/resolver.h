// What a text needs from the rest of the report to become HTML: the values, the links and the words. The room
// `report` implements it, once for each page in each language; what it finds wrong becomes a finding of that
// page.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"
#include "escape/origins.h"
#include "escape/safe_html.h"
#include "expression/value.h"
#include "markdown/inline.h"

namespace regioscope::markdown {

/// Markup of a value, and the mark that leads to its source. The mark may be a link: inside another link it
/// is put behind that one, as links do not nest.
struct Marked {
    escape::SafeHtml text;
    escape::SafeHtml mark = {};
    /// Where the value leads: its source. The text becomes a link of class "datum", unless it stands in a
    /// link.
    std::string href = {};
};

/// The start tag of a link. Attributes are written in order and escaped by the renderer; an unsafe address is
/// replaced by one that leads nowhere.
struct LinkTag {
    /// Empty: no link, the words stand in a <span>.
    std::string href;
    /// For instance {"class", "claim"}, {"data-state", "holds"}. Never href.
    std::vector<std::pair<std::string, std::string>> attributes;
    /// Put behind the link.
    escape::SafeHtml mark;
};

struct ImageTag {
    std::string src;
    /// Pixels; 0 when not known.
    int width = 0;
    int height = 0;
};

/// Words of the interface that a text needs.
enum class Label {
    footnotes,        // heading of the list at the end
    footnote,         // {0} is the number: "Note 3"
    back_to_text,     // {0} is the number, {1} the how-manieth mark: "Back to the text of note 3"
    link_to_section,  // {0} is the heading's words
};

class Resolver {
  public:
    Resolver() = default;
    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;
    virtual ~Resolver() = default;

    virtual Marked value(const BoundValue& value, Span span) = 0;
    virtual bool holds(const expression::Expression& condition, Span span) = 0;
    virtual std::vector<expression::Value> items(const expression::Expression& items, Span span) = 0;
    /// From now on expressions may use `name`, until `leave`.
    virtual void enter(std::string_view name, const expression::Value& value) = 0;
    virtual void leave() = 0;

    /// May another round of a repetition be written, when the one before came to so many bytes?
    virtual bool goes_on(std::size_t /*bytes*/, Span /*place*/) { return true; }

    virtual escape::SafeHtml figure(std::string_view id, Span span) = 0;
    virtual LinkTag link(const Link& link, Span span) = 0;
    virtual ImageTag image(const Image& image, Span span) = 0;
    /// A mark; it is set against the word before it, without the space that the author left.
    virtual escape::SafeHtml citation(const Citation& citation, Span span) = 0;

    /// What stands behind a paragraph, for instance the evidence of what it says.
    virtual escape::SafeHtml behind_paragraph() { return {}; }
    /// The same behind an item of a numbered list: findings, lessons, steps.
    virtual escape::SafeHtml behind_numbered() { return behind_paragraph(); }

    virtual std::string label(Label label, const std::vector<std::string>& arguments) = 0;

    /// The id of the heading with this anchor, on the page that shows it.
    virtual std::string heading_id(const std::string& anchor) { return anchor; }
    /// Where to put down the places of what is written; null unless somebody looks for them.
    virtual escape::Origins* origins() { return nullptr; }
};

}  // namespace regioscope::markdown
