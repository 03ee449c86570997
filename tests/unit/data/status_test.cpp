#include "data/status.h"

#include <doctest/doctest.h>

#include <string>

using namespace regioscope::data;

TEST_CASE("every code of the list is read and written") {
    for (const char c : std::string("ABDEFGHIJKLMNOPQSUVW")) {
        const auto status = parse_status(std::string(1, c));
        REQUIRE(status);
        CHECK(code_of(*status) == c);
    }
    for (const char* const other : {"", "C", "R", "T", "X", "Y", "Z", "a", "AB", " A"})
        CHECK_FALSE(parse_status(other));
}

TEST_CASE("five codes say that there is no value, six are marked at the number") {
    std::string missing;
    std::string doubtful;
    for (const char c : std::string("ABDEFGHIJKLMNOPQSUVW")) {
        const Status status = *parse_status(std::string(1, c));
        if (means_missing(status)) missing += c;
        if (is_doubtful(status)) doubtful += c;
    }
    CHECK(missing == "HLMOQ");
    CHECK(doubtful == "DEFIPU");
}

TEST_CASE("statuses keep their order and hold each code once") {
    Statuses statuses = {Status::estimated, Status::provisional, Status::estimated};
    CHECK(statuses.size() == 2);
    CHECK(statuses.front() == Status::estimated);
    statuses.insert(statuses.begin(), Status::missing);
    CHECK(statuses == Statuses{Status::missing, Status::estimated, Status::provisional});
    statuses.insert(statuses.begin(), Status::provisional);
    CHECK(statuses.size() == 3);
    CHECK(statuses.contains(Status::provisional));
    CHECK_FALSE(statuses.contains(Status::forecast));
    for (const char c : std::string("ABDEFGHIJKLMNOPQSUVW"))
        statuses.push_back(*parse_status(std::string(1, c)));
    CHECK(statuses.size() == 20);
}
