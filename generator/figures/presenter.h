// How the things of the model are shown in one language: their names, figures with unit and marks, and where
// each leads. Everything a reader sees of a measurement goes through here, so that it is the same in text,
// table, chart and CSV.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparability.h"
#include "analysis/measurement.h"
#include "data/model.h"
#include "escape/safe_html.h"
#include "figures/table.h"
#include "locale/locale.h"

namespace regioscope::figures {

/// Where things lead, relative to the page that is being made; the report room knows.
struct Destinations {
    std::function<std::string(data::RegionIndex)> region;
    std::function<std::string(data::IndicatorIndex)> indicator;
    std::function<std::string(data::ThemeIndex)> theme;
    std::function<std::string(data::SourceIndex)> source;
    /// The cell in the printed table on the source's page.
    std::function<std::string(data::ObservationIndex)> observation;
};

/// Words for readers may hold inline Markdown with bound values; the report room renders them.
using InlineText = std::function<escape::SafeHtml(const data::Text&)>;

class Presenter {
  public:
    Presenter(const analysis::Measurements& measurements, const locale::Locale& locale,
              std::string default_language);

    const data::Dataset& dataset() const { return measurements_->dataset(); }
    const analysis::Measurements& measurements() const { return *measurements_; }
    const locale::Locale& locale() const { return *locale_; }
    const std::string& language() const { return locale_->tag(); }

    /// A message of the language file. Its id is written in our code, so a missing one is the language file's
    /// fault; that was found when it was read, and here the id itself is shown.
    std::string message(std::string_view id, const locale::Arguments& arguments = {}) const;

    /// The words of a text in this language, else in the default one, without markup.
    std::string plain(const data::Text& text) const;
    const data::NameForms& names(data::RegionIndex region) const;
    std::string name(data::IndicatorIndex indicator) const;
    std::string short_name(data::IndicatorIndex indicator) const;
    /// The unit as a table's head says it: "%", "× € 1", "banen".
    std::string unit(data::IndicatorIndex indicator) const;

    std::string period(data::PeriodIndex period) const;

    /// `7,2%`; for what is missing the sign of its status.
    std::string figure(const analysis::Measurement& measurement, locale::Display display = {}) const;
    std::string figure(const data::Value& value, data::IndicatorIndex indicator,
                       locale::Display display = {}) const;
    /// `1,8 procentpunt`; the number is the exact difference.
    std::string difference(const Decimal& number, data::IndicatorIndex indicator,
                           locale::Display display = {}) const;

    std::string status_sign(data::Status status) const;
    std::string status_name(data::Status status) const;

    /// "Tabel 2, nef-regions-2016"-like: the source's short form and the place in it.
    std::string citation(const data::Citation& citation) const;
    /// The formula of a derived indicator in words, with its operands.
    std::string formula(data::IndicatorIndex indicator) const;

    locale::Unit unit_of(data::IndicatorIndex indicator) const;

  private:
    const analysis::Measurements* measurements_;
    const locale::Locale* locale_;
    std::string default_language_;
    /// Per unit of the dataset: its phrase in this language.
    std::vector<std::optional<locale::Message>> phrases_;
};

/// Signs and the notes they stand for, numbered in order of appearance: one list per table or figure.
class NoteList {
  public:
    NoteList(const Presenter& presenter, const InlineText& text) : presenter_(&presenter), text_(&text) {}

    /// All signs that belong behind a measurement: statuses, another area, a correction, its own notes.
    std::vector<Sign> signs_of(const analysis::Measurement& measurement, const analysis::Marks& marks);

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

locale::Amount amount_of(const data::Value& value);
locale::Period period_of(const data::Period& period);

}  // namespace regioscope::figures
