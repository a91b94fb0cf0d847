// What a walk through a Trie looks up beside its cells: all of it follows from them.
#include <algorithm>
#include <cstring>

#include "knowledge/lexicon.hpp"

namespace mizan {
namespace {

Trie::Pair of_kind(char32_t c) {
  switch (char_kind(c)) {
    case CharKind::letter:
      return Spelling::kLetter;
    case CharKind::digit:
      return Spelling::kDigit;
    case CharKind::space:
      return c == '\n' || c == '\r' ? Spelling::kLineEnd : Spelling::kWhite;
    case CharKind::other:
      break;
  }
  return 0;
}

void index_pairs(Trie& trie, const std::vector<std::string>& suffixes) {
  trie.pairs.assign(0x10000, 0);
  for (std::uint32_t pair = 0; pair < trie.pairs.size(); ++pair) {
    const std::uint32_t lead = pair >> 8, next = pair & 0xFF;
    const bool two = lead >= 0xC2 && lead < 0xE0 && (next & 0xC0) == 0x80;
    if (lead >= 0xE0) trie.pairs[pair] = Trie::kFar;
    if (lead >= 0x80 && !two) continue;
    const char32_t c = two ? (lead & 0x1F) << 6 | (next & 0x3F) : lead;
    Trie::Pair value = static_cast<Trie::Pair>(trie.symbols[c]) << Trie::kSymbolShift;
    value |= of_kind(c);
    if (std::any_of(suffixes.begin(), suffixes.end(), [&](const auto& s) { return code_point(s, 0).value == c; }))
      value |= Trie::kSuffix;
    trie.pairs[pair] = value;
  }
}

void index_prefixes(Trie& trie, const Lexicon::Impl::Clitics& clitics) {
  for (const auto& [text, left_out] : clitics.prefix) {
    Trie::Prefix prefix{0, 0, &text, static_cast<std::uint32_t>(text.size()), 0, left_out};
    for (std::uint32_t at = 0; at < prefix.size; at += code_point(text, at).size) ++prefix.characters;
    const std::size_t size = std::min(text.size(), sizeof prefix.bytes);
    std::memcpy(&prefix.bytes, text.data(), size);
    std::memset(&prefix.mask, 0xFF, size);
    trie.prefixes.push_back(prefix);
  }
  const auto first = [](const Trie::Prefix& prefix) { return code_point(*prefix.text, 0).value; };
  std::stable_sort(trie.prefixes.begin(), trie.prefixes.end(), [&](const Trie::Prefix& a, const Trie::Prefix& b) {
    return first(a) != first(b) ? first(a) < first(b) : a.size < b.size;
  });
  for (std::uint32_t begin = 0, end = 0; begin < trie.prefixes.size(); begin = end) {
    while (end < trie.prefixes.size() && first(trie.prefixes[end]) == first(trie.prefixes[begin])) ++end;
    const auto group = static_cast<Trie::Pair>(trie.prefix_groups.size());
    trie.prefix_groups.push_back({begin, end});
    const std::string& text = *trie.prefixes[begin].text;
    const CodePoint c = code_point(text, 0);
    for (std::uint32_t next = 0; next < 0x100 && c.size < 3; ++next)
      if (const std::uint32_t lead = static_cast<unsigned char>(text[0]);
          c.size == 1 || next == static_cast<unsigned char>(text[1]))
        trie.pairs[lead << 8 | next] |= group << Trie::kGroupShift;
  }
  trie.prefix_groups.push_back({0, static_cast<std::uint32_t>(trie.prefixes.size())});
}

/// Follows every way from the root for as many letters as an opening has.
class Openings {
 public:
  Openings(Trie& trie, const std::vector<std::string>& suffixes) : trie_(trie), suffixes_(suffixes) {
    trie.filter.assign((std::size_t{1} << Trie::kFilterBits) / 64, 0);
    const auto add_symbol = [&](char32_t c, Trie::Symbol symbol) {
      if (symbol != Trie::kNone) (char_kind(c) == CharKind::letter ? letters_ : others_).push_back(symbol);
    };
    for (char32_t c = 0; c < trie.symbols.size(); ++c) add_symbol(c, trie.symbols[c]);
    for (const auto& [c, symbol] : trie.beyond) add_symbol(c, symbol);
    follow(0, 0, 0);
  }

 private:
  void add(std::uint64_t opening) {
    const std::size_t bit = Trie::filter_bit(opening);
    trie_.filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }

  void follow(std::uint32_t cell, std::uint64_t opening, std::uint32_t count) {
    if (count == Trie::kOpening) return add(opening);
    const Trie::Cell known = trie_.cells[cell];
    if (count > 0) {
      const bool goes_on = std::any_of(others_.begin(), others_.end(),
                                       [&](Trie::Symbol symbol) { return trie_.child(cell, symbol) != 0; });
      if (known.stops != 0 || goes_on) add(opening << 16 | Trie::kWordEnd);
      if (known.takes_suffix != 0)
        for (const std::string& suffix : suffixes_) add_with(opening, count, suffix);
      if (known.star != 0) any_word(opening, count);
    }
    for (const Trie::Symbol letter : letters_)
      if (const std::uint32_t next = trie_.child(cell, letter); next != 0)
        follow(next, opening << 16 | letter, count + 1);
  }

  void add_with(std::uint64_t opening, std::uint32_t count, const std::string& suffix) {
    for (std::uint32_t at = 0; count < Trie::kOpening; ++count) {
      if (!is_letter(suffix, at)) return add(opening << 16 | Trie::kWordEnd);
      const CodePoint c = code_point(suffix, at);
      opening = opening << 16 | trie_.symbol(c.value);
      at += c.size;
    }
    add(opening);
  }

  /// Words that begin so may go on in any way.
  void any_word(std::uint64_t opening, std::uint32_t count) {
    const auto first = static_cast<Trie::Symbol>(opening >> (16 * (count - 1)));
    for (Trie::Pair& pair : trie_.pairs)
      if (pair != Trie::kFar && Trie::symbol_of(pair) == first) pair |= Trie::kAnything;
  }

  Trie& trie_;
  const std::vector<std::string>& suffixes_;
  std::vector<Trie::Symbol> letters_, others_;
};

}  // namespace

Trie::Pair Trie::far(char32_t c) const {
  Pair result = static_cast<Pair>(symbol(c)) << kSymbolShift | of_kind(c);
  if ((result & kLetter) != 0) result |= kSuffix | kAnything;
  return result | static_cast<Pair>(prefix_groups.size() - 1) << kGroupShift;
}

void index_trie(Trie& trie, const Lexicon::Impl::Clitics& clitics) {
  index_pairs(trie, clitics.suffix);
  index_prefixes(trie, clitics);
  Openings(trie, clitics.suffix);
}

}  // namespace mizan
