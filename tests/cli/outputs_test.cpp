// Formats from outside: -f, -o, auto, and positions in real files.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "process.hpp"

using namespace cli;
using nlohmann::json;

namespace {

// 9 November 2023 was a Thursday
constexpr std::string_view kWrong = "The summit opened on Friday, 9 November 2023 in Astana.\n";
const std::vector<std::string> kFormats = {"full",   "concise", "json",   "jsonl",   "sarif", "github",
                                           "gitlab", "junit",   "rdjson", "rdjsonl", "html"};

}  // namespace

TEST_CASE("all formats at once, beside standard output") {
  const Folder folder;
  const std::string articles = folder.write("a.txt", kWrong);
  std::vector<std::string> arguments = {"check", articles, "-q"};
  const std::string help = mizan({"check", "--help"}).out;
  for (const std::string& format : kFormats) {
    arguments.insert(arguments.end(), {"-o", format + "=" + folder.path("out." + format)});
    CHECK(contains(help, format));
  }
  const Outcome run = mizan(arguments);
  CHECK(run.code <= 1);
  CHECK(run.err.empty());
  CHECK(run.out == mizan({"check", articles, "-q"}).out);
  for (const std::string& format : kFormats) {
    INFO(format);
    const std::string written = read_file(folder.path("out." + format));
    CHECK_FALSE(written.empty());
    CHECK(written == mizan({"check", articles, "-q", "-f", format}).out);
  }
}

TEST_CASE("colour is for terminals, not for files") {
  const Folder folder;
  const std::string articles = folder.write("a.txt", kWrong);
  const Outcome run = mizan({"check", articles, "-o", "full=" + folder.path("out"), "-f", "jsonl"});
  CHECK(run.code <= 1);
  CHECK_FALSE(contains(read_file(folder.path("out")), "\x1b"));
}

TEST_CASE("wrong outputs are 2") {
  const Folder folder;
  const std::string articles = folder.write("a.txt", kWrong);
  SECTION("a format that nobody knows") {
    const Outcome run = mizan({"check", articles, "-f", "sarfi"});
    CHECK(run.code == 2);
    CHECK(contains(run.err, "unknown format \"sarfi\""));
    CHECK(contains(run.err, "did you mean \"sarif\"?"));
    const Outcome file = mizan({"check", articles, "-o", "junti=x.xml"});
    CHECK(file.code == 2);
    CHECK(contains(file.err, "did you mean \"junit\"?"));
    CHECK(contains(mizan({"check", articles, "-f", "excel"}).err, "there are full, concise, "));
  }
  SECTION("no file, or one for two") {
    CHECK(mizan({"check", articles, "-o", "sarif"}).code == 2);
    CHECK(mizan({"check", articles, "-o", "sarif="}).code == 2);
    CHECK(mizan({"check", articles, "-o", "sarif=-"}).code == 2);
    CHECK(mizan({"check", articles, "-o", "auto=" + folder.path("x")}).code == 2);
    const std::string same = folder.path("same");
    const Outcome twice = mizan({"check", articles, "-o", "sarif=" + same, "-o", "junit=" + same});
    CHECK(twice.code == 2);
    CHECK(contains(twice.err, same));
  }
  SECTION("a file that cannot be written; the report comes all the same") {
    const Outcome run = mizan({"check", articles, "-o", "sarif=" + folder.path("no/such/folder.sarif")});
    CHECK(run.code == 2);
    CHECK(contains(run.err, "folder.sarif"));
    CHECK(contains(run.out, "[weekday]"));
    CHECK(contains(run.out, "exit 2: an output could not be written\n"));
  }
}

TEST_CASE("auto: what this place reads") {
  const Folder folder;
  const std::string articles = folder.write("a.txt", kWrong);
  const auto automatic = [&](const std::vector<std::string>& environment) {
    return mizan({"check", articles, "-f", "auto"}, environment).out;
  };
  CHECK(automatic({}) == mizan({"check", articles, "-f", "concise"}).out);
  CHECK(automatic({"GITHUB_ACTIONS=true"}) == mizan({"check", articles, "-f", "github"}).out);
  CHECK(automatic({"GITLAB_CI=true"}) == mizan({"check", articles, "-f", "gitlab"}).out);
  CHECK(automatic({"GITHUB_ACTIONS=false"}) == automatic({}));
  CHECK(mizan({"check", articles}, {"GITHUB_ACTIONS=true"}).out == mizan({"check", articles, "-f", "full"}).out);
}

