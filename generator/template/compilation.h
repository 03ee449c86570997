// Making one routine for one place. Private to the room: the linker calls compile().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "template/linker.h"
#include "template/program.h"
#include "template/text_scanner.h"

namespace regioscope::templates {

class Compiler {
  public:
    Compiler(Variant& variant, Linker& linker)
        : variant_(variant),
          routine_(*variant.routine),
          linker_(linker),
          findings_(variant.findings),
          drops_output_(routine_.kind == Routine::Kind::definitions) {}

    void run();

  private:
    using Node = expression::Node;
    using NodeKind = expression::NodeKind;

    std::string described_routine() const;
    Finding& fail(std::string_view code, Span span, std::string message);
    PlaceId id_of(const Place& place) { return linker_.places().id_of(place.context); }
    PlaceId values_place() const { return variant_.values_place; }

    void statements(const Statements& all, Place& place, Steps& steps);

    // ---- Text and output ----

    void add(const Text& text, Span span, Place& place, Steps& steps);
    void warn_unused(std::string_view text, Span span);
    void add_part(TextPart& part, Span span, const Place& place, Steps& steps);
    static void add_text(std::string text, Span span, Steps& steps);

    /// A URL without any output stays as it is written.
    void end_url(Span span, const Place& place, Steps& steps);
    void add(const Output& output, Span span, Place& place, Steps& steps);
    bool check_output(const Node& value, Target target, const Place& place, Span span);

    /// A call of what can have markup for a tag: a macro or a block.
    bool may_write_markup(const Node& value) const;

    // ---- Flow ----

    void add(const If& statement, Span span, Place& place, Steps& steps);
    void add(const For& statement, Span span, Place& place, Steps& steps);

    // ---- Names ----

    void add(const Set& statement, Span span, Place&, Steps& steps);
    void add(const SetBlock& statement, Span span, Place&, Steps& steps);
    void add(const With& statement, Span span, Place& place, Steps& steps);

    // ---- Templates and their parts ----

    /// In a tag white space must follow what was printed.
    static void stick(Place& place);

    /// In a tag white space must come before what is run from elsewhere.
    bool can_run_here(const Place& place, Span span);
    void add(const Block& block, Span span, Place& place, Steps& steps);
    static void add(const Extends&, Span, Place&, Steps&) {}

    /// Null when the template is missing, which is reported already.
    Instance* instance_of(const std::string& name, PlaceId place, bool is_module, Span span);
    void add(const Include& include, Span span, Place& place, Steps& steps);
    void add(const Import& import, Span span, Place&, Steps& steps);
    void add(const FromImport& import, Span span, Place&, Steps& steps);
    void add(const Macro& macro, Span span, Place&, Steps& steps);
    Library::Candidates called(const Node& call) const;

    // ---- What expressions run ----

    void mention(const Node& node) { mention(node, values_place()); }

    /// Makes every macro and block that an expression names for the place where its output goes.
    void mention(const Node& node, PlaceId place);

    /// False: the callee is an expression of another sort.
    bool mention_call(const Node& call, PlaceId place);
    void use(Routine& routine, PlaceId place, bool is_certain, Span span);

    void add_block_use(const std::string& name, PlaceId place, Span span);

    Variant& variant_;
    Routine& routine_;
    Linker& linker_;
    Findings& findings_;
    bool drops_output_;
    bool failed_ = false;
    std::string written_url_;
};

}  // namespace regioscope::templates
