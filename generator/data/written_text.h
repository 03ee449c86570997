// Every text for readers as it stands in JSON files, and whom the files cite, gathered while they are read:
// what goes over all texts of a report need not know where each of them belongs.
#pragma once

#include <vector>

#include "base/source.h"
#include "data/index.h"
#include "data/text.h"

namespace regioscope::data {

struct WrittenText {
    enum class Kind {
        markdown,  ///< inline Markdown
        words,     ///< shown as it is written, in CSV files and on terminals too: no markup
        name,      ///< words; what digits it has are part of the name
        message    ///< an ICU message, which the room of languages reads
    };
    Text text;
    Kind kind = Kind::markdown;
};

struct WrittenTexts {
    std::vector<WrittenText> all;
    /// Objects that name their source: what is said in one of them is cited.
    std::vector<Span> cited;
    /// The sources named, as often as they are.
    std::vector<SourceIndex> sources;
};

}  // namespace regioscope::data
