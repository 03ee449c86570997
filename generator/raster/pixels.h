// Painted pixels as a PNG file with a palette: charts and words on paper have few colours, and a file with a
// palette is a third as large as one without.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace regioscope::raster {

/// As cairo lays them out: `0xAARRGGBB`, with colours that are multiplied by their opacity.
struct Pixels {
    const std::uint32_t* first = nullptr;
    /// From one row to the next.
    std::size_t stride = 0;
    std::size_t width = 0;
    std::size_t height = 0;
};

/// Empty when there is no memory for it. Where there are more colours than a palette holds, near ones become
/// one.
std::string png_of(const Pixels& pixels);

}  // namespace regioscope::raster
