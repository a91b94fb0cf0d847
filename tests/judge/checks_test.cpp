// The computed checks: what one document says against itself.
#include "catch.hpp"
#include "judge/bench.hpp"

using namespace mizan;

namespace {

Time with_weekday(Time t, unsigned iso_weekday) {
  t.weekday = iso_weekday;
  return t;
}
Time in(Calendar calendar, Time t) {
  t.calendar = calendar;
  return t;
}

}  // namespace

TEST_CASE("a weekday that fits its date, told once for all documents") {
  Corpus c;
  c.mention(0, with_weekday(on(day(2023, 11, 9)), 4), "time.day_month", 10, 20);
  c.mention(0, with_weekday(on(day(2023, 11, 9)), 4), "time.day_month", 40, 50);
  c.mention(1, with_weekday(on(day(2023, 11, 9)), 4), "time.day_month", 10, 20);
  const Judgement j = c.run();
  REQUIRE(j.findings.size() == 1);
  CHECK(j.findings[0].verdict == Verdict::verified);
  CHECK(j.findings[0].rule == "weekday");
  CHECK(j.findings[0].title == "2023-11-09 is a Thursday");
  CHECK(j.findings[0].evidence.size() == 3);
}

TEST_CASE("a weekday that does not") {
  Corpus c;
  c.mention(0, with_weekday(on(day(2023, 11, 9)), 5), "time.day_month", 10, 20);
  const Judgement j = c.run();
  REQUIRE(j.findings.size() == 1);
  CHECK(j.findings[0].verdict == Verdict::contradiction);
  CHECK(j.findings[0].level == Level::error);
  CHECK(j.findings[0].title == "2023-11-09 is a Thursday, not a Friday");
}

TEST_CASE("a weekday checks a date of an assumed year only near the document's own") {
  Time assumed = with_weekday(on(day(2023, 11, 9)), 5);
  assumed.relative = true;
  Corpus near;
  near.mention(0, assumed, "time.day_month", 10, 20);
  near.dated(0, DocumentDate::Source::dateline, day(2023, 11, 8));
  CHECK(near.found() == List{"contradiction weekday"});
  Corpus week;  // the file says when, not the text, but a day away no other year is meant
  week.mention(0, assumed, "time.day_month", 10, 20);
  week.dated(0, DocumentDate::Source::metadata, day(2023, 11, 8));
  CHECK(week.found() == List{"contradiction weekday"});
  Corpus unsure;
  unsure.mention(0, assumed, "time.day_month", 10, 20);
  unsure.dated(0, DocumentDate::Source::metadata, day(2023, 10, 8));
  CHECK(unsure.found() == List{"tension weekday"});
  CHECK(unsure.run().findings[0].confidence < near.run().findings[0].confidence);
  Corpus far;
  far.mention(0, assumed, "time.day_month", 10, 20);
  far.dated(0, DocumentDate::Source::metadata, day(2023, 4, 8));
  CHECK(far.found().empty());
  Corpus unknown;
  unknown.mention(0, assumed, "time.day_month", 10, 20);
  CHECK(unknown.found().empty());
}

TEST_CASE("an ambiguous date needs one reading that fits; a bare weekday says nothing of itself") {
  Corpus c;  // 9/11/2023: 9 November is a Thursday, 11 September a Monday
  c.mention(0, std::vector<Reading>{with_weekday(on(day(2023, 9, 11)), 4), with_weekday(on(day(2023, 11, 9)), 4)},
            "time.digits", 10, 20);
  const auto found = c.found();
  CHECK(std::find(found.begin(), found.end(), "contradiction weekday") == found.end());
  Corpus bare;
  bare.mention(0, with_weekday(on(day(2023, 11, 9)), 5), "time.weekday", 10, 20);
  CHECK(bare.found().empty());
}

TEST_CASE("one day in two calendars") {
  const auto pair = [](Calendar second, Day b, std::uint32_t gap) {
    Corpus c;
    c.mention(0, on(day(2023, 11, 9)), "time.day_month", 10, 20);
    c.mention(0, in(second, on(b)), "time.day_month", 20 + gap, 40);
    return c.found();
  };
  CHECK(pair(Calendar::persian, day(2023, 11, 9), 2) == List{"verified calendar"});
  CHECK(pair(Calendar::persian, day(2023, 11, 10), 2) == List{"contradiction calendar"});
  CHECK(pair(Calendar::islamic, day(2023, 11, 9), 2) == List{"verified calendar"});
  CHECK(pair(Calendar::islamic, day(2023, 11, 10), 2) == List{"verified calendar"});  // the moon is sighted a day late
  CHECK(pair(Calendar::islamic, day(2023, 11, 8), 2) == List{"verified calendar"});
  CHECK(pair(Calendar::islamic, day(2023, 11, 11), 2) == List{"contradiction calendar"});
  CHECK(pair(Calendar::persian, day(2023, 11, 10), 12).empty());  // two dates, not one in two calendars
  CHECK(pair(Calendar::gregorian, day(2023, 11, 10), 2).empty());
}

