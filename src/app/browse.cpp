// `mizan browse`: what check would tell, to walk through in a terminal.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/filter.hpp"
#include "app/indexed.hpp"
#include "app/news.hpp"
#include "app/terminal.hpp"

namespace mizan::app {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string editor() {
  for (const char* name : {"VISUAL", "EDITOR"})
    if (std::string command = variable(name); !command.empty()) return command;
  return "vi";
}

/// How editors are told a line. Most take +LINE FILE; these do not.
constexpr std::string_view kGoto[] = {"code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"};
constexpr std::string_view kColons[] = {"subl", "sublime_text", "zed", "zeditor", "hx", "helix"};

std::vector<std::string> editor_arguments(const std::string& command, const Spot& spot) {
  const std::string program = std::filesystem::path(command.substr(0, command.find(' '))).filename().string();
  const auto one_of = [&](const auto& names) {
    return std::find(std::begin(names), std::end(names), program) != std::end(names);
  };
  const bool flag = spot.path.starts_with('-') || spot.path.starts_with('+');
  const std::string file = flag ? "./" + spot.path : spot.path;
  const std::string colons = fmt::format("{}:{}:{}", file, spot.line, spot.column);
  if (one_of(kGoto)) return {"--goto", colons};
  if (one_of(kColons)) return {colons};
  return {fmt::format("+{}", spot.line), file};
}

/// Opens the place; what went wrong, or "".
std::string edit(FullScreen& terminal, const Spot& spot) {
  std::error_code failed;
  if (!std::filesystem::exists(spot.path, failed)) return "there is no file " + spot.path;
  const std::string command = editor();
  const int code = terminal.run(command, editor_arguments(command, spot));
  if (code == 127) return command + " could not be started; $VISUAL or $EDITOR names another editor";
  return code == 0 ? "" : fmt::format("{} ended with {}", command, code);
}

struct Left {
  std::string id;
  int signal = 0;
};

Left walk(const Run& run, const TextOptions& text, const Terminfo& info) {
  Browser browser(run, text);
  FullScreen terminal(info);
  while (true) {
    browser.resize(terminal.columns(), terminal.rows());
    terminal.show(browser.screen());
    const Event event = terminal.wait();
    if (event.kind == Event::Kind::ended) return {"", event.signal};
    if (event.kind == Event::Kind::resized) continue;
    browser.press(event.key);
    if (browser.wants() == Browser::Want::quit) return {browser.id(), 0};
    if (browser.wants() == Browser::Want::edit) browser.say(edit(terminal, browser.spot()));
  }
}

}  // namespace

int browse(const Options& options) {
  const std::optional<Terminfo> info =
      isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && variable("TERM") != "dumb" ? terminfo() : std::nullopt;
  if (!info) {
    print_error(
        "browse needs a terminal that can move its cursor; mizan check lists, and mizan show ID prints the pages");
    return kUnreadable;
  }
  const std::optional<Knowledge> knowledge = load_knowledge(options.rules);
  if (!knowledge || !known_language(options, *knowledge)) return kUnreadable;
  if (const Errors errors = unknown_rules(options, *knowledge); !errors.empty()) {
    print_errors(errors);
    return kUnreadable;
  }
  const std::optional<Selection> selection = selected(options);
  if (!selection) return kClean;
  Watch watch(options.progress);
  PipelineOptions pipeline = pipeline_options(options);
  const std::optional<Index> index = usable_index(options);
  if (index) pipeline.index = &*index;
  pipeline.watch = &watch;
  auto [result, news] = weigh(options, *selection, *knowledge, pipeline);
  watch.quiet();
  result.errors.insert(result.errors.begin(), selection->errors.begin(), selection->errors.end());
  keep_asked(options, *selection, result);
  if (options.new_only) std::erase_if(result.findings, is_set_aside);
  print_errors(result.errors);  // before the screen is taken, so that they stand there afterwards
  print_warnings(news.warnings);

  const Left left = walk(result, text_options(options), *info);
  if (left.signal != 0) std::raise(left.signal);
  if (!left.id.empty() && !print(left.id + "\n")) return kUnreadable;
  return result.errors.empty() ? kClean : kUnreadable;
}

}  // namespace mizan::app
