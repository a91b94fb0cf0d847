// Claims of a corpus nobody wrote, made by a seeded generator: stories of one to twelve articles (few are large, most
// are single), words by Zipf's law, ten claims each, one in twenty of them with another value than its story.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "judge/judge.hpp"

namespace mizan::synthetic {

inline constexpr std::uint32_t kClaims = 10;  // of a document
inline constexpr std::uint32_t kVocabulary = 1 << 18;
inline constexpr std::uint32_t kWords = 60;   // of a document, beside those of its claims
inline constexpr std::uint32_t kAround = 12;  // words around a figure

/// Ranks from 1 by Zipf's law with exponent 1: the inverse of its integral is exact enough here.
class Zipf {
 public:
  explicit Zipf(std::uint32_t most) : log_(std::log(static_cast<double>(most))) {}
  template <class Random>
  std::uint32_t operator()(Random& random) const {
    return static_cast<std::uint32_t>(std::exp(std::uniform_real_distribution<double>(0, log_)(random)));
  }

 private:
  double log_;
};

struct Corpus {
  std::vector<std::vector<Mention>> mentions;
  std::vector<DocumentView> documents;
  std::vector<Claim> claims;
};

inline Word word_of(std::uint64_t rank, std::uint8_t gap) {
  Word word;
  word.kind = rank % 3 == 0 ? Word::Kind::plain : Word::Kind::topic;
  word.key = rank * 0x9E3779B97F4A7C15ULL;
  word.gap = gap;
  return word;
}

inline Corpus made(std::uint32_t claims) {
  Corpus corpus;
  std::mt19937 random(7);
  const Zipf common(kVocabulary), size(12);
  const std::uint32_t count = claims / kClaims;
  corpus.mentions.resize(count);
  corpus.documents.reserve(count);
  std::uint32_t story = 0, left = 0;
  for (std::uint32_t d = 0; d < count; ++d) {
    if (left == 0) ++story, left = size(random);
    --left;
    DocumentView view;
    view.id = "doc" + std::to_string(d);
    view.language = d % 2 == 0 ? "en" : "ru";
    view.date.days = Days{Day(std::chrono::days(19000 + story % 3000)), Day(std::chrono::days(19000 + story % 3000))};
    for (std::uint32_t i = 0; i < kWords; ++i) view.words.push_back(word_of(common(random), 0));
    for (std::uint32_t i = 0; i < 12; ++i)  // what makes it this story
      view.words.push_back(word_of(kVocabulary + std::uint64_t{story} * 16 + i, 0));
    for (std::uint32_t c = 0; c < kClaims; ++c) {
      Claim claim;
      claim.document = d;
      claim.mention = c;
      claim.frame = c % 3 == 0 ? "open.money" : "open.count";
      Quantity q;
      std::mt19937 fact(story * 64 + c);  // the same in all articles of the story, but for a slip now and then
      q.low = q.high = Decimal(static_cast<std::int64_t>(10 + fact() % 5000 + (random() % 20 == 0 ? 9 : 0)), 0);
      q.dimension = c % 3 == 0 ? Dimension::money : Dimension::count;
      q.unit = c % 3 == 0 ? "USD" : "person";
      claim.readings = {q};
      claim.span = claim.sentence = {c * 100, c * 100 + 5};
      claim.about.push_back(word_of(kVocabulary + std::uint64_t{story} * 16 + c % 12, 1));
      for (std::uint32_t i = 1; i < kAround; ++i)
        claim.about.push_back(word_of(1000 + fact() % kVocabulary, static_cast<std::uint8_t>(i * 2)));
      for (const Word& word : claim.about) view.words.push_back(word);
      corpus.claims.push_back(std::move(claim));
    }
    corpus.documents.push_back(std::move(view));
  }
  for (std::uint32_t d = 0; d < count; ++d) corpus.documents[d].mentions = &corpus.mentions[d];
  return corpus;
}

}  // namespace mizan::synthetic
