// Decoding and encoding of single code points, for this room only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mizan::utf8 {

inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Bytes that a lead byte promises; 1 for a byte that leads nothing.
inline std::uint32_t length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF8 ? 4 : 1;
}

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  ///< bytes; 0 at the end of the text
};

/// The code point at a byte of valid UTF-8. Of a broken sequence one byte is returned: wrong, but inside the text.
inline CodePoint decode(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = [&](std::size_t index) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[index]));
  };
  const std::uint32_t size = length(text[at]);
  if (size == 1 || at + size > text.size()) return {byte(at), 1};
  std::uint32_t value = byte(at) & (0x7Fu >> size);
  for (std::uint32_t index = 1; index < size; ++index) {
    if (!is_continuation(text[at + index])) return {byte(at), 1};
    value = (value << 6) | (byte(at + index) & 0x3F);
  }
  return {value, size};
}

/// The code point that ends before a byte; of a broken sequence its last byte.
inline CodePoint decode_before(std::string_view text, std::size_t end) {
  if (end == 0) return {};
  std::size_t at = end - 1;
  while (at > 0 && end - at < 4 && is_continuation(text[at])) --at;
  const CodePoint result = decode(text, at);
  return at + result.size == end ? result : CodePoint{static_cast<unsigned char>(text[end - 1]), 1};
}

inline void append(std::string& out, char32_t value) {
  const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

}  // namespace mizan::utf8
