// Turns SVG into pictures (PNG), with fonts of our own and no others: what a machine has installed does not
// show. librsvg draws, libpng writes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace regioscope::raster {

/// Splits off the process that paints: at the beginning of the program, when it has one thread. Who does not
/// call it has it done by the first painter.
void begin();

/// The libraries below choose fonts for a process as a whole: there is one painter at a time, and it stays.
class Painter {
  public:
    /// `fonts` are files as they are published (WOFF2). Finding: `environment`.
    static Result<std::unique_ptr<const Painter>> make(const std::vector<std::string>& fonts);

    /// Do the fonts have all its characters?
    bool can_write(std::string_view text) const;

    /// The SVG as large as asked for, in at most 256 colours. Empty when it cannot be drawn. Many threads may
    /// paint at once. Finding: `environment`, where there is no memory or no thread for it.
    Result<std::string> png(std::string_view svg, int width, int height) const;

  private:
    explicit Painter(std::u32string characters);

    /// That the fonts have, in their order.
    std::u32string characters_;
};

/// Pictures of one thing in several sizes as one `favicon.ico`. `pngs` have at most 255 pixels a side.
struct Icon {
    int size = 0;
    std::string png;
};
std::string ico(const std::vector<Icon>& icons);

}  // namespace regioscope::raster
