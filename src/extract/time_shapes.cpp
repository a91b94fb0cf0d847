#include "extract/time_shapes.hpp"

#include <bit>

#include "extract/time_context.hpp"
#include "extract/time_grammar.hpp"

namespace mizan {
namespace {

using namespace time_grammar;

constexpr std::string_view kMonthDigits = "time.month_digits";
constexpr std::string_view kShifted = "time.shifted";
constexpr std::string_view kBareDay = "time.bare_day";
constexpr std::string_view kSlashDay = "time.day_slash_month";

// What a shape cannot do without.
constexpr Kinds kMonth = kinds(LabelKind::month);
constexpr Kinds kPeriod = kinds(LabelKind::period);
constexpr Kinds kLength = kUnit | kinds(LabelKind::duration);
constexpr Kinds kWeekday = kinds(LabelKind::weekday);
constexpr Kinds kShift = kinds(LabelKind::ago, LabelKind::ahead);
constexpr Kinds kAny = ~Kinds{0};

/// What else must be so, as a set of bits.
enum If : std::uint32_t {
  kAlways = 0,
  kPersian = 1u << 0,          // the calendar counted in first
  kAdjectiveBehind = 1u << 1,  // in this language
  kYearHere = 1u << 2,         // a figure that may be a year
  kSlashNext = 1u << 3,
  kPartedNext = 1u << 4,      // slash or dash
  kSeparated = 1u << 5,       // a figure with separators, or no figure
  kRankHere = 1u << 6,        // a figure that may be a rank, or no figure
  kDecadeHere = 1u << 7,      // a figure that may begin a decade, or no figure
  kYearsHere = 1u << 8,       // or two years
  kTurnedHere = 1u << 9,      // or those turned around
  kNotCounted = 1u << 10,     // a figure that may be a year and counts none, or no figure
  kCountedBehind = 1u << 11,  // the number stands behind this unit
  kOneImplied = 1u << 12,     // this unit is one of it
  kBareLength = 1u << 13,     // see is_bare_length()
  kSingle = 1u << 14,         // this unit is one of it where no number is told
  kReaches = 1u << 15,        // "to" or a dash is near
  kEither = 1u << 16,         // "or", "to" or a dash is near
  kWeekNear = 1u << 17,       // the word
  kMonthNear = 1u << 18,      // the word, or one for several months
  kCenturyNear = 1u << 19,    // the word
  kUnitOrPeriod = 1u << 20,   // near
};

struct Best {
  std::optional<Match<TimeSyntax>> match;
  std::string_view path;

  template <const auto& rule>
  static void follow(Best& best, std::string_view name, const Tokens& t, std::uint32_t at) {
    auto found = run<TimeSyntax>(rule, t, at);
    if (found && !(best.match && found->end <= best.match->end) && best.fits(*found, name, t, at)) {
      best.match = std::move(found);
      best.path = name;
    }
  }

