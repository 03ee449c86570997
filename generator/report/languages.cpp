#include "report/languages.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "base/suggest.h"
#include "locale/catalogue.h"
#include "report/project.h"

namespace regioscope::report {

namespace {

using locale::Catalogue;
using locale::Locale;

constexpr std::string_view own_folder = "site/languages";

std::string own_path(std::string_view tag) {
    return fmt::format("{}/{}.json", own_folder, tag);
}

/// The messages of one language, and where the project adds to those of the program.
struct Language {
    std::string tag;
    Catalogue words;
    Span own_file;
};

class LanguageReader {
  public:
    LanguageReader(const Disk& project, SourceLibrary& library, Findings& findings)
        : project_(project),
          built_in_(open_folder(built_in_templates())),
          library_(library),
          findings_(findings) {
        // What the program says it says in English, too.
        known_ = read_shipped("en").value_or(Catalogue());
    }

    /// Nothing when no file knows the language.
    std::optional<Language> read(const std::string& tag, bool is_first) {
        std::optional<Catalogue> shipped = read_shipped(tag);
        if (shipped && !project_.exists(own_path(tag))) return Language{tag, *std::move(shipped), {}};
        Result<std::string> text = project_.read(own_path(tag));
        if (!text) {
            findings_.add(std::move(text).finding())
                .note(fmt::format(
                    "the report is published in '{}', a language that the program does not bring", tag));
            return std::nullopt;
        }
        const SourceText& file = library_.add(own_path(tag), *std::move(text));
        Language language{tag, compile(tag, file), {&file, 0, 0}};
        find_unused(language.words);
        check_arguments(known_, language.words, findings_);
        if (is_first) known_.complete_with(language.words);
        if (shipped) language.words.complete_with(*shipped);
        return language;
    }

    /// One warning, however much is missing. `other` is what readers get instead.
    void report_missing(const Language& language, std::string_view other) {
        const std::vector<std::string_view> missing = missing_ids(known_, language.words);
        if (missing.empty()) return;
        Finding finding = make_warning("incomplete-language", language.own_file,
                                       fmt::format("{} of {} messages are missing; readers get those of '{}'",
                                                   missing.size(), known_.ids().size(), other));
        finding.file = own_path(language.tag);
        finding.subject = language.tag;
        constexpr std::size_t most_named = 5;
        const auto end = missing.begin() + static_cast<std::ptrdiff_t>(std::min(most_named, missing.size()));
        findings_.add(std::move(finding))
            .note(fmt::format("the first of them: {}", fmt::join(missing.begin(), end, ", ")));
    }

    bool lacks_messages(const Language& language) const {
        return !missing_ids(known_, language.words).empty();
    }
    const Catalogue& known() const { return known_; }

  private:
    Catalogue compile(const std::string& tag, const SourceText& file) {
        return Catalogue::compile(tag, locale::read_messages(file, findings_), findings_);
    }

    /// The file of the program, or the project's in its place, as with all templates.
    std::optional<Catalogue> read_shipped(const std::string& tag) {
        const std::string name = fmt::format("languages/{}.json", tag);
        const std::string shown = fmt::format("templates/{}", name);
        const bool is_own = project_.exists(shown);
        if (!is_own && !built_in_->exists(name)) return std::nullopt;
        Result<std::string> text = is_own ? project_.read(shown) : built_in_->read(name);
        if (!text) {
            findings_.add(std::move(text).finding());
            return std::nullopt;
        }
        return compile(tag, library_.add(shown, *std::move(text)));
    }

    /// A message that the program does not know is there for the project's own templates, or misspelt.
    void find_unused(const Catalogue& words) {
        for (const std::string_view id : words.ids()) {
            if (known_.find(id) != nullptr || is_asked_for(id)) continue;
            findings_.warning(
                "unused-message", words.find(id)->span(),
                fmt::format("nothing asks for message '{}'{}", id, did_you_mean(id, known_.ids())));
        }
    }

    bool is_asked_for(std::string_view id) const {
        const std::vector<std::string> templates = project_.list("templates");
        return std::any_of(templates.begin(), templates.end(), [&](const std::string& path) {
            const Result<std::string> text = path.ends_with(".html") ? project_.read(path) : std::string();
            return text && text->find(fmt::format("\"{}\"", id)) != std::string::npos;
        });
    }

    const Disk& project_;
    std::unique_ptr<Disk> built_in_;
    SourceLibrary& library_;
    Findings& findings_;
    /// Every message that can be asked for.
    Catalogue known_;
};

void find_unused_files(const Disk& project, const std::vector<std::string>& languages, Findings& findings) {
    for (const std::string& path : project.list(own_folder)) {
        const bool is_read = std::any_of(languages.begin(), languages.end(),
                                         [&](const std::string& tag) { return path == own_path(tag); });
        if (is_read) continue;
        Finding finding = make_warning("unused-file", {}, "this is no file of one of the report's languages");
        finding.file = path;
        findings.add(std::move(finding));
    }
}

}  // namespace

Locales read_languages(const Disk& project, const std::vector<std::string>& languages, SourceLibrary& library,
                       Findings& findings) {
    find_unused_files(project, languages, findings);
    LanguageReader reader(project, library, findings);
    std::vector<Language> read;
    for (const std::string& tag : languages) {
        if (std::optional<Language> language = reader.read(tag, read.empty()))
            read.push_back(*std::move(language));
    }
    Locales locales;
    if (findings.has_errors()) return locales;
    std::unique_ptr<const Locale> english;
    if (reader.lacks_messages(read.front())) english = Locale::make("en", reader.known(), findings);
    for (Language& language : read) {
        const Locale* const other = locales.empty() ? english.get() : locales.front().get();
        reader.report_missing(language, other != nullptr ? other->tag() : "en");
        auto made = Locale::make(language.tag, std::move(language.words), findings, other);
        if (made == nullptr) return {};
        locales.push_back(std::move(made));
    }
    return locales;
}

}  // namespace regioscope::report
