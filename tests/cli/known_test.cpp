// What is known and what is set aside: baselines, lists and comments.
#include <nlohmann/json.hpp>
#include <thread>

#include "catch.hpp"
#include "process.hpp"

using namespace cli;
using nlohmann::json;

namespace {

const std::string kOne = "Trade turnover between India and Brazil was $15.2 billion in 2022.";
const std::string kOther = "Trade turnover between India and Brazil was $12 billion in 2022.";
const std::string kChanged = "Trade turnover between India and Brazil was $13 billion in 2022.";
const std::string kWeekday = "The summit opened on Friday, 9 November 2023 in Astana.";  // it was a Thursday
const std::string kAnother = "The fair closed on Monday, 14 June 2022 in Baku.";         // a Tuesday

class Corpus : public Folder {
 public:
  Corpus() {
    write("mizan.toml", "");  // the top: nothing above it counts
    write("articles/a.md", kOne + "\n");
    write("articles/b.md", kOther + "\n");
    write("articles/w.txt", kWeekday + "\n");
  }
  std::string articles() const { return path("articles"); }
  std::string known() const { return path("known.jsonl"); }
  std::string list() const { return path(".mizan-ignore.toml"); }
  Outcome check(std::vector<std::string> flags = {}) const {
    flags.insert(flags.begin(), {"check", articles()});
    return mizan(flags);
  }
  std::string id_of(const std::string& rule) const {
    for (const std::string& line : lines(check({"-f", "jsonl", "--ignore-file", write("empty.toml", "")}).out)) {
      const json finding = json::parse(line);
      if (finding["rule"] == rule) return finding["id"];
    }
    return "";
  }
};

std::string entry(const std::string& what, const std::string& more = "reason = \"seen\"\n") {
  return "[[ignore]]\n" + what + "\n" + more;
}

}  // namespace

TEST_CASE("a baseline keeps what is known from failing") {
  const Corpus corpus;
  CHECK(corpus.check().code == 1);
  const Outcome made = mizan({"baseline", "create", corpus.known(), corpus.articles()});
  CHECK(made.code == 0);
  CHECK(contains(made.out, "2 disagreements written to "));
  const std::string text = read_file(corpus.known());
  CHECK(lines(text).size() == 3);
  CHECK(contains(text, "\"doc\":\"articles/a.md\""));
  CHECK(contains(text, "$15.2 billion"));
  CHECK(mizan({"baseline", "create", corpus.known(), corpus.articles()}).code == 2);  // never overwritten
  CHECK(read_file(corpus.known()) == text);

  const Outcome run = corpus.check({"--baseline", corpus.known()});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK(contains(run.out, "0 new, 2 known (not failing), 0 resolved in "));

  corpus.write("articles/a.md", "A new paragraph.\n\n" + kOne + "\n");
  std::filesystem::rename(corpus.path("articles/w.txt"), corpus.path("articles/v.txt"));
  CHECK(corpus.check({"--baseline", corpus.known()}).code == 0);

  corpus.write("articles/b.md", kChanged + "\n");
  const Outcome changed = corpus.check({"--baseline", corpus.known(), "--new-only", "-f", "concise"});
  CHECK(changed.code == 1);
  CHECK(lines(changed.out).size() == 1);
  CHECK(contains(changed.out, ", changed)"));
}

TEST_CASE("a swap and a repetition are seen through a baseline") {
  const Corpus corpus;
  mizan({"baseline", "create", corpus.known(), corpus.articles()});
  corpus.write("articles/w.txt", kAnother + "\n");
  const Outcome swap = corpus.check({"--baseline", corpus.known()});
  CHECK(swap.code == 1);
  CHECK(contains(swap.out, "1 new, 1 known (not failing), 1 resolved in "));
  CHECK(contains(swap.err, "warning: "));
  CHECK(contains(swap.err, "known.jsonl: stale: weekday: "));
  corpus.write("articles/w.txt", kWeekday + "\n\nAs we said: " + kWeekday + "\n");
  CHECK(contains(corpus.check({"--baseline", corpus.known()}).out, "1 new, 2 known (not failing), 0 resolved in "));
}

TEST_CASE("update says what it adds and removes, status what it would") {
  const Corpus corpus;
  mizan({"baseline", "create", corpus.known(), corpus.articles()});
  const std::string before = read_file(corpus.known());
  CHECK(mizan({"baseline", "status", corpus.known(), corpus.articles()}).code == 0);
  corpus.write("articles/b.md", kChanged + "\n");
  corpus.write("articles/w.txt", kAnother + "\n");
  const Outcome status = mizan({"baseline", "status", corpus.known(), corpus.articles()});
  CHECK(status.code == 1);
  CHECK(contains(status.out, "- trade.turnover  15.2e9 USD in articles/a.md  12e9 USD in articles/b.md\n"));
  CHECK(contains(status.out, "+ trade.turnover  15.2e9 USD in articles/a.md  13e9 USD in articles/b.md\n"));
  CHECK(contains(status.out, "2 added, 2 removed, 0 kept\n"));
  CHECK(read_file(corpus.known()) == before);
  const Outcome update = mizan({"baseline", "update", corpus.known(), corpus.articles()});
  CHECK(update.code == 0);
  CHECK(update.out == status.out);
  CHECK(read_file(corpus.known()) != before);
  CHECK(corpus.check({"--baseline", corpus.known()}).code == 0);
  CHECK(mizan({"baseline", "update", corpus.known(), corpus.articles()}).out == "0 added, 0 removed, 2 kept\n");
}

