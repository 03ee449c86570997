// Four regions and a handful of numbers that can be checked by hand, read as a project is.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "analysis/edition_model.h"
#include "base/disk.h"
#include "base/finding_text.h"
#include "data/read.h"

inline const char* const small_regions = R"({
  "regions": {
    "a": {"kind": "study", "country": "nl", "names": {"nl": {"name": "A", "in": "in A", "of": "van A", "the": "A"}}},
    "b": {"kind": "study", "country": "nl", "names": {"nl": {"name": "B", "in": "in B", "of": "van B", "the": "B"}}},
    "c": {"kind": "study", "country": "nl", "names": {"nl": {"name": "C", "in": "in C", "of": "van C", "the": "C"}}},
    "d": {"kind": "study", "country": "nl", "names": {"nl": {"name": "D", "in": "in D", "of": "van D", "the": "D"}}},
    "nl": {"kind": "benchmark", "country": "nl", "names": {"nl": {"name": "Nederland", "in": "in Nederland", "of": "van Nederland", "the": "Nederland"}}}
  },
  "sets": {"all": {"name": {"nl": "Alle"}, "regions": ["a", "b", "c", "d"]}}
})";

inline const char* const small_indicators = R"({
  "themes": {"work": {"name": {"nl": "Werk"}}, "people": {"name": {"nl": "Mensen"}}, "money": {"name": {"nl": "Geld"}}},
  "units": {"percent": {"kind": "percent", "name": {"nl": "%"}}, "jobs": {"kind": "count", "name": {"nl": "banen"}}},
  "indicators": {
    "output": {"theme": "work", "unit": "percent", "decimals": 1, "polarity": "higher-is-better", "about_equal": 0.5, "name": {"nl": "Opbrengst"}, "definition": {"nl": "."}},
    "idle": {"theme": "people", "unit": "percent", "decimals": 1, "polarity": "lower-is-better", "about_equal": 0.1, "name": {"nl": "Zonder werk"}, "definition": {"nl": "."}},
    "age": {"theme": "people", "unit": "percent", "decimals": 1, "polarity": "neutral", "about_equal": 0.1, "name": {"nl": "Ouder"}, "definition": {"nl": "."}},
    "rent": {"theme": "money", "unit": "percent", "decimals": 1, "polarity": "neutral", "about_equal": 0.1, "name": {"nl": "Huur"}, "definition": {"nl": "."}},
    "rare": {"theme": "money", "unit": "percent", "decimals": 1, "polarity": "neutral", "about_equal": 0.1, "name": {"nl": "Zelden"}, "definition": {"nl": "."}},
    "farms": {"theme": "work", "unit": "jobs", "decimals": 0, "polarity": "neutral", "about_equal": 0, "name": {"nl": "Boeren"}, "definition": {"nl": "."}},
    "plants": {"theme": "work", "unit": "jobs", "decimals": 0, "polarity": "neutral", "about_equal": 0, "name": {"nl": "Fabrieken"}, "definition": {"nl": "."}},
    "shops": {"theme": "work", "unit": "jobs", "decimals": 0, "polarity": "neutral", "about_equal": 0, "name": {"nl": "Winkels"}, "definition": {"nl": "."}}
  },
  "compositions": {"trades": {"name": {"nl": "Naar tak"}, "parts": ["farms", "plants", "shops"], "whole": "sum", "tolerance": 0}}
})";

inline const char* const small_sources =
    R"({"sources": {"study": {"title": "Studie", "language": "nl", "publisher": "Bureau", "published": "2016"}}})";

inline const char* const small_table = R"({
  "source": "study", "locator": {"table": "Tabel 1", "anchor": "Tabel 1 Alles bij elkaar"}, "title": {"nl": "Alles"},
  "attributes": {"period": "2015"},
  "columns": {"a": {"region": "a"}, "b": {"region": "b"}, "c": {"region": "c"}, "d": {"region": "d"}, "nl": {"region": "nl"}},
  "rows": [
    {"indicator": "output", "omitted": ["nl"], "cells": {"a": 2, "b": 4, "c": 6, "d": 8}},
    {"indicator": "output", "period": "2018", "omitted": ["b", "c", "d", "nl"], "cells": {"a": 3}},
    {"indicator": "idle", "omitted": ["nl"], "cells": {"a": 5, "b": 5, "c": 9, "d": null}},
    {"indicator": "age", "omitted": ["nl"], "cells": {"a": 10, "b": 20, "c": 30, "d": 20}},
    {"indicator": "rent", "omitted": ["nl"], "cells": {"a": 7, "b": {"at_least": 9}, "c": 7, "d": 9}},
    {"indicator": "rare", "omitted": ["c", "d", "nl"], "cells": {"a": 1, "b": 2}},
    {"indicator": "farms", "omitted": ["c", "d"], "cells": {"a": 10, "b": 40, "nl": 100}},
    {"indicator": "plants", "omitted": ["c", "d"], "cells": {"a": 30, "b": 20, "nl": 100}},
    {"indicator": "shops", "omitted": ["c", "d"], "cells": {"a": 60, "b": 40, "nl": 200}}
  ]
})";

class SmallReport {
  public:
    /// `files` are added to those above, or stand in for them.
    explicit SmallReport(std::map<std::string, std::string> files = {}) {
        using namespace regioscope;
        std::map<std::string, std::string> others = {{"datasets/regions.json", small_regions},
                                                     {"datasets/indicators.json", small_indicators},
                                                     {"datasets/sources.json", small_sources},
                                                     {"datasets/tables/study/table-1.json", small_table}};
        files.merge(others);
        Findings findings;
        dataset_ = data::read_datasets(MemoryDisk(files), library_, {{"nl"}}, findings);
        model_ = std::make_unique<analysis::EditionModel>(dataset_, editions_, 0, regions(), findings);
        std::string text;
        for (const Finding& finding : findings.all())
            text += finding_text(finding);
        REQUIRE_MESSAGE(!findings.has_errors(), text);
    }

    const regioscope::data::Dataset& dataset() const { return dataset_; }
    regioscope::analysis::EditionModel& edition() const { return *model_; }
    const regioscope::analysis::Measurements& measurements() const { return model_->measurements; }
    const std::vector<regioscope::data::RegionIndex>& regions() const {
        return dataset_.find_set("all")->regions;
    }
    regioscope::data::RegionIndex region(const std::string& id) const { return dataset_.region_by_id.at(id); }
    regioscope::data::IndicatorIndex indicator(const std::string& id) const {
        return dataset_.indicator_by_id.at(id);
    }
    regioscope::SourceLibrary& library() { return library_; }

  private:
    regioscope::SourceLibrary library_;
    regioscope::data::Dataset dataset_;
    std::vector<regioscope::data::Edition> editions_ = {{"2016", {2016, 12, 31}}};
    std::unique_ptr<regioscope::analysis::EditionModel> model_;
};

/// Near enough: computed values are rounded at the eighteenth digit.
inline bool is_near(const std::optional<regioscope::Decimal>& value, const char* expected) {
    const regioscope::Decimal wanted = *regioscope::Decimal::parse(expected);
    return value && (*value - wanted).absolute() < regioscope::Decimal::scaled(1, -9);
}
