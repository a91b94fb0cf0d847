// Nouns that say their own number: a dual, or a noun with "one" behind it. Private to the room.
#pragma once

#include "extract/quantity.hpp"
#include "extract/tokens.hpp"
#include "extract/unit.hpp"

namespace mizan {

/// So many of what a noun counts, in one phrase from token at to the end of the unit.
QuantityMatch counted_noun(std::uint32_t at, int count, const Unit& unit, const char* path);

/// "shakhsayn", "halah wahida", "jisrayn ila thalatha": the quantity of a noun that says it is one or two.
std::optional<Match<QuantityMatch>> own_number_at(const Tokens& tokens, std::uint32_t at);

/// The token behind "and a half" of a unit, "3 km and a half"; 0 if there is none.
std::uint32_t half_behind(const Tokens& t, const Unit& unit);

}  // namespace mizan
