// The case files: tests/cases/<dimension>/<language>.case. Two lines and a blank one:
//   the input    (the whole of it is exactly one mention; words like "about" or "in" may stand around it)
//   => dump      or "=> none": no mention at all. "=? dump" is a known gap: printed, not failing, and failing once it
//   passes.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <vector>

#include "catch.hpp"
#include "extract/extract.hpp"
#include "rules.hpp"

namespace {

using namespace mizan;
namespace fs = std::filesystem;

struct Case {
  std::string input, expected;
  bool gap = false;
  int line = 0;
};

std::vector<Case> read_cases(const fs::path& file) {
  std::ifstream stream(file);
  std::vector<Case> result;
  std::string line;
  std::string input;
  int number = 0;
  while (std::getline(stream, line)) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (line.rfind("=> ", 0) == 0 || line.rfind("=? ", 0) == 0)
      result.push_back({input, line.substr(3), line[1] == '?', number - 1});
    else
      input = line;
  }
  return result;
}

/// Everything outside the mention must be words that no mention owns: its letters are few, and nothing else was found.
std::string read(const std::string& input, const std::string& language) {
  const auto day = to_day(Calendar::gregorian, 2023, 11, 8);
  const Extraction e = extract(document_of(input, language, day), shipped());
  if (e.mentions.empty()) return "none";
  std::string result;
  for (const Mention& m : e.mentions) result += (result.empty() ? "" : " + ") + dump(m.readings.front());
  return result;
}

}  // namespace

TEST_CASE("every case file reads as it says, and no cell of the coverage table is empty") {
  struct Cell {
    int positive = 0, negative = 0, gaps = 0;
  };
  std::map<std::string, std::map<std::string, Cell>> table;
  std::vector<std::string> languages;  // all that are shipped: the fifth and later ones show their gaps as the four do
  for (const Language& language : shipped().languages()) languages.push_back(language.tag);
  for (const auto& dimension : fs::directory_iterator(fs::path(MIZAN_SOURCE_DIR) / "tests/cases")) {
    if (!dimension.is_directory()) continue;
    for (const auto& file : fs::directory_iterator(dimension.path())) {
      if (file.path().extension() != ".case") continue;
      const std::string language = file.path().stem().string();
      INFO(file.path().string());
      REQUIRE(shipped().language(language).has_value());
      Cell& cell = table[dimension.path().filename().string()][language];
      for (const Case& c : read_cases(file.path())) {
        const std::string got = read(c.input, language);
        INFO(file.path().string() << ":" << c.line << "\n  input    " << c.input << "\n  expected " << c.expected
                                  << "\n  got      " << got);
        if (c.gap) {
          ++cell.gaps;
          CHECK(got != c.expected);  // a gap that closed: make it a case
        } else {
          CHECK(got == c.expected);
        }
        ++(c.expected == "none" ? cell.negative : cell.positive);
      }
    }
  }
  std::cout << "coverage (positive/negative, known gaps)\n";
  for (const auto& [dimension, row] : table) {
    std::cout << "  " << dimension;
    for (const std::string& language : languages) {
      const auto cell = row.find(language);
      INFO(dimension << " " << language);
      CHECK(cell != row.end());
      if (cell == row.end()) continue;
      CHECK(cell->second.positive > 0);
      CHECK(cell->second.negative > 0);
      std::cout << "  " << language << " " << cell->second.positive << "/" << cell->second.negative;
      if (cell->second.gaps != 0) std::cout << " (" << cell->second.gaps << ")";
    }
    std::cout << "\n";
  }
}

TEST_CASE("one fact in several languages reads the same") {
  const auto day = to_day(Calendar::gregorian, 2023, 11, 8);
  std::ifstream stream(std::string(MIZAN_SOURCE_DIR) + "/tests/cases/parallel.txt");
  REQUIRE(stream);
  std::string line, expected;
  int number = 0;
  while (std::getline(stream, line)) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (line.rfind("=> ", 0) == 0) {
      expected = line.substr(3);
      continue;
    }
    const Extraction e = extract(document_of(line.substr(3), line.substr(0, 2), day), shipped());
    std::string got;
    for (const Mention& m : e.mentions) got += (got.empty() ? "" : " ; ") + dump(m.readings.front());
    INFO("parallel.txt:" << number << " " << line);
    CHECK(got == expected);
  }
}
