// A small report in three languages, in memory, for tests of figures: four regions, two countries, a gap, a
// tie, an off-area figure, a doubtful one, a composition, facts.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>

#include "analysis/edition_model.h"
#include "base/disk.h"
#include "base/finding_text.h"
#include "data/read.h"
#include "figures/declaration.h"
#include "figures/figure.h"
#include "figures/figure_csv.h"
#include "figures/figure_html.h"
#include "locale/locale.h"

namespace regioscope::figures::test {

inline std::string names_of(const std::string& name) {
    const std::string forms = R"({"name": ")" + name + R"(", "in": "in )" + name + R"(", "of": "van )" +
                              name + R"(", "the": ")" + name + R"("})";
    return R"("names": {"nl": )" + forms + R"(, "de": )" + forms + R"(, "en": )" + forms + "}";
}

inline std::string words(const std::string& nl, const std::string& de, const std::string& en) {
    return R"({"nl": ")" + nl + R"(", "de": ")" + de + R"(", "en": ")" + en + R"("})";
}

inline std::string regions_json() {
    return R"({"regions": {
      "alfa": {"kind": "study", "country": "nl", )" +
           names_of("Alfa") + R"(, "position": {"latitude": 52.5, "longitude": 6.5},
        "areas": {"city": {"name": )" +
           words("de stad", "die Stadt", "the city") + R"(}, "province": {"name": )" +
           words("de provincie", "die Provinz", "the province") + R"(}}},
      "beta": {"kind": "study", "country": "nl", )" +
           names_of("Beta") + R"(, "position": {"latitude": 51.9, "longitude": 4.5}},
      "gamma": {"kind": "study", "country": "de", )" +
           names_of("Gamma") + R"(, "position": {"latitude": 53.0, "longitude": 8.8}},
      "delta": {"kind": "study", "country": "nl", )" +
           names_of("Delta") + R"(},
      "nl": {"kind": "benchmark", "country": "nl", )" +
           names_of("Nederland") + R"(},
      "de": {"kind": "benchmark", "country": "de", )" +
           names_of("Deutschland") + R"(}},
    "sets": {"all": {"name": )" +
           words("alle regio’s", "alle Regionen", "all regions") +
           R"(, "regions": ["alfa", "beta", "gamma", "delta"]}}})";
}

inline std::string indicator(const std::string& id, const std::string& unit, int decimals,
                             const std::string& equal, const std::string& name) {
    return "\"" + id + R"(": {"theme": "work", "unit": ")" + unit + R"(", "decimals": )" +
           std::to_string(decimals) + R"(, "polarity": "lower-is-better", "about_equal": )" + equal +
           R"(, "name": )" + name + R"(, "definition": )" + name + "}";
}

inline std::string indicators_json() {
    return R"({"themes": {"work": {"name": )" + words("Werk", "Arbeit", "Work") + R"(}},
    "units": {"percent": {"kind": "percent", "name": )" +
           words("procent", "Prozent", "per cent") + R"(},
      "jobs": {"kind": "count", "name": )" +
           words("banen", "Arbeitsplätze", "jobs") + R"(},
      "euro": {"kind": "currency", "currency": "EUR", "name": )" +
           words("euro", "Euro", "euros") + R"(}},
    "indicators": {)" +
           indicator("unemployment", "percent", 1, "0.1",
                     words("Werkloosheid", "Arbeitslosenquote", "Unemployment")) +
           "," +
           indicator("productivity", "euro", 0, "500",
                     words("Productiviteit", "Produktivität", "Productivity")) +
           "," + indicator("jobs-a", "jobs", 0, "10", words("Industrie", "Industrie", "Manufacturing")) +
           "," + indicator("jobs-b", "jobs", 0, "10", words("Handel", "Handel", "Trade")) + "," +
           indicator("jobs-c", "jobs", 0, "10", words("Zorg", "Pflege", "Care")) + "," +
           indicator("jobs", "jobs", 0, "10", words("Banen", "Arbeitsplätze", "Jobs")) + R"(},
    "compositions": {"sectors": {"name": )" +
           words("Banen naar sector", "Arbeitsplätze nach Branche", "Jobs by sector") +
           R"(, "parts": ["jobs-a", "jobs-b", "jobs-c"], "whole": "sum", "tolerance": 0},
      "sectors-of-all": {"name": )" +
           words("Banen naar sector", "Arbeitsplätze nach Branche", "Jobs by sector") +
           R"(, "parts": ["jobs-a", "jobs-b", "jobs-c"], "whole": "jobs", "tolerance": 0}}})";
}

inline const char* const sources_json =
    R"({"sources": {"study": {"title": "Studie", "language": "nl", "publisher": "Bureau",
  "published": "2016-12", "url": "https://example.org/studie", "licence": {"nl": "Vrij", "de": "Frei", "en": "Free"}}}})";

