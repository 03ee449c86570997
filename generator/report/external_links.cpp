#include "report/external_links.h"

#include <algorithm>

#include "base/budget.h"
#include "base/parallel.h"
#include "report/addresses.h"
#include "report/render.h"
#include "report/tag_reader.h"

namespace regioscope::report {

namespace {

/// As many times what a page takes as a build grants.
constexpr std::uint64_t units_of_listed_page = 50'000;

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

ExternalLinks external_links(const Site& site, SourceLibrary& library, Findings& findings) {
    ExternalLinks all;
    const auto pages = PageMaker::load(site, library, findings);
    if (pages == nullptr) return all;
    Budget::of_build().grant(units_of_listed_page * pages->count());
    std::vector<std::vector<std::string>> links(pages->count());
    std::vector<Findings> found(pages->count());
    for_each_index(pages->count(),
                   [&](std::size_t i) { links[i] = links_on(pages->make(i, found[i]).html, site.base_url); });
    for (std::size_t i = 0; i < links.size(); ++i) {
        findings.merge(std::move(found[i]));
        for (std::string& link : links[i])
            all[std::move(link)].push_back(site.folder + pages->file(i));
    }
    for (auto& [address, files] : all)
        std::sort(files.begin(), files.end());
    return all;
}

}  // namespace regioscope::report
