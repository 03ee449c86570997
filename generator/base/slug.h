// Slugs: names for files, anchors and ids, made of a–z, 0–9 and single hyphens.
#pragma once

#include <string>
#include <string_view>

namespace regioscope {

/// Is it an id as datasets use them: lower-case letters, digits, single hyphens inside, at most 100 bytes?
bool is_slug(std::string_view text);

/// A slug from words: Latin letters lose their marks (é → e, ß → ss), anything else becomes a hyphen. May be
/// empty.
std::string slug_of(std::string_view text);

}  // namespace regioscope
