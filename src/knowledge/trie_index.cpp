// What a walk through a Trie looks up beside its cells: all of it follows from them.
#include <algorithm>
#include <bit>
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

Trie::Symbol unknown_of(const Trie& trie) {
  Trie::Symbol last = *std::max_element(trie.symbols.begin(), trie.symbols.end());
  if (!trie.beyond.empty()) last = std::max(last, trie.beyond.back().second);
  return static_cast<Trie::Symbol>(last + 1);
}

/// The symbol of a character, and what kind it is.
Trie::Pair with_kind(const Trie& trie, char32_t c) {
  const Trie::Pair kind = of_kind(c);
  Trie::Symbol symbol = trie.symbol(c);
  if (symbol == Trie::kNone && (kind & Trie::kLetter) != 0) symbol = trie.unknown;
  return static_cast<Trie::Pair>(symbol) << Trie::kSymbolShift | kind;
}

void index_pairs(Trie& trie, const std::vector<std::string>& suffixes) {
  trie.pairs.assign(0x10000, 0);
  for (std::uint32_t pair = 0; pair < trie.pairs.size(); ++pair) {
    const std::uint32_t lead = pair >> 8, next = pair & 0xFF;
    const bool two = lead >= 0xC2 && lead < 0xE0 && (next & 0xC0) == 0x80;
    if (lead >= 0xE0) trie.pairs[pair] = Trie::kFar;
    if (lead >= 0x80 && !two) continue;
    const char32_t c = two ? (lead & 0x1F) << 6 | (next & 0x3F) : lead;
    Trie::Pair value = with_kind(trie, c);
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
    const auto add_symbol = [&](char32_t c, Trie::Symbol symbol) {
      if (symbol != Trie::kNone) (char_kind(c) == CharKind::letter ? letters_ : others_).push_back(symbol);
    };
    for (char32_t c = 0; c < trie.symbols.size(); ++c) add_symbol(c, trie.symbols[c]);
    for (const auto& [c, symbol] : trie.beyond) add_symbol(c, symbol);
    follow(0, 0, 0);
    index();
  }

 private:
  void follow(std::uint32_t cell, Trie::Opening opening, std::uint32_t count) {
    if (count == Trie::kOpening) return found_.push_back({opening, cell});
    const Trie::Cell known = trie_.cells[cell];
    if (count > 0) {
      const bool goes_on = std::any_of(others_.begin(), others_.end(),
                                       [&](Trie::Symbol symbol) { return trie_.child(cell, symbol) != 0; });
      if (known.entry != 0 || known.star != 0 || goes_on) found_.push_back({opening, cell});
      if (known.takes_suffix != 0)
        for (const std::string& suffix : suffixes_) add_with(opening, count, suffix);
      if (known.star != 0) any_word(opening);
    }
    for (const Trie::Symbol letter : letters_)
      if (const std::uint32_t next = trie_.child(cell, letter); next != 0)
        follow(next, Trie::opening(opening, count, letter), count + 1);
  }

  void add_with(Trie::Opening opening, std::uint32_t count, const std::string& suffix) {
    for (std::uint32_t at = 0; count < Trie::kOpening; ++count) {
      if (!is_letter(suffix, at)) return found_.push_back({opening, 0});
      const CodePoint c = code_point(suffix, at);
      const Trie::Symbol symbol = trie_.symbol(c.value);
      opening = Trie::opening(opening, count, symbol != Trie::kNone ? symbol : trie_.unknown);
      at += c.size;
    }
    found_.push_back({opening, 0});
  }

  /// Words that begin so may go on in any way.
  void any_word(Trie::Opening opening) {
    for (Trie::Pair& pair : trie_.pairs)
      if (pair != Trie::kFar && (Trie::symbol_of(pair) & 0xFF) == (opening & 0xFF)) pair |= Trie::kAnything;
  }

  void index() {
    std::sort(found_.begin(), found_.end(), [](const Trie::Entrance& a, const Trie::Entrance& b) {
      return a.opening != b.opening ? a.opening < b.opening : a.cell < b.cell;
    });
    // one that leads to several cells, since phrases end on the way or letters share a byte, is walked to
    std::size_t kept = 0;
    for (const Trie::Entrance& entrance : found_) {
      if (kept > 0 && found_[kept - 1].opening == entrance.opening) {
        if (found_[kept - 1].cell != entrance.cell) found_[kept - 1].cell = 0;
      } else {
        found_[kept++] = entrance;
      }
    }
    found_.resize(kept);
    std::size_t size = 2;
    while (size < 2 * kept) size *= 2;
    trie_.entrance_shift = 32u - static_cast<unsigned>(std::bit_width(size - 1));
    trie_.entrances.assign(size, {});
    for (const Trie::Entrance& entrance : found_) {
      std::size_t at = trie_.entrance_of(entrance.opening);
      while (trie_.entrances[at].cell != Trie::Entrance::kNone) at = (at + 1) & (size - 1);
      trie_.entrances[at] = entrance;
    }
  }

  Trie& trie_;
  const std::vector<std::string>& suffixes_;
  std::vector<Trie::Symbol> letters_, others_;
  std::vector<Trie::Entrance> found_;
};

}  // namespace

Trie::Pair Trie::far(char32_t c) const {
  Pair result = with_kind(*this, c);
  if ((result & kLetter) != 0) result |= kSuffix | kAnything;
  return result | static_cast<Pair>(prefix_groups.size() - 1) << kGroupShift;
}

void index_trie(Trie& trie, const Lexicon::Impl::Clitics& clitics) {
  trie.unknown = unknown_of(trie);
  index_pairs(trie, clitics.suffix);
  index_prefixes(trie, clitics);
  Openings(trie, clitics.suffix);
}

}  // namespace mizan
