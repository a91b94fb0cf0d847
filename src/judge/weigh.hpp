// Two documents of one story, claim by claim: which figures speak of one fact, and how surely. Private to the room.
#pragma once

#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "judge/judge.hpp"
#include "judge/signs.hpp"
#include "judge/stories.hpp"
#include "judge/tell.hpp"

namespace mizan {

class Weigher {
 public:
  /// Both may grow between calls; what has been added stays where it is.
  Weigher(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims, Trace trace = {})
      : documents_(documents), claims_(claims), trace_(std::move(trace)) {}

  /// The claims of the next document, in text order.
  void add(const std::vector<std::uint32_t>& claims);

  /// Links between the open claims of two documents, pair.a before pair.b in the corpus: those that agree, and those
  /// that cannot both be true. What one of thirds gives both values of is two facts.
  void weigh(const DocumentPair& pair, const std::vector<std::uint32_t>& thirds, std::vector<Link>& meets,
             std::vector<Link>& aparts) const;

  /// Does a document, of several that report the story, give both values, so that they are of two facts? If both stand
  /// in one phrase it only contradicts itself.
  bool known_to_a_third(const DocumentPair& pair, const Link& link, const std::vector<std::uint32_t>& thirds) const;

  /// The open claims of a document, in text order.
  const std::vector<std::uint32_t>& open_claims(std::uint32_t document) const { return of_[document]; }

  /// Does a rule hold the two figures to be of one fact?
  bool framed_alike(std::uint32_t a, std::uint32_t b) const;

 private:
  struct Candidate;
  /// Adds what stands at one place of two versions of one text and cannot both be true.
  void weigh_versions(const DocumentPair& pair, std::vector<Link>& aparts) const;
  bool knows(std::uint32_t document, const Claim& claim, bool (*like)(const Claim&, const Claim&)) const;
  double shared_values_of(std::uint32_t a, std::uint32_t b) const;
  /// The open claims of a claim's sentence, itself among them.
  std::span<const std::uint32_t> sentence_of(std::uint32_t c) const;
  std::string_view other_fact(const Signs& s, std::uint32_t of_a, std::uint32_t of_b) const;
  bool same_distance(const Claim& a, const Claim& b) const;
  bool is_alone(std::uint32_t c) const;
  bool is_lone_pair(std::uint32_t a, std::uint32_t b) const;
  double shared_counts_of(std::uint32_t a, std::uint32_t b) const;
  Proof proof_of(const Signs& s, std::uint32_t a, std::uint32_t b) const;
  bool is_phrase(const Signs& s, std::uint32_t a, std::uint32_t b) const;
  bool is_swapped_unit(std::uint32_t a, std::uint32_t b) const;
  bool grows(std::uint32_t c) const;
  bool is_update(std::uint32_t a, std::uint32_t b) const;

  const std::vector<DocumentView>& documents_;
  const std::vector<Claim>& claims_;
  Trace trace_;
  // deques: what has been added stays where it is
  std::deque<std::vector<std::uint32_t>> of_;
  std::deque<std::vector<std::uint64_t>> mentioned_;  // by document, sorted
  std::deque<std::vector<Feature>> features_;         // by claim
  std::deque<bool> telling_;                          // by claim: a figure that is hardly the same by chance
  std::deque<std::vector<std::uint32_t>> framed_;     // by open claim: what rules made of its figure
};

}  // namespace mizan
