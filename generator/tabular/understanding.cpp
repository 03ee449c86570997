#include "tabular/understanding.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <map>
#include <regex>

#include "base/json_text.h"
#include "base/new_ids.h"
#include "base/slug.h"
#include "base/suggest.h"
#include "tabular/period_label.h"
#include "tabular/words.h"

namespace regioscope::tabular {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

bool is_region_word(std::string_view name) {
    const std::string letters = plain(name);
    for (const std::string_view word :
         {"regio", "region", "gemeente", "provincie", "gebied", "kreis", "bundesland", "länder", "geo",
          "area", "municipal", "province", "gebiet", "corop", "nuts", "territor"})
        if (letters.find(word) != std::string::npos) return true;
    return false;
}

/// How figures are counted, not what they count.
bool is_said_of_figures(std::string_view name) {
    return is_one_of(name, {"freq", "frequency", "unit", "eenheid", "einheit", "value_unit",
                            "unit of measure", "time frequency", "frequentie", "periodizität"});
}

/// "Twente (CR)", "Emsland, Landkreis": the kind of area that offices put behind a name.
std::string without_kind_of_area(const std::string& label) {
    for (const std::string_view kind :
         {" (CR)", " (PV)", " (LD)", " (GM)", " (CP)", " (RG)", ", Landkreis", ", Kreis", ", Stadt",
          ", kreisfreie Stadt", ", Landeshauptstadt", ", Hansestadt", ", Stadtkreis"})
        if (label.ends_with(kind)) return label.substr(0, label.size() - kind.size());
    return label;
}

/// "Werkloosheid (%)", "Banen (x 1 000)", "Quote in %", "Werkloosheid | %": without the unit behind or beside
/// the name.
std::string without_unit(const std::string& label) {
    constexpr std::string_view joint = " | ";
    std::string words;
    for (std::size_t begin = 0; begin <= label.size();) {
        const std::size_t end = std::min(label.find(joint, begin), label.size());
        const std::string part = label.substr(begin, end - begin);
        if (!is_unit(part)) words += (words.empty() ? "" : std::string(joint)) + part;
        begin = end + joint.size();
    }
    if (words.empty()) return label;
    if (words.ends_with(')')) {
        const std::size_t bracket = words.rfind('(');
        return bracket == 0 || bracket == std::string::npos ? words : folded(words.substr(0, bracket));
    }
    const std::size_t in = words.rfind(" in ");
    return in != std::string::npos && in > 0 && is_unit(std::string_view(words).substr(in + 1))
               ? words.substr(0, in)
               : words;
}

/// "x 1 000", "in 1000", "Tsd.", "mln euro" anywhere in the words.
std::string scale_of(std::string_view words) {
    static const std::regex thousand(
        R"((^|[^\d])(x ?|in |per )?(1[ .,]?000)([^\d.,]|$)|\btsd\b|\bduizend\b|\btausend\b|\bthousands?\b|\bths(_|\b))");
    static const std::regex million(R"(\bmio_|\b(mln|mio|mill?ion(en|s)?|miljoen)\b)");
    const std::string letters = plain(words);
    const bool is_rate =
        letters.find("per 1") != std::string::npos || letters.find("je 1") != std::string::npos;
    if (is_rate) return {};
    if (std::regex_search(letters, million)) return "1000000";
    return std::regex_search(letters, thousand) ? "1000" : "";
}

bool speaks_of_percents(std::string_view words) {
    const std::string letters = plain(words);
    return letters.find('%') != std::string::npos || letters.find("prozent") != std::string::npos ||
           letters.find("procent") != std::string::npos || letters.find("percent") != std::string::npos;
}

class Understander {
  public:
    Understander(const Reading& reading, const Grid& grid, Mapping& mapping, Vocabulary& vocabulary,
                 bool adds, Findings& findings)
        : reading_(reading),
          grid_(grid),
          mapping_(mapping),
          vocabulary_(vocabulary),
          adds_(adds),
          findings_(findings) {}

