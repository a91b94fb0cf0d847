// What stands behind an amount as a part of its unit. Private to the room.
#pragma once

#include "extract/tokens.hpp"

namespace mizan {

/// "[and] 40 cents" behind an amount, as a part of its unit.
std::optional<Match<Decimal>> cents_at(const Tokens& tokens, std::uint32_t at);

/// "[and] 2 inches" behind "5 feet", as a part of the larger unit.
std::optional<Match<Decimal>> smaller_at(const Tokens& tokens, std::uint32_t at, std::string_view larger);

}  // namespace mizan
