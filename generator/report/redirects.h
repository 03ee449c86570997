// Addresses last: where pages of earlier editions went that the current one does not have
// (site/redirects.json).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "base/source.h"

namespace regioscope::report {

struct Site;
struct Page;

inline constexpr std::string_view redirects_path = "site/redirects.json";

struct Redirect {
    /// Paths of pages, for all languages; `to` may lead into a kept edition: `editions/2016/figures/x.html`.
    std::string from;
    std::string to;
    Span from_span;
    Span to_span;
};

/// None where there is no file. Findings: those of JSON, `invalid-path`.
std::vector<Redirect> read_redirects(const Disk& disk, SourceLibrary& library, Findings& findings);

/// A page of one of the editions that are published together.
struct PublishedPage {
    const Site* site = nullptr;
    const Page* page = nullptr;
};
/// Where a path leads; nothing when no edition has such a page.
std::optional<PublishedPage> find_published(const std::vector<const Site*>& published, std::string_view path);

/// Every page of a kept edition is a page of the current one, or redirected. Findings: `vanished-page`,
/// `unknown-page` (a redirect leads nowhere), `path-collision` (it leads away from a page that is there).
void check_redirects(const std::vector<const Site*>& published, Findings& findings);

}  // namespace regioscope::report
