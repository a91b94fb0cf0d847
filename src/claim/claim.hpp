// From mentions to claims: which fact a figure or date speaks of.
//
//   std::vector<Claim> c = claims(document, extraction, knowledge, 0);
//   dump(c[0])   // "trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD [record]"
//
// A framed claim is made where a file of rules/facts finds its cue, its slots and no veto in a sentence; an open claim
// needs no rule: a counted noun, the entities and the period of its sentence. Not for: comparing (judge).
#pragma once

#include <vector>

#include "extract/extract.hpp"
#include "knowledge/knowledge.hpp"
#include "model/model.hpp"

namespace mizan {

/// The claims of one document, in text order. index is the document's place in the corpus.
std::vector<Claim> claims(const Document& document, const Extraction& extraction, const Knowledge& knowledge,
                          std::uint32_t index);

/// The figures of one document that must fit each other because the text says how they hang together: a total and its
/// parts, two levels and the change between them, a length in two units. In text order.
std::vector<Computation> computations(const Document& document, const Extraction& extraction,
                                      const Knowledge& knowledge);

}  // namespace mizan
