// Two versions of one text: an article and its translation, or the agency report that two newspapers print. They give
// the same figures in the same order; where one of them stands alone between two that agree, it is the other's too,
// whatever the words around it are. Private to the room.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace mizan {

struct Versions {
  std::uint32_t agree = 0;  ///< so many figures agree, in the order of both
  std::uint32_t of = 0;     ///< of so many that the shorter one gives
  /// Places in left and right that answer each other and do not agree.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> odd;
  double sure() const { return of == 0 ? 0 : static_cast<double>(agree) / of; }
};

/// Figures of two texts, by their number in the text.
struct TwoTexts {
  std::uint32_t left = 0, right = 0;                        ///< how many
  std::function<bool(std::uint32_t, std::uint32_t)> same;   ///< of left and of right: they agree
  std::function<bool(std::uint32_t, std::uint32_t)> alike;  ///< of left and of right: their place need not tell alone
  std::function<bool(std::uint32_t, std::uint32_t)> together_left, together_right;  ///< of one: in one sentence
};

/// Nothing is odd in texts that are no versions of each other. Cost: left times right.
Versions versions_of(const TwoTexts& texts);

}  // namespace mizan
