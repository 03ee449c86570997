#include "report/contact.h"

#include "escape/url.h"

namespace regioscope::report {

using data::Need;

bool is_web_address(std::string_view text) {
    return escape::is_safe_url(text) && (text.starts_with("https://") || text.starts_with("http://"));
}

bool is_email(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos &&
           !text.ends_with('.') && text.find_first_of(" \t\r\n<>\"\\") == std::string_view::npos;
}

bool is_telephone(std::string_view text) {
    return text.starts_with('+') && text.size() > 5 &&
           text.find_first_not_of("+0123456789-") == std::string_view::npos;
}

std::string read_web_address(data::Entry& entry, std::string_view key, Need need) {
    return entry.matching(key, need, is_web_address, "invalid-url", "web address (https://…)");
}

Contact read_contact(data::Entry& entry) {
    Contact contact;
    contact.email =
        entry.matching("email", Need::optional, is_email, "invalid-email", "address like info@example.org");
    contact.telephone = entry.matching("telephone", Need::optional, is_telephone, "invalid-telephone",
                                       "number like +31-20-1234567");
    contact.page = read_web_address(entry, "page");
    return contact;
}

}  // namespace regioscope::report
