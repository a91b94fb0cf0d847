// Figures with what they measure. Private to the room.
#pragma once

#include "extract/tokens.hpp"

namespace mizan {

/// A figure and where it stands: modifiers before and after it belong to the match, not to its tokens.
struct QuantityMatch {
  std::vector<Quantity> readings;  ///< likeliest first
  std::uint32_t first = 0;         ///< its first token, after "about"
  std::uint32_t number_end = 0;    ///< the token after the number itself
  std::uint32_t last = 0;          ///< the token after it, before "or more"
  std::uint32_t begin_cut = 0;     ///< bytes of a clitic on the first token that its span leaves out
  bool of = false;                 ///< its noun stands behind an "of"
  bool open = false;               ///< its noun is no concept
  bool in_words = false;           ///< no digit in it
  std::string path;
};

/// A fraction with its scale and unit: "half a billion dollars", "two thirds".
std::optional<Match<QuantityMatch>> fraction_at(const Tokens& tokens, std::uint32_t at);

/// "'amil wahid MIN KULL SAB'A", one worker of every seven: the share behind a noun that says it is one.
std::optional<Match<Decimal>> one_of_every(const Tokens& tokens, std::uint32_t end);

/// The longest quantity that begins at a token, or at the modifier there.
std::optional<Match<QuantityMatch>> parse_quantity(const Tokens& tokens, std::uint32_t at);

}  // namespace mizan
