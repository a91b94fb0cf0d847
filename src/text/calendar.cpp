#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>

#include "text/text.hpp"

namespace mizan {
namespace {

constexpr double kMillisecondsADay = 86'400'000.0;
constexpr int kLastYear = 9999;  // of the calendars that ICU computes

using IcuCalendar = std::unique_ptr<icu::Calendar>;

/// In UTC, and strict: it refuses a day that its month does not have.
IcuCalendar make(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  IcuCalendar result(icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale(locale), status));
  if (U_FAILURE(status) || !result) return nullptr;
  result->setLenient(false);
  result->clear();
  return result;
}

/// A copy of one that nobody changes: a copy is much cheaper than a new one, and there is no state.
IcuCalendar make(Calendar calendar) {
  static const IcuCalendar persian = make("en@calendar=persian");
  static const IcuCalendar islamic = make("en@calendar=islamic-umalqura");
  const IcuCalendar& model = calendar == Calendar::persian ? persian : islamic;
  return IcuCalendar(model ? model->clone() : nullptr);
}

/// What was computed last for a key, on this thread: articles name few days, most of them over and over, and ICU
/// counts an Islamic date up from the first year of its table.
template <class Value>
class Recent {
 public:
  template <class Compute>
  const Value& get(std::uint64_t key, Compute compute) {
    Entry& entry = entries_[key % entries_.size()];
    if (entry.key != key + 1) entry = {key + 1, compute()};
    return entry.value;
  }

 private:
  struct Entry {
    std::uint64_t key = 0;  // plus one; 0: none yet
    Value value{};
  };
  std::array<Entry, 509> entries_;
};

std::optional<Day> computed_day(Calendar calendar, int year, unsigned month, unsigned day) {
  const IcuCalendar date = make(calendar);
  if (!date) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  date->clear();
  date->set(year, static_cast<std::int32_t>(month) - 1, static_cast<std::int32_t>(day));
  const UDate time = date->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return Day{std::chrono::days{static_cast<int>(std::floor(time / kMillisecondsADay))}};
}

}  // namespace

std::optional<Day> to_day(Calendar calendar, int year, unsigned month, unsigned day) {
  if (calendar != Calendar::gregorian) {
    if (year < 1 || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    thread_local Recent<std::optional<Day>> recent;
    const std::uint64_t key = ((static_cast<std::uint64_t>(calendar) * (kLastYear + 1) + year) * 13 + month) * 32 + day;
    return recent.get(key, [&] { return computed_day(calendar, year, month, day); });
  }
  if (year < -32767 || year > 32767 || month > 12 || day > 31) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

namespace {

CalendarDate computed_date(Calendar calendar, Day day) {
  const IcuCalendar date = make(calendar);
  if (!date) return {};
  UErrorCode status = U_ZERO_ERROR;
  date->setTime(static_cast<double>(day.time_since_epoch().count()) * kMillisecondsADay, status);
  const CalendarDate result{date->get(UCAL_EXTENDED_YEAR, status),
                            static_cast<unsigned>(date->get(UCAL_MONTH, status)) + 1,
                            static_cast<unsigned>(date->get(UCAL_DATE, status))};
  return U_FAILURE(status) ? CalendarDate{} : result;
}

}  // namespace

CalendarDate from_day(Calendar calendar, Day day) {
  if (calendar == Calendar::gregorian) {
    const std::chrono::year_month_day date{day};
    return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
  }
  thread_local Recent<CalendarDate> recent;
  const auto days = static_cast<std::uint64_t>(day.time_since_epoch().count()) & 0xFFFFFFFF;
  return recent.get(static_cast<std::uint64_t>(calendar) << 32 | days, [&] { return computed_date(calendar, day); });
}

std::optional<Days> calendar_period(Calendar calendar, int year, unsigned month) {
  const bool whole_year = month == 0;
  const bool next_year = whole_year || month == 12;
  const std::optional<Day> first = to_day(calendar, year, whole_year ? 1 : month, 1);
  const std::optional<Day> next = to_day(calendar, next_year ? year + 1 : year, next_year ? 1 : month + 1, 1);
  if (!first || !next) return std::nullopt;
  return Days{first, *next - std::chrono::days{1}};
}

unsigned weekday_of(Day day) { return std::chrono::weekday{day}.iso_encoding(); }

}  // namespace mizan
