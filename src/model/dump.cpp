#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include "model/model.hpp"

namespace mizan {
namespace {

std::string_view prefix(Modifier modifier) {
  switch (modifier) {
    case Modifier::approx:
      return "~";
    case Modifier::at_least:
      return ">=";
    case Modifier::more_than:
      return ">";
    case Modifier::at_most:
      return "<=";
    case Modifier::less_than:
      return "<";
    case Modifier::exact:
    case Modifier::range:
      break;
  }
  return "";
}

/// In the notation of claims a time is its value alone; weekday and mod are in the reading.
std::string value_only(const Time& time) { return time.value.empty() ? "?" : time.value; }

template <class T, class Print>
std::string dump_interval(const Interval<T>& interval, Print print) {
  if (interval.is_point()) return print(*interval.first);
  return (interval.first ? print(*interval.first) : "..") + "/" + (interval.last ? print(*interval.last) : "..");
}

template <class Print>
std::string dump_readings(const std::vector<Reading>& readings, Print print) {
  std::string result;
  for (const Reading& reading : readings) {
    if (!result.empty()) result += " | ";
    result += print(reading);
  }
  return readings.empty() ? "?" : result;
}

}  // namespace

std::string iso(Day day) {
  const std::chrono::year_month_day date{day};
  const int year = static_cast<int>(date.year());
  const auto in_year = static_cast<unsigned>(date.month());
  const auto in_month = static_cast<unsigned>(date.day());
  if (year < 0 || year > 9999)
    return fmt::format("{}{:04}-{:02}-{:02}", year < 0 ? "-" : "", std::abs(year), in_year, in_month);
  // written by hand: half the dates of a corpus pass here
  std::string result = "0000-00-00";
  const auto put = [&](std::size_t end, unsigned value) {
    for (; value > 0; value /= 10) result[--end] = static_cast<char>('0' + value % 10);
  };
  put(4, static_cast<unsigned>(year));
  put(7, in_year);
  put(10, in_month);
  return result;
}

std::string dump(const Span& span) { return fmt::format("{}-{}", span.begin, span.end); }

std::string dump(const Range& range) {
  return dump_interval(range, [](const Decimal& value) { return dump(value); });
}

std::string dump(const Days& days) { return dump_interval(days, iso); }

std::string dump(const Quantity& quantity) {
  std::string result = fmt::format("{}{}", prefix(quantity.modifier), dump(quantity.low));
  if (quantity.modifier == Modifier::range) result += ".." + dump(quantity.high);
  if (quantity.unit.empty()) return result;
  return result + (quantity.dimension == Dimension::count ? " {" + quantity.unit + "}" : " " + quantity.unit);
}

std::string dump(const Time& time) {
  constexpr std::array<std::string_view, 7> kWeekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  std::string result;
  if (time.mod != TimeMod::none) result.append(name(time.mod)).append(" ");
  result.append(prefix(time.bound)).append(value_only(time));
  if (time.weekday && *time.weekday >= 1 && *time.weekday <= 7) result.append(" ").append(kWeekdays[*time.weekday - 1]);
  return result;
}

std::string dump(const Ordinal& ordinal) {
  return fmt::format("#{}", ordinal.value) + (ordinal.of.empty() ? "" : " {" + ordinal.of + "}");
}

std::string dump(const Reading& reading) {
  return std::visit([](const auto& value) { return dump(value); }, reading);
}

std::string dump(const Mention& mention) {
  return dump(mention.span) + " " +
         dump_readings(mention.readings, [](const Reading& reading) { return dump(reading); });
}

std::string dump(const Claim& claim) {
  std::string result = claim.frame + "(";
  for (const Slot& slot : claim.key) {
    if (&slot != &claim.key.front()) result += ", ";
    result += slot.name + "=" + slot.value;
  }
  result += ")";
  if (claim.at) result += " @ " + value_only(*claim.at);
  // the likeliest reading; show lists the others
  const Time* time = std::get_if<Time>(&claim.readings.front());
  result +=
      " = " + (time != nullptr ? std::string(prefix(time->bound)) + value_only(*time) : dump(claim.readings.front()));
  if (claim.record) result += " [record]";
  if (claim.stance != Stance::asserted) result.append(" [").append(name(claim.stance)).append("]");
  return result;
}

std::string dump(const Finding& finding) {
  std::string result = fmt::format("{} {} ", name(finding.verdict), finding.rule);
  if (!finding.title.empty()) return result + finding.title;
  for (const Evidence& evidence : finding.evidence) {
    if (&evidence != &finding.evidence.front()) result += " | ";
    result += evidence.value;
  }
  return result;
}

std::string dump(const Error& error) {
  std::string result = error.file;
  if (error.line != 0) result += fmt::format(":{}", error.line);
  if (error.line != 0 && error.column != 0) result += fmt::format(":{}", error.column);
  if (!result.empty()) result += ": ";
  result += error.message;
  return error.hint.empty() ? result : result + " (" + error.hint + ")";
}

std::string dump(const Computation& computation) {
  std::string text(name(computation.kind));
  for (const std::uint32_t operand : computation.operands) text += fmt::format(" {}", operand);
  if (computation.kind == Computation::Kind::sum && !computation.complete) text += " or less";
  if (computation.times != 0) text += fmt::format(" x{}", computation.times);
  return text;
}

}  // namespace mizan
