// Figures of one fact: which agree, which contradict, which are never compared.
#include "catch.hpp"
#include "judge/bench.hpp"

using namespace mizan;

TEST_CASE("figures that meet corroborate one another") {
  Corpus c;
  c.turnover(0, year_of(2022), money("28.2"));
  c.turnover(1, year_of(2022), money("28"));
  c.turnover(2, year_of(2022), money("25", 9, Modifier::more_than));
  const Judgement j = c.run();
  REQUIRE(j.findings.size() == 1);
  CHECK(j.findings[0].verdict == Verdict::corroboration);
  CHECK(j.findings[0].level == Level::none);
  CHECK(j.findings[0].evidence.size() == 3);
  REQUIRE(j.series.size() == 1);
  CHECK(j.series[0].claims.size() == 3);
}

TEST_CASE("figures that cannot meet contradict, and the finding says why") {
  Corpus c;
  c.turnover(0, year_of(2022), money("28.2"));
  c.turnover(1, year_of(2022), money("24.1")).confidence = 0.8;
  const Judgement j = c.run();
  REQUIRE(j.findings.size() == 1);
  const Finding& f = j.findings[0];
  CHECK(f.verdict == Verdict::contradiction);
  CHECK(f.level == Level::error);
  CHECK(f.rule == "trade.turnover");
  CHECK(f.message == "KZ+RU, 2022: 28.2e9 USD here, 24.1e9 USD there");
  CHECK(f.title == "Trade turnover (parties=KZ+RU), 2022: 28.2e9 USD vs 24.1e9 USD");
  CHECK(f.confidence == 0.8);
  REQUIRE(f.evidence.size() == 2);
  CHECK(f.evidence[0].side == 0);
  CHECK(f.evidence[1].side == 1);
  CHECK(f.evidence[0].value == "28.2e9 USD");
  CHECK(f.evidence[0].claim == j.claim_ids[0]);
  CHECK(std::find(f.reason.begin(), f.reason.end(),
                  std::pair<std::string, std::string>{"interval A", "28.15e9/28.25e9"}) != f.reason.end());
  CHECK(std::find(f.reason.begin(), f.reason.end(), std::pair<std::string, std::string>{"at", "2022"}) !=
        f.reason.end());
}

TEST_CASE("the level of a contradiction is the rule's") {
  Corpus c;
  c.members(0, day(2023, 11, 8), count(9));
  c.members(1, day(2023, 11, 8), count(10));
  const Judgement j = c.run();
  REQUIRE(j.findings.size() == 1);
  CHECK(j.findings[0].verdict == Verdict::contradiction);
  CHECK(j.findings[0].level == Level::warning);
}

TEST_CASE("a gap that only rounding can close is a tension") {
  Corpus c;
  c.members(0, day(2023, 11, 8), count(2000, "company"));
  c.members(1, day(2023, 11, 8), count(2040, "company"));
  CHECK(c.found() == List{"tension org.members"});
  const Finding f = c.run().findings.front();
  CHECK(f.level == Level::warning);
  CHECK(f.message.find("only rounding") != std::string::npos);
  Corpus apart;
  apart.members(0, day(2023, 11, 8), count(2017, "company"));
  apart.members(1, day(2023, 11, 8), count(2040, "company"));
  CHECK(apart.found() == List{"contradiction org.members"});
}

TEST_CASE("an ambiguous figure keeps its readings: one that meets is enough") {
  Corpus c;
  c.turnover(0, year_of(2022), money("1.234")).readings.emplace_back(money("1234"));
  c.turnover(1, year_of(2022), money("1234"));
  CHECK(c.found("trade.turnover") == List{"corroboration trade.turnover"});
  Corpus apart;
  apart.turnover(0, year_of(2022), money("1.234")).readings.emplace_back(money("1234"));
  apart.turnover(1, year_of(2022), money("55"));
  CHECK(apart.found() == List{"contradiction trade.turnover"});
}

