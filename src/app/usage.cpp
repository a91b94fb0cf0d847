// What is wrong with the arguments, told in the words of the user.
#include <fmt/format.h>

#include <algorithm>

#include "app/flags.hpp"

namespace mizan::app {
namespace {

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

std::string advice(const CLI::App& command) {
  const std::string above = path_to(command);
  return fmt::format("usage: {}{}{} --help", above, above.empty() ? "" : " ", command.get_name());
}

}  // namespace

CLI::App& chosen(CLI::App& app) {
  const std::vector<CLI::App*> subs = app.get_subcommands();
  return subs.empty() ? app : chosen(*subs.front());
}

std::string path_to(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  if (parent == nullptr) return {};
  const std::string above = path_to(*parent);
  return above + (above.empty() ? "" : " ") + parent->get_name();
}

/// The argument nobody knows, and the one that was probably meant.
Stop usage_error(CLI::App& app, const CLI::ParseError& error) {
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

}  // namespace mizan::app
