#include "base/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <tuple>

#include "base/budget.h"
#include "base/utf8.h"

namespace regioscope::json {

namespace {

/// Some editors put it in front; the parser skips it.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The parser's own message is for programmers; what was found and what was expected serves, in plainer
/// words.
std::string syntax_message(std::string_view what) {
    const std::size_t expected = what.rfind("; expected ");
    const std::size_t found = what.find("unexpected ");
    const std::size_t invalid = what.find("invalid ");
    std::string message = "this is not valid JSON";
    if (found != std::string_view::npos) {
        message = what.substr(found, expected == std::string_view::npos ? expected : expected - found);
    } else if (invalid != std::string_view::npos) {
        message = what.substr(invalid, what.substr(invalid).find(';'));
    }
    if (expected != std::string_view::npos) message += ", " + std::string(what.substr(expected + 2));
    message.resize(std::min(message.find("; last read"), message.size()));
    for (const auto& [from, to] :
         {std::pair<std::string_view, std::string_view>{"string literal", "text in quotes"},
          {"number literal", "number"},
          {"or a literal", "or a value"},
          {"invalid literal", "a word that is no value"},
          {"end of input", "end of file"}}) {
        if (const std::size_t at = message.find(from); at != std::string::npos)
            message.replace(at, from.size(), to);
    }
    return message;
}

constexpr bool is_between_tokens(char c) {
    return c == ' ' || c == '\n' || c == ',' || c == ':' || c == '\t' || c == '\r';
}
constexpr bool is_bracket(char c) {
    return c == '{' || c == '}' || c == '[' || c == ']';
}

/// Is it certain, at a glance, that no key stands twice? Objects are short, or in the order of their keys.
bool are_plainly_different(const std::vector<Member>& members) {
    constexpr std::size_t few = 8;
    if (members.size() > few)
        return std::adjacent_find(members.begin(), members.end(), [](const Member& a, const Member& b) {
                   return a.key >= b.key;
               }) == members.end();
    for (std::size_t i = 1; i < members.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (members[i].key == members[k].key) return false;
        }
    }
    return true;
}

/// Builds the tree. An event tells only that a token has just been read; where it began is found by stepping
/// back over its spelling, or for strings forward over white space from the end of the token before.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
  public:
    TreeBuilder(const SourceText& source, Findings& findings)
        : source_(source),
          findings_(findings),
          after_last_token_(source.text().starts_with(byte_order_mark) ? byte_order_mark.size() : 0) {}

