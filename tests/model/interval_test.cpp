#include <random>

#include "../catch.hpp"
#include "model/model.hpp"

using namespace mizan;

namespace {

Quantity quantity(Decimal value, Dimension dimension = Dimension::count, Modifier modifier = Modifier::exact) {
  return {value, value, modifier, dimension, ""};
}
std::string span_of(Decimal value, Dimension dimension = Dimension::count, Modifier modifier = Modifier::exact) {
  return dump(range(quantity(value, dimension, modifier)));
}
std::string loose_of(Decimal value, Dimension dimension = Dimension::count) {
  return dump(loose_range(quantity(value, dimension)));
}
Day day(int number) { return Day{std::chrono::days{number}}; }

Days random_days(std::mt19937& random) {
  const int first = static_cast<int>(random() % 12), length = static_cast<int>(random() % 6);
  Days days{day(first), day(first + length)};
  if (random() % 8 == 0) days.first.reset();
  if (random() % 8 == 0) days.last.reset();
  return days;
}
Range random_range(std::mt19937& random) {
  const int first = static_cast<int>(random() % 12), length = static_cast<int>(random() % 6);
  Range values{Decimal{first * 10, -1}, Decimal{first + length, 0}};
  if (random() % 8 == 0) values.first.reset();
  if (random() % 8 == 0) values.last.reset();
  return values;
}

}  // namespace

TEST_CASE("a statement leaves a range of values open") {
  CHECK(span_of({28, 9}, Dimension::money) == "27.5e9/28.5e9");
  CHECK(span_of({282, 8}, Dimension::money) == "28.15e9/28.25e9");
  CHECK(span_of({1480, 0}, Dimension::measure) == "1479.5/1480.5");
  CHECK(span_of({102, -1}, Dimension::percent) == "10.15/10.25");
  CHECK(span_of({26, 0}) == "26");
  CHECK(span_of({250, -1}, Dimension::none) == "25.0");
  CHECK(span_of({25, -1}, Dimension::none) == "2.45/2.55");
  CHECK(span_of({6, 3}) == "5.5e3/6.5e3");
  CHECK(span_of({-5, 0}, Dimension::percent) == "-5.5/-4.5");
  CHECK(span_of({300, 0}, Dimension::count, Modifier::more_than) == "300/..");
  CHECK(span_of({300, 0}, Dimension::count, Modifier::at_least) == "300/..");
  CHECK(span_of({300, 0}, Dimension::count, Modifier::at_most) == "../300");
  CHECK(span_of({300, 0}, Dimension::count, Modifier::less_than) == "../300");
  CHECK(span_of({17, 0}, Dimension::count, Modifier::approx) == "16/18");
  CHECK(span_of({6, 3}, Dimension::count, Modifier::approx) == "5e3/7e3");
  CHECK(span_of({1500, 0}, Dimension::count, Modifier::approx) == "1.4e3/1.6e3");
  CHECK(span_of({100, 0}, Dimension::count, Modifier::approx) == "50/150");
  CHECK(span_of({0, 0}, Dimension::count, Modifier::approx) == "-1/1");
  CHECK(dump(range({{20, 0}, {30, 0}, Modifier::range, Dimension::count, ""})) == "20/30");
  CHECK(dump(range({{20, 0}, {30, 0}, Modifier::range, Dimension::percent, ""})) == "19.5/30.5");
  CHECK(dump(range({{30, 0}, {20, 0}, Modifier::range, Dimension::count, ""})) == "20/30");
  CHECK(dump(range({{20, 3}, {99999, 0}, Modifier::range, Dimension::count, ""})) == "19.5e3/99999");
  // An end that has no exact notation is open, not wrong.
  CHECK(span_of({999999999999999999, 0}, Dimension::money) == "../..");
}

TEST_CASE("trailing zeros may be rounding") {
  CHECK(loose_of({2000, 0}) == "1.5e3/2.5e3");
  CHECK(loose_of({2000, 0}, Dimension::measure) == "1.5e3/2.5e3");
  CHECK(loose_of({20, 0}) == "20");
  CHECK(loose_of({20, 0}, Dimension::percent) == "19.5/20.5");
  CHECK(loose_of({1480, 0}, Dimension::measure) == "1479.5/1480.5");
  CHECK(loose_of({20, 9}, Dimension::money) == "15e9/25e9");
  CHECK(loose_of({282, 8}, Dimension::money) == "28.15e9/28.25e9");
  CHECK(loose_of({1000, -2}, Dimension::percent) == "9.995/10.005");
  CHECK(loose_of({0, 0}) == "0");
}

TEST_CASE("ranges that only touch") {
  const Range low{Decimal{275, -1}, Decimal{285, -1}}, high{Decimal{285, -1}, Decimal{295, -1}};
  CHECK_FALSE(meets(low, high));
  CHECK(meets(low, {Decimal{285, -1}, Decimal{285, -1}}));
  CHECK(meets(low, {Decimal{285, -1}, std::nullopt}));
  CHECK_FALSE(meets(low, {Decimal{286, -1}, std::nullopt}));
  CHECK(meets(low, {std::nullopt, std::nullopt}));
  CHECK(meets(range(quantity({300, 0}, Dimension::count, Modifier::more_than)), range(quantity({300, 0}))));
  CHECK(meets(Days{day(1), day(3)}, Days{day(3), day(9)}));
  CHECK_FALSE(meets(Days{day(1), day(3)}, Days{day(4), day(9)}));
}

TEST_CASE("laws of intervals") {
  std::mt19937 random(3);
  for (int round = 0; round < 20000; ++round) {
    const Days a = random_days(random), b = random_days(random), both = widen(a, b);
    INFO(dump(a) << " " << dump(b));
    CHECK(meets(a, a));
    CHECK(contains(a, a));
    CHECK(meets(a, b) == meets(b, a));
    if (contains(a, b)) CHECK(meets(a, b));
    CHECK((contains(both, a) && contains(both, b)));
    CHECK(both == widen(b, a));
    if (contains(a, b)) CHECK(both == a);

    const Range x = random_range(random), y = random_range(random);
    INFO(dump(x) << " " << dump(y));
    CHECK(meets(x, x));
    CHECK(meets(x, y) == meets(y, x));
  }
}

TEST_CASE("a stated value is in its own range") {
  std::mt19937 random(4);
  for (int round = 0; round < 5000; ++round) {
    Quantity q;
    q.low = {static_cast<std::int64_t>(random() % 100000), static_cast<int>(random() % 12) - 3};
    q.high = *add(q.low, Decimal{static_cast<std::int64_t>(random() % 1000), 0});
    q.modifier = static_cast<Modifier>(random() % 7);
    q.dimension = static_cast<Dimension>(random() % 6);
    INFO(dump(q));
    CHECK(meets(range(q), Range{q.low, q.low}));
    CHECK(meets(loose_range(q), Range{q.low, q.low}));
    CHECK(meets(range(q), loose_range(q)));
    if (q.modifier != Modifier::range) continue;
    CHECK(meets(range(q), Range{q.high, q.high}));
  }
}
