#include "report/text_resolver.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/comparability.h"
#include "analysis/functions.h"
#include "analysis/quantity.h"
#include "base/suggest.h"
#include "escape/html_attribute.h"
#include "report/figure_view.h"
#include "report/html.h"
#include "report/pages/calculation.h"
#include "report/proof.h"
#include "template/markup.h"

namespace regioscope::report {

namespace {

using escape::SafeHtml;
using expression::Value;

/// How many decimals a computed plain number is shown with, unless the author says number(x, n).
constexpr int shown_decimals = 1;

/// The marks a reader must see behind a number in a sentence.
SafeHtml signs_of(const PageContext& context, const analysis::Quantity& figure) {
    const analysis::Presenter& presenter = context.presenter();
    SafeHtml signs;
    bool off_area = false;
    for (const analysis::Measurement* const origin : figure.origins()) {
        const analysis::Marks marks = analysis::marks_of(context.dataset(), *origin, std::nullopt);
        if (origin == figure.origins().front()) {
            for (const data::Status status : marks.doubtful)
                signs += sign(presenter.status_sign(status), presenter.status_name(status));
            if (origin->statuses.contains(data::Status::unvalidated))
                signs += sign(presenter.status_sign(data::Status::unvalidated),
                              presenter.status_name(data::Status::unvalidated));
        }
        if (!marks.off_area || off_area) continue;
        off_area = true;
        signs += sign(presenter.message("mark.area-sign"),
                      presenter.message("mark.area",
                                        {{"area", presenter.plain(context.dataset()[origin->area].name)}}));
    }
    return signs;
}

std::string joined_path(std::string folder, std::string_view path) {
    while (path.starts_with("../") || path.starts_with("./")) {
        const bool up = path.starts_with("../");
        path.remove_prefix(up ? 3 : 2);
        if (!up) continue;
        const std::size_t slash = folder.find_last_of('/', folder.empty() ? 0 : folder.size() - 2);
        folder = slash == std::string::npos ? std::string() : folder.substr(0, slash + 1);
    }
    return folder + std::string(path);
}

}  // namespace

TextResolver::TextResolver(PageContext& context, std::string folder, Proofs proofs)
    : context_(context),
      folder_(std::move(folder)),
      proofs_(proofs),
      evaluation_(analysis::domain_functions(), &context) {
    scopes_.push_back(
        std::make_unique<expression::MapScope>(expression::Map{{"edition", context.edition().id()}}));
}

void TextResolver::tell(Finding finding) {
    is_stopped_ = is_stopped_ || finding.code == "too-much-work" || finding.code == "budget-spent";
    context_.findings().add(std::move(finding));
}

bool TextResolver::prints(std::size_t bytes, Span place) {
    if (is_stopped_) return false;
    if (auto finding = evaluation_.print(bytes, place)) tell(*std::move(finding));
    return !is_stopped_;
}

bool TextResolver::goes_on(std::size_t bytes, Span place) {
    return prints(bytes, {place.source, place.begin, std::min(place.begin + 1, place.end)});
}

std::optional<Value> TextResolver::evaluate(const expression::Expression& expression) {
    if (is_stopped_) return std::nullopt;
    Result<Value> value = expression::evaluate(expression, *scopes_.back(), evaluation_);
    if (value) return *std::move(value);
    tell(std::move(value).finding());
    return std::nullopt;
}

markdown::Marked TextResolver::value(const markdown::BoundValue& bound, Span) {
    if (is_stopped_) return {};
    // In an environment of its own: what it reads is where its reader is led.
    analysis::Environment environment(context_.site().view(context_.language()));
    expression::Evaluation evaluation(analysis::domain_functions(), &environment);
    const Result<Value> value = expression::evaluate(bound.expression, *scopes_.back(), evaluation);
    if (!value) {
        tell(value.finding());
        return {};
    }
    if (!prints(64 * value->weight(), bound.expression.span())) return {};
    markdown::Marked marked;
    if (!environment.facts_read().empty())
        marked.href = context_.to().citation(environment.facts_read().front());
    if (const auto* const figure = value->as<analysis::Quantity>()) {
        marked.text = SafeHtml::from_text(*figure->text());
        marked.mark = signs_of(context_, *figure);
        if (figure->origins().size() == 1) {
            marked.href = origin_href(context_, *figure->origins().front());
        } else if (!figure->origins().empty()) {
            marked.href = context_.to().indicator(figure->indicator());
        }
        return marked;
    }
    if (value->is_number()) {
        const int decimals = std::min(value->number().normalized().decimals(), shown_decimals);
        marked.text = SafeHtml::from_text(context_.presenter().locale().number(value->number(), decimals));
        return marked;
    }
    if (const auto* const markup = value->as<templates::Markup>())
        return {SafeHtml::from_trusted(markup->markup())};
    const auto text = expression::text_of(*value);
    if (!text) {
        context_.findings().error(
            "not-printable", bound.expression.span(),
            fmt::format("{} cannot be printed in a text", expression::type_name(*value)));
        return {};
    }
    marked.text = SafeHtml::from_text(*text);
    return marked;
}

bool TextResolver::holds(const expression::Expression& condition, Span) {
    if (is_stopped_) return false;
    Result<bool> holds = expression::evaluate_truth(condition, *scopes_.back(), evaluation_);
    if (holds) return *holds;
    tell(std::move(holds).finding());
    return false;
}

std::vector<Value> TextResolver::items(const expression::Expression& items, Span) {
    const std::optional<Value> value = evaluate(items);
    if (!value) return {};
    if (value->is_list()) return value->list();
    if (value->is_object()) {
        if (const auto list = value->object().items()) return *list;
    }
    context_.findings().error("wrong-type", items.span(),
                              fmt::format("{} cannot be gone through", expression::type_name(*value)));
    return {};
}

void TextResolver::enter(std::string_view name, const Value& value) {
    auto scope = std::make_unique<expression::MapScope>(expression::Map(), scopes_.back().get());
    scope->set(std::string(name), value);
    scopes_.push_back(std::move(scope));
}

void TextResolver::leave() {
    scopes_.pop_back();
}

SafeHtml TextResolver::figure(std::string_view id, Span span) {
    return show_figure(context_, id, span);
}

std::string TextResolver::href_or_finding(const std::string& page_path, std::string_view code,
                                          std::string message, Span span) {
    std::string href = context_.href(page_path);
    if (href.empty()) context_.findings().error(code, span, std::move(message));
    return href;
}

markdown::LinkTag TextResolver::link(const markdown::Link& link, Span span) {
    using Kind = markdown::Target::Kind;
    const std::string anchor = link.target.anchor.empty() ? "" : "#" + link.target.anchor;
    const std::string& path = link.target.path;
    switch (link.target.kind) {
        case Kind::web:
            return {path, {}, {}};
        case Kind::page: {
            std::string page = path.ends_with(".html") ? path : path + ".html";
            const std::string index = path + "/index.html";
            if (context_.site().plan.find(page) == nullptr && context_.site().plan.find(index) != nullptr)
                page = index;
            return {href_or_finding(page + anchor, "broken-link",
                                    fmt::format("there is no page '{}' in this edition", page), span),
                    {},
                    {}};
        }
        case Kind::file: {
            if (path.empty())
                return {anchor.empty() ? "" : "#" + context_.heading_id(link.target.anchor), {}, {}};
            const std::string page = joined_path(folder_, path.substr(0, path.rfind(".md"))) + ".html";
            return {href_or_finding(page + anchor, "broken-link",
                                    fmt::format("there is no page '{}' in this edition", path), span),
                    {},
                    {}};
        }
        case Kind::figure:
            return {href_or_finding("figures/" + path + ".html", "unknown-figure",
                                    fmt::format("no figure '{}'", path), span),
                    {},
                    {}};
        case Kind::claim:
            return claim_link(path, span);
        case Kind::term:
            return term_link(path, span);
    }
    return {};
}

markdown::LinkTag TextResolver::term_link(const std::string& id, Span span) {
    const data::Glossary& glossary = context_.site().project->glossary;
    const data::Term* const term = glossary.find(id);
    if (term == nullptr) {
        std::vector<std::string_view> known;
        for (const data::Term& one : glossary.terms)
            known.push_back(one.id);
        context_.findings().error(
            "unknown-term", span,
            fmt::format("no term '{}' in {}{}", id, data::glossary_path, did_you_mean(id, known)));
        return {};
    }
    if (!context_.use(*term)) return {};
    return {context_.href("glossary.html#" + id),
            {{"class", "term"},
             {"title", context_.presenter().plain(term->explanation)},
             {"aria-describedby", "term-" + id}},
            {}};
}

markdown::LinkTag TextResolver::claim_link(const std::string& id, Span span) {
    const std::vector<LedgerEntry>& ledger = context_.site().ledger;
    const auto entry = std::find_if(ledger.begin(), ledger.end(),
                                    [&](const LedgerEntry& one) { return one.claim->id == id; });
    if (entry == ledger.end()) return {};  // told where the ledger was made
    if (!entry->verdict) {
        context_.findings()
            .error("claim-not-in-edition", span,
                   fmt::format("the claim '{}' does not apply in edition {}", id, context_.edition().id()))
            .note(
                "put the sentence between {{ if … }} and {{ end }}, or let the page begin with a later "
                "edition");
        return {};
    }
    if (!entry->verdict->holds) return {};  // told where it was judged: nothing shows what it rests on
    if (proofs_ != Proofs::none && proved_.insert(id).second) claims_said_.push_back(&*entry);
    SafeHtml marks;
    for (const analysis::Mark mark : entry->verdict->marks)
        marks += sign(context_.presenter().mark_sign(mark), context_.presenter().mark_name(mark));
    return {context_.href(entry->evidence + "#" + id), {{"class", "claim"}}, std::move(marks)};
}

SafeHtml TextResolver::behind_paragraph() {
    const std::vector<const LedgerEntry*> said = std::exchange(claims_said_, {});
    if (said.empty()) return {};
    ProofWords words{"proof-" + said.front()->claim->id, context_.message("proof.title")};
    Proof proof = proof_of(context_.site(), said);
    if (proofs_ == Proofs::line) return proof_html(context_, shortened(std::move(proof)), words);
    words.drawn = ProofWords::Drawn::once;
    SafeHtml shown = proof_html(context_, proof, words);
    if (shown.empty()) return {};
    const std::string test = context_.href(said.front()->evidence + "#" + said.front()->claim->id);
    return SafeHtml::from_trusted("<details class=\"says-who\">\n<summary>") +
           SafeHtml::from_text(context_.message("proof.says-who")) + SafeHtml::from_trusted("</summary>\n") +
           std::move(shown) + element("p", anchor(context_.message("proof.test"), test)) +
           SafeHtml::from_trusted("\n</details>\n");
}

SafeHtml TextResolver::behind_numbered() {
    if (proofs_ != Proofs::folded) return behind_paragraph();
    const std::vector<const LedgerEntry*> said = std::exchange(claims_said_, {});
    if (said.empty()) return {};
    // Each finding or lesson stands with its line.
    Proof proof = proof_of(context_.site(), said);
    return proof_html(context_, shortened(std::move(proof)),
                      {"proof-" + said.front()->claim->id, context_.message("proof.title")});
}

markdown::ImageTag TextResolver::image(const markdown::Image& image, Span) {
    // Counted from the text's file, as links are: from wherever that lies, the pictures are in assets/.
    std::string path = joined_path({}, image.path);
    if (!path.starts_with("assets/")) path.insert(0, "assets/");
    return {context_.file_href(path), 0, 0};
}

SafeHtml TextResolver::citation(const markdown::Citation& citation, Span) {
    std::string marks;
    for (const markdown::Reference& reference : citation.references) {
        const auto source = find_source(reference);
        if (!source) continue;
        const std::size_t number = context_.cite(source->first, source->second, reference.locator);
        const std::string label =
            context_.message("citation.reference", {{"number", std::to_string(number)}});
        marks += fmt::format(R"({}<a href="#ref-{}" aria-label="{}">{}</a>)", marks.empty() ? "" : ", ",
                             number, escape::html_attribute(label), number);
    }
    return marks.empty() ? SafeHtml() : span("citation", SafeHtml::from_trusted("[" + marks + "]"));
}

std::optional<std::pair<data::SourceIndex, std::optional<std::uint32_t>>> TextResolver::find_source(
    const markdown::Reference& reference) {
    const data::Dataset& dataset = context_.dataset();
    const auto found = dataset.source_by_id.find(reference.source);
    if (found == dataset.source_by_id.end()) {
        std::vector<std::string_view> ids;
        for (const auto& [id, index] : dataset.source_by_id)
            ids.push_back(id);
        context_.findings().error(
            "unknown-source", reference.span,
            fmt::format("no source '{}'{}", reference.source, did_you_mean(reference.source, ids)));
        return std::nullopt;
    }
    const data::Source& source = dataset[found->second];
    const auto part = std::find_if(source.parts.begin(), source.parts.end(),
                                   [&](const data::SourcePart& p) { return p.id == reference.part; });
    if (!reference.part.empty() && part == source.parts.end()) {
        std::vector<std::string_view> ids;
        for (const data::SourcePart& known : source.parts)
            ids.push_back(known.id);
        context_.findings().error("unknown-part", reference.span,
                                  fmt::format("the source '{}' has no part '{}'{}", reference.source,
                                              reference.part, did_you_mean(reference.part, ids)));
        return std::nullopt;
    }
    data::Citation citation;
    citation.source = found->second;
    if (part != source.parts.end()) citation.part = static_cast<std::uint32_t>(part - source.parts.begin());
    if (!context_.edition().sees(citation)) {
        context_.findings().error(
            "source-not-visible", reference.span,
            fmt::format("edition {} does not see '{}' yet", context_.edition().id(), reference.source));
        return std::nullopt;
    }
    return std::pair(citation.source, citation.part);
}

std::string TextResolver::label(markdown::Label label, const std::vector<std::string>& arguments) {
    const std::string first = arguments.empty() ? std::string() : arguments[0];
    switch (label) {
        case markdown::Label::footnotes:
            return context_.message("note.heading");
        case markdown::Label::footnote:
            return context_.message("note.reference", {{"number", first}});
        case markdown::Label::back_to_text:
            return context_.message("note.back");
        case markdown::Label::link_to_section:
            return first;
    }
    return {};
}

}  // namespace regioscope::report