 private:
  static bool fits(const Match<TimeSyntax>& found, std::string_view name, const Tokens& t, std::uint32_t at) {
    if (found.value.digits && !plausible_digits(found.value, *t.about)) return false;
    // "H1N1" has no first half of a year in it
    const bool year_last = found.value.year && t.figure(found.end - 1) != nullptr;
    if (name == kPart && !year_last && found.end < t.size() && !t.tokens[found.end].space_before &&
        t.tokens[found.end].kind != TokenKind::sign)
      return false;
    if (name == kShifted && is_before_something(t, at, found.end)) return false;
    if (name == kBareDay && !is_bare_day(t, at, found.end)) return false;
    if (name == kSlashDay && !is_slash_day(t, at, found.end)) return false;
    return name != kMonthDigits || is_month_in_digits(t, found.value, at, found.end);
  }
};

struct Shape {
  void (*follow)(Best&, std::string_view, const Tokens&, std::uint32_t);
  std::string_view path;
  Kinds start;  // what it may begin with
  Kinds needs;  // one of which must be near
  std::uint32_t when = kAlways;
};

template <const auto& rule>
constexpr auto by = &Best::follow<rule>;

constexpr Shape kShapes[] = {
    {by<day_month_day_month>, "time.day_month_day_month", kFromStart | kDayStart, kMonth, kReaches},
    {by<full_full>, "time.day_month_day_month", kFromStart | kDayStart, kMonth, kReaches},
    {by<month_day_month_day>, "time.month_day_month_day", kFromStart | kMonthStart, kMonth, kReaches},
    {by<year_month_day>, "time.day_month", kFigure, kMonth, kPersian},
    {by<day_day_month>, "time.day_day_month", kFromStart | kDayStart, kMonth},
    {by<day_month>, "time.day_month", kDayStart, kMonth},
    {by<month_day>, "time.month_day", kinds(LabelKind::relative, LabelKind::weekday, LabelKind::month), kMonth},
    {by<in_digits>, "time.digits", kDayStart, kFigure, kSeparated},
    {by<month_month>, "time.month_month", kFromStart | kMonthStart, kMonth},
    {by<part_of_year>, kPart, kOrdinalStart | kPeriod, kPeriod},
    {by<part_in_months>, kPart, kNumeralStart, kinds(LabelKind::ordinal), kAdjectiveBehind},
    {by<first_months>, "time.first_months", kNumeralStart | kLength | kinds(LabelKind::first), kLength, kMonthNear},
    {by<season>, "time.season", kinds(LabelKind::season, LabelKind::last, LabelKind::next, LabelKind::current), kAny},
    {by<part_of_month>, "time.part_of_month", kOrdinalStart | kPeriod | kUnit, kMonth | kinds(LabelKind::relative),
     kUnitOrPeriod},
    {by<nth_weekday>, "time.nth_weekday", kOrdinalStart | kinds(LabelKind::last), kWeekday},
    {by<bare_nth_weekday>, "time.nth_weekday", kOrdinalStart | kWeekday | kinds(LabelKind::day_marker), kWeekday,
     kRankHere},
    {by<day_of_month>, "time.day_of_month", kOrdinalStart | kWeekday | kinds(LabelKind::day_marker),
     kinds(LabelKind::relative)},
    {by<year_part>, kPart, kFigure, kPeriod, kYearHere},
    {by<bare_day>, kBareDay, kFigure | kinds(LabelKind::article, LabelKind::day_marker), kFigure, kRankHere},
    {by<day_slash_month>, kSlashDay, kFigure, kFigure, kSlashNext},
    {by<weekday_day>, "time.weekday_day", kWeekday | kinds(LabelKind::day_marker), kWeekday},
    {by<week_of_year>, "time.numbered_week", kOrdinalStart | kinds(LabelKind::last), kUnit, kRankHere | kWeekNear},
    {by<numbered_week>, "time.numbered_week", kUnit, kUnit, kWeekNear},
    {by<year_month_words>, "time.month_year", kFigure, kMonth, kYearHere},
    {by<month_year>, "time.month_year", kMonthStart, kMonth},
    {by<decade>, "time.decade", kFigure | kUnit, kUnit | kinds(LabelKind::decade_suffix), kDecadeHere},
    {by<year_year_turned>, "time.year_year", kFigure | kinds(LabelKind::year_marker), kFigure, kTurnedHere},
    {by<year_year>, "time.year_year", kFromStart | kFigure | kinds(LabelKind::year_marker), kFigure, kYearsHere},
    {by<year_month_digits>, kMonthDigits, kFigure, kFigure, kPartedNext},
    {by<century>, "time.century", kOrdinalStart | kUnit, kUnit, kRankHere | kCenturyNear},
    {by<year>, "time.year", kFigure | kinds(LabelKind::year_marker), kNumeralStart, kNotCounted},
    {by<shifted>, kShifted, kNumeralStart | kShift | kinds(LabelKind::duration), kShift},
    {by<duration>, "time.duration", kFromStart | kNumeralStart | kinds(LabelKind::duration), kLength},
    {by<duration>, "time.duration", kUnit, kLength, kCountedBehind},
    {by<mixed_lengths>, "time.duration", kFromStart, kUnit},
    {by<long_duration>, "time.duration", kNumeralStart, kUnit},
    {by<unit_and_more>, "time.duration", kinds(LabelKind::one, LabelKind::duration), kUnit},
    {by<unit_and_more>, "time.duration", kUnit, kUnit, kOneImplied},
    {by<shifted_from>, "time.shifted_from", kNumeralStart, kinds(LabelKind::relative)},
    {by<relative>, "time.relative", kWeekday | kinds(LabelKind::relative, LabelKind::day_marker),
     kinds(LabelKind::relative)},
    {by<weekdays_ago>, "time.weekday", kNumeralStart, kWeekday},
    {by<bare_weekday>, "time.weekday",
     kWeekday | kinds(LabelKind::last, LabelKind::next, LabelKind::current, LabelKind::day_marker), kWeekday},
    {by<bare_month>, "time.month", kMonthStart | kinds(LabelKind::last, LabelKind::next, LabelKind::current), kMonth},
    {by<bare_units>, "time.duration", kUnit, kUnit, kBareLength},
    {by<holiday>, "time.holiday", kinds(LabelKind::vague_time), kAny},
    {by<vague>, "time.vague", kinds(LabelKind::vague_time), kAny},
    {by<unit_or_two>, "time.duration", kUnit | kinds(LabelKind::one, LabelKind::cardinal), kUnit, kEither},
    {by<another_unit>, "time.duration", kinds(LabelKind::one), kUnit},
    {by<unit_counted>, "time.duration", kUnit, kNumeralStart | kinds(LabelKind::one), kCountedBehind},
    {by<one_unit>, "time.one_unit", kUnit | kinds(LabelKind::one), kUnit, kSingle},
};

/// Shapes that have the colouring word inside: Arabic and Russian put "ago" before the number, and it is their word for
/// "before" as well; "nime-ye Sha'ban", the middle of it, is the fifteenth.
constexpr Shape kPlain[] = {
    {by<shifted>, kShifted, kNumeralStart | kShift | kinds(LabelKind::duration), kShift},
    {by<part_of_year>, kPart, kOrdinalStart | kPeriod, kPeriod},
    {by<relative>, "time.relative", kinds(LabelKind::relative), kAny},
    {by<duration>, "time.duration", kinds(LabelKind::duration), kinds(LabelKind::duration)},
    {by<holiday>, "time.holiday", kinds(LabelKind::vague_time), kAny},
};

/// What stands at a token rules most shapes out before their rules run.
std::uint32_t circumstances(const Tokens& t, std::uint32_t i, const Near& near, const Tag* held, TimeMod mod) {
  const Figure* figure = t.figure(i);
  const bool dash = figure != nullptr && t.is_sign(i + 1, '-'), slash = figure != nullptr && t.is_sign(i + 1, '/');
  const bool is_year = figure != nullptr && is_year_figure(*figure);
  const Tag* unit = t.find(i, LabelKind::time_unit);
  const Tag* one = t.find(i, LabelKind::one);
  const bool counts_persian = t.counts_in(Calendar::persian);
  std::uint32_t so = kAlways;
  const auto add = [&so](std::uint32_t what, bool is) { so |= is ? what : kAlways; };
  add(kPersian, counts_persian);
  add(kAdjectiveBehind, !t.about->adjective_first);
  add(kYearHere, is_year);
  add(kSlashNext, slash);
  add(kPartedNext, slash || dash);
  add(kSeparated, figure == nullptr || slash || dash || !figure->plain);
  add(kRankHere, figure == nullptr || dash || t.has(i + 1, LabelKind::ordinal_suffix));
  add(kDecadeHere, figure == nullptr || dash || t.has_any(i + 1, kinds(LabelKind::decade_suffix, LabelKind::conn_of)));
  add(kYearsHere,
      figure == nullptr || slash || dash || t.has_any(i + 1, kinds(LabelKind::conn_to, LabelKind::year_marker)));
  add(kTurnedHere, figure == nullptr || dash);
  // "pas az 1400 sal": in Persian the word stands before a year, and behind a length
  const bool years_counted = counts_persian && figure != nullptr && t.has(i + 1, LabelKind::year_marker) &&
                             t.has(i + 1, LabelKind::time_unit) && !t.has(i + 1, LabelKind::era) &&
                             !t.has(i + 2, LabelKind::era);
  add(kNotCounted, figure == nullptr || (!years_counted && (is_year || counts_back(t, i + 1))));
  add(kReaches, near.dash || (near.kinds & kinds(LabelKind::conn_to)) != 0);
  add(kEither, near.dash || (near.kinds & kinds(LabelKind::conn_to, LabelKind::conn_or)) != 0);
  add(kWeekNear, near.has(TimeUnit::week));
  add(kMonthNear, near.has(TimeUnit::month) || (near.kinds & kinds(LabelKind::duration)) != 0);
  add(kCenturyNear, near.has(TimeUnit::century));
  add(kUnitOrPeriod, (near.kinds & (kPeriod | kUnit)) != 0);
  // "during the end of the week" lasts no week
  const bool counted =
      (held != nullptr && mod != TimeMod::start && mod != TimeMod::mid && mod != TimeMod::end) ||
      (one != nullptr && i > 0 &&
       (t.has_any(i - 1, kinds(LabelKind::conn_in, LabelKind::conn_of)) || t.follows(i, LabelKind::modifier_before)));
  // "from six months to a year"
  const bool reached = i > 1 && t.has_any(i - 1, kinds(LabelKind::conn_to, LabelKind::until)) &&
                       t.has(i - 2, LabelKind::time_unit) && (one != nullptr || t.about->implied_one);
  // "menee nedeli", "aqall min sa'a": less than a week, where the language has no article for one
  const bool less_than_one =
      unit != nullptr && unit->label.peeled == 0 && t.follows(i, LabelKind::modifier_before) && t.about->implied_one;
  add(kSingle, counted || reached || less_than_one);
  if (unit == nullptr) return so;
  // a length begins with its unit only where the one or the number stands behind it
  add(kCountedBehind, t.has_any(unit->end, kNumeralStart | kinds(LabelKind::one, LabelKind::article)));
  add(kOneImplied, t.about->implied_one && unit->label.peeled == 0 &&
                       (t.about->definite.empty() || !t.word(i).starts_with(t.about->definite)));
  add(kBareLength, is_bare_length(t, i, unit->end, held != nullptr));
  return so;
}

template <std::size_t size>
void attempt(Best& best, const Shape (&shapes)[size], const Tokens& t, std::uint32_t i, Kinds near, std::uint32_t so) {
  const Kinds here = t.tokens[i].kinds;
  static_assert(size <= 64);
  std::uint64_t fit = 0;  // found without a branch, since no processor guesses which shapes may stand here
  for (std::size_t n = 0; n < size; ++n) {
    const Shape& shape = shapes[n];
    const bool fits = ((here & shape.start) != 0) & ((near & shape.needs) != 0) & ((so & shape.when) == shape.when);
    fit |= std::uint64_t{fits} << n;
  }
  for (; fit != 0; fit &= fit - 1) {
    const Shape& shape = shapes[std::countr_zero(fit)];
    shape.follow(best, shape.path, t, i);
  }
}

}  // namespace

TimeShape longest_shape(const Tokens& t, std::uint32_t at, std::uint32_t i, const Tag* held, TimeMod mod) {
  Best best;
  bool plain = false;
  if (i != at) {
    attempt(best, kPlain, t, at, near(t, at).kinds, kAlways);
    plain = best.match.has_value();
    if (plain) {
      i = at;
      mod = TimeMod::none;
    }
  }
  const Near around = near(t, i);
  attempt(best, kShapes, t, i, around.kinds, circumstances(t, i, around, held, mod));
  if (i != at && t.has(at, LabelKind::vague_time)) {  // "ta emruz": so far, and no day; but "early this week" is a week
    Best open;
    Best::follow<vague>(open, "time.vague", t, at);
    if (open.match && (!best.match || open.match->end >= best.match->end)) {
      best = std::move(open);
      plain = true;
    }
  }
  return {std::move(best.match), best.path, plain};
}

}  // namespace mizan