    Understanding understand() {
        find_dimensions();
        check_constants();
        name_regions();
        name_periods();
        gather();
        report_open();
        return std::move(found_);
    }

  private:
    const Dimension& dimension(std::size_t index) const { return reading_.dimensions[index]; }

    std::size_t dimension_called(std::string_view name) const {
        for (std::size_t i = 0; i < reading_.dimensions.size(); ++i)
            if (dimension(i).name == name) return i;
        return none;
    }

    /// Which dimension tells what: as the mapping says, else as the file or its labels do.
    void find_dimensions() {
        if (!mapping_.region.empty() || !mapping_.period.empty() || !mapping_.indicator.empty()) {
            region_ = named(mapping_.region);
            period_ = named(mapping_.period);
            for (const std::string& name : mapping_.indicator) {
                if (const std::size_t index = named(name); index != none) indicator_.push_back(index);
            }
            return;
        }
        period_ = find_period_dimension();
        region_ = find_region_dimension();
        find_indicator_dimensions();
        look_at_the_rest();
        if (region_ != none) mapping_.region = dimension(region_).name;
        if (period_ != none) mapping_.period = dimension(period_).name;
        for (const std::size_t index : indicator_)
            mapping_.indicator.push_back(dimension(index).name);
    }

    std::size_t named(const std::string& name) {
        if (name.empty()) return none;
        const std::size_t index = dimension_called(name);
        if (index != none) return index;
        std::vector<std::string_view> names;
        for (const Dimension& one : reading_.dimensions)
            names.push_back(one.name);
        Finding finding = make_error("no-dimension", {},
                                     fmt::format("the file has no '{}', which its mapping speaks of{}", name,
                                                 did_you_mean(name, names)));
        finding.file = grid_.file;
        findings_.add(std::move(finding)).note(fmt::format("it has: {}", fmt::join(names, ", ")));
        return none;
    }

    std::size_t find_period_dimension() const {
        for (std::size_t i = 0; i < reading_.dimensions.size(); ++i) {
            if (!reading_.layout.period_column.empty() &&
                plain(dimension(i).name) == plain(reading_.layout.period_column))
                return i;
        }
        for (std::size_t i = 0; i < reading_.dimensions.size(); ++i) {
            const auto& categories = dimension(i).categories;
            const auto count =
                std::count_if(categories.begin(), categories.end(),
                              [](const Category& category) { return period_of(category.label).has_value(); });
            if (static_cast<std::size_t>(count) == categories.size() && count > 0) return i;
        }
        // "2022", "2023", "verschil": what is no period among them is asked for.
        for (std::size_t i = 0; i < reading_.dimensions.size(); ++i) {
            const auto& categories = dimension(i).categories;
            const auto count =
                std::count_if(categories.begin(), categories.end(),
                              [](const Category& category) { return period_of(category.label).has_value(); });
            if (count > 1 && static_cast<std::size_t>(count) * 2 > categories.size()) return i;
        }
        return none;
    }

    std::size_t find_region_dimension() const {
        std::size_t best = none;
        std::size_t most = 0;
        for (std::size_t i = 0; i < reading_.dimensions.size(); ++i) {
            if (i == period_) continue;
            if (!reading_.layout.region_column.empty() &&
                plain(dimension(i).name) == plain(reading_.layout.region_column))
                return i;
            const auto& categories = dimension(i).categories;
            const auto known = static_cast<std::size_t>(
                std::count_if(categories.begin(), categories.end(), [&](const Category& category) {
                    return known_region(category) || only_region_called(category, categories);
                }));
            if (known <= most) continue;
            most = known;
            best = i;
        }
        for (std::size_t i = 0; best == none && i < reading_.dimensions.size(); ++i)
            if (i != period_ && is_region_word(dimension(i).name)) best = i;
        return best;
    }

