// Figures in digits: their separators, and the numbers they may be. Private to the room.
#pragma once

#include "extract/tokens.hpp"

namespace mizan {

/// Reads the figure in digits that begins at byte i, as the next token; returns its end. A "." in front may belong to
/// it: then its token is taken back.
std::uint32_t read_digits(Tokens& out, std::string_view text, std::uint32_t i, Token& token);

/// A letter of Latin or Cyrillic script: a digit that touches one is part of a name (A320), not a figure.
inline bool names_models(char32_t c) { return c < 0x530; }

}  // namespace mizan
