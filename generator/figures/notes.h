// Signs behind numbers and the notes they stand for.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/comparability.h"
#include "analysis/presenter.h"
#include "escape/safe_html.h"
#include "figures/table.h"

namespace regioscope::figures {

using analysis::Presenter;

/// Where things lead, relative to the page that is being made; the report room knows.
struct Destinations {
    std::function<std::string(data::RegionIndex)> region;
    std::function<std::string(data::IndicatorIndex)> indicator;
    std::function<std::string(data::ThemeIndex)> theme;
    std::function<std::string(data::SourceIndex)> source;
    /// The table or section that is cited.
    std::function<std::string(const data::Citation&)> citation;
    /// The cell in the printed table on its own page.
    std::function<std::string(data::ObservationIndex)> observation;
    /// The row, column or table that prints all of these; they are of one table.
    std::function<std::string(const std::vector<data::ObservationIndex>&)> printed;
};

/// Words for readers may hold inline Markdown with bound values; the report room renders them.
using InlineText = std::function<escape::SafeHtml(const data::Text&)>;

/// Signs and the notes they stand for, numbered in order of appearance: one list per table or figure.
class NoteList {
  public:
    NoteList(const Presenter& presenter, const InlineText& text) : presenter_(&presenter), text_(&text) {}

    /// All signs that belong behind a measurement: statuses, another area, a correction, its own notes.
    std::vector<Sign> signs_of(const analysis::Measurement& measurement, const analysis::Marks& marks);

    /// The sign of a printed figure in whose place another is used: which one, and where it stands.
    Sign superseded(const std::string& used, const std::string& place, const std::string& href);

    /// Lists what a status' sign means, for a sign that stands in a number's place.
    void explain(data::Status status_of_gap) { status(status_of_gap); }
    /// A note of the author's, without a sign.
    void add(escape::SafeHtml text) {
        notes_.push_back({{}, std::move(text)});
        keys_.emplace_back();
    }

    const std::vector<Note>& notes() const { return notes_; }

  private:
    Sign numbered(std::string key, const std::function<escape::SafeHtml()>& text, std::string title);
    Sign status(data::Status status);

    const Presenter* presenter_;
    const InlineText* text_;
    std::vector<std::string> keys_;
    std::vector<Note> notes_;
    std::size_t numbers_ = 0;
};

}  // namespace regioscope::figures
