// Decimal: an exact number that remembers how precisely it was stated.
//
//   Decimal{282, 8}         28.2 billion: three digits were stated, the scale word made the zeros
//   Decimal{85996, 0}       85,996
//   Decimal{28, 9}.unit()   1e9, the last stated digit: "28 billion" is 27.5 to 28.5 billion
//
// Not for arithmetic in general: it adds, multiplies and compares exactly, or says that it cannot.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mizan {

class Decimal {
 public:
  constexpr Decimal() = default;
  /// coefficient x 10^exponent. The digits of the coefficient are the stated ones; nothing is normalised away.
  constexpr Decimal(std::int64_t coefficient, int exponent) : coefficient_(coefficient), exponent_(exponent) {}

  /// "28.2", "-5", "6e3": ASCII digits, '.' as decimal sign. Nothing else; no group separators.
  static std::optional<Decimal> parse(std::string_view ascii);

  constexpr std::int64_t coefficient() const { return coefficient_; }
  constexpr int exponent() const { return exponent_; }

  bool is_zero() const { return coefficient_ == 0; }
  bool is_negative() const { return coefficient_ < 0; }
  bool is_integer() const;
  Decimal negated() const { return {-coefficient_, exponent_}; }
  /// This value times 10^power; always exact.
  Decimal scaled(int power) const { return {coefficient_, exponent_ + power}; }
  /// The worth of the last stated digit.
  Decimal unit() const { return {1, exponent_}; }
  /// Same value, without trailing zeros in the coefficient: 2000 becomes 2e3.
  Decimal stripped() const;
  /// The nearest double, for ratios in messages and plots only; never for a verdict.
  double approximate() const;
  /// The value if it is an integer of at most 18 digits.
  std::optional<std::int64_t> to_integer() const;

  /// Exact decimal notation: 28200000000, 10.2, -0.5.
  std::string plain() const;

  // Exact arithmetic: nullopt when the result needs more than 18 digits.
  friend std::optional<Decimal> add(const Decimal& a, const Decimal& b);
  friend std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);

  /// Compares values: 2e3 equals 2000.
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

 private:
  std::int64_t coefficient_ = 0;
  int exponent_ = 0;
};

std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);

/// The notation of the project: 85996, 10.2, and with a scale word 28.2e9.
std::string dump(const Decimal& value);

}  // namespace mizan
