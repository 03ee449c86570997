#include "report/pages/page_head.h"

#include <fmt/format.h>

#include "escape/html_attribute.h"
#include "locale/codes.h"
#include "report/citing.h"
#include "report/companion.h"
#include "report/exports/exports.h"
#include "report/linked_data.h"
#include "report/page_card.h"
#include "report/pages/common.h"
#include "report/picture.h"
#include "report/sentences.h"
#include "report/translation.h"
#include "report/urls.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

List alternates_list(const PageContext& context) {
    List list;
    if (context.page().path == "404.html" ||
        !is_translated(context.site(), context.page(), context.language()))
        return list;
    for (const Alternate& alternate : alternates(context.site(), context.page()))
        list.push_back(Map{{"hreflang", alternate.language}, {"href", alternate.address}});
    return list;
}

/// As Open Graph names languages, with a country: that of the page first, then those it is in besides.
List locales_list(const PageContext& context) {
    const Site& site = context.site();
    const std::size_t shown = language_shown(site, context.page(), context.language());
    const auto name_of = [&](std::size_t language) {
        const locale::Locale& locale = site.presenters[language].locale();
        // Its numbers say of which country it is, if they are its own.
        const Result<std::string> formats = locale.message("language.formats");
        const std::string& tag = locale.tag();
        return locale::territorial_name(formats && formats->starts_with(tag) ? *formats : tag);
    };
    List list = {name_of(shown)};
    for (const std::size_t language : translations(site, context.page()))
        if (language != shown) list.push_back(name_of(language));
    return list;
}

/// The feed of all editions: it stands with the current one. Empty where there is none.
std::string feed_href(const PageContext& context) {
    const Site& site = context.site();
    if (!has_feed(site) || context.page().path == "404.html") return {};
    return relative_url(site.folder + context.file(), site.file_of(feed_path, context.language()));
}

/// A sentence for readers who get another language's text; nothing where they do not.
Value fallback(const PageContext& context) {
    const std::size_t shown = language_shown(context.site(), context.page(), context.language());
    if (shown == context.language()) return Value::none();
    const locale::Locale& locale = context.site().presenters[shown].locale();
    const escape::SafeHtml language = escape::SafeHtml::from_trusted(fmt::format(
        "<a href=\"{}\" hreflang=\"{}\" lang=\"{}\">{}</a>", escape::html_attribute(context.href_in(shown)),
        locale.tag(), locale.tag(), words(locale.name()).text()));
    return markup(sentence(context, "page.untranslated", {{"language", language}}));
}

/// The picture that was made of the page, else the front page's, if there are any.
Value picture(const PageContext& context, const PageCard& card) {
    const Site& site = context.site();
    const auto shown = [&](const std::string& path, std::string words) {
        return Map{{"href", site.base_url + path},
                   {"width", picture_width},
                   {"height", picture_height},
                   {"alt", std::move(words)}};
    };
    const std::size_t language = language_shown(site, context.page(), context.language());
    const std::string own = picture_path(site.file_of(context.page().path, language));
    if (site.export_sizes.contains(own)) {
        // What can be read on it: its name and the sentence that its chart comes to.
        constexpr std::size_t most_words = 400;
        return shown(own, shortened(followed_by(card.title, card.summary), most_words));
    }
    const std::string front = picture_path(site.file_of("index.html", language));
    if (!site.export_sizes.contains(front)) return Value::none();
    return shown(front, site.presenters[language].plain(site.settings().title));
}

Value citation(const PageContext& context) {
    if (!is_findable(context.page())) return Value::none();
    CitedPage cited = cited_page(context);
    return Map{{"text", std::move(cited.text)},
               {"bibtex", std::move(cited.bibtex)},
               {"ris", std::move(cited.ris)},
               {"csl", std::move(cited.csl_json)}};
}

}  // namespace

void add_head(const PageContext& context, Map& page) {
    const PageCard card = card_of(context);
    page.set("title", card.title);
    page.set("description", card.summary);
    page.set("canonical", card.address);
    page.set("alternates", alternates_list(context));
    page.set("feed", feed_href(context));
    page.set("companion", has_companion(context.site(), context.page(), context.language())
                              ? relative_url(context.file(), companion_of(context.file()))
                              : std::string());
    page.set("picture", picture(context, card));
    page.set("locales", locales_list(context));
    page.set("linked_data", linked_data(context));
    page.set("fallback", fallback(context));
    page.set("citation", citation(context));
}

}  // namespace regioscope::report
