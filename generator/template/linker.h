// Brings routines and places together: makes each routine for every place it is run in, lays blocks over each
// other, and reports what is wrong in whatever a page can reach.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "base/finding.h"
#include "escape/origins.h"
#include "template/context.h"
#include "template/library.h"
#include "template/program.h"

namespace regioscope::templates {

/// Contexts by number.
class Places {
  public:
    PlaceId id_of(const Context& context);
    const Context& operator[](PlaceId id) const { return contexts_[id]; }
    /// Where values are made that are not printed at once: text of the same dialect.
    PlaceId values_of(Dialect dialect);

  private:
    std::vector<Context> contexts_;
};

class Linker {
  public:
    Linker(Library& library, Places& places, escape::Origins* origins)
        : library_(library), places_(places), origins_(origins) {}

    Library& library() { return library_; }
    Places& places() { return places_; }
    /// Null unless somebody looks for places.
    escape::Origins* origins() { return origins_; }

    /// A template begun at a place; made on first asking.
    Instance* instance(LoadedTemplate& loaded, PlaceId place, bool is_module);
    /// A routine made for a place; made on first asking.
    Variant* variant(Routine& routine, PlaceId place);

    /// Findings of an instance and of everything it certainly runs, with notes on the way there.
    void report(Instance& instance, Findings& findings);

    std::vector<std::unique_ptr<Instance>> take_instances() { return std::move(instances_); }

  private:
    void link_blocks(Instance& instance);
    void report(Variant& variant, Findings& findings);
    void add_with_path(const Findings& from, Findings& to);

    Library& library_;
    Places& places_;
    escape::Origins* origins_;
    std::vector<std::unique_ptr<Instance>> instances_;
    /// While reporting: how we got here.
    std::vector<FindingNote> path_;
};

}  // namespace regioscope::templates