TEST_CASE("plans and denials are compared with nothing") {
  for (const Stance stance : {Stance::planned, Stance::denied}) {
    Corpus c;
    c.turnover(0, year_of(2022), money("28.2"));
    c.turnover(1, year_of(2022), money("40")).stance = stance;
    CHECK(c.found().empty());
  }
  Corpus reported;
  reported.turnover(0, year_of(2022), money("28.2"));
  reported.turnover(1, year_of(2022), money("40")).stance = Stance::reported;
  CHECK(reported.found() == List{"contradiction trade.turnover"});
}

TEST_CASE("other periods, parties, frames and units are other facts") {
  Corpus c;
  c.turnover(0, year_of(2022), money("28.2"));
  c.turnover(1, year_of(2023), money("24"));
  c.turnover(2, from_to(day(2022, 1, 1), day(2022, 9, 30)), money("20"));
  c.turnover(3, year_of(2022), money("3"), "KZ+UZ");
  c.turnover(4, year_of(2022), {Decimal(5, 9), Decimal(5, 9), Modifier::exact, Dimension::money, "EUR"});
  CHECK(c.found().empty());
  const Judgement j = c.run();
  REQUIRE(j.series.size() == 2);
  CHECK(j.series[0].frame == "trade.turnover");
  CHECK(j.series[0].claims.size() == 4);
  CHECK(j.series[1].claims.size() == 1);
}

TEST_CASE("without a date only a document can be held against itself") {
  Corpus two;
  two.members(0, std::nullopt, count(9));
  two.members(1, std::nullopt, count(10));
  CHECK(two.found().empty());
  Corpus one;
  one.members(0, std::nullopt, count(9));
  one.members(0, std::nullopt, count(10));
  CHECK(one.found() == List{"contradiction org.members"});
}

TEST_CASE("a state holds for a while after it was said") {
  const auto apart = [](int days_later, std::int64_t then) {
    Corpus c;
    c.members(0, day(2023, 1, 1), count(9));
    c.members(1, day(2023, 1, 1) + std::chrono::days(days_later), count(then));
    return c.found();
  };
  CHECK(apart(90, 10) == List{"contradiction org.members"});
  CHECK(apart(91, 10).empty());  // an organisation may grow
  CHECK(apart(90, 9) == List{"corroboration org.members"});
  CHECK(apart(91, 9).empty());
}

TEST_CASE("a state that grows slowly is held only against what was said near it") {
  Corpus c;  // a chain of statements, each near the next, the ends half a year apart
  c.members(0, day(2023, 1, 1), count(9));
  c.members(1, day(2023, 3, 1), count(9));
  c.members(2, day(2023, 5, 1), count(9, "country", Modifier::at_least));
  c.members(3, day(2023, 7, 1), count(10));
  c.members(4, day(2023, 9, 1), count(10));
  const auto found = c.found();
  CHECK(std::count(found.begin(), found.end(), "contradiction org.members") == 0);
  const Judgement j = c.run();
  for (const Finding& f : j.findings) {  // and nine is not ten either
    const auto says = [&](const char* value) {
      return std::any_of(f.evidence.begin(), f.evidence.end(), [&](const Evidence& e) { return e.value == value; });
    };
    CHECK(!(says("9 {country}") && says("10 {country}")));
  }
}

TEST_CASE("of two sides only the statements of one time stand against each other") {
  Corpus c;
  c.members(0, day(2023, 1, 1), count(9));
  c.members(1, day(2023, 3, 20), count(9));
  c.members(2, day(2023, 5, 20), count(10));  // in reach of March, not of January
  const Judgement j = c.run();
  REQUIRE(!j.findings.empty());
  CHECK(j.findings[0].verdict == Verdict::contradiction);
  REQUIRE(j.findings[0].evidence.size() == 2);
  CHECK(j.findings[0].evidence[0].document == 1);
  CHECK(j.findings[0].evidence[1].document == 2);
}

