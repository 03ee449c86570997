// What domain functions work on, and what they leave behind: every figure and fact an expression has read.
// One page, one claim or one check has one environment.
#pragma once

#include <vector>

#include "analysis/presenter.h"
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
