#include <fmt/format.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "catch.hpp"
#include "sample.hpp"
#include "schema.hpp"

using namespace mizan;
using nlohmann::json;

namespace {

Report write(const Run& run, const ReportOptions& options = {}) { return find_format("sarif")->write(run, options); }

/// The only run of a log, which is valid and keeps to what code scanning asks for beyond the schema.
json checked(const Run& run, const ReportOptions& options = {}) {
  const json log = json::parse(write(run, options).text);
  CHECK(sarif_errors(log) == "");
  REQUIRE(log["runs"].size() == 1);
  const json only = log["runs"][0];
  CHECK(only["columnKind"] == "utf16CodeUnits");
  for (const json& result : only["results"]) {
    REQUIRE(result["locations"].size() == 1);
    const std::string hash = result["partialFingerprints"]["primaryLocationLineHash"];
    CHECK(std::regex_match(hash, std::regex("[0-9a-f]{16}:[0-9]+")));
    CHECK(result["ruleId"] == only["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"]);
    const json related = result.value("relatedLocations", json::array());
    CHECK(related.size() <= 20);
    const std::string message = result["message"]["text"];
    for (const json& location : related) {
      CHECK(message.find(fmt::format("]({})", location["id"].get<int>())) != std::string::npos);
    }
    const json relationships = result["locations"][0].value("relationships", json::array());
    CHECK(relationships.size() == related.size());
  }
  return only;
}

/// A finding of its own in every document: a long run, quickly made.
Run many(std::size_t count) {
  Run run = sample::run();
  run.findings.resize(1);
  run.findings.reserve(count);
  while (run.findings.size() < count) {
    Finding finding = run.findings.front();
    const std::size_t n = run.findings.size();
    finding.id = fmt::format("fc-{:08x}", n);
    finding.level = n % 10 == 0 ? Level::error : Level::warning;
    finding.confidence = 0.5 + 0.4 * static_cast<double>(n % 7) / 7;
    finding.evidence[2].value = fmt::format("{}e9 USD", n);
    finding.evidence[2].claim.clear();
    run.findings.push_back(finding);
  }
  return run;
}

}  // namespace

TEST_CASE("the schema tells a wrong log from a right one") {
  json log = json::parse(write(sample::run()).text);
  CHECK(sarif_errors(log) == "");
  SECTION("a column kind of another version") {
    log["runs"][0]["columnKind"] = "bytes";
    CHECK(sarif_errors(log) != "");
  }
  SECTION("a field that nobody knows") {
    log["runs"][0]["results"][0]["colour"] = "red";
    CHECK(sarif_errors(log) != "");
  }
  SECTION("a result without a message") {
    log["runs"][0]["results"][0].erase("message");
    CHECK(sarif_errors(log) != "");
  }
}

TEST_CASE("the report on the seeds is valid SARIF") {
  std::ifstream file(MIZAN_SOURCE_DIR "/reports/seeds/check.sarif");
  const json log = json::parse(file);
  CHECK(sarif_errors(log) == "");
  CHECK_FALSE(log["runs"][0]["results"].empty());
}

