#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "sample.hpp"

using namespace mizan;
using nlohmann::json;

TEST_CASE("findings as JSON lines") {
  std::istringstream lines(report_jsonl(sample::run(), true));
  std::string line;
  REQUIRE(std::getline(lines, line));
  CHECK(line.starts_with("{\"verdict\":\"tension\",\"rule\":\"record\",\"message\":"));
  const json finding = json::parse(line);
  CHECK(finding["id"] == "fc-7f3a19c2");
  CHECK(finding["level"] == "warning");
  CHECK(finding["confidence"] == 0.75);
  CHECK(finding["reason"][0] == json({{"label", "key"}, {"text", "parties=KZ+RU"}}));
  REQUIRE(finding["claims"].size() == 3);
  const json& claim = finding["claims"][2];
  CHECK(claim["doc"] == "ru.txt");
  CHECK(claim["begin"] == 19);
  CHECK(claim["end"] == 30);
  CHECK(claim["text"] == "$28 billion");
  CHECK(claim["value"] == "28e9 USD");
  CHECK(claim["path"] == "seeds/ru.txt");
  CHECK(claim["line"] == 1);
  CHECK(claim["column"] == 20);
  CHECK(claim["side"] == "B");
  CHECK(claim["claim"] == "cl-bbbb0003");
  CHECK(claim["sentence"] == json({{"begin", 0}, {"end", 39}}));
  REQUIRE(std::getline(lines, line));
  CHECK(json::parse(line)["verdict"] == "corroboration");
  CHECK_FALSE(std::getline(lines, line));
}

TEST_CASE("without all, agreement is left out; bytes are those of the file") {
  Run run = sample::run();
  run.documents[1].source = SourceMap(3);  // a byte order mark
  const std::string lines = report_jsonl(run, false);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
  CHECK(json::parse(lines)["claims"][2]["begin"] == 22);
}

TEST_CASE("one JSON document") {
  Run run = sample::run();
  run.errors.push_back({"bad.txt", 3, 4, "not UTF-8", ""});
  run.documents[0].path = "\xFF.txt";  // a path may hold any byte
  run.documents[1].text[0] = '\x1b';
  const json page = json::parse(report_json(run, true));
  CHECK(page["schema"] == "mizan/1");
  CHECK(page["documents"].size() == 3);
  CHECK(page["findings"].size() == 2);
  CHECK(page["series"][0]["claims"] == json({"cl-aaaa0001", "cl-aaaa0002", "cl-bbbb0003"}));
  CHECK(page["claims"][2]["claim"] == "trade.turnover(parties=KZ+RU) @ 2023 = 28e9 USD [record]");
  CHECK(page["counts"]["tension"] == 1);
  CHECK(page["counts"]["mentions"] == 3);
  CHECK(page["errors"][0]["line"] == 3);
}

TEST_CASE("bidi controls never reach a terminal through JSON") {
  Run run = sample::run();
  run.findings[0].message =
      "\xE2\x80\xAE"
      "321 \xC2\x9B";
  const std::string lines = report_jsonl(run, false);
  CHECK(lines.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(lines.find("\\u202e321 \\u009b") != std::string::npos);
  CHECK(json::parse(lines)["message"] == run.findings[0].message);
}

TEST_CASE("mentions as JSON lines: numbers are exact, keys in order") {
  const Document document = sample::document("a.txt", "28.2 billion dollars, 10.2 percent, 20 to 30, 2023, the 70th");
  Extraction extraction;
  const auto add = [&](std::string_view phrase, std::vector<Reading> readings, std::string path) {
    Mention m;
    m.span = sample::span_of(document.text, phrase);
    m.readings = std::move(readings);
    m.path = std::move(path);
    extraction.mentions.push_back(std::move(m));
  };
  add("28.2 billion dollars", {sample::dollars(282, 8)}, "quantity.money");
  Quantity percent;
  percent.low = percent.high = Decimal{102, -1};
  percent.dimension = Dimension::percent;
  percent.unit = "percent";
  percent.modifier = Modifier::more_than;
  Quantity other = percent;
  other.low = other.high = Decimal{102, 0};
  add("10.2 percent", {percent, other}, "quantity.percent");
  Quantity between;
  between.low = Decimal{20, 0};
  between.high = Decimal{30, 0};
  between.modifier = Modifier::range;
  add("20 to 30", {between}, "quantity.range");
  add("2023", {sample::year(2023)}, "time.year");
  add("70th", {Ordinal{70, ""}}, "ordinal");
  std::istringstream lines(mentions_jsonl(document, extraction));
  std::string line;
  std::getline(lines, line);
  CHECK(line == R"({"doc": "a.txt", "begin": 0, "end": 20, "text": "28.2 billion dollars", "kind": "quantity", )"
                R"("value": 28200000000, "low": 28150000000, "high": 28250000000, "unit": "USD", "bound": "exact", )"
                R"("dimension": "money", "path": "quantity.money"})");
  std::getline(lines, line);
  CHECK(line.find("\"value\": 10.2, \"low\": 10.2, \"unit\": \"percent\"") != std::string::npos);
  CHECK(line.find("\"readings\": [\"") != std::string::npos);
  CHECK(json::parse(line)["bound"] == name(Modifier::more_than));
  std::getline(lines, line);
  CHECK(line.find("\"kind\": \"quantity\", \"low\": 20, \"high\": 30, \"unit\": \"\"") != std::string::npos);
  std::getline(lines, line);
  const json time = json::parse(line);
  CHECK(time["type"] == "DATE");
  CHECK(time["from"] == "2023-01-01");
  CHECK(time["to"] == "2023-12-31");
  CHECK(time["calendar"] == "gregorian");
  std::getline(lines, line);
  CHECK(json::parse(line)["value"] == 70);
  CHECK_FALSE(std::getline(lines, line));
}

TEST_CASE("a duration says its length") {
  const Document document = sample::document("a.txt", "24 hours");
  Extraction extraction;
  Time hours;
  hours.type = TimeType::duration;
  hours.value = "PT24H";
  extraction.mentions = {{{0, 8}, {hours}, 0, "time.duration"}};
  const json line = json::parse(mentions_jsonl(document, extraction));
  CHECK(line["type"] == "DURATION");
  CHECK(line["duration"] == "PT24H");
  CHECK_FALSE(line.contains("from"));
}
