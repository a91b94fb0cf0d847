// The readings of one time expression on the calendar: resolve()'s workings, in two files. Private to the room.
#pragma once

#include <vector>

#include "extract/periods.hpp"
#include "extract/time.hpp"

namespace mizan {

class Resolver {
 public:
  Resolver(const TimeSyntax& syntax, const Anchor& anchor, const Language& language)
      : s_(syntax), anchor_(anchor), language_(language) {}

  std::vector<Time> run();

 private:
  std::optional<Day> today() const;
  /// Does the sentence speak of what has been, though the day lies months ahead?
  bool has_been(Day d) const;
  /// Does it speak of what will be, though the nearest day is gone?
  bool will_be(Day d, std::optional<Day> a_year_later) const;
  void hangs();
  /// The year a part of a year belongs to, as stated or by "last year"; nullopt if nothing says it.
  std::optional<int> stated_year(Calendar calendar);
  Calendar year_calendar() const;
  void set(Days range, std::string value, Grain grain);
  /// A day of the calendar's tables as the language's readers count it: see Language::moon.
  Day sighted(Calendar calendar, Day day) const {
    return calendar == Calendar::islamic ? day + std::chrono::days(language_.moon) : day;
  }
  Days sighted(Calendar calendar, Days days) const {
    if (days.first) days.first = sighted(calendar, *days.first);
    if (days.last) days.last = sighted(calendar, *days.last);
    return days;
  }
  void day();
  /// The period that holds a part named in it: a month with or without its year, or "next month".
  std::optional<Days> month_period();
  /// "the first Friday of May", "the last Sunday of next month".
  void nth_weekday();
  /// Easter and the days that hang on it, by the calendar of the western churches.
  void easter();
  /// "Nowruz 2023": a day of another calendar in a Gregorian year.
  void feast();
  /// "on the 27th": of the month before the document's day, or its own
  void bare_day();
  /// "the 20th of next month"
  void day_of_month();
  /// "Thursday the 21st": the nearest month in which they meet.
  void day_of_weekday();
  /// ISO 8601: the first week holds 4 January.
  void week();
  /// "two days from tomorrow": a length counted from a day named beside it.
  void counted_from();
  /// A day so many units away: months and years by the calendar, the 31st becoming the last of a shorter month.
  std::optional<Day> moved(Day base, std::int64_t count, TimeUnit unit) const;
  void month();
  /// "the first half of March": to the 15th; "the second week of May": the 8th to the 14th.
  void part_of_month();
  void part();
  void long_period();
  void year();
  std::optional<Days> shifted(Grain unit, Day base, std::int64_t offset) const;
  void relative();
  void told_month();
  void weekday();
  void counted();
  std::vector<Time> in_digits();
  const TimeSyntax& s_;
  const Anchor& anchor_;
  const Language& language_;
  Time time_;
};

/// "Muharram 1357", as Iran says it: in the Islamic year whose month or day falls in that year of the sun. None where
/// the text names an era, or the year is one of the moon.
std::optional<TimeSyntax> of_moon(const TimeSyntax& syntax, const Anchor& anchor, const Language& language);

}  // namespace mizan
