// The shipped report as tests of this room need it: its figures in edition 2022, shown in Dutch.
#pragma once

#include <doctest/doctest.h>

#include <memory>

#include "analysis/environment.h"
#include "base/disk.h"
#include "base/finding_text.h"
#include "data/read.h"
#include "locale/catalogue.h"

inline std::string all_texts(const regioscope::Findings& findings) {
    std::string text;
    for (const regioscope::Finding& finding : findings.all())
        text += regioscope::finding_text(finding);
    return text;
}

class RealReport {
  public:
    RealReport() {
        using namespace regioscope;
        Findings findings;
        const auto disk = open_folder(REGIOSCOPE_SOURCE_DIR);
        dataset_ = data::read_datasets(*disk, library_, {{"nl", "de", "en"}}, findings);
        const SourceText& words = library_.add("nl.json", *disk->read("templates/languages/nl.json"));
        locale_ = locale::Locale::make(
            "nl", locale::Catalogue::compile("nl", locale::read_messages(words, findings), findings),
            findings);
        figures_ = data::figures_of(dataset_, editions_, 1, findings);
        REQUIRE_MESSAGE(!findings.has_errors(), all_texts(findings));
        measurements_ = std::make_unique<analysis::Measurements>(dataset_, figures_);
        presenter_ = std::make_unique<analysis::Presenter>(*measurements_, *locale_, "nl");
        standings_ =
            std::make_unique<analysis::Standings>(*measurements_, dataset_.find_set("all-regions")->regions);
    }

    regioscope::analysis::View view() const { return {presenter_.get(), standings_.get(), &editions_[1]}; }
    const regioscope::data::Dataset& dataset() const { return dataset_; }
    const regioscope::analysis::Measurements& measurements() const { return *measurements_; }
    const std::vector<regioscope::data::Edition>& editions() const { return editions_; }
    const regioscope::locale::Locale& locale() const { return *locale_; }

  private:
    regioscope::SourceLibrary library_;
    regioscope::data::Dataset dataset_;
    std::vector<regioscope::data::Edition> editions_ = {{"2016", {2016, 12, 31}}, {"2022", {2022, 12, 31}}};
    std::unique_ptr<const regioscope::locale::Locale> locale_;
    regioscope::data::EditionFigures figures_;
    std::unique_ptr<regioscope::analysis::Measurements> measurements_;
    std::unique_ptr<regioscope::analysis::Presenter> presenter_;
    std::unique_ptr<regioscope::analysis::Standings> standings_;
};

/// Read once for all tests of an executable.
inline const RealReport& real_report() {
    static const RealReport report;
    return report;
}