    /// All others that tell things apart; where none does, those that at least say something.
    void find_indicator_dimensions() {
        if (reading_.layout.is_own_export) {
            indicator_.push_back(dimension_called("indicator"));
            return;
        }
        const auto take = [&](bool (*tells)(const Dimension&)) {
            for (std::size_t i = 0; i < reading_.dimensions.size(); ++i)
                if (i != region_ && i != period_ && tells(dimension(i))) indicator_.push_back(i);
        };
        take([](const Dimension& one) { return one.categories.size() > 1; });
        if (!indicator_.empty() || !mapping_.everywhere.indicator.empty()) return;
        take([](const Dimension& one) { return !is_said_of_figures(one.name); });
        if (indicator_.empty()) take([](const Dimension&) { return true; });
    }

    /// What holds for all figures is told; a unit of thousands counts.
    void look_at_the_rest() {
        for (std::size_t i = 0; i < reading_.dimensions.size(); ++i) {
            const bool is_used = i == region_ || i == period_ ||
                                 std::find(indicator_.begin(), indicator_.end(), i) != indicator_.end();
            if (is_used || reading_.layout.is_own_export || dimension(i).categories.empty()) continue;
            if (dimension(i).categories.size() > 1) {
                found_.remarks.push_back(fmt::format("'{}' tells nothing that is used", dimension(i).name));
                continue;
            }
            const std::string& label = dimension(i).categories.front().label;
            found_.remarks.push_back(fmt::format("'{}' is '{}' throughout", dimension(i).name, label));
            const bool is_said = is_said_of_figures(dimension(i).name) || is_unit(label);
            const std::string scale = is_said ? scale_of(label) : "";
            if (is_said) unit_throughout_ += label + " ";
            if (!scale.empty() && mapping_.everywhere.scale.empty()) mapping_.everywhere.scale = scale;
        }
    }

    std::optional<Meaning> known_region(const Category& category) const {
        if (auto meaning = vocabulary_.region_called(category.label)) return meaning;
        for (const std::string& code : category.codes)
            if (auto meaning = vocabulary_.region_called(code)) return meaning;
        return std::nullopt;
    }

    /// Without the kind of area, where no other label of the file is then called the same.
    std::optional<Meaning> only_region_called(const Category& category,
                                              const std::vector<Category>& categories) const {
        const std::string name = without_kind_of_area(category.label);
        auto known = name == category.label ? std::nullopt : vocabulary_.region_called(name);
        if (!known) return std::nullopt;
        const auto count = std::count_if(categories.begin(), categories.end(), [&](const Category& other) {
            return without_kind_of_area(other.label) == name;
        });
        return count == 1 ? known : std::nullopt;
    }

    /// What the command line says of all figures must be known too.
    void check_constants() {
        check_ids(mapping_.everywhere);
        if (region_ == none && mapping_.everywhere.region.empty())
            miss("the regions", "say which region all figures are about: --region ID");
        if (period_ == none && mapping_.everywhere.period.empty())
            miss("the periods", "say which period all figures are of: --period 2018");
        if (indicator_.empty() && mapping_.everywhere.indicator.empty())
            miss("what is measured", "say it: --indicator ID");
    }

    void miss(std::string_view what, std::string_view way_out) {
        Finding finding = make_error("no-dimension", {}, fmt::format("nothing in the file tells {}", what));
        finding.file = grid_.file;
        findings_.add(std::move(finding)).note(std::string(way_out));
    }

