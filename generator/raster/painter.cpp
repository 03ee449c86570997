#include "raster/painter.h"

#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>
#include <woff2/decode.h>
#include <woff2/output.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include "base/answering_process.h"
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
std::string unpacked(std::string_view woff2) {
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

/// What the process that paints has been given. Fonts are read from files.
struct Fonts {
    std::vector<MemoryFile> files;
    /// Without the machine's folders and rules; made with the first font, in the process that paints.
    FcConfig* config = nullptr;
};

Result<Done> add_font(const std::string& font, Fonts& fonts) {
    if (font.empty()) return no_fonts("cannot read a font of the report");
    Result<MemoryFile> file = MemoryFile::make();
    if (!file) return file.finding();
    if (Result<Done> written = file->write(font); !written) return written;
    const std::string path = file->path();
    if (fonts.config == nullptr) fonts.config = FcConfigCreate();
    errno = 0;
    if (fonts.config == nullptr ||
        FcConfigAppFontAddFile(fonts.config, reinterpret_cast<const FcChar8*>(path.c_str())) != FcTrue ||
        FcConfigSetCurrent(fonts.config) != FcTrue)
        return no_fonts(std::string("cannot use a font of the report: ") +
                        (errno == 0 ? "no font is found in it" : std::strerror(errno)));
    fonts.files.push_back(*std::move(file));
    return Done();
}

/// The characters of all fonts, in their order.
std::u32string characters_of(const Fonts& fonts) {
    const FcFontSet* const set = FcConfigGetFonts(fonts.config, FcSetApplication);
    const std::unique_ptr<FcCharSet, Release<FcCharSetDestroy>> all(FcCharSetCreate());
    for (int i = 0; set != nullptr && i < set->nfont; ++i) {
        FcCharSet* own = nullptr;
        if (FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &own) == FcResultMatch)
            FcCharSetMerge(all.get(), own, nullptr);
    }
    constexpr std::size_t bits = 32;
    std::u32string characters;
    std::array<FcChar32, FC_CHARSET_MAP_SIZE> page{};
    FcChar32 next = 0;
    for (FcChar32 first = FcCharSetFirstPage(all.get(), page.data(), &next); first != FC_CHARSET_DONE;
         first = FcCharSetNextPage(all.get(), page.data(), &next)) {
        for (std::size_t i = 0; i < page.size() * bits; ++i) {
            if ((page[i / bits] >> (i % bits) & 1U) != 0) characters += static_cast<char32_t>(first + i);
        }
    }
    return characters;
}

/// What the processes tell each other: a picture's measures stand before its SVG.
struct Measures {
    int width = 0;
    int height = 0;
};

constexpr char failure_mark = '-';

template <class T>
std::string_view bytes_of(const T& value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

/// Takes one font more. Answers with the characters of all, or what is wrong.
std::string prepare(std::string_view woff2, Fonts& fonts) {
    if (const Result<Done> added = add_font(unpacked(woff2), fonts); !added)
        return failure_mark + added.finding().message;
    std::string answer = "+";
    for (const char32_t character : characters_of(fonts))
        answer += bytes_of(character);
    return answer;
}

std::string draw(std::string_view question) {
    Measures measures;
    std::memcpy(&measures, question.data(), sizeof measures);
    return drawn(question.substr(sizeof measures), measures.width, measures.height);
}

const Result<AnsweringProcess>& painting_process() {
    static const auto fonts = std::make_shared<Fonts>();
    static const Result<AnsweringProcess> process = AnsweringProcess::start(
        {.prepare = [](std::string_view font) { return prepare(font, *fonts); }, .answer = draw});
    return process;
}

Finding no_means() {
    return make_error(environment_code, {}, "cannot paint a picture: there is no memory or no thread for it")
        .note("raise the limits of memory and of processes");
}

}  // namespace

void begin() {
    painting_process();
}

Painter::Painter(std::u32string characters) : characters_(std::move(characters)) {}

Result<std::unique_ptr<const Painter>> Painter::make(const std::vector<std::string>& fonts) {
    const Result<AnsweringProcess>& process = painting_process();
    if (!process) return process.finding();
    std::u32string characters;
    for (const std::string& font : fonts) {
        const std::optional<std::string> answer = process->prepare(font);
        if (!answer) return no_means();
        if (answer->front() == failure_mark) return no_fonts(answer->substr(1));
        characters.resize((answer->size() - 1) / sizeof(char32_t));
        std::memcpy(characters.data(), answer->data() + 1, characters.size() * sizeof(char32_t));
    }
    return std::unique_ptr<const Painter>(new Painter(std::move(characters)));
}

bool Painter::can_write(std::string_view text) const {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_code_point(text, at);
        if (character > U' ' && !std::binary_search(characters_.begin(), characters_.end(), character))
            return false;
    }
    return true;
}

Result<std::string> Painter::png(std::string_view svg, int width, int height) const {
    std::string question(bytes_of(Measures{width, height}));
    question += svg;
    // Glyphs are cached, and come out a little otherwise after others: every picture is the first of its
    // process.
    std::optional<std::string> answer = painting_process()->answer(question);
    if (!answer) return no_means();
    return *std::move(answer);
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
