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

struct Lexicon::Impl {
  struct Node {
    std::uint32_t children = 0;  // index of the first in bytes/targets; of an only child the child itself
    std::uint32_t entries = 0;
    std::uint32_t star = 0;  // node after "any ending"; 0 if none
    std::uint16_t entry_count = 0;
    std::uint8_t child_count = 0;  // UTF-8 and folding leave far fewer than 256 children
    unsigned char only = 0;        // the byte of an only child: three nodes of four, and one step in memory
  };
  struct Clitics {
    std::vector<std::pair<std::string, std::uint8_t>> prefix;  // clitic, and how many bytes of it a span leaves out
    std::vector<std::string> suffix;
  };

  // While building; frozen into the flat arrays afterwards.
  struct Draft {
    std::vector<std::pair<unsigned char, std::uint32_t>> children;  // sorted; most nodes have one
    std::vector<Entry> entries;
    std::uint32_t star = 0;
  };
  std::vector<Draft> drafts{1};

  std::vector<Node> nodes;
  std::array<std::uint32_t, 256> root{};  // the first byte has the most children
  std::vector<unsigned char> bytes;
  std::vector<std::uint32_t> targets;
  std::vector<Entry> entries;
  std::vector<Clitics> clitics;  // by language

  /// phrase is folded; '*' stands for any ending, U+200C must have been expanded.
  void insert(std::string_view phrase, const Entry& entry);
  void freeze();

  std::uint32_t child(std::uint32_t node, unsigned char byte) const;
  void walk(std::string_view text, std::uint32_t node, std::uint32_t at, std::uint8_t language, Label label,
            std::vector<Label>& out) const;
  void emit(std::uint32_t node, std::uint8_t language, Label label, std::uint32_t end, bool suffixed,
            std::vector<Label>& out) const;
};

}  // namespace mizan
