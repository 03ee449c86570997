// What a figure shows, in words: made of the gathered data, so that its numbers are the figure's own.
#pragma once

#include <string>
#include <vector>

#include "figures/voice.h"

namespace regioscope::figures {

struct Description {
    /// What kind of picture it is: for those who do not see it. Empty for tables.
    std::string picture;
    /// What the data show: extremes, order, gaps, trends, ties under the threshold of "about equal".
    std::vector<std::string> sentences;
    /// What the author wrote into the chart; readers of the page find it in the notes.
    std::vector<std::string> remarks;

    std::string summary() const;
    /// Both, as the text alternative.
    std::string whole() const;
};

Description describe(const Declaration& declared, const Gathered& gathered, const Presenter& presenter);

// ---- Private to this room: what rows of the table of kinds refer to, and its parts, each in its own file
// ----

/// Series through time, one column or several, as the grid lies.
void describe_grid(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out);

/// A message as a sentence: with a capital in front.
std::string sentence(const Presenter& presenter, std::string_view id, const locale::Arguments& arguments);

/// One column of a grid, region by region.
void describe_column(const Gathered& gathered, std::size_t column, const Presenter& presenter,
                     std::vector<std::string>& out);
/// Who is highest and lowest of each of several indicators.
void describe_columns(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out);
/// Each row's way through the periods.
void describe_series(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out);
/// Which part is the largest, and how far it ranges.
void describe_parts(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out);
/// Who is at the ends of two indicators, and do they go together?
void describe_pattern(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out);
void describe_facts(const Gathered& gathered, const Presenter& presenter, std::vector<std::string>& out);

/// When a column lies, behind a figure: `in 2015`, `on 1 May 2015`, `in the 1st quarter of 2015`.
std::string when(const Subject& column, const Presenter& presenter);

/// Of whom there is no figure: the message `by_name`, or `by_count` when they are many.
void tell_missing(std::string_view by_name, std::string_view by_count, const std::vector<std::string>& names,
                  const Presenter& presenter, std::vector<std::string>& out);
/// What is missing in a column, and apart from it what cannot be computed.
void describe_missing(const Gathered& gathered, std::size_t column, const Presenter& presenter,
                      std::vector<std::string>& out);

/// `het Emsland`, as a subject or object.
std::string the(const Presenter& presenter, const Subject& subject);
/// What counts in comparisons: the share where shares are drawn, else the figure as readers see it.
std::optional<data::Value> compared_value(const Grid& grid, std::size_t row, std::size_t column,
                                          const Presenter& presenter);
/// The same as one number: of a bound the bound.
std::optional<Decimal> number_of(const Grid& grid, std::size_t row, std::size_t column,
                                 const Presenter& presenter);

}  // namespace regioscope::figures
