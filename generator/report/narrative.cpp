#include "report/narrative.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "base/slug.h"
#include "locale/prose_words.h"
#include "markdown/comparatives.h"
#include "markdown/lint.h"
#include "markdown/number_parity.h"
#include "markdown/parity.h"
#include "markdown/silent_markup.h"

namespace regioscope::report {

namespace {

constexpr std::string_view root = "site/narrative";

struct File {
    std::string disk_path;
    std::string page;
    std::size_t language = 0;
};

/// The name that a page may have: slugs with `/` between them.
std::string page_name(std::string_view name) {
    std::string good;
    while (true) {
        const std::size_t slash = name.find('/');
        good += slug_of(name.substr(0, slash));
        if (slash == std::string_view::npos) return good;
        good += '/';
        name.remove_prefix(slash + 1);
    }
}

/// `site/narrative/de/regions/twente.md` → language de, page `regions/twente`.
std::optional<File> parse_path(const std::string& path, const Disk& disk, const Settings& settings,
                               Findings& findings) {
    const std::string_view inner = std::string_view(path).substr(std::min(path.size(), root.size() + 1));
    const std::size_t slash = inner.find('/');
    const auto language =
        std::find(settings.languages.begin(), settings.languages.end(), inner.substr(0, slash));
    if (slash == std::string_view::npos || language == settings.languages.end() || !inner.ends_with(".md")) {
        if (auto text = disk.read(path); !text) {
            findings.add(std::move(text).finding());
            return std::nullopt;
        }
        Finding finding =
            make_warning("unused-file", {}, "this is no Markdown file of one of the report's languages");
        finding.file = path;
        finding.subject = path;
        findings.add(std::move(finding));
        return std::nullopt;
    }
    const std::string_view name = inner.substr(slash + 1, inner.size() - slash - 4);
    if (const std::string good = page_name(name); name != good) {
        Finding finding =
            make_error("invalid-file-name", {},
                       "a page's file is named with lower-case letters, digits and single hyphens");
        finding.file = path;
        findings.add(std::move(finding))
            .note(fmt::format("its name becomes its address: rename it to '{}.md'", good));
        return std::nullopt;
    }
    return File{path, std::string(name), static_cast<std::size_t>(language - settings.languages.begin())};
}

void check_languages(const NarrativePage& page, const Settings& settings, const Locales& locales,
                     Findings& findings) {
    const std::size_t original =
        page.has(0) ? 0
                    : static_cast<std::size_t>(std::find_if(page.documents.begin(), page.documents.end(),
                                                            [](const auto& d) { return d.has_value(); }) -
                                               page.documents.begin());
    for (std::size_t i = 0; i < page.documents.size(); ++i) {
        if (i == original) continue;
        if (page.has(i)) {
            markdown::compare_structure(*page.documents[original], *page.documents[i], findings);
            if (!locales.empty() && !settings.legal.is_legal_page(page.path)) {
                markdown::compare_numbers({*page.documents[original], locales[original]->prose()},
                                          {*page.documents[i], locales[i]->prose()},
                                          settings.number_exceptions, findings);
            }
            continue;
        }
        Finding finding = make_warning(
            "missing-page", page.documents[original]->span(),
            fmt::format("there is no '{}' of this page; readers get this one", settings.languages[i]));
        finding.span.end = finding.span.begin;
        finding.subject = fmt::format("{}/{}", settings.languages[i], page.path);
        findings.add(std::move(finding));
    }
}

}  // namespace

std::string NarrativePage::folder() const {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

const markdown::Document& NarrativePage::in(std::size_t language) const {
    return *documents[language_for(language)];
}

std::size_t NarrativePage::language_for(std::size_t language) const {
    if (documents[language]) return language;
    const auto first = std::find_if(documents.begin(), documents.end(),
                                    [](const auto& document) { return document.has_value(); });
    return static_cast<std::size_t>(first - documents.begin());
}

std::vector<NarrativePage> read_narrative(const Disk& disk, const Settings& settings, const Locales& locales,
                                          SourceLibrary& library, Findings& findings) {
    std::vector<File> files;
    for (const std::string& path : disk.list(root)) {
        if (auto file = parse_path(path, disk, settings, findings)) files.push_back(std::move(*file));
    }
    std::vector<std::optional<markdown::Document>> documents(files.size());
    std::vector<Findings> found(files.size());
    for_each_index(files.size(), [&](std::size_t i) {
        Result<std::string> text = disk.read(files[i].disk_path);
        if (!text) {
            found[i].add(std::move(text).finding());
            return;
        }
        const SourceText& source = library.add(files[i].disk_path, *std::move(text));
        const Span whole{&source, 0, static_cast<std::uint32_t>(source.text().size())};
        documents[i] = markdown::parse(whole, markdown::Mode::page, found[i]);
        markdown::find_silent_markup(*documents[i], found[i]);
        if (locales.empty() || settings.legal.is_legal_page(files[i].page)) return;
        const locale::ProseWords& words = locales[files[i].language]->prose();
        markdown::find_bare_numbers(*documents[i], words, settings.number_exceptions, found[i]);
        markdown::find_bare_comparisons(*documents[i], words, found[i]);
    });
    for (Findings& one : found)
        findings.merge(std::move(one));

    std::map<std::string, NarrativePage> by_path;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!documents[i]) continue;
        NarrativePage& page = by_path[files[i].page];
        page.path = files[i].page;
        page.documents.resize(settings.languages.size());
        page.documents[files[i].language] = std::move(documents[i]);
    }
    std::vector<NarrativePage> pages;
    for (auto& [path, page] : by_path) {
        check_languages(page, settings, locales, findings);
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace regioscope::report
