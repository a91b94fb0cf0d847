// A language is data: one that nobody speaks, in tests/data, on top of the shipped rules.
#include "catch.hpp"
#include "claim/claim.hpp"
#include "extract/extract.hpp"
#include "judge/judge.hpp"
#include "rules.hpp"

namespace {

using namespace mizan;

const Knowledge& with_toy() {
  static const Knowledge knowledge = load_rules({"rules", "tests/data"});
  return knowledge;
}

std::string read(const std::string& text, const std::string& language = "x-toy") {
  const Extraction e = extract(document_of(text, language, to_day(Calendar::gregorian, 2023, 11, 8)), with_toy());
  std::string result;
  for (const Mention& m : e.mentions) result += (result.empty() ? "" : " ; ") + dump(m.readings.front());
  return result;
}

}  // namespace

TEST_CASE("a language made of data alone is read") {
  CHECK(read("La urbo vendis dudek kaj tri miliono krono.") == "23e6 SEK");
  CHECK(read("Pli ol 1.200 ŝipoj, ĉirkaŭ 7,5 elcento.") == ">1200 {toy_ship} ; ~7.5 percent");
  CHECK(read("En ĵaŭtago, 9 nebulo 2023 ĝi venis; hodiaŭ ne.") == "2023-11-09 Thu ; 2023-11-08");
  CHECK(read("ekde la jaro 2022") == "since 2022");
  CHECK(read("Pasintjare sepo ŝipoj veturis du cento mejlo.") == "2022 ; 7 {toy_ship} ; 200 km");
  CHECK(read("Ĝi kostas tri talero kaj ĝi brilas.") == "30 CZK");
  CHECK(read("Ili iras du per du.").empty());
}

TEST_CASE("a language made of data alone is identified and leaves the others alone") {
  const std::string text = "La komerco estas granda kaj la urbo estas malgranda, ĉu ne? Ĝi kreskis 12 elcento.";
  const Extraction e = extract(document_of(text), with_toy());
  CHECK(e.language == "x-toy");
  REQUIRE(e.mentions.size() == 1);
  CHECK(dump(e.mentions.front().readings.front()) == "12 percent");
  CHECK(extract(document_of("The trade between the two countries has grown by 12 percent."), with_toy()).language ==
        "en");
  CHECK(read("Trade reached $28.2 billion in 2022.", "en") == "28.2e9 USD ; 2022");
}

TEST_CASE("a rule with cues in that language makes claims and verdicts") {
  const std::vector<Document> documents{
      document_of("La komerco inter Kazaklando kaj Ruslando estis 28,2 miliono krono en la jaro 2022.", "x-toy"),
      document_of("En la jaro 2022 la komerco inter Ruslando kaj Kazaklando estis 30,2 miliono krono.", "x-toy")};
  std::vector<Extraction> extractions;
  std::vector<Claim> all;
  std::vector<DocumentView> views;
  for (std::uint32_t i = 0; i < documents.size(); ++i) extractions.push_back(extract(documents[i], with_toy()));
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    auto some = claims(documents[i], extractions[i], with_toy(), i);
    std::erase_if(some, [](const Claim& claim) { return claim.frame.starts_with("open."); });
    REQUIRE(some.size() == 1);
    all.push_back(some.front());
    views.push_back({std::to_string(i), extractions[i].date, &extractions[i].mentions, {}});
  }
  CHECK(dump(all.front()) == "toy.barter(parties=KZ+RU) @ 2022 = 28.2e6 SEK");
  const Judgement judgement = judge(views, all, with_toy().frames());
  REQUIRE(judgement.findings.size() == 1);
  CHECK(judgement.findings.front().verdict == Verdict::contradiction);
  CHECK(judgement.findings.front().message == "KZ+RU, 2022: 28.2e6 SEK here, 30.2e6 SEK there");
}
