// Locales for tests: the report's own languages with their language files, and any other with a small
// catalogue.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>

#include "base/finding_text.h"
#include "locale/locale.h"

namespace regioscope::locale {

inline SourceLibrary& test_sources() {
    static SourceLibrary library;
    return library;
}

inline std::string all_text(const Findings& findings) {
    std::string out;
    for (const Finding& finding : findings.all())
        out += finding_text(finding) + "\n";
    return out;
}

inline Catalogue catalogue_of(const std::string& language, Findings& findings) {
    const std::string name = "templates/languages/" + language + ".json";
    std::ifstream file(std::string(REGIOSCOPE_SOURCE_DIR) + "/" + name);
    REQUIRE(file);
    std::stringstream text;
    text << file.rdbuf();
    const SourceText& source = test_sources().add(name, text.str());
    return Catalogue::compile(language, read_messages(source, findings), findings);
}

/// "nl", "de" or "en", as published.
inline const Locale& language(const std::string& tag) {
    static std::map<std::string, std::unique_ptr<const Locale>> made;
    auto& locale = made[tag];
    if (!locale) {
        Findings findings;
        locale = Locale::make(tag, catalogue_of(tag, findings), findings);
        INFO(all_text(findings));
        REQUIRE(locale);
        REQUIRE(findings.all().empty());
    }
    return *locale;
}

inline std::vector<MessageSource> small_messages() {
    std::vector<MessageSource> messages = {{"number.ordinal", "{number}.", {}},
                                           {"number.percentage-points", "{number} pp", {}},
                                           {"amount.range.sentence", "{low} to {high}", {}},
                                           {"amount.range.table", "{low}–{high}", {}}};
    for (const std::string kind : {"about", "at-least", "more-than", "at-most", "less-than"}) {
        messages.push_back({"amount." + kind + ".sentence", kind + " {number}", {}});
        messages.push_back({"amount." + kind + ".table", kind + " {number}", {}});
    }
    for (const std::string part : {"open", "close", "inner-open", "inner-close"})
        messages.push_back({"quote." + part, "'", {}});
    return messages;
}

/// Any language, with wording that does not matter.
inline std::unique_ptr<const Locale> any_language(const std::string& tag) {
    Findings findings;
    auto locale = Locale::make(tag, Catalogue::compile(tag, small_messages(), findings), findings);
    INFO(all_text(findings));
    REQUIRE(locale);
    return locale;
}

inline Decimal decimal(std::string_view text) {
    const auto number = Decimal::parse(text);
    REQUIRE(number);
    return *number;
}

}  // namespace regioscope::locale
