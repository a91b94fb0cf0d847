#include "app/indexed.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <unordered_set>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/told.hpp"
#include "judge/judge.hpp"

namespace mizan::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIndexFile = ".mizan/index.db";
constexpr std::size_t kMostNamed = 64;  // of more documents the whole is as quick
// Of so many files it is seen at every check whether they have changed; of more only of those that take part, and by
// "index update".
constexpr std::size_t kMostStats = 4096;

/// Size and time of a file; nullopt if it is not there.
std::optional<FileState> state_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return FileState{status.st_size, status.st_mtim.tv_sec * 1000000000LL + status.st_mtim.tv_nsec};
}

/// The part of path below folder; "" if it does not lie there.
std::string below(const std::string& folder, const std::string& path) {
  const std::string front = folder == "/" ? folder : folder + "/";
  return path.size() > front.size() && path.starts_with(front) ? path.substr(front.size()) : "";
}

std::string_view tail(const Index::State state) {
  switch (state) {
    case Index::State::other_version:
      return "it was written by another version or with other rules";
    case Index::State::damaged:
      return "it is damaged";
    case Index::State::busy:
      return "it is being written";
    default:
      return "";
  }
}

/// The document of a place in the index, read again; nullopt if it is not what it was.
std::optional<Document> read_again(const Shelf::Place& place, const std::string& path, const std::string& language) {
  std::optional<Document> result;
  Errors errors;
  const auto sink = [&](Document&& document) {
    if (result) return;
    if (!language.empty()) document.language = language;
    if (content_hash(document) != place.content) return;
    document.path = place.path;
    document.id = place.id;
    result = std::move(document);
  };
  if (place.line != 0)
    read_record(path, place.path, place.line, sink, errors);
  else
    read_path(path, {place.path, place.path}, sink, errors);
  return result;
}

bool inside(const Home& home, const std::string& path) {
  return !path.empty() && std::any_of(home.roots.begin(), home.roots.end(), [&](const std::string& root) {
    return root == "." || path == root || path.starts_with(root + "/");
  });
}

/// What files of this name are read as, as select_files() has it.
std::string language_of(const Options& options, const std::string& name) {
  std::string language = options.language;
  for (const Override* over : overrides_of(options, name))
    if (over->language) language = *over->language;
  return language;
}

void behind(const std::string& name) {
  print_note(fmt::format("{} has changed since it was indexed: all articles are read (mizan index update)",
                         escape_terminal(name, false)));
}

}  // namespace

std::optional<Home> home_of(const Options& options) {
  const std::vector<std::string>& corpus = options.question.corpus;
  if (corpus.empty() || corpus.front() == "-") return std::nullopt;
  Home home;
  std::error_code failed;
  if (!options.root.empty()) {
    home.folder = options.root;
    for (const std::string& path : corpus) {
      const std::string full = full_path(path);
      home.roots.push_back(full == home.folder ? "." : below(home.folder, full));
      if (home.roots.back().empty()) return std::nullopt;  // outside of what the configuration is for
    }
  } else if (corpus.size() > 1) {
    return std::nullopt;
  } else if (const fs::path given(corpus.front()); fs::is_directory(given, failed)) {
    home.folder = full_path(corpus.front());
    home.prefix = corpus.front() + (corpus.front().ends_with('/') ? "" : "/");
    home.roots = {"."};
  } else {
    home.folder = full_path(given.parent_path().empty() ? "." : given.parent_path().string());
    home.prefix = given.has_parent_path() ? given.parent_path().string() + "/" : "";
    home.roots = {given.filename().string()};
  }
  home.shape = home.roots;
  home.shape.push_back("lang " + options.language);
  home.shape.push_back(options.no_ignore ? "no-ignore" : "ignore");
  for (const std::string& pattern : options.exclude) home.shape.push_back("exclude " + pattern);
  for (const Override& over : options.overrides)
    for (const Counts& counts : over.counts)
      home.shape.push_back(fmt::format("{} {} {}", counts.key, counts.origin, fmt::join(counts.values, " ")));
  home.file = options.index.empty() ? home.folder + "/" + kIndexFile : options.index;
  return home;
}

