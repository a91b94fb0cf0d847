// What is text in Markdown and what is not.
#include <chrono>

#include "../laws.hpp"
#include "catch.hpp"
#include "text/text.hpp"

using namespace mizan;

namespace {

Document read(const std::string& bytes) {
  Document result;
  Errors errors;
  read_bytes(
      bytes, "a.md", [&](Document&& document) { result = std::move(document); }, errors);
  CHECK(laws::of_source(result, bytes) == "");
  return result;
}

std::string text(const std::string& bytes) { return read(bytes).text; }

}  // namespace

TEST_CASE("Markdown: blocks are lines, lines of a paragraph are one") {
  CHECK(text("# Head 1 #\n\npara\nof two\n\nnext  \nbreak\\\nbreak") == "Head 1\npara of two\nnext\nbreak\nbreak");
  CHECK(text("Head\n====\ntext\n***\n- one\n- two\n  more\n\n  again\n") == "Head\ntext\none\ntwo more\nagain");
  CHECK(text("> quote\n> goes on\n\n>> deep\n") == "quote goes on\ndeep");
  CHECK(text("a\n> quote") == "a\nquote");
  CHECK(text("#no head\n####### nor this") == "#no head ####### nor this");
}

TEST_CASE("Markdown: the numbers of a list are no text, a year is") {
  CHECK(text("1. first\n2. second\n10) tenth") == "first\nsecond\ntenth");
  CHECK(text("- [ ] open\n- [x] done") == "open\ndone");
  CHECK(text("2023. It was a year") == "2023. It was a year");
  CHECK(text("the year\n14. and on") == "the year 14. and on");
  CHECK(text("-5 degrees") == "-5 degrees");
}

TEST_CASE("Markdown: code is no text") {
  CHECK(text("a `5` b ``6 ` 7`` c") == "a b c");
  CHECK(text("a\n```py\n17\n\n18\n```\nb\n~~~\n19\n```\n~~~\nc") == "a\nb\nc");
  CHECK(text("a\n\n    17 by indent\n\nb") == "a\nb");
  CHECK(text("- a\n\n    in the item") == "a\nin the item");
  CHECK(text("2`x`5") == "2 5");
  CHECK(text("an open ` stays") == "an open ` stays");
  CHECK(text("a\n```\nnever closed 5") == "a");
}

TEST_CASE("Markdown: of links the words, of images nothing") {
  CHECK(text("see [the 5](http://x.org/6 \"7\") now") == "see the 5 now");
  CHECK(text("![alt 5](six.png \"7\") <https://x.org/8> end") == "end");
  CHECK(text("[one][a] [two][] [three] [four][none]\n\n[a]: http://x/5\n[two]: <http://x/6> 'seven'") ==
        "one two [three] [four][none]");
  CHECK(text("[![alt 4](b)](c) [a [b] c](d) [e](f (g) h") == "a [b] c [e](f (g) h");
  CHECK(text("2,500[1](#fn1) people[^2] and 5[6](x)\n\n[^2]: Note 9") == "2,500 people and 5 6\nNote 9");
}

TEST_CASE("Markdown: emphasis joins, other signs stay") {
  CHECK(text("**2**,500 and *3*_x_ snake_case_9 __5__") == "2,500 and 3x snake_case_9 5");
  CHECK(text("5 * 3, 2*3, 4** and \\*6\\*") == "5 * 3, 2*3, 4** and *6*");
  CHECK(text("***bold*** **a *b* c** *d **e** f*") == "bold a b c d e f");
  CHECK(text("was ~~2,400~~ 2,500, ~ 7") == "was 2,500, ~ 7");
}

TEST_CASE("Markdown: tables") {
  CHECK(text("| a | b\\|c |\n|:--|--:|\n| 1 | 2 |\n| 3 |\n\nafter | it") == "a | b|c\n1 | 2\n3\nafter | it");
  CHECK(text("a | b\nc | d") == "a | b c | d");
}

TEST_CASE("Markdown: HTML inside") {
  CHECK(text("a <b class=\"5\">6</b> <br>c 10<sup>6</sup> H<sub>2</sub>O") == "a 6\nc 10⁶ H₂O");
  CHECK(text("<script>\nvar x = 5;\n\n</script>\nafter\n\n<pre>\n6\n</pre>\n") == "after");
  CHECK(text("5 < 6 and 7 > 4, <unclosed 8") == "5 < 6 and 7 > 4, <unclosed 8");
  CHECK(text("a &amp; b &lt;5&gt; &nbsp;&unknown; AT&T") == "a & b <5> \u00A0&unknown; AT&T");
}

TEST_CASE("Markdown: comments are no text, and stand for a block") {
  const Document document =
      read("One <!-- inside --> 1.\n\n<!-- mizan-ignore sum:\nwhy -->\nTwo 2.\n\nThree.\n\n<!-- last -->\n");
  CHECK(document.text == "One 1.\nTwo 2.\nThree.");
  REQUIRE(document.comments.size() == 3);
  const auto block = [&](std::size_t i) {
    const Span span = document.comments[i].block;
    return document.text.substr(span.begin, span.size());
  };
  CHECK(document.comments[0].text == "inside");
  CHECK(block(0) == "One 1.");
  CHECK(document.comments[1].text == "mizan-ignore sum:\nwhy");
  CHECK(document.comments[1].line == 3);
  CHECK(block(1) == "Two 2.");
  CHECK(block(2).empty());
  CHECK(read("```\n<!-- in code -->\n```\nx `<!-- too -->`").comments.empty());
  CHECK(text("a\n<!-- never closed\n5") == "a");
}

TEST_CASE("Markdown: no input makes it slow") {
  const auto times = [](const std::string& unit, std::size_t bytes) {
    std::string result = "x ";
    while (result.size() < bytes) result += unit;
    return result;
  };
  for (const char* unit : {"[",         "![",   "[a](",   "[a](b \"", "[a][", "*",     "*a", "**a* ", "_a_b", "`",
                           "`` ` ``` ", "<a ",  "<a b='", "<!-- ",    "&",    "&#1",   "\\", "> ",    ">",    "- ",
                           "1. ",       "~~a ", "~a~~",   "|a",       "a\n",  "# a\n", "<",  "]("}) {
    INFO(unit);
    const std::string bytes = times(unit, std::size_t{1} << 20);
    const auto begin = std::chrono::steady_clock::now();
    Errors errors;
    read_bytes(
        bytes, "a.md", [](Document&&) {}, errors);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
  }
}
