// The templates of a report: loaded, checked and made ready once; then rendered by all threads.
//
// Findings at loading: `syntax`, `unknown-statement`, `unknown-filter`, `unknown-test`, `missing-template`,
// `circular-extends`, `misplaced-extends`, `duplicate-block`, `unknown-block`, `missing-block`,
// `misplaced-block`, `unknown-import`, `markup`, `markup-refused`, `output-refused`, `branches-differ`,
// `unbalanced`, `unused-text` (a warning). At rendering: those of expressions, `wrong-arguments`,
// `not-printable`, `wrong-place`, `too-much-work`.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "base/source.h"
#include "escape/origins.h"
#include "expression/evaluate.h"
#include "template/functions.h"
#include "template/loader.h"
#include "template/markup.h"

namespace regioscope::templates {

class Templates {
  public:
    /// Loads the named pages and everything they name, decides all escaping, and reports what is wrong.
    /// `functions` and `sources` must outlive the result. A page with errors is not to be rendered. With
    /// `origins` what is rendered holds marks of where each attribute and each output in text is written.
    static Templates load(const Loader& loader, const std::vector<std::string>& pages,
                          const expression::Functions& functions, SourceLibrary& sources, Findings& findings,
                          escape::Origins* origins = nullptr);

    Templates(Templates&&) noexcept;
    Templates& operator=(Templates&&) noexcept;
    ~Templates();

    bool has(std::string_view page) const;

    /// `names` are what the page can use; values of `escape::SafeHtml` come in by safe_html(). Finding
    /// `missing-template` when it is none of the loaded pages. May be called by many threads at once, each
    /// with its own environment.
    Result<std::string> render(std::string_view page, const expression::Scope& names,
                               expression::Environment* environment = nullptr,
                               expression::Limits limits = {}) const;

  private:
    struct Set;
    explicit Templates(std::unique_ptr<Set> set);
    std::unique_ptr<Set> set_;
};

}  // namespace regioscope::templates
