#include "raster/pixels.h"

#include <png.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <vector>

namespace regioscope::raster {

namespace {

constexpr std::size_t most_colours = 256;
constexpr std::uint32_t channel_max = 0xFF;

std::uint32_t channel(std::uint32_t pixel, unsigned shift) {
    return (pixel >> shift) & channel_max;
}

/// The pixels as places in a list of colours, which is in the order in which they are met.
struct Indexed {
    std::vector<std::uint32_t> colours;
    std::vector<std::uint32_t> counts;
    std::vector<std::uint32_t> places;
};

Indexed indexed(const Pixels& pixels) {
    Indexed all;
    all.places.resize(pixels.width * pixels.height);
    std::unordered_map<std::uint32_t, std::uint32_t> known;
    auto to = all.places.begin();
    for (std::size_t y = 0; y < pixels.height; ++y) {
        const std::uint32_t* const row = pixels.first + y * pixels.stride;
        // Most pixels are as the one before: a stretch of one colour is looked up once.
        for (const std::uint32_t* at = row; at != row + pixels.width;) {
            const std::uint32_t colour = *at;
            const std::uint32_t* const end = std::find_if(
                at, row + pixels.width, [colour](std::uint32_t other) { return other != colour; });
            const auto [found, is_new] =
                known.emplace(colour, static_cast<std::uint32_t>(all.colours.size()));
            if (is_new) {
                all.colours.push_back(colour);
                all.counts.push_back(0);
            }
            all.counts[found->second] += static_cast<std::uint32_t>(end - at);
            to = std::fill_n(to, end - at, found->second);
            at = end;
        }
    }
    return all;
}

std::uint32_t distance(std::uint32_t a, std::uint32_t b) {
    std::uint32_t sum = 0;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        const std::uint32_t high = std::max(channel(a, shift), channel(b, shift));
        const std::uint32_t apart = high - std::min(channel(a, shift), channel(b, shift));
        sum += apart * apart;
    }
    return sum;
}

/// The place of the first of the nearest; thousands are asked for in each picture.
std::uint8_t nearest_of(const std::vector<std::uint32_t>& colours, std::uint32_t colour) {
    std::size_t nearest = 0;
    std::uint32_t least = distance(colours.front(), colour);
    for (std::size_t i = 1; i < colours.size(); ++i) {
        const std::uint32_t apart = distance(colours[i], colour);
        if (apart >= least) continue;
        least = apart;
        nearest = i;
    }
    return static_cast<std::uint8_t>(nearest);
}

struct Palette {
    std::vector<std::uint32_t> colours;
    /// For each colour of the picture its place.
    std::vector<std::uint8_t> place_of;
};

/// The colours that most pixels have stay what they are: paper, ink and marks. The others (edges of letters,
/// mostly) become the nearest of them.
Palette palette_of(const Indexed& picture) {
    std::vector<std::size_t> order(picture.colours.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return picture.counts[a] > picture.counts[b]; });
    Palette palette{.colours = {}, .place_of = std::vector<std::uint8_t>(order.size())};
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::uint32_t colour = picture.colours[order[i]];
        if (i < most_colours) {
            palette.place_of[order[i]] = static_cast<std::uint8_t>(i);
            palette.colours.push_back(colour);
            continue;
        }
        palette.place_of[order[i]] = nearest_of(palette.colours, colour);
    }
    return palette;
}

/// As PNG has them: colours that are not multiplied by their opacity.
std::vector<std::uint8_t> bytes_of(const std::vector<std::uint32_t>& colours) {
    std::vector<std::uint8_t> bytes;
    for (const std::uint32_t colour : colours) {
        const std::uint32_t opacity = channel(colour, 24);
        for (const unsigned shift : {16U, 8U, 0U}) {
            const std::uint32_t part =
                opacity == 0 ? 0 : (channel(colour, shift) * channel_max + opacity / 2) / opacity;
            bytes.push_back(static_cast<std::uint8_t>(part > channel_max ? channel_max : part));
        }
        bytes.push_back(static_cast<std::uint8_t>(opacity));
    }
    return bytes;
}

}  // namespace

std::string png_of(const Pixels& pixels) {
    const Indexed picture = indexed(pixels);
    const Palette palette = palette_of(picture);
    const std::vector<std::uint8_t> colours = bytes_of(palette.colours);
    std::vector<std::uint8_t> places;
    places.reserve(picture.places.size());
    for (const std::uint32_t place : picture.places)
        places.push_back(palette.place_of[place]);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = PNG_FORMAT_RGBA_COLORMAP;
    image.flags = PNG_IMAGE_FLAG_FAST;
    image.colormap_entries = static_cast<png_uint_32>(palette.colours.size());
    png_alloc_size_t size = 0;
    const auto write = [&](void* to) {
        return png_image_write_to_memory(&image, to, &size, 0, places.data(), 0, colours.data()) != 0;
    };
    // The largest that it can become: written once.
    size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string png(size, '\0');
    if (!write(png.data())) return {};
    png.resize(size);
    return png;
}

}  // namespace regioscope::raster
