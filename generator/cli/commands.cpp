#include "cli/commands.h"

#include <fmt/format.h>

#include <filesystem>
#include <variant>

namespace regioscope::cli {

ExitStatus perform(const Finished& said, Console& console) {
    console.print(said.output);
    console.report(said.error);
    return said.status;
}

ExitStatus run(const Command& command, Console& console) {
    return console.finish(
        std::visit([&](const auto& options) { return perform(options, console); }, command));
}

bool is_project_folder(const std::string& project, Console& console) {
    std::error_code error;
    if (std::filesystem::is_directory(project, error)) return true;
    console.complain(fmt::format("there is no folder '{}'", project));
    return false;
}

std::unique_ptr<report::OpenedSite> open_for_questions(const std::string& project, const std::string& edition,
                                                       SourceLibrary& library, Console& console,
                                                       ExitStatus& failure) {
    failure = ExitStatus::usage;
    if (!is_project_folder(project, console)) return nullptr;
    auto opened = report::open_site(project, {edition, {}}, library);
    if (opened->site != nullptr) return opened;
    console.report(findings_text(opened->findings, console.error_colour()));
    console.report(fmt::format("the project cannot be read: {}\n", findings_summary(opened->findings)));
    failure = status_of(opened->findings, true);
    return nullptr;
}

}  // namespace regioscope::cli
