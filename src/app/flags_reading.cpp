#include "app/flags.hpp"

namespace mizan::app {

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
  add_configuration(*compare, options);
  add_rules(*compare, options);
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

void add_extract(CLI::App& app, Options& options, Words& words) {
  CLI::App* extract = app.add_subcommand("extract", "Print every figure and date");
  extract->callback([&] { options.command = Command::extract; });
  add_reading(*extract, options);
  add_talk(*extract, options, words);
  add_looks(*extract, options, words);
  extract->add_option("-f,--format", options.format, "text or jsonl")
      ->check(CLI::IsMember(std::vector<std::string>{"text", "jsonl"}))
      ->type_name("FORMAT");
  extract->footer("Example: mizan extract article.txt -f jsonl");
}

void add_show(CLI::App& app, Options& options, Words& words) {
  CLI::App* show = app.add_subcommand("show", "Everything about one finding, claim, series or article");
  show->callback([&] { options.command = Command::show; });
  show->add_option("ID", options.id, "fc-..., cl-... or sr-..., or the beginning of one; or an article's path")
      ->required();
  add_reading(*show, options);
  add_index_file(*show, options);
  add_talk(*show, options, words);
  add_looks(*show, options, words);
  show->footer(
      "PATH is what `check` was given; the current folder if left out.\nExample: mizan show fc-7f3a articles/");
}

}  // namespace mizan::app
