// Renders templates that a test holds in memory, the way a report would.
#pragma once

#include <map>
#include <string>

#include "base/disk.h"
#include "base/finding_text.h"
#include "expression/evaluate.h"
#include "support/json_values.h"
#include "template/templates.h"

namespace regioscope::tests {

struct Rendered {
    /// Findings in words: of loading (warnings too), and of rendering.
    std::string findings;
    bool has_failed = false;
    std::string output;
};

/// The first of `pages` is rendered. `safe_html` in the context makes its argument safe, for tests of what
/// is.
inline Rendered render_case(const std::map<std::string, std::string>& files, const std::string& page,
                            const std::string& context, const expression::Functions& functions,
                            expression::Limits limits = {}) {
    Rendered result;
    const MemoryDisk disk(files);
    templates::FolderLoader loader;
    loader.add(disk, "", "");
    SourceLibrary sources;
    Findings findings;
    const SourceText names_source("context.json", context);
    const auto names = json::parse(names_source, findings);
    const auto templates = templates::Templates::load(loader, {page}, functions, sources, findings);
    findings.sort();
    for (const Finding& finding : findings.all())
        result.findings += finding_text(finding);
    result.has_failed = findings.has_errors();
    if (result.has_failed) return result;
    const expression::MapScope scope(value_of(*names).map());
    auto output = templates.render(page, scope, nullptr, limits);
    if (!output) {
        result.has_failed = true;
        result.findings += finding_text(output.finding());
        return result;
    }
    result.output = *std::move(output);
    return result;
}

/// The templates' own functions and two for tests: `safe(text)` makes safe HTML, `nothing()` what has no
/// text.
inline expression::Functions test_functions() {
    expression::Functions functions = templates::template_functions();
    functions.add_function({"safe",
                            {expression::required("text")},
                            "",
                            "",
                            "",
                            [](const expression::Arguments& arguments, const expression::CallContext&) {
                                return Result<expression::Value>(templates::safe_html(
                                    escape::SafeHtml::from_trusted(arguments[0].text())));
                            }});
    return functions;
}

}  // namespace regioscope::tests
