// What the parts of a time expression do to the TimeSyntax that a rule of time_grammar.hpp builds. Private to that
// file.
#pragma once

#include <algorithm>

#include "extract/time.hpp"
#include "extract/time_parts.hpp"

namespace mizan::time_grammar {

const auto set_year = [](auto& ctx) { _val(ctx).year = _attr(ctx); };
const auto set_last_year = [](auto& ctx) {
  int first = *_val(ctx).year;
  int last = _attr(ctx);
  if (last < 100 && last > first % 100) last += first - first % 100;  // 2024/25
  // right-to-left text may be typed to look in order; there a range read backwards says nothing
  if (last < first && first - last <= 30 && last >= 1000) {  // 2025-2021: told to the editor, read in order
    std::swap(first, last);
    _val(ctx).year = first;
    _val(ctx).reversed = !tokens(ctx).about->right_to_left;
  }
  // "12 in 2007 to 19 thousand"
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const bool counts = tokens(ctx).has_any(next, kinds(LabelKind::scale, LabelKind::currency, LabelKind::percent));
  _pass(ctx) = last > first && last - first <= 150 && !counts;
  _val(ctx).last_year = last;
};
/// 2024/25 and 2024/2025, 2025/2021 where text runs from the right; but 1402/08 is a month.
const auto set_slash_year = [](auto& ctx) {
  set_last_year(ctx);
  const auto& calendars = tokens(ctx).about->calendars;
  const bool month =
      _attr(ctx) < 100 && !calendars.empty() && calendars.front() == Calendar::persian && _attr(ctx) <= 12;
  const bool turned = tokens(ctx).about->right_to_left && _attr(ctx) >= 1000 && _attr(ctx) == *_val(ctx).year;
  // "the plan of 2016/2020"
  const int years = *_val(ctx).last_year - *_val(ctx).year;
  const bool plan = _attr(ctx) >= 1000 && years > 1 && years <= 10;
  _pass(ctx) = _pass(ctx) && !month && (turned || plan || years == 1);
};
const auto set_relative = [](auto& ctx) {
  _val(ctx).ambiguous = _attr(ctx).ambiguous;
  _val(ctx).offset = _attr(ctx).value;
  _val(ctx).offset_unit = static_cast<Grain>(_attr(ctx).extra % kWeekend);
  _val(ctx).weekend = (_attr(ctx).extra & kWeekend) != 0;
  if (_attr(ctx).extra >= kCalendarFactor)
    _val(ctx).calendar = static_cast<Calendar>(_attr(ctx).extra / kCalendarFactor - 1);
};
const auto of_a_day = [](auto& ctx) { _pass(ctx) = _val(ctx).offset_unit == Grain::day; };
const auto set_relative_year = [](auto& ctx) {
  _pass(ctx) =
      static_cast<Grain>(_attr(ctx).extra % kCalendarFactor) == Grain::year && !hangs_on_last(_attr(ctx).value);
  set_relative(ctx);
};
/// "17 December of THAT YEAR"
const auto set_same_year = [](auto& ctx) {
  _pass(ctx) = static_cast<Grain>(_attr(ctx).extra % kCalendarFactor) == Grain::year &&
               (_attr(ctx).value == kSame || _attr(ctx).value == kSame - 1);
  _val(ctx).offset = _attr(ctx).value;
  _val(ctx).offset_unit = Grain::year;
};
const auto set_relative_day = [](auto& ctx) {
  _pass(ctx) = static_cast<Grain>(_attr(ctx).extra) == Grain::day;
  set_relative(ctx);
};
const auto set_relative_week = [](auto& ctx) {
  _pass(ctx) = static_cast<Grain>(_attr(ctx).extra) == Grain::week;
  set_relative(ctx);
  _val(ctx).ambiguous = false;
};
const auto set_ordinal_day = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) >= 1 && _attr(ctx) <= 31;
  _val(ctx).day = static_cast<int>(_attr(ctx));
};
const auto set_any_day = [](auto& ctx) {
  const Figure& f = *tokens(ctx).figure(_attr(ctx));
  _pass(ctx) = f.plain && f.widths[0] <= 2 && f.pieces[0] >= 1 && f.pieces[0] <= 31;
  _val(ctx).day = static_cast<int>(f.pieces[0]);
};
const auto set_slash_day = [](auto& ctx) {
  const Figure& f = *tokens(ctx).figure(_attr(ctx));
  _pass(ctx) = f.plain && f.widths[0] <= 2;
  _val(ctx).day = static_cast<int>(f.pieces[0]);
};
const auto set_slash_month = [](auto& ctx) {
  const Tokens& t = tokens(ctx);
  const Figure& f = *t.figure(_attr(ctx));
  int day = _val(ctx).day, month = static_cast<int>(f.pieces[0]);
  const auto& orders = t.about->date_order;
  const bool month_first = !orders.empty() && orders.front() == DateOrder::mdy;
  if ((month_first && day <= 12) || month > 12) std::swap(day, month);
  _pass(ctx) = f.plain && f.widths[0] <= 2 && day >= 1 && day <= 31 && month >= 1 && month <= 12;
  _val(ctx).day = day;
  _val(ctx).month = month;
};
const auto set_persian_year = [](auto& ctx) {
  _pass(ctx) = _val(ctx).calendar == Calendar::persian;
  _val(ctx).year = _attr(ctx);
};
/// "sal-e 84 ta 86": a language whose first calendar is Persian leaves the century out.
const auto set_short_persian_year = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) >= 40 && _attr(ctx) < 100 && tokens(ctx).counts_in(Calendar::persian);
  _val(ctx).year = _attr(ctx);
};
const auto set_day = [](auto& ctx) { _val(ctx).day = _attr(ctx); };
/// "Thursday the 21st"; in "Saturday, the one-week anniversary" is no day.
const auto set_ranked_day = [](auto& ctx) {
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const Tokens& t = tokens(ctx);
  _pass(ctx) =
      next > 0 && (t.tokens[next - 1].kind == TokenKind::number ||
                   t.has_any(next - 1, kinds(LabelKind::ordinal, LabelKind::first, LabelKind::ordinal_suffix)));
  _val(ctx).day = _attr(ctx);
};
/// "may one", "dey si": a word for a number behind an ambiguous month is no day of it.
const auto set_day_after = [](auto& ctx) {
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const bool digits = next > 0 && (tokens(ctx).tokens[next - 1].kind != TokenKind::word ||
                                   tokens(ctx).has(next - 1, LabelKind::ordinal_suffix));
  // "in the second half of March 4 million workers"
  const bool counts = tokens(ctx).has_any(next, kinds(LabelKind::scale, LabelKind::percent, LabelKind::currency)) ||
                      (_val(ctx).ambiguous && tokens(ctx).has(next, LabelKind::concept_noun));
  // "in April five of them": a number in words behind a month is its day at the end only, or as a rank
  const bool rank = next > 0 && tokens(ctx).has_any(next - 1, kinds(LabelKind::ordinal, LabelKind::first));
  const bool ends = next >= tokens(ctx).size() || tokens(ctx).tokens[next].kind == TokenKind::sign;
  // "Friday, June twenty-two with the mayor"
  const bool told = _val(ctx).weekday != 0 && !makes_count(tokens(ctx), next);
  _pass(ctx) = (digits || told || (!_val(ctx).ambiguous && (rank || ends))) && !counts;
  _val(ctx).day = _attr(ctx);
  _val(ctx).ambiguous = false;
};
const auto set_last_day = [](auto& ctx) {
  int first = _val(ctx).day, last = _attr(ctx);
  if (last < first && tokens(ctx).about->right_to_left) std::swap(first, last);  // typed to look in order: "10-1 May"
  _pass(ctx) = last > first;
  _val(ctx).day = first;
  _val(ctx).last_day = last;
};
const auto set_any_last_day = [](auto& ctx) { _val(ctx).last_day = _attr(ctx); };
const auto set_month = [](auto& ctx) {
  _val(ctx).month = static_cast<int>(_attr(ctx).value);
  _val(ctx).calendar = static_cast<Calendar>(_attr(ctx).extra);
  _val(ctx).ambiguous = _val(ctx).was_ambiguous = _attr(ctx).ambiguous;
};
const auto set_sure_month = [](auto& ctx) {
  _pass(ctx) = !_attr(ctx).ambiguous;
  set_month(ctx);
};
const auto set_month_of_day = [](auto& ctx) {
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  std::uint32_t at = next > 0 ? next - 1 : 0;  // the month's last token; back to the word before it
  while (at > 0 && t.tokens[at].span.begin > _attr(ctx).begin) --at;
  const bool in_words = at > 0 && t.tokens[at - 1].kind == TokenKind::word && !t.has(at - 1, LabelKind::ordinal) &&
                        !t.has(at - 1, LabelKind::month_marker) && !t.has(at - 1, LabelKind::conn_of) &&
                        !t.has(at - 1, LabelKind::ordinal_suffix);
  const bool dated = t.has(next, LabelKind::relative) ||  // "haft mehr, year 1359"
                     (t.has(next, LabelKind::year_marker) && t.figure(next + 1) != nullptr);
  const bool peeled = _attr(ctx).peeled != 0;  // "al-thani lada", the second with: no second of a month
  _pass(ctx) = !(_attr(ctx).ambiguous && ((in_words && !dated) || peeled));
  _val(ctx).month = static_cast<int>(_attr(ctx).value);
  _val(ctx).calendar = static_cast<Calendar>(_attr(ctx).extra);
  _val(ctx).ambiguous = false;
  _val(ctx).was_ambiguous = _attr(ctx).ambiguous;
};
const auto set_twin = [](auto& ctx) {  // "nufimbir/tishrin al-thani": one month in two naming traditions
  _pass(ctx) = _attr(ctx).value == _val(ctx).month && static_cast<Calendar>(_attr(ctx).extra) == *_val(ctx).calendar;
};
const auto set_last_month = [](auto& ctx) {
  _pass(ctx) = static_cast<Calendar>(_attr(ctx).extra) == *_val(ctx).calendar;
  _val(ctx).last_month = static_cast<int>(_attr(ctx).value);
};
const auto set_joined_month = [](auto& ctx) {  // the "and" is written on the month
  set_last_month(ctx);
  _pass(ctx) = _pass(ctx) && _attr(ctx).clitic > 0;
};
const auto set_last_twin = [](auto& ctx) { _pass(ctx) = _attr(ctx).value == _val(ctx).last_month; };
const auto set_weekday = [](auto& ctx) {
  _val(ctx).weekday = static_cast<unsigned>(_attr(ctx).value);
  _val(ctx).ambiguous = _attr(ctx).ambiguous;
};
const auto move_ahead = [](auto& ctx) { _val(ctx).shift = 1; };
const auto move_back = [](auto& ctx) { _val(ctx).shift = -1; };
const auto sure = [](auto& ctx) { _val(ctx).ambiguous = false; };
const auto toward = [](int direction) {
  return [direction](auto& ctx) {
    _val(ctx).direction = direction;
    _val(ctx).ambiguous = false;
  };
};
const auto last_one = toward(-1);
const auto set_weeks_back = [](auto& ctx) {
  const auto weeks = _attr(ctx).value().to_integer();
  _pass(ctx) = weeks && *weeks > 0 && *weeks < 10;
  if (_pass(ctx)) _val(ctx).direction = -static_cast<int>(*weeks);
};
const auto this_one = toward(0);
const auto next_one = toward(1);

