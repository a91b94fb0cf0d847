// Laws: order of input changes nothing, identifiers live as long as values, no accusation where ranges meet, cost is
// linear.
#include <chrono>
#include <random>
#include <set>

#include "catch.hpp"
#include "judge/bench.hpp"

using namespace mizan;

namespace {

/// A finding without what depends on where its documents and claims stand in the input.
std::string essence(const Finding& f, const std::vector<std::string>& names) {
  std::string text = f.id + " " + dump(f) + " " + f.message;
  for (const Evidence& e : f.evidence)
    text += " | " + names[e.document] + " " + dump(e.span) + " " + e.value + " " + std::to_string(e.side);
  return text;
}

std::vector<std::string> essences(const Judgement& j, const std::vector<std::string>& names) {
  std::vector<std::string> all;
  for (const Finding& f : j.findings) all.push_back(essence(f, names));
  return all;
}

Corpus mixed(unsigned seed, std::size_t size) {
  std::mt19937 random(seed);
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  Corpus c;
  const Modifier modifiers[] = {Modifier::exact,     Modifier::approx,  Modifier::at_least,
                                Modifier::more_than, Modifier::at_most, Modifier::less_than};
  const char* parties[] = {"KZ+RU", "KZ+UZ"};
  for (std::size_t i = 0; i < size; ++i) {
    const auto document = static_cast<std::uint32_t>(pick(6));
    Claim* claim = nullptr;
    switch (pick(4)) {
      case 0:
        claim = &c.turnover(document, year_of(2020 + pick(3)),
                            money(std::to_string(10 + pick(30)).c_str(), 9, modifiers[pick(6)]), parties[pick(2)]);
        break;
      case 1:
        claim = &c.turnover(document, year_of(2020 + pick(3)),
                            money((std::to_string(10 + pick(9)) + "." + std::to_string(pick(9))).c_str()),
                            parties[pick(2)]);
        break;
      case 2:
        claim = &c.members(document, day(2020 + pick(3), 1, 1) + std::chrono::days(pick(360)), count(8 + pick(4)));
        break;
      default:
        claim = &c.visit(document, on(day(2023, 1, 1) + std::chrono::days(pick(80))), pick(2) == 0 ? "KZ" : "UZ");
    }
    claim->confidence = 0.5 + 0.1 * pick(5);
    claim->record = pick(4) == 0;
    claim->stance = static_cast<Stance>(pick(4));
  }
  return c;
}

std::vector<std::string> numbered(std::size_t n) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < n; ++i) names.push_back("doc" + std::to_string(i));
  return names;
}

}  // namespace

TEST_CASE("the order in which claims come in changes nothing") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    Corpus c = mixed(seed, 40);
    const auto before = essences(c.run(), numbered(6));
    CHECK(std::set<std::string>(before.begin(), before.end()).size() == before.size());
    for (unsigned shuffle = 1; shuffle <= 4; ++shuffle) {
      std::mt19937 random(1000 * seed + shuffle);
      std::shuffle(c.claims.begin(), c.claims.end(), random);
      INFO("seed " << seed << ", shuffle " << shuffle);
      REQUIRE(essences(c.run(), numbered(6)) == before);
    }
  }
}

TEST_CASE("identifiers survive documents that come, go or change places") {
  Corpus ab, ba, abc;
  ab.turnover(0, year_of(2022), money("28.2"));
  ab.turnover(1, year_of(2022), money("24.1"));
  const auto sides = [](Corpus& c, std::vector<std::string> names) {
    std::vector<DocumentView> views;
    static const std::vector<Mention> none;
    for (auto& n : names) views.push_back({std::move(n), {}, &none, {}});
    return judge(views, c.claims, frames());
  };
  ba.turnover(0, year_of(2022), money("24.1"));
  ba.turnover(1, year_of(2022), money("28.2"));
  abc.turnover(1, year_of(2022), money("28.2"));
  abc.turnover(2, year_of(2022), money("24.1"));
  const Judgement one = sides(ab, {"a", "b"}), two = sides(ba, {"b", "a"}), three = sides(abc, {"new", "a", "b"});
  REQUIRE(one.findings.size() == 1);
  REQUIRE(two.findings.size() == 1);
  REQUIRE(three.findings.size() == 1);
  CHECK(one.findings[0].id == three.findings[0].id);
  CHECK(one.findings[0].id == two.findings[0].id);
  CHECK(one.claim_ids == std::vector<std::string>{two.claim_ids[1], two.claim_ids[0]});
  CHECK(one.claim_ids == three.claim_ids);
}

