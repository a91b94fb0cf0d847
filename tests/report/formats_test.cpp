// What the formats for other programs have in common, and each in a few lines. SARIF has a file of its own.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "sample.hpp"

using namespace mizan;
using nlohmann::json;

namespace {

std::string write(std::string_view format, const Run& run, const ReportOptions& options = {}) {
  return find_format(format)->write(run, options).text;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) result.push_back(line);
  return result;
}

/// Every tag that is opened is closed, in order, and no "<" or "&" stands for itself.
bool well_formed(const std::string& xml) {
  std::vector<std::string> open;
  for (std::size_t at = 0; at < xml.size(); ++at) {
    if (xml[at] == '&' && xml.find(';', at) > at + 6) return false;
    if (xml[at] == '>') return false;
    if (xml[at] != '<') continue;
    bool quoted = false;
    std::size_t end = at + 1;
    for (; end < xml.size() && (quoted || xml[end] != '>'); ++end) {
      if (xml[end] == '"') quoted = !quoted;
      if (xml[end] == '<') return false;
    }
    const std::string tag = xml.substr(at + 1, end - at - 1);
    at = end;
    if (tag.front() == '?' || tag.back() == '/') continue;
    if (tag.front() == '/') {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
    } else {
      open.push_back(tag.substr(0, tag.find(' ')));
    }
  }
  return open.empty();
}

constexpr const char* kRlo = "\xE2\x80\xAE";

/// A run in which all that an article, a path or a rule can bring is hostile.
Run hostile() {
  const std::string bad = std::string("\x1b[31m") + kRlo +
                          "321\xC2\x9B ::error file=a::pwned\n::error::pwned %0A::error {0} [x](1) ] \\ </script>"
                          "<!-- ##[error]x ]]> \xEF\xBF\xBF\"'&";
  Run run = sample::run();
  for (std::size_t i = 0; i < run.documents.size(); ++i) {
    Document& document = run.documents[i];
    document.path = i == 1 ? "::error::" + bad : bad + ".txt";
    document.id = bad;
    document.record_line = i == 2 ? 7 : 0;
  }
  for (Finding& finding : run.findings) {
    finding.rule = bad;
    finding.title = bad;
    finding.message = "::error::x\n" + bad;
    finding.reason.emplace_back(bad, bad);
    for (Evidence& evidence : finding.evidence) evidence.value = bad;
  }
  const std::string text = bad + " 28 " + bad;
  run.documents[1].text = text;
  Evidence& evidence = run.findings[0].evidence[2];
  evidence.span = {0, static_cast<std::uint32_t>(text.size())};
  evidence.sentence = evidence.span;
  run.claims[2].span = evidence.span;
  run.claims[2].sentence = evidence.span;
  run.errors.push_back({bad, 1, 1, bad, bad});
  return run;
}

}  // namespace

TEST_CASE("the table of formats") {
  std::set<std::string_view> names;
  for (const Format& format : formats()) {
    CHECK(names.insert(format.name).second);
    CHECK_FALSE(format.about.empty());
    CHECK(find_format(format.name) == &format);
    CHECK_FALSE(format.write(sample::run(), {}).text.empty());
  }
  CHECK(find_format("yaml") == nullptr);
  CHECK(names.contains("sarif"));
}

