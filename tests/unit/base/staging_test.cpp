#include "base/staging.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/manifest.h"
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
    auto staging = Staging::open(target);
    REQUIRE(staging.ok());
    return std::move(staging).value();
}

void stage(Staging& staging, const std::string& path, const std::string& content) {
    CHECK(write(staging, path, content).ok());
    CHECK(write(staging, manifest_path, manifest_json({{path, content.size(), digest_of(content)}})).ok());
}

void publish(const std::string& target, const std::string& content, const std::string& path = "a/b.html") {
    const auto staging = staging_for(target);
    stage(*staging, path, content);
    CHECK(staging->publish().ok());
}

void put(const std::string& path, const std::string& content) {
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path) << content;
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
    const auto second = Staging::open(scratch / "public");
    REQUIRE(!second.ok());
    CHECK(second.finding().code == "output-busy");
}

TEST_CASE("a folder of somebody else is left alone") {
    const Scratch scratch;
    fs::create_directory(scratch / "public");
    std::ofstream(scratch / "public/thesis.txt") << "years of work";
    const auto staging = Staging::open(scratch / "public");
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

TEST_CASE("what no build made stays, and what a build made and makes no more goes") {
    const Scratch scratch;
    publish(scratch / "public", "one", "old/page.html");
    put(scratch / "public/CNAME", "mine");
    put(scratch / "public/old/mine.html", "mine too");
    fs::create_directories(scratch / "public/empty");
    fs::create_symlink("nowhere", scratch / "public/link");
    const auto staging = staging_for(scratch / "public");
    stage(*staging, "new/page.html", "two");
    CHECK(staging->publish().ok());
    CHECK(read(scratch / "public/CNAME") == "mine");
    CHECK(read(scratch / "public/old/mine.html") == "mine too");
    CHECK(fs::is_directory(scratch / "public/empty"));
    CHECK(fs::read_symlink(scratch / "public/link") == "nowhere");
    CHECK(read(scratch / "public/new/page.html") == "two");
    CHECK(!fs::exists(scratch / "public/old/page.html"));
    CHECK(staging->kept() == std::vector<std::string>{"CNAME", "link", "old/mine.html"});
}

TEST_CASE("what was put there while it was built stays too") {
    const Scratch scratch;
    publish(scratch / "public", "one");
    const auto staging = staging_for(scratch / "public");
    stage(*staging, "a/b.html", "two");
    put(scratch / "public/late.txt", "late");
    CHECK(staging->publish().ok());
    CHECK(read(scratch / "public/late.txt") == "late");
}

TEST_CASE("a file that was changed by hand is named and kept; with the old bytes it is as it was") {
    const Scratch scratch;
    publish(scratch / "public", "one");
    put(scratch / "public/a/b.html", "mine");
    const auto refuse = [&] {
        const auto staging = staging_for(scratch / "public");
        stage(*staging, "a/b.html", "two");
        return staging->publish();
    };
    const Result<Done> refused = refuse();
    REQUIRE(!refused.ok());
    CHECK(refused.finding().code == "output-changed");
    CHECK(refused.finding().file == scratch / "public/a/b.html");
    CHECK(read(scratch / "public/a/b.html") == "mine");
    put(scratch / "public/a/b.html", "one");
    publish(scratch / "public", "two");
    CHECK(read(scratch / "public/a/b.html") == "two");
}

TEST_CASE("a foreign file where the site has one, or a folder, is named and kept") {
    for (const std::string page : {"own.html", "own.html/deeper.html"}) {
        const Scratch scratch;
        publish(scratch / "public", "one");
        put(scratch / "public/own.html", "mine");
        const auto staging = staging_for(scratch / "public");
        stage(*staging, page, "two");
        const Result<Done> refused = staging->publish();
        REQUIRE(!refused.ok());
        CHECK(refused.finding().code == "output-taken");
        CHECK(read(scratch / "public/own.html") == "mine");
    }
}

TEST_CASE("an output that became a link meanwhile is left alone") {
    const Scratch scratch;
    publish(scratch / "public", "one");
    const auto staging = staging_for(scratch / "public");
    stage(*staging, "a/b.html", "two");
    fs::rename(scratch / "public", scratch / "elsewhere");
    fs::create_directory_symlink(scratch / "elsewhere", scratch / "public");
    CHECK(!staging->publish().ok());
    CHECK(fs::is_symlink(scratch / "public"));
    CHECK(read(scratch / "elsewhere/a/b.html") == "one");
}

TEST_CASE("a manifest says what it was made of") {
    const Manifest manifest = {{"a/b.html", 3, std::string(64, 'a')}, {"\"ü\".csv", 0, std::string(64, 'b')}};
    CHECK(read_manifest(manifest_json(manifest)) == manifest);
    for (const char* const other :
         {"", "{}", "[]", "{\"generator\": \"other 1\", \"files\": []}", "{\"generator\": \"regioscope 1\"}",
          "{\"generator\": \"regioscope 1\", \"files\": [{\"path\": \"a\"}]}"})
        CHECK_FALSE(read_manifest(other));
}
