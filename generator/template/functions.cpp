#include "template/functions.h"

#include "base/utf8.h"
#include "expression/operators.h"
#include "template/markup.h"

namespace regioscope::templates {

namespace {

using expression::Arguments;
using expression::CallContext;
using expression::Functions;
using expression::required;
using expression::Value;

constexpr std::string_view space_characters = " \t\n\v\f\r";

Result<Value> to_json(const Arguments& arguments, const CallContext& context) {
    std::string json;
    if (!append_json(json, arguments[0])) return expression::not_printable(arguments[0], context.span);
    return Value(std::make_shared<Markup>(std::move(json), Target::json));
}

/// Resolves the references that our own escapers write, and numeric ones.
std::string without_references(std::string_view text) {
    constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"&amp;", "&"},  {"&lt;", "<"},  {"&gt;", ">"},  {"&quot;", "\""},
        {"&#34;", "\""}, {"&#39;", "'"}, {"&#45;", "-"}, {"&nbsp;", "\u00a0"}};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        bool found = false;
        for (const auto& [reference, character] : known) {
            if (text[i] != '&' || !text.substr(i).starts_with(reference)) continue;
            out += character;
            i += reference.size();
            found = true;
            break;
        }
        if (!found) out += text[i++];
    }
    return out;
}

/// The text between the tags, with single spaces.
Result<Value> strip_tags(const Arguments& arguments, const CallContext& context) {
    const auto* markup = arguments[0].as<Markup>();
    const auto printed = markup != nullptr ? std::optional(markup->markup()) : text_of(arguments[0]);
    if (!printed) return expression::not_printable(arguments[0], context.span);
    std::string text;
    bool space_before = false;
    for (std::size_t i = 0; i < printed->size();) {
        const std::string_view rest = std::string_view(*printed).substr(i);
        const std::string_view end = rest.starts_with("<!--") ? "-->" : ">";
        const std::size_t close = rest[0] == '<' ? rest.find(end) : std::string_view::npos;
        if (close != std::string_view::npos) {
            i += close + end.size();
            continue;
        }
        const bool is_space = space_characters.find(rest[0]) != std::string_view::npos;
        if (!is_space && space_before && !text.empty()) text += ' ';
        space_before = is_space;
        if (!is_space) text += rest[0];
        ++i;
    }
    return Value(without_references(text));
}

/// `trim` that also takes markup.
expression::Function trim_for_markup() {
    expression::Function trim = *expression::standard_functions().find(Functions::Sort::filter, "trim");
    trim.call = [plain = trim.call](const Arguments& arguments, const CallContext& context) -> Result<Value> {
        const auto* markup = arguments[0].as<Markup>();
        if (markup == nullptr || arguments.given(1)) return plain(arguments, context);
        const std::string_view text = markup->markup();
        const std::size_t first = std::min(text.find_first_not_of(space_characters), text.size());
        const std::size_t last = text.find_last_not_of(space_characters) + 1;
        std::string trimmed(text.substr(first, last > first ? last - first : 0));
        return Value(std::make_shared<Markup>(std::move(trimmed), markup->target()));
    };
    return trim;
}

}  // namespace

const Functions& template_functions() {
    static const Functions functions = [] {
        Functions all = expression::standard_functions();
        all.add_filter(trim_for_markup());
        all.add_filter({"striptags",
                        {required("value")},
                        "The text of markup alone, with single spaces.",
                        "'<p>Een  <b>regio</b></p>'|striptags",
                        "Een regio",
                        strip_tags});
        all.add_filter({"tojson",
                        {required("value")},
                        "As JSON, for data blocks and the values of attributes.",
                        "{'a': [1.50, none, true]}|tojson",
                        "{\"a\": [1.50, null, true]}",
                        to_json});
        return all;
    }();
    return functions;
}

}  // namespace regioscope::templates