TEST_CASE("every format points at the bytes of the file") {
  const Folder folder;
  // a byte order mark, front matter, CRLF, an emoji and a Persian word before the date
  const std::string text =
      "\xEF\xBB\xBF---\r\nlang: en\r\n---\r\nFirst.\r\n\xF0\x9F\x98\x80 \xDB\xB1\xDB\xB2: it opened on Friday, 9 November "
      "2023.\r\n";
  const std::string file = folder.write("\xD8\xAD\xD9\x84\xD8\xA8.md", text);
  const json log = json::parse(mizan({"check", file, "-f", "sarif"}).out);
  const json& results = log["runs"][0]["results"];
  REQUIRE(results.size() == 1);
  const json& place = results[0]["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"].get<std::string>().ends_with("/%D8%AD%D9%84%D8%A8.md"));
  const json& region = place["region"];
  const std::size_t offset = region["byteOffset"], length = region["byteLength"];
  CHECK(text.substr(offset, length) == region["snippet"]["text"]);
  CHECK(region["startLine"] == 5);
  const std::size_t line = text.find("\xF0\x9F\x98\x80");
  CHECK(region["startColumn"] == offset - line + 1 - 4);  // two units less of the emoji, one each of two digits
  const json diagnostic = json::parse(mizan({"check", file, "-f", "rdjsonl"}).out);
  CHECK(diagnostic["location"]["range"]["start"] == json({{"line", 5}, {"column", offset - line + 1}}));
  CHECK(contains(mizan({"check", file, "-f", "concise"}).out, ":5:" + std::to_string(offset - line + 1 - 5) + ": "));
}

TEST_CASE("report writes a page, and findings do not make it fail") {
  const Folder folder;
  folder.write("a.txt", kWrong);
  SECTION("under its own name") {
    const Outcome run = mizan({"report", "a.txt"}, {}, {}, folder.path());
    CHECK(run.code == 0);
    CHECK(run.out.empty());
    CHECK(contains(run.err, "mizan-report.html is written"));
    const std::string page = read_file(folder.path("mizan-report.html"));
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(contains(page, "\"v\":\"contradiction\""));
    CHECK(page == mizan({"check", "a.txt", "-f", "html"}, {}, {}, folder.path()).out);
    CHECK(mizan({"report", "a.txt", "-q"}, {}, {}, folder.path()).err.empty());
  }
  SECTION("under another name, or for a pipe") {
    const Outcome run = mizan({"report", "a.txt", "-o", "x.html"}, {}, {}, folder.path());
    CHECK(contains(run.err, "x.html is written"));
    CHECK(read_file(folder.path("mizan-report.html")).empty());
    const Outcome piped = mizan({"report", "a.txt", "-o", "-"}, {}, {}, folder.path());
    CHECK(piped.out == read_file(folder.path("x.html")));
    CHECK(piped.code == 0);
  }
  SECTION("only what is asked for") {
    const Outcome run = mizan({"report", "a.txt", "-o", "-", "--exclude-rule", "weekday"}, {}, {}, folder.path());
    CHECK_FALSE(contains(run.out, "\"v\":\"contradiction\""));
  }
}

TEST_CASE("a report that cannot be made is 2, and says so") {
  const Folder folder;
  folder.write("a.txt", kWrong);
  const Outcome nowhere = mizan({"report", "a.txt", "-o", "no/such/folder.html"}, {}, {}, folder.path());
  CHECK(nowhere.code == 2);
  CHECK(contains(nowhere.err, "cannot write no/such/folder.html"));
  CHECK_FALSE(contains(nowhere.err, "is written"));
  const Outcome nothing = mizan({"report", "b.txt"}, {}, {}, folder.path());
  CHECK(nothing.code == 2);
  CHECK(read_file(folder.path("mizan-report.html")).empty());
}

TEST_CASE("no report names a folder of the machine") {
  const Folder folder;
  folder.write("a.md", "Trade between Russia and Kazakhstan reached $28 billion in 2022.\n");
  folder.write("b.md", "Trade between Russia and Kazakhstan reached $31 billion in 2022.\n");
  for (const std::string& format : kFormats) {
    INFO(format);
    const Outcome run = mizan({"check", ".", "-f", format, "--all"}, {}, {}, folder.path());
    CHECK(contains(run.out, format == "junit" || format == "gitlab" || format == "github" ? "28e9" : "trade.turnover"));
    CHECK_FALSE(contains(run.out, MIZAN_SOURCE_DIR));
    CHECK_FALSE(contains(run.out, folder.path()));
  }
  CHECK(contains(mizan({"explain", "trade.turnover"}).out, MIZAN_SOURCE_DIR));
}
