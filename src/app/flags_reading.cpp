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
  CLI::App* show = app.add_subcommand("show", "List what was found, or tell all about a part of it");
  show->callback([&] { options.command = Command::show; });
  show->add_option(
      "WHAT", options.id,
      "fc-..., cl-... or sr-..., or the beginning of one; an article, ARTICLE:LINE or ARTICLE:LINE:COLUMN; "
      "without it all is listed");
  show->add_option("--about", options.about, "Claims that speak of these words, in all languages")->type_name("WORDS");
  show->add_flag("--all", options.all, "List also series of one value, and claims with fewer of the words");
  add_reading(*show, options);
  add_index_file(*show, options);
  add_talk(*show, options, words);
  add_looks(*show, options, words);
  show->footer(
      "PATH is what `check` was given; the current folder if left out. A folder in the place of WHAT is a PATH.\n"
      "Examples:\n"
      "  mizan show articles/                                  everything that was found, a line each\n"
      "  mizan show fc-7f3a articles/                          one finding\n"
      "  mizan show articles/a.md articles/                    one article, with all its claims\n"
      "  mizan show articles/a.md:12 articles/                 what was made of the figures on a line\n"
      "  mizan show --about \"turnover Kazakhstan\" articles/   all claims that speak of it");
}

void add_series(CLI::App& app, Options& options, Words& words) {
  CLI::App* series = app.add_subcommand("series", "One fact at several times, as a table and a plot");
  series->callback([&] { options.command = Command::series; });
  series->add_option("WHAT", options.id,
                     "sr-..., or the beginning of it; a frame, as in trade.turnover, trade or \"trade.*\"; "
                     "without it all are listed");
  series->add_option("--about", options.about, "Series that speak of these words, in all languages")
      ->type_name("WORDS");
  series->add_flag("--all", options.all, "List series of one value too");
  add_reading(*series, options);
  add_index_file(*series, options);
  add_talk(*series, options, words);
  add_looks(*series, options, words);
  series->add_option("-f,--format", options.format, "text, json or jsonl")
      ->check(CLI::IsMember(std::vector<std::string>{"text", "json", "jsonl"}))
      ->type_name("FORMAT");
  series->footer(
      "PATH is what `check` was given; the current folder if left out. A path in the place of WHAT is a PATH.\n"
      "Examples:\n"
      "  mizan series articles/                        what there is, those of several values first\n"
      "  mizan series sr-c2cd articles/                one, with a plot\n"
      "  mizan series trade.turnover articles/         all of a frame\n"
      "  mizan series --about \"turnover\" articles/    those that speak of it\n"
      "  mizan series articles/ -f jsonl               one a line, for programs");
}

}  // namespace mizan::app
