// What is known before a run, and what is set aside.
#include "app/flags.hpp"

namespace mizan::app {

namespace {

void add_ignore_file(CLI::App& command, Options& options) {
  command
      .add_option("--ignore-file", options.ignore_file, "What to ignore; the nearest .mizan-ignore.toml if left out")
      ->type_name("FILE");
  command.add_option("--today", options.today)->group("");
}

}  // namespace

void add_known(CLI::App& command, Options& options) {
  auto* since = command.add_option("--since", options.since,
                                   "What is new since HEAD left this branch, tag or commit of git; the rest is known");
  since->type_name("REF");
  auto* staged = command.add_flag("--staged", options.staged, "What the index of git brings to HEAD");
  auto* baseline =
      command.add_option("--baseline", options.baseline, "What is not in this file; mizan baseline writes one");
  baseline->type_name("FILE");
  since->excludes(staged)->excludes(baseline);
  staged->excludes(baseline);
  add_ignore_file(command, options);
}

void add_baseline(CLI::App& app, Options& options) {
  CLI::App* baseline = app.add_subcommand("baseline", "Keep what is known in a file, so that only what is new fails");
  baseline->require_subcommand(1);
  const auto add = [&](const char* name, const char* about, Command command) {
    CLI::App* one = baseline->add_subcommand(name, about);
    one->callback([&options, command] { options.command = command; });
    one->add_option("FILE", options.baseline, "The baseline, a line for each disagreement")->required();
    add_reading(*one, options);
    one->add_option("--min-confidence", options.min_confidence, "Leave out findings below this confidence (0.6)")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("0..1");
    add_ignore_file(*one, options);
    one->footer(std::string("Example: mizan baseline ") + name + " known.jsonl articles/");
  };
  add("create", "Write a baseline of all there is now", Command::baseline_create);
  add("update", "Bring a baseline up to date, and print what that adds and removes", Command::baseline_update);
  add("status", "Print what update would do; exit 1 if that is anything", Command::baseline_status);
}

void add_suppress(CLI::App& app, Options& options) {
  CLI::App* suppress = app.add_subcommand("suppress", "Set a finding aside, with a reason");
  suppress->callback([&] { options.command = Command::suppress; });
  suppress->add_option("ID", options.id, "A finding, fc-... as check prints it")->required();
  suppress->add_option("--reason", options.reason, "Why it is none")->required()->type_name("TEXT");
  suppress->add_option("--until", options.until, "The last day on which that holds, as in 2027-06-30")
      ->type_name("DATE");
  add_reading(*suppress, options);
  add_ignore_file(*suppress, options);
  suppress->footer("Example: mizan suppress fc-7f3a19c2 --reason \"A counts the city, B the governorate\" articles/");
}

}  // namespace mizan::app
