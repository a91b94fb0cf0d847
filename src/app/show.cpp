// `mizan show` and `mizan series`: everything that was found, or what led to a part of it.
#include <filesystem>
#include <system_error>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/filter.hpp"
#include "app/indexed.hpp"
#include "app/pipeline.hpp"

namespace mizan::app {
namespace {

/// An article as the run calls it, however its path was typed; what follows it, ":LINE", stays. Anything else as it is.
std::string called(const Options& options, const Selection& selection) {
  std::size_t end = options.id.size();
  for (int numbers = 0; numbers <= 2; ++numbers) {
    const std::string path = options.id.substr(0, end);
    std::error_code failed;
    if (std::filesystem::is_regular_file(path, failed)) {
      const std::string full = full_path(path);
      for (const InputFile& file : selection.files)
        if (file.path != "-" && full_path(file.path) == full) return file.name + options.id.substr(end);
    }
    end = options.id.rfind(':', end - 1);
    if (end == std::string::npos || end == 0) break;
  }
  return options.id;
}

using PageOf = Result<std::string> (*)(const Options&, const Selection&, Run&);

Result<std::string> show_page(const Options& options, const Selection& selection, Run& run) {
  const TextOptions text = text_options(options);
  if (!options.about.empty()) return show_about(run, options.about, text);
  if (!options.id.empty()) return show(run, called(options, selection), text);
  keep_asked(options, selection, run);  // the list of what check tells
  return show_list(run, text);
}

Result<std::string> series_page(const Options& options, const Selection& selection, Run& run) {
  keep_asked(options, selection, run);
  const SeriesAsked asked{options.id, options.about};
  if (options.format == "text") return series_text(run, asked, text_options(options));
  return series_json(run, asked, options.format == "jsonl");
}

/// Reads and judges as check does, and prints a page.
int print_page_of(const Options& options, PageOf page_of) {
  const std::optional<Knowledge> knowledge = load_knowledge(options.rules);
  if (!knowledge || !known_language(options, *knowledge)) return kUnreadable;
  const std::optional<Selection> selection = selected(options);
  if (!selection) return kClean;
  Watch watch(options.progress);
  PipelineOptions pipeline = pipeline_options(options);
  const std::optional<Index> index = usable_index(options);
  if (index) pipeline.index = &*index;
  pipeline.watch = &watch;
  Run result = run(selection->files, *knowledge, pipeline);
  watch.quiet();
  result.errors.insert(result.errors.begin(), selection->errors.begin(), selection->errors.end());
  print_errors(result.errors);
  const Result<std::string> page = page_of(options, *selection, result);
  if (!page) {
    print_errors(page.error());
    return kUnreadable;
  }
  const bool people = options.format != "json" && options.format != "jsonl";
  const bool written = people ? print_page(*page, text_options(options)) : print(*page);
  if (!written) print_error("standard output could not be written");
  return result.errors.empty() && written ? kClean : kUnreadable;
}

}  // namespace

int show_command(const Options& options) { return print_page_of(options, show_page); }

int series_command(const Options& options) { return print_page_of(options, series_page); }

}  // namespace mizan::app
