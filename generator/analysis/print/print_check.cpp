#include "analysis/print/print_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "analysis/place.h"
#include "analysis/print/names_in_print.h"
#include "analysis/print/numbers_in_words.h"
#include "analysis/print/row_in_print.h"

namespace regioscope::analysis {

namespace {

using data::Citation;
using data::Dataset;
using Stretch = Extract::Stretch;

/// How far from its anchor a number may stand, in characters.
constexpr std::size_t reach = 300;
/// The targets of a goal are listed one after another, and cited together.
constexpr std::size_t reach_of_list = 600;
/// Around a table's figures: its caption and heads.
constexpr std::size_t reach_of_heads = 300;
/// Whom a text speaks of is said some sentences before.
constexpr std::size_t reach_of_names = 1200;
/// What numbers are printed in, as powers of ten: themselves, thousands, millions, thousand millions.
constexpr std::array printed_scales = {0, 3, 6, 9};
/// What is said once for a list, a chapter of goals: in which year they are due.
constexpr std::size_t reach_of_all = 5000;

/// Is one of these the number, as it stands or in thousands, millions, thousand millions? Signs are often
/// words.
bool is_among(const std::vector<std::string>& numbers, const Decimal& value) {
    return std::any_of(numbers.begin(), numbers.end(), [&](const std::string& text) {
        const auto number = Decimal::parse(text);
        if (!number) return false;
        return std::any_of(printed_scales.begin(), printed_scales.end(), [&](int scale) {
            return number->absolute() * Decimal::scaled(1, scale) == value.absolute();
        });
    });
}

std::vector<std::string> numbers_in(std::string_view printed) {
    std::vector<std::string> numbers;
    for (Extract::Token& token : Extract::tokens_of(printed)) {
        if (token.is_number) numbers.push_back(std::move(token.text));
    }
    return numbers;
}

class PrintCheck {
  public:
    PrintCheck(const Dataset& dataset, const Print& print, Findings& findings)
        : dataset_(dataset), print_(print), findings_(findings) {}

    PrintResult run() {
        for (const data::Table& table : dataset_.tables)
            check_table(table);
        check_facts();
        return result_;
    }

  private:
    const Extract* extract_of(data::SourceIndex source) const {
        const auto found = print_.extracts.find(source);
        return found == print_.extracts.end() ? nullptr : &found->second;
    }

    // ---- Anchors ----

    /// Where a citation's anchor stands; told once when it stands nowhere.
    std::vector<Stretch> places_of(const Citation& citation) {
        const Extract* const extract = extract_of(citation.source);
        if (extract == nullptr || citation.locator.anchor.empty()) return {};
        std::vector<Stretch> places = extract->find(citation.locator.anchor, extract->all());
        if (!anchors_.insert({citation.source, citation.locator.anchor}).second) return places;
        ++result_.anchors.looked_up;
        if (!places.empty()) {
            ++result_.anchors.found;
            return places;
        }
        const data::Source& source = dataset_[citation.source];
        findings_
            .warning("anchor-not-in-print", citation.locator.span,
                     fmt::format("'{}' has no words \"{}\"", source.id, citation.locator.anchor))
            .subject = fmt::format("{}: {}", source.id, citation.locator.anchor);
        return places;
    }

    // ---- Tables ----

    void check_table(const data::Table& table) {
        const Extract* const extract = extract_of(table.citation.source);
        if (extract == nullptr) return;
        const std::vector<Stretch> places = places_of(table.citation);
        std::vector<data::ObservationIndex> all_beside;
        extent_.reset();
        for (const data::Table::Row& row : table.rows) {
            std::vector<data::ObservationIndex> beside;
            for (const auto& cell : row.cells) {
                if (!cell || dataset_[*cell].printed.empty()) continue;
                const Citation& citation = dataset_[dataset_[*cell].citation];
                if (citation.locator.anchor == table.citation.locator.anchor)
                    beside.push_back(*cell);
                else
                    check_cell(*cell, citation);
            }
            if (!beside.empty() && !places.empty()) check_row(row, beside, *extract, places);
            all_beside.insert(all_beside.end(), beside.begin(), beside.end());
        }
        if (places.empty()) return;
        // A table's years and regions stand in its caption, its heads or its labels.
        std::vector<Stretch> whole;
        for (const Stretch& place : places)
            whole.push_back(extent_ ? extract->around(joined(place, *extent_), reach_of_heads)
                                    : extract->around(place, reach));
        for (const data::ObservationIndex cell : all_beside)
            check_place_and_time(cell, table.citation, whole);
    }

