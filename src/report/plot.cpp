// A series drawn with characters: one row a statement, values from left to right.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "report/escape.hpp"
#include "report/series.hpp"
#include "report/table.hpp"

namespace mizan::report {
namespace {

using Out = std::back_insert_iterator<std::string>;

constexpr std::size_t kLabel = 20;  // cells of the longest time that is shown whole
constexpr std::size_t kLeast = 16;  // cells of an axis, however narrow the terminal

/// What a statement leaves open, as a place on an axis; only ever drawn, never compared.
struct Point {
  std::optional<double> low, high;
  std::optional<double> said;  ///< not of a range
  std::string unit;
};

double number_of(Day day) { return static_cast<double>(day.time_since_epoch().count()); }

std::optional<Point> point_of(const Claim& claim) {
  if (claim.readings.empty()) return std::nullopt;
  Point point;
  if (const auto* quantity = std::get_if<Quantity>(&claim.readings.front())) {
    const Range open = range(*quantity);
    if (open.first) point.low = open.first->approximate();
    if (open.last) point.high = open.last->approximate();
    if (quantity->modifier != Modifier::range) point.said = quantity->low.approximate();
    point.unit = quantity->unit;
    return point;
  }
  const auto* time = std::get_if<Time>(&claim.readings.front());
  if (time == nullptr || !time->days) return std::nullopt;
  if (time->days->first) point.low = number_of(*time->days->first);
  if (time->days->last) point.high = number_of(*time->days->last);
  if (time->days->is_point()) point.said = point.low;
  return point;
}

/// Round values at both ends and between: multiples of 1, 2 or 5 times a power of ten.
struct Axis {
  double low = 0, high = 1;
  std::vector<std::pair<double, std::string>> ticks;
};

Axis axis_of_values(double low, double high) {
  const double span = high > low ? high - low : std::max(std::abs(high), 1.0) / 10;
  const int power = static_cast<int>(std::floor(std::log10(span / 3)));
  const double unit = std::pow(10, power);
  const std::int64_t steps[] = {1, 2, 5, 10};
  const std::int64_t step = *std::find_if(std::begin(steps), std::end(steps) - 1,
                                          [&](std::int64_t s) { return static_cast<double>(s) * unit >= span / 3; });
  const double size = static_cast<double>(step) * unit;
  const auto first = static_cast<std::int64_t>(std::floor(low / size)),
             last = static_cast<std::int64_t>(std::ceil(high / size));
  Axis axis{static_cast<double>(first) * size, static_cast<double>(std::max(last, first + 1)) * size, {}};
  for (std::int64_t i = first; i <= std::max(last, first + 1); ++i)
    axis.ticks.emplace_back(static_cast<double>(i) * size, dump(Decimal(i * step, power).stripped()));
  return axis;
}

Axis axis_of_days(double low, double high) {
  const auto iso_of = [](double day) { return iso(Day(std::chrono::days(static_cast<std::int64_t>(day)))); };
  if (high <= low) high = low + 1;
  return {low, high, {{low, iso_of(low)}, {high, iso_of(high)}}};
}

struct Signs {
  std::string bar, point, plan_bar, plan, odds, side, line, tick;
};

Signs signs_of(const TextOptions& options) {
  if (!options.blocks) return {"=", "o", ".", "+", "X", "|", "-", "+"};
  return {"\u2501", "\u25CF", "\u254C", "\u25CB", "\u25C6", "\u2502", "\u2500", "\u2534"};
}

bool is_plan(const Claim& claim) { return claim.stance == Stance::planned || claim.stance == Stance::denied; }

class Plot {
 public:
  Plot(const Page& page, const Series& series, const Odds& odds) : page_(page), signs_(signs_of(page.options)) {
    const bool events = is_of_events(page.run, series);
    std::map<std::string, std::size_t> units;
    std::vector<Line> all;
    for (const SeriesRow& row : rows_of(page.run, series)) {
      const Claim& claim = page.run.claims[row.claims.front()];
      const std::string label = cut(events ? row.value : row.time, false, kLabel, page.options);
      const auto point = point_of(claim);
      if (!point) {
        ++left_out_;
        continue;
      }
      ++units[point->unit];
      all.push_back({label, *point, is_plan(claim), !odds.of(row.claims).empty()});
    }
    std::size_t most = 0;
    for (const auto& [unit, count] : units) {
      if (count > most) unit_ = unit;
      most = std::max(most, count);
    }
    for (Line& line : all) {
      if (line.point.unit == unit_) {
        lines_.push_back(std::move(line));
      } else {
        ++left_out_;
      }
    }
    events_ = events;
  }

