// The line beside a sentence, as a claim, a pair and a region's page draw it.
#include "cases/cases.h"
#include "chart/dot_strip.h"

namespace regioscope::chart {

namespace {

const char* const names[] = {"Vierkant voor Werk", "Twente", "Rijnmond", "Brainport", "Emsland", "Bremen"};

/// A row of the six; those that are named are large.
StripRow row(std::string name, const std::vector<double>& values, const std::string& unit, int decimals,
             const std::vector<int>& named) {
    StripRow made{std::move(name), {}, {}};
    for (int i = 0; i < static_cast<int>(values.size()); ++i) {
        const double value = values[static_cast<std::size_t>(i)];
        made.dots.push_back(
            {names[i], Quantity::point(value, dutch(value, decimals) + unit), Slot::region(i + 1)});
    }
    for (const int i : named)
        made.dots[static_cast<std::size_t>(i)].emphasis = Emphasis::highlighted;
    return made;
}

DotStrip claim() {
    return {{row("Werkloosheid", {7.7, 7.2, 8.4, 6.7, 3.2, 10.9}, "%", 1, {4, 5})}};
}

DotStrip claim_with_ties() {
    DotStrip strip{{row("Vanuit de regio bestuurd", {3, 4, 4, 6, 8, 8}, " van 10", 0, {0, 4})}};
    strip.rows.push_back(row("", {52, 52, 54, 55}, "%", 0, {0, 1, 2, 3}));
    strip.rows.back().dots[2].quantity = Quantity::at_least(54, "≥ 54%");
    strip.rows.back().dots[3].quantity = Quantity::range(55, 58, "55–58%");
    strip.rows.back().dots.push_back({"Emsland", Quantity::missing("[x]"), Slot::region(5)});
    strip.rows.back().dots.push_back({"Bremen", Quantity::missing("[c]"), Slot::region(6)});
    return strip;
}

DotStrip pair() {
    DotStrip strip;
    strip.joins_highlighted = true;
    strip.names = DotStrip::Names::left_out;
    strip.rows = {row("Aan innovatie besteed, 2012", {1.0, 2.2, 1.5, 6.4}, "%", 1, {1, 3}),
                  row("Opbrengst per werkende, 2015", {48, 50, 73, 71}, "", 0, {1, 3}),
                  row("Werkloosheid, 2015", {7.7, 7.2, 8.4, 6.7, 3.2, 10.9}, "%", 1, {1, 3}),
                  row("Aandeel van de industrie", {17.9, 15.1, 7.5, 15.9, 28.5, 14.0}, "%", 0, {1, 3})};
    strip.rows.push_back(row("Bruto product", {1, 2, 3}, "", 0, {1}));
    strip.rows.back().dots.push_back(
        {"Brainport", Quantity::missing("[x]"), Slot::region(4), Emphasis::highlighted});
    return strip;
}

DotStrip fingerprint() {
    DotStrip strip = claim();
    strip.names = DotStrip::Names::left_out;
    strip.rows = {row("Werkloosheid, 2015", {7.7, 7.2, 8.4, 6.7, 3.2, 10.9}, "%", 1, {1}),
                  row("Hoogopgeleiden", {23.7, 28.9, 33.2, 34.2, 21, 25.4}, "%", 0, {1}),
                  row("Opbrengst per werkende, in duizenden euro’s van 2015", {48, 50, 73, 71}, "", 0, {1})};
    const char* const notes[] = {"4e hoogste van 6", "3e hoogste van 6", "3e hoogste van 4"};
    for (std::size_t i = 0; i < strip.rows.size(); ++i)
        strip.rows[i].note = notes[i];
    strip.rows[0].dots[1].quantity.status = Status::reserved;
    strip.rows[1].dots[1].quantity.status = Status::estimated;
    return strip;
}

/// A report of forty regions has no looks to tell them apart; the named ones stand out.
DotStrip forty() {
    StripRow made{"Werkloosheid", {}, "12e hoogste van 40"};
    for (int i = 0; i < 40; ++i) {
        const double value = 3 + (i * 37 % 40) * 0.2;
        made.dots.push_back({"Regio " + std::to_string(i + 1), Quantity::point(value, dutch(value, 1) + "%"),
                             Slot::accent()});
    }
    made.dots[11].emphasis = Emphasis::highlighted;
    return {{made}};
}

}  // namespace

void add_strip_cases(std::vector<Case>& cases) {
    add(cases, "strip-claim", "Emsland heeft de laagste werkloosheid, Bremen de hoogste", claim);
    add(cases, "strip-ties", "Gelijke cijfers, grenzen en ontbrekende", claim_with_ties);
    add(cases, "strip-pair", "Brainport en Twente: ver uiteen in onderzoek", pair);
    add(cases, "strip-fingerprint", "Twente onder de zes", fingerprint);
    add(cases, "strip-forty", "Een van veertig regio’s", forty);
}

}  // namespace regioscope::chart
