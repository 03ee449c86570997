#include "template/templates.h"

#include <fmt/format.h>

#include "base/suggest.h"
#include "template/library.h"
#include "template/linker.h"
#include "template/renderer.h"

namespace regioscope::templates {

namespace {

/// Enough for most pages, so that the output seldom grows.
constexpr std::size_t usual_page_size = 32'000;

}  // namespace

struct Templates::Set {
    const expression::Functions* functions = nullptr;
    Places places;
    std::map<std::string, std::unique_ptr<LoadedTemplate>, std::less<>> templates;
    std::vector<std::unique_ptr<Instance>> instances;
    std::map<std::string, const Instance*, std::less<>> pages;
};

Templates::Templates(std::unique_ptr<Set> set) : set_(std::move(set)) {}
Templates::Templates(Templates&&) noexcept = default;
Templates& Templates::operator=(Templates&&) noexcept = default;
Templates::~Templates() = default;

Templates Templates::load(const Loader& loader, const std::vector<std::string>& pages,
                          const expression::Functions& functions, SourceLibrary& sources, Findings& findings,
                          escape::Origins* origins) {
    auto set = std::make_unique<Set>();
    set->functions = &functions;
    Findings found;
    Library library(loader, functions, sources, found);
    std::vector<LoadedTemplate*> loaded;
    for (const std::string& page : pages) {
        LoadedTemplate* one = library.load(page, {});
        if (one != nullptr) loaded.push_back(one);
    }
    // What could not be read has no place to be escaped for.
    if (!found.has_errors()) {
        Linker linker(library, set->places, origins);
        for (LoadedTemplate* one : loaded) {
            Instance* instance = linker.instance(*one, set->places.id_of(start_of(one->name)), false);
            linker.report(*instance, found);
            set->pages.emplace(one->name, instance);
        }
        set->instances = linker.take_instances();
    }
    findings.merge(std::move(found));
    set->templates = library.take();
    return Templates(std::move(set));
}

bool Templates::has(std::string_view page) const {
    return set_->pages.find(page) != set_->pages.end();
}

Result<std::string> Templates::render(std::string_view page, const expression::Scope& names,
                                      expression::Environment* environment, expression::Limits limits) const {
    const auto known = set_->pages.find(page);
    if (known == set_->pages.end()) {
        std::vector<std::string_view> candidates;
        for (const auto& [name, instance] : set_->pages)
            candidates.push_back(name);
        return make_error("missing-template", {},
                          fmt::format("no page '{}'{}", page, did_you_mean(page, candidates)));
    }
    std::string out;
    out.reserve(usual_page_size);
    expression::Evaluation evaluation(*set_->functions, environment, limits);
    Renderer renderer(set_->places, evaluation, out);
    if (!renderer.run_page(*known->second, names)) return renderer.take_failure();
    return out;
}

}  // namespace regioscope::templates
