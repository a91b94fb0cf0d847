// Inside the report room: a series as rows and as a plot.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/page.hpp"

namespace mizan::report {

/// Statements that say the same.
struct SeriesRow {
  std::string time;
  std::string value;
  std::string tags;
  std::vector<std::uint32_t> claims;  ///< never empty
};
/// By time.
std::vector<SeriesRow> rows_of(const Run& run, const Series& series);

/// Of an event, whose date is the value itself.
bool is_of_events(const Run& run, const Series& series);

/// Which findings are at odds, by the claims among their evidence.
class Odds {
 public:
  explicit Odds(const Run& run);
  /// Those that have one of these claims, in the order of the run.
  std::vector<const Finding*> of(const std::vector<std::uint32_t>& claims) const;

 private:
  const Run& run_;
  std::unordered_map<std::string_view, std::vector<const Finding*>> by_claim_;
};

/// Each row on an axis of its values: what the statement leaves open as a bar, plans and denials drawn otherwise, what
/// is at odds marked. With the axis, its ends and what the signs mean. "" if fewer than two rows can be drawn.
std::string plot(const Page& page, const Series& series, const Odds& odds);

}  // namespace mizan::report
