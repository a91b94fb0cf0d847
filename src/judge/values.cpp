#include "judge/values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "text/text.hpp"

namespace mizan {
namespace {

constexpr double kMostRounded = 1.16;  // ratio of a figure and what it was rounded to
constexpr int kWeekReach = 7;          // days
constexpr double kAbout = 0.065;       // logarithm of the ratio of a figure and what "about" stands for
constexpr double kNearby = 1.2;        // logarithm of the ratio of a figure and its slip
constexpr double kOneBound = 0.25;     // logarithm of the ratio of two bounds that may be one
constexpr double kTellingBound = 0.4;  // and of a figure and the bound that it bears out
constexpr double kOneLength = 0.02;    // logarithm of the ratio of durations that are one: P30D and P1M
constexpr double kDaysOfYear = 365.2425;
constexpr double kDaysOfMonth = 30.4369;
constexpr double kMinutesOfDay = 1440;
constexpr double kConverted = 1.005;    // ratio of two measures that are one, beyond what each was rounded from
constexpr double kMisconverted = 1.05;  // and of two that are not
constexpr double kThousand = 1000;
constexpr double kTenfold = 2, kHundredfold = 5, kThousandfold = 7;  // logarithms, of a little less and a little more
constexpr int kLeastSlip = 20,
              kMostSlip = 95;              // days between a date and the same in another month: one of the next three
constexpr std::size_t kTellingDigits = 4;  // one of so many is a slip, one of three is chance
constexpr double kMostTens = 3.5;          // powers of ten between two measures: more is no slip of a point or a unit
constexpr double kPowerOfTen = 0.01;       // in logarithms to ten
constexpr double kLittle = 0.4;  // share of the shorter period that two dates have in common, too little to agree

/// "about 9,000" as careful writers use it: what rounds to nine thousand. Who writes "about 185" rounds to fives.
Range rounded(const Quantity& q) {
  if (q.modifier != Modifier::approx || q.low.is_zero()) return range(q);
  const Decimal stripped = q.low.stripped();
  const bool fives = stripped.coefficient() % 10 == 5 || stripped.coefficient() % 10 == -5;
  const Decimal reach = fives ? Decimal(25, stripped.exponent() - 1) : Decimal(5, stripped.exponent() - 1);
  return {add(stripped, reach.negated()), add(stripped, reach)};
}

/// Where one bound or two leave everything open, the figures themselves tell: "more than 1,200" and "more than 2,000"
/// of the same thing are odd, and "at least 21" says nothing for 43.
Relation bounded(const Quantity& a, const Quantity& b) {
  const bool up = opens_upward(a) || opens_upward(b), down = opens_downward(a) || opens_downward(b);
  if (up == down) return Relation::meet;
  const double ratio = std::abs(std::log(std::abs(a.low.approximate() / b.low.approximate())));
  if (opens_upward(a) == opens_upward(b) && opens_downward(a) == opens_downward(b))
    return ratio < kOneBound ? Relation::meet : Relation::rounding;
  return ratio < kTellingBound ? Relation::meet : Relation::none;
}

/// "Last week" is the last seven days to some, and the week before this one to others.
Days widened(const Time& time) {
  if (!time.relative || time.grain != Grain::week || !time.days->first || !time.days->last) return *time.days;
  return {*time.days->first - std::chrono::days(kWeekReach), *time.days->last + std::chrono::days(kWeekReach)};
}

/// "127 minutes", "two hours and seven minutes".
bool same_length(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto x = days_of(a), y = days_of(b);
  return x && y && *x > 0 && *y > 0 && std::abs(std::log(*x / *y)) < kOneLength;
}

Relation relate(const Quantity& a, const Quantity& b) {
  const bool comparable = (a.counted() && b.counted()) || (is_percent(a) && is_percent(b)) ||
                          (a.dimension == b.dimension && a.unit == b.unit);
  if (!comparable) return Relation::none;
  if (meets(range(a), range(b))) {
    if (is_percent(a) && a.dimension != b.dimension) return Relation::rounding;  // percent are no percentage points
    const Relation open = bounded(a, b);
    if (open != Relation::meet) return open;
    if (!meets(rounded(a), rounded(b))) return Relation::rounding;
    // "nearly 2,600" is no word for 2,650
    const auto short_of = [](const Quantity& nearly, const Quantity& told) {
      const Range exact = range(told);
      return nearly.nearly && told.modifier == Modifier::exact && exact.first && nearly.low < *exact.first;
    };
    if (short_of(a, b) || short_of(b, a)) return Relation::rounding;
    // "nearly 700" for 640 is loose, whatever it rounds to
    const auto one = [](const Quantity& q) { return q.modifier == Modifier::exact; };
    const bool about = (a.modifier == Modifier::approx && one(b)) || (b.modifier == Modifier::approx && one(a));
    const double apart = std::abs(std::log(std::abs(a.low.approximate() / b.low.approximate())));
    return about && apart > kAbout ? Relation::rounding : Relation::meet;
  }
  if (a.dimension != b.dimension && is_percent(a)) return Relation::none;
  if (!meets(loose_range(a), loose_range(b))) return Relation::apart;
  // nobody rounds a prize of 120,000 to 100,000
  const bool exact = a.modifier == Modifier::exact && b.modifier == Modifier::exact;
  const double x = std::abs(a.low.approximate()), y = std::abs(b.low.approximate());
  return exact && std::max(x, y) > kMostRounded * std::min(x, y) ? Relation::apart : Relation::rounding;
}

Relation relate(const Reading& a, const Reading& b) {
  if (const auto* p = std::get_if<Quantity>(&a)) {
    const auto* q = std::get_if<Quantity>(&b);
    return q == nullptr ? Relation::none : relate(*p, *q);
  }
  if (const auto* p = std::get_if<Ordinal>(&a)) {
    const auto* q = std::get_if<Ordinal>(&b);
    if (q == nullptr) return Relation::none;
    return p->value == q->value ? Relation::meet : Relation::apart;
  }
  const auto& p = std::get<Time>(a);
  const auto* q = std::get_if<Time>(&b);
  if (q == nullptr || p.type != q->type) return Relation::none;
  if (p.type == TimeType::duration) {
    if (same_length(p.value, q->value)) return Relation::meet;
    return p.bound == Modifier::exact && q->bound == Modifier::exact ? Relation::apart : Relation::none;
  }
  if (!p.days || !q->days) return Relation::none;
  if (!meets(*p.days, *q->days)) return meets(widened(p), widened(*q)) ? Relation::none : Relation::apart;
  if (!p.days->first || !p.days->last || !q->days->first || !q->days->last) return Relation::meet;
  // the months of two calendars never are the same days
  if (p.grain == Grain::month && q->grain == Grain::month && p.calendar != q->calendar) return Relation::meet;
  // winter and December share eleven days: hardly the same
  const auto length = [](const Day& first, const Day& last) { return static_cast<double>((last - first).count()) + 1; };
  const double common = length(std::max(*p.days->first, *q->days->first), std::min(*p.days->last, *q->days->last));
  const double shorter = std::min(length(*p.days->first, *p.days->last), length(*q->days->first, *q->days->last));
  return common < kLittle * shorter ? Relation::rounding : Relation::meet;
}

std::string digits_of(const Reading& reading) {
  const auto* q = std::get_if<Quantity>(&reading);
  if (q == nullptr || q->low.is_zero()) return {};
  std::string digits = std::to_string(q->low.stripped().coefficient());
  if (digits.front() == '-') digits.erase(0, 1);
  return digits;
}

}  // namespace

std::optional<double> days_of(std::string_view value) {
  if (value.starts_with('-')) value.remove_prefix(1);  // "9 years ago"
  if (value.empty() || value.front() != 'P') return std::nullopt;
  double days = 0;
  bool time = false;
  for (std::size_t i = 1; i < value.size();) {
    if (value[i] == 'T') {
      time = true;
      ++i;
      continue;
    }
    double number = 0;
    const auto [end, failed] = std::from_chars(value.data() + i, value.data() + value.size(), number);
    if (failed != std::errc{} || end == value.data() + value.size()) return std::nullopt;
    switch (*end) {
      case 'Y':
        days += number * kDaysOfYear;
        break;
      case 'M':
        days += time ? number / kMinutesOfDay : number * kDaysOfMonth;
        break;
      case 'W':
        days += number * 7;
        break;
      case 'D':
        days += number;
        break;
      case 'H':
        days += number / 24;
        break;
      case 'S':
        days += number / 86400;
        break;
      default:
        return std::nullopt;
    }
    i = static_cast<std::size_t>(end - value.data()) + 1;
  }
  return days;
}

bool is_percent(const Quantity& q) {
  return q.dimension == Dimension::percent || q.dimension == Dimension::percentage_point;
}
bool opens_upward(const Quantity& q) { return q.modifier == Modifier::at_least || q.modifier == Modifier::more_than; }
bool opens_downward(const Quantity& q) { return q.modifier == Modifier::at_most || q.modifier == Modifier::less_than; }

std::optional<std::pair<Measured, Measured>> in_one_unit(const Claim& a, const Claim& b) {
  if (a.measured.empty() || b.measured.empty()) return std::nullopt;
  const auto *p = std::get_if<Quantity>(&a.readings.front()), *q = std::get_if<Quantity>(&b.readings.front());
  if (p == nullptr || q == nullptr || p->unit == q->unit) return std::nullopt;
  std::optional<std::pair<Measured, Measured>> nearest;
  for (const Measured& x : a.measured)
    for (const Measured& y : b.measured)
      if (x.kind == y.kind && x.value > 0 && y.value > 0 &&
          (!nearest || separation(x, y) < separation(nearest->first, nearest->second)))
        nearest = {x, y};
  return nearest;
}

namespace {

/// Who converts rounds once more: a little beyond what each was rounded from nothing is told.
Relation relate(const Measured& a, const Measured& b) {
  const double gap = std::max(a.first, b.first) / std::min(a.last, b.last);
  return gap <= kConverted ? Relation::meet : gap < kMisconverted ? Relation::none : Relation::apart;
}

}  // namespace

Relation relate(const Claim& a, const Claim& b) {
  if (const auto both = in_one_unit(a, b)) return relate(both->first, both->second);
  Relation best = Relation::none;
  for (const Reading& x : a.readings)
    for (const Reading& y : b.readings) {
      const Relation r = relate(x, y);
      if (r == Relation::none) continue;
      if (best == Relation::none || r < best) best = r;
    }
  return best;
}

double separation(const Reading& a, const Reading& b) {
  if (const auto* p = std::get_if<Quantity>(&a)) {
    const auto* q = std::get_if<Quantity>(&b);
    if (q == nullptr) return 0;
    const double x = std::abs(p->low.approximate()), y = std::abs(q->low.approximate());
    if (x == 0 || y == 0) return 3;
    return std::abs(std::log(x / y));
  }
  if (const auto* p = std::get_if<Ordinal>(&a)) {
    const auto* q = std::get_if<Ordinal>(&b);
    return q == nullptr ? 0 : std::log1p(static_cast<double>(std::abs(p->value - q->value)));
  }
  const auto* p = std::get_if<Time>(&a);
  const auto* q = std::get_if<Time>(&b);
  if (p != nullptr && q != nullptr && p->type == TimeType::duration) {
    const auto x = days_of(p->value), y = days_of(q->value);
    return x && y && *x > 0 && *y > 0 ? std::abs(std::log(*x / *y)) : 0;
  }
  if (p == nullptr || q == nullptr || !p->days || !q->days || !p->days->first || !q->days->first) return 0;
  const double days = static_cast<double>(std::abs((*p->days->first - *q->days->first).count()));
  const auto length = [](const Days& d) { return static_cast<double>((*d.last - *d.first).count()) + 1; };
  return std::log1p(days / std::max(length(*p->days), length(*q->days)));
}

namespace {

/// "43rd" and "34th", PT13H and PT31H: the same digits in another order.
bool are_turned(std::string a, std::string b) {
  if (a == b) return false;
  std::sort(a.begin(), a.end()), std::sort(b.begin(), b.end());
  return a == b;
}

/// P57Y and P75Y; "143 minutes" and "two hours and 14 minutes".
bool is_slip_of_length(const std::string& a, const std::string& b) {
  if (are_turned(a, b)) return true;
  const auto in_minutes = [](const std::string& value) {
    return value.starts_with("PT") && value.ends_with('M') && value.find('H') == std::string::npos;
  };
  const auto x = days_of(a), y = days_of(b);
  if (!x || !y || !(in_minutes(a) || in_minutes(b))) return false;
  return are_turned(std::to_string(std::lround(*x * kMinutesOfDay)), std::to_string(std::lround(*y * kMinutesOfDay)));
}

/// The same day of another month, as one of the two calendars counts: "17 June" and "17 July", 9 Mehr and 9 Aban; 1989
/// and 1998. January of two years is no slip: every year has one.
bool is_slip_of_date(const Time& a, const Time& b) {
  if (a.grain != b.grain || !a.days || !b.days || !a.days->first || !b.days->first) return false;
  const Day x = *a.days->first, y = *b.days->first;
  const auto days = std::abs((x - y).count());
  const bool day = a.grain == Grain::day && days > kLeastSlip && days < kMostSlip;
  const auto one_slip = [&](Calendar calendar) {
    const CalendarDate p = from_day(calendar, x), q = from_day(calendar, y);
    if (day) return p.day == q.day && p.year == q.year;
    if (a.grain != Grain::year || p.month != 1 || q.month != 1 || p.day != 1 || q.day != 1) return false;
    std::string s = std::to_string(p.year), t = std::to_string(q.year);
    std::sort(s.begin(), s.end()), std::sort(t.begin(), t.end());
    return s == t;
  };
  // a slip is made in a calendar that one of them wrote
  const auto used = [&](Calendar calendar) { return a.calendar == calendar || b.calendar == calendar; };
  return (used(Calendar::gregorian) && one_slip(Calendar::gregorian)) ||
         (used(Calendar::persian) && one_slip(Calendar::persian));
}

}  // namespace

Likeness likeness(const Reading& a, const Reading& b) {
  const auto alike = [](bool is, Likeness kind) { return is ? kind : Likeness::none; };
  if (const auto* p = std::get_if<Time>(&a), *q = std::get_if<Time>(&b); p != nullptr && q != nullptr)
    return p->type == TimeType::duration ? alike(is_slip_of_length(p->value, q->value), Likeness::turned)
                                         : alike(is_slip_of_date(*p, *q), Likeness::other_month);
  if (const auto* p = std::get_if<Ordinal>(&a), *q = std::get_if<Ordinal>(&b); p != nullptr && q != nullptr)
    return alike(are_turned(std::to_string(p->value), std::to_string(q->value)), Likeness::turned);
  const auto *m = std::get_if<Quantity>(&a), *n = std::get_if<Quantity>(&b);
  const std::string x = digits_of(a), y = digits_of(b);
  if (m == nullptr || n == nullptr || x.empty() || y.empty()) return Likeness::none;
  const double times = separation(a, b);
  if (x == y) {  // million for billion; but 600 a tonne and 0.60 a kilogram
    const double least = std::min(std::abs(m->low.approximate()), std::abs(n->low.approximate()));
    return alike(times > kTenfold && times < kThousandfold && (times < kHundredfold || least >= kThousand),
                 Likeness::tenfold);
  }
  if (x.size() < 2 || y.size() < 2 || times >= kNearby) return Likeness::none;
  std::string p = x, q = y;
  std::erase(p, '0'), std::erase(q, '0');
  std::sort(p.begin(), p.end()), std::sort(q.begin(), q.end());
  // the same digits in another order, or a zero lost; two digits of a percentage are so by chance too often
  if (p == q && (x.size() > 2 || y.size() > 2 || !is_percent(*m))) return Likeness::turned;
  if (x.size() != y.size() || x.size() < 3) return Likeness::none;
  int changed = 0;
  for (std::size_t i = 0; i < x.size(); ++i) changed += x[i] != y[i] ? 1 : 0;
  return alike(changed == 1, Likeness::one_digit);
}

namespace {

/// Texts of one story hold so many figures that some look alike by chance: 3 and 30 of something, 24 and 42, 121 and
/// 129.
bool by_chance(Likeness kind, const Reading& a, const Reading& b) {
  if (std::get_if<Ordinal>(&a) != nullptr) return true;
  const auto *m = std::get_if<Quantity>(&a), *n = std::get_if<Quantity>(&b);
  if (m == nullptr || n == nullptr) return false;
  if (m->low != m->high || n->low != n->high) return true;  // a range
  const auto generic = [](const Quantity& q) { return q.unit.empty() || q.unit == kAnybody; };
  if (m->counted() && m->unit != n->unit && !generic(*m) && !generic(*n))
    return true;  // 1.4 million children, 1,400 jobs
  const std::size_t digits = std::max(digits_of(a).size(), digits_of(b).size());
  const bool plain = m->counted() || is_percent(*m);
  const bool small = m->low < Decimal(1, 5) || n->low < Decimal(1, 5);
  switch (kind) {
    case Likeness::tenfold:
      return digits < 2 || is_percent(*m) || (m->counted() && digits == 2 && small && separation(a, b) < kHundredfold);
    case Likeness::turned:  // but 58 and 85 branches may well be one figure
      return digits == 2 && plain && !(m->unit == n->unit && m->counted() && !generic(*m));
    case Likeness::one_digit:
      return digits < kTellingDigits;
    default:
      return false;
  }
}

}  // namespace

double separation(const Measured& a, const Measured& b) { return std::abs(std::log(a.value / b.value)); }

Likeness likely_slip(const Claim& a, const Claim& b) {
  const Reading &p = a.readings.front(), &q = b.readings.front();
  const auto both = in_one_unit(a, b);
  if (!both) {
    const Likeness kind = likeness(p, q);
    return kind == Likeness::none || by_chance(kind, p, q) ? Likeness::none : kind;
  }
  const bool telling = digits_of(p).size() > 1 && digits_of(q).size() > 1;
  if (telling && std::get<Quantity>(p).low == std::get<Quantity>(q).low) return Likeness::other_unit;
  // "2.2 miles" and "40 kilometres", 21.6 of them, are two distances: what is rounded to one digit is near to much
  const double tens = std::abs(std::log10(both->first.value / both->second.value));
  return telling && tens > 0.5 && tens < kMostTens && std::abs(tens - std::round(tens)) < kPowerOfTen
             ? Likeness::tenfold
             : Likeness::none;
}

bool same_value(const Reading& a, const Reading& b) {
  if (const auto* p = std::get_if<Quantity>(&a)) {
    const auto* q = std::get_if<Quantity>(&b);
    return q != nullptr && p->low == q->low && p->high == q->high;
  }
  if (const auto* p = std::get_if<Time>(&a)) {
    const auto* q = std::get_if<Time>(&b);
    return q != nullptr && (p->type == TimeType::duration ? same_length(p->value, q->value) : p->days == q->days);
  }
  const auto* q = std::get_if<Ordinal>(&b);
  return q != nullptr && std::get<Ordinal>(a).value == q->value;
}

int significant_digits(const Reading& reading) { return static_cast<int>(digits_of(reading).size()); }

}  // namespace mizan
