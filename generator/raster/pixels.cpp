#include "raster/pixels.h"

#include <png.h>

#include <array>
#include <unordered_map>
#include <vector>

namespace regioscope::raster {

namespace {

constexpr std::size_t most_colours = 256;
constexpr std::uint32_t channel_max = 0xFF;

std::uint32_t channel(std::uint32_t pixel, unsigned shift) {
    return (pixel >> shift) & channel_max;
}

/// Each channel rounded to as many bits, so that black and white stay what they are.
std::uint32_t rounded(std::uint32_t pixel, unsigned bits) {
    const std::uint32_t steps = (1U << bits) - 1;
    std::uint32_t out = 0;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        const std::uint32_t step = (channel(pixel, shift) * steps + channel_max / 2) / channel_max;
        out |= (step * channel_max / steps) << shift;
    }
    return out;
}

/// The pixels as places in a list of colours, which is in the order in which they are met.
struct Indexed {
    std::vector<std::uint32_t> colours;
    std::vector<std::uint8_t> places;
};

/// False when there are too many colours.
bool index(const Pixels& pixels, unsigned bits, Indexed& indexed) {
    indexed.colours.clear();
    indexed.places.clear();
    indexed.places.reserve(pixels.width * pixels.height);
    std::unordered_map<std::uint32_t, std::uint8_t> known;
    std::uint32_t last = 0;
    std::uint8_t place = 0;
    bool is_begun = false;
    for (std::size_t y = 0; y < pixels.height; ++y) {
        const std::uint32_t* const row = pixels.first + y * pixels.stride;
        for (std::size_t x = 0; x < pixels.width; ++x) {
            // Most pixels are as the one before.
            if (!is_begun || row[x] != last) {
                last = row[x];
                is_begun = true;
                const std::uint32_t colour = rounded(last, bits);
                const auto found = known.find(colour);
                if (found != known.end()) {
                    place = found->second;
                } else {
                    if (indexed.colours.size() == most_colours) return false;
                    place = static_cast<std::uint8_t>(indexed.colours.size());
                    indexed.colours.push_back(colour);
                    known.emplace(colour, place);
                }
            }
            indexed.places.push_back(place);
        }
    }
    return true;
}

/// As PNG has them: colours that are not multiplied by their opacity.
std::vector<std::uint8_t> palette_of(const std::vector<std::uint32_t>& colours) {
    std::vector<std::uint8_t> palette;
    for (const std::uint32_t colour : colours) {
        const std::uint32_t opacity = channel(colour, 24);
        for (const unsigned shift : {16U, 8U, 0U}) {
            const std::uint32_t part =
                opacity == 0 ? 0 : (channel(colour, shift) * channel_max + opacity / 2) / opacity;
            palette.push_back(static_cast<std::uint8_t>(part > channel_max ? channel_max : part));
        }
        palette.push_back(static_cast<std::uint8_t>(opacity));
    }
    return palette;
}

}  // namespace

std::string png_of(const Pixels& pixels) {
    Indexed indexed;
    unsigned bits = 8;
    while (!index(pixels, bits, indexed))
        --bits;
    const std::vector<std::uint8_t> palette = palette_of(indexed.colours);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = PNG_FORMAT_RGBA_COLORMAP;
    image.flags = PNG_IMAGE_FLAG_FAST;
    image.colormap_entries = static_cast<png_uint_32>(indexed.colours.size());
    png_alloc_size_t size = 0;
    const auto write = [&](void* to) {
        return png_image_write_to_memory(&image, to, &size, 0, indexed.places.data(), 0, palette.data()) != 0;
    };
    // The largest that it can become: written once.
    size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string png(size, '\0');
    if (!write(png.data())) return {};
    png.resize(size);
    return png;
}

}  // namespace regioscope::raster
