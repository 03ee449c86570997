#include "report/page.h"

#include <fmt/format.h>

namespace regioscope::report {

void Plan::add(Page page, Findings& findings) {
    if (!by_path_.emplace(page.path, pages_.size()).second) {
        Finding finding =
            make_error("path-collision", {}, fmt::format("two pages claim the path '{}'", page.path));
        finding.file = page.path;
        finding.subject = page.path;
        findings.add(std::move(finding)).note("give one of them another id or file name");
        return;
    }
    pages_.push_back(std::move(page));
}

const Page* Plan::find(std::string_view path) const {
    const auto found = by_path_.find(std::string(path));
    return found == by_path_.end() ? nullptr : &pages_[found->second];
}

void Plan::chain(const std::vector<std::string>& paths) {
    Page* before = nullptr;
    for (const std::string& path : paths) {
        const auto found = by_path_.find(path);
        if (found == by_path_.end()) continue;
        Page& page = pages_[found->second];
        if (before != nullptr) {
            before->next = page.path;
            page.previous = before->path;
        }
        before = &page;
    }
}

}  // namespace regioscope::report
