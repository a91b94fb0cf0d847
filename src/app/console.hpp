// Standard output and standard error: the only code that prints.
#pragma once

#include <string_view>

#include "app/options.hpp"
#include "model/model.hpp"
#include "report/report.hpp"

namespace mizan::app {

/// False if the bytes could not be written (a full disk).
bool print(std::string_view text);
/// A page for people: on a terminal no line of it is wider than that.
bool print_page(std::string_view page, const TextOptions& options);
/// "error: file:line:column: message (hint)", one line each.
void print_errors(const Errors& errors);
/// The same with "warning: ".
void print_warnings(const Errors& errors);
void print_error(std::string_view message);
void print_warning(std::string_view message);
/// "note: ...": what a user may want to know; never a reason for the exit code.
void print_note(std::string_view message);
/// --stats, --timing: lines on standard error as they are.
void print_aside(std::string_view lines);

/// What the terminal can do and the flags ask for.
TextOptions text_options(const Options& options);

}  // namespace mizan::app
