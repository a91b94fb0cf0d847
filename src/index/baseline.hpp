// What is known, what has changed and what is new: the edges of a run against those of an earlier state of the corpus.
//
//   Result<Edges> base = read_edges(bytes, "known.jsonl");
//   Matching m = match(*base, edges(run));
//   apply(m, now, run.findings);                     // Finding::state
//
// Edges are matched one to one, so that a fixed disagreement never pays for a new one:
//   1. the same edge: known
//   2. the same rule, the same values in the same sentences: known (a file was renamed, a slot has another name)
//   3. the same rule, documents and values: known (the sentence was edited around them)
//   4. the same rule and documents, one value the same and one not: changed, which is news
//   5. all else: new
// A step takes what the steps before it left. Not for: deciding what an edge is (report), where files lie (app).
#pragma once

#include <vector>

#include "model/model.hpp"
#include "report/report.hpp"

namespace mizan {

struct Matching {
  std::vector<State> now;   ///< by edge of now: fresh, known or changed
  std::vector<State> base;  ///< by edge of base: known or changed; none: nothing matched it, it is resolved
};

Matching match(const Edges& base, const Edges& now);

/// A finding is known if all its edges are, new (fresh) if one of them is, else changed. Findings without edges (they
/// agree, or came out right) keep State::none.
void apply(const Matching& matching, const Edges& now, std::vector<Finding>& findings);

/// Edges of a state (of base for which none: nothing matched them), for a list to be kept or printed.
Edges only(const Edges& edges, const std::vector<State>& states, State wanted);

}  // namespace mizan
