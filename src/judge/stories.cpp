#include "judge/stories.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <unordered_map>

namespace mizan {
namespace {

constexpr std::uint32_t kRare = 48;    // a word of more documents than this joins none
constexpr std::size_t kPartners = 16;  // of a document
constexpr int kDaysApart = 45;         // between the documents of one story
constexpr double kOneStory = 0.055;    // share of the weight of their words that two documents have in common
constexpr int kTellingDigits = 3;      // a value of so many digits is rarely the same by chance

struct Signature {
  std::vector<std::pair<std::uint64_t, double>> keys;  // sorted; the weight is the kind's
  std::uint64_t language = 0;
};

std::uint64_t sound_key(std::uint32_t sound) { return 0x5000000000000000ULL ^ sound; }

int digits(const Decimal& d) {
  std::int64_t c = d.stripped().coefficient();
  int n = 0;
  for (c = c < 0 ? -c : c; c > 0; c /= 10) ++n;
  return n;
}

Signature signature(const DocumentView& view, const std::vector<const Claim*>& claims) {
  std::map<std::uint64_t, double> weights;
  const auto put = [&](std::uint64_t key, double weight) {
    double& w = weights[key];
    w = std::max(w, weight);
  };
  for (const Word& word : view.words) {
    switch (word.kind) {
      case Word::Kind::name:
        put(word.key, 1.0);
        break;
      case Word::Kind::topic:
        put(word.key, 0.6);
        break;
      case Word::Kind::plain:
        put(word.key, 0.5);
        for (const std::uint32_t sound : word.sounds)
          if (sound != 0) put(sound_key(sound), 0.8);
        break;
    }
  }
  for (const Claim* claim : claims)
    if (const auto* q = std::get_if<Quantity>(&claim->readings.front());
        q != nullptr && digits(q->low) >= kTellingDigits)
      put(fingerprint("value " + q->low.stripped().plain()), 1.2);
  Signature result;
  result.keys.assign(weights.begin(), weights.end());
  return result;
}

/// Of other countries altogether.
bool elsewhere(const DocumentView& a, const DocumentView& b) {
  if (a.countries.empty() || b.countries.empty()) return false;
  std::vector<std::string> common;
  std::set_intersection(a.countries.begin(), a.countries.end(), b.countries.begin(), b.countries.end(),
                        std::back_inserter(common));
  return common.empty();
}

}  // namespace

std::vector<DocumentPair> story_pairs(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims) {
  const std::size_t count = documents.size();
  std::vector<std::vector<const Claim*>> claims_of(count);
  for (const Claim& claim : claims) claims_of[claim.document].push_back(&claim);
  std::vector<Signature> signatures(count);
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> postings;
  std::unordered_map<std::uint64_t, std::uint32_t> frequency;
  for (std::size_t d = 0; d < count; ++d) {
    signatures[d] = signature(documents[d], claims_of[d]);
    for (const auto& [key, weight] : signatures[d].keys) {
      const std::uint32_t n = ++frequency[key];
      if (n <= kRare + 1) postings[key].push_back(static_cast<std::uint32_t>(d));
    }
  }
  const auto idf = [&](std::uint64_t key) {
    return std::log((static_cast<double>(count) + 1) / static_cast<double>(frequency.at(key)));
  };
  std::vector<double> norm(count, 1e-9);
  for (std::size_t d = 0; d < count; ++d)
    for (const auto& [key, weight] : signatures[d].keys) norm[d] += weight * idf(key);

  std::vector<std::vector<DocumentPair>> partners(count);
  std::unordered_map<std::uint32_t, double> shared;
  for (std::size_t d = 0; d < count; ++d) {
    shared.clear();
    for (const auto& [key, weight] : signatures[d].keys) {
      if (frequency.at(key) > kRare || frequency.at(key) < 2) continue;
      for (const std::uint32_t other : postings.at(key))
        if (other < d) shared[other] += weight * idf(key);
    }
    std::vector<DocumentPair> found;
    for (const auto& [other, sum] : shared) {
      const auto& a = documents[d].date;
      const auto& b = documents[other].date;
      if (a.days && b.days && a.days->first && b.days->first &&
          std::abs((*a.days->first - *b.days->first).count()) > kDaysApart)
        continue;
      if (elsewhere(documents[d], documents[other])) continue;
      const double score = sum / std::sqrt(norm[d] * norm[other]);
      if (score >= kOneStory) found.push_back({other, static_cast<std::uint32_t>(d), score});
    }
    std::sort(found.begin(), found.end(), [](const DocumentPair& x, const DocumentPair& y) {
      return x.score != y.score ? x.score > y.score : x.a < y.a;
    });
    if (found.size() > kPartners) found.resize(kPartners);
    partners[d] = std::move(found);
  }
  std::vector<DocumentPair> result;
  std::vector<double> best(count, 0);
  for (const auto& some : partners) result.insert(result.end(), some.begin(), some.end());
  for (const DocumentPair& pair : result)
    best[pair.a] = std::max(best[pair.a], pair.score), best[pair.b] = std::max(best[pair.b], pair.score);
  for (DocumentPair& pair : result) pair.rival = pair.score / std::max(best[pair.a], best[pair.b]);
  return result;
}

}  // namespace mizan
