// Tags, attributes and their values.
#include <fmt/format.h>

#include <algorithm>

#include "template/markup_scanner.h"
#include "template/markup_table.h"

namespace regioscope::templates {

void MarkupScanner::in_tag() {
    const char c = text_[at_];
    if (is_markup_space(c)) {
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

void MarkupScanner::end_tag() {
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

void MarkupScanner::read_attribute() {
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
    if (const Refused* refused = find_refused_attribute(name)) {
        return fail("markup-refused", begin, at_, fmt::format("there can be no attribute '{}'", written),
                    refused->instead);
    }
    if (name.starts_with("on") && name.size() > 2) {
        return fail("markup-refused", begin, at_, fmt::format("there can be no attribute '{}'", written),
                    "scripts belong into files: the content security policy allows none in pages");
    }
    glue_ = at_ == text_.size() ? Glue::name : Glue::none;
    while (at_ < text_.size() && is_markup_space(text_[at_]))
        ++at_;
    if (at_ == text_.size() || text_[at_] != '=') return;
    ++at_;
    while (at_ < text_.size() && is_markup_space(text_[at_]))
        ++at_;
    if (at_ == text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) {
        return fail("markup", begin, at_, fmt::format("the value of '{}' must stand in quotes", written));
    }
    mark(begin, std::min(text_.find(text_[at_], at_ + 1), text_.size() - 1) + 1);
    open_value(name);
}

AttributeKind MarkupScanner::kind_of(std::string_view name) const {
    if (context_.element == Element::script && name == "type") return AttributeKind::script_type;
    if (is_fixed_attribute(name)) return AttributeKind::fixed;
    if (context_.element == Element::animation && is_animating_attribute(name)) return AttributeKind::fixed;
    return is_url_attribute(name) ? AttributeKind::url : AttributeKind::plain;
}

void MarkupScanner::open_value(std::string_view name) {
    context_.quote = text_[at_++];
    context_.state = State::value;
    context_.attribute = kind_of(name);
    context_.url_part = UrlPart::path;
    value_begin_ = at_;
    if (context_.attribute == AttributeKind::url) add(TextPart::Kind::url_begin);
}

void MarkupScanner::in_value() {
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

void MarkupScanner::remember_script_type(std::string_view type) {
    const std::string name = in_lower_case(type);
    if (name == "application/json" || name == "application/ld+json") context_.element = Element::data_script;
}

bool MarkupScanner::add_url_text(std::string_view written) {
    if (written.empty()) return true;
    std::string text;
    for (std::size_t i = 0; i < written.size();) {
        if (written[i] != '&') {
            text += written[i++];
            continue;
        }
        const std::size_t length = resolve_reference(written.substr(i), text);
        const bool is_name =
            i + 1 < written.size() && (is_markup_letter(written[i + 1]) || written[i + 1] == '#');
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

}  // namespace regioscope::templates
