#include <fmt/format.h>

#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/listing.h"

namespace regioscope::cli {

ExitStatus list_command(const ListOptions& options, Console& console) {
    SourceLibrary library;
    ExitStatus failure{};
    const auto opened = open_for_questions(options.project, options.edition, library, console, failure);
    if (opened == nullptr) return failure;
    const Rows rows = listing(*opened, options.kind);
    console.print(columns_text(rows));
    if (rows.empty())
        console.report(fmt::format("edition {} has no {}\n", opened->site->edition->id(), options.kind));
    return ExitStatus::good;
}

}  // namespace regioscope::cli
