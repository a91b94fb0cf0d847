#include "judge/stands.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "judge/values.hpp"
#include "text/text.hpp"

namespace mizan {
namespace {

constexpr double kOneLength = 0.02;       // of durations that are one: P30D and P1M
constexpr double kAboutOneLength = 0.15;  // of "about two weeks" and what it may stand for
constexpr std::string_view kYears = "a";  // UCUM

bool is_strict(const Quantity& q) { return q.modifier == Modifier::more_than || q.modifier == Modifier::less_than; }

bool is_exact(const Quantity& q) { return q.modifier == Modifier::exact || q.modifier == Modifier::approx; }

/// "1.5 billion", where the other text says of what.
bool is_bare_sum(const Quantity& a, const Quantity& b) {
  return a.dimension == Dimension::money && b.dimension == Dimension::none && !(b.low < Decimal(1, 5));
}

Quantity exactly(Quantity q) {
  q.modifier = Modifier::exact;
  return q;
}

Stand stand(const Quantity& a, const Quantity& b) {
  const bool comparable = (a.counted() && b.counted()) || (is_percent(a) && is_percent(b)) ||
                          (a.dimension == b.dimension && a.unit == b.unit) || is_bare_sum(a, b) || is_bare_sum(b, a);
  if (!comparable) return Stand::none;
  const bool same = a.low == b.low && a.high == b.high;
  if (same && a.modifier == b.modifier) return Stand::equal;
  if (same && ((is_strict(a) && is_exact(b)) || (is_strict(b) && is_exact(a)))) return Stand::edge;
  if (same && is_exact(a) && is_exact(b)) return Stand::equal;
  if ((opens_upward(a) && opens_upward(b)) || (opens_downward(a) && opens_downward(b)))
    return meets(loose_range(exactly(a)), loose_range(exactly(b))) ? Stand::meet : Stand::bounds;
  if (meets(range(a), range(b))) return Stand::meet;
  return meets(loose_range(a), loose_range(b)) ? Stand::rounding : Stand::apart;
}

/// What a date says of the year, the month and the day, each 0 where it leaves it open.
struct Parts {
  int year = 0;
  unsigned month = 0, day = 0;
};

/// Of XXXX-11-09 and its kin.
std::optional<Parts> unresolved(const Time& time) {
  std::string_view v = time.value;
  v = v.substr(0, v.find('['));
  if (!v.starts_with("XXXX-")) return std::nullopt;
  v.remove_prefix(5);
  Parts parts;
  const auto number = [&](unsigned& out) {
    const auto [end, failed] = std::from_chars(v.data(), v.data() + v.size(), out);
    if (failed != std::errc{}) return false;
    v.remove_prefix(static_cast<std::size_t>(end - v.data()));
    return true;
  };
  if (!number(parts.month)) return std::nullopt;
  if (!v.empty() && v.front() == '-') {
    v.remove_prefix(1);
    if (!number(parts.day)) return std::nullopt;
  }
  return v.empty() ? std::optional(parts) : std::nullopt;
}

std::optional<Parts> parts_of(const Time& time, Calendar calendar) {
  if (!time.days) return time.calendar == calendar ? unresolved(time) : std::nullopt;
  if (!time.days->first || !time.days->last) return std::nullopt;
  const auto days = (*time.days->last - *time.days->first).count();
  const CalendarDate middle = from_day(calendar, *time.days->first + std::chrono::days(days / 2));
  if (days == 0) return Parts{middle.year, middle.month, middle.day};
  if (days < 32) return Parts{middle.year, middle.month, 0};
  if (days > 350 && days < 370) return Parts{middle.year, 0, 0};
  return std::nullopt;
}

/// The days a date leaves open: "after 2014" begins with 2015.
std::optional<Days> open_days(const Time& time) {
  if (!time.days) return std::nullopt;
  Days days = *time.days;
  const std::chrono::days one(1);
  switch (time.mod) {
    case TimeMod::before:
      return Days{std::nullopt, days.first ? std::optional(*days.first - one) : std::nullopt};
    case TimeMod::after:
      return Days{days.last ? std::optional(*days.last + one) : std::nullopt, std::nullopt};
    case TimeMod::since:
      return Days{days.first, std::nullopt};
    case TimeMod::until:
      return Days{std::nullopt, days.last};
    default:
      return days;
  }
}

Stand stand_lengths(const Time& a, const Time& b) {
  const auto x = days_of(a.value), y = days_of(b.value);
  if (!x || !y || *x <= 0 || *y <= 0) return Stand::none;
  if (a.value == b.value && a.bound == b.bound) return Stand::equal;
  const double longer = std::log(*x / *y);
  const bool one = std::abs(longer) < kOneLength;
  const bool loose = a.bound == Modifier::approx || b.bound == Modifier::approx;
  const auto up = [](const Time& t) { return t.bound == Modifier::at_least || t.bound == Modifier::more_than; };
  const auto down = [](const Time& t) { return t.bound == Modifier::at_most || t.bound == Modifier::less_than; };
  const auto strict = [](const Time& t) { return t.bound == Modifier::more_than || t.bound == Modifier::less_than; };
  if ((up(a) && up(b)) || (down(a) && down(b))) return one ? Stand::meet : Stand::bounds;
  if (one) return strict(a) != strict(b) ? Stand::edge : Stand::meet;
  // what one says leaves the other open
  if (longer < 0 ? up(a) || down(b) : down(a) || up(b)) return Stand::meet;
  return loose && std::abs(longer) < kAboutOneLength ? Stand::meet : Stand::apart;
}

Stand stand(const Time& a, const Time& b) {
  // "8 Mordad of every year" stands beside other days as a day without its year
  const auto yearly = [](const Time& t) {
    return t.type == TimeType::set && t.value.starts_with("XXXX-") && !t.value.starts_with("XXXX-W");
  };
  const auto dated = [&](const Time& t) { return t.type == TimeType::date || yearly(t); };
  if (a.type != b.type && !(dated(a) && dated(b))) return Stand::none;
  if (a.type == TimeType::set && !yearly(a)) return a.value == b.value ? Stand::equal : Stand::none;
  if (a.type == TimeType::duration) return stand_lengths(a, b);
  if (a.days && b.days) {
    if (*a.days == *b.days && a.mod == b.mod) return Stand::equal;
    const auto p = open_days(a), q = open_days(b);
    if (meets(*p, *q)) return Stand::meet;
    // "before 2015" and 2015: careless writers mean the end of it
    return meets(*a.days, *b.days) ? Stand::edge : Stand::apart;
  }
  const Calendar calendar = a.days ? b.calendar : a.calendar;
  if (const auto p = parts_of(a, calendar), q = parts_of(b, calendar); p && q) {
    const bool month = p->month == 0 || q->month == 0 || p->month == q->month;
    const bool day = p->day == 0 || q->day == 0 || p->day == q->day;
    if (p->month == 0 || q->month == 0) return Stand::none;
    if (month && day) return a.mod == b.mod ? Stand::equal : Stand::edge;
    return a.mod == b.mod ? Stand::apart : Stand::edge;
  }
  if (a.weekday && b.weekday) return *a.weekday == *b.weekday ? Stand::equal : Stand::apart;
  return !a.days && !b.days && a.value == b.value ? Stand::equal : Stand::none;
}

/// An age may be read as a quantity, or as a length of time.
std::optional<Time> as_length(const Reading& reading) {
  const auto* q = std::get_if<Quantity>(&reading);
  if (q == nullptr || q->unit != kYears || q->modifier == Modifier::range) return std::nullopt;
  Time time;
  time.type = TimeType::duration;
  time.value = "P" + q->low.plain() + "Y";
  time.bound = q->modifier;
  return time;
}

Stand stand(const Reading& a, const Reading& b) {
  if (a.index() != b.index()) {
    const auto x = as_length(a), y = as_length(b);
    if (x && std::holds_alternative<Time>(b)) return stand(*x, std::get<Time>(b));
    if (y && std::holds_alternative<Time>(a)) return stand(std::get<Time>(a), *y);
    return Stand::none;
  }
  if (const auto* q = std::get_if<Quantity>(&a)) return stand(*q, std::get<Quantity>(b));
  if (const auto* t = std::get_if<Time>(&a)) return stand(*t, std::get<Time>(b));
  return std::get<Ordinal>(a).value == std::get<Ordinal>(b).value ? Stand::equal : Stand::apart;
}

}  // namespace

Stand stand(const std::vector<Reading>& a, const std::vector<Reading>& b) {
  Stand best = Stand::none;
  for (const Reading& x : a)
    for (const Reading& y : b) best = std::min(best, stand(x, y));
  return best;
}

double distance(const Reading& a, const Reading& b) {
  const auto* p = std::get_if<Time>(&a);
  const auto* q = std::get_if<Time>(&b);
  if (p != nullptr && q != nullptr && p->type == TimeType::duration && q->type == TimeType::duration) {
    const auto x = days_of(p->value), y = days_of(q->value);
    return x && y && *x > 0 && *y > 0 ? std::abs(std::log(*x / *y)) : 0;
  }
  return separation(a, b);
}

std::optional<int> later(const Time& a, const Time& b) {
  if (a.days && b.days) {
    // what holds "after 14 April" is said of the days that follow; "by 14 April" of that day
    const auto said = [](const Time& t) {
      Days days = *t.days;
      if (t.mod == TimeMod::after && days.last) days.first = days.last = *days.last + std::chrono::days(1);
      return days;
    };
    const Days p = said(a), q = said(b);
    if (meets(p, q)) return 0;
    return p.last && q.first && *p.last < *q.first ? 1 : -1;
  }
  const Calendar calendar = a.days ? b.calendar : a.calendar;
  const auto p = parts_of(a, calendar), q = parts_of(b, calendar);
  if (!p || !q || p->month == 0 || q->month == 0) return std::nullopt;
  const auto order = [](const Parts& parts, const Time& t) {
    return static_cast<int>(parts.month * 64 + parts.day * 2) + (t.mod == TimeMod::after ? 1 : 0);
  };
  if (p->month == q->month && (p->day == 0 || q->day == 0)) return 0;
  const int x = order(*p, a), y = order(*q, b);
  return x == y ? 0 : x < y ? 1 : -1;
}

}  // namespace mizan
