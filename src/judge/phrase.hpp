// The words right around a figure: do two statements say the same of it, whatever else their sentences tell? Private
// to the room.
#pragma once

#include "judge/judge.hpp"

namespace mizan {

/// Do both figures count the same things? The same unit, or for figures whose noun no concept lists the same word right
/// behind ("shot seven TIMES"), or the same fate beside them ("five of them CRITICALLY", "15 CRITICALLY").
bool counts_alike(const Claim& a, const Claim& b);

/// May they? A bare figure and one with a unit count the same if a word beside them does ("mother of 13" is not "13
/// shots"), and so do two bare ones.
bool may_count_alike(const Claim& a, const Claim& b);

/// "A Brooklyn mother of 13 was shot", "Brooklyn mother of 12 killed": the same words stand around both, next to them
/// and in the same order, and with them a name or another word of the same clause.
/// capitals: the texts write names with them.
bool in_one_phrase(const Claim& a, const Claim& b, bool capitals);

}  // namespace mizan
