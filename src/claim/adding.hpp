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

  double value(std::uint32_t m) const { return r_.quantity(m)->low.approximate(); }
  double miss(std::uint32_t total, const List& parts) const {
    double sum = 0;
    for (const std::uint32_t p : parts) sum += value(p);
    return (sum - value(total)) / value(total);
  }

  bool seen(std::uint32_t total) const {
    return std::any_of(out_.begin(), out_.end(), [&](const Computation& c) {
      return c.kind == Computation::Kind::sum && c.operands.front() == total;
    });
  }

  void put(std::uint32_t total, const List& parts, bool complete) {
    if (seen(total)) return;
    for (const std::uint32_t p : parts)
      if (!(value(p) < value(total))) return;  // a part above its whole is another matter
    if (const double left = -miss(total, parts) * value(total);
        r_.quantity(total)->counted() && value(total) < kFew && left > 0.5 && left < 1.5)
      return;
    Computation c;
    c.kind = Computation::Kind::sum;
    c.operands = {total};
    c.operands.insert(c.operands.end(), parts.begin(), parts.end());
    c.complete = complete;
    out_.push_back(std::move(c));
  }

  const Reckoning& r_;
  std::vector<Computation>& out_;

 private:
  static constexpr double kFew = 200;  // in a list of so few, a single one may go without its number: "and the driver"
};

}  // namespace mizan
