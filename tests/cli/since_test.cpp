// What is new since another commit, or in the index of git: moved, wrapped and renamed text is not, a changed value is.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "repository.hpp"

using namespace cli;
using nlohmann::json;

namespace {

const std::string kOne = "Trade turnover between India and Brazil was $15.2 billion in 2022.";
const std::string kOther = "Trade turnover between India and Brazil was $12 billion in 2022.";
const std::string kWeekday = "The summit opened on Friday, 9 November 2023 in Astana.";  // it was a Thursday

struct States {
  int fresh = 0, known = 0, changed = 0, none = 0;
};

States states(const Outcome& outcome) {
  States s;
  for (const std::string& line : lines(outcome.out)) {
    const json finding = json::parse(line);
    const std::string state = finding.value("state", "");
    ++(state == "new" ? s.fresh : state == "known" ? s.known : state == "changed" ? s.changed : s.none);
  }
  return s;
}

Outcome check(const Repository& repository, std::vector<std::string> flags) {
  std::vector<std::string> words = {"check", repository.path("articles"), "-f", "jsonl"};
  words.insert(words.end(), flags.begin(), flags.end());
  return mizan(words);
}

/// Two articles at odds, and one with a wrong weekday.
void write_articles(const Repository& repository) {
  repository.write("articles/a.md", kOne + "\n");
  repository.write("articles/b.md", kOther + "\n");
  repository.write("articles/w.txt", kWeekday + "\n");
}

#define NEEDS_GIT                                        \
  if (!has_git()) {                                      \
    WARN("not tested: there is no git on this machine"); \
    return;                                              \
  }

}  // namespace

