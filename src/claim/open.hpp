// Open claims: a figure or date that no rule describes, with what any reader would go by. Private to the room.
#pragma once

#include <vector>

#include "claim/claim.hpp"
#include "claim/context.hpp"

namespace mizan {

/// One claim for every figure and date that may be compared: its unit, the words around it by distance, its period, and
/// whether it is planned, denied, a change or a part. frame is "open.money", "open.count", "open.date", ...
std::vector<Claim> open_claims(const Extraction& extraction, const Knowledge& knowledge, const Context& context,
                               std::uint32_t index);

}  // namespace mizan
