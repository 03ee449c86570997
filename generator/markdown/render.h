// From a document to HTML.
#pragma once

#include "escape/safe_html.h"
#include "markdown/document.h"
#include "markdown/resolver.h"

namespace regioscope::markdown {

/// Blocks, then the footnotes with links back to the text. A document of one line (Mode::line) comes without
/// <p>. Footnotes are numbered in the order in which they are shown.
escape::SafeHtml render(const Document& document, Resolver& resolver);

/// A page in two pieces, so that something can stand between them. Without the title.
struct Parts {
    /// The paragraph that the text begins with; empty where it begins with something else.
    escape::SafeHtml opening;
    escape::SafeHtml rest;
};
Parts render_parts(const Document& document, Resolver& resolver);

/// Words alone, for instance a title; footnote marks are left out.
escape::SafeHtml render_words(const Inlines& inlines, Resolver& resolver);

}  // namespace regioscope::markdown
