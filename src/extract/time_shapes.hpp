// The shapes of times ("25 August", "the third quarter of 2024"), and which of them stands at a token. Private to the
// room.
#pragma once

#include <string_view>

#include "extract/time.hpp"

namespace mizan {

inline constexpr std::string_view kPart = "time.part_of_year";  // a path that is asked for

// What a shape may begin with.
inline constexpr Kinds kDayStart =
    kOrdinalStart | kinds(LabelKind::relative, LabelKind::day_marker, LabelKind::weekday);
inline constexpr Kinds kFromStart = kinds(LabelKind::conn_from, LabelKind::conn_between);
inline constexpr Kinds kMonthStart = kinds(LabelKind::month, LabelKind::month_marker);
inline constexpr Kinds kColour = kinds(LabelKind::part, LabelKind::since, LabelKind::until, LabelKind::by,
                                       LabelKind::before, LabelKind::after, LabelKind::holding);

inline constexpr Kinds kUnit = kinds(LabelKind::time_unit);

struct TimeShape {
  std::optional<Match<TimeSyntax>> match;
  std::string_view path;
  bool plain = false;  ///< it begins before the words that colour it, and has them inside
};

/// The longest shape at a token; of several, the first in the table. at: where the words begin that colour it ("since",
/// "early"), i: the token behind them. held: the word among them for how long it took; mod: what they make of it.
TimeShape longest_shape(const Tokens& t, std::uint32_t at, std::uint32_t i, const Tag* held, TimeMod mod);

}  // namespace mizan
