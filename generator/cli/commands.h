// What the program can do. Each command reads as its sentence: open, do, report, say how it went.
#pragma once

#include <memory>
#include <optional>

#include "cli/console.h"
#include "cli/options.h"
#include "report/build.h"

namespace regioscope::cli {

/// Says what was understood.
ExitStatus perform(const Finished& said, Console& console);
ExitStatus perform(const BuildOptions& options, Console& console);
ExitStatus perform(const CheckOptions& options, Console& console);
ExitStatus perform(const AcceptOptions& options, Console& console);
ExitStatus perform(const ServeOptions& options, Console& console);
ExitStatus perform(const NewOptions& options, Console& console);
ExitStatus perform(const ImportOptions& options, Console& console);
ExitStatus perform(const ListOptions& options, Console& console);
ExitStatus perform(const ExplainOptions& options, Console& console);
ExitStatus perform(const VerifyOptions& options, Console& console);
ExitStatus perform(const DiffOptions& options, Console& console);

/// Does what was understood.
ExitStatus run(const Command& command, Console& console);

/// Complains when a project is no folder.
bool is_project_folder(const std::string& project, Console& console);

/// An edition of a project for questions about it (its own where none is named); null after saying why it has
/// none to answer them with: `failure` then is the status to end with.
std::unique_ptr<report::OpenedSite> open_for_questions(const std::string& project, const std::string& edition,
                                                       SourceLibrary& library, Console& console,
                                                       ExitStatus& failure);

}  // namespace regioscope::cli
