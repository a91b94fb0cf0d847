#include "../catch.hpp"
#include "model/model.hpp"

using namespace mizan;

namespace {

Quantity money(Decimal value) { return {value, value, Modifier::exact, Dimension::money, "USD"}; }
Time time_of(std::string value) {
  Time time;
  time.value = std::move(value);
  return time;
}

}  // namespace

TEST_CASE("quantities in one line") {
  CHECK(dump(money({282, 8})) == "28.2e9 USD");
  const auto print = [](Modifier modifier, Decimal low, Decimal high, Dimension dimension, const char* unit) {
    return dump(Quantity{low, high, modifier, dimension, unit});
  };
  CHECK(print(Modifier::exact, {26, 0}, {26, 0}, Dimension::count, "country") == "26 {country}");
  CHECK(print(Modifier::exact, {102, -1}, {102, -1}, Dimension::percent, "percent") == "10.2 percent");
  CHECK(print(Modifier::exact, {1480, 0}, {1480, 0}, Dimension::measure, "km") == "1480 km");
  CHECK(print(Modifier::exact, {7, 0}, {7, 0}, Dimension::none, "") == "7");
  CHECK(print(Modifier::approx, {6, 3}, {6, 3}, Dimension::count, "company") == "~6e3 {company}");
  CHECK(print(Modifier::more_than, {300, 0}, {300, 0}, Dimension::count, "agreement") == ">300 {agreement}");
  CHECK(print(Modifier::at_least, {5, 0}, {5, 0}, Dimension::measure, "km") == ">=5 km");
  CHECK(print(Modifier::at_most, {5, 0}, {5, 0}, Dimension::measure, "km") == "<=5 km");
  CHECK(print(Modifier::less_than, {5, 0}, {5, 0}, Dimension::measure, "km") == "<5 km");
  CHECK(print(Modifier::range, {20, 3}, {99999, 0}, Dimension::none, "") == "20e3..99999");
}

TEST_CASE("times and ordinals in one line") {
  CHECK(dump(time_of("2023-01/2023-08")) == "2023-01/2023-08");
  Time time = time_of("2023-11-09");
  time.weekday = 4;
  time.relative = time.inferred = true;
  CHECK(dump(time) == "2023-11-09 Thu");
  time.weekday = 9;
  CHECK(dump(time) == "2023-11-09");
  time = time_of("2024-11");
  time.mod = TimeMod::start;
  CHECK(dump(time) == "start 2024-11");
  time = time_of("2014");
  time.mod = TimeMod::since;
  CHECK(dump(time) == "since 2014");
  CHECK(dump(Time{}) == "?");
  CHECK(dump(Ordinal{70, ""}) == "#70");
  CHECK(dump(Ordinal{70, "anniversary"}) == "#70 {anniversary}");
}

TEST_CASE("days and spans in one line") {
  using std::chrono::sys_days;
  using std::chrono::year;
  const Day first = sys_days{year{2023} / 1 / 1}, last = sys_days{year{2023} / 12 / 31};
  CHECK(iso(first) == "2023-01-01");
  CHECK(iso(sys_days{year{-44} / 3 / 15}) == "-0044-03-15");
  CHECK(dump(Days{first, last}) == "2023-01-01/2023-12-31");
  CHECK(dump(Days{first, first}) == "2023-01-01");
  CHECK(dump(Days{first, std::nullopt}) == "2023-01-01/..");
  CHECK(dump(Days{std::nullopt, last}) == "../2023-12-31");
  CHECK(dump(Span{7245, 7273}) == "7245-7273");
}

TEST_CASE("mentions in one line") {
  const Mention mention{{7245, 7273}, {money({282, 8}), money({282, 5})}, 0, "quantity.money"};
  CHECK(dump(mention) == "7245-7273 28.2e9 USD | 28.2e6 USD");
}

