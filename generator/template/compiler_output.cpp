// Static text, URLs and output: which escaper stands where.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "template/compilation.h"

namespace regioscope::templates {

namespace {

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n\v\f\r") == std::string_view::npos;
}

/// Scripts written out are the author's word, but these schemes are never meant.
bool is_script_url(std::string_view url) {
    std::string scheme;
    for (const char c : url.substr(0, url.find(':'))) {
        if (c > ' ') scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return url.find(':') != std::string_view::npos && (scheme == "javascript" || scheme == "vbscript");
}

}  // namespace

void Compiler::add(const Text& text, Span span, Place& place, Steps& steps) {
    if (drops_output_) {
        if (!is_blank(text.text)) warn_unused(text.text, span);
        return;
    }
    const std::size_t errors = findings_.count(Severity::error);
    for (TextPart& part : scan_text(place, text.text, span, findings_, linker_.origins()))
        add_part(part, span, place, steps);
    failed_ = failed_ || findings_.count(Severity::error) > errors;
}

void Compiler::warn_unused(std::string_view text, Span span) {
    const auto begin = span.begin + static_cast<std::uint32_t>(text.find_first_not_of(" \t\n\v\f\r"));
    findings_.warning("unused-text", {span.source, begin, span.end},
                      "this text stands outside of blocks and is never shown");
}

void Compiler::add_part(TextPart& part, Span span, const Place& place, Steps& steps) {
    switch (part.kind) {
        case TextPart::Kind::copy:
            add_text(std::move(part.text), span, steps);
            break;
        case TextPart::Kind::url_begin:
            steps.push_back({UrlBeginStep{}, span});
            written_url_.clear();
            break;
        case TextPart::Kind::url_text:
            add_text(std::move(part.text), span, steps);
            written_url_ += part.written;
            break;
        case TextPart::Kind::url_end:
            end_url(span, place, steps);
            break;
    }
}

void Compiler::add_text(std::string text, Span span, Steps& steps) {
    auto* last = steps.empty() ? nullptr : std::get_if<TextStep>(&steps.back().form);
    if (last != nullptr) {
        last->text += text;
    } else {
        steps.push_back({TextStep{std::move(text)}, span});
    }
}

void Compiler::end_url(Span span, const Place& place, Steps& steps) {
    const bool is_empty = !steps.empty() && std::holds_alternative<UrlBeginStep>(steps.back().form);
    const bool is_fixed =
        is_empty || (steps.size() >= 2 && std::holds_alternative<TextStep>(steps.back().form) &&
                     std::holds_alternative<UrlBeginStep>(steps[steps.size() - 2].form));
    if (!is_fixed) {
        const bool is_xml = place.context.dialect == Dialect::xml;
        steps.push_back({UrlEndStep{is_xml ? Target::xml_attribute : Target::html_attribute}, span});
        return;
    }
    const std::string url = is_empty ? std::string() : std::get<TextStep>(steps.back().form).text;
    if (is_script_url(url)) fail("markup-refused", span, fmt::format("'{}' is no link", url));
    steps.erase(steps.end() - (is_empty ? 1 : 2), steps.end());
    add_text(written_url_, span, steps);
}

void Compiler::add(const Output& output, Span span, Place& place, Steps& steps) {
    const Target target = target_of(place.context);
    if (drops_output_) {
        mention(output.value);
        findings_.warning("unused-text", span, "this stands outside of blocks and is never shown");
        return;
    }
    if (!check_output(output.value, target, place, span)) return;
    const PlaceId id = id_of(place);
    mention(output.value, id);
    stick(place);
    OutputStep step{&output.value, target, id, {}};
    if (linker_.origins() != nullptr && place.context.state == State::text)
        step.origin = linker_.origins()->begin(span);
    steps.push_back({std::move(step), span});
}

bool Compiler::check_output(const Node& value, Target target, const Place& place, Span span) {
    if (target == Target::none) {
        Finding& finding =
            fail("output-refused", span, fmt::format("nothing can be printed {}", described(place.context)));
        if (place.context.state == State::json_string)
            finding.note("print it without the quotes: it gets its own");
        if (place.context.url_part == UrlPart::either)
            finding.note("end the 'if' with the same part of the URL in each branch");
        if (place.context.state == State::value && place.context.attribute != AttributeKind::url) {
            finding.note("the value of this attribute must be written out");
        }
        return false;
    }
    if (target == Target::tag) {
        if (!can_run_here(place, span)) return false;
        if (!may_write_markup(value)) {
            fail("output-refused", span, "names of attributes cannot be printed")
                .note(
                    "write out the name and print the value between quotes, or let a macro write the "
                    "attribute");
            return false;
        }
    }
    const bool takes_json = target == Target::json || target == Target::html_attribute ||
                            target == Target::xml_attribute || target == Target::plain;
    if (value.kind == NodeKind::filter && value.name == "tojson" && !takes_json) {
        fail("output-refused", value.name_span,
             fmt::format("JSON cannot be printed {}", described(place.context)))
            .note("it goes into the value of an attribute or into '<script type=\"application/json\">'");
        return false;
    }
    if (value.kind == NodeKind::filter && value.name == "urlencode" && target == Target::url_query) {
        fail("output-refused", value.name_span,
             "'urlencode' is not needed here: a query is encoded by itself");
        return false;
    }
    return true;
}

bool Compiler::may_write_markup(const Node& value) const {
    if (value.kind != NodeKind::call) return false;
    const Node& callee = value.children[0];
    const LoadedTemplate& home = *routine_.home;
    if (callee.kind == NodeKind::name) {
        if (callee.name == "super") return true;
        return !linker_.library().macros(home, callee.name).routines.empty() ||
               linker_.library().functions().find(expression::Functions::Sort::function, callee.name) ==
                   nullptr;
    }
    return callee.kind == NodeKind::attribute && callee.children[0].kind == NodeKind::name;
}

}  // namespace regioscope::templates
