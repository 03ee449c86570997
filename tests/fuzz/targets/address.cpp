// Addresses: any text as a URL, and any page as markup whose addresses are looked through, with its marks of
// origin and without.
#include "base/utf8.h"
#include "escape/url.h"
#include "fuzz.h"
#include "report/addresses.h"
#include "report/tag_reader.h"

using namespace regioscope;

namespace {

void check_url(std::string_view text) {
    const std::string written = escape::url(text);
    fuzz::expect(escape::is_safe_url(written) || written == escape::unsafe_url,
                 "an address that is written may be followed");
    fuzz::expect(escape::url(written) == written, "what is an address stays one");
    fuzz::expect(written.find_first_of("\"'<> \\\n\r\t") == std::string::npos,
                 "an address ends no attribute");
    fuzz::expect(escape::percent_decoded(text).size() <= text.size(), "decoding makes nothing longer");
    std::string component;
    escape::append_url_component(component, text);
    if (!find_invalid_utf8(text))
        fuzz::expect(escape::percent_decoded(component) == text, "a component is read back");
}

void check_page(std::string_view html, const escape::Origins* origins) {
    report::AddressResolver resolver("regions/twente.html", "/report/");
    report::Tag tag;
    for (report::TagReader reader(html, origins); reader.next(tag);) {
        fuzz::expect(!tag.name.empty(), "a tag has a name");
        report::visit_addresses(
            tag, [&](report::Use use, std::string_view address, const report::Attribute&) {
                if (use == report::Use::id || report::leads(use, address) != report::Leads::inside) return;
                if (!resolver.resolve(address)) return;
                fuzz::expect(!resolver.file().starts_with('/'), "a file of the site counts from its root");
                fuzz::expect(
                    !resolver.file().starts_with("../") && resolver.file().find("/../") == std::string::npos,
                    "no address leads out of the site");
            });
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    check_url(text);
    check_page(text, nullptr);
    const escape::Origins origins;
    check_page(text, &origins);
    return 0;
}
