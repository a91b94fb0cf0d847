// Dates, periods and durations: what the words say (TimeSyntax), and what that is on the calendar (resolve). Private to
// the room.
#pragma once

#include "extract/tokens.hpp"

namespace mizan {

/// What the words of a time expression say, before the document's date is known.
struct TimeSyntax {
  // a calendar date, or a range of them
  std::optional<int> year, last_year;
  int month = 0, last_month = 0;
  int day = 0, last_day = 0;
  int next_day = 0;                  ///< "4 AND 15 March": a date of its own, if it is not the day after
  int row_day = 0;                   ///< the last so far of days in a row, "25, 26 and 27 August"
  std::optional<Calendar> calendar;  ///< of the month's name, or of the era
  bool era = false;                  ///< the text names it
  bool before_era = false;           ///< "500 BC": the year or century counts back
  unsigned weekday = 0;
  // what hangs on the document's date: "this year" (also as the year of a month), "yesterday", "last November"
  std::optional<std::int64_t> offset;  ///< kSame: the last date named
  Grain offset_unit = Grain::other;
  bool weekend = false;          ///< of that week
  bool cited = false;            ///< of a book and its page: "(Majlesi, 1403: 112)"
  std::optional<int> direction;  ///< of a weekday or month: -1 last, 0 this, 1 next; of a weekday -2, the last but one
  // a part of a year
  Grain part = Grain::other;  ///< quarter, half, season; month for "the first nine months"
  int part_number = 0;        ///< which; how many months; which weekday of a month or Sunday of a year, -1 for the last
  // a length of time
  std::optional<Decimal> count, last_count;
  TimeUnit unit = TimeUnit::day;
  std::vector<std::pair<Decimal, TimeUnit>> more;  ///< "... 1 month and 12 days", ever smaller units
  int shift = 0;                                   ///< -1: that long ago, 1: ahead, 0: a duration; from offset if given
  std::string duration;                            ///< ISO 8601, for words that hold it
  Grain long_period = Grain::other;                ///< decade or century; part_number is which
  bool vague = false;                              ///< "recently": no value
  bool recurs = false;                             ///< "every Monday": a set of TIMEX3, of no day
  bool holiday = false;                            ///< beside month 0: part_number is how many days from Easter
  static constexpr int kLastWeek = 99;
  int week = 0;  ///< ISO 8601 number of a week
  // digits whose order is open: 3/4/2024
  bool digits = false;
  std::uint32_t digit[3] = {0, 0, 0};
  std::uint8_t digit_width[3] = {0, 0, 0};

  int lean = 0;           ///< what the verb nearest to a weekday or month tells: -1 that it has been, 1 that it will be
  bool coming = false;    ///< a weekday of what will be: never one behind
  bool reversed = false;  ///< a range whose first end is the later one, as written
  bool was_ambiguous = false;  ///< the same, before what stands beside it settled it
  bool ambiguous = false;      ///< a bare word that may mean something else
  TimeMod mod = TimeMod::none;
  Modifier bound = Modifier::exact;  ///< of a length: "more than three hours"
};

struct TimeMatch {
  TimeSyntax syntax;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t begin_cut = 0;
  std::string path;
};

/// The longest time expression that begins at a token, or at the "early", "since" or "until" there.
std::optional<Match<TimeMatch>> parse_time(const Tokens& tokens, std::uint32_t at);

/// What a document's dates hang on.
struct Anchor {
  std::optional<Days> date;  ///< of the document
  bool inferred = false;
  Calendar year_calendar = Calendar::gregorian;  ///< of "this year" in this document
  std::optional<Day> last_day;                   ///< the last day named before, else the document's
  bool last_is_named = false;
  std::optional<Day> last_year;                   ///< in the last year stated before: "that year"
  std::optional<Day> last_month;                  ///< in the last month named before: "the same month"
  std::uint32_t month_sentence = 0;               ///< where it was named
  Calendar month_calendar = Calendar::gregorian;  ///< of that month
};

/// Readings of an expression, likeliest first; never empty. Without a date of the document, relative times stay
/// unresolved.
std::vector<Time> resolve(const TimeSyntax& syntax, const Anchor& anchor, const Language& language);

/// The period from one expression to another; the year of the first serves the second.
Time resolve_range(const TimeSyntax& from, const TimeSyntax& until, Anchor anchor, const Language& language);

/// The day of a date without a year, nearest a day of reference: news looks back a year, ahead half a year
/// within the calendar year and two months beyond it.
std::optional<Day> nearest(Calendar calendar, int month, int day, Day reference);

}  // namespace mizan
