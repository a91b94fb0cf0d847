// Inside the index room: while documents come and go, which words they share and which of them report one story.
#pragma once

#include <set>
#include <unordered_map>
#include <vector>

#include "index/store.hpp"

namespace mizan {

class Words {
 public:
  /// fresh: the store holds no document yet.
  Words(Store& store, bool fresh);
  void add(std::uint32_t number, Record record);
  void remove(const Card& card);
  /// Writes what has changed.
  void finish();

 private:
  using Postings = std::unordered_map<std::uint64_t, Posting>;
  static void count(std::uint32_t number, const Signature& signature, Postings& postings);
  void all_stories();
  bool some_stories();

  Signature signature_of(std::uint32_t number);
  const Scene& scene(std::uint32_t number);
  Posting& word(std::uint64_t key);
  Story& story(std::uint32_t number);
  Story story_anew(std::uint32_t number, const Signature& signature);

  Store& store_;
  const bool fresh_;
  Totals totals_;
  Postings words_;  // of a fresh store all, else those in use
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> facts_;
  std::unordered_map<std::uint32_t, Scene> scenes_;
  std::unordered_map<std::uint32_t, Story> stories_;              // in use
  std::unordered_map<std::uint32_t, Signature> added_, removed_;  // of a store that is not fresh
  std::vector<std::uint32_t> numbers_;                            // of a fresh one
};

}  // namespace mizan
