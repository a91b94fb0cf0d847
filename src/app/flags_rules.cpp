#include "app/flags.hpp"

namespace mizan::app {

void add_explain(CLI::App& app, Options& options) {
  CLI::App* explain = app.add_subcommand("explain", "What a rule compares, and when it speaks");
  explain->callback([&] { options.command = Command::explain; });
  explain->add_option("RULE", options.id, "A frame (trade.turnover) or a check (weekday)");
  explain->add_flag("--list", options.list, "All rules, one a line");
  add_configuration(*explain, options);
  add_rules(*explain, options);
  explain->footer("Example: mizan explain weekday");
}

void add_rules_commands(CLI::App& app, Options& options) {
  CLI::App* rules = app.add_subcommand("rules", "Work on rules");
  rules->require_subcommand(1);
  rules->footer("Examples:\n  mizan rules test\n  mizan rules new trade.exports");
  CLI::App* test = rules->add_subcommand("test", "Run the examples of every rule");
  test->callback([&] { options.command = Command::rules_test; });
  test->add_option("DIR", options.paths,
                   "A folder of rules: used alone if it holds languages/, else on top of the shipped ones");
  test->add_option("-j,--jobs", options.threads, "Threads; 0 is one a core")->type_name("N");
  add_configuration(*test, options);
  add_rules(*test, options);
  test->footer("Example: mizan rules test --rules my-rules/");

  CLI::App* fresh = rules->add_subcommand("new", "Write a rule that loads and passes its examples, to be changed");
  fresh->callback([&] { options.command = Command::rules_new; });
  fresh->add_option("ID", options.id, "Its name: trade.exports is written to DIR/facts/trade/exports.toml")->required();
  fresh->add_option("--rules", options.rules, "The folder of your rules (rules)")
      ->type_name("DIR")
      ->allow_extra_args(false);
  fresh->add_option("--kind", options.kind, "figure (how much, for a period) or event (when something happened)")
      ->check(CLI::IsMember(std::vector<std::string>{"figure", "event"}))
      ->type_name("KIND");
  fresh->add_option("--lang", options.languages, "The languages to lay out, as in en,fa; all if left out")
      ->delimiter(',')
      ->type_name("TAG,...")
      ->allow_extra_args(false);
  fresh->footer("Example: mizan rules new trade.exports --rules my-rules");
}

}  // namespace mizan::app
