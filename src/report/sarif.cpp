// SARIF 2.1.0. A contradiction is mended by an edit of one side, so a result has one location, and the other sides are
// related locations to which its message links.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "report/escape.hpp"
#include "report/problems.hpp"

namespace mizan::report {
namespace {

constexpr std::size_t kMostResults = 5000;        // what GitHub shows; with 25,000 it refuses the file
constexpr std::size_t kMostRelated = 20;          // places of one result
constexpr std::size_t kMostNotifications = 1000;  // files that could not be read
constexpr std::size_t kMostDescription = 1024;    // bytes

/// Text of a message: what SARIF takes for a placeholder or a link is escaped.
std::string message_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '{' || c == '}') out += c;
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

Json message(std::string_view text) { return {{"text", message_text(text)}}; }

/// A path as a relative URI, whatever bytes it holds.
std::string uri(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      std::string_view("-._~/").find(c) != std::string_view::npos;
    if (kept) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  return out;
}

/// Cut between code points, with an ellipsis: GitHub refuses descriptions that are longer.
std::string shortened(std::string text) {
  if (text.size() <= kMostDescription) return text;
  std::size_t end = kMostDescription - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

/// Every line of a text made safe, empty only if there is nothing else to say (GitHub refuses empty strings).
std::string lines(std::string_view text, std::string_view otherwise) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out += printed(text.substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  while (out.ends_with('\n')) out.pop_back();
  return out.empty() ? std::string(otherwise) : out;
}

std::string_view level_name(Level level) { return name(level); }

class Log {
 public:
  Log(const Run& run, const ReportOptions& options)
      : run_(run), options_(options), problems_(run, options), fingerprints_(problems_.fingerprints()) {}

  Report write() {
    std::vector<Problem> told = problems_.all();  // gravest first
    const std::size_t all = told.size();
    Report report;
    if (all > kMostResults) {
      told.resize(kMostResults);
      report.warning =
          fmt::format("SARIF: {} of {} findings written, the gravest; more would not be shown", kMostResults, all);
    }
    const auto order = [this](const Problem& problem) {
      const Evidence& here = *problem.here;
      const Place begin = problems_.region(here).begin;
      const Fingerprint& print = fingerprints_[problem.finding];
      return std::tuple(problems_.path(here), begin.line, begin.utf16, problems_.finding(problem).rule, print.edges,
                        print.nth);
    };
    using Key = decltype(order(told.front()));
    std::vector<std::pair<Key, std::size_t>> sorted;
    for (std::size_t i = 0; i < told.size(); ++i) sorted.emplace_back(order(told[i]), i);
    std::sort(sorted.begin(), sorted.end());
    for (const Problem& problem : told) rules_.emplace(problems_.finding(problem).rule, 0);
    std::size_t index = 0;
    for (auto& [rule, number] : rules_) number = index++;
    for (const Problem& problem : told) {
      states_ = states_ || problems_.finding(problem).state != State::none;
      suppressions_ = suppressions_ || problems_.finding(problem).suppressed.has_value();
    }
    Json results = Json::array();
    for (const auto& [key, i] : sorted) results.push_back(result(told[i]));

    Json driver = {{"name", "mizan"}};
    if (!options_.version.empty()) driver["semanticVersion"] = options_.version;
    driver["rules"] = rules_json();
    const Json log = {
        {"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
        {"version", "2.1.0"},
        {"runs", Json::array({{{"tool", {{"driver", driver}}},
                               {"automationDetails", {{"id", "mizan/check/"}}},
                               {"invocations", Json::array({invocation(report.warning)})},
                               {"columnKind", "utf16CodeUnits"},
                               {"newlineSequences", {"\r\n", "\n", "\r"}},
                               {"results", std::move(results)}}})}};
    report.text = serialise(log, 2) + "\n";
    return report;
  }

 private:
  Json rules_json() const {
    Json rules = Json::array();
    for (const auto& [id, number] : rules_) {
      const std::string shown = lines(id, "mizan");
      const RuleText text = rule_text(run_.knowledge, id).value_or(RuleText{id, "", "", ""});
      const std::string title = shortened(lines(printed(text.title), shown));
      const std::string help = lines(text.text, title);
      const bool weighed = id.starts_with("open.") || id == "compare";  // not sure that both sides are of one fact
      rules.push_back({{"id", shown},
                       {"shortDescription", message(title)},
                       {"fullDescription", message(shortened(help))},
                       {"help", message(help)},
                       {"properties",
                        {{"precision", weighed ? "medium" : "high"},
                         {"problem.severity", weighed ? "warning" : "error"},
                         {"tags", Json::array({text.is_frame() ? "frame" : "check"})}}}});
    }
    return rules;
  }

  Json invocation(const std::string& warning) const {
    Json notifications = Json::array();
    const auto notify = [&](std::string_view level, std::string_view text) {
      notifications.push_back({{"level", level}, {"message", message(text)}});
    };
    if (!warning.empty()) notify("warning", warning);
    for (const Error& error : run_.errors) {
      if (notifications.size() == kMostNotifications) break;
      notify("error", printed(dump(problems_.relative(error))));
    }
    Json json = {{"executionSuccessful", run_.errors.empty()}};
    if (!notifications.empty()) json["toolExecutionNotifications"] = std::move(notifications);
    return json;
  }

  Json region_json(const Evidence& evidence, Span span) const {
    const Region region = problems_.region(evidence, span);
    const std::string text{slice(problems_.document(evidence).text, span)};
    Json json = {{"startLine", region.begin.line},   {"startColumn", region.begin.utf16},
                 {"endLine", region.end.line},       {"endColumn", region.end.utf16},
                 {"byteOffset", region.bytes.begin}, {"byteLength", region.bytes.size()}};
    // The bytes of the file where they are the text; else (entities, escapes, markup) what they say.
    if (region.bytes.size() == text.size()) {
      json["snippet"] = {{"text", text}};
    } else {
      json["snippet"] = {{"rendered", {{"text", text}}}};
    }
    return json;
  }

  Json location(const Evidence& evidence, bool context) const {
    Json physical = {{"artifactLocation", {{"uri", uri(problems_.path(evidence))}}},
                     {"region", region_json(evidence, evidence.span)}};
    const bool wider = evidence.sentence.contains(evidence.span) && evidence.sentence != evidence.span;
    if (context && wider) physical["contextRegion"] = region_json(evidence, evidence.sentence);
    Json json = {{"physicalLocation", std::move(physical)}};
    const Document& document = problems_.document(evidence);
    if (document.record_line > 0) {
      json["logicalLocations"] =
          Json::array({{{"name", document.id}, {"fullyQualifiedName", "/text"}, {"kind", "value"}}});
    }
    return json;
  }

  std::string quoted(const Evidence& evidence) const {
    const std::string_view text = slice(problems_.document(evidence).text, evidence.span);
    return message_text(printed(fmt::format("{} (\"{}\")", evidence.value, text)));
  }

  /// "[path:line](1)": the only way in which viewers show a related location.
  std::string link(const Evidence& evidence, std::size_t id) const {
    const std::string place =
        fmt::format("{}:{}", plain(problems_.path(evidence)), problems_.region(evidence).begin.line);
    return fmt::format("[{}]({})", message_text(place), id);
  }

  std::string text_of(const Problem& problem, std::size_t related) const {
    const Finding& finding = problems_.finding(problem);
    std::string out = fmt::format("{}: {} here", message_text(printed(finding.title)), quoted(*problem.here));
    for (std::size_t i = 0; i < related; ++i) {
      const Evidence& other = *problem.others[i];
      if (i < problem.sides)
        out += ", " + quoted(other) + " in ";
      else
        out += i == problem.sides ? "; also " : ", ";
      out += link(other, i + 1);
    }
    if (related < problem.others.size()) {
      fmt::format_to(std::back_inserter(out), " and {} more", problem.others.size() - related);
    }
    out += '.';
    if (!finding.message.empty()) out += " " + message_text(printed(finding.message));
    return out;
  }

  Json result(const Problem& problem) const {
    const Finding& finding = problems_.finding(problem);
    const std::size_t related = std::min(problem.others.size(), kMostRelated);
    Json here = location(*problem.here, true);
    Json others = Json::array(), relationships = Json::array();
    for (std::size_t i = 0; i < related; ++i) {
      Json other = {{"id", i + 1}};
      other.update(location(*problem.others[i], false));
      other["message"] = message(printed(problem.others[i]->value));
      others.push_back(std::move(other));
      relationships.push_back({{"target", i + 1}, {"kinds", {"relevant"}}});
    }
    if (related > 0) here["relationships"] = std::move(relationships);
    const Fingerprint& print = fingerprints_[problem.finding];
    Json json = {{"ruleId", lines(finding.rule, "mizan")},
                 {"ruleIndex", rules_.at(finding.rule)},
                 {"kind", finding.level == Level::none ? "review" : "fail"},
                 {"level", level_name(finding.level)},
                 {"message", {{"text", text_of(problem, related)}}},
                 {"locations", Json::array({std::move(here)})}};
    if (related > 0) json["relatedLocations"] = std::move(others);
    json["partialFingerprints"] = {{"primaryLocationLineHash", print.unique()}, {"mizan/edge/v1", print.hex()}};
    if (suppressions_) json["suppressions"] = suppressions(finding);
    if (states_) json["baselineState"] = baseline_state(finding.state);
    json["rank"] = static_cast<int>(finding.confidence * 100 + 0.5);
    json["properties"] = {{"id", finding.id}, {"verdict", name(finding.verdict)}};
    return json;
  }

  /// What a baseline cannot know (it is suppressed in both) is no news.
  static std::string_view baseline_state(State state) {
    if (state == State::fresh) return "new";
    return state == State::changed ? "updated" : "unchanged";
  }

  Json suppressions(const Finding& finding) const {
    Json json = Json::array();
    if (!finding.suppressed) return json;  // looked at, and not suppressed
    const Suppression& suppression = *finding.suppressed;
    Json one = {{"kind", suppression.in_source ? "inSource" : "external"},
                {"status", "accepted"},
                {"justification", printed(suppression.reason)}};
    if (!suppression.file.empty()) {
      Json physical = {{"artifactLocation", {{"uri", uri(problems_.relative({suppression.file, 0, 0, "", ""}).file)}}}};
      if (suppression.line > 0) physical["region"] = {{"startLine", suppression.line}};
      one["location"] = {{"physicalLocation", std::move(physical)}};
    }
    json.push_back(std::move(one));
    return json;
  }

  const Run& run_;
  const ReportOptions& options_;
  const Problems problems_;
  const std::vector<Fingerprint> fingerprints_;  // by finding
  std::map<std::string, std::size_t> rules_;     // those that have results, and their places in the list
  bool states_ = false, suppressions_ = false;   // has one result these, all have
};

}  // namespace

Report report_sarif(const Run& run, const ReportOptions& options) { return Log(run, options).write(); }

}  // namespace mizan::report
