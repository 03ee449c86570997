// Which plural form a number takes ("1 baan", "2 banen"; "1st", "2nd"), by ICU's rules. Private to the room.
#pragma once

#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>

#include <memory>
#include <string>
#include <vector>

#include "base/decimal.h"

namespace regioscope::locale {

class Plurals {
  public:
    enum class Kind { cardinal, ordinal };

    explicit Plurals(const icu::Locale& language);

    /// `zero`, `one`, `two`, `few`, `many` or `other`; the digits as written count (1 is not 1.0).
    std::string keyword(Kind kind, const Decimal& number) const;

  private:
    /// With 1, 2, … decimals: ICU decides by the digits that its formatter shows. Made once, as making one
    /// costs more than using it.
    std::vector<icu::number::LocalizedNumberFormatter> by_decimals_;
    std::unique_ptr<icu::PluralRules> cardinal_;
    std::unique_ptr<icu::PluralRules> ordinal_;
};

}  // namespace regioscope::locale
