// Ages among the lengths of time. Private to the room.
#pragma once

#include "extract/time.hpp"

namespace mizan {

/// "tatarawah a'maruhum bayn 6 sanawat wa-14 sana": a range of lengths behind a word of an age.
std::optional<Quantity> aged_length(const Tokens& tokens, const TimeMatch& match);

}  // namespace mizan
