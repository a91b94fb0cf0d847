// What was read before: the index of a corpus.
#include "app/flags.hpp"

namespace mizan::app {

void add_index_file(CLI::App& command, Options& options) {
  auto* file = command.add_option("--index", options.index, "The index; .mizan/index.db in the folder of the corpus")
                   ->type_name("FILE");
  command.add_flag("--no-index", options.no_index, "Read every article, index or not")->excludes(file);
}

void add_index(CLI::App& app, Options& options) {
  CLI::App* index =
      app.add_subcommand("index", "Keep what was read of a corpus, so that new articles are checked at once");
  index->require_subcommand(1);
  const auto add = [&](const char* name, const char* about, Command command) {
    CLI::App* one = index->add_subcommand(name, about);
    one->callback([&options, command] { options.command = command; });
    add_reading(*one, options);
    one->add_option("--index", options.index, "The index; .mizan/index.db in the folder of the corpus")
        ->type_name("FILE");
    one->footer(std::string("Example: mizan index ") + name + " articles/");
  };
  add("build", "Read all articles, and keep what they say", Command::index_build);
  add("update", "Read the articles that are new or have changed", Command::index_update);
  add("status", "What there is, and whether it fits the articles; exit 1 if not", Command::index_status);
}

}  // namespace mizan::app
