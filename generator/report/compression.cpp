#include "report/compression.h"

#include <brotli/encode.h>
#define ZLIB_CONST  // what is to be packed is only read
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <new>

namespace regioscope::report {

namespace {

/// The highest that pays: beyond it brotli takes ten times as long for a few per cent.
constexpr int brotli_effort = 9;
/// gzip's own header around the stream, with the largest window.
constexpr int gzip_window = MAX_WBITS + 16;
constexpr int gzip_memory = 9;

}  // namespace

bool is_compressible(std::string_view path) {
    static constexpr std::array<std::string_view, 16> endings = {
        ".html", ".css", ".js",  ".json", ".jsonld",      ".csv", ".svg", ".xml",
        ".txt",  ".md",  ".ttl", ".ics",  ".webmanifest", ".bib", ".ris", ".geojson"};
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return path.ends_with(ending); });
}

std::string gzipped(std::string_view text) {
    z_stream stream{};
    if (::deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, gzip_memory,
                       Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string out(::deflateBound(&stream, text.size()), '\0');
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    std::size_t room = out.size();
    int state = Z_OK;
    // The library counts in 32 bits.
    constexpr std::size_t most = std::numeric_limits<uInt>::max();
    do {
        const std::size_t given = std::min(text.size(), most);
        const std::size_t taken = std::min(room, most);
        stream.next_in = reinterpret_cast<const Bytef*>(text.data());
        stream.avail_in = static_cast<uInt>(given);
        stream.avail_out = static_cast<uInt>(taken);
        state = ::deflate(&stream, given == text.size() ? Z_FINISH : Z_NO_FLUSH);
        text.remove_prefix(given - stream.avail_in);
        room -= taken - stream.avail_out;
    } while (state == Z_OK);
    out.resize(out.size() - room);
    ::deflateEnd(&stream);
    return out;
}

std::string brotlied(std::string_view text) {
    std::size_t size = std::max<std::size_t>(::BrotliEncoderMaxCompressedSize(text.size()), 16);
    std::string out(size, '\0');
    if (::BrotliEncoderCompress(brotli_effort, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, text.size(),
                                reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                                reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_FALSE)
        throw std::bad_alloc();
    out.resize(size);
    return out;
}

}  // namespace regioscope::report
