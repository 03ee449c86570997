#include "report/pages/profile.h"

#include <algorithm>
#include <array>

#include "figures/cells.h"
#include "report/pages/evidence.h"

namespace regioscope::report {

using escape::SafeHtml;
using expression::List;
using expression::Map;
using expression::Value;
using figures::Cell;
using figures::Table;

namespace {

constexpr int rung_count = 4;

Value text_or_none(const PageContext& context, const data::Text& text) {
    return text.empty() ? Value::none() : markup(context.text()(text));
}

std::string period_words(const PageContext& context, const data::Period& period) {
    return context.presenter().locale().period(analysis::period_of(period));
}

std::string amount_words(const PageContext& context, const data::Value& value) {
    return context.presenter().locale().amount(analysis::amount_of(value), locale::Unit{}, {});
}

Value innovation(const PageContext& context, const data::InnovationType& type) {
    std::vector<std::string> names;
    for (const std::string& other : type.also)
        names.push_back(context.message("innovation." + other + ".name"));
    return Map{
        {"name", context.message("innovation." + type.type + ".name")},
        {"text", context.message("innovation." + type.type + ".text")},
        {"also", names.empty() ? std::string()
                               : context.message("profile.innovation-also",
                                                 {{"types", context.presenter().locale().list(names)}})},
        {"reason", text_or_none(context, type.reason)},
        {"source", markup(citation_mark(context, type.citation) + reading_mark(context, type.reading))}};
}

Value ladder(const PageContext& context, const data::LadderPlace& place) {
    const std::string id = "ladder." + std::to_string(place.rung);
    return Map{
        {"rung", context.message("profile.ladder-rung",
                                 {{"rung", Decimal(place.rung)}, {"count", Decimal(rung_count)}})},
        {"name", context.message(id + ".name")},
        {"text", context.message(id + ".text")},
        {"autonomy", text_or_none(context, place.autonomy)},
        {"agenda", text_or_none(context, place.agenda)},
        {"reason", text_or_none(context, place.reason)},
        {"source", markup(citation_mark(context, place.citation) + reading_mark(context, place.reading))}};
}

/// What stands behind an employer's name: owner, place, since when, place on the R&D list, a note.
SafeHtml employer_remarks(const PageContext& context, const data::Employer& employer) {
    std::vector<std::string> parts;
    if (!employer.owner.empty()) {
        parts.push_back(employer.since ? context.message("employers.owner-since",
                                                         {{"owner", employer.owner},
                                                          {"period", period_words(context, *employer.since)}})
                                       : context.message("employers.owner", {{"owner", employer.owner}}));
    }
    if (employer.rd_rank)
        parts.push_back(context.message("profile.rd-rank", {{"rank", std::to_string(*employer.rd_rank)}}));
    SafeHtml remarks;
    for (const std::string& part : parts)
        remarks += words((remarks.empty() ? "" : " ") + context.presenter().locale().capitalized(part) + ".");
    if (employer.note.empty()) return remarks;
    return remarks + words(remarks.empty() ? "" : " ") + context.text()(employer.note);
}

/// Name, kind and founding year, then what it does.
SafeHtml organisation(const PageContext& context, const data::Organisation& one) {
    std::vector<std::string> details{name_of_word(context, "organisation", one.kind)};
    if (one.founded)
        details.push_back(
            context.message("profile.founded-in", {{"period", period_words(context, *one.founded)}}));
    if (one.members) {
        details.push_back(context.message(
            "profile.members",
            {{"count", one.members->middle()}, {"number", amount_words(context, *one.members)}}));
    }
    SafeHtml html =
        SafeHtml::from_trusted("<strong>") + words(one.name) + SafeHtml::from_trusted("</strong> (");
    for (std::size_t i = 0; i < details.size(); ++i)
        html += words((i > 0 ? ", " : "") + details[i]);
    html += words(")");
    if (!one.role.empty()) html += words(". ") + context.text()(one.role);
    return html + citation_mark(context, one.citation);
}

/// Legal form, size and partners, in brackets behind what it does.
SafeHtml partnership_remarks(const PageContext& context, const data::Partnership& one) {
    std::vector<SafeHtml> parts;
    if (!one.legal_form.empty()) parts.push_back(context.text()(one.legal_form));
    const auto add_size = [&](std::string_view id, const std::optional<data::Value>& size) {
        if (!size) return;
        parts.push_back(words(
            context.message(id, {{"count", size->middle()}, {"number", amount_words(context, *size)}})));
    };
    add_size("profile.companies", one.companies);
    add_size("profile.students", one.students);
    if (!one.partners.empty()) {
        parts.push_back(words(
            context.message("profile.partners", {{"partners", names_of_parties(context, one.partners)}})));
    }
    if (parts.empty()) return {};
    return SafeHtml::from_trusted(" <span class=\"quiet\">(") + joined(parts, "; ") +
           SafeHtml::from_trusted(")</span>");
}

Table partnership_table(const PageContext& context, const data::Profile& profile) {
    Table table;
    table.id = "partnerships";
    table.caption = context.message("profile.partnerships");
    table.caption_hidden = true;
    table.head.push_back({{.label = context.message("table.name")},
                          {.label = context.message("table.kind")},
                          {.label = context.message("table.levels")},
                          {.label = context.message("table.since")},
                          {.label = context.message("table.funding")},
                          {.label = context.message("table.role")}});
    if (!profile.partnerships.empty()) table.groups.emplace_back();
    for (const data::Partnership& one : profile.partnerships) {
        SafeHtml role = one.role.empty() ? SafeHtml() : context.text()(one.role);
        role += partnership_remarks(context, one);
        table.groups.front().rows.push_back(
            {{},
             {header_cell(one.name), text_cell(name_of_word(context, "partnership", one.kind)),
              text_cell(one.levels.empty() ? std::string() : names_of_words(context, "level", one.levels)),
              text_cell(one.founded ? period_words(context, *one.founded) : std::string()),
              text_cell(one.funding.empty() ? std::string()
                                            : names_of_words(context, "funding", one.funding)),
              markup_cell(role + citation_mark(context, one.citation))}});
    }
    return table;
}

Value milestones(const PageContext& context, const data::Profile& profile) {
    std::vector<const data::Milestone*> order;
    for (const data::Milestone& milestone : profile.milestones)
        order.push_back(&milestone);
    std::stable_sort(order.begin(), order.end(), [](const data::Milestone* a, const data::Milestone* b) {
        return a->period.first < b->period.first;
    });
    List list;
    for (const data::Milestone* const milestone : order) {
        list.push_back(Map{{"period", period_words(context, milestone->period)},
                           {"text", markup(cited(context, milestone->text, milestone->citation))}});
    }
    return list;
}

/// Facts by kind, strengths first.
Value facts(const PageContext& context, const data::Profile& profile) {
    constexpr std::array kinds = {"strength", "weakness", "challenge", "conclusion", "fact"};
    List groups;
    for (const char* const kind : kinds) {
        List items;
        for (const data::Fact& fact : profile.facts) {
            if (fact.kind != kind) continue;
            SafeHtml source = citation_mark(context, fact.citation);
            if (fact.reading == data::Reading::ours) source += reading_mark(context, fact.reading);
            items.push_back(
                Map{{"text", markup(context.text()(fact.text) + source)},
                    {"element", fact.element ? name_of_word(context, "element", data::id_of(*fact.element))
                                             : std::string()}});
        }
        if (items.empty()) continue;
        groups.push_back(
            Map{{"name", name_of_word(context, "fact.kinds", kind)}, {"facts", std::move(items)}});
    }
    return groups;
}

}  // namespace

std::string seat_words(const PageContext& context, const data::Employer& employer) {
    std::string seat;
    switch (employer.seat) {
        case data::Seat::region:
            seat = context.message("employers.seat-region");
            break;
        case data::Seat::country:
            seat = context.message("employers.seat-country");
            break;
        case data::Seat::abroad:
            seat = context.message("employers.seat-abroad");
            break;
        case data::Seat::unknown:
            return context.message("missing.unknown");
    }
    std::string where = employer.place;
    const bool tells_more = employer.seat == data::Seat::abroad && !employer.country.empty();
    if (tells_more)
        where += (where.empty() ? "" : ", ") + context.presenter().locale().country(employer.country);
    return where.empty() ? seat : seat + " (" + where + ")";
}

Table employer_table(const PageContext& context, const data::Profile& profile, std::string id) {
    Table table;
    table.id = std::move(id);
    table.caption = context.message("employers.caption",
                                    {{"region", context.presenter().names(profile.region).short_name}});
    table.caption_hidden = true;
    table.head.push_back({{.label = context.message("table.name")},
                          {.label = context.message("table.sector")},
                          {.label = context.message("table.seat")},
                          {.label = context.message("table.note")}});
    if (!profile.employers || profile.employers->list.empty()) return table;
    table.groups.emplace_back();
    for (const data::Employer& employer : profile.employers->list) {
        table.groups.front().rows.push_back(
            {{},
             {header_cell(employer.name), text_cell(name_of_word(context, "sector", employer.sector)),
              text_cell(seat_words(context, employer)), markup_cell(employer_remarks(context, employer))}});
    }
    table.sources = {{context.presenter().citation(profile.employers->citation),
                      context.to().source(profile.employers->citation.source)}};
    return table;
}

void fill_comparisons(PageContext& context, Map& names, data::RegionIndex region) {
    List links;
    for (const auto& [a, b] : pairs_of(context.site())) {
        if (a != region && b != region) continue;
        const data::RegionIndex other = a == region ? b : a;
        links.push_back(link(context.presenter().names(other).short_name,
                             context.href(pair_path(context.dataset(), a, b))));
    }
    names.set("comparisons", std::move(links));
}

void fill_profile(PageContext& context, Map& names, data::RegionIndex region) {
    const data::Profile& profile = context.edition().facts.profile(region);
    const bool is_empty = !profile.summary && !profile.innovation && !profile.ladder && !profile.employers &&
                          profile.organisations.empty() && profile.partnerships.empty() &&
                          profile.milestones.empty() && profile.facts.empty();
    if (is_empty) {
        names.set("profile", Value::none());
        return;
    }
    List organisations;
    for (const data::Organisation& one : profile.organisations)
        organisations.push_back(markup(organisation(context, one)));
    names.set(
        "profile",
        Map{{"summary", profile.summary
                            ? markup(cited(context, profile.summary->text, profile.summary->citation))
                            : Value::none()},
            {"innovation", profile.innovation ? innovation(context, *profile.innovation) : Value::none()},
            {"ladder", profile.ladder ? ladder(context, *profile.ladder) : Value::none()},
            {"ladder_page", context.href("collaboration.html")},
            {"employers", table_markup(context, employer_table(context, profile, "employers"))},
            {"organisations", std::move(organisations)},
            {"partnerships", table_markup(context, partnership_table(context, profile))},
            {"milestones", milestones(context, profile)},
            {"facts", facts(context, profile)}});
}

}  // namespace regioscope::report
