// Several files in one text: a line `-- path --` stands before each.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/disk.h"

namespace regioscope::fuzz {

inline MemoryDisk files_in(std::string_view text) {
    MemoryDisk disk;
    std::string path;
    std::string content;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        if (line.starts_with("-- ") && line.ends_with(" --\n")) {
            if (!path.empty()) disk.write(path, content);
            path = line.size() > 7 ? line.substr(3, line.size() - 7) : "";
            content.clear();
        } else {
            content += line;
        }
    }
    if (!path.empty()) disk.write(path, content);
    return disk;
}

}  // namespace regioscope::fuzz
