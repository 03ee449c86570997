#include "cli/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/finding_text.h"
#include "base/suggest.h"
#include "cli/starter.h"
#include "cli/usage.h"
#include "report/urls.h"

#ifndef REGIOSCOPE_VERSION
#error "the build defines REGIOSCOPE_VERSION"
#endif

namespace regioscope::cli {

namespace {

constexpr const char* examples = R"(
A project is a folder with datasets/ (figures with their sources), site/ (report.json, texts, figures) and, if it wants
its own, templates/. Where a command takes PROJECT it is the current folder unless you say otherwise.

Examples:
  regioscope new demo --regions "Friesland, Twente"
                                            begin a report
  regioscope check                          is everything in order?
  regioscope build --output /srv/report     write the website
  regioscope serve                          look at it on http://localhost:8000 while you write
  regioscope explain twente unemployment-rate
                                            from a number back to its document and table
  regioscope import werk.csv --source bureau-2024
                                            make a table of a statistics office's file

Exit status: 0 good; 1 findings that fail the build; 2 wrong usage or unknown id; 3 the disk, permissions, a port or
an output that is taken.)";

std::string with_suggestion(std::string_view noun, std::string_view word,
                            const std::vector<std::string>& known) {
    return fmt::format("no {} '{}'{}", noun, word, did_you_mean(word, {known.begin(), known.end()}));
}

std::vector<std::string> names_of_commands(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* const command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

/// The option that an unknown argument may have been meant to be: its name and what it is called.
std::string message_about_extra(const CLI::App& command, const std::string& extra) {
    if (!extra.starts_with('-')) return fmt::format("nothing is known to do with '{}'", extra);
    std::vector<std::string> known;
    for (const CLI::Option* const option : command.get_options())
        if (!option->get_positional()) known.push_back("--" + option->get_single_name());
    return with_suggestion("option", extra.substr(0, extra.find('=')), known);
}

/// A mistyped command or option gets "did you mean"; CLI11 alone would only say that it was not expected.
std::string usage_message(const CLI::App& app, const CLI::ParseError& error, int count,
                          const char* const* arguments) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    const bool names_command = count > 1 && arguments[1][0] != '-';
    std::string message = error.what();
    if (chosen.empty() && names_command) {
        message = with_suggestion("command", arguments[1], names_of_commands(app));
    } else if (const std::vector<std::string> extras = app.remaining(true); !extras.empty()) {
        message = message_about_extra(chosen.empty() ? app : *chosen.front(), extras.front());
    }
    const std::string help = chosen.empty() ? "regioscope --help"
                                            : fmt::format("regioscope {} --help", chosen.front()->get_name());
    return fmt::format("regioscope: {}\nSee {}.\n", harmless(message), help);
}

/// A word of a closed list, else a refusal that lists them, once.
CLI::Validator one_of(std::string noun, std::vector<std::string> known) {
    const auto refusal = [noun, known](const std::string& word) -> std::string {
        if (std::find(known.begin(), known.end(), word) != known.end()) return {};
        const std::optional<std::string> meant = nearest(word, {known.begin(), known.end()});
        return fmt::format("no {} '{}'{}; there are {}", noun, word,
                           meant ? fmt::format(" (did you mean '{}'?)", *meant) : "", fmt::join(known, ", "));
    };
    return {refusal, fmt::format("{{{}}}", fmt::join(known, ","))};
}

/// `TEXT:{a,b}` says that text follows, and which.
OptionUsage usage_of(const CLI::Option& option) {
    OptionUsage usage;
    const bool stands_alone = option.get_positional();
    usage.name = stands_alone ? option.get_single_name() : "--" + option.get_single_name();
    const std::string type = option.get_type_name();
    if (option.get_items_expected_max() > 0) usage.argument = type.substr(0, type.find(':'));
    const std::size_t open = type.find('{');
    const std::size_t close = type.find('}');
    if (open != std::string::npos && close != std::string::npos)
        usage.words = CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
    usage.summary = option.get_description();
    usage.is_required = option.get_required();
    return usage;
}

Usage usage_of(const CLI::App& app) {
    Usage usage{app.get_description(), app.get_footer(), {}};
    for (const CLI::App* const command : app.get_subcommands([](const CLI::App*) { return true; })) {
        CommandUsage one{command->get_name(), command->get_description(), {}};
        for (const CLI::Option* const option : command->get_options()) {
            if (option->get_single_name() != "help") one.options.push_back(usage_of(*option));
        }
        std::stable_partition(one.options.begin(), one.options.end(),
                              [](const OptionUsage& option) { return option.stands_alone(); });
        usage.commands.push_back(std::move(one));
    }
    return usage;
}

FindingFormat format_named(std::string_view word) {
    if (word == "json") return FindingFormat::json;
    if (word == "sarif") return FindingFormat::sarif;
    return word == "github" ? FindingFormat::github : FindingFormat::text;
}

std::string refusal_of_command(const CLI::App& app, const std::string& word) {
    const std::vector<std::string> known = names_of_commands(app);
    if (std::find(known.begin(), known.end(), word) != known.end()) return {};
    return with_suggestion("command", word, known);
}

/// Empty when a site may be published there.
std::string refusal_of_base_url(const std::string& url) {
    if (report::is_site_address(url)) return {};
    return fmt::format("'{}' is no {}", url, report::site_address_description);
}

/// Who hands on a variable that is not set does not mean the usual folder.
std::string refusal_of_folder(const std::string& name) {
    return name.empty() ? "a folder needs a name" : "";
}

}  // namespace

