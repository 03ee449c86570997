// What elements hold that is no markup, and comments.
#include <fmt/format.h>

#include <algorithm>

#include "template/markup_scanner.h"
#include "template/markup_table.h"

namespace regioscope::templates {

bool MarkupScanner::is_at_end_tag(std::string_view name) const {
    const std::string_view tag = rest();
    if (!tag.starts_with("</") || in_lower_case(tag.substr(2, name.size())) != name) return false;
    const std::size_t end = 2 + name.size();
    return end == tag.size() || tag[end] == '>' || tag[end] == '/' || is_markup_space(tag[end]);
}

bool MarkupScanner::is_cut_end_tag(std::string_view name) const {
    const std::string tag = "</" + std::string(name);
    return rest().size() < tag.size() && tag.starts_with(in_lower_case(rest()));
}

void MarkupScanner::in_raw_text() {
    const std::string_view name = context_.element == Element::title ? "title" : "textarea";
    at_ = std::min(text_.find('<', at_), text_.size());
    if (at_ == text_.size()) return;
    if (is_at_end_tag(name)) return close_element();
    if (is_cut_end_tag(name)) return fail_cut(at_, "an end tag");
    // Inside <svg> a title is an element like others, and a tag would count.
    return fail("markup", at_, at_ + 1, fmt::format("there can be no tag in a {}: write '&lt;'", name));
}

void MarkupScanner::in_json() {
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

void MarkupScanner::in_script() {
    if (is_markup_space(text_[at_])) {
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

void MarkupScanner::in_comment() {
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

void MarkupScanner::in_declaration() {
    const std::size_t end = text_.find('>', at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
    if (end != std::string_view::npos) context_.state = State::text;
}

}  // namespace regioscope::templates
