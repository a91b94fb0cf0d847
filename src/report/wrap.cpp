// A page broken at the width of a terminal, line by line.
#include <algorithm>

#include "report/lay.hpp"
#include "report/report.hpp"

namespace mizan {
namespace report {
namespace {

constexpr std::size_t kLabel = 24;  // the widest label that what follows may hang on
constexpr std::size_t kIndent = 4;

std::string without_colours(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.substr(at).starts_with("\x1b[")) {
      at = std::min(line.find('m', at), line.size());
    } else {
      out += line[at];
    }
  }
  return out;
}

/// What the next rows of a broken line begin with.
std::string hanging(std::string_view line, std::size_t width) {
  const std::string bare = without_colours(line);
  const std::size_t from = std::min(bare.find_first_not_of(' '), bare.size());
  const std::size_t bar = bare.find(" | ");  // the gutter of a quotation
  if (bar < kLabel && bare.find_first_not_of(" ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == bar + 1)
    return std::string(bar + 1, ' ') + "| ";
  const std::size_t gap = bare.find("  ", from);
  if (from == 0 && gap <= kLabel) {
    const std::size_t to = bare.find_first_not_of(' ', gap);
    if (to != std::string::npos && to <= width / 2) return std::string(to, ' ');
  }
  return std::string(std::min(from + kIndent, width / 2), ' ');
}

}  // namespace
}  // namespace report

std::string wrapped(std::string_view page, unsigned width) {
  std::string out;
  out.reserve(page.size());
  for (std::size_t begin = 0; begin < page.size();) {
    const std::size_t end = std::min(page.find('\n', begin), page.size());
    const std::string_view line = page.substr(begin, end - begin);
    if (report::printed_cells(line) <= width) {
      out.append(line) += '\n';
    } else {
      for (const std::string& row : report::wrap(line, width, report::hanging(line, width))) out += row + '\n';
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace mizan
