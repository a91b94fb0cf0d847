// The plain types of mizan: what one room hands to the next.
//
// A text becomes Mentions (every figure and date, with the bytes it came from), Mentions become Claims
// (frame(who) @ when = what), Claims become Findings (verdict, both sides, the reason as data).
//
//   Mention m = ...;                     // "28.2 billion dollars", bytes 7245 to 7273
//   dump(m.readings.front());            // "28.2e9 USD"
//   dump(claim);                         // "trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD [record]"
//
// Every type has a one-line dump(): the format of the tests, of debugging and of fingerprints.
// Not here: anything that reads, prints, knows a language or includes a third-party library beyond fmt and
// tl::expected.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <variant>
#include <vector>

#include "model/decimal.hpp"

namespace mizan {

// ---------------------------------------------------------------------------------------------- places and errors

/// Bytes of the ORIGINAL text, half open (SARIF byteOffset, byteOffset + byteLength).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Span&, const Span&) = default;
  std::uint32_t size() const { return end - begin; }
  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
};

/// A mistake in something a person wrote: a rule, a lexicon, a document, a flag. line and column count from 1; 0 is
/// unknown.
struct Error {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;
  std::string hint;  ///< "did you mean ...", or empty
};
using Errors = std::vector<Error>;
template <class T>
using Result = tl::expected<T, Errors>;

/// The nearest candidate within an edit distance that a slip of the finger explains, as 'did you mean "..."?'; else "".
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

/// FNV-1a, 64 bits: the same on every machine.
std::uint64_t fingerprint(std::string_view text);

// ------------------------------------------------------------------------------------------------------- intervals

using Day = std::chrono::sys_days;

/// What was said, as the set of values it leaves open. An absent end is unbounded.
template <class T>
struct Interval {
  std::optional<T> first;
  std::optional<T> last;
  friend bool operator==(const Interval&, const Interval&) = default;
  bool is_point() const { return first && last && *first == *last; }
};
using Days = Interval<Day>;  ///< inclusive
using Range = Interval<Decimal>;

/// Do the two have a value in common? Two ranges that only touch at an end do not meet (27.5 to 28.5 and 28.5 to 29.5),
/// unless that end is stated exactly by one of them.
bool meets(const Range& a, const Range& b);
/// Inclusive days: sharing one day is meeting.
bool meets(const Days& a, const Days& b);
bool contains(const Days& outer, const Days& inner);
/// From the earlier first to the later last.
Days widen(const Days& a, const Days& b);

// --------------------------------------------------------------------------------------------------------- figures

enum class Modifier { exact, approx, at_least, more_than, at_most, less_than, range };

enum class Dimension { none, money, percent, percentage_point, measure, count };

/// A figure as it was stated. unit: ISO 4217 (money), "percent", "percentage point", UCUM (measure), the id of a
/// concept or the noun itself (count), or "" (a bare number).
struct Quantity {
  Decimal low;   ///< the stated value; the lower end if modifier is range
  Decimal high;  ///< the same, or the upper end
  Modifier modifier = Modifier::exact;
  Dimension dimension = Dimension::none;
  std::string unit;
  bool nearly = false;  ///< approx, by a word for what is a little less: "almost"
  /// A count of things is exact to the unit; a measured amount is exact to half its last stated digit.
  bool counted() const { return dimension == Dimension::count || dimension == Dimension::none; }
};

/// The values the statement leaves open: "28 billion" is 27.5e9 to 28.5e9, "more than 300" is open above, "26
/// countries" is 26, "about 17" is one unit of its last digit to either side.
Range range(const Quantity& quantity);
/// range(), with trailing zeros taken as rounding: "2,000 ft" may be anything that rounds to two thousand.
Range loose_range(const Quantity& quantity);

// ----------------------------------------------------------------------------------------------------------- times

enum class TimeType { date, duration, set };  // TIMEX3
enum class TimeMod { none, start, mid, end, approx, before, after, since, until };
enum class Calendar { gregorian, persian, islamic };
enum class Grain { day, week, month, quarter, half, season, year, decade, century, other };

/// A point, period or length of time. value is an EDTF date or interval (2023, 2022-07-19, 2023-01/2023-08), an ISO
/// 8601 duration (PT24H), or, where the text leaves the year open, a TIMEX3 value with X (XXXX-11-09).
struct Time {
  TimeType type = TimeType::date;
  std::string value;
  TimeMod mod = TimeMod::none;
  Modifier bound = Modifier::exact;  ///< of a duration: "more than 3 hours"
  Grain grain = Grain::other;
  Calendar calendar = Calendar::gregorian;
  std::optional<Days> days;         ///< absent: not resolved, or a duration
  std::optional<unsigned> weekday;  ///< as stated; ISO 8601, Monday is 1
  bool relative = false;            ///< hangs on the date of the document ("last year", "9 November")
  bool inferred = false;            ///< relative, and the date of the document is itself inferred
};

struct Ordinal {
  std::int64_t value = 0;
  std::string of;  ///< the concept or noun that is counted, or ""
};

