#include "raster/pixels.h"

#include <png.h>

#include <algorithm>
#include <limits>
#include <memory>
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

/// Pixels of one colour, side by side.
struct Run {
    std::uint32_t length = 0;
    /// In the list of colours.
    std::uint32_t place = 0;
};

/// The colours, in the order in which they are met, and where they lie: most pixels are as the one before.
struct Indexed {
    std::vector<std::uint32_t> colours;
    std::vector<std::uint32_t> counts;
    std::vector<Run> runs;
};

Indexed indexed(const Pixels& pixels) {
    Indexed all;
    std::unordered_map<std::uint32_t, std::uint32_t> known;
    for (std::size_t y = 0; y < pixels.height; ++y) {
        const std::uint32_t* const row = pixels.first + y * pixels.stride;
        for (const std::uint32_t* at = row; at != row + pixels.width;) {
            const std::uint32_t colour = *at;
            const std::uint32_t* const end = std::find_if(
                at, row + pixels.width, [colour](std::uint32_t other) { return other != colour; });
            const auto length = static_cast<std::uint32_t>(end - at);
            const auto [found, is_new] =
                known.try_emplace(colour, static_cast<std::uint32_t>(all.colours.size()));
            if (is_new) {
                all.colours.push_back(colour);
                all.counts.push_back(0);
            }
            all.counts[found->second] += length;
            all.runs.push_back({length, found->second});
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

std::uint32_t brightness(std::uint32_t colour) {
    return channel(colour, 24) + channel(colour, 16) + channel(colour, 8) + channel(colour, 0);
}

/// Finds the nearest colour, and of several as near the first; thousands are asked for in each picture.
/// Colours whose four channels differ by `d` in sum are at least `d * d / 4` apart: those of about the same
/// brightness are looked at first, and the others not at all.
class Nearest {
  public:
    explicit Nearest(const std::vector<std::uint32_t>& colours) {
        for (std::size_t i = 0; i < colours.size(); ++i)
            by_brightness_.push_back({brightness(colours[i]), colours[i], static_cast<std::uint8_t>(i)});
        std::stable_sort(by_brightness_.begin(), by_brightness_.end(),
                         [](const Entry& a, const Entry& b) { return a.brightness < b.brightness; });
    }

    std::uint8_t to(std::uint32_t colour) const {
        const std::uint32_t own = brightness(colour);
        const auto middle = std::lower_bound(
            by_brightness_.begin(), by_brightness_.end(), own,
            [](const Entry& entry, std::uint32_t wanted) { return entry.brightness < wanted; });
        Found found;
        for (auto above = middle; above != by_brightness_.end(); ++above) {
            if (!look_at(*above, above->brightness - own, colour, found)) break;
        }
        for (auto below = middle; below != by_brightness_.begin();) {
            --below;
            if (!look_at(*below, own - below->brightness, colour, found)) break;
        }
        return found.place;
    }

  private:
    struct Entry {
        std::uint32_t brightness = 0;
        std::uint32_t colour = 0;
        std::uint8_t place = 0;
    };
    struct Found {
        std::uint32_t distance = std::numeric_limits<std::uint32_t>::max();
        std::uint8_t place = 0;
    };

    /// False when neither this one nor any beyond it can be as near as what is found.
    static bool look_at(const Entry& entry, std::uint32_t apart, std::uint32_t colour, Found& found) {
        constexpr std::uint32_t channels = 4;
        if (apart * apart / channels > found.distance) return false;
        const std::uint32_t distance_to = distance(entry.colour, colour);
        if (distance_to < found.distance || (distance_to == found.distance && entry.place < found.place))
            found = {distance_to, entry.place};
        return true;
    }

    std::vector<Entry> by_brightness_;
};

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
    const std::size_t kept = std::min(order.size(), most_colours);
    for (std::size_t i = 0; i < kept; ++i) {
        palette.place_of[order[i]] = static_cast<std::uint8_t>(i);
        palette.colours.push_back(picture.colours[order[i]]);
    }
    const Nearest nearest(palette.colours);
    for (std::size_t i = kept; i < order.size(); ++i)
        palette.place_of[order[i]] = nearest.to(picture.colours[order[i]]);
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
    places.reserve(pixels.width * pixels.height);
    for (const Run& run : picture.runs)
        places.insert(places.end(), run.length, palette.place_of[run.place]);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = PNG_FORMAT_RGBA_COLORMAP;
    image.flags = PNG_IMAGE_FLAG_FAST;
    image.colormap_entries = static_cast<png_uint_32>(palette.colours.size());
    png_alloc_size_t size = 0;
    // The largest that it can become, most of which is never touched: written once.
    size = PNG_IMAGE_PNG_SIZE_MAX(image);
    const auto png = std::make_unique_for_overwrite<char[]>(size);
    if (png_image_write_to_memory(&image, png.get(), &size, 0, places.data(), 0, colours.data()) == 0)
        return {};
    return {png.get(), size};
}

}  // namespace regioscope::raster
