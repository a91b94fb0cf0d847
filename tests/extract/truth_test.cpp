// The seed articles against seeds/truth.toml: what is found, what is missed, what is made up; and what the articles say
// together. Room by room, without the app: read, extract, claims, judge.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <algorithm>
#include <iostream>

#include "catch.hpp"
#include "claim/claim.hpp"
#include "extract/extract.hpp"
#include "judge/judge.hpp"
#include "rules.hpp"

namespace {

using namespace mizan;

constexpr double kMinPrecision = 0.97;
constexpr double kMinRecall = 0.97;

std::string seeds() { return std::string(MIZAN_SOURCE_DIR) + "/seeds"; }

const toml::table& truth() {
  static const toml::table table = [] {
    toml::parse_result result = toml::parse_file(seeds() + "/truth.toml");
    if (!result) {
      const auto at = result.error().source().begin;
      throw std::runtime_error("truth.toml:" + std::to_string(at.line) + ": " +
                               std::string(result.error().description()));
    }
    return std::move(result).table();
  }();
  return table;
}

std::string text_of(const toml::table& table, std::string_view key) {
  const auto value = table[key].value<std::string>();
  if (!value) throw std::runtime_error("truth.toml: a table lacks \"" + std::string(key) + "\"");
  return *value;
}

std::vector<const toml::table*> tables(const toml::table& table, std::string_view key) {
  std::vector<const toml::table*> result;
  if (const toml::array* array = table[key].as_array())
    for (const auto& element : *array) result.push_back(element.as_table());
  return result;
}

/// The seeds through the rooms, once.
struct Corpus {
  std::vector<Document> documents;
  std::vector<Extraction> extractions;
  std::vector<Claim> claims;
  Judgement judgement;

  std::size_t index(std::string_view name) const {
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (documents[i].id.starts_with(name)) return i;
    throw std::runtime_error("truth.toml: no article " + std::string(name));
  }
  /// The nth occurrence of a quote.
  Span find(std::size_t document, const std::string& quote, std::int64_t nth) const {
    const std::string& text = documents[document].text;
    std::size_t at = std::string::npos;
    for (std::int64_t i = 0; i < nth; ++i) {
      at = text.find(quote, at == std::string::npos ? 0 : at + 1);
      if (at == std::string::npos)
        throw std::runtime_error("truth.toml: " + documents[document].id + " has no " + std::to_string(nth) + ". \"" +
                                 quote + "\"");
    }
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + quote.size())};
  }
  Span find(std::size_t document, const toml::table& place) const {
    return find(document, text_of(place, "text"), place["nth"].value_or(std::int64_t{1}));
  }
};

const Corpus& corpus() {
  static const Corpus result = [] {
    Corpus c;
    Errors errors;
    read_path(
        seeds(), {}, [&](Document&& d) { c.documents.push_back(std::move(d)); }, errors);
    if (!errors.empty()) throw std::runtime_error(dump(errors.front()));
    for (std::uint32_t i = 0; i < c.documents.size(); ++i) {
      c.extractions.push_back(extract(c.documents[i], shipped()));
      auto some = claims(c.documents[i], c.extractions.back(), shipped(), i);
      c.claims.insert(c.claims.end(), some.begin(), some.end());
    }
    std::vector<DocumentView> views;
    for (std::size_t i = 0; i < c.documents.size(); ++i) {
      DocumentView view{c.documents[i].id, c.extractions[i].date, &c.extractions[i].mentions, {}};
      for (const SentenceView& s : c.extractions[i].sentences) view.sentences.push_back(s.span);
      views.push_back(std::move(view));
    }
    c.judgement = judge(views, c.claims, shipped().frames());
    return c;
  }();
  return result;
}

/// Do all places of one list of the truth stand on one side of a finding? Returns the sides that hold them all.
std::vector<std::uint32_t> sides_with(const Finding& finding, const std::vector<const toml::table*>& places) {
  std::vector<std::uint32_t> result;
  for (std::uint32_t side = 0; side < 8; ++side) {
    const bool all = std::all_of(places.begin(), places.end(), [&](const toml::table* place) {
      const std::size_t document = corpus().index(text_of(*place, "article"));
      const Span span = corpus().find(document, *place);
      return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& e) {
        return e.side == side && e.document == document && e.span.overlaps(span);
      });
    });
    if (all) result.push_back(side);
  }
  return result;
}

}  // namespace

