#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/arguments.h"
#include "analysis/edition_model.h"
#include "analysis/functions.h"
#include "analysis/profile_object.h"

namespace regioscope::analysis {

namespace {

using expression::Arguments;
using expression::CallContext;
using expression::optional;
using expression::required;
using expression::Value;

/// The profile that the first argument names, as far as this edition may see it.
Result<std::shared_ptr<const ProfileObject>> profile_argument(const Arguments& arguments,
                                                              const CallContext& context) {
    const auto environment = environment_of(context);
    if (!environment) return environment.finding();
    const auto region = region_argument(**environment, arguments, 0);
    if (!region) return region.finding();
    const data::Profile& profile = (*environment)->edition().facts.profile(*region);
    if (!profile.is_empty()) return std::make_shared<const ProfileObject>(**environment, profile);
    return make_error("no-profile", arguments.span(0),
                      fmt::format("there is no profile of '{}'", (*environment)->dataset()[*region].id));
}

Result<Value> profile(const Arguments& arguments, const CallContext& context) {
    auto found = profile_argument(arguments, context);
    if (!found) return found.finding();
    return Value(std::move(found).value());
}

/// A word of a closed list; empty when not given.
Result<std::string> word_argument(const Arguments& arguments, std::size_t index,
                                  std::span<const std::string_view> words) {
    if (!arguments.given(index)) return std::string();
    const auto word = arguments.text(index);
    if (!word) return word.finding();
    if (std::find(words.begin(), words.end(), *word) != words.end()) return std::string(*word);
    std::string known;
    for (const std::string_view one : words)
        known += (known.empty() ? "" : ", ") + std::string(one);
    return make_error("unknown-word", arguments.span(index), fmt::format("'{}' is none of {}", *word, known));
}

Result<Value> count_employers(const Arguments& arguments, const CallContext& context) {
    const auto found = profile_argument(arguments, context);
    if (!found) return found.finding();
    const auto& employers = (*found)->profile().employers;
    if (!employers) return make_error("no-profile", context.span, "this profile lists no employers");
    (*environment_of(context))->record(employers->citation);
    const auto seat = word_argument(arguments, 1, data::seat_words.words);
    if (!seat) return seat.finding();
    const auto outside = word_argument(arguments, 2, std::span(data::seat_words.words).first(2));
    if (!outside) return outside.finding();
    const auto sector = word_argument(arguments, 3, data::sectors);
    if (!sector) return sector.finding();
    const auto fits = [&](const data::Employer& employer) {
        const bool is_outside = employer.seat == data::Seat::abroad ||
                                (*outside == "region" && employer.seat == data::Seat::country);
        return (seat->empty() || data::seat_words[employer.seat] == *seat) &&
               (outside->empty() || is_outside) && (sector->empty() || employer.sector == *sector);
    };
    return Value(static_cast<int>(std::count_if(employers->list.begin(), employers->list.end(), fits)));
}

}  // namespace

void add_fact_functions(expression::Functions& functions) {
    functions.add_function({"profile",
                            {required("region")},
                            "A region's facts: .summary, .innovation, .ladder, .pair, .employers, "
                            ".organisations, .partnerships, .milestones, .facts.",
                            "profile(\"twente\").innovation.type",
                            "specialised-supplier",
                            profile});
    functions.add_function({"count_employers",
                            {required("region"), optional("seat"), optional("outside"), optional("sector")},
                            "How many of a region's largest employers have their head office there, or "
                            "outside, or belong to a sector.",
                            "count_employers(\"rijnmond\", outside=\"country\")",
                            "6",
                            count_employers});
}

}  // namespace regioscope::analysis
