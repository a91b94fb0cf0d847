#include "report/glyphs.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace mizan::report {
namespace {

constexpr char32_t kZwj = 0x200D;
constexpr int kClusterCap = 32;

struct Block {
  char32_t first, last;
};

constexpr std::array kZeroWidth = {
    Block{0x0300, 0x036F},   Block{0x0483, 0x0489}, Block{0x0591, 0x05BD}, Block{0x05BF, 0x05BF}, Block{0x05C1, 0x05C2},
    Block{0x05C4, 0x05C5},   Block{0x05C7, 0x05C7}, Block{0x0610, 0x061A}, Block{0x061C, 0x061C}, Block{0x064B, 0x065F},
    Block{0x0670, 0x0670},   Block{0x06D6, 0x06DC}, Block{0x06DF, 0x06E4}, Block{0x06E7, 0x06E8}, Block{0x06EA, 0x06ED},
    Block{0x0711, 0x0711},   Block{0x0730, 0x074A}, Block{0x08CA, 0x08E1}, Block{0x08E3, 0x0902}, Block{0x093A, 0x093A},
    Block{0x093C, 0x093C},   Block{0x0941, 0x0948}, Block{0x094D, 0x094D}, Block{0x0E31, 0x0E31}, Block{0x0E34, 0x0E3A},
    Block{0x0E47, 0x0E4E},   Block{0x1AB0, 0x1AFF}, Block{0x1DC0, 0x1DFF}, Block{0x200B, 0x200F}, Block{0x202A, 0x202E},
    Block{0x2060, 0x206F},   Block{0x20D0, 0x20F0}, Block{0xFE00, 0xFE0F}, Block{0xFE20, 0xFE2F}, Block{0xFEFF, 0xFEFF},
    Block{0xE0000, 0xE0FFF},
};

constexpr std::array kWide = {
    Block{0x1100, 0x115F},   Block{0x2E80, 0x303E},   Block{0x3041, 0x4DBF},   Block{0x4E00, 0xA4CF},
    Block{0xAC00, 0xD7A3},   Block{0xF900, 0xFAFF},   Block{0xFE30, 0xFE6F},   Block{0xFF01, 0xFF60},
    Block{0xFFE0, 0xFFE6},   Block{0x1F300, 0x1F64F}, Block{0x1F680, 0x1F6FF}, Block{0x1F900, 0x1FAFF},
    Block{0x20000, 0x3FFFD},
};

template <class Table>
bool listed(const Table& table, char32_t code) {
  const auto after = std::upper_bound(table.begin(), table.end(), code,
                                      [](char32_t c, const Block& block) { return c < block.first; });
  return after != table.begin() && code <= std::prev(after)->last;
}

}  // namespace

unsigned cells(char32_t code) {
  if (code < 0x300) return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD ? 0U : 1U;
  if (listed(kZeroWidth, code)) return 0;
  return listed(kWide, code) ? 2U : 1U;
}

unsigned cells(std::string_view text) {
  unsigned sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = decode(text, at);
    sum += glyph.valid ? cells(glyph.code) : 1U;
    at += glyph.bytes;
  }
  return sum;
}

bool extends(char32_t code) {
  return (code >= 0x300 && listed(kZeroWidth, code) && !(code >= 0x202A && code <= 0x202E)) ||
         (code >= 0x1F3FB && code <= 0x1F3FF);
}

bool in_number(char32_t code) {
  return (code >= '0' && code <= '9') || code == '.' || code == ',' || (code >= 0x660 && code <= 0x66C) ||
         (code >= 0x6F0 && code <= 0x6F9) || (code >= 0x966 && code <= 0x96F);
}

bool is_space(char32_t code) {
  return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0xA0 || code == 0x3000 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x202F;
}

std::size_t cluster_end(std::string_view text, std::size_t at, std::size_t limit) {
  Glyph glyph = decode(text, at);
  std::size_t end = std::min(at + glyph.bytes, limit);
  for (int n = 0; end < limit && n < kClusterCap; ++n) {
    const bool joined = glyph.code == kZwj;
    const Glyph next = decode(text, end);
    if (!next.valid || !(extends(next.code) || (joined && !is_space(next.code)))) break;
    end = std::min(end + next.bytes, limit);
    glyph = next;
  }
  return end;
}

std::size_t cluster_begin(std::string_view text, std::size_t at, std::size_t limit) {
  const auto back = [&](std::size_t end) {
    std::size_t begin = end - 1;
    for (int n = 0; n < 3 && begin > limit && continuation(static_cast<unsigned char>(text[begin])); ++n) --begin;
    return decode(text, begin).bytes == end - begin ? begin : end - 1;
  };
  std::size_t begin = back(at);
  for (int n = 0; begin > limit && n < kClusterCap; ++n) {
    const Glyph glyph = decode(text, begin);
    const std::size_t before = back(begin);
    const Glyph previous = decode(text, before);
    if (!previous.valid || !(extends(glyph.code) || (previous.code == kZwj && !is_space(glyph.code)))) break;
    begin = before;
  }
  return begin;
}

}  // namespace mizan::report
