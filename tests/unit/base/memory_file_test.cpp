#include "base/memory_file.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace regioscope;

TEST_CASE("what is written to the path of a file in memory is its content") {
    Result<MemoryFile> file = MemoryFile::make();
    REQUIRE(file.ok());
    CHECK(file->content().value().empty());
    const std::string text = std::string("two\nlines\0", 10) + std::string(100'000, 'x');
    std::ofstream(file->path(), std::ios::binary) << text;
    CHECK(file->content().value() == text);
    // Another one has another path, and moving keeps it.
    Result<MemoryFile> other = MemoryFile::make();
    REQUIRE(other.ok());
    CHECK(other->path() != file->path());
    const MemoryFile moved = std::move(file).value();
    CHECK(moved.content().value() == text);
}

TEST_CASE("whoever chooses a folder for temporary files is asked no second one") {
    const char* const set = std::getenv("TMPDIR");
    const std::string before = set == nullptr ? "" : set;
    setenv("TMPDIR", "/var/tmp", 1);
    CHECK(memory_folder().empty());
    unsetenv("TMPDIR");
    const std::string folder = memory_folder();
    std::error_code error;
    const auto room = std::filesystem::space("/dev/shm", error).available;
    CHECK(folder == (error || room < (std::uintmax_t{1} << 30U) ? "" : "/dev/shm"));
    if (set != nullptr) setenv("TMPDIR", before.c_str(), 1);
}
