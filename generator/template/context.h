// Where in the output a template stands: in text, in a tag, in an attribute's value, … Static text moves the
// context on; what a template prints is escaped for the context it stands in. Whatever is not listed here is
// refused.
#pragma once

#include <cstdint>
#include <string_view>

namespace regioscope::templates {

/// HTML pages (with SVG inside), XML and SVG files, JSON files, and text without any markup.
enum class Dialect : std::uint8_t { html, xml, json, plain };

enum class State : std::uint8_t {
    text,         // <p>^
    tag,          // <p ^ class="a" ^>
    value,        // <p class="^"
    raw_text,     // <title>^</title>, <textarea>^</textarea>: references count, tags do not
    json,         // <script type="application/json">^, outside of strings
    json_string,  // <script type="application/json">{"a": "^"
    script,       // <script src="a.js">^</script>: nothing goes here
    comment,      // <!-- ^ -->
    declaration,  // <!DOCTYPE ^>, <?xml ^?>
    plain,        // a file without markup
};

/// What an attribute's value is.
enum class AttributeKind : std::uint8_t {
    plain,
    url,
    fixed,        // decides what other things mean, or holds several URLs: no output goes in there
    script_type,  // fixed, and remembered
};

enum class UrlPart : std::uint8_t { path, query, either };

/// Elements that change what follows.
enum class Element : std::uint8_t { other, end_tag, title, textarea, script, data_script, animation };

struct Context {
    Dialect dialect = Dialect::html;
    State state = State::text;
    Element element = Element::other;
    AttributeKind attribute = AttributeKind::plain;
    UrlPart url_part = UrlPart::path;
    char quote = 0;

    friend bool operator==(const Context&, const Context&) = default;
};

/// What an output is escaped as.
enum class Target : std::uint8_t {
    none,  // nothing may be printed here
    html_text,
    html_attribute,
    xml_text,
    xml_attribute,
    url_path,   // any part of a URL up to `?` and `#`; checked and encoded as a whole when its attribute ends
    url_query,  // percent-encoded by itself
    json,
    comment,
    tag,  // attributes, which only a macro can write
    plain,
};

Target target_of(const Context& context);

/// In words, for messages: "in text", "in the value of an attribute".
std::string_view described(const Context& context);
std::string_view described(Target target);

/// Where a template of that name begins: by its ending, `.xml`, `.svg`, `.json`, `.txt`; else HTML.
Context start_of(std::string_view template_name);

/// Do both go on in the same way? Then what they have become is left in `a`.
bool join_contexts(Context& a, const Context& b);

}  // namespace regioscope::templates
