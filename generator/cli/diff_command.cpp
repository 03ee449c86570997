#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/difference_text.h"
#include "report/exports/exports.h"
#include "report/revisit.h"

namespace regioscope::cli {

namespace {

/// An edition of the project; what is written with a slash is another project's folder.
std::unique_ptr<report::OpenedSite> open_side(const std::string& side, const DiffOptions& options,
                                              SourceLibrary& library, Console& console, ExitStatus& failure) {
    const bool is_folder = side.find('/') != std::string::npos || side == "." || side == "..";
    return is_folder ? open_for_questions(side, {}, library, console, failure)
                     : open_for_questions(options.project, side, library, console, failure);
}

}  // namespace

ExitStatus perform(const DiffOptions& options, Console& console) {
    SourceLibrary library;
    ExitStatus failure{};
    const auto before = open_side(options.before, options, library, console, failure);
    if (before == nullptr) return failure;
    const auto after = open_side(options.after, options, library, console, failure);
    if (after == nullptr) return failure;

    const auto changes = report::changes_between(*before->site, *after->site);
    const std::vector<report::Revisit> revisit = report::to_revisit(*changes);
    console.print(options.as_json ? report::changes_json(*changes, &revisit)
                                  : difference_text(*changes, revisit));
    return ExitStatus::good;
}

}  // namespace regioscope::cli
