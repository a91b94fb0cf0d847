// What a mention must heed of the signs that the fold takes away. Private to the room.
#pragma once

#include <string_view>

#include "extract/raw.hpp"

namespace mizan {

/// "536 bahre-bardar": an open noun goes on behind a ZWNJ, of which the fold makes a space. Short endings are no nouns,
/// nor is a word that the next mention has.
void take_compound(RawMention& mention, const RawMention* next, const Folded& folded, std::string_view source,
                   const Knowledge& knowledge);

/// "1__ didgahi", a list number that has the stretcher of Arabic letters for its dash; "ja-deh-i", of the road, with a
/// ZWNJ before its ten.
bool is_no_figure(const RawMention& mention, std::string_view source, Span span);

}  // namespace mizan