TEST_CASE("claims in one line") {
  Claim claim;
  claim.frame = "trade.turnover";
  claim.key = {{"parties", "KZ+RU"}};
  claim.at = time_of("2022");
  claim.readings = {money({282, 8})};
  CHECK(dump(claim) == "trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD");
  claim.record = true;
  CHECK(dump(claim) == "trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD [record]");
  claim.stance = Stance::planned;
  CHECK(dump(claim) == "trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD [record] [planned]");
  claim.record = false;
  claim.stance = Stance::denied;
  CHECK(dump(claim) == "trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD [denied]");
  claim.stance = Stance::reported;
  CHECK(dump(claim) == "trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD [reported]");

  Claim visit;
  visit.frame = "person.visit";
  visit.key = {{"to", "KZ"}, {"visitor", "vladimir-putin"}};
  Time time = time_of("2023-11-09");
  time.weekday = 4;
  visit.readings = {time};
  CHECK(dump(visit) == "person.visit(to=KZ, visitor=vladimir-putin) = 2023-11-09");
}

TEST_CASE("findings and errors in one line") {
  Finding finding;
  finding.verdict = Verdict::tension;
  finding.rule = "record";
  finding.title = "trade turnover KZ+RU: record 28e9 USD for 2023 below 28.2e9 for 2022";
  CHECK(dump(finding) == "tension record trade turnover KZ+RU: record 28e9 USD for 2023 below 28.2e9 for 2022");
  finding.title.clear();
  finding.evidence.resize(2);
  finding.evidence[0].value = "28e9 USD";
  finding.evidence[1].value = "28.2e9 USD";
  CHECK(dump(finding) == "tension record 28e9 USD | 28.2e9 USD");

  CHECK(dump(Error{"rules/a.toml", 3, 7, "no such key", "did you mean \"title\"?"}) ==
        "rules/a.toml:3:7: no such key (did you mean \"title\"?)");
  CHECK(dump(Error{"seeds", 0, 0, "no such file", ""}) == "seeds: no such file");
  CHECK(dump(Error{"a", 4, 0, "broken", ""}) == "a:4: broken");
  CHECK(dump(Error{"", 0, 0, "broken", ""}) == "broken");
}

TEST_CASE("names of the enumerations") {
  CHECK(name(Modifier::at_least) == "at_least");
  CHECK(name(TimeType::set) == "set");
  CHECK(name(TimeMod::until) == "until");
  CHECK(name(Calendar::persian) == "persian");
  CHECK(name(Grain::century) == "century");
  CHECK(name(Stance::planned) == "planned");
  CHECK(name(Verdict::tension) == "tension");
  CHECK(name(Level::warning) == "warning");
  CHECK(name(Dimension::percentage_point) == "percentage_point");
}

TEST_CASE("did you mean") {
  const std::vector<std::string> keys{"title", "turnover", "frame", "en", "ru", "تومان"};
  CHECK(did_you_mean("turnvoer", keys) == "did you mean \"turnover\"?");
  CHECK(did_you_mean("tilte", keys) == "did you mean \"title\"?");
  CHECK(did_you_mean("frames", keys) == "did you mean \"frame\"?");
  CHECK(did_you_mean("FRAME", keys) == "did you mean \"frame\"?");
  CHECK(did_you_mean("تومن", keys) == "did you mean \"تومان\"?");
  CHECK(did_you_mean("fa", keys).empty());
  CHECK(did_you_mean("message", keys).empty());
  CHECK(did_you_mean("frame", keys).empty());
  CHECK(did_you_mean("", keys).empty());
  CHECK(did_you_mean("x", {}).empty());
}

TEST_CASE("stable identifiers") {
  CHECK(stable_id("cl-", "a") == stable_id("cl-", "a"));
  CHECK(stable_id("cl-", "a") != stable_id("cl-", "b"));
  CHECK(stable_id("fc-", "").size() == 11);
  CHECK(stable_id("fc-", "").find_first_not_of("0123456789abcdef", 3) == std::string::npos);
  CHECK(stable_id("cl-", "x") == "cl-2961e24b");  // the same on every machine, for ever
}
