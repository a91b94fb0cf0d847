// Inside the report room: text in columns, measured in cells of a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/lay.hpp"
#include "report/report.hpp"

namespace mizan::report {

inline std::size_t printed(std::string_view line) { return printed_cells(line); }

/// Untrusted text in at most width cells: its beginning, or with from_end its end, and an ellipsis where it was cut.
/// Isolated, as options say, if it is not ASCII.
std::string cut(std::string_view text, bool from_end, std::size_t width, const TextOptions& options);

/// Rows of cells that are safe to print, two spaces between columns; a column that is empty in all rows is left out.
class Table {
 public:
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  bool empty() const { return rows_.empty(); }
  /// lead begins each line, and every column is filled up.
  std::vector<std::string> lines(std::string_view lead) const;
  /// The same as a text; no line ends with spaces.
  std::string text(std::string_view lead) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace mizan::report
