// "did you mean": the known word nearest to the one that was written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regioscope {

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), in bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The nearest candidate, if it is near enough to be meant; of equals the first in byte order.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// ` (did you mean 'x'?)`, or nothing; ready to append to a message.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace regioscope
