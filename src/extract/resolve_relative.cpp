#include <fmt/format.h>

#include <algorithm>

#include "extract/resolver.hpp"

// What hangs on a day: "last year", "on Thursday", "three weeks ago", "the first Friday of May".

namespace mizan {

using std::chrono::days;

void Resolver::relative() {
  hangs();
  time_.grain = s_.offset_unit;
  time_.calendar = Calendar::gregorian;
  const bool yearly = s_.offset_unit == Grain::year || s_.offset_unit == Grain::month ||
                      s_.offset_unit == Grain::quarter || s_.offset_unit == Grain::half;
  if (yearly) time_.calendar = s_.calendar.value_or(anchor_.year_calendar);
  if (hangs_on_last(*s_.offset)) {
    // "the next day" tells what followed a day named before, never the day after the article's
    if (*s_.offset != kSame && !anchor_.last_is_named) return;
    if (anchor_.last_day && s_.offset_unit == Grain::day) {
      const Day d = *anchor_.last_day + days(*s_.offset - kSame);
      set(Days{d, d}, iso(d), Grain::day);
    }
    if (*s_.offset == kSame && s_.offset_unit == Grain::month && anchor_.last_month) return told_month();
    if (*s_.offset != kSame || s_.offset_unit != Grain::year || !anchor_.last_year) return;
    const Days year =
        calendar_period(time_.calendar, from_day(time_.calendar, *anchor_.last_year).year).value_or(Days{});
    if (year.first) set(year, period_value(Grain::year, year, time_.calendar), Grain::year);
    return;
  }
  if (!anchor_.date || !anchor_.date->first || !anchor_.date->last) return;
  if (s_.offset_unit == Grain::week && s_.weekday != 0 && anchor_.date->is_point()) {  // "Friday of next week"
    // a week by itself is that of ISO 8601; "Sunday of this week" in Iran is the day after its first, Saturday
    const bool iranian = !language_.calendars.empty() && language_.calendars.front() == Calendar::persian;
    const unsigned before = iranian ? 2 : 0;  // days from the first of the week to Monday
    const Day monday = *shifted(Grain::week, *anchor_.date->first + days(before), *s_.offset)->first;
    const Day d = monday - days(before) + days((s_.weekday - 1 + before) % 7);
    set(Days{d, d}, iso(d), Grain::day);
    return;
  }
  const auto first = shifted(s_.offset_unit, *anchor_.date->first, *s_.offset);
  const auto last = shifted(s_.offset_unit, *anchor_.date->last, *s_.offset);
  if (!first || !last || *first != *last) return;  // the document's date is known too coarsely
  if (s_.weekend) {
    // "was shot over the weekend", written before the next one
    const bool gone = s_.lean < 0 && *s_.offset == 0 && *anchor_.date->first < *first->last - days(1);
    const Day sunday = *first->last - days(gone ? 7 : 0);
    const Days ends{sunday - days(1), sunday};
    set(ends, dump(ends), Grain::week);
    return;
  }
  // "today, Sunday" in an article of Monday: it was written the day before
  if (s_.offset_unit == Grain::day && s_.weekday != 0 && s_.day == 0 && first->first &&
      weekday_of(*first->first - days(1)) == s_.weekday) {
    const Day written = *first->first - days(1);
    set(Days{written, written}, iso(written), Grain::day);
    return;
  }
  set(*first, period_value(s_.offset_unit, *first, time_.calendar), s_.offset_unit);
}

/// "The same month", of its own year or of another.
void Resolver::told_month() {
  time_.calendar = anchor_.month_calendar;
  const CalendarDate told = from_day(time_.calendar, *anchor_.last_month);
  const bool of_document = s_.last_year && anchor_.date && anchor_.date->first;
  const int year =
      of_document ? from_day(time_.calendar, *anchor_.date->first).year + *s_.last_year : s_.year.value_or(told.year);
  if (s_.last_year && !of_document) return;
  const Days month = sighted(time_.calendar, calendar_period(time_.calendar, year, told.month).value_or(Days{}));
  if (month.first) set(month, period_value(Grain::month, month, time_.calendar), Grain::month);
}

void Resolver::weekday() {
  hangs();
  time_.grain = Grain::day;
  const auto now = today();
  if (!now) {
    time_.value = "XXXX-WXX-" + std::to_string(s_.weekday);
    return;
  }
  // "on Thursday" is the nearest one, up to three days to either side; "last" and "next" say which way, and a verb
  // moves it where it is not yesterday's or tomorrow's
  const int behind = static_cast<int>((weekday_of(*now) + 7 - s_.weekday) % 7);
  Day d = *now - days(behind);
  if (s_.direction && *s_.direction == 0) d = *now - days(weekday_of(*now)) + days(s_.weekday);  // of this week
  if (s_.direction && *s_.direction < 0) d -= days(7 * (-*s_.direction - (behind == 0 ? 0 : 1)));
  const bool ahead = (s_.lean == 0 ? behind > 3 : s_.lean > 0 ? behind > 1 : behind > 5) || (s_.coming && behind > 0);
  if ((s_.direction && *s_.direction > 0) || (!s_.direction && ahead)) d += days(7);
  set(Days{d, d}, iso(d), Grain::day);
}

void Resolver::counted() {
  static constexpr const char* designators[] = {"S", "M", "H", "D", "W", "M", "M", "M", "M", "Y", "Y", "Y"};
  static constexpr int factors[] = {1, 1, 1, 1, 1, 1, 3, 6, 3, 1, 10, 100};
  const auto u = static_cast<std::size_t>(s_.unit);
  const auto text = [&](const Decimal& stated, TimeUnit unit) {
    const auto i = static_cast<std::size_t>(unit);
    return multiply(stated, Decimal(factors[i], 0)).value_or(stated).plain() + designators[i];
  };
  time_.type = TimeType::duration;
  std::vector<std::pair<Decimal, TimeUnit>> parts = s_.more;
  parts.emplace(parts.begin(), *s_.count, s_.unit);
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  bool clock = parts.front().second <= TimeUnit::hour;
  time_.value = std::string(clock ? "PT" : "P") + text(parts.front().first, parts.front().second);
  parts.erase(parts.begin());
  for (const auto& [count, unit] : parts) {
    if (!clock && unit <= TimeUnit::hour) time_.value += "T";
    clock = unit <= TimeUnit::hour;
    time_.value += text(count, unit);
  }
  clock = s_.unit <= TimeUnit::hour;
  if (s_.last_count) {
    time_.value += "/" + std::string(clock ? "PT" : "P") + text(*s_.last_count, s_.unit);
  }
  if (s_.shift == 0) return;
  static constexpr Grain grains[] = {Grain::other,  Grain::other, Grain::other,   Grain::day,
                                     Grain::week,   Grain::month, Grain::quarter, Grain::half,
                                     Grain::season, Grain::year,  Grain::decade,  Grain::century};
  time_.type = TimeType::date;
  hangs();
  const auto stated = s_.count->to_integer();
  // "a year and a half ago": 18 months
  const auto months = !stated && s_.unit == TimeUnit::year ? multiply(*s_.count, Decimal(12, 0)) : std::nullopt;
  const auto whole = months ? months->to_integer() : stated;
  const Grain unit = months ? Grain::month : grains[u];
  time_.grain = unit;
  const std::string length = time_.value;
  if (!anchor_.date && s_.shift > 0) {  // "two weeks later": after what was told; only how long is said
    time_.type = TimeType::duration;
    return;
  }
  time_.value = (s_.shift < 0 ? "-" : "+") + length;
  if (!whole || *whole > 100000 || !anchor_.date || !anchor_.date->is_point()) return;
  if (!s_.more.empty()) {  // "2 years 1 month 21 days ago" is a day
    auto d = moved(*anchor_.date->first, s_.shift * *whole, s_.unit);
    for (const auto& [count, part] : s_.more) {
      const auto more = count.to_integer();
      if (d && more && *more < 100000) d = moved(*d, s_.shift * *more, part);
      if (!more) d.reset();
    }
    if (d) set(Days{*d, *d}, iso(*d), Grain::day);
    return;
  }
  if (unit == Grain::other) {
    if (s_.unit == TimeUnit::hour && *whole < 24) set(*anchor_.date, iso(*anchor_.date->first), Grain::day);
    return;
  }
  if (const auto range = shifted(unit, *anchor_.date->first, s_.shift * *whole)) {
    time_.calendar = unit == Grain::day ? Calendar::gregorian : anchor_.year_calendar;
    set(*range, period_value(unit, *range, time_.calendar), unit);
  }
}

void Resolver::counted_from() {
  hangs();
  time_.grain = Grain::day;
  const auto whole = s_.count->to_integer();
  if (!whole || hangs_on_last(*s_.offset) || !today() || *whole > 100000) return;
  const Day base = *today() + days(*s_.offset);
  if (const auto d = moved(base, s_.shift * *whole, s_.unit)) set(Days{*d, *d}, iso(*d), Grain::day);
}

std::optional<Day> Resolver::moved(Day base, std::int64_t count, TimeUnit unit) const {
  static constexpr int months[] = {0, 0, 0, 0, 0, 1, 3, 6, 3, 12, 120, 1200};
  const int size = months[static_cast<std::size_t>(unit)];
  if (unit == TimeUnit::day || unit == TimeUnit::week) return base + days(count * (unit == TimeUnit::week ? 7 : 1));
  if (size == 0) return std::nullopt;
  const CalendarDate date = from_day(Calendar::gregorian, base);
  const std::int64_t index = date.year * 12LL + date.month - 1 + count * size;
  if (index < 12) return std::nullopt;
  for (unsigned day = date.day; day > 27; --day)
    if (const auto d =
            to_day(Calendar::gregorian, static_cast<int>(index / 12), static_cast<unsigned>(index % 12) + 1, day))
      return d;
  return to_day(Calendar::gregorian, static_cast<int>(index / 12), static_cast<unsigned>(index % 12) + 1, date.day);
}

bool Resolver::has_been(Day d) const {
  constexpr int kMonths = 45;  // in days: what a sentence of the past names so far ahead was a year ago
  return s_.lean < 0 && today() && (d - *today()).count() > kMonths;
}

bool Resolver::will_be(Day d, std::optional<Day> a_year_later) const {
  constexpr int kGone = 31, kSoon = 120;  // in days
  return s_.lean > 0 && today() && a_year_later && d < *today() - days(kGone) &&
         (*a_year_later - *today()).count() < kSoon;
}

void Resolver::nth_weekday() {
  time_.grain = Grain::day;
  const auto month = month_period();
  if (!month || !month->first || !month->last) return;
  Day d = *month->first + days((s_.weekday + 7 - weekday_of(*month->first)) % 7);
  if (s_.part_number > 0)
    d += days(7 * (s_.part_number - 1));
  else
    while (d + days(7) <= *month->last) d += days(7);
  if (d > *month->last) {
    time_.value = "?";
    return;
  }
  set(Days{d, d}, iso(d), Grain::day);
}

void Resolver::easter() {
  time_.grain = Grain::day;
  const auto of_year = [&](int year) {  // by the rule of Gauss as Butcher put it
    const int a = year % 19, b = year / 100, c = year % 100;
    const int moon = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int week = (32 + 2 * (b % 4) + 2 * (c / 4) - moon - c % 4) % 7;
    const int n = moon + week - 7 * ((a + 11 * moon + 22 * week) / 451) + 114;
    const auto day =
        to_day(Calendar::gregorian, year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
    return day ? std::optional(*day + days(s_.part_number)) : std::nullopt;
  };
  auto year = stated_year(Calendar::gregorian);
  if (!year && today()) {  // the nearest
    hangs();
    const int now = from_day(Calendar::gregorian, *today()).year;
    const auto far = [&](int y) { return std::abs((of_year(y).value_or(Day::max()) - *today()).count()); };
    year = now;
    for (const int y : {now - 1, now + 1})
      if (far(y) < far(*year)) year = y;
  }
  if (!year) return;
  if (const auto d = of_year(*year)) set(Days{*d, *d}, iso(*d), Grain::day);
}

void Resolver::feast() {
  time_.grain = Grain::day;
  const auto middle = to_day(Calendar::gregorian, *s_.year, 7, 1);
  if (!middle) return;
  std::vector<Day> found;  // an Islamic feast may come twice
  const int year = from_day(time_.calendar, *middle).year;
  for (int y = year - 1; y <= year + 1; ++y) {
    const auto d = to_day(time_.calendar, y, static_cast<unsigned>(s_.month), static_cast<unsigned>(s_.day));
    if (d && from_day(Calendar::gregorian, *d).year == *s_.year) found.push_back(*d);
  }
  if (found.size() != 1) return;
  const Day day = sighted(time_.calendar, found[0]);
  set(Days{day, day}, iso(day), Grain::day);
}

std::optional<TimeSyntax> of_moon(const TimeSyntax& s, const Anchor& anchor, const Language& language) {
  constexpr int kFirst = 1300, kNow = 1410;  // the years of the sun that news speaks of
  if (s.month == 0 || !s.year || s.era || s.calendar != Calendar::islamic || s.last_month != 0 || s.last_year)
    return std::nullopt;
  if (language.calendars.empty() || language.calendars.front() != Calendar::persian) return std::nullopt;
  const bool dated = anchor.date && anchor.date->last;
  const int last = dated ? from_day(Calendar::persian, *anchor.date->last).year + 1 : kNow;
  if (*s.year < kFirst || *s.year > last) return std::nullopt;
  const auto middle = to_day(Calendar::persian, *s.year, 7, 1);
  if (!middle) return std::nullopt;
  const int year = from_day(Calendar::islamic, *middle).year;
  for (int y = year - 1; y <= year + 1; ++y) {
    const auto d =
        to_day(Calendar::islamic, y, static_cast<unsigned>(s.month), s.day != 0 ? static_cast<unsigned>(s.day) : 15);
    if (!d || from_day(Calendar::persian, *d).year != *s.year) continue;
    TimeSyntax told = s;
    told.year = y;
    told.era = true;
    return told;
  }
  return std::nullopt;
}

void Resolver::part_of_month() {
  std::optional<Days> period;
  if (s_.month != 0) {
    month();
    period = time_.days;
  } else {
    period = month_period();
  }
  time_.grain = s_.part;
  if (!period || !period->first || !period->last) {
    time_.value.clear();
    return;
  }
  const Days whole = *period;
  const int size = s_.part == Grain::half ? 15 : 7;
  const Day first = *whole.first + days(size * (s_.part_number - 1));
  const bool rest = s_.part == Grain::half && s_.part_number == 2;
  if (first > *whole.last || (s_.part == Grain::half && s_.part_number > 2)) {
    time_.value = "?";
    return;
  }
  const Days part{first, rest ? *whole.last : std::min(*whole.last, first + days(size - 1))};
  set(part, dump(part), s_.part);
}

void Resolver::bare_day() {
  hangs();
  time_.grain = Grain::day;
  time_.value = fmt::format("XXXX-XX-{:02}", s_.day);  // past or to come: the words do not say
}

void Resolver::day_of_month() {
  time_.grain = Grain::day;
  const auto month = month_period();
  if (!month || !month->first || !month->last) return;
  const Day d = *month->first + days(s_.day - 1);
  const Day last = *month->first + days(std::max(s_.day, s_.last_day) - 1);  // "on 8 and 9 of this month"
  if (last <= *month->last) set(Days{d, last}, dump(Days{d, last}), Grain::day);
}

void Resolver::day_of_weekday() {
  hangs();
  time_.grain = Grain::day;
  time_.value = fmt::format("XXXX-XX-{:02}", s_.day);
  if (!today()) return;
  const CalendarDate now = from_day(Calendar::gregorian, *today());
  std::optional<Day> best;
  for (int offset = -6; offset <= 6; ++offset) {
    const int index = now.year * 12 + static_cast<int>(now.month) - 1 + offset;
    const auto d =
        to_day(Calendar::gregorian, index / 12, static_cast<unsigned>(index % 12) + 1, static_cast<unsigned>(s_.day));
    if (!d || weekday_of(*d) != s_.weekday) continue;
    if (!best || std::abs((*d - *today()).count()) < std::abs((*best - *today()).count())) best = d;
  }
  if (best) set(Days{*best, *best}, iso(*best), Grain::day);
}

void Resolver::week() {
  time_.grain = Grain::week;
  auto year = stated_year(Calendar::gregorian);
  if (!year && !s_.year && today()) {
    hangs();
    year = from_day(Calendar::gregorian, *today()).year;
  }
  const auto first_monday = [](int of_year) -> std::optional<Day> {
    const auto fourth = to_day(Calendar::gregorian, of_year, 1, 4);
    return fourth ? std::optional(*fourth - days(weekday_of(*fourth) - 1)) : std::nullopt;
  };
  const auto first = year ? first_monday(*year) : std::nullopt;
  int number = s_.week;
  if (const auto next = first ? first_monday(*year + 1) : std::nullopt; next && number == TimeSyntax::kLastWeek)
    number = static_cast<int>((*next - *first).count() / 7);
  time_.value =
      number == TimeSyntax::kLastWeek ? "XXXX" : fmt::format("{}-W{:02}", year ? year_text(*year) : "XXXX", number);
  if (!first) return;
  const Day monday = *first + days(7 * (number - 1));
  time_.days = Days{monday, monday + days(6)};
}

std::optional<Days> Resolver::month_period() {
  if (s_.month == 0) {
    hangs();
    if (hangs_on_last(*s_.offset)) {  // "the 15th of the same month"
      const auto named = anchor_.last_is_named ? anchor_.last_day : std::nullopt;
      const auto told = anchor_.last_month ? anchor_.last_month : named;
      return told ? shifted(Grain::month, *told, 0) : std::nullopt;
    }
    if (!today()) return std::nullopt;
    return shifted(Grain::month, *today(), *s_.offset);
  }
  const Calendar calendar = s_.calendar.value_or(Calendar::gregorian);
  auto year = stated_year(calendar);
  if (!year && today()) {
    hangs();
    if (const auto d = nearest(calendar, s_.month, 15, *today())) year = from_day(calendar, *d).year;
  }
  if (!year) return std::nullopt;
  const auto period = calendar_period(calendar, *year, static_cast<unsigned>(s_.month));
  return period ? std::optional(sighted(calendar, *period)) : std::nullopt;
}

std::optional<Days> Resolver::shifted(Grain unit, Day base, std::int64_t offset) const {
  return shift_period(unit, base, offset, s_.calendar.value_or(anchor_.year_calendar),
                      s_.calendar.value_or(anchor_.year_calendar));
}

}  // namespace mizan
