#include "app/commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "app/console.hpp"
#include "app/pipeline.hpp"

namespace mizan::app {
namespace {

constexpr std::size_t kPage = std::size_t{1} << 16;

}  // namespace

PipelineOptions pipeline_options(const Options& options) { return {options.threads, {}, nullptr}; }

std::optional<Selection> selected(const Options& options) {
  Selection selection = select_files(options);
  if (options.verbose > 0) {
    print_note(options.root.empty() ? "no configuration" : "configuration " + options.config);
    print_note(selection.files.size() == 1 ? "1 file to read"
                                           : fmt::format("{} files to read", selection.files.size()));
  }
  if (options.quiet < 2)
    for (const std::string& note : selection.notes) print_note(note);
  if (!selection.files.empty() || !selection.errors.empty()) return selection;
  print_note("no files to read");
  return std::nullopt;
}

bool known_language(const Options& options, const Knowledge& knowledge) {
  std::vector<std::string> tags;
  for (const Language& language : knowledge.languages()) tags.push_back(language.tag);
  bool known = true;
  const auto check = [&](const std::string& tag, const std::string& where) {
    if (tag.empty() || knowledge.language(tag)) return;
    known = false;
    const std::string hint = did_you_mean(tag, tags);
    print_error(fmt::format("{}: no language \"{}\"; there are {} {}", where, tag, fmt::join(tags, ", "), hint));
  };
  std::string where = "--lang";
  for (const Counts& counts : options.counts)
    if (counts.key == "lang" && counts.origin != "flag") where = counts.origin;
  check(options.language, where);
  for (const Override& over : options.overrides)
    for (const Counts& counts : over.counts)
      if (counts.key == "lang") check(counts.values.front(), counts.origin);
  return known;
}

std::string shipped_rules() {
  if (const char* folder = std::getenv("MIZAN_RULES"); folder != nullptr && *folder != '\0') return folder;
  std::error_code failed;
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", failed);
  if (!failed) {
    const std::filesystem::path beside = self.parent_path().parent_path() / "share" / "mizan" / "rules";
    if (std::filesystem::is_directory(beside, failed)) return beside.string();
  }
#ifdef MIZAN_INSTALLED_RULES
  if (std::filesystem::is_directory(MIZAN_INSTALLED_RULES, failed)) return MIZAN_INSTALLED_RULES;
#endif
  return MIZAN_SOURCE_RULES;
}

std::vector<std::string> rule_folders(const std::vector<std::string>& on_top) {
  std::vector<std::string> folders = {shipped_rules()};
  for (const std::string& folder : on_top) {
    const bool known = std::any_of(folders.begin(), folders.end(), [&](const std::string& other) {
      std::error_code failed;
      return folder == other || std::filesystem::equivalent(folder, other, failed);
    });
    if (!known) folders.push_back(folder);
  }
  return folders;
}

std::optional<Knowledge> load_knowledge(const std::vector<std::string>& on_top) {
  Result<Knowledge> knowledge = Knowledge::load(rule_folders(on_top));
  if (knowledge) return std::move(*knowledge);
  print_errors(knowledge.error());
  return std::nullopt;
}

int extract_command(const Options& options) {
  const std::optional<Knowledge> knowledge = load_knowledge(options.rules);
  if (!knowledge || !known_language(options, *knowledge)) return kUnreadable;
  const TextOptions text = text_options(options);
  const std::optional<Selection> selection = selected(options);
  if (!selection) return kClean;
  Watch watch(options.progress);
  PipelineOptions pipeline = pipeline_options(options);
  pipeline.watch = &watch;
  Errors errors = selection->errors;
  bool written = true;
  std::string page;  // many documents make few large writes
  extract_stream(
      selection->files, *knowledge, pipeline,
      [&](const Document& document, const Extraction& extraction) {
        return options.format == "jsonl" ? mentions_jsonl(document, extraction)
                                         : mentions_text(document, extraction, text);
      },
      [&](const std::string& lines) {
        page += lines;
        if (page.size() < kPage) return;
        written = written && print(page);
        page.clear();
      },
      errors);
  watch.quiet();
  written = written && print(page);
  if (!written) print_error("standard output could not be written");
  print_errors(errors);
  return errors.empty() && written ? kClean : kUnreadable;
}

int version() {
  const bool written = print(fmt::format("mizan {}\nrules {}\n", MIZAN_VERSION, shipped_rules()));
  return written ? kClean : kUnreadable;
}

}  // namespace mizan::app
