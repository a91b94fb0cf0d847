#include "app/news.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "app/since.hpp"
#include "index/index.hpp"

namespace mizan::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIgnoreFile = ".mizan-ignore.toml";
constexpr const char* kConfiguration = "mizan.toml";

struct Base {
  Edges edges;
  std::vector<std::string> names;  // by document of the run: as the base names them
  std::vector<bool> counted;       // by finding of edges: told of, if it is gone
};

Result<Base> from_file(const Options& options, const std::string& file, const Run& run) {
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return tl::unexpected(Errors{{file, 0, 0, std::generic_category().message(errno), {}}});
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  Result<Edges> edges = read_edges(bytes, file);
  if (!edges) return tl::unexpected(edges.error());
  Base base;
  base.counted.assign(edges->edges.size(), true);
  base.edges = std::move(*edges);
  base.names = names_from(options, run, fs::path(file).parent_path().string());
  return base;
}

Base from_tree(const Trees& trees, const Run& before, const Run& now, const Options& options) {
  Base base;
  base.edges = edges(before, trees.names_before(before));
  base.names = trees.names_now(now);
  for (const Finding& finding : before.findings) base.counted.push_back(finding.confidence >= options.min_confidence);
  return base;
}

/// How many findings of the base have no edge that is still there.
std::size_t count_resolved(const Base& base, const Matching& matching) {
  std::set<std::uint32_t> all, left;
  for (std::size_t i = 0; i < base.edges.edges.size(); ++i) {
    const std::uint32_t finding = base.edges.edges[i].finding;
    if (!base.counted[finding]) continue;
    all.insert(finding);
    if (matching.base[i] != State::none) left.insert(finding);
  }
  return all.size() - left.size();
}

void warn_of_stale(const std::string& file, const Edges& stale, Errors& warnings) {
  for (const Edge& edge : stale.edges) {
    const EdgeEnd &a = stale.ends[edge.a], &b = stale.ends[edge.b];
    warnings.push_back(
        {file,
         0,
         0,
         fmt::format("stale: {}: {} in {}, {} in {}", edge.rule, a.value, a.document, b.value, b.document),
         {}});
  }
}

void compare_with(const Base& base, const Options& options, Weighed& weighed) {
  const Edges now = edges(weighed.run, base.names);
  const Matching matching = match(base.edges, now);
  apply(matching, now, weighed.run.findings);
  weighed.news.resolved = count_resolved(base, matching);
  if (!options.baseline.empty())
    warn_of_stale(options.baseline, only(base.edges, matching.base, State::none), weighed.news.warnings);
}

void set_aside(const Options& options, Weighed& weighed) {
  const std::string file = ignore_file(options);
  std::vector<Ignore> ignores;
  std::error_code failed;
  if (fs::exists(file, failed) || !options.ignore_file.empty()) {
    Result<std::vector<Ignore>> list = read_ignores(file);
    if (!list) {
      weighed.run.errors.insert(weighed.run.errors.end(), list.error().begin(), list.error().end());
      return;
    }
    ignores = std::move(*list);
  }
  std::vector<std::string> names;  // few lists have paths, and a large corpus many names
  if (std::any_of(ignores.begin(), ignores.end(), [](const Ignore& ignore) { return !ignore.paths.empty(); }))
    names = names_from(options, weighed.run, fs::path(file).parent_path().string());
  Suppressed suppressed = suppress(weighed.run, ignores, names, today(options));
  for (Error& error : suppressed.errors) weighed.run.errors.push_back(std::move(error));
  if (!options.question.all_told) return;  // an entry may be of an article that was not named
  weighed.news.unused = suppressed.unused.size();
  for (Error& one : suppressed.unused) {
    one.message = "unused-suppression: " + one.message;
    weighed.news.warnings.push_back(std::move(one));
  }
}

}  // namespace

