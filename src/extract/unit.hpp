// What stands behind a figure: a currency, a measure, a percent sign, a counted noun. Private to the room.
#pragma once

#include "extract/tokens.hpp"

namespace mizan {

/// What stands behind a figure.
struct Unit {
  Dimension dimension = Dimension::none;
  std::vector<std::string> names;  ///< several currencies for a bare "$"
  int power = 0;                   ///< tomans are ten rials
  std::uint32_t end = 0;
  bool open = false;  ///< a noun no concept lists
};

/// The unit at a token, right behind a figure or glued to it by a dash ("45-acre"). of_allowed: "76 OF THE regions"
/// too.
/// gap_allowed: "60 RUSSIAN students".
std::optional<Unit> unit_at(const Tokens& tokens, std::uint32_t at, bool of_allowed, bool gap_allowed = true);

/// What a dual counts two of.
Unit dual_unit(const Tokens& tokens, const Tag& dual);

/// "aged 40", "at the age of 40": the word before the figure at a token makes years of it.
bool is_age(const Tokens& tokens, std::uint32_t at);
/// Is a unit of UCUM one of ages?
bool is_age_unit(std::string_view ucum);

}  // namespace mizan
