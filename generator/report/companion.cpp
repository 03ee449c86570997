#include "report/companion.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

#include "base/json_text.h"
#include "base/utf8.h"
#include "report/own_files.h"
#include "report/page_card.h"
#include "report/sentences.h"
#include "report/translation.h"

namespace regioscope::report {

namespace {

constexpr std::string_view html_spaces = " \t\r\n";

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A start or end tag of a finished page: names in lower case, values between double quotes.
struct PageTag {
    std::string_view name;
    std::string_view inside;
    bool is_end = false;

    std::string_view value(std::string_view attribute) const {
        const std::string key = std::string(attribute) + "=\"";
        for (std::size_t at = inside.find(key); at != std::string_view::npos; at = inside.find(key, at + 1)) {
            const bool begins_a_word = at > 0 && html_spaces.find(inside[at - 1]) != std::string_view::npos;
            if (!begins_a_word) continue;
            const std::string_view rest = inside.substr(at + key.size());
            return rest.substr(0, rest.find('"'));
        }
        return {};
    }
    bool has_class(std::string_view name_of_class) const {
        std::string_view rest = value("class");
        while (!rest.empty()) {
            const std::size_t end = rest.find(' ');
            if (rest.substr(0, end) == name_of_class) return true;
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        }
        return false;
    }
};

/// What a reference (`&amp;`, `&#8211;`) stands for; `at` is behind the ampersand and moves behind the
/// reference.
void append_reference(std::string& out, std::string_view text, std::size_t& at) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> named = {
        {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\u00a0"}}};
    constexpr std::size_t longest = 10;
    const std::size_t end = text.find(';', at);
    if (end == std::string_view::npos || end - at > longest) {
        out += '&';
        return;
    }
    const std::string_view name = text.substr(at, end - at);
    for (const auto& [word, meaning] : named) {
        if (name != word) continue;
        out += meaning;
        at = end + 1;
        return;
    }
    const bool is_hexadecimal = name.starts_with("#x");
    const std::string_view digits = name.substr(std::min<std::size_t>(name.size(), is_hexadecimal ? 2 : 1));
    std::uint32_t code = 0;
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hexadecimal ? 16 : 10);
    if (!name.starts_with('#') || error != std::errc() || stop != digits.data() + digits.size()) {
        out += '&';
        return;
    }
    const bool is_character = code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    append_utf8(out, is_character ? code : 0xFFFD);
    at = end + 1;
}

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at++];
        if (c == '&') {
            append_reference(out, text, at);
        } else {
            out += c;
        }
    }
    return out;
}

