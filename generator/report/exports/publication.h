// What every file for machines says of the edition as a whole: what it is called, who publishes it and when,
// in which languages, from which sources and under which licence.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "report/site.h"

namespace regioscope::report {

/// The address of a file of the site for a file in `folder` (`data/`): absolute where the site's address is
/// known, else from one to the other.
std::string address_of(const Site& site, std::string_view path, std::string_view folder = "data/");

/// `Zes regio's, editie 2022`.
std::string edition_title(const Site& site, const analysis::Presenter& presenter);
/// The sources of the edition as their licences ask, and that what is derived was calculated by us.
std::vector<std::string> attributions(const Site& site, const analysis::Presenter& presenter);

using WordsIn = std::function<std::string(std::size_t language)>;

/// Words with the language that they are really in: who harvests them believes it.
struct TaggedWords {
    std::string words;
    std::string language;
};
/// In each language that the text is written in; in the one that readers then get where it is in none of the
/// report's.
std::vector<TaggedWords> in_its_languages(const Site& site, const data::Text& text);
/// Words that the program has, in each language that it has words for, and that `about`, which they repeat,
/// is written in.
std::vector<TaggedWords> in_its_languages(const Site& site, const WordsIn& words_in,
                                          const data::Text* about = nullptr);
}  // namespace regioscope::report
