// `mizan suppress`: one more entry for .mizan-ignore.toml; what stands there stays as it is.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/news.hpp"

namespace mizan::app {
namespace {

/// A basic string of TOML. What acts on a terminal is written \uXXXX: people read this file.
std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point(text, i);
    const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0) || c.value == 0x2028 ||
                         c.value == 0x2029 || (c.value >= 0x202A && c.value <= 0x202E) ||
                         (c.value >= 0x2066 && c.value <= 0x2069);
    if (control)
      out += fmt::format("\\u{:04X}", static_cast<std::uint32_t>(c.value));
    else if (c.value == '"' || c.value == '\\')
      out += std::string("\\") + text[i];
    else
      out += text.substr(i, c.size);
    i += c.size;
  }
  return out + "\"";
}

/// The value of the first place of each side.
std::string quotes(const Run& run, const Finding& finding) {
  std::string out;
  std::optional<std::uint32_t> side;
  for (const Evidence& e : finding.evidence) {
    if (side == e.side) continue;
    side = e.side;
    const std::string_view text = run.documents[e.document].text;
    out += (out.empty() ? "" : ", ") + toml_string(text.substr(e.span.begin, e.span.size()));
  }
  return "[" + out + "]";
}

}  // namespace

int suppress_command(const Options& options) {
  if (options.reason.find_first_not_of(" \t\r\n") == std::string::npos) {
    print_error("--reason is empty");
    return kUnreadable;
  }
  if (first_invalid_utf8(options.reason)) {
    print_error("--reason is not UTF-8");
    return kUnreadable;
  }
  if (!is_finding_id(options.id)) {
    print_error(fmt::format("\"{}\" is no finding: fc- and 8 hexadecimal digits", options.id));
    return kUnreadable;
  }
  const std::optional<Knowledge> knowledge = load_knowledge(options.rules);
  if (!knowledge || !known_language(options, *knowledge)) return kUnreadable;
  const std::optional<Selection> selection = selected(options);
  if (!selection) return kClean;
  const Run run = weigh(options, *selection, *knowledge, pipeline_options(options)).run;
  print_errors(selection->errors);
  print_errors(run.errors);
  const auto found = std::find_if(run.findings.begin(), run.findings.end(), [&](const Finding& finding) {
    return finding.verdict != Verdict::corroboration && finding.verdict != Verdict::verified &&
           (finding.id.rfind(options.id, 0) == 0 || options.id.rfind(finding.id, 0) == 0);
  });
  if (found == run.findings.end()) {
    print_error(fmt::format("no contradiction or tension is called {} here", options.id));
    return kUnreadable;
  }
  const std::string file = ignore_file(options);
  if (found->suppressed) {
    print_error(
        fmt::format("{} is ignored already: {}:{}", found->id, found->suppressed->file, found->suppressed->line));
    return kUnreadable;
  }
  if (!run.errors.empty() || !selection->errors.empty()) return kUnreadable;

  std::ifstream old(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(old), {}};
  std::string entry = text.empty() ? "" : text.back() == '\n' ? "\n" : "\n\n";
  const auto line = 1 + std::count(text.begin(), text.end(), '\n') + std::count(entry.begin(), entry.end(), '\n');
  entry += fmt::format("[[ignore]]\nid     = \"{}\"\nreason = {}\n", found->id, toml_string(options.reason));
  if (!options.until.empty()) entry += fmt::format("until  = \"{}\"\n", options.until);
  entry += fmt::format("quote  = {}\n", quotes(run, *found));
  std::ofstream stream(file, std::ios::binary | std::ios::app);  // one write: two at once do not mix
  stream << entry << std::flush;
  if (!stream) {
    print_error(file + " could not be written");
    return kUnreadable;
  }
  return print(fmt::format("{} is ignored from now on: {}:{}\n", found->id, escape_terminal(file, false), line))
             ? kClean
             : kUnreadable;
}

}  // namespace mizan::app