std::string knowledge_version(const std::vector<std::string>& on_top) {
  std::uint64_t sum = fingerprint(MIZAN_VERSION);
  for (const std::string& folder : rule_folders(on_top)) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::recursive_directory_iterator entry(folder, failed); !failed && entry != fs::recursive_directory_iterator();
         entry.increment(failed))
      if (entry->path().extension() == ".toml") files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
      std::ifstream stream(file, std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
      sum = fingerprint(fmt::format("{} {} ", sum, fs::relative(file, folder, failed).string()) + bytes);
    }
  }
  return fmt::format("{} {:016x}", MIZAN_VERSION, sum);
}

std::optional<Index> usable_index(const Options& options) {
  if (options.no_index) return std::nullopt;
  const std::optional<Home> home = home_of(options);
  std::error_code failed;
  if (!home || !fs::exists(home->file, failed)) return std::nullopt;
  Index index = Index::open(home->file, knowledge_version(options.rules));
  if (index.state() == Index::State::ready) {
    if (index.roots() == home->shape) return index;
    if (index.state() == Index::State::ready) return std::nullopt;  // of another corpus: no matter
  }
  print_note(fmt::format("{} is not used: {}{} (mizan index update)", home->file, tail(index.state()),
                         index.message().empty() ? "" : ", " + index.message()));
  return std::nullopt;
}

std::optional<Knowledge> knowledge_from(const Index& index) {
  return Knowledge::restore([&index](const std::string& name) { return index.attachment(name); });
}

std::optional<NearbyRun> run_nearby(const Options& options, const Index& index, const Knowledge& knowledge) {
  const std::optional<Home> home = home_of(options);
  if (!home || options.question.all_told) return std::nullopt;
  Options only_named = options;
  only_named.question.corpus.clear();
  Selection selection = select_files(only_named);
  if (!selection.errors.empty()) return std::nullopt;  // the whole says so in its own way

  Shelf shelf(index, home->prefix);
  std::vector<std::uint32_t> named;
  std::map<std::uint32_t, Document> texts;
  std::unordered_set<std::string> replaced;  // files of the corpus
  Errors errors;
  for (InputFile& file : selection.files) {
    // an article on standard input stands for the file it is named after
    std::string path = file.path == "-" && options.stdin_name.empty()
                           ? ""
                           : below(home->folder, full_path(file.path == "-" ? options.stdin_name : file.path));
    const bool own = inside(*home, path);
    if (!own) path = file.name;
    const std::string name = own ? home->prefix + path : file.name;
    file.name = name;
    if (own) shelf.remove(path), replaced.insert(path);
    read_path(
        file.path, {name, name},
        [&](Document&& document) {
          if (const std::string language = language_of(options, name); !language.empty()) document.language = language;
          Analysis analysis = analyse(document, knowledge);
          Record record = record_of(document, analysis, knowledge);
          record.path = path;
          record.root = own ? 0 : 1;
          const std::uint32_t number = shelf.add(std::move(record), std::move(analysis));
          named.push_back(number);
          texts.emplace(number, std::move(document));
        },
        errors);
    if (named.size() > kMostNamed) return std::nullopt;
  }
  if (shelf.totals().documents < kFew) return std::nullopt;
  const std::map<std::string, FileState> files = index.files(kMostStats + 1);
  if (files.size() <= kMostStats)
    for (const auto& [path, state] : files)
      if (!replaced.contains(path) && state_of(home->folder + "/" + path) != state) {
        behind(home->prefix + path);
        return std::nullopt;
      }

  Nearby nearby = judge_nearby(shelf.library(), named, knowledge.frames());
  Run run;
  run.findings = std::move(nearby.judgement.findings);
  run.series = std::move(nearby.judgement.series);
  run.claim_ids = std::move(nearby.judgement.claim_ids);
  run.claims = std::move(nearby.claims);
  run.errors = std::move(errors);
  run.knowledge = &knowledge;
  run.corpus = shelf.totals();
  std::unordered_set<std::string> told;
  for (const std::uint32_t number : nearby.documents) {
    const Shelf::Place place = shelf.place(number);
    Document document;
    document.id = place.id;
    document.path = place.path;
    document.record_line = place.line;
    if (const auto text = texts.find(number); text != texts.end()) {
      document = std::move(text->second);
      document.id = place.id;
      told.insert(document.path);
    }
    run.documents.push_back(std::move(document));
    run.extractions.push_back(shelf.analysis(number).extraction);
  }
  std::unordered_map<std::string, std::uint32_t> number_of;  // what is told only in part loses its places
  for (std::uint32_t d = 0; d < run.documents.size(); ++d)
    number_of[run.documents[d].path + "\n" + std::to_string(run.documents[d].record_line)] = nearby.documents[d];
  tell_only([&](const Document& document) { return told.contains(document.path); }, run);
  for (Document& document : run.documents) {
    if (told.contains(document.path)) continue;
    const std::uint32_t number = number_of.at(document.path + "\n" + std::to_string(document.record_line));
    const Shelf::Place place = shelf.place(number);
    auto text = read_again(place, home->folder + "/" + place.path.substr(home->prefix.size()),
                           language_of(options, place.path));
    if (!text) {
      behind(document.path);
      return std::nullopt;
    }
    document = std::move(*text);
  }
  if (index.state() != Index::State::ready) {
    print_note(
        fmt::format("{} is not used: {}, {} (mizan index update)", home->file, tail(index.state()), index.message()));
    return std::nullopt;
  }
  return NearbyRun{std::move(run), std::move(selection)};
}

