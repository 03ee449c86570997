#include "figures/source_line.h"

#include <algorithm>

#include "escape/html_attribute.h"
#include "escape/html_text.h"
#include "escape/url.h"

namespace regioscope::figures {

namespace {

/// In the order in which their documents are named first.
std::vector<Link> by_document(const std::vector<Link>& sources) {
    std::vector<Link> ordered;
    for (const Link& link : sources) {
        const auto last = std::find_if(ordered.rbegin(), ordered.rend(), [&](const Link& one) {
            return !link.document.empty() && one.document == link.document;
        });
        ordered.insert(last == ordered.rend() ? ordered.end() : last.base(), link);
    }
    return ordered;
}

void append_link(std::string& out, const Link& link, std::string_view label) {
    if (link.href.empty()) return escape::append_html_text(out, label);
    out += "<a href=\"";
    escape::append_html_attribute(out, escape::url(link.href));
    if (!link.language.empty()) {
        out += "\" lang=\"";
        escape::append_html_attribute(out, link.language);
    }
    out += "\">";
    escape::append_html_text(out, label);
    out += "</a>";
}

}  // namespace

std::string_view place_in_document(const Link& link) {
    constexpr std::size_t comma_and_space = 2;
    const std::size_t title = link.document.size() + comma_and_space;
    const bool has_place = !link.document.empty() && link.label.size() > title;
    return has_place ? std::string_view(link.label).substr(title) : std::string_view(link.label);
}

void append_source_line(std::string& out, std::string_view word, const std::vector<Link>& sources) {
    if (sources.empty()) return;
    out += "<p class=\"source-line\">";
    escape::append_html_text(out, word);
    out += ": ";
    std::string_view named;
    const std::vector<Link> ordered = by_document(sources);
    for (const Link& link : ordered) {
        if (&link != &ordered.front()) out += "; ";
        const bool is_named = !link.document.empty() && link.document == named;
        append_link(out, link, is_named ? place_in_document(link) : std::string_view(link.label));
        named = link.document;
    }
    out += "</p>\n";
}

}  // namespace regioscope::figures
