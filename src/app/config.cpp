// `mizan config`: what counts and why, and a file to begin with.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/selection.hpp"

namespace mizan::app {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string written(const ConfigKey& key, const std::vector<std::string>& values) {
  if (key.kind == ConfigKey::number) return values.empty() ? "0" : values.front();
  if (key.kind == ConfigKey::text) return quoted(values.empty() ? "" : values.front());
  std::vector<std::string> all;
  for (const std::string& value : values) all.push_back(quoted(value));
  return fmt::format("[{}]", fmt::join(all, ", "));
}

std::size_t letters(const std::string& text) {  // as fmt counts them when it fills
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// What somebody might write for a key, by way of example.
std::string example(const ConfigKey& key) {
  if (key.name == "corpus") return "[\"articles\"]";
  if (key.name == "exclude") return "[\"drafts/\", \"*.old.md\"]";
  if (key.name == "rules") return "[\"rules\"]";
  if (key.name == "lang") return "\"fa\"";
  if (key.name == "fail-on") return "\"error\"";
  if (key.name == "min-confidence") return "0.5";
  if (key.name == "format") return "\"full\"";
  if (key.name == "baseline") return "\"mizan-baseline.jsonl\"";
  if (key.name == "ignore-file") return "\".mizan-ignore.toml\"";
  if (key.name == "rule" || key.name == "disable") return "[\"open.*\"]";
  return "0";
}

}  // namespace

int config_show(const Options& options) {
  std::vector<Counts> counts = options.counts;
  if (!options.paths.empty()) {
    for (const Override* over :
         overrides_of(options, name_of(options, full_path(options.paths.front()), options.paths.front()))) {
      for (const Counts& one : over->counts)
        *std::find_if(counts.begin(), counts.end(), [&](const Counts& c) { return c.key == one.key; }) = one;
    }
  }
  std::vector<std::string> lines;
  std::size_t width = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    lines.push_back(escape_terminal(counts[i].key + " = " + written(config_keys()[i], counts[i].values), false));
    width = std::max(width, std::min<std::size_t>(letters(lines.back()), 40));
  }
  std::string page;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    page += options.origin ? fmt::format("{:<{}}  # {}\n", lines[i], width, escape_terminal(counts[i].origin, false))
                           : lines[i] + "\n";
  }
  if (options.paths.empty() && !options.overrides.empty()) {
    page += fmt::format(
        "# {} of paths; \"mizan config show PATH\" tells what counts for one file\n",
        options.overrides.size() == 1 ? "1 override" : fmt::format("{} overrides", options.overrides.size()));
  }
  if (print(page)) return kClean;
  print_error("standard output could not be written");
  return kUnreadable;
}

int config_init(const Options& options) {
  const std::string file = options.config.empty() ? "mizan.toml" : options.config;
  std::string text = "# Configuration of mizan. Paths are relative to this file; flags come before what stands here.\n";
  for (const ConfigKey& key : config_keys()) {
    text += fmt::format("\n# {}\n{}{} = {}\n", key.what, key.name == "fail-on" ? "" : "# ", key.name, example(key));
  }
  text +=
      "\n# Other settings for some files: patterns as in a .gitignore file; of several that match, the last counts.\n"
      "# [[override]]\n# paths = [\"archive/\"]\n";
  for (const ConfigKey& key : config_keys())
    if (key.by_path) text += fmt::format("# {} = {}\n", key.name, example(key));
  errno = 0;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(std::fopen(file.c_str(), "wbx"), std::fclose);
  if (!stream || std::fwrite(text.data(), 1, text.size(), stream.get()) != text.size() ||
      std::fflush(stream.get()) != 0) {
    print_error(fmt::format("{}: {}", file, std::generic_category().message(errno)));
    return kUnreadable;
  }
  print_note("written: " + file);
  return kClean;
}

}  // namespace mizan::app
