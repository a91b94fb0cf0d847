#include "app/outputs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/console.hpp"

namespace mizan::app {
namespace {

constexpr std::string_view kAuto = "auto";

std::vector<std::string> names() {
  std::vector<std::string> result;
  for (const Format& format : formats()) result.emplace_back(format.name);
  return result;
}

std::string unknown(const std::string& name) {
  std::vector<std::string> all = names();
  const std::string hint = did_you_mean(name, all);
  return fmt::format("unknown format \"{}\"; {}", name,
                     hint.empty() ? fmt::format("there are {}", fmt::join(all, ", ")) : hint);
}

std::string_view environment(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::string working_folder() {
  std::error_code failed;
  const std::filesystem::path folder = std::filesystem::current_path(failed);
  return failed ? std::string() : folder.string();
}

}  // namespace

std::string_view chosen_format(const Options& options) {
  if (options.format != kAuto) return options.format;
  if (environment("GITHUB_ACTIONS") == "true") return "github";
  if (!environment("GITLAB_CI").empty()) return "gitlab";
  return isatty(STDOUT_FILENO) == 1 ? "full" : "concise";
}

std::string rendered(const Run& run, const Options& options, std::string_view format,
                     const std::vector<std::string>& changed, bool to_file) {
  ReportOptions report;
  report.text = text_options(options);
  if (to_file) {
    report.text.color = options.color == Choice::always;
    report.text.isolate = options.bidi == Choice::always;
    report.text.width = TextOptions{}.width;
  }
  report.version = MIZAN_VERSION;
  report.root = options.root.empty() ? working_folder() : options.root;  // what names of documents are from
  report.changed = changed;
  const Report written = find_format(format)->write(run, report);
  if (!written.warning.empty()) print_warning(written.warning);
  return written.text;
}

bool write_outputs(const Run& run, const Options& options, const std::vector<std::string>& changed, bool whole) {
  bool all = true;
  for (const Output& output : options.outputs) {
    if (find_format(output.format)->whole != whole) continue;
    const std::string text = rendered(run, options, output.format, changed, true);
    std::ofstream file(output.file, std::ios::binary | std::ios::trunc);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (file && options.files_only && options.quiet == 0) print_note(output.file + " is written");
    if (file) continue;
    print_error(fmt::format("-o {}: cannot write {}", output.format, output.file));
    all = false;
  }
  return all;
}

std::string wrong_format(const std::string& value) {
  return value == kAuto || find_format(value) != nullptr ? std::string() : unknown(value);
}

std::string wrong_output(const std::string& value) {
  const Output output = output_of(value);
  if (value.find('=') == std::string::npos || output.format.empty() || output.file.empty())
    return fmt::format("\"{}\" is not FORMAT=FILE, as in sarif=mizan.sarif", value);
  if (output.file == "-") return "standard output is for -f";
  return find_format(output.format) == nullptr ? unknown(output.format) : std::string();
}

Output output_of(const std::string& value) {
  const std::size_t sign = std::min(value.find('='), value.size());
  return {value.substr(0, sign), value.substr(std::min(sign + 1, value.size()))};
}

std::string format_names() { return fmt::format("{}", fmt::join(names(), ", ")); }

}  // namespace mizan::app
