// Reads the datasets of a project and prints what is wrong with them: check_datasets PROJECT [LANGUAGE…].
#include <cstdio>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/finding_text.h"
#include "data/read.h"

int main(int argc, char** argv) {
    using namespace regioscope;
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty()) {
        std::fputs("usage: check_datasets PROJECT [LANGUAGE…]\n", stderr);
        return 2;
    }
    data::ReadOptions options{{arguments.begin() + 1, arguments.end()}};
    if (options.languages.empty()) options.languages = {"nl", "de", "en"};

    const auto disk = open_folder(arguments[0]);
    SourceLibrary library;
    Findings findings;
    const data::Dataset dataset = data::read_datasets(*disk, library, options, findings);
    findings.sort();
    for (const Finding& finding : findings.all())
        std::fputs(finding_text(finding).c_str(), stdout);
    std::printf("%zu tables with %zu figures: %s\n", dataset.tables.size(), dataset.observations.size(),
                findings_summary(findings).c_str());
    return findings.has_errors() ? 1 : 0;
}
