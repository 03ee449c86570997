// What texts need from the report to become HTML on one page: values with their sources, claims with their
// evidence, citations, links to pages and figures.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "expression/evaluate.h"
#include "markdown/resolver.h"
#include "report/ledger.h"
#include "report/page_context.h"

namespace regioscope::report {

class TextResolver final : public markdown::Resolver {
  public:
    /// What stands behind a paragraph that makes claims: nothing, what they rest on (folded), or its one
    /// line, to stand beside the paragraph.
    enum class Proofs { none, folded, line };

    /// `folder` is that of the narrative file below its language, for links to its neighbours; empty for
    /// texts in JSON.
    explicit TextResolver(PageContext& context, std::string folder = {}, Proofs proofs = Proofs::none);

    markdown::Marked value(const markdown::BoundValue& value, Span span) override;
    bool holds(const expression::Expression& condition, Span span) override;
    std::vector<expression::Value> items(const expression::Expression& items, Span span) override;
    void enter(std::string_view name, const expression::Value& value) override;
    void leave() override;
    bool goes_on(std::size_t bytes, Span place) override;

    escape::SafeHtml figure(std::string_view id, Span span) override;
    markdown::LinkTag link(const markdown::Link& link, Span span) override;
    markdown::ImageTag image(const markdown::Image& image, Span span) override;
    escape::SafeHtml citation(const markdown::Citation& citation, Span span) override;
    escape::SafeHtml behind_paragraph() override;
    escape::SafeHtml behind_numbered() override;

    std::string label(markdown::Label label, const std::vector<std::string>& arguments) override;
    std::string heading_id(const std::string& anchor) override { return context_.show_heading(anchor); }
    escape::Origins* origins() override { return context_.origins(); }

  private:
    /// The source and part that a citation names. Findings: `unknown-source`, `unknown-part`,
    /// `source-not-visible`.
    std::optional<std::pair<data::SourceIndex, std::optional<std::uint32_t>>> find_source(
        const markdown::Reference& reference);
    /// The first use on a page leads to the glossary and is explained at the page's end; later ones are plain
    /// words. Finding `unknown-term`.
    markdown::LinkTag term_link(const std::string& id, Span span);
    /// A statement leads to its evidence and carries the marks it was accepted with. Finding
    /// `claim-not-in-edition`.
    markdown::LinkTag claim_link(const std::string& id, Span span);
    /// Nothing: a finding says why, or one did when the text took too much work.
    std::optional<expression::Value> evaluate(const expression::Expression& expression);
    /// False, and told once: the text takes too much work.
    bool prints(std::size_t bytes, Span place);
    void tell(Finding finding);
    std::string href_or_finding(const std::string& page_path, std::string_view code, std::string message,
                                Span span);

    PageContext& context_;
    std::string folder_;
    Proofs proofs_;
    /// Since the last paragraph.
    std::vector<const LedgerEntry*> claims_said_;
    /// What the page has shown the evidence of.
    std::set<std::string> proved_;
    /// One for the whole text: what it unrolls to is bounded.
    expression::Evaluation evaluation_;
    bool is_stopped_ = false;
    /// Names of the repetitions around the text, innermost last.
    std::vector<std::unique_ptr<expression::MapScope>> scopes_;
};

}  // namespace regioscope::report
