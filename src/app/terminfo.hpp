// What the terminal's entry in the terminfo database says. The only code that knows ncurses, of which it uses no more
// than that: rows are drawn whole (see terminal.hpp), since a terminal that reorders right-to-left text does so by row.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report/report.hpp"

namespace mizan::app {

struct Terminfo {
  std::string enter, leave;                             ///< the screen of a full-screen program; "" if there is none
  std::string keys_on, keys_off;                        ///< keypad
  std::string hide, show;                               ///< the cursor
  std::string wrap_off, wrap_on;                        ///< at the right margin
  std::string clear, clear_row, normal;                 ///< all, from the cursor on, no colours
  std::vector<std::pair<std::string, Key::Name>> keys;  ///< what keys send

  std::string move_to(unsigned row, unsigned column) const;  ///< from 0
};

/// Of $TERM; nullopt if the database does not know it, or it cannot move its cursor.
std::optional<Terminfo> terminfo();

}  // namespace mizan::app
