#include "tabular/figure_text.h"

#include <doctest/doctest.h>

#include "base/disk.h"

using namespace regioscope;
using namespace regioscope::tabular;
using Kind = FigureText::Kind;

namespace {

Signs profile(std::string_view id) {
    SourceLibrary library;
    Findings findings;
    for (const Signs& signs : read_profiles(*open_folder(REGIOSCOPE_SOURCE_DIR), library, findings))
        if (signs.id == id) return signs;
    FAIL("no such profile");
    return {};
}

FigureText read(const char* text, const Signs& signs) {
    return read_figure({text, false, {}, {}}, signs);
}

}  // namespace

TEST_CASE("numbers with what stands around them") {
    const Signs common = profile("common");
    CHECK(read("40.900*", common).number == "40.900");
    CHECK(read("40.900*", common).statuses == std::vector<std::string>{"P"});
    CHECK(read("(6,2)", common).statuses == std::vector<std::string>{"U"});
    CHECK(read("4,5 p", common).statuses == std::vector<std::string>{"P"});
    CHECK(read("7,2 1)", common).notes == std::vector<std::string>{"1"});
    CHECK(read("7,2 1)", common).number == "7,2");
    CHECK(read("> 2.000", common).bound == ">");
    CHECK(read("48–60", common).upper == "60");
    CHECK(read("7,2%", common).kind == Kind::number);
    CHECK(read("Twente", common).kind == Kind::unreadable);
    CHECK(read("12 huizen", common).kind == Kind::unreadable);
}

TEST_CASE("each office's signs are its own") {
    CHECK(read("-", profile("cbs")).number == "0");
    CHECK(read("-", profile("common")).kind == Kind::unreadable);
    CHECK(read("–", profile("destatis")).is_zero_sign);
    CHECK(read(".", profile("destatis")).statuses == std::vector<std::string>{"Q"});
    CHECK(read("/", profile("destatis")).statuses == std::vector<std::string>{"O", "U"});
    CHECK(read(": c", profile("eurostat")).kind == Kind::missing);
    CHECK(read(":c", profile("eurostat")).statuses == std::vector<std::string>{"O", "Q"});
    CHECK(read("4.5 bp", profile("eurostat")).statuses == std::vector<std::string>{"B", "P"});
    CHECK(read("", profile("cbs")).statuses == std::vector<std::string>{"M"});
}

TEST_CASE("a key is no figure, and a mark is only one with a note below the table") {
    const Signs common = profile("common");
    CHECK_FALSE(may_be_figure({"01001", false, {}, {}}, common));
    CHECK(may_be_figure({"0,5", false, {}, {}}, common));
    std::string label = "Bevölkerung2) | insgesamt";
    CHECK(take_note_marks(label, {{"2", "…"}}) == std::vector<std::string>{"2"});
    CHECK(label == "Bevölkerung | insgesamt");
    label = "Emsland (Kreis 2)";
    CHECK(take_note_marks(label, {{"1", "…"}}).empty());
    CHECK(label == "Emsland (Kreis 2)");
}
