// The shapes of dates, periods and durations. Private to time.cpp, the only file that includes it.
#pragma once

#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/numeral.hpp"
#include "extract/time.hpp"

namespace mizan::time_grammar {

using namespace grammar;
using x3::_attr;
using x3::_pass;
using x3::_val;

// ------------------------------------------------------------------------------------------- parts: years, days, months

bool is_year_figure(const Figure& f) { return f.plain && f.widths[0] == 4 && f.pieces[0] >= 1000 && f.pieces[0] < 2200; }

/// A year in digits. Marked ("the year 70", "in 98 AD") it may be short; bare it must look like one.
struct year_parser : primitive<year_parser> {
  using attribute_type = int;
  static constexpr bool has_attribute = true;
  bool marked;
  explicit constexpr year_parser(bool m) : marked(m) {}
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute& attribute) const {
    if (first == last || first->noise) return false;
    const Tokens& t = tokens(context);
    const std::uint32_t i = index_of(first, context);
    if (const Figure* f = t.figure(i)) {
      const bool fits = is_year_figure(*f) || (marked && f->plain && (f->widths[0] == 2 || f->widths[0] == 3));
      if (!fits || f->readings.empty()) return false;
      x3::traits::move_to(static_cast<int>(f->pieces[0]), attribute);
      ++first;
      return true;
    }
    if (!marked) return false;
    const auto words = parse_numeral(t, i);  // "the year two thousand and twenty-two"
    if (!words || words->value.in_digits) return false;
    const auto value = words->value.value().to_integer();
    const bool persian = !t.about->calendars.empty() && t.about->calendars.front() == Calendar::persian;
    const bool short_form = persian && value && *value >= 30 && *value < 100;  // "the year eighty": 1380
    if (!value || !(short_form || (*value >= 1000 && *value < 2200))) return false;
    x3::traits::move_to(static_cast<int>(*value), attribute);
    first = t.tokens.data() + words->end;
    return true;
  }
};

/// A day of a month: 9, 9th, "the first", "twenty-third".
struct day_parser : primitive<day_parser> {
  using attribute_type = int;
  static constexpr bool has_attribute = true;
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute& attribute) const {
    if (first == last || first->noise) return false;
    const Tokens& t = tokens(context);
    const std::uint32_t i = index_of(first, context);
    if (const auto ordinal = parse_ordinal(t, i)) {
      if (ordinal->value > 31) return false;
      x3::traits::move_to(static_cast<int>(ordinal->value), attribute);
      first = t.tokens.data() + ordinal->end;
      return true;
    }
    if (const Figure* f = t.figure(i)) {
      if (!f->plain || f->widths[0] > 2 || f->pieces[0] < 1 || f->pieces[0] > 31) return false;
      x3::traits::move_to(static_cast<int>(f->pieces[0]), attribute);
      ++first;
      return true;
    }
    const auto words = parse_numeral(t, i);  // "nine November", as Arabic and Persian may write
    if (!words || words->value.in_digits) return false;
    const auto value = words->value.value().to_integer();
    if (!value || *value < 1 || *value > 31) return false;
    x3::traits::move_to(static_cast<int>(*value), attribute);
    first = t.tokens.data() + words->end;
    return true;
  }
};
constexpr day_parser day_number{};

struct comma_parser : x3::parser<comma_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute&) const {
    if (first == last) return false;
    const std::string_view text = tokens(context).word(index_of(first, context));
    if (text != "," && text != "\xD8\x8C") return false;
    ++first;
    return true;
  }
};
constexpr comma_parser comma{};

