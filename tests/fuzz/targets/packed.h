// A zip file of files, stored as they are: what is fuzzed is what stands in them.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"

namespace regioscope::fuzz {

namespace packing {

inline void put(std::string& out, std::uint32_t number, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>((number >> (8 * i)) & 0xFFU);
}

/// What the entry and the directory say of a file alike: version, flags, time, sums and lengths.
inline void put_description(std::string& out, const std::string& name, const std::string& content) {
    const auto size = static_cast<std::uint32_t>(content.size());
    put(out, 20, 2);
    put(out, 0, 2);
    put(out, 0, 2);
    put(out, 0x00210000, 4);
    put(out, static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(content.data()), size)), 4);
    put(out, size, 4);
    put(out, size, 4);
    put(out, static_cast<std::uint32_t>(name.size()), 2);
    put(out, 0, 2);
}

}  // namespace packing

inline std::string packed(const MemoryDisk& disk, const std::vector<std::string>& names) {
    using packing::put;
    std::string out;
    std::string directory;
    for (const std::string& name : names) {
        const auto content = disk.read(name);
        if (!content) continue;
        directory += "PK\1\2";
        put(directory, 20, 2);
        packing::put_description(directory, name, *content);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, static_cast<std::uint32_t>(out.size()), 4);
        directory += name;
        out += "PK\3\4";
        packing::put_description(out, name, *content);
        out += name;
        out += *content;
    }
    const auto begin = static_cast<std::uint32_t>(out.size());
    out += directory;
    out += "PK\5\6";
    put(out, 0, 4);
    put(out, static_cast<std::uint32_t>(names.size()), 2);
    put(out, static_cast<std::uint32_t>(names.size()), 2);
    put(out, static_cast<std::uint32_t>(directory.size()), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

}  // namespace regioscope::fuzz
