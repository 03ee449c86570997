#include "report/citing.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_text.h"
#include "report/page_card.h"
#include "report/sentences.h"

namespace regioscope::report {

namespace {

/// What all of the formats say.
struct Reference {
    std::string key;
    std::string author;
    std::string title;
    /// Empty for the report itself.
    std::string report;
    std::string edition;
    data::Date date;
    std::string address;
    std::string language;
};

Reference reference_of(const PageContext& context) {
    const Site& site = context.site();
    const analysis::Presenter& presenter = context.presenter();
    const PageCard card = card_of(context);
    Reference reference;
    reference.author = presenter.plain(site.settings().publisher);
    reference.title = card.title;
    if (context.page().path != "index.html") reference.report = presenter.plain(site.settings().title);
    reference.edition = site.edition->id();
    reference.date = site.settings().editions[site.edition->index].as_of;
    reference.address = card.permalink;
    reference.language = presenter.language();
    // `regions-twente-2022`: of ASCII letters, digits and hyphens, as every program takes it.
    for (const char c : context.page().path.substr(0, context.page().path.rfind('.'))) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        reference.key += is_plain ? c : '-';
    }
    reference.key += "-" + reference.edition;
    return reference;
}

std::string year_of(const Reference& reference) {
    return reference.date.text().substr(0, 4);
}

/// What TeX reads as more than a character.
std::string in_tex(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) {
            out += '\\';
            out += c;
        } else if (c == '\\') {
            out += "\\textbackslash{}";
        } else if (c == '~') {
            out += "\\textasciitilde{}";
        } else if (c == '^') {
            out += "\\textasciicircum{}";
        } else if (c == '-' && out.ends_with('-')) {
            out += "{}-";  // two are a dash
        } else {
            out += c == '\n' ? ' ' : c;
        }
    }
    return out;
}

std::string bibtex_of(const Reference& reference) {
    std::string out = fmt::format("@misc{{{},\n", reference.key);
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out += fmt::format("  {} = {{{}}},\n", name, value);
    };
    // Braces within: a name that is no person's, and capitals that stay.
    if (!reference.author.empty()) add("author", "{" + in_tex(reference.author) + "}");
    add("title", "{" + in_tex(reference.title) + "}");
    if (!reference.report.empty()) add("booktitle", "{" + in_tex(reference.report) + "}");
    add("edition", in_tex(reference.edition));
    add("year", year_of(reference));
    add("date", reference.date.text());
    add("url", reference.address);
    add("langid", reference.language);
    return out + "}\n";
}

/// Tags of two letters, one a line.
std::string ris_of(const Reference& reference) {
    std::string out;
    const auto add = [&](std::string_view tag, std::string value) {
        std::replace(value.begin(), value.end(), '\n', ' ');
        if (!value.empty()) out += fmt::format("{}  - {}\n", tag, value);
    };
    std::string date = reference.date.text();
    std::replace(date.begin(), date.end(), '-', '/');
    add("TY", "ELEC");
    add("AU", reference.author);
    add("TI", reference.title);
    add("T2", reference.report);
    add("ET", reference.edition);
    add("PY", year_of(reference));
    add("DA", date);
    add("UR", reference.address);
    add("LA", reference.language);
    return out + "ER  - \n";
}

std::string csl_json_of(const Reference& reference) {
    using json::make_list;
    using json::make_member;
    using json::make_number;
    using json::make_object;
    using json::make_text;
    std::vector<json::Member> members;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) members.push_back(make_member(name, make_text(value)));
    };
    add("id", reference.key);
    add("type", reference.report.empty() ? "report" : "webpage");
    add("title", reference.title);
    add("container-title", reference.report);
    if (!reference.author.empty()) {
        std::vector<json::Member> name;
        name.push_back(make_member("literal", make_text(reference.author)));
        std::vector<json::Value> names;
        names.push_back(make_object(std::move(name)));
        members.push_back(make_member("author", make_list(std::move(names))));
    }
    add("edition", reference.edition);
    std::vector<json::Value> parts;
    for (const int part : {reference.date.year, reference.date.month, reference.date.day})
        parts.push_back(make_number(fmt::format("{}", part)));
    std::vector<json::Value> dates;
    dates.push_back(make_list(std::move(parts)));
    std::vector<json::Member> issued;
    issued.push_back(make_member("date-parts", make_list(std::move(dates))));
    members.push_back(make_member("issued", make_object(std::move(issued))));
    add("URL", reference.address);
    add("language", reference.language);
    std::vector<json::Value> references;
    references.push_back(make_object(std::move(members)));
    return json::json_text(make_list(std::move(references)));
}

/// "Bureau (2022). Twente. In: Two regions, edition 2022. https://…"
std::string in_words(const PageContext& context, const Reference& reference) {
    const std::string work =
        reference.report.empty()
            ? context.message("data.edition-title",
                              {{"title", reference.title}, {"edition", reference.edition}})
            : context.message(
                  "cite.part",
                  {{"title", as_sentence(reference.title)},
                   {"work", context.message("data.edition-title",
                                            {{"title", reference.report}, {"edition", reference.edition}})}});
    std::string text = reference.author.empty()
                           ? fmt::format("{} ({}).", work, year_of(reference))
                           : fmt::format("{} ({}). {}.", reference.author, year_of(reference), work);
    if (!reference.address.empty()) text += " " + reference.address;
    return text;
}

}  // namespace

CitedPage cited_page(const PageContext& context) {
    const Reference reference = reference_of(context);
    return {in_words(context, reference), bibtex_of(reference), ris_of(reference), csl_json_of(reference)};
}

}  // namespace regioscope::report
