// Matching with what was known before: the five steps, one to one.
#include "index/baseline.hpp"

#include "catch.hpp"

using namespace mizan;

namespace {

struct Said {
  const char* document;
  const char* value;
  std::uint64_t core;
  std::uint64_t quote;
};

void add(Edges& edges, const char* rule, Said a, Said b, std::uint32_t finding) {
  const auto at = static_cast<std::uint32_t>(edges.ends.size());
  for (const Said& said : {a, b}) edges.ends.push_back({said.document, said.value, "", said.core, said.quote});
  edges.edges.push_back({rule, at, at + 1, finding, fingerprint(rule) ^ (a.core * 31 + b.core)});
}

Edges one(const char* rule, Said a, Said b) {
  Edges edges;
  add(edges, rule, a, b, 0);
  return edges;
}

const Edges kKnown = one("open.count", {"a.txt", "45", 1, 10}, {"b.txt", "54", 2, 20});

State state(const Edges& now) { return match(kKnown, now).now.front(); }

}  // namespace

TEST_CASE("each step of the matching") {
  CHECK(state(kKnown) == State::known);
  // a renamed file: other document and core, the same sentences
  CHECK(state(one("open.count", {"new.txt", "45", 7, 10}, {"b.txt", "54", 2, 20})) == State::known);
  // sentences edited around the values, slots with them
  CHECK(state(one("open.count", {"a.txt", "45", 7, 11}, {"b.txt", "54", 8, 21})) == State::known);
  CHECK(state(one("open.count", {"a.txt", "46", 7, 11}, {"b.txt", "54", 2, 20})) == State::changed);
  CHECK(state(one("open.count", {"a.txt", "45", 1, 10}, {"b.txt", "55", 7, 21})) == State::changed);
}

TEST_CASE("what only looks alike is new") {
  CHECK(state(one("open.money", {"a.txt", "45", 7, 10}, {"b.txt", "54", 8, 20})) == State::fresh);  // another rule
  CHECK(state(one("open.count", {"a.txt", "46", 7, 11}, {"b.txt", "55", 8, 21})) == State::fresh);  // both values
  CHECK(state(one("open.count", {"a.txt", "45", 1, 10}, {"c.txt", "54", 7, 21})) == State::fresh);  // another article
  // a renamed file in which the date of the document gives the same sentence another value
  CHECK(state(one("open.count", {"new.txt", "46", 7, 10}, {"b.txt", "54", 2, 20})) == State::fresh);
}

TEST_CASE("the same thing said once more is new, and one known entry is used once") {
  Edges twice = kKnown;
  add(twice, "open.count", {"a.txt", "45", 1, 10}, {"b.txt", "54", 2, 20}, 1);
  const Matching more = match(kKnown, twice);
  CHECK(more.now == std::vector<State>{State::known, State::fresh});
  const Matching less = match(twice, kKnown);
  CHECK(less.now == std::vector<State>{State::known});
  CHECK(less.base == std::vector<State>{State::known, State::none});
}

TEST_CASE("one fixed and one new do not cancel out") {
  const Edges now = one("open.count", {"a.txt", "7", 5, 50}, {"b.txt", "9", 6, 60});
  const Matching m = match(kKnown, now);
  CHECK(m.now.front() == State::fresh);
  CHECK(m.base.front() == State::none);
}

TEST_CASE("a surer step goes before a looser one") {
  Edges now;  // the first would take the known entry by its values, the second has the very edge
  add(now, "open.count", {"a.txt", "45", 7, 11}, {"b.txt", "54", 8, 21}, 0);
  add(now, "open.count", {"a.txt", "45", 1, 10}, {"b.txt", "54", 2, 20}, 1);
  CHECK(match(kKnown, now).now == std::vector<State>{State::fresh, State::known});
}

TEST_CASE("a finding is known if all its edges are") {
  Edges now = kKnown;  // and a third article says 54 as well
  add(now, "open.count", {"a.txt", "45", 1, 10}, {"c.txt", "54", 3, 30}, 0);
  std::vector<Finding> findings(2);
  apply(match(kKnown, now), now, findings);
  CHECK(findings[0].state == State::fresh);
  CHECK(findings[1].state == State::none);  // no edge: it is no disagreement
  findings.assign(2, {});
  apply(match(now, now), now, findings);
  CHECK(findings[0].state == State::known);
}

TEST_CASE("what nothing matched can be told apart") {
  Edges base = kKnown;
  add(base, "sum", {"a.txt", "7", 5, 50}, {"a.txt", "9", 6, 60}, 1);
  const Matching m = match(base, kKnown);
  const Edges stale = only(base, m.base, State::none);
  REQUIRE(stale.edges.size() == 1);
  CHECK(stale.edges[0].rule == "sum");
  CHECK(stale.ends[stale.edges[0].b].value == "9");
}
