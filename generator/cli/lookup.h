// Ids that stand on the command line.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/suggest.h"
#include "cli/console.h"
#include "data/dataset.h"

namespace regioscope::cli {

/// The thing of that id; else a complaint that says what was meant and how to list what there is.
template <class Index>
std::optional<Index> look_up(const std::string& id, const data::Lookup<Index>& known, std::string_view noun,
                             Console& console) {
    if (const auto found = known.find(id); found != known.end()) return found->second;
    std::vector<std::string_view> ids;
    for (const auto& [known_id, index] : known)
        ids.push_back(known_id);
    console.complain(
        fmt::format("no {0} '{1}'{2}\nSee regioscope list {0}s.", noun, id, did_you_mean(id, ids)));
    return std::nullopt;
}

}  // namespace regioscope::cli
