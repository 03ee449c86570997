#include "base/staging.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/sha256.h"

using namespace regioscope;
namespace fs = std::filesystem;

namespace {

/// A folder of the test's own, gone afterwards.
struct Scratch {
    Scratch() {
        std::string pattern = (fs::temp_directory_path() / "regioscope-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
    }
    ~Scratch() { fs::remove_all(path); }
    std::string operator/(const std::string& name) const { return (path / name).string(); }
    fs::path path;
};

bool is_ours(std::string_view text) {
    return text == "ours";
}

std::string read(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

Result<Done> write(Staging& staging, std::string_view path, std::string_view content) {
    Result<Staging::File> file = staging.create(path);
    if (!file) return std::move(file).finding();
    if (Result<Done> written = file->append(content); !written) return written;
    return file->close();
}

std::string digest_of(std::string_view bytes) {
    Sha256 digest;
    for (const char byte : bytes)
        digest.add({&byte, 1});
    return digest.hex();
}

std::unique_ptr<Staging> staging_for(const std::string& target) {
    auto staging = Staging::open(target, "marker", is_ours);
    REQUIRE(staging.ok());
    return std::move(staging).value();
}

void publish(const std::string& target, const std::string& content) {
    const auto staging = staging_for(target);
    CHECK(write(*staging, "marker", "ours").ok());
    CHECK(write(*staging, "a/b.html", content).ok());
    CHECK(staging->publish().ok());
}

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a published folder replaces the one before and leaves nothing beside it") {
    const Scratch scratch;
    publish(scratch / "public", "one");
    publish(scratch / "public", "two");
    CHECK(read(scratch / "public/a/b.html") == "two");
    CHECK(entries(scratch.path) == 1);
}

TEST_CASE("what is not published leaves the old folder whole") {
    const Scratch scratch;
    publish(scratch / "public", "one");
    { CHECK(write(*staging_for(scratch / "public"), "a/b.html", "two").ok()); }
    CHECK(read(scratch / "public/a/b.html") == "one");
    CHECK(entries(scratch.path) == 1);
}

TEST_CASE("a second build into the same output is refused while the first runs") {
    const Scratch scratch;
    const auto first = staging_for(scratch / "public");
    const auto second = Staging::open(scratch / "public", "marker", is_ours);
    REQUIRE(!second.ok());
    CHECK(second.finding().code == "output-busy");
}

TEST_CASE("a folder of somebody else is left alone") {
    const Scratch scratch;
    fs::create_directory(scratch / "public");
    std::ofstream(scratch / "public/thesis.txt") << "years of work";
    const auto staging = Staging::open(scratch / "public", "marker", is_ours);
    REQUIRE(!staging.ok());
    CHECK(staging.finding().code == "output-not-ours");
    CHECK(read(scratch / "public/thesis.txt") == "years of work");
}

TEST_CASE("an empty folder may be replaced") {
    const Scratch scratch;
    fs::create_directory(scratch / "public");
    publish(scratch / "public", "one");
    CHECK(read(scratch / "public/a/b.html") == "one");
}

TEST_CASE("a build killed between two renames is recovered from") {
    const Scratch scratch;
    publish(scratch / "public", "one");
    fs::rename(scratch / "public", scratch / ".public.regioscope-old");
    { staging_for(scratch / "public"); }
    CHECK(read(scratch / "public/a/b.html") == "one");
    CHECK(entries(scratch.path) == 1);
}

TEST_CASE("leftovers of a killed build do not end up in the next") {
    const Scratch scratch;
    fs::create_directories(scratch / ".public.regioscope-new");
    std::ofstream(scratch / ".public.regioscope-new/stale.html") << "stale";
    publish(scratch / "public", "one");
    CHECK(!fs::exists(scratch / "public/stale.html"));
}

TEST_CASE("no path leaves the staging folder, and no file is written twice") {
    const Scratch scratch;
    const auto staging = staging_for(scratch / "public");
    for (const char* path : {"../x", "/etc/x", "a/../../x", "", "a//b", "./a", "a\\b"}) {
        CAPTURE(path);
        CHECK(!write(*staging, path, "x").ok());
    }
    CHECK(write(*staging, "a", "x").ok());
    CHECK(!write(*staging, "a", "y").ok());
}

TEST_CASE("SHA-256 of the standard's examples") {
    CHECK(digest_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(digest_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
