// What the measures share: languages as the program brings them.
#pragma once

#include <cstdlib>
#include <map>
#include <string>

#include "base/disk.h"
#include "report/languages.h"

namespace regioscope::bench {

/// Dutch, as a report without words of its own has it.
inline const locale::Locale& dutch() {
    static SourceLibrary library;
    static const report::Locales locales = [] {
        Findings findings;
        return report::read_languages(MemoryDisk(std::map<std::string, std::string>{}), {"nl"}, library,
                                      findings);
    }();
    if (locales.empty()) std::abort();
    return *locales.front();
}

}  // namespace regioscope::bench
