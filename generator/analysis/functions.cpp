#include "analysis/functions.h"

namespace regioscope::analysis {

const expression::Functions& domain_functions() {
    static const expression::Functions functions = [] {
        expression::Functions all = expression::standard_functions();
        add_figure_functions(all);
        add_set_functions(all);
        add_wording_functions(all);
        add_fact_functions(all);
        return all;
    }();
    return functions;
}

}  // namespace regioscope::analysis
