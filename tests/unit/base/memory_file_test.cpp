#include "base/memory_file.h"

#include <doctest/doctest.h>

#include <fstream>

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
