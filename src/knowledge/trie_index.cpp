// What a walk through a Trie looks up beside its cells: all of it follows from them.
#include <algorithm>
#include <cstring>

#include "knowledge/lexicon.hpp"

namespace mizan {
namespace {

void index_pairs(Trie& trie, const std::vector<std::string>& suffixes) {
  trie.pairs.assign(0x10000, 0);
  for (std::uint32_t pair = 0; pair < trie.pairs.size(); ++pair) {
    const std::uint32_t lead = pair >> 8, next = pair & 0xFF;
    const bool two = lead >= 0xC2 && lead < 0xE0 && (next & 0xC0) == 0x80;
    if (lead >= 0xE0) trie.pairs[pair] = Trie::kFar;
    if (lead >= 0x80 && !two) continue;
    const char32_t c = two ? (lead & 0x1F) << 6 | (next & 0x3F) : lead;
    Trie::Pair value = static_cast<Trie::Pair>(trie.symbols[c]) << Trie::kSymbolShift;
    if (char_kind(c) == CharKind::letter) value |= Trie::kLetter;
    if (std::any_of(suffixes.begin(), suffixes.end(), [&](const auto& s) { return code_point(s, 0).value == c; }))
      value |= Trie::kSuffix;
    trie.pairs[pair] = value;
  }
}

void index_prefixes(Trie& trie, const Lexicon::Impl::Clitics& clitics) {
  for (const auto& [text, left_out] : clitics.prefix) {
    Trie::Prefix prefix{0, 0, &text, static_cast<std::uint32_t>(text.size()), left_out};
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
}

/// Follows every way from the root for as many letters as an opening has.
class Openings {
 public:
  Openings(Trie& trie, const std::vector<std::string>& suffixes) : trie_(trie), suffixes_(suffixes) {
    trie.filter.assign((std::size_t{1} << Trie::kFilterBits) / 64, 0);
    for (std::uint32_t pair = 0; pair < trie.pairs.size(); ++pair) {
      if (pair < 0x8000 && (pair & 0xFF) != 0) continue;  // a short one once, whatever stands behind it
      const auto symbol = Trie::symbol_of(trie.pairs[pair]);
      if (symbol == Trie::kNone || trie.pairs[pair] == Trie::kFar) continue;
      if (kShortLetters[pair] != 0)
        letters_.push_back({symbol, kShortLetters[pair] == 2 ? pair : pair >> 8});
      else
        others_.push_back(symbol);
    }
    follow(0, 0, 0);
  }

 private:
  struct Letter {
    Trie::Symbol symbol;
    std::uint32_t pair;
  };

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
    for (const Letter& letter : letters_)
      if (const std::uint32_t next = trie_.child(cell, letter.symbol); next != 0)
        follow(next, opening << 16 | letter.pair, count + 1);
  }

  void add_with(std::uint64_t opening, std::uint32_t count, const std::string& suffix) {
    const std::string text = suffix + ' ';  // so that there are two bytes everywhere
    for (std::uint32_t at = 0; count < Trie::kOpening; ++count) {
      const std::uint32_t pair = byte_pair(text, at), bytes = kShortLetters[pair];
      if (bytes == 0) return add(opening << 16 | Trie::kWordEnd);
      opening = opening << 16 | (bytes == 2 ? pair : pair >> 8);
      at += bytes;
      if (at >= suffix.size() && count + 1 < Trie::kOpening) return add(opening << 16 | Trie::kWordEnd);
    }
    add(opening);
  }

  /// Words that begin so may go on in any way.
  void any_word(std::uint64_t opening, std::uint32_t count) {
    const std::uint64_t first = opening >> (16 * (count - 1));
    for (std::uint32_t pair = 0; pair < trie_.pairs.size(); ++pair)
      if (kShortLetters[pair] != 0 && (kShortLetters[pair] == 2 ? pair : pair >> 8) == first)
        trie_.pairs[pair] |= Trie::kAnything;
  }

  Trie& trie_;
  const std::vector<std::string>& suffixes_;
  std::vector<Letter> letters_;  // of one or two bytes
  std::vector<Trie::Symbol> others_;
};

}  // namespace

void index_trie(Trie& trie, const Lexicon::Impl::Clitics& clitics) {
  index_pairs(trie, clitics.suffix);
  index_prefixes(trie, clitics);
  Openings(trie, clitics.suffix);
}

}  // namespace mizan