TEST_CASE("identifiers survive moved text and change with the value") {
  Corpus c;
  c.turnover(0, year_of(2022), money("28.2"));
  c.turnover(1, year_of(2022), money("24.1"));
  const std::string before = c.run().findings[0].id;
  CHECK(before.rfind("fc-", 0) == 0);
  CHECK(before.size() == 11);
  for (Claim& claim : c.claims) {
    claim.span = {claim.span.begin + 500, claim.span.end + 500};
    claim.sentence = {claim.sentence.begin + 400, claim.sentence.end + 600};
  }
  CHECK(c.run().findings[0].id == before);
  c.claims[1].readings = {money("24.2")};
  CHECK(c.run().findings[0].id != before);
}

TEST_CASE("findings have one order: verdict, level, confidence, place") {
  for (unsigned seed = 100; seed < 130; ++seed) {
    const Judgement j = mixed(seed, 60).run();
    for (std::size_t i = 1; i < j.findings.size(); ++i) {
      const Finding& a = j.findings[i - 1];
      const Finding& b = j.findings[i];
      CHECK(static_cast<int>(a.verdict) <= static_cast<int>(b.verdict));
      if (a.verdict == b.verdict) CHECK(static_cast<int>(a.level) >= static_cast<int>(b.level));
      if (a.verdict == b.verdict && a.level == b.level) CHECK(a.confidence >= b.confidence);
    }
  }
}

TEST_CASE("no contradiction between figures whose ranges meet; agreement only between those that do") {
  for (unsigned seed = 200; seed < 260; ++seed) {
    const Corpus c = mixed(seed, 50);
    const Judgement j = c.run();
    const auto value = [&](const Evidence& e) -> const Quantity* {
      for (std::size_t i = 0; i < c.claims.size(); ++i)
        if (j.claim_ids[i] == e.claim) return std::get_if<Quantity>(&c.claims[i].readings.front());
      return nullptr;
    };
    for (const Finding& f : j.findings) {
      if (f.rule != "trade.turnover" && f.rule != "org.members") continue;
      INFO("seed " << seed << ": " << dump(f));
      for (const Evidence& a : f.evidence)
        for (const Evidence& b : f.evidence) {
          const Quantity* x = value(a);
          const Quantity* y = value(b);
          REQUIRE(x != nullptr);
          REQUIRE(y != nullptr);
          if (f.verdict == Verdict::contradiction && a.side != b.side) CHECK(!meets(loose_range(*x), loose_range(*y)));
          if (f.verdict == Verdict::tension && a.side != b.side) CHECK(!meets(range(*x), range(*y)));
          if (f.verdict == Verdict::corroboration) CHECK(meets(range(*x), range(*y)));
        }
    }
  }
}

TEST_CASE("a finding is the same from either side") {
  std::mt19937 random(7);
  for (int i = 0; i < 200; ++i) {
    const auto value = [&] {
      return money(std::to_string(20 + random() % 12).c_str(), 9, static_cast<Modifier>(random() % 6));
    };
    const Quantity a = value(), b = value();
    Corpus one, two;
    one.turnover(0, year_of(2022), a);
    one.turnover(1, year_of(2022), b);
    two.turnover(0, year_of(2022), b);
    two.turnover(1, year_of(2022), a);
    INFO(dump(a) << " and " << dump(b));
    CHECK(one.found() == two.found());
  }
}

TEST_CASE("twenty thousand claims of one fact with few values, and twenty thousand facts") {
  Corpus same;
  for (std::uint32_t i = 0; i < 20000; ++i)
    same.turnover(i % 50, year_of(2022), money(std::to_string(20 + i % 7).c_str()));
  Corpus distinct;
  for (std::uint32_t i = 0; i < 20000; ++i)
    distinct.turnover(i % 50, year_of(2022), money(std::to_string(20 + i % 2).c_str()),
                      ("A" + std::to_string(i / 2)).c_str());
  Corpus times;
  for (std::uint32_t i = 0; i < 20000; ++i)
    times.members(i % 50, day(1900, 1, 1) + std::chrono::days(i % 5000), count(9));
  Corpus visits;
  for (std::uint32_t i = 0; i < 20000; ++i)
    visits.visit(i % 50, on(day(1900, 1, 1) + std::chrono::days(20 * (i % 2000))));
  for (const Corpus* c : {&same, &distinct, &times, &visits}) {
    const auto begin = std::chrono::steady_clock::now();
    const Judgement j = c->run();
    const auto took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    CHECK(!j.findings.empty());
    CHECK(took < 10.0);
  }
}
