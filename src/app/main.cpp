#include <csignal>
#include <exception>
#include <string>
#include <variant>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/options.hpp"

namespace {

int dispatch(const mizan::app::Options& options) {
  using mizan::app::Command;
  switch (options.command) {
    case Command::check:
      return mizan::app::check(options);
    case Command::ci:
      return mizan::app::ci(options);
    case Command::report:
      return mizan::app::report(options);
    case Command::baseline_create:
    case Command::baseline_update:
    case Command::baseline_status:
      return mizan::app::baseline(options);
    case Command::suppress:
      return mizan::app::suppress_command(options);
    case Command::compare:
      return mizan::app::compare_command(options);
    case Command::extract:
      return mizan::app::extract_command(options);
    case Command::show:
      return mizan::app::show_command(options);
    case Command::browse:
      return mizan::app::browse(options);
    case Command::series:
      return mizan::app::series_command(options);
    case Command::explain:
      return mizan::app::explain(options);
    case Command::rules_test:
      return mizan::app::rules_test(options);
    case Command::rules_new:
      return mizan::app::rules_new(options);
    case Command::config_show:
      return mizan::app::config_show(options);
    case Command::config_init:
      return mizan::app::config_init(options);
    case Command::completions:
    case Command::man:  // printed by parse_options, which has the flags
      break;
    case Command::index_build:
    case Command::index_update:
    case Command::index_status:
      return mizan::app::index_command(options);
    case Command::version:
      return mizan::app::version();
  }
  return mizan::app::kUnreadable;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);  // a reader that went away ends us, without a word, whoever started us
  try {
    const auto parsed = mizan::app::parse_options(argc, argv);
    if (const auto* stop = std::get_if<mizan::app::Stop>(&parsed)) {
      if (stop->code == 0) return mizan::app::print(stop->text) ? 0 : mizan::app::kUnreadable;
      mizan::app::print_errors(stop->errors);
      if (!stop->text.empty()) mizan::app::print_error(stop->text);
      return stop->code;
    }
    return dispatch(std::get<mizan::app::Options>(parsed));
  } catch (
      const std::exception& bug) {  // memory at its end, or a bug: never a silent 0, never a core file in a pipeline
    mizan::app::print_error(std::string("internal: ") + bug.what());
    return mizan::app::kUnreadable;
  }
}
