#include "tabular/figure_text.h"

#include <algorithm>
#include <optional>
#include <regex>

#include "tabular/words.h"

namespace regioscope::tabular {

namespace {

void trim_left(std::string_view& text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
}

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    trim_left(text);
    return true;
}

constexpr std::string_view raised_digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

/// The digit that is raised at the front.
std::optional<char> take_raised_digit(std::string_view& text) {
    for (std::size_t digit = 0; digit < std::size(raised_digits); ++digit) {
        if (!text.starts_with(raised_digits[digit])) continue;
        text.remove_prefix(raised_digits[digit].size());
        return static_cast<char>('0' + digit);
    }
    return std::nullopt;
}

bool is_mark_of_note(std::string_view mark) {
    const bool is_number =
        !mark.empty() && mark.size() <= 2 && std::all_of(mark.begin(), mark.end(), is_digit);
    return is_number || (mark.size() == 1 && mark[0] >= 'a' && mark[0] <= 'z');
}

/// Everything behind a number: marks of statuses and of notes. False when something else stands there.
bool read_marks(std::string_view text, const Signs& signs, FigureText& figure) {
    trim_left(text);
    while (!text.empty()) {
        if (std::string note = take_note_mark(text); !note.empty()) {
            figure.notes.push_back(std::move(note));
            continue;
        }
        const auto own = std::find_if(signs.note_marks.rbegin(), signs.note_marks.rend(),
                                      [&](const std::string& mark) { return text.starts_with(mark); });
        if (own != signs.note_marks.rend()) {
            figure.notes.push_back(*own);
            take(text, *own);
            continue;
        }
        std::size_t length = text.size();
        while (length > 0 && !signs.marks.contains(text.substr(0, length)))
            --length;
        if (length == 0) return false;
        const std::string& status = signs.marks.find(text.substr(0, length))->second;
        if (status != "A" &&
            std::find(figure.statuses.begin(), figure.statuses.end(), status) == figure.statuses.end())
            figure.statuses.push_back(status);
        text.remove_prefix(length);
        while (text.starts_with(' ') || text.starts_with(',') || text.starts_with(';'))
            text.remove_prefix(1);
    }
    return true;
}

/// How many bytes at the front belong to a number.
std::size_t length_of_number(std::string_view text) {
    std::size_t at = 0;
    for (const std::string_view minus : {"-", "−", "–", "+"})
        if (text.starts_with(minus)) at = minus.size();
    std::size_t end = at;
    while (at < text.size()) {
        if (is_digit(text[at])) {
            end = ++at;
        } else if (text.substr(at).starts_with("’")) {
            at += std::string_view("’").size();
        } else if (text[at] == '.' || text[at] == ',' || text[at] == '\'' || text[at] == ' ') {
            // "4 567 1)" ends before the mark of its note.
            if (text[at] == ' ' && text.substr(at + 1).find_first_not_of("0123456789") != 3 &&
                text.size() - at - 1 != 3)
                break;
            ++at;
        } else {
            break;
        }
    }
    return end;
}

std::string take_number(std::string_view& text) {
    const std::size_t length = length_of_number(text);
    const std::string number(text.substr(0, length));
    text.remove_prefix(length);
    return looks_like_number(number) && number.find_first_of("0123456789") != std::string::npos ? number : "";
}

std::string take_bound(std::string_view& text) {
    for (const std::string_view bound : {"≤", "≥", "<=", ">=", "<", ">"}) {
        if (!take(text, bound)) continue;
        return bound == "<=" ? "≤" : bound == ">=" ? "≥" : std::string(bound);
    }
    for (const std::string_view about : {"ca.", "circa", "ca", "~", "rund", "about"})
        if (take(text, about)) return "~";
    return {};
}

bool read_sign(std::string_view text, const Signs& signs, FigureText& figure) {
    // ": c" is the sign and a flag; the longest sign that leaves nothing but marks.
    for (std::size_t length = text.size() + 1; length-- > 0;) {
        const SignMeaning* const meaning = signs.of_cell(text.substr(0, length));
        if (meaning == nullptr || (length == 0 && !text.empty())) continue;
        FigureText read;
        read.statuses = meaning->statuses;
        if (!read_marks(text.substr(length), signs, read)) continue;
        figure = read;
        figure.kind = meaning->is_zero ? FigureText::Kind::number : FigureText::Kind::missing;
        figure.is_zero_sign = meaning->is_zero;
        if (meaning->is_zero) figure.number = "0";
        return true;
    }
    return false;
}

/// "Twente²", "Twente [note 2]" or "Twente*" with such a note.
bool take_mark_of_line(std::string& line, const std::map<std::string, std::string>& notes,
                       std::vector<std::string>& found) {
    for (const auto& [mark, words] : notes) {
        std::string raised;
        for (const char digit : mark)
            if (is_digit(digit)) raised += raised_digits[digit - '0'];
        const bool is_sign = mark.find_first_not_of("*†‡#") == std::string::npos;
        for (const std::string& form :
             {raised, "[note " + mark + "]", "[" + mark + "]", is_sign ? mark : std::string()}) {
            if (form.empty() || !line.ends_with(form) || line.size() == form.size()) continue;
            // km² is no kilometre with a note.
            if (form == raised && line.substr(0, line.size() - form.size()).ends_with('m')) continue;
            line = folded(line.substr(0, line.size() - form.size()));
            found.push_back(mark);
            return true;
        }
    }
    return false;
}

void take_marks_of_line(std::string& line, const std::map<std::string, std::string>& notes,
                        std::vector<std::string>& found) {
    while (take_mark_of_line(line, notes, found)) {
    }
    while (line.ends_with(')')) {
        std::size_t begin = line.size() - 1;
        while (begin > 0 && line.size() - begin < 4 && is_digit(line[begin - 1]))
            --begin;
        const bool has_letter = begin + 1 == line.size() && begin > 1 && line[begin - 2] == ' ';
        if (has_letter) --begin;
        const std::string mark = line.substr(begin, line.size() - 1 - begin);
        if (mark.empty() || !notes.contains(mark)) return;
        found.push_back(mark);
        line = folded(line.substr(0, begin));
    }
}

/// "1.5E+05", as spreadsheets write what is too wide for its column.
bool looks_like_power_of_ten(std::string_view text) {
    static const std::regex power(R"([-+]?\d+(?:[.,]\d+)?[eE][-+]?\d{1,3})");
    return text.size() < 30 && std::regex_match(text.begin(), text.end(), power);
}

}  // namespace

