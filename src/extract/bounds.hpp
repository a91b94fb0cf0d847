// What bounds a figure from behind: "3 or more", "from 3 percent less". Private to the room.
#pragma once

#include "extract/quantity.hpp"
#include "extract/tokens.hpp"

namespace mizan {

/// The bound behind a figure that stands from one token to another; none if the word for it opens the next figure.
std::optional<Match<Modifier>> bound_behind(const Tokens& tokens, std::uint32_t first, std::uint32_t end);

/// The token behind a noun that stands between a bound and its figure, "la yatajawaz DAKHLUHA 500"; at, if none does.
std::uint32_t behind_bounded(const Tokens& tokens, std::uint32_t at);

/// "20 degrees BELOW ZERO"; "10 below zero" are degrees as well.
void turn_below_zero(const Tokens& tokens, Match<QuantityMatch>& match);

}  // namespace mizan
