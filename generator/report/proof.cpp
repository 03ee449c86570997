#include "report/proof.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "chart/svg.h"
#include "escape/html_attribute.h"
#include "escape/html_text.h"
#include "escape/url.h"
#include "expression/node.h"
#include "figures/figure_html.h"
#include "report/html.h"

namespace regioscope::report {

using analysis::Measurement;
using escape::SafeHtml;

namespace {

/// Beside a sentence a line has less room than a figure in a text.
constexpr double beside_width = 470;
/// A sentence about more measures than that is about their numbers.
constexpr std::size_t most_lines = 3;
/// So many make a set: the sentence is about these, and not about others that have a figure, too.
constexpr std::size_t least_of_a_set = 3;

data::RegionIndex region_of(const Site& site, const Measurement& measurement) {
    return site.dataset()[measurement.area].region;
}

bool contains_region(const std::vector<data::RegionIndex>& list, data::RegionIndex region) {
    return std::find(list.begin(), list.end(), region) != list.end();
}

/// The regions that a condition speaks of by their ids.
std::vector<data::RegionIndex> regions_named(const Site& site, const expression::Expression& condition) {
    std::vector<data::RegionIndex> named;
    expression::for_each_node(condition.root(), [&](const expression::Node& node) {
        if (node.kind != expression::NodeKind::constant || !node.constant.is_text()) return;
        const auto found = site.dataset().region_by_id.find(node.constant.text());
        if (found != site.dataset().region_by_id.end() && !contains_region(named, found->second))
            named.push_back(found->second);
    });
    return named;
}

/// Figures of one indicator that a claim has read.
struct Read {
    data::IndicatorIndex indicator{};
    std::vector<const Measurement*> figures;
};

std::vector<Read> by_indicator(const analysis::Verdict& verdict) {
    std::vector<Read> groups;
    for (const Measurement* const measurement : verdict.measurements) {
        if (!measurement->value) continue;
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const Read& one) { return one.indicator == measurement->indicator; });
        if (group == groups.end()) group = groups.insert(groups.end(), {measurement->indicator, {}});
        group->figures.push_back(measurement);
    }
    return groups;
}

bool has_each_region_once(const Site& site, const Read& read) {
    std::vector<data::RegionIndex> seen;
    for (const Measurement* const figure : read.figures) {
        if (contains_region(seen, region_of(site, *figure))) return false;
        seen.push_back(region_of(site, *figure));
    }
    return true;
}

/// What was read, and, where that is no set of regions, the other regions behind it.
std::vector<const Measurement*> figures_on_line(const Site& site, const Read& read) {
    std::vector<const Measurement*> figures = read.figures;
    if (figures.size() >= least_of_a_set) return figures;
    for (const data::RegionIndex region : site.regions) {
        const bool is_read =
            std::any_of(read.figures.begin(), read.figures.end(),
                        [&](const Measurement* one) { return region_of(site, *one) == region; });
        const Measurement* const other = site.edition->measurements.find(read.indicator, region);
        if (!is_read && other != nullptr && other->value) figures.push_back(other);
    }
    return figures;
}

/// A claim that names nobody is about the whole line: its ends.
std::vector<data::RegionIndex> ends_of(const Site& site, const std::vector<const Measurement*>& figures) {
    const auto by_value = [](const Measurement* a, const Measurement* b) {
        return a->value->middle() < b->value->middle();
    };
    return {region_of(site, **std::min_element(figures.begin(), figures.end(), by_value)),
            region_of(site, **std::max_element(figures.begin(), figures.end(), by_value))};
}

class Prover {
  public:
    explicit Prover(const Site& site) : site_(site) {}

    void add(const LedgerEntry& entry) {
        const std::vector<data::RegionIndex> named = regions_named(site_, entry.claim->condition);
        const std::vector<Read> groups = by_indicator(*entry.verdict);
        for (const Read& read : groups) {
            const bool has_line = groups.size() <= most_lines && add_line(read, named, groups.size() == 1);
            if (!has_line) add_numbers(read);
        }
        for (const analysis::Mark mark : entry.verdict->marks) {
            if (std::find(proof_.marks.begin(), proof_.marks.end(), mark) == proof_.marks.end())
                proof_.marks.push_back(mark);
        }
    }

    Proof take() { return std::move(proof_); }

