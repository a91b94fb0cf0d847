// The trie behind Lexicon, and the builder that fills it. Private to the room.
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.hpp"

namespace mizan {

/// What the trie stores under a phrase.
struct Entry {
  LabelKind kind{};
  std::uint8_t language = kAnyLanguage;
  bool ambiguous = false;
  bool last = false;       // of those under its phrase
  std::int32_t extra = 0;  // not behind the value: so all of it takes sixteen bytes
  std::int64_t value = 0;
  Entry() = default;
  Entry(LabelKind k, std::uint8_t l = kAnyLanguage, bool weak = false, std::int64_t v = 0, std::int32_t e = 0)
      : kind(k), language(l), ambiguous(weak), extra(e), value(v) {}
  friend auto operator<=>(const Entry&, const Entry&) = default;
};

/// The phrases of one language, and those of none, as a double array (Aoe, 1989): the child of a cell by a character
/// stands base + symbol further on, if that cell names it as its parent. One step in memory a character, and no search.
struct Trie {
  using Symbol = std::uint16_t;  // the characters that phrases are made of, numbered; at most 13 bits
  static constexpr Symbol kNone = 0;
  static constexpr Symbol kSpace = 1;
  static constexpr std::uint32_t kNoParent = UINT32_MAX;
  struct Cell {
    std::uint32_t base : 30 = 0;
    std::uint32_t star : 1 = 0;  // "any ending" may begin here
    std::uint32_t takes_suffix : 1 = 0;
    std::uint32_t parent = kNoParent;
    std::uint32_t children = 0;  // their symbols, see bit(): most who ask for one need not look at another cell
    std::uint32_t entry = 0;     // index in entries of the first that a text finds that ends here; 0 if none
  };
  static constexpr std::uint32_t bit(std::uint32_t symbol) { return std::uint32_t{1} << (symbol % 32); }

  std::array<Symbol, 0x800> symbols{};              // of the characters of one or two bytes
  std::vector<std::pair<char32_t, Symbol>> beyond;  // of the others, sorted
  std::vector<Cell> cells;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> stars;  // cells, sorted, and those after "any ending"
  std::vector<Entry> entries = std::vector<Entry>(1);
  Symbol unknown = kNone;  // stands for the letters that no phrase has: a word with one is no shorter word

  /// What a walk must know of a character, by its first two bytes (see byte_pair()); of one with more, kFar: see far().
  /// The lowest bits are those of Spelling.
  using Pair = std::uint32_t;
  static constexpr Pair kLetter = Spelling::kLetter;
  static constexpr Pair kSuffix = 16;    // a suffix may begin with it
  static constexpr Pair kAnything = 32;  // entrances do not tell of words that begin with it
  static constexpr unsigned kSymbolShift = 6, kSymbolBits = 13;
  static constexpr unsigned kGroupShift = kSymbolShift + kSymbolBits;  // index in prefix_groups; 0: no prefix
  static constexpr Pair kFar = UINT32_MAX;
  static constexpr Pair kLongSymbol = 0x1F00u << kSymbolShift;  // any of these bits: of more than a byte
  std::vector<Pair> pairs;
  static Symbol symbol_of(Pair pair) { return static_cast<Symbol>((pair >> kSymbolShift) & ((1u << kSymbolBits) - 1)); }
  /// The same of a character of more bytes than two.
  Pair far(char32_t c) const;

  /// A clitic in front of words: its first eight bytes as they lie in memory, and which of those it has.
  struct Prefix {
    std::uint64_t bytes = 0, mask = 0;
    const std::string* text = nullptr;
    std::uint32_t size = 0;        // bytes
    std::uint32_t characters = 0;  // the same in them
    std::uint8_t left_out = 0;
  };
  struct Group {
    std::uint32_t begin = 0, end = 0;
  };
  std::vector<Prefix> prefixes;               // those of one first character together, the shortest first
  std::vector<Group> prefix_groups{Group{}};  // in prefixes; the last has all

