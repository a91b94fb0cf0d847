// What sums are made with. Private to the room.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "claim/reckoning.hpp"

namespace mizan {

class Adding {
 public:
  Adding(const Reckoning& r, std::vector<Computation>& out) : r_(r), out_(out) {}

 protected:
  using List = std::vector<std::uint32_t>;

  static constexpr double kNear = 0.2;  // parts that miss the total by more were never meant to make it

  double miss(std::uint32_t total, const List& parts) const {
    double sum = 0;
    for (const std::uint32_t p : parts) sum += r_.value(p);
    return (sum - r_.value(total)) / r_.value(total);
  }

  bool seen(std::uint32_t total) const {
    return std::any_of(out_.begin(), out_.end(), [&](const Computation& c) {
      return c.kind == Computation::Kind::sum && c.operands.front() == total;
    });
  }

  void put(std::uint32_t total, const List& parts, bool complete) {
    if (seen(total)) return;
    for (const std::uint32_t p : parts)
      if (!(r_.value(p) < r_.value(total))) return;  // a part above its whole is another matter
    if (const double left = -miss(total, parts) * r_.value(total);
        r_.quantity(total)->counted() && r_.value(total) < kFew && left > 0.5 && left < 1.5)
      return;
    out_.push_back(sum_of(total, parts, complete));
  }

  const Reckoning& r_;
  std::vector<Computation>& out_;

 private:
  static constexpr double kFew = 200;  // in a list of so few, a single one may go without its number: "and the driver"
};

}  // namespace mizan
