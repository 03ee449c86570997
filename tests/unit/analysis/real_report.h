// The shipped report as tests of this room need it: its figures in edition 2022, shown in Dutch.
#pragma once

#include <doctest/doctest.h>

#include <memory>

#include "analysis/edition_model.h"
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
        edition_ = std::make_unique<analysis::EditionModel>(
            dataset_, editions_, 1, dataset_.find_set("all-regions")->regions, findings);
        REQUIRE_MESSAGE(!findings.has_errors(), all_texts(findings));
        presenter_ = std::make_unique<analysis::Presenter>(edition_->measurements, *locale_, "nl");
    }

    regioscope::analysis::View view() const { return {presenter_.get(), edition_.get()}; }
    const regioscope::data::Dataset& dataset() const { return dataset_; }
    const regioscope::analysis::EditionModel& edition() const { return *edition_; }
    const regioscope::analysis::Measurements& measurements() const { return edition_->measurements; }
    const std::vector<regioscope::data::Edition>& editions() const { return editions_; }
    const regioscope::locale::Locale& locale() const { return *locale_; }

  private:
    regioscope::SourceLibrary library_;
    regioscope::data::Dataset dataset_;
    std::vector<regioscope::data::Edition> editions_ = {{"2016", {2016, 12, 31}}, {"2022", {2022, 12, 31}}};
    std::unique_ptr<const regioscope::locale::Locale> locale_;
    std::unique_ptr<const regioscope::analysis::EditionModel> edition_;
    std::unique_ptr<regioscope::analysis::Presenter> presenter_;
};

/// Read once for all tests of an executable.
inline const RealReport& real_report() {
    static const RealReport report;
    return report;
}
