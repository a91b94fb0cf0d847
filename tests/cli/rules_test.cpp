// Rules of one's own: a new one from a skeleton, and folders on top of the shipped ones.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "process.hpp"

using namespace cli;
using nlohmann::json;

namespace {

/// The one finding of a rule in a folder; null if there is none.
json found(const std::string& articles, const std::string& rules, const std::string& rule) {
  const Outcome run = mizan({"check", articles, "-f", "jsonl", "--rules", rules});
  INFO(run.err);
  CHECK(run.code <= 1);
  for (const std::string& line : lines(run.out))
    if (const json finding = json::parse(line); finding["rule"] == rule) return finding;
  return {};
}

std::string with(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("rules new: a rule that loads, passes its examples and finds what it describes") {
  const Folder folder;
  const std::string rules = folder.path("my rules");
  const Outcome made = mizan({"rules", "new", "trade.exports", "--rules", rules});
  REQUIRE(made.code == 0);
  const std::string file = rules + "/facts/trade/exports.toml";
  CHECK(made.out == "wrote " + file + "\nedit '" + file + "', then: mizan rules test --rules '" + rules +
                        "'\nand: mizan check articles/ --rules '" + rules + "'\n");
  const Outcome tested = mizan({"rules", "test", "--rules", rules});
  CHECK(tested.code == 0);
  CHECK(contains(tested.out, " 0 failed"));
  CHECK(mizan({"rules", "test", rules}).out == tested.out);
  CHECK(lines(tested.out).back() != lines(mizan({"rules", "test"}).out).back());  // its examples are among them

  folder.write("articles/a.md", "---\nlang: en\n---\nExports of Iran reached $52.4 billion in 2023.\n");
  folder.write("articles/b.md", "---\nlang: fa\n---\nایران در سال ۲۰۲۳ معادل ۴۵٫۲ میلیارد دلار صادرات داشت.\n");
  const json finding = found(folder.path("articles"), rules, "trade.exports");
  REQUIRE(finding.is_object());
  CHECK(finding["verdict"] == "contradiction");
  CHECK(finding["message"] == "IR, 2023: 52.4e9 USD here, 45.2e9 USD there");
  // what the report tells to type next finds it
  const Outcome page = mizan({"check", folder.path("articles"), "--rules", rules});
  CHECK(contains(page.out, " --rules '" + rules + "'\n"));
  CHECK(mizan({"show", finding["id"], folder.path("articles"), "--rules", rules}).code == 0);

  // an editor's first change
  const std::string text = read_file(file);
  folder.write("my rules/facts/trade/exports.toml",
               with(with(text, "en = [\"exports of\", \"exports\", ", "en = [\"exportations\", "),
                    "level   = \"warning\"", "level   = \"eror\""));
  const Outcome wrong = mizan({"rules", "test", "--rules", rules});
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "exports.toml:"));
  CHECK(contains(wrong.err, "did you mean \"error\"?"));
  folder.write("my rules/facts/trade/exports.toml",
               with(text, "en = [\"exports of\", \"exports\", ", "en = [\"sales\", "));
  const Outcome failing = mizan({"rules", "test", "--rules", rules});
  CHECK(failing.code == 1);
  CHECK(contains(failing.out, "trade.exports example failed"));
}

TEST_CASE("rules new: an event, and the languages asked for") {
  const Folder folder;
  const std::string rules = folder.path("rules");
  REQUIRE(mizan({"rules", "new", "person.oath", "--kind", "event", "--lang", "en,fa", "--rules", rules}).code == 0);
  const std::string text = read_file(rules + "/facts/person/oath.toml");
  CHECK(contains(text, "frame   = \"person.oath\"\n"));
  const auto gaps = lines(text);  // owed by the cues, and shown as a gap
  CHECK(std::count(gaps.begin(), gaps.end(), "ru = []                                 # none yet") == 1);
  CHECK_FALSE(contains(text, "template."));
  const auto all = lines(text);
  CHECK(std::count_if(all.begin(), all.end(), [](const auto& line) { return line.starts_with("ru  "); }) == 0);
  CHECK(mizan({"rules", "test", "--rules", rules}).code == 0);

  folder.write("articles/a.md", "---\nlang: en\n---\nEmmanuel Macron took office on 14 May 2017.\n");
  folder.write("articles/b.md", "---\nlang: fa\n---\nمکرون در ۱۹ مه ۲۰۱۷ سوگند یاد کرد.\n");
  const json finding = found(folder.path("articles"), rules, "person.oath");
  REQUIRE(finding.is_object());
  CHECK(finding["verdict"] == "contradiction");

  // every language alone makes a rule that holds
  for (const std::string tag : {"ar", "en", "fa", "ru", "tr"})
    for (const std::string kind : {"figure", "event"}) {
      const std::string id = "alone." + kind + "-" + tag;
      CHECK(mizan({"rules", "new", id, "--kind", kind, "--lang", tag, "--rules", folder.path("alone")}).code == 0);
    }
  const Outcome alone = mizan({"rules", "test", "--rules", folder.path("alone")});
  INFO(alone.out << alone.err);
  CHECK(alone.code == 0);
}

