// From a document to every figure and date in it, each with the bytes it came from.
//
//   Extraction e = extract(document, knowledge);
//   e.mentions[0].span                  // bytes of document.text
//   dump(e.mentions[0].readings[0])     // "28.2e9 USD"
//
// A lexer labels each word once; grammars (Boost.Spirit X3 over labelled tokens) read numbers, quantities and times;
// a last step settles what hangs on the document's own date. Pure: same document, same knowledge, same result.
// Not for: what the figures are about (claim), or any language in particular (knowledge).
#pragma once

#include <string>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/model.hpp"
#include "text/text.hpp"

namespace mizan {

/// A phrase of the lexicon that claims look for: the cue of a frame, a concept, a word that makes a plan of a fact.
struct Cue {
  Span span;
  LabelKind kind;             ///< cue, veto, concept, stance, record, ...
  std::uint32_t payload = 0;  ///< index of the frame, concept or stance in Knowledge
};

/// A sentence with all that was recognised in it.
struct SentenceView {
  Span span;  ///< in document.text
  std::uint32_t paragraph = 0;
  std::vector<std::uint32_t> mentions;  ///< indices in Extraction::mentions
  std::vector<NameMention> names;
  std::vector<Cue> cues;
  std::vector<Word> words;  ///< of sentences with figures or dates, and of the first ones of a document
};

struct Extraction {
  std::string language;  ///< BCP 47, declared or identified; "" if unknown
  DocumentDate date;
  std::vector<Mention> mentions;        ///< in text order, not overlapping
  std::vector<SentenceView> sentences;  ///< all of them: a sentence may hang on what the one before it names
};

/// How much of a document is wanted: its figures and dates, or the names and cues of its sentences as well.
enum class Scope : std::uint8_t { mentions, all };

Extraction extract(const Document& document, const Knowledge& knowledge, Scope scope = Scope::all);

}  // namespace mizan
