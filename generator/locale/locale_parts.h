// What a Locale consists of. Private to the room.
#pragma once

#include <unicode/coll.h>
#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/rbnf.h>

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>

#include "locale/date_shape.h"
#include "locale/locale.h"
#include "locale/message_writer.h"
#include "locale/number_shape.h"
#include "locale/plurals.h"
#include "locale/prose_words.h"

namespace regioscope::locale {

/// A message and whose rules it is written by: a language borrows what it does not say.
struct Wording {
    const Message* message = nullptr;
    const MessageWriter* writer = nullptr;

    /// The arguments are known to be complete.
    std::string written(const Arguments& arguments) const;
};

/// Two wordings of one thing.
struct ByForm {
    Wording sentence;
    Wording table;

    const Wording& operator[](Display::Form form) const {
        return form == Display::Form::sentence ? sentence : table;
    }
};

/// The messages that this room writes itself.
struct OwnMessages {
    ByForm about;
    ByForm at_least;
    ByForm more_than;
    ByForm at_most;
    ByForm less_than;
    ByForm range;
    Wording ordinal;
    Wording percentage_points;

    /// Findings: `missing-message`, `message-mismatch`.
    static OwnMessages find(const LocaleParts& parts, Findings& findings);
};

struct LocaleParts {
    LocaleParts(std::string_view tag_text, Catalogue messages, const icu::Locale& language_of_tag,
                const icu::Locale& language_of_formats, std::shared_ptr<const LocaleParts> other);

    std::string tag;
    Catalogue catalogue;
    /// Null where the catalogue says all.
    std::shared_ptr<const LocaleParts> fallback;
    icu::Locale language;
    icu::Locale formats;

    icu::number::LocalizedNumberFormatter formatter;
    icu::number::LocalizedNumberFormatter compact;
    NumberShape plain;
    NumberShape percent;
    DateShape dates;
    Plurals plurals;
    MessageWriter writer;
    OwnMessages own;
    ProseWords prose;
    Locale::Quotes quotes;
    std::array<std::string, 26> status_signs;
    std::array<std::string, 26> status_names;

    std::unique_ptr<icu::ListFormatter> lists;
    std::unique_ptr<icu::Collator> collator;

    /// Learned when first used; references stay valid.
    const NumberShape& currency(std::string_view code) const;
    std::optional<std::string> spelled(const Decimal& number) const;
    /// Without a message where there is none.
    Wording find(std::string_view id) const;

  private:
    NumberShape learn_currency(std::string_view code) const;

    /// Of the catalogue, by id: every page asks for dozens.
    std::unordered_map<std::string_view, const Message*> messages_;

    /// Made when first used, and used by one thread at a time.
    mutable std::mutex spelling_mutex_;
    mutable std::unique_ptr<const icu::RuleBasedNumberFormat> spelling_;

    mutable std::shared_mutex currencies_mutex_;
    mutable std::map<std::string, NumberShape, std::less<>> currencies_;
};

}  // namespace regioscope::locale
