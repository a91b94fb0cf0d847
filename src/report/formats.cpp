// The one table of formats.
#include <algorithm>
#include <array>

#include "report/problems.hpp"
#include "report/report.hpp"

namespace mizan {
namespace {

Report full(const Run& run, const ReportOptions& options) { return {report_text(run, options.text)}; }
Report concise(const Run& run, const ReportOptions& options) { return {report_concise(run, options.text.all)}; }
Report json(const Run& run, const ReportOptions& options) { return {report_json(run, options.text.all)}; }
Report jsonl(const Run& run, const ReportOptions& options) { return {report_jsonl(run, options.text.all)}; }

constexpr std::array kFormats = {
    Format{"full", "for people: each finding with its sentences", full},
    Format{"concise", "one line a finding", concise},
    Format{"json", "one object: findings, series, claims, documents", json},
    Format{"jsonl", "one JSON object a finding", jsonl},
    Format{"html", "a page for a browser, in one file", report::report_html},
    Format{"sarif", "SARIF 2.1.0, for code scanning and editors", report::report_sarif, true},
    Format{"github", "annotations of GitHub Actions", report::report_github},
    Format{"gitlab", "Code Quality report of GitLab", report::report_gitlab, true},
    Format{"junit", "JUnit XML: a test an article, a failure a finding", report::report_junit},
    Format{"rdjson", "reviewdog: one object", report::report_rdjson},
    Format{"rdjsonl", "reviewdog: one object a line", report::report_rdjsonl},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  const auto found =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace mizan
