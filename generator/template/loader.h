// Where templates come from: by name, from folders laid over each other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/result.h"

namespace regioscope::templates {

class Loader {
  public:
    struct Source {
        /// What messages call the file: `templates/page.html`.
        std::string shown_name;
        std::string text;
    };

    virtual ~Loader() = default;
    /// Nothing when there is no template of that name; a finding when it cannot be read.
    virtual std::optional<Result<Source>> load(std::string_view name) const = 0;
    /// All names, sorted.
    virtual std::vector<std::string> names() const = 0;
};

/// Folders of templates: the first one that has a file of that name wins. A project's own `templates/` stands
/// before the built-in set.
class FolderLoader : public Loader {
  public:
    /// The disk must outlive the loader. `folder` is inside the disk (empty: the disk itself); `shown` is
    /// what messages put before a template's name.
    FolderLoader& add(const Disk& disk, std::string folder, std::string shown);

    std::optional<Result<Source>> load(std::string_view name) const override;
    std::vector<std::string> names() const override;

  private:
    struct Folder {
        const Disk* disk;
        std::string folder;
        std::string shown;
    };
    std::vector<Folder> folders_;
};

}  // namespace regioscope::templates
