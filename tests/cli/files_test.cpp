// Which files are read, in which order, and of which it is told.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "process.hpp"

using namespace cli;
using nlohmann::json;

namespace {

constexpr std::string_view kOne =
    "The summit opened on 9 November 2023 in Astana. 26 countries took part in the summit.\n";
constexpr std::string_view kFriday = "The summit opened on Friday, 9 November 2023 in Astana.\n";

std::vector<std::string> documents(const Outcome& run) {
  std::vector<std::string> paths;
  const json page = json::parse(run.out);
  for (const json& document : page["documents"]) paths.push_back(document["path"]);
  return paths;
}

std::vector<std::string> read_in(const Folder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check");
  arguments.insert(arguments.end(), {"-f", "json"});
  return documents(mizan(arguments, {}, {}, folder.path()));
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("paths come in byte order, each once, however they were given") {
  const Folder folder;
  for (const char* name : {"a/b.txt", "a.txt", "a/c.md", "B.txt"}) folder.write(name, kOne);
  const Paths all = {"./B.txt", "./a.txt", "./a/b.txt", "./a/c.md"};
  CHECK(read_in(folder, {}) == all);
  CHECK(read_in(folder, {"."}) == all);
  CHECK(read_in(folder, {"a", "a.txt", "a/b.txt", "B.txt"}) == Paths{"B.txt", "a.txt", "a/b.txt", "a/c.md"});
}

TEST_CASE("ignore files: nested, taken back, in a repository or not") {
  const Folder folder;
  for (const char* name : {"keep.txt", "draft.txt", "old/a.txt", "sub/draft.txt", "sub/x.txt", "sub/deep/y.txt"})
    folder.write(name, kOne);
  folder.write(".gitignore", "draft.txt\n/old/\n");
  folder.write("sub/.gitignore", "!draft.txt\ndeep/\n");
  SECTION(".gitignore is nothing outside of a repository") { CHECK(read_in(folder, {"."}).size() == 6); }
  SECTION(".gitignore") {
    std::filesystem::create_directories(folder.path(".git"));
    CHECK(read_in(folder, {"."}) == Paths{"./keep.txt", "./sub/draft.txt", "./sub/x.txt"});
    CHECK(read_in(folder, {"sub"}) == Paths{"sub/draft.txt", "sub/x.txt"});
    CHECK(read_in(folder, {".", "--no-ignore"}).size() == 6);
  }
  SECTION(".mizanignore has the last word, with a repository or without") {
    folder.write(".mizanignore", "sub/\n");
    CHECK(read_in(folder, {"."}) == Paths{"./draft.txt", "./keep.txt", "./old/a.txt"});
    std::filesystem::create_directories(folder.path(".git"));
    folder.write(".mizanignore", "!draft.txt\nsub/\n");
    CHECK(read_in(folder, {"."}) == Paths{"./draft.txt", "./keep.txt"});
    CHECK(read_in(folder, {".", "--no-ignore"}).size() == 6);
  }
  SECTION("a file that is named and left out: a note, and exit 2 if nothing is left") {
    std::filesystem::create_directories(folder.path(".git"));
    const Outcome both = mizan({"check", "old/a.txt", "keep.txt", "-f", "json"}, {}, {}, folder.path());
    CHECK(both.code == 0);
    CHECK(documents(both) == Paths{"keep.txt"});
    CHECK(both.err == "note: old/a.txt is left out by .gitignore:2: /old/\n");
    const Outcome none = mizan({"check", "old/a.txt"}, {}, {}, folder.path());
    CHECK(none.code == 2);
    CHECK(contains(none.err, "no files to read"));
    CHECK(mizan({"check", "old/a.txt", "--allow-empty"}, {}, {}, folder.path()).code == 0);
    CHECK(mizan({"extract", "old/a.txt", "--no-ignore"}, {}, {}, folder.path()).code == 0);
  }
}

TEST_CASE("no text at all is an error, unless it may be") {
  const Folder folder;
  folder.write("picture.png", "x");
  CHECK(mizan({"check", "."}, {}, {}, folder.path()).code == 2);
  CHECK(mizan({"check", ".", "--allow-empty"}, {}, {}, folder.path()).code == 0);
  CHECK(mizan({"check", "nowhere.txt", "--allow-empty"}, {}, {}, folder.path()).code ==
        2);  // a missing path is no empty one
}

TEST_CASE("--files-from: a path a line, or one a NUL with any name") {
  const Folder folder;
  const Paths odd = {"a b.txt", "line\nbreak.txt", "مقال ١.txt", "مقاله‌ی نو.md"};
  std::string nul, line;
  for (const std::string& name : odd) {
    folder.write(name, kOne);
    nul += name + '\0';
    if (name.find('\n') == std::string::npos) line += name + "\r\n";
  }
  const auto ask = [&](std::vector<std::string> arguments, const std::string& input) {
    arguments.insert(arguments.begin(), "check");
    arguments.insert(arguments.end(), {"-f", "json"});
    return documents(mizan(arguments, {}, input, folder.path()));
  };
  CHECK(ask({"--files-from", "-", "-0"}, nul) == odd);
  CHECK(ask({"--files-from", "-"}, line) == Paths{odd[0], odd[2], odd[3]});
  folder.write("list", line);
  CHECK(ask({"--files-from", "list", odd[1]}, {}) == odd);
  CHECK(mizan({"check", "--files-from", "-"}, {}, {}, folder.path()).code == 2);
  CHECK(mizan({"check", "--files-from", "-", "--allow-empty"}, {}, {}, folder.path()).code == 0);
  const Outcome missing = mizan({"check", "--files-from", "nowhere"}, {}, {}, folder.path());
  CHECK(missing.code == 2);
  CHECK(contains(missing.err, "nowhere: "));
  CHECK(mizan({"check", "-0", "a b.txt"}, {}, {}, folder.path()).code == 2);
}

TEST_CASE("standard input under a name") {
  const Folder folder;
  const Outcome plain = mizan({"check", "-", "-f", "json"}, {}, kOne);
  CHECK(documents(plain) == Paths{"<stdin>"});
  const Outcome named = mizan({"check", "-", "--stdin-filename", "مقال.jsonl", "-f", "json"}, {},
                              "{\"id\": \"1\", \"text\": \"26 countries took part.\"}\n");
  CHECK(named.code == 0);
  CHECK(documents(named) == Paths{"مقال.jsonl"});
  SECTION("in place of the file of the corpus that it is a version of") {
    folder.write("a.txt", kOne);
    folder.write("b.txt", kOne);
    const Outcome run =
        mizan({"check", "--corpus", ".", "-", "--stdin-filename", "b.txt", "-f", "json"}, {}, kFriday, folder.path());
    CHECK(documents(run) == Paths{"./a.txt", "./b.txt"});
    REQUIRE(json::parse(run.out)["findings"].size() == 1);
    CHECK(json::parse(run.out)["findings"][0]["rule"] == "weekday");
  }
  SECTION("not if that name is left out") {
    folder.write(".mizanignore", "b.*");
    const Outcome run = mizan({"check", "-", "--stdin-filename", "b.txt"}, {}, kFriday, folder.path());
    CHECK(run.code == 2);
    CHECK(contains(run.err, "b.txt is left out by .mizanignore:1: b.*"));
  }
}

TEST_CASE("--corpus: all is weighed, the named are told of") {
  const Folder folder;
  folder.write("articles/a.txt", kOne);
  folder.write("articles/b.txt", kFriday);
  folder.write("articles/c.txt", "The summit opened on Monday, 9 November 2023 in Astana.\n");
  folder.write("new.txt", kFriday);
  const auto check = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "check");
    arguments.insert(arguments.end(), {"--corpus", "articles", "-f", "json", "--min-confidence", "0"});
    return mizan(arguments, {}, {}, folder.path());
  };
  const Paths corpus = {"articles/a.txt", "articles/b.txt", "articles/c.txt"};
  const Outcome all = check({});
  CHECK(documents(all) == corpus);
  const Outcome one = check({"articles/c.txt"});
  CHECK(documents(one) == corpus);
  std::size_t told = 0;
  const json everything = json::parse(all.out)["findings"];
  for (const json& finding : everything) {
    bool here = false;
    for (const json& claim : finding["claims"]) here = here || claim["path"] == "articles/c.txt";
    told += here ? 1 : 0;
  }
  const json findings = json::parse(one.out)["findings"];
  CHECK(findings.size() == told);
  CHECK(told > 0);
  CHECK(told < everything.size());
  CHECK(documents(check({"new.txt"})) == Paths{corpus[0], corpus[1], corpus[2], "new.txt"});
  CHECK(documents(check({"./articles/../articles/c.txt", "articles"})) == corpus);
  const json innocent = json::parse(check({"articles/a.txt"}).out)["findings"];
  for (const json& finding : innocent) CHECK(finding["rule"] != "weekday");
}
