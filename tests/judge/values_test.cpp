// What looks like one value written wrongly, and what looks so by chance.
#include "judge/values.hpp"

#include "catch.hpp"
#include "text/text.hpp"

namespace mizan {
namespace {

Claim claim(Reading reading) {
  Claim c;
  c.readings = {std::move(reading)};
  return c;
}
Claim figure(const Decimal& value, Dimension dimension, const char* unit = "") {
  return claim(Quantity{value, value, Modifier::exact, dimension, unit});
}
Likeness slip(const Decimal& a, const Decimal& b, Dimension dimension, const char* unit = "") {
  return likely_slip(figure(a, dimension, unit), figure(b, dimension, unit));
}
Claim day(int year, int month, int day, Calendar written = Calendar::gregorian) {
  const Day at = *to_day(Calendar::gregorian, year, month, day);
  Time t;
  t.type = TimeType::date;
  t.grain = Grain::day;
  t.calendar = written;
  t.days = Days{at, at};
  return claim(t);
}
Claim length(const char* value) {
  Time t;
  t.type = TimeType::duration;
  t.value = value;
  return claim(t);
}

}  // namespace

TEST_CASE("digits in another order, one of many changed, a power of ten") {
  CHECK(slip(Decimal(44600, 0), Decimal(46400, 0), Dimension::money, "USD") != Likeness::none);
  CHECK(slip(Decimal(41860, 0), Decimal(44860, 0), Dimension::count, "person") != Likeness::none);
  CHECK(slip(Decimal(58, 0), Decimal(85, 0), Dimension::count, "branch-office") != Likeness::none);
  CHECK(slip(Decimal(690, 0), Decimal(960, 0), Dimension::money, "USD") != Likeness::none);
  CHECK(slip(Decimal(64, 0), Decimal(46, 0), Dimension::measure, "m2") != Likeness::none);
  CHECK(slip(Decimal(165000000, 0), Decimal(1650000000, 0), Dimension::money, "USD") != Likeness::none);
  CHECK(slip(Decimal(12, 8), Decimal(12, 11), Dimension::money, "IQD") != Likeness::none);
  CHECK(slip(Decimal(42, 7), Decimal(42, 8), Dimension::count) != Likeness::none);  // of a currency that nobody listed
}

TEST_CASE("what is alike by chance is no slip") {
  CHECK(slip(Decimal(3, 0), Decimal(30, 0), Dimension::count, "person") == Likeness::none);
  CHECK(slip(Decimal(24, 0), Decimal(42, 0), Dimension::count, "person") == Likeness::none);
  CHECK(slip(Decimal(129, 0), Decimal(121, 0), Dimension::count, "deputy") == Likeness::none);
  CHECK(slip(Decimal(346, -1), Decimal(386, -1), Dimension::percent, "percent") == Likeness::none);
  CHECK(slip(Decimal(231, -2), Decimal(271, -2), Dimension::count) == Likeness::none);
  CHECK(slip(Decimal(12, 0), Decimal(120, 0), Dimension::count, "person") == Likeness::none);
  CHECK(likely_slip(claim(Ordinal{12, ""}), claim(Ordinal{21, ""})) == Likeness::none);
}

TEST_CASE("measures in two units: a power of ten in what they come to") {
  const auto area = [](const Decimal& digits, const char* unit, double square_metres) {
    Claim c = figure(digits, Dimension::measure, unit);
    c.measured = {{"area", square_metres, square_metres, square_metres}};
    return c;
  };
  CHECK(likely_slip(area(Decimal(2350, 0), "ha", 2.35e7), area(Decimal(235, 0), "km2", 2.35e8)) != Likeness::none);
  CHECK(likely_slip(area(Decimal(40, 0), "km", 40000), area(Decimal(22, -1), "[nmi_i]", 4074.4)) ==
        Likeness::none);  // rounded to one digit
  CHECK(likely_slip(area(Decimal(690, 0), "[ft_i]2", 64.1), area(Decimal(64, 0), "ha", 6.4e5)) ==
        Likeness::none);  // four places
}

TEST_CASE("one figure with two units, and counts of two things") {
  const auto length = [](const Decimal& digits, const char* unit, double metres) {
    Claim c = figure(digits, Dimension::measure, unit);
    c.measured = {{"length", metres, metres, metres}};
    return c;
  };
  CHECK(likely_slip(length(Decimal(186, 0), "[mi_i]", 299338), length(Decimal(186, 0), "km", 186000)) ==
        Likeness::other_unit);
  CHECK(likely_slip(length(Decimal(3, 0), "[mi_i]", 4828), length(Decimal(3, 0), "km", 3000)) == Likeness::none);
  const Claim children = figure(Decimal(14, 5), Dimension::count, "child");
  CHECK(likely_slip(children, figure(Decimal(1400, 0), Dimension::count, "employee")) == Likeness::none);
  CHECK(likely_slip(children, figure(Decimal(1400, 0), Dimension::count, "child")) == Likeness::tenfold);
}

TEST_CASE("dates in another month of a calendar that was written, lengths in minutes") {
  CHECK(likely_slip(day(2026, 6, 17), day(2026, 7, 17)) != Likeness::none);
  CHECK(likely_slip(day(2026, 3, 21), day(2026, 6, 22, Calendar::persian)) != Likeness::none);  // 1 Farvardin and 1 Tir
  CHECK(likely_slip(day(2026, 3, 21), day(2026, 6, 22)) == Likeness::none);                     // nobody wrote those
  CHECK(likely_slip(day(2026, 1, 4), day(2026, 5, 4)) == Likeness::none);  // too many months between
  CHECK(likely_slip(length("P57Y"), length("P75Y")) != Likeness::none);
  CHECK(likely_slip(length("PT143M"), length("PT2H14M")) != Likeness::none);
  CHECK(likely_slip(length("PT2H"), length("PT3H30M")) == Likeness::none);
  Time january;
  january.type = TimeType::date;
  january.grain = Grain::month;
  january.days = Days{*to_day(Calendar::gregorian, 2025, 1, 1), *to_day(Calendar::gregorian, 2025, 1, 31)};
  Time other = january;
  other.days = Days{*to_day(Calendar::gregorian, 2022, 1, 1), *to_day(Calendar::gregorian, 2022, 1, 31)};
  CHECK(likely_slip(claim(january), claim(other)) == Likeness::none);
}

TEST_CASE("the months of two calendars meet where they share days") {
  Time march;
  march.type = TimeType::date;
  march.grain = Grain::month;
  march.days = Days{*to_day(Calendar::gregorian, 2024, 3, 1), *to_day(Calendar::gregorian, 2024, 3, 31)};
  Time farvardin = march;
  farvardin.calendar = Calendar::persian;
  farvardin.days = Days{*to_day(Calendar::gregorian, 2024, 3, 20), *to_day(Calendar::gregorian, 2024, 4, 19)};
  CHECK(relate(claim(march), claim(farvardin)) == Relation::meet);
  farvardin.days = Days{*to_day(Calendar::gregorian, 2024, 4, 20), *to_day(Calendar::gregorian, 2024, 5, 20)};
  CHECK(relate(claim(march), claim(farvardin)) == Relation::apart);
}

}  // namespace mizan
