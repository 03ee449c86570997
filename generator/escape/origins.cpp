#include "escape/origins.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace regioscope::escape {

namespace {

/// A mark is `first`, a number and this.
constexpr char last = '\x02';

}  // namespace

struct Origins::Places {
    std::mutex mutex;
    std::vector<Span> all;
    /// By page and id.
    std::map<std::pair<std::string, std::string>, Span> declared;
};

Origins::Origins() : places_(std::make_unique<Places>()) {}
Origins::~Origins() = default;

std::string Origins::begin(Span place) {
    const std::lock_guard lock(places_->mutex);
    places_->all.push_back(place);
    return first + std::to_string(places_->all.size() - 1) + last;
}

void Origins::declare(const std::string& page, const std::string& id, Span place) {
    const std::lock_guard lock(places_->mutex);
    places_->declared.emplace(std::pair(page, id), place);
}

Span Origins::declared(const std::string& page, const std::string& id) const {
    const std::lock_guard lock(places_->mutex);
    const auto found = places_->declared.find({page, id});
    return found == places_->declared.end() ? Span{} : found->second;
}

Span Origins::read(std::string_view markup, std::size_t& length) const {
    const std::string_view digits = markup.substr(1, markup.find(last) - 1);
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    length = std::min(digits.size() + 2, markup.size());
    const std::lock_guard lock(places_->mutex);
    return number < places_->all.size() ? places_->all[number] : Span{};
}

std::string Origins::without_marks(std::string_view markup) {
    std::string out;
    for (std::size_t at = 0; at < markup.size(); ++at) {
        if (markup[at] == first) {
            at = std::min(markup.find(last, at), markup.size());
        } else if (markup[at] != end) {
            out += markup[at];
        }
    }
    return out;
}

}  // namespace regioscope::escape
