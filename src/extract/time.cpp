#include "extract/time.hpp"

#include <algorithm>

#include "extract/labels.hpp"
#include "extract/time_context.hpp"
#include "extract/time_parts.hpp"
#include "extract/time_shapes.hpp"
#include "extract/unit.hpp"

namespace mizan {
namespace {

using namespace time_grammar;

constexpr Kinds kTimeStart =
    kDayStart | kFromStart | kMonthStart | kColour |
    kinds(LabelKind::period, LabelKind::season, LabelKind::year_marker, LabelKind::time_unit, LabelKind::ago,
          LabelKind::ahead, LabelKind::last, LabelKind::next, LabelKind::current, LabelKind::vague_time,
          LabelKind::duration, LabelKind::one, LabelKind::article);

/// "by the end of THE YEAR", "ta payan-e SAL": the year or month of the document, or the year that the sentence has
/// named, where nothing behind it makes it another: "the end of the school year".
std::optional<Match<TimeSyntax>> current_unit(const Tokens& t, std::uint32_t i) {
  std::uint32_t at = i;
  const bool articles = t.has(i, LabelKind::article);
  if (articles) ++at;
  const Tag* unit = t.find(at, LabelKind::time_unit);
  if (unit == nullptr || unit->label.value != 0) return std::nullopt;
  const auto grain = static_cast<TimeUnit>(unit->label.extra);
  if (grain != TimeUnit::year && grain != TimeUnit::month) return std::nullopt;
  const std::string& definite = t.about->definite;
  const bool bare = t.about->implied_one || !t.about->adjective_first;  // a language without articles
  if (definite.empty() ? !articles && !bare : !t.word(at).starts_with(definite)) return std::nullopt;
  const std::uint32_t end = unit->end;
  constexpr Kinds goes_on =
      kinds(LabelKind::conn_in, LabelKind::conn_and, LabelKind::conn_from, LabelKind::conn_to, LabelKind::until);
  const bool ends = end >= t.size() || (t.tokens[end].kind == TokenKind::sign && !t.is_sign(end, '-')) ||
                    (t.has_any(end, goes_on) && !t.has(end, LabelKind::conn_of));
  if (!ends) return std::nullopt;
  TimeSyntax s;
  s.offset = 0;
  s.offset_unit = grain == TimeUnit::year ? Grain::year : Grain::month;
  for (std::uint32_t k = 0; k < i; ++k) {
    if (grain == TimeUnit::month && t.has(k, LabelKind::month)) return std::nullopt;
    if (const Figure* f = t.figure(k); grain == TimeUnit::year && f != nullptr && is_year_figure(*f)) s.offset = kSame;
  }
  return Match<TimeSyntax>{std::move(s), end};
}

}  // namespace

std::optional<Match<TimeMatch>> parse_time(const Tokens& t, std::uint32_t at) {
  if (!t.has_any(at, kTimeStart)) return std::nullopt;
  // "early", "since", "until" and their kin: they colour the time and stay outside its span
  TimeMod mod = TimeMod::none;
  std::uint32_t i = at;
  const Tag* held = nullptr;  // the word for how long it took
  const std::pair<LabelKind, TimeMod> colours[] = {{LabelKind::since, TimeMod::since},
                                                   {LabelKind::until, TimeMod::until},
                                                   {LabelKind::by, TimeMod::before},
                                                   {LabelKind::before, TimeMod::before},
                                                   {LabelKind::after, TimeMod::after}};
  for (int depth = 0; depth < 3 && t.has_any(i, kColour); ++depth) {
    const std::uint32_t before = i;
    const Tag* since = t.find(i, LabelKind::since);
    // "bidayatan min", from then on, is longer than "bidaya", the beginning
    if (const Tag* part = t.find(i, LabelKind::part);
        part != nullptr && (since == nullptr || since->end <= part->end) &&
        // "ta nime-ye avval-e Mehr", the first half: no middle
        !(t.has(i, LabelKind::period) && t.has_any(part->end, kinds(LabelKind::ordinal, LabelKind::first))) &&
        !(part->label.ambiguous && i > 0 &&
          (is_planned(t, i - 1) || t.has(i - 1, LabelKind::conn_to)))) {  // "it will END next week"
      mod = static_cast<TimeMod>(part->label.extra);
      i = part->end;
      if (const Tag* word = t.find(i, LabelKind::conn_of)) i = word->end;
      if (t.is_sign(i, '-')) ++i;                                                       // mid-2023
      if (t.has(i, LabelKind::article) && t.has(i + 2, LabelKind::decade_suffix)) ++i;  // the end of THE 1980s
    }
    const Tag* marker = t.find(i, LabelKind::day_marker);  // "ba'd zuhr al-jum'a", Friday afternoon: not after Friday
    for (const auto& [kind, shade] : colours)
      if (const Tag* tag = t.find(i, kind); tag != nullptr && i == before &&
                                            (marker == nullptr || marker->end <= tag->end) &&
                                            !goes_on_relative(t, *tag, i)) {
        if (mod == TimeMod::none) mod = shade;
        i = tag->end;
      }
    if (const Tag* tag = t.find(i, LabelKind::holding); tag != nullptr && i == before) {
      held = tag;
      i = tag->end;
    }
    if (i == before) break;
  }
  if (i >= t.size()) return std::nullopt;

  TimeShape best = longest_shape(t, at, i, held, mod);
  if (best.plain) {
    i = at;
    mod = TimeMod::none;
  }
  if (!best.match && (mod == TimeMod::start || mod == TimeMod::mid || mod == TimeMod::end)) {
    best.match = current_unit(t, i);
    best.path = "time.relative";
  }
  if (!best.match) return std::nullopt;

  TimeSyntax& s = best.match->value;
  std::uint32_t end = best.match->end;
  std::string_view path = best.path;
  const bool persian = t.counts_in(Calendar::persian);
  if (path == "time.year" && t.has(i, LabelKind::year_marker)) {
    // "year 93 year of" what follows: the second marker belongs to that
    if (end >= i + 3 && t.has(end - 1, LabelKind::year_marker) && !t.has(end - 1, LabelKind::era)) --end;
    // "in the year 668 cases": no year has three digits, unless its era says so
    if (persian && !s.calendar && *s.year >= 100 && *s.year < 1000 && !t.has(end, LabelKind::before))
      return std::nullopt;
  }
  // "the epic of 9 Dey": what happened on it, not the day this year
  if (path == "time.day_month" && !s.year && !s.offset && i > 0 && is_listed(t.about->events, t.word(i - 1)))
    s.vague = true;
  // "the second half of the fifth century": in Persian the rank of a century stands behind it
  if (path == "time.century" && persian && !t.has(i, LabelKind::time_unit)) return std::nullopt;
  // "this century five wars": a count
  if (path == "time.century" && t.has(end - 1, LabelKind::cardinal) && !t.has(end - 1, LabelKind::ordinal) &&
      unit_at(t, end, false))
    return std::nullopt;
  // "the second ten days of Esfand": no second of Esfand
  const Tag* ten = persian && i > 0 ? t.find(i - 1, LabelKind::time_unit) : nullptr;
  if (path == "time.day_month" && ten != nullptr && static_cast<TimeUnit>(ten->label.extra) == TimeUnit::decade)
    s.vague = true;
  if (path == "time.weekday" && !s.direction && will_be(t, end)) s.coming = true;
  const auto glued_on = [&](std::uint32_t next) { return next < t.size() && !t.tokens[next].space_before; };
  // "Friday (2 Mehr)": a bracket that opens in a date closes in it
  if (t.is_sign(end, ')') && !t.is_sign(i, '(')) {
    std::uint32_t open = i;
    while (open < end && !t.is_sign(open, '(')) ++open;
    if (open < end) ++end;
  }
  // "Sent-Luis" has no September
  if (s.ambiguous && glued_on(end) && t.is_sign(end, '-')) return std::nullopt;
  // "the 10-e day": a rank; a decade in two digits stands alone or before its "years"
  if (path == "time.decade" && s.part_number < 100 && !t.has(i, LabelKind::time_unit) &&
      (s.part_number < 20 || t.has_any(end, kinds(LabelKind::time_unit, LabelKind::concept_noun))))
    return std::nullopt;
  // "in three weeks" of what will be is a day; of what was it is how long it took
  if (path == "time.duration" && s.count && !s.last_count && s.shift == 0 && i > 0 && s.unit > TimeUnit::hour &&
      t.has(i - 1, LabelKind::ahead_in) && t.tokens[i].kind != TokenKind::sign && is_ahead(t, i))
    s.shift = 1;
  // "murur 1100 sana", 1100 years: a length, not the year of one so long ago
  if (path == "time.year" && t.about->right_to_left && end == i + 2 && t.figure(i) != nullptr &&
      t.has(end - 1, LabelKind::time_unit) && *s.year < (persian ? 1200 : 1900) && !s.calendar) {
    const Decimal years(*s.year, 0);
    s = TimeSyntax{};
    s.count = years;
    s.unit = TimeUnit::year;
    path = "time.duration";
  }
  // "321 666 shakhs muqabil 269 602 sanat 2015": a count, and then its year
  if (path == "time.duration" && s.unit == TimeUnit::year && end < t.size() && t.figure(end) != nullptr &&
      (is_year_figure(*t.figure(end)) || (persian && t.follows(i, LabelKind::naming))) &&  // "article 180 SAL 94"
      t.has(end - 1, LabelKind::year_marker))
    return std::nullopt;
  // "in 2019 BC Hydro": nobody tells a year of so long ago so exactly
  if (path == "time.year" && s.before_era && *s.year > 1950 && *s.year < 2100 && *s.year % 50 != 0) {
    s.before_era = false, s.calendar.reset();
    if (t.has(end - 1, LabelKind::era)) --end;
  }
  // "for year 16" is no 2016: typed to look in order; nor has "the end of year 10 kilometres" of a road a year
  if (path == "time.year" && (held != nullptr || t.follows(i, LabelKind::holding)) && *s.year < 50 && !s.before_era)
    return std::nullopt;
  if (path == "time.year" && *s.year < 50 && t.has_any(end, kinds(LabelKind::measure, LabelKind::currency)))
    return std::nullopt;
  // "in the fifties of his age"
  if (path == kPart && s.long_period == Grain::decade)
    if (const Tag* link = t.find(end, LabelKind::conn_of); link != nullptr && t.has(link->end, LabelKind::age))
      return std::nullopt;
  // "17 million nights": of guests, not of one stay
  if (path == "time.duration" && s.unit == TimeUnit::day && s.count && !(*s.count < Decimal(1, 5))) return std::nullopt;
  // "ba'd aqd ittifaq", after making a deal: the word for ten years names what was done
  if (path == "time.one_unit" && s.unit == TimeUnit::decade && t.about->right_to_left && end < t.size() &&
      (is_quiet(t, end) || t.has(end, LabelKind::concept_noun)))
    return std::nullopt;
  // "yek ruz az Behshahr zang zadand", one day they rang: once
  if (path == "time.duration" && persian && s.unit == TimeUnit::day && s.count && *s.count == Decimal(1, 0) &&
      !s.last_count && s.shift == 0 && t.tokens[i].kind == TokenKind::word && end == i + 2 &&
      (i == 0 || t.tokens[i - 1].kind == TokenKind::sign) && is_told_once(t, end))
    return std::nullopt;
  // "dah-ha sal-e qabl", tens of years ago: no last year
  if (path == "time.relative" && persian && t.follows(i, LabelKind::vague_count)) return std::nullopt;
  // "al-dawra 18 LI-AYYAM": the eighteenth of a festival that is called days
  if (path == "time.duration" && s.count && s.shift == 0 && !t.has(end - 2, LabelKind::conn_of))
    if (const Tag* unit = t.find(end - 1, LabelKind::time_unit); unit != nullptr && unit->label.peeled != 0 &&
                                                                 !t.about->definite.empty() &&
                                                                 !t.word(end - 1).starts_with(t.about->definite))
      return std::nullopt;
  // "zero-day": no time passes
  if (path == "time.duration" && s.count && !s.last_count && *s.count == Decimal(0, 0)) return std::nullopt;
  // "three quarters" of something are no nine months
  if (path == "time.duration" && s.unit == TimeUnit::quarter && s.shift == 0 && t.has(i, LabelKind::fraction))
    return std::nullopt;
  s.cited = path == "time.year" && i > 0 && t.is_comma(i - 1) && t.is_sign(end, ':') && t.figure(end + 1) != nullptr;
  // "shomare-ye 7 Tir 1380": the number of an issue, and its month
  if (path == "time.day_month" && persian && i > 0 && t.figure(i) != nullptr && has_naming(t, i - 1, Naming::any) &&
      !t.has_any(i - 1, kinds(LabelKind::time_unit, LabelKind::day_marker)))
    return std::nullopt;
  // "weeks 14-16" of a season
  if (path == "time.numbered_week" && t.is_sign(end, '-') && t.figure(end + 1) != nullptr) return std::nullopt;
  // "week 31 people" counts people
  if (path == "time.numbered_week" && !s.year && end < t.size() && t.tokens[end].kind == TokenKind::word &&
      !t.has_any(end, kinds(LabelKind::conn_in, LabelKind::conn_of, LabelKind::conn_to, LabelKind::conn_and)))
    return std::nullopt;
  // "7 days after the event" is a length, whatever the word for "in"
  // "se sal ba'd be ohde gereft", three years later he took it over: in a story it is no day to come
  if (path == "time.shifted" && s.shift > 0 &&
      (t.has(end, LabelKind::after) ||
       (!t.about->future.empty() && !(i > 0 && t.has(i - 1, LabelKind::conn_in)) && lean_of(t, i, end, false) < 0)))
    s.shift = 0;
  if (path == "time.shifted" && s.last_count) s.vague = true;  // "a few hundred years ago"
  if (path == "time.holiday" && s.ambiguous) return std::nullopt;
  // "the second Tuesday of every month": many days
  if (path == "time.nth_weekday" && s.month == 0 && t.has(end, LabelKind::conn_of)) s.vague = true;
  if (s.ambiguous && s.day == 0 && !s.year && !s.offset) {
    // "may", "march", "sat": a date only behind a little word that dates take
    if (path == "time.season" ? !is_season_led(t, s, i, end, mod != TimeMod::none)
                              : !is_led(t, s, i, end, held, mod != TimeMod::none))
      return std::nullopt;
  }
  // Persian and Arabic put the day first: "mizan 15 percent" is no date, nor is "mizan 1191"
  if (s.was_ambiguous && path == "time.month_day" &&
      std::find(t.about->date_order.begin(), t.about->date_order.end(), DateOrder::mdy) == t.about->date_order.end())
    return std::nullopt;
  if (s.was_ambiguous && path == "time.month_year" && s.year &&
      (!plausible_bare_year(t, s, i) || is_figure_of_something(t, i, end, *s.year)))
    return std::nullopt;
  if (path == "time.year" && end == i + 1 &&
      (is_figure_of_something(t, i, end, *s.year) || !plausible_bare_year(t, s, i)))
    return std::nullopt;
  if (path == "time.year_year" && t.tokens[i].kind == TokenKind::number && end == i + 3 &&
      is_figure_of_something(t, i, end, *s.year))
    return std::nullopt;
  // "al-yawm al-awwal": the first day is not today
  if (path == "time.relative" && s.offset_unit == Grain::day &&
      t.has_any(end, kinds(LabelKind::ordinal, LabelKind::first)))
    return std::nullopt;
  // "the Spring Festival" is no time; "in winter" is one of a year that the article tells
  // "may last": a month that is also a word wants "last" in front of it, or an adjective with its article behind it,
  // "mars al-madi"; where adjectives have none, it stands in front at most by chance: "as in the past mi-tavanad"
  if (path == "time.month" && s.was_ambiguous && s.direction && (persian || t.has(i, LabelKind::month)) &&
      (t.about->definite.empty() || !t.word(end - 1).starts_with(t.about->definite)))
    return std::nullopt;
  // "the first half" of a match or of the men: of a year only where the year is said, or no other half is meant
  const Tag* of_unit = t.find(end, LabelKind::time_unit);  // "the first half of the century"
  if (path == kPart && s.part == Grain::half && of_unit != nullptr &&
      static_cast<TimeUnit>(of_unit->label.extra) > TimeUnit::year)
    return std::nullopt;
  if (path == kPart && s.part == Grain::half && s.was_ambiguous && !s.year && !s.offset && of_unit == nullptr)
    return std::nullopt;
  if (path == "time.season" && !s.year && !s.offset && !s.direction &&
      !is_season_led(t, s, i, end, mod != TimeMod::none))
    return std::nullopt;
  if (is_of_something(t, i, end, path)) return std::nullopt;
  // "the night before HIS DEATH": the word for "before" goes on
  if (path == "time.relative" && s.offset_unit == Grain::day && !hangs_on_last(*s.offset))
    if (const Tag* before = t.find(end - 1, LabelKind::before); before != nullptr && before->end > end)
      return std::nullopt;
  if (path == "time.first_months" && hangs_on_something(t, s, end)) {
    s = length_of_months(s.part_number);
    path = "time.duration";
  }
  // "yet a month AGO", "yet a year or two" with its number behind
  if (path == "time.duration" && t.has(i, LabelKind::one) && !t.has(i, LabelKind::duration) &&
      t.has_any(end, kinds(LabelKind::ago) | (t.about->implied_one ? kNumeralStart : Kinds{0})))
    return std::nullopt;
  // "series # 1860s": a name
  if (path == "time.decade" && t.tokens[i].kind == TokenKind::number && t.follows(i, LabelKind::naming))
    return std::nullopt;
  // "in the day": "al-yawm" alone is today, behind "in" or "during" it is any day
  s.recurs =
      !s.year && !s.offset && !s.direction && (s.month != 0 || s.weekday != 0) &&
      (recurs(t, i, end, s.weekday != 0) || (path == "time.weekday" && s.shift == 0 && is_plural_weekday(t, i, end)));
  if (path == "time.relative" && s.offset_unit == Grain::day && s.offset == 0 && s.weekday == 0 && end == i + 1 &&
      mod == TimeMod::none && is_nowadays(t, i, end))
    return std::nullopt;
  const bool begins = mod == TimeMod::since && i > at + 1;  // "bidayatan min al-yawm", from today on
  if (path == "time.relative" && s.ambiguous && !begins &&
      (t.follows(i, LabelKind::conn_in) || t.follows(i, LabelKind::holding) || held != nullptr))
    return std::nullopt;
  // "two weeks before the vote"
  const Tag* about = t.find(end, LabelKind::modifier_after);
  const bool from_it = mod == TimeMod::before && t.has(about != nullptr ? about->end : end, LabelKind::conn_from);
  // "from six months to a year": the end of a row of lengths
  const bool reaches = mod == TimeMod::until && at > 1 && (t.has_any(at - 1, kUnit) || t.has_any(at - 2, kUnit)) &&
                       (s.count || !s.duration.empty());
  const bool length = path == "time.duration" || path == "time.one_unit";
  s.mod = length && (from_it || reaches || mod == TimeMod::until) ? TimeMod::none : mod;
  if (s.shift == 0 && s.bound == Modifier::exact && (s.count || !s.duration.empty())) s.bound = bound_of(t, i, end);
  // "yek sal VA CHAND MAH", a year and some months: one length
  if (length && about != nullptr && t.has(about->end - 1, LabelKind::time_unit) &&
      !t.has_any(about->end, kinds(LabelKind::ago, LabelKind::ahead)))
    end = about->end;
  const bool yearless = path == "time.day_month" && !s.year && !s.offset;
  if ((path == "time.weekday" || path == "time.month" || path == kPart || path == "time.season" || s.weekend ||
       yearless) &&
      !s.direction) {
    const bool closes = mod == TimeMod::until || mod == TimeMod::before;
    if (!yearless)
      s.lean = closes && t.about->future.empty() ? 1 : lean_of(t, i, end, path == "time.weekday" || s.weekend);
    if (closes && s.lean == 0) s.lean = 1;
  }
  TimeMatch m;
  m.first = i;
  m.last = end;
  m.path = std::string(path);
  if (s.reversed) m.path += ".reversed";
  if (s.offset && s.offset_unit == Grain::day && (s.day != 0 || s.digits))
    m.path += *s.offset == 0 ? ".today" : ".deictic";
  for (std::uint32_t g = t.tokens[i].first_tag; g < t.tokens[i].first_tag + t.tokens[i].tag_count; ++g)
    m.begin_cut = std::max<std::uint32_t>(m.begin_cut, t.tags[g].label.clitic);
  m.syntax = std::move(s);
  return Match<TimeMatch>{std::move(m), end};
}

}  // namespace mizan
