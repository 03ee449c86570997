#include "escape/xml.h"
#include "report/assets.h"
#include "report/exports/exports.h"
#include "report/page_card.h"
#include "report/translation.h"

namespace regioscope::report {

namespace {

std::string sitemap_xml(const Site& site) {
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
        "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    for (std::size_t language = 0; language < site.language_count(); ++language) {
        for (const Page& page : site.plan.pages()) {
            if (!is_findable(page) || !is_translated(site, page, language)) continue;
            xml += "<url><loc>";
            escape::append_xml_text(xml, site.base_url + site.file_of(page.path, language));
            xml += "</loc>";
            for (const Alternate& alternate : alternates(site, page)) {
                xml += "<xhtml:link rel=\"alternate\" hreflang=\"" + alternate.language + "\" href=\"";
                escape::append_xml_attribute(xml, alternate.address);
                xml += "\"/>";
            }
            xml += "</url>\n";
        }
    }
    return xml + "</urlset>\n";
}

/// What the project says to robots, or that all is theirs; and where the sitemap is.
std::string robots_txt(const Site& site) {
    const Result<std::string> own = site.project->disk->read(own_robots_txt);
    std::string text = own ? *own : "User-agent: *\nAllow: /\n";
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    if (!site.base_url.empty()) text += "Sitemap: " + site.base_url + "sitemap.xml\n";
    return text;
}

}  // namespace

void add_discovery_files(const Site& site, Output& output) {
    // Who looks for pages is shown those of the current edition.
    if (!site.folder.empty()) return;
    if (!site.base_url.empty()) output.add("sitemap.xml", sitemap_xml(site));
    output.add("robots.txt", robots_txt(site));
}

}  // namespace regioscope::report
