// The summary page of a pipeline: all findings, what is new first, and no markup but its own.
#include "catch.hpp"
#include "report/report.hpp"
#include "sample.hpp"

using namespace mizan;

TEST_CASE("the summary has a row for each disagreement, the new ones first") {
  Run run = sample::run();
  run.findings.push_back(run.findings[0]);
  run.findings[0].state = State::known;
  run.findings[2].state = State::fresh;
  run.findings[2].id = "fc-22222222";
  const std::string page = report_summary(run, "1 new, 1 known (not failing)");
  CHECK(page.rfind("## mizan\n\n1 new, 1 known", 0) == 0);
  const std::size_t fresh = page.find("\n| new | warning | record |"),
                    known = page.find("\n| known | warning | record |");
  REQUIRE(fresh != std::string::npos);
  REQUIRE(known != std::string::npos);
  CHECK(fresh < known);
  CHECK(page.find("corroboration") == std::string::npos);
}

TEST_CASE("what articles say makes no markup in the summary") {
  Run run = sample::run();
  run.findings[0].title = "a | b <img src=x> `c` [d](http://e) @f *g* \n::error::h \xE2\x80\xAE";
  run.findings[0].suppressed = Suppression{"<script>", "list.toml", 1, false};
  run.documents[1].path = "x|y<b>.md";
  const std::string page = report_summary(run, "");
  for (const char* raw : {"<img", "<script>", "`c`", "[d]", "@f", "*g*", "::error", "x|y", "\xE2\x80\xAE"}) {
    INFO(raw);
    CHECK(page.find(raw) == std::string::npos);
  }
  CHECK(page.find("| suppressed |") != std::string::npos);
}

TEST_CASE("a summary of nothing says so, and not if something could not be read") {
  Run run = sample::run();
  run.findings.clear();
  CHECK(report_summary(run, "").find("Nothing is at odds.") != std::string::npos);
  run.errors.push_back({"a.txt", 1, 1, "is not UTF-8", ""});
  CHECK(report_summary(run, "").find("Nothing is at odds.") == std::string::npos);
  CHECK(report_summary(run, "").find("1 input could not be read.") != std::string::npos);
}

TEST_CASE("a summary stays below what a pipeline takes") {
  Run run = sample::run();
  const Finding one = run.findings[0];
  run.findings.assign(9000, one);
  const std::string page = report_summary(run, "");
  CHECK(page.size() < 1000000);
  CHECK(page.find(" more findings not shown here.") != std::string::npos);
}
