// How two stated values stand to each other. Private to the room.
#pragma once

#include <utility>

#include "model/model.hpp"

namespace mizan {

/// none: not comparable (metres and dollars); meet: both can be true; rounding: both may be true, but an editor
/// should look (loose rounding, two different bounds, percent and percentage points, periods that hardly overlap).
enum class Relation : std::uint8_t { none, meet, rounding, apart };

/// The days of an ISO 8601 duration; nullopt for one without a figure (PXD).
std::optional<double> days_of(std::string_view duration);
bool is_percent(const Quantity& quantity);      ///< or percentage points
bool opens_upward(const Quantity& quantity);    ///< at least, more than
bool opens_downward(const Quantity& quantity);  ///< at most, less than

/// Of all readings of both the kindest: readings must all disagree before two claims do. Measures of one kind are held
/// against each other whatever their units.
Relation relate(const Claim& a, const Claim& b);

/// Two measures of one kind in two units: which of what their words may mean are nearest; nullopt for any other two.
std::optional<std::pair<Measured, Measured>> in_one_unit(const Claim& a, const Claim& b);

/// How far apart, on a scale of its own for each kind: the logarithm of the ratio of two figures, or of how many of
/// their periods lie between two dates (one between 2027 and 2028); 0 where that means nothing.
double separation(const Reading& a, const Reading& b);

/// The concept of who is counted where nobody says who: victims and voters alike.
inline constexpr std::string_view kAnybody = "person";

/// How two values look like one written wrongly: the same digits at another power of ten (50,000 and 500,000), in
/// another order or with a zero lost (44,600 and 46,400; 5.09 and 5.9), one digit changed; a date in another month.
/// Only of claims: one figure with two units (186 miles and 186 kilometres).
enum class Likeness : std::uint8_t { none, tenfold, turned, one_digit, other_month, other_unit };
Likeness likeness(const Reading& a, const Reading& b);
/// The same of two claims, but for what looks so by chance in stories full of figures: 3 and 30, 24 and 42 of
/// something, 121 and 129. Of measures in two units, the same digits at another power of ten: 210 acres and 8.5 square
/// kilometres.
Likeness likely_slip(const Claim& a, const Claim& b);
double separation(const Measured& a, const Measured& b);

/// The very same figure, period, length or rank.
bool same_value(const Reading& a, const Reading& b);

/// Significant digits of a figure; 0 for anything else.
int significant_digits(const Reading& reading);

}  // namespace mizan
