// `mizan baseline`: what is known, in a file that people review.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/news.hpp"
#include "index/index.hpp"

namespace mizan::app {
namespace {

namespace fs = std::filesystem;

/// All or nothing: what others read meanwhile is the old file or the new one.
bool write_whole(const std::string& file, const std::string& bytes) {
  const std::string draft = fmt::format("{}.{}.new", file, getpid());  // two at once have one each
  std::ofstream stream(draft, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  std::error_code failed;
  if (stream) fs::rename(draft, file, failed);
  if (stream && !failed) return true;
  fs::remove(draft, failed);
  print_error(file + " could not be written");
  return false;
}

std::string counted(std::size_t count) {
  return count == 1 ? std::string("1 disagreement") : fmt::format("{} disagreements", count);
}

/// "+ open.count  45 in a.txt  54 in b.txt", sorted.
std::string lines_of(char sign, const Edges& edges) {
  std::vector<std::string> lines;
  for (const Edge& edge : edges.edges) {
    const EdgeEnd &a = edges.ends[edge.a], &b = edges.ends[edge.b];
    lines.push_back(escape_terminal(fmt::format("{} {}  {} in {}  {} in {}", sign, edge.rule, a.value, a.document,
                                                b.value, b.document),
                                    false) +
                    "\n");
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

}  // namespace

int baseline(const Options& options) {
  const std::string& file = options.baseline;
  const bool create = options.command == Command::baseline_create;
  std::error_code failed;
  if (create && fs::exists(file, failed)) {
    print_error(fmt::format("{} is there already (mizan baseline update {})", file, file));
    return kUnreadable;
  }
  Edges before;
  if (!create) {
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    Result<Edges> read = stream ? read_edges(bytes, file) : tl::unexpected(Errors{{file, 0, 0, "cannot be read", {}}});
    if (!read) {
      print_errors(read.error());
      return kUnreadable;
    }
    before = std::move(*read);
  }
  const std::optional<Knowledge> knowledge = load_knowledge(options.rules);
  if (!knowledge || !known_language(options, *knowledge)) return kUnreadable;
  const std::optional<Selection> selection = selected(options);
  if (!selection) return kClean;
  Options plain = options;
  plain.baseline.clear();
  Run run = weigh(plain, *selection, *knowledge, pipeline_options(options)).run;
  run.errors.insert(run.errors.begin(), selection->errors.begin(), selection->errors.end());
  if (!run.errors.empty()) {  // what is not read is no reason to forget what is known of it
    print_errors(run.errors);
    return kUnreadable;
  }
  std::erase_if(run.findings, [&](const Finding& finding) {
    return finding.suppressed || finding.confidence < options.min_confidence;
  });
  const Edges now = edges(run, names_from(options, run, fs::path(file).parent_path().string()));
  const Matching matching = match(before, now);
  const std::string bytes = edges_jsonl(now);
  if (create) {
    if (!write_whole(file, bytes)) return kUnreadable;
    return print(fmt::format("{} written to {}\n", counted(now.edges.size()), escape_terminal(file, false)))
               ? kClean
               : kUnreadable;
  }
  Edges added = only(now, matching.now, State::fresh), removed = only(before, matching.base, State::none);
  const auto join = [](Edges& to, const Edges& more) {
    const auto shift = static_cast<std::uint32_t>(to.ends.size());
    to.ends.insert(to.ends.end(), more.ends.begin(), more.ends.end());
    for (Edge edge : more.edges) {
      edge.a += shift;
      edge.b += shift;
      to.edges.push_back(std::move(edge));
    }
  };
  join(added, only(now, matching.now, State::changed));
  join(removed, only(before, matching.base, State::changed));
  const std::size_t kept = now.edges.size() - added.edges.size();
  const std::string page =
      lines_of('-', removed) + lines_of('+', added) +
      fmt::format("{} added, {} removed, {} kept\n", added.edges.size(), removed.edges.size(), kept);
  const bool update = options.command == Command::baseline_update;
  if (update && !write_whole(file, bytes)) return kUnreadable;
  if (!print(page)) return kUnreadable;
  return update || (added.edges.empty() && removed.edges.empty()) ? kClean : kFindings;
}

}  // namespace mizan::app
