// Aligns claims of one fact, compares their intervals, and runs the computed checks. No text and no language here.
//
//   Judgement j = judge(input);
//   j.findings       // contradictions first
//   j.series         // one frame and party at several times
//
// Claims are bucketed by key, never compared all with all; a bucket compares distinct values. Cost is linear in the
// claims.
#pragma once

#include <functional>
#include <string>
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

/// Two texts that are taken to speak of one matter unless they say otherwise: an article and its translation, two
/// versions of it. claims are those of both: document 0 is a, 1 is b.
Comparison compare(const DocumentView& a, const DocumentView& b, const std::vector<Claim>& claims);

}  // namespace mizan
