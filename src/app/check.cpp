// `mizan check`: run, leave out what is not asked for, print, and say by the exit code what was found.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/filter.hpp"
#include "app/indexed.hpp"
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
  if (failing > 0)
    return fmt::format("exit 0: --exit-zero; {} {}finding{} at or above \"{}\"\n", failing, new_ones ? "new " : "",
                       failing == 1 ? "" : "s", level);
  return options.fail_on ? fmt::format("exit 0: nothing {}at or above \"{}\"\n", new_ones ? "new " : "", level)
                         : std::string("exit 0: --fail-on never\n");
}

/// Counts of the run, for standard error.
std::string stats(const Run& run, std::size_t pairs) {
  const Totals totals = totals_of(run);
  std::string out = fmt::format("stats: documents {}, bytes {}, mentions {}, claims {}, pairs {}", totals.documents,
                                totals.bytes, totals.mentions, totals.claims, pairs);
  for (const Verdict verdict : {Verdict::contradiction, Verdict::tension, Verdict::corroboration, Verdict::verified}) {
    out += fmt::format(", {} {}", name(verdict),
                       std::count_if(run.findings.begin(), run.findings.end(),
                                     [&](const Finding& f) { return f.verdict == verdict; }));
  }
  return out + "\n";
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
  const std::optional<Index> index = usable_index(options);
  // the index answers for named articles alone, but knows nothing of another time
  const bool alone = index && !options.question.all_told && options.since.empty() && !options.staged &&
                     options.baseline.empty() && options.signs.empty();
  std::optional<Knowledge> knowledge = alone ? knowledge_from(*index) : std::nullopt;
  if (!knowledge) knowledge = load_knowledge(options.rules);
  if (!knowledge || !known_language(options, *knowledge)) return kUnreadable;
  if (const Errors errors = unknown_rules(options, *knowledge); !errors.empty()) {
    print_errors(errors);
    return kUnreadable;
  }
  PipelineOptions pipeline = pipeline_options(options);
  if (index) pipeline.index = &*index;
  std::ofstream signs;
  if (!options.signs.empty()) {
    signs.open(options.signs, std::ios::binary);
    if (!signs) {
      print_error("--signs: cannot write " + options.signs);
      return kUnreadable;
    }
    pipeline.trace = [&](const std::string& line) { signs << line << '\n'; };
  }
  std::optional<NearbyRun> nearby = alone ? run_nearby(options, *index, *knowledge) : std::nullopt;
  std::optional<Selection> selection = nearby ? std::move(nearby->selection) : selected(options);
  if (!selection) return kClean;
  Watch watch(options.progress && options.quiet < 2);
  pipeline.watch = &watch;
  std::size_t pairs = 0;
  if (options.stats) {
    pipeline.trace = [&pairs, write = pipeline.trace](const std::string& line) {
      ++pairs;
      if (write) write(line);
    };
  }
  auto [result, news] =
      nearby ? weigh_nearby(options, std::move(nearby->run)) : weigh(options, *selection, *knowledge, pipeline);
  watch.begin(Watch::report, "writing", 0);
  result.errors.insert(result.errors.begin(), selection->errors.begin(), selection->errors.end());
  keep_asked(options, *selection, result);

  const auto failing = static_cast<std::size_t>(
      std::count_if(result.findings.begin(), result.findings.end(), [&](const Finding& finding) {
        return options.fail_on && finding.level != Level::none && finding.level >= *options.fail_on &&
               !is_set_aside(finding);
      }));
  const std::string told = news_line(result, news);
  if (!add_summary(options.summary, result, told)) return kUnreadable;
  const std::string counts = options.stats ? stats(result, pairs) : "";
  watch.quiet();
  print_errors(result.errors);
  print_warnings(news.warnings);
  const std::vector<std::string> changed(news.changed.begin(), news.changed.end());
  const bool ran = !result.documents.empty() || result.errors.empty();  // or an empty report would say that all is well
  bool written = !ran || write_outputs(result, options, changed, true);
  if (options.new_only) std::erase_if(result.findings, is_set_aside);
  const std::size_t left_out = options.max_findings ? keep_at_most(*options.max_findings, options.all, result) : 0;
  if (left_out > 0 && options.quiet < 2)
    print_note(fmt::format("{} more {} left out by --max-findings", left_out, left_out == 1 ? "finding" : "findings"));
  written = (!ran || write_outputs(result, options, changed, false)) && written;
  const int code = !result.errors.empty() || !written  ? kUnreadable
                   : failing > 0 && !options.exit_zero ? kFindings
                                                       : kClean;
  const std::string_view format = chosen_format(options);
  std::string page;
  if (options.quiet < 2 && !options.files_only) page = rendered(result, options, format, changed, false);
  if (format == "full" && options.quiet == 0 && !options.files_only) {
    if (!told.empty()) page += escape_terminal(told, false) + "\n";
    page += exit_line(code, options, !news.against.empty(), failing, result.errors.size());
  }
  page = enclosed(page, format == "full" && !page.empty() ? options.stop_token : "");
  if (!(format == "full" ? print_page(page, text_options(options)) : print(page))) {
    print_error("standard output could not be written");
    return kUnreadable;
  }
  if (!options.annotations.empty() && !print(rendered(result, options, options.annotations, changed, false)))
    return kUnreadable;
  if (options.stats) print_aside(counts);
  if (options.timing) print_aside(watch.timing());
  return code;
}

}  // namespace mizan::app
