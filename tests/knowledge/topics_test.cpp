// Topics, and how names sound: what aligns claims that no rule describes.
#include <algorithm>

#include "catch.hpp"
#include "knowledge/folder.hpp"
#include "rules.hpp"

namespace {

using namespace mizan;
using List = std::vector<std::string>;

constexpr const char* kPersian = "tag = \"fa\"\nname = \"Persian\"\nscript = \"Arab\"\n";

/// A folder of two languages with one file of topics.
List mistakes(const std::string& topics) {
  Folder folder;
  folder.file("languages/en/language.toml", kEnglish).file("topics/some.toml", topics);
  List all;
  const auto loaded = folder.load();
  if (loaded) return all;
  for (const Error& error : loaded.error()) all.push_back(dump(error).substr(folder.path().size() + 1));
  return all;
}

const Topic& topic(const Knowledge& knowledge, std::string_view id) {
  const auto& all = knowledge.topics();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Topic& t) { return t.id == id; });
  REQUIRE(found != all.end());
  return *found;
}

/// Topics that a folded text begins with, in a language.
List spoken(const Knowledge& knowledge, std::string_view text, std::string_view language) {
  std::vector<Label> labels;
  knowledge.topic_words().lookup(text, 0, *knowledge.language(language), labels);
  List ids;
  for (const Label& label : labels) ids.push_back(knowledge.topics()[static_cast<std::size_t>(label.value)].id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

bool alike(const Knowledge& knowledge, std::string_view a, std::string_view b) {
  const auto skeletons = [&](std::string_view name) {
    const auto two = knowledge.sounds()(fold(std::string(name), knowledge.fold_table()).text);
    return two ? List{two->first, two->second} : List{};
  };
  const List x = skeletons(a), y = skeletons(b);
  UNSCOPED_INFO(a << " " << (x.empty() ? "none" : x.front() + "/" + x.back()) << ", " << b << " "
                  << (y.empty() ? "none" : y.front() + "/" + y.back()));
  return std::any_of(x.begin(), x.end(), [&](const auto& s) { return std::find(y.begin(), y.end(), s) != y.end(); });
}

}  // namespace

TEST_CASE("topics load with their group and what they are") {
  Folder folder;
  folder.file("languages/en/language.toml", kEnglish)
      .file("topics/a.toml",
            "[[topic]]\nid = \"killed\"\ngroup = \"casualty\"\ngrows = true\nen = [\"kill*\", \"death toll\"]\n"
            "[[topic]]\nid = \"injured\"\ngroup = \"casualty\"\nen = [\"injur*\"]\n"
            "[[topic]]\nid = \"reach\"\ngeneral = true\nen = [\"reach*\"]\n")
      .file("topics/b.toml", "domain = \"sport\"\n[[topic]]\nid = \"goal\"\nen = [\"goal\"]\n")
      .file("topics/c.toml", "general = true\n[[topic]]\nid = \"annual\"\nen = [\"annual\"]\n");
  const auto knowledge = folder.load();
  REQUIRE(knowledge);
  const Topic &killed = topic(*knowledge, "killed"), &injured = topic(*knowledge, "injured");
  CHECK(killed.grows);
  CHECK_FALSE(injured.grows);
  CHECK(killed.group == "casualty");
  CHECK(killed.rank != 0);
  CHECK(killed.rank == injured.rank);
  CHECK(killed.key != injured.key);
  CHECK(topic(*knowledge, "goal").rank == 0);
  CHECK(topic(*knowledge, "goal").game);
  CHECK_FALSE(killed.game);
  CHECK(topic(*knowledge, "reach").general);
  CHECK(topic(*knowledge, "annual").general);  // all of its file
  CHECK_FALSE(killed.general);
  CHECK(spoken(*knowledge, "killing", "en") == List{"killed"});
  CHECK(spoken(*knowledge, "death toll", "en") == List{"killed"});
  CHECK(spoken(*knowledge, "death", "en").empty());
}

TEST_CASE("a topic of several files and folders is one topic, also one that is a concept") {
  Folder first, second;
  first.file("languages/en/language.toml", kEnglish)
      .file("languages/fa/language.toml", kPersian)
      .file("concepts/things.toml", "[[concept]]\nid = \"flood\"\nen = [\"flood\"]\n")
      .file("topics/a.toml", "[[topic]]\nid = \"flood\"\ngroup = \"disaster\"\nen = [\"flooding\"]\n");
  second.file(
      "topics/more.toml",
      "[[topic]]\nid = \"flood\"\nen = [\"inundation\"]\nfa = [\"سیل\"]\n[[topic]]\nid = \"dam\"\nen = [\"dam\"]\n");
  const auto knowledge = Knowledge::load({first.path(), second.path()});
  REQUIRE(knowledge);
  const auto& topics = knowledge->topics();
  CHECK(std::count_if(topics.begin(), topics.end(), [](const Topic& t) { return t.id == "flood"; }) == 1);
  REQUIRE(knowledge->concepts().size() == 1);
  CHECK(topics[knowledge->concepts().front().topic].id == "flood");
  CHECK(topic(*knowledge, "flood").group == "disaster");  // what a later file leaves out stays
  CHECK(spoken(*knowledge, "flooding", "en") == List{"flood"});
  CHECK(spoken(*knowledge, "inundation", "en") == List{"flood"});
  CHECK(spoken(*knowledge, "سیل", "fa") == List{"flood"});
  CHECK(spoken(*knowledge, "dam", "en") == List{"dam"});
}

TEST_CASE("mistakes in topics and sounds are told where they stand") {
  CHECK(mistakes("[[topic]]\nid = \"a\"\ngruop = \"b\"\nen = [\"c\"]\n") ==
        List{"topics/some.toml:3:1: unknown key \"gruop\" (did you mean \"group\"?)"});
  CHECK(mistakes("[[topic]]\nid = \"a\"\ngrow = true\n") ==
        List{"topics/some.toml:3:1: unknown key \"grow\" (did you mean \"grows\"?)"});
  CHECK(mistakes("domian = \"sport\"\n[[topic]]\nid = \"a\"\n") ==
        List{"topics/some.toml:1:1: unknown key \"domian\" (did you mean \"domain\"?)"});
  CHECK(mistakes("[[topic]]\nen = [\"c\"]\n") == List{"topics/some.toml:1:1: missing key \"id\""});
  CHECK(mistakes("[[topic]]\nid = \"a\"\ngeneral = \"yes\"\n") ==
        List{"topics/some.toml:3:11: \"general\" must be true or false"});
  CHECK(mistakes("[[topic]]\nid = \"a\"\nen = [\"b\", 5]\n") == List{"topics/some.toml:3:12: expected a string"});
  CHECK(mistakes("[[topic]]\nid = \"a\"\nxx = [\"b\"]\n") == List{"topics/some.toml:3:1: unknown key \"xx\""});
  CHECK(mistakes("[[topics]]\nid = \"a\"\n") ==
        List{"topics/some.toml:1:3: unknown key \"topics\" (did you mean \"topic\"?)"});

  Folder folder;
  folder.file("languages/en/language.toml", kEnglish).file("sounds.toml", "[sounds]\n\"a\" = 5\n");
  const auto wrong = folder.load();
  REQUIRE_FALSE(wrong);
  CHECK(dump(wrong.error().front()) == folder.path("sounds.toml") + ":2:7: expected a list of strings");
  folder.file("sounds.toml", "[sounds]\n\"a\" = []\n");
  const auto none = folder.load();
  REQUIRE_FALSE(none);
  CHECK(dump(none.error().front()).find(":2:7: no sound") != std::string::npos);
  folder.file("sounds.toml", "[sound]\n\"a\" = \"\"\n");
  const auto missing = folder.load();
  REQUIRE_FALSE(missing);
  CHECK(missing.error().size() == 2);  // the table it lacks, and the one it has
}

TEST_CASE("a name sounds the same in every script") {
  const std::vector<List> names{
      {"Golrud", "Голруд", "گلرود", "غولرود"}, {"Nurabad", "Нурабад", "نورآباد", "نوراباد"},
      {"Volga", "Волга", "ولگا", "فولغا"},     {"Sangdeh", "Сангдех", "سنگده", "سانغده"},
      {"Zarqan", "Заркан", "زرقان", "زرقان"},  {"Karkheh", "Кархе", "کرخه", "كرخة"},
      {"Bushehr", "Бушехр", "بوشهر", "بوشهر"}, {"Chelyabinsk", "Челябинск", "چلیابینسک", "تشيليابينسك"},
  };
  for (const List& name : names)
    for (const std::string& other : name) {
      CAPTURE(name.front(), other);
      CHECK(alike(shipped(), name.front(), other));
    }
}

TEST_CASE("names that differ sound different") {
  for (const auto& [a, b] : std::vector<std::pair<std::string, std::string>>{{"Golrud", "گلستان"},
                                                                             {"Golrud", "Волга"},
                                                                             {"Nurabad", "Сангдех"},
                                                                             {"Nurabad", "خرم‌آباد"},
                                                                             {"Volga", "فولاذ"},
                                                                             {"Sangdeh", "سنندج"},
                                                                             {"Zarqan", "Мехран"},
                                                                             {"Zarqan", "زنجان"},
                                                                             {"Bushehr", "Бухара"}}) {
    CAPTURE(a, b);
    CHECK_FALSE(alike(shipped(), a, b));
  }
}

TEST_CASE("a word with a letter the table of sounds lacks has none, and doubled letters are one") {
  CHECK_FALSE(shipped().sounds()("東京"));
  CHECK(shipped().sounds()("anna") == shipped().sounds()("ana"));
  REQUIRE(shipped().sounds()(""));
  CHECK(shipped().sounds()("")->first.empty());
}
