// Observation status: the codes of SDMX CL_OBS_STATUS (version 2.2).
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace regioscope::data {

enum class Status : char {
    normal = 'A',
    time_series_break = 'B',
    definition_differs = 'D',
    estimated = 'E',
    forecast = 'F',
    experimental = 'G',
    missing_holiday = 'H',
    imputed = 'I',
    derogation = 'J',
    included_elsewhere = 'K',
    missing_not_collected = 'L',
    missing_cannot_exist = 'M',
    not_significant = 'N',
    missing = 'O',
    provisional = 'P',
    suppressed = 'Q',
    special_event = 'S',
    low_reliability = 'U',
    unvalidated = 'V',
    includes_other = 'W'
};

std::optional<Status> parse_status(std::string_view code);
char code_of(Status status);
/// H, L, M, O, Q: there is no value.
bool means_missing(Status status);
/// E, F, I, P, U, D: marked at the number wherever it is shown, and a claim must accept it by name.
bool is_doubtful(Status status);

/// The statuses of one figure: ordered, the first one drives the symbol; no code twice, so all fit in place
/// (a report has millions). A figure with a value has at least `normal`, one without has a code that says
/// missing in front.
class Statuses {
  public:
    using value_type = Status;

    Statuses() = default;
    Statuses(std::initializer_list<Status> statuses) {
        for (const Status status : statuses)
            push_back(status);
    }

    /// Adds a code behind the others, unless it is there already.
    void push_back(Status status) {
        if (!contains(status)) codes_[count_++] = status;
    }
    /// Adds a code in front of `where`, unless it is there already.
    void insert(const Status* where, Status status);
    bool contains(Status status) const;

    bool empty() const { return count_ == 0; }
    std::size_t size() const { return count_; }
    Status front() const { return codes_[0]; }
    Status operator[](std::size_t i) const { return codes_[i]; }
    const Status* begin() const { return codes_.data(); }
    const Status* end() const { return codes_.data() + count_; }

    friend bool operator==(const Statuses& a, const Statuses& b);

  private:
    static constexpr std::size_t code_count = 20;
    std::array<Status, code_count> codes_{};
    std::uint8_t count_ = 0;
};

}  // namespace regioscope::data
