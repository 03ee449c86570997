// Files of statistics offices: any bytes as CSV, JSON-stat or an archive; files in one text with `-- path --`
// before each as what is packed in a workbook. What was understood is written as a table and a mapping, and
// reads back to the same table.
#include "tabular/import.h"

#include "data/read.h"
#include "files.h"
#include "fuzz.h"
#include "packed.h"

using namespace regioscope;

namespace {

const MemoryDisk& signs() {
    static const MemoryDisk disk = [] {
        MemoryDisk some;
        some.write("signs/common.json",
                   R"({"name": "common", "cells": {"": "O", ":": "O", "-": {"value": 0}, "x": "Q"},
            "marks": {"*": "P", "e": "E"}, "brackets": "U"})");
        some.write("signs/destatis.json", R"({"name": "Destatis", "recognised_by": ["destatis"],
            "cells": {"": "O", "-": {"value": 0}, "/": ["O", "U"]}, "marks": {"p": "P"}, "brackets": "U"})");
        some.write("signs/eurostat.json", R"({"name": "Eurostat", "recognised_by": ["estat:"],
            "cells": {"": "O", ":": "O"}, "marks": {"b": "B", "c": "Q"}})");
        return some;
    }();
    return disk;
}

const data::Dataset& dataset() {
    static SourceLibrary library;
    static const data::Dataset read = [] {
        MemoryDisk disk;
        disk.write("datasets/regions.json",
                   R"({"regions": {"emsland": {"kind": "study", "country": "de", "nuts": ["DE949"],
            "names": {"nl": {"name": "Emsland", "in": "in Emsland", "of": "van Emsland", "the": "Emsland"}}}}})");
        disk.write("datasets/indicators.json", R"({"themes": {"work": {"name": {"nl": "Werk"}}},
            "units": {"jobs": {"kind": "count", "name": {"nl": "banen"}}},
            "indicators": {"jobs": {"theme": "work", "unit": "jobs", "decimals": 0, "polarity": "neutral", "about_equal": 1,
            "name": {"nl": "Banen"}, "definition": {"nl": "Alle banen."}}}})");
        disk.write("datasets/sources.json",
                   R"({"sources": {"yearbook": {"title": "Jaarboek", "language": "nl", "authors": ["Bureau"],
            "publisher": "Bureau", "published": "2016-11", "licence": {"nl": "CC BY 4.0"}}}})");
        Findings findings;
        return data::read_datasets(disk, library, {{"nl"}}, findings);
    }();
    return read;
}

struct Outcome {
    bool is_read = false;
    std::string table;
    std::string mapping;
};

Outcome import_bytes(const std::string& bytes, const std::string& mapping, tabular::Vocabulary& vocabulary) {
    SourceLibrary library;
    Findings findings;
    tabular::ImportRequest request;
    request.file = "input";
    request.bytes = bytes;
    request.adds = true;
    if (!mapping.empty()) {
        request.mapping = tabular::read_mapping(library.add("input.map.json", mapping), findings);
        fuzz::expect(!findings.has_errors(), "a mapping that was written can be read");
    } else {
        request.mapping.everywhere.period = "2020";
    }
    const auto imported = tabular::import_table(std::move(request), vocabulary, signs(), library, findings);
    Outcome outcome;
    if (imported && !findings.has_errors()) {
        outcome.is_read = true;
        const tabular::TableHead head{"yearbook", "Table 1", "Title", "anchor", "nl", "nl", "schema.json"};
        outcome.table = tabular::table_text(imported->table, imported->understanding, imported->reading,
                                            imported->grid, head);
        outcome.mapping = tabular::mapping_text(imported->mapping);
        const SourceText written("table.json", outcome.table);
        Findings of_table;
        fuzz::expect(json::parse(written, of_table).has_value() && !of_table.has_errors(),
                     "a table that was written is JSON");
    }
    fuzz::expect_presentable(findings);
    return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    const MemoryDisk files = fuzz::files_in(text);
    const std::vector<std::string> names = files.list("");
    const std::string bytes = names.empty() ? std::string(text) : fuzz::packed(files, names);
    // What the first import adds to the report is there for the second.
    tabular::Vocabulary vocabulary(dataset());
    const Outcome first = import_bytes(bytes, {}, vocabulary);
    if (!first.is_read) return 0;
    const Outcome second = import_bytes(bytes, first.mapping, vocabulary);
    fuzz::expect(second.is_read, "with the mapping of the first import the second asks nothing");
    fuzz::expect(second.table == first.table, "with its mapping a file comes to the same table");
    return 0;
}
