// Makes the pages of a site.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "report/links.h"
#include "report/site.h"
#include "template/templates.h"

namespace regioscope::report {

/// Every page in every language is one file; they are counted through, the languages of a page together. Many
/// threads may make pages at once.
class PageMaker {
  public:
    /// Null when there are errors in the templates, whose texts `library` keeps. With `origins` all pages
    /// hold marks of who wrote what in them.
    static std::unique_ptr<const PageMaker> load(const Site& site, SourceLibrary& library, Findings& findings,
                                                 escape::Origins* origins = nullptr);

    std::size_t count() const { return site_.plan.pages().size() * site_.language_count(); }
    const Page& page(std::size_t i) const { return site_.plan.pages()[i / site_.language_count()]; }
    /// In the site.
    std::string file(std::size_t i) const;

    struct Made {
        /// Empty when it cannot be made: the findings say why.
        std::string html;
        /// In the output, where other editions may lie beside the site.
        PageLinks links;
    };
    /// `folder`: where it is put beside its own place (`editions/2022/`).
    Made make(std::size_t i, Findings& findings, std::string_view folder = {}) const;

    bool has_companion(std::size_t i) const;
    /// The page as Markdown, made of its finished HTML.
    std::string companion(std::size_t i, std::string_view html) const;

  private:
    PageMaker(const Site& site, templates::Templates templates, escape::Origins* origins)
        : site_(site), templates_(std::move(templates)), origins_(origins) {}

    std::string render(PageContext& context) const;

    const Site& site_;
    templates::Templates templates_;
    escape::Origins* origins_;
};

}  // namespace regioscope::report
