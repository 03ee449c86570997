// SHA-256 (FIPS 180-4), for the manifest.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace regioscope {

/// Of bytes that come piece by piece.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(std::string_view bytes);
    /// 64 lower-case hexadecimal digits; to be asked once.
    std::string hex();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace regioscope
