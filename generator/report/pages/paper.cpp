#include "report/pages/paper.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "report/pages/common.h"
#include "report/pages/offered_file.h"
#include "report/pages/pages.h"
#include "report/pages/story.h"

namespace regioscope::report {

using data::RegionIndex;
using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// Pages that belong together in a book.
struct Part {
    /// Of the message.
    std::string_view name;
    std::vector<std::string> pages;
};
using Parts = std::vector<Part>;

std::string pages_of(const data::Region& region) {
    return fmt::format("regions/{}", region.id);
}

void add_pages_of(const Site& site, RegionIndex index, std::vector<std::string>& pages) {
    for (const std::string_view file : {".html", "/figures.html", "/organisations.html"})
        pages.push_back(pages_of(site.dataset()[index]) + std::string(file));
}

/// In the order of the settings, and what they do not name behind it. A report without chapters says what it
/// has to say on its first page.
std::vector<std::string> chapters(const Site& site) {
    std::vector<std::string> pages;
    for (const std::string& chapter : site.settings().chapters)
        pages.push_back(chapter + ".html");
    for (const NarrativePage* const page : site.narrative) {
        const Page* const planned = site.plan.find(page->path + ".html");
        if (planned != nullptr && planned->layout == "pages/chapter.html") pages.push_back(planned->path);
    }
    if (pages.empty()) pages.emplace_back("index.html");
    return pages;
}

/// What is read, and what one looks up on paper. The pages of single indicators, figures, pairs and printed
/// tables stay on the web: they would be a book of a thousand sheets.
Parts whole_report(const Site& site) {
    std::vector<std::string> regions;
    for (const RegionIndex index : site.regions)
        add_pages_of(site, index, regions);
    return {{"nav.chapters", chapters(site)},
            {"nav.regions", std::move(regions)},
            {"nav.compare", {"compare/index.html", "collaboration.html", "employers.html"}},
            {"nav.plans", {"goals.html", "initiatives.html", "diagnosis.html"}},
            {"nav.sources",
             {"sources/index.html", "data.html", "changes.html", "claims.html", "doubtful.html",
              "glossary.html"}}};
}

Parts book_of(const Site& site, RegionIndex region) {
    std::vector<std::string> own;
    add_pages_of(site, region, own);
    std::vector<std::string> pairs;
    for (const auto& [a, b] : pairs_of(site)) {
        if (a == region || b == region) pairs.push_back(pair_path(site.dataset(), a, b));
    }
    return {
        {"nav.regions", std::move(own)}, {"nav.compare", std::move(pairs)}, {"nav.sources", {"data.html"}}};
}

/// {label, pages: [{label, href}]}; each page once, and parts without pages not at all.
List shown(const PageContext& context, const Parts& parts) {
    std::set<std::string_view> seen;
    List list;
    for (const Part& part : parts) {
        List pages;
        for (const std::string& path : part.pages) {
            const Page* const page = context.site().plan.find(path);
            if (page != nullptr && seen.insert(path).second)
                pages.push_back(link(page->title(context), context.href(path)));
        }
        if (!pages.empty())
            list.push_back(Map{{"label", context.message(part.name)}, {"pages", std::move(pages)}});
    }
    return list;
}

std::string paper_page_of(const data::Region& region) {
    return pages_of(region) + "/" + std::string(paper_page);
}

/// `print/report-de.pdf`, `print/regions/twente-de.pdf`
std::string printed_path(const PageContext& context, std::string_view book) {
    return fmt::format("print/{}-{}.pdf", book, context.presenter().language());
}

/// Of the edition, as programs write it; and where the report begins on the web, if it is known.
void set_imprint(const PageContext& context, Map& names, std::string_view first_page) {
    const Site& site = context.site();
    names.set("date", site.edition->declared().as_of.text());
    names.set("address", site.base_url.empty()
                             ? std::string()
                             : site.base_url + site.file_of(first_page, context.language()));
}

void fill_report(PageContext& context, Map& names) {
    const Site& site = context.site();
    set_imprint(context, names, "index.html");
    List files;
    offer(context, files, printed_path(context, "report"), context.message("paper.whole"));
    List regions;
    for (const RegionIndex index : site.regions) {
        regions.push_back(
            link(context.presenter().names(index).name, context.href(paper_page_of(site.dataset()[index]))));
    }
    names.set("heading", context.presenter().plain(site.settings().title));
    names.set("subtitle", context.presenter().plain(site.settings().description));
    names.set("parts", shown(context, whole_report(site)));
    names.set("files", std::move(files));
    names.set("regions", std::move(regions));
}

void fill_region(PageContext& context, Map& names, RegionIndex index) {
    const Site& site = context.site();
    const data::Region& region = site.dataset()[index];
    set_imprint(context, names, pages_of(region) + ".html");
    const NarrativePage* const story = site.find_narrative("regions/" + region.id);
    List files;
    offer(context, files, printed_path(context, pages_of(region)), context.presenter().names(index).name);
    names.set("heading", context.presenter().names(index).name);
    names.set("subtitle", story == nullptr ? std::string() : story_opening(context, *story));
    names.set("parts", shown(context, book_of(site, index)));
    names.set("files", std::move(files));
    names.set("regions", List{});
}

/// Which PDFs there are. They are of the current edition.
void find_books(Site& site) {
    if (!site.folder.empty()) return;
    const Disk& disk = *site.project->disk;
    const std::string above = "site/static/";
    for (const std::string& path : disk.list("site/static/print")) {
        if (!path.ends_with(".pdf")) continue;
        // What cannot be read is told by who publishes it.
        if (const Result<std::string> book = disk.read(path))
            site.book_sizes.emplace(path.substr(above.size()), book->size());
    }
}

}  // namespace

List printed_books(const PageContext& context) {
    List files;
    offer(context, files, printed_path(context, "report"), context.message("paper.whole"));
    for (const RegionIndex index : context.site().regions) {
        offer(context, files, printed_path(context, pages_of(context.dataset()[index])),
              context.presenter().names(index).name);
    }
    return files;
}

void plan_paper(Site& site, Findings& findings) {
    find_books(site);
    site.plan.add({.path = std::string(paper_page),
                   .layout = "pages/paper.html",
                   .title = [](const PageContext& context) { return context.message("paper.title"); },
                   .fill = fill_report,
                   .parent = "data.html",
                   .section = "data.html",
                   .is_apart = true},
                  findings);
    for (const RegionIndex index : site.regions) {
        const data::Region& region = site.dataset()[index];
        site.plan.add(
            {.path = paper_page_of(region),
             .layout = "pages/paper.html",
             .title =
                 [index](const PageContext& context) {
                     return context.message("paper.region-title",
                                            {{"region", context.presenter().names(index).name}});
                 },
             .fill = [index](PageContext& context, Map& names) { fill_region(context, names, index); },
             .parent = pages_of(region) + ".html",
             .section = "regions/index.html",
             .is_apart = true},
            findings);
    }
}

}  // namespace regioscope::report
