// Inside the report room: the page for a browser. Its looks and its behaviour are the files of html_page/, which the
// build embeds; here is the data they show.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/json.hpp"
#include "report/report.hpp"

namespace mizan::report {

// ------------------------------------------------------------------------------- html_page/, as embed.cmake has it

extern const std::string_view kPageShell;  ///< with @NAMES@ where the others go
extern const std::string_view kPageStyle;
extern const std::string_view kPageScript;
extern const std::string_view kPageStyleHash;  ///< "sha256-...", for the Content-Security-Policy
extern const std::string_view kPageScriptHash;

// ------------------------------------------------------------------------------------------------------ what it shows

/// Bytes of UTF-8 as JavaScript counts: UTF-16 code units from the beginning of the text.
class Utf16 {
 public:
  explicit Utf16(std::string_view text);
  std::uint32_t operator()(std::uint32_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;  // every kStep bytes (see html_data.cpp)
};

/// What a page holds of a run. A page that a browser opens at once cannot hold everything of a large corpus.
struct PageShare {
  std::size_t findings = 0;    ///< the first so many of Run::findings
  std::vector<bool> articles;  ///< by document: its text is there
};
PageShare page_share(const Run& run);

/// Everything but the articles: counts, rules, documents, findings, series.
Json page_data(const Run& run, const PageShare& share, const std::string& version);
/// One article: its text, and its claims where they stand.
Json page_article(const Run& run, std::uint32_t document, const std::vector<std::uint32_t>& claims);

}  // namespace mizan::report
