// Writes compiled messages in one language. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "locale/message.h"
#include "locale/number_shape.h"
#include "locale/plurals.h"

namespace regioscope::locale {

class MessageWriter {
  public:
    /// Both must outlive the writer.
    MessageWriter(const NumberShape& numbers, const Plurals& plurals)
        : numbers_(numbers), plurals_(plurals) {}

    Result<std::string> write(const Message& message, const Arguments& arguments) const;
    Result<std::vector<Piece>> write_pieces(const Message& message, const Arguments& arguments) const;

  private:
    using Nodes = std::vector<Message::Node>;

    /// One writing: where the pieces go, and what was missing.
    struct Job {
        const Arguments& arguments;
        std::vector<Piece> pieces;
        std::string problem;
    };

    Job run(const Message& message, const Arguments& arguments) const;
    void write_nodes(const Nodes& nodes, const Decimal& counted, Job& job) const;
    void write_plural(const Message::Node& node, Job& job) const;
    void write_select(const Message::Node& node, const Decimal& counted, Job& job) const;
    std::string as_text(const Argument& argument) const;
    std::string number_text(const Decimal& number) const;

    const NumberShape& numbers_;
    const Plurals& plurals_;
};

}  // namespace regioscope::locale
