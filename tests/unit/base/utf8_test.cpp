#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace regioscope;

TEST_CASE("every code point is written, read and valid, except surrogates") {
    for (char32_t c = 0; c <= 0x10FFFF; c += (c < 0x900 || (c > 0xD700 && c < 0xE100)) ? 1 : 251) {
        std::string text;
        append_utf8(text, c);
        const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        CHECK(find_invalid_utf8(text).has_value() == surrogate);
        std::size_t offset = 0;
        CHECK(next_code_point(text, offset) == (surrogate ? char32_t{0xFFFD} : c));
        if (!surrogate) {
            CHECK(offset == text.size());
            CHECK(count_code_points(text) == 1);
        }
    }
}

TEST_CASE("the first wrong byte is found") {
    CHECK_FALSE(find_invalid_utf8("é € 😀"));
    CHECK(find_invalid_utf8("ab\x80") == 2);
    CHECK(find_invalid_utf8("\xC3") == 0);
    CHECK(find_invalid_utf8("\xC0\x80") == 0);
    CHECK(find_invalid_utf8("\xE0\x80\x80") == 0);
    CHECK(find_invalid_utf8("\xE2\x82") == 0);
    CHECK(find_invalid_utf8("x\xED\xA0\x80") == 1);
    CHECK(find_invalid_utf8("\xF0\x8F\xBF\xBF") == 0);
    CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);
    CHECK(find_invalid_utf8("\xFE") == 0);
}

TEST_CASE("invalid bytes are stepped over one by one") {
    const std::string text = "a\xFF\xE2\x82z";
    std::u32string seen;
    for (std::size_t offset = 0; offset < text.size();)
        seen += next_code_point(text, offset);
    CHECK(seen == U"a\uFFFD\uFFFD\uFFFDz");
}

TEST_CASE("what has no place in a text for readers") {
    CHECK_FALSE(find_unprintable("Één regel\tmet\r\nvan alles: – “é” 東京 \xF0\x9F\x8F\xAD \xE2\x80\x8F"));
    for (const std::string_view wrong :
         {std::string_view("\0", 1), std::string_view("\x1B"), std::string_view("\x7F"),
          std::string_view("\xC2\x9B"), std::string_view("\xE2\x80\xAE"), std::string_view("\xE2\x81\xA6"),
          std::string_view("\xEF\xBF\xBE")}) {
        CHECK(find_unprintable("é" + std::string(wrong) + "a") == 2);
    }
}
