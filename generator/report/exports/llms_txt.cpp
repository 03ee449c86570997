#include <fmt/format.h>

#include "report/companion.h"
#include "report/exports/data_file.h"
#include "report/exports/exports.h"
#include "report/exports/publication.h"
#include "report/own_files.h"
#include "report/page_card.h"
#include "report/page_context.h"
#include "report/translation.h"

namespace regioscope::report {

namespace {

/// As llmstxt.org has it: what the report is, then lists of links with a line on each.
class Guide {
  public:
    Guide(const Site& site, std::size_t language)
        : site_(site), language_(language), presenter_(site.presenters[language]) {}

    std::string text() {
        const Settings& settings = site_.settings();
        out_ = "# " + plain_markdown(edition_title(site_, presenter_)) + "\n\n";
        if (const std::string about = presenter_.plain(settings.description); !about.empty())
            out_ += "> " + plain_markdown(about) + "\n\n";
        out_ += plain_markdown(presenter_.message("guide.sources")) + "\n";
        section("nav.chapters", [](const Page& page) {
            return page.path == "index.html" || (page.about.story != nullptr && !page.about.region);
        });
        section("nav.regions", [](const Page& page) { return page.about.region.has_value(); });
        section("nav.indicators", [](const Page& page) { return page.about.indicator.has_value(); });
        section("nav.figures", [](const Page& page) { return page.about.figure && !page.is_embed; });
        add_data();
        add_languages();
        return std::move(out_);
    }

  private:
    std::string address(std::string_view path) const {
        return address_of(site_, path, site_.file_of("", language_));
    }

    void item(std::string_view title, const std::string& href, std::string_view about) {
        out_ += fmt::format("- [{}]({}){}{}\n", plain_markdown(title), href, about.empty() ? "" : ": ",
                            plain_markdown(about));
    }

    template <class Belongs>
    void section(std::string_view heading, const Belongs& belongs) {
        bool is_begun = false;
        for (const Page& page : site_.plan.pages()) {
            if (!is_findable(page) || !belongs(page) || !is_translated(site_, page, language_)) continue;
            if (!is_begun) out_ += fmt::format("\n## {}\n\n", presenter_.message(heading));
            is_begun = true;
            const PageContext context(site_, page, language_);
            const PageCard card = card_of(context);
            item(card.title, address(companion_of(context.file())), card.summary);
        }
    }

    void add_data() {
        out_ += fmt::format("\n## {}\n\n", presenter_.message("data.download"));
        for (const DataFile& file : data_files(site_)) {
            if (file.part == DataFile::Part::figures)
                item(title_of(file, site_, language_), address(file.path), "CSV");
        }
        item(presenter_.message("data.claims-file"), address(claims_path), "JSON");
    }

    void add_languages() {
        if (site_.language_count() < 2) return;
        // What stands under this heading may be left out where there is little room.
        out_ += "\n## Optional\n\n";
        for (std::size_t other = 0; other < site_.language_count(); ++other) {
            if (other == language_) continue;
            item(site_.presenters[other].locale().name(), address(site_.file_of(guide_path, other)), "");
        }
    }

    const Site& site_;
    std::size_t language_;
    const analysis::Presenter& presenter_;
    std::string out_;
};

}  // namespace

void add_guides(const Site& site, Output& output) {
    if (!site.folder.empty()) return;
    for (std::size_t language = 0; language < site.language_count(); ++language) {
        const std::string path = site.file_of(guide_path, language);
        if (!brings(site, path)) output.add(path, Guide(site, language).text());
    }
}

}  // namespace regioscope::report
