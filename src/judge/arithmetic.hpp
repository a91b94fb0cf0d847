// The computed checks of figures that a text itself sets in relation: sum, change, share, product, conversion, rate,
// anniversary, list, years. Private to the room.
//
//   "850 + 500 = 1350, not 1250"      a contradiction of the rule sum
//
// A statement is an interval; what is computed from intervals is one too. Two that meet are verified; two that no
// rounding brings together contradict. Not here: which figures belong together (claim says so).
#pragma once

#include <vector>

#include "judge/judge.hpp"

namespace mizan {

void check_arithmetic(const std::vector<DocumentView>& documents, std::vector<Finding>& findings);

/// rate: one sum of money, to two digits at least, that two documents convert to amounts far apart.
void check_converted(const std::vector<DocumentView>& documents, std::vector<Finding>& findings);

}  // namespace mizan