    static Stretch joined(Stretch a, Stretch b) {
        return {std::min(a.first, b.first), std::max(a.last, b.last)};
    }

    /// A figure that is told in text: its digits, or its words, near the anchor.
    void check_cell(data::ObservationIndex cell, const Citation& citation) {
        const std::vector<Stretch> places = places_of(citation);
        if (places.empty()) return;
        const bool is_found =
            stands_near(dataset_[cell].printed, citation, places) && is_stated(dataset_[cell], citation);
        count(result_.cells, is_found, cell, {});
        std::vector<Stretch> near;
        for (const Stretch& place : places)
            near.push_back(extract_of(citation.source)->around(place, reach));
        check_place_and_time(cell, citation, near);
    }

    /// What is printed bears a figure out: its digits (whatever the scale), words that state it, or several
    /// numbers in words that add up to it.
    bool is_stated(const data::Observation& observation, const Citation& citation) const {
        if (!observation.value) return true;
        if (!numbers_in(observation.printed).empty()) return is_same_number(observation);
        const Decimal& value = observation.value->low;
        Decimal sum;
        for (const Decimal& number :
             numbers_in_words(observation.printed, dataset_[citation.source].language, print_)) {
            if (number == value) return true;
            sum = sum + number;
        }
        return sum == value;
    }

    // ---- When and where ----

    /// The years of a figure and the name of its region stand where it is cited; what the reader of the
    /// report cannot find there is assumed, and somebody has to say so.
    void check_place_and_time(data::ObservationIndex cell, const Citation& citation,
                              const std::vector<Stretch>& ranges) {
        const data::Observation& observation = dataset_[cell];
        const Extract& extract = *extract_of(citation.source);
        const data::Period& period = dataset_[observation.period];
        const auto any = [&](const auto& stands_in) {
            return std::any_of(ranges.begin(), ranges.end(), stands_in);
        };
        const std::string place =
            fmt::format("{} \"{}\"", dataset_[observation.table].id, citation.locator.anchor);
        if (is_new(place + ": " + period.written)) {
            tell(result_.periods,
                 any([&](const Stretch& range) { return has_period(extract, range, period, citation); }),
                 "period-not-in-print", observation.span, place + ": " + period.written,
                 fmt::format("'{}' is not said where its source is cited", period.written));
        }
        const data::Region& region = dataset_[dataset_[observation.area].region];
        if (is_new(place + ": " + region.id)) {
            tell(result_.regions, any([&](const Stretch& range) {
                     return names_region(extract, extract.around(range, reach_of_names), dataset_, region);
                 }),
                 "region-not-in-print", observation.span, place + ": " + region.id,
                 fmt::format("'{}' is not named where its source is cited", region.id));
        }
    }

    bool is_new(const std::string& subject) { return subjects_.insert(subject).second; }

    void tell(PrintCounts& counts, bool found, std::string_view code, Span span, const std::string& subject,
              const std::string& message) {
        ++counts.looked_up;
        if (found) {
            ++counts.found;
            return;
        }
        Finding& finding = findings_.warning(code, span, message);
        finding.subject = subject;
        finding.notes.push_back({fmt::format("the subject is '{}'", subject), {}, subject + " = assumed"});
    }

