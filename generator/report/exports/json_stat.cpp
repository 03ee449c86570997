// JSON-stat 2.0: each indicator as a cube of areas and periods, in every language, and a collection of them.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/parallel.h"
#include "report/exports/exports.h"
#include "report/exports/observation_rows.h"
#include "report/exports/publication.h"
#include "report/pages/common.h"

namespace regioscope::report {

namespace {

using Json = nlohmann::ordered_json;
using analysis::Presenter;

/// One number can stand for it.
bool has_one_number(const data::Value& value) {
    return value.kind == data::Value::Kind::point || value.kind == data::Value::Kind::about;
}

bool is_range(const data::Value& value) {
    return value.kind == data::Value::Kind::range;
}

/// Of a figure that no number stands for: its codes and the word for what it is.
std::string status_of(const ObservationRow& row) {
    std::string codes = status_codes(*row.statuses);
    if (codes.empty()) codes = data::code_of(first_status(row));
    if (*row.value && !has_one_number(**row.value)) codes += is_range(**row.value) ? ";range" : ";bound";
    return codes;
}

std::string words_of(const Presenter& presenter, const std::string& status) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < status.size();) {
        const std::size_t end = std::min(status.find(';', begin), status.size());
        const std::string one = status.substr(begin, end - begin);
        const auto code = data::parse_status(one);
        words.push_back(code ? presenter.status_name(*code)
                             : presenter.message(fmt::format("data.is-{}", one)));
        begin = end + 1;
    }
    return fmt::format("{}", fmt::join(words, "; "));
}

/// An indicator's figures, in the order of their places in the cube.
class Cube {
  public:
    Cube(const Site& site, const ObservationRows& rows, data::IndicatorIndex indicator)
        : site_(site), dataset_(site.dataset()), indicator_(indicator), rows_(rows.used(indicator)) {
        std::set<data::PeriodIndex> periods;
        for (const ObservationRow& row : rows_) {
            if (area_places_.emplace(row.area, areas_.size()).second) areas_.push_back(row.area);
            periods.insert(row.period);
        }
        periods_.assign(periods.begin(), periods.end());
        for (std::size_t i = 0; i < periods_.size(); ++i)
            period_places_.emplace(periods_[i], i);
        std::sort(rows_.begin(), rows_.end(),
                  [&](const auto& a, const auto& b) { return place_of(a) < place_of(b); });
    }

    std::string text(std::size_t language) const {
        const Presenter& presenter = site_.presenters[language];
        Json head = {{"version", "2.0"},
                     {"class", "dataset"},
                     {"label", presenter.name(indicator_)},
                     {"source", fmt::format("{}", fmt::join(attributions_of(presenter), "; "))},
                     {"updated", site_.edition->declared().as_of.text()}};
        if (!site_.base_url.empty())
            head["href"] = site_.base_url + site_.file_of(json_stat_path(dataset_[indicator_].id), language);
        head["id"] = Json::array({"indicator", "area", "period"});
        head["size"] = Json::array({1, areas_.size(), periods_.size()});
        head["role"] = {{"metric", Json::array({"indicator"})},
                        {"geo", Json::array({"area"})},
                        {"time", Json::array({"period"})}};
        head["dimension"] = dimensions(presenter);
        head["extension"] = extension(presenter);
        std::string text = head.dump();
        text.pop_back();
        append_figures(text);
        return text + "}\n";
    }

  private:
    std::size_t place_of(const ObservationRow& row) const {
        return area_places_.at(row.area) * periods_.size() + period_places_.at(row.period);
    }

    /// The numbers to the letter, as no library for JSON writes them.
    void append_figures(std::string& out) const {
        std::vector<std::string> numbers(areas_.size() * periods_.size(), "null");
        std::size_t known = 0;
        for (const ObservationRow& row : rows_) {
            if (!*row.value || !has_one_number(**row.value)) continue;
            numbers[place_of(row)] = (*row.value)->low.text();
            ++known;
        }
        // A cube with many holes is told by the places of its numbers; one without any would be no cube.
        constexpr std::size_t sparse = 4;
        if (known > 0 && numbers.size() > sparse * known) {
            out += ",\"value\":{";
            std::string_view separator;
            for (std::size_t place = 0; place < numbers.size(); ++place) {
                if (numbers[place] == "null") continue;
                out += fmt::format("{}\"{}\":{}", separator, place, numbers[place]);
                separator = ",";
            }
            out += '}';
        } else {
            out += fmt::format(",\"value\":[{}]", fmt::join(numbers, ","));
        }
        out += ",\"status\":{";
        std::string_view separator;
        for (const ObservationRow& row : rows_) {
            out += fmt::format("{}\"{}\":\"{}\"", separator, place_of(row), status_of(row));
            separator = ",";
        }
        out += '}';
    }

