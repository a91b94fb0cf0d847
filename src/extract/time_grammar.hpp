// The shapes of dates, periods and durations. Private to time.cpp, the only file that includes it.
#pragma once

#include "extract/time_lengths.hpp"

namespace mizan::time_grammar {

// -------------------------------------------------------------------------------------------------------------
// grammars
//
// One rule a shape, most specific first; each is tried on a fresh value and the longest match wins. The comments show
// the shape. omit: the actions fill the value, and X3 shall not try to.

// clang-format off
const auto month = is(LabelKind::month);
const auto slash = sign('/');
const auto dash  = sign('-');

// November | November/Tishrin II | the month of November
const auto month_ref =
    is(LabelKind::month_marker) >> month[set_month][sure] >> -(-slash >> month[set_twin])
    | month[set_month] >> -(-slash >> month[set_twin]) >> -(is(LabelKind::month_marker)[sure]);
/// The month behind a day: "no mizan" (no rate) is not the ninth of Mizan.
const auto month_of_day =
    -is(LabelKind::month_marker)[sure] >> month[set_month_of_day] >> -(-slash >> month[set_twin]) >> -(is(LabelKind::month_marker)[sure]);
const auto last_month_ref = -is(LabelKind::month_marker) >> month[set_last_month] >> -(slash >> month[set_last_twin]) >> -is(LabelKind::month_marker);

// the year 2022 | 2022 AD | last year
const auto year_ref =
      +is(LabelKind::year_marker) >> year_parser(true)[set_year] >> *(is(LabelKind::era)[set_era] | is(LabelKind::year_marker))
    | year_parser(false)[set_year] >> -x3::omit[-dash >> +(is(LabelKind::era)[set_era] | is(LabelKind::year_marker))]
    | worded_year[set_year]
    | is(LabelKind::relative)[set_relative_year] >> -is(LabelKind::era)[set_era];

const auto of        = is(LabelKind::conn_of) | is(LabelKind::conn_in) | comma | slash | dash;
const auto until     = is(LabelKind::conn_to) | dash;
const auto weekday   = is(LabelKind::weekday)[set_weekday] >> -(is(LabelKind::next) | is(LabelKind::last) | is(LabelKind::current)) >> -(comma | slash | dash | sign('('));
const auto today     = is(LabelKind::relative)[set_relative_day] >> -comma;
const auto day_front = -today >> *is(LabelKind::day_marker) >> -(weekday >> -is(LabelKind::article)) >> *is(LabelKind::day_marker);

// [today, Thursday,] 9 [of] November [2023]
const auto day_month = x3::rule<struct day_month_id, TimeSyntax>{"day_month"} = x3::omit[
      day_front >> day_number[set_day] >> -(is(LabelKind::conn_of) | dash) >> month_of_day
          >> -(-of >> year_ref | short_year[set_persian_year] | is(LabelKind::relative)[set_same_year]
              | x3::eps[adjectives_behind] >> (is(LabelKind::last)[last_one] | is(LabelKind::next)[next_one]))
    | day_front >> call(parse_ordinal)[set_ordinal_day] >> is(LabelKind::time_unit)[unit_is<TimeUnit::day>] >> -is(LabelKind::conn_of)
          >> month_ref[sure] >> -(-of >> year_ref)];

// 25, 26 and 27 August | [from] [Saturday] 27 to [Sunday] 28 November [2024] | 13 and 14 October
const auto named_day = x3::omit[is(LabelKind::weekday) >> -comma];
// ", 28" | ", and 28" | "and 28" behind 27
const auto next_in_row = x3::omit[(comma >> -(is(LabelKind::conn_and) | is(LabelKind::joiner)) | is(LabelKind::conn_and) | is(LabelKind::joiner))
    >> day_number[set_following_day]];
// yawmay AL-ITHNAYN WA-L-THULATHA 10 wa-11
const auto both_days = x3::omit[named_day >> -(is(LabelKind::conn_and) | is(LabelKind::joiner)) >> named_day];
const auto day_day_month = x3::rule<struct day_day_month_id, TimeSyntax>{"day_day_month"} = x3::omit[
    (   is(LabelKind::conn_between) >> *is(LabelKind::day_marker) >> day_number[set_day]
            >> (is(LabelKind::conn_and) | is(LabelKind::joiner)) >> day_number[set_last_day]
    |   -is(LabelKind::conn_from) >> named_day >> day_number[set_day] >> until >> *is(LabelKind::day_marker) >> named_day
            >> day_number[set_last_day]
    |   *is(LabelKind::day_marker) >> day_number[set_day] >> next_in_row >> +next_in_row >> x3::eps[close_row]
    |   -(is(LabelKind::conn_from) | is(LabelKind::conn_between)) >> *is(LabelKind::day_marker) >> -both_days >> day_number[set_day]
            >> (until >> day_number[set_last_day] | (is(LabelKind::conn_and) | is(LabelKind::joiner)) >> day_number[set_next_day]))
        >> -is(LabelKind::conn_of) >> month_ref[sure] >> -(-of >> year_ref | short_year[set_persian_year])];

// [from] 27 November to 3 December [2024]
const auto day_month_day_month = x3::rule<struct day_month_day_month_id, TimeSyntax>{"day_month_day_month"} = x3::omit[
    -is(LabelKind::conn_from) >> day_front >> day_number[set_day] >> -is(LabelKind::conn_of) >> month_ref[sure]
        >> until >> -weekday >> day_number[set_any_last_day] >> -is(LabelKind::conn_of) >> last_month_ref
        >> -(-of >> year_ref | short_year[set_persian_year])];

// [Thursday,] November 9[-10] [, 2023]
const auto month_day = x3::rule<struct month_day_id, TimeSyntax>{"month_day"} = x3::omit[
    -today >> -weekday >> month[set_month] >> -sign('.') >> (-((dash | slash) >> glued) >> day_number[set_day_after])
        >> -(dash >> day_number[set_last_day] | next_in_row >> +next_in_row >> x3::eps[close_row_behind] | (is(LabelKind::conn_and) | is(LabelKind::joiner)) >> day_number[set_next_day_behind])
        >> -(-comma >> (year_parser(false)[set_year] | worded_year[set_year]) | is(LabelKind::conn_of) >> is(LabelKind::relative)[set_relative_year])];

// November 5[, 2021] - January 15, 2022
const auto month_day_month_day = x3::rule<struct month_day_month_day_id, TimeSyntax>{"month_day_month_day"} =
    x3::omit[-is(LabelKind::conn_from) >> month[set_month] >> day_number[set_day][sure] >>
             -(-comma >> year_parser(false)[set_year]) >> until >> month[set_last_month] >>
             day_number[set_any_last_day] >> -(-comma >> year_parser(false)[set_end_year])];

// 1 November 2024 - 18 January 2025
const auto full_full = x3::rule<struct full_full_id, TimeSyntax>{"day_month_day_month"} =
    x3::omit[-is(LabelKind::conn_from) >> day_front >> day_number[set_day] >> -is(LabelKind::conn_of) >>
             month_ref[sure] >> -of >> year_parser(false)[set_year] >> *is(LabelKind::year_marker) >> until >>
             -weekday >> day_number[set_any_last_day] >> -is(LabelKind::conn_of) >> last_month_ref >> -of >>
             year_parser(false)[set_end_year] >> *is(LabelKind::year_marker)];

// 1404 Khordad 4, Tuesday: the order of CLDR's Persian dates
const auto year_month_day = x3::rule<struct year_month_day_id, TimeSyntax>{"year_month_day"} =
    x3::omit[year_parser(false)[set_year] >> month[set_month][sure] >> -day_number[set_day] >>
             -(comma >> is(LabelKind::weekday)[set_weekday][sure])];

// 2019/sep/01 | 2016, nov | 2016 November
const auto year_month_words = x3::rule<struct year_month_words_id, TimeSyntax>{"year_month_words"} = x3::omit[
      year_parser(false)[set_year] >> (slash | dash) >> glued >> month[set_month][sure] >> -((slash | dash) >> glued >> day_number[set_day])
    | year_parser(false)[set_year] >> -comma >> month[set_sure_month]];

// 2016-11 | 2016/11 | 11/2016
const auto year_month_digits = x3::rule<struct year_month_digits_id, TimeSyntax>{"year_month_digits"} = x3::omit[
      year_parser(false)[set_year] >> (slash | dash) >> figure[set_month_figure]
    | figure[set_month_figure] >> (slash | dash) >> year_parser(false)[set_year]];

// week 31 [of 2018] | week 12/2020
const auto numbered_week = x3::rule<struct numbered_week_id, TimeSyntax>{"numbered_week"} = x3::omit[
    is(LabelKind::time_unit)[unit_is<TimeUnit::week>] >> figure[set_week] >> -((-of) >> year_ref)];

// the first Friday of May [2018] | the last Friday of next month
const auto nth_weekday = x3::rule<struct nth_weekday_id, TimeSyntax>{"nth_weekday"} = x3::omit[
    (call(parse_ordinal)[set_nth] | is(LabelKind::first)[first_of] | is(LabelKind::last)[last_of])
        >> *is(LabelKind::day_marker) >> is(LabelKind::weekday)[set_weekday][sure] >> -of
        >> (is(LabelKind::relative)[set_relative_month] | month_ref[sure] >> -(-of >> year_ref))];
// the second Sunday: of this month
const auto bare_nth_weekday = x3::rule<struct bare_nth_weekday_id, TimeSyntax>{"bare_nth_weekday"} = x3::omit[
      call(parse_ordinal)[set_nth] >> is(LabelKind::weekday)[set_weekday][sure][of_this_month]
    | *is(LabelKind::day_marker) >> is(LabelKind::weekday)[set_weekday][sure] >> call(parse_ordinal)[set_definite_nth][of_this_month]];

// the 20th of next month | day 20 of next month
const auto day_of_month = x3::rule<struct day_of_month_id, TimeSyntax>{"day_of_month"} = x3::omit[
      call(parse_ordinal)[set_ordinal_day] >> -is(LabelKind::conn_of) >> is(LabelKind::relative)[set_relative_month]
    | +is(LabelKind::day_marker) >> figure[set_any_day] >> -((is(LabelKind::conn_and) | is(LabelKind::joiner)) >> day_number[set_next_day])
          >> (is(LabelKind::conn_of) | is(LabelKind::conn_in)) >> is(LabelKind::relative)[set_relative_month]
    | -(*is(LabelKind::day_marker) >> weekday) >> figure[set_any_day] >> is(LabelKind::conn_of) >> is(LabelKind::relative)[set_relative_month]
    | (call(parse_ordinal)[set_ordinal_day] | figure[set_any_day]) >> *is(LabelKind::day_marker) >> -of >> is(LabelKind::relative)[set_same_month]];

// the 27th | day 27, where nothing else can be meant: see parse_time
const auto bare_day = x3::rule<struct bare_day_id, TimeSyntax>{"bare_day"} = x3::omit[
      -is(LabelKind::article) >> figure[set_any_day] >> -dash >> glued >> is(LabelKind::ordinal_suffix)
    | +is(LabelKind::day_marker) >> figure[set_any_day]];

// 4/22, 22/04 behind "on" or "since"
const auto day_slash_month = x3::rule<struct day_slash_month_id, TimeSyntax>{"day_slash_month"} = x3::omit[
    figure[set_slash_day] >> glued >> slash >> glued >> figure[set_slash_month]];

// Thursday the 21st
const auto weekday_day = x3::rule<struct weekday_day_id, TimeSyntax>{"weekday_day"} = x3::omit[
    *is(LabelKind::day_marker) >> is(LabelKind::weekday)[set_weekday][sure] >> -comma >> is(LabelKind::article) >> day_number[set_ranked_day] >> !(glued >> sign('-'))];

// two days from tomorrow | three weeks before yesterday
const auto shifted_from = x3::rule<struct shifted_from_id, TimeSyntax>{"shifted_from"} = x3::omit[
    call(parse_numeral)[set_count] >> is(LabelKind::time_unit)[set_unit]
        >> (is(LabelKind::after)[move_ahead] | !is(LabelKind::since) >> is(LabelKind::conn_from)[move_ahead] | is(LabelKind::before)[move_back])
        >> is(LabelKind::relative)[set_relative_day]];

// [from] January to August [of this year] | between January and August | January and February
const auto month_month = x3::rule<struct month_month_id, TimeSyntax>{"month_month"} = x3::omit[
    (   is(LabelKind::conn_between) >> month_ref
            >> ((until | is(LabelKind::conn_and)) >> last_month_ref[sure] | month[set_joined_month][sure])
    |   -is(LabelKind::conn_from) >> month_ref
            >> (until >> last_month_ref[sure]
               | is(LabelKind::conn_and) >> last_month_ref[sure] >> x3::eps[are_next_months]
               | +(month[set_next_month][sure])))
        >> -(-of >> year_ref)];

// November 2023 | November of last year
const auto month_year = x3::rule<struct month_year_id, TimeSyntax>{"month_year"} = x3::omit[
    month_ref >> (x3::omit[-of >> year_ref] | short_year[set_persian_year] | x3::omit[-is(LabelKind::conn_of) >> is(LabelKind::relative)[set_same_year]])[sure]];

// last November | November last | November
const auto bare_month = x3::rule<struct month_id, TimeSyntax>{"month"} = x3::omit[
      is(LabelKind::last)[last_one] >> month[set_month][sure]
    | is(LabelKind::next)[next_one] >> month[set_month][sure]
    | is(LabelKind::current)[this_one] >> month[set_month]
    | month_ref >> -(is(LabelKind::last)[last_one] | is(LabelKind::next)[next_one] | is(LabelKind::current)[this_one])];

// the year 2022 | 2022 AD | last year, yesterday, next week
const auto year = x3::rule<struct year_id, TimeSyntax>{"year"} = x3::omit[
      +is(LabelKind::year_marker) >> year_parser(true)[set_year] >> *(is(LabelKind::era)[set_era] | is(LabelKind::year_marker))
    | year_parser(false)[set_year] >> -x3::omit[-dash >> +(is(LabelKind::era)[set_era] | is(LabelKind::year_marker))]];
const auto relative = x3::rule<struct relative_id, TimeSyntax>{"relative"} = x3::omit[
      is(LabelKind::relative)[set_told_month] >> -of
          >> (+is(LabelKind::year_marker) >> year_parser(true)[set_year] | year_parser(false)[set_year] | is(LabelKind::relative)[set_year_of_told])
    | is(LabelKind::relative)[set_relative_week] >> -comma >> -is(LabelKind::conn_in) >> *is(LabelKind::day_marker) >> is(LabelKind::weekday)[set_weekday][sure]
    | is(LabelKind::relative)[set_relative] >> -is(LabelKind::era)[set_era] >> -(-(-comma >> is(LabelKind::day_marker)[of_a_day]) >> -comma >> is(LabelKind::weekday)[set_weekday] | is(LabelKind::day_marker)[part_of_day])
    | *is(LabelKind::day_marker) >> is(LabelKind::weekday)[set_weekday] >> -(is(LabelKind::conn_of) | is(LabelKind::conn_in)) >> is(LabelKind::relative)[set_relative_week]];

// [from] 2021 to 2025 | 2021-2025 | 2024/25
const auto year_year = x3::rule<struct year_year_id, TimeSyntax>{"year_year"} = x3::omit[
      -is(LabelKind::conn_from) >> year_parser(false)[set_year] >> until >> year_parser(false)[set_last_year_back] >> is(LabelKind::era)[set_era_back]
    | is(LabelKind::conn_between) >> *is(LabelKind::year_marker) >> year_parser(false)[set_year] >> -(!worn >> is(LabelKind::year_marker))
        >> (is(LabelKind::conn_and) | is(LabelKind::joiner) | worn) >> *is(LabelKind::year_marker) >> year_parser(true)[set_last_year] >> *(is(LabelKind::year_marker) | is(LabelKind::era)[set_era])
    | +is(LabelKind::year_marker) >> year_parser(true)[set_short_persian_year] >> dash >> year_parser(true)[set_neighbour_year]
    | -is(LabelKind::conn_from) >> +is(LabelKind::year_marker) >> year_parser(true)[set_short_persian_year] >> is(LabelKind::conn_to) >> *is(LabelKind::year_marker) >> year_parser(true)[set_last_year]
    | -(is(LabelKind::conn_from) | is(LabelKind::conn_between)) >> *is(LabelKind::year_marker) >> year_parser(false)[set_year] >> -is(LabelKind::year_marker)
        >> (until >> *is(LabelKind::year_marker) >> year_parser(true)[set_last_year] | slash >> year_parser(true)[set_slash_year]) >> *(is(LabelKind::year_marker) | is(LabelKind::era)[set_era])];

// 20-2019, where text runs from the right: 2019-20
const auto year_year_turned = x3::rule<struct year_year_turned_id, TimeSyntax>{"year_year_turned"} = x3::omit[
      *is(LabelKind::year_marker) >> year_parser(true)[set_short_year] >> dash >> glued >> year_parser(false)[set_turned_year]
    | +is(LabelKind::year_marker) >> year_parser(true)[set_short_year] >> dash >> year_parser(false)[set_turned_years]];

// two Thursdays ago
const auto weekdays_ago = x3::rule<struct weekdays_ago_id, TimeSyntax>{"weekdays_ago"} = x3::omit[
    call(parse_numeral)[set_weeks_back] >> is(LabelKind::weekday)[set_weekday][sure] >> is(LabelKind::ago)];

// Thursday | last Thursday | on Thursday next
const auto bare_weekday = x3::rule<struct weekday_id, TimeSyntax>{"weekday"} = x3::omit[
      is(LabelKind::last)[last_one] >> is(LabelKind::weekday)[set_weekday][sure]
    | is(LabelKind::next)[next_one] >> is(LabelKind::weekday)[set_weekday][sure]
    | is(LabelKind::current)[this_one] >> is(LabelKind::weekday)[set_weekday][sure]
    | +is(LabelKind::day_marker) >> is(LabelKind::weekday)[set_weekday][sure] >> -(is(LabelKind::last)[last_one] | is(LabelKind::next)[next_one])
    | is(LabelKind::weekday)[set_weekday] >> -(is(LabelKind::last)[last_one] | is(LabelKind::next)[next_one] | is(LabelKind::current)[this_one])];

// the first nine months of 2024 | nine first months of 2024 | months nine first of 2024 | nine months of 2024
const auto first_word = is(LabelKind::first);
const auto first_months = x3::rule<struct first_months_id, TimeSyntax>{"first_months"} = x3::omit[
      first_word >> call(parse_numeral)[set_first_months] >> is(LabelKind::time_unit)[months_only] >> -(-of >> year_ref)
    | call(parse_numeral)[set_first_months] >> first_word >> is(LabelKind::time_unit)[months_only] >> -(-of >> year_ref)
    | call(parse_numeral)[set_first_months] >> is(LabelKind::time_unit)[months_only] >> first_word >> -(-of >> year_ref)
    | is(LabelKind::duration)[set_first_two_months] >> first_word >> -(-of >> year_ref)
    | is(LabelKind::time_unit)[months_only] >> call(parse_numeral)[set_first_months] >> first_word >> -(-of >> year_ref)
    | call(parse_numeral)[set_first_months] >> is(LabelKind::time_unit)[months_only] >> -(is(LabelKind::part)[start_only]) >> -of >> year_ref >> x3::eps[of_known_year]];

// the third quarter of 2024 | quarter third | Q3 2024 | first half of the year | winter 2024
const auto part_of_year = x3::rule<struct part_id, TimeSyntax>{"part"} = x3::omit[
    (   is(LabelKind::period)[numbered_period]
    |   call(parse_ordinal)[set_part_number] >> is(LabelKind::period)[unnumbered_period]
    |   first_word[first_part] >> is(LabelKind::period)[unnumbered_period]
    |   is(LabelKind::period)[unnumbered_period] >> call(parse_ordinal)[set_part_number]
    |   is(LabelKind::period)[unnumbered_period] >> first_word[first_part])
        >> -(-of >> year_ref)];
// the 6 months second of 1394
const auto part_in_months = x3::rule<struct part_in_months_id, TimeSyntax>{"part_in_months"} = x3::omit[
    call(parse_numeral)[set_part_in_months] >> is(LabelKind::time_unit)[months_only] >> call(parse_ordinal)[set_later_part]
        >> -(-of >> year_ref)];
// the first half of March | the first week of May [2024]
const auto part_of_month = x3::rule<struct part_of_month_id, TimeSyntax>{"part_of_month"} = x3::omit[
    (   (call(parse_ordinal)[set_part_number] | first_word[first_part]) >> (is(LabelKind::period)[month_half] | is(LabelKind::time_unit)[month_week])
    |   is(LabelKind::period)[numbered_half]
    |   (is(LabelKind::period)[month_half] | is(LabelKind::time_unit)[month_week]) >> (call(parse_ordinal)[set_part_number] | first_word[first_part]))
        >> -(is(LabelKind::conn_of) | is(LabelKind::conn_in))
        >> (is(LabelKind::relative)[set_relative_month][weeks_only] | month_ref[sure] >> -(-of >> year_ref))];
// the first week of 2015 | the last week of last year: those whose greater part it holds, as ISO 8601 numbers them
const auto week_of_year = x3::rule<struct week_of_year_id, TimeSyntax>{"week_of_year"} = x3::omit[
    (call(parse_ordinal)[set_week_number] | first_word[first_week] | is(LabelKind::last)[last_week])
        >> is(LabelKind::time_unit)[unit_is<TimeUnit::week>] >> (is(LabelKind::conn_of) | is(LabelKind::conn_in)) >> year_ref];

// 2016 the third quarter
const auto year_part = x3::rule<struct year_part_id, TimeSyntax>{"year_part"} = x3::omit[
    year_parser(false)[set_year] >> -comma >> -is(LabelKind::article)
        >> (is(LabelKind::period)[numbered_period] | call(parse_ordinal)[set_part_number] >> is(LabelKind::period)[unnumbered_period])];
const auto season = x3::rule<struct season_id, TimeSyntax>{"season"} = x3::omit[
      is(LabelKind::season)[set_season] >> -of >> year_ref[sure]
    | is(LabelKind::season)[set_season] >> short_year[set_year][sure]
    | (is(LabelKind::last)[last_one] | is(LabelKind::next)[next_one] | is(LabelKind::current)[this_one]) >> is(LabelKind::season)[set_season][sure]
    | is(LabelKind::season)[set_season] >> -(is(LabelKind::last)[last_one] | is(LabelKind::next)[next_one] | is(LabelKind::current)[this_one])];

// 21st century | century twenty-first | the decade 1990 | 1990s
const auto century = x3::rule<struct century_id, TimeSyntax>{"century"} = x3::omit[
      call(parse_ordinal)[set_century] >> -((is(LabelKind::conn_and) | is(LabelKind::joiner)) >> call(parse_ordinal)[set_last_century]) >> -dash >> is(LabelKind::time_unit)[unit_is<TimeUnit::century>] >> -is(LabelKind::era)[set_era]
    | is(LabelKind::time_unit)[unit_is<TimeUnit::century>] >> call(parse_ordinal)[set_century]
          >> -((is(LabelKind::conn_and) | is(LabelKind::joiner)) >> call(parse_ordinal)[set_last_century]) >> -is(LabelKind::era)[set_era]
    | is(LabelKind::time_unit)[unit_is<TimeUnit::century>] >> -is(LabelKind::article) >> figure[century_figure] >> -is(LabelKind::era)[set_era]
    | is(LabelKind::time_unit)[unit_is<TimeUnit::century>] >> call(parse_plain_numeral)[century_words] >> -is(LabelKind::era)[set_era]];
const auto decade = x3::rule<struct decade_id, TimeSyntax>{"decade"} = x3::omit[
      is(LabelKind::time_unit)[unit_is<TimeUnit::decade>] >> figure[decade_figure]
          >> -(until >> figure[set_last_decade] | (is(LabelKind::conn_and) | is(LabelKind::joiner)) >> figure[set_next_decade])
          >> -is(LabelKind::era)[set_era]
    | figure[decade_figure] >> -dash >> glued >> is(LabelKind::decade_suffix)
          >> *(is(LabelKind::year_marker) | is(LabelKind::time_unit)[unit_is<TimeUnit::year>])
    | figure[decade_figure] >> is(LabelKind::conn_of) >> is(LabelKind::time_unit)[unit_is<TimeUnit::century>] >> call(parse_ordinal)];

// three days ago | ago three days | in three days
const auto shifted = x3::rule<struct shifted_id, TimeSyntax>{"shifted"} = x3::omit[
      call(parse_numeral)[set_count] >> is(LabelKind::time_unit)[set_unit] >> -is(LabelKind::half)[plus_half]
          >> (is(LabelKind::ago)[set_ago_behind] | is(LabelKind::ahead)[set_ahead_behind])
    | (is(LabelKind::ago)[set_ago] | is(LabelKind::ahead)[set_ahead])
          >> (call(parse_numeral)[set_count] >> is(LabelKind::time_unit)[set_unit] | is(LabelKind::duration)[set_counted_duration])
    | is(LabelKind::ago)[set_ago] >> is(LabelKind::time_unit)[set_single_unit][count_one][at_clause_end]
    | is(LabelKind::duration)[set_counted_duration] >> (is(LabelKind::ago)[set_ago_behind] | is(LabelKind::ahead)[set_ahead_behind])];

const auto and_until   = is(LabelKind::conn_and) | is(LabelKind::joiner) | until | worn;
const auto one_of_unit = is(LabelKind::time_unit)[set_single_unit][count_one] >> is(LabelKind::one)[one_behind];

// 24 hours | from two to three days | two years and a half | [within] a week | a word that holds it
const auto duration = x3::rule<struct duration_id, TimeSyntax>{"duration"} = x3::omit[
      is(LabelKind::conn_between) >> call(parse_numeral)[set_count] >> and_until >> call(parse_numeral)[set_last_count]
          >> is(LabelKind::time_unit)[set_unit]
    | (is(LabelKind::conn_between) >> (is(LabelKind::duration)[set_counted_duration] | one_of_unit) >> and_until
          | -is(LabelKind::conn_from) >> (is(LabelKind::duration)[set_counted_duration] | one_of_unit) >> until)
          >> (call(parse_numeral)[set_last_count] >> is(LabelKind::time_unit)[set_same_unit] | is(LabelKind::duration)[set_last_duration])
    | is(LabelKind::conn_between) >> call(parse_numeral)[set_count] >> is(LabelKind::time_unit)[set_unit] >> and_until
          >> call(parse_numeral)[set_last_count] >> is(LabelKind::time_unit)[set_same_unit]
    | -is(LabelKind::conn_from) >> call(parse_numeral)[set_count] >> (until | is(LabelKind::conn_or) | adjacent) >> call(parse_numeral)[set_last_count] >> -dash >> is(LabelKind::time_unit)[set_unit]
    | -is(LabelKind::conn_from) >> call(parse_numeral)[set_count] >> is(LabelKind::time_unit)[set_unit] >> until
          >> (call(parse_numeral)[set_last_count] >> is(LabelKind::time_unit)[set_same_unit] | is(LabelKind::duration)[set_last_duration])
    | call(parse_numeral)[set_count] >> -(glued >> dash) >> is(LabelKind::time_unit)[set_unit] >> -is(LabelKind::half)[plus_half]
    | call(parse_numeral)[set_count] >> is(LabelKind::modifier_after)[set_bound] >> is(LabelKind::time_unit)[set_unit]  // shest' s lishnim chasov
    | figure[set_figure_count] >> is(LabelKind::conn_of) >> is(LabelKind::time_unit)[set_unit]
    | is(LabelKind::duration)[set_duration]];
// between six months and four years
const auto mixed_lengths = x3::rule<struct mixed_lengths_id, TimeSyntax>{"mixed_lengths"} = x3::omit[
    (is(LabelKind::conn_between) | is(LabelKind::conn_from)) >> call(parse_numeral)[set_count] >> is(LabelKind::time_unit)[set_unit]
        >> and_until >> call(parse_numeral)[set_upper_count] >> is(LabelKind::time_unit)[set_upper_unit]];
// a year or two | one minute or two | god ili dva | am aw amayn
const auto unit_or_two = x3::rule<struct unit_or_two_id, TimeSyntax>{"unit_or_two"} = x3::omit[
    -(is(LabelKind::one) | is(LabelKind::cardinal)[is_one]) >> is(LabelKind::time_unit)[set_single_unit][count_one]
        >> (is(LabelKind::conn_or) >> (call(parse_numeral)[set_two] | is(LabelKind::duration)[set_last_duration])
          | until >> is(LabelKind::duration)[set_last_duration] | dash >> glued >> call(parse_numeral)[set_two])];
// hours | weeks, where no number is told: see is_bare_length
const auto bare_units = x3::rule<struct bare_units_id, TimeSyntax>{"bare_units"} = x3::omit[
    is(LabelKind::time_unit)[set_bare_units]];
// 5 years, 1 month and 12 days
const auto long_duration = x3::rule<struct long_duration_id, TimeSyntax>{"long_duration"} = x3::omit[
    call(parse_numeral)[set_count] >> is(LabelKind::time_unit)[set_unit]
        >> +(-comma >> -(is(LabelKind::conn_and) | is(LabelKind::joiner)) >> call(parse_numeral)[set_more_count] >> is(LabelKind::time_unit)[set_more_unit])
        >> -(is(LabelKind::ago)[set_ago_behind] | is(LabelKind::ahead)[set_ahead_behind])];
// a year and eight months | sanatayn wa-thamaniyat ashhur
const auto unit_and_more = x3::rule<struct unit_and_more_id, TimeSyntax>{"unit_and_more"} = x3::omit[
    (is(LabelKind::duration)[set_counted_duration]
        | -is(LabelKind::one) >> is(LabelKind::time_unit)[set_single_unit][count_one] >> -is(LabelKind::one))
        >> +((is(LabelKind::joiner) | is(LabelKind::conn_and) | worn) >> call(parse_numeral)[set_more_count] >> is(LabelKind::time_unit)[set_more_unit])
        >> -(is(LabelKind::ago)[set_ago_behind] | is(LabelKind::ahead)[set_ahead_behind])];
const auto one_unit = x3::rule<struct one_unit_id, TimeSyntax>{"one_unit"} = x3::omit[
    -is(LabelKind::one) >> is(LabelKind::time_unit)[set_single_unit][count_one] >> -is(LabelKind::half)[plus_half]];
// yawm wahid (a day) | al-ashhur al-sitta (the six months)
const auto unit_counted = x3::rule<struct unit_counted_id, TimeSyntax>{"unit_counted"} = x3::omit[
    one_of_unit | is(LabelKind::time_unit)[set_plural_unit] >> -is(LabelKind::article) >> call(parse_numeral)[set_definite_count]];
const auto another_unit = x3::rule<struct another_unit_id, TimeSyntax>{"another_unit"} = x3::omit[
    is(LabelKind::one)[set_one_strong] >> is(LabelKind::time_unit)[set_single_unit]];

// 2023-11-09 | 9/11/2023 | 9/11, 2023 | 11.09.2025
const auto in_digits = x3::rule<struct in_digits_id, TimeSyntax>{"in_digits"} = x3::omit[
    day_front >>
    (   figure[set_digits<0>] >> slash >> glued >> figure[set_digits<1>] >> slash >> glued >> figure[set_digits<2>]
    |   figure[set_digits<0>] >> glued >> dash >> glued >> figure[set_digits<1>] >> dash >> glued >> figure[set_digits<2>]
    |   figure[set_digits<0>] >> glued >> dash >> glued >> figure[set_digits<1>] >> glued >> dash >> figure[set_digits<2>][full_year_only]
    |   figure[set_digits<0>] >> slash >> glued >> (figure[set_digits<1>] >> comma >> figure[set_digits<2>][full_year_only] | figure[comma_year])
    |   figure[dotted])];

// Christmas Day | Easter 2019 | Thanksgiving of last year
const auto holiday = x3::rule<struct holiday_id, TimeSyntax>{"holiday"} = x3::omit[
    is(LabelKind::vague_time)[set_holiday] >> -(-of >> year_ref)[sure]];

const auto vague = x3::rule<struct vague_id, TimeSyntax>{"vague"} = x3::omit[is(LabelKind::vague_time)[set_vague]];
// clang-format on

}  // namespace mizan::time_grammar
