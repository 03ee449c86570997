#include "cli/commands.h"

#include <fmt/format.h>

#include <filesystem>
#include <type_traits>

namespace regioscope::cli {

ExitStatus run(const Command& command, Console& console) {
    const auto perform = [&](const auto& options) {
        using Options = std::decay_t<decltype(options)>;
        if constexpr (std::is_same_v<Options, BuildOptions>) {
            return build_command(options, console);
        } else if constexpr (std::is_same_v<Options, CheckOptions>) {
            return check_command(options, console);
        } else if constexpr (std::is_same_v<Options, AcceptOptions>) {
            return accept_command(options, console);
        } else if constexpr (std::is_same_v<Options, ServeOptions>) {
            return serve_command(options, console);
        } else if constexpr (std::is_same_v<Options, NewOptions>) {
            return new_command(options, console);
        } else if constexpr (std::is_same_v<Options, ImportOptions>) {
            return import_command(options, console);
        } else if constexpr (std::is_same_v<Options, ListOptions>) {
            return list_command(options, console);
        } else if constexpr (std::is_same_v<Options, ExplainOptions>) {
            return explain_command(options, console);
        } else if constexpr (std::is_same_v<Options, VerifyOptions>) {
            return verify_command(options, console);
        } else if constexpr (std::is_same_v<Options, DiffOptions>) {
            return diff_command(options, console);
        } else {
            console.print(options.output);
            console.report(options.error);
            return options.status;
        }
    };
    return console.finish(std::visit(perform, command));
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