// -------------------------------------------------------------------------------------------------------- mentions

using Reading = std::variant<Quantity, Time, Ordinal>;

/// A figure or date where it stands. readings is never empty; more than one means that the notation is ambiguous,
/// likeliest first.
struct Mention {
  Span span;
  std::vector<Reading> readings;
  std::uint32_t sentence = 0;  ///< index in Extraction::sentences
  std::string path;            ///< the grammar rules that made it: "quantity.money", "time.day_month"
  bool partitive = false;      ///< "14 of the members": some of them, not how many there are
  bool whole = false;          ///< the whole that the mention before it is a part of: the 89 of "76 of the 89 regions"
};

/// The day a document was published or speaks from, and how we know.
struct DocumentDate {
  enum class Source { unknown, metadata, dateline, inferred };
  Source source = Source::unknown;
  std::optional<Days> days;    ///< one day, or a period if no more is known ("November 2024")
  std::vector<Span> evidence;  ///< the dateline, or the mentions the inference rests on
  std::string reason;          ///< for inferred: the argument in one line
};

/// A name found in the text. id: ISO 3166-1 alpha-2 for countries, else a slug.
struct NameMention {
  Span span;
  std::string id;
  std::string type;     ///< country, organisation, person, place
  std::string country;  ///< the country a place or an adjective stands for, or ""
};

/// A word that tells what a sentence is about: a listed name, a topic or concept, or any other word of content.
struct Word {
  enum class Kind : std::uint8_t { name, topic, plain };
  Span span;
  Kind kind = Kind::plain;
  std::uint8_t gap = 0;     ///< of a claim's words: how many stand between it and the figure, signs counted too
  std::uint32_t index = 0;  ///< of a name in Knowledge::entities(), of a topic in Knowledge::topics()
  std::uint64_t key = 0;    ///< fingerprint of the id, the same in all languages; of a plain word, of its stem
  std::uint32_t sounds[2] = {0, 0};  ///< of a word that may be a name nobody listed: how it sounds in any script
  std::uint32_t group = 0;           ///< topics of one group exclude each other; 0: of none
  bool general = false;              ///< a topic of many subjects: "reach", "annual"
  bool game = false;                 ///< a topic of sport, where every player has figures of his own
  bool grows = false;                ///< a topic whose counts grow while an event is reported: "killed"
};

// ---------------------------------------------------------------------------------------------------------- claims

enum class Stance { asserted, reported, planned, denied };

struct Slot {
  std::string name;   ///< parties, org, visitor, to, unit, ...
  std::string value;  ///< "KZ+RU": several entities are sorted and joined by '+'
  friend auto operator<=>(const Slot&, const Slot&) = default;
};

/// One statement of one fact. Everything a judge needs is here: no text is read after this.
/// A measure in the base unit of its kind, so that hectares can be held against acres.
struct Measured {
  std::string kind;            ///< "area": a table of rules/conversion.toml
  double value = 0;            ///< as stated
  double first = 0, last = 0;  ///< what it was rounded from, zeros counting as rounding
};

struct Claim {
  std::uint32_t document = 0;           ///< index in the corpus
  std::uint32_t mention = 0;            ///< index in the document's mentions
  std::string frame;                    ///< "trade.turnover"
  std::vector<Slot> key;                ///< sorted by name
  std::optional<Time> at;               ///< when it holds; absent: not said
  std::optional<Span> at_span;          ///< where that stands; absent: taken from the document
  std::vector<Reading> readings;        ///< the value, likeliest first
  std::vector<Measured> measured = {};  ///< of an open claim: a measure, once for each unit that its word may mean
  Span span;                            ///< of the value
  Span sentence;
  Span cue;  ///< the words that named the frame
  Stance stance = Stance::asserted;
  bool record = false;      ///< said to be the highest so far
  bool change = false;      ///< of an open claim: by how much something changed, not where it stands
  bool former = false;      ///< of an open claim: of an earlier time or case, "in the previous round"
  bool part = false;        ///< of an open claim: said to be some of a greater number
  bool passing = false;     ///< of an open claim: a date of the writing ("yesterday") or the period of a figure
  std::vector<Word> about;  ///< of an open claim: what stands around the figure, nearest first
  double confidence = 1.0;  ///< 0 to 1
};

// ---------------------------------------------------------------------------------------------------- computations

/// Figures of one text that must fit each other, because the text says how they hang together. What the operands are,
/// in this order: sum: the total, then its parts; change: two levels, in any order, and the percentage, the percentage
/// points or nothing (times says it: "doubled"); share: the part, the whole, the percentage; product: how many, how
/// much each, how much in all; conversion and rate: one thing in two units or currencies; anniversary: which one it is,
/// the year of the event, and the year it falls in if the text says that; list: the count; years: a length or an age,
/// then the dates it lies between.
struct Computation {
  enum class Kind : std::uint8_t { sum, change, share, product, conversion, rate, anniversary, list, years };
  Kind kind = Kind::sum;
  std::vector<std::uint32_t> operands;  ///< indices in the document's mentions
  /// sum: the parts are all of the total; else they may be less. change: the second level is the earlier; else any may.
  bool complete = true;
  int times = 0;  ///< change: 2 for "doubled"; list: how many are named; years, product: a length of time; sum: 100 (%)
  /// conversion: what makes the same unit of both; several where a word means several units ("ton").
  struct Scale {
    Decimal factor;
    Decimal offset;  ///< added after the factor: 32 from Celsius to Fahrenheit
  };
  std::vector<std::pair<Scale, Scale>> scales;
};

