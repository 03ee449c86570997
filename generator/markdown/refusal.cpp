#include "markdown/refusal.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/budget.h"
#include "base/utf8.h"
#include "markdown/block_content.h"
#include "markdown/characters.h"

namespace regioscope::markdown {

namespace {

/// cmark's time grows with the square of the brackets that are open at once; people never open so many.
constexpr std::size_t most_open_brackets = 1'000;
/// Every line is a handful of nodes.
constexpr std::size_t most_lines = 50'000;
/// cmark fills up rows that are shorter than their table, whatever its width.
constexpr std::size_t most_table_cells = 100'000;
/// Each line that might begin a table makes cmark read the paragraph before it again.
constexpr std::size_t most_reread = 10'000'000;
/// Every mark looks for its footnote.
constexpr std::size_t most_footnotes = 1'000;
/// Every reference is a copy of its address and title.
constexpr std::size_t most_copied = 50'000'000;

/// Signs of quotations and lists at the beginning of a line, up to one more than may nest; none where they
/// are a rule. Each of them is looked at again for every sign before it.
std::size_t count_nesting_signs(std::string_view line) {
    if (line.find_first_not_of("-*_ \t") == std::string_view::npos) return 0;
    std::size_t count = 0;
    while (count <= max_depth) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
        const std::string_view sign = line.substr(digits, 1);
        const bool counts = digits > 0 && (sign == "." || sign == ")");
        const bool lists = counts || (digits == 0 && (sign == "-" || sign == "*" || sign == "+"));
        const std::size_t behind = digits + 1;
        const bool ends = behind >= line.size() || line[behind] == ' ' || line[behind] == '\t';
        if (!(lists && ends) && !(digits == 0 && sign == ">")) break;
        ++count;
        line.remove_prefix(std::min(behind, line.size()));
    }
    return count;
}

/// Goes through the lines once and adds up what each may cost.
class LineCosts {
  public:
    /// Why the text is refused at this line; nothing while it is not.
    std::optional<std::string> add(std::string_view line) {
        if (++lines_ > most_lines) return fmt::format("the text has more than {} lines", most_lines);
        if (trimmed(line).empty()) {
            paragraph_ = columns_ = 0;
            return std::nullopt;
        }
        paragraph_ += line.size() + 1;
        add_table_line(line);
        if (cells_ > most_table_cells)
            return fmt::format("the tables come to more than {} cells here", most_table_cells);
        if (reread_ > most_reread)
            return "too many lines of this paragraph look like the beginning of a table";
        const std::size_t start = line.find_first_not_of(" \t>");
        if (start != std::string_view::npos && line.substr(start, 2) == "[^" &&
            line.find("]:", start) != std::string_view::npos && ++footnotes_ > most_footnotes)
            return fmt::format("the text has more than {} footnotes", most_footnotes);
        return std::nullopt;
    }

  private:
    /// A line of nothing but `-`, `:` and `|` (and the marks of quotations and lists) gives the width of a
    /// table, up to the next empty line.
    void add_table_line(std::string_view line) {
        const bool may_give_width =
            line.find_first_not_of("-:| \t>*+.)0123456789") == std::string_view::npos &&
            line.find('-') != std::string_view::npos;
        if (may_give_width) {
            const auto bars = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
            columns_ = std::max(columns_, bars + 1);
            reread_ += paragraph_;
        }
        cells_ += columns_;
    }

    std::size_t lines_ = 0;
    std::size_t paragraph_ = 0;
    std::size_t columns_ = 0;
    std::size_t cells_ = 0;
    std::size_t reread_ = 0;
    std::size_t footnotes_ = 0;
};

/// Bytes that references may copy: each closing bracket the longest stretch that may be a definition.
std::size_t bytes_copied(const Lines& lines) {
    std::size_t brackets = 0;
    std::size_t longest = 0;
    std::size_t stretch = 0;
    for (std::size_t i = 0; i < lines.count(); ++i) {
        const std::string_view line = lines[i];
        brackets += static_cast<std::size_t>(std::count(line.begin(), line.end(), ']'));
        const std::size_t start = line.find_first_not_of(" \t>-*+.)0123456789");
        const bool is_blank = start == std::string_view::npos && trimmed(line).empty();
        const bool begins = start != std::string_view::npos && line[start] == '[';
        stretch = is_blank ? 0 : begins || stretch > 0 ? stretch + line.size() + 1 : 0;
        longest = std::max(longest, stretch);
    }
    return brackets * longest;
}

}  // namespace

std::optional<Finding> refuse(const Reading& reading) {
    const std::string_view text = reading.passage.text();
    const auto refusal = [&](std::string_view code, std::size_t at, std::string message) {
        return make_error(code, reading.span(at, std::min(at + 1, text.size())), std::move(message));
    };
    Budget& budget = Budget::of_build();
    if (text.size() > budget.longest_text())
        return refusal("invalid-text", 0,
                       fmt::format("the text is longer than {} bytes", budget.longest_text()));
    if (const auto invalid = find_invalid_utf8(text))
        return refusal("invalid-text", *invalid, "this is no valid UTF-8; save the file as UTF-8");
    if (const auto unprintable = find_unprintable(text)) {
        std::size_t at = *unprintable;
        return refusal("invalid-text", *unprintable,
                       fmt::format("the character U+{:04X} has no place in a text",
                                   static_cast<unsigned>(next_code_point(text, at))));
    }

    const Lines lines(text);
    LineCosts costs;
    for (std::size_t i = 0; i < lines.count(); ++i) {
        if (count_nesting_signs(lines[i]) > max_depth)
            return refusal(
                "too-deep", lines.begin(i),
                fmt::format("lists and quotations stand more than {} deep inside each other", max_depth));
        if (auto reason = costs.add(lines[i]))
            return refusal("too-much-work", lines.begin(i), *std::move(reason));
    }
    if (bytes_copied(lines) > most_copied)
        return refusal("too-much-work", 0,
                       "the references of this text come to too much: shorten their addresses and titles");

    std::size_t open = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '[' && ++open > most_open_brackets)
            return refusal("too-deep", i,
                           fmt::format("more than {} brackets are open here", most_open_brackets));
        if (c == ']' && open > 0) --open;
        // Brackets do not reach beyond an empty line.
        if (c == '\n' && i + 1 < text.size() && text[i + 1] == '\n') open = 0;
    }
    if (!budget.keep(0)) return refusal("too-much-work", 0, std::string(too_many_texts));
    // Reading a byte, looking for numbers and comparisons in it and writing its pages takes as long as so
    // many steps of an expression.
    constexpr std::uint64_t steps_of_byte = 12;
    if (!budget.spend(steps_of_byte * text.size()))
        return budget_spent(reading.span(0, std::min<std::size_t>(1, text.size())));
    return std::nullopt;
}

}  // namespace regioscope::markdown
