#include "report/table.hpp"

#include <algorithm>

#include "report/escape.hpp"

namespace mizan::report {
std::string cut(std::string_view text, bool from_end, std::size_t width, const TextOptions& options) {
  const std::string shown = one_line(text, options.show_invisible);
  if (printed(shown) <= width) return safe(text, options);
  const auto room = static_cast<unsigned>(width);
  std::string out = from_end ? fit_end(shown, room) : fit(shown, room);
  const bool ascii =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  return ascii ? out : isolate(std::move(out), options);
}

std::vector<std::string> Table::lines(std::string_view lead) const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    if (widths.size() < row.size()) widths.resize(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], printed(row[i]));
  }
  std::vector<std::string> lines;
  for (const auto& row : rows_) {
    std::string line(lead);
    bool first = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (widths[i] == 0) continue;
      line += (first ? "" : "  ") + padded(row[i], widths[i]);
      first = false;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string Table::text(std::string_view lead) const {
  std::string out;
  for (std::string& line : lines(lead)) {
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
  return out;
}

}  // namespace mizan::report
