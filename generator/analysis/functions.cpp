#include "analysis/functions.h"

namespace regioscope::analysis {

void add_domain_functions(expression::Functions& functions) {
    add_figure_functions(functions);
    add_set_functions(functions);
    add_wording_functions(functions);
    add_fact_functions(functions);
    add_register_functions(functions);
}

const expression::Functions& domain_functions() {
    static const expression::Functions functions = [] {
        expression::Functions all = expression::standard_functions();
        add_domain_functions(all);
        return all;
    }();
    return functions;
}

}  // namespace regioscope::analysis