TEST_CASE("nothing is new where nothing changed") {
  NEEDS_GIT
  const Repository repository;
  write_articles(repository);
  repository.commit("one");
  const Outcome run = check(repository, {"--since", "HEAD"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK(states(run).known == 2);
  CHECK(check(repository, {}).code == 1);
  CHECK(check(repository, {"--since", "HEAD", "--new-only"}).out.empty());
  const Outcome full = mizan({"check", repository.path("articles"), "--since", "HEAD"});
  CHECK(contains(full.out, "0 new, 2 known (not failing), 0 resolved since HEAD ("));
  CHECK(contains(full.out, "exit 0: nothing new at or above \"error\"\n"));
}

TEST_CASE("moved, wrapped and renamed text is not new, nor is an edit beside it") {
  NEEDS_GIT
  const Repository repository;
  write_articles(repository);
  repository.commit("one");
  const auto nothing_new = [&] {
    const Outcome run = check(repository, {"--since", "main"});
    INFO(run.out + run.err);
    CHECK(run.code == 0);
    CHECK(states(run).known == 2);
    CHECK(states(run).fresh + states(run).changed == 0);
  };
  repository.write("articles/a.md", "A new paragraph stands above.\n\n" + kOne + "\n");  // a paragraph at the top
  nothing_new();
  repository.write("articles/a.md", "A new paragraph stands above. " + kOne + "\n");  // wrapped anew
  nothing_new();
  std::string wrapped = kOne;  // a sentence over many lines, the figure broken from its unit
  for (char& c : wrapped)
    if (c == ' ') c = '\n';
  repository.write("articles/a.md", wrapped + "\n");
  nothing_new();
  repository.write("articles/a.md", kOne + " The ministers met again in the spring, as they do.\n");  // beside it
  nothing_new();
  repository.run({"mv", "articles/b.md", "articles/\xD8\xAE\xD8\xA8\xD8\xB1 \xD8\xAB\xD8\xA7\xD9\x86.md"});
  nothing_new();
  repository.run({"mv", "articles/w.txt", "articles/\xD9\x86\xD8\xB4\xD8\xB3\xD8\xAA \"q\"\n.txt"});
  nothing_new();
  repository.write("articles/a.md", kOne + "\n");
  repository.run({"add", "-A"});
  const Outcome staged = check(repository, {"--staged"});
  CHECK(staged.code == 0);
  CHECK(states(staged).known == 2);
}

TEST_CASE("a changed digit is one new finding") {
  NEEDS_GIT
  const Repository repository;
  write_articles(repository);
  repository.commit("one");
  repository.write("articles/b.md", "Trade turnover between India and Brazil was $13 billion in 2022.\n");
  const Outcome run = check(repository, {"--since", "HEAD"});
  CHECK(run.code == 1);
  CHECK(states(run).changed == 1);
  CHECK(states(run).known == 1);
  CHECK(states(run).fresh == 0);
  CHECK(check(repository, {"--staged"}).code == 0);  // it is not in the index yet
  repository.run({"add", "-A"});
  CHECK(check(repository, {"--staged"}).code == 1);
  CHECK(lines(check(repository, {"--staged", "--new-only"}).out).size() == 1);
  CHECK(contains(mizan({"check", repository.path("articles"), "--since", "HEAD"}).out,
                 "1 new, 1 known (not failing), 0 resolved since HEAD ("));
}

TEST_CASE("a new article may contradict one that did not change") {
  NEEDS_GIT
  const Repository repository;
  repository.write("articles/a.md", kOne + "\n");
  repository.commit("one");
  repository.run({"checkout", "-q", "-b", "change"});
  repository.write("articles/\xD8\xA8.md", kOther + "\n");  // not even added
  CHECK(check(repository, {"--since", "main"}).code == 1);
  repository.commit("two");
  CHECK(check(repository, {"--since", "main"}).code == 1);
  CHECK(check(repository, {"--since", "HEAD"}).code == 0);
  repository.run({"checkout", "-q", "main"});  // main goes on, which is not of this change
  repository.write("articles/w.txt", kWeekday + "\n");
  repository.commit("three");
  repository.run({"checkout", "-q", "change"});
  const Outcome run = check(repository, {"--since", "main"});
  CHECK(states(run).fresh == 1);
}

TEST_CASE("one that joins in on a known dispute is new, and so is the same thing said once more") {
  NEEDS_GIT
  const Repository repository;
  write_articles(repository);
  repository.commit("one");
  repository.write("articles/c.md", kOther + "\n");
  CHECK(check(repository, {"--since", "HEAD"}).code == 1);
  std::filesystem::remove(repository.path("articles/c.md"));
  CHECK(check(repository, {"--since", "HEAD"}).code == 0);
  repository.write("articles/b.md",
                   kOther + "\n\nOnce more: trade turnover between India and Brazil was $12 billion in 2022.\n");
  CHECK(check(repository, {"--since", "HEAD"}).code == 1);
}

TEST_CASE("one fixed and one new do not cancel out") {
  NEEDS_GIT
  const Repository repository;
  write_articles(repository);
  repository.commit("one");
  repository.write("articles/b.md", kOne + "\n");
  repository.write("articles/c.md", "The fair closed on Monday, 14 June 2022 in Baku.\n");  // a Tuesday
  const Outcome run = check(repository, {"--since", "HEAD"});
  CHECK(run.code == 1);
  CHECK(states(run).fresh == 1);
  CHECK(states(run).known == 1);
  CHECK(contains(mizan({"check", repository.path("articles"), "--since", "HEAD"}).out,
                 "1 new, 1 known (not failing), 1 resolved since HEAD ("));
}

TEST_CASE("what git keeps beside files") {
  NEEDS_GIT
  const Repository inner;
  inner.write("w.txt", kWeekday + "\n");
  inner.commit("one");
  const Repository repository;
  repository.write("articles/a.md", kOne + "\n");
  repository.write("old.md", kOther + "\n");
  repository.write("articles/gone.txt", "The fair closed on Monday, 14 June 2022 in Baku.\n");
  std::filesystem::create_symlink("../old.md", repository.path("articles/link.md"));
  std::filesystem::create_symlink("nowhere.md", repository.path("articles/.hidden.md"));
  repository.run({"submodule", "add", "-q", inner.path(), "articles/sub"});
  repository.commit("one");
  CHECK(std::filesystem::exists(repository.path("articles/sub/w.txt")));
  Outcome run = check(repository, {"--since", "HEAD"});
  INFO(run.out + run.err);
  CHECK(run.code == 0);
  CHECK(states(run).known == 3);  // through the link, in the submodule, and gone.txt
  std::filesystem::remove(repository.path("articles/gone.txt"));
  run = check(repository, {"--since", "HEAD"});
  CHECK(run.code == 0);
  CHECK(states(run).known == 2);
  repository.write("old.md", "Trade turnover between India and Brazil was $13 billion in 2022.\n");
  CHECK(states(check(repository, {"--since", "HEAD"})).changed == 1);
}

TEST_CASE("what is excluded is so in both trees") {
  NEEDS_GIT
  const Repository repository;
  write_articles(repository);
  repository.commit("one");
  repository.write(".mizanignore", "b.md\n");
  const std::string full = mizan({"check", repository.path("articles"), "--since", "HEAD"}).out;
  CHECK(contains(full, "0 new, 1 known (not failing), 0 resolved"));
}

TEST_CASE("a base that cannot be found is an error with advice") {
  NEEDS_GIT
  const Repository repository;
  write_articles(repository);
  CHECK(check(repository, {"--since", "main"}).code == 2);  // no commit yet
  CHECK(check(repository, {"--staged"}).code == 0);         // and nothing in the index
  repository.commit("one");
  repository.write("articles/c.md", "The fair closed on Monday, 14 June 2022 in Baku.\n");
  repository.commit("two");
  Outcome run = check(repository, {"--since", "nowhere"});
  CHECK(run.code == 2);
  CHECK(contains(run.err, "error: git knows no commit \"nowhere\""));
  CHECK(check(repository, {"--since", "--all"}).code == 2);
  repository.run({"checkout", "-q", "--orphan", "other"});
  repository.commit("three");
  run = check(repository, {"--since", "main"});
  CHECK(run.code == 2);
  CHECK(contains(run.err, "base \"main\" has no merge base with HEAD"));

  const Folder shallow;
  CHECK(git(shallow.path(), {"clone", "-q", "--depth", "1", "-b", "main", "file://" + repository.path(), "clone"}) ==
        0);
  CHECK(mizan({"check", shallow.path("clone/articles"), "--since", "origin/main", "-q"}).code == 0);
  run = mizan({"check", shallow.path("clone/articles"), "--since", "origin/main~1"});
  CHECK(run.code == 2);
  CHECK(contains(run.err, "(shallow clone)"));
  CHECK(contains(run.err, "fetch-depth: 0"));
}

TEST_CASE("without a repository there is nothing to compare with") {
  NEEDS_GIT
  const Folder folder;
  const std::string file = folder.write("a.md", kOne + "\n");
  const Outcome run = mizan({"check", file, "--since", "HEAD"});
  CHECK(run.code == 2);
  CHECK(contains(run.err, "is in no git repository"));
  CHECK(mizan({"check", file}).code == 0);

  const Repository repository;
  write_articles(repository);
  repository.commit("one");
  const Outcome outside = mizan({"check", repository.path("articles"), file, "--since", "HEAD"});
  CHECK(outside.code == 2);
  CHECK(contains(outside.err, "lies outside of the repository"));
}

TEST_CASE("a record is known wherever it stands in its file") {
  NEEDS_GIT
  const Repository repository;
  const auto record = [](const std::string& id, const std::string& text) {
    return json{{"id", id}, {"text", text}}.dump() + "\n";
  };
  const std::string both = record("one", kOne) + record("two", kOther);
  repository.write("articles/all.jsonl", both);
  repository.commit("one");
  repository.write("articles/all.jsonl", record("zero", "The mayor spoke.") + both);
  CHECK(check(repository, {"--since", "HEAD"}).code == 0);
  repository.write("articles/all.jsonl", both + record("three", kWeekday));
  CHECK(states(check(repository, {"--since", "HEAD"})).fresh == 1);
}

TEST_CASE("the number of threads does not show in a comparison, nor where git is called from") {
  NEEDS_GIT
  const Repository repository;
  write_articles(repository);
  repository.commit("one");
  repository.write("articles/b.md", "Trade turnover between India and Brazil was $13 billion in 2022.\n");
  const std::string one = check(repository, {"--since", "HEAD", "-j1"}).out;
  CHECK(one == check(repository, {"--since", "HEAD", "-j4"}).out);
  CHECK(one == mizan({"check", repository.path("articles/"), "-f", "jsonl", "--since", "HEAD"}).out);
  // as git calls a hook of a linked worktree
  const std::vector<std::string> hook = {"GIT_DIR=" + repository.path(".git"),
                                         "GIT_INDEX_FILE=" + repository.path(".git/index")};
  CHECK(one == mizan({"check", repository.path("articles"), "-f", "jsonl", "--since", "HEAD"}, hook).out);
}

TEST_CASE("ci takes its base from the environment and tells a pipeline what it found") {
  NEEDS_GIT
  const Repository repository;
  write_articles(repository);
  repository.commit("one");
  repository.run({"checkout", "-q", "-b", "change"});
  repository.run({"update-ref", "refs/remotes/origin/main", "main"});
  repository.write("articles/c.md", "::error::<b>The fair | closed</b> on Monday, 14 June 2022 in Baku.\n");
  repository.commit("two");
  const std::string articles = repository.path("articles"), summary = repository.path("summary.md");
  const std::vector<std::string> github = {"GITHUB_ACTIONS=true", "GITHUB_BASE_REF=main", "MIZAN_STOP_TOKEN=tok",
                                           "GITHUB_STEP_SUMMARY=" + summary};
  const std::string sarif = "sarif=" + repository.path("mizan.sarif");
  const auto ci = [&](std::vector<std::string> flags, const std::vector<std::string>& environment) {
    flags.insert(flags.begin(), {"ci", articles, "-o", sarif});
    return mizan(flags, environment);
  };
  const Outcome run = ci({}, github);
  CHECK(run.code == 1);
  CHECK(run.out.rfind("::stop-commands::tok\n", 0) == 0);
  CHECK(contains(run.out, "\n::tok::\n"));
  CHECK(contains(run.out, "1 new, 2 known (not failing), 0 resolved since origin/main ("));
  CHECK(contains(run.out, "c.md"));
  CHECK_FALSE(contains(run.out, "w.txt:"));  // known
  for (const std::string& line : lines(run.out)) {
    if (line.rfind("::", 0) == 0)
      CHECK((line == "::stop-commands::tok" || line == "::tok::" || line.rfind("::error file=", 0) == 0));
  }
  CHECK(contains(run.out, "\n::tok::\n::error file="));
  // known ones too: who reads this compares by himself
  CHECK(json::parse(read_file(repository.path("mizan.sarif")))["runs"][0]["results"].size() == 3);
  const std::string page = read_file(summary);
  CHECK(contains(page, "| new | error | weekday |"));
  CHECK(contains(page, "| known | error | weekday |"));
  CHECK_FALSE(contains(page, "<b>The"));

  // the token is not to be guessed
  const std::vector<std::string> open = {"GITHUB_ACTIONS=true", "GITHUB_BASE_REF=main"};
  CHECK(lines(ci({}, open).out).front() != lines(ci({}, open).out).front());
  CHECK(ci({}, {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main"}).code == 1);
  CHECK(ci({}, {"CI_MERGE_REQUEST_DIFF_BASE_SHA=HEAD"}).code == 0);
  CHECK(ci({"--since", "HEAD"}, {"GITHUB_BASE_REF=main"}).code == 0);
  std::filesystem::remove(repository.path("mizan.sarif"));
  CHECK(ci({}, {}).code == 2);                                           // no origin/HEAD here
  CHECK_FALSE(std::filesystem::exists(repository.path("mizan.sarif")));  // an empty report would say that all is well
  const std::string quality = repository.path("quality.json");
  CHECK(ci({"-o", "gitlab=" + quality}, {"GITLAB_CI=true", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main"}).code == 1);
  CHECK(json::parse(read_file(quality)).size() == 3);
  CHECK(ci({"--since", "HEAD", "--show-known", "-f", "jsonl"}, {}).out.size() >
        ci({"--since", "HEAD", "-f", "jsonl"}, {}).out.size());
}
