// Two texts of one matter, made by hand: which values are held against each other, and what is said of them.
#include "catch.hpp"
#include "judge/bench.hpp"

using namespace mizan;

namespace {

/// A sentence of words and values, a byte each.
class Text {
 public:
  explicit Text(std::string id) { view_.id = std::move(id), view_.language = "en", view_.capitals = true; }

  Text& word(const char* text) {
    Word w;
    w.span = next();
    w.key = fingerprint(text);
    view_.words.push_back(w);
    return *this;
  }
  Text& words(std::initializer_list<const char*> list) {
    for (const char* text : list) word(text);
    return *this;
  }
  Text& value(Reading reading) {
    Mention m;
    m.span = next();
    m.readings = {std::move(reading)};
    m.sentence = static_cast<std::uint32_t>(view_.sentences.size());
    mentions_.push_back(std::move(m));
    return *this;
  }
  Text& stop() {
    view_.sentences.push_back({begin_, at_});
    begin_ = at_;
    return *this;
  }
  const DocumentView& view() {
    if (begin_ != at_) stop();
    view_.mentions = &mentions_;
    return view_;
  }

 private:
  Span next() { return ++at_, Span{at_ - 1, at_}; }

  DocumentView view_;
  std::vector<Mention> mentions_;
  std::uint32_t at_ = 0, begin_ = 0;
};

Text dam(Reading reading) {
  Text text("a");
  text.words({"dam", "near", "town", "holds"}).value(std::move(reading)).words({"water", "summer"});
  return text;
}

std::string verdict(Text a, Text b) {
  const Comparison c = compare(a.view(), b.view(), {});
  return c.findings.empty() ? "none" : std::string(name(c.findings.front().verdict));
}

}  // namespace

TEST_CASE("the same value corroborates, whatever stands around it") {
  CHECK(verdict(dam(money("31")), dam(money("31"))) == "corroboration");
  CHECK(verdict(dam(money("28.2")), dam(money("28"))) == "corroboration");
}

TEST_CASE("another value of the same thing contradicts, and both sides are told") {
  Text a = dam(money("31")), b = dam(money("38"));
  const Comparison c = compare(a.view(), b.view(), {});
  REQUIRE(c.findings.size() == 1);
  const Finding& f = c.findings.front();
  CHECK(f.verdict == Verdict::contradiction);
  CHECK(f.level == Level::error);
  REQUIRE(f.evidence.size() == 2);
  CHECK(f.evidence[0].document == 0);
  CHECK(f.evidence[0].value == "31e9 USD");
  CHECK(f.evidence[1].document == 1);
  CHECK(f.evidence[1].value == "38e9 USD");
  CHECK(f.message == "The two values cannot both be true.");
  CHECK(c.only[0].empty());
  CHECK(c.only[1].empty());
}

TEST_CASE("a bound follows from a figure beyond it, and not from one before it") {
  CHECK(verdict(dam(count(50)), dam(count(30, "country", Modifier::more_than))) == "corroboration");
  CHECK(verdict(dam(count(25)), dam(count(30, "country", Modifier::more_than))) == "contradiction");
  CHECK(verdict(dam(count(25)), dam(count(30, "country", Modifier::less_than))) == "corroboration");
}

TEST_CASE("a day lies in its year, and not in another") {
  CHECK(verdict(dam(on(day(2015, 12, 8))), dam(year_of(2015))) == "corroboration");
  CHECK(verdict(dam(on(day(2015, 12, 8))), dam(year_of(2008))) == "contradiction");
  CHECK(verdict(dam(on(day(2023, 11, 27))), dam(yearless("XXXX-11-27"))) == "corroboration");
  CHECK(verdict(dam(on(day(2023, 11, 27))), dam(yearless("XXXX-06-27"))) == "contradiction");
  const auto every = [](const char* value) {
    Time t = yearless(value);
    t.type = TimeType::set;
    return t;
  };
  CHECK(verdict(dam(every("XXXX-11-27")), dam(yearless("XXXX-11-27"))) == "corroboration");
  CHECK(verdict(dam(every("XXXX-11-27")), dam(every("XXXX-06-27"))) == "contradiction");
  CHECK(verdict(dam(every("XXXX-WXX-1")), dam(yearless("XXXX-11-27"))) == "none");
  Time year;
  year.type = TimeType::duration;
  year.value = "P1Y";
  CHECK(verdict(dam(every("XXXX-11-27")), dam(year)) == "none");
}

