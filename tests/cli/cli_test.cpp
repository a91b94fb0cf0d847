// The program from outside: exit codes, streams, flags, output formats.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "process.hpp"

using namespace cli;
using nlohmann::json;

TEST_CASE("the seeds are checked") {
  const Outcome run = mizan({"check", kSeeds});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK(contains(run.out, "5 documents, "));
  CHECK(contains(run.out, "exit 0: nothing at or above \"error\"\n"));
  CHECK_FALSE(contains(run.out, "\x1b"));          // no colour in a pipe
  CHECK_FALSE(contains(run.out, "\xE2\x81\xA8"));  // no isolates either
}

TEST_CASE("what the terminal gets can be asked for") {
  const Outcome run = mizan({"check", kSeeds, "--all", "--color", "always", "--bidi", "isolate"});
  CHECK(run.code == 0);
  CHECK(contains(run.out, "\x1b["));
  CHECK(mizan({"check", kSeeds, "--color", "always"}, {"NO_COLOR=1"}).out ==
        mizan({"check", kSeeds, "--color", "always"}).out);  // a flag is above the environment
}

TEST_CASE("the number of threads never shows") {
  for (const std::string format : {"full", "concise", "json", "jsonl"}) {
    const Outcome one = mizan({"check", kSeeds, "--all", "-f", format, "-j1"});
    CHECK(one.out == mizan({"check", kSeeds, "--all", "-f", format, "-j4"}).out);
    CHECK(one.code == 0);
  }
  CHECK(mizan({"extract", kSeeds, "-f", "jsonl", "-j1"}).out == mizan({"extract", kSeeds, "-f", "jsonl", "-j4"}).out);
}

TEST_CASE("findings as JSON lines point at the bytes they quote") {
  const Outcome run = mizan({"check", kSeeds, "-f", "jsonl", "--all"});
  CHECK_FALSE(run.out.empty());
  for (const std::string& line : lines(run.out)) {
    const json finding = json::parse(line);
    for (const char* key : {"verdict", "rule", "message", "id", "level", "confidence", "title", "reason"}) {
      CHECK(finding.contains(key));
    }
    REQUIRE(!finding["claims"].empty());
    for (const json& claim : finding["claims"]) {
      const std::string text = read_file(claim["path"]);
      const std::size_t begin = claim["begin"], end = claim["end"];
      REQUIRE(end <= text.size());
      CHECK(text.substr(begin, end - begin) == claim["text"]);
    }
  }
}

TEST_CASE("one JSON document") {
  const Outcome run = mizan({"check", kSeeds, "-f", "json"});
  const json page = json::parse(run.out);
  CHECK(page["schema"] == "mizan/1");
  CHECK(page["documents"].size() == 5);
  CHECK(page["counts"]["documents"] == 5);
}

TEST_CASE("mentions as JSON lines point at the bytes they quote") {
  const Outcome run = mizan({"extract", kSeeds, "-f", "jsonl"});
  CHECK(run.code == 0);
  CHECK(lines(run.out).size() > 50);
  for (const std::string& line : lines(run.out)) {
    const json mention = json::parse(line);
    const std::string text = read_file(kSeeds + "/" + mention["doc"].get<std::string>());
    const std::size_t begin = mention["begin"], end = mention["end"];
    REQUIRE(end <= text.size());
    CHECK(text.substr(begin, end - begin) == mention["text"]);
    CHECK(mention.contains("kind"));
  }
}

TEST_CASE("--fail-on decides between 0 and 1") {
  const Folder folder;  // 9 November 2023 was a Thursday
  const std::string file = folder.write("a.txt", "The summit opened on Friday, 9 November 2023 in Astana.\n");
  const Outcome run = mizan({"check", file, "-f", "jsonl"});
  REQUIRE_FALSE(run.out.empty());
  const std::string level = json::parse(lines(run.out).front())["level"];
  CHECK(mizan({"check", file, "--fail-on", level}).code == 1);
  CHECK(contains(mizan({"check", file, "--fail-on", level}).out, "exit 1: 1 finding at or above \"" + level + "\"\n"));
  CHECK(mizan({"check", file, "--fail-on", "never"}).code == 0);
  CHECK(mizan({"check", file, "--fail-on", "note"}).code == 1);
  CHECK(mizan({"check", file, "--fail-on", "note", "--min-confidence", "1"}).code <= 1);
}

