#include "base/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "base/utf8.h"

namespace regioscope::json {

namespace {

/// Walks the text and tells how far it came: nlohmann's lexer reads one character ahead at the most.
class CountingIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* count) : at_(at), count_(count) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*count_;
        return *this;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }
    friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return a.at_ != b.at_; }

  private:
    const char* at_;
    std::size_t* count_;
};

/// Builds the tree. An event tells only that a token has just been read; where it began is found by stepping
/// back over its spelling, or for strings forward over white space from the end of the token before.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
  public:
    TreeBuilder(const SourceText& source, const std::size_t& consumed, Findings& findings)
        : source_(source), consumed_(consumed), findings_(findings) {}

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
        return place(Kind::text, [&](Value& node) { node.text = std::move(value); });
    }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(Kind::object); }
    bool start_array(std::size_t) override { return open(Kind::list); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        const Span span = next_token();
        Open& object = open_.back();
        if (!object.keys.insert(name).second) {
            const auto first = std::find_if(object.node->members.begin(), object.node->members.end(),
                                            [&](const Member& member) { return member.key == name; });
            findings_
                .error("duplicate-key", span, fmt::format("the key '{}' stands twice in this object", name))
                .note("the first one is here", first->key_span);
            discarded_.emplace_back();
            pending_ = &discarded_.back();
        } else {
            object.node->members.push_back({std::move(name), span, {}});
            pending_ = &object.node->members.back().value;
        }
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& error) override {
        report_syntax(position, error.what());
        return false;
    }

    bool failed() const { return failed_; }
    Value take() { return std::move(root_); }

  private:
    struct Open {
        Value* node;
        std::set<std::string> keys;
    };

    /// The token that has just been read: it starts at the first byte after the last token that is neither
    /// white space nor one of the separators.
    Span next_token() {
        const std::string_view text = source_.text();
        std::size_t begin = after_last_token_;
        while (begin < text.size() &&
               std::string_view(" \t\r\n,:").find(text[begin]) != std::string_view::npos)
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
        if (std::string_view("{}[]").find(text[begin]) != std::string_view::npos) return begin + 1;
        return std::min(text.find_first_of(" \t\r\n,:{}[]\"", begin), text.size());
    }

    Span span(std::size_t begin, std::size_t end) const {
        return {&source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    /// The value that the next event fills.
    Value& slot() {
        if (open_.empty()) return root_;
        Open& innermost = open_.back();
        if (innermost.node->kind == Kind::list) return innermost.node->items.emplace_back();
        return *pending_;
    }

    template <class Fill>
    bool place(Kind kind, Fill fill) {
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
                findings_.error("number-out-of-range", node.span,
                                fmt::format("'{}' is beyond what a figure can be", node.text));
            }
        });
    }

    bool open(Kind kind) {
        if (open_.size() >= max_depth) {
            findings_.error("too-deep", next_token(), fmt::format("nested deeper than {} levels", max_depth));
            failed_ = true;
            return false;
        }
        const Span where = next_token();
        Value& node = slot();
        node.kind = kind;
        node.span = where;
        open_.push_back({&node, {}});
        return true;
    }

    bool close() {
        const Span bracket = next_token();
        open_.back().node->span.end = bracket.end;
        open_.pop_back();
        return true;
    }

    void report_syntax(std::size_t position, std::string_view what) {
        failed_ = true;
        const std::string_view text = source_.text();
        // The parser's own message is for programmers; it ends with what it expected, and that part serves.
        std::string message = "this is not valid JSON";
        const std::size_t expected = what.rfind("; expected ");
        const std::size_t last_read = what.find("unexpected ");
        if (last_read != std::string_view::npos) {
            message = std::string(
                what.substr(last_read, expected == std::string_view::npos ? expected : expected - last_read));
        } else if (const std::size_t invalid = what.find("invalid "); invalid != std::string_view::npos) {
            message = std::string(what.substr(invalid, what.substr(invalid).find(';')));
        }
        if (expected != std::string_view::npos)
            message += ", expected " + std::string(what.substr(expected + 11));
        const std::size_t end = std::min(position, text.size());
        const std::size_t begin = std::min(end, end == 0 ? 0 : end - 1);
        Finding finding = make_error("invalid-json", span(begin, end), message);
        const std::size_t before =
            begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", begin - 1);
        const bool closes = begin < text.size() && (text[begin] == '}' || text[begin] == ']');
        if (closes && before != std::string_view::npos && text[before] == ',') {
            finding.note("the comma before it is one too many", span(before, before + 1));
        }
        findings_.add(std::move(finding));
    }

    const SourceText& source_;
    const std::size_t& consumed_;
    Findings& findings_;
    Value root_;
    std::vector<Open> open_;
    std::deque<Value> discarded_;
    Value* pending_ = nullptr;
    std::size_t after_last_token_ = 0;
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
    if (const auto wrong = find_invalid_utf8(text)) {
        const auto at = static_cast<std::uint32_t>(*wrong);
        findings.error("invalid-utf8", {&source, at, at + 1},
                       fmt::format("the byte 0x{:02X} is not valid UTF-8; save the file as UTF-8",
                                   static_cast<unsigned char>(text[*wrong])));
        return std::nullopt;
    }
    std::size_t consumed = 0;
    TreeBuilder builder(source, consumed, findings);
    const bool parsed =
        nlohmann::json::sax_parse(CountingIterator(text.data(), &consumed),
                                  CountingIterator(text.data() + text.size(), &consumed), &builder);
    if (!parsed || builder.failed()) return std::nullopt;
    return builder.take();
}

}  // namespace regioscope::json
