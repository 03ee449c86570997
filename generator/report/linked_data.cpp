#include "report/linked_data.h"

#include <algorithm>

#include "report/exports/exports.h"
#include "report/exports/publication.h"
#include "report/figure_view.h"
#include "report/page_card.h"
#include "report/pages/common.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// Says of a page what schema.org has words for. Addresses are absolute where the site's is known, else from
/// one file to another.
class Describer {
  public:
    explicit Describer(const PageContext& context)
        : context_(context), site_(context.site()), page_(context.page()), card_(card_of(context)) {}

    Value graph() {
        if (!is_findable(page_)) return Value::none();
        add_site_and_report();
        add_chapter();
        add_datasets();
        add_way();
        if (things_.empty()) return Value::none();
        return Map{{"@context", "https://schema.org"}, {"@graph", std::move(things_)}};
    }

  private:
    std::string address(std::string_view file) const {
        return site_.base_url.empty() ? context_.file_href(file) : site_.base_url + std::string(file);
    }
    std::string page_address(std::string_view page) const {
        return address(site_.file_of(page, context_.language()));
    }
    /// The report as a thing that others are part of.
    std::string report_id() const { return page_address("index.html") + "#report"; }
    std::string plain(const data::Text& text) const { return context_.presenter().plain(text); }

    /// What is published: its name, who publishes it and when, and what may be done with it.
    Map work(std::string_view type, std::string name, std::string description) const {
        const Settings& settings = site_.settings();
        Map thing{{"@type", type}, {"name", std::move(name)}};
        if (!description.empty()) thing.set("description", std::move(description));
        thing.set("inLanguage", context_.presenter().language());
        thing.set("datePublished", settings.editions[site_.edition->index].as_of.text());
        thing.set("version", site_.edition->id());
        if (const std::string publisher = plain(settings.publisher); !publisher.empty()) {
            thing.set("publisher", Map{{"@type", "Organization"}, {"name", publisher}});
        }
        if (!settings.licence.address().empty()) thing.set("license", settings.licence.address());
        thing.set("isAccessibleForFree", true);
        return thing;
    }

    void add_site_and_report() {
        if (page_.path != "index.html") return;
        const Settings& settings = site_.settings();
        List languages;
        for (const analysis::Presenter& presenter : site_.presenters)
            languages.push_back(presenter.language());
        things_.push_back(Map{{"@type", "WebSite"},
                              {"@id", page_address("index.html") + "#site"},
                              {"url", page_address("index.html")},
                              {"name", plain(settings.title)},
                              {"inLanguage", std::move(languages)}});
        Map report = work("Report", plain(settings.title), plain(settings.description));
        report.set("@id", report_id());
        report.set("url", card_.permalink.empty() ? page_address("index.html") : card_.permalink);
        report.set("isPartOf", Map{{"@id", page_address("index.html") + "#site"}});
        report.set("spatialCoverage", places(site_.regions));
        things_.push_back(std::move(report));
    }

    void add_chapter() {
        if (page_.about.story == nullptr || page_.path == "index.html" || page_.about.region) return;
        Map chapter = work("Chapter", card_.title, card_.summary);
        chapter.set("url", page_address(page_.path));
        chapter.set("isPartOf", Map{{"@id", report_id()}});
        things_.push_back(std::move(chapter));
    }

    List places(const std::vector<data::RegionIndex>& regions) const {
        List all;
        for (const data::RegionIndex region : regions)
            all.push_back(Map{{"@type", "Place"}, {"name", context_.presenter().names(region).name}});
        return all;
    }

    /// Files that are there, and what they are: nothing where none is.
    List files(const std::vector<std::pair<std::string, std::string_view>>& offered) const {
        List all;
        for (const auto& [path, type] : offered) {
            if (!site_.export_sizes.contains(path)) continue;
            all.push_back(
                Map{{"@type", "DataDownload"}, {"contentUrl", address(path)}, {"encodingFormat", type}});
        }
        return all;
    }

    void add_dataset(std::string name, std::string description, List files,
                     const std::vector<data::RegionIndex>& regions, List measures) {
        if (files.empty()) return;
        Map data = work("Dataset", std::move(name), std::move(description));
        data.set("url", page_address(page_.path));
        data.set("isPartOf", Map{{"@id", report_id()}});
        if (const Value* const publisher = data.find("publisher")) data.set("creator", *publisher);
        data.set("spatialCoverage", places(regions));
        if (!measures.empty()) data.set("variableMeasured", std::move(measures));
        data.set("distribution", std::move(files));
        things_.push_back(std::move(data));
    }

    Value measure(data::IndicatorIndex indicator) const {
        Map measure{{"@type", "PropertyValue"}, {"name", context_.presenter().name(indicator)}};
        const std::string unit = context_.presenter().unit(indicator);
        if (!unit.empty()) measure.set("unitText", unit);
        return measure;
    }

    void add_datasets() {
        const data::Dataset& dataset = site_.dataset();
        const auto own = [&](std::string_view path) { return site_.file_of(path, context_.language()); };
        constexpr std::string_view csv = "text/csv";
        constexpr std::string_view json = "application/json";
        constexpr std::string_view workbook =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        if (page_.path == "data.html") {
            List measures;
            for (const data::IndicatorIndex indicator : visible_indicators(site_))
                measures.push_back(context_.presenter().name(indicator));
            add_dataset(edition_title(site_, context_.presenter()), plain(site_.settings().description),
                        files({{"data/observations.csv", csv},
                               {own(whole_workbook), workbook},
                               {own(json_stat_collection), json},
                               {std::string(data_package_path), json}}),
                        site_.regions, std::move(measures));
        } else if (page_.about.indicator) {
            const data::Indicator& indicator = dataset[*page_.about.indicator];
            add_dataset(card_.title, card_.summary,
                        files({{own(json_stat_path(indicator.id)), json},
                               {own(indicator_workbook(indicator.id)), workbook}}),
                        site_.regions, {measure(*page_.about.indicator)});
        } else if (page_.about.region) {
            add_dataset(card_.title, card_.summary,
                        files({{own(region_workbook(dataset[*page_.about.region].id)), workbook}}),
                        {*page_.about.region}, {});
        } else if (page_.about.figure) {
            const FigureEntry& entry = site_.drawn_figures[*page_.about.figure];
            List measures;
            for (const data::IndicatorIndex indicator : entry.declaration->indicators)
                measures.push_back(measure(indicator));
            add_dataset(card_.title, card_.summary, files({{figure_csv_path(entry.declaration->id), csv}}),
                        site_.regions, std::move(measures));
        }
    }

    /// The pages above this one, and itself.
    void add_way() {
        std::vector<const Page*> way;
        for (const Page* page = &page_; page != nullptr;) {
            way.push_back(page);
            page = page->parent.empty() ? nullptr : site_.plan.find(page->parent);
        }
        if (page_.path == "index.html") return;
        way.push_back(site_.plan.find("index.html"));
        std::reverse(way.begin(), way.end());
        List steps;
        for (const Page* const page : way) {
            if (page == nullptr) continue;
            steps.push_back(Map{{"@type", "ListItem"},
                                {"position", steps.size() + 1},
                                {"name", page->title(context_)},
                                {"item", page_address(page->path)}});
        }
        things_.push_back(Map{{"@type", "BreadcrumbList"}, {"itemListElement", std::move(steps)}});
    }

    const PageContext& context_;
    const Site& site_;
    const Page& page_;
    PageCard card_;
    List things_;
};

}  // namespace

Value linked_data(const PageContext& context) {
    return Describer(context).graph();
}

}  // namespace regioscope::report
