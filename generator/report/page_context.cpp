#include "report/page_context.h"

#include <fmt/format.h>

#include <algorithm>

#include "figures/cells.h"
#include "markdown/render.h"
#include "report/pages/evidence.h"
#include "report/pages/story.h"
#include "report/text_resolver.h"
#include "report/urls.h"

namespace regioscope::report {

PageContext::PageContext(const Site& site, const Page& page, std::size_t language, Foreknowledge known)
    : Environment(site.view(language)),
      site_(site),
      page_(page),
      language_(language),
      known_(known),
      file_(std::string(known.folder) + site.file_of(page.path, language)) {
    to_.region = [this](data::RegionIndex region) {
        return href("regions/" + dataset()[region].id + ".html");
    };
    to_.indicator = [this](data::IndicatorIndex indicator) {
        return href("indicators/" + dataset()[indicator].id + ".html");
    };
    to_.theme = [this](data::ThemeIndex theme) { return href("themes/" + dataset()[theme].id + ".html"); };
    to_.source = [this](data::SourceIndex source) { return href(source_page(dataset(), source)); };
    to_.citation = [this](const data::Citation& citation) { return href(site_.source_places->of(citation)); };
    to_.observation = [this](data::ObservationIndex observation) {
        return href(site_.source_places->of(observation));
    };
    to_.printed = [this](const std::vector<data::ObservationIndex>& observations) {
        return href(site_.source_places->of(observations));
    };
    text_ = [this](const data::Text& text) { return inline_text(text); };
}

expression::Value PageContext::shown(const data::Text& text) const {
    return markup(text_(text));
}

expression::Value PageContext::source(const data::Citation& citation,
                                      std::optional<data::Reading> reading) const {
    escape::SafeHtml mark = citation_mark(*this, citation);
    if (reading) mark += reading_mark(*this, *reading);
    return markup(std::move(mark));
}

std::optional<expression::Value> PageContext::on_page(data::RegionIndex region, std::string_view name) const {
    if (name == "href") return to_.region(region);
    if (name == "key") return figures::key_class(dataset(), region);
    if (name != "story") return std::nullopt;
    const NarrativePage* const story = site_.find_narrative("regions/" + dataset()[region].id);
    return story == nullptr ? std::string() : story_title(*this, *story);
}

bool PageContext::guesses_its_depth() const {
    return file_ == "404.html" && site_.base_url.empty();
}

bool PageContext::starts_from_host() const {
    return page_.path == "404.html" && !site_.base_url.empty();
}

std::string PageContext::href(std::string_view page_path) const {
    // A page that this edition does not have cannot be linked to; the label then stands alone.
    if (site_.plan.find(page_path.substr(0, page_path.find('#'))) == nullptr) return {};
    const std::string target = site_.file_of(page_path, language_);
    return starts_from_host() ? path_of_url(site_.base_url) + target : relative_url(file_, target);
}

std::string PageContext::file_href(std::string_view path) const {
    return starts_from_host() ? path_of_url(site_.base_url) + std::string(path) : relative_url(file_, path);
}

std::string PageContext::href_in(std::size_t language) const {
    const std::string target = site_.file_of(page_.path, language);
    return starts_from_host() ? path_of_url(site_.base_url) + target : relative_url(file_, target);
}

std::string PageContext::href_in(const Site& edition) const {
    const bool has_page = edition.plan.find(page_.path) != nullptr;
    const std::string target =
        edition.folder + edition.file_of(has_page ? page_.path : "index.html", language_);
    return starts_from_host() ? path_of_url(site_.base_url) + target
                              : relative_url(site_.folder + file_, target);
}

std::string PageContext::heading_id(const std::string& anchor) const {
    if (known_.heading_ids == nullptr) return anchor;
    const auto found = known_.heading_ids->find(anchor);
    return found == known_.heading_ids->end() ? anchor : found->second;
}

std::string PageContext::show_heading(const std::string& anchor) {
    headings_.push_back(anchor);
    return heading_id(anchor);
}

escape::SafeHtml PageContext::declared_at(Span place, escape::SafeHtml html) const {
    if (known_.origins == nullptr || html.empty()) return html;
    return escape::SafeHtml::from_trusted(known_.origins->begin(place) + std::move(html).text() +
                                          escape::Origins::end);
}

const std::string& PageContext::declared_id(Span place, const std::string& id) const {
    if (known_.origins != nullptr) known_.origins->declare(site_.folder + file_, id, place);
    return id;
}

std::size_t PageContext::cite(data::SourceIndex source, std::optional<std::uint32_t> part,
                              std::string_view locator) {
    const auto same = [&](const CitedPlace& place) {
        return place.source == source && place.part == part && place.locator == locator;
    };
    const auto known = std::find_if(cited_places_.begin(), cited_places_.end(), same);
    if (known != cited_places_.end()) return static_cast<std::size_t>(known - cited_places_.begin()) + 1;
    cited_places_.push_back({source, part, std::string(locator)});
    return cited_places_.size();
}

bool PageContext::use(const data::Term& term) {
    if (std::find(terms_used_.begin(), terms_used_.end(), &term) != terms_used_.end()) return false;
    terms_used_.push_back(&term);
    return true;
}

std::optional<int> PageContext::next_figure_number(std::string_view id, bool is_table) {
    if (!figures_shown_.emplace(id).second) return std::nullopt;
    return ++(is_table ? table_count_ : figure_count_);
}

escape::SafeHtml PageContext::inline_text(const data::Text& text) {
    const std::string& language = presenter().language();
    const data::Text::Entry* const entry = text.in(language, site_.project->default_language());
    if (entry == nullptr) return {};
    TextResolver resolver(*this);
    const auto place = static_cast<std::size_t>(entry - text.entries.data());
    escape::SafeHtml words = markdown::render(site_.project->words.of(text, place), resolver);
    if (entry->language == language) return words;
    return escape::SafeHtml::from_trusted("<span class=\"fallback\" lang=\"" + entry->language + "\">") +
           words + escape::SafeHtml::from_trusted("</span>");
}

}  // namespace regioscope::report
