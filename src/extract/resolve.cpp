#include <fmt/format.h>

#include <algorithm>

#include "extract/resolver.hpp"

namespace mizan {

using std::chrono::days;

namespace {

/// A year written without its century. Persian: the running one; Gregorian: within fifty years of the document, else of
/// 2000.
int full_year(int year, std::size_t width, Calendar calendar, const Anchor& anchor) {
  if (width != 2 || year >= 100) return year;
  const int now = anchor.date && anchor.date->last ? from_day(calendar, *anchor.date->last).year
                  : calendar == Calendar::persian  ? 1400
                                                   : 2000;
  int full = now - now % 100 + year;
  if (full > now + 20) full -= 100;
  if (full < now - 80) full += 100;
  return full;
}

}  // namespace

std::vector<Time> Resolver::run() {
  time_.mod = s_.mod;
  time_.bound = s_.bound;
  // "two decades" is no word for exactly twenty years
  if (s_.bound == Modifier::exact && s_.count && (s_.unit == TimeUnit::decade || s_.unit == TimeUnit::century))
    time_.bound = Modifier::approx;
  time_.calendar = s_.calendar.value_or(Calendar::gregorian);
  if (s_.weekday != 0) time_.weekday = s_.weekday;
  if (s_.vague) {
    time_.value.clear();
  } else if (!s_.duration.empty()) {
    time_.type = TimeType::duration;
    time_.value = s_.duration;
  } else if (s_.holiday && s_.month == 0) {
    easter();
  } else if (s_.holiday && s_.year && *s_.year >= 1600 && time_.calendar != Calendar::gregorian) {
    feast();
  } else if (s_.week != 0) {
    week();
  } else if (s_.weekday != 0 && s_.part_number != 0) {
    nth_weekday();
  } else if (s_.count && s_.offset) {
    counted_from();
  } else if (s_.count) {
    counted();
  } else if (s_.digits) {
    return in_digits();
  } else if (s_.day != 0 && s_.month == 0) {
    s_.offset ? day_of_month() : s_.weekday != 0 ? day_of_weekday() : bare_day();
  } else if (s_.day != 0) {
    day();
  } else if (s_.part == Grain::week || (s_.month != 0 && s_.part != Grain::other)) {
    part_of_month();
  } else if (s_.month != 0) {
    month();
  } else if (s_.part != Grain::other) {
    part();
  } else if (s_.long_period != Grain::other) {
    long_period();
  } else if (s_.offset) {
    relative();
  } else if (s_.year) {
    year();
  } else if (s_.weekday != 0) {
    weekday();
  }
  return {time_};
}

std::optional<Day> Resolver::today() const {
  if (!anchor_.date || !anchor_.date->is_point()) return std::nullopt;
  return anchor_.date->first;
}

void Resolver::hangs() {
  time_.relative = true;
  time_.inferred = anchor_.inferred;
}

namespace {

/// "Ramadan 2017": the year of the Islamic month that begins in a year of the sun.
std::optional<int> islamic_year(Calendar sun, int of, int month) {
  const int since_hijra = sun == Calendar::persian ? of : of - 622;
  const int near = since_hijra * 33 / 32 + 1;
  for (int year = near; year > near - 3; --year)
    if (const auto day = to_day(Calendar::islamic, year, static_cast<unsigned>(month), 1);
        day && from_day(sun, *day).year == of)
      return year;
  return std::nullopt;
}

}  // namespace

std::optional<int> Resolver::stated_year(Calendar calendar) {
  constexpr int kNoIslamicYear = 1600;
  if (s_.year && *s_.year > kNoIslamicYear && calendar == Calendar::islamic && s_.month != 0)
    return islamic_year(Calendar::gregorian, *s_.year, s_.month);
  const bool persian = !language_.calendars.empty() && language_.calendars.front() == Calendar::persian;
  if (s_.year && *s_.year < 100 && persian && calendar == Calendar::islamic && s_.month != 0)  // "Arba'in of 93"
    return islamic_year(Calendar::persian, full_year(*s_.year, 2, Calendar::persian, anchor_), s_.month);
  if (s_.offset && *s_.offset == kSame && s_.offset_unit == Grain::year && anchor_.last_year)
    return from_day(calendar, *anchor_.last_year).year;
  if (s_.year && s_.before_era) return 1 - *s_.year;
  if (s_.year) return full_year(*s_.year, *s_.year < 100 ? 2 : 4, calendar, anchor_);
  if (s_.offset && !hangs_on_last(*s_.offset) && s_.offset_unit == Grain::year) {
    hangs();
    if (!anchor_.date || !anchor_.date->first) return std::nullopt;
    const int first = from_day(calendar, *anchor_.date->first).year;
    if (anchor_.date->last && from_day(calendar, *anchor_.date->last).year != first) return std::nullopt;
    return first + static_cast<int>(*s_.offset);
  }
  return std::nullopt;
}

Calendar Resolver::year_calendar() const {
  if (s_.calendar) return *s_.calendar;
  if (s_.year) {  // a bare 1402 is Persian where Persian dates are at home
    const bool persian = std::find(language_.calendars.begin(), language_.calendars.end(), Calendar::persian) !=
                         language_.calendars.end();
    const bool islamic = std::find(language_.calendars.begin(), language_.calendars.end(), Calendar::islamic) !=
                         language_.calendars.end();
    // a book cannot be of a year to come: one of an Arabic author has its year of the moon
    const bool either = s_.cited && persian && *s_.year >= 1300 && *s_.year < 1450;
    const auto begins = either ? to_day(Calendar::persian, *s_.year, 1, 1) : std::nullopt;
    if (begins && today() && *begins > *today() + days(365)) return Calendar::islamic;
    // from the constitution on (1285): nobody writes of the thirteenth century so
    if (*s_.year >= 1280 && *s_.year < 1460 && persian && language_.calendars.front() == Calendar::persian)
      return Calendar::persian;
    if (*s_.year >= 1430 && *s_.year < 1460 && islamic) return Calendar::islamic;
    if (*s_.year < 100 && language_.calendars.front() == Calendar::persian) return Calendar::persian;
    return Calendar::gregorian;
  }
  return anchor_.year_calendar;
}

void Resolver::set(Days range, std::string value, Grain grain) {
  time_.days = range;
  time_.value = std::move(value);
  time_.grain = grain;
}

void Resolver::day() {
  const Calendar calendar = time_.calendar;
  time_.grain = Grain::day;
  auto year = stated_year(calendar);
  const int last_month = s_.last_month != 0 ? s_.last_month : s_.month;
  const bool range = s_.last_day != 0;
  if (!year) {
    if (s_.offset && s_.offset_unit == Grain::day && !hangs_on_last(*s_.offset) && today()) {
      const Day base = *today() + days(*s_.offset);  // "today, Wednesday 8 November"
      if (const auto d = nearest(calendar, s_.month, s_.day, base)) year = from_day(calendar, *d).year;
      hangs();
    } else if (s_.offset && hangs_on_last(*s_.offset)) {
      hangs();  // "of that year", and none was stated
    } else {
      hangs();
      if (today()) {
        if (const auto d = nearest(calendar, s_.month, s_.day, *today())) {
          year = from_day(calendar, *d).year;
          const auto off = s_.direction ? (*d - *today()).count() * *s_.direction : 0;
          if (off < 0) *year += *s_.direction;  // "last 12 December", told in November
          if (will_be(*d, to_day(calendar, *year + 1, static_cast<unsigned>(s_.month), static_cast<unsigned>(s_.day))))
            ++*year;  // "the trial will open on 2 February"
        }
      } else if (anchor_.date && anchor_.date->first && anchor_.date->last) {
        // only a period is known: the date must have one place near it
        const auto a = nearest(calendar, s_.month, s_.day, *anchor_.date->first);
        const auto b = nearest(calendar, s_.month, s_.day, *anchor_.date->last);
        if (a && b && *a == *b) year = from_day(calendar, *a).year;
      }
    }
  }
  if (!year) {
    const std::string first = fmt::format("XXXX-{:02}-{:02}", s_.month, s_.day);
    time_.value = range ? first + fmt::format("/XXXX-{:02}-{:02}", last_month, s_.last_day) : first;
    if (calendar != Calendar::gregorian)
      time_.value += calendar == Calendar::persian ? "[u-ca=persian]" : "[u-ca=islamic]";
    return;
  }
  if (range && last_month < s_.month && s_.year && !s_.last_year)
    --*year;  // "24 Esfand to 15 Farvardin 97": of the 15th
  const int last_year = s_.last_year ? *s_.last_year : last_month < s_.month ? *year + 1 : *year;
  const auto first = to_day(calendar, *year, static_cast<unsigned>(s_.month), static_cast<unsigned>(s_.day));
  const auto last =
      range ? to_day(calendar, last_year, static_cast<unsigned>(last_month), static_cast<unsigned>(s_.last_day))
            : first;
  if (!first || !last || *last < *first) {
    time_.value = "?";
    return;
  }
  time_.days = sighted(calendar, Days{*first, *last});
  time_.value = range ? iso(*time_.days->first) + "/" + iso(*time_.days->last) : iso(*time_.days->first);
}

void Resolver::month() {
  if (s_.year && !s_.calendar) time_.calendar = year_calendar();  // 1402/05
  const Calendar calendar = time_.calendar;
  time_.grain = Grain::month;
  const int last = s_.last_month != 0 ? s_.last_month : s_.month;
  auto year = stated_year(calendar);
  if (!year && s_.offset && hangs_on_last(*s_.offset)) {
    hangs();
  } else if (!year && !s_.year) {
    hangs();
    if (const auto now = today()) {
      const CalendarDate date = from_day(calendar, *now);
      if (s_.direction) {
        year = date.year;
        if (*s_.direction < 0 && s_.month >= static_cast<int>(date.month)) --*year;
        if (*s_.direction > 0 && s_.month <= static_cast<int>(date.month)) ++*year;
      } else if (const auto d = nearest(calendar, s_.month, 15, *now)) {
        year = from_day(calendar, *d).year - (has_been(*d) ? 1 : 0);
        if (will_be(*d, to_day(calendar, *year + 1, static_cast<unsigned>(s_.month), 15)))
          ++*year;  // "it will close in January", told in November
        // a range of months named without its year is the one that has ended, or is running
        if (s_.last_month != 0 && *year > date.year) --*year;
      }
    } else if (anchor_.date && anchor_.date->first && anchor_.date->last) {
      const auto a = nearest(calendar, s_.month, 15, *anchor_.date->first);
      const auto b = nearest(calendar, s_.month, 15, *anchor_.date->last);
      if (a && b && *a == *b) year = from_day(calendar, *a).year;
    }
  }
  if (!year) {
    time_.value =
        s_.last_month != 0 ? fmt::format("XXXX-{:02}/XXXX-{:02}", s_.month, last) : fmt::format("XXXX-{:02}", s_.month);
    if (calendar != Calendar::gregorian)
      time_.value += calendar == Calendar::persian ? "[u-ca=persian]" : "[u-ca=islamic]";
    return;
  }
  const int last_year = last < s_.month ? *year + 1 : *year;
  const Days range = sighted(calendar, period_of(calendar, *year, s_.month, last_year, last));
  if (calendar == Calendar::gregorian)
    set(range,
        s_.last_month != 0 ? month_text(*year, s_.month) + "/" + month_text(last_year, last)
                           : month_text(*year, s_.month),
        Grain::month);
  else
    set(range, dump(range), Grain::month);
}

void Resolver::part() {
  const Calendar calendar = s_.year ? year_calendar() : s_.calendar.value_or(anchor_.year_calendar);
  time_.calendar = calendar;
  time_.grain = s_.part;
  auto year = stated_year(calendar);
  if (!year && !s_.year && !s_.offset && today()) {
    hangs();
    year = from_day(calendar, *today()).year;
    if (s_.direction && (*s_.direction <= 0 || s_.part != Grain::season)) *year += *s_.direction;
  }
  int from = 1, to = 12, last_year = 0;
  switch (s_.part) {
    case Grain::quarter:
      from = 3 * (s_.part_number - 1) + 1, to = from + 2;
      break;
    case Grain::half:
      from = 6 * (s_.part_number - 1) + 1, to = from + 5;
      break;
    case Grain::month:
      from = 1, to = s_.part_number;
      break;
    default:  // seasons: the Persian year begins with spring; the Gregorian spring with March (meteorological)
      if (calendar == Calendar::persian) {
        from = 3 * (s_.part_number - 1) + 1, to = from + 2;
      } else {
        from = 3 * s_.part_number, to = from + 2;
        if (s_.part_number == 4) to = 2, last_year = 1;
      }
  }
  if (to > 12 || from < 1) {
    time_.value = "?";
    return;
  }
  if (year && s_.part == Grain::season && !s_.year && !s_.offset && today()) {
    const auto begins = period_of(calendar, *year, from, *year + last_year, to).first;
    // "next summer" is the first one to begin; a bare one the nearest, as a bare month is
    if (s_.direction && *s_.direction > 0 && begins && *begins <= *today()) ++*year;
    // "last summer", told in November, is the one that is over
    if (s_.direction && *s_.direction < 0)
      if (const auto ends = period_of(calendar, *year + 1, from, *year + 1 + last_year, to).last;
          ends && *ends < *today())
        ++*year;
    if (!s_.direction && calendar == Calendar::persian)
      if (const auto d = nearest(calendar, from + 1, 15, *today())) year = from_day(calendar, *d).year;
  }
  const char* kind = s_.part == Grain::quarter ? "Q" : s_.part == Grain::half ? "H" : "";
  if (!year) {
    time_.value = s_.part == Grain::month    ? fmt::format("XXXX-01/XXXX-{:02}", to)
                  : s_.part == Grain::season ? fmt::format("XXXX-2{}", s_.part_number)
                                             : fmt::format("XXXX-{}{}", kind, s_.part_number);
    hangs();
    return;
  }
  if (s_.lean < 0 && !s_.year && !s_.offset && !s_.direction && today())  // "rose in the fourth quarter", told in May
    if (const Days range = period_of(calendar, *year, from, *year + last_year, to);
        range.first && *range.first > *today())
      --*year;
  const Days range = period_of(calendar, *year, from, *year + last_year, to);
  if (calendar != Calendar::gregorian)
    set(range, dump(range), s_.part);
  else if (s_.part == Grain::season)
    set(range, fmt::format("{:04}-2{}", *year, s_.part_number), s_.part);  // EDTF season
  else if (s_.part == Grain::month)
    set(range, month_text(*year, 1) + "/" + month_text(*year, to), Grain::month);
  else
    set(range, fmt::format("{:04}-{}{}", *year, kind, s_.part_number), s_.part);
}

void Resolver::long_period() {
  int first = 0, last = 0;
  const bool persian = !language_.calendars.empty() && language_.calendars.front() == Calendar::persian;
  if (s_.long_period == Grain::century) {
    first = (s_.part_number - 1) * 100, last = s_.last_year.value_or(s_.part_number) * 100 - 1;
    // the centuries of Islam are told by its calendar
    const Calendar calendar =
        s_.calendar.value_or(persian && s_.part_number <= 14 ? Calendar::islamic : Calendar::gregorian);
    if (calendar != Calendar::gregorian) {
      time_.calendar = calendar;
      const Days range = period_of(calendar, first + 1, 0, last + 1, 0);
      set(range, dump(range), Grain::century);
      return;
    }
    if (s_.before_era) {
      first = 1 - s_.last_year.value_or(s_.part_number) * 100, last = 100 - s_.part_number * 100;
      const Days range = period_of(Calendar::gregorian, first, 0, last, 0);
      set(range, dump(range), Grain::century);
      return;
    }
    time_.value = fmt::format("{:02}XX", s_.part_number - 1);
    if (s_.last_year) time_.value += fmt::format("/{:02}XX", *s_.last_year - 1);
  } else {
    Calendar calendar = Calendar::gregorian;
    first = s_.part_number;
    if (first >= 1300 && first < 1430 && (s_.calendar || persian)) {
      calendar = s_.calendar.value_or(Calendar::persian);
    } else if (first < 100) {
      calendar = s_.calendar.value_or(persian ? anchor_.year_calendar : Calendar::gregorian);
      // "the 90s" before they have begun in Iran are those of the others
      if (!s_.calendar && calendar == Calendar::persian && anchor_.date && anchor_.date->last &&
          from_day(Calendar::persian, *anchor_.date->last).year < 1300 + first)
        calendar = Calendar::gregorian;
      first = calendar == Calendar::persian ? 1300 + first : 1900 + first;
    }
    last = first + 9 + s_.last_year.value_or(s_.part_number) - s_.part_number;
    time_.calendar = calendar;
    time_.value = fmt::format("{:03}X", first / 10);
    if (s_.last_year) time_.value += fmt::format("/{:03}X", last / 10);
    if (calendar != Calendar::gregorian) {
      const Days range = period_of(calendar, first, 0, last, 0);
      set(range, dump(range), Grain::decade);
      return;
    }
  }
  time_.grain = s_.long_period;
  time_.days = period_of(Calendar::gregorian, first == 0 ? 1 : first, 0, last, 0);
}

void Resolver::year() {
  const Calendar calendar = year_calendar();
  time_.calendar = calendar;
  time_.grain = Grain::year;
  const auto whole = [&](int year) {
    return s_.before_era ? 1 - year : full_year(year, year < 100 ? 2 : 4, calendar, anchor_);
  };
  const int first = whole(*s_.year);
  const int last = s_.last_year ? whole(*s_.last_year) : first;
  const Days range = period_of(calendar, first, 0, last, 0);
  if (!range.first || last < first) {  // nor does "18-64 BC" go back
    time_.value = "?";
    return;
  }
  if (calendar == Calendar::gregorian)
    set(range, s_.last_year ? year_text(first) + "/" + year_text(last) : year_text(first), Grain::year);
  else
    set(range, dump(range), Grain::year);
}

std::vector<Time> Resolver::in_digits() {
  std::vector<Time> readings;
  time_.grain = Grain::day;
  const auto attempt = [&](int y, int m, int d) {
    if (s_.digit_width[m] > 2 || s_.digit_width[d] > 2 || s_.digit_width[y] < 2) return;
    int year = static_cast<int>(s_.digit[y]);
    Calendar calendar = s_.calendar.value_or(Calendar::gregorian);
    const bool persian = !language_.calendars.empty() && language_.calendars.front() == Calendar::persian;
    if (s_.digit_width[y] == 4) {
      if (year >= 1300 && year < 1430 && persian) calendar = Calendar::persian;
      if (year >= 1430 && year < 1460) calendar = Calendar::islamic;
    } else {
      const auto behind = [&] {  // 2/4/86 of a text of 1386
        const auto day =
            to_day(Calendar::persian, full_year(year, 2, Calendar::persian, anchor_), s_.digit[m], s_.digit[d]);
        return day && anchor_.date && anchor_.date->last && (*day - *anchor_.date->last).count() <= 366;
      };
      if (persian && (s_.digit_width[0] == 2 || behind())) calendar = Calendar::persian;
      year = full_year(year, 2, calendar, anchor_);
    }
    const auto day = to_day(calendar, year, s_.digit[m], s_.digit[d]);
    if (!day) return;
    Time time = time_;
    time.calendar = calendar;
    time.days = sighted(calendar, Days{*day, *day});
    time.value = iso(*time.days->first);
    for (const Time& t : readings)
      if (t.days == time.days) return;
    readings.push_back(std::move(time));
  };
  if (s_.digit_width[0] == 4) {
    attempt(0, 1, 2);
  } else {
    for (const DateOrder order : language_.date_order) {
      if (order == DateOrder::dmy) attempt(2, 1, 0);
      if (order == DateOrder::mdy) attempt(2, 0, 1);
      if (order == DateOrder::ymd && s_.digit_width[2] != 4) attempt(0, 1, 2);
    }
    if (readings.empty()) {
      attempt(2, 1, 0);
      attempt(2, 0, 1);
    }
  }
  if (readings.empty()) {
    time_.value = "?";
    readings.push_back(time_);
  }
  return readings;
}

/// How many days ahead a date without its year may lie: news in December names a day of January so, and news in July
/// one of November; what is farther off was last year's.
constexpr int kAheadInYear = 183;
constexpr int kAheadInNextYear = 61;

std::optional<Day> nearest(Calendar calendar, int month, int day, Day reference) {
  const int year = from_day(calendar, reference).year;
  for (const int y : {year + 1, year, year - 1}) {
    const auto candidate = to_day(calendar, y, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (!candidate) continue;
    const auto ahead = (*candidate - reference).count();
    if (ahead <= (y > year ? kAheadInNextYear : kAheadInYear)) return candidate;
  }
  return std::nullopt;
}

Time resolve_range(const TimeSyntax& from, const TimeSyntax& until, Anchor anchor, const Language& language) {
  TimeSyntax first = from;
  const auto calendar = [](const TimeSyntax& s) { return s.calendar.value_or(Calendar::gregorian); };
  if (!first.year && !first.offset && first.month != 0 && until.year && until.month != 0 &&
      calendar(first) == calendar(until))  // "31 January and 15 March 2020"
    first.year = *until.year - (first.month > until.month ? 1 : 0);
  // "from the start of Ramadan to 4 July 2016": the Ramadan of that time
  Anchor near = anchor;
  if (!first.year && !first.offset && first.month != 0 && until.year && calendar(first) != calendar(until))
    if (const Time end = resolve(until, anchor, language).front(); end.days && end.days->is_point())
      near.date = end.days;
  Time time = resolve(first, near, language).front();
  const Anchor own = anchor;  // "to 30 March of this year": of the document's
  if (time.days && time.days->first && !time.relative) anchor.date = Days{*time.days->first, *time.days->first};
  TimeSyntax end = until;
  if (from.year && !end.year && !end.offset && !end.direction && end.month != 0 && !end.calendar == !from.calendar &&
      calendar(end) == calendar(from))  // "from 1 January 2016 to 30 October"
    end.year = *from.year + (end.month < std::max(from.month, from.last_month) ? 1 : 0);
  const bool of_document = end.offset && !hangs_on_last(*end.offset);
  const Time last = resolve(end, of_document ? own : anchor, language).front();
  time.value += "/" + last.value;
  time.grain = std::min(time.grain, last.grain);
  time.relative = time.relative || last.relative;
  time.inferred = time.inferred || last.inferred;
  time.mod = TimeMod::none;
  time.weekday.reset();
  const bool both =
      time.days && last.days && time.days->first && last.days->last && *time.days->first <= *last.days->last;
  if (both) {
    time.days->last = last.days->last;
    time.value = iso(*time.days->first) + "/" + iso(*time.days->last);
  } else {
    time.days.reset();
  }
  return time;
}

std::vector<Time> resolve(const TimeSyntax& syntax, const Anchor& anchor, const Language& language) {
  if (const auto told = of_moon(syntax, anchor, language)) return resolve(*told, anchor, language);
  if (!syntax.recurs) return Resolver(syntax, anchor, language).run();
  std::vector<Time> times = Resolver(syntax, Anchor{}, language).run();  // of no document's date
  for (Time& time : times) time.type = TimeType::set;
  return times;
}

}  // namespace mizan
