// Where a statement comes from, as the pages of facts show it: its citation behind it, and whether the source
// says so or we read it so.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/table.h"
#include "report/pages/common.h"

namespace regioscope::report {

/// ` [Tabel 2]`, leading to the source's page; its whole title for those who point at it.
escape::SafeHtml citation_mark(const PageContext& context, const data::Citation& citation);

/// A text for readers and, behind it, where it comes from.
escape::SafeHtml cited(const PageContext& context, const data::Text& text, const data::Citation& citation);

/// "our reading" or "the source says so", small.
escape::SafeHtml reading_mark(const PageContext& context, data::Reading reading);

/// The name of a word of the datasets, by the message `group.word`; a word that no message names stands as it
/// is.
std::string name_of_word(const PageContext& context, std::string_view group, std::string_view word);
/// Several of them, as the language lists them.
std::string names_of_words(const PageContext& context, std::string_view group,
                           const std::vector<std::string>& words);
/// The last is for what belongs to no line.
inline constexpr std::array<std::optional<data::ActionLine>, 4> lines_and_none = {
    data::ActionLine::choose, data::ActionLine::learn, data::ActionLine::work, std::nullopt};
std::string name_of_line(const PageContext& context, std::optional<data::ActionLine> line);
std::string names_of_parties(const PageContext& context, const std::vector<data::Party>& parties);

/// Plain words as markup, and words that lead somewhere; without an address the words stand alone.
escape::SafeHtml words(std::string_view text);
escape::SafeHtml quiet(std::string_view text);
escape::SafeHtml anchor(std::string_view text, std::string_view href);

/// A link whose words are followed by others for those who hear it out of its place.
escape::SafeHtml anchor_with_hidden(std::string_view text, std::string_view hidden, std::string_view href);

/// A figure as a sentence says it, leading to its cell on the source's page, with its marks; a period other
/// than `reference` behind it.
escape::SafeHtml figure_in_text(const PageContext& context, const analysis::Measurement& measurement,
                                std::optional<data::PeriodIndex> reference);

/// A message with markup in its arguments' places, and other arguments it asks for.
struct MarkupArgument {
    std::string name;
    escape::SafeHtml html;
};
escape::SafeHtml sentence(const PageContext& context, std::string_view id,
                          const std::vector<MarkupArgument>& markup, locale::Arguments others = {});

/// `<ul class="plain">…`; nothing of an empty list.
escape::SafeHtml bullet_list(const std::vector<escape::SafeHtml>& items);
/// Parts with a separator between them; empty ones are passed over.
escape::SafeHtml joined(const std::vector<escape::SafeHtml>& parts, std::string_view separator);

/// A cell with markup; the first of a row is its header.
figures::Cell markup_cell(escape::SafeHtml html);
figures::Cell header_cell(std::string label, std::string href = {});
figures::Cell text_cell(std::string label);
figures::Cell number_cell(std::string label, std::optional<Decimal> sort = std::nullopt);

/// The page above those that compare; empty where there is none to compare.
std::string comparison_index(const Site& site);

/// The sources behind citations, each once in first-seen order, as links.
class SourceLinks {
  public:
    explicit SourceLinks(const PageContext& context) : context_(context) {}

    void add(const data::Citation& citation);
    void add(const analysis::Measurement* measurement);
    const std::vector<figures::Link>& links() const { return links_; }
    expression::Value value() const;

  private:
    const PageContext& context_;
    std::vector<data::SourceIndex> seen_;
    std::vector<figures::Link> links_;
};

}  // namespace regioscope::report
