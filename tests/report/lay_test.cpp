// Lines in cells: what is cut or broken stays within its width, and nothing stays open behind it.
#include "report/lay.hpp"

#include "catch.hpp"

using namespace mizan::report;

namespace {

const std::string kRed = "\x1b[1;31m", kNone = "\x1b[0m";
const std::string kOpen = "\u2068", kClose = "\u2069", kRightToLeft = "\u2067", kLeftToRight = "\u2066";

}  // namespace

TEST_CASE("colours and isolates take no cell, wide letters two", "[lay]") {
  CHECK(printed_cells("") == 0);
  CHECK(printed_cells(kRed + "two" + kNone) == 3);
  CHECK(printed_cells(kOpen + "\u0633\u064E" + kClose + " \u6F22") == 4);
}

TEST_CASE("what fits is left alone", "[lay]") {
  CHECK(fit("four", 4) == "four");
  CHECK(fit(kRed + "four" + kNone, 4) == kRed + "four" + kNone);
  CHECK(padded("four", 6) == "four  ");
  CHECK(fit_end("four", 4) == "four");
}

TEST_CASE("what does not fit is cut before an ellipsis, and closed", "[lay]") {
  CHECK(fit("fours", 4) == "fou\u2026");
  CHECK(fit(kOpen + kRed + "fours" + kNone + kClose, 4) == kOpen + kRed + "fou\u2026" + kNone + kClose);
  CHECK(fit("ab\u6F22\u6F22", 4) == "ab\u2026");
  CHECK(fit("four", 0).empty());
  CHECK(fit("four", 1) == "\u2026");
  CHECK(padded("fours", 4) == "fou\u2026");
  CHECK(padded("ab\u6F22\u6F22", 4) == "ab\u2026 ");
  CHECK(fit_end("articles/long.txt:10", 8) == "\u2026.txt:10");
}

TEST_CASE("rows break between words, and hang", "[lay]") {
  CHECK(wrap("", 10, "  ") == std::vector<std::string>{""});
  CHECK(wrap("one two three", 20, "  ") == std::vector<std::string>{"one two three"});
  CHECK(wrap("one two three four", 10, "  ") == std::vector<std::string>{"one two", "  three", "  four"});
  CHECK(wrap("why       because of it all", 20, std::string(10, ' ')) ==
        std::vector<std::string>{"why       because of", "          it all"});
  // a word longer than a row is broken where the row ends
  CHECK(wrap("abcdefghijkl", 10, "  ") == std::vector<std::string>{"abcdefghij", "  kl"});
  // too narrow for the indent: it goes
  CHECK(wrap("ab cd", 2, "          ") == std::vector<std::string>{"ab", "cd"});
}

TEST_CASE("an isolate that is broken keeps its direction, and colours go on", "[lay]") {
  const std::string word = "\u0633\u0644\u0645";
  CHECK(wrap("A " + kOpen + word + " of " + word + " " + word + kClose, 9, "") ==
        std::vector<std::string>{"A " + kOpen + word + " of" + kClose, kRightToLeft + word + " " + word + kClose});
  // a figure stays together, and what cannot is closed and opened again
  for (const unsigned width : {9U, 10U, 11U, 12U, 13U})
    CHECK(wrap("one two " + kRed + "28 usd" + kNone + " x", width, "") ==
          std::vector<std::string>{"one two", kRed + "28 usd" + kNone + " x"});
  CHECK(wrap(kRed + "abcdef" + kNone + "g", 4, "") ==
        std::vector<std::string>{kRed + "abcd" + kNone, kRed + "ef" + kNone + "g"});
  CHECK(wrap(kOpen + "one " + word + kClose, 4, "") ==
        std::vector<std::string>{kOpen + "one" + kClose, kLeftToRight + word + kClose});
}

TEST_CASE("no row is wider than asked for, whatever the line", "[lay]") {
  const std::string line = "  A 10 | " + kOpen + "\u0627\u0644\u0633\u0644\u0627\u0645 " + kRed + "28.2 \u6F22\u5B57" +
                           kNone + " word\u064E\u064F anotherlongwordwithoutanyspace \U0001F468\u200D\U0001F469" +
                           kClose;
  for (unsigned width = 1; width < 60; ++width) {
    for (const std::string& row : wrap(line, width, "  A    | ")) {
      INFO(width << ": " << row);
      CHECK(printed_cells(row) <= std::max(width, 4U));  // a cluster that is wider than the row stays whole
    }
    CHECK(printed_cells(fit(line, width)) <= width);
    CHECK(printed_cells(padded(line, width)) == width);
  }
}
