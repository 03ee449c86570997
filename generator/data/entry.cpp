#include "data/entry.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "base/budget.h"
#include "base/slug.h"
#include "data/figure_as_text.h"

namespace regioscope::data {

using json::Kind;

namespace {

bool knows(const Context& context, std::string_view language) {
    const auto& languages = context.options.languages;
    return std::find(languages.begin(), languages.end(), language) != languages.end();
}

/// Names stand on every page, many times; other words without markup do not.
constexpr std::uint64_t longest_name = 2'000;
constexpr std::uint64_t longest_words = 20'000;

void check_length(const json::Value& value, std::uint64_t longest, Findings& findings) {
    longest *= Budget::of_build().times();
    if (value.text.size() > longest)
        findings.error("invalid-text", value.span, fmt::format("this is longer than {} bytes", longest));
}

std::size_t significant_digits(const json::Value& number) {
    std::size_t count = 0;
    for (const char c : number.text) {
        if (c == 'e' || c == 'E') break;
        if (c >= '0' && c <= '9' && (count > 0 || c != '0')) ++count;
    }
    return count;
}

/// A number with all its digits.
std::optional<Decimal> read_figure(const json::Value& value, Findings& findings) {
    if (!json::expect(value, Kind::number, findings)) return std::nullopt;
    if (significant_digits(value) > static_cast<std::size_t>(Decimal::max_digits)) {
        findings.error("invalid-value", value.span,
                       fmt::format("a figure has at most {} digits", Decimal::max_digits));
    }
    return value.number;
}

constexpr std::pair<std::string_view, Value::Kind> bounds[] = {{"about", Value::Kind::about},
                                                               {"at_least", Value::Kind::at_least},
                                                               {"more_than", Value::Kind::more_than},
                                                               {"at_most", Value::Kind::at_most},
                                                               {"less_than", Value::Kind::less_than}};

std::optional<Value> read_range(json::ObjectReader& object, const json::Value& value, Findings& findings) {
    const json::Value* const from = object.required("from");
    const json::Value* const to = object.required("to");
    if (from == nullptr || to == nullptr) return std::nullopt;
    const auto low = read_figure(*from, findings);
    const auto high = read_figure(*to, findings);
    if (!low || !high) return std::nullopt;
    if (*high < *low) {
        findings.error("invalid-value", value.span,
                       fmt::format("the range ends at {}, before it starts", to->text));
    }
    return Value{Value::Kind::range, *low, *high};
}

}  // namespace

bool is_country_code(std::string_view text) {
    return text.size() == 2 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Span inside_quotes(Span span) {
    if (span.end - span.begin >= 2) {
        ++span.begin;
        --span.end;
    }
    return span;
}

bool check_id(std::string_view id, Span span, Findings& findings) {
    if (is_slug(id)) return true;
    const std::string better = slug_of(id);
    findings.error("invalid-id", span,
                   fmt::format("'{}' is no id: use lower-case letters, digits and single hyphens{}", id,
                               better.empty() ? "" : fmt::format(" (for instance '{}')", better)));
    return false;
}

namespace {

/// `"de": "…", "en": "…"`, to be pasted.
std::string as_members(const std::vector<std::string_view>& languages) {
    std::vector<std::string> members;
    for (const std::string_view language : languages)
        members.push_back(fmt::format("\"{}\": \"…\"", language));
    return fmt::format("{}", fmt::join(members, ", "));
}

}  // namespace

void check_languages(const json::Value& map, const Context& context) {
    const auto& languages = context.options.languages;
    for (const json::Member& member : map.members) {
        if (knows(context, member.key)) continue;
        // Without a single language something else is wrong, which is told where it stands.
        if (languages.empty()) continue;
        const auto near = nearest(member.key, {languages.begin(), languages.end()});
        const std::string hint = near ? fmt::format(" (did you mean '{}'?)", *near) : "";
        context.findings.error("unknown-language", member.key_span,
                               fmt::format("the report has no language '{}', only {}{}", member.key,
                                           fmt::join(languages, ", "), hint));
    }
    std::vector<std::string_view> missing;
    for (const std::string& language : languages) {
        if (map.find(language) == nullptr) missing.push_back(language);
    }
    if (missing.empty()) return;
    Span brace = map.span;
    brace.end = brace.begin + 1;
    context.findings
        .warning("missing-language", brace, fmt::format("not yet in {}", fmt::join(missing, ", ")))
        .note(fmt::format("add {}; until then readers in that language see another one, marked as such",
                          as_members(missing)));
}

Text read_text(const json::Value& value, WrittenText::Kind kind, const Context& context) {
    Text text;
    text.span = value.span;
    if (value.kind == Kind::text) {
        const std::vector<std::string_view> languages(context.options.languages.begin(),
                                                      context.options.languages.end());
        context.findings.error("wrong-type", value.span, "expected a text per language, got one text")
            .note(fmt::format("write {{{}}}", as_members(languages)));
        return text;
    }
    if (!json::expect(value, Kind::object, context.findings)) return text;
    if (value.members.empty())
        context.findings.error("empty-text", value.span, "this text is in no language");
    check_languages(value, context);
    for (const json::Member& member : value.members) {
        if (!json::expect(member.value, Kind::text, context.findings)) continue;
        if (member.value.text.empty())
            context.findings.error("empty-text", member.value.span, "this text is empty");
        if (kind == WrittenText::Kind::name) check_length(member.value, longest_name, context.findings);
        text.entries.push_back({member.key, member.value.text, inside_quotes(member.value.span)});
    }
    context.texts.add(text, kind);
    return text;
}

bool is_value_object(const json::Value& value) {
    if (value.kind != Kind::object) return false;
    return std::any_of(value.members.begin(), value.members.end(), [](const json::Member& member) {
        return member.key == "from" || member.key == "to" ||
               std::any_of(std::begin(bounds), std::end(bounds),
                           [&](const auto& bound) { return bound.first == member.key; });
    });
}

std::optional<Value> read_value(const json::Value& value, Findings& findings) {
    if (value.kind == Kind::null) return std::nullopt;
    if (value.kind == Kind::number) {
        const auto number = read_figure(value, findings);
        return number ? std::optional(Value::point(*number)) : std::nullopt;
    }
    if (value.kind == Kind::text) {
        Finding& finding = findings.error("wrong-type", value.span, "expected a number, got a text");
        if (const std::string way_out = as_written_in_json(value.text); !way_out.empty())
            finding.note(way_out);
        return std::nullopt;
    }
    if (value.kind != Kind::object) {
        json::expect(value, Kind::number, findings);
        return std::nullopt;
    }
    json::ObjectReader object(value, findings);
    for (const auto& [key, kind] : bounds) {
        if (!object.has(key)) continue;
        const auto number = read_figure(*object.optional(key), findings);
        return number ? std::optional(Value{kind, *number, *number}) : std::nullopt;
    }
    if (object.has("from") || object.has("to")) return read_range(object, value, findings);
    for (const json::Member& member : value.members)
        object.optional(member.key);
    findings.error(
        "invalid-value", value.span,
        "this is no figure: write a number, null, or one of about, at_least, more_than, at_most, less_than, "
        "or from and to");
    return std::nullopt;
}

std::optional<Period> read_period(const json::Value& value, Findings& findings) {
    if (value.kind == Kind::number) {
        findings.error("wrong-type", value.span,
                       fmt::format("expected a period, got a number (did you mean \"{}\"?)", value.text));
        return std::nullopt;
    }
    if (!json::expect(value, Kind::text, findings)) return std::nullopt;
    auto period = Period::parse(value.text);
    if (!period) {
        const std::size_t slash = value.text.find('/');
        const bool reversed = slash != std::string::npos && Period::parse(value.text.substr(0, slash)) &&
                              Period::parse(value.text.substr(slash + 1));
        findings
            .error("invalid-period", value.span,
                   reversed ? fmt::format("the period '{}' ends before it starts", value.text)
                            : fmt::format("'{}' is no period", value.text))
            .note("write 2015, 2013-12, 2015-06-30, 2015-Q1, or two of them: 2006/2015");
    }
    return period;
}

namespace {

/// The code of a status that is spelt out, or written small.
std::string_view status_called(std::string_view word) {
    static constexpr std::pair<std::string_view, std::string_view> words[] = {
        {"p", "P"},         {"provisional", "P"}, {"preliminary", "P"},
        {"voorlopig", "P"}, {"vorläufig", "P"},   {"*", "P"},
        {"e", "E"},         {"estimated", "E"},   {"estimate", "E"},
        {"geschat", "E"},   {"geschätzt", "E"},   {"q", "Q"},
        {"secret", "Q"},    {"suppressed", "Q"},  {"confidential", "Q"},
        {"geheim", "Q"},    {"o", "O"},           {"missing", "O"},
        {"ontbreekt", "O"}, {"fehlt", "O"},       {"b", "B"},
        {"break", "B"},     {"m", "M"},           {"f", "F"},
        {"forecast", "F"},  {"u", "U"},           {"uncertain", "U"},
        {"l", "L"},         {"h", "H"},           {"a", "A"},
        {"normal", "A"},    {"d", "D"},           {"i", "I"},
        {"imputed", "I"}};
    for (const auto& [called, code] : words)
        if (called == word) return code;
    return {};
}

}  // namespace

std::optional<Statuses> read_statuses(const json::Value& value, Findings& findings) {
    Statuses statuses;
    const auto add = [&](const json::Value& code) {
        if (!json::expect(code, Kind::text, findings)) return;
        if (const auto status = parse_status(code.text)) {
            if (statuses.contains(*status)) {
                findings.error("duplicate-item", code.span,
                               fmt::format("the status '{}' stands twice in this list", code.text));
            }
            statuses.push_back(*status);
        } else {
            const std::string_view near = status_called(code.text);
            findings
                .error("unknown-status", code.span,
                       fmt::format("no status '{}'{}", code.text,
                                   near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near)))
                .note(
                    "the codes are A B D E F G H I J K L M N O P Q S U V W: P is provisional, E estimated, Q "
                    "secret, O missing");
        }
    };
    if (value.kind == Kind::list) {
        for (const json::Value& item : value.items)
            add(item);
        if (value.items.empty())
            findings.error("empty-list", value.span, "a list of statuses has at least one");
    } else {
        add(value);
    }
    return statuses.empty() ? std::nullopt : std::optional(statuses);
}

const json::Value* Entry::of(std::string_view key, Kind kind, Need need) {
    return need == Need::required ? required_of(key, kind) : optional_of(key, kind);
}

std::string Entry::string(std::string_view key, Need need) {
    const json::Value* const found = of(key, Kind::text, need);
    if (found == nullptr) return {};
    if (found->text.empty()) findings().error("empty-text", found->span, "this text is empty");
    check_length(*found, longest_words, findings());
    return found->text;
}

std::vector<std::string> Entry::strings(std::string_view key, Need need) {
    std::vector<std::string> all;
    items(key, need, [&](const json::Value& item) {
        if (!json::expect(item, Kind::text, findings())) return;
        if (item.text.empty()) findings().error("empty-text", item.span, "this text is empty");
        all.push_back(item.text);
    });
    return all;
}

std::string Entry::matching(std::string_view key, Need need,
                            const std::function<bool(std::string_view)>& good, std::string_view code,
                            std::string_view expected) {
    const json::Value* const found = of(key, Kind::text, need);
    if (found == nullptr) return {};
    if (!good(found->text))
        findings().error(code, found->span, fmt::format("'{}' is no {}", found->text, expected));
    return found->text;
}

Text Entry::text_of(std::string_view key, Need need, WrittenText::Kind kind) {
    const json::Value* const found = get(key, need);
    return found == nullptr ? Text() : read_text(*found, kind, context_);
}

Text Entry::text(std::string_view key, Need need) {
    return text_of(key, need, WrittenText::Kind::markdown);
}

Text Entry::words(std::string_view key, Need need) {
    return text_of(key, need, WrittenText::Kind::words);
}

Text Entry::name(std::string_view key, Need need) {
    return text_of(key, need, WrittenText::Kind::name);
}

Text Entry::message(std::string_view key, Need need) {
    return text_of(key, need, WrittenText::Kind::message);
}

std::string Entry::id() {
    const std::string id = string("id", Need::optional);
    if (!id.empty()) check_id(id, span_of("id"), findings());
    return id;
}

EditionRange Entry::editions() {
    return {string("from", Need::optional), string("until", Need::optional), inside_quotes(span_of("from")),
            inside_quotes(span_of("until"))};
}

std::vector<Party> Entry::parties(std::string_view key) {
    std::vector<Party> all;
    items(key, Need::optional, [&](const json::Value& item) {
        Party& party = all.emplace_back();
        if (item.kind != Kind::text) {
            party.words = read_text(item, WrittenText::Kind::name, context_);
            return;
        }
        if (item.text.empty()) findings().error("empty-text", item.span, "this text is empty");
        party.name = item.text;
    });
    return all;
}

std::optional<int> Entry::integer(std::string_view key, int low, int high, Need need) {
    const json::Value* const found = of(key, Kind::number, need);
    if (found == nullptr) return std::nullopt;
    const auto whole = found->number.to_integer();
    if (!whole || *whole < low || *whole > high) {
        findings().error(
            "out-of-range", found->span,
            fmt::format("expected a whole number from {} to {}, got {}", low, high, found->text));
        return std::nullopt;
    }
    return static_cast<int>(*whole);
}

std::optional<Decimal> Entry::number(std::string_view key, const Decimal& low, const Decimal& high,
                                     Need need) {
    const json::Value* const found = of(key, Kind::number, need);
    if (found == nullptr) return std::nullopt;
    if (found->number < low || found->number > high) {
        findings().error(
            "out-of-range", found->span,
            fmt::format("expected a number from {} to {}, got {}", low.text(), high.text(), found->text));
        return std::nullopt;
    }
    return found->number;
}

std::optional<Period> Entry::period(std::string_view key, Need need) {
    const json::Value* const found = get(key, need);
    return found == nullptr ? std::nullopt : read_period(*found, findings());
}

std::optional<Date> Entry::date(std::string_view key, Need need) {
    const json::Value* const found = of(key, Kind::text, need);
    if (found == nullptr) return std::nullopt;
    const auto date = Date::parse(found->text);
    if (!date) {
        findings()
            .error("invalid-date", found->span, fmt::format("'{}' is no date", found->text))
            .note("write 2016, 2016-12 or 2016-12-31");
    }
    return date;
}

std::optional<Value> Entry::value_or_null(std::string_view key, Need need) {
    const json::Value* const found = get(key, need);
    return found == nullptr ? std::nullopt : read_value(*found, findings());
}

std::optional<Value> Entry::value(std::string_view key, Need need) {
    const json::Value* const found = get(key, need);
    if (found == nullptr) return std::nullopt;
    if (found->kind == Kind::null) json::expect(*found, Kind::number, findings());
    return read_value(*found, findings());
}

std::string Entry::word(std::string_view key, Words words, Need need) {
    const json::Value* const found = get(key, need);
    if (found == nullptr) return {};
    const auto chosen = json::choose(*found, words, "unknown-word", findings());
    return chosen ? std::string(words[*chosen]) : std::string();
}

std::vector<std::string> Entry::word_list(std::string_view key, Words words, Need need) {
    std::vector<std::string> all;
    items(key, need, [&](const json::Value& item) {
        if (const auto chosen = json::choose(item, words, "unknown-word", findings())) {
            all.emplace_back(words[*chosen]);
        }
    });
    return all;
}

void Entry::items(std::string_view key, Need need, const std::function<void(const json::Value&)>& read) {
    const json::Value* const list = of(key, Kind::list, need);
    if (list == nullptr) return;
    for (const json::Value& item : list->items)
        read(item);
}

void Entry::members(std::string_view key, Need need, const std::function<void(const json::Member&)>& read) {
    const json::Value* const object = of(key, Kind::object, need);
    if (object == nullptr) return;
    for (const json::Member& member : object->members) {
        check_id(member.key, member.key_span, findings());
        read(member);
    }
}

}  // namespace regioscope::data
