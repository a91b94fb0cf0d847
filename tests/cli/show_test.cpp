// `show` on two short articles of one story, in two languages: the whole pages, as an editor reads them.
#include <nlohmann/json.hpp>
#include <regex>

#include "catch.hpp"
#include "process.hpp"

using namespace cli;
using nlohmann::json;

namespace {

const std::string kShow = MIZAN_SOURCE_DIR "/tests/cli/show";

/// The page with what hangs on fitted weights and on where the sources lie left out.
std::string page_of(const std::string& id) {
  const Outcome run = mizan({"show", id, kShow});
  INFO(run.err);
  CHECK(run.code == 0);
  std::string page;
  for (std::string line : lines(run.out)) {
    for (std::size_t at = line.find(kShow + "/"); at != std::string::npos; at = line.find(kShow + "/"))
      line.erase(at, kShow.size() + 1);
    if (line.starts_with("finding ")) line = std::regex_replace(line, std::regex("confidence [0-9.]+"), "confidence N");
    if (line.starts_with("reason    one fact")) line = "reason    one fact    N (...)";
    page += line + "\n";
  }
  return page;
}

json finding() {
  for (const std::string& line : lines(mizan({"check", kShow, "-f", "jsonl"}).out))
    if (json one = json::parse(line); one["rule"] == "open.count") return one;
  return {};
}

/// The page against its file; MIZAN_APPROVE=1 writes the file anew.
void compare(const std::string& page, const std::string& name) {
  const std::string file = kShow + "/" + name;
  if (std::getenv("MIZAN_APPROVE") != nullptr) std::ofstream(file, std::ios::binary) << page;
  CHECK(page == read_file(file));
}

}  // namespace

TEST_CASE("the page of an open finding") {
  const json one = finding();
  REQUIRE(one.is_object());
  compare(page_of(one["id"]), "finding.page");
}

TEST_CASE("the page of an open claim, and of an article") {
  const json one = finding();
  REQUIRE(one.is_object());
  compare(page_of(one["claims"][0]["claim"]), "claim.page");
  const std::string article = page_of(kShow + "/en.md");
  compare(article, "document.page");
  for (const std::string& line : lines(article))
    if (contains(line, "open.money(")) compare(page_of(line.substr(2, 11)), "period.page");
}
