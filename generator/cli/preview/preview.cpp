#include "cli/preview/preview.h"

#include <fmt/format.h>

#include "base/finding_text.h"
#include "cli/preview/content_type.h"
#include "escape/html_text.h"

namespace regioscope::cli {

namespace {

constexpr std::string_view reload_script = R"((() => {
  const shown = new URL(document.currentScript.src).searchParams.get("shown");
  const ask = () => {
    if (document.hidden) return;
    const question = document.createElement("script");
    const next = () => { question.remove(); setTimeout(ask, 500); };
    question.onload = next;
    question.onerror = next;
    question.src = "/.preview/changed.js?shown=" + shown;
    document.head.append(question);
  };
  document.addEventListener("visibilitychange", ask);
  addEventListener("load", ask);
})();
)";

std::string with_reload_script(std::string_view html, std::uint64_t version) {
    const std::string tag =
        fmt::format("<script defer src=\"/.preview/reload.js?shown={}\"></script>\n", version);
    const std::size_t head_end = std::min(html.find("</head>"), html.size());
    return fmt::format("{}{}{}", html.substr(0, head_end), tag, html.substr(head_end));
}

std::string failure_page(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings.all())
        text += finding_text(finding) + "\n";
    return fmt::format(R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{0}</title>
</head>
<body>
<h1>{0}</h1>
<p>The page comes back by itself when they are mended. Until then there is <a href="{2}">the last good site</a>.</p>
<pre>{1}</pre>
</body>
</html>
)",
                       escape::html_text(findings_summary(findings)), escape::html_text(text), last_good);
}

bool is_page(std::string_view file) {
    return file.ends_with(".html");
}

}  // namespace

Preview::Preview(std::uint64_t first_version) {
    State first;
    first.version = first_version;
    state_ = std::make_shared<const State>(std::move(first));
}

std::shared_ptr<const Preview::State> Preview::state() const {
    const std::lock_guard guard(mutex_);
    return state_;
}

void Preview::set(std::shared_ptr<const State> state) {
    const std::lock_guard guard(mutex_);
    state_ = std::move(state);
}

void Preview::show(std::vector<report::OutputFile> site) {
    State next;
    next.version = state()->version + 1;
    for (report::OutputFile& file : site)
        next.site.insert_or_assign(std::move(file.path), std::move(file.content));
    set(std::make_shared<const State>(std::move(next)));
}

void Preview::show_failure(const Findings& findings) {
    State next = *state();
    ++next.version;
    next.failure = failure_page(findings);
    set(std::make_shared<const State>(std::move(next)));
}

Reply Preview::answer(std::string_view path, std::string_view shown) const {
    const std::shared_ptr<const State> now = state();
    constexpr std::string_view javascript = "text/javascript; charset=utf-8";
    constexpr std::string_view html = "text/html; charset=utf-8";
    if (path == "/.preview/reload.js") return {200, javascript, std::string(reload_script), {}};
    if (path == "/.preview/changed.js")
        return {200, javascript, shown == fmt::to_string(now->version) ? "" : "location.reload();\n", {}};

    const bool wants_last_good = path.starts_with(last_good);
    std::string file(path.substr(wants_last_good ? last_good.size() : 1));
    if (file.empty() || file.ends_with('/')) file += "index.html";
    const auto found = now->site.find(file);
    const bool is_known = found != now->site.end();
    if (!now->failure.empty() && !wants_last_good && (!is_known || is_page(file)))
        return {500, html, with_reload_script(now->failure, now->version), {}};
    if (is_known) {
        return {200,
                content_type(file),
                is_page(file) ? with_reload_script(found->second, now->version) : found->second,
                {}};
    }
    if (now->site.contains(file + "/index.html")) return {301, html, {}, std::string(path) + "/"};
    const auto not_found = now->site.find("404.html");
    return {
        404,
        html,
        with_reload_script(not_found == now->site.end() ? "Not found.\n" : not_found->second, now->version),
        {}};
}

bool is_local_host(std::string_view host) {
    const std::size_t colon = host.rfind(':');
    const std::string_view name = host.substr(0, colon);
    const std::string_view port = colon == std::string_view::npos ? "" : host.substr(colon + 1);
    return (name == "localhost" || name == "127.0.0.1") &&
           port.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace regioscope::cli
