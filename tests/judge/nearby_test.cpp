// Some documents of a large corpus are judged as the whole would judge them.
#include <algorithm>
#include <map>
#include <set>

#include "../../bench/synthetic.hpp"
#include "catch.hpp"
#include "judge/stories.hpp"

using namespace mizan;

namespace {

/// A corpus in memory, asked as one on disk would be.
struct Memory {
  explicit Memory(const synthetic::Corpus& all) : corpus(all), claims_of(all.documents.size()) {
    for (const Claim& claim : corpus.claims) claims_of[claim.document].push_back(claim);
    partners.resize(corpus.documents.size());
    for (const DocumentPair& pair : story_pairs(corpus.documents, corpus.claims)) {
      partners[pair.a].push_back({pair.b, pair.score});
      partners[pair.b].push_back({pair.a, pair.score});
    }
  }
  /// Documents have numbers that say nothing of their order.
  std::uint32_t scrambled(std::uint32_t d) const { return (d * 7919U + 13U) % size(); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(corpus.documents.size()); }

  Library library() {
    for (std::uint32_t d = 0; d < size(); ++d) home[scrambled(d)] = d;
    Library result;
    result.document = [this](std::uint32_t n) {
      ++loaded;
      return Held{corpus.documents[home.at(n)], claims_of[home.at(n)]};
    };
    result.partners = [this](std::uint32_t n) {
      std::vector<Neighbour> some = partners[home.at(n)];
      for (Neighbour& x : some) x.document = scrambled(x.document);
      return some;
    };
    result.sharing = [](const std::vector<std::uint64_t>&) { return std::vector<std::uint32_t>{}; };
    result.before = [this](std::uint32_t a, std::uint32_t b) { return home.at(a) < home.at(b); };
    return result;
  }

  const synthetic::Corpus& corpus;
  std::vector<std::vector<Claim>> claims_of;
  std::vector<std::vector<Neighbour>> partners;
  std::map<std::uint32_t, std::uint32_t> home;
  std::size_t loaded = 0;
};

/// Everything a finding says, its documents by their own names.
std::string told(const Finding& f, const std::vector<std::uint32_t>& documents) {
  std::string text = f.id + " " + f.title + " " + std::to_string(f.confidence) + " " + std::string(name(f.level));
  for (const Evidence& e : f.evidence)
    text +=
        " | " + std::to_string(documents[e.document]) + " " + e.value + " " + e.claim + " " + std::to_string(e.side);
  for (const auto& [label, why] : f.reason) text += " | " + label + ": " + why;
  return text;
}

std::vector<std::string> about(const std::vector<Finding>& findings, const std::vector<std::uint32_t>& documents,
                               std::uint32_t document) {
  std::vector<std::string> result;
  for (const Finding& f : findings)
    if (std::any_of(f.evidence.begin(), f.evidence.end(),
                    [&](const Evidence& e) { return documents[e.document] == document; }))
      result.push_back(told(f, documents));
  return result;
}

}  // namespace

TEST_CASE("one document of many is judged as the whole would judge it") {
  const synthetic::Corpus corpus = synthetic::made(12000);
  REQUIRE(corpus.documents.size() >= kFew);
  const Judgement whole = judge(corpus.documents, corpus.claims, {});
  REQUIRE(whole.findings.size() > 100);
  Memory memory(corpus);
  const Library library = memory.library();
  std::vector<std::uint32_t> all(corpus.documents.size());
  for (std::uint32_t d = 0; d < all.size(); ++d) all[d] = d;
  std::size_t findings = 0;
  for (std::uint32_t d = 0; d < corpus.documents.size(); d += 5) {
    const Nearby nearby = judge_nearby(library, {memory.scrambled(d)}, {});
    std::vector<std::uint32_t> documents;
    for (const std::uint32_t n : nearby.documents) documents.push_back(memory.home.at(n));
    const auto expected = about(whole.findings, all, d);
    CHECK(about(nearby.judgement.findings, documents, d) == expected);
    findings += expected.size();
  }
  CHECK(findings > 100);
  CHECK(memory.loaded < corpus.documents.size() * all.size() / 5 / 20);  // and does not read all of it
}