    void check_row(const data::Table::Row& row, const std::vector<data::ObservationIndex>& beside,
                   const Extract& extract, const std::vector<Stretch>& places) {
        std::vector<PrintedCell> best;
        std::size_t most_found = 0;
        for (const Stretch& place : places) {
            std::vector<PrintedCell> cells;
            for (const data::ObservationIndex cell : beside)
                cells.push_back({numbers_in(dataset_[cell].printed), false, {}});
            // A caption may stand above its table or below it.
            find_row(extract,
                     {place.first > table_tokens ? place.first - table_tokens : 0,
                      std::min(place.last + table_tokens, extract.tokens().size())},
                     row.printed, cells);
            const auto found = static_cast<std::size_t>(std::count_if(
                cells.begin(), cells.end(), [](const PrintedCell& cell) { return cell.is_found; }));
            if (best.empty() || found > most_found) best = std::move(cells);
            most_found = std::max(most_found, found);
        }
        // A single cell may be told in a sentence, under a label that is ours.
        const Citation& citation = dataset_[dataset_[beside.front()].citation];
        if (beside.size() == 1 && most_found == 0)
            best.front().is_found = stands_near(dataset_[beside.front()].printed, citation, places);
        for (std::size_t i = 0; i < beside.size(); ++i) {
            count(result_.cells, best[i].is_found && is_same_number(dataset_[beside[i]]), beside[i],
                  best[i].instead);
            if (most_found == 0 || !best[i].is_found) continue;
            const Stretch there{best[i].token, best[i].token + 1};
            extent_ = extent_ ? joined(*extent_, there) : there;
        }
    }

    /// Is the text as printed the figure itself, and not other digits?
    static bool is_same_number(const data::Observation& observation) {
        const std::vector<std::string> numbers = numbers_in(observation.printed);
        return !observation.value || numbers.empty() ||
               (is_among(numbers, observation.value->low) && is_among(numbers, observation.value->high));
    }

    void count(PrintCounts& counts, bool found, data::ObservationIndex cell, const std::string& instead) {
        ++counts.looked_up;
        if (found) {
            ++counts.found;
            return;
        }
        const data::Observation& observation = dataset_[cell];
        Finding& finding = findings_.warning(
            "figure-not-in-print", observation.span,
            instead.empty()
                ? fmt::format("'{}' does not stand where its source is cited",
                              is_same_number(observation) ? observation.printed : observation.value->text())
                : fmt::format("'{}' is entered where the source has '{}'", observation.printed, instead));
        finding.subject =
            fmt::format("{} in {}", data::key_of(dataset_, observation), dataset_[observation.table].id);
        finding.notes.push_back(note_of(dataset_, cell));
        finding.note(fmt::format("the subject is '{}'", finding.subject));
    }

    /// Its numbers; of what has none its words.
    bool stands_near(const std::string& printed, const Citation& citation,
                     const std::vector<Stretch>& places) const {
        const Extract& extract = *extract_of(citation.source);
        const std::vector<std::string> numbers = numbers_in(printed);
        return std::any_of(places.begin(), places.end(), [&](const Stretch& place) {
            const Stretch range = extract.around(place, reach);
            if (numbers.empty()) return has_words(extract, range, printed);
            return std::all_of(numbers.begin(), numbers.end(),
                               [&](const std::string& number) { return has_number(extract, range, number); });
        });
    }

    /// All that stands between the places where words are left out.
    static bool has_words(const Extract& extract, Stretch range, std::string_view printed) {
        constexpr std::string_view left_out = "…";
        while (true) {
            const std::size_t end = std::min(printed.find(left_out), printed.find(';'));
            const std::string_view part = printed.substr(0, end);
            if (!Extract::tokens_of(part).empty() && !extract.has(part, range)) return false;
            if (end == std::string_view::npos) return true;
            printed.remove_prefix(end + (printed[end] == ';' ? 1 : left_out.size()));
        }
    }

    static bool has_number(const Extract& extract, Stretch range, std::string_view number) {
        return std::any_of(
            extract.tokens().begin() + static_cast<std::ptrdiff_t>(range.first),
            extract.tokens().begin() + static_cast<std::ptrdiff_t>(range.last),
            [&](const Extract::Token& token) { return token.is_number && token.text == number; });
    }

