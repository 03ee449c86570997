#include "template/markup.h"

#include <fmt/format.h>

#include "escape/html_attribute.h"
#include "escape/html_text.h"
#include "escape/json_in_html.h"
#include "escape/url.h"
#include "escape/xml.h"
#include "expression/evaluation.h"
#include "expression/functions.h"
#include "expression/operators.h"

namespace regioscope::templates {

namespace {

using expression::Kind;
using expression::Value;

/// Two hyphens would end a comment, or make it malformed.
void append_comment_text(std::string& out, std::string_view text) {
    for (const char c : escape::html_text(text)) {
        if (c == '-') {
            out += "&#45;";
        } else {
            out += c;
        }
    }
}

void append_text_for(std::string& out, std::string_view text, Target target) {
    switch (target) {
        case Target::html_text:
            escape::append_html_text(out, text);
            break;
        case Target::html_attribute:
            escape::append_html_attribute(out, text);
            break;
        case Target::xml_text:
            escape::append_xml_text(out, text);
            break;
        case Target::xml_attribute:
            escape::append_xml_attribute(out, text);
            break;
        case Target::url_query:
            escape::append_url_component(out, text);
            break;
        case Target::json:
            escape::append_json_string(out, text);
            break;
        case Target::comment:
            append_comment_text(out, text);
            break;
        case Target::url_path:
        case Target::plain:
            out += text;
            break;
        case Target::tag:
        case Target::none:
            break;
    }
}

/// Text that was escaped for an element's content, in an attribute: only the quotes are missing.
void append_with_quotes_escaped(std::string& out, std::string_view markup) {
    for (const char c : markup) {
        if (c == '"') {
            out += "&quot;";
        } else if (c == '\'') {
            out += "&#39;";
        } else {
            out += c;
        }
    }
}

/// May markup made for one place stand in another? Then it is appended.
bool append_markup(std::string& out, const Markup& markup, Target target) {
    const std::string& text = markup.markup();
    const Target from = markup.target();
    if (from == target) {
        out += text;
        return true;
    }
    const bool is_text = from == Target::html_text || from == Target::html_attribute;
    if (from == Target::html_attribute && target == Target::html_text) {
        out += text;
        return true;
    }
    if (is_text && target == Target::html_attribute && text.find('<') == std::string::npos) {
        append_with_quotes_escaped(out, text);
        return true;
    }
    if (from == Target::json &&
        (target == Target::html_attribute || target == Target::xml_attribute || target == Target::plain)) {
        append_text_for(out, text, target);
        return true;
    }
    return false;
}

Finding wrong_place(const Markup& markup, Target target, Span span) {
    Finding finding = make_error("wrong-place", span,
                                 fmt::format("{} cannot stand in {}", markup.type_name(), described(target)));
    if (target == Target::html_attribute) finding.note("'|striptags' gives its text alone");
    if (markup.target() == Target::json)
        finding.note("JSON goes into a data block or the value of an attribute");
    return finding;
}

bool append_json_list(std::string& out, const expression::List& list) {
    out += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i != 0) out += ", ";
        if (!append_json(out, list[i])) return false;
    }
    out += ']';
    return true;
}

bool append_json_map(std::string& out, const expression::Map& map) {
    out += '{';
    bool first = true;
    for (const auto& [key, value] : map.entries()) {
        if (!first) out += ", ";
        first = false;
        escape::append_json_string(out, key);
        out += ": ";
        if (!append_json(out, value)) return false;
    }
    out += '}';
    return true;
}

bool append_json_object(std::string& out, const expression::Object& object, const Value& value) {
    if (const auto* markup = value.as<Markup>()) {
        if (markup->target() != Target::json) return false;
        out += markup->markup();
        return true;
    }
    if (const auto items = object.items()) return append_json_list(out, *items);
    const auto text = object.text();
    if (text) escape::append_json_string(out, *text);
    return text.has_value();
}

}  // namespace

std::string_view Markup::type_name() const {
    switch (target_) {
        case Target::html_text:
            return "safe HTML";
        case Target::json:
            return "JSON";
        case Target::tag:
            return "markup for a tag";
        default:
            return "escaped text";
    }
}

expression::Truth Markup::equals(const Value& other) const {
    if (other.is_text()) return expression::truth_of(other.text() == text_);
    const auto* markup = other.as<Markup>();
    return expression::truth_of(markup != nullptr && markup->target_ == target_ && markup->text_ == text_);
}

std::optional<Result<Value>> Markup::arithmetic(expression::Arithmetic operation, const Value& other,
                                                expression::Side side,
                                                const expression::CallContext& context) const {
    const bool adds_text =
        operation == expression::Arithmetic::add && (other.is_text() || other.as<Markup>() != nullptr);
    if (operation != expression::Arithmetic::concatenate && !adds_text) return std::nullopt;
    if (!context.evaluation.spend(extent().weight + other.weight()))
        return Result<Value>(context.evaluation.too_many_steps(context.span));
    std::string other_text;
    Finding failure;
    if (!append_escaped(other_text, other, target_, context.span, failure))
        return Result<Value>(std::move(failure));
    if (text_.size() + other_text.size() > context.evaluation.limits().text_size)
        return Result<Value>(too_much_work(context.span, "this text is too long"));
    std::string joined = side == expression::Side::left ? text_ + other_text : other_text + text_;
    return Result<Value>(Value(std::make_shared<Markup>(std::move(joined), target_)));
}

Value safe_html(escape::SafeHtml html) {
    return Value(std::make_shared<Markup>(std::move(html).text(), Target::html_text));
}

bool append_json(std::string& out, const Value& value) {
    switch (value.kind()) {
        case Kind::undefined:
            return false;
        case Kind::none:
            out += "null";
            return true;
        case Kind::boolean:
            out += value.boolean() ? "true" : "false";
            return true;
        case Kind::number:
            out += value.number().text();
            return true;
        case Kind::text:
            escape::append_json_string(out, value.text());
            return true;
        case Kind::list:
            return append_json_list(out, value.list());
        case Kind::map:
            return append_json_map(out, value.map());
        case Kind::object:
            break;
    }
    return append_json_object(out, value.object(), value);
}

bool append_escaped(std::string& out, const Value& value, Target target, Span span, Finding& failure) {
    if (const auto* markup = value.as<Markup>()) {
        if (append_markup(out, *markup, target)) return true;
        failure = wrong_place(*markup, target, span);
        return false;
    }
    if (target == Target::json) {
        if (append_json(out, value)) return true;
        failure =
            make_error("not-printable", span, fmt::format("{} cannot be written as JSON", type_name(value)));
        return false;
    }
    if (target == Target::tag || target == Target::none) {
        failure = make_error("wrong-place", span,
                             fmt::format("{} cannot stand in {}", type_name(value), described(target)));
        return false;
    }
    if (value.is_text()) {
        append_text_for(out, value.text(), target);
        return true;
    }
    const auto text = text_of(value);
    if (!text) {
        failure = expression::not_printable(value, span);
        return false;
    }
    append_text_for(out, *text, target);
    return true;
}

}  // namespace regioscope::templates
