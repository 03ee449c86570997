// How much of a stranger's file is read before it is refused: enough for the largest table that offices hand
// out in one piece, and little enough for any machine.
#pragma once

#include <cstddef>

namespace regioscope::tabular {

inline constexpr std::size_t most_cells = 4'000'000;
inline constexpr std::size_t most_columns = 16'384;
/// What is read of it: figures, and what one dimension tells apart.
inline constexpr std::size_t most_figures = 1'000'000;
inline constexpr std::size_t most_labels = 100'000;
/// Of one cell, and of all.
inline constexpr std::size_t most_letters = 32'767;
inline constexpr std::size_t most_letters_of_all = std::size_t{128} << 20U;
/// Of the file, and of what is packed in it, unpacked.
inline constexpr std::size_t most_bytes = std::size_t{256} << 20U;
inline constexpr std::size_t most_packed_files = 2'000;

}  // namespace regioscope::tabular
