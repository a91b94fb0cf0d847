#include "app/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

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
    "  mizan compare article.txt translation.txt two texts of one matter, value by value\n"
    "  mizan show fc-7f3a19c2 articles/          why, in detail\n"
    "  mizan extract article.txt                 every figure and date in it\n"
    "  mizan explain trade.turnover              what a rule compares\n"
    "  mizan rules new trade.exports             write a rule of your own, to be changed\n"
    "  mizan rules test --rules rules            run the examples of the rules\n"
    "\n"
    "Exit codes: 0 nothing at or above --fail-on; 1 such findings; 2 something could not be read, or wrong flags.";

const std::vector<std::string> kLevels = {"note", "warning", "error", "never"};
const std::vector<std::string> kChoices = {"auto", "always", "never"};
const std::vector<std::string> kBidi = {"auto", "isolate", "off"};

struct Words {  // flags whose values are words, before they are turned into enums
  std::string fail_on = "error", color = "auto", bidi = "auto";
};

void add_reading(CLI::App& command, Options& options, bool paths_required) {
  auto* paths =
      command.add_option("PATH", options.paths, "Files (.txt, .md, .jsonl), folders, or - for standard input");
  if (paths_required) paths->required();
  command.add_option("--rules", options.rules, "A folder of rules on top of the shipped ones; may be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
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

void add_check(CLI::App& app, Options& options, Words& words) {
  CLI::App* check = app.add_subcommand("check", "Report where documents contradict each other");
  check->callback([&] { options.command = Command::check; });
  add_reading(*check, options, true);
  add_looks(*check, options, words);
  check->add_option("-f,--format", options.format, "full, concise, json or jsonl")
      ->check(CLI::IsMember(std::vector<std::string>{"full", "concise", "json", "jsonl"}))
      ->type_name("FORMAT");
  check->add_option("--fail-on", words.fail_on, "Exit 1 from this level on: note, warning, error (default), never")
      ->check(CLI::IsMember(kLevels))
      ->type_name("LEVEL");
  check->add_option("--min-confidence", options.min_confidence, "Leave out findings below this confidence (0.5)")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("0..1");
  check->add_option("--signs", options.signs, "Write what open claims were weighed by, one pair a line")
      ->type_name("FILE");
  check->add_flag("--all", options.all, "Corroborations and verified checks too");
  check->add_flag("-q,--quiet", options.quiet, "Findings only");
  check->footer("Example: mizan check articles/ --fail-on warning -f concise");
}

void add_compare(CLI::App& app, Options& options, Words& words) {
  CLI::App* compare = app.add_subcommand("compare", "Hold two texts of one matter against each other");
  compare->callback([&] { options.command = Command::compare; });
  auto* paths =
      compare->add_option("PATH", options.paths, "Two files: an article and its translation, two versions of it")
          ->expected(2);
  auto* pairs =
      compare
          ->add_option("--pairs", options.pairs,
                       "A file of pairs, one a line, or -: {\"id\", \"a\": {\"text\", \"lang\"?}, \"b\": {...}}")
          ->type_name("FILE");
  pairs->excludes(paths);
  compare->add_option("--rules", options.rules, "A folder of rules on top of the shipped ones; may be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
  compare->add_option("--lang", options.language, "Language of both texts (ar, fa, en, ru)")->type_name("TAG");
  compare->add_option("-j,--jobs", options.threads, "Threads; 0 is one a core")->type_name("N");
  add_looks(*compare, options, words);
  compare->add_option("-f,--format", options.format, "text or jsonl")
      ->check(CLI::IsMember(std::vector<std::string>{"text", "jsonl"}))
      ->type_name("FORMAT");
  compare->add_flag("--all", options.all, "Values that agree too");
  compare->add_flag("-q,--quiet", options.quiet, "Disagreements only");
  compare->footer(
      "Examples:\n"
      "  mizan compare article.en.txt article.fa.txt     what the translation changed, and what it lacks\n"
      "  mizan compare before.txt after.txt --all        and what agrees\n"
      "  mizan compare --pairs pairs.jsonl -f jsonl      one verdict a line, for programs\n"
      "\n"
      "Exit codes: 0 no contradiction; 1 contradictions; 2 something could not be read, or wrong flags.");
}

void add_others(CLI::App& app, Options& options, Words& words) {
  CLI::App* extract = app.add_subcommand("extract", "Print every figure and date");
  extract->callback([&] { options.command = Command::extract; });
  add_reading(*extract, options, true);
  add_looks(*extract, options, words);
  extract->add_option("-f,--format", options.format, "text or jsonl")
      ->check(CLI::IsMember(std::vector<std::string>{"text", "jsonl"}))
      ->type_name("FORMAT");
  extract->footer("Example: mizan extract article.txt -f jsonl");

  CLI::App* show = app.add_subcommand("show", "Everything about one finding, claim, series or article");
  show->callback([&] { options.command = Command::show; });
  show->add_option("ID", options.id, "fc-..., cl-... or sr-..., or the beginning of one; or an article's path")
      ->required();
  add_reading(*show, options, false);
  add_looks(*show, options, words);
  show->footer(
      "PATH is what `check` was given; the current folder if left out.\nExample: mizan show fc-7f3a articles/");

  CLI::App* explain = app.add_subcommand("explain", "What a rule compares, and when it speaks");
  explain->callback([&] { options.command = Command::explain; });
  explain->add_option("RULE", options.id, "A frame (trade.turnover) or a check (weekday)");
  explain->add_flag("--list", options.list, "All rules, one a line");
  explain->add_option("--rules", options.rules, "A folder of rules on top of the shipped ones")
      ->type_name("DIR")
      ->allow_extra_args(false);
  explain->footer("Example: mizan explain weekday");

  CLI::App* rules = app.add_subcommand("rules", "Work on rules");
  rules->require_subcommand(1);
  CLI::App* test = rules->add_subcommand("test", "Run the examples of every rule");
  test->callback([&] { options.command = Command::rules_test; });
  test->add_option("DIR", options.paths,
                   "A folder of rules: used alone if it holds languages/, else on top of the shipped ones");
  test->add_option("-j,--jobs", options.threads, "Threads; 0 is one a core")->type_name("N");
  test->add_option("--rules", options.rules, "A folder of rules on top of the shipped ones; may be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
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

  app.add_subcommand("version", "Print the version")->callback([&] { options.command = Command::version; });
}

std::vector<std::string> flag_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

std::vector<std::string> command_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* sub : command.get_subcommands({})) names.push_back(sub->get_name());
  return names;
}

/// The subcommand that the arguments chose, however deep.
const CLI::App& chosen(const CLI::App& app) {
  const std::vector<CLI::App*> subs = app.get_subcommands();
  return subs.empty() ? app : chosen(*subs.front());
}

/// "mizan rules test": the words that lead to a command, without its own.
std::string path_to(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  if (parent == nullptr) return {};
  const std::string above = path_to(*parent);
  return above + (above.empty() ? "" : " ") + parent->get_name();
}

std::string advice(const CLI::App& command) {
  const std::string above = path_to(command);
  return fmt::format("usage: {}{}{} --help", above, above.empty() ? "" : " ", command.get_name());
}

/// What is wrong, in the words of the user: the argument nobody knows, and the one that was probably meant.
Stop usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = chosen(app);
  std::string message = error.what();
  message = message.substr(0, message.find('\n'));
  std::string hint;
  const std::vector<std::string> left = app.remaining(true);
  const auto flag =
      std::find_if(left.begin(), left.end(), [](const std::string& word) { return word.size() > 1 && word[0] == '-'; });
  const bool wants_command = !command.get_subcommands({}).empty();
  if (flag != left.end()) {
    const std::string name = flag->substr(0, flag->find('='));
    message = fmt::format("unknown flag \"{}\"", name);
    hint = did_you_mean(name, flag_names(command));
  } else if (!left.empty() && wants_command) {
    message = fmt::format("unknown command \"{}\"", left.front());
    hint = did_you_mean(left.front(), command_names(command));
  } else if (!left.empty()) {
    message = fmt::format("unexpected argument \"{}\"", left.front());
  }
  return {2, fmt::format("{}{}", message, hint.empty() ? " (" + advice(command) + ")" : " (" + hint + ")")};
}

Choice choice(const std::string& word) {
  if (word == "always" || word == "isolate") return Choice::always;
  return word == "never" || word == "off" ? Choice::never : Choice::automatic;
}

}  // namespace

