#include "report/test_results.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/json.h"

namespace regioscope::report {

namespace {

/// Behind the prefix or the address of a vocabulary: `failed` of `earl:failed`,
/// `http://www.w3.org/ns/earl#failed`.
std::string_view local_name(std::string_view word) {
    return word.substr(word.find_last_of(":#/") + 1);
}

/// Whatever the vocabulary's prefix; null when it is not there.
const json::Value* find_local(const json::Value& object, std::string_view name) {
    if (object.kind != json::Kind::object) return nullptr;
    for (const json::Member& member : object.members) {
        if (local_name(member.key) == name) return &member.value;
    }
    return nullptr;
}

/// What identifies something, or what people call it.
using NameKeys = std::array<std::string_view, 6>;
constexpr NameKeys identity = {"@id", "id", "title", "name", "@value", "source"};
constexpr NameKeys calling = {"name", "title", "@value", "@id", "id", "source"};

/// A text, or the first of those that an object has.
std::string name_of(const json::Value& value, const NameKeys& keys = identity) {
    if (value.kind == json::Kind::text) return value.text;
    if (value.kind == json::Kind::list)
        return value.items.empty() ? std::string() : name_of(value.items.front(), keys);
    for (const std::string_view key : keys) {
        const json::Value* const found = find_local(value, key);
        if (found != nullptr && found->kind == json::Kind::text) return found->text;
    }
    return {};
}

/// `color-contrast` of `https://dequeuniversity.com/rules/axe/4.14/color-contrast?application=axeAPI`.
std::string rule_name(std::string_view test) {
    const std::string_view path = test.substr(0, test.find('?'));
    return std::string(path.substr(path.find_last_of("/#") + 1));
}

void gather_criteria(const json::Value& value, std::vector<const SuccessCriterion*>& criteria) {
    if (value.kind == json::Kind::text) {
        for (const SuccessCriterion* const one : criteria_in(value.text)) {
            if (std::find(criteria.begin(), criteria.end(), one) == criteria.end()) criteria.push_back(one);
        }
    }
    for (const json::Value& item : value.items)
        gather_criteria(item, criteria);
    for (const json::Member& member : value.members)
        gather_criteria(member.value, criteria);
}

/// What stands around an assertion.
struct Around {
    std::string subject;
    std::string assertor;
};

class EarlReader {
  public:
    explicit EarlReader(TestResults& results) : results_(results) {}

    /// An assertion anywhere in the tree: what has a result that has an outcome. What stands around it says
    /// the page, the day and who tested, as far as it does not itself.
    void read(const json::Value& value, Around around) {
        if (value.kind == json::Kind::object) {
            learn(value, around);
            const json::Value* const result = find_local(value, "result");
            const json::Value* const outcome = result == nullptr ? nullptr : find_local(*result, "outcome");
            if (outcome != nullptr) add(value, *result, local_name(name_of(*outcome)), around);
        }
        for (const json::Value& item : value.items)
            read(item, around);
        for (const json::Member& member : value.members)
            read(member.value, around);
    }

  private:
    void learn(const json::Value& value, Around& around) {
        if (const json::Value* const by = find_local(value, "assertedBy"))
            around.assertor = name_of(*by, calling);
        if (const json::Value* const of = find_local(value, "subject")) {
            around.subject = name_of(*of);
        } else if (const json::Value* const source = find_local(value, "source");
                   source != nullptr && find_local(value, "assertions") != nullptr) {
            around.subject = name_of(*source);
        }
        learn_date(value);
    }

    void learn_date(const json::Value& value) {
        const json::Value* const said = find_local(value, "date");
        if (said == nullptr) return;
        constexpr std::size_t day_length = 10;
        const auto date = data::Date::parse(name_of(*said).substr(0, day_length));
        if (date && (!results_.date || *results_.date < *date)) results_.date = date;
    }

    void add(const json::Value& assertion, const json::Value& result, std::string_view outcome,
             const Around& around) {
        learn_date(result);
        if (!around.subject.empty()) results_.subjects.insert(around.subject);
        if (!around.assertor.empty()) results_.assertors.insert(around.assertor);
        if (outcome == "passed") ++results_.passed;
        if (outcome != "failed") return;
        FailedTest failed{{}, {}, around.subject, assertion.span};
        failed.span.end = failed.span.begin + 1;
        if (const json::Value* const test = find_local(assertion, "test")) {
            failed.test = rule_name(name_of(*test));
            gather_criteria(*test, failed.criteria);
        }
        results_.failed.push_back(std::move(failed));
    }

    TestResults& results_;
};

}  // namespace

TestResults read_test_results(const Disk& disk, SourceLibrary& library, Findings& findings) {
    TestResults results;
    for (const std::string& path : disk.list(test_results_folder)) {
        Result<std::string> text = disk.read(path);
        if (!text) {
            findings.add(std::move(text).finding());
            continue;
        }
        const SourceText& source = library.add(path, *std::move(text));
        const auto root = json::parse(source, findings);
        if (!root) continue;
        const std::size_t before = results.passed + results.failed.size();
        EarlReader(results).read(*root, {});
        results.span = {&source, 0, 1};
        if (results.passed + results.failed.size() > before) continue;
        findings.warning("no-test-results", results.span, "this file tells of no test that passed or failed")
            .note("expected EARL as JSON-LD: assertions with a result that has an outcome");
    }
    return results;
}

}  // namespace regioscope::report
