#include "fold_tables.hpp"

#include "../catch.hpp"

using namespace mizan;

namespace {

std::string folded(std::string_view text) {
  static const FoldTable table = fold_test::file_table();
  return fold(text, table).text;
}

}  // namespace

TEST_CASE("digits, letters and case become one") {
  CHECK(folded("٢٠٢٢ ۲۰۲۲ ２０２２") == "2022 2022 2022");
  CHECK(folded("علي على علی") == "علی علی علی");
  CHECK(folded("أكتوبر/اكتوبر") == "اکتوبر/اکتوبر");
  CHECK(folded("دولة كازاخستان") == "دوله کازاخستان");
  CHECK(folded("رئیس مسؤول ژانویهٔ") == "رییس مسوول ژانویه");
  CHECK(folded("Объём ЁЛКА") == "объем елка");
  CHECK(folded("мой МОЙ") == "мой мой");
  CHECK(folded("The USA") == "the usa");
  CHECK(folded("ЦЕНТРАЛЬНАЯ Азия, LONG ASCII WORDS HERE") == "центральная азия, long ascii words here");
}

TEST_CASE("marks that only decorate vanish") {
  CHECK(folded("مُحَمَّد") == "محمد");
  CHECK(folded("كـــتاب") == "کتاب");
  CHECK(folded("\u200fتهران\u200e \u202bالف\u202c \ufeffx\u00ady") == "تهران الف xy");
  CHECK(folded("می\u200cشود") == "می شود");
  CHECK(folded("“Hello” ‘it’s’ «привет»") == "\"hello\" 'it's' \"привет\"");
  CHECK(folded("1990–2000 — −5 non‑breaking") == "1990-2000 - -5 non-breaking");
  CHECK(folded("٪۵") == "%5");
}

TEST_CASE("what means something stays") {
  CHECK(folded("10⁶ 3½ m²") == "10⁶ 3½ m²");
  CHECK(folded("240\u00a0000 1\u202f000") == "240\u00a0000 1\u202f000");
  CHECK(folded("۲۴۰٫۱ ۱٬۰۰۰") == "240٫1 1٬000");
  CHECK(folded("中国 🇷🇺 😀") == "中国 🇷🇺 😀");
}

TEST_CASE("composed, decomposed and presentation forms are one") {
  CHECK(folded("и\u0306") == "й");
  CHECK(folded("е\u0308") == "е");
  CHECK(folded("e\u0301") == "é");
  CHECK(folded("ا\u0654") == "ا");
  CHECK(folded("\ufeb1\ufefc\ufee1") == "سلام");
  CHECK(folded("\ufdf2") == "الله");
  CHECK(folded("J\u030c") == "ǰ");        // composes only in lower case
  CHECK(folded("e\u200d\u0301") == "é");  // composes only once the joiner is gone
  CHECK(folded("\u1112\u1161\u11ab") == "한");
  CHECK(folded("\u212b") == "å");
  CHECK(folded("\U00010400") == "\U00010428");
}

TEST_CASE("a table may map to anything") {
  const FoldTable table(
      {{U'x', "long replacement"}, {U'y', "X"}, {U'z', ""}, {0x1F600, ":)"}, {U'q', "b"}, {U'q', "c"}});
  CHECK(fold("axb", table).text == "along replacementb");
  CHECK(fold("Y", table).text == "long replacement");
  CHECK(fold("azb", table).text == "ab");
  CHECK(fold("😀", table).text == ":)");
  CHECK(fold("Q", table).text == "c");  // later entries win
  CHECK(fold(std::string(1000, 'x'), table).text.size() == 16000);
  const FoldTable circle({{U'a', "b"}, {U'b', "a"}});
  CHECK(fold("ab", circle).text.size() == 2);
  FoldTable moved = FoldTable();
  moved = FoldTable({{U'a', "b"}});
  CHECK(fold("a", moved).text == "b");
}

TEST_CASE("folded bytes lead back to their source") {
  const FoldTable table = fold_test::file_table();
  const std::string text = "في ٢٠٢٢ مُح";
  const Folded f = fold(text, table);
  REQUIRE(f.text == "فی 2022 مح");
  CHECK(f.map.to_source({5, 9}) == Span{5, 13});
  CHECK(f.map.to_source({6, 7}) == Span{7, 9});
  CHECK(f.map.to_source({10, 12}) == Span{14, 16});  // the letter, without the mark that vanished
  CHECK(f.map.to_source({10, 14}) == Span{14, 20});
  CHECK(f.map.to_source({0, 14}) == Span{0, 20});
  CHECK(f.map.to_source({5, 5}) == Span{5, 5});
  CHECK(f.map.to_source({14, 14}) == Span{20, 20});

  const Folded empty = fold("", table);
  CHECK(empty.text.empty());
  CHECK(empty.map.to_source({0, 0}) == Span{0, 0});
  CHECK(fold("\u200f\u200f", table).map.source_size() == 6);
}

TEST_CASE("an offset map by hand") {
  OffsetMap map;
  map.keep(3);
  map.replace(4, 1);
  map.replace(2, 0);
  map.replace(0, 2);
  map.keep(5);
  CHECK(map.source_size() == 14);
  CHECK(map.folded_size() == 11);
  CHECK(map.to_source({0, 3}) == Span{0, 3});
  CHECK(map.to_source({3, 4}) == Span{3, 7});
  CHECK(map.to_source({2, 4}) == Span{2, 7});
  CHECK(map.to_source({6, 8}) == Span{9, 11});
  CHECK(map.to_source({0, 11}) == Span{0, 14});
}
