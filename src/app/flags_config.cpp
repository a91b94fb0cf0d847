#include "app/flags.hpp"

namespace mizan::app {

void add_config_commands(CLI::App& app, Options& options, Words& words) {
  CLI::App* config = app.add_subcommand("config", "Show or begin the configuration");
  config->require_subcommand(1);
  config->footer("Examples:\n  mizan config show --origin\n  mizan config init");

  CLI::App* show = config->add_subcommand("show", "Every key with what counts for check");
  show->callback([&] { options.command = Command::config_show; });
  add_check_flags(*show, options, words);
  show->add_flag("--origin", options.origin, "And where it comes from: a flag, the environment, a line of the file");
  show->footer(
      "With a PATH it is what counts for that file.\n"
      "Examples:\n"
      "  mizan config show --origin\n"
      "  mizan config show --origin archive/1998.txt");

  CLI::App* init = config->add_subcommand("init", "Write a mizan.toml with every key and what it means");
  init->callback([&] { options.command = Command::config_init; });
  init->add_option("--config", options.config, "Where; mizan.toml in the current folder by default")->type_name("FILE");
  init->footer("Nothing is overwritten.\nExample: mizan config init");
}

void add_helpers(CLI::App& app, Options& options, Words& words) {
  CLI::App* completions = app.add_subcommand("completions", "Print what makes a shell complete commands and flags");
  completions->callback([&] { options.command = Command::completions; });
  completions->add_option("SHELL", words.shell, "bash, zsh or fish")
      ->check(CLI::IsMember(std::vector<std::string>{"bash", "zsh", "fish"}))
      ->required();
  completions->footer(
      "Examples:\n"
      "  eval \"$(mizan completions bash)\"                                        in ~/.bashrc\n"
      "  mizan completions zsh > ~/.zfunc/_mizan                                 a folder of $fpath\n"
      "  mizan completions fish > ~/.config/fish/completions/mizan.fish");

  CLI::App* man = app.add_subcommand("man", "Print the manual page");
  man->callback([&] { options.command = Command::man; });
  man->footer("Example: mizan man | man -l -");
}

}  // namespace mizan::app
