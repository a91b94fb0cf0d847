// The manual page, from the flags themselves.
#include <fmt/format.h>

#include <cctype>

#include "app/flags.hpp"

namespace mizan::app {
namespace {

/// Text for troff: nothing at the beginning of a line is a request, and a hyphen is the one that is typed.
std::string roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    line_start = c == '\n';
  }
  return out;
}

/// Lines as they stand.
std::string verbatim(std::string_view text) { return ".PP\n.nf\n" + roff(text) + "\n.fi\n"; }

std::string value_of(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return "";
  const std::string type = option.get_type_name();
  return " \\fI" + roff(type.substr(0, type.find(':'))) + "\\fR";
}

void write_options(const CLI::App& command, std::string& out) {
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional()) {
      out += fmt::format(".TP\n\\fI{}\\fR\n{}\n", roff(option->get_name(true)), roff(option->get_description()));
      continue;
    }
    std::string names;
    for (const std::string& name : option->get_snames()) names += (names.empty() ? "" : ", ") + roff("-" + name);
    for (const std::string& name : option->get_lnames()) names += (names.empty() ? "" : ", ") + roff("--" + name);
    out += fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", names, value_of(*option), roff(option->get_description()));
  }
}

std::string usage(const CLI::App& command, const std::string& path) {
  std::string line = fmt::format("\\fB{}\\fR [\\fIOPTION\\fR]...", roff(path));
  for (const CLI::Option* option : command.get_options()) {
    if (!option->get_positional()) continue;
    const std::string name = roff(option->get_name(true));
    line += option->get_required() ? fmt::format(" \\fI{}\\fR", name) : fmt::format(" [\\fI{}\\fR]", name);
    if (option->get_items_expected_max() > 1) line += "...";
  }
  return line;
}

void write_command(const CLI::App& command, const std::string& path, std::string& out) {
  if (command.get_subcommands({}).empty()) {
    out += fmt::format(".SS {}\n{}\n.PP\n{}.\n", roff(path.substr(path.find(' ') + 1)), usage(command, path),
                       roff(command.get_description()));
    write_options(command, out);
    if (!command.get_footer().empty()) out += verbatim(command.get_footer());
    return;
  }
  for (const CLI::App* sub : command.get_subcommands({})) write_command(*sub, path + " " + sub->get_name(), out);
}

}  // namespace

std::string man_page(const CLI::App& app) {
  std::string out = fmt::format(
      ".TH MIZAN 1 \"\" \"mizan {}\" \"User Commands\"\n.SH NAME\nmizan \\- weigh what articles say against each other\n"
      ".SH SYNOPSIS\n\\fBmizan\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIPATH\\fR]...\n.SH DESCRIPTION\n{}\n.SH COMMANDS\n",
      MIZAN_VERSION, roff(app.get_description()));
  for (const CLI::App* sub : app.get_subcommands({})) write_command(*sub, "mizan " + sub->get_name(), out);
  out += ".SH OPTIONS\n";
  write_options(app, out);
  out +=
      ".SH ENVIRONMENT\n"
      ".TP\n\\fBMIZAN_CONFIG\\fR\nThe configuration, as \\-\\-config.\n"
      ".TP\n\\fBMIZAN_FAIL_ON\\fR, \\fBMIZAN_MIN_CONFIDENCE\\fR, \\fBMIZAN_JOBS\\fR\n"
      "What \\-\\-fail\\-on, \\-\\-min\\-confidence and \\-j are where they are not given; before mizan.toml.\n"
      ".TP\n\\fBMIZAN_RULES\\fR\nA folder of rules in place of the shipped ones.\n"
      ".TP\n\\fBNO_COLOR\\fR\nNo colour, unless \\-\\-color says always.\n"
      ".SH FILES\n"
      ".TP\n\\fImizan.toml\\fR\nThe configuration, looked for upward from the first path to the repository.\n"
      ".TP\n\\fI.gitignore\\fR, \\fI.mizanignore\\fR\nWhat is not read.\n"
      ".SH EXIT STATUS\n"
      ".TP\n\\fB0\\fR\nNothing at or above \\-\\-fail\\-on.\n.TP\n\\fB1\\fR\nSuch findings.\n"
      ".TP\n\\fB2\\fR\nSomething could not be read, or wrong flags; this comes before 1.\n";
  std::string examples = app.get_footer();
  examples = examples.substr(0, examples.find("\n\nExit codes"));
  return out + ".SH EXAMPLES\n" + verbatim(examples);
}

}  // namespace mizan::app
