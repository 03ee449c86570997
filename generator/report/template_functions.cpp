#include "report/template_functions.h"

#include <fmt/format.h>

#include "analysis/functions.h"
#include "report/page_context.h"
#include "template/functions.h"

namespace regioscope::report {

namespace {

using expression::Arguments;
using expression::CallContext;
using expression::Value;

Result<PageContext*> page_of(const CallContext& context) {
    PageContext* const page = context.evaluation.environment<PageContext>();
    if (page == nullptr)
        return make_error("no-page-here", context.span, "this function works in a page's template only");
    return page;
}

Result<Value> message(const Arguments& arguments, const CallContext& context) {
    const auto page = page_of(context);
    if (!page) return page.finding();
    const auto id = arguments.text(0);
    if (!id) return id.finding();
    locale::Arguments named;
    for (const auto& [name, value] : arguments[1].map().entries()) {
        if (value.is_number()) {
            named.push_back({name, value.number()});
            continue;
        }
        auto text = expression::text_of(value);
        if (!text)
            return make_error("not-printable", context.span,
                              fmt::format("the argument '{}' cannot be printed", name));
        named.push_back({name, std::move(*text)});
    }
    Result<std::string> words = (*page)->presenter().locale().message(*id, named);
    if (!words) {
        Finding finding = std::move(words).finding();
        finding.span = context.span;
        return finding;
    }
    return Value(std::move(words).value());
}

Result<Value> address(const Arguments& arguments, const CallContext& context) {
    const auto page = page_of(context);
    if (!page) return page.finding();
    const auto path = arguments.text(0);
    if (!path) return path.finding();
    std::string href = (*page)->href(*path);
    if (href.empty())
        return make_error("broken-link", arguments.span(0),
                          fmt::format("there is no page '{}' in this edition", *path));
    return Value(std::move(href));
}

Result<Value> asset(const Arguments& arguments, const CallContext& context) {
    const auto page = page_of(context);
    if (!page) return page.finding();
    const auto path = arguments.text(0);
    if (!path) return path.finding();
    return Value((*page)->file_href(fmt::format("assets/{}", *path)));
}

}  // namespace

const expression::Functions& template_functions() {
    static const expression::Functions functions = [] {
        using expression::named_rest;
        using expression::required;
        expression::Functions all = templates::template_functions();
        analysis::add_domain_functions(all);
        all.add_function({"t",
                          {required("id"), named_rest("arguments")},
                          "A message of the language file.",
                          "t(\"nav.home\")",
                          "Voorpagina",
                          message});
        all.add_function({"href",
                          {required("path")},
                          "The address of a page, from this one.",
                          "href(\"data.html\")",
                          "data.html",
                          address});
        all.add_function({"asset",
                          {required("path")},
                          "The address of a file below assets/.",
                          "asset(\"report.css\")",
                          "assets/report.css",
                          asset});
        return all;
    }();
    return functions;
}

}  // namespace regioscope::report
