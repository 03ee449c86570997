// In which languages a page really is: one whose own text is missing in a language shows that of another
// there, and is no page of that language to those who look for one.
#pragma once

#include <cstddef>
#include <vector>

#include "report/page.h"
#include "report/site.h"

namespace regioscope::report {

/// Has the report's interface words in that language? One that somebody has only begun to translate shows
/// those of the first one.
bool is_spoken(const Site& site, std::size_t language);

/// Whose words a reader of `language` gets: those of its own text, else those of the interface.
std::size_t language_shown(const Site& site, const Page& page, std::size_t language);

inline bool is_translated(const Site& site, const Page& page, std::size_t language) {
    return language_shown(site, page, language) == language;
}

/// The languages it is in, in the order of the report's.
std::vector<std::size_t> translations(const Site& site, const Page& page);

/// An address that says the same in a language; `x-default` is for readers of none of them.
struct Alternate {
    std::string language;
    std::string address;
};
/// Of a page that is in several languages, all of them, the same from each; none where the site has no
/// address. Asked for a page that has one.
std::vector<Alternate> alternates(const Site& site, const Page& page);

}  // namespace regioscope::report
