#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "extract/raw.hpp"

namespace mizan {
namespace {

using std::chrono::days;

struct Dated {
  const RawMention* raw;
  const TimeSyntax* syntax;
};

std::vector<Dated> times_of(const std::vector<RawMention>& raw) {
  std::vector<Dated> result;
  for (const RawMention& r : raw)
    if (const auto* s = std::get_if<TimeSyntax>(&r.what)) result.push_back({&r, s});
  return result;
}

/// The day of an expression that needs no context: a full date.
std::optional<Day> full_day(const TimeSyntax& s, const Language& language) {
  const bool named = s.day != 0 && s.last_day == 0 && s.year && *s.year >= 100;
  const bool digits = s.digits && (s.digit_width[0] == 4 || s.digit_width[2] == 4);
  if (!named && !digits) return std::nullopt;
  const auto readings = resolve(s, Anchor{}, language);
  if (readings.size() > 1 || !readings.front().days || !readings.front().days->is_point()) return std::nullopt;
  return readings.front().days->first;
}

std::uint32_t letters(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t count = 0;
  for (std::uint32_t i = begin; i < end;) {
    const CodePoint c = code_point(text, i);
    count += char_kind(c.value) == CharKind::letter;
    i += c.size;
  }
  return count;
}

/// The line around a date and its letters to either side. Asked for the dates of a text in their order, it counts each
/// line once, however many dates stand on it.
class DateLine {
 public:
  explicit DateLine(std::string_view text) : text_(text) {}

  void move(FoldedSpan date) {
    if (date.begin >= end_) {
      const std::size_t begin = text_.find_last_of("\r\n", date.begin);
      const std::size_t end = text_.find_first_of("\r\n", date.end);
      at_ = begin == std::string_view::npos ? 0 : static_cast<std::uint32_t>(begin + 1);
      end_ = static_cast<std::uint32_t>(end == std::string_view::npos ? text_.size() : end);
      before_ = 0;
      all_ = letters(text_, at_, end_);
    }
    before_ += letters(text_, at_, date.begin);
    at_ = date.begin;
    after_ = all_ - before_ - letters(text_, date.begin, date.end);
  }
  std::uint32_t before() const { return before_; }
  std::uint32_t after() const { return after_; }
  std::uint32_t end() const { return end_; }

 private:
  std::string_view text_;
  std::uint32_t end_ = 0;  // of the line
  std::uint32_t at_ = 0;   // where before_ was counted to
  std::uint32_t all_ = 0, before_ = 0, after_ = 0;
};

constexpr std::uint32_t kDatelineParagraphs = 8;  // lines of the text that may hold a dateline
constexpr std::uint32_t kDatelineLetters = 40;    // "Date of publication:", a place, an agency
constexpr std::uint32_t kStoppedLetters = 12;  // "Posted on 3 May 2020."; "Putin came to Astana on ..." is a sentence

bool is_dateline(std::string_view text, FoldedSpan span, DateLine& line) {
  line.move(span);
  const bool stopped = text[line.end() - 1] == '.';
  if (line.before() + line.after() <= (stopped ? kStoppedLetters : kDatelineLetters)) return true;  // a line of its own
  if (line.before() > kDatelineLetters) return false;
  // "TEHRAN, April 13, 2025 - Flash floods": a sign that opens the story
  std::uint32_t i = span.end;
  while (i < line.end() && text[i] == ' ') ++i;
  if (i == line.end()) return false;
  if (text[i] == '.') return line.before() <= kStoppedLetters;
  if (text[i] == '-' || text[i] == ':' || text[i] == '/' || text[i] == '|') return true;
  return line.before() == 0 && text[i] == ',';
}

/// What yearless dates of the text demand of their year.
struct Constraint {
  Calendar calendar;
  int month, day;
  unsigned weekday;                            // 0: none
  std::optional<std::pair<int, int>> persian;  // the same day in the Persian calendar
  std::vector<const RawMention*> evidence;

  bool holds(int year) const {
    const auto d = to_day(calendar, year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (!d) return false;
    if (weekday != 0 && weekday_of(*d) != weekday) return false;
    if (persian) {
      const CalendarDate p = from_day(Calendar::persian, *d);
      if (static_cast<int>(p.month) != persian->first || static_cast<int>(p.day) != persian->second) return false;
    }
    return true;
  }
};

bool yearless_day(const TimeSyntax& s) {
  return s.day != 0 && s.last_day == 0 && !s.year && !(s.offset && s.offset_unit == Grain::year);
}

DocumentDate inferred(const std::vector<Dated>& times, const Folded& folded) {
  DocumentDate result;
  std::vector<Constraint> constraints;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const TimeSyntax& s = *times[i].syntax;
    if (!yearless_day(s) || s.calendar.value_or(Calendar::gregorian) != Calendar::gregorian) continue;
    Constraint c{Calendar::gregorian, s.month, s.day, s.weekday, std::nullopt, {times[i].raw}};
    if (i + 1 < times.size() && yearless_day(*times[i + 1].syntax) &&
        times[i + 1].syntax->calendar == Calendar::persian &&
        letters(folded.text, times[i].raw->span.end, times[i + 1].raw->span.begin) == 0 &&
        times[i + 1].raw->span.begin - times[i].raw->span.end <= 4) {
      c.persian = {times[i + 1].syntax->month, times[i + 1].syntax->day};
      c.evidence.push_back(times[i + 1].raw);
    }
    if (c.weekday != 0 || c.persian) constraints.push_back(std::move(c));
  }
  if (constraints.empty()) return result;