inline std::string table_json() {
    return R"({"source": "study", "locator": {"table": "Tabel 1", "anchor": "Tabel 1 Werk in vier regio's"},
    "title": )" +
           words("Werk", "Arbeit", "Work") + R"(,
    "columns": {"alfa": {"region": "alfa", "area": "city"}, "beta": {"region": "beta"}, "gamma": {"region": "gamma", "note": )" +
           words("Ruw.", "Grob.", "Rough.") + R"(},
                "nl": {"region": "nl"}, "de": {"region": "de"}},
    "rows": [
      {"indicator": "unemployment", "period": "2014", "omitted": ["de"], "cells": {"alfa": 7.0, "beta": 9.4, "gamma": null, "nl": 7.2}},
      {"indicator": "unemployment", "period": "2015", "cells": {"alfa": {"value": 7.7, "area": "province"},
        "beta": {"value": 9.0, "status": "P"}, "gamma": 7.6, "nl": 6.9, "de": 4.6}},
      {"indicator": "productivity", "period": "2015", "omitted": ["nl", "de"], "cells": {"alfa": 48000, "beta": 73000, "gamma": 60000}},
      {"indicator": "jobs-a", "period": "2015", "omitted": ["nl", "de"], "cells": {"alfa": 300, "beta": 200, "gamma": 500}},
      {"indicator": "jobs-b", "period": "2015", "omitted": ["nl", "de"], "cells": {"alfa": 200, "beta": 600, "gamma": 250}},
      {"indicator": "jobs-c", "period": "2015", "omitted": ["nl", "de"], "cells": {"alfa": 500, "beta": 200, "gamma": 250}},
      {"indicator": "jobs-a", "period": "2014", "omitted": ["nl", "de"], "cells": {"alfa": 400, "beta": 180, "gamma": 480}},
      {"indicator": "jobs", "period": "2014", "omitted": ["nl", "de"], "cells": {"alfa": 1000, "beta": 600, "gamma": 900}}]})";
}

inline std::string profile_json(const std::string& region, int rung, const std::string& seat,
                                const std::string& year) {
    const std::string citation = R"("citation": {"source": "study", "locator": {"section": ")" + region +
                                 R"(", "anchor": "wat er in de studie staat"}})";
    const std::string text = words("Er begint iets.", "Etwas beginnt.", "Something begins.");
    return R"({"region": ")" + region + R"(", "ladder": {"rung": )" + std::to_string(rung) +
           R"(, "autonomy": )" + text + R"(, "agenda": )" + text + R"(, "reason": )" + text +
           R"(, "reading": "ours", )" + citation + R"(},
    "employers": {"list": [{"name": "Een", "seat": "region"}, {"name": "Twee", "seat": ")" +
           seat + R"("}], )" + citation + R"(},
    "milestones": [{"period": ")" +
           year + R"(", "text": )" + text + ", " + citation + "}]}";
}

inline std::string goals_json() {
    const auto version = [](const std::string& section, int target) {
        return R"({"citation": {"source": "study", "locator": {"section": ")" + section +
               R"(", "anchor": "het doel van deze regio"}}, "targets": [{"measure": )" +
               words("aandeel", "Anteil", "share") +
               R"(, "indicator": "unemployment", "unit": "percent", "target": )" + std::to_string(target) +
               R"(, "due": "2020", "text": )" + words("Meer werk.", "Mehr Arbeit.", "More work.") + "}]}";
    };
    return R"({"goals": {"more": {"title": )" + words("Meer", "Mehr", "More") +
           R"(, "region": "alfa", "owner": )" + words("de raad", "der Rat", "the council") +
           R"(, "versions": [)" + version("Doelen", 40) + "]}}}";
}

