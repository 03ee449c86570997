#include "expression/object.h"

namespace regioscope::expression {

Truth Object::equals(const Value& other) const {
    return truth_of(other.is_object() && &other.object() == this);
}

}  // namespace regioscope::expression
