#include "base/new_files.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "base/disk.h"

using namespace regioscope;

TEST_CASE("new files are written all or none, and nothing is overwritten") {
    std::string folder = (std::filesystem::temp_directory_path() / "regioscope-new-XXXXXX").string();
    REQUIRE(::mkdtemp(folder.data()) != nullptr);
    const auto disk = open_folder(folder);
    CHECK(write_new_files(folder, {{"a/b.txt", "one"}, {"c.txt", "two"}}));
    CHECK(disk->read("a/b.txt").value() == "one");
    const auto again = write_new_files(folder, {{"c.txt", "three"}, {"d.txt", "four"}});
    REQUIRE_FALSE(again);
    CHECK(again.finding().code == "file-exists");
    CHECK(again.finding().file == "c.txt");
    CHECK_FALSE(disk->exists("d.txt"));
    CHECK(disk->read("c.txt").value() == "two");
    CHECK(replace_file(folder, "c.txt", "five"));
    CHECK(disk->read("c.txt").value() == "five");
    CHECK(write_new_files(folder, {{"../out.txt", ""}}).finding().code == "path-outside");
    std::filesystem::remove_all(folder);
}