/// One letter of words that are words and nothing else, whoever renders them.
void append_plain(std::string& out, std::string_view words, std::size_t at) {
    const char c = words[at];
    const char next = at + 1 < words.size() ? words[at + 1] : ' ';
    const bool begins_reference =
        c == '&' && (next == '#' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'));
    if (begins_reference || std::string_view("\\`*_[]<").find(c) != std::string_view::npos) out += '\\';
    out += c;
}

/// The same in JSON, which stands between markup for whoever takes no notice of it.
std::string without_markup(std::string_view json) {
    std::string out;
    for (const char c : json) {
        if (c == '<' || c == '[') {
            out += c == '<' ? "\\u003c" : "\\u005b";
        } else {
            out += c;
        }
    }
    return out;
}

/// Goes through a page once, from tag to tag, and writes what it meets.
class MarkdownWriter {
  public:
    explicit MarkdownWriter(std::string_view html) : html_(html) {}

    std::string run() {
        constexpr std::string_view beginning = "<main";
        const std::size_t main = html_.find(beginning);
        if (main == std::string_view::npos) return {};
        at_ = html_.find('>', main) + 1;
        html_ = html_.substr(0, std::min(html_.size(), html_.rfind("</main>")));
        while (at_ < html_.size()) {
            const std::size_t next = std::min(html_.find('<', at_), html_.size());
            text(html_.substr(at_, next - at_));
            at_ = next;
            if (at_ == html_.size()) break;
            if (html_.substr(at_).starts_with("<!--")) {
                const std::size_t end = html_.find("-->", at_);
                at_ = end == std::string_view::npos ? html_.size() : end + 3;
                continue;
            }
            tag(read_tag());
        }
        end_block();
        return std::move(out_);
    }

  private:
    PageTag read_tag() {
        std::size_t end = at_ + 1;
        for (bool is_quoted = false; end < html_.size() && (is_quoted || html_[end] != '>'); ++end)
            if (html_[end] == '"') is_quoted = !is_quoted;
        PageTag read;
        read.inside = html_.substr(at_ + 1, end - at_ - 1);
        read.is_end = read.inside.starts_with('/');
        if (read.is_end) read.inside.remove_prefix(1);
        read.name = read.inside.substr(0, read.inside.find_first_of(" \t\r\n/"));
        at_ = std::min(end + 1, html_.size());
        return read;
    }

    /// To behind the end of an element whose start tag was read.
    void pass(std::string_view name) {
        for (int depth = 1; depth > 0 && at_ < html_.size();) {
            at_ = std::min(html_.find('<', at_), html_.size());
            if (at_ == html_.size()) return;
            const PageTag inner = read_tag();
            if (inner.name == name) depth += inner.is_end ? -1 : 1;
        }
    }

    static bool leads_around(const PageTag& tag) {
        return is_any(tag.name, {"nav", "button", "script", "style", "form", "template"}) ||
               tag.value("aria-hidden") == "true" || tag.has_class("citing") || tag.has_class("chart-narrow");
    }

    void tag(const PageTag& tag) {
        if (!tag.is_end && leads_around(tag)) {
            if (!is_any(tag.name, {"img", "input", "br", "hr"})) pass(tag.name);
            return;
        }
        if (tag.name == "svg") {
            if (!tag.is_end) picture();
        } else if (is_any(tag.name, {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})) {
            table(tag);
        } else if (is_any(tag.name, {"a", "strong", "b", "em", "i", "code", "sup", "img", "br"})) {
            within_line(tag);
        } else if (is_any(tag.name,
                          {"p",  "div",    "section", "article", "figure", "figcaption", "blockquote",
                           "h1", "h2",     "h3",      "h4",      "h5",     "h6",         "ul",
                           "ol", "li",     "dl",      "dt",      "dd",     "details",    "summary",
                           "hr", "header", "footer",  "aside",   "pre",    "main"})) {
            block(tag);
        }
    }

    // ---- Lines ----

    void text(std::string_view raw) {
        if (raw.empty()) return;
        const std::string words = decoded(raw);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (html_spaces.find(words[i]) != std::string_view::npos) {
                if (!line_.empty() && line_.back() != ' ') line_ += ' ';
                continue;
            }
            if (words[i] == '|' && in_cell_) line_ += '\\';
            if (code_begin_ == std::string::npos) {
                append_plain(line_, words, i);
            } else {
                line_ += words[i];
            }
        }
    }

    void within_line(const PageTag& tag) {
        if (tag.name == "a") {
            link(tag);
        } else if (is_any(tag.name, {"strong", "b"})) {
            emphasis("**", tag.is_end);
        } else if (is_any(tag.name, {"em", "i"})) {
            emphasis("*", tag.is_end);
        } else if (tag.name == "code") {
            code(tag.is_end);
        } else if (tag.name == "sup" && !tag.is_end && tag.has_class("sign")) {
            sign();
        } else if (tag.name == "img" && !tag.is_end) {
            line_ += fmt::format("![{}](<{}>)", plain_markdown(decoded(tag.value("alt"))),
                                 decoded(tag.value("src")));
        } else if (tag.name == "br" && !line_.empty()) {
            line_ += ' ';
        }
    }

    /// Between as many backticks as its own do not end.
    void code(bool is_end) {
        if (!is_end) {
            code_begin_ = line_.size();
            return;
        }
        if (code_begin_ == std::string::npos) return;
        const std::string inside = line_.substr(std::min(code_begin_, line_.size()));
        line_.resize(std::min(code_begin_, line_.size()));
        code_begin_ = std::string::npos;
        if (inside.empty()) return;
        std::string fence = "`";
        while (inside.find(fence) != std::string::npos)
            fence += '`';
        const std::string_view margin = fence.size() > 1 ? " " : "";
        line_ += fmt::format("{}{}{}{}{}", fence, margin, inside, margin, fence);
    }

    /// What a sign stands for, in words: `(estimated)`.
    void sign() {
        const std::size_t end = std::min(html_.find("</sup>", at_), html_.size());
        const std::string_view inside = html_.substr(at_, end - at_);
        constexpr std::string_view title = "title=\"";
        const std::size_t words = inside.find(title);
        if (words == std::string_view::npos) return;
        const std::string_view rest = inside.substr(words + title.size());
        line_ += " (";
        text(rest.substr(0, rest.find('"')));
        line_ += ')';
        at_ = std::min(end + std::string_view("</sup>").size(), html_.size());
    }

    void emphasis(std::string_view mark, bool is_end) {
        if (is_end && line_.ends_with(mark)) {
            line_.resize(line_.size() - mark.size());
            return;
        }
        line_ += mark;
    }

    void link(const PageTag& tag) {
        if (!tag.is_end) {
            const std::string_view href = tag.value("href");
            if (href.empty() || href.starts_with('#')) return;
            href_ = decoded(href);
            link_begin_ = line_.size();
            line_ += '[';
            return;
        }
        if (link_begin_ == std::string::npos) return;
        if (line_.size() == link_begin_ + 1) {
            line_.pop_back();
        } else {
            const bool is_plain = href_.find_first_of("() ") == std::string::npos;
            line_ += is_plain ? fmt::format("]({})", href_) : fmt::format("](<{}>)", href_);
        }
        link_begin_ = std::string::npos;
    }

    /// A picture is told: what it is called, and what it shows.
    void picture() {
        const std::size_t end = std::min(html_.find("</svg>", at_), html_.size());
        const std::string_view inside = html_.substr(at_, end - at_);
        std::string words;
        for (const std::string_view part : {"title", "desc"}) {
            const std::size_t begin = inside.find(fmt::format("<{} id", part));
            if (begin == std::string_view::npos) continue;
            const std::size_t open = inside.find('>', begin);
            const std::size_t close = inside.find("</", open);
            if (open == std::string_view::npos || close == std::string_view::npos) continue;
            words = followed_by(words, inside.substr(open + 1, close - open - 1));
        }
        at_ = std::min(end + std::string_view("</svg>").size(), html_.size());
        if (words.empty()) return;
        if (in_cell_) return text(words);
        end_block();
        line_ += '*';
        text(words);
        line_ += '*';
        end_block();
    }

    // ---- Blocks ----

    void block(const PageTag& tag) {
        if (in_cell_) {
            if (!line_.empty() && !line_.ends_with(' ')) line_ += tag.name == "li" && tag.is_end ? "; " : " ";
            return;
        }
        if (tag.name == "dd" && !tag.is_end) return;
        end_block();
        if (tag.is_end) {
            if (is_any(tag.name, {"ul", "ol"}) && !lists_.empty()) lists_.pop_back();
            if (tag.name == "blockquote") is_quote_ = false;
            return;
        }
        if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6') {
            lead_ = std::string(static_cast<std::size_t>(tag.name[1] - '0'), '#') + " ";
        } else if (is_any(tag.name, {"ul", "ol"})) {
            lists_.push_back(tag.name == "ol" ? 1 : 0);
        } else if (tag.name == "li") {
            int* const number = lists_.empty() ? nullptr : &lists_.back();
            lead_ = number == nullptr || *number == 0 ? "- " : fmt::format("{}. ", (*number)++);
            is_item_ = true;
        } else if (tag.name == "dt") {
            lead_ = "- ";
            is_term_ = true;
        } else if (tag.name == "summary") {
            is_summary_ = true;
        } else if (tag.name == "blockquote") {
            is_quote_ = true;
        }
    }

    /// Closes what is open across a block's end, and writes the line.
    void end_block() {
        if (link_begin_ != std::string::npos && link_begin_ < line_.size()) line_.erase(link_begin_, 1);
        link_begin_ = std::string::npos;
        if (code_begin_ != std::string::npos) code(true);
        while (line_.ends_with(' '))
            line_.pop_back();
        if (line_.empty()) return;
        if (is_term_) {
            // The meaning goes on in the same line.
            line_ = "**" + line_ + "**: ";
            is_term_ = false;
            return;
        }
        if (is_summary_) line_ = "**" + line_ + "**";
        is_summary_ = false;
        const bool looks_like_a_block =
            std::string_view("#+->").find(line_.front()) != std::string_view::npos;
        if (looks_like_a_block && lead_.empty()) line_.insert(0, "\\");
        const bool is_in_list = lead_.starts_with("- ") || is_item_;
        if (!out_.empty() && !(is_in_list && was_in_list_)) out_ += '\n';
        const std::size_t depth = lists_.empty() ? 0 : lists_.size() - 1;
        out_ += is_quote_ ? "> " : "";
        out_ += std::string(2 * depth, ' ') + lead_ + line_ + "\n";
        was_in_list_ = is_in_list;
        is_item_ = false;
        lead_.clear();
        line_.clear();
    }

    // ---- Tables ----

    void table(const PageTag& tag) {
        if (tag.name == "table") {
            end_block();
            has_row_ = false;
            if (tag.is_end) was_in_list_ = false;
        } else if (tag.name == "caption") {
            end_block();
            if (!tag.is_end) is_summary_ = true;
        } else if (tag.name == "tr") {
            if (tag.is_end) {
                write_row();
            } else {
                row_.clear();
            }
        } else if (is_any(tag.name, {"td", "th"})) {
            cell(tag);
        }
    }

    void cell(const PageTag& tag) {
        if (!tag.is_end) {
            line_.clear();
            in_cell_ = true;
            int columns = 1;
            const std::string_view span = tag.value("colspan");
            std::from_chars(span.data(), span.data() + span.size(), columns);
            constexpr int most_columns = 200;
            empty_cells_ = std::clamp(columns, 1, most_columns) - 1;
            return;
        }
        in_cell_ = false;
        link_begin_ = std::string::npos;
        if (code_begin_ != std::string::npos) code(true);
        while (line_.ends_with(' '))
            line_.pop_back();
        row_.push_back(std::exchange(line_, {}));
        for (; empty_cells_ > 0; --empty_cells_)
            row_.emplace_back();
    }

    void write_row() {
        if (row_.empty()) return;
        if (!has_row_) {
            if (!out_.empty()) out_ += '\n';
            columns_ = row_.size();
        }
        row_.resize(std::max(columns_, row_.size()));
        std::string written = "|";
        for (const std::string& one : row_)
            written += " " + one + " |";
        out_ += written + "\n";
        if (!has_row_) {
            out_ += '|';
            for (std::size_t i = 0; i < columns_; ++i)
                out_ += " --- |";
            out_ += '\n';
        }
        has_row_ = true;
        row_.clear();
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::string out_;
    /// What is being written, until its block ends.
    std::string line_;
    /// What it begins with: `## `, `- `.
    std::string lead_;
    std::string href_;
    std::size_t link_begin_ = std::string::npos;
    /// The next number of each open list; 0 of one without numbers.
    std::vector<int> lists_;
    std::size_t code_begin_ = std::string::npos;
    bool is_term_ = false;
    bool is_item_ = false;
    bool is_summary_ = false;
    bool is_quote_ = false;
    bool was_in_list_ = false;
    bool in_cell_ = false;
    int empty_cells_ = 0;
    std::size_t columns_ = 0;
    bool has_row_ = false;
    std::vector<std::string> row_;
};

}  // namespace