    bool null() override {
        return place(Kind::null, [](Value&) {});
    }
    bool boolean(bool value) override {
        return place(Kind::boolean, [&](Value& node) { node.boolean = value; });
    }
    bool number_integer(number_integer_t) override { return number(); }
    bool number_unsigned(number_unsigned_t) override { return number(); }
    bool number_float(number_float_t, const string_t&) override { return number(); }
    bool string(string_t& value) override {
        return place(Kind::text, [&](Value& node) {
            check_printable(value, node.span);
            node.text = std::move(value);
        });
    }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(Kind::object); }
    bool start_array(std::size_t) override { return open(Kind::list); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        const Span span = next_token();
        check_printable(name, span);
        open_.back()->members.push_back({std::move(name), span, {}});
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& error) override {
        const std::string_view what = error.what();
        failed_ = true;
        if (what.find("number overflow") != std::string_view::npos) {
            report_range(next_token());
        } else {
            report_syntax(position, what);
        }
        return false;
    }

    bool failed() const { return failed_; }
    Value take() { return std::move(root_); }

  private:
    /// The token that has just been read: it starts at the first byte after the last token that is neither
    /// white space nor one of the separators.
    Span next_token() {
        const std::string_view text = source_.text();
        std::size_t begin = after_last_token_;
        while (begin < text.size() && is_between_tokens(text[begin]))
            ++begin;
        const std::size_t end = token_end(begin);
        after_last_token_ = end;
        return span(begin, end);
    }

    std::size_t token_end(std::size_t begin) const {
        const std::string_view text = source_.text();
        if (begin >= text.size()) return begin;
        if (text[begin] == '"') {
            std::size_t i = begin + 1;
            while (i < text.size() && text[i] != '"')
                i += text[i] == '\\' ? 2U : 1U;
            return std::min(i + 1, text.size());
        }
        if (is_bracket(text[begin])) return begin + 1;
        std::size_t end = begin;
        while (end < text.size() && !is_between_tokens(text[end]) && !is_bracket(text[end]) &&
               text[end] != '"')
            ++end;
        return end;
    }

    Span span(std::size_t begin, std::size_t end) const {
        return {&source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    /// The value that the next event fills.
    Value& slot() {
        if (open_.empty()) return root_;
        Value& innermost = *open_.back();
        if (innermost.kind == Kind::list) return innermost.items.emplace_back();
        return innermost.members.back().value;
    }

    /// False, and told: there are too many values in one file.
    bool has_room() {
        const std::uint64_t most = Budget::of_build().most_values();
        if (++values_ <= most) return true;
        findings_.add(too_much_work(next_token(), fmt::format("this file holds more than {} values", most)))
            .note("split it, or raise 'budget' in site/report.json");
        failed_ = true;
        return false;
    }

    template <class Fill>
    bool place(Kind kind, Fill fill) {
        if (!has_room()) return false;
        const Span where = next_token();
        Value& node = slot();
        node.kind = kind;
        node.span = where;
        fill(node);
        return true;
    }

    bool number() {
        return place(Kind::number, [&](Value& node) {
            node.text = std::string(node.span.text());
            if (const auto parsed = Decimal::parse(node.text)) {
                node.number = *parsed;
            } else {
                // `01` is two numbers to the parser, which goes on to report it.
                const bool is_number =
                    Decimal::parse(node.text.substr(0, node.text.find_first_of("eE"))).has_value();
                if (is_number) report_range(node.span);
            }
        });
    }

    bool open(Kind kind) {
        if (open_.size() >= max_depth) {
            findings_.error("too-deep", next_token(), fmt::format("nested deeper than {} levels", max_depth));
            failed_ = true;
            return false;
        }
        if (!has_room()) return false;
        const Span where = next_token();
        Value& node = slot();
        node.kind = kind;
        node.span = where;
        // A row mostly has as many cells as the one before.
        if (kind == Kind::object) node.members.reserve(members_at_[open_.size()]);
        open_.push_back(&node);
        return true;
    }

    bool close() {
        const Span bracket = next_token();
        Value& node = *open_.back();
        node.span.end = bracket.end;
        open_.pop_back();
        if (node.kind == Kind::object)
            members_at_[open_.size()] = std::min(node.members.size(), most_foreseen);
        drop_duplicates(node.members, node.span);
        return true;
    }

    /// Reports keys that stand twice and keeps the first of each.
    void drop_duplicates(std::vector<Member>& members, Span object) {
        if (are_plainly_different(members)) return;
        order_.resize(members.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            return std::tie(members[a].key, a) < std::tie(members[b].key, b);
        });
        std::set<std::size_t> duplicates;
        constexpr std::size_t most_reported = 20;
        for (std::size_t i = 1, first = 0; i < order_.size(); ++i) {
            const Member& member = members[order_[i]];
            if (member.key != members[order_[first]].key) {
                first = i;
                continue;
            }
            duplicates.insert(order_[i]);
            if (duplicates.size() > most_reported) continue;
            findings_
                .error("duplicate-key", member.key_span,
                       fmt::format("the key '{}' stands twice in this object", member.key))
                .note("the first one is here", members[order_[first]].key_span);
        }
        if (duplicates.empty()) return;
        if (duplicates.size() > most_reported) {
            Span brace = object;
            brace.end = brace.begin + 1;
            findings_.error(
                "duplicate-key", brace,
                fmt::format("{} more keys stand twice in this object", duplicates.size() - most_reported));
        }
        std::size_t place = 0;
        std::erase_if(members, [&](const Member&) { return duplicates.contains(place++); });
    }

    /// What is shown on many pages cannot be as long as a chapter.
    void check_length(std::string_view text, Span place) {
        const std::uint64_t longest = Budget::of_build().longest_text() / 10;
        if (text.size() > longest)
            findings_.error("invalid-text", place, fmt::format("this text is longer than {} bytes", longest));
    }

    void check_printable(std::string_view text, Span place) {
        check_length(text, place);
        const auto unprintable = find_unprintable(text);
        if (!unprintable) return;
        std::size_t at = *unprintable;
        findings_.error("invalid-text", place,
                        fmt::format("the character U+{:04X} has no place in a text",
                                    static_cast<unsigned>(next_code_point(text, at))));
    }

    void report_range(Span place) {
        findings_.error("number-out-of-range", place,
                        fmt::format("'{}' is beyond what a figure can be", place.text()));
    }

    void report_syntax(std::size_t position, std::string_view what) {
        const std::string_view text = source_.text();
        const std::size_t end = std::min(position, text.size());
        const std::size_t begin = std::min(end, end == 0 ? 0 : end - 1);
        Finding finding = make_error("invalid-json", span(begin, end), syntax_message(what));
        const std::size_t before =
            begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", begin - 1);
        const bool closes = begin < text.size() && (text[begin] == '}' || text[begin] == ']');
        if (closes && before != std::string_view::npos && text[before] == ',') {
            finding.note("the comma before it is one too many", span(before, before + 1));
        }
        if (const std::string_view way_out = way_out_of(begin); !way_out.empty()) {
            finding.note(std::string(way_out));
        } else if (lacks_comma(end)) {
            finding.note("is the comma before it missing?");
        }
        if (what.find("end of input;") != std::string_view::npos && !open_.empty()) {
            const std::size_t bracket = open_.back()->span.begin;
            finding.note("this bracket is not closed", span(bracket, bracket + 1));
        }
        findings_.add(std::move(finding));
    }

    /// What people write who copy from a print, at the place where it goes wrong.
    std::string_view way_out_of(std::size_t place) const {
        const std::string_view text = source_.text();
        const auto is_digit = [&](std::size_t at) {
            return at < text.size() && text[at] >= '0' && text[at] <= '9';
        };
        const std::size_t line_begin = text.rfind('\n', place == 0 ? 0 : place - 1) + 1;
        const std::string_view line = text.substr(line_begin, text.find('\n', place) - line_begin);
        for (const std::string_view quote : {"“", "”", "„"})
            if (line.find(quote) != std::string_view::npos)
                return "JSON knows only straight quotation marks: \"";
        std::size_t number = place;
        while (number > 0 && is_digit(number - 1))
            --number;
        if (is_digit(place) && number > 1 && text[number - 1] == ',' && is_digit(number - 2))
            return "a decimal comma? a number has a decimal point: 4.1";
        if (const std::string_view way_out = way_out_of_number(place, number); !way_out.empty())
            return way_out;
        return way_out_of_word(place);
    }

    /// Figures as they are printed.
    std::string_view way_out_of_number(std::size_t place, std::size_t number) const {
        const std::string_view text = source_.text();
        const auto is_digit = [&](std::size_t at) {
            return at < text.size() && text[at] >= '0' && text[at] <= '9';
        };
        const std::string_view rest = text.substr(std::min(place, text.size()));
        if (rest.starts_with('*') && place > 0 && is_digit(place - 1))
            return "a mark behind a figure is a status, and thousands have no point: {\"value\": 40900, "
                   "\"status\": \"P\"}";
        if (rest.starts_with('%')) return "a figure stands without its unit: 3.8";
        if (rest.starts_with('.') && place > 0 && is_digit(place - 1))
            return "thousands have no point: 1180000";
        if (rest.starts_with('.') && is_digit(place + 1)) return "a number begins with a digit: 0.5";
        if (rest.starts_with('+')) return "a number has no plus sign: 3.8";
        for (const std::string_view minus : {"−", "–"})
            if (rest.starts_with(minus) && is_digit(place + minus.size()))
                return "the minus sign is a hyphen here: -3.8";
        if (!is_digit(place)) return {};
        const std::size_t before =
            number == 0 ? std::string_view::npos : text.find_last_not_of(' ', number - 1);
        if (before != std::string_view::npos && before + 1 < number && is_digit(before))
            return "thousands have no space between them: 180000; between two values stands a comma";
        // "03.8" is nought, and then another number.
        if (number > 0 && text[number - 1] == '.') {
            --number;
            while (number > 0 && is_digit(number - 1))
                --number;
        }
        return is_digit(number) && text[number] == '0' ? "a number begins with no needless nought: 3.8" : "";
    }

    /// Words of other languages than JSON, and what is missing between two of its own.
    std::string_view way_out_of_word(std::size_t place) const {
        const std::string_view text = source_.text();
        const auto is_letter = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        };
        // "no…" might still have become null.
        place = std::min(place, text.size());
        while (place > 0 && place < text.size() && is_letter(text[place]) && is_letter(text[place - 1]))
            --place;
        const std::string_view rest = text.substr(std::min(place, text.size()));
        const std::size_t before =
            place == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", place - 1);
        const char last = before == std::string_view::npos ? '\0' : text[before];
        constexpr std::string_view is_missing =
            "a figure that is missing is null, or {\"value\": null, \"status\": \"Q\"}";
        if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#'))
            return "JSON has no comments: say it in a text, or leave it out";
        if (rest.starts_with('\'')) return "JSON knows only straight double quotation marks: \"";
        if (last == ':') {
            for (const std::string_view word :
                 {"NaN", "nan", "NA", "N/A", "n/a", "n.", "None", "NULL", "Null", "nil", ",", "}"})
                if (rest.starts_with(word)) return is_missing;
            if (!rest.empty() && std::string_view(":.-/x").find(rest[0]) != std::string_view::npos)
                return is_missing;
            if (rest.starts_with("True") || rest.starts_with("False"))
                return "true and false are written small";
            if (!rest.empty() && is_letter(rest[0])) return "a text stands in quotation marks";
            return {};
        }
        if ((last == '{' || last == ',') && !rest.empty() && is_letter(rest[0]))
            return "a key stands in quotation marks";
        if (last == '"' && before + 1 == place && !rest.empty() && is_letter(rest[0]))
            return "a quotation mark inside a text is written \\\"";
        return {};
    }

    /// Two values side by side.
    bool lacks_comma(std::size_t end) const {
        const std::string_view text = source_.text();
        if (end == 0 || end > text.size()) return false;
        std::size_t begin = end - 1;
        if (text[begin] == '"') {  // the text that has just been read
            while (begin > 0 && (text[begin - 1] != '"' || (begin > 1 && text[begin - 2] == '\\')))
                --begin;
            if (begin > 0) --begin;
        } else if (text[begin] != '{' && text[begin] != '[') {
            return false;
        }
        const std::size_t before =
            begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", begin - 1);
        if (before == std::string_view::npos) return false;
        const char last = text[before];
        return last == '"' || last == '}' || last == ']' || (last >= '0' && last <= '9') || last == 'l' ||
               last == 'e';
    }

    const SourceText& source_;
    Findings& findings_;
    Value root_;
    /// The lists and objects that are not yet closed, outermost first.
    std::vector<Value*> open_;
    /// How many members the last object had at each depth: no more than so many are foreseen.
    static constexpr std::size_t most_foreseen = 64;
    std::array<std::size_t, max_depth> members_at_{};
    std::vector<std::size_t> order_;
    std::size_t after_last_token_;
    std::uint64_t values_ = 0;
    bool failed_ = false;
};

}  // namespace

