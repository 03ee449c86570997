// What a Locale consists of. Private to the room.
#pragma once

#include <unicode/coll.h>
#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>

#include <array>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>

#include "locale/date_shape.h"
#include "locale/locale.h"
#include "locale/message_writer.h"
#include "locale/number_shape.h"
#include "locale/plurals.h"

namespace regioscope::locale {

/// Two wordings of one thing.
struct ByForm {
    const Message* sentence = nullptr;
    const Message* table = nullptr;

    const Message& operator[](Display::Form form) const {
        return form == Display::Form::sentence ? *sentence : *table;
    }
};

/// The messages that this room writes itself. They live in the catalogue, wherever it is moved to.
struct OwnMessages {
    ByForm about;
    ByForm at_least;
    ByForm more_than;
    ByForm at_most;
    ByForm less_than;
    ByForm range;
    const Message* ordinal = nullptr;
    const Message* percentage_points = nullptr;

    /// Findings: `missing-message`, `message-mismatch`.
    static OwnMessages find(const Catalogue& catalogue, Span tag_span, Findings& findings);
};

struct LocaleParts {
    LocaleParts(std::string_view tag_text, Catalogue messages, const OwnMessages& own_messages,
                const icu::Locale& language_of_tag, const icu::Locale& language_of_formats);

    std::string tag;
    Catalogue catalogue;
    icu::Locale language;
    icu::Locale formats;
    bool right_to_left = false;

    icu::number::LocalizedNumberFormatter formatter;
    icu::number::LocalizedNumberFormatter compact;
    NumberShape plain;
    NumberShape percent;
    DateShape dates;
    Plurals plurals;
    MessageWriter writer;
    OwnMessages own;
    Locale::Quotes quotes;
    std::array<std::string, 26> status_signs;
    std::array<std::string, 26> status_names;

    std::unique_ptr<icu::ListFormatter> and_list;
    std::unique_ptr<icu::ListFormatter> or_list;
    std::unique_ptr<icu::Collator> collator;

    /// Learned when first used; references stay valid.
    const NumberShape& currency(std::string_view code) const;
    /// A message with arguments that are known to be complete.
    std::string written(const Message& message, const Arguments& arguments) const;
    std::string written(std::string_view id) const;

  private:
    NumberShape learn_currency(std::string_view code) const;

    mutable std::shared_mutex currencies_mutex_;
    mutable std::map<std::string, NumberShape, std::less<>> currencies_;
};

}  // namespace regioscope::locale