const auto set_ahead = [](auto& ctx) { _val(ctx).shift = 1; };
const auto set_ago = [](auto& ctx) {
  _pass(ctx) = !_attr(ctx).ambiguous;  // English "back" stands behind only: "three years back", "go back two days"
  _val(ctx).shift = -1;
};
/// "three days ago"; but "three days before the vote" is a length, and its word may be the same.
const auto set_ago_behind = [](auto& ctx) {
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  std::uint32_t at = next > 0 ? next - 1 : 0;
  while (at > 0 && t.tokens[at].span.begin > _attr(ctx).begin) --at;
  const Tag* before = t.find(at, LabelKind::before);
  const Tag* after = t.find(at, LabelKind::after);
  const Tag* since = t.find(at, LabelKind::since);
  const bool of_something = (before != nullptr && before->end >= next) || (after != nullptr && after->end >= next) ||
                            (since != nullptr && since->end >= next);
  _pass(ctx) = !of_something || next >= t.size() || t.tokens[next].kind == TokenKind::sign;
  _val(ctx).shift = -1;
};
const auto set_ahead_behind = [](auto& ctx) {
  set_ago_behind(ctx);
  _val(ctx).shift = 1;
};
const auto set_unit = [](auto& ctx) {
  // "thirty-second" is a rank
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const bool rank = next >= 3 && t.is_sign(next - 2, '-') && t.tokens[next - 3].kind == TokenKind::word &&
                    t.has(next - 1, LabelKind::ordinal);
  const bool letter = _attr(ctx).end - _attr(ctx).begin <= 2 && _val(ctx).count && Decimal(1, 3) < *_val(ctx).count;
  const auto unit = static_cast<TimeUnit>(_attr(ctx).extra);
  // "the 2019-2020 season"
  const bool season = (unit == TimeUnit::season || unit == TimeUnit::quarter || unit == TimeUnit::half) &&
                      _val(ctx).count && Decimal(100, 0) < *_val(ctx).count;
  // "the three indices ... the week": a number with the article counts no single unit with it
  const std::string& definite = t.about->definite;
  std::uint32_t at = next > 0 ? next - 1 : 0;
  while (at > 0 && t.tokens[at].span.begin > _attr(ctx).begin) --at;
  const bool apart = !definite.empty() && _attr(ctx).value == 0 && at > 0 && t.word(at).starts_with(definite) &&
                     t.tokens[at - 1].kind == TokenKind::word && t.word(at - 1).starts_with(definite) &&
                     _val(ctx).count && Decimal(2, 0) < *_val(ctx).count && *_val(ctx).count < Decimal(11, 0);
  const bool of = _attr(ctx).peeled > _attr(ctx).clitic && at > 0 && t.figure(at - 1) != nullptr &&
                  !t.word(at).starts_with(definite);          // "194 LI-SANAT 2017"
  _pass(ctx) = !letter && !rank && !season && !apart && !of;  // "2009 H1N1" is no 2009 hours
  _val(ctx).unit = static_cast<TimeUnit>(_attr(ctx).extra);
};
const auto set_single_unit = [](auto& ctx) {
  _val(ctx).unit = static_cast<TimeUnit>(_attr(ctx).extra);
  _pass(ctx) = _attr(ctx).value == 0 && _val(ctx).unit != TimeUnit::season;  // "within days" is no day
};
const auto set_plural_unit = [](auto& ctx) {
  _val(ctx).unit = static_cast<TimeUnit>(_attr(ctx).extra);
  _pass(ctx) = _attr(ctx).value != 0;
};
const auto set_definite_count = [](auto& ctx) {  // "al-ashhur AL-sitta"
  const Tokens& t = tokens(ctx);
  const std::string& definite = t.about->definite;
  std::uint32_t at = index_of(x3::_where(ctx).begin(), ctx) - 1;
  while (at > 0 && !t.has(at - 1, LabelKind::time_unit)) --at;
  _pass(ctx) = !definite.empty() && !_attr(ctx).negative && t.word(at).starts_with(definite);
  _val(ctx).count = _attr(ctx).value();
};
const auto set_count = [](auto& ctx) {
  _pass(ctx) = !_attr(ctx).negative;
  _val(ctx).count = _attr(ctx).value();
  if (_attr(ctx).is_vague()) _val(ctx).last_count = _attr(ctx).high();  // "a few hundred years"
};
const auto set_figure_count = [](auto& ctx) {  // "2 min al-asabi'": two weeks
  const Figure& f = *tokens(ctx).figure(_attr(ctx));
  _pass(ctx) = !f.readings.empty() && !f.widths.empty() && f.widths[0] <= 2;
  if (_pass(ctx)) _val(ctx).count = f.readings.front();
};
const auto set_last_count = [](auto& ctx) {
  // "10 to 12 thousand years": the scale stands once
  const int scale = _attr(ctx).last_scale();
  if (scale > 0 && _val(ctx).count && _val(ctx).count->scaled(scale) < _attr(ctx).value() &&
      *_val(ctx).count < Decimal(1000, 0))
    _val(ctx).count = _val(ctx).count->scaled(scale);
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  // "14-1": typed to look in order where text runs from the right
  const bool turned = t.about->right_to_left && _val(ctx).count && _attr(ctx).value() < *_val(ctx).count && next >= 3 &&
                      t.is_sign(next - 2, '-') && t.figure(next - 1) != nullptr && !t.tokens[next - 2].space_before;
  _pass(ctx) = turned || (_val(ctx).count && *_val(ctx).count < _attr(ctx).value());
  if (_pass(ctx)) _val(ctx).last_count = turned ? _val(ctx).count : _attr(ctx).value();
  if (turned) _val(ctx).count = _attr(ctx).value();  // or the next alternative would see it
};
const auto set_same_unit = [](auto& ctx) {  // "four years to seven years"; "six months to two years" are two
  _pass(ctx) = _val(ctx).unit == static_cast<TimeUnit>(_attr(ctx).extra);
  if (!_pass(ctx)) _val(ctx).last_count.reset();
};
const auto set_more_count = [](auto& ctx) {
  _pass(ctx) = !_attr(ctx).negative;
  _val(ctx).more.emplace_back(_attr(ctx).value(), TimeUnit::second);
};
const auto set_more_unit = [](auto& ctx) {  // each smaller than the one before, or they are two durations
  auto& more = _val(ctx).more;
  const TimeUnit before = more.size() > 1 ? more[more.size() - 2].second : _val(ctx).unit;
  const auto unit = static_cast<TimeUnit>(_attr(ctx).extra);
  const auto is_unit = [unit](const auto& part) { return part.second == unit; };
  const bool twice = unit == _val(ctx).unit || std::any_of(more.begin(), more.end() - 1, is_unit);
  // "2 days 1 month": nothing stands between the two
  const Tokens& t = tokens(ctx);
  std::uint32_t at = index_of(x3::_where(ctx).begin(), ctx);
  for (at -= at > 0 ? 1 : 0; at > 0 && !t.has_any(at - 1, kinds(LabelKind::time_unit)); --at)
    if (t.tokens[at].kind == TokenKind::sign || t.has_any(at, kinds(LabelKind::joiner, LabelKind::conn_and))) break;
  const bool next_to = at > 0 && t.has(at - 1, LabelKind::time_unit) && t.tokens[at].kind == TokenKind::number;
  _pass(ctx) = unit < before || (!twice && next_to);
  if (_pass(ctx))
    more.back().second = unit;
  else
    more.pop_back();
};
/// The month of 2016-11, 2016/11, 11/2016. One digit behind a dash is a range ("2016-7").
const auto set_month_figure = [](auto& ctx) {
  const Tokens& t = tokens(ctx);
  const Figure& f = *t.figure(_attr(ctx));
  const bool slashed = t.is_sign(_attr(ctx) + 1, '/') || (_attr(ctx) > 0 && t.is_sign(_attr(ctx) - 1, '/'));
  _pass(ctx) = f.plain && f.pieces[0] >= 1 && f.pieces[0] <= 12 && f.widths[0] <= 2 && (f.widths[0] == 2 || slashed);
  _val(ctx).month = static_cast<int>(f.pieces[0]);
};
const auto set_week = [](auto& ctx) {
  const Figure& f = *tokens(ctx).figure(_attr(ctx));
  _pass(ctx) = f.plain && f.pieces[0] >= 1 && f.pieces[0] <= 53;
  _val(ctx).week = static_cast<int>(f.pieces[0]);
};
const auto set_week_number = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) >= 1 && _attr(ctx) <= 53;
  _val(ctx).week = static_cast<int>(_attr(ctx));
};
const auto first_week = [](auto& ctx) { _val(ctx).week = 1; };
const auto last_week = [](auto& ctx) { _val(ctx).week = TimeSyntax::kLastWeek; };
const auto set_nth = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) >= 1 && _attr(ctx) <= 5;
  _val(ctx).part_number = static_cast<int>(_attr(ctx));
};
const auto set_definite_nth = [](auto& ctx) {  // "al-ahad AL-thani"
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const std::string& definite = tokens(ctx).about->definite;
  set_nth(ctx);
  _pass(ctx) = _pass(ctx) && !definite.empty() && tokens(ctx).word(next - 1).starts_with(definite);
};
const auto of_this_month = [](auto& ctx) {
  _val(ctx).offset = 0;
  _val(ctx).offset_unit = Grain::month;
};
const auto first_of = [](auto& ctx) { _val(ctx).part_number = 1; };
const auto last_of = [](auto& ctx) { _val(ctx).part_number = -1; };
const auto set_relative_month = [](auto& ctx) {
  _pass(ctx) =
      static_cast<Grain>(_attr(ctx).extra % kCalendarFactor) == Grain::month && !hangs_on_last(_attr(ctx).value);
  set_relative(ctx);
};
/// "one hour and HALF", "AN hour": a unit with a word for one before it.
const auto set_one_strong = [](auto& ctx) {
  _pass(ctx) = _attr(ctx).value == 1;
  _val(ctx).count = Decimal(1, 0);
};
const auto one_behind = [](auto& ctx) { _pass(ctx) = _attr(ctx).value == 2; };
const auto is_one = [](auto& ctx) { _pass(ctx) = _attr(ctx).value == 1; };
const auto count_one = [](auto& ctx) { _val(ctx).count = Decimal(1, 0); };
/// "qabla 'am": a year ago; but "before the year of ..." goes on.
const auto at_clause_end = [](auto& ctx) {
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  _pass(ctx) = next >= t.size() || t.tokens[next].kind == TokenKind::sign || t.has(next, LabelKind::conn_in) ||
               t.has(next, LabelKind::conn_and);
};
const auto plus_half = [](auto& ctx) {
  const auto sum = add(*_val(ctx).count, Decimal(_attr(ctx).value, -1));
  _pass(ctx) = sum.has_value();
  if (sum) _val(ctx).count = *sum;
};
const auto months_only = [](auto& ctx) { _pass(ctx) = static_cast<TimeUnit>(_attr(ctx).extra) == TimeUnit::month; };
const auto set_first_months = [](auto& ctx) {
  const auto value = _attr(ctx).value().to_integer();
  _pass(ctx) = value && *value >= 1 && *value <= 12;
  if (value) _val(ctx).part_number = static_cast<int>(*value);
  _val(ctx).part = Grain::month;
};
const auto set_period = [](auto& ctx) {
  _val(ctx).was_ambiguous = _attr(ctx).ambiguous;
  _val(ctx).part = static_cast<Grain>(_attr(ctx).extra);
  if (_val(ctx).part == Grain::decade) {  // "the thirties"
    _val(ctx).part = Grain::other;
    _val(ctx).long_period = Grain::decade;
  }
  if (_attr(ctx).value != 0) _val(ctx).part_number = static_cast<int>(_attr(ctx).value);
};
const auto month_half = [](auto& ctx) {
  _pass(ctx) = static_cast<Grain>(_attr(ctx).extra) == Grain::half && _attr(ctx).value == 0;
  _val(ctx).part = Grain::half;
};
const auto numbered_half = [](auto& ctx) {
  _pass(ctx) = static_cast<Grain>(_attr(ctx).extra) == Grain::half && _attr(ctx).value != 0;
  _val(ctx).part = Grain::half;
  _val(ctx).part_number = static_cast<int>(_attr(ctx).value);
};
const auto weeks_only = [](auto& ctx) { _pass(ctx) = _val(ctx).part == Grain::week; };
const auto month_week = [](auto& ctx) {
  _pass(ctx) = static_cast<TimeUnit>(_attr(ctx).extra) == TimeUnit::week;
  _val(ctx).part = Grain::week;
};
const auto numbered_period = [](auto& ctx) {
  set_period(ctx);
  _pass(ctx) = _attr(ctx).value != 0;
};
const auto unnumbered_period = [](auto& ctx) {
  set_period(ctx);
  _pass(ctx) = _attr(ctx).value == 0;
};
const auto set_part_number = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) >= 1 && _attr(ctx) <= 4;
  _val(ctx).part_number = static_cast<int>(_attr(ctx));
};
const auto first_part = [](auto& ctx) { _val(ctx).part_number = 1; };
const auto set_season = [](auto& ctx) {
  _val(ctx).part = Grain::season;
  _val(ctx).part_number = static_cast<int>(_attr(ctx).value);
  _val(ctx).ambiguous = _attr(ctx).ambiguous;
};
const auto set_century = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) >= 1 && _attr(ctx) <= 30;
  _val(ctx).long_period = Grain::century;
  _val(ctx).part_number = static_cast<int>(_attr(ctx));
};
/// "qarn-e bist": Persian leaves the ending of the rank out.
const auto century_words = [](auto& ctx) {
  const Numeral& count = _attr(ctx);
  const auto rank = count.is_vague() ? std::nullopt : count.value().to_integer();
  _pass(ctx) = rank && *rank >= 5 && *rank <= 21 && tokens(ctx).counts_in(Calendar::persian);
  _val(ctx).long_period = Grain::century;
  _val(ctx).part_number = static_cast<int>(rank.value_or(0));
};
const auto century_figure = [](auto& ctx) {
  const Figure& f = *tokens(ctx).figure(_attr(ctx));
  _pass(ctx) = f.plain && f.pieces[0] >= 1 && f.pieces[0] <= 30;
  _val(ctx).long_period = Grain::century;
  _val(ctx).part_number = static_cast<int>(f.pieces[0]);
};
const auto decade_figure = [](auto& ctx) {
  const Figure& f = *tokens(ctx).figure(_attr(ctx));
  _pass(ctx) = f.plain && f.pieces[0] % 10 == 0 && (f.widths[0] == 2 || is_year_figure(f));
  _val(ctx).long_period = Grain::decade;
  _val(ctx).part_number = static_cast<int>(f.pieces[0]);
};
template <TimeUnit Unit>
const auto unit_is = [](auto& ctx) { _pass(ctx) = static_cast<TimeUnit>(_attr(ctx).extra) == Unit; };
const auto set_vague = [](auto& ctx) {
  _pass(ctx) = _attr(ctx).value == 0;
  _val(ctx).vague = true;
};
/// A weak name of a holiday wants a year beside it.
const auto set_holiday = [](auto& ctx) {
  _pass(ctx) = _attr(ctx).value != 0;
  if (!_pass(ctx)) return;
  const Holiday h = holiday_of(_attr(ctx).value);
  _val(ctx).holiday = _val(ctx).was_ambiguous = true;
  _val(ctx).ambiguous = _attr(ctx).extra < kCalendarFactor;
  _val(ctx).calendar = static_cast<Calendar>(_attr(ctx).extra % kCalendarFactor);
  _val(ctx).month = h.month;
  _val(ctx).day = h.day;
  _val(ctx).weekday = static_cast<unsigned>(h.weekday);
  _val(ctx).part_number = h.day != 0 ? 0 : h.month == 0 ? h.easter : h.nth != 0 ? h.nth : -1;
};
const auto set_duration = [](auto& ctx) {
  _val(ctx).duration = tokens(ctx).knowledge->durations()[static_cast<std::size_t>(_attr(ctx).value)];
};

