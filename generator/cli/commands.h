// What the program can do. Each command reads as its sentence: open, do, report, say how it went.
#pragma once

#include <memory>
#include <optional>

#include "cli/console.h"
#include "cli/options.h"
#include "report/build.h"

namespace regioscope::cli {

ExitStatus build_command(const BuildOptions& options, Console& console);
ExitStatus check_command(const CheckOptions& options, Console& console);
ExitStatus accept_command(const AcceptOptions& options, Console& console);
ExitStatus serve_command(const ServeOptions& options, Console& console);
ExitStatus new_command(const NewOptions& options, Console& console);
ExitStatus import_command(const ImportOptions& options, Console& console);
ExitStatus list_command(const ListOptions& options, Console& console);
ExitStatus explain_command(const ExplainOptions& options, Console& console);
ExitStatus verify_command(const VerifyOptions& options, Console& console);
ExitStatus diff_command(const DiffOptions& options, Console& console);

/// Says what was understood and does it.
ExitStatus run(const Command& command, Console& console);

/// Complains when a project is no folder.
bool is_project_folder(const std::string& project, Console& console);

/// An edition of a project for questions about it (its own where none is named); null after saying why it has
/// none to answer them with: `failure` then is the status to end with.
std::unique_ptr<report::OpenedSite> open_for_questions(const std::string& project, const std::string& edition,
                                                       SourceLibrary& library, Console& console,
                                                       ExitStatus& failure);

}  // namespace regioscope::cli
