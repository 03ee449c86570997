#include "figures/declaration.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "base/json.h"
#include "base/suggest.h"
#include "data/called.h"
#include "data/entry.h"

namespace regioscope::figures {

namespace {

using data::Entry;
using data::Need;
using Type = json::Kind;

/// In the order of data::Seat.
constexpr std::array<std::string_view, 4> seat_words = {"region", "country", "abroad", "unknown"};

constexpr int most_parts = 8;                 // as many colours as chart.css has
constexpr std::size_t most_goals_drawn = 50;  // each is a line across the chart
constexpr std::size_t most_annotations = 20;  // their signs are letters, and a chart is no page of text

class Reader {
  public:
    Reader(const json::Member& member, const data::Context& context,
           const std::vector<data::Edition>& editions)
        : context_(context), editions_(editions), entry_(member.value, context) {
        out_.id = member.key;
        out_.span = data::inside_quotes(member.key_span);
    }

    std::optional<Declaration> read() {
        const bool is_known = read_kind();
        read_indicators();
        read_regions();
        read_periods();
        read_facts();
        read_annotations();
        out_.mean = entry_.optional_boolean("mean").value_or(false);
        out_.sort = entry_.choice("sort", Declaration::sort_words, Need::optional);
        out_.highlight = region_list("highlight");
        read_named_parts();
        out_.indexed = entry_.optional_boolean("indexed").value_or(false);
        out_.title = entry_.text("title", Need::optional);
        out_.subtitle = entry_.text("subtitle", Need::optional);
        out_.note = entry_.text("note", Need::optional);
        out_.description = entry_.text("description", Need::optional);
        out_.editions = entry_.editions();
        out_.editions.check(editions_, findings());
        if (!is_known) return std::nullopt;
        check_indicators();
        check_keys();
        return std::move(out_);
    }

  private:
    Findings& findings() { return context_.findings; }
    const data::Dataset& dataset() const { return context_.dataset; }

    bool read_kind() {
        const json::Value* const word = entry_.required_of("kind", Type::text);
        if (word == nullptr) return false;
        out_.kind = find_kind(word->text);
        if (out_.kind == nullptr) {
            findings()
                .error("unknown-kind", word->span,
                       fmt::format("no kind of figure '{}'{}", word->text,
                                   did_you_mean(word->text, kind_words())))
                .note(fmt::format("one of {}", fmt::join(kind_words(), ", ")));
        }
        return out_.kind != nullptr;
    }

    void add_indicator(const json::Value& word) {
        if (word.kind == json::Kind::text && !dataset().indicator_by_id.contains(word.text)) {
            if (const std::string_view meant = data::indicator_called(dataset(), word.text); !meant.empty()) {
                findings().error("unknown-indicator", word.span,
                                 fmt::format("no indicator '{}' (did you mean '{}'?)", word.text, meant));
                broken_ = true;
                return;
            }
        }
        const auto index = data::resolve(word, dataset().indicator_by_id, "indicator", findings());
        if (!index) {
            broken_ = true;
        } else if (std::find(out_.indicators.begin(), out_.indicators.end(), *index) !=
                   out_.indicators.end()) {
            findings().error("repeated-word", word.span, fmt::format("'{}' stands here twice", word.text));
        } else {
            out_.indicators.push_back(*index);
        }
    }

    void read_indicators() {
        if (const json::Value* const one = entry_.optional("indicator")) add_indicator(*one);
        entry_.items("indicators", Need::optional, [&](const json::Value& item) { add_indicator(item); });
        if (const json::Value* const all = entry_.optional("indicators"))
            broken_ = broken_ || all->kind != json::Kind::list;
        for (const char* const axis : {"x", "y"}) {
            if (const json::Value* const one = entry_.optional(axis)) add_indicator(*one);
        }
        if (const json::Value* const word = entry_.optional_of("composition", Type::text))
            read_composition(*word);
        if (const auto parts = entry_.integer("parts", 2, most_parts, Need::optional))
            out_.parts = static_cast<std::size_t>(*parts);
    }

