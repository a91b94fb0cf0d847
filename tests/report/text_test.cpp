#include <algorithm>
#include <sstream>

#include "catch.hpp"
#include "sample.hpp"

using namespace mizan;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Spaces, then an ASCII letter (after SGR): a terminal that guesses the direction of a line guesses left to right.
void check_line_starts(const std::string& page) {
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    std::size_t at = line.find_first_not_of(' ');
    REQUIRE(at != std::string::npos);
    if (line[at] == '\x1b') at = line.find('m', at) + 1;
    INFO(line);
    CHECK(((line[at] >= 'a' && line[at] <= 'z') || (line[at] >= 'A' && line[at] <= 'Z') ||
           (line[at] >= '0' && line[at] <= '9')));
  }
}

}  // namespace

TEST_CASE("the report of a tension") {
  const std::string page = report_text(sample::run(), {});
  CHECK(page ==
        "tension[record] trade turnover KZ+RU: record 28e9 USD for 2023 below 28.2e9 USD for 2022  fc-7f3a19c2\n"
        "\n"
        "  A seeds/fa.txt:1:7  value 28.2e9 USD\n"
        "  A 1 | \xD8\xAA\xD8\xAC\xD8\xA7\xD8\xB1\xD8\xAA *28.2* "
        "\xD9\x85\xDB\x8C\xD9\x84\xDB\x8C\xD8\xA7\xD8\xB1\xD8\xAF\n"
        "    also seeds/en.txt:1:11\n"
        "  B seeds/ru.txt:1:20  value 28e9 USD\n"
        "  B 1 | Record turnover of *$28 billion* in 2023.\n"
        "\n"
        "  why   A record of 28e9 USD for 2023 stands below 28.2e9 USD for 2022.\n"
        "        key: parties=KZ+RU\n"
        "        at A: 2022\n"
        "        at B: 2023\n"
        "  next  mizan show fc-7f3a19c2\n"
        "\n"
        "series trade.turnover KZ+RU  sr-0a0b0c0d\n"
        "  at 2022  28.2e9 USD  record  2x  seeds/fa.txt:1:7\n"
        "  at 2023  28e9 USD    record  1x  seeds/ru.txt:1:20\n"
        "\n"
        "hidden: 1 corroboration; --all shows them\n"
        "1 tension, 0 contradictions, 1 corroboration, 0 verified; 3 documents, 3 mentions, 3 claims\n");
  check_line_starts(page);
}

TEST_CASE("--all shows what agrees, quiet shows findings alone") {
  TextOptions options;
  options.all = true;
  options.paths = "seeds";
  const std::string page = report_text(sample::run(), options);
  CHECK(contains(page,
                 "corroboration[trade.turnover] trade turnover KZ+RU, 2022: 28.2e9 USD in 2 documents  "
                 "fc-00000001\n  A seeds/fa.txt:1:7  28.2e9 USD\n  A seeds/en.txt:1:11  28.2e9 USD\n"));
  CHECK(contains(page, "  next  mizan show fc-7f3a19c2 seeds\n"));
  CHECK_FALSE(contains(page, "hidden"));
  options.all = false;
  options.quiet = true;
  const std::string quiet = report_text(sample::run(), options);
  CHECK_FALSE(contains(quiet, "series"));
  CHECK_FALSE(contains(quiet, "documents,"));
}

TEST_CASE("colour and isolates") {
  TextOptions options;
  options.color = true;
  options.isolate = true;
  const std::string page = report_text(sample::run(), options);
  CHECK(contains(page, "\x1b[1;33mtension[record]\x1b[0m"));
  CHECK(contains(page, "\x1b[1;4;31m28.2\x1b[0m"));
  CHECK(contains(page, "  A 1 | \xE2\x81\xA8"));
  check_line_starts(page);
  CHECK(std::count(page.begin(), page.end(), '*') == 0);
}

TEST_CASE("hostile names and titles") {
  Run run = sample::run();
  run.documents[0].path = "\xD9\x85\n\x1b[31m.txt";
  run.findings[0].title = "x \xE2\x80\xAE 321\nsecond line";
  run.findings[0].message = "";
  const std::string page = report_text(run, {});
  CHECK(contains(page, "  A \xD9\x85<U+000A><U+001B>[31m.txt:1:7"));
  CHECK(contains(page, "x <U+202E> 321 second line"));
  CHECK_FALSE(contains(page, "\x1b"));
  check_line_starts(page);
}

TEST_CASE("a JSONL record is named by its line and its id") {
  Run run = sample::run();
  run.documents[1].path = "docs.jsonl";
  run.documents[1].record_line = 12;
  CHECK(contains(report_text(run, {}), "  B docs.jsonl:12 (ru.txt:1:20)  value 28e9 USD"));
}

TEST_CASE("many witnesses are counted, not listed") {
  Run run = sample::run();
  for (int i = 0; i < 20; ++i) run.findings[1].evidence.push_back(run.findings[1].evidence[0]);
  run.findings[1].verdict = Verdict::contradiction;
  CHECK(contains(report_text(run, {}), "    also 16 more places\n"));
}

TEST_CASE("concise: one line a finding, without invisible characters") {
  CHECK(report_concise(sample::run(), false) ==
        "seeds/fa.txt:1:7: warning[record] A record of 28e9 USD for 2023 stands below 28.2e9 USD for 2022; "
        "28e9 USD in seeds/ru.txt:1:20 (fc-7f3a19c2)\n");
  const std::string all = report_concise(sample::run(), true);
  CHECK(contains(all, "corroboration[trade.turnover] trade turnover KZ+RU, 2022"));
  CHECK(report_concise(Run{}, true).empty());
}

TEST_CASE("an empty run") {
  CHECK(report_text(Run{}, {}) ==
        "0 tensions, 0 contradictions, 0 corroborations, 0 verified; 0 documents, 0 mentions, 0 claims\n");
}

TEST_CASE("planned figures are marked in a series") {
  Run run = sample::run();
  run.claims[2].stance = Stance::planned;
  run.claims[2].record = false;
  CHECK(contains(report_text(run, {}), "  at 2023  28e9 USD    planned  1x  seeds/ru.txt:1:20\n"));
}
