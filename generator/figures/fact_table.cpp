// Tables of events, rungs, places and goals.
#include <algorithm>

#include "figures/cells.h"
#include "figures/data_table.h"

namespace regioscope::figures {

namespace {

Cell words_cell(const data::Text& text, const Voice& voice) {
    return text.empty() ? Cell{} : markup_cell(voice.text(text));
}

Cell source_cell(const data::Citation& citation, const Voice& voice) {
    const std::string& label = citation.locator.label;
    Cell cell = text_cell(label.empty() ? voice.presenter.citation(citation) : label);
    cell.href = voice.to.citation(citation);
    return cell;
}

void set_head(Table& table, const Voice& voice, std::initializer_list<const char*> messages) {
    table.head.emplace_back();
    for (const char* const message : messages)
        table.head.front().push_back({.label = voice.presenter.message(message)});
}

void add_events(Table& table, const Gathered& gathered, const Voice& voice) {
    set_head(table, voice, {"table.period", "table.region", "table.event", "table.source"});
    table.groups.emplace_back();
    for (const Event& event : gathered.events) {
        Cell region = region_cell(event.region, voice.presenter, voice.to);
        region.kind = Cell::Kind::text;
        table.groups.back().rows.push_back(
            {{},
             {header_cell(voice.presenter.period(event.period)), std::move(region),
              event.name.empty() ? words_cell(event.text, voice) : text_cell(event.name),
              source_cell(event.citation, voice)}});
    }
}

void add_rungs(Table& table, const Gathered& gathered, const Voice& voice) {
    set_head(table, voice,
             {"table.region", "figure.rung", "profile.autonomy", "profile.agenda", "figure.reading",
              "table.source"});
    table.groups.emplace_back();
    for (const RungPlace& place : gathered.rungs) {
        const std::string rung = std::to_string(place.place.rung);
        table.groups.back().rows.push_back(
            {{},
             {region_cell(place.region, voice.presenter, voice.to),
              text_cell(rung + ". " + voice.presenter.message("ladder." + rung + ".name")),
              words_cell(place.place.autonomy, voice), words_cell(place.place.agenda, voice),
              text_cell(
                  voice.presenter.message("mark." + std::string(data::reading_words[place.place.reading]))),
              source_cell(place.place.citation, voice)}});
    }
}

void add_places(Table& table, const Gathered& gathered, const Voice& voice) {
    set_head(table, voice, {"table.region", "region.country", "region.area"});
    const data::Dataset& dataset = voice.presenter.dataset();
    table.groups.emplace_back();
    for (const data::RegionIndex region : gathered.places) {
        const std::vector<data::AreaIndex>& areas = dataset[region].areas;
        table.groups.back().rows.push_back(
            {{},
             {region_cell(region, voice.presenter, voice.to),
              text_cell(voice.presenter.message("country." + dataset[region].country)),
              text_cell(areas.empty() ? std::string()
                                      : voice.presenter.plain(dataset[areas.front()].name))}});
    }
}

/// A target's number with the sign its unit has; what is counted stands in the measure's own column.
std::string target_text(const data::Target& target, const Voice& voice) {
    if (!target.target) return {};
    const data::Dataset& dataset = voice.presenter.dataset();
    locale::Unit unit;
    const auto index = target.unit        ? target.unit
                       : target.indicator ? std::optional(dataset[*target.indicator].unit)
                                          : std::nullopt;
    if (index) {
        const data::Unit& declared = dataset.units[static_cast<std::size_t>(*index)];
        if (declared.kind == data::Unit::Kind::percent) unit = locale::Unit::percent();
        if (declared.kind == data::Unit::Kind::currency) unit = locale::Unit::money(declared.currency);
    }
    return voice.presenter.locale().amount(analysis::amount_of(*target.target), unit,
                                           {.form = locale::Display::Form::table});
}

void add_goals(Table& table, const Gathered& gathered, const Voice& voice) {
    set_head(table, voice, {"nav.goals", "table.measure", "table.target", "table.due", "goals.earlier"});
    const bool has_earlier = std::any_of(gathered.targets.begin(), gathered.targets.end(),
                                         [](const GoalTarget& row) { return row.earlier != nullptr; });
    if (!has_earlier) table.head.front().pop_back();
    for (std::size_t column = 2; column < table.head.front().size(); ++column)
        table.head.front()[column].is_number = true;
    const data::Goal* goal = nullptr;
    for (const GoalTarget& row : gathered.targets) {
        if (goal != row.goal) {
            goal = row.goal;
            table.groups.push_back({voice.presenter.plain(goal->title), {}, {}});
        }
        Cell what = words_cell(row.target->text, voice);
        what.kind = Cell::Kind::header;
        std::vector<Cell> cells = {
            std::move(what), words_cell(row.target->measure, voice),
            number_cell(target_text(*row.target, voice)),
            number_cell(row.target->due ? voice.presenter.period(*row.target->due) : std::string())};
        if (has_earlier)
            cells.push_back(
                number_cell(row.earlier == nullptr ? std::string() : target_text(*row.earlier, voice)));
        table.groups.back().rows.push_back({{}, std::move(cells)});
    }
}

}  // namespace

void add_fact_rows(Table& table, const Gathered& gathered, const Voice& voice) {
    if (!gathered.events.empty()) return add_events(table, gathered, voice);
    if (!gathered.rungs.empty()) return add_rungs(table, gathered, voice);
    if (!gathered.places.empty()) return add_places(table, gathered, voice);
    if (!gathered.targets.empty()) return add_goals(table, gathered, voice);
}

}  // namespace regioscope::figures
