// The words of a sentence that tell what it is about. Private to the room.
#pragma once

#include "extract/extract.hpp"
#include "extract/tokens.hpp"

namespace mizan {

/// Names, topics, concepts and the other words of content, in text order; no figures, units, dates or little words.
/// A name nobody listed also gets its sound: a word with a capital, or any long word of a script without capitals.
void collect_words(const Tokens& t, const Document& document, const OffsetMap& map, std::vector<Word>& words);

}  // namespace mizan
