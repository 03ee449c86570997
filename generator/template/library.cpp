#include "template/library.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/budget.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "template/parser.h"
#include "template/walk.h"

namespace regioscope::templates {

namespace {

void add_names(const AssignTarget& target, std::set<std::string, std::less<>>& names) {
    if (target.parts.empty()) names.insert(target.name);
    for (const AssignTarget& part : target.parts)
        add_names(part, names);
}

bool is_readable(const SourceText& source, Findings& findings) {
    const std::uint64_t longest = Budget::of_build().longest_text();
    if (source.text().size() > longest) {
        findings.add(
            too_much_work({&source, 0, 1}, fmt::format("a template is no longer than {} bytes", longest)));
        return false;
    }
    const auto at = find_invalid_utf8(source.text());
    if (!at) return true;
    const auto begin = static_cast<std::uint32_t>(*at);
    findings.error("invalid-utf8", {&source, begin, begin + 1},
                   fmt::format("the byte 0x{:02X} is not valid UTF-8; save the file as UTF-8",
                               static_cast<unsigned char>(source.text()[*at])));
    return false;
}

}  // namespace

LoadedTemplate* Library::load(std::string_view name, Span asked, bool may_be_missing) {
    const auto known = templates_.find(name);
    if (known != templates_.end()) return known->second.get();
    auto source = loader_.load(name);
    if (!source || !*source) {
        if (source) {
            findings_.add(std::move(*source).finding());
        } else if (!may_be_missing) {
            const std::vector<std::string> names = loader_.names();
            const std::vector<std::string_view> candidates(names.begin(), names.end());
            findings_.error("missing-template", asked,
                            fmt::format("no template '{}'{}", name, did_you_mean(name, candidates)));
        }
        return nullptr;
    }
    auto& loaded = *templates_.emplace(std::string(name), std::make_unique<LoadedTemplate>()).first->second;
    loaded.name = name;
    loaded.source = &sources_.add((*source)->shown_name, (*source)->text);
    if (!is_readable(*loaded.source, findings_)) return &loaded;
    loaded.statements = parse_template(*loaded.source, functions_, findings_);
    index(loaded);
    return &loaded;
}

void Library::index(LoadedTemplate& loaded) {
    const Span whole{loaded.source, 0, 0};
    loaded.page.kind = Routine::Kind::page;
    loaded.definitions.kind = Routine::Kind::definitions;
    for (Routine* routine : {&loaded.page, &loaded.definitions}) {
        routine->name = loaded.name;
        routine->statements = &loaded.statements;
        routine->home = &loaded;
        routine->span = whole;
    }
    add_exports(loaded, loaded.statements);
    find_parent(loaded);
    for_each_statement(loaded.statements,
                       [&](const Statement& statement) { index_statement(loaded, statement); });
    check_imports(loaded);
}

void Library::index_statement(LoadedTemplate& loaded, const Statement& statement) {
    if (const auto* block = std::get_if<Block>(&statement.form)) {
        add_block(loaded, *block, statement.span);
    } else if (const auto* macro = std::get_if<Macro>(&statement.form)) {
        add_macro(loaded, *macro, statement.span);
    } else if (const auto* include = std::get_if<Include>(&statement.form)) {
        loaded.named[include->name] = load(include->name, include->name_span, include->ignores_missing);
    } else if (const auto* import = std::get_if<Import>(&statement.form)) {
        LoadedTemplate* module = load(import->name, import->name_span);
        loaded.named[import->name] = module;
        if (module != nullptr) loaded.module_names[import->alias] = module;
    } else if (const auto* from = std::get_if<FromImport>(&statement.form)) {
        LoadedTemplate* module = load(from->name, from->name_span);
        loaded.named[from->name] = module;
        if (module == nullptr) return;
        for (const FromImport::Name& name : from->names)
            loaded.imported_names[name.alias] = {module, name.name};
    } else if (std::holds_alternative<Extends>(statement.form) &&
               &std::get<Extends>(statement.form) != loaded.extends) {
        findings_.error("misplaced-extends", statement.span,
                        "'extends' stands at the beginning of a template, once");
    }
}

void Library::find_parent(LoadedTemplate& loaded) {
    for (const Statement& statement : loaded.statements) {
        const auto* text = std::get_if<Text>(&statement.form);
        if (text != nullptr && text->text.find_first_not_of(" \t\n\v\f\r") == std::string::npos) continue;
        loaded.extends = std::get_if<Extends>(&statement.form);
        loaded.extends_span = statement.span;
        break;
    }
    if (loaded.extends == nullptr) return;
    LoadedTemplate* parent = load(loaded.extends->name, loaded.extends->name_span);
    for (const LoadedTemplate* ancestor = parent; ancestor != nullptr; ancestor = ancestor->parent) {
        if (ancestor != &loaded) continue;
        findings_.error(
            "circular-extends", loaded.extends->name_span,
            fmt::format("'{}' extends '{}', which extends it in turn", loaded.name, parent->name));
        return;
    }
    loaded.parent = parent;
}

void Library::add_block(LoadedTemplate& loaded, const Block& block, Span span) {
    auto routine = std::make_unique<Routine>();
    routine->kind = Routine::Kind::block;
    routine->name = block.name;
    routine->statements = &block.body;
    routine->home = &loaded;
    routine->span = span;
    routine->is_scoped = block.is_scoped;
    routine->is_required = block.is_required;
    const auto is_shown = [](const Statement& statement) {
        const auto* text = std::get_if<Text>(&statement.form);
        return text == nullptr || text->text.find_first_not_of(" \t\n\v\f\r") != std::string::npos;
    };
    if (block.is_required && std::any_of(block.body.begin(), block.body.end(), is_shown)) {
        findings_.error("syntax", span,
                        fmt::format("the block '{}' is required, so it must be empty here", block.name));
    }
    const auto [place, is_new] = loaded.blocks.emplace(block.name, std::move(routine));
    if (!is_new) {
        findings_.error("duplicate-block", span, fmt::format("there is already a block '{}'", block.name))
            .note("'{{ self." + block.name + "() }}' shows it again", place->second->span);
    }
}

void Library::add_macro(LoadedTemplate& loaded, const Macro& macro, Span span) {
    auto routine = std::make_unique<Routine>();
    routine->kind = Routine::Kind::macro;
    routine->name = macro.name;
    routine->statements = &macro.body;
    routine->parameters = &macro.parameters;
    routine->home = &loaded;
    routine->span = span;
    loaded.macro_names.emplace(macro.name, routine.get());
    loaded.macros.emplace(&macro, std::move(routine));
}

/// What is set at the top, or in an `if` there; what a template imports it does not hand on.
void Library::add_exports(LoadedTemplate& loaded, const Statements& statements) {
    for (const Statement& statement : statements) {
        if (const auto* set = std::get_if<Set>(&statement.form)) add_names(set->target, loaded.exports);
        if (const auto* set = std::get_if<SetBlock>(&statement.form)) add_names(set->target, loaded.exports);
        if (const auto* macro = std::get_if<Macro>(&statement.form)) loaded.exports.insert(macro->name);
        if (const auto* branches = std::get_if<If>(&statement.form)) {
            for (const If::Branch& branch : branches->branches)
                add_exports(loaded, branch.body);
            add_exports(loaded, branches->otherwise);
        }
    }
}

void Library::check_imports(const LoadedTemplate& loaded) {
    for_each_statement(loaded.statements, [&](const Statement& statement) {
        const auto* from = std::get_if<FromImport>(&statement.form);
        const auto named = from == nullptr ? loaded.named.end() : loaded.named.find(from->name);
        if (named == loaded.named.end() || named->second == nullptr) return;
        const auto& exports = named->second->exports;
        const std::vector<std::string_view> candidates(exports.begin(), exports.end());
        for (const FromImport::Name& name : from->names) {
            if (exports.contains(name.name)) continue;
            findings_.error("unknown-import", name.span,
                            fmt::format("'{}' defines no '{}'{}", from->name, name.name,
                                        did_you_mean(name.name, candidates)));
        }
    });
}

void Library::collect(const LoadedTemplate& home, std::string_view name, std::vector<Routine*>& found) {
    const auto [first, last] = home.macro_names.equal_range(name);
    for (auto macro = first; macro != last; ++macro)
        found.push_back(macro->second);
}

Library::Candidates Library::macros(const LoadedTemplate& home, std::string_view name) const {
    Candidates candidates;
    collect(home, name, candidates.routines);
    const auto imported = home.imported_names.find(name);
    if (imported != home.imported_names.end()) {
        collect(*imported->second.module, imported->second.name, candidates.routines);
    }
    candidates.certain = candidates.routines.size() == 1;
    if (!candidates.routines.empty()) return candidates;
    for (const auto& [other_name, other] : templates_) {
        const auto [first, last] = other->macro_names.equal_range(name);
        for (auto macro = first; macro != last; ++macro)
            candidates.routines.push_back(macro->second);
    }
    return candidates;
}

Library::Candidates Library::macros(const LoadedTemplate& home, std::string_view module,
                                    std::string_view name) const {
    const auto known = home.module_names.find(module);
    if (known == home.module_names.end()) {
        Candidates candidates = macros(home, name);
        candidates.certain = false;
        return candidates;
    }
    Candidates candidates;
    collect(*known->second, name, candidates.routines);
    candidates.certain = candidates.routines.size() == 1;
    return candidates;
}

}  // namespace regioscope::templates