TEST_CASE("a baseline that cannot be read is an error") {
  const Corpus corpus;
  CHECK(corpus.check({"--baseline", corpus.path("nowhere.jsonl")}).code == 2);
  const Outcome run = corpus.check({"--baseline", corpus.write("bad.jsonl", "{\"schema\":\"other\"}\n")});
  CHECK(run.code == 2);
  CHECK(contains(run.err, "bad.jsonl:1:"));
  CHECK(mizan({"baseline", "update", corpus.path("nowhere.jsonl"), corpus.articles()}).code == 2);
  CHECK(corpus.check({"--baseline", corpus.known(), "--since", "HEAD"}).code == 2);
  corpus.write("articles/broken.txt", "\xff\xfe\x41");  // an article that is not read is no reason to forget
  CHECK(mizan({"baseline", "create", corpus.known(), corpus.articles()}).code == 2);
  CHECK_FALSE(std::filesystem::exists(corpus.known()));
}

TEST_CASE("two processes at once write one whole baseline") {
  const Corpus corpus;
  mizan({"baseline", "create", corpus.known(), corpus.articles()});
  const std::string text = read_file(corpus.known());
  std::vector<std::thread> threads;
  std::vector<int> codes(4, -1);
  for (std::size_t i = 0; i < codes.size(); ++i)
    threads.emplace_back([&, i] {
      codes[i] = i % 2 == 0 ? mizan({"baseline", "update", corpus.known(), corpus.articles()}).code
                            : corpus.check({"--baseline", corpus.known()}).code;
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(codes == std::vector<int>{0, 0, 0, 0});
  CHECK(read_file(corpus.known()) == text);
}

TEST_CASE("a finding is set aside by its id, with a reason") {
  const Corpus corpus;
  const std::string id = corpus.id_of("trade.turnover");
  REQUIRE_FALSE(id.empty());
  const Outcome made = mizan({"suppress", id, "--reason", "A counts \"goods\"", corpus.articles()});
  CHECK(made.code == 0);
  CHECK(contains(made.out, id + " is ignored from now on: "));
  const std::string list = read_file(corpus.list());
  CHECK(contains(list, "id     = \"" + id + "\"\nreason = \"A counts \\\"goods\\\"\"\n"));
  CHECK(contains(list, "quote  = [\"$15.2 billion\", \"$12 billion\"]\n"));
  const Outcome run = corpus.check();
  CHECK(run.code == 1);  // the weekday
  CHECK(run.err.empty());
  CHECK_FALSE(contains(run.out, "contradiction[trade.turnover]"));
  CHECK(contains(run.out, "1 suppressed\n"));
  const Outcome all = corpus.check({"--all"});
  CHECK(contains(all.out, id + " suppressed\n"));
  CHECK(contains(all.out, "A counts \"goods\""));

  corpus.write("articles/a.md", "A new paragraph.\n\n" + kOne + "\n");  // moved
  CHECK_FALSE(contains(corpus.check().out, "contradiction[trade.turnover]"));
  corpus.write("articles/b.md", kChanged + "\n");  // another value, another finding
  const Outcome changed = corpus.check();
  CHECK(contains(changed.out, "contradiction[trade.turnover]"));
  CHECK(contains(changed.err, "warning: "));
  CHECK(contains(changed.err, ":1: unused-suppression: " + id + " matches no finding"));
  CHECK(contains(changed.out, "1 unused suppression\n"));
}

TEST_CASE("suppress leaves the rest of the list as it is") {
  const Corpus corpus;
  const std::string mine = "# decided in March\n" + entry("rule = \"sum\"") + "# no end of line";
  corpus.write(".mizan-ignore.toml", mine);
  const std::string id = corpus.id_of("weekday");
  CHECK(mizan({"suppress", id, "--reason", "r", "--until", "2999-12-31", corpus.articles()}).code == 0);
  CHECK(read_file(corpus.list()).rfind(mine + "\n\n[[ignore]]\n", 0) == 0);
  CHECK(contains(read_file(corpus.list()), "until  = \"2999-12-31\"\n"));
  const std::string now = read_file(corpus.list());
  CHECK(mizan({"suppress", id, "--reason", "r", corpus.articles()}).code == 2);  // already
  CHECK(mizan({"suppress", "fc-00000000", "--reason", "r", corpus.articles()}).code == 2);
  CHECK(mizan({"suppress", id.substr(0, 9), "--reason", "r", corpus.articles()}).code == 2);  // too short
  CHECK(mizan({"suppress", id, "--reason", " ", corpus.articles()}).code == 2);
  CHECK(mizan({"suppress", id, corpus.articles()}).code == 2);
  CHECK(mizan({"suppress", id, "--reason", "r", "--until", "soon", corpus.articles()}).code == 2);
  CHECK(read_file(corpus.list()) == now);
}

TEST_CASE("a suppression ends with its day") {
  const Corpus corpus;
  corpus.write(".mizan-ignore.toml", entry("rule = \"weekday\"\nuntil = 2027-06-30"));
  const Outcome holds = corpus.check({"--today", "2027-06-30"});
  CHECK(holds.err.empty());
  CHECK_FALSE(contains(holds.out, "contradiction[weekday]"));
  const Outcome over = corpus.check({"--today", "2027-07-01"});
  CHECK(contains(over.out, "contradiction[weekday]"));
  CHECK(contains(over.err, "unused-suppression: weekday was ignored until 2027-06-30"));
}

TEST_CASE("a class of findings is set aside by rule and paths") {
  const Corpus corpus;
  corpus.write("articles/drafts/d.txt", kAnother + "\n");
  const auto weekdays = [&] {
    int count = 0;
    for (const std::string& line : lines(corpus.check({"-f", "concise"}).out)) count += contains(line, "[weekday]");
    return count;
  };
  CHECK(weekdays() == 2);
  corpus.write(".mizan-ignore.toml", entry("rule = \"weekday\"\npaths = [\"drafts/\"]"));
  CHECK(weekdays() == 1);
  corpus.write(".mizan-ignore.toml", entry("rule = \"week*\""));
  CHECK(weekdays() == 0);
  corpus.write(".mizan-ignore.toml", entry("paths = [\"articles/w.txt\"]"));
  CHECK(weekdays() == 1);
  corpus.write(".mizan-ignore.toml", entry("rule = \"sum\""));
  CHECK(weekdays() == 2);
  CHECK(contains(corpus.check().err, "unused-suppression: sum matches no finding"));
}

TEST_CASE("a list with a mistake stops nothing silently") {
  const Corpus corpus;
  const auto says = [&](const std::string& list, const std::string& message) {
    corpus.write(".mizan-ignore.toml", list);
    const Outcome run = corpus.check();
    INFO(list + run.err);
    return run.code == 2 && contains(run.err, ".mizan-ignore.toml:") && contains(run.err, message);
  };
  CHECK(says(entry("id = \"fc-7f3a19c2\"", ""), ":1:1: missing key \"reason\""));
  CHECK(says(entry("id = \"fc-7f3a19c2\"", "reason = \" \"\n"), "\"reason\" is empty"));
  CHECK(says(entry("id = \"fc-7f3a\""), "8 or more hexadecimal digits"));
  CHECK(says(entry(""), "nothing of what it ignores"));
  CHECK(says(entry("id = \"fc-7f3a19c2\"\nrule = \"sum\""), "stands alone"));
  CHECK(says(entry("rule = \"sum\"\nuntil = \"soon\""), "must be a day"));
  CHECK(says(entry("rule = \"sum\"\nreasons = \"\""), "did you mean"));
  CHECK(says("[[ignore]\n", ":1:"));
  CHECK(corpus.check({"--ignore-file", corpus.path("nowhere.toml")}).code == 2);
  CHECK(corpus.check({"--ignore-file", corpus.write("other.toml", entry("rule = \"*\""))}).code == 0);
}

TEST_CASE("a comment sets aside what stands in its block") {
  const Corpus corpus;
  std::filesystem::remove(corpus.path("articles/a.md"));
  std::filesystem::remove(corpus.path("articles/w.txt"));
  const auto code = [&](const std::string& text) {
    corpus.write("articles/b.md", text);
    return corpus.check().code;
  };
  CHECK(code(kWeekday + "\n") == 1);
  CHECK(code("<!-- mizan-ignore weekday: quoted from a paper -->\n" + kWeekday + "\n") == 0);
  CHECK(code("<!-- mizan-ignore weekday: quoted from a paper -->\n" + kWeekday + "\n\n" + kAnother + "\n") == 1);
  CHECK(code("<!-- mizan-ignore sum: quoted from a paper -->\n" + kWeekday + "\n") == 1);
  CHECK(contains(corpus.check().err, "b.md:1: unused-suppression: sum matches no finding of its block"));
  CHECK(code("<!-- mizan-ignorant weekday: no word of ours -->\n" + kWeekday + "\n") == 1);
  CHECK(code("<!-- mizan-ignore weekday -->\n" + kWeekday + "\n") == 2);
  CHECK(contains(corpus.check().err, "b.md:1: mizan-ignore weekday without a reason"));
}
