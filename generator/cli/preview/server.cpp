#include "cli/preview/server.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <utility>

#include "escape/url.h"

namespace regioscope::cli {

namespace {

/// Of one connection, for all that it asks with.
constexpr std::size_t most_memory = std::size_t{32} << 10U;
/// A browser has six; the others are strangers that wait.
constexpr unsigned most_connections = 500;
constexpr unsigned seconds_of_patience = 10;

constexpr std::array<std::pair<const char*, const char*>, 3> headers = {
    {{"Cache-Control", "no-store"},
     {"Cross-Origin-Resource-Policy", "same-origin"},
     {"X-Content-Type-Options", "nosniff"}}};

std::string_view value_of(MHD_Connection* connection, MHD_ValueKind kind, const char* name) {
    const char* const value = ::MHD_lookup_connection_value(connection, kind, name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

void forget(void* text) {
    delete static_cast<std::string*>(text);
}

Reply reply_to(const Preview& preview, MHD_Connection* connection, std::string_view url,
               std::string_view method) {
    if (method != "GET" && method != "HEAD") return {405, "text/plain", "This preview only shows.\n", {}};
    if (!is_local_host(value_of(connection, MHD_HEADER_KIND, "Host")))
        return {421, "text/plain", "This preview is for this machine only.\n", {}};
    return preview.answer(escape::percent_decoded(url), value_of(connection, MHD_GET_ARGUMENT_KIND, "shown"));
}

MHD_Result send(MHD_Connection* connection, Reply reply) {
    auto body = std::make_unique<std::string>(std::move(reply.body));
    const std::size_t size = body->size();
    char* const bytes = body->data();
    MHD_Response* const response =
        ::MHD_create_response_from_buffer_with_free_callback_cls(size, bytes, forget, body.get());
    if (response == nullptr) return MHD_NO;
    static_cast<void>(body.release());  // the response forgets it
    for (const auto& [name, value] : headers)
        ::MHD_add_response_header(response, name, value);
    ::MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, std::string(reply.type).c_str());
    if (!reply.location.empty())
        ::MHD_add_response_header(response, MHD_HTTP_HEADER_LOCATION, reply.location.c_str());
    if (reply.status == 405) ::MHD_add_response_header(response, MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
    const MHD_Result queued = ::MHD_queue_response(connection, static_cast<unsigned>(reply.status), response);
    ::MHD_destroy_response(response);
    return queued;
}

/// It is asked twice: when the head of a request is there, and when all is.
MHD_Result respond(void* preview, MHD_Connection* connection, const char* url, const char* method,
                   const char* /*version*/, const char* /*upload*/, std::size_t* upload_size,
                   void** has_head) {
    static char yes;
    if (*has_head == nullptr) {
        *has_head = &yes;
        return MHD_YES;
    }
    *upload_size = 0;
    return send(connection, reply_to(*static_cast<const Preview*>(preview), connection, url, method));
}

/// Paths stay as they were sent: what they mean is decided in one place.
std::size_t leave_escaped(void* /*unused*/, MHD_Connection* /*unused*/, char* text) {
    return std::string_view(text).size();
}

}  // namespace

struct PreviewServer::Daemon {
    explicit Daemon(MHD_Daemon* given) : daemon(given) {}
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;
    ~Daemon() { ::MHD_stop_daemon(daemon); }
    MHD_Daemon* daemon;
};

PreviewServer::PreviewServer(const Preview& preview) : preview_(preview) {}

PreviewServer::~PreviewServer() {
    // Once it answers, the socket is the daemon's.
    if (daemon_ == nullptr && socket_ >= 0) ::close(socket_);
}

bool PreviewServer::bind(int port) {
    const int number = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (number < 0) return false;
    // A port that an earlier preview has just left may be taken again; one that is in use may not.
    const int yes = 1;
    ::setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(number, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
        ::listen(number, SOMAXCONN) != 0 ||
        ::getsockname(number, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        ::close(number);
        return false;
    }
    socket_ = number;
    port_ = ntohs(address.sin_port);
    return true;
}

bool PreviewServer::start() {
    MHD_Daemon* const daemon =
        ::MHD_start_daemon(MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD, 0, nullptr, nullptr, respond,
                           const_cast<Preview*>(&preview_), MHD_OPTION_LISTEN_SOCKET, socket_,
                           MHD_OPTION_CONNECTION_LIMIT, most_connections, MHD_OPTION_CONNECTION_TIMEOUT,
                           seconds_of_patience, MHD_OPTION_CONNECTION_MEMORY_LIMIT, most_memory,
                           MHD_OPTION_UNESCAPE_CALLBACK, leave_escaped, nullptr, MHD_OPTION_END);
    if (daemon == nullptr) return false;
    daemon_ = std::make_unique<Daemon>(daemon);
    return true;
}

}  // namespace regioscope::cli
