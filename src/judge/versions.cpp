#include "judge/versions.hpp"

#include <algorithm>

namespace mizan {
namespace {

constexpr std::uint32_t kAgree = 8;       // figures in the same order: no chance
constexpr double kShare = 0.6;            // of the shorter text's figures
constexpr std::uint32_t kMost = 2;        // figures in a row that may differ: more are another passage
constexpr std::uint32_t kReordered = 4;   // figures to either side among which the order may differ
constexpr std::uint32_t kLongest = 1500;  // figures of a text: the table below has their product

/// Pairs of the longest common subsequence, in order.
std::vector<std::pair<std::uint32_t, std::uint32_t>> in_step(const TwoTexts& texts) {
  const std::uint32_t left = texts.left, right = texts.right;
  const std::size_t width = std::size_t{right} + 1;
  std::vector<std::uint16_t> length((std::size_t{left} + 1) * width, 0);  // of what begins at both
  std::vector<bool> equal(std::size_t{left} * right);
  for (std::uint32_t i = left; i-- > 0;)
    for (std::uint32_t j = right; j-- > 0;) {
      const bool one = equal[std::size_t{i} * right + j] = texts.same(i, j);
      const std::size_t here = i * width + j;
      const auto skip = std::max(length[here + width], length[here + 1]);
      length[here] =
          one ? std::max<std::uint16_t>(skip, static_cast<std::uint16_t>(length[here + width + 1] + 1)) : skip;
    }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 0, j = 0; i < left && j < right;) {
    const std::size_t here = i * width + j;
    if (equal[std::size_t{i} * right + j] && length[here] == length[here + width + 1] + 1)
      pairs.emplace_back(i++, j++);
    else if (length[here + width] >= length[here + 1])
      ++i;
    else
      ++j;
  }
  return pairs;
}

}  // namespace

Versions versions_of(const TwoTexts& texts) {
  Versions versions;
  versions.of = std::min(texts.left, texts.right);
  if (versions.of < kAgree || std::max(texts.left, texts.right) > kLongest) return versions;
  const auto pairs = in_step(texts);
  versions.agree = static_cast<std::uint32_t>(pairs.size());
  if (versions.agree < kAgree || versions.sure() < kShare) return versions;
  for (std::size_t k = 0; k <= pairs.size(); ++k) {  // the gap before pair k
    const std::uint32_t i = k == 0 ? 0 : pairs[k - 1].first + 1, j = k == 0 ? 0 : pairs[k - 1].second + 1;
    const std::uint32_t i_end = k == pairs.size() ? texts.left : pairs[k].first;
    const std::uint32_t j_end = k == pairs.size() ? texts.right : pairs[k].second;
    const std::uint32_t count = i_end - i;
    if (count == 0 || count != j_end - j || count > kMost) continue;
    const auto beside = [&](std::uint32_t at) {  // one of the agreeing figures stands in the sentence, in both texts
      const bool before = k > 0 && texts.together_left(i + at, i - 1) && texts.together_right(j + at, j - 1);
      const bool after = k < pairs.size() && texts.together_left(i + at, i_end) && texts.together_right(j + at, j_end);
      return before || after;
    };
    for (std::uint32_t at = 0; at < count; ++at) {
      const std::uint32_t a = i + at, b = j + at;
      if (beside(at) || texts.alike(a, b)) versions.odd.emplace_back(a, b);
    }
  }
  // what stands elsewhere nearby was told in another order
  std::erase_if(versions.odd, [&](const auto& odd) {
    const auto near = [](std::uint32_t at, std::uint32_t end) {
      return std::pair{at > kReordered ? at - kReordered : 0, std::min(at + kReordered + 1, end)};
    };
    const auto [first_right, last_right] = near(odd.second, texts.right);
    for (std::uint32_t at = first_right; at < last_right; ++at)
      if (texts.same(odd.first, at)) return true;
    const auto [first_left, last_left] = near(odd.first, texts.left);
    for (std::uint32_t at = first_left; at < last_left; ++at)
      if (texts.same(at, odd.second)) return true;
    return false;
  });
  return versions;
}

}  // namespace mizan
