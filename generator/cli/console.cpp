#include "cli/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

namespace regioscope::cli {

namespace {

std::string_view environment_variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

bool is_terminal(std::FILE* stream) {
    return ::isatty(::fileno(stream)) == 1;
}

Colour colour_on(std::FILE* stream) {
    const bool wanted = environment_variable("NO_COLOR").empty() && environment_variable("TERM") != "dumb";
    return wanted && is_terminal(stream) ? Colour::always : Colour::never;
}

/// Work that ends sooner leaves no trace.
constexpr std::chrono::milliseconds noticeable(500);
constexpr const char* erased_line = "\r\033[K";

}  // namespace

Console::Console(std::FILE* output, std::FILE* error)
    : output_(output),
      error_(error),
      output_colour_(colour_on(output)),
      error_colour_(colour_on(error)),
      is_watched_(is_terminal(error) && environment_variable("TERM") != "dumb") {}

void Console::write(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
}

void Console::complain(std::string_view message) {
    report(fmt::format("regioscope: {}\n", harmless(message)));
}

ExitStatus Console::finish(ExitStatus status) {
    if (std::fflush(output_) == 0 && std::ferror(output_) == 0) return status;
    complain("the output could not be written");
    return ExitStatus::environment;
}

Progress::Progress(Console& console, std::string what) : console_(console), what_(std::move(what)) {
    if (console_.is_watched()) thread_ = std::thread([this] { run(); });
}

Progress::~Progress() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard guard(mutex_);
        is_ended_ = true;
    }
    ended_.notify_one();
    thread_.join();
}

void Progress::run() {
    const auto start = std::chrono::steady_clock::now();
    std::unique_lock guard(mutex_);
    const auto is_ended = [this] { return is_ended_; };
    if (ended_.wait_for(guard, noticeable, is_ended)) return;
    do {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
        console_.report(fmt::format("{}{} … {:.0f} s", erased_line, what_, passed.count()));
    } while (!ended_.wait_for(guard, std::chrono::seconds(1), is_ended));
    console_.report(erased_line);
}

}  // namespace regioscope::cli
