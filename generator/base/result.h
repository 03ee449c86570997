// What may fail returns a Result: the thing, or the one finding that says why not. (C++20 has no
// std::expected.) Work that can find many problems at once takes a Findings& instead and collects.
#pragma once

#include <utility>
#include <variant>

#include "base/finding.h"

namespace regioscope {

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Finding finding) : state_(std::in_place_index<1>, std::move(finding)) {}

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return std::get<0>(state_); }
    const T& value() const& { return std::get<0>(state_); }
    T&& value() && { return std::get<0>(std::move(state_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    Finding& finding() & { return std::get<1>(state_); }
    const Finding& finding() const& { return std::get<1>(state_); }
    Finding&& finding() && { return std::get<1>(std::move(state_)); }

  private:
    std::variant<T, Finding> state_;
};

/// A result that carries nothing but success.
struct Done {};

}  // namespace regioscope
