// The table behind the contexts: one function per state, each moving on through static text.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "template/text_scanner.h"

namespace regioscope::templates {

namespace {

constexpr std::string_view white_space = " \t\n\f\r";

/// Their values are URLs.
constexpr std::string_view url_attributes[] = {"action", "cite",   "formaction", "href",
                                               "itemid", "poster", "src",        "xlink:href"};
/// Their values decide what others mean, or hold several URLs.
constexpr std::string_view fixed_attributes[] = {"http-equiv", "imagesrcset", "ping",
                                                 "srcset",     "xml:base",    "xmlns"};
/// Attributes of an animation that can give another attribute any value.
constexpr std::string_view animating_attributes[] = {"attributename", "by", "from", "to", "values"};
constexpr std::string_view animating_elements[] = {"animate", "animatemotion", "animatetransform", "set"};

struct Refused {
    std::string_view name;
    std::string_view instead;
};
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

bool is_space(char c) {
    return white_space.find(c) != std::string_view::npos;
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string in_lower_case(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

/// Resolves a character reference at the beginning of `text`; its length, or 0 if there is none that we know.
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

class TextScanner {
  public:
    TextScanner(Place& place, std::string_view text, Span span, Findings& findings)
        : context_(place.context), glue_(place.glue), text_(text), span_(span), findings_(findings) {}

    std::vector<TextPart> run() {
        while (at_ < text_.size() && !failed_)
            step();
        flush();
        return std::move(parts_);
    }

  private:
    void step() {
        switch (context_.state) {
            case State::text:
                return in_text();
            case State::tag:
                return in_tag();
            case State::value:
                return in_value();
            case State::raw_text:
                return in_raw_text();
            case State::json:
            case State::json_string:
                return in_json();
            case State::script:
                return in_script();
            case State::comment:
                return in_comment();
            case State::declaration:
                return in_declaration();
            case State::plain:
                at_ = text_.size();
                return;
        }
    }

    std::string_view rest() const { return text_.substr(at_); }
    bool is_xml() const { return context_.dialect == Dialect::xml; }

    // ---- What comes out ----

    /// What was passed and is not in a URL is copied.
    void flush() {
        if (at_ > copied_)
            parts_.push_back({TextPart::Kind::copy, std::string(text_.substr(copied_, at_ - copied_)), {}});
        copied_ = at_;
    }

    void add(TextPart::Kind kind) {
        flush();
        parts_.push_back({kind, {}, {}});
    }

    /// Places in the text count line breaks as one character, the file may have two.
    std::uint32_t place_of(std::size_t offset) const {
        const std::string_view written = span_.text();
        std::size_t place = 0;
        for (std::size_t i = 0; i < offset && place < written.size(); ++i) {
            place += written.substr(place).starts_with("\r\n") ? 2U : 1U;
        }
        return span_.begin + static_cast<std::uint32_t>(place);
    }

    void fail(std::string_view code, std::size_t begin, std::size_t end, std::string message,
              std::string_view note = {}) {
        Finding& finding =
            findings_.error(code, {span_.source, place_of(begin), place_of(end)}, std::move(message));
        if (!note.empty()) finding.note(std::string(note));
        failed_ = true;
    }

    void fail_cut(std::size_t begin, std::string_view what) {
        fail("markup", begin, text_.size(), fmt::format("{} is cut in two by what follows", what),
             "write it in one piece, and choose between whole ones with '{% if %}'");
    }

    void fail_name(std::size_t begin) {
        fail("markup", begin, std::min(begin + 1, text_.size()), std::string(name_in_parts),
             "choose between whole tags or attributes with '{% if %}'");
    }

    // ---- Text ----

    void in_text() {
        at_ = std::min(text_.find('<', at_), text_.size());
        if (at_ < text_.size()) open_markup();
    }

    void open_markup() {
        const std::string_view markup = rest();
        if (markup == "<" || markup == "</") return fail_name(at_);
        if (markup == "<!" || markup == "<!-") return fail_cut(at_, "a comment");
        if (is_letter(markup[1])) return open_element();
        if (markup[1] == '/' && is_letter(markup[2])) return close_element();
        if (markup.starts_with("<!--")) return open_comment();
        if (markup.starts_with("<!["))
            return fail("markup-refused", at_, at_ + 3,
                        "marked sections are not supported: write '&lt;' for '<'");
        if (markup[1] == '!' || markup[1] == '?') {
            context_.state = State::declaration;
            at_ += 2;
            return;
        }
        fail("markup", at_, at_ + 1, "this '<' begins no tag: write '&lt;'");
    }

    void open_comment() {
        at_ += 4;
        context_.state = State::comment;
        if (rest().starts_with(">") || rest().starts_with("->"))
            fail("markup", at_ - 4, at_ + 1, "this comment ends as it begins");
    }

    /// Behind `<` or `</`: the name in lower case; passes it.
    std::string read_element_name() {
        const std::size_t begin = at_;
        at_ = std::min(text_.find_first_of(" \t\n\f\r/>", at_), text_.size());
        const std::string_view name = text_.substr(begin, at_ - begin);
        if (name.find_first_of("<\"'=`") != std::string_view::npos) {
            fail("markup", begin, at_, fmt::format("'{}' is no name of an element", name));
        }
        glue_ = at_ == text_.size() ? Glue::name : Glue::none;
        return in_lower_case(name);
    }

    void open_element() {
        const std::size_t begin = at_++;
        const std::string name = read_element_name();
        context_.state = State::tag;
        context_.element = element_of(name);
        const Refused* refused = find_refused(name, refused_elements);
        const bool is_script = is_xml() && name == "script";
        if (refused != nullptr && (!is_xml() || name == "style" || name == "foreignobject")) {
            fail("markup-refused", begin, at_, fmt::format("there can be no <{}> here", name),
                 refused->instead);
        } else if (is_script) {
            fail("markup-refused", begin, at_, "there can be no <script> in an XML file");
        }
    }

    Element element_of(std::string_view name) const {
        if (is_one_of(name, animating_elements)) return Element::animation;
        if (is_xml()) return Element::other;
        if (name == "title") return Element::title;
        if (name == "textarea") return Element::textarea;
        return name == "script" ? Element::script : Element::other;
    }

    void close_element() {
        at_ += 2;
        read_element_name();
        context_.state = State::tag;
        context_.element = Element::end_tag;
    }

    // ---- Tags ----

    void in_tag() {
        const char c = text_[at_];
        if (is_space(c)) {
            glue_ = Glue::none;
            ++at_;
        } else if (c == '/') {
            ++at_;
            if (is_xml() && rest().starts_with(">")) context_.element = Element::other;
            glue_ = Glue::none;
        } else if (c == '>') {
            ++at_;
            end_tag();
        } else {
            read_attribute();
        }
    }

    void end_tag() {
        glue_ = Glue::none;
        switch (context_.element) {
            case Element::title:
            case Element::textarea:
                context_.state = State::raw_text;
                return;
            case Element::script:
                context_.state = State::script;
                return;
            case Element::data_script:
                context_.state = State::json;
                return;
            case Element::other:
            case Element::end_tag:
            case Element::animation:
                break;
        }
        context_.state = State::text;
        context_.element = Element::other;
    }

    void read_attribute() {
        const std::size_t begin = at_;
        at_ = std::min(text_.find_first_of(" \t\n\f\r/>=", at_ + 1), text_.size());
        const std::string_view written = text_.substr(begin, at_ - begin);
        const std::string name = in_lower_case(written);
        if (written.find_first_of("<\"'=`") != std::string_view::npos) {
            return fail("markup", begin, at_, fmt::format("'{}' is no name of an attribute", written));
        }
        if (context_.element == Element::end_tag)
            return fail("markup", begin, at_, "an end tag has no attributes");
        if (glue_ == Glue::name) return fail_name(begin);
        if (glue_ == Glue::value) {
            return fail("markup", begin, at_, fmt::format("'{}' must have white space before it", written));
        }
        if (const Refused* refused = find_refused(name, refused_attributes)) {
            return fail("markup-refused", begin, at_, fmt::format("there can be no attribute '{}'", written),
                        refused->instead);
        }
        if (name.starts_with("on") && name.size() > 2) {
            return fail("markup-refused", begin, at_, fmt::format("there can be no attribute '{}'", written),
                        "scripts belong into files: the content security policy allows none in pages");
        }
        glue_ = at_ == text_.size() ? Glue::name : Glue::none;
        while (at_ < text_.size() && is_space(text_[at_]))
            ++at_;
        if (at_ == text_.size() || text_[at_] != '=') return;
        ++at_;
        while (at_ < text_.size() && is_space(text_[at_]))
            ++at_;
        if (at_ == text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) {
            return fail("markup", begin, at_, fmt::format("the value of '{}' must stand in quotes", written));
        }
        open_value(name);
    }

    AttributeKind kind_of(std::string_view name) const {
        if (context_.element == Element::script && name == "type") return AttributeKind::script_type;
        if (is_one_of(name, fixed_attributes) || name.starts_with("xmlns:")) return AttributeKind::fixed;
        if (context_.element == Element::animation && is_one_of(name, animating_attributes))
            return AttributeKind::fixed;
        return is_one_of(name, url_attributes) ? AttributeKind::url : AttributeKind::plain;
    }

    void open_value(std::string_view name) {
        context_.quote = text_[at_++];
        context_.state = State::value;
        context_.attribute = kind_of(name);
        context_.url_part = UrlPart::path;
        value_begin_ = at_;
        if (context_.attribute == AttributeKind::url) add(TextPart::Kind::url_begin);
    }

    void in_value() {
        const std::size_t begin = at_;
        const std::size_t end = std::min(text_.find(context_.quote, at_), text_.size());
        const bool is_url = context_.attribute == AttributeKind::url;
        if (is_url && !add_url_text(text_.substr(begin, end - begin))) return;
        at_ = end;
        if (end == text_.size()) return;
        if (is_url) add(TextPart::Kind::url_end);
        if (context_.attribute == AttributeKind::script_type)
            remember_script_type(text_.substr(value_begin_, end - value_begin_));
        ++at_;
        context_.state = State::tag;
        context_.attribute = AttributeKind::plain;
        context_.url_part = UrlPart::path;
        context_.quote = 0;
        glue_ = Glue::value;
    }

    void remember_script_type(std::string_view type) {
        const std::string name = in_lower_case(type);
        if (name == "application/json" || name == "application/ld+json")
            context_.element = Element::data_script;
    }

    bool add_url_text(std::string_view written) {
        if (written.empty()) return true;
        std::string text;
        for (std::size_t i = 0; i < written.size();) {
            if (written[i] != '&') {
                text += written[i++];
                continue;
            }
            const std::size_t length = resolve_reference(written.substr(i), text);
            const bool is_name =
                i + 1 < written.size() && (is_letter(written[i + 1]) || written[i + 1] == '#');
            const bool is_reference = is_name && written.find(';', i) != std::string_view::npos &&
                                      written.find(';', i) < written.find_first_of("=&?/", i + 1);
            if (length == 0 && is_reference) {
                fail("markup", at_ + i, at_ + i + 1,
                     "this character reference is not known in a URL: write the character itself");
                return false;
            }
            if (length == 0) text += '&';
            i += std::max<std::size_t>(length, 1);
        }
        if (text.find_first_of("?#") != std::string::npos) context_.url_part = UrlPart::query;
        parts_.push_back({TextPart::Kind::url_text, std::move(text), std::string(written)});
        at_ += written.size();
        copied_ = at_;
        return true;
    }

    // ---- Contents that are no markup ----

    /// `</name` in any case, and its end.
    bool is_at_end_tag(std::string_view name) const {
        const std::string_view tag = rest();
        if (!tag.starts_with("</") || in_lower_case(tag.substr(2, name.size())) != name) return false;
        const std::size_t end = 2 + name.size();
        return end == tag.size() || tag[end] == '>' || tag[end] == '/' || is_space(tag[end]);
    }

    /// Does the text end within what could become that end tag?
    bool is_cut_end_tag(std::string_view name) const {
        const std::string tag = "</" + std::string(name);
        return rest().size() < tag.size() && tag.starts_with(in_lower_case(rest()));
    }

    void in_raw_text() {
        const std::string_view name = context_.element == Element::title ? "title" : "textarea";
        at_ = std::min(text_.find('<', at_), text_.size());
        if (at_ == text_.size()) return;
        if (is_at_end_tag(name)) return close_element();
        if (is_cut_end_tag(name)) return fail_cut(at_, "an end tag");
        // Inside <svg> a title is an element like others, and a tag would count.
        return fail("markup", at_, at_ + 1, fmt::format("there can be no tag in a {}: write '&lt;'", name));
    }

    void in_json() {
        const char c = text_[at_];
        if (c == '<' && context_.dialect == Dialect::html) {
            if (context_.state == State::json && is_at_end_tag("script")) return close_element();
            return fail("markup", at_, at_ + 1, "in JSON inside HTML a '<' is written '\\u003c'");
        }
        if (c == '"') context_.state = context_.state == State::json ? State::json_string : State::json;
        const bool escapes = c == '\\' && context_.state == State::json_string;
        if (escapes && at_ + 1 == text_.size()) return fail_cut(at_, "an escape");
        at_ += escapes ? 2 : 1;
    }

    void in_script() {
        if (is_space(text_[at_])) {
            ++at_;
        } else if (is_at_end_tag("script")) {
            close_element();
        } else {
            fail("markup-refused", at_, std::min(text_.find_first_of("\n", at_), text_.size()),
                 "there can be no script in a page",
                 "put it into a file and name it with 'src': the content security policy allows own files "
                 "only");
        }
    }

    void in_comment() {
        const std::size_t end = text_.find("--", at_);
        const std::string_view tail = end == std::string_view::npos ? std::string_view() : text_.substr(end);
        if (tail.starts_with("-->")) {
            at_ = end + 3;
            context_.state = State::text;
        } else if (tail.starts_with("--!>")) {
            fail("markup", end, end + 4, "a comment ends with '-->'");
        } else if (end != std::string_view::npos && tail.size() > 2) {
            at_ = end + 1;
        } else {
            if (text_.ends_with('-')) return fail_cut(text_.size() - 1, "the end of a comment");
            at_ = text_.size();
        }
    }

    void in_declaration() {
        const std::size_t end = text_.find('>', at_);
        at_ = end == std::string_view::npos ? text_.size() : end + 1;
        if (end != std::string_view::npos) context_.state = State::text;
    }

    Context& context_;
    Glue& glue_;
    std::string_view text_;
    Span span_;
    Findings& findings_;
    std::size_t at_ = 0;
    std::size_t copied_ = 0;
    std::size_t value_begin_ = 0;
    bool failed_ = false;
    std::vector<TextPart> parts_;
};

}  // namespace

std::vector<TextPart> scan_text(Place& place, std::string_view text, Span span, Findings& findings) {
    return TextScanner(place, text, span, findings).run();
}

}  // namespace regioscope::templates
