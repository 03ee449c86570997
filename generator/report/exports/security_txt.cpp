#include "report/exports/exports.h"

namespace regioscope::report {

void add_security_txt(const Site& site, Output& output) {
    const std::optional<SecurityContact>& security = site.settings().legal.security;
    // It is the host's, not an edition's.
    if (!security || !site.folder.empty()) return;
    std::string text;
    const auto field = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) text.append(name).append(": ").append(value).append("\n");
    };
    for (const std::string& contact : security->contacts)
        field("Contact", contact);
    field("Expires", security->expires.text() + "T23:59:59Z");
    field("Encryption", security->encryption);
    field("Acknowledgments", security->acknowledgments);
    field("Policy", security->policy);
    std::string languages;
    for (const std::string& language : site.settings().languages)
        languages += (languages.empty() ? "" : ", ") + language;
    field("Preferred-Languages", languages);
    if (!site.base_url.empty()) field("Canonical", site.base_url + std::string(security_txt_path));
    output.add(std::string(security_txt_path), text, security->span);
}

}  // namespace regioscope::report
