// A ZIP archive (APPNOTE 6.3, deflated, below 4 GiB) made in memory: the same files give the same bytes, for
// it knows no clock.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace regioscope::report {

class ZipArchive {
  public:
    ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;
    ~ZipArchive();

    /// Files are written one after the other; what is appended belongs to the one begun last, and is packed
    /// at once.
    void begin(std::string name);
    void append(std::string_view content);
    void add(std::string name, std::string_view content);
    /// A file that stands before all others, whenever it is made.
    void add_first(std::string name, std::string_view content);

    /// The archive; nothing can be added then.
    std::string finish();

  private:
    struct Entry {
        std::string name;
        std::string packed;
        std::uint32_t checksum = 0;
        std::uint32_t size = 0;
    };
    class Packer;

    void end();

    /// One for all files: setting one up costs more than packing a short file.
    std::unique_ptr<Packer> packer_;
    std::vector<Entry> entries_;
    bool is_open_ = false;
};

}  // namespace regioscope::report