    // ---- Goals, initiatives, profiles ----

    void check_facts() {
        for (const data::Goal& goal : dataset_.all_facts.goals) {
            for (std::size_t v = 0; v < goal.versions.size(); ++v) {
                const data::GoalVersion& version = goal.versions[v];
                for (std::size_t t = 0; t < version.targets.size(); ++t)
                    check_target(version.targets[t], version.citation,
                                 fmt::format("goal {} version {} target {}", goal.id, v + 1, t + 1));
            }
        }
        for (const data::Initiative& initiative : dataset_.all_facts.initiatives) {
            const std::string name = "initiative " + initiative.id;
            for (const data::Amount& amount : initiative.amounts)
                check_value(amount.value, initiative.citation, initiative.span, name + " amount");
            if (initiative.share)
                check_value(data::Value::point(*initiative.share), initiative.citation, initiative.span,
                            name + " share");
            check_period(initiative.period, initiative.citation, initiative.span, name + " period");
        }
        for (std::size_t i = 0; i < dataset_.all_facts.action_counts.size(); ++i) {
            const data::ActionCount& count = dataset_.all_facts.action_counts[i];
            check_value(count.value, count.citation, count.span,
                        fmt::format("count {}", count.id.empty() ? std::to_string(i + 1) : count.id));
        }
        for (const data::Profile& profile : dataset_.all_facts.profiles)
            check_profile(profile);
    }

    void check_target(const data::Target& target, const Citation& citation, const std::string& name) {
        check_value(target.target, citation, target.span, name, reach_of_list);
        check_value(target.baseline, citation, target.span, name + " baseline", reach_of_list);
        check_period(target.due, citation, target.span, name + " due", reach_of_all);
        check_period(target.baseline_period, citation, target.span, name + " baseline period", reach_of_all);
    }

    void check_profile(const data::Profile& profile) {
        const std::string region = "profile " + dataset_[profile.region].id;
        for (const data::Organisation& one : profile.organisations) {
            const std::string name = fmt::format("{} organisation {}", region, one.id);
            check_period(one.founded, one.citation, one.span, name + " founded");
            check_value(one.members, one.citation, one.span, name + " members");
        }
        for (const data::Partnership& one : profile.partnerships) {
            const std::string name = fmt::format("{} partnership {}", region, one.id);
            check_period(one.founded, one.citation, one.span, name + " founded");
            check_value(one.companies, one.citation, one.span, name + " companies");
            check_value(one.students, one.citation, one.span, name + " students");
        }
        for (std::size_t i = 0; i < profile.milestones.size(); ++i) {
            const data::Milestone& one = profile.milestones[i];
            check_period(
                one.period, one.citation, one.span,
                fmt::format("{} milestone {}", region, one.id.empty() ? std::to_string(i + 1) : one.id));
        }
        if (!profile.employers) return;
        for (const data::Employer& employer : profile.employers->list)
            check_employer(employer, profile.employers->citation, region);
    }

    /// Its numbers stand beside its name in the list that is cited.
    void check_employer(const data::Employer& employer, const Citation& citation, const std::string& region) {
        const std::string name = fmt::format("{} employer {}", region, employer.name);
        const auto beside_name = [&](const Extract& extract, Stretch list, const std::string& number) {
            const auto words = Extract::tokens_of(employer.name);
            const std::vector<Stretch> names =
                words.empty() ? std::vector<Stretch>() : extract.find(words.front().text, list);
            return std::any_of(names.begin(), names.end(), [&](const Stretch& place) {
                return has_number(extract, extract.around(place, reach), number);
            });
        };
        const auto check_number = [&](const std::string& what, int number) {
            check(citation, employer.span, name + " " + what, std::to_string(number), reach_of_all,
                  [&](const Extract& extract, Stretch list) {
                      return beside_name(extract, list, std::to_string(number));
                  });
        };
        if (employer.since) check_number("since", employer.since->first.year);
        if (employer.rd_rank) check_number("rd_rank", *employer.rd_rank);
    }

