#include "text/text.hpp"

namespace mizan {

const std::array<std::uint8_t, 0x10000> kShortLetters = [] {
  std::array<std::uint8_t, 0x10000> result{};
  for (std::uint32_t pair = 0; pair < result.size(); ++pair) {
    const std::uint32_t lead = pair >> 8, next = pair & 0xFF;
    if (lead < 0x80) {
      result[pair] = char_kind(lead) == CharKind::letter ? 1 : 0;
    } else if (lead >= 0xC2 && lead < 0xE0 && (next & 0xC0) == 0x80) {
      result[pair] = char_kind((lead & 0x1F) << 6 | (next & 0x3F)) == CharKind::letter ? 2 : 0;
    }
  }
  return result;
}();

}  // namespace mizan
