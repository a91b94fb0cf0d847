#include "app/options.hpp"

#include <algorithm>
#include <map>

#include "app/flags.hpp"
#include "app/outputs.hpp"
#include "app/question.hpp"
#include "knowledge/knowledge.hpp"

namespace mizan::app {
namespace {

Choice choice(const std::string& word) {
  if (word == "always" || word == "isolate") return Choice::always;
  return word == "never" || word == "off" ? Choice::never : Choice::automatic;
}

}  // namespace

std::variant<Options, Stop> parse_options(int argc, const char* const* argv) {
  Options options;
  Words words;
  CLI::App app{"", "mizan"};
  add_commands(app, options, words);
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
  CLI::App& command = chosen(app);
  if (options.command == Command::completions) return Stop{0, completions(app, words.shell)};
  if (options.command == Command::man) return Stop{0, man_page(app)};
  sort_what_from_paths(options);
  if (const std::optional<Error> error = add_listed_paths(options)) return Stop{2, {}, {*error}};
  if (Errors errors = configure(command, options); !errors.empty()) return Stop{2, {}, std::move(errors)};
  const std::map<std::string, Level> levels = {
      {"note", Level::note}, {"warning", Level::warning}, {"error", Level::error}};
  const auto level = levels.find(words.fail_on);
  options.fail_on = level == levels.end() ? std::nullopt : std::optional(level->second);
  options.color = choice(words.color);
  options.bidi = choice(words.bidi);
  for (const std::string& value : words.outputs) {
    options.outputs.push_back(output_of(value));
    const auto same = [&](const Output& other) { return other.file == options.outputs.back().file; };
    if (std::count_if(options.outputs.begin(), options.outputs.end(), same) > 1)
      return Stop{2, "two outputs go to one file: " + options.outputs.back().file};
  }
  const bool two_forms =
      options.command == Command::extract || options.command == Command::compare || options.command == Command::series;
  if (two_forms && options.format == "full") options.format = "text";
  if (options.command == Command::compare && options.paths.empty() && options.pairs.empty())
    return Stop{2, "compare needs two files, or --pairs FILE (usage: mizan compare --help)"};
  options.progress = words.progress == "auto";
  options.question = ask(options);
  for (const std::string* day : {&options.until, &options.today})
    if (!day->empty() && !parse_day(*day)) return Stop{2, "\"" + *day + "\" is no day as in 2027-06-30"};
  return options;
}

}  // namespace mizan::app
