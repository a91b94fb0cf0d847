// What a row of mentions tells of each: numbers of a list, days that share a month, months that share a year. Private
// to the room.
#pragma once

#include <string_view>
#include <vector>

#include "extract/raw.hpp"

namespace mizan {

/// Sets what a short bare figure in digits may be beside a count: the number of a list, a day of the month.
void mark_row(const Tokens& t, std::uint32_t i, RawMention& raw);

/// "1. Guatemala 2. Laos 3. Nepal": numbers that count up, each with the same sign behind it, count nothing.
void drop_list_numbers(std::vector<RawMention>& raw);

/// "25, 26 and 27 August", "Friday 6 and Saturday 7 January", "in March, June and November 2015": what is said once, at
/// the end, is said of each; "tomorrow (Friday 28 Shahrivar)" is the day in the bracket.
void share_dates(std::vector<RawMention>& raw, std::string_view folded);

/// "4 and 15 March", read as one: two days, each a mention; "4 and 5 March" stay one period. raw ends with it.
void part_days(const Tokens& t, const TimeMatch& match, std::vector<RawMention>& raw);

/// "Born in 1073 of the Hijra, he died in 1136": a year without its era is of the one told before.
void take_eras_before(std::vector<RawMention>& raw, std::string_view folded);

/// "in 2020 fell on 25 January": the year right before a day is its year.
void take_years_before(std::vector<RawMention>& raw, std::string_view folded);

/// "2400 sal, 2800 sal va 3000 sal pish az milad": where the era stands behind its years, the last of a row has it for
/// all.
void share_eras(std::vector<RawMention>& raw, std::string_view folded);

/// "5-17 years, 18-64 years, and 65 years and older": numbers of years in a row with an age are ages. raw holds the
/// mentions of the sentence from first on. If there are any, marks their tokens and takes all mentions out again, for
/// the sentence to be read once more, and returns true.
bool mark_ages(Tokens& t, std::vector<RawMention>& raw, std::size_t first);

/// "around 21 February, and more sharply around 28 February 2020": in a text of no date a sentence has one year.
void share_years(std::vector<RawMention>& raw, std::string_view folded);

/// A long row of "day day day" is no language, and each word of it would be followed to the end of the row: its last
/// few open what stands behind.
bool in_row_of_markers(const Tokens& t, std::uint32_t i);

}  // namespace mizan
