#include "template/markup_table.h"

#include <algorithm>

#include "base/utf8.h"

namespace regioscope::templates {

namespace {

/// Their values are URLs.
constexpr std::string_view url_attributes[] = {"action", "cite",   "formaction", "href",
                                               "itemid", "poster", "src",        "xlink:href"};
/// Their values decide what others mean, or hold several URLs.
constexpr std::string_view fixed_attributes[] = {"http-equiv", "imagesrcset", "ping",
                                                 "srcset",     "xml:base",    "xmlns"};
/// Attributes of an animation that can give another attribute any value.
constexpr std::string_view animating_attributes[] = {"attributename", "by", "from", "to", "values"};
constexpr std::string_view animating_elements[] = {"animate", "animatemotion", "animatetransform", "set"};

constexpr Refused refused_elements[] = {
    {"style", "styles belong into a stylesheet: the content security policy allows none in pages"},
    {"iframe", "a page shows nothing from elsewhere"},
    {"object", "a page shows nothing from elsewhere"},
    {"embed", "a page shows nothing from elsewhere"},
    {"applet", "a page shows nothing from elsewhere"},
    {"base", "links are relative to their page"},
    {"foreignobject", "HTML goes beside an image, not into it"},
    {"noembed", "this element is not part of HTML any more"},
    {"noframes", "this element is not part of HTML any more"},
    {"plaintext", "this element is not part of HTML any more"},
    {"xmp", "this element is not part of HTML any more"}};
constexpr Refused refused_attributes[] = {
    {"style",
     "give it a class and put the style into a stylesheet: the content security policy allows none in pages"},
    {"srcdoc", "a page shows nothing from elsewhere"}};

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

template <std::size_t size>
const Refused* find_refused(std::string_view name, const Refused (&all)[size]) {
    const auto* found =
        std::find_if(std::begin(all), std::end(all), [&](const Refused& r) { return r.name == name; });
    return found == std::end(all) ? nullptr : found;
}

}  // namespace

const Refused* find_refused_element(std::string_view name) {
    return find_refused(name, refused_elements);
}
const Refused* find_refused_attribute(std::string_view name) {
    return find_refused(name, refused_attributes);
}
bool is_url_attribute(std::string_view name) {
    return is_one_of(name, url_attributes);
}
bool is_fixed_attribute(std::string_view name) {
    return is_one_of(name, fixed_attributes) || name.starts_with("xmlns:");
}
bool is_animation(std::string_view element) {
    return is_one_of(element, animating_elements);
}
bool is_animating_attribute(std::string_view name) {
    return is_one_of(name, animating_attributes);
}

std::string in_lower_case(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::size_t resolve_reference(std::string_view text, std::string& out) {
    constexpr std::pair<std::string_view, char> named[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (const auto& [reference, character] : named) {
        if (!text.starts_with(reference)) continue;
        out += character;
        return reference.size();
    }
    const std::size_t end = text.find(';');
    if (!text.starts_with("&#") || end == std::string_view::npos || end > 9 || end < 3) return 0;
    const bool is_hex = text[2] == 'x' || text[2] == 'X';
    char32_t code_point = 0;
    for (const char c : text.substr(is_hex ? 3 : 2, end - (is_hex ? 3 : 2))) {
        const std::size_t digit = std::string_view("0123456789abcdef").find(in_lower_case({&c, 1}));
        if (digit >= (is_hex ? 16U : 10U)) return 0;
        code_point = code_point * (is_hex ? 16 : 10) + static_cast<char32_t>(digit);
    }
    append_utf8(out, code_point);
    return end + 1;
}

}  // namespace regioscope::templates
