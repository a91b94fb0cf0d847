#include "../catch.hpp"
#include "text/text.hpp"

using namespace mizan;

namespace {

/// The sentences of a text, in brackets.
std::string split(std::string_view text, const std::vector<std::string>& abbreviations = {}) {
  std::string result;
  for (const Sentence& sentence : sentences(text, abbreviations)) {
    result += "[" + std::string(text.substr(sentence.span.begin, sentence.span.size())) + "]";
  }
  return result;
}

}  // namespace

TEST_CASE("sentences end at stops") {
  CHECK(split("one. two! three? four") == "[one.][two!][three?][four]");
  CHECK(split("او رفت. چرا؟ نمی دانم") == "[او رفت.][چرا؟][نمی دانم]");
  CHECK(split("what?! no... yes\u2026 well") == "[what?!][no...][yes\u2026][well]");
  CHECK(split("  spaces around .  next  ") == "[spaces around .][next]");
  CHECK(split("no-break\u00a0space.\u00a0next") == "[no-break\u00a0space.][next]");
  CHECK(split("") == "");
  CHECK(split(" \n \n") == "");
  CHECK(split("...") == "[...]");
}

TEST_CASE("lines end sentences and count paragraphs") {
  const auto found = sentences("title\n\nbody. more\r\nlast\rend", {});
  REQUIRE(found.size() == 5);
  CHECK(found[0].paragraph == 0);
  CHECK(found[1].paragraph == 2);
  CHECK(found[2].paragraph == 2);
  CHECK(found[3].paragraph == 3);
  CHECK(found[4].paragraph == 4);
  CHECK(found[2].span == FoldedSpan{13, 17});
}

TEST_CASE("numbers, addresses and names hold together") {
  CHECK(split("it was 28.2 billion. then 10.2% more") == "[it was 28.2 billion.][then 10.2% more]");
  CHECK(split("see www.example.com/a.html now. yes") == "[see www.example.com/a.html now.][yes]");
  CHECK(split("in 2023. next") == "[in 2023.][next]");
  CHECK(split("1. first point. 2. second point.") == "[1. first point.][2. second point.]");
  CHECK(split("v. v. putin came. he left") == "[v. v. putin came.][he left]");
  CHECK(split("в. в. путин прибыл. он уехал") == "[в. в. путин прибыл.][он уехал]");
  CHECK(split("the u.s. president came. he left") == "[the u.s. president came.][he left]");
  CHECK(split("on 9.11.2023 he came") == "[on 9.11.2023 he came]");
  CHECK(split("it is what it's. next") == "[it is what it's.][next]");
}

TEST_CASE("abbreviations hold together") {
  CHECK(split("mr. smith left. dr. who stayed", {"mr", "dr"}) == "[mr. smith left.][dr. who stayed]");
  CHECK(split("28 млрд долл. сша. далее", {"долл"}) == "[28 млрд долл. сша.][далее]");
  CHECK(split("в 2022 гг. россия", {"гг"}) == "[в 2022 гг. россия]");
  CHECK(split("и т.д. потом", {"т.д"}) == "[и т.д. потом]");
  CHECK(split("smith et al. found it. yes", {"et al"}) == "[smith et al. found it.][yes]");
  CHECK(split("the metal. found", {"et al"}) == "[the metal.][found]");
  CHECK(split("the admr. left", {"mr"}) == "[the admr.][left]");
  CHECK(split("ended with etc.\nnext line", {"etc"}) == "[ended with etc.][next line]");
  CHECK(split("a.b.c. x", {"", "  "}) == "[a.b.c. x]");
}

TEST_CASE("a space lost behind the stop") {
  CHECK(split("کار می کنیم.او گفت") == "[کار می کنیم.][او گفت]");
  CHECK(split("چه شد؟او گفت") == "[چه شد؟][او گفت]");
  CHECK(split("он сказал.потом ушел") == "[он сказал.][потом ушел]");
  CHECK(split("ф.и.о. автора") == "[ф.и.о. автора]");
  CHECK(split("ه.ش است") == "[ه.ش است]");
  CHECK(split("he said.then left") == "[he said.then left]");
  CHECK(split("مورد 2.تیر ماه") == "[مورد 2.تیر ماه]");
}

TEST_CASE("quotes that close belong to the sentence") {
  CHECK(split("he said \"stop.\" then he left") == "[he said \"stop.\"][then he left]");
  CHECK(split("(he left.) she stayed") == "[(he left.)][she stayed]");
  CHECK(split("\"stop!\", he said") == "[\"stop!\", he said]");
  CHECK(split("«стоп!» он ушел") == "[«стоп!»][он ушел]");
  CHECK(split("he left.") == "[he left.]");
}

TEST_CASE("sentences are linear") {
  // 4096 bytes is the longest sentence: as many pieces as that takes.
  CHECK(sentences(std::string(2000000, 'a'), {"a"}).size() == 489);
  std::string dots;
  for (int i = 0; i < 300000; ++i) dots += "a.";
  CHECK(sentences(dots, {"et al"}).size() == 147);
  CHECK(sentences(std::string(1000000, '.'), {"x"}).size() == 245);
}

TEST_CASE("a sentence without an end is cut between words, never inside a figure") {
  std::string text;
  while (text.size() < 20000) text += "the trade of 1 000 000 tons grew, and ";
  const std::vector<Sentence> found = sentences(text, {});
  REQUIRE(found.size() > 4);
  for (std::size_t i = 0; i + 1 < found.size(); ++i) {
    CHECK(found[i].span.size() <= 4096);
    CHECK(text[found[i].span.end - 1] == ',');
    CHECK(found[i].paragraph == 0);
  }
  const std::string digits(10000, '7');
  CHECK(sentences(digits, {}).size() == 1);
  std::string letters;
  while (letters.size() < 10000) letters += "\u0434";
  for (const Sentence& sentence : sentences(letters, {})) {
    CHECK((static_cast<unsigned char>(letters[sentence.span.begin]) & 0xC0U) != 0x80);
  }
}

TEST_CASE("a long sentence that ends is not cut") {
  const std::string text = std::string(2000, 'a') + " " + std::string(2000, 'b') + ".";
  CHECK(sentences(text, {}).size() == 1);
}
