#include "report/output.h"

#include <algorithm>
#include <tuple>

namespace regioscope::report {

template <class T>
bool Output::accept(Result<T>& result) {
    if (result) return true;
    const std::lock_guard lock(mutex_);
    if (!findings_.has_errors()) findings_.add(std::move(result).finding());
    return false;
}

Output::File::File(Output& output, Entry entry) : output_(output), entry_(std::move(entry)) {
    {
        const std::lock_guard lock(output_.mutex_);
        const bool is_first = output_.paths_.insert(entry_.path).second;
        if (!is_first || output_.findings_.has_errors() || output_.staging_ == nullptr) return;
    }
    Result<Staging::File> file = output_.staging_->create(entry_.path);
    if (!output_.accept(file)) return;
    staged_.emplace(*std::move(file));
    digest_.emplace();
}

void Output::File::append(std::string_view content) {
    entry_.bytes += content.size();
    if (output_.keeps_) kept_ += content;
    if (!staged_) return;
    digest_->add(content);
    Result<Done> written = staged_->append(content);
    if (!output_.accept(written)) staged_.reset();
}

Output::File::~File() {
    if (staged_) {
        Result<Done> closed = staged_->close();
        output_.accept(closed);
        entry_.sha256 = digest_->hex();
    }
    const std::lock_guard lock(output_.mutex_);
    if (output_.keeps_) output_.kept_.push_back({entry_.path, std::move(kept_)});
    output_.entries_.push_back(std::move(entry_));
}

void Output::add(std::string path, std::string_view content, Span origin) {
    open(std::move(path), origin).append(content);
}

Output::File Output::open(std::string path, Span origin) {
    if (whole_ != nullptr) return whole_->open(folder_ + path, origin);
    return {*this, Entry{std::move(path), 0, {}, origin}};
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
