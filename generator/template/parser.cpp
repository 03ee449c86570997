#include "template/parser.h"

#include "template/statement_parser.h"

namespace regioscope::templates {

Statements parse_template(const SourceText& source, const expression::Functions& functions,
                          Findings& findings) {
    return StatementParser(source, functions, findings).run();
}

}  // namespace regioscope::templates