// -------------------------------------------------------------------------------------------------------- findings

enum class Verdict { contradiction, tension, corroboration, verified };
enum class Level { none, note, warning, error };  // SARIF

/// One place that takes part in a finding. Either a claim or a bare mention (a date and its weekday).
struct Evidence {
  std::uint32_t document = 0;
  Span span;
  Span sentence;
  std::string value;       ///< dump of the value, ASCII: "28.2e9 USD"
  std::string claim;       ///< id of the claim, or "" for a bare mention
  std::uint32_t side = 0;  ///< pieces of evidence that agree share a side: 0 is A, 1 is B, ...
};

/// Why, as data: label and text, e.g. {"key", "parties=KZ+RU"}, {"at", "2022"}, {"interval A", "28.15e9/28.25e9"}.
using Reason = std::vector<std::pair<std::string, std::string>>;

/// How a finding stands to an earlier state of the corpus: a baseline, or another commit (SARIF baselineState new,
/// unchanged, updated). A changed value is news. none: there is nothing to compare with.
enum class State { none, fresh, known, changed };

/// Somebody has looked and decided that it is no finding, and why.
struct Suppression {
  std::string reason;
  std::string file;        ///< where that is written: the article itself, or a list
  std::uint32_t line = 0;  ///< counts from 1
  bool in_source = false;  ///< in a comment of the article
};

struct Finding {
  std::string id;  ///< "fc-" and 8 hexadecimal digits; survives moved text, not a changed value
  Verdict verdict = Verdict::corroboration;
  Level level = Level::none;
  std::string rule;  ///< a frame, or a computed check: "weekday", "calendar", "record", ...
  std::string
      title;  ///< one line, ASCII values: "trade turnover KZ+RU: record 28e9 USD for 2023 below 28.2e9 for 2022"
  std::string message;             ///< what an editor is told, one sentence
  std::vector<Evidence> evidence;  ///< in order of side, document, span
  Reason reason;
  double confidence = 1.0;
  State state = State::none;
  std::optional<Suppression> suppressed = {};
};

/// What two texts of one matter have to say of each other.
struct Comparison {
  std::vector<Finding> findings;            ///< contradictions first, then tensions, then corroborations
  std::vector<std::uint32_t> only[2] = {};  ///< mentions of either text that the other lacks
};

/// All claims of one frame and key, by time: no finding, but what an editor wants to see.
struct Series {
  std::string id;  ///< "sr-" and 8 hexadecimal digits
  std::string frame;
  std::string title;
  std::vector<Slot> key;
  std::vector<std::uint32_t> claims;  ///< indices in the corpus' claims, by time
};

// ----------------------------------------------------------------------------------------------------------- names

std::string_view name(Modifier);
std::string_view name(TimeType);
std::string_view name(TimeMod);
std::string_view name(Calendar);
std::string_view name(Grain);
std::string_view name(DocumentDate::Source);
std::string_view name(Stance);
std::string_view name(Verdict);
std::string_view name(Level);
std::string_view name(State);  ///< new, known, changed; "" for none
std::string_view name(Dimension);
std::string_view name(Computation::Kind);

std::string iso(Day day);           ///< 2023-11-09
std::string dump(const Span&);      ///< 7245-7273
std::string dump(const Range&);     ///< 27.5e9/28.5e9, 300/..
std::string dump(const Days&);      ///< 2023-01-01/2023-12-31; a single day alone
std::string dump(const Quantity&);  ///< 28.2e9 USD, >300 {agreement}, ~6e3 {company}, 20e3..99999
std::string dump(const Time&);      ///< 2023-01/2023-08, 2023-11-09 Thu, PT24H, start 2024-11
std::string dump(const Ordinal&);   ///< #70
std::string dump(const Reading&);
std::string dump(const Mention&);      ///< 7245-7273 28.2e9 USD (or) ...
std::string dump(const Claim&);        ///< trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD [record]
std::string dump(const Computation&);  ///< sum 4 5 6 or less, change 2 3 x2
std::string dump(const Finding&);      ///< tension record trade.turnover ... : one line
std::string dump(const Error&);        ///< file:line:column: message (hint)

/// A short stable identifier: prefix and 8 hexadecimal digits of a 64-bit FNV-1a hash of text. For claims "cl-",
/// findings "fc-".
std::string stable_id(std::string_view prefix, std::string_view text);

}  // namespace mizan
