// The names and cues of a sentence, which claims read. Private to the room.
#pragma once

#include <vector>

#include "extract/extract.hpp"
#include "extract/raw.hpp"
#include "extract/tokens.hpp"

namespace mizan {

/// Names and cues of a sentence: the longest at each place, none inside another of its kind. The country of a currency
/// ("28 billion US dollars") is no country of the sentence; found holds the figures of the document, the sentence's
/// from first on.
void recognise(const Tokens& t, const OffsetMap& map, const std::vector<RawMention>& found, std::size_t first,
               SentenceView& view);

}  // namespace mizan
