// The words of prose of a language that the program brings, for tests of what reads prose.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/disk.h"
#include "locale/locale.h"
#include "locale/prose_words.h"

namespace regioscope {

/// "nl", "de" or "en".
inline const locale::ProseWords& prose_words(const std::string& language) {
    static std::map<std::string, std::unique_ptr<const locale::Locale>> made;
    auto& locale = made[language];
    if (locale == nullptr) {
        Findings findings;
        const std::string path = "templates/languages/" + language + ".json";
        const SourceText file(path, *open_folder(REGIOSCOPE_SOURCE_DIR)->read(path));
        locale = locale::Locale::make(
            language, locale::Catalogue::compile(language, locale::read_messages(file, findings), findings),
            findings);
    }
    return locale->prose();
}

}  // namespace regioscope
