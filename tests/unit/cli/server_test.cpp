#include "cli/preview/server.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <vector>

using namespace regioscope;

namespace {

struct Running {
    Running() : server(preview) {
        preview.show(
            {{"index.html", "<html><head></head>hello</html>"}, {"data/observations.csv", "a,b\r\n"}}, {},
            false);
        REQUIRE(server.bind(0));
        REQUIRE(server.start());
    }

    int connect() const {
        const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(server.port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        return connection;
    }

    /// All that comes back for the bytes of a request.
    std::string answer(const std::string& request) const {
        const int connection = connect();
        REQUIRE(::send(connection, request.data(), request.size(), MSG_NOSIGNAL) ==
                static_cast<ssize_t>(request.size()));
        std::string all;
        char part[4096];
        for (ssize_t size = 0; (size = ::recv(connection, part, sizeof part, 0)) > 0;)
            all.append(part, static_cast<std::size_t>(size));
        ::close(connection);
        return all;
    }

    std::string get(const std::string& path) const {
        return answer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    cli::Preview preview{0};
    cli::PreviewServer server;
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the preview speaks HTTP") {
    const Running running;
    const std::string page = running.get("/");
    CHECK(page.starts_with("HTTP/1.1 200 "));
    CHECK(contains(page, "Content-Type: text/html; charset=utf-8\r\n"));
    CHECK(contains(page, "Cache-Control: no-store\r\n"));
    CHECK(contains(page, "X-Content-Type-Options: nosniff\r\n"));
    CHECK(contains(page, "hello"));
    CHECK(running.get("/data/observations.csv").ends_with("\r\n\r\na,b\r\n"));
    CHECK(running.get("/missing").starts_with("HTTP/1.1 404 "));
    CHECK(running.get("/.preview/changed.js?shown=1").ends_with("\r\n\r\n"));
    CHECK(running.get("/.preview/changed.js?shown=0").ends_with("location.reload();\n"));

    const std::string head = running.answer(
        "HEAD /data/observations.csv HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    CHECK(head.starts_with("HTTP/1.1 200 "));
    CHECK(contains(head, "Content-Length: 5\r\n"));
    CHECK(head.ends_with("\r\n\r\n"));
}

TEST_CASE("no address leads out of the site") {
    const Running running;
    for (const char* const path :
         {"/../etc/passwd", "/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "//etc/passwd", "/%00"})
        CHECK(running.get(path).starts_with("HTTP/1.1 404 "));
}

TEST_CASE("it only shows") {
    const Running running;
    for (const std::string method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
        const std::string reply = running.answer(
            method + " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        CHECK(reply.starts_with("HTTP/1.1 405 "));
        CHECK(contains(reply, "Allow: GET, HEAD\r\n"));
    }
    CHECK(running.answer("NONSENSE / NOTHING\r\nHost: localhost\r\n\r\n").starts_with("HTTP/1.1 400 "));
    // One word alone is not even told that it is wrong.
    CHECK(running.answer("NONSENSE\r\n\r\n").empty());
}

TEST_CASE("whoever thinks that it is another host gets nothing") {
    const Running running;
    const std::string other =
        running.answer("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    CHECK(other.starts_with("HTTP/1.1 421 "));
    CHECK_FALSE(contains(other, "hello"));
    const std::string none = running.answer("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
    CHECK(none.starts_with("HTTP/1.1 4"));
    CHECK_FALSE(contains(none, "hello"));
}

TEST_CASE("parts of a file are not given: whoever asks for one gets all") {
    const Running running;
    const std::string reply = running.answer(
        "GET /data/observations.csv HTTP/1.1\r\nHost: localhost\r\nRange: bytes=1-2\r\nConnection: "
        "close\r\n\r\n");
    CHECK(reply.starts_with("HTTP/1.1 200 "));
    CHECK(reply.ends_with("\r\n\r\na,b\r\n"));
}

TEST_CASE("a request that never ends is cut off") {
    const Running running;
    const int connection = running.connect();
    std::string sent = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    bool is_open = ::send(connection, sent.data(), sent.size(), MSG_NOSIGNAL) > 0;
    std::size_t total = 0;
    const std::string header = "X: " + std::string(1000, 'x') + "\r\n";
    for (; is_open && total < std::size_t{64} << 20U; total += header.size())
        is_open = ::send(connection, header.data(), header.size(), MSG_NOSIGNAL) > 0;
    ::close(connection);
    CHECK_FALSE(is_open);
}

TEST_CASE("those who say nothing keep nobody waiting") {
    const Running running;
    std::vector<int> idle;
    for (int i = 0; i < 300; ++i) {
        idle.push_back(running.connect());
        const std::string begun = "GET / HT";
        REQUIRE(::send(idle.back(), begun.data(), begun.size(), MSG_NOSIGNAL) > 0);
    }
    const auto start = std::chrono::steady_clock::now();
    CHECK(running.get("/").starts_with("HTTP/1.1 200 "));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
    for (const int connection : idle)
        ::close(connection);
}

TEST_CASE("a port is taken once") {
    const Running running;
    const cli::Preview preview(0);
    cli::PreviewServer second(preview);
    CHECK_FALSE(second.bind(running.server.port()));
}
