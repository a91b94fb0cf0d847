#include "app/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <utility>

#include "text/text.hpp"

namespace mizan::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStdin = "-";

FileRules rules_of(const Options& options) {
  FileRules rules;
  rules.ignore_files = !options.no_ignore;
  rules.folder = options.root;
  for (const std::string& pattern : options.exclude) rules.exclude.add(pattern);
  return rules;
}

std::string language_of(const Options& options, const std::string& name) {
  std::string language = options.language;
  for (const Override* over : overrides_of(options, name))
    if (over->language) language = *over->language;
  return language;
}

class Selecting {
 public:
  explicit Selecting(const Options& options) : options_(options), rules_(rules_of(options)) {}

  Selection select() {
    const Question& question = options_.question;
    add(question.corpus, question.all_told);
    const std::size_t corpus = selection_.files.size();
    add(question.named, true);
    const auto by_name = [](const InputFile& a, const InputFile& b) { return a.name < b.name; };
    const auto end_of_corpus = selection_.files.begin() + static_cast<std::ptrdiff_t>(corpus);
    std::stable_sort(selection_.files.begin(), end_of_corpus, by_name);
    std::stable_sort(end_of_corpus, selection_.files.end(), by_name);
    if (std::none_of(selection_.files.begin(), selection_.files.end(), [](const InputFile& file) { return file.told; }))
      selection_.files.clear();  // nothing to tell of: no reason to read
    if (selection_.files.empty() && selection_.errors.empty() && !options_.allow_empty) {
      selection_.errors.push_back({{}, 0, 0, "no files to read", "--allow-empty if that is no error"});
    }
    return std::move(selection_);
  }

 private:
  void add(const std::vector<std::string>& paths, bool told) {
    for (const std::string& path : paths) {
      if (path == kStdin) {
        add_stdin();
        continue;
      }
      FileList list;
      list_files(path, rules_, list, selection_.errors);
      for (FileList::File& file : list.files) put(std::move(file.full), {file.path, file.path, {}, told});
      for (const FileList::Excluded& one : list.excluded) note(one.path, one.by);
      if (options_.allow_empty) continue;
      for (const std::string& folder : list.empty)
        selection_.errors.push_back({folder, 0, 0, fmt::format("no texts here ({})", kEndings), {}});
    }
  }

  /// Under the name of a file of the corpus it stands for that file: what an editor has not saved yet.
  void add_stdin() {
    const std::string& name = options_.stdin_name;
    if (name.empty()) {
      put(kStdin, {kStdin, ReadOptions().stdin_name, {}, true});
    } else if (const std::string by = excluded_by(name, rules_); !by.empty()) {
      note(name, by);
    } else {
      put(full_path(name), {kStdin, name, {}, true});
    }
  }

  /// A file that is there already is told of as well, and read once: an article agrees with itself, and that is no
  /// corroboration.
  void put(std::string full, InputFile file) {
    const auto [found, fresh] = seen_.emplace(std::move(full), selection_.files.size());
    if (fresh) {
      if (found->first != kStdin) file.name = name_of(options_, found->first, file.name);
      file.language = language_of(options_, file.name);
      selection_.files.push_back(std::move(file));
      return;
    }
    InputFile& known = selection_.files[found->second];
    known.told = known.told || file.told;
    if (file.path == kStdin) known.path = kStdin;
  }

  void note(const std::string& path, const std::string& by) {
    selection_.notes.push_back(fmt::format("{} is left out by {}", path, by));
  }

  const Options& options_;
  FileRules rules_;
  Selection selection_;
  std::unordered_map<std::string, std::size_t> seen_;  // the full path, and its place in files
};

}  // namespace

std::optional<InputFile> would_select(const Options& options, const std::string& full) {
  const FileRules rules = rules_of(options);
  const auto name_below = [&](const std::string& path) -> std::optional<std::string> {
    const std::string top = full_path(path);
    if (full == top) return path;
    if (full.compare(0, top.size(), top) != 0 || full[top.size()] != '/') return std::nullopt;
    const std::string below = full.substr(top.size() + 1);
    if (below.front() == '.' || below.find("/.") != std::string::npos || !is_text_name(below)) return std::nullopt;
    return path + (path.ends_with('/') ? "" : "/") + below;
  };
  const auto selected = [&](const std::vector<std::string>& paths, bool told) -> std::optional<InputFile> {
    for (const std::string& path : paths) {
      if (path == kStdin) continue;
      const std::optional<std::string> name = name_below(path);
      if (name && excluded_by(full, rules).empty()) {
        const std::string called = name_of(options, full, *name);
        return InputFile{*name, called, language_of(options, called), told};
      }
    }
    return std::nullopt;
  };
  const Question& question = options.question;
  std::optional<InputFile> file = selected(question.corpus, question.all_told);
  return file ? file : selected(question.named, true);
}

std::string name_of(const Options& options, const std::string& full, const std::string& given) {
  return options.root.empty() ? given : fs::path(full).lexically_relative(options.root).string();
}

std::string full_of(const Options& options, const std::string& name) {
  return options.root.empty() ? full_path(name) : (fs::path(options.root) / name).lexically_normal().string();
}

std::vector<const Override*> overrides_of(const Options& options, std::string_view name) {
  std::vector<const Override*> matching;
  if (name.starts_with('/') || name.starts_with("../")) return matching;  // outside of the folder they speak of
  for (const Override& over : options.overrides)
    if (over.paths.covering(name) != nullptr) matching.push_back(&over);
  return matching;
}

Selection select_files(const Options& options) { return Selecting(options).select(); }

}  // namespace mizan::app
