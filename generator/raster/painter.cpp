#include "raster/painter.h"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>
#include <woff2/decode.h>
#include <woff2/output.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include "base/another_process.h"
#include "base/memory_file.h"
#include "base/staging.h"
#include "base/utf8.h"
#include "raster/pixels.h"

namespace regioscope::raster {

namespace {

template <auto release>
struct Release {
    template <class T>
    void operator()(T* held) const {
        release(held);
    }
};

using Handle = std::unique_ptr<RsvgHandle, Release<g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Canvas = std::unique_ptr<cairo_t, Release<cairo_destroy>>;

Finding no_fonts(std::string what) {
    return make_error(environment_code, {}, std::move(what));
}

/// As programs that draw read it: without the compression that is made for the web.
std::string unpacked(const std::string& woff2) {
    std::string font;
    woff2::WOFF2StringOut out(&font);
    const auto* const data = reinterpret_cast<const std::uint8_t*>(woff2.data());
    if (!woff2::ConvertWOFF2ToTTF(data, woff2.size(), &out)) return {};
    font.resize(out.Size());
    return font;
}

std::string drawn(std::string_view svg, int width, int height) {
    const auto* const data = reinterpret_cast<const guint8*>(svg.data());
    const Handle handle(rsvg_handle_new_from_data(data, svg.size(), nullptr));
    if (handle == nullptr) return {};
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
    const Canvas canvas(cairo_create(surface.get()));
    const RsvgRectangle all{0, 0, static_cast<double>(width), static_cast<double>(height)};
    if (rsvg_handle_render_document(handle.get(), canvas.get(), &all, nullptr) == 0) return {};
    cairo_surface_flush(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return {};
    const auto* const first =
        reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface.get()));
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get())) / 4;
    return png_of({first, stride, static_cast<std::size_t>(width), static_cast<std::size_t>(height)});
}

}  // namespace

struct Painter::Fonts {
    struct Destroy {
        void operator()(FcConfig* config) const { FcConfigDestroy(config); }
    };

    std::unique_ptr<FcConfig, Destroy> config;
    /// Fonts are read from files.
    std::vector<MemoryFile> files;
};

Painter::Painter(std::unique_ptr<Fonts> fonts) : fonts_(std::move(fonts)) {}

Painter::~Painter() {
    fonts_.reset();
    FcFini();
}

Result<std::unique_ptr<const Painter>> Painter::make(const std::vector<std::string>& fonts) {
    auto own = std::make_unique<Fonts>();
    // One without the machine's folders and rules.
    own->config.reset(FcConfigCreate());
    if (own->config == nullptr) return no_fonts("cannot set fonts up");
    for (const std::string& woff2 : fonts) {
        const std::string font = unpacked(woff2);
        if (font.empty()) return no_fonts("cannot read a font of the report");
        Result<MemoryFile> file = MemoryFile::make();
        if (!file) return file.finding();
        if (Result<Done> written = file->write(font); !written) return written.finding();
        const std::string path = file->path();
        errno = 0;
        if (FcConfigAppFontAddFile(own->config.get(), reinterpret_cast<const FcChar8*>(path.c_str())) !=
            FcTrue)
            return no_fonts(std::string("cannot use a font of the report: ") +
                            (errno == 0 ? "no font is found in it" : std::strerror(errno)));
        own->files.push_back(*std::move(file));
    }
    if (FcConfigSetCurrent(own->config.get()) != FcTrue) return no_fonts("cannot set fonts up");
    return std::unique_ptr<const Painter>(new Painter(std::move(own)));
}

bool Painter::can_write(std::string_view text) const {
    const FcFontSet* const fonts = FcConfigGetFonts(fonts_->config.get(), FcSetApplication);
    if (fonts == nullptr) return false;
    const auto has = [&](char32_t character) {
        for (int i = 0; i < fonts->nfont; ++i) {
            FcCharSet* characters = nullptr;
            if (FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &characters) == FcResultMatch &&
                FcCharSetHasChar(characters, character) == FcTrue)
                return true;
        }
        return false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_code_point(text, at);
        if (character > U' ' && !has(character)) return false;
    }
    return true;
}

Result<std::string> Painter::png(std::string_view svg, int width, int height) const {
    std::vector<int> files;
    for (const MemoryFile& font : fonts_->files)
        files.push_back(font.number());
    // Glyphs are cached, and come out a little otherwise after others: every picture is the first of its
    // process.
    Result<std::optional<std::string>> answer =
        answer_of_another_process([&] { return drawn(svg, width, height); }, files);
    if (!answer) return std::move(answer).finding();
    if (*answer) return std::move(**answer);
    return make_error(environment_code, {}, "cannot paint a picture: there is no memory or no thread for it")
        .note("raise the limits of memory and of processes");
}

std::string ico(const std::vector<Icon>& icons) {
    constexpr std::size_t head = 6;
    constexpr std::size_t entry = 16;
    std::string out;
    const auto add = [&](std::size_t number, int bytes) {
        for (int i = 0; i < bytes; ++i, number >>= 8U)
            out += static_cast<char>(number & 0xFFU);
    };
    add(0, 2);
    add(1, 2);  // icons, no cursors
    add(icons.size(), 2);
    std::size_t begin = head + entry * icons.size();
    for (const Icon& icon : icons) {
        add(static_cast<std::size_t>(icon.size), 1);
        add(static_cast<std::size_t>(icon.size), 1);
        add(0, 2);  // no palette outside the picture
        add(1, 2);
        add(32, 2);
        add(icon.png.size(), 4);
        add(begin, 4);
        begin += icon.png.size();
    }
    for (const Icon& icon : icons)
        out += icon.png;
    return out;
}

}  // namespace regioscope::raster
