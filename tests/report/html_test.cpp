// The page for a browser as bytes: its data, its places, its safety. How it looks and behaves is tested in a browser.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "report/html.hpp"
#include "report/problems.hpp"
#include "sample.hpp"

using namespace mizan;
using nlohmann::json;

namespace {

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

std::string page(const Run& run) { return report::report_html(run, {}).text; }

/// The JSON of a data block.
json block(const std::string& text, const std::string& id) {
  const std::string head = fmt::format("<script type=\"application/json\" id=\"{}\">", id);
  const std::size_t begin = text.find(head);
  REQUIRE(begin != std::string::npos);
  const std::size_t from = begin + head.size();
  return json::parse(text.substr(from, text.find("</script>", from) - from));
}

/// What JavaScript's text.slice(s[0], s[1]) gives, as UTF-8.
std::string slice16(const std::string& utf8, const json& span) {
  std::uint32_t unit = 0;
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point(utf8, at);
    if (unit >= span[0].get<std::uint32_t>() && unit < span[1].get<std::uint32_t>()) out += utf8.substr(at, point.size);
    unit += point.value > 0xFFFF ? 2 : 1;
    at += point.size;
  }
  return out;
}

}  // namespace

TEST_CASE("the page has every place of every finding as JavaScript counts") {
  Run run = sample::run();
  // four bytes are two units, and three or two bytes one
  const std::string front = "\xF0\x9F\x93\x88 \xE2\x82\xAC \xD8\xB1 ";
  for (std::uint32_t i = 0; i < run.documents.size(); ++i) run.documents[i].text = front + run.documents[i].text;
  const auto moved = [&](Span& span) {
    span.begin += static_cast<std::uint32_t>(front.size());
    span.end += static_cast<std::uint32_t>(front.size());
  };
  for (Claim& claim : run.claims) {
    moved(claim.span);
    moved(claim.sentence);
  }
  for (Finding& finding : run.findings)
    for (Evidence& evidence : finding.evidence) {
      moved(evidence.span);
      moved(evidence.sentence);
    }
  const std::string text = page(run);
  const json data = block(text, "data");
  REQUIRE(data["findings"].size() == run.findings.size());
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    const Finding& finding = run.findings[i];
    REQUIRE(data["findings"][i]["e"].size() == finding.evidence.size());
    for (std::size_t k = 0; k < finding.evidence.size(); ++k) {
      const Evidence& evidence = finding.evidence[k];
      const json& told = data["findings"][i]["e"][k];
      CHECK(told["d"] == evidence.document);
      const std::string article = block(text, fmt::format("article-{}", evidence.document))["text"];
      const std::string& original = run.documents[evidence.document].text;
      CHECK(slice16(article, told["s"]) == original.substr(evidence.span.begin, evidence.span.size()));
      CHECK(slice16(article, told["q"]) == original.substr(evidence.sentence.begin, evidence.sentence.size()));
    }
  }
  CHECK(data["series"][0]["p"].size() == 3);
  CHECK(data["series"][0]["p"][0]["r"] == json({28.15e9, 28.25e9}));
  CHECK(data["findings"][0]["n"] == json({"KZ", "RU"}));
}

TEST_CASE("UTF-16 units are counted over any boundary") {
  std::string text(511, 'x');
  text += "\xF0\x9F\x93\x88";  // begins in one step, ends in the next
  text += std::string(600, 'y');
  const report::Utf16 utf16(text);
  CHECK(utf16(0) == 0);
  CHECK(utf16(511) == 511);
  CHECK(utf16(515) == 513);
  CHECK(utf16(static_cast<std::uint32_t>(text.size())) == 1113);
  CHECK(utf16(999999) == 1113);
  CHECK(report::Utf16("")(0) == 0);
}

TEST_CASE("hostile text makes no markup of the page") {
  const std::size_t scripts = count(page(sample::run()), "<script"), ends = count(page(sample::run()), "</script");
  Run run = sample::run();
  const std::string bad =
      "</script><script>alert(1)</script><!-- \"' <img src=x onerror=alert(1)> \x01 \xE2\x80\xAE \xE2\x80\xA8 @DATA@ "
      "@SCRIPT@ \xFF";
  run.documents[0].path = run.documents[0].id = run.documents[0].title = bad;
  run.documents[1].text += " " + bad.substr(0, bad.size() - 1);
  run.findings[0].title = run.findings[0].message = run.findings[0].rule = bad;
  run.findings[0].evidence[0].value = bad;
  run.claims[0].key = {{"org", bad}};
  run.errors.push_back({bad, 1, 1, bad, bad});
  const std::string text = page(run);
  CHECK(count(text, "<script") == scripts);
  CHECK(count(text, "</script") == ends);
  CHECK(count(text, "<!--") == 0);
  CHECK(text.find('\x01') == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(block(text, "data")["findings"][0]["title"].is_null());
  CHECK(block(text, "article-1")["text"].get<std::string>() == run.documents[1].text);
}

TEST_CASE("the page lets nothing run or load but what it holds") {
  const std::string text = page(sample::run());
  CHECK(text.find("default-src 'none'") != std::string::npos);
  CHECK(count(text, "unsafe-inline") == 0);
  CHECK(count(text, "http://") == 2);  // names of SVG, never fetched: the icon's, and the plots'
  CHECK(count(text, "https://") == 0);
  CHECK(count(text, "@DATA@") == 0);
  CHECK(report::kPageStyleHash.size() == std::string_view("sha256-").size() + 44);
  CHECK(report::kPageStyleHash != report::kPageScriptHash);
}

TEST_CASE("a page of more than a browser opens at once leaves out the last findings, and says so") {
  Run run = sample::run();
  const Finding agreed = run.findings[1];
  run.findings.resize(1);
  for (int i = 0; i < 25001; ++i) run.findings.push_back(agreed);
  const Report report = report::report_html(run, {});
  CHECK(report.warning.find("25000 of 25002") != std::string::npos);
  const json data = block(report.text, "data");
  CHECK(data["findings"].size() == 25000);
  CHECK(data["counts"]["findings"] == 25002);
  CHECK(report::report_html(sample::run(), {}).warning.empty());
}
