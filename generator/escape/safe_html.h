// Markup that is known to be well formed and safe. Safety travels by type: a template lets a SafeHtml pass
// and escapes everything else. It is made only by the named makers below, so that a search for them lists
// every place that vouches for markup.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "escape/html_text.h"

namespace regioscope::escape {

class SafeHtml {
  public:
    SafeHtml() = default;

    /// For rooms that build markup and escape what they put into it: markdown, template, chart, figures.
    static SafeHtml from_trusted(std::string markup) { return SafeHtml(std::move(markup)); }
    /// Any text, escaped.
    static SafeHtml from_text(std::string_view text) { return SafeHtml(html_text(text)); }

    const std::string& text() const& { return markup_; }
    std::string text() && { return std::move(markup_); }
    bool empty() const { return markup_.empty(); }

    SafeHtml& operator+=(const SafeHtml& other) {
        markup_ += other.markup_;
        return *this;
    }
    friend SafeHtml operator+(SafeHtml a, const SafeHtml& b) { return std::move(a += b); }
    friend bool operator==(const SafeHtml&, const SafeHtml&) = default;

  private:
    explicit SafeHtml(std::string markup) : markup_(std::move(markup)) {}

    std::string markup_;
};

}  // namespace regioscope::escape
