// The trie behind Lexicon, and the builder that fills it. Private to the room.
#pragma once

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
  LabelKind kind;
  std::uint8_t language = kAnyLanguage;
  bool ambiguous = false;
  std::int64_t value = 0;
  std::int32_t extra = 0;
  friend auto operator<=>(const Entry&, const Entry&) = default;
};

/// The phrases of one language, and those of none, as a double array (Aoe, 1989): the child of a cell by a character
/// stands base + symbol further on, if that cell names it as its parent. One step in memory a character, and no search.
struct Trie {
  using Symbol = std::uint16_t;  // the characters that phrases are made of, numbered
  static constexpr Symbol kNone = 0;
  static constexpr Symbol kSpace = 1;
  static constexpr std::uint32_t kNoParent = UINT32_MAX;
  struct Cell {
    std::uint32_t base : 29 = 0;  // of a leaf 0: the first cells, one a symbol, have no parent
    std::uint32_t stops : 1 = 0;  // is there anything in stop_of?
    std::uint32_t inner : 1 = 0;  // anything that may be found inside a word: a clitic, a star
    std::uint32_t takes_suffix : 1 = 0;
    std::uint32_t parent = kNoParent;
  };
  /// What a phrase finds that ends at a cell, or goes on there in its own way.
  struct Stop {
    std::uint32_t entries = 0;  // index of the first
    std::uint32_t count = 0;
    std::uint32_t star = 0;  // cell after "any ending"; 0 if none
    bool clitic = false;     // a clitic may end here, and a word begin
    std::uint8_t left_out = 0;
  };

  std::array<Symbol, 0x800> symbols{};              // of the characters of one or two bytes
  std::vector<std::pair<char32_t, Symbol>> beyond;  // of the others, sorted
  std::vector<Cell> cells;
  std::vector<std::uint32_t> stop_of;  // by cell: index in stops; 0 if none
  std::vector<Stop> stops{1};
  std::vector<Entry> entries;

  /// All white space is kSpace, but for line ends, where a headline meets a text.
  Symbol symbol(char32_t c) const { return c < symbols.size() ? symbols[c] : symbol_beyond(c); }
  Symbol symbol_beyond(char32_t c) const;
  const Stop& stop(std::uint32_t cell) const { return stops[stop_of[cell]]; }
  std::uint32_t child(std::uint32_t cell, Symbol symbol) const {
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
    bool clitic = false;
    std::uint8_t left_out = 0;
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

  /// phrase is folded; '*' stands for any ending, U+200C must have been expanded.
  void insert(std::string_view phrase, const Entry& entry) { add(phrase, {.entry = entry}, slot(entry.language)); }
  /// After the last phrase.
  void freeze();

  const Trie& trie(std::uint8_t language) const {
    const Lazy& lazy = tries[slot(language)];
    const Trie* ready = lazy.ready.load(std::memory_order_acquire);
    return ready != nullptr ? *ready : pack(language);
  }

 private:
  static std::size_t slot(std::uint8_t language) { return language == kAnyLanguage ? 0 : language + std::size_t{1}; }
  void add(std::string_view text, Phrase phrase, std::size_t slot);
  const Trie& pack(std::uint8_t language) const;
};

/// The trie of the phrases of one language and of those of none; texts holds the text of all.
std::string bytes_of(const Trie& trie);
Trie trie_of(std::string_view bytes);
Trie pack_trie(std::string_view texts, std::initializer_list<const std::vector<Lexicon::Impl::Phrase>*> lists);
/// Number and date words list their own forms; a clitic at the end belongs to nouns, names and cues.
bool takes_suffix(LabelKind kind);

}  // namespace mizan
