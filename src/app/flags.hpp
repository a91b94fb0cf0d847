// The flags of every command, as CLI11 sees them; for the flags_*.cpp and options.cpp only. A new flag goes into the
// file of its command, with its value in Options (options.hpp), or in Words if it is a word that becomes an enum.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/options.hpp"

namespace mizan::app {

struct Words {  // flags whose values are words, before they are turned into enums
  std::string fail_on = "error", color = "auto", bidi = "auto", progress = "auto";
  std::string shell;
  std::vector<std::string> outputs;
};

// ------------------------------------------------------------------------------------------- flags of several commands

void add_rules(CLI::App& command, Options& options);
/// --config, --isolated.
void add_configuration(CLI::App& command, Options& options);
/// --progress, -v.
void add_talk(CLI::App& command, Options& options, Words& words);
/// PATH, --corpus, --files-from, --stdin-filename, --no-ignore, --allow-empty, --rules, --lang, -j.
void add_reading(CLI::App& command, Options& options);
/// What is known or set aside: --since, --staged, --baseline, --ignore-file.
void add_known(CLI::App& command, Options& options);
/// --index, --no-index.
void add_index_file(CLI::App& command, Options& options);
/// --color, --bidi, --show-invisible.
void add_looks(CLI::App& command, Options& options, Words& words);

// ----------------------------------------------------------------------------------------------- one function a
// command

/// What check takes, and whatever else reports findings.
void add_check_flags(CLI::App& command, Options& options, Words& words);
void add_check(CLI::App& app, Options& options, Words& words);
void add_ci(CLI::App& app, Options& options, Words& words);
void add_report(CLI::App& app, Options& options, Words& words);
void add_baseline(CLI::App& app, Options& options);
void add_index(CLI::App& app, Options& options);
void add_suppress(CLI::App& app, Options& options);
void add_compare(CLI::App& app, Options& options, Words& words);
void add_extract(CLI::App& app, Options& options, Words& words);
void add_show(CLI::App& app, Options& options, Words& words);
void add_browse(CLI::App& app, Options& options, Words& words);
void add_series(CLI::App& app, Options& options, Words& words);
void add_explain(CLI::App& app, Options& options);
void add_rules_commands(CLI::App& app, Options& options);
void add_config_commands(CLI::App& app, Options& options, Words& words);
void add_helpers(CLI::App& app, Options& options, Words& words);

/// The whole command line. What it fills lives as long as app.
void add_commands(CLI::App& app, Options& options, Words& words);

/// Fills what no flag has said from the environment and from mizan.toml.
Errors configure(CLI::App& command, Options& options);

/// Generated from the flags themselves, so that they never differ.
std::string completions(const CLI::App& app, const std::string& shell);
std::string man_page(const CLI::App& app);

/// What is wrong with the arguments, in the words of the user.
Stop usage_error(CLI::App& app, const CLI::ParseError& error);
/// The subcommand that the arguments chose, however deep.
CLI::App& chosen(CLI::App& app);
/// "mizan rules" for `mizan rules test`: the words that lead to a command, without its own.
std::string path_to(const CLI::App& command);

}  // namespace mizan::app
