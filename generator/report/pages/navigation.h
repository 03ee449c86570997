// The main menu: what the site has, in seven words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "expression/value.h"
#include "report/page_context.h"

namespace regioscope::report {

/// {label, href, current, pages}: `current` says `page` for this page, `true` for what it belongs to. `pages`
/// are those that the item stands for, in the same form, where there are several; its address is the first
/// one's.
expression::Value navigation(const PageContext& context);

/// The other pages of this page's item, and more of them: {label, href, opening}, where the opening says what
/// one finds there.
expression::List pages_beside(const PageContext& context, const std::vector<std::string>& more = {});

/// Whether the menu leads to it.
bool is_in_navigation(std::string_view path);

}  // namespace regioscope::report
