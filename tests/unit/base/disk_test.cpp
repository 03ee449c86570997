#include "base/disk.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace regioscope;
namespace fs = std::filesystem;

namespace {

/// A folder that goes away with the test.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string pattern = (fs::temp_directory_path() / "regioscope-disk-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }

    const fs::path& path() const { return path_; }
    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }

  private:
    fs::path path_;
};

std::string code_of(const Result<std::string>& result) {
    return result ? "read" : result.finding().code;
}

}  // namespace

TEST_CASE("paths that could lead out are told by their letters") {
    for (const char* const path : {"a", "a/b.json", "a..b", "..a", "a.", "ä/b c"})
        CHECK(is_inner_path(path));
    for (const char* const path :
         {"", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/..", "a/../b", "a/./b", "a\\b"})
        CHECK_FALSE(is_inner_path(path));
    CHECK_FALSE(is_inner_path(std::string_view("a\0b", 3)));
}

TEST_CASE("a folder is read, and nothing beside it") {
    const TemporaryFolder outside;
    outside.write("secret.txt", "secret");
    const TemporaryFolder folder;
    folder.write("project/a.txt", "A");
    folder.write("project/sub/b.txt", "B");
    folder.write("project/sub/.hidden", "H");
    folder.write("project/.git/config", "H");
    folder.write("project/empty.txt", "");
    folder.write("beside.txt", "beside");
    fs::create_symlink("a.txt", folder.path() / "project/inner-link.txt");
    fs::create_symlink("../beside.txt", folder.path() / "project/outer-link.txt");
    fs::create_symlink(outside.path() / "secret.txt", folder.path() / "project/secret-link.txt");
    fs::create_directory_symlink(outside.path(), folder.path() / "project/outer-folder");
    fs::create_symlink("nowhere", folder.path() / "project/dangling");
    fs::create_symlink("loop", folder.path() / "project/loop");
    REQUIRE(::mkfifo((folder.path() / "project/fifo").c_str(), 0600) == 0);

    const auto disk = open_folder((folder.path() / "project").string());
    CHECK(*disk->read("a.txt") == "A");
    CHECK(*disk->read("sub/b.txt") == "B");
    CHECK(*disk->read("empty.txt") == "");
    CHECK(*disk->read("inner-link.txt") == "A");
    CHECK(code_of(disk->read("c.txt")) == "missing-file");
    CHECK(code_of(disk->read("a.txt/c")) == "missing-file");
    CHECK(code_of(disk->read("sub")) == "unreadable-file");
    CHECK(code_of(disk->read("fifo")) == "unreadable-file");
    CHECK(code_of(disk->read("dangling")) == "missing-file");
    for (const char* const path : {"outer-link.txt", "secret-link.txt", "outer-folder/secret.txt",
                                   "../beside.txt", "sub/../../beside.txt", "/etc/hostname"}) {
        INFO(path);
        CHECK(code_of(disk->read(path)) == "path-outside");
    }
    CHECK(code_of(disk->read("loop")) != "read");

    CHECK(disk->exists("a.txt"));
    CHECK(disk->exists("sub"));
    CHECK(disk->exists("fifo"));
    CHECK_FALSE(disk->exists("c.txt"));
    CHECK(disk->list("") == std::vector<std::string>{"a.txt", "dangling", "empty.txt", "fifo",
                                                     "inner-link.txt", "loop", "outer-folder",
                                                     "outer-link.txt", "secret-link.txt", "sub/b.txt"});
    CHECK(disk->list("sub") == std::vector<std::string>{"sub/b.txt"});
    CHECK(disk->list("outer-folder").empty());
    CHECK(disk->list("..").empty());
    CHECK(disk->list("nothing").empty());
}

TEST_CASE("a root that is itself a link, or written with dots, is a root") {
    const TemporaryFolder folder;
    folder.write("project/a.txt", "A");
    fs::create_directory_symlink("project", folder.path() / "link");
    CHECK(*open_folder((folder.path() / "link").string())->read("a.txt") == "A");
    CHECK(*open_folder((folder.path() / "project/../project/.").string())->read("a.txt") == "A");
    CHECK(open_folder((folder.path() / "link").string())->list("") == std::vector<std::string>{"a.txt"});
    CHECK(code_of(open_folder((folder.path() / "none").string())->read("a.txt")) == "missing-file");
}

TEST_CASE("a file that may not be read says why") {
    if (::geteuid() == 0) return;  // nothing is forbidden to root
    const TemporaryFolder folder;
    folder.write("a.txt", "A");
    fs::permissions(folder.path() / "a.txt", fs::perms::none);
    CHECK(code_of(open_folder(folder.path().string())->read("a.txt")) == "unreadable-file");
}

TEST_CASE("a folder that is called like a file is told where it is read") {
    const TemporaryFolder folder;
    folder.write("tables/x.json/a.txt", "A");
    const auto disk = open_folder(folder.path().string());
    CHECK(disk->list("tables") == std::vector<std::string>{"tables/x.json"});
    CHECK(code_of(disk->read("tables/x.json")) == "unreadable-file");
}

TEST_CASE("a file beyond all use is not read") {
    const TemporaryFolder folder;
    folder.write("a.txt", "A");
    fs::resize_file(folder.path() / "a.txt", std::uintmax_t{1} << 40U);
    CHECK(code_of(open_folder(folder.path().string())->read("a.txt")) == "file-too-large");
}

TEST_CASE("a big file is read whole") {
    const TemporaryFolder folder;
    const std::string big(1'000'003, 'x');
    folder.write("big.txt", big);
    CHECK(*open_folder(folder.path().string())->read("big.txt") == big);
}

TEST_CASE("files in memory behave as files on disk") {
    MemoryDisk disk({{"b/c.txt", "C"}, {"a.txt", "A"}, {"bc.txt", "BC"}});
    disk.write("b/a.txt", "BA");
    CHECK(*disk.read("a.txt") == "A");
    CHECK(code_of(disk.read("x.txt")) == "missing-file");
    CHECK(code_of(disk.read("../a.txt")) == "path-outside");
    CHECK(disk.exists("b/c.txt"));
    CHECK_FALSE(disk.exists("b"));
    CHECK(disk.list("b") == std::vector<std::string>{"b/a.txt", "b/c.txt"});
    CHECK(disk.list("").size() == 4);
}