std::string take_note_mark(std::string_view& text) {
    std::string_view rest = text;
    std::string raised;
    while (const auto digit = take_raised_digit(rest))
        raised += *digit;
    if (raised.empty()) {
        const bool is_square = rest.starts_with('[');
        const bool is_bracketed = is_square || rest.starts_with('(');
        if (is_bracketed) rest.remove_prefix(1);
        const std::size_t end = rest.find(is_square ? ']' : ')');
        if (end == std::string_view::npos || end > 8) return {};
        std::string_view mark = rest.substr(0, end);
        if (is_square) {
            const bool is_named = take(mark, "note ") || take(mark, "noot ") || take(mark, "Note ");
            if (!is_named && !std::all_of(mark.begin(), mark.end(), is_digit)) return {};
        }
        if (!is_mark_of_note(mark)) return {};
        raised = mark;
        rest.remove_prefix(end + 1);
    }
    text = rest;
    trim_left(text);
    return raised;
}

FigureText read_figure(const Cell& cell, const Signs& signs) {
    FigureText figure;
    if (cell.is_number) {
        figure.kind = FigureText::Kind::number;
        figure.number = cell.text;
        std::string_view raised = cell.raised;
        if (raised.starts_with(Cell::brackets)) {
            raised.remove_prefix(Cell::brackets.size());
            if (!signs.brackets.empty()) figure.statuses.push_back(signs.brackets);
        }
        if (!read_marks(raised, signs, figure)) figure.kind = FigureText::Kind::unreadable;
        return figure;
    }
    std::string_view text = cell.text;
    if (read_sign(text, signs, figure)) return figure;
    const bool is_bracketed = !signs.brackets.empty() && take(text, "(");
    if (is_bracketed) {
        const std::size_t end = text.find(')');
        if (end == std::string_view::npos) return figure;
        if (text.substr(0, end).empty() || end + 1 < text.size()) {
            FigureText rest;
            if (!read_marks(text.substr(end + 1), signs, rest)) return figure;
            figure = rest;
        }
        text = text.substr(0, end);
        figure.statuses.push_back(signs.brackets);
    }
    figure.bound = take_bound(text);
    take(text, "€");
    figure.number = take_number(text);
    if (figure.number.empty()) return figure;
    if (looks_like_power_of_ten(cell.text)) {
        figure.is_power_of_ten = true;
        return figure;
    }
    trim_left(text);
    for (const std::string_view through : {"..", "–", "-"}) {
        std::string_view rest = text;
        if (!figure.bound.empty() || !take(rest, through)) continue;
        const std::string upper = take_number(rest);
        if (upper.empty()) continue;
        figure.upper = upper;
        text = rest;
        break;
    }
    for (const std::string_view unit : {"%", "€"})
        take(text, unit);
    std::string marks(text);
    if (!cell.raised.empty()) marks += " " + cell.raised;
    if (read_marks(marks, signs, figure)) figure.kind = FigureText::Kind::number;
    return figure;
}

bool may_be_figure(const Cell& cell, const Signs& signs) {
    if (cell.is_number) return true;
    const std::string& text = cell.text;
    if (text.empty()) return false;
    const bool is_code = text.size() > 1 && text[0] == '0' && is_digit(text[1]);
    if (is_code) return false;
    if (text == "-" || text == "–") return true;  // what it means is asked later
    const FigureText read = read_figure(cell, signs);
    return read.kind != FigureText::Kind::unreadable || read.is_power_of_ten || is_error_of_formula(text);
}

bool is_error_of_formula(std::string_view text) {
    return is_one_of(text, {"#div/0!", "#n/a", "#n/b", "#nv", "#ref!", "#verw!", "#bezug!", "#value!",
                            "#waarde!", "#wert!", "#name?", "#naam?", "#num!", "#getal!", "#zahl!", "#null!",
                            "err:502", "#spill!", "#calc!"});
}

std::vector<std::string> take_note_marks(std::string& label,
                                         const std::map<std::string, std::string>& notes) {
    // A label of several lines may have marks at each of them.
    constexpr std::string_view joint = " | ";
    std::vector<std::string> found;
    std::string without;
    for (std::size_t begin = 0; begin <= label.size();) {
        const std::size_t end = std::min(label.find(joint, begin), label.size());
        std::string part = label.substr(begin, end - begin);
        take_marks_of_line(part, notes, found);
        without += (begin == 0 ? "" : std::string(joint)) + part;
        begin = end + joint.size();
    }
    label = without;
    return found;
}

}  // namespace regioscope::tabular
