// Laws of fold() and its map, on strings made of the nastiest atoms we know.
#include <random>

#include "../catch.hpp"
#include "fold_tables.hpp"
#include "text/fold_table.hpp"

using namespace mizan;

namespace {

const std::vector<std::string> kAtoms{"a",
                                      "Z",
                                      " ",
                                      "7",
                                      ".",
                                      "\n",
                                      "ё",
                                      "Ё",
                                      "Й",
                                      "и",
                                      "е",
                                      "\u0306",
                                      "\u0308",
                                      "\u0301",
                                      "\u0323",
                                      "\u0327",
                                      "\u0345",
                                      "\u030c",
                                      "J",
                                      "ي",
                                      "ى",
                                      "ک",
                                      "أ",
                                      "ا",
                                      "آ",
                                      "ؤ",
                                      "ة",
                                      "ه",
                                      "ۀ",
                                      "و",
                                      "\u0640",
                                      "\u064b",
                                      "\u064e",
                                      "\u0651",
                                      "\u0652",
                                      "\u0653",
                                      "\u0654",
                                      "\u0655",
                                      "\u0670",
                                      "٢",
                                      "۲",
                                      "\u200c",
                                      "\u200d",
                                      "\u200e",
                                      "\u202b",
                                      "\u2069",
                                      "\ufeff",
                                      "\u00ad",
                                      "½",
                                      "⁶",
                                      "\u00a0",
                                      "\u202f",
                                      "٫",
                                      "٬",
                                      "٪",
                                      "—",
                                      "’",
                                      "«",
                                      "\u2028",
                                      "中",
                                      "한",
                                      "\u1112",
                                      "\u1161",
                                      "\u11ab",
                                      "\uac00",
                                      "क",
                                      "\u093c",
                                      "\u0958",
                                      "\u0344",
                                      "\u05b0",
                                      "\u05c1",
                                      "ש",
                                      "\ufb2a",
                                      "\ufefb",
                                      "\ufdfa",
                                      "ﬁ",
                                      "\u212b",
                                      "Å",
                                      "İ",
                                      "I",
                                      "ß",
                                      "ς",
                                      "😀",
                                      "\U0001f3fd",
                                      "\ufe0f",
                                      "🇷",
                                      "\U00010400",
                                      "\U0001d15e",
                                      "\U00011099",
                                      "\U000110ba",
                                      "\U0001e944",
                                      "\U0001e94a",
                                      "ǆ",
                                      "ǅ",
                                      "\u1e9b",
                                      "\u1fbb",
                                      "\u0b47",
                                      "\u0b3e",
                                      "ASCII RUN OF MANY LETTERS ",
                                      "Русский текст ",
                                      "متن فارسی ",
                                      "مُحَمَّدٌ "};

std::string random_text(std::mt19937& random, std::size_t most) {
  std::string text;
  for (std::size_t count = random() % (most + 1); count > 0; --count) text += kAtoms[random() % kAtoms.size()];
  return text;
}

std::vector<std::uint32_t> boundaries(std::string_view text) {
  std::vector<std::uint32_t> result;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    if (at == text.size() || !utf8::is_continuation(text[at])) result.push_back(at);
  }
  return result;
}

std::string hex(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto code = utf8::decode(text, at);
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%04X ", static_cast<unsigned>(code.value));
    result += buffer;
    at += code.size;
  }
  return result;
}

