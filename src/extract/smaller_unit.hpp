// What stands behind an amount as a part of its unit. Private to the room.
#pragma once

#include "extract/numeral.hpp"
#include "extract/tokens.hpp"

namespace mizan {

/// What is left of a whole amount behind it, in its currency: "[and] 40 cents"; "wa-451 dinar" behind thousands.
std::optional<Match<Decimal>> rest_of_money(const Tokens& tokens, std::uint32_t at,
                                            const std::vector<std::string>& codes, const Numeral& amount);

/// "[and] 2 inches" behind "5 feet", as a part of the larger unit.
std::optional<Match<Decimal>> smaller_at(const Tokens& tokens, std::uint32_t at, std::string_view larger);

}  // namespace mizan
