#include "judge/intervals.hpp"

#include <algorithm>

namespace mizan {

std::optional<Decimal> both(const std::optional<Decimal>& a, const std::optional<Decimal>& b,
                            std::optional<Decimal> (*f)(const Decimal&, const Decimal&)) {
  return a && b ? f(*a, *b) : std::nullopt;
}

Range plus(const Range& a, const Range& b) { return {both(a.first, b.first, add), both(a.last, b.last, add)}; }
Range times(const Range& a, const Range& b) {
  return {both(a.first, b.first, multiply), both(a.last, b.last, multiply)};
}

Range point(const Decimal& value) { return {value, value}; }
Range careless(const Quantity& percent) {
  const Range r = range(percent);
  const Range wide =
      times({r.first ? std::max(*r.first, Decimal(0, 0)) : r.first, r.last}, {Decimal(97, -2), Decimal(103, -2)});
  if (percent.modifier != Modifier::exact || percent.low.exponent() < 0 || percent.low.stripped().exponent() < 1)
    return wide;
  return {add(percent.low, Decimal(-499, -2)), add(percent.low, Decimal(499, -2))};
}

Range as_exact(const Quantity& level, const Quantity& other) {
  if (level.modifier != Modifier::exact || other.modifier != Modifier::exact || level.counted()) return range(level);
  const Decimal half(5, std::min(level.low.exponent(), other.low.exponent()) - 1);
  return {add(level.low, half.negated()), add(level.low, half)};
}

Range rounded_alike(const Quantity& level, const Quantity& other) {
  const Range loose = loose_range(level), stated = as_exact(level, other);
  if (level.modifier != Modifier::exact || other.modifier != Modifier::exact) return loose;
  const Decimal half(5, std::min(level.low.stripped().exponent(), other.low.stripped().exponent()) - 1);
  const auto low = add(level.low, half.negated()), high = add(level.low, half);
  if (!low || !high || !stated.first || !stated.last || !loose.first || !loose.last) return loose;
  return {std::max(std::min(*stated.first, *low), *loose.first), std::min(std::max(*stated.last, *high), *loose.last)};
}

bool positive(const Range& r) { return !r.first || !r.first->is_negative(); }

}  // namespace mizan
