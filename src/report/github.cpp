// Annotations of GitHub Actions. A step may show ten of a kind and says nothing of the rest, so nine are told, the
// gravest, and then how many more there are.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/escape.hpp"
#include "report/problems.hpp"

namespace mizan::report {
namespace {

constexpr std::size_t kMost = 9;

/// What the runner would take for the end of a command (or, in a property, of the property) is percent-encoded.
std::string encoded(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','))) {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view command(Level level) {
  if (level == Level::error) return "error";
  return level == Level::warning ? "warning" : "notice";
}

std::string annotation(const Problems& problems, const Problem& problem) {
  const Finding& finding = problems.finding(problem);
  const Region region = problems.region(*problem.here);
  std::string place = fmt::format("line={}", region.begin.line);
  if (region.begin.line == region.end.line) {  // columns over several lines are refused, and with them the annotation
    fmt::format_to(std::back_inserter(place), ",col={},endColumn={}", region.begin.column, region.end.column);
  } else {
    fmt::format_to(std::back_inserter(place), ",endLine={}", region.end.line);
  }
  return fmt::format("::{} file={},{},title={}::{}\n", command(finding.level),
                     encoded(plain(problems.path(*problem.here)), true), place, encoded(printed(finding.rule), true),
                     encoded(fmt::format("{} [{}]", problems.summary(problem), finding.id), false));
}

}  // namespace

Report report_github(const Run& run, const ReportOptions& options) {
  const Problems problems(run, options);
  const std::vector<Problem> shown = problems.shown();
  Report report;
  const std::size_t most = std::min(shown.size(), kMost);
  for (std::size_t i = 0; i < most; ++i) report.text += annotation(problems, shown[i]);
  if (shown.size() > most) {
    report.text += fmt::format("::notice title=mizan::{} more not shown here\n", shown.size() - most);
  }
  return report;
}

}  // namespace mizan::report
