#include "report/exports/zip_archive.h"

#define ZLIB_CONST  // what is to be packed is only read
#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>

namespace regioscope::report {

namespace {

/// Measured with workbooks of thirty thousand rows: twice as fast as the usual 6, and the files become a
/// twentieth larger.
constexpr int packing_effort = 4;
constexpr int zip_memory = 8;

constexpr std::uint32_t local_header = 0x04034B50;
constexpr std::uint32_t central_header = 0x02014B50;
constexpr std::uint32_t end_of_archive = 0x06054B50;
/// What a reader must understand: deflate.
constexpr std::uint16_t zip_version = 20;
/// Names are UTF-8.
constexpr std::uint16_t zip_flags = 0x0800;
constexpr std::uint16_t zip_method = 8;
/// Midnight of 1 January 1980, when its time begins.
constexpr std::uint32_t no_time = 0x00210000;

void append_16(std::string& out, std::size_t number) {
    out += static_cast<char>(number & 0xFFU);
    out += static_cast<char>(number >> 8U & 0xFFU);
}

void append_32(std::string& out, std::size_t number) {
    append_16(out, number & 0xFFFFU);
    append_16(out, number >> 16U & 0xFFFFU);
}

}  // namespace

class ZipArchive::Packer {
  public:
    Packer() {
        if (::deflateInit2(&stream_, packing_effort, Z_DEFLATED, -MAX_WBITS, zip_memory,
                           Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::bad_alloc();
    }
    Packer(const Packer&) = delete;
    Packer& operator=(const Packer&) = delete;
    ~Packer() { ::deflateEnd(&stream_); }

    void begin() { ::deflateReset(&stream_); }
    void append(std::string_view content, std::string& out) { pack(content, Z_NO_FLUSH, out); }
    void end(std::string& out) { pack({}, Z_FINISH, out); }

  private:
    void pack(std::string_view content, int flush, std::string& out) {
        stream_.next_in = reinterpret_cast<const Bytef*>(content.data());
        stream_.avail_in = static_cast<uInt>(content.size());
        do {
            stream_.next_out = buffer_.data();
            stream_.avail_out = static_cast<uInt>(buffer_.size());
            ::deflate(&stream_, flush);
            out.append(reinterpret_cast<const char*>(buffer_.data()), buffer_.size() - stream_.avail_out);
        } while (stream_.avail_out == 0);
    }

    static constexpr std::size_t buffer_size = 32'768;

    z_stream stream_{};
    std::array<Bytef, buffer_size> buffer_{};
};

ZipArchive::ZipArchive() : packer_(std::make_unique<Packer>()) {}
ZipArchive::~ZipArchive() = default;

void ZipArchive::begin(std::string name) {
    end();
    packer_->begin();
    entries_.push_back({std::move(name), {}, 0, 0});
    is_open_ = true;
}

void ZipArchive::append(std::string_view content) {
    Entry& entry = entries_.back();
    entry.checksum = static_cast<std::uint32_t>(
        ::crc32_z(entry.checksum, reinterpret_cast<const Bytef*>(content.data()), content.size()));
    entry.size += static_cast<std::uint32_t>(content.size());
    packer_->append(content, entry.packed);
}

void ZipArchive::add(std::string name, std::string_view content) {
    begin(std::move(name));
    append(content);
    end();
}

void ZipArchive::add_first(std::string name, std::string_view content) {
    add(std::move(name), content);
    std::rotate(entries_.begin(), entries_.end() - 1, entries_.end());
}

void ZipArchive::end() {
    if (is_open_) packer_->end(entries_.back().packed);
    is_open_ = false;
}

std::string ZipArchive::finish() {
    end();
    std::string archive;
    std::string directory;
    for (const Entry& entry : entries_) {
        const std::size_t place = archive.size();
        std::string common;
        append_16(common, zip_version);
        append_16(common, zip_flags);
        append_16(common, zip_method);
        append_32(common, no_time);
        append_32(common, entry.checksum);
        append_32(common, entry.packed.size());
        append_32(common, entry.size);
        append_16(common, entry.name.size());
        append_16(common, 0);  // nothing extra
        append_32(archive, local_header);
        archive += common;
        archive += entry.name;
        archive += entry.packed;
        append_32(directory, central_header);
        append_16(directory, zip_version);
        directory += common;
        append_16(directory, 0);  // no comment
        append_16(directory, 0);  // on the first disk
        append_16(directory, 0);
        append_32(directory, 0);  // attributes
        append_32(directory, place);
        directory += entry.name;
    }
    const std::size_t begin_of_directory = archive.size();
    archive += directory;
    append_32(archive, end_of_archive);
    append_32(archive, 0);  // one disk
    append_16(archive, entries_.size());
    append_16(archive, entries_.size());
    append_32(archive, directory.size());
    append_32(archive, begin_of_directory);
    append_16(archive, 0);  // no comment
    entries_.clear();
    return archive;
}

}  // namespace regioscope::report
