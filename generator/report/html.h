// Small HTML that code writes: words, elements, links, lists. What is larger is a template's.
#pragma once

#include <string_view>
#include <vector>

#include "escape/safe_html.h"

namespace regioscope::report {

/// Plain words as markup.
escape::SafeHtml words(std::string_view text);
/// `<strong>…</strong>`; with a class where it has one.
escape::SafeHtml element(std::string_view tag, const escape::SafeHtml& content,
                         std::string_view css_class = {});
escape::SafeHtml span(std::string_view css_class, const escape::SafeHtml& content);
escape::SafeHtml quiet(std::string_view text);
/// A raised sign, with the words it stands for.
escape::SafeHtml sign(std::string_view text, std::string_view title);
/// Words that lead somewhere; without an address they stand alone.
escape::SafeHtml anchor(std::string_view text, std::string_view href);
/// A link whose words are followed by others for those who hear it out of its place.
escape::SafeHtml anchor_with_hidden(std::string_view text, std::string_view hidden, std::string_view href);
/// `<ul class="plain">…`; nothing of an empty list.
escape::SafeHtml bullet_list(const std::vector<escape::SafeHtml>& items);
/// Parts with a separator between them; empty ones are passed over.
escape::SafeHtml joined(const std::vector<escape::SafeHtml>& parts, std::string_view separator);

}  // namespace regioscope::report