    std::vector<std::string> attributions_of(const Presenter& presenter) const {
        std::set<data::SourceIndex> sources;
        std::vector<std::string> all;
        for (const ObservationRow& row : rows_) {
            for (const data::ObservationIndex origin : row.measurement->origins)
                sources.insert(dataset_[dataset_[origin].citation].source);
        }
        std::string notice;
        for (const data::SourceIndex source : sources) {
            all.push_back(presenter.attribution(source));
            if (dataset_[indicator_].derivation && notice.empty()) notice = presenter.change_notice(source);
        }
        if (!notice.empty()) all.push_back(notice);
        return all;
    }

    Json dimensions(const Presenter& presenter) const {
        const std::string& id = dataset_[indicator_].id;
        Json areas = {{"index", Json::array()}, {"label", Json::object()}};
        for (const data::AreaIndex area : areas_) {
            areas["index"].push_back(dataset_[area].id);
            areas["label"][dataset_[area].id] = presenter.plain(dataset_[area].name);
        }
        Json periods = {{"index", Json::array()}, {"label", Json::object()}};
        for (const data::PeriodIndex period : periods_) {
            periods["index"].push_back(dataset_[period].written);
            periods["label"][dataset_[period].written] = presenter.period(period);
        }
        const Json unit = {{"label", presenter.unit(indicator_)},
                           {"decimals", dataset_[indicator_].decimals}};
        const Json indicator = {{"index", Json::array({id})},
                                {"label", {{id, presenter.name(indicator_)}}},
                                {"unit", {{id, unit}}}};
        const auto label = [&](std::string_view column) { return presenter.name_of_word("column", column); };
        return {{"indicator", {{"label", label("indicator")}, {"category", indicator}}},
                {"area", {{"label", label("area")}, {"category", areas}}},
                {"period", {{"label", label("period")}, {"category", periods}}}};
    }

    Json extension(const Presenter& presenter) const {
        std::set<std::string> statuses;
        Json inexact = Json::object();
        for (const ObservationRow& row : rows_) {
            statuses.insert(status_of(row));
            if (*row.value && (*row.value)->kind != data::Value::Kind::point)
                inexact[fmt::to_string(place_of(row))] = presenter.figure(**row.value);
        }
        Json labels = Json::object();
        for (const std::string& status : statuses)
            labels[status] = words_of(presenter, status);
        Json regions = Json::object();
        for (const data::AreaIndex area : areas_)
            regions[dataset_[area].id] = dataset_[dataset_[area].region].id;
        Json json = {{"status", {{"label", std::move(labels)}}},
                     {"region", std::move(regions)},
                     {"edition", site_.edition->id()},
                     {"language", presenter.language()},
                     {"licence", presenter.licence(site_.settings().licence)}};
        if (!inexact.empty()) json["inexact"] = std::move(inexact);
        return json;
    }

    const Site& site_;
    const data::Dataset& dataset_;
    data::IndicatorIndex indicator_;
    std::vector<ObservationRow> rows_;
    std::vector<data::AreaIndex> areas_;
    std::vector<data::PeriodIndex> periods_;
    std::map<data::AreaIndex, std::size_t> area_places_;
    std::map<data::PeriodIndex, std::size_t> period_places_;
};

std::string collection(const Site& site, const std::vector<data::IndicatorIndex>& indicators,
                       std::size_t language) {
    const Presenter& presenter = site.presenters[language];
    const std::string own = site.file_of(json_stat_collection, language);
    Json items = Json::array();
    for (const data::IndicatorIndex indicator : indicators) {
        const std::string path = json_stat_path(site.dataset()[indicator].id);
        const std::string href = site.base_url.empty() ? path.substr(std::string_view("data/").size())
                                                       : site.base_url + site.file_of(path, language);
        items.push_back({{"class", "dataset"}, {"href", href}, {"label", presenter.name(indicator)}});
    }
    Json json = {{"version", "2.0"},
                 {"class", "collection"},
                 {"label", edition_title(site, presenter)},
                 {"source", fmt::format("{}", fmt::join(attributions(site, presenter), "; "))},
                 {"updated", site.edition->declared().as_of.text()}};
    if (!site.base_url.empty()) json["href"] = site.base_url + own;
    json["link"] = {{"item", std::move(items)}};
    json["extension"] = {{"edition", site.edition->id()},
                         {"language", presenter.language()},
                         {"licence", presenter.licence(site.settings().licence)}};
    return json.dump(1) + "\n";
}

}  // namespace

std::string json_stat_path(std::string_view indicator) {
    return fmt::format("data/indicators/{}.json", indicator);
}

void add_json_stat(const Site& site, Output& output) {
    const std::vector<data::IndicatorIndex> indicators = visible_indicators(site);
    const ObservationRows rows(site);
    for_each_index(indicators.size(), [&](std::size_t i) {
        const Cube cube(site, rows, indicators[i]);
        for (std::size_t language = 0; language < site.language_count(); ++language)
            output.add(site.file_of(json_stat_path(site.dataset()[indicators[i]].id), language),
                       cube.text(language));
    });
    for (std::size_t language = 0; language < site.language_count(); ++language)
        output.add(site.file_of(json_stat_collection, language), collection(site, indicators, language));
}

}  // namespace regioscope::report
