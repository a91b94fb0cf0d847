#include "knowledge/lexicon.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace mizan {
namespace {

/// One way through a trie, along a text. Most words lead nowhere, and most ways part in the middle of a word, where
/// nothing is asked but whether a phrase goes on.
struct Walk {
  /// All phrases that begin at a character.
  void begin(std::uint32_t at) {
    const Trie::Pair first = characters[at].traits;
    if ((first & Trie::kLetter) == 0 || (first & Trie::kAnything) != 0) return from(0, at);
    // without a branch, since no processor guesses where a word ends
    const auto if_letter = [](Trie::Pair pair) { return Trie::Pair{0} - (pair & Trie::kLetter); };
    const Trie::Pair second = if_letter(characters[at + 1].traits);
    const Trie::Pair third = second & if_letter(characters[at + 2].traits);
    const Trie::Pair fourth = third & if_letter(characters[at + 3].traits);
    const Trie::Pair letters[] = {first, characters[at + 1].traits & second, characters[at + 2].traits & third,
                                  characters[at + 3].traits & fourth};
    if (((letters[0] | letters[1] | letters[2] | letters[3]) & Trie::kLongSymbol) != 0) return from(0, at);
    Trie::Opening opening = 0;
    for (std::uint32_t n = 0; n < Trie::kOpening; ++n) opening = Trie::opening(opening, n, Trie::symbol_of(letters[n]));
    const std::uint32_t behind = at + 1 - second - third - fourth;
    const std::uint32_t cell = trie.enter(opening);
    if (cell != Trie::Entrance::kNone) from(cell, cell == 0 ? at : behind);
  }

  /// Goes on from a cell, in front of a character.
  void from(std::uint32_t cell, std::uint32_t at) {
    const Trie::Cell* const cells = trie.cells.data();
    Trie::Pair before = cell == 0 ? 0 : characters[at - 1].traits;
    for (;;) {
      const Trie::Cell known = cells[cell];
      const Trie::Pair here = characters[at].traits;
      if (known.star != 0) starred(trie.star_of(cell), at);
      const bool inside = (here & before & Trie::kLetter) != 0;  // of a word
      const bool suffix = (here & Trie::kSuffix) != 0 && known.takes_suffix != 0;
      if ((known.entry != 0) & (!inside | suffix)) {  // one branch, since no processor guesses more of them
        const std::uint32_t end = inside ? suffix_end(at) : characters[at].byte;
        if (end != 0) emit(known.entry, end, inside ? How::suffixed : How::exact);
      }
      const std::uint32_t symbol = Trie::symbol_of(here);
      if ((known.children & Trie::bit(symbol)) == 0) return;
      const std::uint32_t next = known.base + symbol;
      if (cells[next].parent != cell) return;
      cell = next;
      before = here;
      ++at;
    }
  }

  /// The end of the word at a character, if all of it is a suffix of the language; 0 if not.
  std::uint32_t suffix_end(std::uint32_t at) const {
    std::uint32_t behind = at;
    while ((characters[behind].traits & Trie::kLetter) != 0) ++behind;
    const std::uint32_t end = characters[behind].byte;
    const std::string_view rest = text.substr(characters[at].byte, end - characters[at].byte);
    return std::find(suffixes.begin(), suffixes.end(), rest) != suffixes.end() ? end : 0;
  }

  /// Any ending: the rest of this word, then whatever follows the star.
  [[gnu::noinline]] void starred(std::uint32_t star, std::uint32_t at) {
    while ((characters[at].traits & Trie::kLetter) != 0) ++at;
    if (const std::uint32_t entry = trie.cells[star].entry; entry != 0) emit(entry, characters[at].byte, How::starred);
    if ((characters[at].traits & Spelling::kWhite) == 0) return;
    if (const std::uint32_t space = trie.child(star, Trie::kSpace); space != 0) from(space, at + 1);
  }

  enum class How : std::uint8_t { exact, starred, suffixed };

  void forget_suffixed(LabelKind kind, std::uint32_t end) {
    if (suffixed_from >= out.size()) return;
    const auto from = out.begin() + static_cast<std::ptrdiff_t>(suffixed_from);
    out.erase(std::remove_if(from, out.end(),
                             [&](const Tag& tag) {
                               const Label& l = tag.label;
                               return l.kind == kind && l.end == end && l.begin == label.begin;
                             }),
              out.end());
    suffixed_from = kNone;
  }

