// Knowledge that was kept reads as the one that was loaded.
#include <map>

#include "../../bench/articles.hpp"
#include "catch.hpp"
#include "claim/claim.hpp"
#include "extract/extract.hpp"
#include "rules.hpp"

using namespace mizan;

namespace {

std::string said(const Document& document, const Knowledge& knowledge) {
  const Extraction extraction = extract(document, knowledge);
  std::string text = extraction.language + " " + extraction.date.reason;
  for (const Mention& mention : extraction.mentions) text += "\n" + dump(mention) + " " + mention.path;
  for (const Claim& claim : claims(document, extraction, knowledge, 0)) {
    text += "\n" + dump(claim);
    for (const Word& word : claim.about) text += " " + std::to_string(word.key) + "/" + std::to_string(word.gap);
  }
  for (const Computation& c : computations(document, extraction, knowledge)) text += "\n" + dump(c);
  return text;
}

}  // namespace

TEST_CASE("restored knowledge reads every article as loaded knowledge does") {
  const auto parts = shipped().parts();
  std::map<std::string, std::string> kept(parts.begin(), parts.end());
  const auto restored = Knowledge::restore([&](const std::string& name) -> std::optional<std::string> {
    const auto found = kept.find(name);
    return found == kept.end() ? std::nullopt : std::optional(found->second);
  });
  REQUIRE(restored);
  synthetic::Articles articles;
  for (int i = 0; i < 60; ++i) {
    const auto article = articles.next();
    const Document document = document_of(article.text, i % 2 == 0 ? article.language : "");
    CHECK(said(document, *restored) == said(document, shipped()));
  }
}

TEST_CASE("knowledge with a part missing or cut off is not restored") {
  CHECK_FALSE(Knowledge::restore([](const std::string&) { return std::optional<std::string>(); }));
  const auto parts = shipped().parts();
  CHECK_FALSE(Knowledge::restore([&](const std::string&) {
    return std::optional(parts.front().second.substr(0, parts.front().second.size() / 2));
  }));
}
