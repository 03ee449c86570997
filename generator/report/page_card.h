// What a page says of itself where it is found, shared or cited: its name, a sentence or two, its address.
#pragma once

#include <string>
#include <string_view>

#include "report/page_context.h"

namespace regioscope::report {

struct PageCard {
    std::string title;
    /// Never empty.
    std::string summary;
    /// In its own language; of a page that falls back to another one, the address there. Empty where the site
    /// has none, and of the page for missing ones.
    std::string address;
    /// Where it goes on saying what this edition says; empty as its address is.
    std::string permalink;
};

PageCard card_of(const PageContext& context);

/// A page that can be found: neither the one for missing ones nor one that is shown inside other sites.
bool is_findable(const Page& page);

/// At most so many bytes of it, whole sentences if any fit, else whole words and an ellipsis.
std::string shortened(std::string_view text, std::size_t most);

/// Will the edition at the root lie below `editions/` one day? Then its pages have that address already.
bool has_permalinks(const Site& site);
/// Where the pages of an edition go on standing: `editions/2022/`.
std::string permanent_folder(const Site& site);

}  // namespace regioscope::report
