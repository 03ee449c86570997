#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/listing.h"

namespace regioscope::cli {

ExitStatus list_command(const ListOptions& options, Console& console) {
    SourceLibrary library;
    ExitStatus failure{};
    const auto opened = open_for_questions(options.project, library, console, failure);
    if (opened == nullptr) return failure;
    console.print(columns_text(listing(*opened, options.kind)));
    return ExitStatus::good;
}

}  // namespace regioscope::cli
