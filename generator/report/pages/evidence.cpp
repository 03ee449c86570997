#include "report/pages/evidence.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/comparability.h"
#include "escape/html_attribute.h"
#include "escape/url.h"
#include "figures/cells.h"

namespace regioscope::report {

using escape::SafeHtml;

namespace {

SafeHtml sign(std::string_view text, std::string_view title) {
    return SafeHtml::from_trusted(fmt::format(R"(<sup class="sign"><abbr title="{}">{}</abbr></sup>)",
                                              escape::html_attribute(title), escape::html_text(text)));
}

}  // namespace

SafeHtml citation_mark(const PageContext& context, const data::Citation& citation) {
    const std::string whole = context.presenter().citation(citation);
    const std::string& label = citation.locator.label;
    const std::string href = context.to().source(citation.source);
    return SafeHtml::from_trusted(fmt::format(
        R"( <span class="citation">[<a href="{}" lang="{}" title="{}">{}</a>]</span>)",
        escape::html_attribute(escape::url(href)),
        escape::html_attribute(context.dataset()[citation.source].language), escape::html_attribute(whole),
        escape::html_text(label.empty() ? context.dataset()[citation.source].title : label)));
}

SafeHtml cited(const PageContext& context, const data::Text& text, const data::Citation& citation) {
    return context.text()(text) + citation_mark(context, citation);
}

SafeHtml reading_mark(const PageContext& context, data::Reading reading) {
    const std::string mark =
        reading == data::Reading::printed ? context.message("mark.printed") : context.message("mark.ours");
    return SafeHtml::from_trusted(" <span class=\"reading\">") + SafeHtml::from_text(mark) +
           SafeHtml::from_trusted("</span>");
}

std::string name_of_word(const PageContext& context, std::string_view group, std::string_view word) {
    const std::string id = fmt::format("{}.{}", group, word);
    if (!context.presenter().locale().has_message(id)) return std::string(word);
    return context.message(id);
}

std::string names_of_words(const PageContext& context, std::string_view group,
                           const std::vector<std::string>& words) {
    std::vector<std::string> names;
    for (const std::string& word : words)
        names.push_back(name_of_word(context, group, word));
    return context.presenter().locale().list(names);
}

std::string names_of_parties(const PageContext& context, const std::vector<data::Party>& parties) {
    std::vector<std::string> names;
    for (const data::Party& party : parties)
        names.push_back(party.name.empty() ? context.presenter().plain(party.words) : party.name);
    return context.presenter().locale().list(names);
}

SafeHtml words(std::string_view text) {
    return SafeHtml::from_text(text);
}

SafeHtml quiet(std::string_view text) {
    return SafeHtml::from_trusted("<span class=\"quiet\">") + SafeHtml::from_text(text) +
           SafeHtml::from_trusted("</span>");
}

SafeHtml anchor(std::string_view text, std::string_view href) {
    if (href.empty()) return SafeHtml::from_text(text);
    return SafeHtml::from_trusted(fmt::format(
        R"(<a href="{}">{}</a>)", escape::html_attribute(escape::url(href)), escape::html_text(text)));
}

SafeHtml anchor_with_hidden(std::string_view text, std::string_view hidden, std::string_view href) {
    return SafeHtml::from_trusted(fmt::format(
        R"(<a href="{}">{}<span class="visually-hidden"> {}</span></a>)",
        escape::html_attribute(escape::url(href)), escape::html_text(text), escape::html_text(hidden)));
}

SafeHtml figure_in_text(const PageContext& context, const analysis::Measurement& measurement,
                        std::optional<data::PeriodIndex> reference) {
    const analysis::Presenter& presenter = context.presenter();
    const std::string href = measurement.derived ? context.to().indicator(measurement.indicator)
                                                 : context.to().observation(measurement.origins.front());
    SafeHtml html = SafeHtml::from_trusted(fmt::format(R"(<a class="datum" href="{}">{}</a>)",
                                                       escape::html_attribute(escape::url(href)),
                                                       escape::html_text(presenter.figure(measurement))));
    const analysis::Marks marks = analysis::marks_of(context.dataset(), measurement, reference);
    for (const data::Status status : marks.doubtful)
        html += sign(presenter.status_sign(status), presenter.status_name(status));
    if (marks.off_area) {
        const std::string area = presenter.plain(context.dataset()[measurement.area].name);
        html += sign(presenter.message("mark.area-sign"), presenter.message("mark.area", {{"area", area}}));
    }
    if (marks.other_period) html += SafeHtml::from_text(" (" + presenter.period(measurement.period) + ")");
    return html;
}

SafeHtml sentence(const PageContext& context, std::string_view id, const std::vector<MarkupArgument>& markup,
                  locale::Arguments others) {
    for (const MarkupArgument& argument : markup)
        others.push_back({argument.name, std::string("…")});
    const auto pieces = context.presenter().locale().message_pieces(id, others);
    if (!pieces) return SafeHtml::from_text(id);
    SafeHtml html;
    for (const locale::Piece& piece : *pieces) {
        const auto replaced = std::find_if(markup.begin(), markup.end(), [&](const MarkupArgument& argument) {
            return argument.name == piece.argument && !piece.argument.empty();
        });
        html += replaced == markup.end() ? SafeHtml::from_text(piece.text) : replaced->html;
    }
    return html;
}

SafeHtml bullet_list(const std::vector<SafeHtml>& items) {
    if (items.empty()) return {};
    SafeHtml list = SafeHtml::from_trusted("<ul class=\"plain\">");
    for (const SafeHtml& item : items)
        list += SafeHtml::from_trusted("<li>") + item + SafeHtml::from_trusted("</li>");
    return list + SafeHtml::from_trusted("</ul>");
}

SafeHtml joined(const std::vector<SafeHtml>& parts, std::string_view separator) {
    SafeHtml all;
    for (const SafeHtml& part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += SafeHtml::from_text(separator);
        all += part;
    }
    return all;
}

figures::Cell markup_cell(SafeHtml html) {
    figures::Cell cell;
    cell.kind = html.empty() ? figures::Cell::Kind::empty : figures::Cell::Kind::text;
    cell.markup = std::move(html);
    return cell;
}

figures::Cell header_cell(std::string label, std::string href) {
    figures::Cell cell;
    cell.kind = figures::Cell::Kind::header;
    cell.label = std::move(label);
    cell.href = std::move(href);
    return cell;
}

figures::Cell text_cell(std::string label) {
    figures::Cell cell;
    cell.kind = label.empty() ? figures::Cell::Kind::empty : figures::Cell::Kind::text;
    cell.label = std::move(label);
    return cell;
}

figures::Cell number_cell(std::string label, std::optional<Decimal> sort) {
    figures::Cell cell;
    cell.kind = label.empty() ? figures::Cell::Kind::empty : figures::Cell::Kind::number;
    cell.label = std::move(label);
    cell.sort = sort;
    return cell;
}

std::string comparison_index(const Site& site) {
    return pairs_of(site).empty() ? std::string() : std::string("compare/index.html");
}

void SourceLinks::add(const data::Citation& citation) {
    if (std::find(seen_.begin(), seen_.end(), citation.source) != seen_.end()) return;
    seen_.push_back(citation.source);
    figures::Link source = figures::source_link(citation, context_.presenter(), context_.to());
    source.label = context_.dataset()[citation.source].title;
    links_.push_back(std::move(source));
}

void SourceLinks::add(const analysis::Measurement* measurement) {
    if (measurement == nullptr) return;
    for (const data::ObservationIndex origin : measurement->origins)
        add(context_.dataset()[context_.dataset()[origin].citation]);
}

expression::Value SourceLinks::value() const {
    expression::List list;
    for (const figures::Link& one : links_)
        list.push_back(link(one));
    return list;
}

}  // namespace regioscope::report