    void check_value(const std::optional<data::Value>& value, const Citation& citation, Span span,
                     const std::string& name, std::size_t how_far = reach) {
        if (!value) return;
        check(citation, span, name, value->text(), how_far, [&](const Extract& extract, Stretch range) {
            return has_amount(extract, range, value->low, citation) &&
                   has_amount(extract, range, value->high, citation);
        });
    }

    void check_period(const std::optional<data::Period>& period, const Citation& citation, Span span,
                      const std::string& name, std::size_t how_far = reach) {
        if (!period) return;
        check(citation, span, name, period->written, how_far, [&](const Extract& extract, Stretch range) {
            return has_period(extract, range, *period, citation);
        });
    }

    bool has_period(const Extract& extract, Stretch range, const data::Period& period,
                    const Citation& citation) const {
        const bool in_years = has_number(extract, range, std::to_string(period.first.year)) &&
                              has_number(extract, range, std::to_string(period.last.year));
        return in_years || has_stretch_of_years(extract, range, period, citation);
    }

    /// The seventies, the 19th century.
    bool has_stretch_of_years(const Extract& extract, Stretch range, const data::Period& period,
                              const Citation& citation) const {
        const int first = period.first.year;
        if (period.last.year == first + 9 && first % 10 == 0)
            return has_amount(extract, range, Decimal(first % 100), citation);
        if (period.last.year == first + 99 && first % 100 == 0)
            return has_number(extract, range, std::to_string(first / 100 + 1));
        return false;
    }

    /// As digits, in full or in thousands, millions, thousand millions; or in words.
    bool has_amount(const Extract& extract, Stretch range, const Decimal& amount,
                    const Citation& citation) const {
        const Decimal plain = amount.normalized();
        for (const int scale : printed_scales) {
            const Decimal scaled = (plain * Decimal::scaled(1, -scale)).normalized();
            for (const std::string& form : numbers_in(scaled.absolute().text())) {
                if (has_number(extract, range, form) || has_number(extract, range, "-" + form)) return true;
            }
        }
        const auto words = print_.spelled(dataset_[citation.source].language, plain);
        return words && extract.has(*words, range);
    }

    template <class StandsIn>
    void check(const Citation& citation, Span span, const std::string& name, const std::string& value,
               std::size_t how_far, StandsIn stands_in) {
        const std::vector<Stretch> places = places_of(citation);
        if (places.empty()) return;
        const Extract& extract = *extract_of(citation.source);
        ++result_.facts.looked_up;
        const bool found = std::any_of(places.begin(), places.end(), [&](const Stretch& place) {
            return stands_in(extract, extract.around(place, how_far));
        });
        if (found) {
            ++result_.facts.found;
            return;
        }
        Finding& finding =
            findings_.warning("fact-not-in-print", span,
                              fmt::format("'{}' does not stand near \"{}\", where its source is cited", value,
                                          citation.locator.anchor));
        finding.subject = name;
        finding.notes.push_back(
            {fmt::format("the subject is '{}'", name), {}, fmt::format("{} = {}", name, value)});
    }

    /// Of a table from its anchor on: more than any table has.
    static constexpr std::size_t table_tokens = 1500;

    const Dataset& dataset_;
    const Print& print_;
    Findings& findings_;
    PrintResult result_;
    std::set<std::pair<data::SourceIndex, std::string>> anchors_;
    std::set<std::string> subjects_;
    /// From the first to the last figure of a table that was found.
    std::optional<Stretch> extent_;
};

}  // namespace

bool is_about_print(std::string_view code) {
    return code.ends_with("-not-in-print");
}

PrintResult hold_against_print(const Dataset& dataset, const Print& print, Findings& findings) {
    return PrintCheck(dataset, print, findings).run();
}

}  // namespace regioscope::analysis
