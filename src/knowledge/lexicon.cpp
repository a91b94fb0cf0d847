#include "knowledge/lexicon.hpp"

namespace mizan {
namespace {

/// The first byte after the letters that begin at byte i.
std::uint32_t word_end(std::string_view text, std::uint32_t i) {
  while (i < text.size()) {
    const CodePoint c = code_point(text, i);
    if (char_kind(c.value) != CharKind::letter) break;
    i += c.size;
  }
  return i;
}

bool is_letter(std::string_view text, std::uint32_t i) {
  return i < text.size() && char_kind(code_point(text, i).value) == CharKind::letter;
}

/// A phrase may end here unless a letter follows a letter.
bool is_boundary(std::string_view text, std::uint32_t i) {
  if (i >= text.size() || i == 0) return true;
  if (char_kind(code_point(text, i).value) != CharKind::letter) return true;
  std::uint32_t before = i - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
  return char_kind(code_point(text, before).value) != CharKind::letter;
}

/// White space inside a phrase: any run of it, but not across a line end, where a headline meets a text.
std::uint32_t skip_spaces(std::string_view text, std::uint32_t i) {
  while (i < text.size()) {
    const CodePoint c = code_point(text, i);
    if (char_kind(c.value) != CharKind::space || c.value == '\n' || c.value == '\r') break;
    i += c.size;
  }
  return i;
}

/// One way through a trie, along a text. What is found there is rare: the loop is kept apart from it.
struct Walk {
  struct Rest {
    std::uint32_t begin;
    std::uint8_t left_out;
  };

  Walk(const Lexicon::Impl& lexicon, std::string_view folded, std::uint8_t language, std::vector<Label>& labels)
      : trie(lexicon.trie(language)),
        suffixes(language == kAnyLanguage ? nullptr : &lexicon.clitics[language].suffix),
        text(folded),
        out(labels) {}

  void from(std::uint32_t cell, std::uint32_t at) {
    for (;;) {
      // most phrases end inside a longer word, where the text alone tells that nothing is found
      if (const Trie::Cell here = trie.cells[cell];
          here.stops != 0 &&
          (here.inner != 0 || is_boundary(text, at) || (here.takes_suffix != 0 && suffix_end(at) != 0)))
        found(cell, at);
      if (at >= text.size()) return;
      const CodePoint c = code_point(text, at);
      const Trie::Symbol symbol = trie.symbol(c.value);
      if (symbol == Trie::kNone) return;
      cell = trie.child(cell, symbol);
      if (cell == 0) return;
      at = symbol == Trie::kSpace ? skip_spaces(text, at) : at + c.size;
    }
  }

  /// The end of the word at, if it is a suffix of the language; 0 if not.
  std::uint32_t suffix_end(std::uint32_t at) const {
    if (suffixes == nullptr || at >= text.size()) return 0;
    for (const std::string& suffix : *suffixes) {
      if (text[at] != suffix[0] || text.size() - at < suffix.size()) continue;
      const auto end = at + static_cast<std::uint32_t>(suffix.size());
      if (text.substr(at, suffix.size()) == suffix && !is_letter(text, end)) return end;
    }
    return 0;
  }

  [[gnu::noinline]] void found(std::uint32_t cell, std::uint32_t at) {
    const Trie::Stop& stop = trie.stop(cell);
    // the clitics of a word, not of its rest behind one
    if (stop.clitic && label.clitic == 0 && rest_count < rests.size()) rests[rest_count++] = {at, stop.left_out};
    if (stop.star != 0) {  // any ending: the rest of this word, then whatever follows the star
      const std::uint32_t end = word_end(text, at);
      emit(trie.stop(stop.star), end, How::starred);
      if (const std::uint32_t space = trie.child(stop.star, Trie::kSpace); space != 0) {
        const std::uint32_t next = skip_spaces(text, end);
        if (next > end) from(space, next);
      }
    }
    if (stop.count == 0 || at == label.begin) return;
    if (is_boundary(text, at)) {
      emit(stop, at, How::exact);
    } else if (trie.cells[cell].takes_suffix != 0) {
      if (const std::uint32_t end = suffix_end(at); end != 0) emit(stop, end, How::suffixed);
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

  void emit(const Trie::Stop& stop, std::uint32_t end, How how) {
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
  const std::vector<std::string>* suffixes;
  std::string_view text;
  std::vector<Label>& out;
  Label label{};
  std::array<Rest, 8> rests;  // Arabic has at most four, one inside the other
  std::size_t rest_count = 0;
  static constexpr std::size_t kNone = ~std::size_t{0};
  std::size_t suffixed_from = kNone;  // in out: labels of a word with a suffix, which an exact one may outdo
};

}  // namespace

Trie::Symbol Trie::symbol_beyond(char32_t c) const {
  const auto found = std::lower_bound(beyond.begin(), beyond.end(), std::pair{c, Symbol{0}});
  if (found != beyond.end() && found->first == c) return found->second;
  return char_kind(c) == CharKind::space ? kSpace : kNone;
}

void Lexicon::Impl::add(std::string_view text, Phrase phrase, std::size_t slot) {
  if (phrases.size() <= slot) phrases.resize(slot + 1);
  phrase.text = static_cast<std::uint32_t>(texts.size());
  phrase.size = static_cast<std::uint32_t>(text.size());
  texts += text;
  phrases[slot].push_back(phrase);
}

void Lexicon::Impl::freeze() {
  for (std::size_t language = 0; language < clitics.size(); ++language)
    for (const auto& [prefix, left_out] : clitics[language].prefix)
      add(prefix, {.clitic = true, .left_out = left_out}, language + 1);
  phrases.resize(clitics.size() + 1);
  tries = std::vector<Lazy>(phrases.size());
}

const Trie& Lexicon::Impl::pack(std::uint8_t language) const {
  Lazy& lazy = tries[slot(language)];
  std::call_once(lazy.once, [&] {
    const std::optional<std::string> bytes = kept ? kept(slot(language)) : std::nullopt;
    lazy.trie = bytes                      ? trie_of(*bytes)
                : language == kAnyLanguage ? pack_trie(texts, {&phrases[0]})
                                           : pack_trie(texts, {&phrases[0], &phrases[slot(language)]});
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
  Walk walk(*impl_, folded, language, out);
  walk.label.begin = byte;
  walk.from(0, byte);
  if (out.size() != before) return;
  // Only a word that means nothing as it stands is taken apart: "wahid" (one) is not "wa" (and) + "ahad".
  const std::size_t count = walk.rest_count;
  for (std::size_t i = 0; i < count; ++i) {
    const auto [rest, left_out] = walk.rests[i];
    // at least two letters must remain
    if (!is_letter(folded, rest) || !is_letter(folded, rest + code_point(folded, rest).size)) continue;
    walk.label.clitic = left_out;
    walk.label.peeled = static_cast<std::uint8_t>(rest - byte);
    walk.from(0, rest);
  }
}

}  // namespace mizan