TEST_CASE("what has another unit or kind is lacking, not wrong") {
  Text a = dam(money("31")), b = dam(on(day(2015, 12, 8)));
  const Comparison c = compare(a.view(), b.view(), {});
  CHECK(c.findings.empty());
  CHECK(c.only[0] == std::vector<std::uint32_t>{0});
  CHECK(c.only[1] == std::vector<std::uint32_t>{0});
}

TEST_CASE("lengths of time are compared as such, ages too") {
  const auto length = [](const char* value) {
    Time t;
    t.type = TimeType::duration;
    t.value = value;
    return t;
  };
  const Quantity age{Decimal(57, 0), Decimal(57, 0), Modifier::exact, Dimension::measure, "a"};
  CHECK(verdict(dam(length("P1D")), dam(length("PT24H"))) == "corroboration");
  CHECK(verdict(dam(length("P57Y")), dam(age)) == "corroboration");
  CHECK(verdict(dam(length("P57Y")), dam(length("P75Y"))) == "contradiction");
}

TEST_CASE("a bound of a length leaves open what lies beyond it, and nothing before it") {
  const auto length = [](const char* value, Modifier bound = Modifier::exact) {
    Time t;
    t.type = TimeType::duration;
    t.value = value;
    t.bound = bound;
    return t;
  };
  CHECK(verdict(dam(length("PT3H", Modifier::more_than)), dam(length("PT4H"))) == "corroboration");
  CHECK(verdict(dam(length("PT3H", Modifier::more_than)), dam(length("PT2H"))) == "contradiction");
  CHECK(verdict(dam(length("P15D", Modifier::at_most)), dam(length("P10D"))) == "corroboration");
  CHECK(verdict(dam(length("P15D", Modifier::at_most)), dam(length("P20D"))) == "contradiction");
  CHECK(verdict(dam(length("P15D", Modifier::at_most)), dam(length("P2D", Modifier::at_least))) == "corroboration");
  CHECK(verdict(dam(length("P2W", Modifier::approx)), dam(length("P15D"))) == "corroboration");
  CHECK(verdict(dam(length("P2W", Modifier::approx)), dam(length("P30D"))) == "contradiction");
}

TEST_CASE("a count that has grown since is no contradiction") {
  const auto cases = [](std::int64_t n, unsigned d) {
    Text text("a");
    text.word("by").value(on(day(2020, 4, d))).words({"region", "reported"}).value(count(n, "case")).word("virus");
    return text;
  };
  CHECK(verdict(cases(455, 22), cases(480, 23)) != "contradiction");
  CHECK(verdict(cases(455, 22), cases(480, 22)) != "none");
}

TEST_CASE("what a third value makes up for is seldom at odds") {
  Text a("a"), b("b");
  a.words({"outbreak", "caused"}).value(count(16, "killed")).words({"deaths", "europe"});
  b.words({"outbreak", "caused"}).value(count(15, "killed")).words({"deaths", "germany"});
  b.value(count(1, "killed")).words({"sweden", "europe"});
  CHECK(verdict(a, b) != "contradiction");
}

TEST_CASE("a text has nothing against itself, and sides may be exchanged") {
  Text a("a"), b("b");
  a.words({"dam", "holds"}).value(money("31")).stop().words({"bridge", "cost"}).value(money("45")).stop();
  b.words({"dam", "holds"}).value(money("38")).stop().words({"bridge", "cost"}).value(money("45")).stop();
  const Comparison self = compare(a.view(), a.view(), {});
  CHECK(std::all_of(self.findings.begin(), self.findings.end(),
                    [](const Finding& f) { return f.verdict == Verdict::corroboration; }));
  const Comparison c = compare(a.view(), b.view(), {}), d = compare(b.view(), a.view(), {});
  REQUIRE(c.findings.size() == d.findings.size());
  for (std::size_t i = 0; i < c.findings.size(); ++i) CHECK(c.findings[i].verdict == d.findings[i].verdict);
  CHECK(compare(Text("x").view(), Text("y").view(), {}).findings.empty());
}
