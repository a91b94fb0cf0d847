// The command line: flags to a plain struct. CLI11 stays behind flags.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "model/model.hpp"
#include "text/text.hpp"

namespace mizan::app {

enum class Command {
  check,
  ci,
  report,
  compare,
  extract,
  show,
  browse,
  series,
  explain,
  suppress,
  baseline_create,
  baseline_update,
  baseline_status,
  rules_test,
  rules_new,
  config_show,
  config_init,
  completions,
  man,
  index_build,
  index_update,
  index_status,
  version
};
enum class Choice { automatic, always, never };

/// What is asked: which documents are held against each other, and of which of them it is told.
struct Question {
  std::vector<std::string> corpus;  ///< files and folders: all that is weighed; "-" is standard input
  std::vector<std::string>
      named;             ///< files and folders: findings with evidence here are told; those outside of corpus join it
  bool all_told = true;  ///< nothing was named: findings of the whole corpus are told
};

/// A report for a file.
struct Output {
  std::string format;
  std::string file;
};

/// A key of the configuration with what counts for this run, and where that comes from.
struct Counts {
  std::string key;
  std::vector<std::string> values;
  std::string origin;  ///< "flag", "MIZAN_FAIL_ON", "mizan.toml:3" or "default"
};

/// An [[override]]; what is absent it leaves as it is.
struct Override {
  Patterns paths;
  std::optional<std::string> language;
  std::optional<double> min_confidence;
  std::optional<std::vector<std::string>> disable;
  std::vector<Counts> counts;  ///< the same, for config show
};

struct Options {
  Command command = Command::check;
  std::vector<std::string> paths;   ///< as typed; Question is what comes of them
  std::vector<std::string> corpus;  ///< --corpus
  Question question;
  std::string files_from;  ///< a file that lists paths, "-" for standard input; "" for none
  bool null_between = false;
  std::string stdin_name;  ///< what "-" is called; "" for <stdin>
  bool no_ignore = false;
  std::string config;     ///< --config: the file to read; found if ""
  bool isolated = false;  ///< no configuration
  std::string root;       ///< the folder of the configuration, which names of documents are relative to; "" for none
  std::vector<std::string> exclude;
  std::vector<Override> overrides;
  std::vector<Counts> counts;   ///< by key
  std::set<std::string> typed;  ///< long names of the flags of the command line
  bool origin = false;          ///< config show: say where each comes from
  std::vector<std::string> rule, exclude_rule;
  bool exit_zero = false;
  std::optional<std::size_t> max_findings;
  bool stats = false, timing = false;
  bool progress = true;
  int verbose = 0;
  bool allow_empty = false;
  std::string index;  ///< a file; "" for the one in the folder of the corpus
  bool no_index = false;
  std::string id;                               ///< show, series: what is looked for; explain and rules new: a rule
  std::string about;                            ///< show, series: words; "" for none
  std::string pairs;                            ///< compare: a file of pairs; "" if two documents are given
  std::string format = "full";                  ///< check: auto or one of formats(); compare, extract: text, jsonl
  std::vector<Output> outputs;                  ///< check: reports for files, beside standard output
  bool files_only = false;                      ///< nothing for standard output, and a note for each of them
  std::string page;                             ///< report: the file; "-" for standard output
  std::optional<Level> fail_on = Level::error;  ///< absent: never
  Choice color = Choice::automatic;
  Choice bidi = Choice::automatic;
  std::vector<std::string> rules;  ///< folders on top of the shipped ones
  std::string language;
  std::string kind = "figure";         ///< rules new: figure or event
  std::vector<std::string> languages;  ///< rules new: those laid out; empty for all that are loaded
  unsigned threads = 0;
  double min_confidence = 0.6;
  std::string signs;        ///< a file for what open claims were weighed by; "" for none
  std::string since;        ///< a reference of git; "" for none
  bool staged = false;      ///< the index of git instead of the files on disk
  std::string baseline;     ///< a file of what is known; "" for none
  bool new_only = false;    ///< what is known or suppressed is not shown
  bool show_known = false;  ///< ci: it is, all the same
  std::string ignore_file;  ///< "" for the nearest
  std::string today;        ///< a day, for tests; "" for that of the clock
  std::string reason;       ///< suppress: why
  std::string until;        ///< suppress: a day, or ""
  std::string summary;      ///< a file that a Markdown summary is added to; "" for none
  std::string annotations;  ///< a format printed after the page; "" for none
  std::string stop_token;   ///< what encloses pages, so that a pipeline takes no line of them for a command; or ""
  bool all = false;
  int quiet = 0;  ///< 1: findings only; 2: the exit code only
  bool show_invisible = false;
  bool list = false;
};

/// Nothing to run: help was asked for (code 0, text for standard output), or the flags or files behind them are wrong
/// (code 2, standard error).
struct Stop {
  int code = 0;
  std::string text;
  Errors errors = {};
};

std::variant<Options, Stop> parse_options(int argc, const char* const* argv);

}  // namespace mizan::app
