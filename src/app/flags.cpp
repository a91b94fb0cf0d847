#include "app/flags.hpp"

#include <fmt/format.h>

#include "text/text.hpp"

namespace mizan::app {
namespace {

constexpr const char* kAbout =
    "mizan weighs what articles say against each other: it reads every figure and date, aligns the claims that speak\n"
    "of one fact, in whatever language, and reports where they disagree.";

constexpr const char* kExamples =
    "Examples:\n"
    "  mizan check articles/                     contradictions and tensions, each with both sides\n"
    "  mizan check articles/ --all               and what agrees\n"
    "  mizan check docs.jsonl -f jsonl           one finding a line, for programs\n"
    "  mizan report articles/                    a page for the browser, in one file\n"
    "  mizan check articles/ --since main        what HEAD and the files on disk bring to main\n"
    "  mizan index build articles/               keep what was read, so that new articles are checked at once\n"
    "  mizan compare article.txt translation.txt two texts of one matter, value by value\n"
    "  mizan show articles/                      everything that was found, a line each\n"
    "  mizan show fc-7f3a19c2 articles/          why, in detail\n"
    "  mizan browse articles/                    all of that in a terminal, from finding to article\n"
    "  mizan series trade.turnover articles/     one fact at several times, as a table and a plot\n"
    "  mizan extract article.txt                 every figure and date in it\n"
    "  mizan explain trade.turnover              what a rule compares\n"
    "  mizan rules new trade.exports             write a rule of your own, to be changed\n"
    "  mizan rules test --rules rules            run the examples of the rules\n"
    "  mizan config init                         write a mizan.toml that says what is weighed\n"
    "  mizan completions bash                    for eval \"$(mizan completions bash)\"\n"
    "\n"
    "Exit codes: 0 nothing at or above --fail-on; 1 such findings; 2 something could not be read, or wrong flags.";

const std::vector<std::string> kChoices = {"auto", "always", "never"};
const std::vector<std::string> kProgress = {"auto", "never"};
const std::vector<std::string> kBidi = {"auto", "isolate", "off"};

}  // namespace

void add_rules(CLI::App& command, Options& options) {
  command.add_option("--rules", options.rules, "A folder of rules on top of the shipped ones; may be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

void add_configuration(CLI::App& command, Options& options) {
  auto* file = command.add_option("--config", options.config, "The configuration; else mizan.toml, looked for upward")
                   ->type_name("FILE");
  command.add_flag("--isolated", options.isolated, "No configuration")->excludes(file);
}

void add_talk(CLI::App& command, Options& options, Words& words) {
  command.add_option("--progress", words.progress, "auto (on a terminal, after a second) or never")
      ->check(CLI::IsMember(kProgress))
      ->type_name("WHEN");
  command.add_flag("-v,--verbose", options.verbose, "Say which configuration and how many files are read");
}

void add_reading(CLI::App& command, Options& options) {
  command.add_option("PATH", options.paths, fmt::format("Files ({}), folders, or - for standard input", kEndings));
  command
      .add_option("--corpus", options.corpus,
                  "What is weighed, be it named or not; PATH then says of which files to tell; may be repeated")
      ->type_name("PATH")
      ->allow_extra_args(false);
  auto* from =
      command.add_option("--files-from", options.files_from, "Take paths from a file, one a line; - is standard input")
          ->type_name("FILE");
  command.add_flag("-0,--null", options.null_between, "A NUL ends each path of --files-from")->needs(from);
  command.add_option("--stdin-filename", options.stdin_name, "What standard input is called, and read as")
      ->type_name("NAME");
  command.add_flag("--no-ignore", options.no_ignore, "Read what .gitignore and .mizanignore leave out");
  command.add_flag("--allow-empty", options.allow_empty, "No file at all is no error");
  add_configuration(command, options);
  add_rules(command, options);
  command.add_option("--lang", options.language, "Language of all documents (ar, fa, en, ru)")->type_name("TAG");
  command.add_option("-j,--jobs", options.threads, "Threads; 0 is one a core")->type_name("N");
}

void add_looks(CLI::App& command, Options& options, Words& words) {
  command.add_option("--color", words.color, "auto, always or never; NO_COLOR is respected")
      ->check(CLI::IsMember(kChoices))
      ->type_name("WHEN");
  command.add_option("--bidi", words.bidi, "auto, isolate or off: wrap excerpts for terminals that reorder")
      ->check(CLI::IsMember(kBidi))
      ->type_name("HOW");
  command.add_flag("--show-invisible", options.show_invisible, "Print invisible characters as <U+200C>");
}

void add_commands(CLI::App& app, Options& options, Words& words) {
  app.description(kAbout);
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.set_version_flag("--version", "mizan " MIZAN_VERSION, "Print the version and exit");
  app.require_subcommand(1);
  app.footer(kExamples);
  add_check(app, options, words);
  add_ci(app, options, words);
  add_report(app, options, words);
  add_baseline(app, options);
  add_suppress(app, options);
  add_index(app, options);
  add_compare(app, options, words);
  add_extract(app, options, words);
  add_show(app, options, words);
  add_browse(app, options, words);
  add_series(app, options, words);
  add_explain(app, options);
  add_rules_commands(app, options);
  add_config_commands(app, options, words);
  add_helpers(app, options, words);
  CLI::App* version = app.add_subcommand("version", "Print the version, and where the rules are");
  version->callback([&] { options.command = Command::version; });
  version->footer("Example: mizan version");
}

}  // namespace mizan::app
