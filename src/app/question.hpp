// What is asked of a run, from the words of the command line.
#pragma once

#include <optional>

#include "app/options.hpp"
#include "model/model.hpp"

namespace mizan::app {

/// Adds the paths that --files-from lists to those that were typed; an error if the list cannot be read.
std::optional<Error> add_listed_paths(Options& options);

/// With a corpus the paths name what is told of, else they are the corpus; with neither it is the current folder.
/// extract has no need of a corpus where files are named.
Question ask(const Options& options);

}  // namespace mizan::app
