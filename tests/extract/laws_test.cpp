// What holds of every text (tests/laws.hpp), and the same result twice.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>

#include "catch.hpp"
#include "extract/extract.hpp"
#include "laws.hpp"
#include "rules.hpp"

namespace {

using namespace mizan;
namespace fs = std::filesystem;

/// The words of all case files of a language.
std::vector<std::string> words_of(const std::string& language) {
  std::vector<std::string> result;
  for (const auto& dimension : fs::directory_iterator(fs::path(MIZAN_SOURCE_DIR) / "tests/cases")) {
    std::ifstream file(dimension.path() / (language + ".case"));
    std::string line;
    while (std::getline(file, line)) {
      if (line.empty() || line[0] == '#' || line.rfind("=> ", 0) == 0 || line.rfind("=? ", 0) == 0) continue;
      std::istringstream words(line);
      std::string word;
      while (words >> word) result.push_back(word);
    }
  }
  return result;
}

const std::vector<std::string>& noise_words() {
  static const std::vector<std::string> words{".",
                                              ",",
                                              "\n",
                                              "\n\n",
                                              ";",
                                              ":",
                                              "!",
                                              "(",
                                              ")",
                                              "[",
                                              "-",
                                              "—",
                                              "/",
                                              "%",
                                              "$",
                                              "€",
                                              "\"",
                                              "«",
                                              "»",
                                              "،",
                                              "؛",
                                              "؟",
                                              "…",
                                              "#",
                                              "+",
                                              "0",
                                              "7",
                                              "1,234",
                                              "1.5",
                                              "12/11/2023",
                                              "1402/08/18",
                                              "٢٠٢٣",
                                              "۱۴۰۲",
                                              "99999999999999999999",
                                              "\u200C",
                                              "\u200F",
                                              "\u202E",
                                              "\u00A0",
                                              "\u0301",
                                              "\u064E",
                                              "\U0001F600",
                                              "ﷺ",
                                              "½",
                                              "10⁶",
                                              "\t",
                                              "\r\n",
                                              "https://x.org/2023/11/09",
                                              "a@b.org",
                                              "1:30",
                                              "3-1",
                                              "²",
                                              "ⅳ",
                                              "\u0640",
                                              "A320",
                                              "x7x",
                                              "'",
                                              "’",
                                              "\u2028",
                                              "\uFEFF",
                                              "\u0000A"};
  return words;
}

std::string mixture(std::mt19937& random, const std::vector<std::string>& words, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    const auto& from = random() % 4 == 0 ? noise_words() : words;
    text += from[random() % from.size()];
    if (random() % 8 != 0) text += ' ';
  }
  return text;
}

std::string all_of(const Extraction& e) {
  std::string result = e.language + "\n";
  for (const Mention& m : e.mentions) result += dump(m) + " " + m.path + " " + std::to_string(m.sentence) + "\n";
  for (const SentenceView& s : e.sentences) {
    result += dump(s.span);
    for (const NameMention& n : s.names) result += " " + dump(n.span) + n.id;
    for (const Cue& c : s.cues) result += " " + dump(c.span);
    result += "\n";
  }
  return result;
}

void check_laws(const std::string& text, const std::string& language, std::optional<Day> day) {
  const Document document = document_of(text, language, day);
  const Extraction e = extract(document, shipped());
  INFO(language << ": " << text << "\n" << all_of(e));
  REQUIRE(laws::of_extraction(document, e) == "");
  REQUIRE(all_of(extract(document, shipped())) == all_of(e));
  const Extraction few = extract(document, shipped(), Scope::mentions);
  REQUIRE(few.mentions.size() == e.mentions.size());
  for (std::size_t i = 0; i < few.mentions.size(); ++i) REQUIRE(dump(few.mentions[i]) == dump(e.mentions[i]));
}

}  // namespace

TEST_CASE("laws of mentions on mixtures of real words and noise") {
  const auto day = to_day(Calendar::gregorian, 2023, 11, 8);
  for (const std::string language : {"ar", "fa", "en", "ru", "tr"}) {
    const auto words = words_of(language);
    REQUIRE(words.size() > 100);
    for (unsigned seed = 0; seed < 400; ++seed) {
      std::mt19937 random(seed);
      check_laws(mixture(random, words, 5 + seed % 60), language, seed % 3 == 0 ? std::nullopt : day);
    }
  }
}

TEST_CASE("laws of mentions on words of five languages in one text, its language unknown") {
  std::vector<std::string> words;
  for (const std::string language : {"ar", "fa", "en", "ru", "tr"})
    for (auto& word : words_of(language)) words.push_back(word);
  for (unsigned seed = 1000; seed < 1200; ++seed) {
    std::mt19937 random(seed);
    check_laws(mixture(random, words, 80), "", std::nullopt);
  }
}

TEST_CASE("laws of mentions on words cut anywhere between two characters") {
  const auto words = words_of("ar");
  for (unsigned seed = 2000; seed < 2200; ++seed) {
    std::mt19937 random(seed);
    std::string text = mixture(random, words, 20);
    std::size_t from = random() % text.size(), to = from + random() % (text.size() - from);
    while (!laws::at_character(text, static_cast<std::uint32_t>(from))) --from;
    while (!laws::at_character(text, static_cast<std::uint32_t>(to))) ++to;
    check_laws(text.substr(from, to - from), "ar", std::nullopt);
  }
}

TEST_CASE("texts of nothing") {
  for (const char* text : {"", " ", "\n", "\xEF\xBB\xBF", ".", "1", "-", "\u200C", "\u0301", "%"})
    for (const char* language : {"ar", "fa", "en", "ru", "tr", ""}) check_laws(text, language, std::nullopt);
}
