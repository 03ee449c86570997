#include "cli/exit_status.h"

#include <doctest/doctest.h>

#include "base/source.h"

using namespace regioscope;
using cli::ExitStatus;
using cli::status_of;

TEST_CASE("without failure all is good, whatever was found") {
    Findings findings;
    findings.warning("missing-language", {}, "no 'de'");
    CHECK(status_of(findings, false) == ExitStatus::good);
    CHECK(status_of(findings, true) == ExitStatus::findings);  // --strict
}

TEST_CASE("the disk is not the project's fault") {
    for (const char* const code : {"environment", "unreadable-file", "output-busy", "output-not-ours"}) {
        Findings findings;
        findings.error("unknown-region", {}, "no region 'x'");
        findings.error(code, {}, "no");
        CHECK(status_of(findings, true) == ExitStatus::environment);
    }
}

TEST_CASE("an unknown edition is wrong usage on the command line and a finding in a file") {
    Findings on_command_line;
    on_command_line.error("unknown-edition", {}, "no edition '2033'");
    CHECK(status_of(on_command_line, true) == ExitStatus::usage);

    const SourceText text("datasets/corrections.json", "2033");
    Findings in_file;
    in_file.error("unknown-edition", Span{&text, 0, 4}, "no edition '2033'");
    CHECK(status_of(in_file, true) == ExitStatus::findings);
}
