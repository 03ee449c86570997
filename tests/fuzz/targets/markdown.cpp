// Narrative: any text in each mode is read, looked through for bare numbers, compared with itself and
// rendered. What comes out holds no markup of the author's own and no address that runs.
#include "base/source.h"
#include "fuzz.h"
#include "locale/prose_words.h"
#include "markdown/document.h"
#include "markdown/lint.h"
#include "markdown/parity.h"
#include "markdown/render.h"
#include "values.h"

using namespace regioscope;

namespace {

/// Knows everything that a text asks for, and answers with hostile words where words are free.
class Resolver : public markdown::Resolver {
  public:
    markdown::Marked value(const markdown::BoundValue&, Span) override { return {}; }
    bool holds(const expression::Expression&, Span) override { return true; }
    std::vector<expression::Value> items(const expression::Expression&, Span) override { return {1, 2}; }
    void enter(std::string_view, const expression::Value&) override { ++depth_; }
    void leave() override { fuzz::expect(depth_-- > 0, "loops are left as often as entered"); }
    bool goes_on(std::size_t bytes, Span) override { return (printed_ += bytes + 1) < 100'000; }
    escape::SafeHtml figure(std::string_view, Span) override { return {}; }
    markdown::LinkTag link(const markdown::Link& link, Span) override {
        return {link.target.path, {{"class", fuzz::hostile}}, {}};
    }
    markdown::ImageTag image(const markdown::Image& image, Span) override { return {image.path, 1, 1}; }
    escape::SafeHtml citation(const markdown::Citation&, Span) override { return {}; }
    std::string label(markdown::Label, const std::vector<std::string>&) override { return fuzz::hostile; }

  private:
    int depth_ = 0;
    std::size_t printed_ = 0;
};

const locale::ProseWords& prose_words() {
    static const locale::ProseWords words = [] {
        locale::ProseWords some;
        some.months.add(U"mei");
        some.ordinal_endings.add(U"e");
        some.before_ordinals.add(U"am");
        some.references.add(U"tabel");
        some.units.add(U"miljoen");
        some.glued_units.add(U"km");
        some.abbreviations.add(U"ca");
        return some;
    }();
    return words;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const SourceText source("input.md", std::string(fuzz::text_of(data, size)));
    const Span whole{&source, 0, static_cast<std::uint32_t>(size)};
    for (const auto mode : {markdown::Mode::page, markdown::Mode::fragment, markdown::Mode::line}) {
        Findings findings;
        const markdown::Document document = markdown::parse(whole, mode, findings);
        markdown::find_bare_numbers(document, prose_words(), {"Industrie 4.0"}, findings);
        fuzz::expect_presentable(findings);
        Findings differences;
        markdown::compare_structure(document, document, differences);
        fuzz::expect(differences.all().empty(), "a page agrees with itself");
        if (findings.has_errors()) continue;
        Resolver resolver;
        const escape::SafeHtml html = markdown::render(document, resolver);
        for (const char* const markup :
             {"<zq", "<script", "<style", "<iframe", "<img onerror", "=\"javascript:"})
            fuzz::expect(!contains(html.text(), markup), markup);
    }
    return 0;
}
