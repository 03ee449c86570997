// Turtle, as RDF catalogues are written: addresses between `<` and `>`, texts between quotes.
#pragma once

#include <string>
#include <string_view>

namespace regioscope::escape {

/// `<https://example.org/a%20b>`: what may not stand in an address is written as percent signs.
void append_turtle_iri(std::string& out, std::string_view iri);
/// `"so \"and\" so"`
void append_turtle_string(std::string& out, std::string_view text);
/// The address without what may stand in none, for other ways of writing RDF.
std::string iri_text(std::string_view iri);

}  // namespace regioscope::escape
