// What the law asks of a publisher: which country's rules a report keeps, and what that means for its pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_table.h"
#include "data/entry.h"

namespace regioscope::report {

/// Whose model the accessibility statement follows.
enum class Law { none, eu, nl, de_federal, de_ni };
inline constexpr WordTable<Law, 5> law_words = {{"none", "eu", "nl", "de-federal", "de-ni"}};

/// What follows from it.
struct LegalModel {
    bool asks_for_statement = false;
    /// Who decides when somebody and the publisher do not agree. Empty: the statement says it.
    std::string_view enforcement_name = {};
    std::string_view enforcement_url = {};
    /// The statement says one of four statuses by its letter.
    bool has_status_letters = false;
    /// The essentials in easy words (German: Leichte Sprache).
    bool asks_for_easy_words = false;
    bool asks_for_imprint = false;
    bool asks_for_privacy = false;
    bool asks_for_security_txt = false;
};
const LegalModel& model_of(Law law);

/// security.txt (RFC 9116): where somebody tells of a weakness of the site.
struct SecurityContact {
    /// `mailto:`, `tel:` or `https:`, the preferred one first.
    std::vector<std::string> contacts;
    data::Date expires;
    std::string policy;
    std::string encryption;
    std::string acknowledgments;
    Span span;
    Span expires_span;
};

/// A page of the narrative that stands in the footer of every page.
struct LegalPage {
    std::string path;
    Span span;
};

struct Legal {
    Law law = Law::none;
    std::optional<SecurityContact> security;
    std::optional<LegalPage> imprint;
    std::optional<LegalPage> privacy;

    /// Addresses, register numbers and paragraphs are no figures.
    bool is_legal_page(std::string_view path) const;
};

/// The keys `law`, `security`, `imprint` and `privacy` of site/report.json. Findings: `unknown-word`,
/// `invalid-url`, `invalid-date`, `empty-list`.
Legal read_legal(data::Entry& settings);

}  // namespace regioscope::report
