// Ways to reach people, as project files write them.
#pragma once

#include <string>
#include <string_view>

#include "data/entry.h"

namespace regioscope::report {

bool is_web_address(std::string_view text);
bool is_email(std::string_view text);
/// With the country's code: `+31-20-1234567`.
bool is_telephone(std::string_view text);

/// Who answers questions about the report. Each may be empty.
struct Contact {
    std::string email;
    std::string telephone;
    /// A web address.
    std::string page;

    bool is_empty() const { return email.empty() && telephone.empty() && page.empty(); }
};

/// The keys `email`, `telephone` and `page` of an object. Findings: `invalid-email`, `invalid-telephone`,
/// `invalid-url`.
Contact read_contact(data::Entry& entry);

/// A web address; empty when it is not given, or none. Finding: `invalid-url`.
std::string read_web_address(data::Entry& entry, std::string_view key,
                             data::Need need = data::Need::optional);

}  // namespace regioscope::report
