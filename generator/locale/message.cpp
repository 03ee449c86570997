#include "locale/message.h"

#include <unicode/messagepattern.h>

#include <algorithm>

#include "locale/icu_text.h"

namespace regioscope::locale {

namespace {

/// Choices within choices; no sentence needs more, and hostile patterns must not exhaust the stack.
constexpr int max_depth = 20;

/// Never less than what ICU will find: a brace that stands where quotes may be opens all the same and does
/// not close, and one that closes nothing is none.
int brace_depth(std::string_view pattern) {
    int depth = 0;
    int deepest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        const char next = i + 1 < pattern.size() ? pattern[i + 1] : '\0';
        if (c == '\'' && next == '\'') {
            ++i;
        } else if (c == '\'') {
            quoted = !quoted && std::string_view("{}#|").find(next) != std::string_view::npos;
        } else if (c == '{') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' && !quoted && depth > 0) {
            --depth;
        }
    }
    return deepest;
}

std::string problem_of(UErrorCode status, const UParseError& place) {
    std::string problem = "the pattern is not a message";
    if (status == U_UNMATCHED_BRACES) problem = "its braces do not match";
    if (status == U_DEFAULT_KEYWORD_MISSING) problem = "a choice has no 'other'";
    const std::string near = from_icu(icu::UnicodeString(place.preContext));
    return near.empty() ? problem : problem + ", after '" + near + "'";
}

}  // namespace

/// Turns ICU's flat list of pattern parts into nodes.
struct PatternReader {
    using Part = icu::MessagePattern::Part;
    using Node = Message::Node;

    const icu::MessagePattern& pattern;
    std::vector<std::string> names;
    std::string problem;

    std::string substring(std::int32_t begin, std::int32_t end) const {
        return from_icu(pattern.getPatternString().tempSubStringBetween(begin, end));
    }
    std::string substring(const Part& part) const { return substring(part.getIndex(), part.getLimit()); }

    /// The message whose MSG_START is part `i`; leaves `i` at its MSG_LIMIT.
    std::vector<Node> read_message(std::int32_t& i) {
        std::vector<Node> nodes;
        std::int32_t position = pattern.getPart(i).getLimit();
        const auto add_text = [&](std::int32_t end) {
            if (end > position) nodes.push_back({Node::Kind::text, substring(position, end), {}, {}});
        };
        for (++i; problem.empty(); ++i) {
            const Part& part = pattern.getPart(i);
            add_text(part.getIndex());
            position = part.getLimit();
            if (part.getType() == UMSGPAT_PART_TYPE_MSG_LIMIT) break;
            if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER)
                nodes.push_back({Node::Kind::counted, {}, {}, {}});
            if (part.getType() == UMSGPAT_PART_TYPE_ARG_START) {
                nodes.push_back(read_argument(i));
                position = pattern.getPart(i).getLimit();
            }
        }
        return nodes;
    }

    /// The argument whose ARG_START is part `i`; leaves `i` at its ARG_LIMIT.
    Node read_argument(std::int32_t& i) {
        const UMessagePatternArgType type = pattern.getPart(i).getArgType();
        const Part& name = pattern.getPart(++i);
        Node node{Node::Kind::argument, substring(name), {}, {}};
        if (name.getType() != UMSGPAT_PART_TYPE_ARG_NAME)
            problem = "'{" + node.text + "}' is a number; arguments have names";
        names.push_back(node.text);
        switch (type) {
            case UMSGPAT_ARG_TYPE_NONE:
                break;
            case UMSGPAT_ARG_TYPE_PLURAL:
                node.kind = Node::Kind::plural;
                break;
            case UMSGPAT_ARG_TYPE_SELECTORDINAL:
                node.kind = Node::Kind::ordinal;
                break;
            case UMSGPAT_ARG_TYPE_SELECT:
                node.kind = Node::Kind::select;
                break;
            case UMSGPAT_ARG_TYPE_SIMPLE:
            case UMSGPAT_ARG_TYPE_CHOICE:
                problem = "'" + node.text + "' comes in formatted; write '{" + node.text + "}'";
        }
        ++i;
        if (node.kind != Node::Kind::argument) read_branches(i, node);
        return node;
    }

    void read_branches(std::int32_t& i, Node& node) {
        if (Part::hasNumericValue(pattern.getPartType(i))) node.offset = number(pattern.getPart(i++));
        while (problem.empty() && pattern.getPartType(i) != UMSGPAT_PART_TYPE_ARG_LIMIT) {
            Message::Branch branch;
            branch.keyword = substring(pattern.getPart(i++));
            if (Part::hasNumericValue(pattern.getPartType(i))) branch.exactly = number(pattern.getPart(i++));
            branch.nodes = read_message(i);
            ++i;
            node.branches.push_back(std::move(branch));
        }
    }

    Decimal number(const Part& part) {
        const auto value = Decimal::parse(substring(part));
        if (!value) problem = "'" + substring(part) + "' is not a number";
        return value.value_or(Decimal());
    }
};

