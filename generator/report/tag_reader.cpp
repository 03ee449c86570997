#include "report/tag_reader.h"

#include <algorithm>
#include <array>

namespace regioscope::report {

namespace {

using escape::Origins;

constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/// What these hold is text, whatever it looks like.
constexpr std::array<std::string_view, 4> text_elements = {"script", "style", "textarea", "title"};

bool is_text_element(std::string_view name) {
    return std::any_of(text_elements.begin(), text_elements.end(),
                       [&](std::string_view element) { return equals_ignoring_case(name, element); });
}

}  // namespace

bool equals_ignoring_case(std::string_view name, std::string_view lower_case) {
    return std::equal(name.begin(), name.end(), lower_case.begin(), lower_case.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

std::string_view Tag::value(std::string_view wanted) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& attribute) {
        return equals_ignoring_case(attribute.name, wanted);
    });
    return found == attributes.end() ? std::string_view() : found->value;
}

bool TagReader::next(Tag& tag) {
    while (true) {
        pass_text();
        if (at_ + 1 >= html_.size()) return false;
        const char c = html_[at_ + 1];
        if (is_letter(c)) {
            read_tag(tag);
            return true;
        }
        if (html_.substr(at_, 4) == "<!--") {
            pass_comment();
        } else if (c == '/' || c == '!' || c == '?') {
            at_ = std::min(html_.find('>', at_), html_.size());
        } else {
            ++at_;
        }
    }
}

void TagReader::pass_text() {
    if (origins_ == nullptr) {
        at_ = std::min(html_.find('<', at_), html_.size());
        return;
    }
    for (; at_ < html_.size() && html_[at_] != '<'; ++at_) {
        if (html_[at_] == Origins::first) {
            around_.push_back(read_mark());
            --at_;
        } else if (html_[at_] == Origins::end && !around_.empty()) {
            around_.pop_back();
        }
    }
}

void TagReader::pass_comment() {
    const std::size_t end = html_.find("-->", at_ + 4);
    at_ = end == std::string_view::npos ? html_.size() : end + 3;
}

Span TagReader::read_mark() {
    std::size_t length = 0;
    const Span place = origins_->read(html_.substr(at_), length);
    at_ += length;
    return place;
}

void TagReader::read_tag(Tag& tag) {
    const std::size_t begin = ++at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>')
        ++at_;
    tag.name = html_.substr(begin, at_ - begin);
    tag.attributes.clear();
    while (read_attribute(tag)) {
    }
    if (is_text_element(tag.name)) pass_content(tag.name);
}

void TagReader::pass_space() {
    while (at_ < html_.size() && is_space(html_[at_]))
        ++at_;
}

bool TagReader::read_attribute(Tag& tag) {
    for (; at_ < html_.size(); ++at_) {
        const char c = html_[at_];
        if (c == '>') {
            ++at_;
            return false;
        }
        if (c == Origins::first && origins_ != nullptr) {
            next_origin_ = read_mark();
            --at_;
        } else if (!is_space(c) && c != '/') {
            break;
        }
    }
    const std::size_t begin = at_;
    while (at_ < html_.size() && html_[at_] != '=' && !is_space(html_[at_]) && html_[at_] != '/' &&
           html_[at_] != '>')
        ++at_;
    Attribute attribute;
    attribute.name = html_.substr(begin, at_ - begin);
    pass_space();
    if (at_ < html_.size() && html_[at_] == '=') {
        ++at_;
        pass_space();
        read_value(attribute);
        attribute.origin = next_origin_ || around_.empty() ? next_origin_ : around_.back();
        tag.attributes.push_back(attribute);
    }
    next_origin_ = {};
    return at_ < html_.size();
}

void TagReader::read_value(Attribute& attribute) {
    if (at_ == html_.size()) return;
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'') {
        const std::size_t end = std::min(html_.find(quote, at_ + 1), html_.size());
        attribute.value = html_.substr(at_ + 1, end - at_ - 1);
        at_ = std::min(end + 1, html_.size());
        return;
    }
    const std::size_t begin = at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>')
        ++at_;
    attribute.value = html_.substr(begin, at_ - begin);
}

void TagReader::pass_content(std::string_view element) {
    for (at_ = html_.find("</", at_); at_ != std::string_view::npos; at_ = html_.find("</", at_ + 2)) {
        const std::string_view name = html_.substr(std::min(at_ + 2, html_.size()), element.size());
        if (std::equal(name.begin(), name.end(), element.begin(), element.end(),
                       [](char a, char b) { return (a | 0x20) == (b | 0x20); }))
            return;
    }
    at_ = html_.size();
}

}  // namespace regioscope::report
