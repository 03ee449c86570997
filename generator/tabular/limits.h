// How much of a stranger's file is read before it is refused: enough for the largest table that offices hand
// out in one piece, and little enough for any machine.
#pragma once

#include <cstddef>

namespace regioscope::tabular {

inline constexpr std::size_t most_cells = 4'000'000;
inline constexpr std::size_t most_columns = 16'384;
/// Of one cell.
inline constexpr std::size_t most_letters = 32'767;
/// Of the file, and of what is packed in it, unpacked.
inline constexpr std::size_t most_bytes = std::size_t{256} << 20U;
inline constexpr std::size_t most_packed_files = 2'000;

}  // namespace regioscope::tabular
