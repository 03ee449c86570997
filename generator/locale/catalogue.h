// A catalogue: all messages of one language, by id. Made from language files (templates/languages/nl.json),
// flat objects of id and pattern.
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

    /// Takes over what the other says and this one does not.
    void complete_with(const Catalogue& other);

    const std::string& language() const { return language_; }
    /// Null when there is none.
    const Message* find(std::string_view id) const;
    /// In byte order.
    std::vector<std::string_view> ids() const;

  private:
    std::string language_;
    std::map<std::string, Message, std::less<>> messages_;
};

/// Ids of the reference that this language lacks, in byte order. Not those that each language has for itself
/// or not at all (`language.*`, `prose.*`).
std::vector<std::string_view> missing_ids(const Catalogue& reference, const Catalogue& other);

/// A message is given the arguments that the reference names: it may leave one out, but not ask for others
/// (`message-mismatch`).
void check_arguments(const Catalogue& reference, const Catalogue& other, Findings& findings);

}  // namespace regioscope::locale
