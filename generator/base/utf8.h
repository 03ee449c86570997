// UTF-8 at the level of bytes: is it valid, how many code points. What belongs to a language (collation,
// case) is the locale room's.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace regioscope {

/// The offset of the first byte that is not part of valid UTF-8 (overlong forms and surrogates are invalid).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Bytes that start a code point; invalid bytes count as one each.
std::size_t count_code_points(std::string_view text);

/// Decodes the code point at `offset` and moves `offset` behind it; an invalid byte gives U+FFFD.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// Has no place in a text for readers: a control character (but tab and line breaks), what Unicode says is no
/// character, and the marks that turn the direction of all that follows, with which a text can seem to say
/// something else than it does.
bool is_unprintable(char32_t code_point);
/// The offset of the first one; the text is valid UTF-8.
std::optional<std::size_t> find_unprintable(std::string_view text);

void append_utf8(std::string& out, char32_t code_point);

}  // namespace regioscope