TEST_CASE("rules new overwrites nothing and refuses a name that is none") {
  const Folder folder;
  const std::string rules = folder.path("rules");
  for (const char* id : {"trade", "Trade.exports", "trade.", ".exports", "trade..exports", "trade/exports", "../x.y",
                         "trade.ex ports", "trade.1", "trade.x-", "صادرات.x", ""}) {
    INFO(id);
    const Outcome run = mizan({"rules", "new", id, "--rules", rules});
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(contains(run.err, "is no rule id"));
  }
  CHECK(contains(mizan({"rules", "new", "open.count", "--rules", rules}).err, "\"open.\" is kept"));
  CHECK(contains(mizan({"rules", "new", "trade.turnover", "--rules", rules}).err, "there is a rule"));
  CHECK(contains(mizan({"rules", "new", "a.b", "--rules", rules, "--lang", "xx"}).err, "no language \"xx\""));
  CHECK(mizan({"rules", "new", "a.b", "--rules", rules, "--kind", "story"}).code == 2);
  CHECK(mizan({"rules", "new", "--rules", rules}).code == 2);
  CHECK_FALSE(std::filesystem::exists(rules));  // and nothing was written

  REQUIRE(mizan({"rules", "new", "a.b", "--rules", rules}).code == 0);
  CHECK(contains(mizan({"rules", "new", "a.b", "--rules", rules}).err, "there is a rule \"a.b\" already"));
  folder.write("rules/facts/c/d.toml", read_file(rules + "/facts/a/b.toml").replace(0, 0, "# mine\n"));
  const Outcome twice = mizan({"rules", "test", "--rules", rules});
  CHECK(twice.code == 2);
  CHECK(contains(twice.err, "\"a.b\" is a rule of "));
  folder.write("rules/facts/c/d.toml",
               with(read_file(rules + "/facts/a/b.toml"), "frame   = \"a.b\"", "frame   = \"x.y\""));
  const Outcome kept = mizan({"rules", "new", "c.d", "--rules", rules});
  CHECK(kept.code == 2);
  CHECK(contains(kept.err, "is there already"));
}

TEST_CASE("a folder of rules named twice, or the shipped one, is read once") {
  const Folder folder;
  const std::string rules = folder.path("rules");
  REQUIRE(mizan({"rules", "new", "a.b", "--rules", rules}).code == 0);
  CHECK(mizan({"rules", "test", "--rules", rules, "--rules", rules + "/."}).code == 0);
  CHECK(mizan({"rules", "test", "--rules", MIZAN_SOURCE_DIR "/rules"}).out == mizan({"rules", "test"}).out);
}

TEST_CASE("a folder on top adds facts, concepts, names, topics and languages") {
  const Folder folder;
  const std::string rules = folder.path("rules");
  folder.write("rules/concepts/mine.toml",
               "[[concept]]\nid = \"lighthouse\"\nkind = \"counted\"\nen = [\"lighthouse\", \"lighthouses\"]\n"
               "ru = [\"маяк*\"]\n");
  folder.write("rules/names/mine.toml",
               "[[entity]]\nid = \"harbour-guild\"\ntype = \"organisation\"\nen = [\"Harbour Guild\"]\n"
               "ru = [\"Гильдия гавани\", \"Гильдии гавани\"]\n");
  folder.write("rules/topics/mine.toml",
               "[[topic]]\nid = \"upkeep\"\nen = [\"looks after\"]\nru = [\"присматрива*\"]\n");
  folder.write("rules/facts/mine/lighthouses.toml", R"toml(frame = "mine.lighthouses"
title = "Lighthouses that a guild keeps"
level = "error"
message = "{org}: {a.value} here, {b.value} there"
[slots]
org   = { type = "organisation" }
at    = { type = "time", grain = "year" }
value = { type = "quantity", dimension = "count", unit = "lighthouse" }
[cues]
en = ["looks after"]
ru = ["присматрива*"]
ar = []
fa = []
tr = []
[same]
key = ["org"]
[[example]]
en = "In 2020 the Harbour Guild looks after 27 lighthouses."
ru = "В 2020 году Гильдия гавани присматривает за 27 маяками."
claim = "mine.lighthouses(org=harbour-guild) @ 2020 = 27 {lighthouse}"
[[example]]
a.en = "In 2020 the Harbour Guild looks after 27 lighthouses."
b.ru = "В 2020 году Гильдия гавани присматривает за 31 маяком."
verdict = "contradiction"
[[example]]
en = "In 2020 the Harbour Guild looks after 27 ships."
claim = "none"
)toml");
  const Outcome tested = mizan({"rules", "test", "--rules", rules});
  INFO(tested.out << tested.err);
  CHECK(tested.code == 0);
  folder.write("articles/a.md", "---\nlang: en\n---\nIn 2020 the Harbour Guild looks after 27 lighthouses.\n");
  folder.write("articles/b.md", "---\nlang: ru\n---\nВ 2020 году Гильдия гавани присматривает за 31 маяком.\n");
  const json finding = found(folder.path("articles"), rules, "mine.lighthouses");
  REQUIRE(finding.is_object());
  CHECK(finding["message"] == "harbour-guild: 27 {lighthouse} here, 31 {lighthouse} there");
  const std::string claim = finding["claims"][0]["claim"];
  CHECK(found(folder.path("articles"), folder.path("articles"), "mine.lighthouses").is_null());
  // the open claim of the same figure tells the topic
  const Outcome page = mizan({"show", folder.path("articles/a.md"), folder.path("articles"), "--rules", rules});
  CHECK(contains(page.out, "  " + claim + "  "));
  const auto all = lines(page.out);
  const auto open =
      std::find_if(all.begin(), all.end(), [](const auto& line) { return contains(line, "open.count("); });
  REQUIRE(open != all.end());
  const Outcome words = mizan({"show", open->substr(2, 11), folder.path("articles"), "--rules", rules});
  CHECK(contains(words.out, "topic upkeep"));
  CHECK(contains(words.out, "topic lighthouse"));
  CHECK(contains(words.out, "name harbour-guild"));

  // a language
  const Outcome toy = mizan({"extract", "-", "--lang", "x-toy", "--rules", MIZAN_SOURCE_DIR "/tests/data"}, {},
                            "La urbo vendis dudek kaj tri miliono krono.\n");
  CHECK(contains(toy.out, "23e6 SEK"));
}
