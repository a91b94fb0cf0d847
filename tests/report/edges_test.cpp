// What of a finding is recognised again: edges, their keys, and the list they are kept in.
#include "catch.hpp"
#include "report/report.hpp"
#include "sample.hpp"

using namespace mizan;

namespace {

std::vector<std::uint64_t> keys(const Edges& all) {
  std::vector<std::uint64_t> result;
  for (const Edge& edge : all.edges) result.push_back(edge.key);
  return result;
}

}  // namespace

TEST_CASE("a finding has an edge for every pair of statements of different sides") {
  const Run run = sample::run();
  const Edges all = edges(run);
  REQUIRE(all.edges.size() == 2);  // two statements of A, one of B; the corroboration has none
  for (const Edge& edge : all.edges) {
    CHECK(edge.finding == 0);
    CHECK(edge.rule == "record");
    CHECK(all.ends[edge.a].document < all.ends[edge.b].document);
  }
  CHECK(all.ends[all.edges[0].a].document == "seeds/fa.txt");
  CHECK(all.ends[all.edges[0].a].value == "28.2e9 USD");
  CHECK(all.ends[all.edges[0].b].document == "seeds/ru.txt");
  CHECK(all.edges[0].key != all.edges[1].key);
}

TEST_CASE("an edge keeps its key when text moves, and not when a value, a slot or the file changes") {
  const Run run = sample::run();
  const auto before = keys(edges(run));

  Run moved = sample::run();
  moved.documents[1].text.insert(0, "A new paragraph.\n");
  for (Claim& claim : moved.claims)
    if (claim.document == 1) claim.span = {claim.span.begin + 17, claim.span.end + 17};
  for (Evidence& e : moved.findings[0].evidence) {
    if (e.document != 1) continue;
    e.span = {e.span.begin + 17, e.span.end + 17};
    e.sentence = {e.sentence.begin + 17, e.sentence.end + 17};
  }
  moved.findings[0].message = "in other words";
  moved.findings[0].id = "fc-11111111";
  CHECK(keys(edges(moved)) == before);
  CHECK(edges(moved).ends[2].quote == edges(run).ends[2].quote);

  Run turned = sample::run();  // the other side first
  for (Evidence& e : turned.findings[0].evidence) e.side = 1 - e.side;
  CHECK(keys(edges(turned)) == before);

  Run changed = sample::run();
  changed.findings[0].evidence[2].value = "29e9 USD";
  CHECK(keys(edges(changed))[0] != before[0]);
  Run slot = sample::run();
  slot.claims[2].key = {{"parties", "KZ+CN"}};
  CHECK(keys(edges(slot))[0] != before[0]);
  CHECK(keys(edges(run, {"seeds/fa.txt", "seeds/new.txt", "seeds/en.txt"}))[0] != before[0]);
  CHECK(keys(edges(run, {"seeds/fa.txt", "seeds/ru.txt", "seeds/en.txt"})) == before);
}

TEST_CASE("a quote is the same when it is wrapped anew or its digits are of another script") {
  const auto quote = [](std::string text) {
    Run run = sample::run();
    run.findings[0].evidence[2].sentence = {0, static_cast<std::uint32_t>(text.size())};
    run.documents[1].text = std::move(text);
    const Edges all = edges(run);
    return all.ends[all.edges[0].b].quote;
  };
  CHECK(quote("Record  turnover\nof $28 billion") == quote("record turnover of $28 billion"));
  CHECK(quote("Record turnover of $28 billion") != quote("Record turnover of $29 billion"));
}

TEST_CASE("a finding with one side alone has edges too") {
  Run run = sample::run();
  Finding& f = run.findings[0];
  f.evidence.resize(1);
  f.evidence[0].claim.clear();
  REQUIRE(edges(run).edges.size() == 1);
  CHECK(edges(run).edges[0].a == edges(run).edges[0].b);
  const auto before = keys(edges(run));
  f.evidence[0].value = "1";
  CHECK(keys(edges(run)) != before);
}

TEST_CASE("a record is known by its id, not by its line") {
  Run run = sample::run();
  run.documents[1].record_line = 7;
  const auto before = keys(edges(run));
  run.documents[1].record_line = 8;
  CHECK(keys(edges(run)) == before);
  run.documents[1].id = "another";
  CHECK(keys(edges(run)) != before);
}

TEST_CASE("every finding that disagrees has a fingerprint of its edges") {
  const Run run = sample::run();
  const auto prints = edge_fingerprints(run, edges(run));
  REQUIRE(prints.size() == 2);
  CHECK(prints[0] != 0);
  CHECK(prints[1] == 0);  // a corroboration
  Run changed = sample::run();
  changed.findings[0].evidence[2].value = "29e9 USD";
  CHECK(edge_fingerprints(changed, edges(changed))[0] != prints[0]);
}

TEST_CASE("a list of edges is written sorted and read back") {
  const Edges all = edges(sample::run());
  const std::string text = edges_jsonl(all);
  CHECK(text.rfind("{\"schema\":\"mizan-baseline/1\"}\n", 0) == 0);
  const Result<Edges> back = read_edges(text, "known.jsonl");
  REQUIRE(back);
  CHECK(back->edges.size() == all.edges.size());
  CHECK(edges_jsonl(*back) == text);
  Edges turned = all;
  std::swap(turned.edges[0], turned.edges[1]);
  CHECK(edges_jsonl(turned) == text);
}

TEST_CASE("what is no list of edges is refused with its line") {
  const std::string text = edges_jsonl(edges(sample::run()));
  const auto line_of = [](std::string_view bytes) {
    const Result<Edges> read = read_edges(bytes, "known.jsonl");
    return read ? 0U : read.error().front().line;
  };
  CHECK(line_of(text) == 0);
  CHECK_FALSE(read_edges("", "known.jsonl"));
  CHECK(line_of("{\"schema\":\"mizan-baseline/9\"}\n") == 1);
  CHECK(line_of("no json\n") == 1);
  CHECK(line_of("[]\n") == 1);
  CHECK(line_of(text + "<<<<<<< HEAD\n") == 4);
  CHECK(line_of(text + "{\"rule\":\"record\"}\n") == 4);
  CHECK(line_of(text + "{\"rule\":\"r\",\"a\":{},\"b\":{},\"edge\":\"xyz\"}\n") == 4);
}
