#include "base/place_counter.h"

#include <algorithm>

#include "base/utf8.h"

namespace regioscope {

Position PlaceCounter::of(const Span& span) {
    const std::string_view text = span.source->text();
    const std::size_t end = std::min<std::size_t>(span.begin, text.size());
    if (span.source != source_ || end < offset_) {
        source_ = span.source;
        offset_ = 0;
        position_ = {1, 1};
    }
    const std::string_view passed = text.substr(offset_, end - offset_);
    const std::size_t line_break = passed.rfind('\n');
    if (line_break == std::string_view::npos) {
        position_.column += count_code_points(passed);
    } else {
        position_.line += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
        position_.column = count_code_points(passed.substr(line_break + 1)) + 1;
    }
    offset_ = end;
    return position_;
}

}  // namespace regioscope
