// ICU messages: any pattern is compiled as a message and as a unit's phrase; what is accepted has its names
// sorted and its text read.
#include "locale/message.h"

#include <algorithm>

#include "base/utf8.h"
#include "fuzz.h"

using namespace regioscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const SourceText source("nl.json", std::string(fuzz::text_of(data, size)));
    const Span whole{&source, 0, static_cast<std::uint32_t>(size)};
    Findings findings;
    const auto message = locale::Message::compile(source.text(), whole, findings);
    fuzz::expect(message.has_value() != findings.has_errors(), "what is not compiled is told");
    if (message) {
        const auto& names = message->argument_names();
        fuzz::expect(std::is_sorted(names.begin(), names.end()), "names are sorted");
        for (const std::string& name : names)
            fuzz::expect(message->uses(name), "a name that is listed is used");
        // What is no UTF-8 was refused where its file was read, and is longer here than it was.
        fuzz::expect(message->plain_text().size() <= size || find_invalid_utf8(source.text()),
                     "no text comes from nowhere");
    }
    const auto phrase = locale::Message::compile_phrase(source.text(), whole, findings);
    fuzz::expect(!phrase || message, "a phrase is a message");
    fuzz::expect(!phrase || phrase->uses("number"), "a phrase shows its number");
    fuzz::expect_presentable(findings);
    return 0;
}
