// The corpora of the fuzz targets, run through the targets without a fuzzer: what was found once is not found
// again. usage: fuzz_regression TARGET FOLDER
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#define REGIOSCOPE_TARGETS(X) \
    X(address)                \
    X(dataset) X(decimal) X(expression) X(import) X(json) X(markdown) X(message) X(request) X(template)

#define REGIOSCOPE_DECLARE(name) extern "C" int fuzz_##name(const std::uint8_t* data, std::size_t size);
REGIOSCOPE_TARGETS(REGIOSCOPE_DECLARE)

namespace {

using Run = int (*)(const std::uint8_t*, std::size_t);

Run target_called(std::string_view wanted) {
#define REGIOSCOPE_FIND(name) \
    if (wanted == #name) return fuzz_##name;
    REGIOSCOPE_TARGETS(REGIOSCOPE_FIND)
    return nullptr;
}

/// Of one input: a fuzzer's bound, which knows sanitizers.
constexpr double most_seconds = 5;

/// For whoever is told of a signal.
std::string running;

void name_input(int signal) {
    running += "\n";
    const ssize_t written = write(STDERR_FILENO, running.data(), running.size());
    static_cast<void>(written);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// A row of the table of many tries, where somebody collects them.
void keep_row(const char* target, std::size_t tries, std::size_t failures, double worst_seconds) {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const long megabytes = usage.ru_maxrss / 1024;
    std::printf("%s: %zu inputs, %zu failures, at most %.2f s and %ld MB\n", target, tries, failures,
                worst_seconds, megabytes);
    const char* const table = std::getenv("REGIOSCOPE_TABLE");
    if (table == nullptr) return;
    if (std::FILE* const file = std::fopen(table, "a")) {
        std::fprintf(file, "corpus %s\t%zu\t%zu\t%.3f\t%ld\n", target, tries, failures, worst_seconds,
                     megabytes);
        std::fclose(file);
    }
}

}  // namespace

int main(int count, char** arguments) {
    const Run target = count == 3 ? target_called(arguments[1]) : nullptr;
    if (target == nullptr) {
        std::fputs("usage: fuzz_regression TARGET FOLDER\n", stderr);
        return 2;
    }
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL})
        std::signal(signal, name_input);
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[2]))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    if (paths.empty()) {
        std::fputs("there is no input\n", stderr);
        return 1;
    }
    double worst = 0;
    std::size_t failures = 0;
    for (const std::filesystem::path& path : paths) {
        std::ifstream file(path, std::ios::binary);
        const std::string input(std::istreambuf_iterator<char>(file), {});
        running = "while running " + path.string();
        const auto start = std::chrono::steady_clock::now();
        target(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        worst = std::max(worst, seconds);
        if (seconds < most_seconds) continue;
        ++failures;
        std::fprintf(stderr, "%s takes %.1f s\n", path.c_str(), seconds);
    }
    keep_row(arguments[1], paths.size(), failures, worst);
    return failures == 0 ? 0 : 1;
}
