// The results of games, which are no figures: "3-0", "3 bar 0". Private to the room.
#pragma once

#include "extract/tokens.hpp"

namespace mizan {

/// The token after a score or its kin: 3-1, 3:1, 24/7, glued, small, and not the front of a range or a date.
std::uint32_t score_until(const Tokens& t, std::uint32_t i);

/// Is the quantity at i the second half of a score in words: "3 bar 0"?
bool ends_score(const Tokens& t, std::uint32_t i);

/// The token after a score that begins with the quantity, "3 bar 0", in figures or words; else its begin.
std::uint32_t score_in_words(const Tokens& t, std::uint32_t i, std::uint32_t at);

}  // namespace mizan
