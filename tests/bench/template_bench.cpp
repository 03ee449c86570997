// A page's template with a loop, conditions and attributes.
#include <benchmark/benchmark.h>

#include <map>
#include <string>

#include "base/disk.h"
#include "template/functions.h"
#include "template/templates.h"

namespace regioscope::templates {

namespace {

void page_with_list(benchmark::State& state) {
    const MemoryDisk disk(std::map<std::string, std::string>{
        {"page.html",
         "<!doctype html><html lang=\"{{ language }}\"><title>{{ title }}</title><ul>{% "
         "for entry in entries %}"
         "<li{% if loop.first %} class=\"first\"{% endif %}><a href=\"{{ entry.href "
         "}}\">{{ entry.label }}</a></li>"
         "{% endfor %}</ul></html>"}});
    FolderLoader loader;
    loader.add(disk, "", "");
    SourceLibrary sources;
    Findings findings;
    const expression::Functions functions = template_functions();
    const Templates templates = Templates::load(loader, {"page.html"}, functions, sources, findings);
    expression::List entries;
    for (int i = 0; i < 100; ++i)
        entries.push_back(expression::Map{{"label", "Twente & omgeving"}, {"href", "regions/twente.html"}});
    const expression::MapScope names(
        expression::Map{{"language", "nl"}, {"title", "Regio's"}, {"entries", std::move(entries)}});
    for (auto _ : state)
        benchmark::DoNotOptimize(templates.render("page.html", names));
    state.SetItemsProcessed(state.iterations() * 100);
}
BENCHMARK(page_with_list);

}  // namespace

}  // namespace regioscope::templates
