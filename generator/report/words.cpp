#include "report/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <string_view>

#include "base/parallel.h"
#include "locale/prose_words.h"
#include "markdown/comparatives.h"
#include "markdown/lint.h"
#include "markdown/number_parity.h"
#include "markdown/parity.h"
#include "report/project.h"

namespace regioscope::report {

namespace {

using data::WrittenText;

/// The stretches of files in which what is said is cited.
class CitedPlaces {
  public:
    void add(const std::vector<Span>& spans) { spans_.insert(spans_.end(), spans.begin(), spans.end()); }

    /// To be asked from now on. Objects lie one within the other or apart: of those that begin before a
    /// place, one reaches behind it or none.
    void settle() {
        std::sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) {
            return a.source != b.source ? std::less<>()(a.source, b.source) : a.begin < b.begin;
        });
        for (std::size_t i = 1; i < spans_.size(); ++i) {
            if (spans_[i].source == spans_[i - 1].source)
                spans_[i].end = std::max(spans_[i].end, spans_[i - 1].end);
        }
    }

    bool contain(const Span& place) const {
        const auto behind =
            std::upper_bound(spans_.begin(), spans_.end(), place, [](const Span& a, const Span& b) {
                return a.source != b.source ? std::less<>()(a.source, b.source) : a.begin < b.begin;
            });
        if (behind == spans_.begin()) return false;
        const Span& last = *std::prev(behind);
        return last.source == place.source && place.end <= last.end;
    }

  private:
    std::vector<Span> spans_;
};

/// The quotes stand around the entry: a JSON string is decoded together with them.
Span literal_of(const data::Text::Entry& entry) {
    return {entry.span.source, entry.span.begin - 1, entry.span.end + 1};
}

/// What would be shown as it is written, and mean nothing to readers.
void refuse_markup(const data::Text::Entry& entry, Findings& findings) {
    constexpr std::array<std::string_view, 4> signs = {"{{", "](", "[@", "[^"};
    for (const std::string_view sign : signs) {
        const std::size_t at = entry.markdown.find(sign);
        if (at == std::string::npos) continue;
        findings
            .error("markup-in-words", entry.span,
                   fmt::format("'{}' would be shown as it is written: this text stands in files and lists "
                               "that hold plain words",
                               entry.markdown.substr(at, 12)))
            .note(
                "say it in words; values, links and citations belong in texts that are shown on pages only");
        return;
    }
}

/// One text in all its languages.
class Reader {
  public:
    Reader(const Project& project, const WrittenText& text, bool is_cited)
        : project_(project), text_(text), is_cited_(is_cited) {}

    void read(std::vector<Words::Said>& said, Findings& findings) const {
        for (const data::Text::Entry& entry : text_.text.entries)
            said.push_back({text_.owner, language_of(entry), document_of(entry, findings)});
        for (std::size_t i = 1; i < said.size(); ++i) {
            markdown::compare_structure(said[0].document, said[i].document, findings);
            if (text_.kind != WrittenText::Kind::name)
                markdown::compare_numbers(written(said[0]), written(said[i]),
                                          project_.settings.number_exceptions, findings);
        }
    }

  private:
    std::size_t language_of(const data::Text::Entry& entry) const {
        const std::vector<std::string>& languages = project_.settings.languages;
        return static_cast<std::size_t>(std::find(languages.begin(), languages.end(), entry.language) -
                                        languages.begin());
    }

    markdown::Document document_of(const data::Text::Entry& entry, Findings& findings) const {
        const bool is_markdown = text_.kind == WrittenText::Kind::markdown;
        Findings of_markdown;
        markdown::Document document =
            markdown::parse_json_string(literal_of(entry), markdown::Mode::line, of_markdown);
        if (is_markdown) {
            findings.merge(std::move(of_markdown));
        } else {
            refuse_markup(entry, findings);
        }
        if (text_.kind != WrittenText::Kind::name && !is_cited_) {
            const locale::ProseWords& words = project_.locales[language_of(entry)]->prose();
            markdown::find_bare_numbers(document, words, project_.settings.number_exceptions, findings);
            if (is_markdown) markdown::find_bare_comparisons(document, words, findings);
        }
        return document;
    }

    markdown::WrittenIn written(const Words::Said& said) const {
        return {said.document, project_.locales[said.language]->prose()};
    }

    const Project& project_;
    const WrittenText& text_;
    bool is_cited_;
};

}  // namespace

const markdown::Document& Words::of(const data::Text& text, std::size_t entry) const {
    return said_[first_of_.at(text.id) + entry].document;
}

Words Words::read(const Project& project, Findings& findings) {
    std::vector<const WrittenText*> texts;
    CitedPlaces cited;
    const auto gather = [&](const data::WrittenTexts& written) {
        for (const WrittenText& text : written.all) {
            if (text.kind != WrittenText::Kind::message) texts.push_back(&text);
        }
        cited.add(written.cited);
    };
    gather(project.settings.texts);
    gather(project.dataset.texts);
    gather(project.declared_figures.texts);
    gather(project.declared_figures.ground.boundaries.texts);
    gather(project.glossary.texts);
    if (project.diagnosis) gather(project.diagnosis->texts);
    if (project.statement) gather(project.statement->texts);
    cited.settle();

    std::vector<std::vector<Said>> said(texts.size());
    std::vector<Findings> found(texts.size());
    for_each_index(texts.size(), [&](std::size_t i) {
        Reader(project, *texts[i], cited.contain(texts[i]->text.span)).read(said[i], found[i]);
    });
    Words words;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        findings.merge(std::move(found[i]));
        words.first_of_.emplace(texts[i]->text.id, words.said_.size());
        words.said_.insert(words.said_.end(), std::make_move_iterator(said[i].begin()),
                           std::make_move_iterator(said[i].end()));
    }
    return words;
}

}  // namespace regioscope::report
