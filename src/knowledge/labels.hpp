// What the lexicon says a phrase may be: the kinds of labels, and what their two numbers mean. Part of knowledge.hpp.
//
//   Label{LabelKind::month, ..., .value = 5, .extra = Calendar::gregorian}   // "May", or the verb: a grammar decides
//
// Not for: what a phrase is in its sentence, which is extract's business.
#pragma once

#include <cstdint>

#include "model/model.hpp"

namespace mizan {

/// What a naming word takes.
enum class Naming {
  any,      // the number behind it, even one that counts: "flight 302"
  hour,     // the number before it, as an hour: "10 o'clock"
  bare,     // the number behind it, where that counts nothing: "week 9", not "this week 9 men"
  before,   // the number before it: "12 gauge"
  hours,    // two hours before it: "between 9 and 6 in the evening"
  ranked,   // the number behind its article
  ranking,  // the number right behind it: "rank 28", "its session 18"
  clause,   // the number right behind it, whatever it could count: "article seven laws"
  placed,   // the rank before it: "25 worldwide"
  street,   // the rank before it, which is its name: "52nd Street"
};

/// What an entry of the lexicon says a word may be. The comment names the meaning of Label::value and Label::extra.
enum class LabelKind : std::uint8_t {
  // numbers.toml
  cardinal,     // value: the number, extra: 1 for an indefinite article
  multiple,     // value: the count, extra: power of ten ("two thousand" in one word)
  scale,        // extra: power of ten
  ordinal,      // value: the rank
  fraction,     // value: numerator, extra: denominator
  half,         // value: tenths in all ("polutora": 15); 5 for "and a half" after a number
  vague_count,  // value: index in Knowledge::vague_counts() ("tens of")
  minus,
  dozen,  // value: size
  not_a_number,
  naming,  // a word that makes a name of a number beside it: "article 5", "flight 302"; extra: Naming
  ordinal_suffix,
  point,   // "point", "comma" between a whole and its decimals in words
  joiner,  // "and" between parts of a number
  // connectors
  conn_and,
  conn_or,
  conn_from,
  conn_to,
  conn_between,
  conn_of,
  conn_in,
  out_of,   // between the part and the whole of a ratio: "one OUT OF three", "1 IN 5"
  article,  // a definite article written as a word
  // time.toml
  month,      // value: number, extra: Calendar
  weekday,    // value: ISO number; extra: 1 for a plural, "Sundays"
  relative,   // value: offset, kSame for "the same day"; extra: Grain, plus kCalendarFactor * (1 + Calendar) if one is
              // named
  time_unit,  // value: 1 for a plural form, extra: TimeUnit
  year_marker,
  month_marker,
  day_marker,
  era,     // extra: Calendar; value: 1 for years that count back
  part,    // extra: TimeMod (start, mid, end)
  period,  // value: number or 0, extra: Grain (quarter, half)
  season,  // value: 1 spring ... 4 winter
  ago,
  ahead,
  ahead_in,  // "in" before a length: a day to come, if the sentence speaks of what will be
  last,
  next,
  current,
  first,  // "the first nine months"
  since,
  until,
  by,
  before,
  after,
  holding,        // extra: 1 if it stands before a date as well ("during March")
  vague_time,     // value: 0, or a holiday as holiday_value() packs it; extra: its Calendar, plus
                  // kCalendarFactor if it may stand without its year
  decade_suffix,  // 1990s, 90-e
  one,            // value: 1 if it makes a length of a unit anywhere ("another"), 0 after a preposition only ("a")
  age,            // tells what the figure beside it is, an age ("aged", "and older") or a count; extra: where it stands
                  // (kAgeBefore, ..., kAgeCopula); value: of a count, index in Knowledge::concepts()
  duration,       // value: index in Knowledge::durations()
  // units.toml
  percent,  // extra: kBefore if it stands before its figure
  percentage_point,
  currency,         // value: index in Knowledge::currencies()
  currency_prefix,  // the same; stands before the figure
  dual,             // two of one in one word; extra: 0 concept, 1 measure, 2 currency; value: its index
  minor,            // a hundredth of a currency ("cents"); value: how many decimals, 2 or 3
  measure,          // value: index in Knowledge::measures()
  // modifiers.toml
  modifier_before,  // extra: Modifier; value: 1 for "almost", which is a little less
  modifier_after,
  // names, concepts, facts
  name,          // value: index in Knowledge::entities(); extra: 1 for an adjective
  concept_noun,  // value: index in Knowledge::concepts()
  // no grammar reads these; they come last
  stance,  // extra: Stance
  past,    // a verb of what has been: "was", "killed"
  local,   // a word of one country's press; extra and value: the two letters of its ISO 3166-1 code
  record,
  change,
  former,        // "previous", "until then": of an earlier time or case
  cue,           // value: index in Knowledge::frames()
  veto,          // the same
  marker_other,  // the same: what follows is named by the way ("met with")
  topic,         // value: index in Knowledge::topics(); in Knowledge::topic_words() only
  computing,     // value: a Computing; extra: how often for times
};
/// What a word says of how the figures around it hang together.
enum class Computing : std::uint8_t {
  parts,         // "of which": some of the figure before
  parts_behind,  // the same, right behind a part
  comprises,     // "made up of": all of it
  together,      // "in all": the sum of the figures before
  out_of,        // "of 1,200 people": what the next figure is a part of
  equals,        // "equivalent to": one thing said in two ways
  against,       // "compared with": a level to compare with
  earlier,       // "a year earlier": the same
  average,       // "on average"
  each,          // "per"
  times,         // "doubled"
  up_or_down,    // "up": the percentage beside it is a change
  yearly,        // "a year": the percentage beside it is no change between the levels
  anniversary,
  founded,
  remaining,   // "the remaining": the part behind it completes the others
  difference,  // "a majority of", "a deficit of": what one figure is above another
  born,
  abstained,  // of votes: those for and against stand beside it
  beyond,     // "above": right behind a percentage, which is a change from the level behind the word
};
inline constexpr std::uint32_t kComputingBits = 5;  ///< Cue::payload of computing words: extra x 32 + Computing

inline constexpr std::int32_t kCalendarFactor = 256;
/// A holiday in Label::value: a day of a month, the nth weekday of one (0: the last), or days from Easter Sunday.
struct Holiday {
  int month = 0, day = 0;
  int nth = 0, weekday = 0;
  int easter = 0;  ///< beside month 0
};
constexpr std::int64_t holiday_value(const Holiday& h) {
  return 1 + h.month + 16 * (h.day + 32 * (h.nth + 8 * (h.weekday + 8 * (h.easter + 128))));
}
constexpr Holiday holiday_of(std::int64_t value) {
  const auto part = [&value](int size) {
    const int result = static_cast<int>(value % size);
    value /= size;
    return result;
  };
  --value;
  Holiday h;
  h.month = part(16);
  h.day = part(32);
  h.nth = part(8);
  h.weekday = part(8);
  h.easter = part(256) - 128;
  return h;
}
inline constexpr std::int32_t kBefore = 1;
// where the words of an age stand
inline constexpr std::int32_t kAgeBefore = 0;       ///< before any figure: "aged 40"
inline constexpr std::int32_t kAgeBeforeYears = 1;  ///< before a figure with its years
inline constexpr std::int32_t kAgeBehind = 2;       ///< behind the figure or its years: "65 years AND OLDER"
inline constexpr std::int32_t kAgeAdjective = 3;    ///< the years themselves, beside a person: 71-LETNEGO muzhchiny
inline constexpr std::int32_t kAgeCopula = 5;       ///< behind years, where the sentence named an age: "sinn ... BUD"
inline constexpr std::int32_t kCountBefore = 4;     ///< before a figure, no age but a count: "MOTHER OF 12"
inline constexpr std::int32_t kWeekend = 128;       ///< in Label::extra of relative words, beside Grain::week
/// Label::value of relative words that hang on the last day named: kSame for "the same day", kSame + 1 for "the next
/// day", kSame - 1 for "the year before".
inline constexpr std::int64_t kSame = -1000000;
constexpr bool hangs_on_last(std::int64_t offset) { return offset < kSame / 2; }

enum class TimeUnit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  week,
  month,
  quarter,
  half,
  season,
  year,
  decade,
  century
};

