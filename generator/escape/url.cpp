#include "escape/url.h"

#include <algorithm>

#include "escape/scan.h"

namespace regioscope::escape {

namespace {

constexpr std::string_view letters_and_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

constexpr ByteTable everything_but(std::string_view a, std::string_view b) {
    ByteTable table{};
    table.fill(true);
    for (const std::string_view allowed : {a, b})
        for (const char c : allowed)
            table[static_cast<unsigned char>(c)] = false;
    return table;
}

void append_percent_encoded(std::string& out, char32_t, std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 0xFU];
    }
}

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
    return std::equal(text.begin(), text.end(), lower_case.begin(), lower_case.end(), same);
}

/// A browser skips or drops these, and takes `\` for `/`.
bool is_misread(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F || c == '\\';
}

}  // namespace

void append_url_component(std::string& out, std::string_view text) {
    static constexpr ByteTable attention = everything_but(letters_and_digits, "-._~");
    append_scanned(out, text, attention, append_percent_encoded);
}

bool is_safe_url(std::string_view url) {
    if (std::any_of(url.begin(), url.end(), is_misread) || find_invalid_utf8(url)) return false;
    if (url.starts_with("//")) return false;
    // Where a scheme could stand: everything before the first `/`, `?` or `#`.
    const std::string_view head = url.substr(0, url.find_first_of("/?#"));
    if (head.find('&') != std::string_view::npos) return false;
    const std::size_t colon = head.find(':');
    if (colon == std::string_view::npos) return true;
    const std::string_view scheme = head.substr(0, colon);
    const std::string_view rest = url.substr(colon + 1);
    if (equals_ignoring_case(scheme, "mailto")) return true;
    const bool web = equals_ignoring_case(scheme, "http") || equals_ignoring_case(scheme, "https");
    return web && rest.starts_with("//") && rest.size() > 2 && rest[2] != '/';
}

void append_url(std::string& out, std::string_view url) {
    // RFC 3986: unreserved, reserved and `%`; but no apostrophe, which ends attributes.
    static constexpr ByteTable attention = everything_but(letters_and_digits, "-._~:/?#[]@!$&()*+,;=%");
    if (is_safe_url(url))
        append_scanned(out, url, attention, append_percent_encoded);
    else
        out += unsafe_url;
}

std::string url(std::string_view url) {
    std::string out;
    append_url(out, url);
    return out;
}

std::string percent_decoded(std::string_view text) {
    std::string out;
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'                     ? c - '0'
               : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                        : -1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace regioscope::escape
