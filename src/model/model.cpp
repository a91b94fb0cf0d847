#include "model/model.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mizan {
namespace {

// ------------------------------------------------------------------------------------------------------- did you mean

/// Code points, so that one wrong Arabic letter counts as one slip; ASCII capitals are no slip at all.
std::u32string letters(std::string_view text) {
  std::u32string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80 && !result.empty()) {
      result.back() = (result.back() << 6) | (byte & 0x3F);
    } else {
      result.push_back(byte >= 'A' && byte <= 'Z' ? byte + 32u : byte);
    }
  }
  return result;
}

/// Damerau-Levenshtein: insertions, deletions, substitutions, and neighbours swapped.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

/// How many slips a word of this length explains; in short words nearly everything is near.
std::size_t slips(std::size_t length) { return length < 3 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3; }

// ------------------------------------------------------------------------------------------------------------ figures

/// A finite end is stated exactly if the interval is a point ("26") or open to the other side ("at least 300").
bool stated_exactly(const Range& range) { return range.is_point() || !range.first || !range.last; }

/// An end that has no exact notation is left open: the wider interval accuses nobody.
Range around(const Decimal& value, const Decimal& reach) { return {add(value, reach.negated()), add(value, reach)}; }

/// A third has digits without end, and states no more than the first of them: what is left of 17 digits if this many
/// tell the value.
Decimal of_few_digits(const Decimal& value, std::int64_t most) {
  constexpr std::int64_t kEndless = 100'000'000'000'000;
  std::int64_t digits = value.coefficient();
  int exponent = value.exponent();
  if (exponent >= 0 || (digits < kEndless && digits > -kEndless)) return value;
  for (; digits >= most || digits <= -most; digits /= 10) ++exponent;
  return {digits, exponent};
}

Decimal half_unit(const Decimal& value) { return Decimal{5, 0}.scaled(value.exponent() - 1); }

Range exact_range(const Decimal& value, bool counted) {
  if (counted && value.exponent() <= 0 && value.is_integer()) return {value, value};
  return around(value, half_unit(of_few_digits(value, 100)));  // "a third": 0.33
}

Range approximate_range(const Decimal& value) {
  const Decimal stripped = value.is_zero() ? value : value.stripped();
  // "about 100" is no statement about 0, so one whole unit is too much for a lone digit 1.
  const bool reaches_zero = stripped.coefficient() == 1 || stripped.coefficient() == -1;
  const Decimal told = of_few_digits(stripped, 10);  // "about a third": about 0.3
  return around(stripped, reaches_zero ? half_unit(told) : told.unit());
}

/// Zeros before the decimal point may be rounding; those after it are written on purpose.
Decimal loosened(const Decimal& value) {
  if (value.is_zero() || value.exponent() < 0) return value;
  const Decimal stripped = value.stripped();
  return value.exponent() > 0 || stripped.exponent() >= 2 ? stripped : value;
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::u32string wanted = letters(word);
  const std::string* best = nullptr;
  std::size_t nearest = 0;
  for (const std::string& candidate : candidates) {
    if (candidate == word) return "";
    const std::u32string other = letters(candidate);
    const std::size_t limit = slips(std::max(wanted.size(), other.size()));
    const std::size_t difference = std::max(wanted.size(), other.size()) - std::min(wanted.size(), other.size());
    if (difference > limit) continue;
    const std::size_t found = distance(wanted, other);
    if (found <= limit && (best == nullptr || found < nearest)) {
      best = &candidate;
      nearest = found;
    }
  }
  return best == nullptr ? "" : fmt::format("did you mean \"{}\"?", *best);
}

bool meets(const Range& a, const Range& b) {
  if (a.last && b.first && *a.last < *b.first) return false;
  if (b.last && a.first && *b.last < *a.first) return false;
  const bool touch = (a.last && b.first && *a.last == *b.first) || (b.last && a.first && *b.last == *a.first);
  return !touch || stated_exactly(a) || stated_exactly(b);
}

bool meets(const Days& a, const Days& b) {
  return !(a.last && b.first && *a.last < *b.first) && !(b.last && a.first && *b.last < *a.first);
}

bool contains(const Days& outer, const Days& inner) {
  return (!outer.first || (inner.first && *outer.first <= *inner.first)) &&
         (!outer.last || (inner.last && *inner.last <= *outer.last));
}

Days widen(const Days& a, const Days& b) {
  Days result;
  if (a.first && b.first) result.first = std::min(*a.first, *b.first);
  if (a.last && b.last) result.last = std::max(*a.last, *b.last);
  return result;
}

Range range(const Quantity& quantity) {
  switch (quantity.modifier) {
    case Modifier::exact:
      return exact_range(quantity.low, quantity.counted());
    case Modifier::approx:
      return approximate_range(quantity.low);
    case Modifier::at_least:
    case Modifier::more_than:
      return {quantity.low, std::nullopt};
    case Modifier::at_most:
    case Modifier::less_than:
      return {std::nullopt, quantity.low};
    case Modifier::range:
      break;
  }
  // Ends in the wrong order are a finding of their own; here they still enclose what was said.
  const auto [low, high] = std::minmax(quantity.low, quantity.high);
  return {exact_range(low, quantity.counted()).first, exact_range(high, quantity.counted()).last};
}

