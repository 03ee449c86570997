// Source text and places in it. Everything that came from a file keeps a Span, so that no one has to guess
// afterwards where it stood. Line and column are computed only when somebody asks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace regioscope {

/// A place as people count: lines and columns from 1; a column is a code point, a tab counts as one.
struct Position {
    std::size_t line = 0;
    std::size_t column = 0;
};

/// The text of one file under the name its user knows it by: relative to the project, with `/` between
/// folders.
class SourceText {
  public:
    SourceText(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {}

    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }

    /// Where a byte offset stands. An offset past the end stands at the end.
    Position position(std::size_t offset) const;

    /// A line without its line break; lines count from 1.
    std::string_view line(std::size_t number) const;

  private:
    std::string name_;
    std::string text_;
};

/// A stretch of bytes [begin, end) in a source text. The default span stands nowhere.
struct Span {
    const SourceText* source = nullptr;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    explicit operator bool() const { return source != nullptr; }
    std::string_view text() const;
    friend bool operator==(const Span&, const Span&) = default;
};

/// From the start of `first` to the end of `last`; both stand in the same source.
Span join(const Span& first, const Span& last);

/// Owns the texts that spans point into; addresses stay valid for the library's life. May be shared by
/// threads.
class SourceLibrary {
  public:
    SourceLibrary();
    ~SourceLibrary();
    SourceLibrary(const SourceLibrary&) = delete;
    SourceLibrary& operator=(const SourceLibrary&) = delete;

    const SourceText& add(std::string name, std::string text);

  private:
    /// Out of the header, which every file reads: locks and lists are dear to parse.
    struct Shelf;
    std::unique_ptr<Shelf> shelf_;
};

}  // namespace regioscope
