// Templates as they run: for each place that a piece of template stands in, the steps with their escapers
// decided. Built once when templates are loaded, then only read, by all threads.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/finding.h"
#include "template/context.h"
#include "template/statement.h"

namespace regioscope::templates {

struct Step;
struct Routine;
struct Variant;
struct Instance;
struct LoadedTemplate;
using Steps = std::vector<Step>;

/// A number for a context, the same throughout a set of templates.
using PlaceId = std::uint16_t;

struct TextStep {
    std::string text;
};
struct OutputStep {
    const expression::Node* value;
    Target target;
    PlaceId place;
    /// Mark of where it is written; empty unless somebody looks for places.
    std::string origin;
};
struct UrlBeginStep {};
/// What was printed since the beginning is one URL: it is checked, encoded and escaped.
struct UrlEndStep {
    Target target;
};
struct IfStep {
    struct Branch {
        const expression::Node* condition;
        Steps body;
    };
    std::vector<Branch> branches;
    Steps otherwise;
};
struct ForStep {
    const For* loop;
    Steps body;
    Steps otherwise;
};
struct SetStep {
    const Set* set;
};
struct SetBlockStep {
    const SetBlock* set;
    Steps body;
    Target target;
};
struct WithStep {
    const With* with;
    Steps body;
};
struct BlockStep {
    const Block* block;
    PlaceId place;
};
struct IncludeStep {
    const Include* include;
    const Instance* instance;
};
struct ImportStep {
    const Import* import;
    const Instance* module;
};
struct FromImportStep {
    const FromImport* import;
    const Instance* module;
};
struct MacroStep {
    const Macro* macro;
    const Routine* routine;
};

struct Step {
    using Form =
        std::variant<TextStep, OutputStep, UrlBeginStep, UrlEndStep, IfStep, ForStep, SetStep, SetBlockStep,
                     WithStep, BlockStep, IncludeStep, ImportStep, FromImportStep, MacroStep>;
    Form form;
    Span span;
};

/// A piece of template that is run from elsewhere: a template, a block, a macro.
struct Routine {
    enum class Kind : std::uint8_t {
        page,         // a template that extends no other
        definitions,  // a template that extends another: only what it defines counts
        block,
        macro,
    };

    Kind kind = Kind::page;
    std::string name;
    const Statements* statements = nullptr;
    /// Of macros.
    const std::vector<MacroParameter>* parameters = nullptr;
    const LoadedTemplate* home = nullptr;
    Span span;
    bool is_scoped = false;
    bool is_required = false;

    /// By place; there are few.
    std::vector<std::unique_ptr<Variant>> variants;

    const Variant* at(PlaceId place) const;
};

/// A routine made for one place.
struct Variant {
    Routine* routine = nullptr;
    PlaceId place = 0;
    /// Where its expressions make what is not printed at once.
    PlaceId values_place = 0;
    Steps steps;
    Findings findings;

    /// What it runs. Certain ones make their findings count; the others (a macro in a variable) are found out
    /// when run.
    struct Use {
        Variant* variant = nullptr;
        Instance* instance = nullptr;
        bool is_certain = true;
        Span span;
        std::string_view how;
    };
    std::vector<Use> uses;

    /// Blocks it runs, by name; an empty name means the parent's of the same block.
    struct BlockUse {
        std::string name;
        PlaceId place = 0;
        Span span;
    };
    std::vector<BlockUse> block_uses;

    bool is_reported = false;
};

/// A parsed template and the routines in it.
struct LoadedTemplate {
    std::string name;
    const SourceText* source = nullptr;
    Statements statements;
    const Extends* extends = nullptr;
    LoadedTemplate* parent = nullptr;
    Span extends_span;

    Routine page;
    Routine definitions;
    std::map<std::string, std::unique_ptr<Routine>, std::less<>> blocks;
    std::map<const Macro*, std::unique_ptr<Routine>> macros;

    /// Macros by name, wherever they are defined in the template.
    std::multimap<std::string, Routine*, std::less<>> macro_names;
    /// What is imported: `import … as alias`, and `from … import name as alias`.
    std::map<std::string, LoadedTemplate*, std::less<>> module_names;
    struct ImportedName {
        LoadedTemplate* module;
        std::string name;
    };
    std::map<std::string, ImportedName, std::less<>> imported_names;
    /// What others may import: what it sets at the top itself.
    std::set<std::string, std::less<>> exports;
    /// The templates it names; null for those that are missing.
    std::map<std::string, LoadedTemplate*, std::less<>> named;
};

/// A template begun at a place, with its parents: a page, or what an include or import runs.
struct Instance {
    LoadedTemplate* loaded = nullptr;
    PlaceId place = 0;
    /// Imported: only what it defines counts.
    bool is_module = false;
    /// From the template itself to the one that extends no other.
    std::vector<LoadedTemplate*> chain;
    /// What each of the chain runs on its own.
    std::vector<Variant*> bodies;
    /// Every block's routines, the most derived first.
    std::map<std::string, std::vector<Routine*>, std::less<>> blocks;
    std::vector<Variant*> block_variants;
    Findings findings;
    bool is_reported = false;
};

}  // namespace regioscope::templates
