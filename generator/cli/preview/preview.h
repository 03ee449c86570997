// What the preview answers to a browser, whatever speaks HTTP. The site lives in memory: there is nothing
// else that an address could reach.
//
// Pages get a script that asks now and then whether they are still what the project says, and reloads them
// when not. It asks by loading a script from here: the pages' own security policy allows that and nothing
// else.
//
// After a build that failed, what can still be made is shown as it is now and the rest as it was; what is
// wrong stands on the pages that it concerns, and all of it on one page of the preview's own.
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

/// Paths below this one are the preview's own. There is the list of findings.
inline constexpr std::string_view reserved = "/.preview/";

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

    /// The outcome of a build; from the next request on it is what is shown. Empty pages are those that could
    /// not be made.
    void show(std::vector<report::OutputFile> site, const Findings& findings, bool failed);

    /// `path` is percent-decoded and begins with `/`; `shown` is the version that a page says it shows (only
    /// its script does). Called from many threads.
    Reply answer(std::string_view path, std::string_view shown) const;

  private:
    struct File {
        std::string content;
        /// The project's file that asks for it; may be empty.
        std::string origin;
        /// Of an earlier build: this one could not make it.
        bool is_old = false;
    };
    struct Problem {
        /// The project's file that it is in; may be empty.
        std::string file;
        std::string text;
    };
    struct State {
        std::uint64_t version = 0;
        std::map<std::string, File, std::less<>> site;
        bool has_failed = false;
        /// `2 errors, 1 warning`
        std::string summary;
        std::vector<Problem> problems;
    };

    static bool concerns(const Problem& problem, std::string_view path, const State& state);
    static std::string list_of(const State& state);
    static std::string page(std::string_view path, const File& file, const State& state);

    std::shared_ptr<const State> state() const;
    void set(std::shared_ptr<const State> state);

    mutable std::mutex mutex_;
    std::shared_ptr<const State> state_;
};

/// Is this `Host` header ours? Names of other hosts that lead here are the trick of a hostile page
/// (DNS rebinding).
bool is_local_host(std::string_view host);

}  // namespace regioscope::cli
