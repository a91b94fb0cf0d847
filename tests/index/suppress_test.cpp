// What somebody set aside: which finding an entry or a comment takes in, and which it must not.
#include "index/suppress.hpp"

#include "catch.hpp"

using namespace mizan;

namespace {

const Day kToday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 28};

Evidence said(std::uint32_t document, Span span, std::uint32_t side) {
  Evidence e;
  e.document = document;
  e.span = span;
  e.side = side;
  return e;
}

/// Documents 0 and 1 say A, 2 says B.
Run run() {
  Run r;
  r.documents.resize(3);
  Finding f;
  f.id = "fc-7f3a19c2";
  f.rule = "trade.turnover";
  f.verdict = Verdict::contradiction;
  f.evidence = {said(0, {10, 20}, 0), said(1, {10, 20}, 0), said(2, {10, 20}, 1)};
  Finding agreed = f;
  agreed.id = "fc-00000001";
  agreed.verdict = Verdict::corroboration;
  r.findings = {f, agreed};
  return r;
}

const std::vector<std::string> kNames = {"drafts/a.md", "b.md", "drafts/c.md"};

Ignore entry(std::string id, std::string rule, std::vector<std::string> paths) {
  Ignore ignore;
  ignore.id = std::move(id);
  ignore.rule = std::move(rule);
  ignore.paths = std::move(paths);
  ignore.reason = "seen";
  ignore.file = "list.toml";
  ignore.line = 3;
  return ignore;
}

bool takes(const Ignore& ignore) {
  Run r = run();
  const Suppressed result = suppress(r, {ignore}, kNames, kToday);
  CHECK(result.unused.empty() == r.findings[0].suppressed.has_value());
  CHECK_FALSE(r.findings[1].suppressed);  // what agrees is no accusation
  return r.findings[0].suppressed.has_value();
}

Suppressed with_comment(Run& r, std::string text, Span block) {
  Comment comment;
  comment.text = std::move(text);
  comment.block = block;
  comment.line = 7;
  r.documents[2].comments = {comment};
  return suppress(r, {}, {}, kToday);
}

}  // namespace

TEST_CASE("an entry takes a finding by its id or the beginning of one") {
  CHECK(takes(entry("fc-7f3a19c2", "", {})));
  CHECK(takes(entry("fc-7f3a19c2dd", "", {})));  // longer than what is shown
  CHECK_FALSE(takes(entry("fc-7f3a19c3", "", {})));
  CHECK_FALSE(takes(entry("fc-00000001", "", {})));
}

TEST_CASE("an entry takes a class by rule and by paths that hold a whole side") {
  CHECK(takes(entry("", "trade.turnover", {})));
  CHECK(takes(entry("", "trade.*", {})));
  CHECK_FALSE(takes(entry("", "trade", {})));
  CHECK(takes(entry("", "", {"drafts/"})));  // all that say B
  CHECK(takes(entry("", "", {"drafts/c.md"})));
  CHECK_FALSE(takes(entry("", "", {"drafts/a.md"})));  // b.md still says A
  CHECK(takes(entry("", "", {"drafts/a.md", "b.md"})));
  CHECK_FALSE(takes(entry("", "sum", {"drafts/"})));
}

TEST_CASE("an entry holds to the end of its day") {
  Ignore ignore = entry("fc-7f3a19c2", "", {});
  ignore.until = kToday;
  CHECK(takes(ignore));
  ignore.until = kToday - std::chrono::days{1};
  CHECK_FALSE(takes(ignore));
}

TEST_CASE("a suppression says who made it") {
  Run r = run();
  suppress(r, {entry("fc-7f3a19c2", "", {})}, kNames, kToday);
  REQUIRE(r.findings[0].suppressed);
  CHECK(r.findings[0].suppressed->reason == "seen");
  CHECK(r.findings[0].suppressed->file == "list.toml");
  CHECK(r.findings[0].suppressed->line == 3);
  CHECK_FALSE(r.findings[0].suppressed->in_source);
}

TEST_CASE("a comment takes what stands in its block") {
  Run r = run();
  CHECK(with_comment(r, "mizan-ignore trade.turnover: the paper printed it: so", {0, 30}).unused.empty());
  REQUIRE(r.findings[0].suppressed);
  CHECK(r.findings[0].suppressed->reason == "the paper printed it: so");
  CHECK(r.findings[0].suppressed->in_source);
  CHECK(r.findings[0].suppressed->line == 7);

  r = run();
  CHECK(with_comment(r, "mizan-ignore fc-7f3a19c2: seen", {0, 30}).unused.empty());
  r = run();
  CHECK(with_comment(r, "mizan-ignore trade.turnover: seen", {20, 30}).unused.size() == 1);  // another block
  CHECK_FALSE(r.findings[0].suppressed);
  CHECK(with_comment(r, "mizan-ignore sum: seen", {0, 30}).unused.size() == 1);
  CHECK(with_comment(r, "an editor's remark", {0, 30}).unused.empty());
  CHECK(with_comment(r, "mizan-ignored: no word of ours", {0, 30}).errors.empty());
  CHECK_FALSE(r.findings[0].suppressed);
}

TEST_CASE("a comment without a reason, or of nothing, is an error with its line") {
  Run r = run();
  for (const char* text :
       {"mizan-ignore trade.turnover", "mizan-ignore trade.turnover:  ", "mizan-ignore", "mizan-ignore: seen"}) {
    const Suppressed result = with_comment(r, text, {0, 30});
    REQUIRE(result.errors.size() == 1);
    CHECK(result.errors[0].line == 7);
  }
  CHECK_FALSE(r.findings[0].suppressed);
}