TEST_CASE("nothing that an article, a path or a rule holds reaches an output raw") {
  const Run run = hostile();
  for (const Format& format : formats()) {
    INFO(format.name);
    const std::string text = format.write(run, {}).text;
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find(kRlo) == std::string::npos);
    CHECK(text.find("\xC2\x9B") == std::string::npos);
    std::size_t commands = 0;
    for (const std::string& line : lines(text)) {
      const std::size_t begin = line.find_first_not_of(" \t");
      if (begin != std::string::npos && line.compare(begin, 2, "::") == 0) ++commands;
    }
    CHECK(commands == (format.name == "github" ? 1 : 0));
    if (format.name == "full" || format.name == "concise" || format.name == "github") continue;
    if (format.name == "html") continue;  // html_test.cpp
    CHECK(text.find("</script") == std::string::npos);
    CHECK(text.find("<!--") == std::string::npos);
    if (format.name == "junit") {
      CHECK(well_formed(text));
      CHECK(text.find("\xEF\xBF\xBF") == std::string::npos);
    } else if (format.name == "jsonl" || format.name == "rdjsonl") {
      for (const std::string& line : lines(text)) CHECK(json::accept(line));
    } else {
      CHECK(json::accept(text));
    }
  }
  const json log = json::parse(write("sarif", run));
  const std::string message = log["runs"][0]["results"][0]["message"]["text"];
  CHECK(message.find("{{0}}") != std::string::npos);
  CHECK(message.find("\\[x\\](1)") != std::string::npos);
  CHECK(message.find("\\\\ ") != std::string::npos);
}

TEST_CASE("what is suppressed is shown to nobody, and kept for machines that ask") {
  Run run = sample::run();
  run.findings[0].suppressed = Suppression{"counted otherwise", "seeds/ru.txt", 3, true};
  CHECK(write("full", run).find("fc-7f3a19c2") == std::string::npos);
  CHECK(write("full", run).find("0 tensions, 0 contradictions, 1 corroboration, 0 verified;") != std::string::npos);
  for (const char* format : {"concise", "github", "rdjsonl"}) CHECK(write(format, run).empty());
  CHECK(write("gitlab", run) == "[]\n");
  CHECK(write("junit", run).find("failures=\"0\"") != std::string::npos);
  CHECK(json::parse(write("rdjson", run))["diagnostics"].empty());
  const json kept = json::parse(write("jsonl", run));
  CHECK(kept["suppressed"] ==
        json({{"reason", "counted otherwise"}, {"file", "seeds/ru.txt"}, {"line", 3}, {"in_source", true}}));
  CHECK(json::parse(write("json", run))["counts"]["suppressed"] == 1);
  CHECK_FALSE(json::parse(write("jsonl", sample::run())).contains("suppressed"));
  CHECK(json::parse(write("sarif", run))["runs"][0]["results"][0]["suppressions"][0]["kind"] == "inSource");
}

TEST_CASE("what is new says so") {
  Run run = sample::run();
  CHECK(write("concise", run).ends_with("(fc-7f3a19c2)\n"));
  CHECK_FALSE(json::parse(write("jsonl", run)).contains("state"));
  run.findings[0].state = State::fresh;
  CHECK(write("concise", run).ends_with("(fc-7f3a19c2, new)\n"));
  CHECK(write("full", run).find("  fc-7f3a19c2 new\n") != std::string::npos);
  CHECK(json::parse(write("jsonl", run))["state"] == "new");
  run.findings[0].state = State::known;
  CHECK(write("concise", run).ends_with("(fc-7f3a19c2, known)\n"));
  CHECK(json::parse(write("jsonl", run))["state"] == "known");
}

TEST_CASE("GitHub: one command a finding, nine and no more") {
  Run run = sample::run();
  CHECK(write("github", run) ==
        "::warning file=seeds/ru.txt,line=1,col=20,endColumn=31,title=record::trade turnover KZ+RU: record 28e9 USD "
        "for 2023 below 28.2e9 USD for 2022: 28e9 USD here, 28.2e9 USD in seeds/en.txt:1 [fc-7f3a19c2]\n");
  SECTION("what the runner reads otherwise is encoded") {
    run.documents[1].path = "a,b:c%.txt";
    run.findings[0].title = "100%: a, b";
    const std::string line = write("github", run);
    CHECK(line.starts_with("::warning file=a%2Cb%3Ac%25.txt,line=1,"));
    CHECK(line.find("::100%25: a, b: ") != std::string::npos);
  }
  SECTION("a value over two lines has no columns, which would hide it") {
    run.findings[0].evidence[2].span.end = static_cast<std::uint32_t>(run.documents[1].text.size());
    CHECK(write("github", run).find("line=1,endLine=2,title=") != std::string::npos);
  }
  SECTION("new ones first, then how many more") {
    for (int i = 0; i < 11; ++i) run.findings.push_back(run.findings.front());
    for (Finding& finding : run.findings) finding.state = State::known;
    run.findings.back().state = State::fresh;
    run.findings.back().id = "fc-new";
    const std::vector<std::string> all = lines(write("github", run));
    REQUIRE(all.size() == 10);
    CHECK(all.front().find("[fc-new]") != std::string::npos);
    CHECK(all.back() == "::notice title=mizan::3 more not shown here");
  }
}

