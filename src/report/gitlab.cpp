// GitLab Code Quality: one array. The name of a check is not displayed, so it begins the description.
#include <fmt/format.h>

#include "report/problems.hpp"

namespace mizan::report {
namespace {

std::string_view severity(Level level) {
  if (level == Level::error) return "major";
  return level == Level::warning ? "minor" : "info";
}

}  // namespace

Report report_gitlab(const Run& run, const ReportOptions& options) {
  const Problems problems(run, options);
  const std::vector<Fingerprint> fingerprints = problems.fingerprints();
  Json json = Json::array();
  for (const Problem& problem : problems.shown()) {
    const Finding& finding = problems.finding(problem);
    const Region region = problems.region(*problem.here);
    const std::string rule = printed(finding.rule);
    json.push_back({{"description", fmt::format("{}: {}", rule, problems.summary(problem))},
                    {"check_name", rule},
                    {"fingerprint", fingerprints[problem.finding].unique()},
                    {"severity", severity(finding.level)},
                    {"location",
                     {{"path", problems.path(*problem.here)},
                      {"lines", {{"begin", region.begin.line}, {"end", region.end.line}}}}}});
  }
  return {serialise(json, 2) + "\n"};
}

}  // namespace mizan::report
