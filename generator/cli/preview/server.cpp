#include "cli/preview/server.h"

#include <httplib.h>
#include <sys/socket.h>

#include <thread>

namespace regioscope::cli {

namespace {

constexpr const char* loopback = "127.0.0.1";

void respond(const Preview& preview, const httplib::Request& request, httplib::Response& response) {
    if (request.method != "GET" && request.method != "HEAD") {
        response.status = 405;
        response.set_header("Allow", "GET, HEAD");
        response.set_content("This preview only shows.\n", "text/plain");
        return;
    }
    if (!is_local_host(request.get_header_value("Host"))) {
        response.status = 421;
        response.set_content("This preview is for this machine only.\n", "text/plain");
        return;
    }
    Reply reply = preview.answer(request.path, request.get_param_value("shown"));
    response.status = reply.status;
    if (!reply.location.empty()) response.set_header("Location", reply.location);
    response.set_content(std::move(reply.body), std::string(reply.type));
}

}  // namespace

struct PreviewServer::Parts {
    httplib::Server server;
    std::thread thread;
};

PreviewServer::PreviewServer(const Preview& preview) : parts_(std::make_unique<Parts>()) {
    httplib::Server& server = parts_->server;
    server.set_default_headers({{"Cache-Control", "no-store"},
                                {"Cross-Origin-Resource-Policy", "same-origin"},
                                {"X-Content-Type-Options", "nosniff"}});
    // Two previews on one port would answer in turn: without SO_REUSEPORT the second is refused.
    server.set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    // A kept connection would keep a thread.
    server.set_keep_alive_max_count(1);
    server.set_pre_routing_handler([&preview](const httplib::Request& request, httplib::Response& response) {
        respond(preview, request, response);
        return httplib::Server::HandlerResponse::Handled;
    });
}

PreviewServer::~PreviewServer() {
    parts_->server.stop();
    if (parts_->thread.joinable()) parts_->thread.join();
}

bool PreviewServer::bind(int port) {
    if (port == 0) {
        port_ = parts_->server.bind_to_any_port(loopback);
        return port_ > 0;
    }
    port_ = port;
    return parts_->server.bind_to_port(loopback, port);
}

void PreviewServer::start() {
    parts_->thread = std::thread([this] { parts_->server.listen_after_bind(); });
    // Until it runs, stop() would not reach it.
    while (!parts_->server.is_running())
        std::this_thread::yield();
}

}  // namespace regioscope::cli