TEST_CASE("figures in two units neither contradict nor confirm each other") {
  Corpus c;
  c.turnover(0, year_of(2022), money("28"));
  c.turnover(1, year_of(2022), {Decimal(28, 9), Decimal(28, 9), Modifier::exact, Dimension::money, "EUR"});
  CHECK(c.found().empty());
}

TEST_CASE("a side that is contradicted still confirms itself") {
  Corpus c;
  c.turnover(0, year_of(2022), money("28.2"));
  c.turnover(1, year_of(2022), money("28.2"));
  c.turnover(2, year_of(2022), money("24.1"));
  CHECK(c.found() == List{"contradiction trade.turnover", "corroboration trade.turnover"});
  const auto j = c.run();
  CHECK(j.findings[0].evidence.size() == 3);
  CHECK(j.findings[1].evidence.size() == 2);
}

// ------------------------------------------------------------------------------------------------------- records

TEST_CASE("a crowd of values is held against the one most often stated, not each against each") {
  Corpus c;
  for (int i = 0; i < 50; ++i) c.turnover(i % 8, year_of(2022), money(std::to_string(100 + 3 * i).c_str()));
  for (int i = 0; i < 3; ++i) c.turnover(i, year_of(2022), money("28.2"));
  const Judgement j = c.run();
  CHECK(c.found("trade.turnover").size() == 51);  // fifty contradictions, and the three agree
  for (const Finding& f : j.findings)
    CHECK((f.verdict == Verdict::corroboration || f.evidence.front().value == "28.2e9 USD"));
}

TEST_CASE("a record below an earlier figure is a tension between documents") {
  Corpus c;
  c.turnover(0, year_of(2022), money("28.2"));
  c.turnover(1, year_of(2023), money("26")).record = true;
  CHECK(c.found("record") == List{"tension record"});
  CHECK(c.run().findings.front().level == Level::warning);
}

TEST_CASE("inside one document it is a contradiction, unless rounding saves it") {
  Corpus sure;
  sure.turnover(0, year_of(2022), money("28.2"));
  sure.turnover(0, year_of(2023), money("26")).record = true;
  CHECK(sure.found("record") == List{"contradiction record"});
  Corpus rounded;
  rounded.turnover(0, year_of(2022), money("28.2"));
  rounded.turnover(0, year_of(2023), money("28")).record = true;
  CHECK(rounded.found("record") == List{"tension record"});
}

TEST_CASE("a record above all earlier ones, one below a later one, or of another length is no finding") {
  Corpus c;
  c.turnover(0, year_of(2022), money("26"));
  c.turnover(0, year_of(2023), money("28")).record = true;
  c.turnover(1, year_of(2024), money("30"));
  c.turnover(1, month_of(2021, 3), money("90"));
  c.turnover(1, year_of(2020), money("99")).stance = Stance::planned;
  CHECK(c.found("record").empty());
}

TEST_CASE("of a crowd of figures a record is held against the highest before it") {
  Corpus c;
  for (int i = 0; i < 300; ++i) c.turnover(0, year_of(1600 + i), money(std::to_string(500 - i).c_str()));
  c.turnover(0, year_of(2023), money("26")).record = true;
  CHECK(c.found("record") == List{"contradiction record"});
}

TEST_CASE("what was more than a figure may have been less than the record only if its range says so") {
  Corpus c;  // "more than 20 billion" in 2022 and a record of 25 in 2023
  c.turnover(0, year_of(2022), money("20", 9, Modifier::more_than));
  c.turnover(0, year_of(2023), money("25")).record = true;
  CHECK(c.found("record").empty());
}

TEST_CASE("an upper bound is no figure that a record would have to top") {
  Corpus c;
  c.turnover(0, year_of(2022), money("30", 9, Modifier::at_most));
  c.turnover(0, year_of(2023), money("25")).record = true;
  CHECK(c.found("record").empty());
}
