// The addresses in a page's markup: what others may point to, what it points to, and where that is.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "report/tag_reader.h"

namespace regioscope::report {

/// What an address in a tag is for.
enum class Use {
    id,        // others may point to it
    link,      // readers may go there
    resource,  // browsers load it, or send something there
};

using VisitAddress = std::function<void(Use, std::string_view address, const Attribute&)>;

/// Visits each address in a tag, as browsers understand it.
void visit_addresses(const Tag& tag, const VisitAddress& visit);

/// Where an address leads, by its letters alone.
enum class Leads {
    inside,         // to a file of the site
    elsewhere,      // to another host, for readers who choose to go there
    to_other_host,  // to another host, which a browser would ask by itself
    nowhere,        // it is none that a page may have
};
Leads leads(Use use, std::string_view address);

/// Where addresses that stand on one page lead within the site. Belongs to one thread.
class AddressResolver {
  public:
    /// `base_path`: what addresses begin with that count from the root of the host (`/`, `/report/`).
    AddressResolver(std::string_view page, std::string_view base_path);

    /// False: it leads out of the site.
    bool resolve(std::string_view address);
    /// The file, relative to the root of the site, and the id in it, which may be empty.
    const std::string& file() const { return file_; }
    const std::string& id() const { return id_; }

  private:
    bool follow(std::string_view written);

    std::string page_;
    std::string base_path_;
    /// The path last followed: most addresses repeat it.
    std::string followed_;
    bool is_inside_ = true;
    std::string file_;
    std::string id_;
};

}  // namespace regioscope::report
