#include "report/linked_data.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "report/exports/exports.h"
#include "report/exports/publication.h"
#include "report/figure_view.h"
#include "report/page_card.h"
#include "report/pages/common.h"
#include "report/sentences.h"
#include "report/translation.h"

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
        thing.set("inLanguage",
                  site_.presenters[language_shown(site_, page_, context_.language())].language());
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
        for (const std::size_t language : translations(site_, page_))
            languages.push_back(site_.presenters[language].language());
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

    /// Google takes no description below fifty characters: a short one is followed by what the report is.
    std::string described(std::string description) const {
        constexpr std::size_t least = 50;
        const auto length = [&] {
            return static_cast<std::size_t>(std::count_if(description.begin(), description.end(), [](char c) {
                return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
            }));
        };
        const std::string edition = edition_title(site_, context_.presenter());
        for (const std::string& more : {edition, plain(site_.settings().description)}) {
            if (length() >= least || more.empty() || description == more) continue;
            description = followed_by(description, more);
        }
        return description;
    }

    using Measured = std::vector<const analysis::Measurement*>;

    /// The years that they speak of, as ISO 8601 has it; empty where there are none.
    std::string stretch(const Measured& measured) const {
        const data::Dataset& dataset = site_.dataset();
        std::optional<data::Date> first;
        std::optional<data::Date> last;
        for (const analysis::Measurement* const one : measured) {
            const data::Period& period = dataset[one->period];
            if (!first || period.first < *first) first = period.first;
            if (!last || *last < period.last) last = period.last;
        }
        return first ? first->text() + "/" + last->text() : std::string();
    }

    /// Whose figures they are.
    List sources(const Measured& measured) const {
        const data::Dataset& dataset = site_.dataset();
        std::set<data::SourceIndex> cited;
        for (const analysis::Measurement* const one : measured)
            for (const data::ObservationIndex origin : one->origins)
                cited.insert(dataset[dataset[origin].citation].source);
        List all;
        for (const data::SourceIndex index : cited) {
            const data::Source& source = dataset[index];
            Map work{{"@type", "CreativeWork"}, {"name", source.title}};
            if (!source.publisher.empty())
                work.set("publisher", Map{{"@type", "Organization"}, {"name", source.publisher}});
            work.set("datePublished", source.published_written);
            if (!source.url.empty()) work.set("url", source.url);
            if (const std::string_view licence = source.licence.address(); !licence.empty())
                work.set("license", std::string(licence));
            work.set("creditText", context_.presenter().attribution(index));
            all.push_back(std::move(work));
        }
        return all;
    }

    void add_dataset(std::string name, std::string description, List files,
                     const std::vector<data::RegionIndex>& regions, List measures, const Measured& measured) {
        if (files.empty()) return;
        Map data = work("Dataset", std::move(name), described(std::move(description)));
        if (!card_.permalink.empty()) data.set("identifier", card_.permalink);
        data.set("url", page_address(page_.path));
        data.set("isPartOf", Map{{"@id", report_id()}});
        if (const Value* const publisher = data.find("publisher")) data.set("creator", *publisher);
        data.set("spatialCoverage", places(regions));
        if (const std::string time = stretch(measured); !time.empty()) data.set("temporalCoverage", time);
        if (!measures.empty()) data.set("variableMeasured", std::move(measures));
        if (List based_on = sources(measured); !based_on.empty()) data.set("isBasedOn", std::move(based_on));
        data.set("includedInDataCatalog", Map{{"@type", "DataCatalog"},
                                              {"name", plain(site_.settings().title)},
                                              {"url", page_address("data.html")}});
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
        const analysis::Measurements& measurements = site_.edition->measurements;
        List measures;
        Measured measured;
        const auto take = [&](data::IndicatorIndex indicator,
                              std::span<const analysis::Measurement> figures) {
            if (figures.empty()) return;
            measures.push_back(context_.presenter().name(indicator));
            for (const analysis::Measurement& figure : figures)
                measured.push_back(&figure);
        };
        if (page_.path == "data.html") {
            for (const data::IndicatorIndex indicator : visible_indicators(site_))
                take(indicator, measurements.of(indicator));
            add_dataset(edition_title(site_, context_.presenter()), plain(site_.settings().description),
                        files({{"data/observations.csv", csv},
                               {own(whole_workbook), workbook},
                               {own(json_stat_collection), json},
                               {std::string(data_package_path), json}}),
                        site_.regions, std::move(measures), measured);
        } else if (page_.about.indicator) {
            take(*page_.about.indicator, measurements.of(*page_.about.indicator));
            const data::Indicator& indicator = dataset[*page_.about.indicator];
            add_dataset(card_.title, card_.summary,
                        files({{own(json_stat_path(indicator.id)), json},
                               {own(indicator_workbook(indicator.id)), workbook}}),
                        site_.regions, {measure(*page_.about.indicator)}, measured);
        } else if (page_.about.region) {
            for (const data::IndicatorIndex indicator : visible_indicators(site_))
                take(indicator, measurements.of(indicator, *page_.about.region));
            add_dataset(card_.title, card_.summary,
                        files({{own(region_workbook(dataset[*page_.about.region].id)), workbook}}),
                        {*page_.about.region}, std::move(measures), measured);
        } else if (page_.about.figure) {
            const FigureEntry& entry = site_.drawn_figures[*page_.about.figure];
            for (const data::IndicatorIndex indicator : entry.declaration->indicators)
                measures.push_back(measure(indicator));
            add_dataset(card_.title, card_.summary, files({{figure_csv_path(entry.declaration->id), csv}}),
                        site_.regions, std::move(measures), entry.gathered.measurements());
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
