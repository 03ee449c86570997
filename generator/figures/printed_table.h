// A source table as it was printed: its labels, its digits, and our notes and statuses beside them.
#pragma once

#include <functional>
#include <string>

#include "figures/notes.h"
#include "figures/table.h"

namespace regioscope::figures {

/// `anchor` names a cell's place on the page, so that numbers elsewhere can lead to it.
escape::SafeHtml printed_table_html(data::TableIndex table, const Presenter& presenter,
                                    const InlineText& text, const Destinations& to,
                                    const std::function<std::string(data::ObservationIndex)>& anchor);

}  // namespace regioscope::figures