TEST_CASE("the seed articles: precision and recall") {
  std::size_t expected = 0, found = 0, harmless = 0, spurious = 0;
  REQUIRE(tables(truth(), "article").size() == corpus().documents.size());
  for (const toml::table* article : tables(truth(), "article")) {
    const std::size_t document = corpus().index(text_of(*article, "file"));
    const auto& mentions = corpus().extractions[document].mentions;
    std::vector<bool> known(mentions.size(), false);
    for (const toml::table* figure : tables(*article, "figures")) {
      const Span span = corpus().find(document, *figure);
      const std::string is = text_of(*figure, "is");
      ++expected;
      bool hit = false;
      std::string instead;
      for (std::size_t m = 0; m < mentions.size(); ++m) {
        if (!mentions[m].span.overlaps(span)) continue;
        known[m] = true;
        const std::string value = dump(mentions[m].readings.front());
        hit = hit || value == is;
        instead += " " + value;
      }
      found += hit;
      if (!hit)
        std::cout << "  missed   " << corpus().documents[document].id << " " << text_of(*figure, "text") << " = " << is
                  << ", got" << (instead.empty() ? " nothing" : instead) << "\n";
    }
    for (const toml::table* quote : tables(*article, "also")) {
      const Span span = corpus().find(document, *quote);
      for (std::size_t m = 0; m < mentions.size(); ++m) {
        if (known[m] || !mentions[m].span.overlaps(span)) continue;
        known[m] = true;
        ++harmless;
      }
    }
    for (std::size_t m = 0; m < mentions.size(); ++m) {
      if (known[m]) continue;
      ++spurious;
      const Span span = mentions[m].span;
      std::cout << "  spurious " << corpus().documents[document].id << " "
                << corpus().documents[document].text.substr(span.begin, span.size()) << " = "
                << dump(mentions[m].readings.front()) << "\n";
    }
  }
  const double recall = static_cast<double>(found) / static_cast<double>(expected);
  const double precision = static_cast<double>(found) / static_cast<double>(found + spurious);
  std::cout << "seeds: " << expected << " figures, " << found << " found, " << expected - found << " missed, "
            << spurious << " spurious, " << harmless << " harmless; precision " << precision << ", recall " << recall
            << "\n";
  CHECK(precision >= kMinPrecision);
  CHECK(recall >= kMinRecall);
}

TEST_CASE("the seed articles: their dates") {
  for (const toml::table* article : tables(truth(), "article")) {
    const std::size_t document = corpus().index(text_of(*article, "file"));
    const DocumentDate& date = corpus().extractions[document].date;
    INFO(corpus().documents[document].id);
    CHECK(name(date.source) == text_of(*article, "source"));
    CHECK((date.days ? dump(*date.days) : "") == (*article)["date"].value_or(std::string()));
    std::size_t places = 0;
    if (const toml::array* quotes = (*article)["evidence"].as_array())
      for (const auto& quote : *quotes) {
        ++places;
        const std::string text = quote.value_or(std::string());
        const Span span = corpus().find(document, text, 1);
        INFO("evidence " << text);
        CHECK(std::any_of(date.evidence.begin(), date.evidence.end(), [&](const Span& e) { return e.overlaps(span); }));
      }
    CHECK(date.evidence.size() == places);
    if (date.source == DocumentDate::Source::inferred) CHECK(!date.reason.empty());
  }
}

TEST_CASE("the seed articles: every relation that a reader sees, and no contradiction") {
  for (const toml::table* relation : tables(truth(), "relation")) {
    const auto a = tables(*relation, "a"), b = tables(*relation, "b");
    REQUIRE(!a.empty());
    const bool there =
        std::any_of(corpus().judgement.findings.begin(), corpus().judgement.findings.end(), [&](const Finding& f) {
          if (f.rule != text_of(*relation, "rule") || name(f.verdict) != text_of(*relation, "verdict")) return false;
          const auto left = sides_with(f, a);
          if (b.empty()) return !left.empty();
          const auto right = sides_with(f, b);
          return !left.empty() && !right.empty() && left.front() != right.front();
        });
    INFO(text_of(*relation, "verdict") << " " << text_of(*relation, "rule") << " " << text_of(*a.front(), "text"));
    CHECK(there);
  }
  for (const Finding& finding : corpus().judgement.findings) {
    INFO(dump(finding));
    CHECK(finding.verdict != Verdict::contradiction);
  }
}

TEST_CASE("the seed articles: their series") {
  for (const toml::table* series : tables(truth(), "series")) {
    std::vector<std::string> expected;
    for (const auto& claim : *(*series)["claims"].as_array()) expected.push_back(claim.value_or(std::string()));
    std::vector<std::vector<std::string>> got;
    for (const Series& s : corpus().judgement.series) {
      if (s.frame != text_of(*series, "frame")) continue;
      got.emplace_back();
      for (const std::uint32_t c : s.claims) got.back().push_back(dump(corpus().claims[c]));
    }
    REQUIRE(got.size() == 1);
    CHECK(got.front() == expected);
  }
}

TEST_CASE("the seed articles: no figure is given to another organisation") {
  for (const toml::table* foreign : tables(truth(), "foreign")) {
    const std::size_t document = corpus().index(text_of(*foreign, "article"));
    const Span span = corpus().find(document, *foreign);
    const Slot slot{text_of(*foreign, "slot"), text_of(*foreign, "value")};
    for (const Claim& claim : corpus().claims) {
      if (claim.document != document || !claim.span.overlaps(span)) continue;
      INFO(dump(claim));
      CHECK(std::find(claim.key.begin(), claim.key.end(), slot) == claim.key.end());
    }
  }
}
