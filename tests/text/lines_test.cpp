#include <random>

#include "../catch.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

using namespace mizan;

namespace {

std::string place(std::string_view text, std::uint32_t byte) {
  const Position position = Lines(text).position(byte);
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

}  // namespace

TEST_CASE("lines end with LF, CRLF or CR") {
  const std::string text = "ab\ncd\r\nef\rg";
  const Lines lines(text);
  CHECK(lines.count() == 4);
  CHECK(lines.line(1) == Span{0, 2});
  CHECK(lines.line(2) == Span{3, 5});
  CHECK(lines.line(3) == Span{7, 9});
  CHECK(lines.line(4) == Span{10, 11});
  CHECK(lines.line(5) == Span{11, 11});
  CHECK(lines.line(0) == Span{11, 11});
  CHECK(place(text, 0) == "1:1");
  CHECK(place(text, 2) == "1:3");
  CHECK(place(text, 3) == "2:1");
  CHECK(place(text, 6) == "2:4");  // the LF of a CRLF still stands on its line
  CHECK(place(text, 7) == "3:1");
  CHECK(place(text, 10) == "4:1");
  CHECK(place(text, 11) == "4:2");
  CHECK(place(text, 999) == "4:2");
}

TEST_CASE("columns count code points") {
  CHECK(place("😀x", 4) == "1:2");
  CHECK(place("سلام x", 9) == "1:6");
  CHECK(place("a😀", 3) == "1:2");  // inside a code point: the code point
  CHECK(place("", 0) == "1:1");
  CHECK(place("a\n", 2) == "2:1");
  CHECK(Lines("").count() == 1);
  CHECK(Lines("a\n").line(2) == Span{2, 2});
}

TEST_CASE("columns agree with counting") {
  std::mt19937 random(8);
  const std::vector<std::string> atoms{"a", "ب", "中", "😀", "\n", "\r\n", "long run of letters"};
  std::string text;
  for (int i = 0; i < 4000; ++i)
    text += atoms[random() % 40 == 0 ? 4 + random() % 2 : random() % 2 == 0 ? 6 : random() % 4];
  const Lines lines(text);
  std::uint32_t line = 1, column = 1;
  for (std::uint32_t at = 0; at < text.size();) {
    const Position position = lines.position(at);
    REQUIRE(position.line == line);
    REQUIRE(position.column == column);
    const auto code = utf8::decode(text, at);
    at += code.size;
    ++column;
    if (code.value == '\n') {
      ++line;
      column = 1;
    }
  }
}

TEST_CASE("the first byte that is not UTF-8") {
  const auto bad = [](std::string_view text) {
    const auto byte = first_invalid_utf8(text);
    return byte ? static_cast<int>(*byte) : -1;
  };
  CHECK(bad("") == -1);
  CHECK(bad("plain ASCII, long enough for words") == -1);
  CHECK(bad("سلام привет 中 😀 \U0010FFFF") == -1);
  CHECK(bad(std::string_view("a\0b", 3)) == -1);
  CHECK(bad("ab\xFF") == 2);
  CHECK(bad("\x80") == 0);
  CHECK(bad("a\xC0\x80") == 1);  // overlong
  CHECK(bad("a\xC1\xBF") == 1);
  CHECK(bad("a\xE0\x9F\xBF") == 1);  // overlong
  CHECK(bad("a\xED\xA0\x80") == 1);  // surrogate
  CHECK(bad("a\xED\x9F\xBF") == -1);
  CHECK(bad("a\xF0\x8F\xBF\xBF") == 1);  // overlong
  CHECK(bad("a\xF4\x90\x80\x80") == 1);  // above 10FFFF
  CHECK(bad("a\xF5\x80\x80\x80") == 1);
  CHECK(bad("a\xD8") == 1);  // cut off
  CHECK(bad("a\xE4\xB8") == 1);
  CHECK(bad("a\xF0\x9F\x98") == 1);
  CHECK(bad("a\xE4\xB8z") == 1);
  CHECK(bad("eight bytes and more\xD8\xD8\xA7") == 20);
}

TEST_CASE("letters are told by two bytes as by the code point") {
  for (std::uint32_t pair = 0; pair < kShortLetters.size(); ++pair) {
    const std::string text{static_cast<char>(pair >> 8), static_cast<char>(pair & 0xFF)};
    if (first_invalid_utf8(text.substr(0, (pair >> 8) < 0x80 ? 1 : 2))) continue;
    const CodePoint c = code_point(text, 0);
    const bool letter = char_kind(c.value) == CharKind::letter;
    if (kShortLetters[pair] != (letter ? c.size : 0)) FAIL("pair " << pair);
  }
  CHECK(letters_end("salam, donya", 0) == 5);
  CHECK(letters_end("سلام", 0) == 8);
  CHECK(letters_end("ზაფხული 7", 0) == 21);
  CHECK(letters_end("7", 0) == 0);
  CHECK(letters_end("", 0) == 0);
}

TEST_CASE("a byte that is not UTF-8 is found wherever it stands") {
  const std::vector<std::string> wrong{"\x80",         "\xC3",         "\xC0\x80",         "\xC1\xBF",
                                       "\xE0\x80\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xFF"};
  for (const std::string around : {"a", "ب", "ж", "გ", "\xF0\x9F\x98\x80", "aب", "ბa", "ab "}) {
    std::string front;
    for (int n = 0; n < 12; ++n, front += around) {
      std::string behind = around;
      for (int i = 0; i < 4; ++i) behind += around;
      CHECK_FALSE(first_invalid_utf8(front + behind));
      for (const std::string& bytes : wrong) {
        CHECK(first_invalid_utf8(front + bytes + behind) == front.size());
        CHECK(first_invalid_utf8(front + bytes) == front.size());
      }
    }
  }
}
