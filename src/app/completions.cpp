// Completions for bash, zsh and fish, from the flags themselves.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/flags.hpp"

namespace mizan::app {
namespace {

struct Flag {
  std::vector<std::string> names;  // "--format", "-f"
  std::vector<std::string> choices;
  bool has_value = false;
  std::string about;
};

struct Shape {       // of a command
  std::string path;  // "", "check", "rules test"
  std::string about;
  std::vector<const CLI::App*> subs;
  std::vector<Flag> flags;
  std::vector<std::string> words;  // what its positional may be, where that is a closed list
  bool takes_files = false;
};

/// "{auto,always,never}" in the description of a flag's values.
std::vector<std::string> choices_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{'), close = type.find('}');
  if (open == std::string::npos || close == std::string::npos) return {};
  return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

std::vector<Shape> shapes_below(const CLI::App& app, const std::string& path) {
  Shape shape;
  shape.path = path;
  shape.about = app.get_description();
  for (const CLI::App* sub : app.get_subcommands({})) shape.subs.push_back(sub);
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      shape.words = choices_of(*option);
      shape.takes_files = shape.takes_files || option->get_name(true) == "PATH" || option->get_name(true) == "DIR";
      continue;
    }
    Flag flag;
    for (const std::string& name : option->get_lnames()) flag.names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) flag.names.push_back("-" + name);
    flag.choices = choices_of(*option);
    flag.has_value = option->get_items_expected_max() > 0;
    flag.about = option->get_description();
    shape.flags.push_back(std::move(flag));
  }
  std::vector<Shape> shapes = {shape};
  for (const CLI::App* sub : shape.subs) {
    std::vector<Shape> below = shapes_below(*sub, path + (path.empty() ? "" : " ") + sub->get_name());
    shapes.insert(shapes.end(), below.begin(), below.end());
  }
  return shapes;
}

/// For a shell's single quotes, and in one line.
std::string shell_text(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string(" ") : c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out;
}

std::vector<std::string> names_of(const Shape& shape, bool with_flags) {
  std::vector<std::string> words;
  for (const CLI::App* sub : shape.subs) words.push_back(sub->get_name());
  words.insert(words.end(), shape.words.begin(), shape.words.end());
  if (with_flags)
    for (const Flag& flag : shape.flags) words.insert(words.end(), flag.names.begin(), flag.names.end());
  return words;
}

std::string bash(const std::vector<Shape>& shapes) {
  std::string commands, values, words;
  for (const Shape& shape : shapes) {
    for (const CLI::App* sub : shape.subs)
      commands += fmt::format("      '{}:{}') path='{}' ;;\n", shape.path, sub->get_name(),
                              shape.path + (shape.path.empty() ? "" : " ") + sub->get_name());
    for (const Flag& flag : shape.flags) {
      if (!flag.has_value) continue;
      for (const std::string& name : flag.names)
        values += fmt::format("    '{}:{}') {} ;;\n", shape.path, name,
                              flag.choices.empty() ? std::string("COMPREPLY=($(compgen -f -- \"$word\")); return")
                                                   : fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\")); return",
                                                                 fmt::join(flag.choices, " ")));
    }
    words += fmt::format("    '{}') COMPREPLY=($(compgen -W '{}' -- \"$word\"){}) ;;\n", shape.path,
                         fmt::join(names_of(shape, true), " "), shape.takes_files ? " $(compgen -f -- \"$word\")" : "");
  }
  return fmt::format(
      "# bash completion of mizan, written by \"mizan completions bash\"\n"
      "_mizan() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} path='' i\n"
      "  local IFS=$' \\t\\n'\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
      "    case \"$path:${{COMP_WORDS[i]}}\" in\n{}"
      "    esac\n"
      "  done\n"
      "  case \"$path:$before\" in\n{}"
      "  esac\n"
      "  case $path in\n{}"
      "  esac\n"
      "}}\n"
      "complete -o filenames -F _mizan mizan\n",
      commands, values, words);
}

