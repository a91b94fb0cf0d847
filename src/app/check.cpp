// `mizan check`: run, leave out what is not asked for, print, and say by the exit code what was found.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <unordered_set>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/news.hpp"
#include "app/outputs.hpp"
#include "app/pipeline.hpp"

namespace mizan::app {
namespace {

/// Said last, so that a log ends with the reason of its exit code.
std::string exit_line(int code, const Options& options, bool new_ones, std::size_t failing, std::size_t errors) {
  const std::string level{options.fail_on ? name(*options.fail_on) : "never"};
  if (code == kUnreadable && errors == 0) return "exit 2: an output could not be written\n";
  if (code == kUnreadable) {
    return fmt::format("exit 2: {} could not be read\n", errors == 1 ? "1 input" : fmt::format("{} inputs", errors));
  }
  if (code == kFindings) {
    return fmt::format("exit 1: {} {}finding{} at or above \"{}\"\n", failing, new_ones ? "new " : "",
                       failing == 1 ? "" : "s", level);
  }
  return options.fail_on ? fmt::format("exit 0: nothing {}at or above \"{}\"\n", new_ones ? "new " : "", level)
                         : std::string("exit 0: --fail-on never\n");
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

/// Appends what a reader of the pipeline sees; false, and an error, if that cannot be written.
bool add_summary(const std::string& file, const Run& run, const std::string& last) {
  if (file.empty()) return true;
  std::ofstream stream(file, std::ios::binary | std::ios::app);
  stream << report_summary(run, last) << std::flush;
  if (!stream) print_error(file + " could not be written");
  return static_cast<bool>(stream);
}

/// A pipeline that takes lines of its log for commands takes none of the page: it may quote anything. Programs that
/// read another format want it as it is.
std::string enclosed(const std::string& page, const std::string& token) {
  if (token.empty()) return page;
  return fmt::format("::stop-commands::{0}\n{1}{2}::{0}::\n", token, page,
                     page.empty() || page.back() == '\n' ? "" : "\n");
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
  auto [result, news] = weigh(options, *selection, *knowledge, pipeline);
  result.errors.insert(result.errors.begin(), selection->errors.begin(), selection->errors.end());
  keep_told(*selection, result);
  std::erase_if(result.findings, [&](const Finding& f) { return f.confidence < options.min_confidence; });

  const auto failing = static_cast<std::size_t>(
      std::count_if(result.findings.begin(), result.findings.end(), [&](const Finding& finding) {
        return options.fail_on && finding.level != Level::none && finding.level >= *options.fail_on &&
               !is_set_aside(finding);
      }));
  const std::string told = news_line(result, news);
  if (!add_summary(options.summary, result, told)) return kUnreadable;
  print_errors(result.errors);
  print_warnings(news.warnings);
  const std::vector<std::string> changed(news.changed.begin(), news.changed.end());
  const bool ran = !result.documents.empty() || result.errors.empty();  // or an empty report would say that all is well
  bool written = !ran || write_outputs(result, options, changed, true);
  if (options.new_only) std::erase_if(result.findings, is_set_aside);
  written = (!ran || write_outputs(result, options, changed, false)) && written;
  const int code = !result.errors.empty() || !written ? kUnreadable : failing > 0 ? kFindings : kClean;
  const std::string_view format = chosen_format(options);
  std::string page = rendered(result, options, format, changed, false);
  if (format == "full" && !options.quiet) {
    if (!told.empty()) page += escape_terminal(told, false) + "\n";
    page += exit_line(code, options, !news.against.empty(), failing, result.errors.size());
  }
  if (!print(enclosed(page, format == "full" ? options.stop_token : ""))) {
    print_error("standard output could not be written");
    return kUnreadable;
  }
  if (!options.annotations.empty() && !print(rendered(result, options, options.annotations, changed, false)))
    return kUnreadable;
  return code;
}

}  // namespace mizan::app
