// Numbers in digits, words and both. Private to the room.
#pragma once

#include "extract/tokens.hpp"

namespace mizan {

/// A number while its parts arrive from left to right: "three million five hundred thousand", "85 thousand and 996",
/// "khamsa wa-ishrun" (five and twenty). Each method returns false, and changes nothing, where the part does not fit.
class Numeral {
 public:
  /// scaled: a scale below the last one follows ("3 million 842.5 THOUSAND").
  bool digits(const Decimal& value, bool joined, bool scaled = false);
  bool cardinal(std::int64_t value, bool joined, bool units_first);
  bool scale(int power, bool joined);
  bool multiple(std::int64_t count, int power, bool joined);
  bool half(std::int64_t tenths);
  bool dozen(std::int64_t size);
  bool vague(std::int64_t low, std::int64_t high);  ///< "tens": only scales may follow
  bool decimals(const Decimal& rest);               ///< of the group: 3 and 0.14
  bool share(const Decimal& rest);                  ///< of the scale before: "two million and a quarter"

  bool empty() const { return !total_ && !group_; }
  Decimal value() const;
  Decimal high() const;  ///< differs from value() for "tens of thousands"
  bool ended_with_scale() const { return scale_ended_; }
  bool repeats(int power) const { return group_ && total_ && power == last_scale_; }
  int last_scale() const { return last_scale_; }  ///< power of ten of the last scale word; 0 if none
  /// Is there a scale above the last one: "357 million and 839 thousand"?
  bool has_larger_scale() const { return total_ && !(*total_ < Decimal(1, last_scale_ + 3)); }
  bool is_vague() const { return vague_high_ != 0; }

  bool weak = true;      ///< made of words that alone are no figure ("one")
  bool article = false;  ///< nothing but the indefinite article
  bool in_digits = false;
  bool negative = false;
  std::uint32_t parts = 0;

 private:
  std::optional<std::int64_t> group_integer() const;
  std::optional<Decimal> total_;  ///< what scales have closed
  std::optional<Decimal> group_;  ///< what is still below the next scale
  bool group_digits_ = false;
  int last_scale_ = 0;        ///< of the last part closed; 0 if none
  bool scale_ended_ = false;  ///< the last part was a scale
  bool halved_ = false;       ///< it was half of one: "four million and a half [million]"
  std::int64_t vague_low_ = 0;
  std::int64_t vague_high_ = 0;
};

/// The longest number that begins at a token. reading 1 takes the less likely reading of ambiguous digits.
std::optional<Match<Numeral>> parse_numeral(const Tokens& tokens, std::uint32_t at);

/// Behind digits the same number in words, as contracts and Arabic news write it: "39 tis'a wa-thalathin", "400 (four
/// hundred)". Returns the token after it, end if there is none.
std::uint32_t said_again(const Tokens& tokens, const Numeral& digits, std::uint32_t end);
/// The same of words whose figure stands in brackets behind them, with the scale behind that: "four hundred (400)
/// thousand".
std::uint32_t said_in_digits(const Tokens& t, Numeral& words, std::uint32_t end);

std::optional<Match<Numeral>> parse_numeral_alternative(const Tokens& tokens, std::uint32_t at);

/// The same without fractions and decimals in words: what may count a fraction, or the two would call each other along
/// a whole line.
std::optional<Match<Numeral>> parse_plain_numeral(const Tokens& tokens, std::uint32_t at);

/// "70th", "twenty-first", "al-hadi wa-l-ishrin". at begins the ordinal.
std::optional<Match<std::int64_t>> parse_ordinal(const Tokens& tokens, std::uint32_t at);

/// The concept that an ordinal ranks, behind it or else before it; empty if there is none.
std::string noun_of(const Tokens& t, std::uint32_t first, std::uint32_t end);

/// "two thirds", "3/4", "half": numerator and denominator.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
};
/// Its value if six decimals hold it exactly.
std::optional<Decimal> exact_fraction(const Fraction& fraction);
/// beside: words that are a share only beside a number count too ("three million and a QUARTER").
std::optional<Match<Fraction>> parse_fraction(const Tokens& tokens, std::uint32_t at, bool beside = false);

}  // namespace mizan