std::string zsh(const std::vector<Shape>& shapes) {
  const auto function = [](const Shape& shape) {
    std::string name = "_mizan";
    for (const std::string& part : CLI::detail::split(shape.path, ' '))
      if (!part.empty()) name += "_" + part;
    return name;
  };
  const auto about = [](std::string text) {  // ":" and "[" mean something there
    std::string out;
    for (const char c : shell_text(text)) {
      if (c == ':' || c == '[' || c == ']') out += '\\';
      out += c;
    }
    return out;
  };
  std::string out = "#compdef mizan\n# zsh completion of mizan, written by \"mizan completions zsh\"\n";
  for (const Shape& shape : shapes) {
    std::string arguments;
    for (const Flag& flag : shape.flags) {
      const std::string value = !flag.has_value        ? ""
                                : flag.choices.empty() ? ":value:_files"
                                                       : fmt::format(":value:({})", fmt::join(flag.choices, " "));
      for (const std::string& name : flag.names)
        arguments += fmt::format(" \\\n    '*{}[{}]{}'", name, about(flag.about), value);
    }
    if (!shape.subs.empty()) {
      std::string listed, cases;
      for (const CLI::App* sub : shape.subs) {
        listed += fmt::format(" '{}:{}'", sub->get_name(), about(sub->get_description()));
        cases += fmt::format("        {}) {}_{} ;;\n", sub->get_name(), function(shape), sub->get_name());
      }
      out += fmt::format(
          "\n{}() {{\n  local line state\n  _arguments -C{} \\\n    '1:command:->command' '*::argument:->argument'\n"
          "  case $state in\n    command) local -a commands=({}); _describe command commands ;;\n"
          "    argument)\n      case $line[1] in\n{}      esac ;;\n  esac\n}}\n",
          function(shape), arguments, listed, cases);
      continue;
    }
    if (!shape.words.empty()) arguments += fmt::format(" \\\n    '*:word:({})'", fmt::join(shape.words, " "));
    if (shape.takes_files) arguments += " \\\n    '*:path:_files'";
    out += fmt::format("\n{}() {{\n  _arguments -s{}\n}}\n", function(shape), arguments);
  }
  return out + "\n_mizan \"$@\"\n";
}

std::string fish(const std::vector<Shape>& shapes) {
  std::string out = "# fish completion of mizan, written by \"mizan completions fish\"\ncomplete -c mizan -f\n";
  for (const Shape& shape : shapes) {
    std::vector<std::string> conditions;
    for (const std::string& part : CLI::detail::split(shape.path, ' '))
      if (!part.empty()) conditions.push_back("__fish_seen_subcommand_from " + part);
    if (!shape.subs.empty() && !conditions.empty())
      conditions.push_back("not __fish_seen_subcommand_from " +
                           fmt::format("{}", fmt::join(names_of(shape, false), " ")));
    if (conditions.empty()) conditions.emplace_back("__fish_use_subcommand");
    const std::string when = fmt::format("complete -c mizan -n '{}'", fmt::join(conditions, "; and "));
    for (const CLI::App* sub : shape.subs)
      out += fmt::format("{} -a {} -d '{}'\n", when, sub->get_name(), shell_text(sub->get_description()));
    for (const std::string& word : shape.words) out += fmt::format("{} -a {}\n", when, word);
    if (shape.takes_files) out += when + " -F\n";
    for (const Flag& flag : shape.flags) {
      out += when;
      for (const std::string& name : flag.names)
        out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (flag.has_value)
        out += flag.choices.empty() ? std::string(" -r -F") : fmt::format(" -x -a '{}'", fmt::join(flag.choices, " "));
      out += fmt::format(" -d '{}'\n", shell_text(flag.about));
    }
  }
  return out;
}

}  // namespace

std::string completions(const CLI::App& app, const std::string& shell) {
  const std::vector<Shape> shapes = shapes_below(app, "");
  return shell == "bash" ? bash(shapes) : shell == "zsh" ? zsh(shapes) : fish(shapes);
}

}  // namespace mizan::app
