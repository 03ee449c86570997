// In whose words a figure is told: the language, where things lead on this page, how texts become markup.
#pragma once

#include "chart/quantity.h"
#include "figures/gathered.h"
#include "figures/notes.h"

namespace regioscope::figures {

struct Voice {
    const Presenter& presenter;
    const Destinations& to;
    const InlineText& text;
};

/// A row or column by name: short for charts and heads.
std::string label_of(const Subject& subject, const Presenter& presenter);

/// The figure as a chart shows it: number with its signs, looks by its status. Percents and currencies carry
/// their unit, counts leave it to the subtitle. A period that differs from the reference follows in brackets.
chart::Quantity quantity_of(const Datum& datum, Drawn drawn, std::optional<data::PeriodIndex> reference,
                            const Presenter& presenter, NoteList& notes);

/// The same where words beside the chart say what is to be minded: its looks tell that there is something.
chart::Quantity quantity_without_signs(const analysis::Measurement& measurement,
                                       std::optional<data::PeriodIndex> reference,
                                       const Presenter& presenter);

/// Parts of a whole share the area and most notes: what all of them carry is said once, behind the row's
/// name, and the parts keep the rest.
struct RowOfParts {
    std::string name;
    std::vector<chart::Quantity> parts;
};
RowOfParts row_of_parts(const Grid& grid, std::size_t row, const Presenter& presenter, NoteList& notes);

/// The number that is drawn, as words: `14,2%`, `113`, `+1,8`; of a figure itself as Presenter::figure.
std::string drawn_text(const Datum& datum, Drawn drawn, const Presenter& presenter,
                       locale::Display display = {});

/// What stands in a sentence: `7,2%`, `660 vestigingen`, `14,2%` where shares are drawn.
std::string spoken(const Datum& datum, Drawn drawn, const Presenter& presenter);

/// Is the unit said with every number (percent, currency), or once (counts, numbers)?
bool unit_goes_with_number(data::IndicatorIndex indicator, const Presenter& presenter);

}  // namespace regioscope::figures