  [[gnu::noinline]] void emit(std::uint32_t first, std::uint32_t end, How how) {
    if (how == How::suffixed) suffixed_from = out.size();
    const bool goes_on = end > token_end;
    const Entry* next = &trie.entries[first];
    for (bool last = false; !last; ++next) {
      const Entry& entry = *next;
      last = entry.last;
      if (how == How::suffixed && !takes_suffix(entry.kind)) continue;
      label.kind = entry.kind;
      label.language = entry.language;
      label.ambiguous = entry.ambiguous;
      label.value = entry.value;
      label.extra = entry.extra;
      label.end = end;
      if (how == How::exact) forget_suffixed(entry.kind, end);  // "marda", patients, are no "mard-i", my disease
      out.push_back({label, goes_on ? Lexicon::kGoesOn : token_behind});
      found.kinds |= kinds(entry.kind);
      found.goes_on = found.goes_on || goes_on;
    }
  }

  const Trie& trie;
  const std::vector<std::string>& suffixes;
  std::string_view text;
  const Spelling::Character* characters;
  std::vector<Tag>& out;
  std::uint32_t token_end, token_behind;  // see Lexicon::lookup()
  Label label{};
  Lexicon::Found found{};
  static constexpr std::size_t kNone = ~std::size_t{0};
  std::size_t suffixed_from = kNone;  // in out: labels of a word with a suffix, which an exact one may outdo
};

}  // namespace

Trie::Symbol Trie::symbol_beyond(char32_t c) const {
  const auto found = std::lower_bound(beyond.begin(), beyond.end(), std::pair{c, Symbol{0}});
  if (found != beyond.end() && found->first == c) return found->second;
  return char_kind(c) == CharKind::space ? kSpace : kNone;
}

void Lexicon::Impl::add(std::string_view text, const Entry& entry, std::size_t slot) {
  if (phrases.size() <= slot) phrases.resize(slot + 1);
  phrases[slot].push_back({static_cast<std::uint32_t>(texts.size()), static_cast<std::uint32_t>(text.size()), entry});
  texts += text;
}

void Lexicon::Impl::freeze() {
  phrases.resize(clitics.size() + 1);
  tries = std::vector<Lazy>(phrases.size());
}

const Lexicon::Impl::Clitics& Lexicon::Impl::clitics_of(std::uint8_t language) const {
  static const Clitics none;
  return language == kAnyLanguage ? none : clitics[language];
}

const Trie& Lexicon::Impl::pack(std::uint8_t language) const {
  Lazy& lazy = tries[slot(language)];
  std::call_once(lazy.once, [&] {
    const std::optional<std::string> bytes = kept ? kept(slot(language)) : std::nullopt;
    lazy.trie = bytes                      ? trie_of(*bytes)
                : language == kAnyLanguage ? pack_trie(texts, {&phrases[0]})
                                           : pack_trie(texts, {&phrases[0], &phrases[slot(language)]});
    index_trie(lazy.trie, clitics_of(language));
    lazy.ready.store(&lazy.trie, std::memory_order_release);
  });
  return lazy.trie;
}

Lexicon::Lexicon() : impl_(std::make_unique<Impl>()) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

std::uint32_t Spelling::index_of(std::uint32_t byte) const {
  const auto end = characters_.begin() + static_cast<std::ptrdiff_t>(size_);
  const auto at = std::lower_bound(characters_.begin(), end, byte,
                                   [](const Character& c, std::uint32_t wanted) { return c.byte < wanted; });
  return static_cast<std::uint32_t>(at - characters_.begin());
}