std::vector<std::string> names_from(const Options& options, const Run& run, const std::string& folder) {
  std::error_code failed;
  const fs::path from = fs::weakly_canonical(folder.empty() ? fs::path(".") : fs::path(folder), failed);
  std::vector<std::string> names;
  for (const Document& document : run.documents) {
    const std::string name = fs::path(full_of(options, document.path)).lexically_relative(from).generic_string();
    names.push_back(name.empty() ? document.path : name);
  }
  return names;
}

std::string ignore_file(const Options& options) {
  if (!options.ignore_file.empty()) return options.ignore_file;
  const std::vector<std::string>& corpus = options.question.corpus;
  const std::string first = corpus.empty() || corpus.front() == "-" ? "." : corpus.front();
  std::error_code failed;
  const fs::path start = fs::is_directory(first, failed) ? fs::path(first) : fs::path(first).parent_path();
  const fs::path given = start.empty() ? fs::path(".") : start;
  fs::path home = given;  // where one would be written: beside the configuration or at the top of the repository
  fs::path as_given = given;
  for (fs::path folder = full_path(given.string());; folder = folder.parent_path(), as_given /= "..") {
    const fs::path here = (as_given / kIgnoreFile).lexically_normal();
    if (fs::exists(folder / kIgnoreFile, failed)) return here.string();
    const bool top = fs::exists(folder / ".git", failed);
    if (top || fs::exists(folder / kConfiguration, failed)) home = as_given;
    if (top || folder == folder.root_path()) break;
  }
  return (home / kIgnoreFile).lexically_normal().string();
}

Day today(const Options& options) {
  if (const auto day = parse_day(options.today)) return *day;
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

Weighed weigh(const Options& options, const Selection& selection, const Knowledge& knowledge,
              const PipelineOptions& pipeline) {
  Weighed weighed;
  const auto fail = [&](const Errors& errors) {
    weighed.run.errors.insert(weighed.run.errors.end(), errors.begin(), errors.end());
  };
  const auto compare = [&](const Result<Base>& base) {
    if (base)
      compare_with(*base, options, weighed);
    else
      fail(base.error());
  };
  if (options.staged || !options.since.empty()) {
    const Result<Trees> trees = Trees::open(options, selection);
    if (!trees) {
      fail(trees.error());
      return weighed;
    }
    weighed.run = trees->now(knowledge, pipeline);
    const Run before = trees->before(weighed.run, knowledge, pipeline);
    fail(before.errors);
    compare(from_tree(*trees, before, weighed.run, options));
    weighed.news.against = "since " + trees->against();
    weighed.news.changed = trees->changed(weighed.run);
  } else {
    weighed.run = run(selection.files, knowledge, pipeline);
    if (!options.baseline.empty()) {
      compare(from_file(options, options.baseline, weighed.run));
      weighed.news.against = "in " + options.baseline;
    }
  }
  set_aside(options, weighed);
  return weighed;
}

Weighed weigh_nearby(const Options& options, Run&& run) {
  Weighed weighed;
  weighed.run = std::move(run);
  set_aside(options, weighed);
  return weighed;
}

bool is_set_aside(const Finding& finding) { return finding.state == State::known || finding.suppressed.has_value(); }

std::string news_line(const Run& run, const News& news) {
  std::size_t fresh = 0, known = 0, suppressed = 0;
  for (const Finding& finding : run.findings) {
    if (finding.suppressed)
      ++suppressed;
    else if (finding.state == State::known)
      ++known;
    else if (finding.state != State::none)
      ++fresh;
  }
  std::string line;
  if (!news.against.empty())
    line = fmt::format("{} new, {} known (not failing), {} resolved {}", fresh, known, news.resolved, news.against);
  if (suppressed > 0) line += fmt::format("{}{} suppressed", line.empty() ? "" : "; ", suppressed);
  if (news.unused > 0)
    line +=
        fmt::format("{}{} unused suppression{}", line.empty() ? "" : "; ", news.unused, news.unused == 1 ? "" : "s");
  return line;
}

}  // namespace mizan::app
