// A whole project's datasets, as files in one text with `-- path --` before each: reading never crashes,
// every finding can be shown, and what is read without errors can be used.
#include "data/edition.h"
#include "data/read.h"
#include "files.h"
#include "fuzz.h"

using namespace regioscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const MemoryDisk disk = fuzz::files_in(fuzz::text_of(data, size));
    SourceLibrary library;
    Findings findings;
    const data::Dataset dataset = data::read_datasets(disk, library, {{"nl", "en"}}, findings);
    if (!findings.has_errors()) {
        const std::vector<data::Edition> editions = {{"2016", {2016, 12, 31}}, {"2022", {2022, 12, 31}}};
        for (std::size_t i = 0; i < editions.size(); ++i) {
            const data::EditionFigures figures = data::figures_of(dataset, editions, i, findings);
            for (const data::UsedObservation& used : figures.used()) {
                const data::Observation& o = dataset[used.observation];
                fuzz::expect(figures.find(o.indicator, o.area, o.period) == &used,
                             "every figure is found under its key");
            }
        }
    }
    findings.sort();
    fuzz::expect_presentable(findings);
    return 0;
}
