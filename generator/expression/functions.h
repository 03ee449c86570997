// Functions, filters and tests by name. The evaluator knows none of its own: rooms register theirs here, each
// with a summary and an example that the documentation prints and the tests run.
#pragma once

#include <functional>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/source.h"
#include "expression/object.h"
#include "expression/value.h"

namespace regioscope::expression {

class Evaluation;

/// One argument as written at a call; a positional one has no name.
struct Argument {
    Value value;
    std::string name;
    Span span;
};

/// What a function may know of the call besides its arguments.
struct CallContext {
    Evaluation& evaluation;
    /// The whole call, with its arguments.
    Span span;
};

struct Parameter {
    enum class Kind { required, optional, rest, named_rest };

    std::string name;
    Kind kind = Kind::required;
    /// What an optional one is when it is not given; undefined unless said otherwise.
    Value fallback;
};

/// Shorthand for tables of functions.
Parameter required(std::string name);
Parameter optional(std::string name, Value fallback = {});
/// All further positional arguments, as a list.
Parameter rest(std::string name);
/// All further named arguments, as a map.
Parameter named_rest(std::string name);

/// Arguments put in the order of the parameters. The typed readers return a finding that points at the
/// argument.
class Arguments {
  public:
    const Value& operator[](std::size_t index) const { return values_[index]; }
    std::size_t size() const { return values_.size(); }
    bool given(std::size_t index) const { return !values_[index].is_undefined(); }
    /// The argument; the whole call for one that was not given.
    Span span(std::size_t index) const { return spans_[index]; }

    /// The views are good as long as the arguments are.
    Result<std::string_view> text(std::size_t index) const;
    Result<Decimal> number(std::size_t index) const;
    Result<std::int64_t> integer(std::size_t index,
                                 std::int64_t least = std::numeric_limits<std::int64_t>::min(),
                                 std::int64_t most = std::numeric_limits<std::int64_t>::max()) const;
    /// Any value by its truth.
    Result<bool> truth(std::size_t index) const;
    /// What a loop over the value goes through: a list's items, a map's keys, a text's characters, an
    /// object's items.
    Result<std::shared_ptr<const List>> items(std::size_t index) const;

    /// "'region' takes a text, got a number" at the argument.
    Finding wrong_type(std::size_t index, std::string_view wanted) const;

    /// Findings `wrong-arguments`: too many, missing, unknown (with "did you mean") or given twice. `name` is
    /// what messages call the function by.
    static Result<Arguments> bind(std::string_view name, const std::vector<Parameter>& parameters,
                                  const std::vector<Argument>& given, Span call);

  private:
    const std::vector<Parameter>* parameters_ = nullptr;
    std::vector<Value> values_;
    std::vector<Span> spans_;
};

struct Function {
    std::string name;
    /// A filter's and a test's first parameter is the value on their left.
    std::vector<Parameter> parameters;
    /// One line, for the documentation.
    std::string summary;
    /// An expression, and what it prints.
    std::string example;
    std::string result;
    /// May return undefined: then whoever reads it without a `default` gets a finding.
    std::function<Result<Value>(const Arguments&, const CallContext&)> call;
    /// For `default` and `is defined`: the value on the left may be undefined.
    bool takes_undefined = false;
};

/// A copyable collection: begin with standard_functions() and add the domain's own.
class Functions {
  public:
    enum class Sort { function, filter, test };

    /// A name that is there is replaced.
    void add_function(Function function) { add(Sort::function, std::move(function)); }
    void add_filter(Function function) { add(Sort::filter, std::move(function)); }
    void add_test(Function function) { add(Sort::test, std::move(function)); }
    /// A second name for one that is there.
    void add_alias(Sort sort, std::string alias, std::string_view name);
    /// A name from Jinja that is deliberately not here; `why` becomes part of the message for whoever writes
    /// it.
    void refuse(Sort sort, std::string name, std::string why);

    /// Null when there is none of that name.
    const Function* find(Sort sort, std::string_view name) const;
    /// All of a sort in order of their names, without aliases.
    std::vector<const Function*> all(Sort sort) const;
    std::vector<std::string_view> names(Sort sort) const;
    /// `unknown-function`, `unknown-filter` or `unknown-test`, with "did you mean" or why it is refused.
    Finding unknown(Sort sort, std::string_view name, Span span) const;

  private:
    struct Entry {
        Function function;
        bool is_alias = false;
    };
    using Table = std::map<std::string, Entry, std::less<>>;

    void add(Sort sort, Function function);
    Table& table(Sort sort) { return tables_[static_cast<std::size_t>(sort)]; }
    const Table& table(Sort sort) const { return tables_[static_cast<std::size_t>(sort)]; }

    Table tables_[3];
    std::map<std::string, std::string, std::less<>> refused_[3];
};

/// What Jinja users expect and what needs no domain: see docs/templates.md.
const Functions& standard_functions();

}  // namespace regioscope::expression
