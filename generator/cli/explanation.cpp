#include "cli/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "data/cell_labels.h"

namespace regioscope::cli {

namespace {

using analysis::Measurement;
using report::Site;

std::string_view name_of(data::Locator::Kind kind) {
    switch (kind) {
        case data::Locator::Kind::table:
            return "table";
        case data::Locator::Kind::section:
            return "section";
        case data::Locator::Kind::note:
            return "note";
        case data::Locator::Kind::figure:
            return "figure";
        case data::Locator::Kind::slide:
            return "slide";
    }
    return "";
}

std::string shown(const std::optional<data::Value>& value) {
    if (!value) return "none";
    return (value->kind == data::Value::Kind::about ? "about " : "") + value->text();
}

/// Writes paragraphs of labelled lines; what is inside something else is indented under it.
class Writer {
  public:
    explicit Writer(const Site& site) : site_(site), presenter_(site.presenters.front()) {}

    void figure(const Measurement& m) {
        head(m);
        value(m);
        area(m);
        if (m.derived) {
            derivation(m);
        } else {
            const data::ObservationIndex used = m.origins.front();
            origin(used);
            if (m.correction) correction(dataset().corrections[*m.correction]);
            superseded(dataset()[used]);
        }
    }

    void space() { text_ += "\n"; }
    std::string take() { return std::move(text_); }

  private:
    const data::Dataset& dataset() const { return site_.dataset(); }

    void line(std::string_view label, std::string_view words) {
        text_ += fmt::format("{:{}}{:<12}{}\n", "", depth_ * 2 + 2, label, words);
    }

    void head(const Measurement& m) {
        text_ += fmt::format("{:{}}{}, {}, {}: {}\n", "", depth_ * 2, presenter_.name(m.indicator),
                             presenter_.names(dataset()[m.area].region).name, presenter_.period(m.period),
                             presenter_.figure(m));
    }

    void value(const Measurement& m) {
        line("value", fmt::format("{}, {}, {}, {}", shown(m.value), dataset()[dataset()[m.indicator].unit].id,
                                  dataset()[m.indicator].id, dataset()[m.period].written));
        for (const data::Status status : m.statuses) {
            if (status != data::Status::normal)
                line("status", fmt::format("{}, {}", data::code_of(status), presenter_.status_name(status)));
        }
    }

    void area(const Measurement& m) {
        const data::Area& area = dataset()[m.area];
        line("area", fmt::format("{}, {}", area.id, presenter_.plain(area.name)));
        if (area.preference > 0) {
            const data::Region& region = dataset()[area.region];
            line("", fmt::format("off-area: the first choice for {} is {}", region.id,
                                 dataset()[region.areas.front()].id));
        }
        if (!area.note.empty()) line("", presenter_.plain(area.note));
    }

    void citation(const data::Citation& citation) {
        const data::Source& source = dataset()[citation.source];
        line("source",
             fmt::format("{}, \"{}\", published {}", source.id, source.title, source.published_written));
        if (citation.part) {
            const data::SourcePart& part = source.parts[*citation.part];
            line("part", fmt::format("{}, \"{}\", published {}", part.id, presenter_.plain(part.title),
                                     part.published.text()));
        }
        if (!citation.locator.label.empty())
            line("place", fmt::format("{} \"{}\"", name_of(citation.locator.kind), citation.locator.label));
    }

    void origin(data::ObservationIndex index) {
        const data::Observation& o = dataset()[index];
        citation(dataset()[o.citation]);
        const data::CellLabels cell = data::labels_of(dataset()[o.table], index);
        line("printed", fmt::format("\"{}\" in row \"{}\", column \"{}\"", o.printed, cell.row, cell.column));
        const Position place = o.span.source->position(o.span.begin);
        line("file", fmt::format("{}:{}:{}", o.span.source->name(), place.line, place.column));
        for (const std::uint32_t note : dataset()[o.notes])
            line("note", presenter_.plain(dataset().notes[note]));
    }

    void correction(const data::Correction& correction) {
        const std::string change =
            correction.use == data::Correction::Use::as_printed
                ? fmt::format("{} is used as printed", shown(correction.expect))
                : fmt::format("{} is printed, {} is used", shown(correction.expect), shown(correction.value));
        line("correction", fmt::format("{}: {}", correction.id, change));
        line("", presenter_.plain(correction.reason));
        for (const data::Citation& reason : correction.citations)
            line("", presenter_.citation(reason));
    }

    /// What else has been printed under the same key and gave way.
    void superseded(const data::Observation& used) {
        for (const data::ObservationIndex index : site_.edition->figures.superseded()) {
            const data::Observation& o = dataset()[index];
            if (o.indicator != used.indicator || o.area != used.area || o.period != used.period) continue;
            const bool repeats =
                o.value && used.value && data::equal(*o.value, *used.value) == data::Truth::yes;
            line(repeats ? "repeated" : "superseded", shown(o.value));
            ++depth_;
            origin(index);
            --depth_;
        }
    }

    void derivation(const Measurement& m) {
        const data::Derivation& derivation = *dataset()[m.indicator].derivation;
        line("formula", presenter_.formula(m.indicator));
        ++depth_;
        for (const Measurement* const operand : operands(m, derivation)) {
            if (operand != nullptr) figure(*operand);
        }
        --depth_;
    }

    /// As analysis/measurement.cpp takes them: of the same area, and of the same period or the base's.
    std::vector<const Measurement*> operands(const Measurement& m, const data::Derivation& derivation) const {
        const analysis::Measurements& all = site_.edition->measurements;
        std::vector<const Measurement*> found;
        for (const data::IndicatorIndex operand : derivation.operands)
            found.push_back(all.find(operand, m.area, m.period));
        if (derivation.base && *derivation.base != m.period)
            found.push_back(all.find(derivation.operands.front(), m.area, *derivation.base));
        return found;
    }

    const Site& site_;
    const analysis::Presenter& presenter_;
    std::size_t depth_ = 0;
    std::string text_;
};

}  // namespace

std::string explanation(const Site& site, data::RegionIndex region, data::IndicatorIndex indicator) {
    const Measurement* const shown = site.edition->measurements.find(indicator, region);
    if (shown == nullptr) return {};
    Writer writer(site);
    writer.figure(*shown);
    for (const Measurement& other : site.edition->measurements.of(indicator, region)) {
        if (&other == shown) continue;
        writer.space();
        writer.figure(other);
    }
    return writer.take();
}

}  // namespace regioscope::cli
