// What the lexicon finds at a word: phrases, endings, joiners, clitics; and the language of a text.
#include <algorithm>

#include "catch.hpp"
#include "knowledge/folder.hpp"
#include "rules.hpp"

namespace {

using namespace mizan;

const Knowledge& small() {
  static const Knowledge knowledge = [] {
    Folder folder;
    folder.file("fold.toml", "[fold]\n\"ё\" = \"е\"\n\"U+200C\" = \"\"\n")
        .file("languages/x-small/language.toml", R"(tag = "x-small"
name = "Persian"
script = "Arab"
[clitics]
prefix = ["و", "وال", "ب", "და"]
suffix = ["ها", "های"]
exclude = ["و"]
[connector]
and = ["و"]
)")
        .file("languages/x-small/numbers.toml", "[cardinal]\n\"واحد\" = 1\n\"هفت\" = 7\n")
        .file("languages/x-small/time.toml", "[weekday]\n\"سه‌شنبه\" = 2\n")
        .file("languages/x-small/units.toml",
              "[percent]\nwords = [\"%\", \"درصد\"]\n[currency]\n\"تومان\" = \"IRR\"\n[currency.symbol]\n\"€\" = "
              "\"EUR\"\n\"US$\" = \"USD\"\n")
        .file("concepts/things.toml",
              "[[concept]]\nid = \"trade\"\nx-small = [\"گردش مالی\", \"گردش مالی تجاری\", \"گردش\"]\n"
              "[[concept]]\nid = \"country\"\nx-small = [\"کشور\"]\n"
              "[[concept]]\nid = \"turnover\"\nx-small = [\"товарооборот*\", \"объём* торговл*\"]\n"
              "[[concept]]\nid = \"unit\"\nx-small = [\"احد\"]\n"
              "[[concept]]\nid = \"night\"\nx-small = [\"شب\", \"აბგ\", \"ღა*\", \"a-b c\", \"xყz\"]\n"
              "[[concept]]\nid = \"body\"\nx-small = [\"те*\"]\n"
              "[[concept]]\nid = \"gram\"\nx-small = [\"гр\", \"грам\"]\n");
    auto result = folder.load();
    if (!result) throw std::runtime_error(dump(result.error().front()));
    return std::move(*result);
  }();
  return knowledge;
}

/// The phrases found at the first occurrence of word, "kind:text-without-clitics", longest first.
std::vector<std::string> at(const std::string& text, const std::string& word) {
  const Folded folded = fold(text, small().fold_table());
  const std::string needle = fold(word, small().fold_table()).text;
  std::vector<Label> labels;
  small().lexicon().lookup(folded.text, static_cast<std::uint32_t>(folded.text.find(needle)), 0, labels);
  std::stable_sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.end > b.end; });
  std::vector<std::string> result;
  for (const Label& l : labels) {
    std::string found = folded.text.substr(l.begin + l.clitic, l.end - l.begin - l.clitic);
    if (l.kind == LabelKind::concept_noun) found += "=" + small().concepts()[static_cast<std::size_t>(l.value)].id;
    result.push_back(found);
  }
  return result;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("every phrase that begins at a word is found, the longest among them") {
  CHECK(at("گردش مالی تجاری رشد کرد", "گردش") == List{"گردش مالی تجاری=trade", "گردش مالی=trade", "گردش=trade"});
  CHECK(at("گردش مالی دیگر", "گردش") == List{"گردش مالی=trade", "گردش=trade"});
}

TEST_CASE("a star is any ending or none, in the middle of a phrase too") {
  for (const char* word : {"товарооборот", "товарооборота", "Товарооборотом"}) CHECK(at(word, word).size() == 1);
  CHECK(at("объёма торговли вырос", "объёма") == List{"объема торговли=turnover"});
  CHECK(at("объем торговлей", "объем") == List{"объем торговлей=turnover"});
  CHECK(at("товарообо рот", "товарообо").empty());
  CHECK(at("объёма всей торговли", "объёма").empty());
}

TEST_CASE("a ZWNJ of an entry is a ZWNJ, a space or nothing") {
  for (const char* word : {"سه‌شنبه", "سه شنبه", "سهشنبه", "سه  شنبه"}) {
    INFO(word);
    CHECK(at(word, word).size() == 1);
  }
  CHECK(at("سه-شنبه", "سه").empty());
}

TEST_CASE("clitics are peeled at both ends") {
  CHECK(at("وکشور", "وکشور") == List{"کشور=country"});   // "and" stays outside the span
  CHECK(at("بکشور", "بکشور") == List{"بکشور=country"});  // a preposition inside
  CHECK(at("کشورها", "کشورها") == List{"کشورها=country"});
  CHECK(at("وکشورهای دیگر", "وکشورهای") == List{"کشورهای=country"});
  CHECK(at("کشورستان", "کشورستان").empty());
  CHECK(at("هفتها", "هفتها").empty());  // a number word lists its own forms
}

