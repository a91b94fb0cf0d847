#include "extract/numeral.hpp"

namespace mizan {

std::optional<std::int64_t> Numeral::group_integer() const { return group_ ? group_->to_integer() : std::nullopt; }

bool Numeral::digits(const Decimal& value, bool joined, bool scaled) {
  if (group_) {  // "three hundred and 21"
    const auto g = group_integer();
    const bool hundreds = g && joined && !group_digits_ && *g >= 100 && *g % 100 == 0 && *g < 1000;
    const auto sum = hundreds && value.is_integer() && value < Decimal(100, 0) ? add(*group_, value) : std::nullopt;
    if (!sum) return false;
    group_ = *sum;
    group_digits_ = true;
    weak = false;
    return true;
  }
  if (total_) {  // "85 thousand and 996": what follows stays below the last scale; "2 thousand and 139.5" ends there
    const bool fits = value.is_integer() || scaled || (joined && last_scale_ == 3 && !(value < Decimal(1, 0)));
    if (!fits || !(value < Decimal(1, last_scale_)) || (!joined && !(value < Decimal(1, 3)))) return false;
  }
  group_ = value;
  group_digits_ = true;
  scale_ended_ = false;
  weak = false;
  in_digits = true;
  return true;
}

bool Numeral::cardinal(std::int64_t value, bool joined, bool units_first) {
  const Decimal stated = Decimal(value, 0).stripped();
  if (!group_) {
    if (total_ && (value == 0 || !(stated < Decimal(1, last_scale_)))) return false;
    group_ = value == 0 ? Decimal(0, 0) : stated;
  } else {
    const auto g = group_integer();
    const bool hundreds = g && *g >= 1000 && *g < 10000 && *g % 100 == 0;  // "nineteen hundred and one"
    if (!g || group_digits_ || (*g >= 1000 && !hundreds) || value == 0 || (hundreds && value >= 100)) return false;
    const std::int64_t below = *g % 100;
    bool fits = false;
    if (value < 10)
      fits = below == 0 || (below >= 20 && below % 10 == 0);
    else if (value < 20)
      fits = below == 0;
    else if (value < 100)
      fits = below == 0 || (units_first && below < 10 && value % 10 == 0);  // "five and twenty"
    else if (value == 100 && *g >= 3 && *g <= 9 && !joined) {               // "three hundred" in two words
      group_ = group_->scaled(2);
      return true;
    }
    const auto sum = fits ? add(*group_, stated) : std::nullopt;
    if (!sum) return false;
    group_ = *sum;
  }
  group_digits_ = false;
  scale_ended_ = false;
  return true;
}

bool Numeral::scale(int power, bool joined) {
  if (halved_ && !group_ && !joined && power == last_scale_) {
    halved_ = false;
    return true;
  }
  if (power == 2 && !is_vague()) {
    const auto g = group_integer();
    if (!group_) {
      if (total_ && last_scale_ < 3) return false;
      group_ = Decimal(1, 2);
    } else if (g && *g > 0 && *g < 100) {
      group_ = group_->scaled(2);
    } else {
      return false;
    }
    group_digits_ = false;
    return true;
  }
  if (vague_high_ != 0 && !total_) {
    total_ = Decimal(vague_low_, power);
  } else if (group_ && total_ && power > last_scale_) {  // "2 thousand and 500 milliard"
    const auto sum = add(*total_, *group_);
    if (!sum) return false;
    total_ = sum->scaled(power);
  } else if (group_ && total_) {
    // "357 million and 839 thousand and 740 THOUSAND rials": a table in thousands
    const bool of_all = power == last_scale_ && has_larger_scale() && *group_ < Decimal(1, 3);
    if (power == last_scale_ && !of_all) return false;
    const auto sum = of_all ? add(*total_, *group_) : add(*total_, group_->scaled(power));
    if (!sum) return false;
    total_ = of_all ? sum->scaled(power) : *sum;
  } else if (group_) {
    if (group_->is_zero()) return false;
    total_ = group_->scaled(power);
  } else if (total_ && !joined && scale_ended_ && power >= last_scale_) {  // "thousand milliard"
    total_ = total_->scaled(power);
    power += last_scale_;
  } else if (total_ && !joined && scale_ended_ && !is_vague()) {  // "million thousand": a million and a thousand
    const auto sum = add(*total_, Decimal(1, power));
    if (!sum) return false;
    total_ = *sum;
  } else if (total_) {
    if (!joined || power >= last_scale_) return false;
    const auto sum = add(*total_, Decimal(1, power));
    if (!sum) return false;
    total_ = *sum;
  } else {
    total_ = Decimal(1, power);
  }
  group_.reset();
  group_digits_ = false;
  last_scale_ = power;
  scale_ended_ = true;
  weak = false;
  return true;
}

bool Numeral::multiple(std::int64_t count, int power, bool joined) {
  if (group_ || (total_ && (!joined || power >= last_scale_))) return false;
  const Decimal value(count, power);
  if (power < 3) {
    group_ = value;
    scale_ended_ = false;
    return true;
  }
  const auto sum = total_ ? add(*total_, value) : std::optional<Decimal>(value);
  if (!sum) return false;
  total_ = *sum;
  last_scale_ = power;
  scale_ended_ = true;
  return true;
}

bool Numeral::half(std::int64_t tenths) {
  if (tenths > 5) {  // "polutora": one and a half, a number by itself
    if (group_ || total_) return false;
    group_ = Decimal(tenths, -1);
    weak = false;
    return true;
  }
  if (scale_ended_ && total_) {  // "three million and a half"
    const auto sum = add(*total_, Decimal(5, last_scale_ - 1));
    if (!sum) return false;
    total_ = *sum;
    scale_ended_ = false;
    halved_ = true;
    return true;
  }
  if (!group_ || !group_->is_integer()) return false;
  const auto sum = add(*group_, Decimal(5, -1));
  if (!sum) return false;
  group_ = *sum;
  weak = false;
  return true;
}

bool Numeral::decimals(const Decimal& rest) {
  const auto sum = add(group_.value_or(Decimal(0, 0)), rest);
  if (!sum) return false;
  group_ = *sum;
  group_digits_ = true;
  scale_ended_ = false;
  return true;
}

bool Numeral::share(const Decimal& rest) {
  if (!scale_ended_ || !total_ || group_) return false;
  const auto sum = add(*total_, rest.scaled(last_scale_));
  if (!sum) return false;
  total_ = *sum;
  scale_ended_ = false;
  return true;
}

bool Numeral::dozen(std::int64_t size) {
  if (total_) return false;
  if (is_vague()) {  // "several dozen"
    total_ = Decimal(vague_low_ * size, 0);
    vague_high_ = (vague_high_ + 1) * size - 1;
    scale_ended_ = true;
    return true;
  }
  const auto value = group_ ? multiply(*group_, Decimal(size, 0)) : std::optional<Decimal>(Decimal(size, 0));
  if (!value) return false;
  group_ = *value;
  group_digits_ = true;  // nothing may be added to it
  weak = false;
  return true;
}

bool Numeral::vague(std::int64_t low, std::int64_t high) {
  if (group_ || total_ || vague_high_ != 0) return false;
  vague_low_ = low;
  vague_high_ = high;
  return true;
}

Decimal Numeral::value() const {
  Decimal result;
  if (total_ && group_)
    result = add(*total_, *group_).value_or(*total_);
  else if (total_)
    result = *total_;
  else if (group_)
    result = *group_;
  else
    result = Decimal(vague_low_, 0);
  // "five hundred" is 500, not 5e2: only scale words leave digits unstated
  if (result.exponent() > 0 && result.exponent() < 3 && last_scale_ == 0)
    result = Decimal(result.coefficient() * (result.exponent() == 1 ? 10 : 100), 0);
  return negative ? result.negated() : result;
}

Decimal Numeral::high() const {
  if (!is_vague()) return value();
  const Decimal top = Decimal(vague_high_ + 1, last_scale_);
  return add(top, Decimal(-1, 0)).value_or(top);
}

}  // namespace mizan
