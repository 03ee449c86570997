// Where markup was written. While somebody looks for the place of a mistake, whoever writes markup puts marks
// into it that stand for places, and whoever joins or nests pieces of it carries them along without knowing.
// No text can forge a mark: control characters are escaped. Markup that is published has none.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/source.h"

namespace regioscope::escape {

/// May be shared by threads.
class Origins {
  public:
    Origins();
    Origins(const Origins&) = delete;
    Origins& operator=(const Origins&) = delete;
    ~Origins();

    /// In text: what follows, up to `end`, was written there; of marks inside each other the innermost holds.
    /// In a tag: the next attribute was, without an `end`.
    std::string begin(Span place);
    static constexpr char end = '\x03';
    static constexpr char first = '\x01';

    /// An id comes from elsewhere than what writes it: it was declared there.
    void declare(const std::string& page, const std::string& id, Span place);
    /// Nowhere when it was not.
    Span declared(const std::string& page, const std::string& id) const;

    /// The place that a mark at the beginning of `markup` stands for; `length` is that of the mark. Nowhere
    /// when it is none.
    Span read(std::string_view markup, std::size_t& length) const;
    /// Without marks, for what is shown or compared.
    static std::string without_marks(std::string_view markup);

  private:
    struct Places;
    std::unique_ptr<Places> places_;
};

}  // namespace regioscope::escape
