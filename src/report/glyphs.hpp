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
inline Glyph decode(std::string_view text, std::size_t at);
inline bool continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

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

// Inline, since every excerpt asks for every character.
inline Glyph decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80U) return {lead, 1, true};
  const std::uint32_t bytes = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  if (lead < 0xC2U || lead > 0xF4U || at + bytes > text.size()) return {lead, 1, false};
  char32_t code = lead & (0xFFU >> (bytes + 1));
  for (std::uint32_t i = 1; i < bytes; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if (!continuation(byte)) return {lead, 1, false};
    code = (code << 6U) | (byte & 0x3FU);
  }
  const bool overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (overlong || surrogate || code > 0x10FFFF) return {lead, 1, false};
  return {code, bytes, true};
}

}  // namespace mizan::report
