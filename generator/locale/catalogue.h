// A catalogue: all messages of one language, by id. Made from a language file (templates/languages/nl.json), a
// flat object of id and pattern.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "locale/message.h"

namespace regioscope::locale {

struct MessageSource {
    std::string id;
    std::string pattern;
    Span span;
};

/// The entries of a language file, in its order; `$schema` is skipped. Findings: those of JSON, `wrong-type`.
std::vector<MessageSource> read_messages(const SourceText& source, Findings& findings);

class Catalogue {
  public:
    Catalogue() = default;
    /// Compiles all patterns; those that are broken (`broken-message`) or repeat an id (`duplicate-message`)
    /// are left out.
    static Catalogue compile(std::string language, const std::vector<MessageSource>& sources,
                             Findings& findings);

    const std::string& language() const { return language_; }
    /// Null when there is none.
    const Message* find(std::string_view id) const;
    /// In byte order.
    std::vector<std::string_view> ids() const;

  private:
    std::string language_;
    std::map<std::string, Message, std::less<>> messages_;
};

/// Languages must agree: every id of one exists in the other, with the same arguments. Each difference is a
/// finding `message-mismatch` where it stands.
void check_agreement(const Catalogue& reference, const Catalogue& other, Findings& findings);

}  // namespace regioscope::locale
