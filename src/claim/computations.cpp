#include <algorithm>

#include "claim/claim.hpp"
#include "claim/reckoning.hpp"

namespace mizan {

std::vector<Computation> computations(const Document& document, const Extraction& extraction,
                                      const Knowledge& knowledge) {
  std::vector<Computation> result;
  const Reckoning r(document, extraction, knowledge);
  find_conversions(r, result);
  find_balances(r, result);
  find_sums(r, result);
  find_changes(r, result);
  find_shares(r, result);
  find_polls(r, result);
  find_anniversaries(r, result);
  find_years(r, result);
  find_lists(r, result);
  std::stable_sort(result.begin(), result.end(), [](const Computation& a, const Computation& b) {
    return std::tie(a.operands, a.kind) < std::tie(b.operands, b.kind);
  });
  return result;
}

}  // namespace mizan
