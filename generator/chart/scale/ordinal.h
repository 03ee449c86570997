// The ordinal scale: names onto places in a list, in order of first appearance.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regioscope::chart {

class Ordinal {
  public:
    Ordinal() = default;
    explicit Ordinal(const std::vector<std::string>& names) {
        for (const std::string& name : names)
            add(name);
    }

    /// The name's place; a name that is new gets the next one.
    std::size_t add(std::string_view name) {
        if (const auto known = (*this)(name)) return *known;
        names_.emplace_back(name);
        return names_.size() - 1;
    }
    std::optional<std::size_t> operator()(std::string_view name) const {
        const auto found = std::find(names_.begin(), names_.end(), name);
        if (found == names_.end()) return std::nullopt;
        return static_cast<std::size_t>(found - names_.begin());
    }
    const std::vector<std::string>& names() const { return names_; }

  private:
    std::vector<std::string> names_;
};

}  // namespace regioscope::chart