template <int N>
const auto set_digits = [](auto& ctx) {
  const Figure& f = *tokens(ctx).figure(_attr(ctx));
  _pass(ctx) = f.plain && f.widths[0] <= 4;
  _val(ctx).digits = true;
  _val(ctx).digit[N] = f.pieces[0];
  _val(ctx).digit_width[N] = f.widths[0];
};
const auto full_year_only = [](auto& ctx) { _pass(ctx) = _val(ctx).digit_width[2] == 4; };
const auto comma_year = [](auto& ctx) {  // "12,2016" is one figure to the lexer
  const Figure& f = *tokens(ctx).figure(_attr(ctx));
  _pass(ctx) = f.pieces.size() == 2 && f.separator == ',' && f.widths[0] <= 2 && f.widths[1] == 4;
  if (!_pass(ctx)) return;
  for (int n = 1; n < 3; ++n) {
    _val(ctx).digit[n] = f.pieces[static_cast<std::size_t>(n - 1)];
    _val(ctx).digit_width[n] = f.widths[static_cast<std::size_t>(n - 1)];
  }
};
const auto dotted = [](auto& ctx) {  // 11.09.2025 is one figure to the lexer
  const Figure& f = *tokens(ctx).figure(_attr(ctx));
  const bool fits =
      f.pieces.size() == 3 && f.separator == '.' && f.widths[0] <= 4 && f.widths[1] <= 2 && f.widths[2] <= 4;
  _pass(ctx) = fits;
  if (!fits) return;
  _val(ctx).digits = true;
  for (int n = 0; n < 3; ++n) {
    _val(ctx).digit[n] = f.pieces[static_cast<std::size_t>(n)];
    _val(ctx).digit_width[n] = f.widths[static_cast<std::size_t>(n)];
  }
};

}  // namespace mizan::time_grammar
