#include "report/output.h"

#include <algorithm>
#include <tuple>

#include "base/sha256.h"

namespace regioscope::report {

void Output::add(std::string path, std::string_view content, Span origin) {
    Entry entry{std::move(path), content.size(), staging_ == nullptr ? "" : sha256_hex(content), origin};
    {
        const std::lock_guard lock(mutex_);
        const bool is_first = paths_.insert(entry.path).second;
        if (is_first && keeps_) kept_.push_back({entry.path, std::string(content)});
        entries_.push_back(entry);
        if (!is_first || findings_.has_errors()) return;
    }
    if (staging_ == nullptr) return;
    if (Result<Done> written = staging_->write(entry.path, content); !written) {
        const std::lock_guard lock(mutex_);
        if (!findings_.has_errors()) findings_.add(std::move(written).finding());
    }
}

std::vector<Output::Entry> Output::take_entries() {
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        const auto key = [](const Entry& entry) {
            return std::tuple(std::string_view(entry.path),
                              entry.origin ? std::string_view(entry.origin.source->name()) : "",
                              entry.origin.begin);
        };
        return key(a) < key(b);
    });
    return std::move(entries_);
}

}  // namespace regioscope::report
