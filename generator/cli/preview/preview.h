// What the preview answers to a browser, whatever speaks HTTP. The site lives in memory: there is nothing
// else that an address could reach.
//
// Pages get a script that asks now and then whether they are still what the project says, and reloads them
// when not. It asks by loading a script from here: the pages' own security policy allows that and nothing
// else.
//
// After a build that failed every page is the list of findings, so that whoever saved the mistake sees it.
// The last good site stays where `last_good` says; its links are relative and stay there too.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "report/output.h"

namespace regioscope::cli {

/// Paths below this one are the preview's own; no file of a site begins with a dot.
inline constexpr std::string_view reserved = "/.preview/";
inline constexpr std::string_view last_good = "/.preview/last-good/";

struct Reply {
    int status = 200;
    std::string_view type = "text/plain; charset=utf-8";
    std::string body;
    /// For redirections.
    std::string location;
};

class Preview {
  public:
    /// `first_version` should differ from one run of the program to the next, so that pages of an earlier run
    /// notice.
    explicit Preview(std::uint64_t first_version);

    /// The outcome of a build; from the next request on it is what is shown.
    void show(std::vector<report::OutputFile> site);
    void show_failure(const Findings& findings);

    /// `path` is percent-decoded and begins with `/`; `shown` is the version that a page says it shows (only
    /// its script does). Called from many threads.
    Reply answer(std::string_view path, std::string_view shown) const;

  private:
    struct State {
        std::uint64_t version = 0;
        std::map<std::string, std::string, std::less<>> site;
        /// HTML; empty when the last build was good.
        std::string failure;
    };

    std::shared_ptr<const State> state() const;
    void set(std::shared_ptr<const State> state);

    mutable std::mutex mutex_;
    std::shared_ptr<const State> state_;
};

/// Is this `Host` header ours? Names of other hosts that lead here are the trick of a hostile page
/// (DNS rebinding).
bool is_local_host(std::string_view host);

}  // namespace regioscope::cli
