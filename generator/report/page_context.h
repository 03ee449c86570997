// One page being made, in one language: what it may ask the site for, and where things lead from here.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "analysis/environment.h"
#include "base/finding.h"
#include "escape/origins.h"
#include "figures/notes.h"
#include "report/site.h"

namespace regioscope::report {

/// Ids of headings that gave way to others on their page, by the anchors that their words make.
using HeadingIds = std::map<std::string, std::string, std::less<>>;

/// What is known of a page before it is made; most often nothing.
struct Foreknowledge {
    const HeadingIds* heading_ids = nullptr;
    /// Where to put down who wrote what; null unless somebody looks for it.
    escape::Origins* origins = nullptr;
    /// Where it is put beside its own place; links lead from there.
    std::string_view folder = {};
};

class PageContext : public analysis::Environment {
  public:
    PageContext(const Site& site, const Page& page, std::size_t language, Foreknowledge known = {});

    const Site& site() const { return site_; }
    const Page& page() const { return page_; }
    std::size_t language() const { return language_; }

    /// Markup, with what the text cites and binds.
    expression::Value shown(const data::Text& text) const override;
    /// Behind what it says: ` [Tabel 2]`, leading to the source's page.
    expression::Value source(const data::Citation& citation,
                             std::optional<data::Reading> reading) const override;
    /// `href`, `key` (the class of its colour) and `story` (the title of its page's text, or empty).
    std::optional<expression::Value> on_page(data::RegionIndex region, std::string_view name) const override;

    std::string message(std::string_view id, const locale::Arguments& arguments = {}) const {
        return presenter().message(id, arguments);
    }

    /// The page's own file.
    const std::string& file() const { return file_; }
    /// From this page to another in the same language.
    std::string href(std::string_view page_path) const;
    /// From this page to a file that all languages share: `data/observations.csv`, `assets/report.css`.
    std::string file_href(std::string_view path) const;
    /// This page in another language.
    std::string href_in(std::size_t language) const;
    /// The page that hosts show in place of missing ones, when it cannot know where the site is.
    bool guesses_its_depth() const;
    /// This page in another edition that is published with this one; its home page where it has none such.
    std::string href_in(const Site& edition) const;

    const figures::Destinations& to() const { return to_; }
    const figures::InlineText& text() const { return text_; }

    /// The id of a heading on this page.
    std::string heading_id(const std::string& anchor) const;
    /// The same, of a heading that the page shows.
    std::string show_heading(const std::string& anchor);
    /// Anchors of the headings shown, in their order.
    const std::vector<std::string>& headings() const { return headings_; }

    escape::Origins* origins() const { return known_.origins; }
    /// What was declared there, with a mark of the place if somebody looks for it.
    escape::SafeHtml declared_at(Span place, escape::SafeHtml html) const;
    /// The id of something that is declared there, as an id on this page.
    const std::string& declared_id(Span place, const std::string& id) const;

    /// The number of a cited place in the page's list of references; the same place keeps its number.
    std::size_t cite(data::SourceIndex source, std::optional<std::uint32_t> part, std::string_view locator);
    struct CitedPlace {
        data::SourceIndex source{};
        std::optional<std::uint32_t> part;
        std::string locator;
    };
    const std::vector<CitedPlace>& cited_places() const { return cited_places_; }

    /// Remembers a term that a text points out; true at its first use on the page.
    bool use(const data::Term& term);
    const std::vector<const data::Term*>& terms_used() const { return terms_used_; }

    Findings& findings() { return findings_; }

    /// Figures and tables are each numbered in the order in which the page shows them. Nothing when it shows
    /// this one already.
    std::optional<int> next_figure_number(std::string_view id, bool is_table);

  private:
    /// A page that is shown at any address and knows where the site is.
    bool starts_from_host() const;
    escape::SafeHtml inline_text(const data::Text& text);

    const Site& site_;
    const Page& page_;
    std::size_t language_;
    Foreknowledge known_;
    std::string file_;
    figures::Destinations to_;
    figures::InlineText text_;
    std::vector<CitedPlace> cited_places_;
    std::vector<const data::Term*> terms_used_;
    std::vector<std::string> headings_;
    Findings findings_;
    std::set<std::string, std::less<>> figures_shown_;
    int figure_count_ = 0;
    int table_count_ = 0;
};

}  // namespace regioscope::report
