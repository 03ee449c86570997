// Loads and parses templates with all that they name, each once. Findings: `missing-template`,
// `circular-extends`, `misplaced-extends`, `duplicate-block`, `unknown-import`, and those of the parser and
// the loader.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "expression/functions.h"
#include "template/loader.h"
#include "template/program.h"

namespace regioscope::templates {

class Library {
  public:
    Library(const Loader& loader, const expression::Functions& functions, SourceLibrary& sources,
            Findings& findings)
        : loader_(loader), functions_(functions), sources_(sources), findings_(findings) {}

    /// Null, and reported at `asked`, when there is none of that name.
    LoadedTemplate* load(std::string_view name, Span asked, bool may_be_missing = false);

    /// Macros that a name can mean in a template: its own and imported ones. If there is none, every macro of
    /// that name, because it may come in by other ways.
    struct Candidates {
        std::vector<Routine*> routines;
        /// It is this one and no other.
        bool certain = false;
    };
    Candidates macros(const LoadedTemplate& home, std::string_view name) const;
    /// `module.name(…)`.
    Candidates macros(const LoadedTemplate& home, std::string_view module, std::string_view name) const;

    const expression::Functions& functions() const { return functions_; }
    std::map<std::string, std::unique_ptr<LoadedTemplate>, std::less<>> take() {
        return std::move(templates_);
    }

  private:
    void index(LoadedTemplate& loaded);
    void index_statement(LoadedTemplate& loaded, const Statement& statement);
    void add_block(LoadedTemplate& loaded, const Block& block, Span span);
    void add_macro(LoadedTemplate& loaded, const Macro& macro, Span span);
    void add_exports(LoadedTemplate& loaded, const Statements& statements);
    void find_parent(LoadedTemplate& loaded);
    void check_imports(const LoadedTemplate& loaded);
    static void collect(const LoadedTemplate& home, std::string_view name, std::vector<Routine*>& found);

    const Loader& loader_;
    const expression::Functions& functions_;
    SourceLibrary& sources_;
    Findings& findings_;
    std::map<std::string, std::unique_ptr<LoadedTemplate>, std::less<>> templates_;
};

}  // namespace regioscope::templates
