#include "template/templates.h"

#include <doctest/doctest.h>

#include <thread>

#include "support/template_case.h"

using namespace regioscope;
using namespace regioscope::templates;

namespace {

using Files = std::map<std::string, std::string>;

struct Fixture {
    explicit Fixture(Files files, std::vector<std::string> pages = {"main.html"}) : disk(std::move(files)) {
        loader.add(disk, "", "templates");
        set = std::make_unique<Templates>(
            Templates::load(loader, pages, template_functions(), sources, findings));
    }

    std::string render(expression::Map names = {}, std::string_view page = "main.html",
                       expression::Limits limits = {}) const {
        const expression::MapScope scope(std::move(names));
        const auto output = set->render(page, scope, nullptr, limits);
        return output ? *output : "[" + output.finding().code + "] " + output.finding().message;
    }

    MemoryDisk disk;
    FolderLoader loader;
    SourceLibrary sources;
    Findings findings;
    std::unique_ptr<Templates> set;
};

}  // namespace

TEST_CASE("a project's own template stands before the built-in one") {
    const MemoryDisk own(
        {{"templates/a.html", "own a"}, {"templates/parts/c.html", "own c"}, {"site/x.html", "no template"}});
    const MemoryDisk built_in({{"a.html", "built-in a"}, {"b.html", "built-in b"}});
    FolderLoader loader;
    loader.add(own, "templates", "templates").add(built_in, "", "built-in");
    CHECK((*loader.load("a.html"))->text == "own a");
    CHECK((*loader.load("a.html"))->shown_name == "templates/a.html");
    CHECK((*loader.load("b.html"))->text == "built-in b");
    CHECK((*loader.load("b.html"))->shown_name == "built-in/b.html");
    CHECK(!loader.load("c.html"));
    CHECK(!loader.load("../site/x.html"));
    CHECK(!loader.load("/etc/passwd"));
    CHECK(loader.names() == std::vector<std::string>{"a.html", "b.html", "parts/c.html"});
}

TEST_CASE("pages are rendered by name") {
    const Fixture pages(Files{{"a.html", "a{{ x }}"}, {"b.html", "{% include 'a.html' %}b"}},
                        {"a.html", "b.html"});
    CHECK(pages.findings.all().empty());
    CHECK(pages.set->has("a.html"));
    CHECK(!pages.set->has("c.html"));
    CHECK(pages.render({{"x", 1}}, "b.html") == "a1b");
    CHECK(pages.render({}, "c.html") == "[missing-template] no page 'c.html' (did you mean 'a.html'?)");
}

TEST_CASE("every page with errors is reported, also if another one has none") {
    const Fixture pages(
        Files{{"a.html", "<p class={{ x }}>"}, {"b.html", "<p style=\"x\">"}, {"c.html", "good"}},
        {"a.html", "b.html", "c.html"});
    CHECK(pages.findings.count(Severity::error) == 2);
    CHECK(pages.render({}, "c.html") == "good");
}

TEST_CASE("a rendering stands for itself, so threads may share the templates") {
    const Fixture pages(Files{
        {"main.html", "{% from 'm.html' import row %}{% for i in range(n) %}{{ row(i, name) }}{% endfor %}"},
        {"m.html", "{% macro row(i, name) %}<p title=\"{{ name }}\">{{ i }}</p>{% endmacro %}"}});
    REQUIRE(pages.findings.all().empty());
    const std::string expected = pages.render({{"n", 50}, {"name", "<"}});
    std::vector<std::string> outputs(8);
    std::vector<std::thread> threads;
    for (std::string& output : outputs) {
        threads.emplace_back([&] {
            for (int i = 0; i < 20; ++i)
                output = pages.render({{"n", 50}, {"name", "<"}});
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (const std::string& output : outputs)
        CHECK(output == expected);
}

TEST_CASE("work is bounded") {
    const Fixture pages(
        Files{{"main.html",
               "{% for a in range(1000) %}{% for b in range(1000) %}{{ a * b }}{% endfor %}{% endfor %}"}});
    CHECK(pages.render({}, "main.html", {.steps = 10'000}).starts_with("[too-much-work]"));
    const Fixture deep(
        Files{{"main.html",
               "{% macro m(x) %}{% if true %}{% for i in [1] %}{% with a = 1 %}{{ m(x + 1)|trim "
               "}}{% endwith %}{% endfor %}{% endif %}"
               "{% endmacro %}{{ m(1) }}"}});
    CHECK(deep.render().starts_with("[too-much-work]"));
    const Fixture self(Files{{"main.html", "{% block a %}{{ self.a() }}{% endblock %}"}});
    CHECK(self.render().starts_with("[too-much-work]"));
    const Fixture import(Files{{"main.html", "{% import 'a.html' as a %}"},
                               {"a.html", "{% import 'b.html' as b %}"},
                               {"b.html", "{% import 'a.html' as a %}"}});
    CHECK(import.render().starts_with("[too-much-work]"));
}

TEST_CASE("templates nested beyond reason are refused, not crashed on") {
    std::string open;
    std::string close;
    for (int i = 0; i < 5000; ++i) {
        open += "{% if true %}";
        close += "{% endif %}";
    }
    const Fixture nested(Files{{"main.html", open + close}});
    CHECK(nested.findings.has_errors());
    std::string blocks;
    for (int i = 0; i < 2000; ++i)
        blocks += "{% block b" + std::to_string(i) + " %}{% endblock %}";
    CHECK(!Fixture(Files{{"main.html", blocks}}).findings.has_errors());
}

// ---- What the domain brings along ----

namespace {

class Journal : public expression::Environment {
  public:
    std::vector<std::string> read;
    void attribute_read(const expression::Object& object, std::string_view name,
                        const expression::Value&) override {
        read.push_back(std::string(object.type_name()) + "." + std::string(name));
    }
};

class Region : public expression::Object {
  public:
    std::string_view type_name() const override { return "a region"; }
    std::optional<expression::Value> attribute(std::string_view name) const override {
        if (name == "name") return expression::Value("Twente");
        if (name == "text") return safe_html(escape::SafeHtml::from_trusted("<em>x</em>"));
        return std::nullopt;
    }
    std::vector<std::string> attribute_names() const override { return {"name", "text"}; }
};

}  // namespace

TEST_CASE("objects of the domain are asked for what is read, and the environment hears of it") {
    const Fixture pages(Files{{"main.html", "{{ region.name }}{{ region.text }}{{ note('x') }}"}});
    expression::Functions functions = template_functions();
    functions.add_function(
        {"note",
         {expression::required("word")},
         "",
         "",
         "",
         [](const expression::Arguments& arguments, const expression::CallContext& context) {
             context.evaluation.environment<Journal>()->read.push_back("note " + arguments[0].text());
             return Result<expression::Value>(expression::Value("!"));
         }});
    SourceLibrary sources;
    Findings findings;
    const auto set = Templates::load(pages.loader, {"main.html"}, functions, sources, findings);
    Journal journal;
    const expression::MapScope scope({{"region", std::make_shared<Region>()}});
    const auto output = set.render("main.html", scope, &journal);
    REQUIRE(output);
    CHECK(*output == "Twente<em>x</em>!");
    CHECK(journal.read == std::vector<std::string>{"a region.name", "a region.text", "note x"});
}