std::string_view described(Kind kind) {
    switch (kind) {
        case Kind::null:
            return "null";
        case Kind::boolean:
            return "true or false";
        case Kind::number:
            return "a number";
        case Kind::text:
            return "a text";
        case Kind::list:
            return "a list";
        case Kind::object:
            return "an object";
    }
    return "a value";
}

const Value* Value::find(std::string_view key) const {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.key == key; });
    return found == members.end() ? nullptr : &found->value;
}

std::optional<Value> parse(const SourceText& source, Findings& findings) {
    const std::string_view text = source.text();
    if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
        findings.error("file-too-large", {&source, 0, 0}, "a file has at most 4 GiB");
        return std::nullopt;
    }
    if (const auto wrong = find_invalid_utf8(text)) {
        const auto at = static_cast<std::uint32_t>(*wrong);
        findings.error("invalid-utf8", {&source, at, at + 1},
                       fmt::format("the byte 0x{:02X} is not valid UTF-8; save the file as UTF-8",
                                   static_cast<unsigned char>(text[*wrong])));
        return std::nullopt;
    }
    // The parser takes it for the end of the file.
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
        const auto at = static_cast<std::uint32_t>(nul);
        findings.error("invalid-text", {&source, at, at + 1},
                       "the character U+0000 has no place in a file of text");
        return std::nullopt;
    }
    TreeBuilder builder(source, findings);
    const bool parsed = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    if (!parsed || builder.failed()) return std::nullopt;
    return builder.take();
}

}  // namespace regioscope::json
