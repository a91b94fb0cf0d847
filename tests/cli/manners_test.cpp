// How the program behaves: quiet and verbose, signals, help, completions, the manual page.
#include <nlohmann/json.hpp>

#include <csignal>
#include <set>

#include "catch.hpp"
#include "process.hpp"

using namespace cli;
using nlohmann::json;

namespace {

constexpr std::string_view kFriday = "The summit opened on Friday, 9 November 2023 in Astana.\n";

/// Every command, as the words that call it, from the help pages.
void commands_below(const std::vector<std::string>& command, std::vector<std::vector<std::string>>& all) {
  all.push_back(command);
  std::vector<std::string> words = command;
  words.emplace_back("--help");
  bool listed = false;
  for (const std::string& line : lines(mizan(words).out)) {
    if (line == "Subcommands:") {
      listed = true;
    } else if (listed && line.starts_with("  ") && line.size() > 2 && line[2] != ' ') {
      std::vector<std::string> sub = command;
      sub.push_back(line.substr(2, line.find(' ', 2) - 2));
      commands_below(sub, all);
    } else if (!line.starts_with(" ")) {
      listed = false;
    }
  }
}

std::vector<std::vector<std::string>> all_commands() {
  std::vector<std::vector<std::string>> all;
  commands_below({}, all);
  return all;
}

}  // namespace

TEST_CASE("the help of every command shows examples") {
  const auto all = all_commands();
  CHECK(all.size() > 12);
  for (std::vector<std::string> words : all) {
    words.emplace_back("--help");
    const Outcome help = mizan(words);
    INFO(help.out);
    CHECK(help.code == 0);
    CHECK(contains(help.out, "Example"));
  }
}

TEST_CASE("completions and the manual page name every command and flag") {
  std::set<std::string> flags, commands;
  for (std::vector<std::string> words : all_commands()) {
    if (!words.empty()) commands.insert(words.back());
    words.emplace_back("--help");
    for (const std::string& line : lines(mizan(words).out)) {
      if (!line.starts_with("  -")) continue;
      const std::size_t at = line.find("--");
      flags.insert(line.substr(at, line.find_first_of(" ,", at) - at));
    }
  }
  CHECK(flags.count("--min-confidence") == 1);
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Outcome run = mizan({"completions", shell});
    CHECK(run.code == 0);
    for (const std::string& name : commands) CHECK(contains(run.out, name));
    for (const std::string& flag : flags)
      CHECK(contains(run.out, std::string(shell) == "fish" ? "-l " + flag.substr(2) : flag));
  }
  CHECK(mizan({"completions", "powershell"}).code == 2);
  const Outcome man = mizan({"man"});
  CHECK(man.code == 0);
  CHECK(man.out.starts_with(".TH MIZAN 1"));
  for (const std::string& flag : flags) {
    std::string escaped;
    for (const char c : flag) escaped += c == '-' ? "\\-" : std::string(1, c);
    CHECK(contains(man.out, escaped));
  }
}

TEST_CASE("bash takes the completions, and completes by them") {
  const Folder folder;
  folder.write("mizan.bash", mizan({"completions", "bash"}).out);
  folder.write("ask.sh",
               "source \"$1\"; shift\n"
               "COMP_WORDS=(\"$@\") COMP_CWORD=$(($# - 1))\n"
               "_mizan; printf '%s\\n' \"${COMPREPLY[@]}\"\n");
  const auto complete = [&](const std::string& words) {
    const std::string out = folder.path("out");
    const std::string command =
        "bash " + folder.path("ask.sh") + " " + folder.path("mizan.bash") + " " + words + " >" + out;
    CHECK(std::system(command.c_str()) == 0);
    return lines(read_file(out));
  };
  CHECK(complete("mizan che") == std::vector<std::string>{"check"});
  CHECK(complete("mizan check --min") == std::vector<std::string>{"--min-confidence"});
  CHECK(complete("mizan check --fail-on wa") == std::vector<std::string>{"warning"});
  CHECK(complete("mizan rules ne") == std::vector<std::string>{"new"});
  CHECK(complete("mizan rules new --ki") == std::vector<std::string>{"--kind"});
  CHECK(complete("mizan completions f") == std::vector<std::string>{"fish"});
}

