// What a row of mentions tells of each: numbers of a list, days that share a month, months that share a year. Private
// to the room.
#pragma once

#include <string_view>
#include <vector>

#include "extract/raw.hpp"

namespace mizan {

/// "1. Guatemala 2. Laos 3. Nepal": numbers that count up, each with the same sign behind it, count nothing.
void drop_list_numbers(std::vector<RawMention>& raw);

/// "25, 26 and 27 August", "Friday 6 and Saturday 7 January", "in March, June and November 2015": what is said once, at
/// the end, is said of each.
void share_dates(std::vector<RawMention>& raw, std::string_view folded);

}  // namespace mizan
