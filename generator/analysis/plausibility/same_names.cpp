// Things of one kind that readers cannot tell apart: two regions or two indicators with the same name in a
// language, two regions' areas likewise.
#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <utility>

#include "analysis/plausibility/rules.h"

namespace regioscope::analysis::plausibility {

namespace {

/// Names of one kind, told the second time.
class KnownNames {
  public:
    KnownNames(std::string_view kind, Findings& findings) : kind_(kind), findings_(findings) {}

    void add(const std::string& language, const std::string& name, const std::string& id, Span span) {
        const auto [known, is_new] = names_.try_emplace({language, name}, Named{id, span});
        const bool is_told = !is_new && (known->second.id == id || !told_.insert(id).second);
        if (is_new || is_told) return;
        Finding& finding =
            findings_.warning("same-name", span,
                              fmt::format("readers cannot tell the {} '{}' from '{}': both are called '{}'",
                                          kind_, id, known->second.id, name));
        finding.subject = id;
        finding.note("the other one is here", known->second.span);
    }

  private:
    struct Named {
        std::string id;
        Span span;
    };
    std::string_view kind_;
    Findings& findings_;
    std::map<std::pair<std::string, std::string>, Named> names_;
    std::set<std::string> told_;
};

}  // namespace

void find_same_names(const Figures& figures, Findings& findings) {
    const data::Dataset& dataset = figures.dataset;
    KnownNames regions("region", findings);
    for (const data::Region& region : dataset.regions) {
        for (const data::NameForms& forms : region.names)
            regions.add(forms.language, forms.name, region.id, region.span);
    }
    KnownNames indicators("indicator", findings);
    for (const data::Indicator& indicator : dataset.indicators) {
        for (const data::Text::Entry& entry : indicator.name.entries)
            indicators.add(entry.language, entry.markdown, indicator.id, indicator.span);
    }
    // An area that carries its region's name is told with the region.
    KnownNames areas("area", findings);
    for (const data::Area& area : dataset.areas) {
        if (area.id == dataset[area.region].id) continue;
        for (const data::Text::Entry& entry : area.name.entries)
            areas.add(entry.language, entry.markdown, area.id, area.span);
    }
}

}  // namespace regioscope::analysis::plausibility
