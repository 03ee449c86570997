#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "expression/evaluation.h"
#include "expression/letter_case.h"
#include "expression/operators.h"
#include "expression/standard.h"

namespace regioscope::expression {

namespace {

/// A filter from text to text; numbers and lists are taken as they print.
Function text_filter(std::string name, std::string summary, std::string example, std::string result,
                     std::string (*transform)(std::string_view)) {
    Function function{std::move(name),    {required("value")}, std::move(summary),
                      std::move(example), std::move(result),   {}};
    function.call = [transform](const Arguments& arguments, const CallContext&) -> Result<Value> {
        if (arguments[0].is_text()) return Value(transform(arguments[0].text()));
        const auto text = text_of(arguments[0]);
        if (!text || arguments[0].is_object()) return arguments.wrong_type(0, "a text");
        return Value(transform(*text));
    };
    return function;
}

/// Bytes that the first `count` code points take.
std::size_t bytes_of(std::string_view text, std::size_t count) {
    std::size_t offset = 0;
    while (count-- > 0 && offset < text.size())
        next_code_point(text, offset);
    return offset;
}

Result<Value> trim(const Arguments& arguments, const CallContext&) {
    const auto text = arguments.text(0);
    if (!text) return text.finding();
    std::set<char32_t> cut;
    const bool by_characters = arguments.given(1) && arguments[1].is_text();
    if (by_characters) {
        const std::string_view characters = arguments[1].text();
        for (std::size_t i = 0; i < characters.size();)
            cut.insert(next_code_point(characters, i));
    }
    const auto is_cut = [&](char32_t c) { return by_characters ? cut.contains(c) : is_white_space(c); };
    std::size_t begin = text->size();
    std::size_t end = text->size();
    for (std::size_t i = 0; i < text->size();) {
        const std::size_t here = i;
        if (is_cut(next_code_point(*text, i))) continue;
        if (begin == text->size()) begin = here;
        end = i;
    }
    return Value(text->substr(begin, end - begin));
}

Result<Value> replace(const Arguments& arguments, const CallContext& context) {
    const auto text = arguments.text(0);
    if (!text) return text.finding();
    const auto old_text = arguments.text(1);
    if (!old_text) return old_text.finding();
    const auto new_text = arguments.text(2);
    if (!new_text) return new_text.finding();
    const auto count = arguments.integer(3);
    if (!count) return count.finding();
    if (old_text->empty())
        return make_error("out-of-range", arguments.span(1), "what is replaced cannot be empty");
    std::string out;
    std::size_t begin = 0;
    for (std::int64_t done = 0; *count < 0 || done < *count; ++done) {
        const std::size_t found = find_text(*text, *old_text, begin);
        if (found == std::string_view::npos) break;
        out.append(*text, begin, found - begin).append(*new_text);
        begin = found + old_text->size();
        if (out.size() > context.evaluation.limits().text_size)
            return too_much_work(context.span, "this text is too long");
    }
    return Value(out.append(*text, begin));
}

/// Lines without their breaks; a break at the very end begins no further line.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, end));
        const bool pair = text.substr(end).starts_with("\r\n");
        text.remove_prefix(std::min(end + (pair ? 2 : 1), text.size()));
    }
    return lines;
}

Result<Value> indent(const Arguments& arguments, const CallContext& context) {
    const auto text = arguments.text(0);
    if (!text) return text.finding();
    std::string margin;
    if (arguments[1].is_text()) {
        margin = arguments[1].text();
    } else {
        const auto width = arguments.integer(1, 0, 1000);
        if (!width) return width.finding();
        margin.assign(static_cast<std::size_t>(*width), ' ');
    }
    const auto first = arguments.truth(2);
    if (!first) return first.finding();
    const auto blank = arguments.truth(3);
    if (!blank) return blank.finding();
    const std::string whole = std::string(*text) + '\n';
    const auto lines = lines_of(whole);
    if ((margin.size() + 1) * lines.size() > context.evaluation.limits().text_size) {
        return too_much_work(context.span, "this text is too long");
    }
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i != 0) out += '\n';
        if (i == 0 ? *first : (*blank || !lines[i].empty())) out += margin;
        out += lines[i];
    }
    return Value(std::move(out));
}

Result<Value> truncate(const Arguments& arguments, const CallContext&) {
    const auto text = arguments.text(0);
    if (!text) return text.finding();
    const auto end = arguments.text(3);
    if (!end) return end.finding();
    const auto end_length = static_cast<std::int64_t>(count_code_points(*end));
    const auto length = arguments.integer(1, end_length, 1'000'000);
    if (!length) return length.finding();
    const auto kill_words = arguments.truth(2);
    if (!kill_words) return kill_words.finding();
    const auto leeway = arguments.integer(4, 0, 1'000'000);
    if (!leeway) return leeway.finding();
    if (static_cast<std::int64_t>(count_code_points(*text)) <= *length + *leeway) return Value(*text);
    std::string_view kept = text->substr(0, bytes_of(*text, static_cast<std::size_t>(*length - end_length)));
    if (!*kill_words) kept = kept.substr(0, kept.rfind(' '));
    return Value(std::string(kept).append(*end));
}

