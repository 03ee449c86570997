#include "cli/preview/watch.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using regioscope::cli::fingerprint;
namespace fs = std::filesystem;

namespace {

struct Project {
    Project() {
        std::string pattern = (fs::temp_directory_path() / "regioscope-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
        fs::create_directories(path / "datasets/tables");
    }
    ~Project() { fs::remove_all(path); }
    void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
    std::uint64_t now() const { return fingerprint(path.string()); }
    fs::path path;
};

}  // namespace

TEST_CASE("what is saved, added, renamed or removed is noticed") {
    const Project project;
    const std::uint64_t empty = project.now();
    project.write("datasets/tables/a.json", "{}");
    const std::uint64_t added = project.now();
    CHECK(added != empty);
    CHECK(project.now() == added);

    project.write("datasets/tables/a.json", "{ }");
    const std::uint64_t written = project.now();
    CHECK(written != added);

    fs::rename(project.path / "datasets/tables/a.json", project.path / "datasets/tables/b.json");
    const std::uint64_t renamed = project.now();
    CHECK(renamed != written);

    fs::remove(project.path / "datasets/tables/b.json");
    CHECK(project.now() == empty);
}

TEST_CASE("a save of the same length is noticed by its time") {
    const Project project;
    project.write("datasets/a.json", "1");
    const std::uint64_t before = project.now();
    project.write("datasets/a.json", "2");
    fs::last_write_time(project.path / "datasets/a.json",
                        fs::file_time_type::clock::now() + std::chrono::seconds(5));
    CHECK(project.now() != before);
}

TEST_CASE("a file that takes another's place with its size and time is noticed") {
    const Project project;
    project.write("datasets/a.json", "1");
    project.write("b.json", "2");
    const auto time = fs::last_write_time(project.path / "datasets/a.json");
    const std::uint64_t before = project.now();
    fs::last_write_time(project.path / "b.json", time);
    fs::rename(project.path / "b.json", project.path / "datasets/a.json");
    CHECK(project.now() != before);
}

TEST_CASE("the output and other folders are not looked at") {
    const Project project;
    const std::uint64_t before = project.now();
    fs::create_directories(project.path / "public");
    project.write("public/index.html", "x");
    project.write("notes.txt", "x");
    CHECK(project.now() == before);
    CHECK(fingerprint("/nonexistent") == fingerprint("/nonexistent"));
}
