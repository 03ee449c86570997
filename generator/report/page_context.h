// One page being made, in one language: what it may ask the site for, and where things lead from here.
#pragma once

#include <string>
#include <string_view>

#include "analysis/environment.h"
#include "base/finding.h"
#include "figures/notes.h"
#include "report/site.h"

namespace regioscope::report {

class PageContext : public analysis::Environment {
  public:
    PageContext(const Site& site, const Page& page, std::size_t language);

    const Site& site() const { return site_; }
    const Page& page() const { return page_; }
    std::size_t language() const { return language_; }
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

    const figures::Destinations& to() const { return to_; }
    const figures::InlineText& text() const { return text_; }

    /// Anchor of a cell on its source's page.
    std::string observation_anchor(data::ObservationIndex observation) const;

    Findings& findings() { return findings_; }

  private:
    escape::SafeHtml inline_text(const data::Text& text);

    const Site& site_;
    const Page& page_;
    std::size_t language_;
    std::string file_;
    figures::Destinations to_;
    figures::InlineText text_;
    Findings findings_;
};

}  // namespace regioscope::report