  private:
    /// False where the figures do not stand on one line: too few, or several of one region.
    bool add_line(const Read& read, const std::vector<data::RegionIndex>& named, bool is_only_measure) {
        if (!has_each_region_once(site_, read)) return false;
        // One figure beside one of another measure: the sentence compares those.
        const bool is_alone = read.figures.size() == 1;
        if (is_alone &&
            !(is_only_measure && contains_region(site_.regions, region_of(site_, *read.figures.front()))))
            return false;
        figures::StripSubject line{read.indicator, figures_on_line(site_, read), {}};
        if (line.figures.size() < 2) return false;
        for (const Measurement* const figure : line.figures) {
            if (contains_region(named, region_of(site_, *figure)))
                line.named.push_back(region_of(site_, *figure));
        }
        if (line.named.empty()) line.named = ends_of(site_, line.figures);
        merge(std::move(line));
        return true;
    }

    void merge(figures::StripSubject line) {
        const auto known = std::find_if(proof_.lines.begin(), proof_.lines.end(),
                                        [&](const auto& one) { return one.indicator == line.indicator; });
        if (known == proof_.lines.end()) return proof_.lines.push_back(std::move(line));
        for (const Measurement* const figure : line.figures) {
            const bool is_there = std::any_of(
                known->figures.begin(), known->figures.end(),
                [&](const Measurement* one) { return region_of(site_, *one) == region_of(site_, *figure); });
            if (!is_there) known->figures.push_back(figure);
        }
        for (const data::RegionIndex region : line.named)
            if (!contains_region(known->named, region)) known->named.push_back(region);
    }

    void add_numbers(const Read& read) {
        for (const Measurement* const figure : read.figures) {
            auto group = std::find_if(proof_.numbers.begin(), proof_.numbers.end(), [&](const auto& one) {
                return one.front()->indicator == figure->indicator &&
                       region_of(site_, *one.front()) == region_of(site_, *figure);
            });
            if (group == proof_.numbers.end()) group = proof_.numbers.emplace(group);
            if (std::find(group->begin(), group->end(), figure) == group->end()) group->push_back(figure);
        }
    }

    const Site& site_;
    Proof proof_;
};

std::string href_of(const PageContext& context, const Measurement& measurement) {
    return measurement.derived ? context.to().indicator(measurement.indicator)
                               : context.to().observation(measurement.origins.front());
}

void append_drawing(std::string& out, const chart::DotStrip& strip, const ProofWords& words,
                    const std::string& description, std::string_view name, double width) {
    const chart::Canvas canvas{fmt::format("{}-{}", words.id, name), width, words.title, description,
                               std::nullopt};
    out += fmt::format("<div class=\"chart-{}\">\n{}</div>\n", name, chart::render(strip, canvas).text());
}

/// `<p>Unemployment, 2015</p><svg…>`
std::string labelled_line(const PageContext& context, const figures::StripSubject& line,
                          const std::string& label) {
    chart::StripRow row = figures::strip_row(line, context.presenter());
    row.name.clear();
    const chart::Canvas canvas{
        {}, figures::narrow_width, {}, figures::strip_words(line, context.presenter()), std::nullopt, false};
    return "<p>" + escape::html_text(label) + "</p>\n" +
           chart::render(chart::DotStrip{{std::move(row)}}, canvas).text();
}

std::string figure_link(const PageContext& context, const Measurement& figure) {
    return fmt::format(R"(<a class="datum" href="{}">{}</a>)",
                       escape::html_attribute(escape::url(href_of(context, figure))),
                       escape::html_text(context.presenter().figure(figure)));
}

/// "Manufacturers, Vierkant voor Werk: 1,234 (2016), 1,345 (2020)"
std::string number_line(const PageContext& context, const std::vector<const Measurement*>& figures) {
    const analysis::Presenter& presenter = context.presenter();
    const Measurement& first = *figures.front();
    std::string line = escape::html_text(presenter.short_name(first.indicator) + ", " +
                                         presenter.names(region_of(context.site(), first)).short_name + ": ");
    for (const Measurement* const figure : figures) {
        if (figure != &first) line += ", ";
        line +=
            figure_link(context, *figure) + fmt::format(R"( <span class="quiet">{}</span>)",
                                                        escape::html_text(presenter.period(figure->period)));
    }
    return line;
}

