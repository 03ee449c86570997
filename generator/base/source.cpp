#include "base/source.h"

#include <algorithm>
#include <deque>
#include <mutex>

#include "base/utf8.h"

namespace regioscope {

Position SourceText::position(std::size_t offset) const {
    const std::string_view before = std::string_view(text_).substr(0, std::min(offset, text_.size()));
    const std::size_t line_break = before.rfind('\n');
    const std::size_t line_start = line_break == std::string_view::npos ? 0 : line_break + 1;
    return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
            count_code_points(before.substr(line_start)) + 1};
}

std::string_view SourceText::line(std::size_t number) const {
    std::string_view rest = text_;
    for (std::size_t i = 1; i < number; ++i) {
        const std::size_t line_break = rest.find('\n');
        if (line_break == std::string_view::npos) return {};
        rest.remove_prefix(line_break + 1);
    }
    rest = rest.substr(0, rest.find('\n'));
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    return rest;
}

std::string_view Span::text() const {
    return source == nullptr ? std::string_view() : source->text().substr(begin, end - begin);
}

Span join(const Span& first, const Span& last) {
    return {first.source, first.begin, std::max(first.end, last.end)};
}

struct SourceLibrary::Shelf {
    std::mutex mutex;
    std::deque<SourceText> texts;
};

SourceLibrary::SourceLibrary() : shelf_(std::make_unique<Shelf>()) {}
SourceLibrary::~SourceLibrary() = default;

const SourceText& SourceLibrary::add(std::string name, std::string text) {
    const std::lock_guard lock(shelf_->mutex);
    return shelf_->texts.emplace_back(std::move(name), std::move(text));
}

}  // namespace regioscope
