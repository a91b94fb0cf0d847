// mizan.toml: what counts, where it comes from, and what is wrong with it.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "process.hpp"

using namespace cli;
using nlohmann::json;

namespace {

constexpr std::string_view kOne =
    "The summit opened on 9 November 2023 in Astana. 26 countries took part in the summit.\n";
constexpr std::string_view kFriday = "The summit opened on Friday, 9 November 2023 in Astana.\n";

using Words = std::vector<std::string>;

Outcome in(const Folder& folder, const Words& arguments, std::string_view sub = ".", const Words& environment = {}) {
  return mizan(arguments, environment, {}, folder.path(sub));
}

Words documents(const Outcome& run) {
  Words paths;
  const json page = json::parse(run.out);
  for (const json& document : page["documents"]) paths.push_back(document["path"]);
  return paths;
}

std::size_t findings(const Outcome& run) { return json::parse(run.out)["findings"].size(); }

}  // namespace

TEST_CASE("config show names every key, what counts and where from") {
  const Folder folder;
  folder.write("mizan.toml",
               "corpus = [\"articles\", \"مقالات\"]\n"
               "exclude = [\"drafts/\"]\n"
               "# a comment\n"
               "fail-on = \"warning\"\n"
               "min-confidence = 0.7\n"
               "\n"
               "[[override]]\n"
               "paths = [\"archive/\"]\n"
               "min-confidence = 0.9\n"
               "disable = [\"open.*\"]\n"
               "lang = \"fa\"\n");
  const Outcome run = in(folder, {"config", "show", "--origin", "-j", "3"}, ".", {"MIZAN_FAIL_ON=note"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK(run.out ==
        "corpus = [\"articles\", \"مقالات\"]  # mizan.toml:1\n"
        "exclude = [\"drafts/\"]            # mizan.toml:2\n"
        "rules = []                       # default\n"
        "lang = \"\"                        # default\n"
        "fail-on = \"note\"                 # MIZAN_FAIL_ON\n"
        "min-confidence = 0.7             # mizan.toml:5\n"
        "rule = []                        # default\n"
        "disable = []                     # default\n"
        "format = \"full\"                  # default\n"
        "baseline = \"\"                    # default\n"
        "ignore-file = \"\"                 # default\n"
        "jobs = 3                         # flag\n"
        "# 1 override of paths; \"mizan config show PATH\" tells what counts for one file\n");
  const Outcome old = in(folder, {"config", "show", "--origin", "archive/1998.txt"});
  CHECK(contains(old.out, "lang = \"fa\"                      # mizan.toml:11\n"));
  CHECK(contains(old.out, "min-confidence = 0.9             # mizan.toml:9\n"));
  CHECK(contains(old.out, "disable = [\"open.*\"]             # mizan.toml:10\n"));
  CHECK(contains(in(folder, {"config", "show", "new/1998.txt"}).out, "min-confidence = 0.7\n"));
}

TEST_CASE("the file is found upward, to the repository and no further") {
  const Folder folder;
  folder.write("mizan.toml", "fail-on = \"never\"\n");
  folder.write("inner/deep/a.txt", kFriday);
  CHECK(in(folder, {"check", "a.txt"}, "inner/deep").code == 0);
  CHECK(in(folder, {"check", folder.path("inner/deep/a.txt")}, "/").code == 0);  // from the path, wherever we stand
  CHECK(in(folder, {"check", "a.txt", "--isolated"}, "inner/deep").code == 1);
  std::filesystem::create_directories(folder.path("inner/.git"));
  CHECK(in(folder, {"check", "a.txt"}, "inner/deep").code == 1);
  CHECK(in(folder, {"check", "a.txt", "--config", "../../mizan.toml"}, "inner/deep").code == 0);
  CHECK(in(folder, {"check", "a.txt"}, "inner/deep", {"MIZAN_CONFIG=../../mizan.toml"}).code == 0);
  const Outcome missing = in(folder, {"check", "a.txt", "--config", "nowhere.toml"}, "inner/deep");
  CHECK(missing.code == 2);
  CHECK(contains(missing.err, "nowhere.toml: cannot be read"));
}

TEST_CASE("the same, wherever it is run from") {
  const Folder folder;
  folder.write("mizan.toml", "corpus = [\"articles\"]\nexclude = [\"articles/drafts/\"]\n");
  folder.write("articles/a.txt", kOne);
  folder.write("articles/sub/b.txt", kFriday);
  folder.write("articles/drafts/c.txt", kFriday);
  const Outcome top = in(folder, {"check", "-f", "json"});
  CHECK(documents(top) == Words{"articles/a.txt", "articles/sub/b.txt"});
  CHECK(in(folder, {"check", "-f", "json"}, "articles/sub").out == top.out);
  CHECK(in(folder, {"check", "-f", "json", folder.path("articles")}, "/").out == top.out);
  const Outcome named = in(folder, {"check", "-f", "json", "articles/a.txt"});
  CHECK(documents(named) == documents(top));
  CHECK(findings(named) < findings(top));
  const Outcome draft = in(folder, {"check", "articles/drafts/c.txt"});
  CHECK(draft.code == 2);
  CHECK(contains(draft.err, "articles/drafts/c.txt is left out by exclude: articles/drafts/"));
  CHECK(documents(in(folder, {"check", "-f", "json", "--corpus", "articles/sub"})) == Words{"articles/sub/b.txt"});
}

TEST_CASE("a flag comes before the environment, that before the file") {
  const Folder folder;
  folder.write("mizan.toml", "fail-on = \"never\"\n");
  folder.write("a.txt", kFriday);
  CHECK(in(folder, {"check", "a.txt"}).code == 0);
  CHECK(in(folder, {"check", "a.txt"}, ".", {"MIZAN_FAIL_ON=error"}).code == 1);
  CHECK(in(folder, {"check", "a.txt", "--fail-on", "never"}, ".", {"MIZAN_FAIL_ON=error"}).code == 0);
  const Outcome wrong = in(folder, {"check", "a.txt"}, ".", {"MIZAN_FAIL_ON=eror"});
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "MIZAN_FAIL_ON"));
}

