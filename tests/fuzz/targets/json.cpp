// JSON with places: any bytes.
#include "base/json.h"

#include "base/utf8.h"
#include "fuzz.h"

using namespace regioscope;
using fuzz::expect;

namespace {

void check(const json::Value& value, const Span& around) {
    expect(value.span.begin >= around.begin && value.span.end <= around.end,
           "a value stands inside what it is part of");
    if (value.kind == json::Kind::text)
        expect(!find_invalid_utf8(value.text), "a text that was read is UTF-8");
    for (const json::Value& item : value.items)
        check(item, value.span);
    for (const json::Member& member : value.members) {
        expect(member.key_span.end <= member.value.span.begin, "a key stands before its value");
        expect(value.find(member.key) != nullptr, "a member is found by its key");
        check(member.value, value.span);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const SourceText source("input.json", std::string(fuzz::text_of(data, size)));
    Findings findings;
    const auto value = json::parse(source, findings);
    expect(value.has_value() || findings.has_errors(), "what is not read is told");
    fuzz::expect_presentable(findings);
    if (value) check(*value, Span{&source, 0, static_cast<std::uint32_t>(size)});
    return 0;
}