/// The small report, read and evaluated.
class Report {
  public:
    /// With some of its files replaced.
    explicit Report(const std::map<std::string, std::string>& others = {}) {
        std::map<std::string, std::string> files = {
            {"datasets/regions.json", regions_json()},
            {"datasets/indicators.json", indicators_json()},
            {"datasets/sources.json", sources_json},
            {"datasets/tables/study/table-1.json", table_json()},
            {"datasets/goals/goals.json", goals_json()},
            {"datasets/profiles/alfa.json", profile_json("alfa", 2, "abroad", "1984")},
            {"datasets/profiles/beta.json", profile_json("beta", 4, "country", "2013")}};
        for (const auto& [path, text] : others)
            text.empty() ? files.erase(path) : (files[path] = text, 1U);
        Findings findings;
        dataset_ = data::read_datasets(MemoryDisk(files), library_, {{"nl", "de", "en"}}, findings);
        edition_ = std::make_unique<analysis::EditionModel>(dataset_, editions_, 0,
                                                            dataset_.find_set("all")->regions, findings);
        require(!findings.has_errors(), text_of(findings));
        material_ = {edition_.get(), {dataset_.region_by_id.at("nl"), dataset_.region_by_id.at("de")}};
        to_.region = [this](data::RegionIndex region) {
            return "../regions/" + dataset_[region].id + ".html";
        };
        to_.indicator = [this](data::IndicatorIndex index) {
            return "../indicators/" + dataset_[index].id + ".html";
        };
        to_.theme = [this](data::ThemeIndex theme) { return "../themes/" + dataset_[theme].id + ".html"; };
        to_.source = [this](data::SourceIndex source) {
            return "../sources/" + dataset_[source].id + ".html";
        };
        to_.citation = [this](const data::Citation& citation) {
            std::string id = citation.locator.label;
            std::replace(id.begin(), id.end(), ' ', '-');
            return to_.source(citation.source) + "#" + id;
        };
        to_.observation = [](data::ObservationIndex index) {
            return "../sources/study/table.html#" + std::to_string(static_cast<std::size_t>(index));
        };
        to_.printed = [](const std::vector<data::ObservationIndex>& all) {
            return fmt::format("../sources/study/table.html#{}-{}", static_cast<std::size_t>(all.front()),
                               static_cast<std::size_t>(all.back()));
        };
        for (const std::string language : {"nl", "de", "en"})
            locales_[language] = make_locale(language);
        for (const auto& [language, locale] : locales_) {
            presenters_.emplace(language, analysis::Presenter(edition_->measurements, *locale, "nl"));
            texts_[language] = [this, tag = language](const data::Text& text) {
                return escape::SafeHtml::from_text(presenters_.at(tag).plain(text));
            };
        }
    }

    /// Declarations of a whole file: what is between the braces of "figures".
    Declarations declare(const std::string& figures, Findings& findings) {
        const SourceText& source =
            library_.add("site/figures/test.json", R"({"figures": {)" + figures + "}}");
        Declarations declarations;
        read_declarations(source, dataset_, {"nl", "de", "en"}, editions_, declarations, findings);
        return declarations;
    }

    /// One declaration that must be right.
    Declaration declared(const std::string& members, const std::string& id = "f") {
        Findings findings;
        const Declarations declarations = declare("\"" + id + "\": {" + members + "}", findings);
        require(findings.all().empty() && declarations.figures.size() == 1, text_of(findings));
        return declarations.figures.front();
    }

    Gathered gathered(const Declaration& declaration) const { return gather(declaration, material_); }

    Figure figure(const Declaration& declaration, const std::string& language) const {
        return make_figure("figure-" + declaration.id, declaration, gathered(declaration), voice(language),
                           ground_);
    }

    Voice voice(const std::string& language) const {
        return {presenters_.at(language), to_, texts_.at(language)};
    }
    const analysis::Presenter& presenter(const std::string& language) const {
        return presenters_.at(language);
    }
    const data::Dataset& dataset() const { return dataset_; }

    static std::string text_of(const Findings& findings) {
        std::string text;
        for (const Finding& finding : findings.all())
            text += finding_text(finding);
        return text;
    }

  private:
    static void require(bool holds, const std::string& why) {
        if (holds) return;
        std::cerr << why << "\n";
        std::abort();
    }

    std::unique_ptr<const locale::Locale> make_locale(const std::string& language) {
        const std::string path = "templates/languages/" + language + ".json";
        std::ifstream file(std::string(REGIOSCOPE_SOURCE_DIR) + "/" + path);
        std::stringstream text;
        text << file.rdbuf();
        Findings findings;
        auto made = locale::Locale::make(
            language,
            locale::Catalogue::compile(
                language, locale::read_messages(library_.add(path, text.str()), findings), findings),
            findings);
        require(made != nullptr, text_of(findings));
        return made;
    }

    SourceLibrary library_;
    std::vector<data::Edition> editions_ = {{"2016", {2016, 12, 31}}, {"2022", {2022, 12, 31}}};
    data::Dataset dataset_;
    std::unique_ptr<const analysis::EditionModel> edition_;
    Material material_;
    Destinations to_;
    std::map<std::string, std::unique_ptr<const locale::Locale>> locales_;
    std::map<std::string, analysis::Presenter> presenters_;
    std::map<std::string, InlineText> texts_;
    Ground ground_ = {{{{{{Decimal(4), Decimal(51)},
                          {Decimal(10), Decimal(51)},
                          {Decimal(10), Decimal(54)},
                          {Decimal(4), Decimal(54)}}}}},
                      {}};
};

}  // namespace regioscope::figures::test
