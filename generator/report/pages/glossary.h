// The glossary's page, and the words that a page explains at its end.
#pragma once

#include "report/page_context.h"

namespace regioscope::report {

/// The terms that the page's texts point out, in the order of their first use: {id, term, explanation, href}.
/// Asked last, when all texts are there.
expression::Value terms_used(const PageContext& context);

}  // namespace regioscope::report
