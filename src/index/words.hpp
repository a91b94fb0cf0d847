// Inside the index room: while documents come and go, which words they share and which of them report one story.
#pragma once

#include <set>
#include <unordered_map>
#include <vector>

#include "index/store.hpp"
#include "index/tally.hpp"

namespace mizan {

class Words {
 public:
  /// fresh: the store holds no document yet.
  Words(Store& store, bool fresh);
  void add(std::uint32_t number, Record record);
  void remove(const Card& card);
  /// Writes what has changed.
  void finish(const Parallel& parallel);

 private:
  void all_stories(const Parallel& parallel);
  bool some_stories();

  Signature signature_of(std::uint32_t number);
  const Scene& scene(std::uint32_t number);
  Posting& word(std::uint64_t key);
  Story& story(std::uint32_t number);
  Story story_anew(std::uint32_t number, const Signature& signature);

  Store& store_;
  const bool fresh_;
  Totals totals_;
  Tally tally_;                                       // of all documents, if the store is fresh or all is made anew
  std::vector<Scene> all_scenes_;                     // the same, by number
  std::unordered_map<std::uint64_t, Posting> words_;  // in use, as are these:
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> facts_;
  std::unordered_map<std::uint32_t, Scene> scenes_;
  std::unordered_map<std::uint32_t, Story> stories_;
  std::unordered_map<std::uint32_t, Signature> added_, removed_;  // of a store that is not fresh
};

}  // namespace mizan
