#include "knowledge/lexicon.hpp"

#include <cstring>

namespace mizan {
namespace {

/// White space inside a phrase: any run of it, but not across a line end, where a headline meets a text.
std::uint32_t skip_spaces(std::string_view text, std::uint32_t i) {
  while (i < text.size()) {
    const CodePoint c = code_point(text, i);
    if (char_kind(c.value) != CharKind::space || c.value == '\n' || c.value == '\r') break;
    i += c.size;
  }
  return i;
}

/// One way through a trie, along a text. Most words lead nowhere, and most ways part in the middle of a word, where
/// nothing is asked but whether a phrase goes on.
struct Walk {
  Walk(const Trie& of, const std::vector<std::string>& endings, std::string_view folded, std::vector<Label>& labels)
      : trie(of), suffixes(endings), text(folded), out(labels) {}

  Trie::Pair pair(std::uint32_t at) const {
    return at + 2 <= text.size() ? trie.pairs[byte_pair(text, at)]
           : at < text.size()    ? trie.pairs[static_cast<std::uint32_t>(static_cast<unsigned char>(text[at])) << 8]
                                 : Trie::Pair{0};
  }

  /// May a phrase begin here? False for most words where none does.
  bool may_open(std::uint32_t at) const {
    const Trie::Pair first = pair(at);
    if (first == Trie::kFar || (first & Trie::kLetter) == 0 || (first & Trie::kAnything) != 0) return true;
    std::uint64_t opening = 0;
    for (std::uint32_t n = 0; n < Trie::kOpening; ++n) {
      if (at + 2 > text.size()) return true;
      const std::uint32_t index = byte_pair(text, at), bytes = kShortLetters[index];
      if (bytes == 0) {
        if (trie.pairs[index] == Trie::kFar) return true;
        return trie.opens(opening << 16 | Trie::kWordEnd);
      }
      opening = opening << 16 | (bytes == 2 ? index : index >> 8);
      at += bytes;
    }
    return trie.opens(opening);
  }

  void from(std::uint32_t cell, std::uint32_t at) {
    const Trie::Cell* const cells = trie.cells.data();
    const auto size = static_cast<std::uint32_t>(text.size());
    Trie::Cell known = cells[cell];
    Trie::Pair here = pair(at);
    while (at < size) {
      std::uint32_t symbol = Trie::symbol_of(here);
      std::uint32_t bytes = 1 + (static_cast<unsigned char>(text[at]) >> 7);
      if (here == Trie::kFar) {
        const CodePoint c = code_point(text, at);
        symbol = trie.symbol(c.value);
        bytes = c.size;
        if (char_kind(c.value) != CharKind::letter) here = 0;
      }
      if (symbol <= Trie::kSpace) {
        if (symbol == Trie::kNone) return;
        bytes = skip_spaces(text, at) - at;
      }
      // of a leaf, what stands for the base leads to some cell, but to no child
      const std::uint32_t next = known.base + symbol;
      if (cells[next].parent != cell) return;
      const bool letter = (here & Trie::kLetter) != 0;
      cell = next;
      known = cells[next];
      at += bytes;
      here = pair(at);
      if (known.star != 0) starred(trie.stop(cell), at);
      const bool goes_on = letter && (here == Trie::kFar ? is_letter(text, at) : (here & Trie::kLetter) != 0);
      if (!goes_on) {
        if (known.stops != 0) emit(trie.stop(cell), at, How::exact);
      } else if ((here & Trie::kSuffix) != 0 && known.takes_suffix != 0) {
        if (const std::uint32_t end = suffix_end(at); end != 0) emit(trie.stop(cell), end, How::suffixed);
      }
    }
  }

  /// The end of the word at, if it is a suffix of the language; 0 if not.
  std::uint32_t suffix_end(std::uint32_t at) const {
    for (const std::string& suffix : suffixes) {
      const std::size_t size = suffix.size();
      if (text.size() - at < size || text[at] != suffix[0] || text[at + size - 1] != suffix[size - 1]) continue;
      const auto end = at + static_cast<std::uint32_t>(size);
      if (!is_letter(text, end) && text.substr(at, size) == suffix) return end;
    }
    return 0;
  }

