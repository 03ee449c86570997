// Every text for readers as it stands in JSON files, and whom the files cite, gathered while they are read:
// what goes over all texts of a report need not know where each of them belongs.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"
#include "data/index.h"
#include "data/text.h"

namespace regioscope::data {

/// Whose words a text is.
struct Owner {
    enum class Kind {
        report,
        region,
        set,
        theme,
        unit,
        indicator,
        composition,
        source,
        table,
        correction,
        check,
        profile,
        goal,
        initiative,
        collaboration,  ///< counts of actions, conditions for working together
        diagnosis,
        figure,
        term
    };
    Kind kind = Kind::report;
    /// A profile's is the region's.
    std::string id;
};

struct WrittenText {
    enum class Kind {
        markdown,  ///< inline Markdown
        words,     ///< shown as it is written, in CSV files and on terminals too: no markup
        name,      ///< words; what digits it has are part of the name
        message    ///< an ICU message, which the room of languages reads
    };
    Text text;
    Kind kind = Kind::markdown;
    Owner owner;
};

struct WrittenTexts {
    std::vector<WrittenText> all;
    /// Of what is being read.
    Owner owner;
    /// Objects that name their source: what is said in one of them is cited.
    std::vector<Span> cited;
    /// The sources named, as often as they are.
    std::vector<SourceIndex> sources;

    /// Gives the text its id.
    void add(Text& text, WrittenText::Kind kind);
};

/// While it lives, what is read belongs to this owner.
class Owning {
  public:
    Owning(WrittenTexts& texts, Owner::Kind kind, std::string_view id = {})
        : texts_(texts), outer_(std::exchange(texts.owner, {kind, std::string(id)})) {}
    ~Owning() { texts_.owner = std::move(outer_); }
    Owning(const Owning&) = delete;
    Owning& operator=(const Owning&) = delete;

  private:
    WrittenTexts& texts_;
    Owner outer_;
};

}  // namespace regioscope::data
