// Short news texts in tests/samples, written for the project: what is found of what a careful reader
// finds. For languages that the seed articles are not written in.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <filesystem>
#include <iostream>

#include "catch.hpp"
#include "extract/extract.hpp"
#include "rules.hpp"

namespace {

using namespace mizan;
namespace fs = std::filesystem;

constexpr double kMinF1 = 0.85;  // of every sample; what is missed is printed

/// The nth occurrence of a quote; a quote that is not there is a mistake of the file.
Span find(const std::string& text, const toml::table& place) {
  const std::string quote = place["text"].value_or(std::string());
  std::size_t at = std::string::npos;
  for (std::int64_t nth = place["nth"].value_or(std::int64_t{1}); nth > 0; --nth) {
    at = text.find(quote, at == std::string::npos ? 0 : at + 1);
    if (at == std::string::npos) throw std::runtime_error("the sample has no \"" + quote + "\"");
  }
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + quote.size())};
}

}  // namespace

TEST_CASE("the sample texts: precision and recall") {
  for (const auto& file : fs::directory_iterator(fs::path(MIZAN_SOURCE_DIR) / "tests/samples")) {
    INFO(file.path().string());
    const std::string name = file.path().stem().string();
    const toml::parse_result parsed = toml::parse_file(file.path().string());
    REQUIRE(parsed.succeeded());
    const toml::table& sample = parsed.table();
    const std::string language = sample["language"].value_or(std::string());
    const std::string text = sample["text"].value_or(std::string());
    const auto published = sample["published"].value_or(std::string());
    const auto day =
        to_day(Calendar::gregorian, std::stoi(published), static_cast<unsigned>(std::stoi(published.substr(5))),
               static_cast<unsigned>(std::stoi(published.substr(8))));
    // the language is not told: the sample holds its identification too
    const Extraction e = extract(document_of(text, {}, day), shipped());
    CHECK(e.language == language);

    std::size_t expected = 0, found = 0, spurious = 0;
    std::vector<bool> known(e.mentions.size(), false);
    for (const auto& figure : *sample["figures"].as_array()) {
      const Span span = find(text, *figure.as_table());
      const std::string is = (*figure.as_table())["is"].value_or(std::string());
      bool hit = false;
      std::string instead;
      for (std::size_t m = 0; m < e.mentions.size(); ++m) {
        if (!e.mentions[m].span.overlaps(span)) continue;
        known[m] = true;
        hit = hit || dump(e.mentions[m].readings.front()) == is;
        instead += " " + dump(e.mentions[m].readings.front());
      }
      ++expected;
      found += hit;
      if (!hit)
        std::cout << "  missed   " << name << " " << text.substr(span.begin, span.size()) << " = " << is << ", got"
                  << (instead.empty() ? " nothing" : instead) << "\n";
    }
    for (const auto& quote : *sample["also"].as_array()) {
      const Span span = find(text, *quote.as_table());
      for (std::size_t m = 0; m < e.mentions.size(); ++m)
        if (e.mentions[m].span.overlaps(span)) known[m] = true;
    }
    for (std::size_t m = 0; m < e.mentions.size(); ++m) {
      if (known[m]) continue;
      ++spurious;
      const Span span = e.mentions[m].span;
      std::cout << "  spurious " << name << " " << text.substr(span.begin, span.size()) << " = "
                << dump(e.mentions[m].readings.front()) << "\n";
    }
    const double recall = static_cast<double>(found) / static_cast<double>(expected);
    const double precision = static_cast<double>(found) / static_cast<double>(found + spurious);
    const double f1 = 2 * precision * recall / (precision + recall);
    std::cout << "sample " << name << ": " << expected << " figures, " << found << " found, " << spurious
              << " spurious; precision " << precision << ", recall " << recall << ", F1 " << f1 << "\n";
    CHECK(f1 >= kMinF1);
  }
}