std::string companion_of(std::string_view file) {
    return std::string(file.substr(0, file.rfind('.'))) + ".md";
}

bool has_companion(const Site& site, const Page& page, std::size_t language) {
    return is_findable(page) && page.path != "search.html" && is_translated(site, page, language) &&
           !brings(site, companion_of(site.file_of(page.path, language)));
}

std::string plain_markdown(std::string_view words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == '\n' || words[i] == '\r') {
            out += ' ';
        } else {
            append_plain(out, words, i);
        }
    }
    return out;
}

std::string markdown_of(std::string_view html) {
    return MarkdownWriter(html).run();
}

std::string companion_text(const PageContext& context, std::string_view html) {
    const Site& site = context.site();
    const analysis::Presenter& presenter = context.presenter();
    const PageCard card = card_of(context);
    const std::string& file = context.file();
    std::string out = "---\n";
    // A text in JSON is one in YAML.
    const auto add = [&](std::string_view key, std::string_view value) {
        if (!value.empty())
            out += fmt::format("{}: {}\n", key, without_markup(json::json_line(json::make_text(value))));
    };
    add("title", card.title);
    add("report", presenter.plain(site.settings().title));
    add("edition", site.edition->id());
    add("as_of", site.settings().editions[site.edition->index].as_of.text());
    add("language", site.presenters[language_shown(site, context.page(), context.language())].language());
    add("publisher", presenter.plain(site.settings().publisher));
    add("licence", presenter.licence(site.settings().licence));
    add("page", card.permalink.empty() ? file.substr(file.rfind('/') + 1) : card.permalink);
    return out + "---\n\n" + markdown_of(html);
}

}  // namespace regioscope::report
