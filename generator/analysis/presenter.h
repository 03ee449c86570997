// How the things of the model are shown in one language: their names, figures with unit and marks, and where
// each leads. Everything a reader sees of a measurement goes through here, so that it is the same in text,
// table, chart and CSV.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparability.h"
#include "analysis/measurement.h"
#include "analysis/ranking.h"
#include "data/dataset.h"
#include "locale/locale.h"

namespace regioscope::analysis {

class Presenter {
  public:
    Presenter(const Measurements& measurements, const locale::Locale& locale, std::string default_language);

    /// The same language over other figures, which must outlive it.
    Presenter of(const Measurements& measurements) const;

    const data::Dataset& dataset() const { return measurements_->dataset(); }
    const Measurements& measurements() const { return *measurements_; }
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

    /// The name of a word of the datasets, by the message `group.word`; a word that no message names stands
    /// as it is. Of several, as the language lists them.
    std::string name_of_word(std::string_view group, std::string_view word) const;
    std::string names_of_words(std::string_view group, const std::vector<std::string>& words) const;
    std::string name(data::Element element) const { return name_of_word("element", data::id_of(element)); }
    std::string name(std::optional<data::ActionLine> line) const;
    std::string names(const std::vector<data::Party>& parties) const;

    std::string period(data::PeriodIndex period) const;
    std::string period(const data::Period& period) const;
    /// A whole number.
    std::string number(const Decimal& whole) const { return locale_->number(whole, 0); }
    template <std::integral Count>
    std::string number(Count count) const {
        return number(Decimal(static_cast<int>(count)));
    }

    /// `7,2%`; for what is missing the sign of its status.
    /// With the digits that were printed, where these are fewer than the indicator's.
    std::string figure(const Measurement& measurement, locale::Display display = {}) const;
    std::string figure(const data::Value& value, data::IndicatorIndex indicator,
                       locale::Display display = {}) const;
    /// A stated amount that belongs to no indicator (a target, a fund), with its digits as written.
    std::string figure(const data::Value& value, data::UnitIndex unit, locale::Display display = {}) const;
    /// The same without a unit.
    std::string figure(const data::Value& value) const;
    /// A place in an order: `2`, or `1–3` where bounds leave it open.
    std::string place(const Rank& rank) const;
    /// `1,8 procentpunt`; of the numbers as they are shown.
    std::string difference(const Decimal& number, data::IndicatorIndex indicator,
                           locale::Display display = {}) const;
    std::string difference(const data::Value& value, data::IndicatorIndex indicator,
                           locale::Display display = {}) const;

    std::string status_sign(data::Status status) const;
    std::string status_name(data::Status status) const;
    std::string mark_sign(Mark mark) const;
    std::string mark_name(Mark mark) const;

    /// "Tabel 2, nef-regions-2016"-like: the source's short form and the place in it.
    std::string citation(const data::Citation& citation) const;
    /// Of a source: in the words of its file, else what the licence is called.
    std::string licence(const data::LicenceStatement& licence) const;
    /// What the licence asks to be said of what is calculated from the source: "own calculation"; mostly
    /// nothing.
    std::string change_notice(data::SourceIndex source) const;
    /// A source as whoever passes its figures on must name it: "CBS, Kerncijfers (2016); CC BY 4.0".
    std::string attribution(data::SourceIndex source) const;
    /// The formula of a derived indicator in words, with its operands.
    std::string formula(data::IndicatorIndex indicator) const;

    locale::Unit unit_of(data::IndicatorIndex indicator) const;
    locale::Unit unit_of(data::UnitIndex unit) const;

  private:
    const Measurements* measurements_;
    const locale::Locale* locale_;
    std::string default_language_;
    /// Per unit of the dataset: its phrase in this language.
    std::vector<std::optional<locale::Message>> phrases_;
};

locale::Amount amount_of(const data::Value& value);
locale::Period period_of(const data::Period& period);

}  // namespace regioscope::analysis
