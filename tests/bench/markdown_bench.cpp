// A text of the narrative from file to HTML, and the same text through bare cmark-gfm.
#include <benchmark/benchmark.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "markdown/render.h"
#include "unit/markdown/fake_resolver.h"

namespace regioscope::markdown {

namespace {

/// Plain prose, so that both do the same work.
std::string text() {
    std::string text = "# Title\n";
    for (int section = 0; section < 20; ++section) {
        text +=
            "\n## Section\n\nThe region lies between two others and looks *back* on a long history of work "
            "with the hands. "
            "**Most people** work near where they live, and many of those who [leave](https://example.org/) "
            "come back.\n\n"
            "- Schools and companies meet every month.\n- The largest employers are run from elsewhere.\n\n"
            "> What it makes is sold across the border; what it lacks are people who can repair it.\n";
    }
    return text;
}

void regioscope_markdown(benchmark::State& state) {
    const SourceText source("page.md", text());
    const Span whole{&source, 0, static_cast<std::uint32_t>(source.text().size())};
    FakeResolver resolver;
    for (auto _ : state) {
        Findings findings;
        benchmark::DoNotOptimize(render(parse(whole, Mode::page, findings), resolver));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(source.text().size()));
}
BENCHMARK(regioscope_markdown);

void bare_cmark(benchmark::State& state) {
    const std::string source = text();
    for (auto _ : state) {
        char* const html = cmark_markdown_to_html(source.data(), source.size(), CMARK_OPT_DEFAULT);
        benchmark::DoNotOptimize(html);
        std::free(html);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(source.size()));
}
BENCHMARK(bare_cmark);

}  // namespace

}  // namespace regioscope::markdown
