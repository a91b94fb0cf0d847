// Mistakes in rules: every one is reported, with its file, line and column, and what was probably meant.
#include <algorithm>

#include "catch.hpp"
#include "knowledge/folder.hpp"

namespace {

using namespace mizan;

/// Every mistake as line:column: message (hint), the file by its path inside the folder, sorted.
std::vector<std::string> mistakes(const Folder& folder) {
  const auto result = folder.load();
  std::vector<std::string> all;
  if (result) return all;
  for (const Error& error : result.error()) {
    std::string text = dump(error);
    if (text.rfind(folder.path() + "/", 0) == 0) text = text.substr(folder.path().size() + 1);
    all.push_back(text);
  }
  std::sort(all.begin(), all.end());
  return all;
}

using List = std::vector<std::string>;

/// The mistakes of the English rule with one thing replaced.
List of_rule(const std::string& what, const std::string& by) {
  Folder folder;
  folder.file("languages/en/language.toml", kEnglish).file("facts/trade.toml", with(kRule, what, by));
  return mistakes(folder);
}

List of_language(const std::string& file, const std::string& text) {
  Folder folder;
  folder.file("languages/en/language.toml", kEnglish).file("languages/en/" + file, text);
  return mistakes(folder);
}

}  // namespace

TEST_CASE("a small folder of rules loads") {
  Folder folder;
  folder.file("languages/en/language.toml", kEnglish).file("facts/trade.toml", kRule);
  CHECK(mistakes(folder) == List{});
  const auto knowledge = folder.load();
  REQUIRE(knowledge);
  REQUIRE(knowledge->frames().size() == 1);
  const Frame& frame = knowledge->frames().front();
  CHECK(frame.id == "trade.turnover");
  CHECK(frame.level == Level::error);
  CHECK(frame.key == std::vector<std::string>{"parties"});
  CHECK(frame.times_equal);
  CHECK(frame.examples.size() == 3);
  CHECK(frame.examples.front().place.line == 16);
  REQUIRE(frame.slots.size() == 3);
}

TEST_CASE("an unknown key is told with what was meant and where") {
  CHECK(of_language("language.toml", std::string(kEnglish) + "directon = \"ltr\"\n") ==
        List{"languages/en/language.toml:5:1: unknown key \"directon\" (did you mean \"direction\"?)"});
  CHECK(of_rule("[differ]\nslot = \"value\"\nmethod", "[differ]\nslot = \"value\"\nmetod") ==
        List{"facts/trade.toml:15:1: unknown key \"metod\" (did you mean \"method\"?)"});
  CHECK(of_rule("grain = \"year\"", "gran = \"year\"") ==
        List{"facts/trade.toml:6:23: unknown key \"gran\" (did you mean \"grain\"?)"});
  CHECK(of_rule("[cues]\nen", "[cues]\nfr = []\nen") == List{"facts/trade.toml:9:1: unknown key \"fr\""});
  CHECK(of_language("time.toml", "[month.gregorain]\n\"x\" = 1\n") ==
        List{"languages/en/time.toml:1:8: unknown key \"gregorain\" (did you mean \"gregorian\"?)"});
}

TEST_CASE("a value of the wrong type is told where it stands") {
  CHECK(of_language("language.toml", with(kEnglish, "\"English\"", "5")) ==
        List{"languages/en/language.toml:2:8: \"name\" must be a string"});
  CHECK(of_language("numbers.toml", "[cardinal]\n\"one\" = 1\n\"two\" = \"2\"\n") ==
        List{"languages/en/numbers.toml:3:9: the value of \"two\" must be an integer"});
  CHECK(of_language("numbers.toml", "[fraction]\n\"half\" = [1]\n") ==
        List{"languages/en/numbers.toml:2:10: the value of \"half\" must be two integers"});
  CHECK(of_language("numbers.toml", "[vague]\n\"tens of\" = [99, 20]\n") ==
        List{"languages/en/numbers.toml:2:13: the value of \"tens of\" must be its ends, the lower one first"});
  CHECK(of_language("numbers.toml", "decimal = [\".\", 5]\n") ==
        List{"languages/en/numbers.toml:1:17: expected a string"});
  CHECK(of_language("numbers.toml", "joiner = 5\n") ==
        List{"languages/en/numbers.toml:1:10: expected a list of strings"});
  CHECK(of_language("time.toml", "[month.gregorian]\n\"Smarch\" = 13\n") ==
        List{"languages/en/time.toml:2:12: the value of \"Smarch\" must be 1 to 12"});
  CHECK(of_language("time.toml", "[relative]\n\"today\" = \"day\"\n") ==
        List{"languages/en/time.toml:2:11: expected a unit and an offset, as in \"year -1\""});
  CHECK(of_language("time.toml", "unit = 5\n") == List{"languages/en/time.toml:1:8: \"unit\" must be a table"});
  CHECK(of_rule("count = 2", "count = \"2\"") == List{"facts/trade.toml:5:39: \"count\" must be an integer"});
}

