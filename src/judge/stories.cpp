#include "judge/stories.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <unordered_map>

namespace mizan {
namespace {

constexpr std::size_t kBackground = 16;  // documents: what a few of one story share is not common for that
constexpr double kOneStory = 0.055;      // share of the weight of their words that two documents have in common
constexpr double kBridged = 0.02;        // enough for two that a third is surely of one story with
constexpr double kSurely = 0.07;         // which it is with so much in common
constexpr int kWeek = 7;                 // days
constexpr int kDaysApart = 45;           // between the documents of one story
constexpr int kTellingDigits = 3;        // a value of so many digits is rarely the same by chance

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
bool elsewhere(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return false;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) return false;
    *x < *y ? ++x : ++y;
  }
  return true;
}

bool far_apart(const std::optional<Day>& a, const std::optional<Day>& b) {
  return a && b && std::abs((*a - *b).count()) > kDaysApart;
}

std::optional<double> story_score(const Scene& a, const Scene& b, double shared, double norm_a, double norm_b,
                                  double least = kOneStory) {
  const double score = shared / std::sqrt(norm_a * norm_b);
  if (score < least || far_apart(a.day, b.day) || elsewhere(a.countries, b.countries)) return std::nullopt;
  return score;
}

template <class Claims>
Signature signature_of(const DocumentView& view, const Claims& claims) {
  Signature all;
  const auto put = [&](std::uint64_t key, std::uint32_t weight) { all.emplace_back(key, weight); };
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
  std::sort(all.begin(), all.end(),
            [](const auto& x, const auto& y) { return x.first != y.first ? x.first < y.first : x.second > y.second; });
  all.erase(std::unique(all.begin(), all.end(), [](const auto& x, const auto& y) { return x.first == y.first; }),
            all.end());
  return all;
}

/// Where all documents are known, two that have little in common are of one story if a third, which both have much in
/// common with, is: reports of one week in two languages, and the one in a third language between them.
void drop_unbridged(std::vector<DocumentPair>& pairs, const std::vector<DocumentView>& documents) {
  const auto one_week = [&](std::uint32_t a, std::uint32_t b) {
    const auto &x = documents[a].date.days, &y = documents[b].date.days;
    return x && y && x->first && y->first && std::abs((*x->first - *y->first).count()) <= kWeek;
  };
  std::vector<std::vector<std::uint32_t>> sure(documents.size());
  for (const DocumentPair& pair : pairs)
    if (pair.score >= kSurely && one_week(pair.a, pair.b)) {
      sure[pair.a].push_back(pair.b);
      sure[pair.b].push_back(pair.a);
    }
  for (auto& some : sure) std::sort(some.begin(), some.end());
  const auto bridged = [&](const DocumentPair& pair) {
    if (documents[pair.a].language == documents[pair.b].language || !one_week(pair.a, pair.b)) return false;
    return std::any_of(sure[pair.a].begin(), sure[pair.a].end(), [&](std::uint32_t third) {
      return std::binary_search(sure[pair.b].begin(), sure[pair.b].end(), third);
    });
  };
  pairs.erase(std::remove_if(pairs.begin(), pairs.end(),
                             [&](const DocumentPair& pair) { return pair.score < kOneStory && !bridged(pair); }),
              pairs.end());
}

}  // namespace

Signature story_signature(const DocumentView& view, const std::vector<Claim>& claims) {
  return signature_of(view, claims);
}

Scene scene_of(const DocumentView& view, const Signature& signature) {
  Scene scene{0, view.date.days ? view.date.days->first : std::nullopt, view.countries};
  for (const auto& [key, weight] : signature) scene.weight += weight;
  return scene;
}

std::optional<double> story_score(const Scene& a, const Scene& b, std::uint32_t shared) {
  if (a.weight == 0 || b.weight == 0) return std::nullopt;
  return story_score(a, b, kManyScale * shared, static_cast<double>(a.weight), static_cast<double>(b.weight));
}

std::vector<DocumentPair> story_pairs(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims) {
  const std::size_t count = documents.size();
  const bool few = count < kFew;
  std::vector<std::vector<std::reference_wrapper<const Claim>>> claims_of(count);
  for (const Claim& claim : claims) claims_of[claim.document].emplace_back(claim);
  std::vector<Signature> signatures(count);
  std::vector<Scene> scenes(count);
  std::unordered_map<std::uint64_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>> postings;  // with weights
  std::unordered_map<std::uint64_t, std::uint32_t> frequency;
  for (std::uint32_t d = 0; d < count; ++d) {
    signatures[d] = signature_of(documents[d], claims_of[d]);
    scenes[d] = scene_of(documents[d], signatures[d]);
    for (const auto& [key, weight] : signatures[d]) {
      const std::uint32_t n = ++frequency[key];
      if (n <= kRare + 1) postings[key].emplace_back(d, weight);
    }
  }
  const auto idf = [&](std::uint64_t key) {
    return few ? std::log((static_cast<double>(std::max(count, kBackground)) + 1) /
                          static_cast<double>(frequency.at(key)))
               : 1.0;
  };
  std::vector<double> norm(count, 1e-9);
  for (std::size_t d = 0; d < count; ++d) {
    if (!few) norm[d] = scenes[d].weight;
    for (const auto& [key, weight] : signatures[d])
      if (few) norm[d] += weight * idf(key);
  }
  std::vector<DocumentPair> result;
  std::vector<double> best(count, 0);
  std::unordered_map<std::uint32_t, double> shared;
  for (std::uint32_t d = 0; d < count; ++d) {
    shared.clear();
    for (const auto& [key, weight] : signatures[d]) {
      if (frequency.at(key) > kRare || frequency.at(key) < 2) continue;
      for (const auto& [other, its_weight] : postings.at(key))
        if (other < d) shared[other] += std::min(weight, its_weight) * idf(key);
    }
    const std::size_t first = result.size();
    for (const auto& [other, sum] : shared) {
      const auto score = story_score(scenes[other], scenes[d], few ? sum : kManyScale * sum, norm[other], norm[d],
                                     few ? kBridged : kOneStory);
      if (!score) continue;
      result.push_back({other, d, *score});
      best[other] = std::max(best[other], *score);
      best[d] = std::max(best[d], *score);
    }
    std::sort(result.begin() + static_cast<std::ptrdiff_t>(first), result.end(),
              [](const DocumentPair& x, const DocumentPair& y) { return x.a < y.a; });
  }
  if (few) drop_unbridged(result, documents);
  for (DocumentPair& pair : result) pair.rival = pair.score / std::max(best[pair.a], best[pair.b]);
  return result;
}

}  // namespace mizan
