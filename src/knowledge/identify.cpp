#include <algorithm>
#include <map>

#include "knowledge/knowledge.hpp"

namespace mizan {
namespace {

/// The script of a letter, as ISO 15924, for those we can tell by block; "" for others.
std::string_view script_of(char32_t c) {
  if (c < 0x250) return "Latn";
  if (c >= 0x370 && c < 0x400) return "Grek";
  if (c >= 0x400 && c < 0x530) return "Cyrl";
  if (c >= 0x530 && c < 0x590) return "Armn";
  if (c >= 0x590 && c < 0x600) return "Hebr";
  if (c >= 0x600 && c < 0x780) return "Arab";
  if (c >= 0x900 && c < 0x980) return "Deva";
  if (c >= 0x10A0 && c < 0x1100) return "Geor";
  if (c >= 0x3040 && c < 0x3100) return "Jpan";
  if (c >= 0xAC00 && c < 0xD7B0) return "Kore";
  if (c >= 0x4E00 && c < 0xA000) return "Hani";
  return "";
}

}  // namespace

std::optional<std::uint8_t> Knowledge::identify(std::string_view folded) const {
  // The first 20 kB decide: an article is in one language.
  folded = folded.substr(0, 20000);
  std::map<std::string_view, std::size_t> scripts;
  std::vector<std::size_t> score(languages_.size());
  std::size_t word_begin = 0;
  const auto word = [&](std::size_t end) {
    if (end <= word_begin) return;
    const std::string_view text = folded.substr(word_begin, end - word_begin);
    for (std::size_t l = 0; l < languages_.size(); ++l)
      if (std::binary_search(languages_[l].common.begin(), languages_[l].common.end(), text)) score[l] += 3;
  };
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint c = code_point(folded, i);
    if (i + c.size > folded.size()) break;
    if (char_kind(c.value) == CharKind::letter) {
      ++scripts[script_of(c.value)];
      for (std::size_t l = 0; l < languages_.size(); ++l)
        if (identifier_.letters[l].find(c.value) != std::u32string::npos) ++score[l];
    } else {
      word(i);
      word_begin = i + c.size;
    }
    i += c.size;
  }
  word(folded.size());
  std::string_view script;
  std::size_t most = 0;
  for (const auto& [name, count] : scripts)
    if (count > most) {
      most = count;
      script = name;
    }
  std::optional<std::uint8_t> best;
  for (std::size_t l = 0; l < languages_.size(); ++l)
    if (identifier_.scripts[l] == script && (!best || score[l] > score[*best])) best = static_cast<std::uint8_t>(l);
  return best;
}

}  // namespace mizan
