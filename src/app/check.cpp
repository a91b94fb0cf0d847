// `mizan check`: run, leave out what is not asked for, print, and say by the exit code what was found.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <unordered_set>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/pipeline.hpp"

namespace mizan::app {
namespace {

/// Said last, so that a log ends with the reason of its exit code.
std::string exit_line(int code, const Options& options, std::size_t failing, std::size_t errors) {
  const std::string level{options.fail_on ? name(*options.fail_on) : "never"};
  if (code == kUnreadable) {
    return fmt::format("exit 2: {} could not be read\n", errors == 1 ? "1 input" : fmt::format("{} inputs", errors));
  }
  if (code == kFindings) {
    return fmt::format("exit 1: {} at or above \"{}\"\n",
                       failing == 1 ? "1 finding" : fmt::format("{} findings", failing), level);
  }
  return options.fail_on ? fmt::format("exit 0: nothing at or above \"{}\"\n", level)
                         : std::string("exit 0: --fail-on never\n");
}

std::string formatted(const Run& run, const Options& options) {
  if (options.format == "json") return report_json(run, options.all);
  if (options.format == "jsonl") return report_jsonl(run, options.all);
  if (options.format == "concise") return report_concise(run, options.all);
  return report_text(run, text_options(options));
}

/// Leaves what has no evidence in a file that is told of.
void keep_told(const Selection& selection, Run& run) {
  std::unordered_set<std::string_view> told;
  for (const InputFile& file : selection.files)
    if (file.told) told.insert(file.name);
  if (told.size() == selection.files.size()) return;
  const auto is_told = [&](std::uint32_t document) { return told.contains(run.documents[document].path); };
  std::erase_if(run.findings, [&](const Finding& finding) {
    return std::none_of(finding.evidence.begin(), finding.evidence.end(),
                        [&](const Evidence& evidence) { return is_told(evidence.document); });
  });
  std::erase_if(run.series, [&](const Series& series) {
    return std::none_of(series.claims.begin(), series.claims.end(),
                        [&](std::uint32_t claim) { return is_told(run.claims[claim].document); });
  });
}

}  // namespace

int check(const Options& options) {
  const std::optional<Knowledge> knowledge = load_knowledge(options.rules);
  if (!knowledge || !known_language(options, *knowledge)) return kUnreadable;
  PipelineOptions pipeline = pipeline_options(options);
  std::ofstream signs;
  if (!options.signs.empty()) {
    signs.open(options.signs, std::ios::binary);
    if (!signs) {
      print_error("--signs: cannot write " + options.signs);
      return kUnreadable;
    }
    pipeline.trace = [&](const std::string& line) { signs << line << '\n'; };
  }
  const std::optional<Selection> selection = selected(options);
  if (!selection) return kClean;
  Run result = run(selection->files, *knowledge, pipeline);
  result.errors.insert(result.errors.begin(), selection->errors.begin(), selection->errors.end());
  keep_told(*selection, result);
  std::erase_if(result.findings, [&](const Finding& f) { return f.confidence < options.min_confidence; });

  const auto failing = static_cast<std::size_t>(
      std::count_if(result.findings.begin(), result.findings.end(), [&](const Finding& finding) {
        return options.fail_on && finding.level != Level::none && finding.level >= *options.fail_on;
      }));
  const int code = !result.errors.empty() ? kUnreadable : failing > 0 ? kFindings : kClean;
  std::string page = formatted(result, options);
  if (options.format == "full" && !options.quiet) page += exit_line(code, options, failing, result.errors.size());
  print_errors(result.errors);
  if (!print(page)) {
    print_error("standard output could not be written");
    return kUnreadable;
  }
  return code;
}

}  // namespace mizan::app
