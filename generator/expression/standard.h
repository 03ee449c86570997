// The standard functions, filters and tests, one file per subject. Private to the room: others call
// standard_functions().
#pragma once

#include <string_view>

#include "expression/functions.h"

namespace regioscope::expression {

void add_text_filters(Functions& functions);
void add_number_filters(Functions& functions);
void add_list_filters(Functions& functions);
void add_order_filters(Functions& functions);
void add_selection_filters(Functions& functions);
void add_tests(Functions& functions);

/// `a.b.0` of a value, as the filters' `attribute` says it (a text, or a number for an index). Undefined when
/// there is none. Reading is told to the environment.
Result<Value> read_path(const Value& value, const Value& path, const Arguments& arguments,
                        std::size_t path_index, const CallContext& context);

/// The finding for a path that leads nowhere.
Finding no_such_path(const Value& value, const Value& path, Span span);

/// Calls a filter or test by its name, the way `map('upper')` and `select('odd')` do.
Result<Value> call_by_name(Functions::Sort sort, const Value& name, Span name_span, const Value& value,
                           const Value& further, const Value& further_named, const CallContext& context);

}  // namespace regioscope::expression
