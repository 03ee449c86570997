// Where a figure or fact comes from: a source, perhaps its part, and a place in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "data/index.h"
#include "data/licence.h"
#include "data/period.h"
#include "data/text.h"

namespace regioscope::data {

struct Locator {
    enum class Kind { table, section, note, figure, slide };
    Kind kind = Kind::section;
    /// The label as printed: "Tabel 2". Empty for a table whose rows each have their own locator.
    std::string label;
    /// 3–8 words of the document by which the place is found; they stand at the end of a figure's way.
    std::string anchor;
    Span span;
};

struct SourcePart {
    std::string id;
    Text title;
    Date published;
    Span span;
};

struct Source {
    std::string id;
    std::string title;
    std::string subtitle;
    std::string language;
    std::vector<std::string> authors;
    std::string publisher;
    std::string url;
    Date published;
    /// As written: `2016`, `2016-12` …, for showing it no finer than known.
    std::string published_written;
    LicenceStatement licence;
    Text description;
    std::string extract;
    std::vector<SourcePart> parts;
    Span span;
};

struct Citation {
    SourceIndex source{};
    /// Index into the source's parts.
    std::optional<std::uint32_t> part;
    Locator locator;
};

}  // namespace regioscope::data