Changes changes_of(const Options& options, const Index& index, const Selection& selection) {
  const std::optional<Home> home = home_of(options);
  Changes changes;
  if (!home) return changes;
  const std::map<std::string, FileState> before = index.files();
  std::unordered_set<std::string> there;
  for (const InputFile& file : selection.files) {
    const std::string path = below(home->folder, full_path(file.path));
    const std::optional<FileState> state = state_of(file.path);
    if (path.empty() || !state) continue;
    there.insert(path);
    const auto known = before.find(path);
    if (known != before.end() && known->second == *state) continue;
    changes.read.push_back(file);
    changes.read.back().name = path;
    changes.states.push_back(*state);
  }
  for (const auto& [path, state] : before)
    if (!there.contains(path)) changes.gone.push_back(path);
  return changes;
}

std::optional<Written> write_index(const Options& options, const Knowledge& knowledge, bool anew) {
  const std::optional<Home> home = home_of(options);
  if (!home) {
    print_error("an index is of one folder, or of one file: name one");
    return std::nullopt;
  }
  Selection selection = select_files(options);
  Written written;
  written.errors = std::move(selection.errors);
  Index index = Index::open(home->file, knowledge_version(options.rules));
  if (index.state() == Index::State::damaged || index.state() == Index::State::other_version)
    print_note(fmt::format("{} is built anew: {}{}", home->file, tail(index.state()),
                           index.message().empty() ? "" : ", " + index.message()));
  if (options.index.empty()) {  // it is of this machine, and no part of a repository
    const fs::path folder = fs::path(home->file).parent_path();
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (!fs::exists(folder / ".gitignore", failed)) std::ofstream(folder / ".gitignore") << "*\n";
  }
  const bool fits = index.state() == Index::State::ready && index.roots() == home->shape;
  if (!index.begin(home->shape, anew || !fits)) {
    print_error(fmt::format("{} cannot be written: {}", home->file, index.message()));
    return std::nullopt;
  }
  const Changes changes = changes_of(options, index, selection);
  for (const std::string& path : changes.gone) index.forget_file(path);
  std::map<std::string, std::map<std::uint32_t, std::uint64_t>> contents;  // of changed files, what is not seen again
  for (const InputFile& file : changes.read) contents[file.name] = index.contents(file.name);
  record_stream(
      changes.read, knowledge, pipeline_options(options),
      [&](Record&& record) {
        auto& known = contents[record.path];
        const auto same = known.find(record.line);
        const bool stays = same != known.end() && same->second == record.content;
        if (same != known.end()) {
          if (!stays) index.remove(record.path, record.line);
          known.erase(same);
        }
        if (stays) return;
        ++written.documents;
        index.put(std::move(record));
      },
      written.errors);
  for (const auto& [path, lines] : contents)
    for (const auto& [line, content] : lines) index.remove(path, line);
  for (std::size_t i = 0; i < changes.read.size(); ++i) index.put_file(changes.read[i].name, changes.states[i]);
  written.files = changes.read.size();
  written.gone = changes.gone.size();
  if (!index.attachment("core"))
    for (const auto& [name, bytes] : knowledge.parts()) index.attach(name, bytes);
  if (!index.finish([&](std::size_t count, const std::function<void(std::size_t)>& work) {
        for_each_index(count, options.threads, work);
      })) {
    print_error(fmt::format("{} cannot be written: {}", home->file, index.message()));
    return std::nullopt;
  }
  written.totals = index.totals();
  return written;
}

}  // namespace mizan::app
