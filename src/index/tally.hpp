// Inside the index room: which documents have which words, counted while the documents of a new index come in.
//
//   Tally tally;
//   tally.add(1, signature);  tally.add(2, another);
//   tally.each([](std::uint64_t key, const Posting& posting) { ... });
//
// A word is met everywhere in a corpus: a table of all words with their documents would be read at random, from memory
// and not from a cache, a hundred times a document. Here what is met is only written down, at the end of one of a few
// lists, and sorted a list at a time. Words of more than kKept documents are but counted, so that a large corpus takes
// little memory. Not for: changing an index (Words).
#pragma once

#include <array>
#include <functional>
#include <map>
#include <vector>

#include "index/store.hpp"

namespace mizan {

class Tally {
 public:
  /// Documents come in the order of their numbers.
  void add(std::uint32_t document, const Signature& signature);
  /// All words, those of one part together.
  void each(const std::function<void(std::uint64_t key, const Posting& posting)>& use);

 private:
  struct Use {
    std::uint64_t key = 0;  // spread
    std::uint32_t document = 0;
    std::uint32_t weight = 0;
    friend bool operator<(const Use& a, const Use& b) {
      return a.key != b.key ? a.key < b.key : a.document < b.document;
    }
  };
  /// The words with one beginning of their keys.
  struct List {
    std::vector<Use> uses;
    std::size_t sorted = 0;     // the first of them
    std::size_t limit = 32768;  // when there are more, they are sorted: as many as a cache holds
    std::map<std::uint64_t, std::uint32_t> common;
    void settle();
  };
  static constexpr int kBits = 6;
  std::array<List, std::size_t{1} << kBits> lists_;
};

}  // namespace mizan
