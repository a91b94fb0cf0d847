#include "report/escape.hpp"
#include "catch.hpp"
#include "report/report.hpp"

using namespace mizan;

TEST_CASE("control characters and bidi controls are shown, never sent") {
  CHECK(escape_terminal("\x1b[31mred", false) == "<U+001B>[31mred");
  CHECK(escape_terminal("a\nb\x7f", false) == "a<U+000A>b<U+007F>");
  CHECK(escape_terminal("\xC2\x9B"
                        "31m",
                        false) == "<U+009B>31m");  // C1 CSI
  CHECK(escape_terminal("\xE2\x80\xAE"
                        "321",
                        false) == "<U+202E>321");
  CHECK(escape_terminal("\xE2\x81\xA6x\xE2\x81\xA9", false) == "<U+2066>x<U+2069>");
  CHECK(escape_terminal("a\xE2\x80\xA8"
                        "b",
                        false) ==
        "a\xE2\x8F\x8E"
        "b");
}

TEST_CASE("what Persian spelling needs passes, and is shown when asked for") {
  const std::string zwnj = "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xB4\xD9\x88\xD8\xAF";
  CHECK(escape_terminal(zwnj, false) == zwnj);
  CHECK(escape_terminal("\xE2\x80\x8C", true) == "<U+200C>");
  CHECK(escape_terminal("\xE2\x80\x8E\xEF\xBB\xBF", true) == "<U+200E><U+FEFF>");
}

TEST_CASE("bytes that are no UTF-8 are shown as bytes") {
  CHECK(escape_terminal("a\xFF"
                        "b\xD8",
                        false) == "a<FF>b<D8>");
  CHECK(escape_terminal("\xED\xA0\x80", false) == "<ED><A0><80>");  // a surrogate
  CHECK(escape_terminal("\xC0\xAF", false) == "<C0><AF>");          // overlong
}

TEST_CASE("text on one line") {
  CHECK(report::one_line("a\r\nb\tc\nd\r", false) == "a b c d ");
  CHECK(report::one_line("", false).empty());
}

TEST_CASE("JSON keeps its value and loses its teeth") {
  CHECK(report::json_safe("\"\xE2\x80\xAE\"") == "\"\\u202e\"");
  CHECK(report::json_safe("{\n \"\xC2\x9B\"}") == "{\n \"\\u009b\"}");
  CHECK(report::json_safe("\"\xC3\xA9\"") == "\"\xC3\xA9\"");
}
