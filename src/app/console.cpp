#include "app/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace mizan::app {
namespace {

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool dumb_terminal() {
  const char* term = std::getenv("TERM");
  return term != nullptr && std::string_view(term) == "dumb";
}

unsigned terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::clamp<unsigned>(size.ws_col, 40, 400);
}

/// The first of these that is set decides.
bool utf8_locale() {
  for (const char* variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    if (!is_set(variable)) continue;
    std::string value = std::getenv(variable);
    std::transform(value.begin(), value.end(), value.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return value.find("utf-8") != std::string::npos || value.find("utf8") != std::string::npos;
  }
  return false;
}

/// As the shell would need them; many or long ones are left to the reader, who knows what was typed.
std::string quoted_paths(const std::vector<std::string>& paths) {
  constexpr std::size_t kMost = 60;
  std::string out;
  for (const std::string& path : paths) {
    const bool bare = std::all_of(path.begin(), path.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             std::string_view("/._-+,:@%").find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80U;
    });
    if (!out.empty()) out += ' ';
    out += bare && !path.empty() ? path : "'" + path + "'";
    if (out.size() > kMost || path.find('\'') != std::string::npos) return "PATH...";
  }
  return out;
}

}  // namespace

bool print(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  return std::fflush(stdout) == 0 && written;
}

bool print_page(std::string_view page, const TextOptions& options) {
  return options.terminal ? print(wrapped(page, options.width)) : print(page);
}

namespace {

void print_line(std::string_view kind, std::string_view message) {
  const std::string line = std::string(kind) + ": " + escape_terminal(message, false) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

void print_error(std::string_view message) { print_line("error", message); }

void print_warning(std::string_view message) { print_line("warning", message); }

void print_note(std::string_view message) { print_line("note", message); }

void print_aside(std::string_view lines) { std::fwrite(lines.data(), 1, lines.size(), stderr); }

void print_errors(const Errors& errors) {
  for (const Error& error : errors) print_error(dump(error));
}

void print_warnings(const Errors& errors) {
  for (const Error& error : errors) print_warning(dump(error));
}

TextOptions text_options(const Options& options) {
  const bool terminal = isatty(STDOUT_FILENO) == 1 && !dumb_terminal();
  TextOptions text;
  text.color =
      options.color == Choice::always || (options.color == Choice::automatic && terminal && !is_set("NO_COLOR"));
  text.isolate = options.bidi == Choice::always || (options.bidi == Choice::automatic && terminal);
  text.show_invisible = options.show_invisible;
  text.all = options.all;
  text.quiet = options.quiet > 0;
  text.terminal = isatty(STDOUT_FILENO) == 1;
  text.width = text.terminal ? terminal_width() : 80;
  text.blocks = utf8_locale();
  text.paths = quoted_paths(options.paths);
  // without these `show` would read the paths otherwise, and not find what it is asked for
  const auto typed = [&](const char* flag) { return options.typed.contains(flag); };
  if (typed("corpus"))
    for (const std::string& path : options.corpus) text.paths += " --corpus " + quoted_paths({path});
  if (typed("rules"))
    for (const std::string& folder : options.rules) text.paths += " --rules " + quoted_paths({folder});
  if (typed("lang")) text.paths += " --lang " + quoted_paths({options.language});
  if (typed("config")) text.paths += " --config " + quoted_paths({options.config});
  if (options.isolated) text.paths += " --isolated";
  if (text.paths.starts_with(' ')) text.paths.erase(0, 1);
  return text;
}

}  // namespace mizan::app
