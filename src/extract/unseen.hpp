// What a mention must heed of the signs that the fold takes away. Private to the room.
#pragma once

#include <string_view>

#include "extract/raw.hpp"

namespace mizan {

/// "536 bahre-bardar": an open noun goes on behind a ZWNJ, of which the fold makes a space. Short endings are no nouns.
void take_compound(RawMention& mention, const Folded& folded, std::string_view source, const Knowledge& knowledge);

/// "1__ didgahi": does a source begin with a list number that has the stretcher of Arabic letters for its dash?
bool is_numbered_by_kashida(std::string_view source);

}  // namespace mizan
