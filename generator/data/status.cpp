#include "data/status.h"

#include <algorithm>

namespace regioscope::data {

std::optional<Status> parse_status(std::string_view code) {
    constexpr std::string_view known = "ABDEFGHIJKLMNOPQSUVW";
    if (code.size() != 1 || known.find(code[0]) == std::string_view::npos) return std::nullopt;
    return static_cast<Status>(code[0]);
}

char code_of(Status status) {
    return static_cast<char>(status);
}

bool means_missing(Status status) {
    switch (status) {
        case Status::missing_holiday:
        case Status::missing_not_collected:
        case Status::missing_cannot_exist:
        case Status::missing:
        case Status::suppressed:
            return true;
        default:
            return false;
    }
}

bool is_doubtful(Status status) {
    switch (status) {
        case Status::estimated:
        case Status::forecast:
        case Status::imputed:
        case Status::provisional:
        case Status::low_reliability:
        case Status::definition_differs:
            return true;
        default:
            return false;
    }
}

void Statuses::insert(const Status* where, Status status) {
    if (contains(status)) return;
    const auto at = where - codes_.data();
    codes_[count_++] = status;
    std::rotate(codes_.begin() + at, codes_.begin() + count_ - 1, codes_.begin() + count_);
}

bool Statuses::contains(Status status) const {
    return std::find(begin(), end(), status) != end();
}

bool operator==(const Statuses& a, const Statuses& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

}  // namespace regioscope::data