    void read_composition(const json::Value& word) {
        std::vector<std::string_view> known;
        for (std::size_t i = 0; i < dataset().compositions.size(); ++i) {
            const data::Composition& composition = dataset().compositions[i];
            known.push_back(composition.id);
            if (composition.id != word.text) continue;
            out_.composition = i;
            out_.indicators = composition.parts;
        }
        if (out_.composition) return;
        broken_ = true;
        findings().error("unknown-composition", word.span,
                         fmt::format("no composition '{}'{}", word.text, did_you_mean(word.text, known)));
    }

    /// A set's id, a region's id, or a list of regions' ids.
    std::vector<data::RegionIndex> regions_of(const json::Value& value) {
        std::vector<data::RegionIndex> regions;
        if (value.kind == Type::list) {
            for (const json::Value& item : value.items) {
                const auto region = data::resolve(item, dataset().region_by_id, "region", findings());
                if (!region) continue;
                if (std::find(regions.begin(), regions.end(), *region) != regions.end())
                    findings().error("repeated-word", item.span,
                                     fmt::format("'{}' stands here twice", item.text));
                regions.push_back(*region);
            }
            return regions;
        }
        if (!json::expect(value, Type::text, findings())) return regions;
        std::vector<std::string_view> known;
        for (std::size_t i = 0; i < dataset().region_sets.size(); ++i) {
            const data::RegionSet& set = dataset().region_sets[i];
            known.push_back(set.id);
            if (set.id != value.text) continue;
            out_.region_set = i;
            return set.regions;
        }
        if (const auto region = dataset().region_by_id.find(value.text);
            region != dataset().region_by_id.end())
            return {region->second};
        findings()
            .error("unknown-region-set", value.span,
                   fmt::format("no region set '{}'{}", value.text, did_you_mean(value.text, known)))
            .note("a list of region ids is possible too");
        return regions;
    }

    std::vector<data::RegionIndex> region_list(std::string_view key) {
        const auto set = out_.region_set;
        const json::Value* const value = entry_.optional(key);
        std::vector<data::RegionIndex> regions =
            value == nullptr ? std::vector<data::RegionIndex>() : regions_of(*value);
        out_.region_set = set;
        return regions;
    }

    void read_regions() {
        if (const json::Value* const value = entry_.optional("regions")) out_.regions = regions_of(*value);
        if (entry_.has("benchmark")) out_.benchmarks = region_list("benchmark");
    }

    std::optional<data::PeriodIndex> period_of(const json::Value& value) {
        const auto period = data::read_period(value, findings());
        if (!period) return std::nullopt;
        const auto known = std::lower_bound(dataset().periods.begin(), dataset().periods.end(), *period);
        if (known == dataset().periods.end() || !(*known == *period)) {
            findings().error("unknown-period", value.span,
                             fmt::format("no figure in the datasets is about {}", period->written));
            return std::nullopt;
        }
        return static_cast<data::PeriodIndex>(known - dataset().periods.begin());
    }

    void add_period(const json::Value& value) {
        if (const auto period = period_of(value)) out_.periods.push_back(*period);
    }

    void read_annotations() {
        entry_.items("annotations", Need::optional, [&](const json::Value& item) {
            Entry entry(item, context_);
            Annotation annotation;
            annotation.span = item.span;
            const bool is_placed = entry.has("region") || entry.has("indicator") || entry.has("period");
            annotation.region = entry.reference("region", dataset().region_by_id, "region", Need::optional);
            annotation.indicator =
                entry.reference("indicator", dataset().indicator_by_id, "indicator", Need::optional);
            if (const json::Value* const period = entry.optional("period"))
                annotation.period = period_of(*period);
            annotation.text = entry.text("text");
            if (!is_placed)
                findings()
                    .error("unplaced-annotation", item.span, "an annotation stands at a point or a period")
                    .note("name its \"region\", \"indicator\" or \"period\"");
            out_.annotations.push_back(std::move(annotation));
        });
        if (out_.annotations.size() > most_annotations)
            findings().error("out-of-range", entry_.span_of("annotations"),
                             fmt::format("at most {} annotations", most_annotations));
    }

    void read_periods() {
        if (const json::Value* const one = entry_.optional("period")) add_period(*one);
        entry_.items("periods", Need::optional, [&](const json::Value& item) { add_period(item); });
    }

