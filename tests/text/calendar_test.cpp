#include "../catch.hpp"
#include "text/text.hpp"

using namespace mizan;

namespace {

std::string day(Calendar calendar, int year, unsigned month, unsigned number) {
  const auto found = to_day(calendar, year, month, number);
  return found ? iso(*found) : "none";
}
std::string period(Calendar calendar, int year, unsigned month = 0) {
  const auto found = calendar_period(calendar, year, month);
  return found ? dump(*found) : "none";
}

}  // namespace

TEST_CASE("days of three calendars") {
  CHECK(day(Calendar::persian, 1401, 4, 28) == "2022-07-19");
  CHECK(day(Calendar::persian, 1402, 8, 18) == "2023-11-09");
  CHECK(day(Calendar::persian, 1403, 1, 1) == "2024-03-20");
  CHECK(day(Calendar::islamic, 1445, 9, 1) == "2024-03-11");
  CHECK(day(Calendar::gregorian, 2024, 2, 29) == "2024-02-29");
}

TEST_CASE("days that no calendar has") {
  CHECK(day(Calendar::gregorian, 2023, 2, 29) == "none");
  CHECK(day(Calendar::gregorian, 2023, 13, 1) == "none");
  CHECK(day(Calendar::gregorian, 2023, 0, 1) == "none");
  CHECK(day(Calendar::gregorian, 2023, 1, 0) == "none");
  CHECK(day(Calendar::gregorian, 2023, 1, 4000000000u) == "none");
  CHECK(day(Calendar::gregorian, 2000000000, 1, 1) == "none");
  CHECK(day(Calendar::persian, 1402, 12, 30) == "none");
  CHECK(day(Calendar::persian, 1403, 12, 30) == "2025-03-20");
  CHECK(day(Calendar::persian, 1402, 7, 31) == "none");
  CHECK(day(Calendar::persian, 0, 1, 1) == "none");
  CHECK(day(Calendar::persian, 1402, 13, 1) == "none");
  CHECK(day(Calendar::islamic, 1445, 1, 31) == "none");
}

TEST_CASE("years and months as days") {
  CHECK(period(Calendar::persian, 1402) == "2023-03-21/2024-03-19");
  CHECK(period(Calendar::persian, 1402, 12) == "2024-02-20/2024-03-19");
  CHECK(period(Calendar::gregorian, 2023) == "2023-01-01/2023-12-31");
  CHECK(period(Calendar::gregorian, 2024, 2) == "2024-02-01/2024-02-29");
  CHECK(period(Calendar::gregorian, 2024, 13) == "none");
  CHECK(period(Calendar::islamic, 1445, 9) == "2024-03-11/2024-04-09");
  CHECK(period(Calendar::gregorian, 9999) == "9999-01-01/9999-12-31");
}

TEST_CASE("days and dates there and back") {
  for (int number = -7000; number < 40000; number += 17) {
    const Day today{std::chrono::days{number}};
    for (const Calendar calendar : {Calendar::gregorian, Calendar::persian, Calendar::islamic}) {
      const CalendarDate date = from_day(calendar, today);
      REQUIRE(to_day(calendar, date.year, date.month, date.day) == today);
    }
  }
  CHECK(weekday_of(*to_day(Calendar::gregorian, 2023, 11, 9)) == 4);
  CHECK(weekday_of(*to_day(Calendar::gregorian, 2024, 1, 7)) == 7);
}
