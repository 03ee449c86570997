// Lines and columns of many places. Findings are told in source order, so each place is counted from where
// the last one was: a file with a million of them is gone through once.
#pragma once

#include <cstddef>

#include "base/source.h"

namespace regioscope {

class PlaceCounter {
  public:
    /// As `span.source->position(span.begin)`.
    Position of(const Span& span);

  private:
    const SourceText* source_ = nullptr;
    std::size_t offset_ = 0;
    Position position_;
};

}  // namespace regioscope