    void check_ids(const Meaning& meaning) {
        const auto check = [&](const std::string& id, bool is_known, std::string_view noun,
                               const std::vector<std::string_view>& names) {
            if (id.empty() || is_known) return;
            Finding finding = make_error(fmt::format("unknown-{}", noun), {},
                                         fmt::format("no {} '{}'{}", noun, id, did_you_mean(id, names)));
            finding.file = grid_.file;
            findings_.add(std::move(finding)).note("the mapping or the command line names it");
        };
        check(meaning.region, vocabulary_.has_region(meaning.region), "region", vocabulary_.region_ids());
        check(meaning.indicator, vocabulary_.has_indicator(meaning.indicator), "indicator",
              vocabulary_.indicator_ids());
        check(meaning.area, vocabulary_.has_area(meaning.area), "area", {});
    }

    void name_regions() {
        if (region_ == none) return;
        const auto& categories = dimension(region_).categories;
        std::vector<std::string> new_names;
        std::vector<const Category*> open;
        for (const Category& category : categories) {
            const Meaning* const said = mapping_.regions.find(category.label);
            if (said != nullptr && !said->is_open) {
                check_ids(*said);
            } else if (const auto known = known_region(category)) {
                mapping_.regions[category.label] = *known;
            } else if (const auto only = only_region_called(category, categories)) {
                mapping_.regions[category.label] = *only;
            } else if (is_sum_word(category.label) && categories.size() > 1 && said == nullptr) {
                mapping_.regions[category.label].is_left_out = true;
                found_.remarks.push_back(
                    fmt::format("'{}' is taken for the sum of the others and left out", category.label));
            } else if (!mapping_.regions.leaves_others_out) {
                mapping_.regions[category.label].is_open = true;
                open.push_back(&category);
                new_names.push_back(category.label);
            }
        }
        const std::vector<std::string> ids = new_ids(new_names, "region");
        for (std::size_t i = 0; i < open.size(); ++i) {
            std::string id = ids[i];
            for (int next = 2; vocabulary_.has_region(id); ++next)
                id = fmt::format("{}-{}", ids[i], next);
            Meaning& meaning = mapping_.regions[open[i]->label];
            meaning.is_open = !adds_;
            if (adds_) {
                meaning.region = id;
                vocabulary_.add_region(id, open[i]->label);
            }
            found_.regions.push_back({id, new_names[i], open[i]->codes, 0, false, open[i]->place});
        }
    }

    /// Among "2011-12", "2012-13" and "2013-14" the first is no December.
    void see_seasons() {
        const auto& categories = dimension(period_).categories;
        const auto season_of = [](const std::string& label) -> std::optional<std::string> {
            const bool has_form = label.size() == 7 && label[4] == '-';
            if (!has_form || label.find_first_not_of("0123456789-") != std::string::npos) return std::nullopt;
            return period_of(label.substr(0, 4) + "/" + label.substr(5));
        };
        const bool any = std::any_of(categories.begin(), categories.end(), [&](const Category& category) {
            const auto season = season_of(category.label);
            return season && season == period_of(category.label);
        });
        const bool all = std::all_of(categories.begin(), categories.end(), [&](const Category& category) {
            return season_of(category.label).has_value();
        });
        if (!any || !all) return;
        for (const Category& category : categories)
            if (mapping_.periods.find(category.label) == nullptr)
                mapping_.periods[category.label].period = *season_of(category.label);
    }

    void name_periods() {
        if (period_ == none) return;
        see_seasons();
        for (const Category& category : dimension(period_).categories) {
            const Meaning* const said = mapping_.periods.find(category.label);
            if ((said != nullptr && !said->is_open) || period_of(category.label)) continue;
            mapping_.periods[category.label].is_open = true;
            findings_
                .add(finding_at(grid_, category.place, Severity::error, "unmapped-period",
                                fmt::format("'{}' is no period that can be told", category.label)))
                .note(
                    fmt::format("say it in the mapping file: \"periods\": {{{}: \"2024\"}}, or null to leave "
                                "it out",
                                json::json_line(json::make_text(category.label))));
        }
    }

