// The links of a site. A page is looked through once, when it is made, and what is kept of it then is one
// number for each address that it has or points to. When all pages are there, every number that is pointed to
// must be one that there is. Only where something is wrong a page is made once more, with marks of who wrote
// what in it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "escape/origins.h"
#include "report/addresses.h"
#include "report/output.h"

namespace regioscope::report {

/// Stands for an address within the site; never 0.
using AddressNumber = std::uint64_t;
AddressNumber number_of(std::string_view file, std::string_view id);

/// What is kept of a page: numbers in ascending order, each once.
struct PageLinks {
    std::string file;
    std::vector<AddressNumber> ids;
    /// Those that stand more than once.
    std::vector<AddressNumber> repeated_ids;
    std::vector<AddressNumber> targets;
    /// It holds addresses that no page may have.
    bool has_bad_address = false;
};

/// `base_path` is what absolute links of 404.html begin with.
PageLinks links_of(std::string_view file, std::string_view html, std::string_view base_path);

/// Makes a page again, by its place among the pages.
using MakeAgain = std::function<std::string(std::size_t page)>;

/// Sees whether every link leads somewhere, and whether every id is the only one on its page.
class LinkCheck {
  public:
    /// `files` are all files of the site. All must outlive the check.
    LinkCheck(const std::vector<PageLinks>& pages, const std::vector<Output::Entry>& files,
              std::string_view base_path);
    ~LinkCheck();

    /// Pages on which something is wrong.
    const std::vector<std::size_t>& suspects() const { return suspects_; }

    /// What is wrong on them, at the place that wrote the link, the picture or the id. `marked` makes pages
    /// with marks of `origins`, `plain` without. Findings: `broken-link` (a file that is not there),
    /// `broken-anchor` (a page without that id), `repeated-id`, `unsafe-link`, `remote-resource` (a browser
    /// would ask another host).
    void report(const MakeAgain& plain, const MakeAgain& marked, const escape::Origins& origins,
                Findings& findings) const;

  private:
    struct Wrong;
    class Addresses;

    std::vector<Wrong> wrongs_on(std::size_t page, std::string_view html,
                                 const escape::Origins* origins) const;
    std::optional<Wrong> judge(Use use, std::string_view address, AddressResolver& resolver) const;
    Finding finding_about(const Wrong& wrong, const MakeAgain& plain) const;
    /// " (did you mean …?)", of the ids on the page that it leads to.
    std::string suggested_id(const Wrong& wrong, const MakeAgain& plain) const;

    const std::vector<PageLinks>& pages_;
    const std::vector<Output::Entry>& files_;
    std::string base_path_;
    std::unique_ptr<const Addresses> known_;
    std::vector<std::size_t> suspects_;
};

}  // namespace regioscope::report
