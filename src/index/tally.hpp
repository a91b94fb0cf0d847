// Inside the index room: which documents have which words, counted while the documents of a new index come in.
//
//   Tally tally;
//   tally.add(1, signature);  tally.add(2, another);
//   for (std::size_t list = 0; list < Tally::kLists; ++list)
//     tally.each(list, [](std::uint64_t key, const Posting& posting) { ... });
//
// A word is met everywhere in a corpus: a table of all words with their documents would be read at random, from memory
// and not from a cache, a hundred times a document. Here what is met is only written down, at the end of one of a few
// lists, and sorted a list at a time. Words of more than kKept documents are but counted: most of what a text says are
// such, and a large corpus takes little memory. Not for: changing an index (Words).
#pragma once

#include <array>
#include <functional>
#include <vector>

#include "index/store.hpp"

namespace mizan {

class Tally {
 public:
  /// Documents come in the order of their numbers.
  void add(std::uint32_t document, const Signature& signature);
  /// All words are in one of so many lists, those of one part together. When no more documents come, each list may be
  /// read on a thread of its own.
  static constexpr int kBits = 6;
  static constexpr std::size_t kLists = std::size_t{1} << kBits;
  void each(std::size_t list, const std::function<void(std::uint64_t key, const Posting& posting)>& use);

 private:
  struct Use {
    std::uint64_t key = 0;  // spread
    std::uint32_t document = 0;
    std::uint32_t weight = 0;
    friend bool operator<(const Use& a, const Use& b) {
      return a.key != b.key ? a.key < b.key : a.document < b.document;
    }
  };
  using Count = std::pair<std::uint64_t, std::uint32_t>;  // a word, and how many documents have it
  /// Those of common words; a hash table, since every word of every document is looked for in it.
  class Counts {
   public:
    std::uint32_t* find(std::uint64_t key);  // nullptr if it is not there
    void add(Count count);
    /// Those with one beginning of their keys, in the order of these.
    std::vector<Count> sorted(std::size_t list) const;

   private:
    std::vector<Count> slots_{1024};  // a power of two; a count of 0: free
    std::size_t used_ = 0;
  };
  /// The words with one beginning of their keys that are not common.
  struct List {
    std::vector<Use> uses;
    std::size_t sorted = 0;    // the first of them
    std::size_t limit = 2048;  // when there are more, they are sorted
    /// Sorts all, and gives back the words that have become common.
    std::vector<Count> settle();
  };
  Counts common_;
  std::array<List, kLists> lists_;
};

}  // namespace mizan
