// The words by which a language's prose shows what a number is: a figure, a date, an ordinal, a reference.
// ICU knows the months and how ordinals end; the rest are the messages `prose.*`, lists with commas between.
#pragma once

#include "locale/phrases.h"

namespace regioscope::locale {

struct ProseWords {
    /// `,` or `.`, as the language writes 1.5.
    char32_t decimal_sign = U'.';
    /// `januari`, `jan`.
    Phrases months;
    /// `e`, `ste`: glued to a number they make it an ordinal.
    Phrases ordinal_endings;
    /// `am`, `jeder`: before a number with a full stop they make it an ordinal.
    Phrases before_ordinals;
    /// `tabel`, `blz`: behind them a number says where to look.
    Phrases references;
    /// `miljoen`, `procent`: behind a number and a space they are part of it.
    Phrases units;
    /// `km`, `mln`: glued to a number they leave it a number.
    Phrases glued_units;
    /// `ca`, `bijv`: their full stop ends no sentence.
    Phrases abbreviations;
    /// `zeven`, `helft`, `dozijn`: figures in words, from three up.
    Phrases numbers;
    /// `jaren zeventig`: words of numbers that are none.
    Phrases no_numbers;
    /// `meer`, `hoogst*`, `als enige`: words that compare.
    Phrases comparisons;
    /// `niet meer`: words of comparison that are none.
    Phrases no_comparisons;
};

}  // namespace regioscope::locale