const auto set_year = [](auto& ctx) { _val(ctx).year = _attr(ctx); };
const auto set_last_year = [](auto& ctx) {
  int first = *_val(ctx).year;
  int last = _attr(ctx);
  if (last < 100 && last > first % 100) last += first - first % 100;  // 2024/25
  // right-to-left text may be typed to look in order; there a range read backwards says nothing
  if (last < first && first - last <= 30 && last >= 1000) {           // 2025-2021: told to the editor, read in order
    std::swap(first, last);
    _val(ctx).year = first;
    _val(ctx).reversed = !tokens(ctx).about->right_to_left;
  }
  _pass(ctx) = last > first && last - first <= 150;
  _val(ctx).last_year = last;
};
const auto set_short_year = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) < 100 && tokens(ctx).about->right_to_left;
  _val(ctx).last_year = _attr(ctx);
};
const auto set_turned_year = [](auto& ctx) {
  const int last = _attr(ctx) - _attr(ctx) % 100 + *_val(ctx).last_year;
  _pass(ctx) = last == _attr(ctx) + 1;
  _val(ctx).year = _attr(ctx);
  _val(ctx).last_year = last;
};
const auto set_relative = [](auto& ctx) {
  _val(ctx).offset = _attr(ctx).value;
  _val(ctx).offset_unit = static_cast<Grain>(_attr(ctx).extra % kCalendarFactor);
  if (_attr(ctx).extra >= kCalendarFactor) _val(ctx).calendar = static_cast<Calendar>(_attr(ctx).extra / kCalendarFactor - 1);
};
const auto set_relative_year = [](auto& ctx) {
  _pass(ctx) = static_cast<Grain>(_attr(ctx).extra % kCalendarFactor) == Grain::year && _attr(ctx).value != kSame;
  set_relative(ctx);
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
const auto set_era = [](auto& ctx) { _val(ctx).calendar = static_cast<Calendar>(_attr(ctx).extra); };
const auto set_day = [](auto& ctx) { _val(ctx).day = _attr(ctx); };
/// "may one", "dey si": a word for a number behind an ambiguous month is no day of it.
const auto set_day_after = [](auto& ctx) {
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const bool digits = next > 0 && tokens(ctx).tokens[next - 1].kind != TokenKind::word;
  _pass(ctx) = digits || !_val(ctx).ambiguous;
  _val(ctx).day = _attr(ctx);
  _val(ctx).ambiguous = false;
};
const auto set_last_day = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) > _val(ctx).day;
  _val(ctx).last_day = _attr(ctx);
};
const auto set_any_last_day = [](auto& ctx) { _val(ctx).last_day = _attr(ctx); };
const auto set_month = [](auto& ctx) {
  _val(ctx).month = static_cast<int>(_attr(ctx).value);
  _val(ctx).calendar = static_cast<Calendar>(_attr(ctx).extra);
  _val(ctx).ambiguous = _val(ctx).was_ambiguous = _attr(ctx).ambiguous;
};
const auto set_month_of_day = [](auto& ctx) {
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  std::uint32_t at = next > 0 ? next - 1 : 0;                               // the month's last token; back to the word before it
  while (at > 0 && t.tokens[at].span.begin > _attr(ctx).begin) --at;
  const bool in_words = at > 0 && t.tokens[at - 1].kind == TokenKind::word && !t.has(at - 1, LabelKind::ordinal) &&
                        !t.has(at - 1, LabelKind::month_marker) && !t.has(at - 1, LabelKind::conn_of) && !t.has(at - 1, LabelKind::ordinal_suffix);
  _pass(ctx) = !(_attr(ctx).ambiguous && in_words);
  _val(ctx).month = static_cast<int>(_attr(ctx).value);
  _val(ctx).calendar = static_cast<Calendar>(_attr(ctx).extra);
  _val(ctx).ambiguous = false;
};
const auto set_twin = [](auto& ctx) {  // "nufimbir/tishrin al-thani": one month in two naming traditions
  _pass(ctx) = _attr(ctx).value == _val(ctx).month && static_cast<Calendar>(_attr(ctx).extra) == *_val(ctx).calendar;
};
const auto set_last_month = [](auto& ctx) {
  _pass(ctx) = static_cast<Calendar>(_attr(ctx).extra) == *_val(ctx).calendar;
  _val(ctx).last_month = static_cast<int>(_attr(ctx).value);
};
const auto set_last_twin = [](auto& ctx) { _pass(ctx) = _attr(ctx).value == _val(ctx).last_month; };
const auto set_weekday = [](auto& ctx) {
  _val(ctx).weekday = static_cast<unsigned>(_attr(ctx).value);
  _val(ctx).ambiguous = _attr(ctx).ambiguous;
};
const auto sure = [](auto& ctx) { _val(ctx).ambiguous = false; };
const auto toward = [](int direction) {
  return [direction](auto& ctx) {
    _val(ctx).direction = direction;
    _val(ctx).ambiguous = false;
  };
};
const auto last_one = toward(-1);
const auto this_one = toward(0);
const auto next_one = toward(1);


