#include "report/pages/story.h"

#include <algorithm>

#include <utility>

#include "figures/plain_text.h"
#include "markdown/inline.h"
#include "markdown/render.h"
#include "report/pages/common.h"
#include "report/text_resolver.h"

namespace regioscope::report {

using expression::List;
using expression::Map;
using expression::Value;

namespace {

/// Headings of the second level, for the list that follows the reading.
Value contents_of(const PageContext& context, const markdown::Document& document) {
    List contents;
    for (const markdown::Section& section : document.sections()) {
        if (section.level == 2)
            contents.push_back(link(section.title, "#" + context.heading_id(section.anchor)));
    }
    return contents;
}

}  // namespace

std::string story_title(const PageContext& context, const NarrativePage& page) {
    const markdown::Heading* const title = page.in(context.language()).title();
    return title == nullptr ? page.path : markdown::plain_text(title->content);
}

std::string story_opening(const PageContext& context, const NarrativePage& page) {
    const markdown::Paragraph* const opening = page.in(context.language()).opening();
    if (opening == nullptr) return {};
    // What the words cite belongs to the page they stand on, not to those that link to it.
    PageContext elsewhere(context.site(), context.page(), context.language());
    TextResolver resolver(elsewhere, page.folder());
    return markdown::plain_text(opening->content, [&](const markdown::BoundValue& value, Span span) {
        return figures::plain_text(resolver.value(value, span).text);
    });
}

std::size_t reading_place(const Site& site, const Page& page) {
    if (page.path == "index.html") return 0;
    const std::vector<std::string>& chapters = site.settings().chapters;
    const auto chapter = std::find_if(chapters.begin(), chapters.end(),
                                      [&](const std::string& one) { return one + ".html" == page.path; });
    const auto place = static_cast<std::size_t>(chapter - chapters.begin());
    if (chapter != chapters.end()) return 1 + place;
    return 1 + place + static_cast<std::size_t>(&page - site.plan.pages().data());
}

Value chapter_list(const PageContext& context) {
    List list;
    for (const std::string& chapter : context.site().settings().chapters) {
        const std::string path = chapter + ".html";
        const Page* const page = context.site().plan.find(path);
        if (page == nullptr) continue;
        list.push_back(Map{{"label", page->title(context)},
                           {"href", context.href(path)},
                           {"opening", page->description ? page->description(context) : std::string()}});
    }
    return list;
}

void fill_story(PageContext& context, Map& names, const NarrativePage& page) {
    const markdown::Document& document = page.in(context.language());
    // The front page shows each finding with its line; elsewhere one asks for it.
    const bool is_front = context.page().path == "index.html";
    TextResolver resolver(context, page.folder(),
                          is_front ? TextResolver::Proofs::line : TextResolver::Proofs::folded);
    const markdown::Heading* const title = document.title();
    const std::size_t shown = page.language_for(context.language());
    const Value words =
        title == nullptr ? Value(page.path) : markup(markdown::render_words(title->content, resolver));
    markdown::Parts parts = markdown::render_parts(document, resolver);
    names.set("story",
              Map{{"title", words},
                  {"opening", markup(std::move(parts.opening))},
                  {"html", markup(std::move(parts.rest))},
                  {"contents", contents_of(context, document)},
                  {"language", shown == context.language() ? std::string()
                                                           : context.site().presenters[shown].language()}});
}

}  // namespace regioscope::report