const std::vector<std::string>& listable_kinds() {
    static const std::vector<std::string> kinds = {
        "regions",     "indicators", "themes",  "units",    "sources",   "tables",   "profiles", "goals",
        "initiatives", "claims",     "figures", "editions", "languages", "chapters", "pages",    "links"};
    return kinds;
}

Command parse_command_line(int count, const char* const* arguments) {
    CLI::App app(
        "regioscope turns curated datasets, templates and Markdown into a static report that compares "
        "regions.\n"
        "Every number in it can be traced to a document and a place in it.",
        "regioscope");
    app.set_version_flag("--version", "regioscope " REGIOSCOPE_VERSION);
    app.footer(examples);
    app.require_subcommand(1);

    const std::string folder = "DIR";
    BuildOptions build;
    CLI::App* const build_command = app.add_subcommand("build", "Check the project and write its website");
    build_command->add_option("PROJECT", build.project, "The project's folder")->type_name(folder);
    build_command
        ->add_option("--output", build.output,
                     "Where the site goes (PROJECT/public); replaced in one step, only when all went well")
        ->type_name(folder)
        ->check(CLI::Validator(refusal_of_folder, ""));
    build_command
        ->add_option("--base-url", build.base_url,
                     "The address it will be published at, for canonical links and the sitemap")
        ->check(CLI::Validator(refusal_of_base_url, ""));
    build_command->add_option("--edition", build.edition,
                              "Publish this edition alone; it sees only sources published by its date");
    build_command->add_option("--jobs", build.jobs, "How many threads to use (one per core)")
        ->check(CLI::Range(1, 1024));
    build_command->add_flag("--strict", build.strict, "Warnings fail the build too");
    build_command->add_flag("--timings", build.timings, "Print how long each phase took");
    build_command->add_flag("--compress", build.compress,
                            "Write each text file as .gz and .br too, for hosts that hand them out so");
    build_command->add_flag("--verify", build.verify,
                            "Build twice, and publish only when both come to the same bytes");

    CheckOptions check;
    CLI::App* const check_command =
        app.add_subcommand("check", "Do all that build does, but publish nothing");
    check_command->add_option("PROJECT", check.project, "The project's folder")->type_name(folder);
    check_command->add_option("--edition", check.edition, "The edition to check");
    check_command->add_flag("--strict", check.strict, "Warnings fail the check too");
    check_command->add_flag("--release", check.release,
                            "Check also what must be in order before it goes out; warnings fail");
    check_command->add_flag("--links", check.links,
                            "Count the addresses on other hosts too, which are never opened: list links");
    check_command->add_option("--explain", check.explain,
                              "Say what a finding's code means, and check nothing");
    std::string format = "text";
    check_command
        ->add_option("--format", format,
                     "How findings are printed: text, json, github (annotations) or sarif")
        ->check(one_of("format", {"text", "json", "github", "sarif"}));

    const std::string extracts_help =
        "Hold every figure, goal and year against the text extracts of the sources in this folder";
    check_command->add_option("--extracts", check.extracts, extracts_help)
        ->type_name(folder)
        ->check(CLI::Validator(refusal_of_folder, ""));

    AcceptOptions accept;
    CLI::App* const accept_command = app.add_subcommand(
        "accept", "Write into datasets/accepted.json that a finding may stay, for the figures it has now");
    accept_command->add_option("CODE", accept.code, "The finding's code")->required();
    accept_command->add_option("SUBJECT", accept.subject, "What it is about (all findings of that code)");
    accept_command->add_option("--reason", accept.reason, "Why it may stay (as the register has it)");
    accept_command->add_option("--project", accept.project, "The project's folder")->type_name(folder);
    accept_command->add_option("--edition", accept.edition, "The edition in which it is found");
    accept_command->add_option("--extracts", accept.extracts, extracts_help)
        ->type_name(folder)
        ->check(CLI::Validator(refusal_of_folder, ""));

    ServeOptions serve;
    CLI::App* const serve_command =
        app.add_subcommand("serve", "Show the site on this machine and rebuild it on every change");
    serve_command->add_option("PROJECT", serve.project, "The project's folder")->type_name(folder);
    serve_command->add_option("--edition", serve.edition, "The edition to show");
    serve_command
        ->add_option("--port", serve.port,
                     "The port on localhost, or when it is taken the next; 0 takes any that is free")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    serve_command->add_flag("--open", serve.open, "Open it in the browser");

    NewOptions begin;
    CLI::App* const new_command =
        app.add_subcommand("new", "Begin a report: a small complete one, with invented figures");
    new_command->add_option("DIR", begin.folder, "The folder to make; nothing in it is overwritten")
        ->type_name(folder)
        ->required()
        ->check(CLI::Validator(refusal_of_folder, ""));
    new_command
        ->add_option("--languages", begin.languages, "Its languages, the first one at the root: nl,de,en")
        ->delimiter(',')
        ->check(one_of("language", {std::begin(starter_languages), std::end(starter_languages)}));
    new_command->add_option("--regions", begin.regions,
                            "Names of its regions between commas; one with a comma in quotation marks");
    new_command->add_option("--country", begin.country, "Where they lie, as two letters: nl");
    new_command->add_option("--edition", begin.edition, "The year of its edition (this year)")
        ->check(CLI::Range(1900, 2200));

    ImportOptions import;
    CLI::App* const import_command =
        app.add_subcommand("import", "Make a table of the file of a statistics office or of a spreadsheet");
    import_command
        ->add_option("FILE", import.file, "CSV, TSV, XLSX, ODS, JSON-stat, or a zip file that holds one")
        ->type_name("FILE")
        ->required();
    import_command->add_option("--project", import.project, "The project's folder")->type_name(folder);
    import_command->add_option("--source", import.source, "The id of the source in datasets/sources.json");
    import_command->add_option("--table", import.table, "How the source calls the table: \"Tabel 2\"");
    import_command->add_option("--map", import.map,
                               "What its labels mean (FILE.map.json); last year's serves this year's file");
    import_command->add_option("--into", import.into,
                               "Where the table goes: datasets/tables/SOURCE/FILE.json unless you say so");
    import_command->add_option("--sheet", import.sheet, "The sheet of a workbook");
    import_command->add_option("--range", import.range,
                               "Read only these cells, as a spreadsheet calls them: A1:D20");
    import_command->add_option("--signs", import.signs,
                               "Whose signs it uses: cbs, destatis, eurostat, common");
    import_command->add_option("--decimal", import.decimal, "Its decimal sign: comma or point")
        ->check(one_of("decimal sign", {"comma", "point"}));
    import_command->add_option("--indicator", import.indicator, "What all its figures measure");
    import_command->add_option("--region", import.region, "The region of all its figures");
    import_command->add_option("--period", import.period, "The period of all its figures");
    import_command->add_flag("--add", import.add,
                             "Add the regions and indicators that it proposes to the project");
    import_command->add_flag("--replace", import.replace, "Replace the table that is there");
    import_command->add_flag("--dry-run", import.dry_run, "Show the table, write nothing");

    ListOptions list;
    CLI::App* const list_command = app.add_subcommand("list", "List what the project holds");
    list_command->add_option("KIND", list.kind, "What to list")
        ->required()
        ->check(one_of("kind", listable_kinds()));
    list_command->add_option("--project", list.project, "The project's folder")->type_name(folder);
    list_command->add_option("--edition", list.edition, "The edition that is asked about");

    ExplainOptions explain;
    CLI::App* const explain_command =
        app.add_subcommand("explain", "Trace a number back to its document and table");
    explain_command->add_option("REGION", explain.region, "The region's id")->required();
    explain_command->add_option("INDICATOR", explain.indicator, "The indicator's id")->required();
    explain_command->add_option("--project", explain.project, "The project's folder")->type_name(folder);
    explain_command->add_option("--edition", explain.edition, "The edition that is asked about");

    VerifyOptions verify;
    CLI::App* const verify_command =
        app.add_subcommand("verify", "See whether a published folder is still what a build made");
    verify_command->add_option("DIR", verify.folder, "The folder with the site")
        ->type_name(folder)
        ->required();

    DiffOptions diff;
    CLI::App* const diff_command = app.add_subcommand(
        "diff", "Say what one edition says otherwise than another, and what there is to look at again");
    constexpr const char* side =
        "An edition of the project, or another project's folder (with a slash: ./last)";
    diff_command->add_option("BEFORE", diff.before, side)->required();
    diff_command->add_option("AFTER", diff.after, side)->required();
    diff_command->add_option("--project", diff.project, "The project's folder")->type_name(folder);
    std::string diff_format = "text";
    diff_command->add_option("--format", diff_format, "text or json")
        ->check(one_of("format", {"text", "json"}));

    std::string topic;
    CLI::App* const help_command = app.add_subcommand("help", "Say what a command can do");
    CLI::App* const completion_command =
        app.add_subcommand("completion", "Print what a shell reads to complete command lines");
    std::string shell;
    completion_command->add_option("SHELL", shell, "The shell")->required()->check(one_of("shell", shells()));
    CLI::App* const manual_command = app.add_subcommand("manual", "Print the manual page for man");
    help_command->add_option("COMMAND", topic, "The command")->check([&app](const std::string& word) {
        return refusal_of_command(app, word);
    });

    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& asked) {  // --help, --version
        std::ostringstream out;
        app.exit(asked, out, out);
        return Finished{ExitStatus::good, out.str(), {}};
    } catch (const CLI::ParseError& error) {
        return Finished{ExitStatus::usage, {}, usage_message(app, error, count, arguments)};
    }
    const auto say = [](std::string text) { return Finished{ExitStatus::good, std::move(text), {}}; };
    if (help_command->parsed()) return say(topic.empty() ? app.help() : app.get_subcommand(topic)->help());
    if (completion_command->parsed()) return say(completion(usage_of(app), shell));
    if (manual_command->parsed()) return say(manual(usage_of(app)));
    if (build_command->parsed()) return build;
    if (check_command->parsed()) {
        check.format = format_named(format);
        return check;
    }
    if (accept_command->parsed()) return accept;
    if (serve_command->parsed()) return serve;
    if (new_command->parsed()) return begin;
    if (import_command->parsed()) return import;
    if (list_command->parsed()) return list;
    if (verify_command->parsed()) return verify;
    if (diff_command->parsed()) {
        diff.as_json = diff_format == "json";
        return diff;
    }
    return explain;
}

}  // namespace regioscope::cli
