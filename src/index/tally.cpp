#include "index/tally.hpp"

#include <algorithm>

namespace mizan {

namespace {

/// The first bits of a key are those of its list, and few keys differ in the last ones.
std::size_t first_slot(std::uint64_t key) { return key * 0x9FB21C651E98DF25ULL >> 32; }

}  // namespace

std::uint32_t* Tally::Counts::find(std::uint64_t key) {
  for (std::size_t at = first_slot(key);; ++at) {
    auto& [known, count] = slots_[at & (slots_.size() - 1)];
    if (count == 0) return nullptr;
    if (known == key) return &count;
  }
}

void Tally::Counts::add(Count count) {
  if (2 * ++used_ > slots_.size()) {
    std::vector<Count> before(2 * slots_.size());
    before.swap(slots_);
    used_ = 1;
    for (const Count& known : before)
      if (known.second != 0) add(known);
  }
  std::size_t at = first_slot(count.first);
  while (slots_[at & (slots_.size() - 1)].second != 0) ++at;
  slots_[at & (slots_.size() - 1)] = count;
}

std::vector<Tally::Count> Tally::Counts::sorted(std::size_t list) const {
  std::vector<Count> result;
  for (const Count& count : slots_)
    if (count.second != 0 && count.first >> (64 - kBits) == list) result.push_back(count);
  std::sort(result.begin(), result.end());
  return result;
}

void Tally::add(std::uint32_t document, const Signature& signature) {
  for (const auto& [word, weight] : signature) {
    const std::uint64_t key = spread(word);
    if (std::uint32_t* count = common_.find(key); count != nullptr) {
      ++*count;
      continue;
    }
    List& list = lists_[key >> (64 - kBits)];
    list.uses.push_back({key, document, weight});
    if (list.uses.size() >= list.limit)
      for (const Count& count : list.settle()) common_.add(count);
  }
}

std::vector<Tally::Count> Tally::List::settle() {
  const auto middle = uses.begin() + static_cast<std::ptrdiff_t>(sorted);
  std::sort(middle, uses.end());
  std::inplace_merge(uses.begin(), middle, uses.end());
  std::vector<Count> common;
  auto kept = uses.begin();
  for (auto word = uses.begin(); word != uses.end();) {
    const auto end = std::find_if(word, uses.end(), [&](const Use& use) { return use.key != word->key; });
    if (const auto count = static_cast<std::uint32_t>(end - word); count > kKept)
      common.emplace_back(word->key, count);
    else
      kept = kept == word ? end : std::move(word, end, kept);
    word = end;
  }
  uses.erase(kept, uses.end());
  sorted = uses.size();
  limit = std::max(limit, 2 * sorted);
  return common;
}

void Tally::each(std::size_t number, const std::function<void(std::uint64_t key, const Posting& posting)>& use) {
  List& list = lists_[number];
  std::vector<Count> all_common = list.settle();
  const std::vector<Count> before = common_.sorted(number);
  all_common.insert(all_common.end(), before.begin(), before.end());
  std::sort(all_common.begin(), all_common.end());
  auto common = all_common.begin();
  const auto use_common_until = [&](std::uint64_t key) {
    for (; common != all_common.end() && common->first < key; ++common)
      use(spread(common->first), Posting{common->second, {}});
  };
  Posting posting;
  for (auto word = list.uses.begin(); word != list.uses.end();) {
    const std::uint64_t key = word->key;
    use_common_until(key);
    posting.documents.clear();
    for (; word != list.uses.end() && word->key == key; ++word)
      posting.documents.emplace_back(word->document, word->weight);
    posting.frequency = static_cast<std::uint32_t>(posting.documents.size());
    use(spread(key), posting);
  }
  for (; common != all_common.end(); ++common) use(spread(common->first), Posting{common->second, {}});
}

}  // namespace mizan
