// What words for lengths without a plain count and pairs of long periods do: "a year or two", "for hours". Private to
// time_grammar.hpp.
#pragma once

#include "extract/time_actions.hpp"

namespace mizan::time_grammar {

const auto set_bound = [](auto& ctx) { _val(ctx).bound = static_cast<Modifier>(_attr(ctx).extra); };
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
const auto set_last_duration = [](auto& ctx) {  // "a year and a half to two years", whose two are one word
  auto count = _val(ctx).count;
  auto unit = _val(ctx).unit;
  set_counted_duration(ctx);
  // "18 months to two years": a year and a half
  const std::int64_t months = unit == TimeUnit::month && count ? count->to_integer().value_or(1) : 1;
  if (_val(ctx).unit == TimeUnit::year && months % 6 == 0) {
    count = Decimal(months / 6 * 5, -1);
    unit = TimeUnit::year;
  }
  const bool grows = _pass(ctx) && unit == _val(ctx).unit && count && *count < *_val(ctx).count;
  if (grows) _val(ctx).last_count = _val(ctx).count;
  _val(ctx).count = count;
  _val(ctx).unit = unit;
  _pass(ctx) = grows;
};
/// "6 mah-e ebtedaye sal 668 parvande", 668 files: no year has three digits here.
const auto of_known_year = [](auto& ctx) {
  _pass(ctx) = !_val(ctx).year || *_val(ctx).year < 100 || *_val(ctx).year >= 1000;
};
/// "12 disambir AL-MADI", last December: where adjectives stand behind their noun.
const auto adjectives_behind = [](auto& ctx) { _pass(ctx) = tokens(ctx).about->right_to_left; };
const auto start_only = [](auto& ctx) { _pass(ctx) = static_cast<TimeMod>(_attr(ctx).extra) == TimeMod::start; };
/// "March and April" are one period; "March and June" are two.
/// "emruz SOBH", this morning; but "emruz ruz-e ...", today is the day of something.
const auto part_of_day = [](auto& ctx) {
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  _pass(ctx) = _val(ctx).offset_unit == Grain::day && _attr(ctx).peeled == 0 && next > 0 &&
               !t.has_any(next - 1, kinds(LabelKind::time_unit, LabelKind::relative));
};
const auto set_next_month = [](auto& ctx) {  // "July wa-August wa-September"
  const int before = _val(ctx).last_month != 0 ? _val(ctx).last_month : _val(ctx).month;
  _pass(ctx) = _attr(ctx).value == before % 12 + 1;
  if (_pass(ctx)) set_joined_month(ctx);
};
const auto are_next_months = [](auto& ctx) { _pass(ctx) = _val(ctx).last_month == _val(ctx).month % 12 + 1; };
const auto set_upper_count = [](auto& ctx) { _val(ctx).last_count = _attr(ctx).value(); };
/// "between six months and four YEARS": the upper end in the unit of the lower one.
const auto set_upper_unit = [](auto& ctx) {
  const auto upper = static_cast<TimeUnit>(_attr(ctx).extra);
  const auto lower = _val(ctx).unit;
  const int factor = lower == TimeUnit::month && upper == TimeUnit::year ? 12
                     : lower == TimeUnit::day && upper == TimeUnit::week ? 7
                     : lower == TimeUnit::hour && upper == TimeUnit::day ? 24
                     : (lower == TimeUnit::minute && upper == TimeUnit::hour) ||
                             (lower == TimeUnit::second && upper == TimeUnit::minute)
                         ? 60
                         : 0;
  const auto last = factor > 0 ? multiply(*_val(ctx).last_count, Decimal(factor, 0)) : std::nullopt;
  _pass(ctx) = last && _val(ctx).count && *_val(ctx).count < *last;
  if (_pass(ctx)) _val(ctx).last_count = last;
};
/// "a year or TWO"; but "once a day or two times a week" has another unit or noun behind it.
const auto set_two = [](auto& ctx) {
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const bool counts = makes_count(t, next) || (t.is_sign(next, '-') && makes_count(t, next + 1));
  _pass(ctx) = !counts && !_attr(ctx).in_digits && _attr(ctx).value() == Decimal(2, 0);
  _val(ctx).last_count = _attr(ctx).value();
};
/// "al-SHAHRAYN al-awwalayn", the first two months, two of them in one word.
const auto set_first_two_months = [](auto& ctx) {
  set_counted_duration(ctx);
  const auto count = _val(ctx).count ? _val(ctx).count->to_integer() : std::nullopt;
  _pass(ctx) = _pass(ctx) && count && *count <= 12 && _val(ctx).unit == TimeUnit::month;
  if (!_pass(ctx)) return;
  _val(ctx).count.reset();
  _val(ctx).part = Grain::month;
  _val(ctx).part_number = static_cast<int>(*count);
};
/// "HOURS", as TIMEX3 writes a length of no number.
const auto set_bare_units = [](auto& ctx) {
  static constexpr const char* lengths[] = {"PTXS", "PTXM",  "PTXH",  "PXD",   "PXW",
                                            "PXM",  nullptr, nullptr, nullptr, "PXY"};
  const auto unit = static_cast<std::size_t>(_attr(ctx).extra);
  _pass(ctx) = unit < std::size(lengths) && lengths[unit] != nullptr;
  if (_pass(ctx)) _val(ctx).duration = lengths[unit];
};
/// "the 15th of THE SAME MONTH"; where adjectives stand first, "15 a month earlier" has no day in it.
const auto set_same_month = [](auto& ctx) {
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  std::uint32_t at = next > 0 ? next - 1 : 0;
  while (at > 0 && t.tokens[at].span.begin > _attr(ctx).begin) --at;
  const bool bare = at > 0 && t.figure(at - 1) != nullptr && t.about->adjective_first;
  set_relative(ctx);
  _pass(ctx) = !bare && _val(ctx).offset_unit == Grain::month && _attr(ctx).value == kSame;
};
/// "THE SAME MONTH of 2014": the last one named, in another year.
const auto set_told_month = [](auto& ctx) {
  set_relative(ctx);
  _pass(ctx) = _val(ctx).offset_unit == Grain::month && _attr(ctx).value == kSame;
};
/// "the same month OF LAST YEAR": how many years from the document's.
const auto set_year_of_told = [](auto& ctx) {
  const std::int64_t years = _attr(ctx).value;
  _pass(ctx) = static_cast<Grain>(_attr(ctx).extra % kCalendarFactor) == Grain::year && years > -10 && years < 10;
  if (_pass(ctx)) _val(ctx).last_year = static_cast<int>(years);
};
/// "the school year 94- 93", or 93 - 94, in either order.
const auto set_neighbour_year = [](auto& ctx) {
  const int first = *_val(ctx).year, second = _attr(ctx);
  _pass(ctx) = second >= 40 && second < 100 && (second == first + 1 || second == first - 1);
  if (!_pass(ctx)) return;
  _val(ctx).year = std::min(first, second);
  _val(ctx).last_year = std::max(first, second);
};
/// "6 months second": a half of a year, or a quarter by its three; the first of them are first_months.
const auto set_part_in_months = [](auto& ctx) {
  const auto months = _attr(ctx).is_vague() ? std::nullopt : _attr(ctx).value().to_integer();
  _pass(ctx) = months && (*months == 3 || *months == 6) && !tokens(ctx).about->adjective_first;
  if (_pass(ctx)) _val(ctx).part = *months == 3 ? Grain::quarter : Grain::half;
};
const auto set_later_part = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) >= 2 && _attr(ctx) <= (_val(ctx).part == Grain::half ? 2 : 4);
  _val(ctx).part_number = static_cast<int>(_attr(ctx));
};
/// "the sixth and SEVENTH centuries", "the decades 50 to 70": one period where the second follows or a "to" joins them.
const auto set_last_century = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) == _val(ctx).part_number + 1;
  if (_pass(ctx)) _val(ctx).last_year = static_cast<int>(_attr(ctx));
};
const auto set_last_decade = [](auto& ctx) {
  const Figure& f = *tokens(ctx).figure(_attr(ctx));
  const int first = _val(ctx).part_number, last = static_cast<int>(f.pieces[0]);
  _pass(ctx) = f.plain && last % 10 == 0 && f.widths[0] == (first < 100 ? 2 : 4) && last > first && last - first < 100;
  if (_pass(ctx)) _val(ctx).last_year = last;
};
const auto set_next_decade = [](auto& ctx) {
  const Figure& f = *tokens(ctx).figure(_attr(ctx));
  _pass(ctx) = f.plain && static_cast<int>(f.pieces[0]) == _val(ctx).part_number + 10;
  if (_pass(ctx)) _val(ctx).last_year = static_cast<int>(f.pieces[0]);
};

}  // namespace mizan::time_grammar
