#include "base/environment.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace regioscope {

Finding environment_finding(std::string_view what, std::string_view path, int error) {
    Finding finding = make_error(environment_code, {}, fmt::format("{}: {}", what, std::strerror(error)));
    finding.file = path;
    if (const std::string_view way_out = way_out_of(error); !way_out.empty())
        finding.note(std::string(way_out));
    return finding;
}

std::string_view way_out_of(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return "make room: a build needs place for the new site beside the old one";
        case EACCES:
        case EPERM:
        case EROFS:
            return "change its permissions, or use another folder";
        case EMFILE:
        case ENFILE:
            return "allow more open files (ulimit -n)";
        case ENOMEM:
            return "give it more memory";
        default:
            return {};
    }
}

}  // namespace regioscope
