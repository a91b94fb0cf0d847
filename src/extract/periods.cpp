#include "extract/periods.hpp"

#include <fmt/format.h>

namespace mizan {

using std::chrono::days;

constexpr std::int64_t kFurthest = 3'000'000;  // in days, some eight thousand years: no calendar is asked further

std::string year_text(int year) {  // TIMEX3 counts back from the year 1 BC, which is 0
  return year > 0 ? fmt::format("{:04}", year) : fmt::format("BC{:04}", 1 - year);
}
std::string month_text(int year, int month) { return fmt::format("{}-{:02}", year_text(year), month); }

Days period_of(Calendar calendar, int year, int month, int last_year, int last_month) {
  const auto first = calendar_period(calendar, year, static_cast<unsigned>(month));
  const auto last = calendar_period(calendar, last_year, static_cast<unsigned>(last_month));
  if (!first || !last) return {};
  return {first->first, last->last};
}

std::optional<Days> shift_period(Grain unit, Day base, std::int64_t offset, Calendar months, Calendar years) {
  if (offset < -kFurthest || offset > kFurthest) return std::nullopt;
  const auto found = [](const Days& period) { return period.first ? std::optional(period) : std::nullopt; };
  switch (unit) {
    case Grain::day: {
      const Day d = base + days(offset);
      return Days{d, d};
    }
    case Grain::week: {  // ISO 8601 weeks, Monday first
      const Day monday = base - days(weekday_of(base) - 1) + days(7 * offset);
      return Days{monday, monday + days(6)};
    }
    case Grain::month: {
      const CalendarDate date = from_day(months, base);
      const std::int64_t index = date.year * 12LL + date.month - 1 + offset;
      return calendar_period(months, static_cast<int>(index / 12), static_cast<unsigned>(index % 12) + 1);
    }
    case Grain::quarter:
    case Grain::half: {
      const int size = unit == Grain::quarter ? 3 : 6;
      const CalendarDate date = from_day(months, base);
      const std::int64_t index = (date.year * 12LL + date.month - 1) / size + offset;
      const int year = static_cast<int>(index * size / 12);
      const int from = static_cast<int>(index * size % 12) + 1;
      return found(period_of(months, year, from, year, from + size - 1));
    }
    case Grain::year: {
      return calendar_period(years, from_day(years, base).year + static_cast<int>(offset));
    }
    case Grain::decade: {
      const int year = from_day(Calendar::gregorian, base).year / 10 * 10 + 10 * static_cast<int>(offset);
      return found(period_of(Calendar::gregorian, year, 0, year + 9, 0));
    }
    case Grain::century: {
      const int year = from_day(Calendar::gregorian, base).year / 100 * 100 + 100 * static_cast<int>(offset);
      return found(period_of(Calendar::gregorian, year, 0, year + 99, 0));
    }
    default:
      return std::nullopt;
  }
}

std::string period_value(Grain unit, const Days& range, Calendar calendar) {
  if (calendar != Calendar::gregorian && unit != Grain::day && unit != Grain::week) return dump(range);
  const CalendarDate date = from_day(Calendar::gregorian, *range.first);
  switch (unit) {
    case Grain::month:
      return month_text(date.year, static_cast<int>(date.month));
    case Grain::quarter:
      return fmt::format("{:04}-Q{}", date.year, (date.month + 2) / 3);
    case Grain::half:
      return fmt::format("{:04}-H{}", date.year, date.month < 7 ? 1 : 2);
    case Grain::year:
      return year_text(date.year);
    case Grain::decade:
      return fmt::format("{:03}X", date.year / 10);
    case Grain::century:
      return fmt::format("{:02}XX", date.year / 100);
    default:
      return dump(range);
  }
}

}  // namespace mizan