TEST_CASE("a slot, a concept, a calendar, a currency that does not exist") {
  CHECK(of_rule("key = [\"parties\"]", "key = [\"partys\"]") ==
        List{"facts/trade.toml:11:8: no slot \"partys\" (did you mean \"parties\"?)"});
  CHECK(of_rule("type = \"country\"", "type = \"contry\"") ==
        List{"facts/trade.toml:5:11: \"contry\" is none of: country, place, organisation, person, time, quantity (did "
             "you mean \"country\"?)"});
  Folder folder;
  folder.file("languages/en/language.toml", kEnglish)
      .file("concepts/things.toml", "[[concept]]\nid = \"country\"\nkind = \"counted\"\nen = [\"countr*\"]\n")
      .file("facts/trade.toml", with(kRule, "dimension = \"money\"", "dimension = \"count\", unit = \"contry\""));
  CHECK(mistakes(folder) == List{"facts/trade.toml:7:58: no concept \"contry\" (did you mean \"country\"?)"});
  CHECK(of_language("language.toml", std::string(kEnglish) + "calendars = [\"gregorian\", \"persan\"]\n") ==
        List{"languages/en/language.toml:5:27: \"persan\" is none of: gregorian, persian, islamic (did you mean "
             "\"persian\"?)"});
  CHECK(of_language("time.toml", "[era]\n\"AD\" = \"gregorain\"\n") ==
        List{"languages/en/time.toml:2:8: \"gregorain\" is none of: gregorian, persian, islamic (did you mean "
             "\"gregorian\"?)"});
  CHECK(of_language("units.toml", "[currency]\n\"dollar\" = \"USD\"\n\"buck\" = \"DOLLAR\"\n") ==
        List{"languages/en/units.toml:3:10: \"DOLLAR\" is not an ISO 4217 code"});
  CHECK(of_language("units.toml", "[currency]\n\"dollar\" = [\"USD\", \"usd\"]\n") ==
        List{"languages/en/units.toml:2:12: \"usd\" is not an ISO 4217 code"});
  CHECK(of_language("time.toml", "[unit]\n\"day\" = \"dya\"\n").size() == 1);
}

TEST_CASE("options that are one of a few words") {
  CHECK(of_rule("order = \"any\"", "order = \"ayn\"") ==
        List{"facts/trade.toml:5:11: \"ayn\" is none of: any (did you mean \"any\"?)"});
  CHECK(of_rule("grain = \"year\"", "grain = \"year\", default = \"documnt\"") ==
        List{"facts/trade.toml:6:6: \"documnt\" is none of: document (did you mean \"document\"?)"});
  CHECK(of_rule("times = \"equal\"", "times = \"equals\"").size() == 1);
  CHECK(of_rule("times = \"equal\"", "times = \"equal\"\nholds = \"90 days\"").size() == 1);
  CHECK(of_rule("method = \"interval\"", "method = \"intervall\"").size() == 1);
  CHECK(of_rule("slot = \"value\"", "slot = \"vallue\"") ==
        List{"facts/trade.toml:14:8: only the slot \"value\" may differ"});
  CHECK(of_rule("title = \"Trade\"", "title = \"Trade\"\nlevel = \"eror\"").size() == 1);
  CHECK(of_language("language.toml", std::string(kEnglish) + "direction = \"rlt\"\n") ==
        List{"languages/en/language.toml:5:13: \"rlt\" is none of: ltr, rtl (did you mean \"rtl\"?)"});
  CHECK(of_language("units.toml", "[currency]\n\"score\" = { code = \"USD\", factor = 20 }\n") ==
        List{"languages/en/units.toml:2:36: \"factor\" must be a power of ten"});
  CHECK(of_language("units.toml", "[measure]\n\"dozen kilos\" = { code = \"kg\", factor = 12 }\n") ==
        List{"languages/en/units.toml:2:41: \"factor\" must be a power of ten"});
}

TEST_CASE("what is no TOML is told once, and the other files are read on") {
  Folder folder;
  folder.file("languages/en/language.toml", kEnglish)
      .file("languages/en/numbers.toml", "[cardinal]\n\"one\" = 1\n\"two\" == 2\n")
      .file("languages/en/units.toml", "[measure]\n\"km\" = 5\n");
  const List all = mistakes(folder);
  REQUIRE(all.size() == 2);
  CHECK(all[0].rfind("languages/en/numbers.toml:3:", 0) == 0);
  CHECK(all[1].rfind("languages/en/units.toml:2:", 0) == 0);
}

