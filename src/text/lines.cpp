#include <algorithm>
#include <bit>
#include <cstring>

#include "text/text.hpp"
#include "text/utf8.hpp"

namespace mizan {
namespace {

constexpr std::uint32_t kStride = 1024;

}  // namespace

Lines::Lines(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n' || (text[at] == '\r' && !(at + 1 < text.size() && text[at + 1] == '\n'))) {
      starts_.push_back(static_cast<std::uint32_t>(at + 1));
    }
  }
  Counts sum;
  for (std::size_t at = 0; at < text.size(); at += kStride) {
    counts_.push_back(sum);
    sum = counted(sum, text.substr(at, kStride));
  }
  counts_.push_back(sum);
}

/// Every byte that does not continue a code point begins one; those of four bytes are two units of UTF-16.
Lines::Counts Lines::counted(Counts counts, std::string_view bytes) {
  const auto starts = std::count_if(bytes.begin(), bytes.end(), [](char c) { return !utf8::is_continuation(c); });
  const auto longs =
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
  return {counts.code_points + static_cast<std::uint32_t>(starts),
          counts.utf16 + static_cast<std::uint32_t>(starts + longs)};
}

Lines::Counts Lines::before(std::uint32_t byte) const {
  const std::uint32_t block = byte / kStride;
  return counted(counts_[block], text_.substr(block * std::size_t{kStride}, byte % kStride));
}

Position Lines::position(std::uint32_t byte) const {
  byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
  while (byte > 0 && byte < text_.size() && utf8::is_continuation(text_[byte])) --byte;
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), byte);
  const std::uint32_t start = *std::prev(next);
  const Counts here = before(byte), line = before(start);
  return {static_cast<std::uint32_t>(next - starts_.begin()), here.code_points - line.code_points + 1,
          here.utf16 - line.utf16 + 1, byte - start + 1};
}

Span Lines::line(std::uint32_t line) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  if (line == 0 || line > starts_.size()) return {size, size};
  const std::uint32_t begin = starts_[line - 1];
  if (line == starts_.size()) return {begin, size};
  std::uint32_t end = starts_[line] - 1;
  if (end > begin && text_[end] == '\n' && text_[end - 1] == '\r') --end;
  return {begin, end};
}

std::uint32_t Lines::count() const { return static_cast<std::uint32_t>(starts_.size()); }

namespace {

/// How many of the eight bytes are whole code points of one or two bytes; 0 if there is anything else among them. Eight
/// bytes are looked at together, lowest first: bit 7 of each result byte answers for that byte.
std::size_t short_code_points(std::uint64_t bytes) {
  constexpr std::uint64_t high = 0x8080808080808080u;
  const std::uint64_t top = bytes & high, second = (bytes << 1) & high, third = (bytes << 2) & high;
  if ((top & second & third) != 0) return 0;
  const std::uint64_t lead = top & second;
  if ((top & ~second) != lead << 8) return 0;  // each continuation byte behind a lead, and none elsewhere
  const std::uint64_t fits = (bytes & 0x1E1E1E1E1E1E1E1Eu) + 0x7E7E7E7E7E7E7E7Eu;  // C0 and C1 are overlong
  if ((lead & ~fits) != 0) return 0;
  return lead >> 63 != 0 ? 7 : 8;
}

}  // namespace

std::optional<std::uint32_t> first_invalid_utf8(std::string_view bytes) {
  const std::size_t size = bytes.size();
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  const auto continues = [&](std::size_t at) { return at < size && utf8::is_continuation(bytes[at]); };
  for (std::size_t at = 0; at < size;) {
    const unsigned char lead = byte(at);
    if (std::endian::native == std::endian::little && at + 8 <= size) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + at, sizeof word);
      if (const std::size_t whole = short_code_points(word); whole > 0) {
        at += whole;
        continue;
      }
    }
    if (lead < 0x80) {
      ++at;
      continue;
    }
    if (lead >= 0xC2 && lead < 0xE0) {
      if (!continues(at + 1)) return static_cast<std::uint32_t>(at);
      at += 2;
      continue;
    }
    // The second byte alone tells overlong forms (E0, F0), surrogates (ED) and values above 10FFFF (F4).
    const unsigned char second = at + 1 < size ? byte(at + 1) : 0;
    std::size_t used = 0;
    if (lead >= 0xE0 && lead < 0xF0) {
      const bool allowed = lead == 0xE0 ? second >= 0xA0 : lead != 0xED || second < 0xA0;
      used = allowed && continues(at + 1) && continues(at + 2) ? 3 : 0;
    } else if (lead >= 0xF0 && lead < 0xF5) {
      const bool allowed = lead == 0xF0 ? second >= 0x90 : lead != 0xF4 || second < 0x90;
      used = allowed && continues(at + 1) && continues(at + 2) && continues(at + 3) ? 4 : 0;
    }
    if (used == 0) return static_cast<std::uint32_t>(at);
    at += used;
  }
  return std::nullopt;
}

}  // namespace mizan
