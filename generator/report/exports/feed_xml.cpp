#include <fmt/format.h>

#include <algorithm>

#include "escape/html_text.h"
#include "escape/xml.h"
#include "report/changes.h"
#include "report/evaluation.h"
#include "report/exports/exports.h"
#include "report/html.h"
#include "report/own_files.h"
#include "report/page_context.h"
#include "report/translation.h"

namespace regioscope::report {

namespace {

/// What a feed tells of an edition; the rest stands on the page of changes.
constexpr std::size_t most_in_feed = 20;

/// Elements of Atom (RFC 4287), one a line.
class AtomWriter {
  public:
    void open(std::string_view element) { xml_ += fmt::format("<{}>\n", element); }
    void close(std::string_view element) { xml_ += fmt::format("</{}>\n", element); }
    void text(std::string_view element, std::string_view words, std::string_view attributes = {}) {
        if (words.empty()) return;
        xml_ += fmt::format("<{}{}>", element, attributes);
        escape::append_xml_text(xml_, words);
        close(element);
    }
    void link(std::string_view relation, std::string_view type, std::string_view href) {
        xml_ += fmt::format("<link rel=\"{}\" type=\"{}\" href=\"", relation, type);
        escape::append_xml_attribute(xml_, href);
        xml_ += "\"/>\n";
    }
    std::string take() { return std::move(xml_); }

  private:
    std::string xml_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
};

/// An edition of the report in one language, as the feed tells of it.
class FeedEntry {
  public:
    /// `root` is where all editions are published.
    FeedEntry(const Site& site, const std::string& root, std::size_t language)
        : site_(site), root_(root), language_(language), presenter_(site.presenters[language]) {}

    const data::Edition& edition() const { return site_.settings().editions[site_.edition->index]; }

    std::string updated() const { return edition().as_of.text() + "T00:00:00Z"; }

    void write(AtomWriter& out) const {
        out.open("entry");
        // Where the edition lies as soon as there is a later one: it is called so from the first day on, and
        // nobody is told of it twice.
        out.text("id", root_ + folder_of(edition()) + site_.file_of("", language_));
        out.text("title", presenter_.message("data.edition-title",
                                             {{"title", presenter_.plain(site_.settings().title)},
                                              {"edition", edition().id}}));
        out.text("published", updated());
        out.text("updated", updated());
        out.link("alternate", "text/html", page("index.html"));
        out.text("summary", site_.changes == nullptr ? presenter_.plain(site_.settings().description)
                                                     : change_summary(presenter_, *site_.changes));
        if (site_.changes != nullptr) out.text("content", content(), " type=\"html\"");
        out.close("entry");
    }

  private:
    std::string page(std::string_view path) const { return site_.base_url + site_.file_of(path, language_); }

    std::string content() const {
        const Changes& changes = *site_.changes;
        std::string html = "<p>" + escape::html_text(change_summary(presenter_, changes)) + "</p>";
        html += list_of_claims() + list_of_changes() + list_of_pages();
        if (site_.plan.find(changes_page) != nullptr) {
            html += "<p>" + anchor(presenter_.message("changes.title"), page(changes_page)).text() + "</p>";
        }
        return html;
    }

    std::string list(std::string_view heading, const std::vector<escape::SafeHtml>& items) const {
        if (items.empty()) return {};
        std::string html = "<h2>" + escape::html_text(presenter_.message(heading)) + "</h2><ul>";
        for (const escape::SafeHtml& item : items)
            html += element("li", item).text();
        return html + "</ul>";
    }

    /// Those that are no longer true, or new.
    std::string list_of_claims() const {
        std::vector<escape::SafeHtml> items;
        for (const analysis::ClaimChange& change : site_.changes->difference.claims) {
            if (change.kind == analysis::ClaimChange::Kind::moved || items.size() == most_in_feed) continue;
            items.push_back(words(change_of_claim(presenter_, change) + ": " +
                                  statement_of(*site_.changes, change, language_)));
        }
        return list("changes.claims", items);
    }

    /// The weightiest.
    std::string list_of_changes() const {
        const data::Dataset& dataset = site_.dataset();
        std::vector<escape::SafeHtml> items;
        for (const analysis::Change& change : site_.changes->difference.changes) {
            if (items.size() == most_in_feed) break;
            const std::vector<std::string> sentences = change_sentences(presenter_, *site_.changes, change);
            if (sentences.empty()) continue;
            const analysis::Measurement& figure = change.either();
            const std::string path = "indicators/" + dataset[figure.indicator].id + ".html";
            const std::string name = presenter_.name(figure.indicator);
            const bool has_page = site_.plan.find(path) != nullptr;
            escape::SafeHtml item = words(presenter_.names(dataset[figure.area].region).name + ", ");
            item += has_page ? anchor(name, page(path)) : words(name);
            item += words(": " + sentences.front());
            items.push_back(std::move(item));
        }
        return list("feed.figures", items);
    }

    std::string list_of_pages() const {
        std::vector<escape::SafeHtml> items;
        for (const std::string& path : site_.changes->new_pages) {
            const Page* const added = site_.plan.find(path);
            if (added == nullptr || added->is_apart || items.size() == most_in_feed) continue;
            const PageContext context(site_, *added, language_);
            items.push_back(anchor(added->title(context), page(path)));
        }
        return list("changes.pages", items);
    }

    const Site& site_;
    const std::string& root_;
    std::size_t language_;
    const analysis::Presenter& presenter_;
};

std::string feed_xml(const Site& site, std::size_t language) {
    const analysis::Presenter& presenter = site.presenters[language];
    const Settings& settings = site.settings();
    const std::string address = site.base_url + site.file_of(feed_path, language);
    const std::string title = presenter.plain(settings.title);
    const std::string publisher = presenter.plain(settings.publisher);
    AtomWriter out;
    out.open(fmt::format("feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\"",
                         site.presenters[is_spoken(site, language) ? language : 0].language()));
    out.text("id", address);
    out.text("title", title);
    out.text("subtitle", presenter.plain(settings.description));
    out.link("self", "application/atom+xml", address);
    out.link("alternate", "text/html", site.base_url + site.file_of("index.html", language));
    out.text("updated", FeedEntry(site, site.base_url, language).updated());
    out.open("author");
    out.text("name", publisher.empty() ? title : publisher);
    out.close("author");
    out.text("rights", presenter.licence(settings.licence));
    for (auto edition = site.published.rbegin(); edition != site.published.rend(); ++edition)
        FeedEntry(**edition, site.base_url, language).write(out);
    out.close("feed");
    return out.take();
}

}  // namespace

bool has_feed(const Site& site) {
    return !site.published.empty() && !site.published.back()->base_url.empty();
}

void add_feeds(const Site& site, Output& output) {
    if (!site.folder.empty() || !has_feed(site)) return;
    for (std::size_t language = 0; language < site.language_count(); ++language) {
        const std::string path = site.file_of(feed_path, language);
        if (!brings(site, path)) output.add(path, feed_xml(site, language));
    }
}

}  // namespace regioscope::report
