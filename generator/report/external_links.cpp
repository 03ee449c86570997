#include "report/external_links.h"

#include <algorithm>

#include "report/addresses.h"
#include "report/tag_reader.h"

namespace regioscope::report {

namespace {

/// As it is written in a page, `&` is a reference.
std::string without_references(std::string_view written) {
    constexpr std::string_view reference = "&amp;";
    std::string address(written);
    for (std::size_t at = address.find(reference); at != std::string::npos; at = address.find(reference, at))
        address.replace(at++, reference.size(), "&");
    return address;
}

/// Those for readers; the addresses that the site itself will have are none.
std::vector<std::string> links_on(std::string_view html, std::string_view base_url) {
    std::vector<std::string> links;
    Tag tag;
    for (TagReader reader(html); reader.next(tag);) {
        visit_addresses(tag, [&](Use use, std::string_view address, const Attribute&) {
            if (use != Use::link || leads(use, address) != Leads::elsewhere) return;
            if (!address.starts_with("http://") && !address.starts_with("https://")) return;
            if (!base_url.empty() && address.starts_with(base_url)) return;
            links.push_back(without_references(address));
        });
    }
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end()), links.end());
    return links;
}

}  // namespace

ExternalLinks external_links(const std::vector<OutputFile>& site, std::string_view base_url) {
    ExternalLinks all;
    for (const OutputFile& file : site) {
        if (!file.path.ends_with(".html")) continue;
        for (std::string& link : links_on(file.content, base_url))
            all[std::move(link)].push_back(file.path);
    }
    for (auto& [address, files] : all)
        std::sort(files.begin(), files.end());
    return all;
}

}  // namespace regioscope::report