    void read_facts() {
        out_.facts = entry_.choice("facts", Declaration::facts_words, Need::optional);
        entry_.items("goals", Need::optional, [&](const json::Value& item) {
            if (!json::expect(item, Type::text, findings())) return;
            const std::vector<std::string_view> known = dataset().goal_ids();
            if (std::find(known.begin(), known.end(), item.text) != known.end())
                return out_.goals.push_back(item.text);
            findings().error("unknown-goal", item.span,
                             fmt::format("no goal '{}'{}", item.text, did_you_mean(item.text, known)));
        });
    }

    /// Parts of the composition, or seats of employers.
    void read_named_parts() {
        entry_.items("named_parts", Need::optional, [&](const json::Value& item) {
            if (!json::expect(item, Type::text, findings())) return;
            std::vector<std::string_view> known;
            if (out_.facts == Declaration::Facts::employer_seats) {
                for (std::size_t i = 0; i < seat_words.size(); ++i) {
                    known.push_back(seat_words[i]);
                    if (known.back() == item.text)
                        return out_.named_seats.push_back(static_cast<data::Seat>(i));
                }
            }
            for (const data::IndicatorIndex part :
                 out_.composition ? out_.indicators : std::vector<data::IndicatorIndex>()) {
                known.push_back(dataset()[part].id);
                if (known.back() == item.text) return out_.named_parts.push_back(part);
            }
            findings().error(
                "unknown-part", item.span,
                fmt::format("no part '{}' in this figure{}", item.text, did_you_mean(item.text, known)));
        });
    }

    /// As many as the kind takes; a composition stands for its parts.
    void check_indicators() {
        if (broken_) return;
        const std::string_view word = out_.kind->word;
        const std::size_t given = out_.indicators.size();
        const auto refuse = [&](std::string_view code, std::string_view key,
                                std::string message) -> Finding& {
            return findings().error(std::string(code), entry_.span_of(key), std::move(message));
        };
        if (out_.kind->takes == Takes::parts) {
            if (!out_.composition && out_.facts != Declaration::Facts::employer_seats)
                refuse("too-few-indicators", "kind",
                       fmt::format("'{}' stacks the parts of a whole: name a composition", word))
                    .note("compositions are declared in datasets/indicators.json");
            return;
        }
        const std::size_t least = out_.kind->takes == Takes::facts     ? 0
                                  : out_.kind->takes == Takes::x_and_y ? 2
                                                                       : 1;
        const bool has_no_end = out_.kind->takes == Takes::indicators;
        if (out_.composition && !has_no_end) {
            refuse("too-many-indicators", "composition", fmt::format("'{}' cannot show a composition", word));
        } else if (given < least) {
            refuse("too-few-indicators", "kind",
                   fmt::format("'{}' needs {}, got {}", word,
                               least == 1 ? "an indicator" : "two indicators: x and y", given));
        } else if (given > least && !has_no_end) {
            refuse("too-many-indicators", "kind",
                   fmt::format("'{}' shows {}, got {} indicators", word,
                               least == 0   ? "no indicator"
                               : least == 1 ? "one indicator"
                                            : "two indicators",
                               given));
        } else {
            check_units();
        }
    }

    /// What this kind would pass over in silence is refused.
    void check_keys() {
        const Kind& kind = *out_.kind;
        const auto only_if = [&](bool applies, std::string_view key, std::string_view what) {
            if (!applies && entry_.has(key))
                findings().error("not-for-kind", entry_.span_of(key),
                                 fmt::format("'{}' {}", kind.word, what));
        };
        const bool has_grid = !kind.is_of_facts();
        const bool seats = out_.facts == Declaration::Facts::employer_seats;
        only_if(kind.takes_annotations, "annotations", "draws no annotations");
        only_if(kind.draws_mean, "mean", "draws no average");
        only_if(kind.draws_targets || kind.shape == Shape::targets, "goals", "draws no targets");
        if (kind.draws_targets && out_.goals.size() > most_goals_drawn)
            findings().error("out-of-range", entry_.span_of("goals"),
                             fmt::format("a chart draws the targets of at most {} goals", most_goals_drawn));
        only_if(has_grid, "benchmark", "compares with no countries");
        only_if(has_grid, "sort", "has an order of its own");
        only_if(has_grid, "period", "is of no period");
        only_if(has_grid, "periods", "is of no period");
        only_if(kind.shape != Shape::targets, "highlight", "shows no regions");
        only_if(kind.takes == Takes::parts, "parts", "has no parts");
        only_if(kind.takes == Takes::parts, "named_parts", "has no parts");
        only_if(seats ? kind.takes == Takes::parts : kind.shape == Shape::events, "facts",
                "is not made of these");
        only_if(goes_through_time(kind.shape_of(out_.indicators.size(), out_.regions.size())), "indexed",
                "does not go through time");
    }

