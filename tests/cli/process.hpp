// Runs the built program as a user would: its own process, arguments as bytes, an environment of its own.
#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// A folder that goes away with its test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "mizan-cli-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(std::string_view name) const { return (path_ / name).string(); }
  std::string path() const { return path_.string(); }
  /// Writes bytes, and says where.
  std::string write(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file.string();
  }

 private:
  std::filesystem::path path_;
};

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Outcome {
  int code = -1;  ///< 128 + signal if it was killed
  std::string out, err;
  double seconds = 0;
};

/// mizan with arguments; extra environment as NAME=VALUE; input is standard input; folder is where it starts.
inline Outcome mizan(const std::vector<std::string>& arguments, const std::vector<std::string>& environment = {},
                     std::string_view input = {}, const std::string& start_in = {}) {
  const Folder folder;
  const std::string in = folder.write("in", input), out = folder.path("out"), err = folder.path("err");
  std::vector<std::string> words = {MIZAN_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> settings = environment;  // first, since the first of a name counts
  for (const char* setting : {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "MIZAN_RULES=" MIZAN_SOURCE_DIR "/rules"}) {
    settings.emplace_back(setting);
  }
  std::vector<char*> argv, env;
  for (std::string& word : words) argv.push_back(word.data());
  for (std::string& setting : settings) env.push_back(setting.data());
  argv.push_back(nullptr);
  env.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, in.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT, 0600);
  if (!start_in.empty()) posix_spawn_file_actions_addchdir_np(&actions, start_in.c_str());
  Outcome outcome;
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawn(&child, MIZAN_BINARY, &actions, nullptr, argv.data(), env.data()) == 0) {
    int status = 0;
    waitpid(child, &status, 0);
    outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  posix_spawn_file_actions_destroy(&actions);
  outcome.out = read_file(out);
  outcome.err = read_file(err);
  return outcome;
}

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

inline std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    result.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return result;
}

const std::string kSeeds = MIZAN_SOURCE_DIR "/seeds";

}  // namespace cli