  /// How a word begins: the symbols of its first letters, at most kOpening, a byte each, the first one lowest.
  using Opening = std::uint32_t;
  static constexpr std::uint32_t kOpening = 4;
  static constexpr Opening opening(Opening front, std::uint32_t count, std::uint32_t next) {
    return front | (next & 0xFF) << (8 * count);
  }
  /// Where an opening leads: most words of a text lead nowhere, and the others need not go there step by step.
  struct Entrance {
    static constexpr std::uint32_t kNone = UINT32_MAX;
    Opening opening = 0;
    std::uint32_t cell = kNone;  // behind its letters; 0 if phrases may end on the way, which a walk must see
  };
  std::vector<Entrance> entrances;  // by hash, with linear probing; at most half of them are taken
  unsigned entrance_shift = 32;
  std::size_t entrance_of(Opening opening) const { return (opening * 0x9E3779B1u) >> entrance_shift; }
  /// The cell; 0 if to be walked to, kNone if no phrase opens so.
  std::uint32_t enter(Opening opening) const {
    for (std::size_t at = entrance_of(opening);; at = (at + 1) & (entrances.size() - 1))
      if (const Entrance& here = entrances[at]; (here.opening == opening) | (here.cell == Entrance::kNone))
        return here.cell;  // the first nearly always: no processor guesses which of the two it is
  }

  /// All white space is kSpace, but for line ends, where a headline meets a text.
  Symbol symbol(char32_t c) const { return c < symbols.size() ? symbols[c] : symbol_beyond(c); }
  Symbol symbol_beyond(char32_t c) const;
  /// The cell after "any ending", of a cell where it may begin.
  std::uint32_t star_of(std::uint32_t cell) const {
    return std::lower_bound(stars.begin(), stars.end(), std::pair{cell, std::uint32_t{0}})->second;
  }
  std::uint32_t child(std::uint32_t cell, Symbol symbol) const {
    if ((cells[cell].children & bit(symbol)) == 0) return 0;
    const std::uint32_t next = cells[cell].base + symbol;
    return cells[next].parent == cell ? next : 0;
  }
};

struct Lexicon::Impl {
  struct Clitics {
    std::vector<std::pair<std::string, std::uint8_t>> prefix;  // clitic, and how many bytes of it a span leaves out
    std::vector<std::string> suffix;
  };
  struct Phrase {
    std::uint32_t text = 0;  // its first byte in texts; of two readings the one that came first stays first
    std::uint32_t size = 0;
    Entry entry{};
  };
  /// A run meets one or two languages: a trie is packed when the first of its texts comes, by whichever thread is
  /// there.
  struct Lazy {
    std::once_flag once;
    std::atomic<const Trie*> ready = nullptr;  // else call_once would be paid for at every word
    Trie trie;
  };

  std::string texts;                                                 // of all phrases
  std::vector<std::vector<Phrase>> phrases;                          // by slot
  std::vector<Clitics> clitics;                                      // by language
  mutable std::vector<Lazy> tries;                                   // by slot
  std::function<std::optional<std::string>(std::size_t slot)> kept;  // of a restored one: a packed trie as bytes

  const Clitics& clitics_of(std::uint8_t language) const;
  /// phrase is folded; '*' stands for any ending, U+200C must have been expanded.
  void insert(std::string_view phrase, const Entry& entry) { add(phrase, entry, slot(entry.language)); }
  /// After the last phrase.
  void freeze();

  const Trie& trie(std::uint8_t language) const {
    const Lazy& lazy = tries[slot(language)];
    const Trie* ready = lazy.ready.load(std::memory_order_acquire);
    return ready != nullptr ? *ready : pack(language);
  }

 private:
  static std::size_t slot(std::uint8_t language) { return language == kAnyLanguage ? 0 : language + std::size_t{1}; }
  void add(std::string_view text, const Entry& entry, std::size_t slot);
  const Trie& pack(std::uint8_t language) const;
};

/// The trie of the phrases of one language and of those of none; texts holds the text of all. index_trie() must follow.
std::string bytes_of(const Trie& trie);
Trie trie_of(std::string_view bytes);
Trie pack_trie(std::string_view texts, std::initializer_list<const std::vector<Lexicon::Impl::Phrase>*> lists);
/// Fills what can be told from the rest: pairs, prefixes, entrances.
void index_trie(Trie& trie, const Lexicon::Impl::Clitics& clitics);
/// Number and date words list their own forms; a clitic at the end belongs to nouns, names and cues.
bool takes_suffix(LabelKind kind);

}  // namespace mizan
