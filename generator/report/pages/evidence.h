// Where a statement comes from, as the pages of facts show it: its citation behind it, whether the source
// says so or we read it so, and a figure in a sentence with its marks.
#pragma once

#include <optional>
#include <vector>

#include "report/pages/common.h"

namespace regioscope::report {

/// ` [Tabel 2]`, leading to the source's page; its whole title for those who point at it.
escape::SafeHtml citation_mark(const PageContext& context, const data::Citation& citation);

/// A text for readers and, behind it, where it comes from.
escape::SafeHtml cited(const PageContext& context, const data::Text& text, const data::Citation& citation);

/// "our reading" or "the source says so", small.
escape::SafeHtml reading_mark(const PageContext& context, data::Reading reading);

/// "Unemployment, 2015": the name, leading to the indicator's page, and the period that a sentence is about.
escape::SafeHtml dated_name(const PageContext& context, data::IndicatorIndex indicator,
                            std::optional<data::PeriodIndex> period);

/// A figure as a sentence says it, leading to its cell on the source's page, with its marks; a period other
/// than `reference` behind it.
escape::SafeHtml figure_in_text(const PageContext& context, const analysis::Measurement& measurement,
                                std::optional<data::PeriodIndex> reference);

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
