// The diagnostic format of reviewdog, whose columns are bytes: whole, or one diagnostic a line.
#include "report/problems.hpp"

namespace mizan::report {
namespace {

std::string_view severity(Level level) {
  if (level == Level::error) return "ERROR";
  return level == Level::warning ? "WARNING" : "INFO";
}

Json place_json(const Place& place) { return {{"line", place.line}, {"column", place.byte}}; }

Json location_json(const Problems& problems, const Evidence& evidence) {
  const Region region = problems.region(evidence);
  return {{"path", problems.path(evidence)},
          {"range", {{"start", place_json(region.begin)}, {"end", place_json(region.end)}}}};
}

Json diagnostic_json(const Problems& problems, const Problem& problem) {
  const Finding& finding = problems.finding(problem);
  Json json = {{"message", problems.summary(problem) + " [" + finding.id + "]"},
               {"severity", severity(finding.level)},
               {"code", {{"value", printed(finding.rule)}}},
               {"location", location_json(problems, *problem.here)}};
  if (problem.others.empty()) return json;
  json["related_locations"] = Json::array();
  for (const Evidence* other : problem.others) {
    json["related_locations"].push_back(
        {{"message", printed(other->value)}, {"location", location_json(problems, *other)}});
  }
  return json;
}

}  // namespace

Report report_rdjson(const Run& run, const ReportOptions& options) {
  const Problems problems(run, options);
  Json json = {{"source", {{"name", "mizan"}}}, {"diagnostics", Json::array()}};
  for (const Problem& problem : problems.shown()) json["diagnostics"].push_back(diagnostic_json(problems, problem));
  return {serialise(json, 2) + "\n"};
}

Report report_rdjsonl(const Run& run, const ReportOptions& options) {
  const Problems problems(run, options);
  Report report;
  for (const Problem& problem : problems.shown()) {
    report.text += serialise(diagnostic_json(problems, problem)) + "\n";
  }
  return report;
}

}  // namespace mizan::report
