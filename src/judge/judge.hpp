// Aligns claims of one fact, compares their intervals, and runs the computed checks. No text and no language here.
//
//   Judgement j = judge(input);
//   j.findings       // contradictions first
//   j.series         // one frame and party at several times
//
// Claims are bucketed by key, never compared all with all; a bucket compares distinct values. Cost is linear in the
// claims.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/model.hpp"

namespace mizan {

/// What judging needs of one document: its name (for identifiers that survive other documents coming and going) and its
/// dates.
struct DocumentView {
  std::string id;
  DocumentDate date;
  const std::vector<Mention>* mentions = nullptr;          ///< must outlive the call
  std::vector<Span> sentences = {};                        ///< by Mention::sentence
  const std::vector<Computation>* computations = nullptr;  ///< of its text; must outlive the call; absent: none
  std::string language = {};                               ///< BCP 47; "" if unknown
  bool capitals = false;                                   ///< its script tells names by capitals
  std::vector<std::string> countries = {};                 ///< ISO 3166-1, of the places it names; sorted
  std::vector<Word> words = {};                            ///< of the sentences with figures and the first ones
};

struct Judgement {
  std::vector<Finding> findings;  ///< total order: verdict, level, confidence, document, span, rule
  std::vector<Series> series;     ///< one for each frame and key, be it a single statement
  std::vector<std::string> claim_ids;
};

/// Told of every pair of open claims that was weighed, a line each: kind (meet, apart), both places, both claims, and
/// the signs. For fitting the weights and for seeing why two claims were not aligned.
using Trace = std::function<void(const std::string&)>;

Judgement judge(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims,
                const std::vector<Frame>& frames, const Trace& trace = {});

// ------------------------------------------------------------------------------ a corpus that stays where it is

/// Another document of one story, and how much they are alike.
struct Neighbour {
  std::uint32_t document = 0;
  double score = 0;
};

/// A document with all that is judged of it; what the view points to lives as long as the library.
struct Held {
  DocumentView view;
  std::vector<Claim> claims;
};

/// A corpus of any size, kept elsewhere, which is asked for one document after another. Documents have numbers of its
/// own.
struct Library {
  std::function<Held(std::uint32_t)> document;
  /// Those of its story, over the whole corpus: what story_pairs() finds.
  std::function<std::vector<Neighbour>(std::uint32_t)> partners;
  /// Those that have one of these keys.
  std::function<std::vector<std::uint32_t>(const std::vector<std::uint64_t>&)> sharing;
  /// The order of the corpus.
  std::function<bool(std::uint32_t, std::uint32_t)> before;
};

/// What may meet by a rule or by a check across documents: two documents without a key in common need not be held
/// against each other but as open claims. Sorted.
std::vector<std::uint64_t> fact_keys(const DocumentView& view, const std::vector<Claim>& claims,
                                     const std::vector<Frame>& frames);

/// The judgement of some documents, and what was read for it.
struct Nearby {
  std::vector<std::uint32_t> documents;  ///< in the order of the corpus; indices below are places in this
  std::vector<Claim> claims;
  Judgement judgement;
};

/// Judges some documents of a library against all of it, without reading all of it. Of findings that have a place in
/// one of them, the result has exactly those that judge() makes of the whole corpus (of kFew documents or more); it may
/// have others too. Cost depends on how much is said of what they speak of.
Nearby judge_nearby(const Library& library, const std::vector<std::uint32_t>& named, const std::vector<Frame>& frames);

/// Of fewer documents than this all must be judged: how alike two are depends on the others.
constexpr std::uint32_t kFew = 512;

/// A word of more documents than this joins none to a story.
constexpr std::uint32_t kRare = 48;

/// What tells the story of a document: its words, names and values, each with a weight.
using Signature = std::vector<std::pair<std::uint64_t, std::uint32_t>>;  // sorted
Signature story_signature(const DocumentView& view, const std::vector<Claim>& claims);

/// What else decides whether two documents report one story.
struct Scene {
  std::uint32_t weight = 0;  ///< of its signature
  std::optional<Day> day;
  std::vector<std::string> countries;  ///< sorted
};
Scene scene_of(const DocumentView& view, const Signature& signature);

/// How alike two documents of a large corpus are; shared is the weight of the rare words they have in common, of each
/// the lesser one. nullopt if they do not report one story.
std::optional<double> story_score(const Scene& a, const Scene& b, std::uint32_t shared);

// ------------------------------------------------------------------------------------------------------- two texts

/// Two texts that are taken to speak of one matter unless they say otherwise: an article and its translation, two
/// versions of it. claims are those of both: document 0 is a, 1 is b.
Comparison compare(const DocumentView& a, const DocumentView& b, const std::vector<Claim>& claims);

}  // namespace mizan
