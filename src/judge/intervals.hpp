// Reckoning with intervals of exact decimals: what figures of a text may stand for when they are added, multiplied and
// compared. An end that has no exact notation is open, and accuses nobody. Private to the room.
#pragma once

#include <optional>

#include "model/model.hpp"

namespace mizan {

/// f of both ends, if both are there: add() or multiply().
std::optional<Decimal> both(const std::optional<Decimal>& a, const std::optional<Decimal>& b,
                            std::optional<Decimal> (*f)(const Decimal&, const Decimal&));
Range plus(const Range& a, const Range& b);
/// Of values that are not negative.
Range times(const Range& a, const Range& b);
Range point(const Decimal& value);
bool positive(const Range& r);

/// A percentage is often worked out from figures that the text rounds, and said in round tens: a thirtieth of it more
/// or less accuses nobody, nor half a ten.
Range careless(const Quantity& percent);

/// What a level stands for beside another of more places: beside 7.5 million, 6 million are 6.0.
Range as_exact(const Quantity& level, const Quantity& other);
/// The same loosely: beside 640, the 500 is no 450.
Range rounded_alike(const Quantity& level, const Quantity& other);

}  // namespace mizan
