#include <fmt/format.h>

#include "escape/html_attribute.h"
#include "report/exports/exports.h"
#include "report/html.h"
#include "report/page_card.h"
#include "report/page_context.h"
#include "report/redirects.h"
#include "report/urls.h"

namespace regioscope::report {

namespace {

/// From one file of the output to another, and what is called what there.
struct Way {
    std::string from;
    std::string to;
    std::string title;
    std::string language;
    std::string sentence;
};

Way way_of(const Site& site, const Redirect& redirect, const PublishedPage& goal, std::size_t language) {
    const PageContext context(*goal.site, *goal.page, language);
    return {site.file_of(redirect.from, language), goal.site->folder + context.file(),
            goal.page->title(context), context.presenter().language(), context.message("redirect.moved")};
}

/// For hosts that know no redirects: the page itself leads on.
std::string leading_page(const Site& site, const Way& way) {
    const std::string href = relative_url(way.from, way.to);
    const std::string canonical = site.base_url.empty() ? href : site.base_url + way.to;
    return fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
        "<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{}\">\n"
        "<meta http-equiv=\"refresh\" content=\"0; url={}\">\n</head>\n<body>\n"
        "<main><h1>{}</h1>\n<p>{}</p></main>\n</body>\n</html>\n",
        way.language, words(way.title).text(), escape::html_attribute(canonical),
        escape::html_attribute(href), words(way.sentence).text(), anchor(way.title, href).text());
}

}  // namespace

void add_permalinks(const Site& site, Output& output) {
    if (!has_permalinks(site)) return;
    for (std::size_t language = 0; language < site.language_count(); ++language) {
        for (const Page& page : site.plan.pages()) {
            if (!is_findable(page)) continue;
            const PageContext context(site, page, language);
            const Way way{permanent_folder(site) + context.file(), context.file(), page.title(context),
                          context.presenter().language(), context.message("redirect.current")};
            output.add(way.from, leading_page(site, way), page.origin);
        }
    }
}

void add_redirect_files(const Site& site, Output& output) {
    if (site.redirects.empty()) return;
    const std::string base = path_of_url(site.base_url);
    std::string rules;
    std::string map;
    for (const Redirect* const redirect : site.redirects) {
        const auto goal = find_published(site.published, redirect->to);
        if (!goal) continue;  // told where redirects are checked
        for (std::size_t language = 0; language < site.language_count(); ++language) {
            const Way way = way_of(site, *redirect, *goal, language);
            output.add(way.from, leading_page(site, way), redirect->from_span);
            rules += fmt::format("{0}{1} {0}{2} 301\n", base, way.from, way.to);
            map += fmt::format("{0}{1} {0}{2};\n", base, way.from, way.to);
        }
    }
    output.add("_redirects", rules);
    output.add("redirects.map", map);
}

}  // namespace regioscope::report