TEST_CASE("a word that means something as it stands is not taken apart") {
  CHECK(at("واحد", "واحد") == List{"واحد"});  // one; not "and" + "unit"
  CHECK(at("باحد", "باحد") == List{"باحد=unit"});
  CHECK(at("و", "و") == List{"و"});
}

TEST_CASE("white space inside a phrase: any, but no line end") {
  CHECK(at("گردش   مالی", "گردش").front() == "گردش   مالی=trade");
  CHECK(at("گردش\tمالی", "گردش").front() == "گردش\tمالی=trade");
  CHECK(at("گردش\u00A0مالی", "گردش").size() == 2);
  CHECK(at("گردش\nمالی", "گردش") == List{"گردش=trade"});
  CHECK(at("گردش \r\n مالی", "گردش") == List{"گردش=trade"});
  CHECK(at("گردش، مالی", "گردش") == List{"گردش=trade"});
}

TEST_CASE("a spelling has each character once, and no phrase looks beyond its end") {
  const std::string text = fold("a\u00A0 \t5\nشب، აბგ گردش مالی", small().fold_table()).text;
  const auto begin = static_cast<std::uint32_t>(text.find("شب")), size = static_cast<std::uint32_t>(text.size());
  Spelling all;
  small().lexicon().spell(text, {0, size}, 0, all);
  REQUIRE(all.size() == 21);  // white space is one character, but a line end is another
  CHECK((all.is_letter(0) && all.is_space(1) && all.is_digit(2) && all.is_space(3) && all.is_letter(4)));
  CHECK((!all.is_letter(6) && !all.is_digit(6) && !all.is_space(6)));  // the comma
  CHECK(all.byte(2) == text.find('5'));
  CHECK(all.byte(all.size()) == size);
  REQUIRE(all.runs().size() > 2);
  CHECK((all.runs()[1].first == 4 && all.runs()[1].last == 6));
  CHECK(all.index_of(begin) == 4);
  CHECK(all.index_of(begin + 1) == 5);  // inside a letter: the next one
  CHECK(all.index_of(size) == all.size());
  for (std::uint32_t i = 0, run = 0; i < all.size(); ++i) {  // every run of letters, and nothing else
    while (all.runs()[run].last <= i) ++run;
    CAPTURE(i, run);
    CHECK(all.is_letter(i) == (all.runs()[run].last != UINT32_MAX && all.runs()[run].first <= i));
    if (all.is_letter(i)) CHECK((i + 1 == all.runs()[run].last) == !all.is_letter(i + 1));
  }

  const auto found = [&](const Spelling& spelling, const char* word) {
    std::vector<Label> labels;
    Lexicon::lookup(spelling, spelling.index_of(static_cast<std::uint32_t>(text.find(word))), labels);
    return labels.size();
  };
  CHECK(found(all, "شب") == 1);
  CHECK(found(all, "აბგ") == 1);  // letters of three bytes
  CHECK(found(all, "گردش") == 2);
  Spelling cut;
  small().lexicon().spell(text, {begin, size - 2}, 0, cut);
  CHECK(cut.size() == 16);
  CHECK(cut.byte(0) == begin);
  CHECK(found(cut, "شب") == 1);
  CHECK(found(cut, "گردش") == 1);  // the first word of the phrase alone
}

TEST_CASE("no match inside a word; a digit is no letter") {
  CHECK(at("هفتاد", "هفتاد").empty());
  CHECK(at("تومان", "تومان").size() == 1);
  CHECK(at("تومانی", "تومانی").empty());
  CHECK(at("هفت7", "هفت").size() == 1);
}

TEST_CASE("symbols belong to no language and need no border") {
  CHECK(at("5% of it", "%").size() == 1);
  CHECK(at("€5", "€").size() == 2);  // a currency, and one that may stand in front
  CHECK(at("US$5", "US$").size() == 2);
}

TEST_CASE("the four letters i of Turkish are one") {
  const auto folded = [](const char* text) { return fold(text, shipped().fold_table()).text; };
  CHECK(folded("KASIM") == folded("kasım"));
  CHECK(folded("İSTANBUL") == folded("istanbul"));
  CHECK(folded("I\u0307zmir") == folded("İzmir"));  // decomposed
  CHECK(folded("Kayıp IRAK ırak") == "kayip irak irak");
}

