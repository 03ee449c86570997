// A page as planned: where it goes, which template it uses and what fills it. Every kind of page adds its
// pages to the plan from one file in pages/.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "data/dataset.h"
#include "expression/value.h"

namespace regioscope::report {

class PageContext;
struct NarrativePage;

/// What a page is about.
struct Subject {
    /// The text that it shows; null where it has none.
    const NarrativePage* story = nullptr;
    /// At most one of these.
    std::optional<data::RegionIndex> region = {};
    std::optional<data::IndicatorIndex> indicator = {};
    /// Among the figures that the site draws.
    std::optional<std::size_t> figure = {};
};

struct Page {
    /// For all languages: `regions/twente.html`.
    std::string path;
    /// `pages/region.html`.
    std::string layout;
    /// In the context's language; also what links to it say.
    std::function<std::string(const PageContext&)> title;
    /// For search engines and links; may be empty.
    std::function<std::string(const PageContext&)> description;
    /// Names for the template, besides `site` and `page`.
    std::function<void(PageContext&, expression::Map&)> fill;
    /// Path of the page above it, for breadcrumbs; may be empty.
    std::string parent;
    /// The page of the navigation that it belongs to; may be empty.
    std::string section;
    /// What asks for the page: a text, a declaration; nowhere for what every site has.
    Span origin = {};
    /// Neighbours in reading order; may be empty.
    std::string previous = {};
    std::string next = {};
    Subject about = {};
    /// Shown inside other sites: no list has it, and it has nothing around it.
    bool is_embed = false;
    /// Says what a book consists of: neither the search nor the sitemap has it.
    bool is_apart = false;
};

/// All pages of a site, in a fixed order.
class Plan {
  public:
    /// Finding `path-collision` when two pages claim one path.
    void add(Page page, Findings& findings);

    const std::vector<Page>& pages() const { return pages_; }
    const Page* find(std::string_view path) const;
    /// Makes `paths`, in this order, each other's previous and next; those that are not planned are passed
    /// over.
    void chain(const std::vector<std::string>& paths);

  private:
    std::vector<Page> pages_;
    data::Lookup<std::size_t> by_path_;
};

}  // namespace regioscope::report
