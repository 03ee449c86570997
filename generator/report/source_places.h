// Where in the site the sources are: a page for each, with a section for every place in it that is cited; a
// page for each of its tables, with a place for every figure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/printed_places.h"

namespace regioscope::report {

struct Site;

std::string source_page(const data::Dataset& dataset, data::SourceIndex source);
/// `sources/nef-regions-2016/table-1.html`: the table's id below its source's folder.
std::string table_page(const data::Dataset& dataset, data::TableIndex table);

/// A place of a source that is cited and is no table of ours.
struct SourceSection {
    /// Index into the source's parts.
    std::optional<std::uint32_t> part;
    /// As printed: `2. Dynamiek van beroepen`.
    std::string label;
    /// Its id on the source's page.
    std::string id;
    /// Tables with figures from there, in first-seen order.
    std::vector<data::TableIndex> tables;
    /// Pages that say something from there, likewise.
    std::vector<std::string> pages;
    /// The words at which it stands, likewise: what figures, goals and facts cite.
    std::vector<std::string> anchors;
};

class SourcePlaces {
  public:
    /// What the edition and the narrative of the site cite; its pages need not be planned yet.
    explicit SourcePlaces(const Site& site);

    const figures::PrintedPlaces& printed() const { return printed_; }
    /// As a reader of the document meets them: numbers in labels count as numbers.
    const std::vector<SourceSection>& sections(data::SourceIndex source) const {
        return sections_[static_cast<std::size_t>(source)];
    }

    /// Page and place, `sources/x.html#place-2`: the table or section that is cited; the source's page where
    /// nothing more is said.
    std::string of(const data::Citation& citation) const {
        return of(citation.source, citation.part, citation.locator.label);
    }
    std::string of(data::SourceIndex source, std::optional<std::uint32_t> part, std::string_view label) const;
    std::string of(data::ObservationIndex observation) const;
    /// All of one table.
    std::string of(const std::vector<data::ObservationIndex>& observations) const;

  private:
    class Collector;

    const SourceSection* find(data::SourceIndex source, std::optional<std::uint32_t> part,
                              std::string_view label) const;

    const data::Dataset& dataset_;
    figures::PrintedPlaces printed_;
    /// By source.
    std::vector<std::map<std::string, data::TableIndex, std::less<>>> tables_;
    std::vector<std::vector<SourceSection>> sections_;
};

}  // namespace regioscope::report
