#include "data/written_text.h"

#include <atomic>

namespace regioscope::data {

void WrittenTexts::add(Text& text, WrittenText::Kind kind) {
    // Files are read side by side: numbers tell texts apart and order nothing.
    static std::atomic<std::uint32_t> last = 0;
    text.id = TextId{++last};
    all.push_back({text, kind, owner});
}

}  // namespace regioscope::data
