// Findings as Markdown, for the page that a pipeline shows with its result.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/escape.hpp"
#include "report/page.hpp"
#include "report/places.hpp"
#include "report/report.hpp"

namespace mizan {
namespace report {
namespace {

constexpr std::size_t kMostBytes = 900000;  // GitHub takes a MiB
constexpr std::size_t kPlaces = 3;          // of one side

/// Text of an article in a cell of a table: what Markdown or HTML takes for markup is a character reference.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : one_line(text, true)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || std::string_view(" ,-()=+%;").find(c) != std::string_view::npos)
      out += c;
    else
      fmt::format_to(std::back_inserter(out), "&#{};", static_cast<unsigned>(byte));
  }
  return out;
}

std::string_view standing(const Finding& finding) {
  if (finding.suppressed) return "suppressed";
  return finding.state == State::none ? name(finding.verdict) : name(finding.state);
}

int rank(const Finding& finding) {
  if (finding.suppressed) return 2;
  return finding.state == State::known ? 1 : 0;
}

std::string row(const Places& places, const Finding& finding) {
  std::string sides;
  for (const auto& side : by_side(finding)) {
    for (std::size_t i = 0; i < std::min(side.size(), kPlaces); ++i) {
      const Evidence& e = *side[i];
      sides += fmt::format("{}<b>{}</b> {} in {}", sides.empty() ? "" : "<br>", side_letter(e.side), cell(e.value),
                           cell(places.label(e.document, e.span.begin)));
    }
    if (side.size() > kPlaces) sides += fmt::format("<br>and {}", plural(side.size() - kPlaces, "more place"));
  }
  const std::string why = finding.suppressed ? "<br>" + cell(finding.suppressed->reason) : std::string();
  return fmt::format("| {} | {} | {} | {}{} | {} | {} |\n", standing(finding), name(finding.level), cell(finding.rule),
                     cell(finding.title), why, sides, cell(finding.id));
}

bool is_told(const Finding& finding) {
  return finding.verdict == Verdict::contradiction || finding.verdict == Verdict::tension;
}

}  // namespace
}  // namespace report

std::string report_summary(const Run& run, const std::string& last) {
  const report::Places places(run);
  std::vector<const Finding*> told;
  for (const Finding& finding : run.findings)
    if (report::is_told(finding)) told.push_back(&finding);
  std::stable_sort(told.begin(), told.end(),
                   [](const Finding* a, const Finding* b) { return report::rank(*a) < report::rank(*b); });
  std::string out = "## mizan\n\n";
  if (!last.empty()) out += report::cell(last) + "\n\n";
  if (!run.errors.empty()) out += fmt::format("{} could not be read.\n\n", report::plural(run.errors.size(), "input"));
  if (told.empty()) return out + (run.errors.empty() ? "Nothing is at odds.\n\n" : "");
  out += "| | level | rule | what | where | id |\n|---|---|---|---|---|---|\n";
  for (std::size_t i = 0; i < told.size(); ++i) {
    const std::string row = report::row(places, *told[i]);
    if (out.size() + row.size() > report::kMostBytes)
      return out + fmt::format("\n{} not shown here.\n", report::plural(told.size() - i, "more finding"));
    out += row;
  }
  return out + "\n";
}

}  // namespace mizan
