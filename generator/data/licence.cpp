#include "data/licence.h"

#include <algorithm>
#include <array>

namespace regioscope::data {

namespace {

constexpr std::string_view german = "http://dcat-ap.de/def/licenses/";

constexpr std::array<Licence, 19> licences = {{
    {"CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", false, true, true,
     "http://dcat-ap.de/def/licenses/cc-zero"},
    {"CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", true, true, true,
     "http://dcat-ap.de/def/licenses/cc-by/4.0"},
    {"CC-BY-3.0", "CC BY 3.0", "https://creativecommons.org/licenses/by/3.0/", true, true, true,
     "http://dcat-ap.de/def/licenses/cc-by"},
    {"CC-BY-3.0-NL", "CC BY 3.0 NL", "https://creativecommons.org/licenses/by/3.0/nl/"},
    {"CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/", true, true, true,
     "http://dcat-ap.de/def/licenses/cc-by-sa/4.0"},
    {"CC-BY-NC-4.0", "CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/", true, false, true,
     "http://dcat-ap.de/def/licenses/cc-by-nc/4.0"},
    {"CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/", true, false},
    {"CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/", true, false,
     false},
    {"CC-BY-ND-4.0", "CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/", true, true, false,
     "http://dcat-ap.de/def/licenses/cc-by-nd/4.0"},
    {"CC-PDDC", "Public Domain", "https://creativecommons.org/publicdomain/mark/1.0/", false},
    {"DL-DE-BY-2.0", "dl-de/by-2-0", "https://www.govdata.de/dl-de/by-2-0", true, true, true,
     "http://dcat-ap.de/def/licenses/dl-by-de/2.0"},
    {"DL-DE-ZERO-2.0", "dl-de/zero-2-0", "https://www.govdata.de/dl-de/zero-2-0", false, true, true,
     "http://dcat-ap.de/def/licenses/dl-zero-de/2.0"},
    {"ODbL-1.0", "ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/", true, true, true,
     "http://dcat-ap.de/def/licenses/odbl"},
    {"ODC-By-1.0", "ODC-By 1.0", "https://opendatacommons.org/licenses/by/1-0/", true, true, true,
     "http://dcat-ap.de/def/licenses/odby"},
    {"PDDL-1.0", "PDDL 1.0", "https://opendatacommons.org/licenses/pddl/1-0/", false, true, true,
     "http://dcat-ap.de/def/licenses/odcpddl"},
    {"OGL-UK-3.0", "OGL v3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
    {"etalab-2.0", "Etalab 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"},
    {"Apache-2.0", "Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0", true, true, true,
     "http://dcat-ap.de/def/licenses/apache"},
    {"MIT", "MIT", "https://opensource.org/license/mit", false},
}};

static_assert(std::all_of(licences.begin(), licences.end(), [](const Licence& one) {
    return one.german_url.empty() || one.german_url.starts_with(german);
}));

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_words(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

/// `https://example.org/x/` and `http://example.org/x` are one address.
std::string_view bare(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    while (url.ends_with('/'))
        url.remove_suffix(1);
    return url;
}

}  // namespace

const Licence* find_licence(std::string_view word) {
    const auto found = std::find_if(licences.begin(), licences.end(), [&](const Licence& one) {
        return same_words(word, one.id) || same_words(word, one.name) ||
               same_words(bare(word), bare(one.url));
    });
    return found == licences.end() ? nullptr : &*found;
}

std::vector<std::string_view> licence_ids() {
    std::vector<std::string_view> ids;
    for (const Licence& one : licences)
        ids.push_back(one.id);
    return ids;
}

}  // namespace regioscope::data