const auto set_ahead = [](auto& ctx) { _val(ctx).shift = 1; };
const auto set_ago = [](auto& ctx) { _val(ctx).shift = -1; };
/// "three days ago"; but "three days before the vote" is a length, and its word may be the same.
const auto set_ago_behind = [](auto& ctx) {
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  std::uint32_t at = next > 0 ? next - 1 : 0;
  while (at > 0 && t.tokens[at].span.begin > _attr(ctx).begin) --at;
  const Tag* before = t.find(at, LabelKind::before);
  const Tag* after = t.find(at, LabelKind::after);
  const bool of_something = (before != nullptr && before->end >= next) || (after != nullptr && after->end >= next);
  _pass(ctx) = !of_something || next >= t.size() || t.tokens[next].kind == TokenKind::sign;
  _val(ctx).shift = -1;
};
const auto set_ahead_behind = [](auto& ctx) {
  set_ago_behind(ctx);
  _val(ctx).shift = 1;
};
const auto set_unit = [](auto& ctx) {
  const bool letter = _attr(ctx).end - _attr(ctx).begin <= 2 && _val(ctx).count && Decimal(1, 3) < *_val(ctx).count;
  _pass(ctx) = !letter;  // "2009 H1N1" is no 2009 hours
  _val(ctx).unit = static_cast<TimeUnit>(_attr(ctx).extra);
};
const auto set_single_unit = [](auto& ctx) {
  _val(ctx).unit = static_cast<TimeUnit>(_attr(ctx).extra);
  _pass(ctx) = _attr(ctx).value == 0;  // "within days" is no day
};
const auto set_count = [](auto& ctx) {
  _pass(ctx) = !_attr(ctx).negative;
  _val(ctx).count = _attr(ctx).value();
};
const auto set_last_count = [](auto& ctx) {
  _pass(ctx) = _val(ctx).count && *_val(ctx).count < _attr(ctx).value();
  _val(ctx).last_count = _attr(ctx).value();
};
const auto set_more_count = [](auto& ctx) {
  _pass(ctx) = !_attr(ctx).negative;
  _val(ctx).more.emplace_back(_attr(ctx).value(), TimeUnit::second);
};
const auto set_more_unit = [](auto& ctx) {  // each smaller than the one before, or they are two durations
  auto& more = _val(ctx).more;
  const TimeUnit before = more.size() > 1 ? more[more.size() - 2].second : _val(ctx).unit;
  const auto unit = static_cast<TimeUnit>(_attr(ctx).extra);
  _pass(ctx) = unit < before;
  if (unit < before)
    more.back().second = unit;
  else
    more.pop_back();
};
const auto count_one = [](auto& ctx) { _val(ctx).count = Decimal(1, 0); };
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
  _val(ctx).part = static_cast<Grain>(_attr(ctx).extra);
  if (_val(ctx).part == Grain::decade) {  // "the thirties"
    _val(ctx).part = Grain::other;
    _val(ctx).long_period = Grain::decade;
  }
  if (_attr(ctx).value != 0) _val(ctx).part_number = static_cast<int>(_attr(ctx).value);
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
  _val(ctx).long_period = Grain::century;
  _val(ctx).part_number = static_cast<int>(_attr(ctx));
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
const auto set_counted_duration = [](auto& ctx) {  // "two years" in one word: P2Y
  const std::string& iso = tokens(ctx).knowledge->durations()[static_cast<std::size_t>(_attr(ctx).value)];
  const bool clock = iso.starts_with("PT");
  const auto count = Decimal::parse(std::string_view(iso).substr(clock ? 2 : 1, iso.size() - (clock ? 3 : 2)));
  const char unit = iso.back();
  _pass(ctx) = count.has_value();
  if (!count) return;
  _val(ctx).count = *count;
  _val(ctx).unit = unit == 'Y'   ? TimeUnit::year
                   : unit == 'W' ? TimeUnit::week
                   : unit == 'D' ? TimeUnit::day
                   : unit == 'H' ? TimeUnit::hour
                   : unit == 'S' ? TimeUnit::second
                   : clock       ? TimeUnit::minute
                                 : TimeUnit::month;
};
const auto set_vague = [](auto& ctx) { _val(ctx).vague = true; };
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
const auto dotted = [](auto& ctx) {  // 11.09.2025 is one figure to the lexer
  const Figure& f = *tokens(ctx).figure(_attr(ctx));
  const bool fits = f.pieces.size() == 3 && f.separator == '.' && f.widths[0] <= 4 && f.widths[1] <= 2 && f.widths[2] <= 4;
  _pass(ctx) = fits;
  if (!fits) return;
  _val(ctx).digits = true;
  for (int n = 0; n < 3; ++n) {
    _val(ctx).digit[n] = f.pieces[static_cast<std::size_t>(n)];
    _val(ctx).digit_width[n] = f.widths[static_cast<std::size_t>(n)];
  }
};

