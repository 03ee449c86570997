// Templates: files in one text with `-- name --` before each, the first one the page; without such a line the
// text is the page. Whatever a template says, what it prints comes out escaped.
#include "base/disk.h"
#include "files.h"
#include "fuzz.h"
#include "template/templates.h"
#include "values.h"

using namespace regioscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    MemoryDisk disk = fuzz::files_in(text);
    if (disk.list("").empty()) disk.write("page.html", std::string(text));
    templates::FolderLoader loader;
    loader.add(disk, "", "templates/");
    const std::vector<std::string> names = loader.names();
    if (names.empty()) return 0;

    SourceLibrary library;
    Findings findings;
    const auto loaded = templates::Templates::load(loader, {names.front()}, templates::template_functions(),
                                                   library, findings);
    if (!findings.has_errors()) {
        const expression::MapScope scope(fuzz::names());
        const auto page = loaded.render(names.front(), scope, nullptr, fuzz::limits());
        if (!page) {
            findings.add(page.finding());
        } else if (text.find("zq") == std::string_view::npos) {
            fuzz::expect(page->find("<zq") == std::string::npos, "what is printed is escaped");
            fuzz::expect(page->find("\" onzq=") == std::string::npos, "no value leaves its attribute");
        }
    }
    fuzz::expect_presentable(findings);
    return 0;
}
