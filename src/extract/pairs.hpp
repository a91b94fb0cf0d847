// Two figures that stand together and are no range: the two levels of a change ("rose from 49 to 73 countries"), a
// middle and its spread ("4.8 (3.0-7.2) days"). Private to the room.
#pragma once

#include "extract/raw.hpp"

namespace mizan {

/// "10, 12 and 15 percent", "50 and 80 dollars": the unit of the last is that of all in the row. row: the mentions
/// before it.
void share_row(const Tokens& t, const QuantityMatch& last, std::vector<RawMention>& row, std::uint32_t sentence);

/// "YEKI du ruz", a day or two: gives a mention of two, which begins at a token, the one that stands before it.
void take_one_before(const Tokens& t, std::uint32_t at, RawMention& mention);

/// Takes the "to" from between two levels of a change, so that no grammar joins them.
void part_levels(Tokens& tokens);

/// "76 of the 89 regions", "76 min al-manatiq al-rusiyya al- 89": an "of" right behind the part, and then the whole at
/// once, or nouns with the whole as their numeral behind an article. Anything looser ("22 of the wounded and 7") is no
/// whole.
bool is_whole(const Tokens& tokens, const QuantityMatch& part, const QuantityMatch& whole);

/// Gives a level that stands bare the unit and the scale of the one behind it, and a part the noun of its whole; what:
/// of the first, and of the second.
using What = decltype(RawMention::what);
void share_unit(const Tokens& tokens, const QuantityMatch& first, const QuantityMatch& second, What& what);
void share_unit(const Tokens& tokens, const QuantityMatch& first, const TimeMatch& second, What& what);

/// The length at a token whose unit stands behind the spread in brackets; the mention of the spread comes second.
/// Sentence and span are of the tokens.
struct Spread {
  TimeSyntax middle, spread;
  std::uint32_t middle_end = 0;
  std::uint32_t first = 0, last = 0;  ///< of the spread
  std::uint32_t end = 0;              ///< behind the unit
};
std::optional<Spread> spread_at(const Tokens& tokens, std::uint32_t at);

}  // namespace mizan
