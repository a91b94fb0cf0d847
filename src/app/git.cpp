#include "app/git.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <utility>

extern char** environ;

namespace mizan::app {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16;
constexpr std::size_t kBlobsAtOnce = 1000;

tl::unexpected<Errors> fail(std::string message, std::string hint = {}) {
  return tl::unexpected(Errors{{{}, 0, 0, std::move(message), std::move(hint)}});
}

struct Answer {
  int code = -1;  ///< -1: git could not be run
  std::string out, err;
};

/// A descriptor that is closed once.
class Handle {
 public:
  explicit Handle(int number = -1) : number_(number) {}
  ~Handle() { close(); }
  Handle(Handle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Handle& operator=(Handle&& other) noexcept {
    close();
    number_ = std::exchange(other.number_, -1);
    return *this;
  }
  int get() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

/// Messages in English, and no lock taken that a commit in progress would miss. A hook in a linked worktree is told of
/// its GIT_DIR alone, and git would then take any folder it stands in for the top.
std::vector<std::string> environment() {
  std::vector<std::string_view> left_out = {"LC_ALL=", "GIT_OPTIONAL_LOCKS="};
  if (std::getenv("GIT_WORK_TREE") == nullptr) left_out.push_back("GIT_DIR=");
  std::vector<std::string> result = {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0"};
  for (char** setting = environ; *setting != nullptr; ++setting) {
    const std::string_view text = *setting;
    const auto begins = [&](std::string_view name) { return text.rfind(name, 0) == 0; };
    if (std::none_of(left_out.begin(), left_out.end(), begins)) result.emplace_back(text);
  }
  return result;
}

/// Feeds input and gathers what comes, both at once: neither side waits for the other. A socket takes the input, since
/// writing to one that git has closed is no signal.
void converse(Handle in, Handle out, Handle err, std::string_view input, Answer& answer) {
  std::array<char, kPiece> piece{};
  if (input.empty()) in.close();
  while (out.get() >= 0 || err.get() >= 0) {
    std::array<pollfd, 3> ready = {pollfd{out.get(), POLLIN, 0}, pollfd{err.get(), POLLIN, 0},
                                   pollfd{in.get(), POLLOUT, 0}};
    if (poll(ready.data(), ready.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return;
    }
    const auto gather = [&](Handle& handle, short events, std::string& to) {
      if (events == 0) return;
      const ssize_t size = ::read(handle.get(), piece.data(), piece.size());
      if (size > 0) to.append(piece.data(), static_cast<std::size_t>(size));
      if (size == 0 || (size < 0 && errno != EINTR)) handle.close();
    };
    gather(out, ready[0].revents, answer.out);
    gather(err, ready[1].revents, answer.err);
    if (ready[2].revents != 0) {
      const ssize_t size = send(in.get(), input.data(), std::min(input.size(), kPiece), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (size > 0) input.remove_prefix(static_cast<std::size_t>(size));
      if (input.empty() || (size < 0 && errno != EINTR && errno != EAGAIN)) in.close();
    }
  }
}

Answer run_git(const std::vector<std::string>& arguments, std::string_view input) {
  Answer answer;
  int out[2], err[2], in[2];
  if (pipe2(out, O_CLOEXEC) != 0) return answer;
  Handle out_read(out[0]), out_write(out[1]);
  if (pipe2(err, O_CLOEXEC) != 0) return answer;
  Handle err_read(err[0]), err_write(err[1]);
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0) return answer;
  Handle in_read(in[0]), in_write(in[1]);

  std::vector<std::string> words = {"git"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> settings = environment();
  std::vector<char*> argv, env;
  for (std::string& word : words) argv.push_back(word.data());
  for (std::string& setting : settings) env.push_back(setting.data());
  argv.push_back(nullptr);
  env.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in_read.get(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out_write.get(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err_write.get(), STDERR_FILENO);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, "git", &actions, nullptr, argv.data(), env.data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return answer;
  in_read.close();
  out_write.close();
  err_write.close();
  converse(std::move(in_write), std::move(out_read), std::move(err_read), input, answer);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  answer.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  return answer;
}

/// The last line git said, without its "fatal: ".
std::string said(const Answer& answer) {
  if (answer.code < 0) return "git cannot be run";
  std::string_view text = answer.err;
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  if (const std::size_t line = text.rfind('\n'); line != std::string_view::npos) text.remove_prefix(line + 1);
  for (const std::string_view front : {"fatal: ", "error: "})
    if (text.rfind(front, 0) == 0) text.remove_prefix(front.size());
  return text.empty() ? fmt::format("it ended with {}", answer.code) : std::string(text);
}

std::string line_of(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

std::vector<std::string> fields_of(const std::string& text) {
  std::vector<std::string> fields;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\0', begin), text.size());
    fields.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return fields;
}

/// "100644 blob 1234abcd\tpath", or of the index "100644 1234abcd 0\tpath".
std::vector<Git::Entry> entries_of(const std::string& text, bool index) {
  std::vector<Git::Entry> entries;
  for (const std::string& field : fields_of(text)) {
    const std::size_t tab = field.find('\t'), first = field.find(' '), second = field.find(' ', first + 1);
    if (tab == std::string::npos || second == std::string::npos || second > tab) continue;
    if (index && field.compare(second + 1, tab - second - 1, "0") != 0) continue;  // a side of a conflict
    const std::string mode = field.substr(0, first);
    Git::Entry entry;
    entry.kind = mode == "160000"   ? Git::Entry::Kind::submodule
                 : mode == "120000" ? Git::Entry::Kind::link
                                    : Git::Entry::Kind::file;
    entry.blob = index ? field.substr(first + 1, second - first - 1) : field.substr(second + 1, tab - second - 1);
    entry.path = field.substr(tab + 1);
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

Result<std::string> Git::ask(const std::vector<std::string>& arguments, std::string_view input) const {
  std::vector<std::string> words = {"-C", root_};
  words.insert(words.end(), arguments.begin(), arguments.end());
  Answer answer = run_git(words, input);
  if (answer.code != 0) return fail(fmt::format("git {}: {}", arguments.front(), said(answer)));
  return std::move(answer.out);
}

Result<Git> Git::of_folder(const std::string& folder) {
  const Answer answer = run_git({"-C", folder, "rev-parse", "--show-toplevel"}, {});
  if (answer.code < 0) return fail("git cannot be run", "--baseline FILE needs no git");
  if (answer.code != 0 || line_of(answer.out).empty()) {
    const bool none = answer.err.find("not a git repository") != std::string::npos;
    return fail(none ? fmt::format("{} is in no git repository", folder) : fmt::format("git: {}", said(answer)),
                none ? "--baseline FILE needs none" : "");
  }
  Git git;
  git.root_ = line_of(answer.out);
  return git;
}

Result<std::string> Git::commit(const std::string& reference) const {
  // a reference that begins with "-" would be a flag
  Result<std::string> found = ask({"rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}"});
  if (!found || line_of(*found).empty()) {
    const bool shallow = ask({"rev-parse", "--is-shallow-repository"}).value_or("") == "true\n";
    return fail(fmt::format("git knows no commit \"{}\"{}", reference, shallow ? " (shallow clone)" : ""),
                shallow ? "use actions/checkout with fetch-depth: 0, or git fetch --unshallow"
                        : "fetch it, or pass --since SHA");
  }
  return line_of(*found);
}

Result<std::string> Git::merge_base(const std::string& reference) const {
  const Result<std::string> other = commit(reference);
  if (!other) return other;
  const Result<std::string> head = commit("HEAD");
  if (!head) return head;
  const Result<std::string> base = ask({"merge-base", *other, *head});
  if (base && !line_of(*base).empty()) return line_of(*base);
  const bool shallow = ask({"rev-parse", "--is-shallow-repository"}).value_or("") == "true\n";
  return fail(fmt::format("base \"{}\" has no merge base with HEAD{}", reference, shallow ? " (shallow clone)" : ""),
              shallow ? "use actions/checkout with fetch-depth: 0, or pass --since SHA" : "pass --since SHA");
}

bool Git::has_head() const { return ask({"rev-parse", "--verify", "--quiet", "HEAD^{commit}"}).has_value(); }

Result<std::vector<Git::Entry>> Git::tree(const std::string& commit) const {
  return ask({"ls-tree", "-r", "-z", "--full-tree", commit}).map([](const std::string& text) {
    return entries_of(text, false);
  });
}

Result<std::vector<Git::Entry>> Git::index() const {
  return ask({"ls-files", "-s", "-z"}).map([](const std::string& text) { return entries_of(text, true); });
}

Result<Git::Changes> Git::changes(const std::string& commit, bool staged) const {
  std::vector<std::string> words = {"diff",
                                    "--name-status",
                                    "-z",
                                    "-M",
                                    "--no-ext-diff",
                                    "--no-textconv",
                                    "--no-relative",
                                    "--ignore-submodules=dirty"};
  if (staged) words.emplace_back("--cached");
  words.push_back(commit);
  words.emplace_back("--");
  const Result<std::string> answer = ask(words);
  if (!answer) return tl::unexpected(answer.error());
  Changes changes;
  const std::vector<std::string> fields = fields_of(*answer);
  for (std::size_t i = 0; i + 1 < fields.size();) {
    const std::string& status = fields[i];
    changes.paths.push_back(fields[i + 1]);
    const bool two = !status.empty() && (status[0] == 'R' || status[0] == 'C');
    if (two && i + 2 < fields.size()) {
      changes.paths.push_back(fields[i + 2]);
      if (status[0] == 'R') changes.renamed.emplace(fields[i + 1], fields[i + 2]);
    }
    i += two ? 3 : 2;
  }
  std::sort(changes.paths.begin(), changes.paths.end());
  return changes;
}

Result<bool> Git::read(const std::vector<std::string>& blobs,
                       const std::function<void(std::size_t, std::string_view)>& use) const {
  for (std::size_t first = 0; first < blobs.size(); first += kBlobsAtOnce) {
    const std::size_t end = std::min(first + kBlobsAtOnce, blobs.size());
    std::string wanted;
    for (std::size_t i = first; i < end; ++i) wanted += blobs[i] + "\n";
    const Result<std::string> answer = ask({"cat-file", "--batch"}, wanted);
    if (!answer) return tl::unexpected(answer.error());
    std::string_view rest = *answer;
    for (std::size_t i = first; i < end; ++i) {  // "<object> blob <size>\n<bytes>\n"
      const std::size_t line = std::min(rest.find('\n'), rest.size());
      const std::string_view head = rest.substr(0, line);
      const std::size_t space = head.rfind(' ');
      std::size_t size = 0;
      const char* const stop = head.data() + head.size();
      const bool number = space != std::string_view::npos && head.find(" blob ") != std::string_view::npos &&
                          std::from_chars(head.data() + space + 1, stop, size).ptr == stop;
      if (!number || rest.size() < line + 1 + size + 1)
        return fail(fmt::format("git has no blob {}", blobs[i]), "is the clone partial? git fetch --refetch");
      use(i, rest.substr(line + 1, size));
      rest.remove_prefix(line + 1 + size + 1);
    }
  }
  return true;
}

}  // namespace mizan::app
