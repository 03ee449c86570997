#include "cli/preview/preview.h"

#include <fmt/format.h>

#include <algorithm>

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

constexpr std::string_view stylesheet = R"(:root { color-scheme: light dark; }
.regioscope-preview { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 50vh; overflow: auto;
  padding: .75rem 1rem; border-top: .25rem solid #c1121f; background: Canvas; color: CanvasText; font: 1rem/1.4 system-ui, sans-serif; }
.regioscope-preview summary { font-weight: 600; cursor: pointer; }
.regioscope-preview p { margin: .25rem 0 0; }
.regioscope-preview a { color: LinkText; }
.regioscope-preview pre, .regioscope-findings pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .875rem/1.4 ui-monospace, monospace; }
.regioscope-findings { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.4 system-ui, sans-serif; }
.regioscope-findings li { margin-block: 1rem; }
@media print { .regioscope-preview { display: none; } }
)";

std::string head_tags(std::uint64_t version) {
    return fmt::format(
        "<link rel=\"stylesheet\" href=\"{0}preview.css\">\n<script defer "
        "src=\"{0}reload.js?shown={1}\"></script>\n",
        reserved, version);
}

/// `part` comes before `mark`, or at the end where there is none.
std::string inserted(std::string_view html, std::string_view mark, std::string_view part) {
    const std::size_t at = std::min(html.rfind(mark), html.size());
    return fmt::format("{}{}{}", html.substr(0, at), part, html.substr(at));
}

bool is_page(std::string_view file) {
    return file.ends_with(".html");
}

/// `twente` for `regions/twente.html`.
std::string_view stem_of(std::string_view path) {
    path.remove_prefix(path.rfind('/') + 1);
    return path.substr(0, path.rfind('.'));
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

void Preview::show(std::vector<report::OutputFile> site, const Findings& findings, bool failed) {
    const std::shared_ptr<const State> before = state();
    State next;
    next.version = before->version + 1;
    next.has_failed = failed;
    next.summary = findings_summary(findings);
    for (const Finding& finding : findings.all()) {
        if (finding.severity != Severity::note)
            next.problems.push_back({std::string(finding.file_name()), finding_text(finding)});
    }
    if (failed) {
        next.site = before->site;
        for (auto& [path, file] : next.site)
            file.is_old = true;
    }
    for (report::OutputFile& file : site) {
        const bool is_unmade = failed && is_page(file.path) && file.content.empty();
        if (is_unmade && next.site.contains(file.path)) continue;
        next.site.insert_or_assign(std::move(file.path),
                                   File{std::move(file.content), std::move(file.origin), is_unmade});
    }
    set(std::make_shared<const State>(std::move(next)));
}

/// A text concerns the page in its language that it is; what declares a page, or is called like it, concerns
/// the page.
bool Preview::concerns(const Problem& problem, std::string_view path, const State& state) {
    constexpr std::string_view narrative = "site/narrative/";
    std::string_view file = problem.file;
    if (file.empty()) return false;
    if (file.starts_with(narrative) && file.ends_with(".md")) {
        file.remove_prefix(narrative.size());
        const std::string in_language = fmt::format("{}.html", file.substr(0, file.size() - 3));
        if (state.site.contains(in_language)) return path == in_language;
        return path == std::string_view(in_language).substr(in_language.find('/') + 1);
    }
    const auto shown = state.site.find(path);
    if (shown != state.site.end() && shown->second.origin == file) return true;
    return file.starts_with("datasets/") && stem_of(file) == stem_of(path);
}

std::string Preview::list_of(const State& state) {
    std::string items;
    for (const Problem& problem : state.problems) {
        std::string pages;
        for (const auto& [path, file] : state.site) {
            if (is_page(path) && concerns(problem, path, state))
                pages += fmt::format(" <a href=\"/{0}\">{0}</a>", escape::html_text(path));
        }
        items += fmt::format("<li><pre>{}</pre>{}</li>\n", escape::html_text(problem.text),
                             pages.empty() ? "" : "<p>On" + pages + "</p>");
    }
    return fmt::format(R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{0}</title>
{1}</head>
<body>
<main class="regioscope-findings">
<h1>{0}</h1>
<p>{2} <a href="/">To the site</a></p>
<ol>
{3}</ol>
</main>
</body>
</html>
)",
                       escape::html_text(state.summary), head_tags(state.version),
                       state.has_failed ? "Pages that cannot be made are shown as they were."
                                        : "All pages are as the project says.",
                       items);
}

std::string Preview::page(std::string_view path, const File& file, const State& state) {
    std::string html = inserted(file.content, "</head>", head_tags(state.version));
    if (!state.has_failed) return html;
    std::string texts;
    std::size_t count = 0;
    for (const Problem& problem : state.problems) {
        if (!concerns(problem, path, state)) continue;
        texts += problem.text + "\n";
        ++count;
    }
    const std::string here =
        count == 0 ? ""
                   : fmt::format("<details open><summary>{} on this page</summary><pre>{}</pre></details>\n",
                                 count, escape::html_text(texts));
    const std::string old = file.is_old ? "<p>This page is as it was before.</p>\n" : "";
    return inserted(html, "</body>",
                    fmt::format("<aside class=\"regioscope-preview\" aria-label=\"Preview\">\n{}{}<p><a "
                                "href=\"{}\">{} in all</a></p>\n</aside>\n",
                                here, old, reserved, escape::html_text(state.summary)));
}

Reply Preview::answer(std::string_view path, std::string_view shown) const {
    const std::shared_ptr<const State> now = state();
    constexpr std::string_view javascript = "text/javascript; charset=utf-8";
    constexpr std::string_view css = "text/css; charset=utf-8";
    constexpr std::string_view html = "text/html; charset=utf-8";
    if (path == "/.preview/reload.js") return {200, javascript, std::string(reload_script), {}};
    if (path == "/.preview/preview.css") return {200, css, std::string(stylesheet), {}};
    if (path == "/.preview/changed.js")
        return {200, javascript, shown == fmt::to_string(now->version) ? "" : "location.reload();\n", {}};
    if (path == reserved) return {200, html, list_of(*now), {}};

    std::string file(path.substr(std::min<std::size_t>(path.size(), 1)));
    if (file.empty() || file.ends_with('/')) file += "index.html";
    const auto found = now->site.find(file);
    if (found != now->site.end()) {
        // A page that was never made.
        if (found->second.content.empty() && is_page(file)) return {500, html, list_of(*now), {}};
        return {200,
                content_type(file),
                is_page(file) ? page(file, found->second, *now) : found->second.content,
                {}};
    }
    if (now->site.contains(file + "/index.html")) return {301, html, {}, std::string(path) + "/"};
    const auto not_found = now->site.find("404.html");
    if (not_found == now->site.end()) return {now->has_failed ? 500 : 404, html, list_of(*now), {}};
    return {404, html, page("404.html", not_found->second, *now), {}};
}

bool is_local_host(std::string_view host) {
    const std::size_t colon = host.rfind(':');
    std::string name(host.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    const std::string_view port = colon == std::string_view::npos ? "" : host.substr(colon + 1);
    return (name == "localhost" || name == "127.0.0.1") &&
           port.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace regioscope::cli