  /// Any ending: the rest of this word, then whatever follows the star.
  [[gnu::noinline]] void starred(const Trie::Stop& stop, std::uint32_t at) {
    const std::uint32_t end = letters_end(text, at);
    emit(trie.stop(stop.star), end, How::starred);
    if (const std::uint32_t space = trie.child(stop.star, Trie::kSpace); space != 0) {
      const std::uint32_t next = skip_spaces(text, end);
      if (next > end) from(space, next);
    }
  }

  enum class How : std::uint8_t { exact, starred, suffixed };

  void forget_suffixed(LabelKind kind, std::uint32_t end) {
    if (suffixed_from >= out.size()) return;
    const auto from = out.begin() + static_cast<std::ptrdiff_t>(suffixed_from);
    out.erase(std::remove_if(from, out.end(),
                             [&](const Label& l) { return l.kind == kind && l.end == end && l.begin == label.begin; }),
              out.end());
    suffixed_from = kNone;
  }

  [[gnu::noinline]] void emit(const Trie::Stop& stop, std::uint32_t end, How how) {
    if (how == How::suffixed) suffixed_from = out.size();
    for (std::uint32_t e = stop.entries; e < stop.entries + stop.count; ++e) {
      const Entry& entry = trie.entries[e];
      if (how == How::suffixed && !takes_suffix(entry.kind)) continue;
      label.kind = entry.kind;
      label.language = entry.language;
      label.ambiguous = entry.ambiguous;
      label.value = entry.value;
      label.extra = entry.extra;
      label.end = end;
      if (how == How::exact) forget_suffixed(entry.kind, end);  // "marda", patients, are no "mard-i", my disease
      out.push_back(label);
    }
  }

  const Trie& trie;
  const std::vector<std::string>& suffixes;
  std::string_view text;
  std::vector<Label>& out;
  Label label{};
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

void Lexicon::lookup(std::string_view folded, std::uint32_t byte, std::uint8_t language,
                     std::vector<Label>& out) const {
  const std::size_t before = out.size();
  const Impl::Clitics& clitics = impl_->clitics_of(language);
  Walk walk(impl_->trie(language), clitics.suffix, folded, out);
  walk.label.begin = byte;
  if (walk.may_open(byte)) walk.from(0, byte);
  if (out.size() != before) return;
  // Only a word that means nothing as it stands is taken apart: "wahid" (one) is not "wa" (and) + "ahad".
  const Trie::Pair first = walk.pair(byte);
  const Trie::Group group = first == Trie::kFar ? Trie::Group{0, static_cast<std::uint32_t>(walk.trie.prefixes.size())}
                                                : walk.trie.prefix_groups[first >> Trie::kGroupShift];
  if (group.begin == group.end) return;
  std::uint64_t front = 0;
  if (folded.size() - byte >= sizeof front)
    std::memcpy(&front, folded.data() + byte, sizeof front);
  else
    std::memcpy(&front, folded.data() + byte, folded.size() - byte);
  for (std::uint32_t p = group.begin; p < group.end; ++p) {
    const Trie::Prefix& prefix = walk.trie.prefixes[p];
    if ((front & prefix.mask) != prefix.bytes) continue;
    if (prefix.size > sizeof front && folded.compare(byte, prefix.size, *prefix.text) != 0) continue;
    const std::uint32_t rest = byte + prefix.size;
    // at least two letters must remain
    if (!is_letter(folded, rest) || !is_letter(folded, rest + code_point(folded, rest).size)) continue;
    walk.label.clitic = prefix.left_out;
    walk.label.peeled = static_cast<std::uint8_t>(prefix.size);
    if (walk.may_open(rest)) walk.from(0, rest);
  }
}

}  // namespace mizan
