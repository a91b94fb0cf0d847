// Pages broken for a terminal.
#include "catch.hpp"
#include "report/report.hpp"

using namespace mizan;

TEST_CASE("a line is broken between words, and what follows hangs on its label or its gutter") {
  CHECK(wrapped("short\n\nlines stay\n", 20) == "short\n\nlines stay\n");
  CHECK(wrapped("why  one two three four five\n", 16) == "why  one two\n     three four\n     five\n");
  CHECK(wrapped("one two three four\n", 14) == "one two three\n    four\n");
  CHECK(wrapped("  A 12 | one two three\n", 18) == "  A 12 | one two\n       | three\n");
  CHECK(wrapped("  A value that is long\n", 20) == "  A value that is\n      long\n");
}

TEST_CASE("colours and isolates of a broken line are closed at its end and opened again") {
  CHECK(wrapped("one two \x1b[1;31mthree\x1b[0m\n", 14) == "one two \x1b[1;31mthree\x1b[0m\n");
  CHECK(wrapped("one two three \x1b[1mfour\x1b[0m\n", 14) == "one two three\n    \x1b[1mfour\x1b[0m\n");
  CHECK(wrapped("\u2068one two three four\u2069 x\n", 14) == "\u2068one two three\u2069\n    \u2066four\u2069 x\n");
}
