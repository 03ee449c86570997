// Moves a context on through static text, and takes the text apart where URLs begin and end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "escape/origins.h"
#include "template/context.h"

namespace regioscope::templates {

/// What a run of text consists of.
struct TextPart {
    enum class Kind : std::uint8_t { copy, url_begin, url_text, url_end };

    Kind kind = Kind::copy;
    /// For `url_text`: with references (`&amp;`) resolved.
    std::string text;
    /// For `url_text`: as written.
    std::string written;
};

/// In a tag: what a name right at the beginning of what follows would stick to. The later one wins where
/// branches meet.
enum class Glue : std::uint8_t { none, value, name };

/// Where a run of text leads.
struct Place {
    Context context;
    Glue glue = Glue::none;
};

/// The message where a name is printed, or cut in two.
inline constexpr std::string_view name_in_parts =
    "the name of an element or attribute must be written out, in one piece";

/// One run: text between two other pieces of a template. No name of an element or attribute and no end of a
/// comment may be cut in two by its ends. `place` is moved on. Findings: `markup` for what is not understood,
/// `markup-refused` for what is not allowed. With `origins` every attribute is marked with its place.
std::vector<TextPart> scan_text(Place& place, std::string_view text, Span span, Findings& findings,
                                escape::Origins* origins = nullptr);

}  // namespace regioscope::templates