/// Words are runs of letters, digits and underscores; everything above ASCII that is no space or punctuation
/// counts.
Result<Value> word_count(const Arguments& arguments, const CallContext&) {
    const auto text = arguments.text(0);
    if (!text) return text.finding();
    const auto is_word = [](char32_t c) {
        if (c < 0x80)
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        const bool is_punctuation = (c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 ||
                                    c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F);
        return !is_punctuation && !is_white_space(c);
    };
    int count = 0;
    bool inside = false;
    for (std::size_t i = 0; i < text->size();) {
        const bool word = is_word(next_code_point(*text, i));
        if (word && !inside) ++count;
        inside = word;
    }
    return Value(count);
}

void append_encoded(std::string& out, std::string_view text, std::string_view kept) {
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (plain || kept.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        }
    }
}

/// In a query a space is a plus sign.
void append_encoded_for_query(std::string& out, std::string_view text) {
    for (std::size_t end = 0; end != std::string_view::npos;
         text.remove_prefix(end == std::string_view::npos ? 0 : end + 1)) {
        end = text.find(' ');
        append_encoded(out, text.substr(0, end), "-._~");
        if (end != std::string_view::npos) out += '+';
    }
}

Result<Value> url_encode(const Arguments& arguments, const CallContext&) {
    std::string out;
    if (arguments[0].is_map()) {
        for (const auto& [key, value] : arguments[0].map().entries()) {
            const auto text = text_of(value);
            if (!text) return arguments.wrong_type(0, "a map of texts");
            if (!out.empty()) out += '&';
            append_encoded_for_query(out, key);
            out += '=';
            append_encoded_for_query(out, *text);
        }
        return Value(std::move(out));
    }
    const auto text = text_of(arguments[0]);
    if (!text) return arguments.wrong_type(0, "a text");
    append_encoded(out, *text, "-._~/");
    return Value(std::move(out));
}

Result<Value> to_text(const Arguments& arguments, const CallContext& context) {
    auto text = text_of(arguments[0]);
    if (!text) return not_printable(arguments[0], context.span);
    return Value(*std::move(text));
}

}  // namespace

void add_text_filters(Functions& functions) {
    functions.add_filter(text_filter("capitalize", "The first letter in upper case, the rest in lower case.",
                                     "'rijnmond'|capitalize", "Rijnmond", capitalized));
    functions.add_filter(text_filter("lower", "In lower case.", "'TWENTE'|lower", "twente", lower_case));
    functions.add_filter(text_filter("upper", "In upper case.", "'nuts'|upper", "NUTS", upper_case));
    functions.add_filter(text_filter("title", "Every word capitalized.", "'landkreis emsland'|title",
                                     "Landkreis Emsland", title_case));
    functions.add_filter(
        {"indent",
         {required("value"), optional("width", 4), optional("first", false), optional("blank", false)},
         "Every line but the first moved in by a width or a text.",
         "'a\\nb'|indent(2)|replace('\\n', '/')",
         "a/  b",
         indent});
    functions.add_filter({"replace",
                          {required("value"), required("old"), required("new"), optional("count", -1)},
                          "With one text in the place of another, everywhere or the first few times.",
                          "'2013/2014'|replace('/', '–')",
                          "2013–2014",
                          replace});
    functions.add_filter(
        {"string", {required("value")}, "As the text it prints.", "(7.0|string)[-1]", "0", to_text});
    functions.add_filter({"trim",
                          {required("value"), optional("chars")},
                          "Without white space, or those characters, at both ends.",
                          "'  Bremen '|trim",
                          "Bremen",
                          trim});
    functions.add_filter({"truncate",
                          {required("value"), optional("length", 255), optional("killwords", false),
                           optional("end", "..."), optional("leeway", 5)},
                          "Cut off at a word, if it is longer by more than the leeway.",
                          "'a region of four municipalities'|truncate(16, end='…')",
                          "a region of…",
                          truncate});
    functions.add_filter({"urlencode",
                          {required("value")},
                          "Percent-encoded for a URL; a map as a query.",
                          "{'q': 'a b', 'page': 2}|urlencode",
                          "q=a+b&page=2",
                          url_encode});
    functions.add_filter({"wordcount",
                          {required("value")},
                          "How many words it has.",
                          "'een goede buur'|wordcount",
                          "3",
                          word_count});
}

}  // namespace regioscope::expression