TEST_CASE("a contradiction has one location, and the other side is linked") {
  const json run = checked(sample::run());
  REQUIRE(run["results"].size() == 1);  // what agrees is no result
  const json& result = run["results"][0];
  CHECK(result["ruleId"] == "record");
  CHECK(result["kind"] == "fail");
  CHECK(result["level"] == "warning");
  CHECK(result["rank"] == 75);
  CHECK(result["message"]["text"] ==
        "trade turnover KZ+RU: record 28e9 USD for 2023 below 28.2e9 USD for 2022: 28e9 USD (\"$28 billion\") here, "
        "28.2e9 USD (\"28.2 billion dollars\") in [seeds/en.txt:1](1); also [seeds/fa.txt:1](2). "
        "A record of 28e9 USD for 2023 stands below 28.2e9 USD for 2022.");
  const json& place = result["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "seeds/ru.txt");  // one article against two
  CHECK(place["region"] == json({{"startLine", 1},
                                 {"startColumn", 20},
                                 {"endLine", 1},
                                 {"endColumn", 31},
                                 {"byteOffset", 19},
                                 {"byteLength", 11},
                                 {"snippet", {{"text", "$28 billion"}}}}));
  CHECK(place["contextRegion"]["snippet"]["text"] == "Record turnover of $28 billion in 2023.");
  CHECK(result["relatedLocations"][0]["message"]["text"] == "28.2e9 USD");
  CHECK(result["locations"][0]["relationships"][0] == json({{"target", 1}, {"kinds", {"relevant"}}}));
  const json& rule = run["tool"]["driver"]["rules"][0];
  for (const char* text : {"shortDescription", "fullDescription", "help"}) {
    CHECK_FALSE(rule[text]["text"].get<std::string>().empty());
  }
  CHECK_FALSE(result.contains("suppressions"));
  CHECK_FALSE(result.contains("baselineState"));
}

TEST_CASE("the side that somebody has changed is told first") {
  ReportOptions options;
  options.changed = {"seeds/fa.txt"};
  const json result = checked(sample::run(), options)["results"][0];
  CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "seeds/fa.txt");
  CHECK(result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "seeds/ru.txt");
  options.changed = {"seeds/other.txt"};
  const json other = checked(sample::run(), options)["results"][0];
  CHECK(other["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "seeds/ru.txt");
}

TEST_CASE("suppressions and baseline states: all results have them, or none") {
  Run run = sample::run();
  run.findings.push_back(run.findings.front());
  run.findings.push_back(run.findings.front());
  run.findings[0].state = State::fresh;
  run.findings[2].state = State::changed;
  run.findings[2].id = "fc-00000002";
  run.findings[3].state = State::known;
  run.findings[3].suppressed = Suppression{"the city, not the region", ".mizan-ignore.toml", 4, false};
  const json results = checked(run)["results"];
  REQUIRE(results.size() == 3);
  std::map<std::string, int> states, suppressions;
  std::set<std::string> hashes;
  for (const json& result : results) {
    ++states[result["baselineState"]];
    if (!result["suppressions"].empty()) {
      const json& one = result["suppressions"][0];
      CHECK(one["kind"] == "external");
      CHECK(one["justification"] == "the city, not the region");
      CHECK(one["location"]["physicalLocation"]["artifactLocation"]["uri"] == ".mizan-ignore.toml");
      CHECK(one["location"]["physicalLocation"]["region"]["startLine"] == 4);
    }
    ++suppressions[result["suppressions"].dump()];
    hashes.insert(result["partialFingerprints"]["primaryLocationLineHash"]);
  }
  CHECK(states == std::map<std::string, int>{{"new", 1}, {"unchanged", 1}, {"updated", 1}});
  CHECK(suppressions["[]"] == 2);
  CHECK(hashes.size() == 3);  // the same edges three times, told apart
}

TEST_CASE("fingerprints hang on what is said, not on where it stands") {
  const json before = checked(sample::run())["results"][0]["partialFingerprints"];
  Run moved = sample::run();
  moved.documents[1].text = "A new first line.\n\n" + moved.documents[1].text;
  for (Span* span : {&moved.findings[0].evidence[2].span, &moved.findings[0].evidence[2].sentence,
                     &moved.claims[2].span, &moved.claims[2].sentence}) {
    span->begin += 19;
    span->end += 19;
  }
  CHECK(checked(moved)["results"][0]["partialFingerprints"] == before);
  Run changed = sample::run();
  changed.findings[0].evidence[2].value = "27e9 USD";
  CHECK(checked(changed)["results"][0]["partialFingerprints"] != before);
}

TEST_CASE("30,000 findings: the gravest 5,000 are written, and that is said") {
  const Run run = many(30000);
  const Report report = write(run);
  CHECK(report.warning.find("5000 of 30000") != std::string::npos);
  const json log = json::parse(report.text);
  const json& only = log["runs"][0];
  REQUIRE(only["results"].size() == 5000);
  std::map<std::string, int> levels;
  std::set<std::string> hashes;
  double lowest_warning = 100, lowest = 100;
  for (const json& result : only["results"]) {
    ++levels[result["level"]];
    hashes.insert(result["partialFingerprints"]["primaryLocationLineHash"]);
    (result["level"] == "warning" ? lowest_warning : lowest) =
        std::min(result["level"] == "warning" ? lowest_warning : lowest, result["rank"].get<double>());
  }
  CHECK(levels["error"] == 2999);  // every tenth
  CHECK(levels["warning"] == 2001);
  CHECK(lowest == 50);         // errors of any rank
  CHECK(lowest_warning > 80);  // warnings of the highest
  CHECK(hashes.size() == 5000);
  const json& told = only["invocations"][0]["toolExecutionNotifications"][0];
  CHECK(told["level"] == "warning");
  CHECK(told["message"]["text"].get<std::string>().find("5000 of 30000") != std::string::npos);
  CHECK(write(sample::run()).warning.empty());
}

TEST_CASE("a dispute of a hundred articles is one result with twenty related locations") {
  Run run = sample::run();
  run.findings.resize(1);
  std::vector<Evidence>& evidence = run.findings[0].evidence;
  evidence.insert(evidence.begin(), 100, evidence.front());
  const json result = checked(run)["results"][0];
  CHECK(result["relatedLocations"].size() == 20);
  CHECK(result["message"]["text"].get<std::string>().find(" and 82 more") != std::string::npos);
}

TEST_CASE("what could not be read is a notification") {
  Run run = sample::run();
  run.errors.push_back({"/home/x/articles/bad {1}.txt", 3, 4, "not UTF-8", ""});
  ReportOptions options;
  options.root = "/home/x";
  const json invocation = checked(run, options)["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  CHECK(invocation["toolExecutionNotifications"][0]["message"]["text"] == "articles/bad {{1}}.txt:3:4: not UTF-8");
}

TEST_CASE("paths are relative and percent-encoded, whatever they hold") {
  Run run = sample::run();
  run.documents[1].path = "/home/x/\xD8\xAD\xD9\x84\xD8\xA8 100%/a:b\xFF.txt";
  ReportOptions options;
  options.root = "/home/x";
  const json result = checked(run, options)["results"][0];
  CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "%D8%AD%D9%84%D8%A8%20100%25/a%3Ab%FF.txt");
  CHECK(write(run, options).text.find("/home/x") == std::string::npos);
}
