#include "analysis/functions.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "expression/evaluate.h"
#include "expression/parse.h"
#include "real_report.h"

using namespace regioscope;
using expression::Functions;

namespace {

/// What an expression prints, or its finding.
std::string shown(const std::string& text) {
    SourceLibrary library;
    const SourceText& source = library.add("expression", text);
    const auto parsed =
        expression::parse(expression::Passage::of({&source, 0, static_cast<std::uint32_t>(text.size())}),
                          {.functions = &analysis::domain_functions()});
    if (!parsed) return finding_text(parsed.finding());
    analysis::Environment environment(real_report().view());
    expression::Evaluation evaluation(analysis::domain_functions(), &environment);
    const auto value = expression::evaluate(*parsed, expression::MapScope(), evaluation);
    if (!value) return value.finding().code + ": " + value.finding().message;
    return expression::text_of(*value).value_or("not printable");
}

std::string read_file(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

bool is_of_this_room(const expression::Function& function) {
    return expression::standard_functions().find(Functions::Sort::function, function.name) == nullptr;
}

}  // namespace

TEST_CASE("every function of the domain does what its example says, and the documentation says the same") {
    const std::string documentation = read_file(REGIOSCOPE_SOURCE_DIR "/docs/functions.md");
    for (const expression::Function* const function :
         analysis::domain_functions().all(Functions::Sort::function)) {
        if (!is_of_this_room(*function)) continue;
        CAPTURE(function->name);
        CHECK(shown(function->example) == function->result);
        CHECK(documentation.find(function->summary) != std::string::npos);
        CHECK(documentation.find("`" + function->example + "`") != std::string::npos);
        CHECK(documentation.find("`" + function->result + "`") != std::string::npos);
    }
}

TEST_CASE("unknown names get a way out") {
    CHECK(shown("value('unemployment-rat', 'twente')") ==
          "unknown-indicator: no indicator 'unemployment-rat' (did you mean 'unemployment-rate'?)");
    CHECK(shown("value('unemployment-rate', 'twent')") ==
          "unknown-region: no region 'twent' (did you mean 'twente'?)");
    CHECK(shown("values('unemployment-rate', 'dutch-region')") ==
          "unknown-region-set: no region set 'dutch-region' (did you mean 'dutch-regions'?)");
    CHECK(shown("value('unemployment-rate', 'twente', period='twenty')") ==
          "invalid-period: 'twenty' is no period; write for instance \"2015\"");
}

TEST_CASE("what a table prints can be read where the report withholds or replaces it") {
    CHECK(shown("value('establishment-density', 'emsland', '2013').missing") == "True");
    CHECK(shown("printed('establishment-density', 'emsland', '2013', 'nef-regions-2016/table-4').number") ==
          "13");
    CHECK(shown("value('rd-top60-companies', 'twente', '2015').number") == "2");
    CHECK(shown("printed('rd-top60-companies', 'twente', '2015', 'nef-regions-2016/table-2').number") == "2");
    CHECK(shown("printed('rd-top60-companies', 'bremen', '2015', 'nef-regions-2016/table-2')") ==
          "no-figure: 'nef-regions-2016/table-2' prints no such figure of 'bremen'");
    CHECK(shown("printed('rd-top60-companies', 'twente', '2015', 'nef-regions-2016/table-22')")
              .starts_with("unknown-table: no table 'nef-regions-2016/table-22' (did you mean"));
}

TEST_CASE("goals, initiatives and printed counts can be held against each other") {
    CHECK(shown("goal('tp-6').versions|length") == "2");
    CHECK(shown("goal('tp-1').versions[0].targets[0].target") == "{'low': 16, 'high': None}");
    CHECK(shown("goal('tp-7').versions[0].targets[1].target") == "{'low': None, 'high': 10}");
    CHECK(shown("goal('tp-1').versions[-1].targets[4].baseline.low") == "25");
    CHECK(shown("goal('tp-1').versions[-1].targets[4].due") == "2020");
    CHECK(shown("goal('drenthe-labour-market').versions[0].targets[0].target") == "None");
    CHECK(shown("initiative('mit-rd').amounts[0].low") == "8000000");
    CHECK(shown("initiative('techniekpact-noord').goals[7]") == "tp-8");
    CHECK(shown("initiative('mit-rd').since") == "2021");
    CHECK(shown("initiative('dtz-business-grants').since") == "None");
    CHECK(shown("goal('tp-11')") == "unknown-goal: no goal 'tp-11' (did you mean 'tp-1'?)");
    CHECK(shown("initiative('mit')").starts_with("unknown-initiative: no initiative 'mit'"));
    CHECK(shown("printed_count('actions-chose')") ==
          "unknown-count: no count 'actions-chose' (did you mean 'actions-choose'?)");
}

TEST_CASE("whole numbers of things are written in words") {
    CHECK(shown("value('rd-top60-companies', 'brainport', spelled=true)") == "vijf\u00a0bedrijven");
    CHECK(shown("value('rd-top60-companies', 'brainport', spelled=false)") == "5\u00a0bedrijven");
    CHECK(shown("number(count_employers('rijnmond', outside='country'), spelled=true)") == "zes");
    CHECK(shown("capital(number(count(set('all-regions')), spelled=true))") == "Zes");
    CHECK(shown("number(43, spelled=true)") == "drieënveertig");
    CHECK(shown("number(7.5, spelled=true)") == "wrong-arguments: only whole numbers are written in words");
    const std::string refused =
        "wrong-arguments: only whole numbers without % or a currency are written in words";
    CHECK(shown("value('unemployment-rate', 'twente', spelled=true)") == refused);
    CHECK(shown("value('population-growth-10y', 'twente', spelled=true)") == refused);
}

TEST_CASE("things are counted, figures within bounds") {
    CHECK(shown("count(profile('twente').milestones) == profile('twente').milestones|length") == "True");
    CHECK(shown("count(profile('twente').partnerships) > 0") == "True");
    CHECK(shown("count(values('rd-top60-companies', 'dutch-regions'))") == "4");
    CHECK(shown("count(set('all-regions'), above=2)").starts_with("wrong-type: "));
}

TEST_CASE("figures of different indicators are not compared") {
    CHECK(shown("value('unemployment-rate', 'twente') < value('industry-employment-share', 'twente')")
              .starts_with("wrong-type"));
    CHECK(shown("value('unemployment-rate', 'twente') + value('labour-productivity', 'twente')")
              .starts_with("not-comparable"));
}

TEST_CASE("a tied highest is an error that names who shares it") {
    CHECK(shown("lowest(values('other-job-share', 'dutch-regions'))").starts_with("tied"));
    CHECK(shown("rank('other-job-share', 'twente', 'dutch-regions')") == "3");
    CHECK(shown("rank('other-job-share', 'vierkant-voor-werk', 'dutch-regions')") == "3");
}

TEST_CASE("differences are exact and know their unit") {
    CHECK(shown("value('unemployment-rate', 'rijnmond') - value('unemployment-rate', 'twente') == 1.8") ==
          "True");
    CHECK(shown("value('unemployment-rate', 'rijnmond') - value('unemployment-rate', 'twente')") ==
          "1,8\u00a0procentpunt");
    CHECK(shown("value('labour-productivity', 'rijnmond')") == "€\u00a073.000");
}

TEST_CASE("comparative wording finds the region's form, and equals below the threshold") {
    CHECK(shown("compare('bremen', 'emsland', 'unemployment-rate')") ==
          "7,7\u00a0procentpunt hoger dan in het Emsland");
    CHECK(shown("compare('twente', 'twente', 'unemployment-rate')") == "even hoog als in Twente");
}