// ------------------------------------------------------------------------------------------------------------- grammars
//
// One rule a shape, most specific first; each is tried on a fresh value and the longest match wins. The comments show the shape.
// omit: the actions fill the value, and X3 shall not try to.

// clang-format off
const auto month = is(LabelKind::month);
const auto slash = sign('/');
const auto dash  = sign('-');

// November | November/Tishrin II | the month of November
const auto month_ref =
    -is(LabelKind::month_marker)[sure] >> month[set_month] >> -(slash >> month[set_twin]) >> -(is(LabelKind::month_marker)[sure]);
/// The month behind a day: "no mizan" (no rate) is not the ninth of Mizan.
const auto month_of_day =
    -is(LabelKind::month_marker)[sure] >> month[set_month_of_day] >> -(slash >> month[set_twin]) >> -(is(LabelKind::month_marker)[sure]);
const auto last_month_ref = -is(LabelKind::month_marker) >> month[set_last_month] >> -(slash >> month[set_last_twin]) >> -is(LabelKind::month_marker);

// the year 2022 | 2022 AD | last year
const auto year_ref =
      +is(LabelKind::year_marker) >> year_parser(true)[set_year] >> *(is(LabelKind::era)[set_era] | is(LabelKind::year_marker))
    | year_parser(false)[set_year] >> -dash >> *(is(LabelKind::era)[set_era] | is(LabelKind::year_marker))
    | is(LabelKind::relative)[set_relative_year] >> -is(LabelKind::era)[set_era];

const auto of        = is(LabelKind::conn_of) | is(LabelKind::conn_in) | comma | slash | dash;
const auto until     = is(LabelKind::conn_to) | dash;
const auto weekday   = is(LabelKind::weekday)[set_weekday] >> -(comma | slash | dash | sign('('));
const auto today     = is(LabelKind::relative)[set_relative_day] >> -comma;
const auto day_front = -today >> *is(LabelKind::day_marker) >> -weekday >> *is(LabelKind::day_marker);

// [today, Thursday,] 9 [of] November [2023]
const auto day_month = x3::rule<struct day_month_id, TimeSyntax>{"day_month"} = x3::omit[
    day_front >> day_number[set_day] >> -(is(LabelKind::conn_of) | dash) >> month_of_day >> -(-of >> year_ref)];

// [from] 27 to 28 November [2024] | 13 and 14 October
const auto day_day_month = x3::rule<struct day_day_month_id, TimeSyntax>{"day_day_month"} = x3::omit[
    -(is(LabelKind::conn_from) | is(LabelKind::conn_between)) >> *is(LabelKind::day_marker) >> day_number[set_day]
        >> (until | is(LabelKind::conn_and) | is(LabelKind::joiner)) >> day_number[set_last_day]
        >> -is(LabelKind::conn_of) >> month_ref[sure] >> -(-of >> year_ref)];

// [from] 27 November to 3 December [2024]
const auto day_month_day_month = x3::rule<struct day_month_day_month_id, TimeSyntax>{"day_month_day_month"} = x3::omit[
    -is(LabelKind::conn_from) >> day_front >> day_number[set_day] >> -is(LabelKind::conn_of) >> month_ref[sure]
        >> until >> -weekday >> day_number[set_any_last_day] >> -is(LabelKind::conn_of) >> last_month_ref >> -(-of >> year_ref)];

