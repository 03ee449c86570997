#include "base/answering_process.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <memory>
#include <thread>
#include <vector>

namespace regioscope {

namespace {

/// Says what it was prepared with and how many questions it has had, and ends where it is told to.
AnsweringProcess counting_process() {
    auto greeting = std::make_shared<std::string>("unprepared");
    auto count = std::make_shared<int>(0);
    auto started = AnsweringProcess::start({
        .prepare =
            [=](std::string_view question) {
                *greeting = question;
                return std::string("prepared");
            },
        .answer =
            [=](std::string_view question) {
                if (question == "end") std::abort();
                return *greeting + " " + std::string(question) + " " + std::to_string(++*count);
            },
    });
    REQUIRE(started);
    return std::move(started).value();
}

}  // namespace

TEST_CASE("a process answers with what it was prepared with, each question as its first") {
    const AnsweringProcess process = counting_process();
    CHECK(process.answer("one") == "unprepared one 1");
    CHECK(process.prepare("hello") == "prepared");
    CHECK(process.answer("two") == "hello two 1");
    CHECK(process.answer("") == "hello  1");
}

TEST_CASE("a question at which its process ends has no answer, the next one has") {
    const AnsweringProcess process = counting_process();
    CHECK_FALSE(process.answer("end"));
    CHECK(process.answer("still there") == "unprepared still there 1");
}

TEST_CASE("large questions and answers come whole, from many threads at once") {
    const AnsweringProcess process = counting_process();
    const std::string large(3'000'000, 'x');
    std::vector<std::optional<std::string>> answers(8);
    std::vector<std::thread> threads;
    for (auto& answer : answers)
        threads.emplace_back([&] { answer = process.answer(large); });
    for (std::thread& thread : threads)
        thread.join();
    for (const auto& answer : answers)
        CHECK(answer == "unprepared " + large + " 1");
}

}  // namespace regioscope
