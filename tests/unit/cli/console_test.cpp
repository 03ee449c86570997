#include "cli/console.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <memory>

using namespace regioscope;
using cli::Console;
using cli::ExitStatus;

namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File temporary() {
    return {std::tmpfile(), std::fclose};
}

std::string content(std::FILE* file) {
    std::rewind(file);
    std::string text(1000, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file));
    return text;
}

}  // namespace

TEST_CASE("results and remarks go their own ways, without colour where no terminal is") {
    const File output = temporary();
    const File error = temporary();
    Console console(output.get(), error.get());
    console.print("result\n");
    console.report("remark\n");
    console.complain("no");
    CHECK(content(output.get()) == "result\n");
    CHECK(content(error.get()) == "remark\nregioscope: no\n");
    CHECK(console.output_colour() == Colour::never);
    CHECK(console.error_colour() == Colour::never);
    CHECK_FALSE(console.is_watched());
    CHECK(console.finish(ExitStatus::findings) == ExitStatus::findings);
}

TEST_CASE("a terminal gets colour, unless NO_COLOR or a dumb terminal says otherwise") {
    const File terminal(std::fopen("/dev/ptmx", "r+"), std::fclose);
    if (terminal == nullptr) return;  // a sandbox without terminals
    ::setenv("TERM", "xterm", 1);
    ::unsetenv("NO_COLOR");
    CHECK(Console(terminal.get(), terminal.get()).error_colour() == Colour::always);
    CHECK(Console(terminal.get(), terminal.get()).is_watched());
    ::setenv("NO_COLOR", "", 1);
    CHECK(Console(terminal.get(), terminal.get()).error_colour() == Colour::always);
    ::setenv("NO_COLOR", "1", 1);
    CHECK(Console(terminal.get(), terminal.get()).error_colour() == Colour::never);
    ::unsetenv("NO_COLOR");
    ::setenv("TERM", "dumb", 1);
    CHECK(Console(terminal.get(), terminal.get()).error_colour() == Colour::never);
    CHECK_FALSE(Console(terminal.get(), terminal.get()).is_watched());
}

TEST_CASE("a result that cannot be written is the environment's fault") {
    const File full(std::fopen("/dev/full", "w"), std::fclose);
    REQUIRE(full != nullptr);
    const File error = temporary();
    Console console(full.get(), error.get());
    console.print("result\n");
    CHECK(console.finish(ExitStatus::good) == ExitStatus::environment);
    CHECK(content(error.get()) == "regioscope: the output could not be written\n");
}

TEST_CASE("progress says nothing where no terminal is") {
    const File error = temporary();
    Console console(stdout, error.get());
    { const cli::Progress progress(console, "building"); }
    CHECK(content(error.get()).empty());
}
