#include "report/page.h"

#include <fmt/format.h>

namespace regioscope::report {

void Plan::add(Page page, Findings& findings) {
    const auto [known, is_new] = by_path_.emplace(page.path, pages_.size());
    if (!is_new) {
        const Span other = pages_[known->second].origin;
        Finding finding = make_error("path-collision", page.origin ? page.origin : other,
                                     fmt::format("two pages claim the path '{}'", page.path));
        if (!finding.span) finding.file = page.path;
        finding.subject = page.path;
        finding.note("give one of them another id or file name");
        if (page.origin && other) finding.note("the other page is made from this", other);
        findings.add(std::move(finding));
        return;
    }
    pages_.push_back(std::move(page));
}

const Page* Plan::find(std::string_view path) const {
    const auto found = by_path_.find(path);
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
