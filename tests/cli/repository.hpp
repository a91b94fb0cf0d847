// A git repository in a folder that goes away with its test.
#pragma once

#include <spawn.h>
#include <sys/wait.h>

#include <string>
#include <string_view>
#include <vector>

#include "process.hpp"

extern char** environ;

namespace cli {

/// The exit code of git; what it prints is nobody's business.
inline int git(const std::string& folder, const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {"git",
                                    "-C",
                                    folder,
                                    "-c",
                                    "user.name=t",
                                    "-c",
                                    "user.email=t@example.invalid",
                                    "-c",
                                    "commit.gpgsign=false",
                                    "-c",
                                    "protocol.file.allow=always"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, "git", &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  if (failed != 0 || waitpid(child, &status, 0) < 0) return 127;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

inline bool has_git() { return git(".", {"--version"}) == 0; }

class Repository : public Folder {
 public:
  Repository() {
    git(path(), {"init", "-q", "-b", "main"});
    // what a person has set up for himself is no matter here
    git(path(), {"config", "core.excludesFile", "/dev/null"});
    git(path(), {"config", "core.hooksPath", "/dev/null"});
  }
  int commit(const std::string& message) const {
    git(path(), {"add", "-A"});
    return git(path(), {"commit", "-q", "-m", message});
  }
  int run(const std::vector<std::string>& arguments) const { return git(path(), arguments); }
};

}  // namespace cli