TEST_CASE("a rule needs its examples, a value and cues in every language of its folder") {
  const std::string bare = std::string(kRule).substr(0, std::string(kRule).find("[[example]]"));
  Folder folder;
  folder.file("languages/en/language.toml", kEnglish).file("facts/trade.toml", bare);
  const List all = mistakes(folder);
  REQUIRE(all.size() == 3);
  CHECK(all[0].find("a rule needs an example of a claim") != std::string::npos);
  CHECK(all[1].find("a rule needs an example of a contradiction") != std::string::npos);
  CHECK(all[2].find("a rule needs an innocent example") != std::string::npos);
  CHECK(of_rule("value = {", "figure = {") == List{"facts/trade.toml:1:1: a rule needs a slot \"value\""});
  CHECK(of_rule("en = \"none\"\nclaim = \"none\"", "en = \"none\"").size() == 2);  // neither shape, and no innocent one
  CHECK(of_rule("en = [\"trade\"]", "") == List{"facts/trade.toml:8:1: missing key \"en\""});

  const std::string persian = with(with(kEnglish, "\"en\"", "\"fa\""), "Latn", "Arab");
  Folder two;
  two.file("languages/en/language.toml", kEnglish)
      .file("languages/fa/language.toml", persian)
      .file("facts/trade.toml", kRule);
  CHECK(mistakes(two) == List{"facts/trade.toml:8:1: missing key \"fa\""});
  two.file("facts/trade.toml", with(kRule, "en = [\"trade\"]", "en = [\"trade\"]\nfa = []"));
  CHECK(mistakes(two) == List{});
}

TEST_CASE("a language that a later folder brings needs no cue in the rules before it") {
  Folder first, second;
  first.file("languages/en/language.toml", kEnglish).file("facts/trade.toml", kRule);
  second.file("languages/x-new/language.toml", with(kEnglish, "\"en\"", "\"x-new\""));
  CHECK(Knowledge::load({first.path(), second.path()}));
  second.file("facts/more.toml", with(kRule, "trade.turnover", "trade.other"));
  const auto result = Knowledge::load({first.path(), second.path()});
  REQUIRE(!result);  // but those beside it do
  REQUIRE(result.error().size() == 1);
  CHECK(result.error().front().file == second.path("facts/more.toml"));
  CHECK(result.error().front().message == "missing key \"x-new\"");
}

TEST_CASE("all mistakes of all files at once") {
  Folder folder;
  folder.file("languages/en/language.toml", with(kEnglish, "script", "scrpt"))
      .file("languages/en/numbers.toml", "[cardinal]\n\"one\" = \"1\"\n\"two\" = 2.5\n")
      .file("names/people.toml", "[[entity]]\nid = \"someone\"\ntype = \"persn\"\n")
      .file("concepts/things.toml", "[[concept]]\nid = \"thing\"\nkind = \"conted\"\n")
      .file("facts/trade.toml", with(kRule, "frame = ", "fram = "));
  const List all = mistakes(folder);
  for (const char* part :
       {"languages/en/language.toml:3:1: unknown key \"scrpt\" (did you mean \"script\"?)", "missing key \"script\"",
        "languages/en/numbers.toml:2:9", "languages/en/numbers.toml:3:9", "names/people.toml:1:",
        "concepts/things.toml:1:", "facts/trade.toml:1:1: unknown key \"fram\" (did you mean \"frame\"?)",
        "missing key \"frame\""}) {
    INFO(part);
    CHECK(std::any_of(all.begin(), all.end(), [&](const std::string& m) { return m.find(part) != std::string::npos; }));
  }
  CHECK(all.size() == 8);
}

TEST_CASE("a folder that is not there, and a tag that is not its folder's") {
  const auto result = Knowledge::load({"/no/such/folder"});
  REQUIRE(!result);
  CHECK(dump(result.error().front()) == "/no/such/folder: no such folder of rules");
  CHECK(of_language("language.toml", with(kEnglish, "tag = \"en\"", "tag = \"eng\"")).size() == 1);
}

TEST_CASE("tags fall back as BCP 47 says") {
  Folder folder;
  folder.file("languages/en/language.toml", kEnglish);
  const auto knowledge = folder.load();
  REQUIRE(knowledge);
  CHECK(knowledge->language("en-GB") == std::uint8_t{0});
  CHECK(knowledge->language("en") == std::uint8_t{0});
  CHECK(!knowledge->language("eng"));
  CHECK(!knowledge->language(""));
}

TEST_CASE("conversions are exact decimals, and halves are concepts") {
  Folder folder;
  folder.file("languages/en/language.toml", kEnglish)
      .file("conversion.toml", "[length]\n\"m\" = \"1\"\n\"km\" = 1000\n")
      .file("concepts/people.toml",
            "[[concept]]\nid = \"man\"\nen = [\"man\"]\n[[halves]]\nof = [\"man\", \"womn\"]\n");
  const List found = mistakes(folder);
  for (const std::string& line : found) INFO(line);
  REQUIRE(found.size() == 3);
  CHECK(found[0].starts_with("concepts/people.toml:4:"));  // only one of the two is known
  CHECK(found[1].starts_with("concepts/people.toml:5:"));
  CHECK(found[1].find("no concept \"womn\"") != std::string::npos);
  CHECK(found[2].find("conversion.toml:3:8: the value of \"km\" must be a string") == 0);
}
