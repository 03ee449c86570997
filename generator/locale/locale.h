// A language as readers know it: its numbers, periods, lists, order, quotes and sentences. The only place
// that formats anything for a reader, through ICU.
//
// A Locale is made once per language (tens of milliseconds at most: ICU's formatters are costly) and then
// never changes; all its functions may be called from any thread. What formats millions of times (plain
// numbers, percents, currencies, periods) asks ICU once for the language's habits and then works on exact
// decimals; tests hold it to ICU's own output.
//
// Habits of all languages here: the minus sign is U+2212, and between a number and what belongs to it stands
// a no-break space.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/finding.h"
#include "base/result.h"
#include "locale/amount.h"
#include "locale/catalogue.h"
#include "locale/message.h"
#include "locale/period.h"

namespace regioscope::locale {

struct LocaleParts;
struct ProseWords;

class Locale {
  public:
    /// `tag` is a BCP 47 language tag ("nl", "de", "en", "fr-BE"). What the catalogue does not say, the
    /// fallback says, by its own rules of plurals. One of them must hold the messages that this room writes
    /// itself
    /// (`amount.*`, `number.*`, `quote.*`; see docs/messages.md). The optional message `language.formats`
    /// names another tag whose numbers and dates are used ("en-GB" for "en"). Null when there were errors.
    /// Findings: `unknown-language`, `missing-message`, `message-mismatch`.
    static std::unique_ptr<const Locale> make(std::string_view tag, Catalogue catalogue, Findings& findings,
                                              const Locale* fallback = nullptr);

    ~Locale();
    Locale(const Locale&) = delete;
    Locale& operator=(const Locale&) = delete;

    /// As given: for `lang` and `hreflang` attributes (browsers hyphenate by it) and for file names.
    const std::string& tag() const;
    /// What it calls itself: `Nederlands`. The message `language.name`, if there is one.
    std::string name() const;

    // ---- Figures ----

    /// A number with its unit: `7,2%`, `€ 48.000`, `circa 700 banen`, `> 2.000`, `€ 48–60 miljoen`.
    std::string amount(const Amount& amount, const Unit& unit, const Display& display = {}) const;

    /// A plain number with that many decimals (half away from zero): `1.234,5`, `−0,5`; never a negative
    /// zero.
    std::string number(const Decimal& number, int decimals) const;
    /// The same, for hot paths.
    void append_number(std::string& out, const Decimal& number, int decimals) const;
    /// 7.2 → `7,2%`.
    std::string percent(const Decimal& number, int decimals) const;
    /// `€ 48.000`; a currency that ICU does not know is written as its code.
    std::string currency(const Decimal& number, int decimals, std::string_view code) const;
    /// `1,7 miljoen`; below a million as `number`.
    std::string compact(const Decimal& number) const;
    /// `zeven`; nothing for what is not whole, or too large for people to write in words.
    std::optional<std::string> spelled(const Decimal& number) const;
    /// `2e`, `2.`, `2nd`.
    std::string ordinal(int number) const;

    // ---- Periods ----

    /// `2015`, `december 2013`, `1 juli 2016`, `1e kwartaal 2015`, `2006–2015`, `2012/2013`.
    std::string period(const Period& period) const;

    // ---- Words ----

    /// `a, b en c`.
    std::string list(const std::vector<std::string>& items) const;

    /// Bytes whose order is the language's order of the texts; different texts have different keys.
    std::string sort_key(std::string_view text) const;

    /// With a capital at the start of a sentence: `in het Emsland` → `In het Emsland`, `ijs` → `IJs`.
    std::string capitalized(std::string_view text) const;

    /// A country's name: `be` → `België`. Codes that ICU does not know stay as they are, in capitals.
    std::string country(std::string_view code) const;

    struct Quotes {
        std::string open;
        std::string close;
        std::string inner_open;
        std::string inner_close;
    };
    const Quotes& quotes() const;
    /// „so“.
    std::string quoted(std::string_view text) const;

    /// By which its prose shows what a number is.
    const ProseWords& prose() const;

    // ---- Messages ----

    /// Is there a message of that id?
    bool has_message(std::string_view id) const;

    /// The message of that id. Findings: `missing-message` (with "did you mean"), `missing-argument`.
    Result<std::string> message(std::string_view id, const Arguments& arguments = {}) const;
    /// The same in pieces, for callers that put markup in an argument's place.
    Result<std::vector<Piece>> message_pieces(std::string_view id, const Arguments& arguments = {}) const;
    /// A compiled message of one's own (a unit's phrase). Finding: `missing-argument`.
    Result<std::string> write(const Message& message, const Arguments& arguments) const;

    /// The sign of an SDMX status code (`E` → `s` in German tables) and its name; empty for codes without
    /// one. They are the messages `status.e.sign` and `status.e.name`.
    std::string status_sign(char code) const;
    std::string status_name(char code) const;

  private:
    explicit Locale(std::shared_ptr<const LocaleParts> parts);

    /// Shared with the languages that fall back to this one.
    std::shared_ptr<const LocaleParts> parts_;
};

}  // namespace regioscope::locale
