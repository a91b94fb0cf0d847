// The arithmetic of the computed checks, on figures made by hand: intervals, modifiers, rounding.
#include "catch.hpp"
#include "judge/bench.hpp"

using namespace mizan;

namespace {

Quantity figure(const char* value, Modifier modifier = Modifier::exact, Dimension dimension = Dimension::money,
                const char* unit = "USD") {
  const Decimal v = *Decimal::parse(value);
  return {v, v, modifier, dimension, unit};
}
Quantity percent(const char* value) { return figure(value, Modifier::exact, Dimension::percent, "percent"); }

/// The one verdict on these figures, or "".
std::string verdict(Computation::Kind kind, const std::vector<Quantity>& figures, bool complete = true) {
  std::vector<Mention> mentions;
  Computation c;
  c.kind = kind;
  c.complete = complete;
  for (const Quantity& q : figures) {
    Mention m;
    const auto at = static_cast<std::uint32_t>(10 * mentions.size());
    m.span = {at, at + 5};
    m.readings = {q};
    c.operands.push_back(static_cast<std::uint32_t>(mentions.size()));
    mentions.push_back(std::move(m));
  }
  const std::vector<Computation> all{c};
  const std::vector<Finding> findings = judge({{"doc", {}, &mentions, {}, &all}}, {}, {}).findings;
  if (findings.empty()) return "";
  CHECK(findings[0].evidence.size() == figures.size());
  return std::string(name(findings[0].verdict));
}

}  // namespace

TEST_CASE("a sum of rounded figures is an interval") {
  const auto sum = [](const char* total, const char* a, const char* b) {
    return verdict(Computation::Kind::sum, {figure(total), figure(a), figure(b)});
  };
  CHECK(sum("12.4e9", "7.3e9", "5.2e9") == "verified");  // 7.25 + 5.15 to 7.35 + 5.25
  CHECK(sum("12.2e9", "7.3e9", "5.2e9") == "contradiction");
  CHECK(verdict(Computation::Kind::sum, {count(2000), count(1200), count(830)}) == "");  // the total is round
}

TEST_CASE("a total that is a bound") {
  CHECK(verdict(Computation::Kind::sum, {count(70, "killed", Modifier::at_least), count(45), count(33)}) == "verified");
  CHECK(verdict(Computation::Kind::sum, {count(80, "killed", Modifier::at_least), count(45), count(33)}) ==
        "contradiction");
  CHECK(verdict(Computation::Kind::sum, {count(80, "killed", Modifier::approx), count(45), count(33)}) == "verified");
}

TEST_CASE("parts that are not all may be less, never more") {
  CHECK(verdict(Computation::Kind::sum, {count(100), count(45), count(33)}, false) == "");
  CHECK(verdict(Computation::Kind::sum, {count(75), count(45), count(33)}, false) == "contradiction");
  CHECK(verdict(Computation::Kind::sum, {count(78), count(45), count(33)}, false) == "verified");
}

TEST_CASE("a change is right or wrong beyond the rounding of its levels") {
  const auto change = [](const char* later, const char* earlier, const char* by) {
    return verdict(Computation::Kind::change, {figure(later), figure(earlier), percent(by)});
  };
  CHECK(change("240.1e9", "190.3e9", "26.2") == "verified");
  CHECK(change("190.3e9", "240.1e9", "20.7") == "verified");  // a fall
  CHECK(change("12.4e6", "10.5e6", "28") == "contradiction");
  CHECK(change("4890e3", "1522e3", "220") == "");   // 221.3: carelessly rounded
  CHECK(change("2e9", "1e9", "60") == "verified");  // 1.5 to 2.5 over 0.5 to 1.5
}

TEST_CASE("a share, and an average") {
  CHECK(verdict(Computation::Kind::share, {count(76), count(89), percent("85.4")}) == "verified");
  CHECK(verdict(Computation::Kind::share, {count(76), count(89), percent("95")}) == "contradiction");
  CHECK(verdict(Computation::Kind::product, {count(32), count(32000), count(1024000)}) == "verified");
  CHECK(verdict(Computation::Kind::product, {count(32), count(35000), count(1024000)}) == "contradiction");
}

TEST_CASE("the dump of a computation") {
  Computation c;
  c.operands = {4, 5, 6};
  c.complete = false;
  CHECK(dump(c) == "sum 4 5 6 or less");
  c.kind = Computation::Kind::change;
  c.operands = {2, 3};
  c.times = 2;
  CHECK(dump(c) == "change 2 3 x2");
}
