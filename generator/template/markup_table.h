// What is known of elements and attributes: which hold URLs, which decide what others mean, which are refused
// and what to do instead. Names are in lower case.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::templates {

struct Refused {
    std::string_view name;
    std::string_view instead;
};

/// Null: the element or attribute is welcome.
const Refused* find_refused_element(std::string_view name);
const Refused* find_refused_attribute(std::string_view name);

bool is_url_attribute(std::string_view name);
/// Its value must be written out.
bool is_fixed_attribute(std::string_view name);
/// An animation, and the attributes by which it can give another attribute any value.
bool is_animation(std::string_view element);
bool is_animating_attribute(std::string_view name);

/// ASCII letters only, as HTML compares names.
std::string in_lower_case(std::string_view text);

/// Resolves a character reference (`&amp;`, `&#38;`) at the beginning of `text` and appends what it stands
/// for; its length, or 0 if there is none that we know.
std::size_t resolve_reference(std::string_view text, std::string& out);

}  // namespace regioscope::templates
