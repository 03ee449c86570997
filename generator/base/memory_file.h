// A file that only lies in memory, for libraries that write to a path and to nothing else.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace regioscope {

/// A folder whose files lie in memory, for libraries that put aside what they are about to write; empty where
/// there is none with room for them, or where whoever started the program chose a folder (`TMPDIR`).
std::string memory_folder();

class MemoryFile {
  public:
    /// Finding: `environment`, when the system gives none.
    static Result<MemoryFile> make();

    MemoryFile(MemoryFile&& other) noexcept;
    MemoryFile& operator=(MemoryFile&&) = delete;
    ~MemoryFile();

    /// What a library opens; good for this program while the file is there.
    std::string path() const;
    Result<Done> write(std::string_view content);
    /// All that was written.
    Result<std::string> content() const;

  private:
    explicit MemoryFile(int number) : number_(number) {}

    int number_;
};

}  // namespace regioscope