/// A phrase of the lexicon found in a folded text.
struct Label {
  LabelKind kind;
  std::uint8_t language = 0;  ///< index in Knowledge::languages(); kAnyLanguage for symbols
  std::uint8_t clitic = 0;    ///< bytes of clitics peeled from its front that a span leaves out ("and")
  std::uint8_t peeled = 0;    ///< bytes of all clitics peeled, those that a span keeps too ("the", "in")
  bool ambiguous = false;     ///< listed in [ambiguous] or weak: counts only beside others of its kind
  std::uint32_t begin = 0;    ///< folded bytes of the phrase, clitics inside
  std::uint32_t end = 0;
  std::int64_t value = 0;
  std::int32_t extra = 0;
};
inline constexpr std::uint8_t kAnyLanguage = 255;

/// A label in a text that is cut into tokens.
struct Tag {
  [[no_unique_address]] Label label;
  std::uint32_t end = 0;  ///< the token after the phrase
};
static_assert(sizeof(Tag) == 32);

/// A set of label kinds; the top bit stands for a figure in digits.
using Kinds = std::uint64_t;
inline constexpr Kinds kFigure = Kinds{1} << 63;
static_assert(static_cast<int>(LabelKind::stance) <= 63);  // those from stance on are of no grammar and have no bit
template <class... Kind>
constexpr Kinds kinds(Kind... kind) {
  return (Kinds{0} | ... | (Kinds{kind < LabelKind::stance} << (static_cast<unsigned>(kind) % 64)));
}

}  // namespace mizan
