// What is already escaped, as a value of expressions: it knows for which place, and passes untouched only
// there.
#pragma once

#include <string>

#include "escape/safe_html.h"
#include "expression/object.h"
#include "template/context.h"

namespace regioscope::templates {

class Markup : public expression::Object {
  public:
    Markup(std::string text, Target target) : text_(std::move(text)), target_(target) {}

    const std::string& markup() const { return text_; }
    Target target() const { return target_; }

    std::string_view type_name() const override;
    expression::Extent extent() const override { return expression::Extent::of_text(text_.size()); }
    expression::Truth truth() const override { return expression::truth_of(!text_.empty()); }
    /// To a text with the same letters, and to the same markup.
    expression::Truth equals(const expression::Value& other) const override;
    /// `~` and `+` with what else there is: texts are escaped for the same place.
    std::optional<Result<expression::Value>> arithmetic(
        expression::Arithmetic operation, const expression::Value& other, expression::Side side,
        const expression::CallContext& context) const override;

  private:
    std::string text_;
    Target target_;
};

/// How `markdown`, `chart` and `figures` hand their output to templates.
expression::Value safe_html(escape::SafeHtml html);

/// Appends a value, escaped for the place. False: `failure` says why it cannot stand there (`not-printable`,
/// `wrong-place`).
bool append_escaped(std::string& out, const expression::Value& value, Target target, Span span,
                    Finding& failure);

/// A value as JSON that is harmless inside HTML. Undefined values and objects without items or text have
/// none.
bool append_json(std::string& out, const expression::Value& value);

}  // namespace regioscope::templates