// [Thursday,] November 9[-10] [, 2023]
const auto month_day = x3::rule<struct month_day_id, TimeSyntax>{"month_day"} = x3::omit[
    -today >> -weekday >> month[set_month] >> -sign('.') >> (day_number[set_day_after] ) >> -(dash >> day_number[set_last_day]) >> -(-comma >> year_parser(false)[set_year])];

// [from] January to August [of this year]
const auto month_month = x3::rule<struct month_month_id, TimeSyntax>{"month_month"} = x3::omit[
    -(is(LabelKind::conn_from) | is(LabelKind::conn_between)) >> month_ref
        >> (until | is(LabelKind::conn_and)) >> last_month_ref[sure] >> -(-of >> year_ref)];

// November 2023 | November of last year
const auto month_year = x3::rule<struct month_year_id, TimeSyntax>{"month_year"} = x3::omit[
    month_ref >> -of >> year_ref[sure]];

// last November | November last | November
const auto bare_month = x3::rule<struct month_id, TimeSyntax>{"month"} = x3::omit[
      is(LabelKind::last)[last_one] >> month[set_month][sure]
    | is(LabelKind::next)[next_one] >> month[set_month][sure]
    | is(LabelKind::current)[this_one] >> month[set_month][sure]
    | month_ref >> -(is(LabelKind::last)[last_one] | is(LabelKind::next)[next_one] | is(LabelKind::current)[this_one])];

// the year 2022 | 2022 AD | last year, yesterday, next week
const auto year = x3::rule<struct year_id, TimeSyntax>{"year"} = x3::omit[
      +is(LabelKind::year_marker) >> year_parser(true)[set_year] >> *(is(LabelKind::era)[set_era] | is(LabelKind::year_marker))
    | year_parser(false)[set_year] >> -dash >> *(is(LabelKind::era)[set_era] | is(LabelKind::year_marker))];
const auto relative = x3::rule<struct relative_id, TimeSyntax>{"relative"} = x3::omit[
      is(LabelKind::relative)[set_relative] >> -is(LabelKind::era)[set_era] >> -(-comma >> is(LabelKind::day_marker)) >> -(-comma >> is(LabelKind::weekday)[set_weekday])
    | *is(LabelKind::day_marker) >> is(LabelKind::weekday)[set_weekday] >> -is(LabelKind::conn_of) >> is(LabelKind::relative)[set_relative_week]];

// [from] 2021 to 2025 | 2021-2025 | 2024/25
const auto year_year = x3::rule<struct year_year_id, TimeSyntax>{"year_year"} = x3::omit[
    -(is(LabelKind::conn_from) | is(LabelKind::conn_between)) >> *is(LabelKind::year_marker) >> year_parser(false)[set_year] >> -is(LabelKind::year_marker)
        >> (until | slash | is(LabelKind::conn_and)) >> *is(LabelKind::year_marker) >> year_parser(true)[set_last_year] >> *(is(LabelKind::year_marker) | is(LabelKind::era)[set_era])];

// 20-2019, where text runs from the right: 2019-20
const auto year_year_turned = x3::rule<struct year_year_turned_id, TimeSyntax>{"year_year_turned"} = x3::omit[
    *is(LabelKind::year_marker) >> year_parser(true)[set_short_year] >> dash >> glued >> year_parser(false)[set_turned_year]];

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
    | is(LabelKind::time_unit)[months_only] >> call(parse_numeral)[set_first_months] >> first_word >> -(-of >> year_ref)
    | call(parse_numeral)[set_first_months] >> is(LabelKind::time_unit)[months_only] >> -of >> year_ref];

// the third quarter of 2024 | quarter third | Q3 2024 | first half of the year | winter 2024
const auto part_of_year = x3::rule<struct part_id, TimeSyntax>{"part"} = x3::omit[
    (   is(LabelKind::period)[numbered_period]
    |   call(parse_ordinal)[set_part_number] >> is(LabelKind::period)[unnumbered_period]
    |   first_word[first_part] >> is(LabelKind::period)[unnumbered_period]
    |   is(LabelKind::period)[unnumbered_period] >> call(parse_ordinal)[set_part_number]
    |   is(LabelKind::period)[unnumbered_period] >> first_word[first_part])
        >> -(-of >> year_ref)];
