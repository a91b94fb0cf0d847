#include "judge/stories.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>
#include <unordered_map>

namespace mizan {
namespace {

constexpr double kOneStory = 0.055;  // share of the weight of their words that two documents have in common
constexpr int kDaysApart = 45;       // between the documents of one story
constexpr int kTellingDigits = 3;    // a value of so many digits is rarely the same by chance

// Weights are whole numbers, so that sums are exact in whatever order they are made.
constexpr std::uint32_t kName = 10, kTopic = 6, kPlain = 5, kSound = 8, kValue = 12;

// In a large corpus a word joins documents if it is rare, and counts the same however rare it is: then two documents
// are as much alike as they are, whatever comes to the corpus. The factor makes that scale the other's.
constexpr double kManyScale = 1.13;

std::uint64_t sound_key(std::uint32_t sound) { return 0x5000000000000000ULL ^ sound; }

int digits(const Decimal& d) {
  std::int64_t c = d.stripped().coefficient();
  int n = 0;
  for (c = c < 0 ? -c : c; c > 0; c /= 10) ++n;
  return n;
}

/// Of other countries altogether.
bool elsewhere(const DocumentView& a, const DocumentView& b) {
  if (a.countries.empty() || b.countries.empty()) return false;
  std::vector<std::string> common;
  std::set_intersection(a.countries.begin(), a.countries.end(), b.countries.begin(), b.countries.end(),
                        std::back_inserter(common));
  return common.empty();
}

bool far_apart(const DocumentView& a, const DocumentView& b) {
  return a.date.days && b.date.days && a.date.days->first && b.date.days->first &&
         std::abs((*a.date.days->first - *b.date.days->first).count()) > kDaysApart;
}

std::optional<double> story_score(const DocumentView& a, const DocumentView& b, double shared, double norm_a,
                                  double norm_b) {
  const double score = shared / std::sqrt(norm_a * norm_b);
  if (score < kOneStory || far_apart(a, b) || elsewhere(a, b)) return std::nullopt;
  return score;
}

template <class Claims>
Signature signature_of(const DocumentView& view, const Claims& claims) {
  std::map<std::uint64_t, std::uint32_t> weights;
  const auto put = [&](std::uint64_t key, std::uint32_t weight) {
    std::uint32_t& w = weights[key];
    w = std::max(w, weight);
  };
  for (const Word& word : view.words) {
    switch (word.kind) {
      case Word::Kind::name:
        put(word.key, kName);
        break;
      case Word::Kind::topic:
        put(word.key, kTopic);
        break;
      case Word::Kind::plain:
        put(word.key, kPlain);
        for (const std::uint32_t sound : word.sounds)
          if (sound != 0) put(sound_key(sound), kSound);
        break;
    }
  }
  for (const Claim& claim : claims)
    if (const auto* q = std::get_if<Quantity>(&claim.readings.front());
        q != nullptr && digits(q->low) >= kTellingDigits)
      put(fingerprint("value " + q->low.stripped().plain()), kValue);
  Signature result;
  result.keys.assign(weights.begin(), weights.end());
  for (const auto& [key, weight] : weights) result.norm += weight;
  return result;
}

}  // namespace

Signature story_signature(const DocumentView& view, const std::vector<Claim>& claims) {
  return signature_of(view, claims);
}

std::optional<double> story_score(const DocumentView& a, const DocumentView& b, std::uint32_t shared,
                                  std::uint32_t norm_a, std::uint32_t norm_b) {
  if (norm_a == 0 || norm_b == 0) return std::nullopt;
  return story_score(a, b, kManyScale * shared, static_cast<double>(norm_a), static_cast<double>(norm_b));
}

std::vector<DocumentPair> story_pairs(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims) {
  const std::size_t count = documents.size();
  const bool few = count < kFew;
  std::vector<std::vector<std::reference_wrapper<const Claim>>> claims_of(count);
  for (const Claim& claim : claims) claims_of[claim.document].emplace_back(claim);
  std::vector<Signature> signatures(count);
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> postings;
  std::unordered_map<std::uint64_t, std::uint32_t> frequency;
  for (std::size_t d = 0; d < count; ++d) {
    signatures[d] = signature_of(documents[d], claims_of[d]);
    for (const auto& [key, weight] : signatures[d].keys) {
      const std::uint32_t n = ++frequency[key];
      if (n <= kRare + 1) postings[key].push_back(static_cast<std::uint32_t>(d));
    }
  }
  const auto idf = [&](std::uint64_t key) {
    return few ? std::log((static_cast<double>(count) + 1) / static_cast<double>(frequency.at(key))) : 1.0;
  };
  std::vector<double> norm(count, 1e-9);
  for (std::size_t d = 0; d < count; ++d) {
    if (!few) norm[d] = signatures[d].norm;
    for (const auto& [key, weight] : signatures[d].keys)
      if (few) norm[d] += weight * idf(key);
  }
  std::vector<DocumentPair> result;
  std::vector<double> best(count, 0);
  std::unordered_map<std::uint32_t, double> shared;
  for (std::uint32_t d = 0; d < count; ++d) {
    shared.clear();
    for (const auto& [key, weight] : signatures[d].keys) {
      if (frequency.at(key) > kRare || frequency.at(key) < 2) continue;
      for (const std::uint32_t other : postings.at(key))
        if (other < d) shared[other] += weight * idf(key);
    }
    const std::size_t first = result.size();
    for (const auto& [other, sum] : shared) {
      const auto score =
          story_score(documents[other], documents[d], few ? sum : kManyScale * sum, norm[other], norm[d]);
      if (!score) continue;
      result.push_back({other, d, *score});
      best[other] = std::max(best[other], *score);
      best[d] = std::max(best[d], *score);
    }
    std::sort(result.begin() + static_cast<std::ptrdiff_t>(first), result.end(),
              [](const DocumentPair& x, const DocumentPair& y) { return x.a < y.a; });
  }
  for (DocumentPair& pair : result) pair.rival = pair.score / std::max(best[pair.a], best[pair.b]);
  return result;
}

}  // namespace mizan
