#include "report/pages/offered_file.h"

#include <optional>
#include <utility>

namespace regioscope::report {

using expression::List;
using expression::Map;

namespace {

/// `7,2 kB`
std::string size_in_words(const PageContext& context, std::size_t bytes) {
    constexpr int kilobyte = 1000;
    const bool is_large = bytes >= static_cast<std::size_t>(kilobyte) * kilobyte;
    const Decimal size = Decimal::scaled(static_cast<std::int64_t>(bytes), is_large ? -6 : -3);
    return context.message(is_large ? "data.megabytes" : "data.kilobytes",
                           {{"number", context.presenter().locale().number(size, 1)}});
}

std::optional<std::size_t> size_of(const Site& site, std::string_view path) {
    for (const auto* const sizes : {&site.export_sizes, &site.book_sizes}) {
        if (const auto found = sizes->find(path); found != sizes->end()) return found->second;
    }
    return std::nullopt;
}

std::string format_of(std::string_view extension) {
    if (extension == "ttl") return "Turtle";
    if (extension == "jsonld") return "JSON-LD";
    std::string format(extension);
    for (char& c : format)
        c = static_cast<char>(c - 'a' + 'A');
    return format;
}

}  // namespace

void offer(const PageContext& context, List& files, std::string_view path, std::string title) {
    const std::optional<std::size_t> size = size_of(context.site(), path);
    if (!size) return;
    files.push_back(Map{{"name", path},
                        {"href", context.file_href(path)},
                        {"title", std::move(title)},
                        {"format", format_of(path.substr(path.rfind('.') + 1))},
                        {"size", size_in_words(context, *size)}});
}

}  // namespace regioscope::report