    /// The meaning of a figure's joined labels, found or asked for once.
    const Meaning& indicator_of(const std::string& label, const Figure& figure,
                                const std::vector<std::string>& codes) {
        const Meaning* const said = mapping_.indicators.find(label);
        if (said != nullptr && !said->is_open) {
            if (checked_.insert(label).second) check_ids(*said);
            return *said;
        }
        if (const auto place = open_indicators_.find(label); place != open_indicators_.end()) {
            widen(found_.indicators[place->second], figure);
            return mapping_.indicators[label];
        }
        auto known = vocabulary_.indicator_called(label);
        for (std::size_t i = 0; !known && i < codes.size(); ++i)
            known = vocabulary_.indicator_called(codes[i]);
        if (!known) known = vocabulary_.indicator_called(without_unit(label));
        Meaning& meaning = mapping_.indicators[label];
        if (known) {
            meaning = *known;
            meaning.scale = scale_of(label + " " + fmt::format("{}", fmt::join(codes, " ")));
            return meaning;
        }
        meaning.is_open = true;
        open_indicators_.emplace(label, found_.indicators.size());
        const std::string name = without_unit(label);
        std::string id = new_ids({name}, "indicator").front();
        for (int next = 2; vocabulary_.has_indicator(id) || !proposed_.insert(id).second; ++next)
            id = fmt::format("{}-{}", new_ids({name}, "indicator").front(), next);
        Proposal proposal{id, name, codes, 0, speaks_of_percents(label), place_of_indicator(figure)};
        for (const std::string& code : codes)
            proposal.is_percent = proposal.is_percent || speaks_of_percents(code);
        proposal.is_percent = proposal.is_percent || speaks_of_percents(unit_throughout_);
        widen(proposal, figure);
        if (adds_) {
            meaning.is_open = false;
            meaning.indicator = id;
            meaning.scale = scale_of(label + " " + fmt::format("{}", fmt::join(codes, " ")));
            vocabulary_.add_indicator(id, name);
        }
        found_.indicators.push_back(std::move(proposal));
        return meaning;
    }

    /// Where the label stands that tells most of what is measured apart.
    GridPlace place_of_indicator(const Figure& figure) const {
        GridPlace place = figure.place;
        std::size_t most = 0;
        for (const std::size_t index : indicator_) {
            if (dimension(index).categories.size() <= most) continue;
            most = dimension(index).categories.size();
            place = category_of(figure, index).place;
        }
        return place;
    }

    static void widen(Proposal& proposal, const Figure& figure) {
        constexpr int most_decimals = 6;
        if (figure.value.kind == json::Kind::number)
            proposal.decimals =
                std::max(proposal.decimals, std::min(most_decimals, figure.value.number.decimals()));
    }

    const Category& category_of(const Figure& figure, std::size_t index) const {
        return dimension(index).categories[figure.categories[index]];
    }