TEST_CASE("the last of a row of days and the first of a row in another calendar are no pair") {
  Corpus c;  // "9 and 10 November (18 and 19 Aban)"
  c.mention(0, on(day(2023, 11, 9)), "time.day_month", 10, 11);
  c.mention(0, on(day(2023, 11, 10)), "time.day_month", 16, 27);
  c.mention(0, in(Calendar::persian, on(day(2023, 11, 9))), "time.day_month", 29, 31);
  c.mention(0, in(Calendar::persian, on(day(2023, 11, 10))), "time.day_month", 36, 43);
  CHECK(c.found().empty());
  Corpus apart;  // "9 November ... 10 November (18 Aban)"
  apart.mention(0, on(day(2023, 11, 9)), "time.day_month", 10, 20);
  apart.mention(0, on(day(2023, 11, 10)), "time.day_month", 60, 71);
  apart.mention(0, in(Calendar::persian, on(day(2023, 11, 9))), "time.day_month", 73, 80);
  CHECK(apart.found() == List{"contradiction calendar"});
}

TEST_CASE("two dates of two sentences are not one day") {
  Corpus c;
  c.mention(0, on(day(2023, 11, 9)), "time.day_month", 10, 20);
  c.mention(0, in(Calendar::persian, on(day(2023, 11, 10))), "time.day_month", 22, 40).sentence = 1;
  CHECK(c.found().empty());
}

TEST_CASE("today under a dateline") {
  const auto under = [](Day today, DocumentDate::Source source) {
    Corpus c;
    c.mention(0, on(day(2022, 10, 14)), "time.day_month", 0, 10);
    c.mention(0, on(today), "time.day_month.today", 50, 60);
    c.dated(0, source, day(2022, 10, 14), Span{0, 10});
    return c.found("dateline");
  };
  CHECK(under(day(2022, 10, 14), DocumentDate::Source::dateline) == List{"verified dateline"});
  CHECK(under(day(2022, 10, 13), DocumentDate::Source::dateline).empty());  // written in the evening
  CHECK(under(day(2022, 10, 17), DocumentDate::Source::dateline) == List{"tension dateline"});
  CHECK(under(day(2022, 10, 17), DocumentDate::Source::metadata).empty());
}

TEST_CASE("a day counted from the document and its weekday in one sentence") {
  Corpus c;
  c.mention(0, on(day(2022, 10, 13)), "time.relative", 10, 20);
  c.mention(0, with_weekday(on(day(2022, 10, 13)), 4), "time.weekday", 30, 40);
  CHECK(c.found() == List{"verified relative-day"});
  Corpus other;
  other.mention(0, on(day(2022, 10, 13)), "time.relative", 10, 20);
  other.mention(0, with_weekday(on(day(2022, 10, 14)), 5), "time.weekday", 30, 40);
  CHECK(other.found().empty());
}

TEST_CASE("a part of a whole") {
  const auto of = [](Quantity part, Quantity whole, bool marked = true) {
    Corpus c;
    c.mention(0, part, "quantity.count", 10, 20);
    c.mention(0, whole, "quantity.count", 30, 40).whole = marked;
    return c.found();
  };
  CHECK(of(count(76, "region"), count(89, "region")).empty());
  CHECK(of(count(89, "region"), count(89, "region")).empty());
  CHECK(of(count(98, "region"), count(89, "region")) == List{"contradiction part-whole"});
  CHECK(of(count(98, "region"), count(89, "region"), false).empty());
  CHECK(of(count(90, "region", Modifier::less_than), count(89, "region")).empty());
  CHECK(of(count(90, "region", Modifier::more_than), count(89, "region")) == List{"contradiction part-whole"});
  CHECK(of(count(90, "region"), count(89, "region", Modifier::more_than)).empty());
}

TEST_CASE("a range written from its higher end") {
  Corpus c;
  Quantity q = count(5);
  q.high = Decimal(3, 0);
  q.modifier = Modifier::range;
  c.mention(0, q, "quantity.count.reversed", 10, 20);
  c.mention(0, from_to(day(2021, 1, 1), day(2025, 12, 31)), "time.year_year", 30, 40);
  CHECK(c.found() == List{"tension range-order"});
}

TEST_CASE("one mistake made twice is two findings with two identifiers") {
  Corpus c;
  c.mention(0, with_weekday(on(day(2023, 11, 9)), 5), "time.day_month", 10, 20);
  c.mention(0, with_weekday(on(day(2023, 11, 9)), 5), "time.day_month", 40, 50);
  const Judgement j = c.run();
  REQUIRE(j.findings.size() == 2);
  CHECK(j.findings[0].id != j.findings[1].id);
}
