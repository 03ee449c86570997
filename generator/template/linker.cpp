#include "template/linker.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "template/compiler.h"

namespace regioscope::templates {

namespace {

/// A place without an excerpt: notes on the way need no lines.
Span start_of_span(Span span) {
    return {span.source, span.begin, span.begin};
}

}  // namespace

PlaceId Places::id_of(const Context& context) {
    const auto found = std::find(contexts_.begin(), contexts_.end(), context);
    if (found == contexts_.end()) {
        contexts_.push_back(context);
        return static_cast<PlaceId>(contexts_.size() - 1);
    }
    return static_cast<PlaceId>(found - contexts_.begin());
}

PlaceId Places::values_of(Dialect dialect) {
    Context context;
    context.dialect = dialect;
    if (dialect == Dialect::json) context.state = State::json;
    if (dialect == Dialect::plain) context.state = State::plain;
    return id_of(context);
}

const Variant* Routine::at(PlaceId place) const {
    for (const auto& variant : variants) {
        if (variant->place == place) return variant.get();
    }
    return nullptr;
}

Variant* Linker::variant(Routine& routine, PlaceId place) {
    for (const auto& known : routine.variants) {
        if (known->place == place) return known.get();
    }
    Variant* variant = routine.variants.emplace_back(std::make_unique<Variant>()).get();
    variant->routine = &routine;
    variant->place = place;
    variant->values_place = places_.values_of(places_[place].dialect);
    compile(*variant, *this);
    return variant;
}

Instance* Linker::instance(LoadedTemplate& loaded, PlaceId place, bool is_module) {
    for (const auto& known : instances_) {
        if (known->loaded == &loaded && known->place == place && known->is_module == is_module)
            return known.get();
    }
    Instance* instance = instances_.emplace_back(std::make_unique<Instance>()).get();
    instance->loaded = &loaded;
    instance->place = place;
    instance->is_module = is_module;
    for (LoadedTemplate* part = &loaded; part != nullptr; part = part->parent)
        instance->chain.push_back(part);
    for (LoadedTemplate* part : instance->chain) {
        for (const auto& [name, routine] : part->blocks)
            instance->blocks[name].push_back(routine.get());
        Routine& body = part->parent != nullptr || is_module ? part->definitions : part->page;
        instance->bodies.push_back(variant(body, place));
    }
    link_blocks(*instance);
    return instance;
}

/// Makes the blocks for the places in which this instance runs them, `super()` included.
void Linker::link_blocks(Instance& instance) {
    std::vector<std::pair<Variant*, std::size_t>> open;
    std::set<const Variant*> seen;
    for (Variant* body : instance.bodies)
        open.emplace_back(body, 0);
    const auto run_block = [&](const Variant::BlockUse& use, const std::string& name, std::size_t level) {
        const auto known = instance.blocks.find(name);
        if (known == instance.blocks.end()) {
            instance.findings.error("unknown-block", use.span, fmt::format("there is no block '{}'", name));
        } else if (level >= known->second.size()) {
            instance.findings.error("unknown-block", use.span,
                                    fmt::format("no parent has a block '{}'", name));
        } else if (known->second[level]->is_required && level == 0) {
            instance.findings
                .error("missing-block",
                       instance.loaded->extends_span ? instance.loaded->extends_span : use.span,
                       fmt::format("'{}' must give the block '{}'", instance.loaded->name, name))
                .note("it is required here", known->second[level]->span);
        } else {
            Variant* block = variant(*known->second[level], use.place);
            open.emplace_back(block, level);
        }
    };
    while (!open.empty()) {
        const auto [current, level] = open.back();
        open.pop_back();
        if (!seen.insert(current).second) continue;
        if (current->routine->kind == Routine::Kind::block) instance.block_variants.push_back(current);
        for (std::size_t i = 0; i < current->block_uses.size(); ++i) {
            const Variant::BlockUse use = current->block_uses[i];
            const bool is_super = use.name.empty();
            run_block(use, is_super ? current->routine->name : use.name, is_super ? level + 1 : 0);
        }
    }
}

void Linker::add_with_path(const Findings& from, Findings& to) {
    for (Finding finding : from.all()) {
        constexpr std::size_t shown = 8;
        for (std::size_t i = 0; i < std::min(path_.size(), shown); ++i) {
            finding.notes.push_back(path_[path_.size() - 1 - i]);
        }
        to.add(std::move(finding));
    }
}

void Linker::report(Variant& variant, Findings& findings) {
    if (variant.is_reported) return;
    variant.is_reported = true;
    add_with_path(variant.findings, findings);
    for (const Variant::Use& use : variant.uses) {
        if (!use.is_certain) continue;
        path_.push_back({fmt::format("{} here", use.how), start_of_span(use.span)});
        if (use.instance != nullptr) report(*use.instance, findings);
        if (use.variant != nullptr) report(*use.variant, findings);
        path_.pop_back();
    }
}

void Linker::report(Instance& instance, Findings& findings) {
    if (instance.is_reported) return;
    instance.is_reported = true;
    add_with_path(instance.findings, findings);
    const std::size_t before = path_.size();
    for (std::size_t i = 0; i < instance.bodies.size(); ++i) {
        if (i != 0) path_.push_back({"extended here", start_of_span(instance.chain[i - 1]->extends_span)});
        report(*instance.bodies[i], findings);
    }
    for (Variant* block : instance.block_variants)
        report(*block, findings);
    path_.resize(before);
}

}  // namespace regioscope::templates
