#include "index/tally.hpp"

#include <algorithm>

namespace mizan {

void Tally::add(std::uint32_t document, const Signature& signature) {
  for (const auto& [key, weight] : signature) {
    List& list = lists_[spread(key) >> (64 - kBits)];
    list.uses.push_back({spread(key), document, weight});
    if (list.uses.size() >= list.limit) list.settle();
  }
}

/// Sorts all, and leaves of common words nothing but how many documents they have.
void Tally::List::settle() {
  const auto middle = uses.begin() + static_cast<std::ptrdiff_t>(sorted);
  std::sort(middle, uses.end());
  std::inplace_merge(uses.begin(), middle, uses.end());
  auto kept = uses.begin();
  for (auto word = uses.begin(); word != uses.end();) {
    const auto end = std::find_if(word, uses.end(), [&](const Use& use) { return use.key != word->key; });
    const auto count = static_cast<std::uint32_t>(end - word);
    if (const auto known = common.find(word->key); known != common.end())
      known->second += count;
    else if (count > kKept)
      common.emplace(word->key, count);
    else
      kept = kept == word ? end : std::move(word, end, kept);
    word = end;
  }
  uses.erase(kept, uses.end());
  sorted = uses.size();
  limit = std::max(limit, 2 * sorted);
}

void Tally::each(const std::function<void(std::uint64_t key, const Posting& posting)>& use) {
  Posting posting;
  for (List& list : lists_) {
    list.settle();
    auto common = list.common.begin();
    const auto use_common_until = [&](std::uint64_t key) {
      for (; common != list.common.end() && common->first < key; ++common)
        use(spread(common->first), Posting{common->second, {}});
    };
    for (auto word = list.uses.begin(); word != list.uses.end();) {
      const std::uint64_t key = word->key;
      use_common_until(key);
      posting.documents.clear();
      for (; word != list.uses.end() && word->key == key; ++word)
        posting.documents.emplace_back(word->document, word->weight);
      posting.frequency = static_cast<std::uint32_t>(posting.documents.size());
      use(spread(key), posting);
    }
    for (; common != list.common.end(); ++common) use(spread(common->first), Posting{common->second, {}});
  }
}

}  // namespace mizan