void Lexicon::spell(std::string_view folded, FoldedSpan span, std::uint8_t language, Spelling& out) const {
  const Trie& trie = impl_->trie(language);
  out.trie_ = &trie;
  out.suffixes_ = &impl_->clitics_of(language).suffix;
  out.text_ = folded.substr(0, span.end);
  const std::size_t most = span.size() + std::size_t{Trie::kOpening};
  if (out.characters_.size() < most) out.characters_.resize(most);
  Spelling::Character* next = out.characters_.data();
  const Trie::Pair* const pairs = trie.pairs.data();
  const char* const bytes = folded.data();
  Trie::Pair before = 0;
  std::uint32_t at = span.begin;
  if (out.runs_.size() < most) out.runs_.resize(most);
  Spelling::Run* const runs = out.runs_.data();
  std::uint32_t begun = 0, ended = 0;  // without a branch, since no processor guesses where a word ends
  const auto add = [&](Trie::Pair here, std::uint32_t size) {
    *next = {here, at};
    const auto index = static_cast<std::uint32_t>(next - out.characters_.data());
    runs[begun].first = index;
    begun += here & ~before & Spelling::kLetter;
    runs[ended].last = index;
    ended += before & ~here & Spelling::kLetter;
    next += (here & before & Spelling::kWhite) == 0 ? 1 : 0;  // else the space goes on, and is written over
    before = here;
    at += size;
  };
  const auto add_far = [&] {
    const CodePoint c = code_point(out.text_, at);
    add(trie.far(c.value), c.size);
  };
  // Four characters of one or two bytes stand in what is loaded, so that none waits for a load to know where it begins.
  constexpr bool words = std::endian::native == std::endian::little;
  while (words && at + 8 <= span.end) {
    std::uint64_t word;
    std::memcpy(&word, bytes + at, sizeof word);
    unsigned n = 0;
    for (; n < 4; ++n) {
      const Trie::Pair here = pairs[(word & 0xFF) << 8 | (word >> 8 & 0xFF)];
      if (here == Trie::kFar) break;
      const auto size = static_cast<std::uint32_t>(1 + (word >> 7 & 1));
      add(here, size);
      word >>= 8 * size;
    }
    if (n < 4) add_far();
  }
  while (at + 1 < span.end) {
    const std::uint32_t lead = static_cast<unsigned char>(bytes[at]);
    const Trie::Pair here = pairs[lead << 8 | static_cast<unsigned char>(bytes[at + 1])];
    if (here == Trie::kFar)
      add_far();
    else
      add(here, 1 + (lead >> 7));
  }
  if (at < span.end) add(pairs[static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at])) << 8], 1);
  out.size_ = static_cast<std::uint32_t>(next - out.characters_.data());
  std::fill_n(next, Trie::kOpening, Spelling::Character{0, span.end});
  runs[ended].last = out.size_;
  runs[begun].last = UINT32_MAX;
}

void Lexicon::lookup(const Spelling& text, std::uint32_t character, std::vector<Label>& out) {
  std::vector<Tag> tags;
  lookup(text, character, 0, 0, tags);
  for (const Tag& tag : tags) out.push_back(tag.label);
}

Lexicon::Found Lexicon::lookup(const Spelling& text, std::uint32_t character, std::uint32_t token_end,
                               std::uint32_t behind, std::vector<Tag>& out) {
  const std::size_t before = out.size();
  const Trie& trie = *text.trie_;
  const Spelling::Character* const characters = text.characters_.data();
  const std::uint32_t byte = characters[character].byte;
  Walk walk{trie, *text.suffixes_, text.text_, characters, out, token_end, behind};
  walk.label.begin = byte;
  walk.begin(character);
  if (out.size() != before) return walk.found;
  // Only a word that means nothing as it stands is taken apart: "wahid" (one) is not "wa" (and) + "ahad".
  const Trie::Group group = trie.prefix_groups[characters[character].traits >> Trie::kGroupShift];
  if (group.begin == group.end) return walk.found;
  std::uint64_t front = 0;
  const char* const from = text.text_.data() + byte;
  if (text.text_.size() - byte >= sizeof front)
    std::memcpy(&front, from, sizeof front);
  else
    std::memcpy(&front, from, text.text_.size() - byte);
  for (std::uint32_t p = group.begin; p < group.end; ++p) {
    const Trie::Prefix& prefix = trie.prefixes[p];
    if ((front & prefix.mask) != prefix.bytes) continue;
    if (prefix.size > sizeof front && text.text_.compare(byte, prefix.size, *prefix.text) != 0) continue;
    const std::uint32_t rest = character + prefix.characters;
    // at least two letters must remain
    if (!text.is_letter(rest) || !text.is_letter(rest + 1)) continue;
    walk.label.clitic = prefix.left_out;
    walk.label.peeled = static_cast<std::uint8_t>(prefix.size);
    walk.begin(rest);
  }
  return walk.found;
}

void Lexicon::lookup(std::string_view folded, std::uint32_t byte, std::uint8_t language,
                     std::vector<Label>& out) const {
  Spelling text;
  spell(folded, {byte, static_cast<std::uint32_t>(folded.size())}, language, text);
  if (text.size() > 0) lookup(text, 0, out);
}

}  // namespace mizan