std::variant<Options, Stop> parse_options(int argc, const char* const* argv) {
  Options options;
  Words words;
  CLI::App app{kAbout, "mizan"};
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.set_version_flag("--version", "mizan " MIZAN_VERSION, "Print the version and exit");
  app.require_subcommand(1);
  app.footer(kExamples);
  add_check(app, options, words);
  add_compare(app, options, words);
  add_others(app, options, words);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Stop{0, chosen(app).help(path_to(chosen(app)))};
  } catch (const CLI::CallForAllHelp&) {
    return Stop{0, app.help()};
  } catch (const CLI::CallForVersion& version) {
    return Stop{0, std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    return usage_error(app, error);
  }
  const std::map<std::string, Level> levels = {
      {"note", Level::note}, {"warning", Level::warning}, {"error", Level::error}};
  const auto level = levels.find(words.fail_on);
  options.fail_on = level == levels.end() ? std::nullopt : std::optional(level->second);
  options.color = choice(words.color);
  options.bidi = choice(words.bidi);
  const bool two_forms = options.command == Command::extract || options.command == Command::compare;
  if (two_forms && options.format == "full") options.format = "text";
  if (options.command == Command::compare && options.paths.empty() && options.pairs.empty())
    return Stop{2, "compare needs two files, or --pairs FILE (usage: mizan compare --help)"};
  if (options.command == Command::show && options.paths.empty()) options.paths = {"."};
  return options;
}

}  // namespace mizan::app