/// Returns the law that a text breaks, or "".
std::string broken_law(const std::string& text, const FoldTable& table, const FoldData& data) {
  const Folded f = fold(text, table);
  if (f.map.source_size() != text.size() || f.map.folded_size() != f.text.size()) return "lengths add up";
  if (first_invalid_utf8(f.text)) return "UTF-8 stays UTF-8";
  if (fold(f.text, table).text != f.text) return "idempotent";
  if (f.text != data.fold_group(text)) return "the fast way is the slow way";
  const auto places = boundaries(f.text);
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = i + 1; j < places.size() && j < i + 12; ++j) {
      const FoldedSpan span{places[i], places[j]};
      const Span source = f.map.to_source(span);
      if (source.begin >= source.end || source.end > text.size()) return "non-empty";
      if (i > 0 && f.map.to_source({places[i - 1], places[j]}).begin > source.begin) return "begins are monotone";
      if (j > i + 1 && f.map.to_source({places[i], places[j - 1]}).end > source.end) return "ends are monotone";
      if (i > 0 && f.map.to_source({places[i - 1], places[i]}).begin > source.begin) return "monotone";
      const std::string_view cut = std::string_view(text).substr(source.begin, source.size());
      if (first_invalid_utf8(cut)) return "spans end between code points";
      const std::string again = fold(cut, table).text;
      if (again.find(std::string_view(f.text).substr(span.begin, span.size())) == std::string::npos)
        return "re-folding contains";
    }
  }
  return "";
}

}  // namespace

TEST_CASE("laws of folding on random strings") {
  const fold_test::Entries entries = fold_test::file_entries();
  REQUIRE(entries.size() > 900);
  const fold_test::Entries odd{{U'a', "long word"}, {U'7', ""}, {0x0301, ""}, {U'ш', "\u0438\u0306"}, {0x1F600, ":)"}};
  for (const auto& chosen : {entries, fold_test::Entries{}, odd}) {
    const FoldTable table(chosen);
    const FoldData data(chosen);
    std::mt19937 random(5);
    for (int round = 0; round < 6000; ++round) {
      const std::string text = random_text(random, 14);
      INFO(hex(text));
      REQUIRE(broken_law(text, table, data) == "");
    }
  }
}

TEST_CASE("laws of folding on every code point") {
  const fold_test::Entries entries = fold_test::file_entries();
  for (const auto& chosen : {entries, fold_test::Entries{}}) {
    const FoldTable table(chosen);
    const FoldData data(chosen);
    std::size_t broken = 0;
    for (char32_t code = 0; code < 0x20000; ++code) {
      if (code >= 0xD800 && code < 0xE000) continue;
      std::string text = "b";
      utf8::append(text, code);
      utf8::append(text, 0x0323);
      if (const std::string law = broken_law(text, table, data); !law.empty() && ++broken < 10) {
        UNSCOPED_INFO(hex(text) << law);
      }
      text.resize(text.size() - 2);
      if (const std::string law = broken_law(text, table, data); !law.empty() && ++broken < 10) {
        UNSCOPED_INFO(hex(text) << law);
      }
    }
    CHECK(broken == 0);
  }
}

TEST_CASE("ASCII in lower case is itself") {
  const FoldTable table = fold_test::file_table();
  std::mt19937 random(6);
  for (int round = 0; round < 500; ++round) {
    std::string text(random() % 40, ' ');
    for (char& c : text) c = static_cast<char>(random() % 95 + 32);
    std::string lower = text;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const Folded f = fold(text, table);
    CHECK(f.text == lower);
    for (std::uint32_t at = 0; at < text.size(); ++at) CHECK(f.map.to_source({at, at + 1}) == Span{at, at + 1});
  }
}

TEST_CASE("folding stays inside broken text") {
  const FoldTable table = fold_test::file_table();
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text = random_text(random, 6);
    for (int blow = 0; blow < 3 && !text.empty(); ++blow)
      text[random() % text.size()] = static_cast<char>(random() % 256);
    const std::string exact(text.begin(), text.end());  // no spare bytes behind it, so that sanitizers see an overrun
    const Folded f = fold(exact, table);
    CHECK(f.map.source_size() == text.size());
    CHECK(f.map.folded_size() == f.text.size());
  }
}

TEST_CASE("a million marks are no trap") {
  const FoldTable table;
  std::string text;
  for (int i = 0; i < 500000; ++i) text += i % 2 == 0 ? "\u0301" : "\u0323";
  const Folded f = fold("e" + text, table);
  CHECK(f.map.source_size() == text.size() + 1);
  CHECK(f.map.folded_size() == f.text.size());
}