TEST_CASE("the language of a text") {
  const auto identified = [](const char* text) -> std::string {
    const auto index = shipped().identify(fold(text, shipped().fold_table()).text);
    return index ? shipped().languages()[*index].tag : "none";
  };
  CHECK(identified("The trade turnover between the two countries has grown.") == "en");
  CHECK(identified("Товарооборот между двумя странами вырос.") == "ru");
  CHECK(identified("بلغ حجم التجارة بين البلدين في هذا العام رقما قياسيا.") == "ar");
  CHECK(identified("گردش مالی تجاری بین دو کشور در سال گذشته افزایش یافت.") == "fa");
  CHECK(identified("این کشور است که در آن زندگی می کنند") == "fa");  // no letter that only Persian has
  CHECK(identified("قال الرئيس إن هذا ما حدث في المدينة") == "ar");
  CHECK(identified("Президент посетил город, where he said little") == "ru");  // most letters decide
  CHECK(identified("İki ülke arasındaki ticaret hacmi geçen yıl arttı ve bu bir rekor oldu.") == "tr");
  CHECK(identified("ticaret hacmi için bir rekor daha") == "tr");  // no letter that only Turkish has
  CHECK(identified("President Erdoğan met the ministers in Beşiktaş, said Çavuşoğlu.") == "en");  // names prove little
  CHECK(identified("He said the lira fell in Muğla, İzmir and Eskişehir.") == "en");
  CHECK(identified("El comercio entre los dos países creció") == "en");  // a language nobody taught: not Turkish
  CHECK(identified("Der Handel zwischen den Ländern ist größer geworden, für über ein Jahr.") == "en");
  CHECK(identified("Le commerce français a été très élevé, a-t-on dit, ça va.") == "en");
  CHECK(identified("12345 67,8 -- !") == "none");
  CHECK(identified("") == "none");
  CHECK(identified("Η Ελλάδα και η Κύπρος") == "none");
}

TEST_CASE("short words, short stems and letters of three bytes lead on as others do") {
  CHECK(at("شب", "شب") == List{"شب=night"});
  CHECK(at("شبها", "شبها") == List{"شبها=night"});
  CHECK(at("شبهای دیگر", "شبهای") == List{"شبهای=night"});
  CHECK(at("وشبها", "وشبها") == List{"شبها=night"});
  CHECK(at("شبان", "شبان").empty());
  for (const char* word : {"те", "тело", "телами"}) CHECK(at(word, word).size() == 1);
  CHECK(at("аело", "аело").empty());
  CHECK(at("აბგ", "აბგ") == List{"აბგ=night"});
  CHECK(at("დააბგ", "დააბგ") == List{"დააბგ=night"});
  CHECK(at("ღამე", "ღამე") == List{"ღამე=night"});
  CHECK(at("აბგდ", "აბგდ").empty());
  CHECK(at("a-b c", "a") == List{"a-b c=night"});
  CHECK(at("xყz", "xყz") == List{"xყz=night"});
  CHECK(at("xყ", "xყ").empty());
}

TEST_CASE("a letter that no phrase has makes another word of it") {
  CHECK(at("гр", "гр") == List{"гр=gram"});
  CHECK(at("грам", "грам") == List{"грам=gram"});
  for (const char* word : {"ьгр", "грь", "гьр", "грамь", "граь", "ьгра", "μгр", "грრ", "гრр", "რгр", "грамრ"}) {
    CAPTURE(word);
    CHECK(at(word, word).empty());
  }
}

TEST_CASE("a lexicon with more letters than a byte has values confuses none of them") {
  const std::string head = "[[concept]]\nid = \"c";
  std::string concepts;
  std::vector<std::string> letters;
  for (char32_t c = 0xC0; c < 0x700; ++c) {
    const std::string letter{static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    if (char_kind(c) != CharKind::letter || fold(letter, small().fold_table()).text != letter) continue;
    std::string word;
    for (int times = 0; times < 5; ++times) word += letter;
    concepts += head + std::to_string(letters.size()) + "\"\nen = [\"" + word + "\", \"" + letter + letter + "\"]\n";
    letters.push_back(letter);
  }
  REQUIRE(letters.size() > 400);
  Folder folder;
  const auto loaded = folder.file("languages/en/language.toml", kEnglish).file("concepts/all.toml", concepts).load();
  REQUIRE(loaded);
  const auto found = [&](const std::string& text) {
    std::vector<Label> labels;
    loaded->lexicon().lookup(fold(text, loaded->fold_table()).text, 0, 0, labels);
    return labels.size() == 1 ? loaded->concepts()[static_cast<std::size_t>(labels.front().value)].id : std::string{};
  };
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::string &letter = letters[i], &other = letters[(i + 256) % letters.size()];
    CAPTURE(letter);
    const std::string id = "c" + std::to_string(i);
    CHECK(found(letter + letter + letter + letter + letter) == id);
    CHECK(found(letter + letter) == id);
    CHECK(found(letter + letter + other).empty());
    CHECK(found(letter + other).empty());
    CHECK(found(letter + letter + letter + letter + other).empty());
    CHECK(found(other + letter + letter + letter + letter).empty());
  }
}
