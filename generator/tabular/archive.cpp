#include "tabular/archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <array>
#include <memory>

#include "tabular/limits.h"

namespace regioscope::tabular {

namespace {

Finding about(const std::string& file, std::string_view code, std::string message) {
    Finding finding = make_error(code, {}, std::move(message));
    finding.file = file;
    return finding;
}

struct Closer {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

}  // namespace

bool is_archive(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04");
}

Result<std::map<std::string, std::string>> unpacked_files(std::string_view bytes, const std::string& file) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    const std::unique_ptr<zip_t, Closer> archive(
        source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
    if (archive == nullptr) {
        if (source != nullptr) zip_source_free(source);
        const std::string reason = zip_error_strerror(&error);
        zip_error_fini(&error);
        return about(file, "broken-archive", fmt::format("this packed file cannot be opened: {}", reason))
            .note("is it cut off? fetch it again");
    }
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > static_cast<zip_int64_t>(most_packed_files))
        return about(file, "archive-too-large", fmt::format("{} files are packed in it", count));
    std::map<std::string, std::string> files;
    std::size_t total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char* const name = zip_get_name(archive.get(), index, 0);
        if (name == nullptr || std::string_view(name).ends_with('/')) continue;
        const std::unique_ptr<zip_file_t, Closer> entry(zip_fopen_index(archive.get(), index, 0));
        if (entry == nullptr)
            return about(file, "broken-archive",
                         fmt::format("'{}' in it cannot be read: {}", name, zip_strerror(archive.get())))
                .note("a file with a password has to be unpacked first");
        std::string text;
        std::array<char, 65536> block{};
        // What it says of its size is not believed: it is counted.
        while (true) {
            const zip_int64_t read = zip_fread(entry.get(), block.data(), block.size());
            if (read < 0)
                return about(file, "broken-archive", fmt::format("'{}' in it is damaged", name))
                    .note("is it cut off? fetch it again");
            if (read == 0) break;
            total += static_cast<std::size_t>(read);
            if (total > most_bytes)
                return about(file, "archive-too-large",
                             fmt::format("unpacked it has more than {} MiB", most_bytes >> 20U));
            text.append(block.data(), static_cast<std::size_t>(read));
        }
        files.emplace(name, std::move(text));
    }
    return files;
}

}  // namespace regioscope::tabular
