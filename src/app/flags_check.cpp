#include "app/flags.hpp"
#include "app/outputs.hpp"

namespace mizan::app {
namespace {

const std::vector<std::string> kLevels = {"note", "warning", "error", "never"};

/// Which findings are told.
void add_choice(CLI::App& command, Options& options) {
  command.add_option("--min-confidence", options.min_confidence, "Leave out findings below this confidence (0.6)")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("0..1");
  command.add_option("--rule", options.rule, "Only findings of this rule, or of these: open.*; may be repeated")
      ->type_name("ID")
      ->allow_extra_args(false);
  command.add_option("--exclude-rule", options.exclude_rule, "No findings of this rule, or of these; may be repeated")
      ->type_name("ID")
      ->allow_extra_args(false);
}

void add_measures(CLI::App& command, Options& options) {
  command.add_flag("--stats", options.stats, "Counts, on standard error");
  command.add_flag("--timing", options.timing, "Seconds by stage, on standard error");
}

}  // namespace

void add_check_flags(CLI::App& command, Options& options, Words& words) {
  add_reading(command, options);
  add_looks(command, options, words);
  add_talk(command, options, words);
  command.add_option("-f,--format", options.format, "auto, " + format_names())
      ->check(CLI::Validator(wrong_format, ""))
      ->type_name("FORMAT");
  command.add_option("-o,--output", words.outputs, "Write a file too, in the format that is named; may be repeated")
      ->check(CLI::Validator(wrong_output, ""))
      ->type_name("FORMAT=FILE")
      ->allow_extra_args(false);
  command.add_option("--fail-on", words.fail_on, "Exit 1 from this level on: note, warning, error (default), never")
      ->check(CLI::IsMember(kLevels))
      ->type_name("LEVEL");
  add_choice(command, options);
  add_measures(command, options);
  command.add_option("--signs", options.signs, "Write what open claims were weighed by, one pair a line")
      ->type_name("FILE");
  command.add_flag("--all", options.all, "Corroborations and verified checks too");
  command.add_option("--max-findings", options.max_findings, "Print at most N; the exit code counts all")
      ->type_name("N");
  command.add_flag("--exit-zero", options.exit_zero, "0 instead of 1 if there are findings");
  command.add_flag("-q,--quiet", options.quiet, "Findings only; -qq: nothing but the exit code");
  add_known(command, options);
  add_index_file(command, options);
}

void add_check(CLI::App& app, Options& options, Words& words) {
  CLI::App* check = app.add_subcommand("check", "Report where documents contradict each other");
  check->callback([&] { options.command = Command::check; });
  add_check_flags(*check, options, words);
  check->add_flag("--new-only", options.new_only, "Leave out what is known or suppressed");
  check->footer(
      "Examples:\n"
      "  mizan check articles/ --fail-on warning -f concise\n"
      "  mizan check articles/ -o sarif=mizan.sarif -o junit=mizan.xml\n"
      "  mizan check new.md --corpus articles/            only what concerns new.md\n"
      "  mizan check                                      the corpus that mizan.toml names");
}

void add_browse(CLI::App& app, Options& options, Words& words) {
  CLI::App* browse = app.add_subcommand("browse", "Walk through findings, claims and articles in the terminal");
  browse->callback([&] { options.command = Command::browse; });
  add_reading(*browse, options);
  add_looks(*browse, options, words);
  add_talk(*browse, options, words);
  add_choice(*browse, options);
  browse->add_flag("--all", options.all, "Corroborations and verified checks too");
  add_known(*browse, options);
  browse->add_flag("--new-only", options.new_only, "Leave out what is known or suppressed");
  add_index_file(*browse, options);
  browse->footer("? in it tells the keys; e opens the place in $VISUAL or $EDITOR.\nExample: mizan browse articles/");
}

void add_ci(CLI::App& app, Options& options, Words& words) {
  CLI::App* ci = app.add_subcommand("ci", "check for a pipeline: what a change brings, and nothing else");
  ci->callback([&options, ci] {
    options.command = Command::ci;
    if (ci->count("--format") == 0) options.format = "auto";
  });
  add_check_flags(*ci, options, words);
  ci->add_flag("--show-known", options.show_known, "What is known or suppressed too; it never fails");
  ci->footer(
      "It compares with the branch that a pull or merge request goes to, as the environment tells, else with\n"
      "origin/HEAD; --since REF names another.\n"
      "Example: mizan ci articles/");
}

void add_report(CLI::App& app, Options& options, Words& words) {
  CLI::App* report = app.add_subcommand("report", "Write the report as a page for a browser, in one file");
  report->callback([&] { options.command = Command::report; });
  add_reading(*report, options);
  add_talk(*report, options, words);
  report->add_option("-o,--output", options.page, "The file (mizan-report.html), or - for standard output")
      ->type_name("FILE");
  add_choice(*report, options);
  add_measures(*report, options);
  report->add_flag("-q,--quiet", options.quiet, "Do not say that it is written");
  add_known(*report, options);
  add_index_file(*report, options);
  report->footer(
      "The page needs no network and no server. Findings do not make it fail: that is what check is for.\n"
      "Example: mizan report articles/ -o morning.html");
}

}  // namespace mizan::app
