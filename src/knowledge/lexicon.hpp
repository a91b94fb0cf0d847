// The trie behind Lexicon, and the builder that fills it. Private to the room.
#pragma once

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

  // While building; packed into tries afterwards.
  struct Draft {
    std::vector<std::pair<char32_t, std::uint32_t>> children;  // sorted; most nodes have one
    std::vector<Entry> entries;
    std::vector<std::pair<std::uint8_t, std::uint8_t>> clitics;  // language, and what a span leaves out
    std::uint32_t star = 0;
  };
  std::vector<Draft> drafts{1};

  std::vector<Trie> tries;       // by language, and the last for texts of none
  std::vector<Clitics> clitics;  // by language

  /// phrase is folded; '*' stands for any ending, U+200C must have been expanded.
  void insert(std::string_view phrase, const Entry& entry);
  Draft& draft(std::string_view phrase);
  void freeze();

  const Trie& trie(std::uint8_t language) const { return language == kAnyLanguage ? tries.back() : tries[language]; }
};

}  // namespace mizan
