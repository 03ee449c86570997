// Where the program speaks: results on standard output, everything about the work on standard error. Colour
// and progress only where a person looks at a terminal.
#pragma once

#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "base/finding_text.h"
#include "cli/exit_status.h"

namespace regioscope::cli {

class Console {
  public:
    explicit Console(std::FILE* output = stdout, std::FILE* error = stderr);

    /// What the user asked for.
    void print(std::string_view text) { write(output_, text); }
    /// What there is to say about it.
    void report(std::string_view text) { write(error_, text); }
    /// `regioscope: message`, on standard error.
    void complain(std::string_view message);

    /// Never where NO_COLOR is set (to anything but nothing), nor on a terminal that is dumb.
    Colour output_colour() const { return output_colour_; }
    Colour error_colour() const { return error_colour_; }
    /// Is standard error a terminal?
    bool is_watched() const { return is_watched_; }

    /// The status to end with: results that did not arrive (a full disk behind `>`) are the environment's.
    ExitStatus finish(ExitStatus status);

  private:
    static void write(std::FILE* stream, std::string_view text);

    std::FILE* output_;
    std::FILE* error_;
    Colour output_colour_;
    Colour error_colour_;
    bool is_watched_;
};

/// Tells someone at a terminal that work goes on, once it has taken long enough to be noticed. The line goes
/// away with the object.
class Progress {
  public:
    Progress(Console& console, std::string what);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

  private:
    void run();

    Console& console_;
    std::string what_;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool is_ended_ = false;
    std::thread thread_;
};

}  // namespace regioscope::cli
