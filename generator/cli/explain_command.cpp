#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/explanation.h"
#include "cli/lookup.h"

namespace regioscope::cli {

ExitStatus perform(const ExplainOptions& options, Console& console) {
    SourceLibrary library;
    ExitStatus failure{};
    const auto opened = open_for_questions(options.project, options.edition, library, console, failure);
    if (opened == nullptr) return failure;
    const data::Dataset& dataset = opened->project.dataset;
    const auto region = look_up(options.region, dataset.region_by_id, "region", console);
    const auto indicator = look_up(options.indicator, dataset.indicator_by_id, "indicator", console);
    if (!region || !indicator) return ExitStatus::usage;

    const std::string text = explanation(*opened->site, *region, *indicator);
    if (text.empty()) {
        console.complain(fmt::format("edition {} has no figure '{}' of '{}'", opened->site->edition->id(),
                                     options.indicator, options.region));
        return ExitStatus::findings;
    }
    console.print(text);
    return ExitStatus::good;
}

}  // namespace regioscope::cli
