// What domain functions work on, and what they leave behind: every figure and fact an expression has read.
// One page, one claim or one check has one environment.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analysis/presenter.h"
#include "data/profile.h"
#include "expression/evaluation.h"

namespace regioscope::analysis {

struct EditionModel;

/// An edition in one language; both outlive the environment.
struct View {
    const Presenter* presenter = nullptr;
    const EditionModel* edition = nullptr;
};

class Environment : public expression::Environment {
  public:
    explicit Environment(View view) : view_(view) {}

    const Presenter& presenter() const { return *view_.presenter; }
    const Measurements& measurements() const { return view_.presenter->measurements(); }
    const data::Dataset& dataset() const { return view_.presenter->dataset(); }
    const EditionModel& edition() const { return *view_.edition; }

    /// What the place of the evaluation makes of a text, of a citation (and who reads it so), and what it
    /// knows of a region beside its data: a page gives markup, addresses and colours. Nothing without a page.
    virtual expression::Value shown(const data::Text& text) const { return presenter().plain(text); }
    virtual expression::Value source(const data::Citation& citation,
                                     std::optional<data::Reading> /*reading*/) const {
        return presenter().citation(citation);
    }
    virtual std::optional<expression::Value> on_page(data::RegionIndex /*region*/,
                                                     std::string_view /*name*/) const {
        return std::nullopt;
    }

    /// Each thing once, in the order in which it was first read.
    void record(const Measurement& measurement);
    void record(const data::Citation& citation);
    const std::vector<const Measurement*>& measurements_read() const { return measurements_read_; }
    const std::vector<data::Citation>& facts_read() const { return facts_read_; }

  private:
    View view_;
    std::vector<const Measurement*> measurements_read_;
    std::vector<data::Citation> facts_read_;
};

}  // namespace regioscope::analysis