/// "Manufacturers, 2016: Twente 1,234, Brainport 1,345", of regions with one figure each.
std::string region_line(const PageContext& context, const std::vector<const Measurement*>& figures) {
    const analysis::Presenter& presenter = context.presenter();
    const Measurement& first = *figures.front();
    std::string line = escape::html_text(presenter.short_name(first.indicator) + ", " +
                                         presenter.period(first.period) + ": ");
    for (const Measurement* const figure : figures) {
        if (figure != &first) line += ", ";
        line += escape::html_text(presenter.names(region_of(context.site(), *figure)).short_name + " ") +
                figure_link(context, *figure);
    }
    return line;
}

/// Each measure once: where its regions have one figure each, of one period, they share an item.
std::string number_items(const PageContext& context, const Proof& proof) {
    std::string items;
    std::vector<const Measurement*> shared;
    const auto end_shared = [&] {
        if (shared.empty()) return;
        items += "<li>" + (shared.size() == 1 ? number_line(context, shared) : region_line(context, shared)) +
                 "</li>\n";
        shared.clear();
    };
    std::vector<std::vector<const Measurement*>> ordered = proof.numbers;
    std::stable_sort(ordered.begin(), ordered.end(), [&](const auto& a, const auto& b) {
        const auto first_of = [&](data::IndicatorIndex indicator) {
            return std::find_if(proof.numbers.begin(), proof.numbers.end(),
                                [&](const auto& one) { return one.front()->indicator == indicator; });
        };
        return first_of(a.front()->indicator) < first_of(b.front()->indicator);
    });
    for (const auto& figures : ordered) {
        const bool goes_on = figures.size() == 1 && !shared.empty() &&
                             shared.front()->indicator == figures.front()->indicator &&
                             shared.front()->period == figures.front()->period;
        if (!goes_on) end_shared();
        if (figures.size() == 1) {
            shared.push_back(figures.front());
        } else {
            items += "<li>" + number_line(context, figures) + "</li>\n";
        }
    }
    end_shared();
    return items;
}

}  // namespace

Proof proof_of(const Site& site, const std::vector<const LedgerEntry*>& claims) {
    Prover prover(site);
    for (const LedgerEntry* const entry : claims)
        if (entry->verdict != nullptr) prover.add(*entry);
    return prover.take();
}

Proof shortened(Proof proof) {
    if (proof.lines.empty()) return proof;
    const auto tells_most =
        std::max_element(proof.lines.begin(), proof.lines.end(),
                         [](const auto& a, const auto& b) { return a.named.size() < b.named.size(); });
    proof.lines = {*tells_most};
    proof.numbers.clear();
    return proof;
}

SafeHtml proof_html(const PageContext& context, const Proof& proof, const ProofWords& words) {
    if (proof.is_empty()) return {};
    const analysis::Presenter& presenter = context.presenter();
    std::string out = "<div class=\"proof\">\n";
    if (!proof.lines.empty() && words.drawn == ProofWords::Drawn::small) {
        out += labelled_line(context, proof.lines.front(),
                             figures::strip_row(proof.lines.front(), presenter).name);
    } else if (!proof.lines.empty()) {
        chart::DotStrip strip;
        std::string description;
        for (const figures::StripSubject& line : proof.lines) {
            strip.rows.push_back(figures::strip_row(line, presenter));
            description += (description.empty() ? "" : " ") + figures::strip_words(line, presenter);
        }
        if (words.drawn == ProofWords::Drawn::once) {
            append_drawing(out, strip, words, description, "light", figures::narrow_width);
        } else {
            append_drawing(out, strip, words, description, "wide", beside_width);
            append_drawing(out, strip, words, description, "narrow", figures::narrow_width);
        }
    }
    if (!proof.numbers.empty()) out += "<ul class=\"plain\">\n" + number_items(context, proof) + "</ul>\n";
    if (words.tells_marks && !proof.marks.empty()) {
        std::string names;
        for (const analysis::Mark mark : proof.marks)
            names += (names.empty() ? "" : "; ") + presenter.mark_name(mark);
        out += "<p class=\"quiet\">" + escape::html_text(context.message("proof.marks", {{"marks", names}})) +
               "</p>\n";
    }
    return SafeHtml::from_trusted(out + "</div>\n");
}

SafeHtml small_line(const PageContext& context, const figures::StripSubject& line, const std::string& label) {
    return SafeHtml::from_trusted("<div class=\"proof\">\n" + labelled_line(context, line, label) +
                                  "</div>\n");
}

}  // namespace regioscope::report
