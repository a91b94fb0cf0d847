// Which files a run reads, under which names, and of which of them it tells.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/options.hpp"
#include "model/model.hpp"

namespace mizan::app {

struct InputFile {
  std::string path;      ///< where it is read; "-" is standard input
  std::string name;      ///< what it is called in all output
  std::string language;  ///< of all its documents; "" leaves it to them
  bool told = true;      ///< findings with evidence here are told
};

struct Selection {
  std::vector<InputFile> files;    ///< the corpus in byte order of names, then what is named and lies outside of it
  std::vector<std::string> notes;  ///< what was named and is left out, and why
  Errors errors;                   ///< what is not there
};

/// What a file is called: with a configuration its path from that folder, wherever it is run from, else as given.
std::string name_of(const Options& options, const std::string& full, const std::string& given);
/// The other way: the full path of a file so called.
std::string full_of(const Options& options, const std::string& name);
/// The overrides that match a name, first to last.
std::vector<const Override*> overrides_of(const Options& options, std::string_view name);

/// The order and the names never depend on what is named, only on the corpus.
Selection select_files(const Options& options);

/// A file that is not on disk (of another commit), by its full path: as it would be selected, if it would.
std::optional<InputFile> would_select(const Options& options, const std::string& full);

}  // namespace mizan::app
