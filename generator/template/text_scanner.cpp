#include "template/text_scanner.h"

#include <fmt/format.h>

#include <algorithm>

#include "template/markup_scanner.h"
#include "template/markup_table.h"

namespace regioscope::templates {

std::vector<TextPart> MarkupScanner::run() {
    while (at_ < text_.size() && !failed_)
        step();
    flush(at_);
    return std::move(parts_);
}

void MarkupScanner::step() {
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

void MarkupScanner::flush(std::size_t end) {
    if (end > copied_)
        parts_.push_back({TextPart::Kind::copy, std::string(text_.substr(copied_, end - copied_)), {}});
    copied_ = end;
}

void MarkupScanner::mark(std::size_t begin, std::size_t end) {
    if (origins_ == nullptr) return;
    flush(begin);
    parts_.push_back(
        {TextPart::Kind::copy, origins_->begin({span_.source, place_of(begin), place_of(end)}), {}});
}

void MarkupScanner::add(TextPart::Kind kind) {
    flush(at_);
    parts_.push_back({kind, {}, {}});
}

std::uint32_t MarkupScanner::place_of(std::size_t offset) const {
    const std::string_view written = span_.text();
    std::size_t place = 0;
    for (std::size_t i = 0; i < offset && place < written.size(); ++i) {
        place += written.substr(place).starts_with("\r\n") ? 2U : 1U;
    }
    return span_.begin + static_cast<std::uint32_t>(place);
}

void MarkupScanner::fail(std::string_view code, std::size_t begin, std::size_t end, std::string message,
                         std::string_view note) {
    Finding& finding =
        findings_.error(code, {span_.source, place_of(begin), place_of(end)}, std::move(message));
    if (!note.empty()) finding.note(std::string(note));
    failed_ = true;
}

void MarkupScanner::fail_cut(std::size_t begin, std::string_view what) {
    fail("markup", begin, text_.size(), fmt::format("{} is cut in two by what follows", what),
         "write it in one piece, and choose between whole ones with '{% if %}'");
}

void MarkupScanner::fail_name(std::size_t begin) {
    fail("markup", begin, std::min(begin + 1, text_.size()), std::string(name_in_parts),
         "choose between whole tags or attributes with '{% if %}'");
}

void MarkupScanner::in_text() {
    at_ = std::min(text_.find('<', at_), text_.size());
    if (at_ < text_.size()) open_markup();
}

void MarkupScanner::open_markup() {
    const std::string_view markup = rest();
    if (markup == "<" || markup == "</") return fail_name(at_);
    if (markup == "<!" || markup == "<!-") return fail_cut(at_, "a comment");
    if (is_markup_letter(markup[1])) return open_element();
    if (markup[1] == '/' && is_markup_letter(markup[2])) return close_element();
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

void MarkupScanner::open_comment() {
    at_ += 4;
    context_.state = State::comment;
    if (rest().starts_with(">") || rest().starts_with("->"))
        fail("markup", at_ - 4, at_ + 1, "this comment ends as it begins");
}

std::string MarkupScanner::read_element_name() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(" \t\n\f\r/>", at_), text_.size());
    const std::string_view name = text_.substr(begin, at_ - begin);
    if (name.find_first_of("<\"'=`") != std::string_view::npos) {
        fail("markup", begin, at_, fmt::format("'{}' is no name of an element", name));
    }
    glue_ = at_ == text_.size() ? Glue::name : Glue::none;
    return in_lower_case(name);
}

void MarkupScanner::open_element() {
    const std::size_t begin = at_++;
    const std::string name = read_element_name();
    context_.state = State::tag;
    context_.element = element_of(name);
    const Refused* refused = find_refused_element(name);
    const bool is_script = is_xml() && name == "script";
    if (refused != nullptr && (!is_xml() || name == "style" || name == "foreignobject")) {
        fail("markup-refused", begin, at_, fmt::format("there can be no <{}> here", name), refused->instead);
    } else if (is_script) {
        fail("markup-refused", begin, at_, "there can be no <script> in an XML file");
    }
}

Element MarkupScanner::element_of(std::string_view name) const {
    if (is_animation(name)) return Element::animation;
    if (is_xml()) return Element::other;
    if (name == "title") return Element::title;
    if (name == "textarea") return Element::textarea;
    return name == "script" ? Element::script : Element::other;
}

void MarkupScanner::close_element() {
    at_ += 2;
    read_element_name();
    context_.state = State::tag;
    context_.element = Element::end_tag;
}

std::vector<TextPart> scan_text(Place& place, std::string_view text, Span span, Findings& findings,
                                escape::Origins* origins) {
    return MarkupScanner(place, text, span, findings, origins).run();
}

}  // namespace regioscope::templates