void Message::keep_number_with_unit(std::vector<Node>& nodes) {
    const auto is_number = [](const Node& node) {
        return node.kind == Node::Kind::argument && node.text == "number";
    };
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (Branch& branch : nodes[i].branches)
            keep_number_with_unit(branch.nodes);
        std::string& text = nodes[i].text;
        if (nodes[i].kind != Node::Kind::text) continue;
        if (i > 0 && is_number(nodes[i - 1]) && text.starts_with(' ')) text.replace(0, 1, no_break_space);
        if (i + 1 < nodes.size() && is_number(nodes[i + 1]) && text.ends_with(' '))
            text.replace(text.size() - 1, 1, no_break_space);
    }
}

std::optional<Message> Message::compile(std::string_view pattern, Span span, Findings& findings) {
    const auto broken = [&](const std::string& problem) {
        findings.error("broken-message", span, problem);
        return std::nullopt;
    };
    if (brace_depth(pattern) > max_depth) return broken("its choices are nested too deep");

    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    const icu::MessagePattern parsed(to_icu(pattern), &place, status);
    if (U_FAILURE(status)) return broken(problem_of(status, place));

    PatternReader reader{parsed, {}, {}};
    std::int32_t start = 0;
    Message message;
    message.nodes_ = reader.read_message(start);
    if (!reader.problem.empty()) return broken(reader.problem);
    std::sort(reader.names.begin(), reader.names.end());
    reader.names.erase(std::unique(reader.names.begin(), reader.names.end()), reader.names.end());
    message.names_ = std::move(reader.names);
    message.span_ = span;
    return message;
}

std::optional<Message> Message::compile_phrase(std::string_view pattern, Span span, Findings& findings) {
    auto phrase = compile(pattern, span, findings);
    if (!phrase) return std::nullopt;
    for (const std::string& name : phrase->names_) {
        if (name == "number" || name == "count") continue;
        findings.error("broken-message", span,
                       "a unit's phrase knows {number} and {count}, not '{" + name + "}'");
        return std::nullopt;
    }
    if (!phrase->uses("number")) {
        findings.error("broken-message", span, "a unit's phrase must show its {number}");
        return std::nullopt;
    }
    keep_number_with_unit(phrase->nodes_);
    return phrase;
}

std::string Message::plain_text() const {
    std::string out;
    for (const Node& node : nodes_) {
        if (node.kind == Node::Kind::text) out += node.text;
    }
    return out;
}

std::string text_of(const std::vector<Piece>& pieces) {
    std::string out;
    for (const Piece& piece : pieces)
        out += piece.text;
    return out;
}

bool Message::uses(std::string_view argument) const {
    return std::binary_search(names_.begin(), names_.end(), argument);
}

}  // namespace regioscope::locale