    void gather() {
        for (const Figure& figure : reading_.figures) {
            UnderstoodFigure understood;
            understood.figure = &figure;
            understood.meaning = mapping_.everywhere;
            understood.statuses = figure.statuses;
            understood.notes = figure.notes;
            bool is_wanted = true;
            bool is_open = false;
            const auto take = [&](const Meaning* meaning, bool others_left_out) {
                if (meaning == nullptr) {
                    is_wanted = is_wanted && !others_left_out;
                    return;
                }
                is_wanted = is_wanted && !meaning->is_left_out;
                is_open = is_open || meaning->is_open;
                const auto inner = [](std::string& outer, const std::string& own) {
                    if (!own.empty()) outer = own;
                };
                inner(understood.meaning.indicator, meaning->indicator);
                inner(understood.meaning.region, meaning->region);
                inner(understood.meaning.area, meaning->area);
                inner(understood.meaning.period, meaning->period);
                inner(understood.meaning.scale, meaning->scale);
            };
            for (std::size_t i = 0; i < figure.categories.size(); ++i) {
                const Category& category = category_of(figure, i);
                for (const std::string& status : category.statuses)
                    add_once(understood.statuses, status);
                for (const std::string& note : category.notes)
                    add_once(understood.notes, note);
            }
            if (region_ != none) {
                const Category& category = category_of(figure, region_);
                understood.region_label = category.label;
                take(mapping_.regions.find(category.label), mapping_.regions.leaves_others_out);
            }
            if (reading_.layout.is_own_export) take_own(figure, understood);
            if (period_ != none) {
                const Category& category = category_of(figure, period_);
                understood.period_label = category.label;
                if (const auto period = period_of(category.label)) understood.meaning.period = *period;
                take(mapping_.periods.find(category.label), false);
            }
            if (is_wanted && !indicator_.empty()) {
                std::vector<std::string> labels;
                std::vector<std::string> codes;
                for (const std::size_t index : indicator_) {
                    const Category& category = category_of(figure, index);
                    labels.push_back(category.label);
                    codes.insert(codes.end(), category.codes.begin(), category.codes.end());
                }
                understood.indicator_label = joined_labels(labels);
                const Meaning* const said = mapping_.indicators.find(understood.indicator_label);
                if (said == nullptr && mapping_.indicators.leaves_others_out) {
                    is_wanted = false;
                } else {
                    take(&indicator_of(understood.indicator_label, figure, codes), false);
                }
            }
            if (!is_wanted) {
                ++found_.unwanted;
            } else if (!is_open) {
                found_.figures.push_back(std::move(understood));
            }
        }
    }

    /// The area that the program's own export names; the region's first one needs no word.
    void take_own(const Figure& figure, UnderstoodFigure& understood) const {
        const std::size_t area = dimension_called("area");
        if (area == none) return;
        const std::string& id = category_of(figure, area).label;
        if (vocabulary_.has_area(id) && id != understood.meaning.region) understood.meaning.area = id;
    }

    static void add_once(std::vector<std::string>& all, const std::string& one) {
        if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
    }

    void report_open() {
        if (adds_) return;
        report(found_.regions, "region", "unmapped-region",
               [&](const std::string& label) { return vocabulary_.nearest_region(label); });
        report(found_.indicators, "indicator", "unmapped-indicator",
               [&](const std::string& label) { return vocabulary_.nearest_indicator(label); });
    }

    /// Each with its place, as many as can be read; the mapping file lists them all.
    void report(const std::vector<Proposal>& proposals, std::string_view noun, std::string_view code,
                const std::function<std::string(const std::string&)>& suggestion) {
        constexpr std::size_t most_told = 12;
        for (std::size_t i = 0; i < std::min(most_told, proposals.size()); ++i) {
            const Proposal& proposal = proposals[i];
            findings_.add(finding_at(
                grid_, proposal.place, Severity::error, code,
                fmt::format("no {} is called '{}'{}", noun, proposal.label, suggestion(proposal.label))));
        }
        if (proposals.size() > most_told) {
            Finding more = make_error(
                code, {}, fmt::format("{} more {}s are not known", proposals.size() - most_told, noun));
            more.file = grid_.file;
            findings_.add(std::move(more));
        }
    }

    const Reading& reading_;
    const Grid& grid_;
    Mapping& mapping_;
    Vocabulary& vocabulary_;
    bool adds_;
    Findings& findings_;
    Understanding found_;
    std::size_t region_ = none;
    std::size_t period_ = none;
    std::vector<std::size_t> indicator_;
    /// Units that hold for all figures.
    std::string unit_throughout_;
    std::map<std::string, std::size_t> open_indicators_;
    std::set<std::string> checked_;
    /// Ids of indicators.
    std::set<std::string> proposed_;
};

}  // namespace

Understanding understand(const Reading& reading, const Grid& grid, Mapping& mapping, Vocabulary& vocabulary,
                         bool adds, Findings& findings) {
    return Understander(reading, grid, mapping, vocabulary, adds, findings).understand();
}

}  // namespace regioscope::tabular
