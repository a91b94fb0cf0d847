#include "report/problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <tuple>
#include <unordered_map>

#include "report/escape.hpp"
#include "report/page.hpp"

namespace mizan::report {
namespace {

std::string relative_path(const std::string& path, const std::string& root) {
  const std::filesystem::path normal = std::filesystem::path(path).lexically_normal();
  if (root.empty() || normal.is_relative()) return normal.generic_string();
  return normal.lexically_relative(std::filesystem::path(root).lexically_normal()).generic_string();
}

bool is_known(const Finding& finding) { return finding.state == State::known; }

}  // namespace

std::string printed(std::string_view text) { return one_line(text, false); }

Problems::Problems(const Run& run, const ReportOptions& options) : run_(run), root_(options.root), places_(run) {
  paths_.reserve(run.documents.size());
  for (const Document& document : run.documents) {
    paths_.push_back(relative_path(document.path, root_));
    changed_.push_back(std::binary_search(options.changed.begin(), options.changed.end(), document.path));
  }
}

std::string Fingerprint::hex() const { return fmt::format("{:016x}", edges); }
std::string Fingerprint::unique() const { return fmt::format("{:016x}:{}", edges, nth); }

std::vector<Fingerprint> Problems::fingerprints() const {
  std::vector<Fingerprint> result;
  result.reserve(run_.findings.size());
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  for (const std::uint64_t key : edge_fingerprints(run_, edges(run_, paths_))) result.push_back({key, ++seen[key]});
  return result;
}

Error Problems::relative(Error error) const {
  if (!error.file.empty()) error.file = relative_path(error.file, root_);
  return error;
}

bool Problems::before(const Evidence& a, const Evidence& b) const {
  return std::tuple(!changed_[a.document], std::string_view(path(a)), document(a).record_line, a.span) <
         std::tuple(!changed_[b.document], std::string_view(path(b)), document(b).record_line, b.span);
}

/// Told first is the side that somebody has just written; else the one that fewer articles are on, and is likelier to
/// be the mistake.
Problem Problems::problem(std::uint32_t index) const {
  using Side = std::vector<const Evidence*>;
  std::vector<Side> sides = by_side(run_.findings[index]);
  for (Side& side : sides) {
    std::sort(side.begin(), side.end(), [this](const Evidence* a, const Evidence* b) { return before(*a, *b); });
  }
  const auto first = std::min_element(sides.begin(), sides.end(), [this](const Side& a, const Side& b) {
    const bool was_changed = changed_[a.front()->document], is_changed = changed_[b.front()->document];
    if (was_changed != is_changed) return was_changed;
    return a.size() != b.size() ? a.size() < b.size() : before(*a.front(), *b.front());
  });
  std::rotate(sides.begin(), first, std::next(first));
  Problem result{index, sides.front().front(), {}, sides.size() - 1};
  for (std::size_t i = 1; i < sides.size(); ++i) result.others.push_back(sides[i].front());
  for (const Side& side : sides) result.others.insert(result.others.end(), std::next(side.begin()), side.end());
  return result;
}

std::vector<Problem> Problems::problems(bool suppressed) const {
  std::vector<Problem> result;
  for (std::uint32_t i = 0; i < run_.findings.size(); ++i) {
    const Finding& finding = run_.findings[i];
    if (!is_at_odds(finding) || finding.evidence.empty() || (finding.suppressed && !suppressed)) continue;
    result.push_back(problem(i));
  }
  const auto rank = [this](const Problem& problem) {
    const Finding& finding = run_.findings[problem.finding];
    return std::tuple(finding.suppressed.has_value(), is_known(finding), -static_cast<int>(finding.level),
                      -finding.confidence, problem.finding);
  };
  std::sort(result.begin(), result.end(), [&](const Problem& a, const Problem& b) { return rank(a) < rank(b); });
  return result;
}

Region Problems::region(const Evidence& evidence, Span span) const {
  const Document& read = document(evidence);
  const Span inside = clamp(span, read.text);
  const auto place = [](const Position& at) { return Place{at.line, at.column, at.utf16, at.byte}; };
  Region region;
  region.begin = region.end = place(places_.file_position(evidence.document, inside.begin));
  region.bytes = read.source.to_file(inside);
  if (inside.size() == 0) return region;
  // The end of its last character: markup may stand behind it.
  std::uint32_t last = inside.end - 1;
  while (last > inside.begin && (static_cast<unsigned char>(read.text[last]) & 0xC0) == 0x80) --last;
  const auto bytes = static_cast<std::uint32_t>(read.source.to_file({last, inside.end}).size());
  const bool plain = bytes == inside.end - last;  // else an entity or an escape, all of ASCII
  region.end = place(places_.file_position(evidence.document, last));
  region.end.column += plain ? 1 : bytes;
  region.end.utf16 += plain ? (bytes == 4 ? 2 : 1) : bytes;
  region.end.byte += bytes;
  return region;
}

std::string Problems::summary(const Problem& problem) const {
  std::string out = fmt::format("{}: {} here", finding(problem).title, problem.here->value);
  for (std::size_t i = 0; i < problem.sides; ++i) {
    const Evidence& other = *problem.others[i];
    fmt::format_to(std::back_inserter(out), ", {} in {}:{}", other.value, plain(path(other)), region(other).begin.line);
  }
  return printed(out);
}

}  // namespace mizan::report
