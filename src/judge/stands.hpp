// How the values of two texts on one matter stand to each other: what one says may follow from the other. Private to
// the room.
#pragma once

#include <optional>
#include <vector>

#include "model/model.hpp"

namespace mizan {

/// From friendly to hostile. equal: the same value. meet: both can be true ("more than 30" and 50, 2015 and 8 December
/// 2015). edge: a bound and the very value that it leaves out ("more than 100" and 100), which careful writers
/// contradict and others round. bounds: two different bounds to one side ("at least 10" and "at least 15"). rounding:
/// only loose rounding lets them meet. none: not comparable.
enum class Stand : std::uint8_t { equal, meet, edge, bounds, rounding, apart, none };

/// Of all readings of both the kindest.
Stand stand(const std::vector<Reading>& a, const std::vector<Reading>& b);

/// How far apart two readings are, on a logarithmic scale: the ratio of figures and lengths, the periods between dates.
double distance(const Reading& a, const Reading& b);

/// Which of two periods is the later: 1 if b is, -1 if a is, 0 if they are one or overlap; nullopt if nothing tells.
std::optional<int> later(const Time& a, const Time& b);

}  // namespace mizan
