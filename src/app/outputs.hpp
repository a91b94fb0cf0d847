// Where the reports of one run go: -f to standard output, each -o to a file.
#pragma once

#include <string>
#include <string_view>

#include "app/options.hpp"
#include "report/report.hpp"

namespace mizan::app {

/// -f, with auto made into what this place reads: github or gitlab where one of them runs, else full on a terminal and
/// concise in a pipe.
std::string_view chosen_format(const Options& options);

/// A run in one format; changed: paths of documents whose side of a finding is told first; to_file: plain, whatever the
/// terminal can do. What the format has no room for is said on standard error.
std::string rendered(const Run& run, const Options& options, std::string_view format,
                     const std::vector<std::string>& changed, bool to_file);

/// Writes every -o whose format is whole (Format::whole), or every other; false, after an error, if one could not be
/// written.
bool write_outputs(const Run& run, const Options& options, const std::vector<std::string>& changed, bool whole);

/// Why the value of -f, or FORMAT=FILE of -o, is wrong; "" if it is not.
std::string wrong_format(const std::string& value);
std::string wrong_output(const std::string& value);
/// "FORMAT=FILE" that is not wrong, taken apart.
Output output_of(const std::string& value);
/// All formats, for help: "full, concise, ...".
std::string format_names();

}  // namespace mizan::app
