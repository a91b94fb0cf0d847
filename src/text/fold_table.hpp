// What fold() must know of a code point, found once when a table is built. For this room only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/text.hpp"
#include "text/utf8.hpp"

namespace mizan {

enum : std::uint8_t {
  kStep = 1,       ///< becomes one code point of as many bytes: the offset map need not hear of it
  kJoins = 2,      ///< may combine with what stands before, or vanishes and lets others combine
  kNormalize = 4,  ///< in a group of combining code points, NFC may change it
  kPooled = 8,     ///< too long for Entry::bytes, which is an offset in the pool instead
};

struct FoldEntry {
  std::uint32_t bytes = 0;  ///< the folded form, first byte lowest in memory; written whole, size bytes of it count
  std::uint8_t size = 0;
  std::uint8_t flags = 0;
  std::uint8_t combining = 0;  ///< canonical combining class of its end
  std::uint8_t source_size = 0;
};

/// A character of one byte or two that becomes one of as many.
struct FoldStep {
  std::uint32_t bytes = 0;
  std::uint32_t size = 0;  ///< 0: there is more to know of it
};

struct FoldData {
  FoldData() : bmp(0x10000) {}  ///< to be filled
  explicit FoldData(const std::vector<std::pair<char32_t, std::string>>& entries);

  FoldEntry entry(char32_t code) const { return code < 0x10000 ? bmp[code] : beyond(code); }
  std::string_view text(const FoldEntry& entry) const;
  /// The slow and certain way for a group of code points: NFC, replace, until nothing changes any more.
  std::string fold_group(std::string_view source) const;
  /// Fills steps from bmp.
  void index_steps();

  std::vector<FoldEntry> bmp;
  std::vector<FoldStep> steps;  ///< by the first two bytes of a character, as byte_pair() has them
  std::string pool;             ///< long replacements
  std::unordered_map<char32_t, std::string> replacements;  ///< as given, but folded themselves
  std::unordered_map<char32_t, FoldEntry> supplementary;   ///< those of replacements beyond the BMP
  bool plain_ascii = true;                                 ///< no entry for ASCII: lower case is all there is to do

 private:
  FoldEntry make(char32_t code, std::string_view replacement);
  FoldEntry beyond(char32_t code) const;
  std::string map_once(std::string_view text) const;
};

struct FoldTable::Impl : FoldData {
  Impl() = default;
  using FoldData::FoldData;
};

}  // namespace mizan
