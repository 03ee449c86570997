// What is known of a region beside its figures; every fact with its citation, and the editions that say it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "data/citation.h"
#include "data/edition_range.h"
#include "data/element.h"
#include "data/index.h"
#include "data/party.h"
#include "data/period.h"
#include "data/text.h"
#include "data/value.h"

namespace regioscope::data {

enum class Reading { printed, ours };
inline constexpr WordTable<Reading, 2> reading_words = {{"printed", "ours"}};

struct InnovationType {
    /// `specialised-supplier` …; see docs/datasets.md.
    std::string type;
    std::vector<std::string> also;
    Text reason;
    Reading reading = Reading::printed;
    Citation citation;
    EditionRange editions;
    Span span;
};

struct LadderPlace {
    static constexpr int highest_rung = 4;

    /// From 1, the lowest.
    int rung = 1;
    Text autonomy;
    Text agenda;
    Text reason;
    Reading reading = Reading::printed;
    Citation citation;
    EditionRange editions;
    Span span;
};

struct Pair {
    RegionIndex region{};
    Text reason;
    Citation citation;
    EditionRange editions;
    Span span;
};

enum class Seat { region, country, abroad, unknown };
inline constexpr WordTable<Seat, 4> seat_words = {{"region", "country", "abroad", "unknown"}};

inline constexpr std::string_view sectors[] = {"industry",  "services",    "trade",        "logistics",
                                               "finance",   "care",        "construction", "leisure",
                                               "utilities", "agriculture", "other"};

struct Employer {
    std::string name;
    Seat seat = Seat::unknown;
    std::string country;
    std::string place;
    std::string owner;
    std::optional<Period> since;
    std::string sector;
    std::optional<int> rd_rank;
    Text note;
    Span span;
};

struct Employers {
    std::vector<Employer> list;
    std::optional<int> printed_outside_region;
    std::optional<int> printed_outside_country;
    Citation citation;
    EditionRange editions;
    Span span;
};

struct Organisation {
    std::string id;
    std::string name;
    std::string kind;
    std::optional<Period> founded;
    std::optional<Value> members;
    std::optional<Element> element;
    Text role;
    Citation citation;
    EditionRange editions;
    Span span;
};

struct Partnership {
    std::string id;
    std::string name;
    std::string kind;
    std::vector<std::string> levels;
    std::optional<Period> founded;
    Text legal_form;
    std::vector<Party> partners;
    std::optional<Value> companies;
    std::optional<Value> students;
    std::vector<std::string> funding;
    std::optional<Element> element;
    Text role;
    Citation citation;
    EditionRange editions;
    Span span;
};

struct Milestone {
    /// May be empty.
    std::string id;
    Period period;
    Text text;
    Citation citation;
    EditionRange editions;
    Span span;
};

enum class FactKind { strength, weakness, conclusion, challenge, fact };
inline constexpr WordTable<FactKind, 5> fact_kind_words = {
    {"strength", "weakness", "conclusion", "challenge", "fact"}};

struct Fact {
    /// May be empty.
    std::string id;
    std::string theme;
    FactKind kind = FactKind::fact;
    std::optional<Element> element;
    Text text;
    /// How we came to it, when the reading is ours.
    Text reason;
    Reading reading = Reading::printed;
    Citation citation;
    EditionRange editions;
    Span span;
};

struct Summary {
    Text text;
    Citation citation;
    EditionRange editions;
};

struct Profile {
    RegionIndex region{};
    std::optional<Summary> summary;
    std::optional<InnovationType> innovation;
    std::optional<LadderPlace> ladder;
    std::optional<Pair> pair;
    std::optional<Employers> employers;
    std::vector<Organisation> organisations;
    std::vector<Partnership> partnerships;
    std::vector<Milestone> milestones;
    std::vector<Fact> facts;
    Span span;

    bool is_empty() const {
        return !summary && !innovation && !ladder && !pair && !employers && organisations.empty() &&
               partnerships.empty() && milestones.empty() && facts.empty();
    }
};

}  // namespace regioscope::data
