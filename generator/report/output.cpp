#include "report/output.h"

#include <algorithm>
#include <cerrno>
#include <new>
#include <tuple>

#include "report/compression.h"

namespace regioscope::report {

void Output::refuse(Finding finding) {
    if (whole_ != nullptr) return whole_->refuse(std::move(finding));
    const std::lock_guard lock(mutex_);
    if (!findings_.has_errors()) findings_.add(std::move(finding));
}

bool Output::takes(const std::string& path) {
    if (!paths_.insert(path).second || folders_.contains(path)) return false;
    std::string folder = path;
    for (std::size_t end = folder.rfind('/'); end != std::string::npos; end = folder.rfind('/')) {
        folder.resize(end);
        if (paths_.contains(folder)) return false;
        if (!folders_.insert(folder).second) break;
    }
    return true;
}

template <class T>
bool Output::accept(Result<T>& result) {
    if (result) return true;
    refuse(std::move(result).finding());
    return false;
}

Output::File::File(Output& output, Entry entry)
    : output_(output),
      entry_(std::move(entry)),
      compresses_(output.options_.compresses && is_compressible(entry_.path) &&
                  entry_.path != manifest_path) {
    {
        const std::lock_guard lock(output_.mutex_);
        if (!output_.takes(entry_.path) || output_.findings_.has_errors()) return;
    }
    if (output_.staging_ != nullptr || output_.options_.digests) digest_.emplace();
    if (output_.staging_ == nullptr) return;
    Result<Staging::File> file = output_.staging_->create(entry_.path);
    if (output_.accept(file)) staged_.emplace(*std::move(file));
}

void Output::File::append(std::string_view content) {
    entry_.bytes += content.size();
    if (output_.options_.keeps || compresses_) kept_ += content;
    if (digest_) digest_->add(content);
    if (!staged_) return;
    Result<Done> written = staged_->append(content);
    if (!output_.accept(written)) staged_.reset();
}

Output::File::~File() {
    try {
        finish();
    } catch (const std::bad_alloc&) {
        output_.is_out_of_memory_ = true;
    }
}

void Output::File::finish() {
    if (staged_) {
        Result<Done> closed = staged_->close();
        output_.accept(closed);
    }
    if (digest_) entry_.sha256 = digest_->hex();
    const Span origin = entry_.origin;
    const std::string path = entry_.path;
    {
        const std::lock_guard lock(output_.mutex_);
        output_.entries_.push_back(std::move(entry_));
    }
    if (compresses_) {
        output_.add(path + ".gz", gzipped(kept_), origin);
        output_.add(path + ".br", brotlied(kept_), origin);
    }
    if (!output_.options_.keeps) return;
    const std::lock_guard lock(output_.mutex_);
    output_.kept_.push_back({path, std::move(kept_), origin ? origin.source->name() : ""});
}

void Output::add(std::string path, std::string_view content, Span origin) {
    open(std::move(path), origin).append(content);
}

Output::File Output::open(std::string path, Span origin) {
    if (whole_ != nullptr) return whole_->open(folder_ + path, origin);
    return {*this, Entry{std::move(path), 0, {}, origin}};
}

std::map<std::string, std::size_t, std::less<>> Output::sizes() {
    Output& whole = whole_ == nullptr ? *this : *whole_;
    const std::lock_guard lock(whole.mutex_);
    std::map<std::string, std::size_t, std::less<>> sizes;
    for (const Entry& entry : whole.entries_) {
        if (entry.path.starts_with(folder_)) sizes.emplace(entry.path.substr(folder_.size()), entry.bytes);
    }
    return sizes;
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

Findings Output::take_findings() {
    if (is_out_of_memory_) findings_.add(environment_finding("cannot make all files", "", ENOMEM));
    return std::move(findings_);
}

Manifest manifest_of(const std::vector<Output::Entry>& files) {
    Manifest manifest;
    for (const Output::Entry& file : files)
        manifest.push_back({file.path, file.bytes, file.sha256});
    return manifest;
}

}  // namespace regioscope::report
