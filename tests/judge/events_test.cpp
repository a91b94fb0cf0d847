// Dates of one event: close ones are one event, and then they must meet.
#include "catch.hpp"
#include "judge/bench.hpp"

using namespace mizan;

TEST_CASE("dates of an event less than two weeks apart are one event and contradict") {
  Corpus c;
  c.visit(0, on(day(2023, 4, 5)));
  c.visit(1, on(day(2023, 4, 9)));
  const Judgement j = c.run();
  REQUIRE(j.findings.size() == 1);
  CHECK(j.findings[0].verdict == Verdict::contradiction);
  CHECK(j.findings[0].message == "vladimir-putin in KZ: 2023-04-05 here, 2023-04-09 there");
  CHECK(j.series.size() == 1);
}

TEST_CASE("the border is fourteen days") {
  Corpus at;
  at.visit(0, on(day(2023, 4, 5)));
  at.visit(1, on(day(2023, 4, 19)));
  CHECK(at.found() == List{"contradiction person.visit"});
  Corpus beyond;
  beyond.visit(0, on(day(2023, 4, 5)));
  beyond.visit(1, on(day(2023, 4, 20)));
  CHECK(beyond.found().empty());
}

TEST_CASE("the same day, a month with its day, a stay with one of its days agree") {
  Corpus c;
  c.visit(0, on(day(2023, 4, 5)));
  c.visit(1, on(day(2023, 4, 5)));
  CHECK(c.found() == List{"corroboration person.visit"});
  Corpus month;
  month.visit(0, on(day(2023, 4, 5)));
  month.visit(1, month_of(2023, 4));
  CHECK(month.found() == List{"corroboration person.visit"});
  Corpus stay;
  stay.visit(0, from_to(day(2024, 11, 27), day(2024, 11, 28)));
  stay.visit(1, on(day(2024, 11, 28)));
  CHECK(stay.found() == List{"corroboration person.visit"});
}

TEST_CASE("a month does not make one visit of two") {
  Corpus c;  // two visits in May, and a text that says May
  c.visit(0, on(day(2023, 5, 2)));
  c.visit(1, on(day(2023, 5, 28)));
  c.visit(2, month_of(2023, 5));
  const auto found = c.found();
  CHECK(std::find(found.begin(), found.end(), "contradiction person.visit") == found.end());
}

TEST_CASE("a visit announced is the visit made; a denied one is none") {
  Corpus planned;
  planned.visit(0, on(day(2023, 4, 5)));
  planned.visit(1, on(day(2023, 4, 9))).stance = Stance::planned;
  CHECK(planned.found() == List{"contradiction person.visit"});
  Corpus denied;
  denied.visit(0, on(day(2023, 4, 5)));
  denied.visit(1, on(day(2023, 4, 9))).stance = Stance::denied;
  CHECK(denied.found().empty());
}

TEST_CASE("other places are other visits") {
  Corpus c;
  c.visit(0, on(day(2023, 4, 5)), "KZ");
  c.visit(1, on(day(2023, 4, 9)), "UZ");
  CHECK(c.found().empty());
}

TEST_CASE("dates without a year meet only inside their own document") {
  Corpus one;
  one.visit(0, yearless("XXXX-11-27"));
  one.visit(0, yearless("XXXX-11-29"));
  CHECK(one.found() == List{"contradiction person.visit"});
  Corpus stay;
  stay.visit(0, yearless("XXXX-11-27/XXXX-11-28"));
  stay.visit(0, yearless("XXXX-11-27"));
  CHECK(stay.found() == List{"corroboration person.visit"});
  Corpus two;
  two.visit(0, yearless("XXXX-11-27"));
  two.visit(1, yearless("XXXX-11-29"));
  two.visit(2, on(day(2024, 11, 28)));
  CHECK(two.found().empty());
}

TEST_CASE("a time with no day at all is compared with nothing") {
  Corpus c;
  c.visit(0, yearless("XXXX-11"));
  c.visit(0, yearless("?"));
  c.visit(0, yearless("XXXX-WXX-4"));
  CHECK(c.found().empty());
}

TEST_CASE("three sources of one visit: the odd one out is told once") {
  Corpus c;
  c.visit(0, on(day(2023, 4, 5)));
  c.visit(1, on(day(2023, 4, 5)));
  c.visit(2, on(day(2023, 4, 7)));
  CHECK(c.found() == List{"contradiction person.visit", "corroboration person.visit"});
  const Judgement j = c.run();
  REQUIRE(j.findings[0].evidence.size() == 3);
  CHECK(j.findings[0].evidence[2].side == 1);
}

TEST_CASE("two sources against two: each side is told whole") {
  Corpus c;
  c.visit(0, on(day(2023, 4, 5)));
  c.visit(1, on(day(2023, 4, 5)));
  c.visit(2, on(day(2023, 4, 7)));
  c.visit(3, on(day(2023, 4, 7)));
  const auto found = c.found();
  CHECK(std::count(found.begin(), found.end(), "contradiction person.visit") == 1);
  CHECK(c.run().findings[0].evidence.size() == 4);
}

TEST_CASE("a month stands on neither side of two of its days") {
  Corpus c;
  c.visit(0, month_of(2023, 4));
  c.visit(1, on(day(2023, 4, 5)));
  c.visit(2, on(day(2023, 4, 9)));
  const Judgement j = c.run();
  REQUIRE(!j.findings.empty());
  CHECK(j.findings[0].verdict == Verdict::contradiction);
  CHECK(j.findings[0].message == "vladimir-putin in KZ: 2023-04-05 here, 2023-04-09 there");
  CHECK(j.findings[0].evidence.size() == 2);
}
