#include "report/excerpt.hpp"
#include "catch.hpp"
#include "report/glyphs.hpp"
#include "sample.hpp"

using namespace mizan;
using report::excerpt;
using sample::span_of;

namespace {

const std::string kEllipsis = "\xE2\x80\xA6";
std::string cut(const std::string& text, const std::string& value, unsigned width, TextOptions options = {}) {
  return excerpt(text, span_of(text, value), {0, static_cast<std::uint32_t>(text.size())}, width, options);
}

}  // namespace

TEST_CASE("a sentence that fits is whole") {
  CHECK(cut("There were 26 countries.", "26 countries", 80) == "There were *26 countries*.");
  CHECK(cut(" \n There were 26.\r\n", "26", 80) == "There were *26*.");
}

TEST_CASE("cut at words, on both sides of the value") {
  const std::string text = "one two three four five 26 six seven eight nine ten";
  const std::string shown = cut(text, "26", 30);
  CHECK(shown == kEllipsis + "four five *26* six seven" + kEllipsis);
  CHECK(report::cells(std::string_view(shown)) <= 30);
  CHECK(cut(text, "one", 16) == "*one* two" + kEllipsis);
  CHECK(cut(text, "ten", 16) == kEllipsis + "nine *ten*");
}

TEST_CASE("never inside a number") {
  const std::string digits(60, '7');
  const std::string shown = cut(digits + "x26x" + digits, "26", 30);
  CHECK(shown == kEllipsis + "x*26*x" + kEllipsis);
}

TEST_CASE("never inside a grapheme, and a thousand marks are no hang") {
  std::string marks = "e";
  for (int i = 0; i < 5; ++i) marks += "\xCC\x81";
  const std::string shown = cut("aaaaaaaaaaaaaaaaaaaaaaaa" + marks + "26", "26", 20);
  CHECK(shown.find(marks + "*26*") != std::string::npos);
  std::string zalgo;
  for (int i = 0; i < 100000; ++i) zalgo += "\xCC\x81";
  CHECK(cut(zalgo + "26" + zalgo, "26", 40).size() < 200000 * 2 + 100);
}

TEST_CASE("a right-to-left sentence is cut in logical order and isolated outside the ellipses") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "\xD9\x85\xDB\x8C\xD9\x84 ";
  text += "28.2";
  for (int i = 0; i < 40; ++i) text += " \xD8\xAF\xD9\x84\xD8\xA7";
  TextOptions options;
  options.isolate = true;
  const std::string shown = cut(text, "28.2", 40, options);
  CHECK(shown.starts_with("\xE2\x81\xA8" + kEllipsis + "\xD9\x85"));
  CHECK(shown.ends_with("\xD8\xA7" + kEllipsis + "\xE2\x81\xA9"));
  CHECK(shown.find(" *28.2* ") != std::string::npos);
  CHECK(report::cells(std::string_view(shown)) <= 40);
}

TEST_CASE("hostile text stays inside its line and its isolate") {
  TextOptions options;
  options.isolate = true;
  options.color = true;
  const std::string text = "a \x1b[2J\xE2\x81\xA9 b\n26\xE2\x80\xAE c";
  const std::string shown = cut(text, "26", 80, options);
  CHECK(shown ==
        "\xE2\x81\xA8"
        "a <U+001B>[2J<U+2069> b \x1b[1;4;31m26\x1b[0m<U+202E> c\xE2\x81\xA9");
}

TEST_CASE("a line of fifty megabytes costs no more than a short one") {
  const std::string text = std::string(25'000'000, 'a') + " 26 " + std::string(25'000'000, 'b');
  const auto begin = static_cast<std::uint32_t>(25'000'001);
  CHECK(excerpt(text, {begin, begin + 2}, {0, static_cast<std::uint32_t>(text.size())}, 40, {}).size() < 60);
  CHECK(excerpt(text, {begin, begin + 2}, {}, 40, {}).size() < 60);  // no sentence known
}

TEST_CASE("a value longer than the line, and spans that are wrong") {
  const std::string text(500, '9');
  CHECK(report::cells(std::string_view(cut(text, text, 40))) <= 42);
  CHECK(excerpt("abc", {7, 9}, {100, 200}, 40, {}) == "abc**");
  CHECK(excerpt("", {0, 0}, {0, 0}, 40, {}) == "**");
}
