// The flags of every command, as CLI11 sees them; for the flags_*.cpp and options.cpp only. A new flag goes into the
// file of its command, with its value in Options (options.hpp), or in Words if it is a word that becomes an enum.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/options.hpp"

namespace mizan::app {

struct Words {  // flags whose values are words, before they are turned into enums
  std::string fail_on = "error", color = "auto", bidi = "auto";
  std::vector<std::string> outputs;
};

// ------------------------------------------------------------------------------------------- flags of several commands

void add_rules(CLI::App& command, Options& options);
/// PATH, --corpus, --files-from, --stdin-filename, --no-ignore, --allow-empty, --rules, --lang, -j.
void add_reading(CLI::App& command, Options& options);
/// What is known or set aside: --since, --staged, --baseline, --ignore-file.
void add_known(CLI::App& command, Options& options);
/// --color, --bidi, --show-invisible.
void add_looks(CLI::App& command, Options& options, Words& words);

// ----------------------------------------------------------------------------------------------- one function a
// command

void add_check(CLI::App& app, Options& options, Words& words);
void add_ci(CLI::App& app, Options& options, Words& words);
void add_baseline(CLI::App& app, Options& options);
void add_suppress(CLI::App& app, Options& options);
void add_compare(CLI::App& app, Options& options, Words& words);
void add_extract(CLI::App& app, Options& options, Words& words);
void add_show(CLI::App& app, Options& options, Words& words);
void add_explain(CLI::App& app, Options& options);
void add_rules_commands(CLI::App& app, Options& options);

/// The whole command line. What it fills lives as long as app.
void add_commands(CLI::App& app, Options& options, Words& words);

/// What is wrong with the arguments, in the words of the user.
Stop usage_error(const CLI::App& app, const CLI::ParseError& error);
/// The subcommand that the arguments chose, however deep.
const CLI::App& chosen(const CLI::App& app);
/// "mizan rules" for `mizan rules test`: the words that lead to a command, without its own.
std::string path_to(const CLI::App& command);

}  // namespace mizan::app