Range loose_range(const Quantity& quantity) {
  Quantity loose = quantity;
  loose.low = loosened(quantity.low);
  loose.high = loosened(quantity.high);
  return range(loose);
}

// -------------------------------------------------------------------------------------------------------------- names

std::string_view name(Modifier value) {
  switch (value) {
    case Modifier::exact:
      return "exact";
    case Modifier::approx:
      return "approx";
    case Modifier::at_least:
      return "at_least";
    case Modifier::more_than:
      return "more_than";
    case Modifier::at_most:
      return "at_most";
    case Modifier::less_than:
      return "less_than";
    case Modifier::range:
      return "range";
  }
  return "";
}

std::string_view name(TimeType value) {
  switch (value) {
    case TimeType::date:
      return "date";
    case TimeType::duration:
      return "duration";
    case TimeType::set:
      return "set";
  }
  return "";
}

std::string_view name(TimeMod value) {
  switch (value) {
    case TimeMod::none:
      return "none";
    case TimeMod::start:
      return "start";
    case TimeMod::mid:
      return "mid";
    case TimeMod::end:
      return "end";
    case TimeMod::approx:
      return "approx";
    case TimeMod::before:
      return "before";
    case TimeMod::after:
      return "after";
    case TimeMod::since:
      return "since";
    case TimeMod::until:
      return "until";
  }
  return "";
}

std::string_view name(Calendar value) {
  switch (value) {
    case Calendar::gregorian:
      return "gregorian";
    case Calendar::persian:
      return "persian";
    case Calendar::islamic:
      return "islamic";
  }
  return "";
}

std::string_view name(Grain value) {
  switch (value) {
    case Grain::day:
      return "day";
    case Grain::week:
      return "week";
    case Grain::month:
      return "month";
    case Grain::quarter:
      return "quarter";
    case Grain::half:
      return "half";
    case Grain::season:
      return "season";
    case Grain::year:
      return "year";
    case Grain::decade:
      return "decade";
    case Grain::century:
      return "century";
    case Grain::other:
      return "other";
  }
  return "";
}

std::string_view name(DocumentDate::Source value) {
  switch (value) {
    case DocumentDate::Source::unknown:
      return "unknown";
    case DocumentDate::Source::metadata:
      return "metadata";
    case DocumentDate::Source::dateline:
      return "dateline";
    case DocumentDate::Source::inferred:
      return "inferred";
  }
  return "";
}

std::string_view name(Stance value) {
  switch (value) {
    case Stance::asserted:
      return "asserted";
    case Stance::reported:
      return "reported";
    case Stance::planned:
      return "planned";
    case Stance::denied:
      return "denied";
  }
  return "";
}

std::string_view name(Verdict value) {
  switch (value) {
    case Verdict::contradiction:
      return "contradiction";
    case Verdict::tension:
      return "tension";
    case Verdict::corroboration:
      return "corroboration";
    case Verdict::verified:
      return "verified";
  }
  return "";
}

std::string_view name(State value) {
  switch (value) {
    case State::none:
      return "";
    case State::fresh:
      return "new";
    case State::known:
      return "known";
    case State::changed:
      return "changed";
  }
  return "";
}

std::string_view name(Level value) {
  switch (value) {
    case Level::none:
      return "none";
    case Level::note:
      return "note";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "";
}

std::string_view name(Dimension value) {
  switch (value) {
    case Dimension::none:
      return "none";
    case Dimension::money:
      return "money";
    case Dimension::percent:
      return "percent";
    case Dimension::percentage_point:
      return "percentage_point";
    case Dimension::measure:
      return "measure";
    case Dimension::count:
      return "count";
  }
  return "";
}

std::string_view name(Computation::Kind value) {
  switch (value) {
    case Computation::Kind::sum:
      return "sum";
    case Computation::Kind::change:
      return "change";
    case Computation::Kind::share:
      return "share";
    case Computation::Kind::product:
      return "product";
    case Computation::Kind::conversion:
      return "conversion";
    case Computation::Kind::rate:
      return "rate";
    case Computation::Kind::anniversary:
      return "anniversary";
    case Computation::Kind::list:
      return "list";
    case Computation::Kind::years:
      return "years";
  }
  return "";
}

// ----------------------------------------------------------------------------------------------------------
// identifiers

std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

std::string stable_id(std::string_view prefix, std::string_view text) {
  const std::uint64_t hash = fingerprint(text);
  // Both halves take part: the low half alone of FNV-1a is the weaker one.
  return fmt::format("{}{:08x}", prefix, static_cast<std::uint32_t>(hash ^ (hash >> 32)));
}

}  // namespace mizan
