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

void Knowledge::index_common() {
  identifier_.common.clear();
  for (std::size_t l = 0; l < languages_.size(); ++l)
    for (const std::string& word : languages_[l].common) {
      auto& of = identifier_.common[fingerprint(word)];
      if (of.empty() || of.back() != l) of.push_back(static_cast<std::uint8_t>(l));
    }
}

std::optional<std::uint8_t> Knowledge::identify(std::string_view folded) const {
  // The first 20 kB decide: an article is in one language.
  folded = folded.substr(0, 20000);
  std::array<std::uint32_t, 0x800> near{};  // how often each letter stands there
  std::map<char32_t, std::uint32_t> far;    // of the letters beyond
  std::vector<std::size_t> score(languages_.size());
  std::size_t word_begin = 0;
  const auto word = [&](std::size_t end) {
    if (end <= word_begin) return;
    const auto found = identifier_.common.find(fingerprint(folded.substr(word_begin, end - word_begin)));
    if (found == identifier_.common.end()) return;
    for (const std::uint8_t l : found->second) score[l] += 3;
  };
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint c = code_point(folded, i);
    if (i + c.size > folded.size()) break;
    if (char_kind(c.value) == CharKind::letter) {
      ++(c.value < near.size() ? near[c.value] : far[c.value]);
    } else {
      word(i);
      word_begin = i + c.size;
    }
    i += c.size;
  }
  word(folded.size());
  std::map<std::string_view, std::size_t> scripts;
  const auto count = [&](char32_t letter, std::uint32_t times) {
    scripts[script_of(letter)] += times;
    for (std::size_t l = 0; l < languages_.size(); ++l)
      if (identifier_.letters[l].find(letter) != std::u32string::npos) score[l] += times;
  };
  for (char32_t c = 0; c < near.size(); ++c)
    if (near[c] != 0) count(c, near[c]);
  for (const auto& [c, times] : far) count(c, times);
  std::string_view script;
  std::size_t most = 0;
  for (const auto& [name, letters] : scripts)
    if (letters > most) {
      most = letters;
      script = name;
    }
  std::optional<std::uint8_t> best;
  for (std::size_t l = 0; l < languages_.size(); ++l)
    if (identifier_.scripts[l] == script && (!best || score[l] > score[*best])) best = static_cast<std::uint8_t>(l);
  return best;
}

}  // namespace mizan
