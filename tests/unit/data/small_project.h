// A small project in memory that reads without a finding; tests replace a file or a word of it and look what
// is said.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>

#include "base/disk.h"
#include "base/finding_text.h"
#include "data/edition.h"
#include "data/read.h"

namespace regioscope::data::test {

using Files = std::map<std::string, std::string>;

inline const char* const regions = R"({
  "regions": {
    "twente": {"kind": "study", "country": "nl",
      "names": {"nl": {"name": "Twente", "in": "in Twente", "of": "van Twente", "the": "Twente"}},
      "nuts": "NL213", "position": {"latitude": 52.3, "longitude": 6.7}},
    "drenthe": {"kind": "study", "country": "nl",
      "names": {"nl": {"name": "Drenthe", "in": "in Drenthe", "of": "van Drenthe", "the": "Drenthe"}},
      "areas": {"province": {"name": {"nl": "provincie"}}, "corop": {"name": {"nl": "COROP-gebied"}, "note": {"nl": "Zonder Hoogeveen."}}}}
  },
  "sets": {"all-regions": {"name": {"nl": "Alle"}, "regions": ["twente", "drenthe"]}}
}
)";

inline const char* const indicators = R"({
  "themes": {"work": {"name": {"nl": "Werk"}}},
  "units": {"percent": {"kind": "percent", "name": {"nl": "procent"}},
            "jobs": {"kind": "count", "name": {"nl": "banen"}},
            "euro": {"kind": "currency", "currency": "EUR", "name": {"nl": "euro"}}},
  "indicators": {
    "unemployment": {"theme": "work", "unit": "percent", "decimals": 1, "polarity": "lower-is-better", "about_equal": 0.1,
      "name": {"nl": "Werkloosheid"}, "definition": {"nl": "Deel zonder werk."}},
    "jobs-a": {"theme": "work", "unit": "jobs", "decimals": 0, "polarity": "neutral", "about_equal": 0,
      "name": {"nl": "Banen A"}, "definition": {"nl": "Banen in A."}},
    "jobs-b": {"theme": "work", "unit": "jobs", "decimals": 0, "polarity": "neutral", "about_equal": 0,
      "name": {"nl": "Banen B"}, "definition": {"nl": "Banen in B."}},
    "jobs": {"theme": "work", "unit": "jobs", "decimals": 0, "polarity": "neutral", "about_equal": 0, "cadence": "P1Y6M",
      "name": {"nl": "Banen"}, "definition": {"nl": "Alle banen."},
      "derived": {"operation": "sum", "operands": ["jobs-a", "jobs-b"]}}
  },
  "compositions": {"by-sector": {"name": {"nl": "Per sector"}, "parts": ["jobs-a", "jobs-b"], "whole": "jobs", "tolerance": 1}}
}
)";

inline const char* const sources = R"({
  "sources": {
    "study": {"title": "Studie", "language": "nl", "publisher": "Bureau", "published": "2016-12", "url": "https://example.org/studie"},
    "sequel": {"title": "Vervolg", "language": "nl", "publisher": "Bureau", "published": "2022"},
    "pact": {"title": "Pact", "language": "nl", "publisher": "Bureau", "published": "2013",
      "parts": {"april": {"title": {"nl": "April"}, "published": "2013-04"},
                "november": {"title": {"nl": "November"}, "published": "2013-11"}}}
  }
}
)";

inline const char* const table = R"({
  "source": "study", "locator": {"table": "Tabel 2", "anchor": "Tabel 2 Kerngegevens van regio's"},
  "title": {"nl": "Kerngegevens"},
  "attributes": {"period": "2015", "number_format": {"decimal": ",", "thousands": "."}},
  "columns": {"drenthe": {"region": "drenthe", "area": "corop", "printed": "Drenthe"}, "twente": {"region": "twente"}},
  "rows": [
    {"heading": "Resultaat"},
    {"indicator": "unemployment", "printed": "Werkloosheid [%]", "cells": {"drenthe": 7.7, "twente": 7.20}},
    {"indicator": "jobs-a", "scale": 1000, "cells": {"drenthe": null, "twente": {"value": 1920.5, "status": "U", "note": {"nl": "Ruw."}}}}
  ]
}
)";

inline Files small_project() {
    return {{"datasets/regions.json", regions},
            {"datasets/indicators.json", indicators},
            {"datasets/sources.json", sources},
            {"datasets/tables/study/table-2.json", table}};
}

/// The text with one word replaced by another; it must be there.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, "no '" << from << "' in the file");
    return text.replace(at, from.size(), to);
}

struct Outcome {
    std::unique_ptr<SourceLibrary> library = std::make_unique<SourceLibrary>();
    Dataset dataset;
    Findings findings;

    /// Every finding as `code`, joined by spaces.
    std::string codes() const {
        std::string all;
        for (const Finding& finding : findings.all())
            all += (all.empty() ? "" : " ") + finding.code;
        return all;
    }
    std::string text() const {
        std::string all;
        for (const Finding& finding : findings.all())
            all += finding_text(finding);
        return all;
    }
};

inline Outcome read(const Files& files, std::vector<std::string> languages = {"nl"}) {
    Outcome outcome;
    outcome.dataset =
        read_datasets(MemoryDisk(files), *outcome.library, {std::move(languages)}, outcome.findings);
    outcome.findings.sort();
    return outcome;
}

/// Reads the small project with one file replaced.
inline Outcome read_with(const std::string& path, const std::string& text) {
    Files files = small_project();
    files[path] = text;
    return read(files);
}

}  // namespace regioscope::data::test
