#include "report/pages/profile.h"

#include "analysis/profile_object.h"
#include "figures/cells.h"
#include "report/pages/evidence.h"
#include "report/pages/pair_tables.h"

namespace regioscope::report {

using escape::SafeHtml;
using expression::List;
using expression::Map;
using expression::Value;
using figures::Cell;
using figures::Table;

namespace {

/// What stands behind an employer's name: owner, place, since when, place on the R&D list, a note.
SafeHtml employer_remarks(const PageContext& context, const data::Employer& employer) {
    std::vector<std::string> parts;
    if (!employer.owner.empty()) {
        parts.push_back(employer.since
                            ? context.message("employers.owner-since",
                                              {{"owner", employer.owner},
                                               {"period", context.presenter().period(*employer.since)}})
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

/// Legal form, size and partners, in brackets behind what it does.
SafeHtml partnership_remarks(const PageContext& context, const data::Partnership& one) {
    std::vector<SafeHtml> parts;
    if (!one.legal_form.empty()) parts.push_back(context.text()(one.legal_form));
    const auto add_size = [&](std::string_view id, const std::optional<data::Value>& size) {
        if (!size) return;
        parts.push_back(words(
            context.message(id, {{"count", size->middle()}, {"number", context.presenter().figure(*size)}})));
    };
    add_size("profile.companies", one.companies);
    add_size("profile.students", one.students);
    if (!one.partners.empty()) {
        parts.push_back(words(
            context.message("profile.partners", {{"partners", context.presenter().names(one.partners)}})));
    }
    if (parts.empty()) return {};
    return words(" ") + span("quiet", words("(") + joined(parts, "; ") + words(")"));
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
             {header_cell(one.name), text_cell(context.presenter().name_of_word("partnership", one.kind)),
              text_cell(one.levels.empty() ? std::string()
                                           : context.presenter().names_of_words("level", one.levels)),
              text_cell(one.founded ? context.presenter().period(*one.founded) : std::string()),
              text_cell(one.funding.empty() ? std::string()
                                            : context.presenter().names_of_words("funding", one.funding)),
              markup_cell(role + citation_mark(context, one.citation))}});
    }
    return table;
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
             {header_cell(employer.name),
              text_cell(context.presenter().name_of_word("sector", employer.sector)),
              text_cell(seat_words(context, employer)), markup_cell(employer_remarks(context, employer))}});
    }
    table.sources = {figures::source_link(profile.employers->citation, context.presenter(), context.to())};
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

namespace {

/// Each employer as a square by the seat of its head office: {name, seat, words, code}, those at home last.
List employer_squares(const PageContext& context, const data::Profile& profile) {
    List list;
    if (!profile.employers) return list;
    for (const data::Seat seat :
         {data::Seat::abroad, data::Seat::country, data::Seat::region, data::Seat::unknown}) {
        for (const data::Employer& employer : profile.employers->list) {
            if (employer.seat != seat) continue;
            list.push_back(Map{{"name", employer.name},
                               {"seat", std::string(data::seat_words[seat])},
                               {"words", seat_words(context, employer)},
                               {"code", seat == data::Seat::abroad ? employer.country : std::string()}});
        }
    }
    return list;
}

/// How many of them are directed from where: "5 abroad, 1 elsewhere in the country".
std::string seats_counted(const PageContext& context, const data::Profile& profile) {
    std::vector<std::string> parts;
    for (const auto& [seat, id] : {std::pair(data::Seat::abroad, "employers.count-abroad"),
                                   std::pair(data::Seat::country, "employers.count-country"),
                                   std::pair(data::Seat::region, "employers.count-region"),
                                   std::pair(data::Seat::unknown, "employers.count-unknown")}) {
        const std::size_t count = count_seats(profile, seat);
        if (count > 0) parts.push_back(context.message(id, {{"count", Decimal(static_cast<int>(count))}}));
    }
    return context.presenter().locale().list(parts);
}

}  // namespace

void fill_profile(PageContext& context, Map& names, data::RegionIndex region) {
    const data::Profile& profile = context.edition().facts.profile(region);
    data::Profile told_here = profile;
    told_here.pair.reset();  // told where the two are compared
    if (told_here.is_empty()) {
        names.set("profile", Value::none());
        return;
    }
    // Read whole: a page lists what its texts cite before its template is filled.
    const analysis::ProfileObject object(context, profile);
    Map parts;
    for (const std::string& name : object.attribute_names())
        parts.set(name, object.attribute(name).value_or(Value::none()));
    names.set("profile", std::move(parts));
    names.set("ladder_page", context.href("collaboration.html"));
    names.set("squares", employer_squares(context, profile));
    names.set("seats_counted", seats_counted(context, profile));
    names.set("employer_table", table_markup(context, employer_table(context, profile, "employers")));
    names.set("partnership_table", table_markup(context, partnership_table(context, profile)));
}

}  // namespace regioscope::report
