// What a browser asks the preview for: the first line is a host, the second a path, the third a version. Only
// files of the site and the preview's own are answered, before and after a build that failed.
#include "cli/preview/content_type.h"
#include "cli/preview/preview.h"
#include "fuzz.h"

using namespace regioscope;

namespace {

std::string_view take_line(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

void check(const cli::Reply& reply) {
    // A build that failed answers for its pages, and before the first one there is nothing to show.
    fuzz::expect(reply.status >= 200 && reply.status <= 503, "every request has an answer");
    fuzz::expect(!reply.type.empty(), "an answer says what it is");
    fuzz::expect(reply.location.find_first_of("\r\n") == std::string::npos, "no redirection writes a header");
    fuzz::expect(reply.body.find("<zq") == std::string::npos,
                 "nothing that is asked for comes back as markup");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const SourceText broken("site/<zq>.md", "<zq>\n");
    std::string_view rest = fuzz::text_of(data, size);
    const std::string_view host = take_line(rest);
    const std::string path = "/" + std::string(take_line(rest));
    const std::string_view shown = take_line(rest);

    cli::is_local_host(host);
    cli::content_type(path);
    cli::Preview preview(7);
    check(preview.answer(path, shown));
    Findings findings;
    findings.error("broken-link", {&broken, 0, 4}, "'<zq>' is no link");
    for (const bool failed : {false, true}) {
        preview.show({{"index.html", "<html><body>home</body></html>"},
                      {"regions/index.html", failed ? "" : "<body>regions</body>", "site/<zq>.md"},
                      {"a.css", "a{}"}},
                     findings, failed);
        check(preview.answer(path, shown));
    }
    return 0;
}