  std::set<int> years;
  for (const Dated& t : times)
    if (t.syntax->year && *t.syntax->year >= 1900 && !t.syntax->last_year) years.insert(*t.syntax->year);
  if (years.empty()) return result;
  std::vector<int> candidates;
  for (int y = *years.begin() - 12; y <= *years.rbegin() + 12; ++y)
    if (std::all_of(constraints.begin(), constraints.end(), [&](const Constraint& c) { return c.holds(y); }))
      candidates.push_back(y);
  // a weekday comes round every five or six years: the one next to a year the text names is meant, if there is just one
  std::vector<int> close;
  for (const int y : candidates)
    if (years.contains(y - 1) || years.contains(y) || years.contains(y + 1)) close.push_back(y);
  if (close.size() != 1) return result;
  const int year = close.front();
  const Constraint& first = constraints.front();
  const Day day = *to_day(first.calendar, year, static_cast<unsigned>(first.month), static_cast<unsigned>(first.day));

  result.source = DocumentDate::Source::inferred;
  result.days = Days{day - days(7), day + days(7)};
  std::string said;
  for (const Constraint& c : constraints)
    for (const RawMention* m : c.evidence) result.evidence.push_back(folded.map.to_source(m->span));
  said = fmt::format("{:02}-{:02}", first.month, first.day);
  if (first.weekday != 0) said += fmt::format(" is said to be weekday {} of the week", first.weekday);
  for (const Constraint& c : constraints)
    if (c.persian) {
      said += fmt::format(", and {:02}-{:02} of the Persian calendar", c.persian->first, c.persian->second);
      break;
    }
  result.reason = said + fmt::format(": near the years the text names that holds in {} only", year);
  for (const Dated& t : times) {
    if (!t.syntax->offset || *t.syntax->offset != 0 || t.syntax->offset_unit != Grain::day || t.syntax->weekday == 0)
      continue;
    if (t.syntax->day != 0) continue;
    const int back = static_cast<int>((weekday_of(day) + 7 - t.syntax->weekday) % 7);
    const Day today = back <= 3 ? day - days(back) : day + days(7 - back);
    result.days = Days{today, today};
    result.evidence.push_back(folded.map.to_source(t.raw->span));
    result.reason += fmt::format("; today is weekday {}, and {} is the nearest", t.syntax->weekday, iso(today));
    break;
  }
  std::sort(result.evidence.begin(), result.evidence.end());
  result.evidence.erase(std::unique(result.evidence.begin(), result.evidence.end()), result.evidence.end());
  return result;
}

}  // namespace

DocumentDate document_date(const Document& document, const Folded& folded, const std::vector<RawMention>& raw,
                           const std::vector<Sentence>& sentences, const Language& language) {
  DocumentDate result;
  if (document.published) {
    result.source = DocumentDate::Source::metadata;
    result.days = Days{*document.published, *document.published};
    return result;
  }
  const std::vector<Dated> times = times_of(raw);
  DateLine line(folded.text);
  for (const Dated& t : times) {
    if (sentences[t.raw->sentence].paragraph >= kDatelineParagraphs) break;
    const auto day = full_day(*t.syntax, language);
    if (!day || !is_dateline(folded.text, t.raw->span, line)) continue;
    result.source = DocumentDate::Source::dateline;
    result.days = Days{*day, *day};
    result.evidence = {folded.map.to_source(t.raw->span)};
    return result;
  }
  for (const Dated& t : times) {  // "today, Wednesday 8 November 2023"
    if (!t.syntax->offset || *t.syntax->offset != 0 || t.syntax->offset_unit != Grain::day) continue;
    const auto day = full_day(*t.syntax, language);
    if (!day) continue;
    result.source = DocumentDate::Source::dateline;
    result.days = Days{*day, *day};
    result.evidence = {folded.map.to_source(t.raw->span)};
    return result;
  }
  return inferred(times, folded);
}

Calendar year_calendar(const std::vector<RawMention>& raw, const Language& language) {
  if (language.calendars.empty() || language.calendars.front() != Calendar::persian) return Calendar::gregorian;
  std::size_t persian = 0, gregorian = 0;
  for (const Dated& t : times_of(raw)) {
    const TimeSyntax& s = *t.syntax;
    const bool in_persian_range =
        (s.year && *s.year >= 1300 && *s.year < 1450) || (s.digits && s.digit[0] >= 1300 && s.digit[0] < 1450);
    if (s.calendar == Calendar::persian || in_persian_range)
      ++persian;
    else if ((s.calendar == Calendar::gregorian && s.month != 0) || (s.year && *s.year >= 1450))
      ++gregorian;
  }
  return persian >= gregorian ? Calendar::persian : Calendar::gregorian;
}

}  // namespace mizan
