// What columns, rows and cells of a table can say about a figure. Private to this room.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "data/entry.h"
#include "data/number_format.h"

namespace regioscope::data {

/// What is said at one level of a table, or at several merged. Optionals are what nobody said yet.
struct Attributes {
    std::optional<IndicatorIndex> indicator;
    std::optional<AreaIndex> area;
    /// An area without its region must lie in the region that an outer level named.
    bool area_stands_alone = false;
    Span area_span;
    std::optional<PeriodIndex> period;
    std::optional<UnitIndex> unit;
    Span unit_span;
    std::optional<Decimal> scale;
    std::optional<Statuses> statuses;
    Span statuses_span;
    std::optional<CitationIndex> citation;
    /// Owned by the AttributeReader.
    const NumberFormat* format = nullptr;
    NoteListIndex notes{};
    /// An id in it could not be resolved, which has been reported: its figures are left out.
    bool broken = false;
};

/// Reads attributes of one table and merges them.
class AttributeReader {
  public:
    /// `source` and part of it are the table's; notes, periods and citations are added to `out`.
    AttributeReader(const Context& context, const Citation& source, Dataset& out)
        : context_(context), source_(source), out_(out) {}

    Attributes read(Entry& entry);
    /// The inner one wins; notes add up. Findings: `area-not-of-region`.
    Attributes merged(const Attributes& outer, const Attributes& inner);

  private:
    void read_place(Entry& entry, Attributes& attributes);
    NoteListIndex joined(NoteListIndex outer, NoteListIndex inner);

    const Context& context_;
    const Citation& source_;
    Dataset& out_;
    std::vector<std::unique_ptr<NumberFormat>> formats_;
    std::map<std::pair<NoteListIndex, NoteListIndex>, NoteListIndex> joined_;
};

}  // namespace regioscope::data