TEST_CASE("quiet, quieter, verbose, and an exit code that says nothing") {
  const Folder folder;
  const std::string file = folder.write("a.txt", kFriday);
  CHECK_FALSE(contains(mizan({"check", file, "-q"}).out, "exit 1"));
  const Outcome silent = mizan({"check", file, "-qq"});
  CHECK(silent.code == 1);
  CHECK(silent.out.empty());
  CHECK(silent.err.empty());
  const Outcome zero = mizan({"check", file, "--exit-zero"});
  CHECK(zero.code == 0);
  CHECK(contains(zero.out, "exit 0: --exit-zero; 1 finding at or above \"error\"\n"));
  CHECK(mizan({"check", folder.path("nowhere"), "--exit-zero"}).code == 2);
  const Outcome verbose = mizan({"check", file, "-v"});
  CHECK(contains(verbose.err, "note: no configuration\n"));
  CHECK(contains(verbose.err, "note: 1 file to read\n"));
  CHECK(verbose.out == mizan({"check", file}).out);
}

TEST_CASE("rules that are asked for or not") {
  const Folder folder;
  folder.write("a.txt", std::string(kFriday) + "92 of the 89 regions took part.\n");
  const auto rules = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"check", folder.path("a.txt"), "-f", "jsonl"});
    std::set<std::string> found;
    for (const std::string& line : lines(mizan(arguments).out))
      found.insert(json::parse(line)["rule"].get<std::string>());
    return found;
  };
  using Rules = std::set<std::string>;
  CHECK(rules({}) == Rules{"part-whole", "weekday"});
  CHECK(rules({"--rule", "week*"}) == Rules{"weekday"});
  CHECK(rules({"--exclude-rule", "weekday"}) == Rules{"part-whole"});
  CHECK(rules({"--rule", "weekday", "--rule", "part-whole", "--exclude-rule", "p*"}) == Rules{"weekday"});
  const Outcome wrong = mizan({"check", folder.path("a.txt"), "--rule", "weekdy"});
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "--rule: no rule \"weekdy\" (did you mean \"weekday\"?)"));
  CHECK(mizan({"check", folder.path("a.txt"), "--exclude-rule", "clsoed.*"}).code == 2);
}

TEST_CASE("--max-findings cuts what is printed, not what counts") {
  const Folder folder;
  folder.write("a.txt", std::string(kFriday) + "92 of the 89 regions took part.\n");
  const Outcome run = mizan({"check", folder.path("a.txt"), "-f", "jsonl", "--max-findings", "1"});
  CHECK(run.code == 1);
  CHECK(lines(run.out).size() == 1);
  CHECK(run.err == "note: 1 more finding left out by --max-findings\n");
  const Outcome none = mizan({"check", folder.path("a.txt"), "-f", "jsonl", "--max-findings", "0"});
  CHECK(none.code == 1);
  CHECK(none.out.empty());
  CHECK(mizan({"check", folder.path("a.txt"), "--max-findings", "2"}).err.empty());
}

TEST_CASE("--stats and --timing go to standard error, and change nothing else") {
  const Folder folder;
  const std::string file = folder.write("a.txt", kFriday);
  const Outcome run = mizan({"check", file, "--stats", "--timing", "--progress", "auto"});
  CHECK(run.out == mizan({"check", file}).out);
  CHECK(contains(run.err, "stats: documents 1, bytes 56, mentions 1, claims "));
  CHECK(contains(run.err, "contradiction 1, tension 0, corroboration 0, verified 0\n"));
  CHECK(contains(run.err, "timing: read "));
  CHECK_FALSE(contains(run.err, "\r"));
}

TEST_CASE("an interrupt is 130, and a reader that goes away is no error") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);  // an input that never ends
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[1]);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t interrupt;  // ignored, where the tests run in the background
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  posix_spawnattr_setsigdefault(&attributes, &interrupt);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::string program = MIZAN_BINARY, command = "check", input = "-", rules = "MIZAN_RULES=" MIZAN_SOURCE_DIR "/rules";
  char* words[] = {program.data(), command.data(), input.data(), nullptr};
  char* environment[] = {rules.data(), nullptr};
  pid_t child = 0;
  REQUIRE(posix_spawn(&child, MIZAN_BINARY, &actions, &attributes, words, environment) == 0);
  usleep(200000);
  kill(child, SIGINT);
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  CHECK(128 + WTERMSIG(status) == 130);
  close(ends[0]);
  close(ends[1]);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  const Folder folder;
  // with SIGPIPE ignored, as Python leaves it to its children
  const std::string piped = "bash -c 'trap \"\" PIPE; ( MIZAN_RULES=" MIZAN_SOURCE_DIR "/rules " MIZAN_BINARY
                            " extract " MIZAN_SOURCE_DIR "/seeds -f jsonl; echo \"pipe $?\" >&2 ) | true' 2>" +
                            folder.path("piped");
  CHECK(std::system(piped.c_str()) == 0);
  CHECK_FALSE(contains(read_file(folder.path("piped")), "error"));
}