  std::string text() {
    if (lines_.size() < 2) return {};
    std::size_t label = 0;
    for (const Line& line : lines_) label = std::max(label, printed(line.label));
    const std::size_t used = label + 5;
    width_ = page_.options.width > used + kLeast ? page_.options.width - used : kLeast;
    set_axis();
    std::string out = fmt::format("\nplot      {}\n", unit_.empty() ? "by value" : "in " + safe(unit_, page_.options));
    for (const Line& line : lines_)
      fmt::format_to(Out(out), "  {} {}{}\n", padded(line.label, label), signs_.side, drawn(line));
    return out + foot(label) + legend();
  }

 private:
  struct Line {
    std::string label;
    Point point;
    bool plan = false, odds = false;
  };

  void set_axis() {
    std::optional<double> low, high;
    const auto take = [&](const std::optional<double>& value) {
      if (!value) return;
      low = low ? std::min(*low, *value) : *value;
      high = high ? std::max(*high, *value) : *value;
    };
    for (const Line& line : lines_) {
      take(line.point.low);
      take(line.point.high);
      take(line.point.said);
    }
    const double from = low.value_or(0), to = high.value_or(1);
    axis_ = events_ ? axis_of_days(from, to) : axis_of_values(from, to);
  }

  std::size_t column(double value) const {
    const double part = (value - axis_.low) / (axis_.high - axis_.low);
    return static_cast<std::size_t>(std::lround(std::clamp(part, 0.0, 1.0) * static_cast<double>(width_ - 1)));
  }

  std::string drawn(const Line& line) const {
    std::vector<std::string> cells(width_, " ");
    const std::size_t from = line.point.low ? column(*line.point.low) : 0;
    const std::size_t to = line.point.high ? column(*line.point.high) : width_ - 1;
    for (std::size_t i = from; i <= to; ++i) cells[i] = line.plan ? signs_.plan_bar : signs_.bar;
    if (!line.point.low) cells.front() = "<";
    if (!line.point.high) cells.back() = ">";
    const std::size_t mark = line.point.said ? column(*line.point.said) : (from + to) / 2;
    if (line.odds) {
      cells[mark] = styled(signs_.odds, "1;31", page_.options);
    } else if (line.point.said) {
      cells[mark] = line.plan ? signs_.plan : signs_.point;
    }
    std::string out;
    for (const std::string& cell : cells) out += cell;
    out.erase(out.find_last_not_of(' ') + 1);
    return out;
  }

  /// The axis, and beneath it what its ticks stand for, as far as there is room.
  std::string foot(std::size_t label) const {
    std::vector<std::string> line(width_, signs_.line);
    std::string names(width_, ' ');
    std::size_t free = 0;
    for (const auto& [value, text] : axis_.ticks) {
      const std::size_t at = column(value);
      line[at] = signs_.tick;
      std::size_t begin = at > text.size() / 2 ? at - text.size() / 2 : 0;
      if (begin + text.size() > width_) begin = width_ > text.size() ? width_ - text.size() : 0;
      if (begin < free || begin + text.size() > width_) continue;
      names.replace(begin, text.size(), text);
      free = begin + text.size() + 2;
    }
    std::string out = std::string(label + 3, ' ') + (page_.options.blocks ? "\u2514" : "+");
    for (const std::string& sign : line) out += sign;
    names.erase(names.find_last_not_of(' ') + 1);
    return out + "\n" + std::string(label + 4, ' ') + names + "\n";
  }

  std::string legend() const {
    const auto any = [&](auto wanted) { return std::any_of(lines_.begin(), lines_.end(), wanted); };
    std::string out;
    const auto add = [&](const std::string& sign, std::string_view what) {
      fmt::format_to(Out(out), "{}{} {}", out.empty() ? "signs     " : "  ", sign, what);
    };
    if (any([](const Line& line) { return !line.plan && !line.odds; })) add(signs_.point, "said");
    if (any([](const Line& line) { return line.plan; })) add(signs_.plan, "planned or denied");
    add(signs_.bar, "what it leaves open");
    if (any([](const Line& line) { return line.odds; })) add(styled(signs_.odds, "1;31", page_.options), "at odds");
    if (left_out_ > 0) fmt::format_to(Out(out), "  ({} not drawn)", left_out_);
    return out + "\n";
  }

  const Page& page_;
  Signs signs_;
  std::vector<Line> lines_;
  std::string unit_;
  bool events_ = false;
  std::size_t left_out_ = 0;  // other units, or no value
  std::size_t width_ = kLeast;
  Axis axis_;
};

}  // namespace

std::string plot(const Page& page, const Series& series, const Odds& odds) { return Plot(page, series, odds).text(); }

}  // namespace mizan::report
