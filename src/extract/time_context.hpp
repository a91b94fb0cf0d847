// What stands beside a time expression and tells whether it is one. Private to time.cpp.
#pragma once

#include <string_view>

#include "extract/time.hpp"

namespace mizan {

/// A bare year must not be the figure of something else: "2000 people", "$1999". A noun behind it is no proof: "the
/// 2014 study".
bool is_figure_of_something(const Tokens& tokens, std::uint32_t at, std::uint32_t end, int year);

/// May the bare figure at a token be a year?
bool plausible_bare_year(const Tokens& tokens, const TimeSyntax& syntax, std::uint32_t at);

/// Does a word for what is to come stand before, and no rank or record behind it? "It will be the third in four years"
/// looks back.
bool is_ahead(const Tokens& tokens, std::uint32_t at);

bool is_listed(const std::vector<std::string>& sorted, std::string_view word);

/// A word of what is to come: "will", "expected".
bool is_planned(const Tokens& tokens, std::uint32_t i);

/// Does the word nearest to a time tell what has been (-1) or what will be (1)? First those before it, then those
/// behind. Of a day that is near, a verb of no list tells it too, by its ending.
int lean_of(const Tokens& tokens, std::uint32_t first, std::uint32_t end, bool near);

/// "ba'd ghad", the day after tomorrow, is no "after".
inline bool goes_on_relative(const Tokens& t, const Tag& word, std::uint32_t at) {
  const Tag* day = word.label.kind == LabelKind::after ? t.find(at, LabelKind::relative) : nullptr;
  return day != nullptr && day->end > word.end;
}
/// Does a verb of the future follow in the clause?
bool will_be(const Tokens& tokens, std::uint32_t at);

/// "Today Iran HAS many of them", "He said: our cities today HAVE GROWN": is "today", which ends before a token, the
/// present, since the verb of its clause tells what is, and nothing that was done or will be on that day?
bool is_nowadays(const Tokens& tokens, std::uint32_t at, std::uint32_t end);

/// "EVERY Monday", "May OF EACH YEAR": a day or month that comes again and again.
bool recurs(const Tokens& tokens, std::uint32_t at, std::uint32_t end, bool weekday);

/// "the first three months AFTER THE WAR", "OF PREGNANCY": of no year.
bool hangs_on_something(const Tokens& tokens, const TimeSyntax& syntax, std::uint32_t end);
TimeSyntax length_of_months(int months);

/// "on SundayS"; but "two Sundays".
bool is_plural_weekday(const Tokens& tokens, std::uint32_t at, std::uint32_t end);

/// 2016-11: the dash may stand apart only where nothing else could want the figure ("2016 - 11 people").
bool is_month_in_digits(const Tokens& tokens, const TimeSyntax& syntax, std::uint32_t at, std::uint32_t end);

/// "qabla usbu'ayni min": two weeks before something, a length and no day.
bool is_before_something(const Tokens& tokens, std::uint32_t at, std::uint32_t end);

bool is_bare_day(const Tokens& tokens, std::uint32_t at, std::uint32_t end);

/// "on 4/22", "since 7/2"; "in 3/4" may be a share.
bool is_slash_day(const Tokens& tokens, std::uint32_t at, std::uint32_t end);

/// "for HOURS", "HOURS to DAYS": are these units a length of no number? held: behind a word for how long it took.
bool is_bare_length(const Tokens& tokens, std::uint32_t at, std::uint32_t end, bool held);

/// "march" alone is a month only behind a little word that dates take, or before its sister: "May/June".
/// held: the word for how long it took before it, if any; coloured: "early", "since" and their kin.
bool is_led(const Tokens& tokens, const TimeSyntax& syntax, std::uint32_t at, std::uint32_t end, const Tag* held,
            bool coloured);

/// "in winter", "by spring": a season without its year wants such a word too, unless its own form says it.
bool is_season_led(const Tokens& tokens, const TimeSyntax& syntax, std::uint32_t at, std::uint32_t end, bool coloured);

/// "in the LAST WEEK OF the tour", "al-usbu' al-akhir min": no week of the calendar.
bool is_of_something(const Tokens& tokens, std::uint32_t at, std::uint32_t end, std::string_view path);

/// Is "one day" at the front of a clause, which ends before a token, a day of a story, not a length: nothing behind it
/// counts from it?
bool is_told_once(const Tokens& t, std::uint32_t end);

/// What stands beside a length, from token at to token end, bounds it: "MORE THAN three hours", "three hours AT LEAST".
Modifier bound_of(const Tokens& t, std::uint32_t at, std::uint32_t end);

/// What stands at a token and behind it, for as long as a time may be: words of numbers take no room.
struct Near {
  Kinds kinds = 0;
  bool dash = false;
  std::uint32_t units = 0;  ///< TimeUnit as bits
  bool has(TimeUnit unit) const { return (units >> static_cast<unsigned>(unit) & 1) != 0; }
};
Near near(const Tokens& t, std::uint32_t at);

/// May the digits of a date be its year, month and day?
bool plausible_digits(const TimeSyntax& s, const Language& about);

}  // namespace mizan
