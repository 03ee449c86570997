// What the ids in the data stand for: a file per kind of thing.
#include <fmt/format.h>

#include "escape/csv.h"
#include "report/exports/data_file.h"
#include "report/exports/exports.h"

namespace regioscope::report {

namespace {

using analysis::Presenter;

/// Writes the list of that name: its header, then a row for each thing.
class ListWriter {
  public:
    ListWriter(const Site& site, std::string_view id) : site_(site) {
        for (const DataFile& file : data_files(site)) {
            if (file.id != id) continue;
            path_ = file.path;
            for (const Column& column : file.columns)
                csv_.field(column.name);
        }
        csv_.end_row();
    }

    escape::Csv& csv() { return csv_; }

    /// The name in each language ends the row.
    template <class NameOf>
    void names(NameOf name_of) {
        for (const Presenter& presenter : site_.presenters)
            csv_.field(name_of(presenter));
        csv_.end_row();
    }

    void write(Output& output) { output.add(path_, csv_.take()); }

  private:
    const Site& site_;
    std::string path_;
    escape::Csv csv_;
};

void add_regions(const Site& site, Output& output) {
    ListWriter list(site, "regions");
    for (const data::Region& region : site.dataset().regions) {
        list.csv()
            .field(region.id)
            .field(data::region_kind_words[region.kind])
            .field(region.country)
            .field(region.nuts)
            .field(region.position ? region.position->latitude.text() : std::string())
            .field(region.position ? region.position->longitude.text() : std::string());
        const data::RegionIndex index = site.dataset().region_by_id.at(region.id);
        list.names([&](const Presenter& presenter) { return presenter.names(index).name; });
    }
    list.write(output);
}

void add_areas(const Site& site, Output& output) {
    ListWriter list(site, "areas");
    for (const data::Area& area : site.dataset().areas) {
        list.csv()
            .field(area.id)
            .field(site.dataset()[area.region].id)
            .field(fmt::to_string(area.preference));
        list.names([&](const Presenter& presenter) { return presenter.plain(area.name); });
    }
    list.write(output);
}

void add_themes(const Site& site, Output& output) {
    ListWriter list(site, "themes");
    for (const data::Theme& theme : site.dataset().themes) {
        list.csv().field(theme.id);
        list.names([&](const Presenter& presenter) { return presenter.plain(theme.name); });
    }
    list.write(output);
}

void add_indicators(const Site& site, Output& output) {
    ListWriter list(site, "indicators");
    for (const data::Indicator& indicator : site.dataset().indicators) {
        list.csv()
            .field(indicator.id)
            .field(site.dataset()[indicator.theme].id)
            .field(site.dataset()[indicator.unit].id)
            .field(fmt::to_string(indicator.decimals))
            .field(data::polarity_words[indicator.polarity]);
        list.names([&](const Presenter& presenter) { return presenter.plain(indicator.name); });
    }
    list.write(output);
}

void add_units(const Site& site, Output& output) {
    ListWriter list(site, "units");
    for (const data::Unit& unit : site.dataset().units) {
        list.csv().field(unit.id).field(data::Unit::kind_words[unit.kind]).field(unit.currency);
        list.names([&](const Presenter& presenter) { return presenter.plain(unit.name); });
    }
    list.write(output);
}

void add_statuses(const Site& site, Output& output) {
    ListWriter list(site, "statuses");
    for (char code = 'A'; code <= 'Z'; ++code) {
        const auto status = data::parse_status(std::string_view(&code, 1));
        if (!status) continue;
        list.csv().field(std::string_view(&code, 1));
        list.names([&](const Presenter& presenter) { return presenter.status_name(*status); });
    }
    list.write(output);
}

/// Those that the edition may see, and what stands in the place of a source where we calculated.
void add_sources(const Site& site, Output& output) {
    ListWriter list(site, "sources");
    const Presenter& presenter = site.presenters.front();
    for (const data::SourceIndex index : site.edition->sources) {
        const data::Source& source = site.dataset()[index];
        list.csv().row({source.id, source.title, source.language, source.publisher, source.published_written,
                        source.url, presenter.licence(source.licence), presenter.attribution(index)});
    }
    list.csv().row({"derived", presenter.message("data.derived"), presenter.language(),
                    presenter.plain(site.settings().publisher), site.edition->declared().as_of.text(), "",
                    presenter.licence(site.settings().licence), ""});
    list.write(output);
}

}  // namespace

void add_list_files(const Site& site, Output& output) {
    add_regions(site, output);
    add_areas(site, output);
    add_themes(site, output);
    add_indicators(site, output);
    add_units(site, output);
    add_statuses(site, output);
    add_sources(site, output);
}

}  // namespace regioscope::report
