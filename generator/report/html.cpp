#include "report/html.h"

#include <fmt/format.h>

#include "escape/html_attribute.h"
#include "escape/url.h"

namespace regioscope::report {

using escape::SafeHtml;

SafeHtml words(std::string_view text) {
    return SafeHtml::from_text(text);
}

SafeHtml element(std::string_view tag, const SafeHtml& content, std::string_view css_class) {
    const std::string attribute =
        css_class.empty() ? "" : fmt::format(R"( class="{}")", escape::html_attribute(css_class));
    return SafeHtml::from_trusted(fmt::format("<{0}{1}>{2}</{0}>", tag, attribute, content.text()));
}

SafeHtml span(std::string_view css_class, const SafeHtml& content) {
    return element("span", content, css_class);
}

SafeHtml quiet(std::string_view text) {
    return span("quiet", words(text));
}

SafeHtml sign(std::string_view text, std::string_view title) {
    return SafeHtml::from_trusted(fmt::format(R"(<sup class="sign"><abbr title="{}">{}</abbr></sup>)",
                                              escape::html_attribute(title), escape::html_text(text)));
}

SafeHtml anchor(std::string_view text, std::string_view href) {
    if (href.empty()) return words(text);
    return SafeHtml::from_trusted(fmt::format(
        R"(<a href="{}">{}</a>)", escape::html_attribute(escape::url(href)), escape::html_text(text)));
}

SafeHtml anchor_with_hidden(std::string_view text, std::string_view hidden, std::string_view href) {
    return SafeHtml::from_trusted(fmt::format(
        R"(<a href="{}">{}<span class="visually-hidden"> {}</span></a>)",
        escape::html_attribute(escape::url(href)), escape::html_text(text), escape::html_text(hidden)));
}

SafeHtml bullet_list(const std::vector<SafeHtml>& items) {
    if (items.empty()) return {};
    SafeHtml list;
    for (const SafeHtml& item : items)
        list += element("li", item);
    return element("ul", list, "plain");
}

SafeHtml joined(const std::vector<SafeHtml>& parts, std::string_view separator) {
    SafeHtml all;
    for (const SafeHtml& part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += words(separator);
        all += part;
    }
    return all;
}

}  // namespace regioscope::report
