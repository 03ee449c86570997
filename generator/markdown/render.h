// From a document to HTML.
#pragma once

#include <string>

#include "escape/safe_html.h"
#include "markdown/document.h"
#include "markdown/resolver.h"

namespace regioscope::markdown {

struct RenderOptions {
    /// The layout prints the title itself.
    enum class Title { shown, left_out } title = Title::shown;
    /// Stands before the ids of footnotes, for pages made of several documents.
    std::string id_prefix;
    /// Put behind the opening paragraph, or before everything where there is none.
    escape::SafeHtml after_opening;
};

/// Blocks, then the footnotes with links back to the text. A document of one line (Mode::line) comes without
/// <p>. Footnotes are numbered in the order in which they are shown.
escape::SafeHtml render(const Document& document, Resolver& resolver, const RenderOptions& options = {});

/// Words alone, for instance a title; footnote marks are left out.
escape::SafeHtml render_words(const Inlines& inlines, Resolver& resolver);

}  // namespace regioscope::markdown
