// The report as one file for a browser: shell, style and script of html_page/, and the data as JSON inside it. The
// script puts text of articles on the page as text nodes only, and the Content-Security-Policy lets nothing run or load
// but what is embedded here.
#include "report/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/page.hpp"
#include "report/problems.hpp"

namespace mizan::report {
namespace {

/// No "<" stands in the JSON, so that it holds neither the end of its block nor the beginning of another.
void append_block(std::string& out, std::string_view id, const Json& json) {
  fmt::format_to(std::back_inserter(out), "<script type=\"application/json\" id=\"{}\">", id);
  const std::string text = serialise(json);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t sign = std::min(text.find('<', at), text.size());
    out.append(text, at, sign - at);
    if (sign < text.size()) out += "\\u003c";
    at = sign + 1;
  }
  out += "</script>\n";
}

std::string blocks(const Run& run, const PageShare& share, const std::string& version) {
  std::vector<std::vector<std::uint32_t>> claims(run.documents.size());
  for (std::uint32_t i = 0; i < run.claims.size(); ++i) claims[run.claims[i].document].push_back(i);
  std::string out;
  append_block(out, "data", page_data(run, share, version));
  for (std::uint32_t i = 0; i < run.documents.size(); ++i)
    if (share.articles[i]) append_block(out, fmt::format("article-{}", i), page_article(run, i, claims[i]));
  return out;
}

/// shell with each @NAME@ that values know replaced. Values are put in as they are, and not looked at again.
std::string filled(std::string_view shell, const std::vector<std::pair<std::string_view, std::string_view>>& values) {
  std::string out;
  for (std::size_t at = 0; at < shell.size();) {
    const std::size_t sign = shell.find('@', at);
    out += shell.substr(at, sign - at);
    if (sign == std::string_view::npos) break;
    at = sign;
    for (const auto& [name, value] : values) {
      if (!shell.substr(sign).starts_with(name)) continue;
      out += value;
      at += name.size();
      break;
    }
    if (at == sign) out += shell[at++];
  }
  return out;
}

}  // namespace

Report report_html(const Run& run, const ReportOptions& options) {
  const PageShare share = page_share(run);
  const std::string data = blocks(run, share, options.version);
  Report report;
  report.text = filled(kPageShell, {{"@STYLE-HASH@", kPageStyleHash},
                                    {"@SCRIPT-HASH@", kPageScriptHash},
                                    {"@STYLE@", kPageStyle},
                                    {"@SCRIPT@", kPageScript},
                                    {"@DATA@", data}});
  if (share.findings < run.findings.size())
    report.warning = fmt::format("html: the page holds the first {} of {} findings; -f json has all", share.findings,
                                 run.findings.size());
  return report;
}

}  // namespace mizan::report
