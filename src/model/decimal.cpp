#include "model/decimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace mizan {
namespace {

__extension__ using Wide = __int128;  // two 18-digit coefficients multiplied, or one moved by 19 digits, still fit

constexpr int kDigits = 18;
constexpr std::int64_t kLimit = 1'000'000'000'000'000'000;  // the first coefficient of 19 digits

Wide magnitude(std::int64_t value) { return value < 0 ? -static_cast<Wide>(value) : static_cast<Wide>(value); }

Wide power_of_ten(int power) {
  Wide result = 1;
  for (; power > 0; --power) result *= 10;
  return result;
}

int digits(Wide value) {
  int count = 1;
  for (; value >= 10; value /= 10) ++count;
  return count;
}

/// The power of ten of the first digit; 64 bits, so that no exponent can overflow it.
std::int64_t order(const Decimal& value) {
  return static_cast<std::int64_t>(digits(magnitude(value.coefficient()))) - 1 + value.exponent();
}

/// Gives up only as many trailing zeros as 18 digits ask for: the others are stated digits.
std::optional<Decimal> fit(Wide coefficient, std::int64_t exponent) {
  while (coefficient >= kLimit || coefficient <= -kLimit) {
    if (coefficient % 10 != 0) return std::nullopt;
    coefficient /= 10;
    ++exponent;
  }
  if (exponent > INT32_MAX || exponent < INT32_MIN) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(coefficient), static_cast<int>(exponent)};
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view ascii) {
  std::size_t at = 0;
  const auto digit = [&] { return at < ascii.size() && ascii[at] >= '0' && ascii[at] <= '9'; };
  const bool negative = at < ascii.size() && ascii[at] == '-';
  if (negative) ++at;

  std::int64_t coefficient = 0;
  int exponent = 0;
  const auto read_digits = [&] {
    if (!digit()) return false;
    for (; digit(); ++at) {
      coefficient = coefficient * 10 + (ascii[at] - '0');
      if (coefficient >= kLimit) return false;
    }
    return true;
  };

  if (!read_digits()) return std::nullopt;
  if (at < ascii.size() && ascii[at] == '.') {
    const std::size_t point = ++at;
    if (!read_digits() || at - point > 999) return std::nullopt;
    exponent = -static_cast<int>(at - point);
  }
  if (at < ascii.size() && ascii[at] == 'e') {
    ++at;
    const bool small = at < ascii.size() && ascii[at] == '-';
    if (small) ++at;
    if (!digit() || ascii.size() - at > 3) return std::nullopt;  // three digits: nothing that is measured needs more
    int power = 0;
    for (; digit(); ++at) power = power * 10 + (ascii[at] - '0');
    exponent += small ? -power : power;
  }
  if (at != ascii.size()) return std::nullopt;
  return Decimal{negative ? -coefficient : coefficient, exponent};
}

bool Decimal::is_integer() const { return exponent_ >= 0 || stripped().exponent_ >= 0; }

Decimal Decimal::stripped() const {
  if (coefficient_ == 0) return {0, 0};
  Decimal result = *this;
  while (result.coefficient_ % 10 == 0) {
    result.coefficient_ /= 10;
    ++result.exponent_;
  }
  return result;
}

double Decimal::approximate() const {
  // strtod rounds once; coefficient times power of ten would round twice. No decimal point, so no locale either.
  return std::strtod(fmt::format("{}e{}", coefficient_, exponent_).c_str(), nullptr);
}

std::optional<std::int64_t> Decimal::to_integer() const {
  const Decimal value = stripped();
  if (value.exponent_ < 0 || order(value) >= kDigits) return std::nullopt;
  return static_cast<std::int64_t>(value.coefficient_ * power_of_ten(value.exponent_));
}

std::string Decimal::plain() const {
  std::string text = fmt::format_int(coefficient_).str();
  if (exponent_ == 0 || (coefficient_ == 0 && exponent_ > 0)) return text;
  if (exponent_ > 0) return text.append(static_cast<std::size_t>(exponent_), '0');

  const std::size_t sign = coefficient_ < 0 ? 1 : 0;
  const std::size_t decimals = static_cast<std::size_t>(-static_cast<std::int64_t>(exponent_));
  const std::size_t length = text.size() - sign;
  if (length <= decimals) text.insert(sign, decimals + 1 - length, '0');
  text.insert(text.size() - decimals, 1, '.');
  return text;
}

std::optional<Decimal> add(const Decimal& left, const Decimal& right) {
  Decimal a = left;
  Decimal b = right;
  if (a.is_zero() && b.is_zero()) return Decimal{0, std::min(a.exponent(), b.exponent())};
  if (a.is_zero()) return fit(b.coefficient(), b.exponent());
  if (b.is_zero()) return fit(a.coefficient(), a.exponent());

  const auto distance = [&] { return std::abs(static_cast<std::int64_t>(a.exponent()) - b.exponent()); };
  if (distance() > kDigits + 1) {
    a = a.stripped();
    b = b.stripped();
    // The last digits are now no zeros and too far apart for any sum of 18 digits.
    if (distance() > kDigits + 1) return std::nullopt;
  }
  const int exponent = std::min(a.exponent(), b.exponent());
  const Wide sum =
      a.coefficient() * power_of_ten(a.exponent() - exponent) + b.coefficient() * power_of_ten(b.exponent() - exponent);
  return fit(sum, exponent);
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  return fit(static_cast<Wide>(a.coefficient()) * b.coefficient(),
             static_cast<std::int64_t>(a.exponent()) + b.exponent());
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.exponent() == b.exponent()) return a.coefficient() <=> b.coefficient();
  const auto sign = [](const Decimal& value) { return (value.coefficient() > 0) - (value.coefficient() < 0); };
  if (sign(a) != sign(b)) return sign(a) <=> sign(b);
  if (a.is_zero()) return std::strong_ordering::equal;

  std::strong_ordering result = order(a) <=> order(b);
  if (result == 0) {
    // Of one order, so the exponents differ by no more than the digits do: 18.
    const int exponent = std::min(a.exponent(), b.exponent());
    result = magnitude(a.coefficient()) * power_of_ten(a.exponent() - exponent) <=>
             magnitude(b.coefficient()) * power_of_ten(b.exponent() - exponent);
  }
  return a.is_negative() ? 0 <=> result : result;
}

std::string dump(const Decimal& value) {
  if (value.exponent() <= 0 || value.is_zero()) return value.plain();
  const std::int64_t power = order(value) / 3 * 3;  // order is at least the exponent, hence positive
  if (power == 0) return value.plain();
  return fmt::format("{}e{}", value.scaled(static_cast<int>(-power)).plain(), power);
}

}  // namespace mizan
