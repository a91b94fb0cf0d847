// Inside the report room: code points as a terminal sees them. Width tables are the common core of UAX #11 and of the
// general categories Mn, Me and Cf; a cell more or less only moves the place where an excerpt is cut.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mizan::report {

struct Glyph {
  char32_t code = 0;
  std::uint32_t bytes = 1;
  bool valid = false;  ///< false: one byte that is not UTF-8 (a path may hold any byte)
};

/// The code point that begins at byte at < text.size().
Glyph decode(std::string_view text, std::size_t at);

/// Cells a terminal gives to a code point: 0, 1 or 2.
unsigned cells(char32_t code);
/// Cells of a text that is already safe to print.
unsigned cells(std::string_view text);

/// Stays with the code point before it: a combining mark, a joiner, a variation selector, a skin tone.
bool extends(char32_t code);
/// A digit of any script news is written in, or a sign that stands inside numbers.
bool in_number(char32_t code);
bool is_space(char32_t code);

/// Ends of the cluster that begins at at (forwards) or ends at at (backwards), never beyond limit. Clusters are capped,
/// so that a letter under a thousand marks costs no more than one.
std::size_t cluster_end(std::string_view text, std::size_t at, std::size_t limit);
std::size_t cluster_begin(std::string_view text, std::size_t at, std::size_t limit);

}  // namespace mizan::report
