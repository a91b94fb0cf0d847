// Which documents report one story. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "judge/judge.hpp"

namespace mizan {

struct DocumentPair {
  std::uint32_t a = 0, b = 0;  ///< a < b
  double score = 0;            ///< 0 to 1
  double rival = 1;            ///< score against that of the best partner of either
};

/// So much alike are copies of one agency report: one witness.
constexpr double kCopies = 0.6;

/// Pairs of documents that share enough rare words, names and values, and were not published long apart. They are found
/// through the rare words they share: cost is linear in the words of the corpus.
std::vector<DocumentPair> story_pairs(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims);

}  // namespace mizan