    /// Kinds with one scale for all their figures.
    void check_units() {
        if (!out_.kind->has_one_scale || out_.indexed) return;
        for (const data::IndicatorIndex index : out_.indicators) {
            const data::Indicator& first = dataset()[out_.indicators.front()];
            const data::Indicator& other = dataset()[index];
            if (other.unit == first.unit) continue;
            Finding& finding =
                findings().error("mixed-units", entry_.span_of("indicators"),
                                 fmt::format("'{}' and '{}' have different units and cannot share a scale",
                                             first.id, other.id));
            if (goes_through_time(out_.kind->shape))
                finding.note("\"indexed\": true draws all from their first figure");
            return;
        }
    }

    const data::Context& context_;
    const std::vector<data::Edition>& editions_;
    Entry entry_;
    Declaration out_;
    bool broken_ = false;
};

std::optional<Outline::Corner> read_corner(const json::Value& value, Findings& findings) {
    const bool is_pair = value.kind == Type::list && value.items.size() == 2 &&
                         value.items[0].kind == Type::number && value.items[1].kind == Type::number;
    if (!is_pair) {
        findings.error("wrong-type", value.span, "expected [longitude, latitude]");
        return std::nullopt;
    }
    return Outline::Corner{value.items[0].number, value.items[1].number};
}

Outline read_outline(const json::Value& value, Findings& findings) {
    Outline outline;
    if (!json::expect(value, Type::list, findings)) return outline;
    for (const json::Value& ring : value.items) {
        if (!json::expect(ring, Type::list, findings)) continue;
        outline.rings.emplace_back();
        for (const json::Value& corner : ring.items) {
            if (const auto read = read_corner(corner, findings)) outline.rings.back().push_back(*read);
        }
        if (outline.rings.back().size() < 3)
            findings.error("out-of-range", ring.span, "an outline has at least three corners");
    }
    return outline;
}

}  // namespace

const Declaration* Declarations::find(std::string_view id) const {
    const auto found =
        std::lower_bound(figures.begin(), figures.end(), id,
                         [](const Declaration& d, std::string_view key) { return d.id < key; });
    return found == figures.end() || found->id != id ? nullptr : &*found;
}

void read_declarations(const SourceText& source, const data::Dataset& dataset,
                       const std::vector<std::string>& languages, const std::vector<data::Edition>& editions,
                       Declarations& out, Findings& findings) {
    const auto root = json::parse(source, findings);
    if (!root) return;
    const data::ReadOptions options{languages};
    const data::Context context{options, dataset, findings, out.texts};
    Entry entry(*root, context);
    entry.optional("$schema");
    entry.members("figures", Need::optional, [&](const json::Member& member) {
        data::check_id(member.key, member.key_span, findings);
        const data::Owning owning(context.texts, data::Owner::Kind::figure, member.key);
        auto declaration = Reader(member, context, editions).read();
        if (!declaration) return;
        const auto place =
            std::lower_bound(out.figures.begin(), out.figures.end(), declaration->id,
                             [](const Declaration& d, const std::string& id) { return d.id < id; });
        if (place != out.figures.end() && place->id == declaration->id) {
            findings
                .error("duplicate-figure", declaration->span,
                       fmt::format("the figure '{}' is declared twice", declaration->id))
                .note("the other one", place->span);
            return;
        }
        out.figures.insert(place, std::move(*declaration));
    });
    entry.members("outlines", Need::optional, [&](const json::Member& member) {
        out.ground.outlines.push_back(read_outline(member.value, findings));
    });
}

}  // namespace regioscope::figures
