// The command line: flags to a plain struct. CLI11 stays behind flags.hpp.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/model.hpp"

namespace mizan::app {

enum class Command {
  check,
  ci,
  compare,
  extract,
  show,
  explain,
  suppress,
  baseline_create,
  baseline_update,
  baseline_status,
  rules_test,
  rules_new,
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

struct Options {
  Command command = Command::check;
  std::vector<std::string> paths;   ///< as typed; Question is what comes of them
  std::vector<std::string> corpus;  ///< --corpus
  Question question;
  std::string files_from;  ///< a file that lists paths, "-" for standard input; "" for none
  bool null_between = false;
  std::string stdin_name;  ///< what "-" is called; "" for <stdin>
  bool no_ignore = false;
  bool allow_empty = false;
  std::string id;                               ///< show: an identifier; explain and rules new: a rule
  std::string pairs;                            ///< compare: a file of pairs; "" if two documents are given
  std::string format = "full";                  ///< check: auto or one of formats(); compare, extract: text, jsonl
  std::vector<Output> outputs;                  ///< check: reports for files, beside standard output
  std::optional<Level> fail_on = Level::error;  ///< absent: never
  Choice color = Choice::automatic;
  Choice bidi = Choice::automatic;
  std::vector<std::string> rules;  ///< folders on top of the shipped ones
  std::string language;
  std::string kind = "figure";         ///< rules new: figure or event
  std::vector<std::string> languages;  ///< rules new: those laid out; empty for all that are loaded
  unsigned threads = 0;
  double min_confidence = 0.5;
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
  bool quiet = false;
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
