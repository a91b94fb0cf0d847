// Inside the report room: findings as other programs want them. They know a problem as one place in one file with a
// message; a contradiction has two or more. So one of its places is told, and the others stand behind it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/json.hpp"
#include "report/places.hpp"
#include "report/report.hpp"

namespace mizan::report {

/// A contradiction or tension as it is told from one place.
struct Problem {
  std::uint32_t finding = 0;            ///< in Run::findings
  const Evidence* here = nullptr;       ///< never null
  std::vector<const Evidence*> others;  ///< the first of each other side, then all further ones
  std::size_t sides = 0;                ///< how many of others begin a side
};

/// A place of a file in every unit that some program counts in; all count from 1.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;  ///< in code points
  std::uint32_t utf16 = 1;   ///< in UTF-16 code units
  std::uint32_t byte = 1;    ///< in bytes
};

/// A stretch of a file. The end is exclusive.
struct Region {
  Place begin;
  Place end;
  FileSpan bytes;
};

/// What a finding is recognised by in another run: of what is said and where, never of lines or order.
struct Fingerprint {
  std::uint64_t edges = 0;
  std::uint32_t nth = 1;       ///< of several findings with the same edges
  std::string hex() const;     ///< 16 digits
  std::string unique() const;  ///< hex:nth
};

class Problems {
 public:
  Problems(const Run& run, const ReportOptions& options);

  const Finding& finding(const Problem& problem) const { return run_.findings[problem.finding]; }
  const Document& document(const Evidence& evidence) const { return run_.documents[evidence.document]; }
  /// Of its file: relative to ReportOptions::root, with '/'; any bytes.
  const std::string& path(const Evidence& evidence) const { return paths_[evidence.document]; }
  const std::vector<std::string>& paths() const { return paths_; }  ///< by document
  Region region(const Evidence& evidence, Span span) const;
  Region region(const Evidence& evidence) const { return region(evidence, evidence.span); }
  /// "title: A here, B in path:line", on one line and safe to print.
  std::string summary(const Problem& problem) const;

  std::vector<Fingerprint> fingerprints() const;  ///< by finding
  /// The same error, of a file by its relative path.
  Error relative(Error error) const;

  /// Those that people are shown, gravest first: new before known, then by level and confidence.
  std::vector<Problem> shown() const { return problems(false); }
  /// The suppressed too, behind the others.
  std::vector<Problem> all() const { return problems(true); }

 private:
  std::vector<Problem> problems(bool suppressed) const;
  Problem problem(std::uint32_t finding) const;
  bool before(const Evidence& a, const Evidence& b) const;

  const Run& run_;
  const std::string root_;
  const Places places_;
  std::vector<std::string> paths_;
  std::vector<bool> changed_;  // by document
};

/// Untrusted text on one line and safe to print; joiners stay, as Persian needs them.
std::string printed(std::string_view text);

Report report_sarif(const Run& run, const ReportOptions& options);
Report report_github(const Run& run, const ReportOptions& options);
Report report_gitlab(const Run& run, const ReportOptions& options);
Report report_junit(const Run& run, const ReportOptions& options);
Report report_html(const Run& run, const ReportOptions& options);
Report report_rdjson(const Run& run, const ReportOptions& options);
Report report_rdjsonl(const Run& run, const ReportOptions& options);

}  // namespace mizan::report