TEST_CASE("show finds by prefix and says what else there is") {
  const Outcome run = mizan({"check", kSeeds, "-f", "jsonl", "--all"});
  REQUIRE_FALSE(run.out.empty());
  const json finding = json::parse(lines(run.out).front());
  const Outcome page = mizan({"show", finding["id"], kSeeds});
  CHECK(page.code == 0);
  CHECK(contains(page.out, "finding " + finding["id"].get<std::string>()));
  const Outcome none = mizan({"show", "fc-nothing", kSeeds});
  CHECK(none.code == 2);
  CHECK(none.out.empty());
  CHECK(contains(none.err, "error: "));
  CHECK(contains(none.err, "fc-nothing"));
}

TEST_CASE("explain works for frames and for computed checks") {
  const Outcome list = mizan({"explain", "--list"});
  CHECK(list.code == 0);
  CHECK(contains(list.out, "weekday"));
  for (const std::string& line : lines(list.out)) {
    CHECK(mizan({"explain", line.substr(0, line.find(' '))}).code == 0);
  }
  const Outcome wrong = mizan({"explain", "weekdya"});
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "weekday"));
}

TEST_CASE("every rule that a finding names explains itself") {
  for (const std::string& line : lines(mizan({"check", kSeeds, "-f", "jsonl", "--all"}).out)) {
    const std::string rule = json::parse(line)["rule"];
    INFO(rule);
    CHECK(mizan({"explain", rule}).code == 0);
  }
}

TEST_CASE("version and help") {
  CHECK(contains(mizan({"version"}).out, "mizan "));
  CHECK(mizan({"--version"}).code == 0);
  const Outcome help = mizan({"--help"});
  CHECK(help.code == 0);
  CHECK(contains(help.out, "Examples:"));
  CHECK(contains(help.out, "mizan check articles/"));
  for (const char* command : {"check", "extract", "show", "explain", "version"}) {
    CHECK(mizan({command, "--help"}).code == 0);
  }
}

TEST_CASE("wrong flags and commands are 2, with what was meant") {
  const Outcome flag = mizan({"check", kSeeds, "--colour", "always"});
  CHECK(flag.code == 2);
  CHECK(flag.out.empty());
  CHECK(contains(flag.err, "error: unknown flag \"--colour\""));
  CHECK(contains(flag.err, "did you mean \"--color\"?"));
  const Outcome command = mizan({"chekc", kSeeds});
  CHECK(command.code == 2);
  CHECK(contains(command.err, "did you mean \"check\"?"));
  CHECK(mizan({}).code == 2);
  CHECK(mizan({"check"}).code == 2);
  CHECK(mizan({"check", kSeeds, "-f", "yaml"}).code == 2);
  CHECK(mizan({"check", kSeeds, "--fail-on", "errors"}).code == 2);
  CHECK(mizan({"check", kSeeds, "-j", "-3"}).code == 2);
  CHECK(mizan({"check", kSeeds, "--min-confidence", "7"}).code == 2);
  const Outcome language = mizan({"check", kSeeds, "--lang", "xx"});
  CHECK(language.code == 2);
  CHECK(contains(language.err, "\"xx\""));
}

TEST_CASE("rules: wrong ones are named by place, and extra ones add") {
  const Folder folder;
  folder.write("rules/facts/bad.toml", "frame = \"x.y\"\ntitel = \"typo\"\n");
  const Outcome wrong = mizan({"check", kSeeds, "--rules", folder.path("rules")});
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "bad.toml:2:"));
  const Outcome missing = mizan({"check", kSeeds}, {"MIZAN_RULES=" + folder.path("nowhere")});
  CHECK(missing.code == 2);
  CHECK_FALSE(missing.err.empty());
}

TEST_CASE("the examples of the shipped rules are counted") {
  const Outcome run = mizan({"rules", "test"});
  CHECK(run.code == 0);
  REQUIRE_FALSE(lines(run.out).empty());
  CHECK(contains(lines(run.out).back(), " examples, 0 failed"));
}
