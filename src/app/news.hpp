// What of a run is news: against another commit, the index of git or a baseline, and what somebody has set aside.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "app/pipeline.hpp"
#include "app/selection.hpp"
#include "knowledge/knowledge.hpp"
#include "report/report.hpp"

namespace mizan::app {

struct News {
  std::string against;  ///< "since origin/main (a1b2c3d)", "in known.jsonl"; "" if there was nothing to compare
  std::set<std::string> changed;  ///< Document::path of what is not as it was; against another tree only
  std::size_t resolved = 0;       ///< disagreements that were known and are gone
  std::size_t unused = 0;         ///< entries and comments that suppress nothing
  Errors warnings;                ///< entries of a baseline or of a list of what to ignore that match nothing
};

/// The corpus judged, each finding with its state and suppression (no finding is left out). Run::errors says what
/// failed.
struct Weighed {
  Run run;
  News news;
};
Weighed weigh(const Options& options, const Selection& selection, const Knowledge& knowledge,
              const PipelineOptions& pipeline);

/// The same for a run of some named articles that was judged already, where nothing is to be compared.
Weighed weigh_nearby(const Options& options, Run&& run);

/// Findings that the exit code does not count.
bool is_set_aside(const Finding& finding);
/// "1 new, 37 known (not failing), 2 resolved since origin/main (a1b2c3d)"; "" if nothing was compared or set aside.
std::string news_line(const Run& run, const News& news);

/// Paths of documents from a folder, by document.
std::vector<std::string> names_from(const Options& options, const Run& run, const std::string& folder);
/// What to ignore: --ignore-file, else the nearest .mizan-ignore.toml from the first path up to the repository's root.
/// It may not be there yet.
std::string ignore_file(const Options& options);
/// --today, else what the clock says.
Day today(const Options& options);

}  // namespace mizan::app
