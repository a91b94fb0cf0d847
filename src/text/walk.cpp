// Which files there are to read: folders are walked with the rules of .gitignore, .mizanignore and exclude.
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <vector>

#include "text/formats.hpp"
#include "text/text.hpp"

namespace mizan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGit = ".gitignore", kMizan = ".mizanignore";

/// The patterns of one file, and the folder (ending in "/") that they are of.
struct IgnoreFile {
  std::string folder, name;
  Patterns patterns;
};

std::string with_slash(const fs::path& folder) {
  std::string text = folder.string();
  if (!text.ends_with('/')) text += '/';
  return text;
}

std::optional<IgnoreFile> load(const std::string& folder, std::string_view name) {
  std::ifstream stream(folder + std::string(name), std::ios::binary);
  if (!stream) return std::nullopt;
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  return IgnoreFile{folder, std::string(name), Patterns(bytes)};
}

/// As a user would name it from here: no message holds a path of this machine alone.
std::string from_here(const std::string& path) {
  std::error_code failed;
  const fs::path here = fs::current_path(failed);
  return failed ? path : fs::path(path).lexically_proximate(here).string();
}

class Walk {
 public:
  Walk(const FileRules& rules, FileList& list, Errors& errors) : rules_(rules), list_(list), errors_(errors) {
    if (!rules.folder.empty()) exclude_folder_ = with_slash(full_path(rules.folder));
  }

  std::string excludes(const std::string& path) {
    const std::string full = full_path(path);
    above(full);
    return reason_for_whole(full, false);
  }

  void from(const std::string& path) {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (!fs::exists(status)) {
      errors_.push_back({path, 0, 0, failed ? failed.message() : std::generic_category().message(ENOENT), {}});
      return;
    }
    const bool folder = fs::is_directory(status);
    const std::string full = full_path(path);
    above(full);
    if (const std::string by = reason_for_whole(full, folder); !by.empty()) {
      list_.excluded.push_back({path, by});
      return;
    }
    if (!folder) {
      list_.files.push_back({path, full});
      return;
    }
    const std::size_t before = list_.files.size();
    const std::size_t errors_before = errors_.size();
    below(path.ends_with('/') ? path : path + "/", with_slash(full));
    const auto first = list_.files.begin() + static_cast<std::ptrdiff_t>(before);
    std::sort(first, list_.files.end(),
              [](const FileList::File& a, const FileList::File& b) { return a.path < b.path; });
    if (first == list_.files.end() && errors_.size() == errors_before) list_.empty.push_back(path);
  }

 private:
  /// The ignore files of the folders above a path, up to the repository; without one, up to the root.
  void above(const std::string& full) {
    files_.clear();
    in_repository_ = false;
    if (!rules_.ignore_files) return;
    std::vector<std::string> folders;
    std::error_code failed;
    for (fs::path folder = fs::path(full).parent_path();; folder = folder.parent_path()) {
      folders.push_back(with_slash(folder));
      in_repository_ = fs::exists(folder / ".git", failed);
      if (in_repository_ || folder == folder.root_path()) break;
    }
    if (fs::exists(fs::path(full) / ".git", failed)) {  // the repository begins here
      in_repository_ = true;
      folders.clear();
    }
    std::reverse(folders.begin(), folders.end());
    for (const std::string& folder : folders) {
      if (in_repository_) enter(folder, kGit);
      enter(folder, kMizan);
    }
  }

  void enter(const std::string& folder, std::string_view name) {
    if (auto file = load(folder, name)) files_.push_back(std::move(*file));
  }

  /// ".gitignore:3: drafts/" if a pattern leaves this path out; it says nothing of the folders above.
  std::string reason(std::string_view full, bool folder) const {
    if (!exclude_folder_.empty() && full.starts_with(exclude_folder_)) {
      const Pattern* match = rules_.exclude.last_match(full.substr(exclude_folder_.size()), folder);
      if (match != nullptr && !match->takes_back) return "exclude: " + match->text;
    }
    for (const std::string_view name : {kMizan, kGit}) {  // the deepest file that has a word for it decides
      for (auto file = files_.rbegin(); file != files_.rend(); ++file) {
        if (file->name != name || !full.starts_with(file->folder)) continue;
        const Pattern* match = file->patterns.last_match(full.substr(file->folder.size()), folder);
        if (match == nullptr) continue;
        if (match->takes_back) return {};
        return from_here(file->folder + file->name) + ":" + std::to_string(match->line) + ": " + match->text;
      }
    }
    return {};
  }

  /// The same, but a folder above that is left out takes all with it.
  std::string reason_for_whole(const std::string& full, bool folder) const {
    for (std::size_t end = full.find('/', 1); end != std::string::npos; end = full.find('/', end + 1)) {
      if (std::string by = reason(std::string_view(full).substr(0, end), true); !by.empty()) return by;
    }
    return reason(full, folder);
  }

  /// Both end in "/": the folder as it was given, and as patterns see it. Links to folders are not followed: they may
  /// lead in circles.
  void below(const std::string& given, const std::string& full) {
    std::vector<std::string> folders, files;
    bool git = false, mizan = false;
    std::error_code failed;
    fs::directory_iterator entry(given, failed);
    for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
      std::string name = entry->path().filename().string();
      git = git || name == kGit;
      mizan = mizan || name == kMizan;
      if (name.starts_with('.')) continue;
      std::error_code unknown;
      if (entry->is_directory(unknown)) {
        if (!entry->is_symlink(unknown)) folders.push_back(std::move(name));
      } else if (format_of(name)) {
        files.push_back(std::move(name));
      }
    }
    if (failed) errors_.push_back({given, 0, 0, failed.message(), {}});
    const std::size_t depth = files_.size();
    if (rules_.ignore_files && git && in_repository_) enter(full, kGit);
    if (rules_.ignore_files && mizan) enter(full, kMizan);
    const bool ruled = !files_.empty() || !exclude_folder_.empty();
    for (const std::string& name : files) {
      if (ruled && !reason(full + name, false).empty()) continue;
      list_.files.push_back({given + name, full + name});
    }
    for (const std::string& name : folders) {
      if (ruled && !reason(full + name, true).empty()) continue;
      below(given + name + "/", full + name + "/");
    }
    files_.resize(depth);
  }

  const FileRules& rules_;
  FileList& list_;
  Errors& errors_;
  std::string exclude_folder_;
  std::vector<IgnoreFile> files_;  // of the folders on the way, outermost first
  bool in_repository_ = false;
};

}  // namespace

bool is_text_name(std::string_view name) { return format_of(name).has_value(); }

std::string full_path(const std::string& path) {
  std::error_code failed;
  fs::path full = fs::absolute(path, failed).lexically_normal();
  if (!full.has_filename()) full = full.parent_path();  // "a/" is "a"
  const fs::path parent = fs::canonical(full.parent_path(), failed);
  return (failed || !full.has_filename() ? full : parent / full.filename()).string();
}

std::string excluded_by(const std::string& path, const FileRules& rules) {
  FileList list;
  Errors errors;
  return Walk(rules, list, errors).excludes(path);
}

void list_files(const std::string& path, const FileRules& rules, FileList& list, Errors& errors) {
  try {
    Walk(rules, list, errors).from(path);
  } catch (const fs::filesystem_error& failed) {
    errors.push_back({path, 0, 0, failed.code().message(), {}});
  }
}

}  // namespace mizan
