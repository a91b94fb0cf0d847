// Which paths a line of a .gitignore file takes in: the manual page as cases, and git itself as the judge of many more.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "text/text.hpp"

using namespace mizan;

namespace {

/// Left out, as a file, by the lines of one .gitignore.
bool out(std::string_view lines, std::string_view path) { return Patterns(lines).covering(path) != nullptr; }

}  // namespace

TEST_CASE("a pattern without a slash is a name at any depth") {
  CHECK(out("draft.txt", "draft.txt"));
  CHECK(out("draft.txt", "a/b/draft.txt"));
  CHECK_FALSE(out("draft.txt", "draft.txt.md"));
  CHECK(out("*.tmp.md", "a/x.tmp.md"));
  CHECK_FALSE(out("*.tmp.md", "a/x.md"));
  CHECK(out("old", "old/2020/a.txt"));  // a folder takes all with it
}

TEST_CASE("a slash ties a pattern to its folder") {
  CHECK(out("/draft.txt", "draft.txt"));
  CHECK_FALSE(out("/draft.txt", "a/draft.txt"));
  CHECK(out("a/b", "a/b/c.txt"));
  CHECK_FALSE(out("a/b", "x/a/b"));
  CHECK(out("a/*.txt", "a/b.txt"));
  CHECK_FALSE(out("a/*.txt", "a/c/b.txt"));
}

TEST_CASE("a slash at the end means folders only") {
  CHECK(out("old/", "old/a.txt"));
  CHECK(out("old/", "x/old/a.txt"));
  CHECK_FALSE(out("old/", "old"));
  CHECK(Patterns("old/").last_match("old", true) != nullptr);
}

TEST_CASE("two stars stand for any folders") {
  CHECK(out("**/old", "old"));
  CHECK(out("**/old", "a/b/old"));
  CHECK(out("**/a/b", "x/a/b"));
  CHECK(out("a/**", "a/b/c"));
  CHECK_FALSE(out("a/**", "a"));
  CHECK(out("a/**/b", "a/b"));
  CHECK(out("a/**/b", "a/x/y/b"));
  CHECK_FALSE(out("a/**/b", "ax/b"));
  CHECK(out("a**b/c", "axyb/c"));  // elsewhere they are as one
  CHECK_FALSE(out("a**b/c", "ax/yb/c"));
}

TEST_CASE("the last that matches decides, and nothing comes back from a folder that is left out") {
  CHECK_FALSE(out("*.txt\n!keep.txt\n", "keep.txt"));
  CHECK(out("!keep.txt\n*.txt\n", "keep.txt"));
  CHECK(out("old/\n!old/keep.txt\n", "old/keep.txt"));
  CHECK_FALSE(out("old/*\n!old/keep.txt\n", "old/keep.txt"));
}

TEST_CASE("comments, escapes, spaces, line ends and a byte order mark") {
  CHECK_FALSE(out("# draft.txt", "# draft.txt"));
  CHECK(out("\\#draft.txt", "#draft.txt"));
  CHECK(out("\\!draft.txt", "!draft.txt"));
  CHECK(out("draft.txt   ", "draft.txt"));
  CHECK(out("draft\\ ", "draft "));
  CHECK(out("one.txt\r\ntwo.txt\r\n", "one.txt"));
  CHECK(
      out("\xEF\xBB\xBF"
          "one.txt",
          "one.txt"));
  CHECK_FALSE(out("\n\n   \n", "a.txt"));
  CHECK(out("a\\*b", "a*b"));
  CHECK_FALSE(out("a\\*b", "axb"));
}

TEST_CASE("classes") {
  CHECK(out("[a-c]x", "bx"));
  CHECK_FALSE(out("[a-c]x", "dx"));
  CHECK(out("[!a-c]x", "dx"));
  CHECK(out("[^a-c]x", "dx"));
  CHECK(out("[]a]x", "]x"));
  CHECK(out("[[:digit:]]x", "7x"));
  CHECK_FALSE(out("[[:digit:]]x", "ax"));
  CHECK(out("[a\\]b]x", "]x"));
  CHECK_FALSE(out("[ab", "a"));
  CHECK_FALSE(out("a[/]b", "a/b"));
}

TEST_CASE("names in any script") {
  CHECK(out("مسودة*", "مقالات/مسودة ۱.txt"));
  CHECK(out("/پیش‌نویس/", "پیش‌نویس/الف.md"));
  CHECK_FALSE(out("مسودة*", "مقالات/نهائي.txt"));
}

TEST_CASE("many stars end soon") {
  std::string pattern, text(2000, 'a');
  for (int i = 0; i < 40; ++i) pattern += "*a";
  CHECK_FALSE(matches_glob(pattern + "b", text));
  std::string deep;
  for (int i = 0; i < 12; ++i) deep += "**/a/";
  std::string path;
  for (int i = 0; i < 60; ++i) path += "a/";
  CHECK(matches_glob(deep + "**", path + "b"));
}

TEST_CASE("as git says, for random patterns and paths") {
  if (std::system("git --version >/dev/null 2>&1") != 0) {
    WARN("no git here");
    return;
  }
  std::string folder = (std::filesystem::temp_directory_path() / "mizan-git-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  REQUIRE(std::system(("git init -q " + folder + " >/dev/null 2>&1").c_str()) == 0);
  std::mt19937 random(7);
  const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  const std::vector<std::string> names = {"a", "b", "ab", "abc", "a.txt", "b.txt", "c1", "x y"};
  const std::vector<std::string> parts = {"a",     "b",  "ab", "*",   "?",     "*.txt", "[ab]",
                                          "[!a]*", "**", "a*", "*b*", "x\\ y", "c[0-9]"};
  for (int round = 0; round < 12; ++round) {
    std::string lines;
    for (int i = 0; i < 6; ++i) {
      std::string pattern = random() % 4 == 0 ? "!" : "";
      if (random() % 4 == 0) pattern += "/";
      const std::size_t depth = 1 + random() % 3;
      for (std::size_t d = 0; d < depth; ++d) pattern += (d > 0 ? "/" : "") + pick(parts);
      if (random() % 4 == 0) pattern += "/";
      lines += pattern + "\n";
    }
    std::ofstream(folder + "/.gitignore", std::ios::binary) << lines;
    std::vector<std::string> paths;
    std::ofstream list(folder + "/.list", std::ios::binary);
    for (int i = 0; i < 300; ++i) {
      std::string path;
      const std::size_t depth = 1 + random() % 4;
      for (std::size_t d = 0; d < depth; ++d) path += (d > 0 ? "/" : "") + pick(names);
      paths.push_back(path);
      list << path << '\0';
    }
    list.close();
    const std::string command = "cd " + folder + " && git check-ignore --no-index -z --stdin <.list >.said 2>/dev/null";
    const int status = std::system(command.c_str());
    REQUIRE((WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 1));
    std::ifstream said(folder + "/.said", std::ios::binary);
    std::vector<std::string> ignored;
    for (std::string path; std::getline(said, path, '\0');) ignored.push_back(path);
    std::vector<std::string> ours;
    for (const std::string& path : paths)
      if (out(lines, path)) ours.push_back(path);
    INFO(lines);
    CHECK(ours == ignored);
  }
  std::filesystem::remove_all(folder);
}
