// The index of a corpus, as commands use it: where it lies, whether it fits what is asked, and a check that reads the
// named articles alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "app/pipeline.hpp"
#include "app/selection.hpp"
#include "index/index.hpp"
#include "report/report.hpp"

namespace mizan::app {

/// The corpus of a configuration, or one folder, or one file: only such has an index.
struct Home {
  std::string folder;              ///< that names in the index are relative to, as an absolute path
  std::string prefix;              ///< before those names, in all output
  std::string file;                ///< of the index
  std::vector<std::string> roots;  ///< of the corpus, relative to folder; "." for all of it
  std::vector<std::string> shape;  ///< what else decides which files there are, and how they are read: an index of
                                   ///< another shape does not fit
};
std::optional<Home> home_of(const Options& options);

/// Hash of the program's version and of every file of rules: an index of another is not used.
std::string knowledge_version(const std::vector<std::string>& on_top);

/// Opened if there is one, it is wanted and it fits; says on standard error why one that is there is not used.
std::optional<Index> usable_index(const Options& options);

/// The knowledge as the index keeps it.
std::optional<Knowledge> knowledge_from(const Index& index);

/// What named articles have to do with the rest, by the index alone; nullopt if the whole must be run: too few
/// documents for that, too many named, files that are not as they were when they were read. Run::corpus is set.
struct NearbyRun {
  Run run;
  Selection selection;  ///< the named files
};
std::optional<NearbyRun> run_nearby(const Options& options, const Index& index, const Knowledge& knowledge);

/// Files that are not as the index has them.
struct Changes {
  std::vector<InputFile> read;  ///< new or changed; the name is that in the index
  std::vector<FileState> states;
  std::vector<std::string> gone;
};
Changes changes_of(const Options& options, const Index& index, const Selection& selection);

/// Brings the index up to date with the files, or makes it anew; nullopt, and an error, if that failed.
struct Written {
  std::size_t files = 0;      ///< read
  std::size_t documents = 0;  ///< put in
  std::size_t gone = 0;       ///< files that are no more
  Totals totals;
  Errors errors;
};
std::optional<Written> write_index(const Options& options, const Knowledge& knowledge, bool anew);

}  // namespace mizan::app
