// `show` and `series` as an editor uses them: what a first word means, and what is found by words.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "process.hpp"
#include "report/table.hpp"

using namespace cli;
using nlohmann::json;

namespace {

const std::string kArticles = MIZAN_SOURCE_DIR "/tests/cli/show";

/// One fact in two languages, and something else.
void write_articles(const Folder& folder) {
  folder.write("a/ar.txt",
               "\u0628\u0644\u063A \u062D\u062C\u0645 \u0627\u0644\u062A\u0628\u0627\u062F\u0644 "
               "\u0627\u0644\u062A\u062C\u0627\u0631\u064A \u0628\u064A\u0646 "
               "\u0643\u0627\u0632\u0627\u062E\u0633\u062A\u0627\u0646 \u0648\u0631\u0648\u0633\u064A\u0627 27 "
               "\u0645\u0644\u064A\u0627\u0631 \u062F\u0648\u0644\u0627\u0631 \u0641\u064A \u0639\u0627\u0645 2023.\n");
  folder.write("a/en.txt",
               "Trade turnover between Kazakhstan and Russia reached 25 billion dollars in 2022.\n"
               "In 2023 the trade turnover between Kazakhstan and Russia was 26 billion dollars.\n");
  folder.write("a/other.txt", "The bridge in the old town is 340 metres long.\nNobody was hurt.\n");
}

Outcome in(const Folder& folder, const std::vector<std::string>& arguments) {
  return cli::mizan(arguments, {}, {}, folder.path());
}

}  // namespace

TEST_CASE("show lists; a folder in the place of an id is a path") {
  const Folder folder;
  write_articles(folder);
  const Outcome list = in(folder, {"show", "a"});
  CHECK(list.code == 0);
  CHECK(list.out.starts_with("fc-"));
  CHECK(contains(list.out, "  contradiction  trade.turnover  "));
  CHECK(contains(list.out, "\nsr-"));
  CHECK(in(folder, {"show", "a/"}).out == in(folder, {"show", "--", "a/"}).out);
  CHECK(contains(in(folder, {"show"}).out, "  contradiction  trade.turnover  "));
  CHECK(in(folder, {"show", "-"}).code == 2);  // nothing on standard input
  for (const std::string& line : lines(list.out))
    if (line.starts_with("fc-")) CHECK(::mizan::report::printed(line) <= 80);

  const std::string id = list.out.substr(0, 11);
  std::filesystem::create_directory(folder.path(id));  // an id is an id, whatever lies there
  CHECK(contains(in(folder, {"show", id, "a"}).out, "finding " + id));
  CHECK(contains(in(folder, {"show", "./" + id}).err, "no texts"));
}

TEST_CASE("an article and a line of it, however its path is typed") {
  const Folder folder;
  write_articles(folder);
  const Outcome page = in(folder, {"show", "a/en.txt", "a"});
  CHECK(page.out.starts_with("document  en.txt"));
  CHECK(in(folder, {"show", folder.path("a/en.txt"), "a"}).out == page.out);
  CHECK(in(folder, {"show", "./a/../a/en.txt", "a"}).out == page.out);
  const Outcome line = in(folder, {"show", folder.path("a/en.txt") + ":2:62", "a"});
  CHECK(line.out.starts_with("claim cl-"));
  CHECK(contains(line.out, "trade.turnover(parties=KZ+RU) @ 2023 = 26e9 USD"));
  CHECK(contains(line.out, "\n  at odds  above  27e9 USD  2023  ar.txt:1:"));
  CHECK(contains(line.out, "  before  2022  25e9 USD  +1e9, +4 %\n"));
  CHECK(in(folder, {"show", "a/other.txt:2", "a"}).out ==
        "a/other.txt:2  no figure and no date stands here\n"
        "nearest   1 claim on line 1: mizan show a/other.txt:1 a\n");
  const Outcome none = in(folder, {"show", "a/ohter.txt:2", "a"});
  CHECK(none.code == 2);
  CHECK(contains(none.err, "did you mean \"a/other.txt\"?"));
}

TEST_CASE("words find claims in all languages") {
  const Folder folder;
  write_articles(folder);
  const Outcome all = in(folder, {"show", "--about", "turnover Kazakhstan Russia", "a"});
  CHECK(all.code == 0);
  CHECK(contains(all.out, "\nclaims    4 speak of 3 of 3 words\n"));
  CHECK(contains(all.out, "  ar.txt:1:"));
  CHECK(contains(all.out, "kazakhstan (KZ)"));
  const Outcome arabic =
      in(folder, {"show", "--about",
                  "\u0643\u0627\u0632\u0627\u062E\u0633\u062A\u0627\u0646 "
                  "\u0627\u0644\u062A\u0628\u0627\u062F\u0644 \u0627\u0644\u062A\u062C\u0627\u0631\u064A",
                  "a"});
  CHECK(contains(arabic.out, "  en.txt:1:"));
  const Outcome one = in(folder, {"show", "--about", "bridge", "a"});
  CHECK(contains(one.out, "claims    1 speaks of it\n\nclaim cl-"));
  const Outcome none = in(folder, {"show", "--about", "brigde", "a"});
  CHECK(none.code == 2);
  CHECK(none.out.empty());
  CHECK(contains(none.err, "no claim speaks of \"brigde\""));
  CHECK(contains(none.err, "\"bridge\""));
}

TEST_CASE("series: listed, one, a frame, for programs") {
  const Folder folder;
  write_articles(folder);
  const Outcome list = in(folder, {"series", "a"});
  CHECK(list.code == 0);
  REQUIRE(list.out.starts_with("sr-"));
  CHECK(contains(list.out, "trade.turnover   3 values  parties=KZ+RU\n"));
  const Outcome one = in(folder, {"series", list.out.substr(0, 7), "a"});
  CHECK(contains(one.out, "\nplot      in USD\n"));
  CHECK(contains(one.out, "\nfound     contradiction[trade.turnover] "));
  CHECK(in(folder, {"series", "trade.turnover", "a"}).out == one.out);
  CHECK(contains(in(folder, {"series", "--about", "Russia", "a"}).out, one.out));
  CHECK(in(folder, {"series", "trade.exports", "a"}).code == 2);
  const json series = json::parse(in(folder, {"series", "a/ar.txt", "-f", "jsonl"}).out);
  CHECK(series["points"][0]["value"] == "27e9 USD");
  CHECK(series["points"][0]["claims"][0]["doc"] == "ar.txt");
  CHECK(json::parse(in(folder, {"series", "a", "-f", "json"}).out)["series"].size() == 1);
}

TEST_CASE("a file of records alone is what is read; its lines are articles") {
  const Folder folder;
  folder.write("d.jsonl",
               "{\"id\": \"one\", \"text\": \"The bridge is 340 metres long.\"}\n"
               "{\"id\": \"two\", \"text\": \"The tower is 90 metres high.\"}\n");
  CHECK(contains(in(folder, {"show", "d.jsonl"}).out, "; 2 documents, 2 mentions, 2 claims\n"));
  CHECK(in(folder, {"show", "d.jsonl:2", "d.jsonl"}).out.starts_with("document  two"));
  CHECK(in(folder, {"show", "two:1", "d.jsonl"}).out.starts_with("claim cl-"));
}
