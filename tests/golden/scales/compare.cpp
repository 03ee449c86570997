// Holds the scales against d3's answers (expected.mjs): golden_scales FILE. Ticks and nice domains must be
// the very same doubles; mapped places may differ in the last digits, where the order of operations differs.
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "chart/scale/band.h"
#include "chart/scale/linear.h"

namespace {

using namespace regioscope::chart;
using Words = std::vector<std::string>;
using Numbers = std::vector<double>;

Words words_of(const std::string& text) {
    std::istringstream stream(text);
    Words words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

Numbers numbers_of(const Words& words) {
    Numbers numbers;
    for (const std::string& word : words)
        numbers.push_back(std::strtod(word.c_str(), nullptr));
    return numbers;
}

Numbers ticks(const Words& words) {
    const Numbers in = numbers_of(words);
    Numbers values;
    for (const Tick& tick : make_ticks(in[0], in[1], in[2]))
        values.push_back(tick.value);
    return values;
}

Numbers nice_domain(const Words& words) {
    const Numbers in = numbers_of(words);
    const Domain domain = nice({in[0], in[1]}, in[2]);
    return {domain.low, domain.high};
}

Numbers linear(const Words& words) {
    const Numbers in = numbers_of(words);
    return {Linear({in[0], in[1]}, {in[2], in[3]})(in[4])};
}

Numbers band(const Words& words) {
    const Numbers in = numbers_of(words);
    const auto count = static_cast<std::size_t>(in[0]);
    const Band made(count, {in[1], in[2]}, {in[3], in[4]});
    Numbers out{made.step(), made.width()};
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(made(i));
    return out;
}

struct Question {
    std::function<Numbers(const Words&)> answer;
    /// How far apart two answers may be, relative to the larger.
    double tolerance;
};

const std::map<std::string, Question> questions = {
    {"ticks", {ticks, 0}},
    {"nice", {nice_domain, 0}},
    {"linear", {linear, 1e-9}},
    {"band", {band, 1e-9}},
};

bool agree(const Numbers& ours, const Numbers& theirs, double tolerance) {
    if (ours.size() != theirs.size()) return false;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const double size = std::max({1.0, std::abs(ours[i]), std::abs(theirs[i])});
        if (ours[i] != theirs[i] && !(std::abs(ours[i] - theirs[i]) <= tolerance * size)) return false;
    }
    return true;
}

std::string text_of(const Numbers& numbers) {
    std::ostringstream text;
    text.precision(17);
    for (const double number : numbers)
        text << " " << number;
    return text.str();
}

}  // namespace

int main(int count, char** arguments) {
    std::ifstream file(count > 1 ? arguments[1] : "");
    int asked = 0;
    int differing = 0;
    for (std::string line; std::getline(file, line); ++asked) {
        const std::size_t bar = line.find('|');
        Words words = words_of(line.substr(0, bar));
        const Question& question = questions.at(words.front());
        words.erase(words.begin());
        const Numbers ours = question.answer(words);
        const Numbers theirs = numbers_of(words_of(line.substr(bar + 1)));
        if (agree(ours, theirs, question.tolerance)) continue;
        if (++differing <= 10) std::cout << line << "\n  ours:" << text_of(ours) << "\n";
    }
    std::cout << asked << " questions, " << differing << " answered differently\n";
    return asked < 45000 || differing > 0 ? 1 : 0;
}
