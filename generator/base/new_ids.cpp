#include "base/new_ids.h"

#include <fmt/format.h>

#include <set>

#include "base/slug.h"

namespace regioscope {

std::vector<std::string> new_ids(const std::vector<std::string>& names, std::string_view noun) {
    std::vector<std::string> ids;
    std::set<std::string> taken;
    for (const std::string& name : names) {
        std::string id = slug_of(name);
        if (id.empty()) id = fmt::format("{}-{}", noun, ids.size() + 1);
        const std::string first = id;
        for (int next = 2; !taken.insert(id).second; ++next)
            id = fmt::format("{}-{}", first, next);
        ids.push_back(id);
    }
    return ids;
}

}  // namespace regioscope
