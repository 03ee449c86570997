#include <fmt/format.h>

#include <algorithm>

#include "base/parallel.h"
#include "escape/csv.h"
#include "report/exports/data_file.h"
#include "report/exports/exports.h"
#include "report/exports/observation_rows.h"

namespace regioscope::report {

namespace {

/// More regions than these are not held in memory at once.
constexpr std::size_t regions_at_once = 64;

/// The rows of both files: a region's are sorted and written once.
class ObservationsWriter {
  public:
    explicit ObservationsWriter(const Site& site) : site_(site), dataset_(site.dataset()), rows_(site) {}

    void write(Output::File used, Output::File all) const {
        const std::string header = header_of(observation_columns());
        used.append(fmt::format("{}\r\n", header));
        all.append(fmt::format("{},used\r\n", header));
        const std::vector<data::RegionIndex>& regions = rows_.regions();
        for (std::size_t begin = 0; begin < regions.size(); begin += regions_at_once) {
            std::vector<Texts> parts(std::min(regions_at_once, regions.size() - begin));
            for_each_index(parts.size(), [&](std::size_t i) { parts[i] = texts_of(regions[begin + i]); });
            for (const Texts& part : parts) {
                used.append(part.used);
                all.append(part.all);
            }
        }
    }

  private:
    struct Texts {
        std::string used;
        std::string all;
    };

    Texts texts_of(data::RegionIndex region) const {
        Texts texts;
        std::string line;
        for (const ObservationRow& row : rows_.all(region)) {
            line.clear();
            append(line, region, row);
            if (row.is_used()) (texts.used += line) += "\r\n";
            (texts.all += line) += row.is_used() ? ",yes\r\n" : ",no\r\n";
        }
        return texts;
    }

    void append(std::string& out, data::RegionIndex region, const ObservationRow& row) const {
        const analysis::Presenter& presenter = site_.presenters.front();
        const auto field = [&](std::string_view text) {
            escape::append_csv_field(out, text);
            out += ',';
        };
        field(dataset_[region].id);
        field(dataset_[row.indicator].id);
        field(dataset_[row.area].id);
        field(dataset_[row.period].written);
        field(*row.value ? (*row.value)->text() : std::string());
        field(dataset_[dataset_[row.indicator].unit].id);
        field(status_codes(*row.statuses));
        field(source_of(dataset_, row));
        field(locator_of(row, presenter));
        field(printed_of(row));
        escape::append_csv_field(out, fmt::format("{}", fmt::join(notes_of(row, presenter), " ")));
    }

    const Site& site_;
    const data::Dataset& dataset_;
    ObservationRows rows_;
};

}  // namespace

void add_observation_files(const Site& site, Output& output) {
    ObservationsWriter(site).write(output.open("data/observations.csv"),
                                   output.open("data/all-observations.csv"));
}

}  // namespace regioscope::report
