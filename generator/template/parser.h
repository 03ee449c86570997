// From text to statements. Findings: `syntax`, `unknown-statement`, and those of expressions.
#pragma once

#include "base/finding.h"
#include "base/source.h"
#include "expression/functions.h"
#include "template/statement.h"

namespace regioscope::templates {

/// Every problem is a finding; what could be read is returned. The source must outlive the statements.
Statements parse_template(const SourceText& source, const expression::Functions& functions,
                          Findings& findings);

}  // namespace regioscope::templates