TEST_CASE("mistakes have a place") {
  const Folder folder;
  folder.write("a.txt", kOne);
  const auto told = [&](std::string_view text, const Words& arguments = {"check", "a.txt"}) {
    folder.write("mizan.toml", text);
    const Outcome run = in(folder, arguments);
    CHECK(run.code == 2);
    return run.err;
  };
  CHECK(told("lang = \"en\"\nfail_on = \"error\"\n") ==
        "error: mizan.toml:2:1: unknown key \"fail_on\" (did you mean \"fail-on\"?)\n");
  CHECK(contains(told("[[override]]\npaths = [\"a\"]\nformat = \"json\"\n"), "mizan.toml:3:1: unknown key \"format\""));
  CHECK(contains(told("[[override]]\nlang = \"fa\"\n"), "missing key \"paths\""));
  CHECK(contains(told("fail-on = \"eror\"\n"), "mizan.toml:1:11: \"fail-on\": eror not in {note,warning,error,never}"));
  CHECK(contains(told("fail-on = \"eror\"\n", {"extract", "a.txt"}), "mizan.toml:1:11: "));
  CHECK(contains(told("min-confidence = 2\n"), "mizan.toml:1:18: \"min-confidence\": "));
  CHECK(contains(told("min-confidence = \"high\"\n"), "mizan.toml:1:18: \"min-confidence\" must be a number"));
  CHECK(contains(told("corpus = [1]\n"), "mizan.toml:1:11: expected a string"));
  CHECK(contains(told("corpus = [\n"), "mizan.toml:"));
  CHECK(contains(told("lang = \"xx\"\n"), "mizan.toml:1: no language \"xx\""));
  CHECK(contains(told("disable = [\"weekdya\"]\n"), "mizan.toml:1: no rule \"weekdya\" (did you mean \"weekday\"?)"));
  CHECK(contains(told("corpus = [\"nowhere\"]\n"), "nowhere: "));
}

TEST_CASE("settings of some files: the last that matches counts") {
  const Folder folder;
  folder.write("old/a.txt", kFriday);
  folder.write("new/b.txt", kFriday);
  const auto rules_off = [&](std::string_view overrides) {
    folder.write("mizan.toml", overrides);
    return findings(in(folder, {"check", "-f", "json", "--rule", "weekday"}));
  };
  CHECK(rules_off("") == 2);
  CHECK(rules_off("disable = [\"week*\"]\n") == 0);
  CHECK(rules_off("[[override]]\npaths = [\"old/\"]\ndisable = [\"weekday\"]\n") == 1);
  CHECK(
      rules_off(
          "[[override]]\npaths = [\"*.txt\"]\ndisable = [\"weekday\"]\n[[override]]\npaths = [\"/new/\"]\ndisable = []\n") ==
      1);
  CHECK(rules_off("[[override]]\npaths = [\"*.txt\", \"!b.txt\"]\ndisable = [\"weekday\"]\n") == 1);
  folder.write("mizan.toml", "[[override]]\npaths = [\"old/\"]\ndisable = [\"weekday\"]\n");
  CHECK(findings(in(folder, {"check", "-f", "json", "--rule", "weekday", "--exclude-rule", "range-order"})) ==
        2);  // a flag

  folder.write("mizan.toml", "[[override]]\npaths = [\"old/\"]\nlang = \"ru\"\n");
  const json page = json::parse(in(folder, {"check", "-f", "json"}).out);
  CHECK(page["documents"][0]["language"] == "en");
  CHECK(page["documents"][1]["language"] == "ru");
}

TEST_CASE("format and rules of the file") {
  const Folder folder;
  folder.write("a.txt", kFriday);
  folder.write("mizan.toml", "format = \"concise\"\n");
  CHECK(in(folder, {"check", "a.txt"}).out.starts_with("a.txt:1:22: error[weekday]"));
  CHECK(contains(in(folder, {"extract", "a.txt"}).out, "a.txt"));  // a format of findings is nothing to extract
  folder.write("mizan.toml", "rules = [\"no-rules\"]\n");
  const Outcome run = in(folder, {"check", "a.txt"});
  CHECK(run.code == 2);
  CHECK(contains(run.err, "no-rules: no such folder of rules"));
}

TEST_CASE("config init writes a file that counts, and overwrites none") {
  const Folder folder;
  folder.write("articles/a.txt", kOne);
  CHECK(in(folder, {"config", "init"}).code == 0);
  const std::string text = read_file(folder.path("mizan.toml"));
  CHECK(contains(in(folder, {"config", "show", "--origin"}).out, "fail-on = \"error\" "));
  CHECK(in(folder, {"check"}).code == 0);
  folder.write("mizan.toml", "lang = \"fa\"\n");
  const Outcome again = in(folder, {"config", "init"});
  CHECK(again.code == 2);
  CHECK(contains(again.err, "mizan.toml: "));
  CHECK(read_file(folder.path("mizan.toml")) == "lang = \"fa\"\n");
  // every key that stands there as an example is one
  std::string all;
  for (const std::string& line : lines(text))
    all += (line.starts_with("# ") && contains(line, " = ") ? line.substr(2) : line) + "\n";
  folder.write("all.toml", all.substr(0, all.find("# [[override]]")));
  CHECK(in(folder, {"config", "show", "--config", "all.toml"}).code == 0);
}
