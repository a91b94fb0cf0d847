#include "app/since.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

namespace mizan::app {
namespace {

namespace fs = std::filesystem;

constexpr int kMostLinks = 8;  // one to the other; git has no end of a circle either
constexpr std::size_t kShortCommit = 7;

using ByPath = std::unordered_map<std::string, const Git::Entry*>;

/// The file that an entry leads to through symbolic links, if it is in the tree.
const Git::Entry* follow(const Git& git, const Git::Entry* entry, const ByPath& tree, std::vector<std::string>& way) {
  for (int i = 0; entry != nullptr && i < kMostLinks; ++i) {
    way.push_back(entry->path);
    if (entry->kind == Git::Entry::Kind::file) return entry;
    if (entry->kind == Git::Entry::Kind::submodule) return nullptr;
    std::string target;
    if (!git.read({entry->blob}, [&](std::size_t, std::string_view bytes) { target = bytes; })) return nullptr;
    const auto next = tree.find((fs::path(entry->path).parent_path() / target).lexically_normal().generic_string());
    entry = next == tree.end() ? nullptr : next->second;
  }
  return nullptr;
}

}  // namespace

Result<Trees> Trees::open(const Options& options, const Selection& selection) {
  const std::vector<std::string>& corpus = options.question.corpus;
  std::string folder = corpus.empty() || corpus.front() == "-" ? "." : corpus.front();
  std::error_code failed;
  if (!fs::is_directory(folder, failed)) folder = fs::path(folder).parent_path().string();
  Result<Git> git = Git::of_folder(folder.empty() ? "." : folder);
  if (!git) return tl::unexpected(git.error());

  Trees trees;
  trees.git_ = std::move(*git);
  trees.staged_ = options.staged;
  std::string reference = options.staged ? "HEAD" : options.since;
  if (!options.staged || trees.git_.has_head()) {
    const Result<std::string> base = options.staged ? trees.git_.commit("HEAD") : trees.git_.merge_base(reference);
    if (!base) return tl::unexpected(base.error());
    trees.base_ = *base;
    reference += " (" + base->substr(0, kShortCommit) + ")";
    Result<Git::Changes> changes = trees.git_.changes(*base, options.staged);
    if (!changes) return tl::unexpected(changes.error());
    trees.changes_ = std::move(*changes);
  }
  trees.against_ = std::move(reference);
  const std::string root = trees.git_.root() == "/" ? "/" : trees.git_.root() + "/";
  for (const InputFile& file : selection.files) {
    const std::string full = full_of(options, file.name);
    const bool inside = full.rfind(root, 0) == 0;
    if (!inside && file.path != "-")
      return tl::unexpected(
          Errors{{file.name, 0, 0, "lies outside of the repository that is compared", "--baseline FILE needs none"}});
    trees.paths_.emplace(file.name, inside ? full.substr(root.size()) : file.name);
  }
  const Result<bool> found = trees.find_sources(options, selection);
  if (!found) return tl::unexpected(found.error());
  return trees;
}

bool Trees::is_changed(const std::string& path) const {
  return std::binary_search(changes_.paths.begin(), changes_.paths.end(), path);
}

std::vector<Trees::Source> Trees::sources_of(const std::vector<Git::Entry>& entries, const Options& options,
                                             const Selection& selection) {
  ByPath tree;
  for (const Git::Entry& entry : entries) tree.emplace(entry.path, &entry);
  std::unordered_map<std::string, const InputFile*> on_disk;
  for (const InputFile& file : selection.files) on_disk.emplace(paths_.at(file.name), &file);

  std::vector<Source> sources;
  for (const Git::Entry& entry : entries) {
    if (entry.kind == Git::Entry::Kind::submodule) continue;
    const auto known = on_disk.find(entry.path);
    // what is as it was and not selected is not wanted: no need to ask for every picture of a large repository
    if (known == on_disk.end() && !staged_ && !is_changed(entry.path)) continue;
    const std::optional<InputFile> file =
        known != on_disk.end() ? *known->second : would_select(options, (fs::path(git_.root()) / entry.path).string());
    if (!file) continue;
    std::vector<std::string> way;
    const Git::Entry* const content = follow(git_, &entry, tree, way);
    if (content == nullptr) continue;
    paths_.emplace(file->name, entry.path);
    Source source{*file, entry.path, content->blob, false};
    source.same = source.file.path != "-" &&
                  std::none_of(way.begin(), way.end(), [&](const std::string& path) { return is_changed(path); });
    sources.push_back(std::move(source));
  }
  return sources;
}

Result<bool> Trees::find_sources(const Options& options, const Selection& selection) {
  Result<std::vector<Git::Entry>> before = std::vector<Git::Entry>();
  if (!base_.empty()) before = git_.tree(base_);
  if (!before) return tl::unexpected(before.error());
  before_ = sources_of(*before, options, selection);
  if (staged_) {
    const Result<std::vector<Git::Entry>> entries = git_.index();
    if (!entries) return tl::unexpected(entries.error());
    now_ = sources_of(*entries, options, selection);
  } else {
    std::set<std::string> same, modules;
    for (const Source& source : before_)
      if (source.same) same.insert(source.path);
    for (const Git::Entry& entry : *before) {
      if (entry.kind == Git::Entry::Kind::submodule && !is_changed(entry.path)) modules.insert(entry.path + "/");
    }
    for (const InputFile& file : selection.files) {
      Source source{file, paths_.at(file.name), {}, false};
      source.same = same.count(source.path) > 0;
      // a submodule is of another repository: if it is at the same commit, so are its articles
      const auto module = modules.upper_bound(source.path);
      const bool in_module = module != modules.begin() && source.path.rfind(*std::prev(module), 0) == 0;
      if (in_module) {
        source.same = true;
        before_.push_back(source);
      }
      now_.push_back(std::move(source));
    }
  }
  for (std::vector<Source>* sources : {&now_, &before_}) {
    if (sources == &now_ && !staged_) continue;  // as selected
    std::stable_sort(sources->begin(), sources->end(),
                     [](const Source& a, const Source& b) { return a.file.name < b.file.name; });
  }
  return true;
}

/// The documents of each source, by source.
Result<bool> Trees::read(const std::vector<const Source*>& sources, std::vector<std::vector<Document>>& documents,
                         Errors& unreadable) const {
  std::vector<std::string> blobs;
  for (const Source* source : sources) blobs.push_back(source->blob);
  documents.assign(sources.size(), {});
  return git_.read(blobs, [&](std::size_t i, std::string_view bytes) {
    const auto keep = [&](Document&& document) { documents[i].push_back(std::move(document)); };
    read_bytes(bytes, sources[i]->file.name, keep, unreadable);
  });
}

Run Trees::now(const Knowledge& knowledge, const PipelineOptions& options) const {
  std::vector<const Source*> sources;
  std::vector<InputFile> files;
  for (const Source& source : now_) {
    sources.push_back(&source);
    files.push_back(source.file);
  }
  if (!staged_) return run(files, knowledge, options);
  std::vector<std::vector<Document>> read_ones;
  Errors errors;
  if (const Result<bool> done = read(sources, read_ones, errors); !done) errors = done.error();
  std::vector<Document> documents;
  DocumentNames names;
  for (std::size_t i = 0; i < sources.size(); ++i)
    for (Document& document : read_ones[i]) documents.push_back(names.named(std::move(document), sources[i]->file));
  Run result = run_documents(std::move(documents), knowledge, options);
  result.errors = std::move(errors);
  return result;
}

Run Trees::before(const Run& now, const Knowledge& knowledge, const PipelineOptions& options) const {
  std::unordered_map<std::string_view, std::vector<std::size_t>> there;  // documents of now by path
  for (std::size_t i = 0; i < now.documents.size(); ++i) there[now.documents[i].path].push_back(i);
  std::vector<const Source*> others;
  for (const Source& source : before_)
    if (!source.same || there.count(source.file.name) == 0) others.push_back(&source);
  std::vector<std::vector<Document>> read_ones;
  Errors unreadable;
  const Result<bool> done = read(others, read_ones, unreadable);

  std::vector<Document> documents;
  std::vector<const Extraction*> extracted;
  DocumentNames names;
  std::size_t other = 0;
  for (const Source& source : before_) {
    if (other < others.size() && others[other] == &source) {
      for (Document& document : read_ones[other]) {
        documents.push_back(names.named(std::move(document), source.file));
        extracted.push_back(nullptr);
      }
      ++other;
      continue;
    }
    for (const std::size_t i : there.at(source.file.name)) {
      documents.push_back(now.documents[i]);
      extracted.push_back(&now.extractions[i]);
    }
  }
  PipelineOptions quiet = options;
  quiet.trace = {};
  Run result = run_documents(std::move(documents), knowledge, quiet, extracted);
  if (!done) result.errors = done.error();
  return result;
}

std::vector<std::string> Trees::names_now(const Run& now) const {
  std::vector<std::string> names;
  for (const Document& document : now.documents) names.push_back(paths_.at(document.path));
  return names;
}

std::vector<std::string> Trees::names_before(const Run& before) const {
  std::vector<std::string> names = names_now(before);
  for (std::string& name : names)
    if (const auto moved = changes_.renamed.find(name); moved != changes_.renamed.end()) name = moved->second;
  return names;
}

std::set<std::string> Trees::changed(const Run& now) const {
  std::set<std::string> same, paths;
  for (const Source& source : now_)
    if (source.same) same.insert(source.file.name);
  for (const Document& document : now.documents)
    if (same.count(document.path) == 0) paths.insert(document.path);
  return paths;
}

}  // namespace mizan::app
