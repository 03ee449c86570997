// Licences by identifier, and what each asks of whoever passes its figures on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/text.h"

namespace regioscope::data {

/// A licence that the program knows.
struct Licence {
    /// SPDX.
    std::string_view id;
    /// As it is written in a line: `CC BY 4.0`.
    std::string_view name;
    std::string_view url;
    /// Who calculates with them says so.
    bool asks_for_change_notice = true;
    bool allows_commerce = true;
    bool allows_derivatives = true;
    /// As the German catalogues list it; may be empty.
    std::string_view german_url = {};
};

/// By its SPDX identifier, its short name, or its address, whatever the case of letters; null when it is none
/// of those.
const Licence* find_licence(std::string_view word);
std::vector<std::string_view> licence_ids();

/// What a file says of the licence of a source or of the report itself.
struct LicenceStatement {
    /// Null when the program does not know its rules.
    const Licence* licence = nullptr;
    /// As written, when it is one that the program does not know.
    std::string url;
    /// In words; a text that is a licence's name in any language is that licence.
    Text words;
    Span span;

    bool is_given() const { return licence != nullptr || !url.empty() || !words.empty(); }
    std::string_view address() const { return licence != nullptr ? licence->url : std::string_view(url); }
};

}  // namespace regioscope::data