TEST_CASE("GitLab: fingerprints are of the content, and unique") {
  Run run = sample::run();
  run.findings.push_back(run.findings.front());
  const json page = json::parse(write("gitlab", run));
  REQUIRE(page.size() == 2);
  CHECK(page[0]["check_name"] == "record");
  CHECK(page[0]["description"].get<std::string>().starts_with("record: trade turnover"));
  CHECK(page[0]["severity"] == "minor");
  CHECK(page[0]["location"] == json({{"path", "seeds/ru.txt"}, {"lines", {{"begin", 1}, {"end", 1}}}}));
  CHECK(page[0]["fingerprint"] != page[1]["fingerprint"]);
  Run other = sample::run();
  other.findings.insert(other.findings.begin(), other.findings.front());
  other.findings.front().rule = "open.money";  // another finding before it changes nothing
  CHECK(json::parse(write("gitlab", other))[1]["fingerprint"] == page[0]["fingerprint"]);
}

TEST_CASE("JUnit: an article is a test, a finding is a failure") {
  Run run = sample::run();
  run.errors.push_back({"bad.txt", 3, 4, "not UTF-8", ""});
  const std::string page = write("junit", run);
  CHECK(well_formed(page));
  CHECK(page.find("tests=\"4\" failures=\"1\" errors=\"1\"") != std::string::npos);
  CHECK(page.find("<testcase classname=\"mizan\" name=\"seeds/fa.txt\"/>") != std::string::npos);
  CHECK(page.find("<testcase classname=\"mizan\" name=\"seeds/ru.txt\">\n      <failure type=\"record\"") !=
        std::string::npos);
  CHECK(page.find("at seeds/ru.txt:1:20: 28e9 USD\nat seeds/en.txt:1:11: 28.2e9 USD\n") != std::string::npos);
  CHECK(page.find("<error message=\"bad.txt:3:4: not UTF-8\"/>") != std::string::npos);
  CHECK(well_formed(write("junit", Run{})));
}

TEST_CASE("reviewdog counts bytes, GitHub code points, SARIF UTF-16 units") {
  // An emoji (one code point, two units, four bytes), then two Persian letters (two bytes each), on the second line.
  const std::string text = "one\r\n\xF0\x9F\x98\x80 \xD9\x86\xD9\x87 28 $.";
  Run run = sample::run();
  run.findings.resize(1);
  run.documents[1].text = text;
  Evidence& evidence = run.findings[0].evidence[2];
  evidence.span = sample::span_of(text, "28");
  evidence.sentence = {5, static_cast<std::uint32_t>(text.size())};
  const json line = json::parse(write("rdjsonl", run));
  CHECK(line["location"] ==
        json({{"path", "seeds/ru.txt"},
              {"range", {{"start", {{"line", 2}, {"column", 11}}}, {"end", {{"line", 2}, {"column", 13}}}}}}));
  CHECK(line["severity"] == "WARNING");
  CHECK(line["code"]["value"] == "record");
  CHECK(line["related_locations"].size() == 2);
  CHECK(write("github", run).find("line=2,col=6,endColumn=8,") != std::string::npos);
  const json place =
      json::parse(write("sarif", run))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
  CHECK(place["startLine"] == 2);
  CHECK(place["startColumn"] == 7);
  CHECK(place["endColumn"] == 9);
  CHECK(place["byteOffset"] == 15);
  CHECK(place["byteLength"] == 2);
  CHECK(json::parse(write("rdjson", run))["diagnostics"][0] == line);
}
