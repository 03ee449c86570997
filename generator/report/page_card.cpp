#include "report/page_card.h"

#include "report/evaluation.h"
#include "report/sentences.h"
#include "report/translation.h"

namespace regioscope::report {

namespace {

/// What search engines show of it, roughly.
constexpr std::size_t most_of_summary = 300;

std::string sentence_about(const PageContext& context, const std::string& title) {
    const Page& page = context.page();
    std::string words = page.description ? page.description(context) : std::string();
    const std::string about = context.presenter().plain(context.site().settings().description);
    if (words.empty() && page.path != "index.html" && !about.empty()) words = followed_by(title, about);
    if (words.empty()) words = about.empty() ? title : about;
    return shortened(words, most_of_summary);
}

}  // namespace

bool is_findable(const Page& page) {
    return !page.is_apart && page.path != "404.html";
}

std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    const std::string_view beginning = text.substr(0, most);
    if (const std::size_t end = beginning.rfind(". "); end != std::string_view::npos && end > most / 3)
        return std::string(beginning.substr(0, end + 1));
    const std::size_t space = beginning.rfind(' ');
    if (space != std::string_view::npos) return std::string(beginning.substr(0, space)) + "…";
    // A single word: cut where a character begins.
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end)) + "…";
}

std::string permanent_folder(const Site& site) {
    return folder_of(site.settings().editions[site.edition->index]);
}

bool has_permalinks(const Site& site) {
    const Settings& settings = site.settings();
    return site.folder.empty() && !site.base_url.empty() && site.edition->id() == settings.default_edition &&
           settings.kept_editions.contains(settings.default_edition);
}

PageCard card_of(const PageContext& context) {
    const Site& site = context.site();
    const Page& page = context.page();
    PageCard card;
    card.title = page.title(context);
    card.summary = sentence_about(context, card.title);
    if (site.base_url.empty() || page.path == "404.html") return card;
    const std::string file = site.file_of(page.path, language_shown(site, page, context.language()));
    card.address = site.base_url + file;
    card.permalink = has_permalinks(site) ? site.base_url + permanent_folder(site) + file : card.address;
    return card;
}

}  // namespace regioscope::report
