// Figures that are written in several tokens: 6.02 x 10^23, 4e14, and the "1 . 6" of tokenised corpora. Private to the
// room.
#pragma once

#include "extract/tokens.hpp"

namespace mizan {

/// Makes one token of each.
void join_figures(Tokens& tokens);

/// Figures of names in a text of another script: "BBC 24"; "H5N6", spelt as it is spoken.
void mark_names(Tokens& tokens, std::uint32_t i);

}  // namespace mizan