const auto season = x3::rule<struct season_id, TimeSyntax>{"season"} = x3::omit[
      is(LabelKind::season)[set_season] >> -of >> year_ref[sure]
    | is(LabelKind::season)[set_season] >> -(is(LabelKind::last)[last_one] | is(LabelKind::next)[next_one] | is(LabelKind::current)[this_one])];

// 21st century | century twenty-first | the decade 1990 | 1990s
const auto century = x3::rule<struct century_id, TimeSyntax>{"century"} = x3::omit[
      call(parse_ordinal)[set_century] >> -dash >> is(LabelKind::time_unit)[unit_is<TimeUnit::century>]
    | is(LabelKind::time_unit)[unit_is<TimeUnit::century>] >> call(parse_ordinal)[set_century]
    | is(LabelKind::time_unit)[unit_is<TimeUnit::century>] >> figure[century_figure]];
const auto decade = x3::rule<struct decade_id, TimeSyntax>{"decade"} = x3::omit[
      is(LabelKind::time_unit)[unit_is<TimeUnit::decade>] >> figure[decade_figure] >> -is(LabelKind::era)[set_era]
    | figure[decade_figure] >> -dash >> glued >> is(LabelKind::decade_suffix)
          >> *(is(LabelKind::year_marker) | is(LabelKind::time_unit)[unit_is<TimeUnit::year>])];

// three days ago | ago three days | in three days
const auto shifted = x3::rule<struct shifted_id, TimeSyntax>{"shifted"} = x3::omit[
      call(parse_numeral)[set_count] >> is(LabelKind::time_unit)[set_unit] >> -is(LabelKind::half)[plus_half]
          >> (is(LabelKind::ago)[set_ago_behind] | is(LabelKind::ahead)[set_ahead_behind])
    | (is(LabelKind::ago)[set_ago] | is(LabelKind::ahead)[set_ahead])
          >> (call(parse_numeral)[set_count] >> is(LabelKind::time_unit)[set_unit] | is(LabelKind::duration)[set_counted_duration])
    | is(LabelKind::duration)[set_counted_duration] >> (is(LabelKind::ago)[set_ago_behind] | is(LabelKind::ahead)[set_ahead_behind])];

// 24 hours | from two to three days | two years and a half | [within] a week | a word that holds it
const auto duration = x3::rule<struct duration_id, TimeSyntax>{"duration"} = x3::omit[
      call(parse_numeral)[set_count] >> (until | is(LabelKind::conn_or)) >> call(parse_numeral)[set_last_count] >> -dash >> is(LabelKind::time_unit)[set_unit]
    | call(parse_numeral)[set_count] >> -dash >> is(LabelKind::time_unit)[set_unit] >> -is(LabelKind::half)[plus_half]
    | is(LabelKind::duration)[set_duration]];
// 5 years, 1 month and 12 days
const auto long_duration = x3::rule<struct long_duration_id, TimeSyntax>{"long_duration"} = x3::omit[
    call(parse_numeral)[set_count] >> is(LabelKind::time_unit)[set_unit]
        >> +(-comma >> -(is(LabelKind::conn_and) | is(LabelKind::joiner)) >> call(parse_numeral)[set_more_count] >> is(LabelKind::time_unit)[set_more_unit])];
const auto one_unit = x3::rule<struct one_unit_id, TimeSyntax>{"one_unit"} = x3::omit[
    is(LabelKind::time_unit)[set_single_unit][count_one]];

// 2023-11-09 | 9/11/2023 | 11.09.2025
const auto in_digits = x3::rule<struct in_digits_id, TimeSyntax>{"in_digits"} = x3::omit[
    day_front >>
    (   figure[set_digits<0>] >> slash >> glued >> figure[set_digits<1>] >> slash >> glued >> figure[set_digits<2>]
    |   figure[set_digits<0>] >> glued >> dash >> glued >> figure[set_digits<1>] >> dash >> glued >> figure[set_digits<2>]
    |   figure[dotted])];

const auto vague = x3::rule<struct vague_id, TimeSyntax>{"vague"} = x3::omit[is(LabelKind::vague_time)[set_vague]];
// clang-format on

}  // namespace mizan::time_grammar
