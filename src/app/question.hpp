// What is asked of a run, from the words of the command line.
#pragma once

#include <optional>

#include "app/options.hpp"
#include "model/model.hpp"

namespace mizan::app {

/// show, series: a first word that says where to read, not what to look for, is the first path: a folder, -, with
/// --about any, of series any file, of show a file of records if it stands alone.
void sort_what_from_paths(Options& options);

/// Adds the paths that --files-from lists to those that were typed; an error if the list cannot be read.
std::optional<Error> add_listed_paths(Options& options);

/// With a corpus the paths name what is told of, else they are the corpus; with neither it is the current folder.
/// extract has no need of a corpus where files are named.
Question ask(const Options& options);

}  // namespace mizan::app
