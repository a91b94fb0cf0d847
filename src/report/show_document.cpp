// `show PATH`: one article with every claim in it, for an editor who wonders why nothing was said of a figure.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "report/escape.hpp"
#include "report/show.hpp"

namespace mizan::report {
namespace {

using Out = std::back_insert_iterator<std::string>;

bool takes_part(const Finding& finding, std::uint32_t document) {
  return std::any_of(finding.evidence.begin(), finding.evidence.end(),
                     [&](const Evidence& evidence) { return evidence.document == document; });
}

}  // namespace

std::string document_line(const Page& page, std::uint32_t index) {
  const Extraction& extraction = page.run.extractions[index];
  std::string out = fmt::format("document  {}", plain(page.run.documents[index].id));
  if (!extraction.language.empty()) fmt::format_to(Out(out), ", language {}", plain(extraction.language));
  if (extraction.date.days) {
    fmt::format_to(Out(out), ", dated {}", dump(*extraction.date.days));
    switch (extraction.date.source) {
      case DocumentDate::Source::metadata:
        out += " by its metadata";
        break;
      case DocumentDate::Source::dateline:
        out += " by its dateline";
        break;
      case DocumentDate::Source::inferred:
        out += " by inference";
        break;
      case DocumentDate::Source::unknown:
        break;
    }
    if (!extraction.date.reason.empty()) {
      fmt::format_to(Out(out), " ({})", safe(extraction.date.reason, page.options));
    }
  } else {
    out += ", date unknown";
  }
  return out + "\n";
}

std::string show_document(const Page& page, std::uint32_t index) {
  const Run& run = page.run;
  const Document& document = run.documents[index];
  std::string out = document_line(page, index);
  if (document.path != document.id) fmt::format_to(Out(out), "path      {}\n", plain(document.path));
  if (!document.title.empty()) fmt::format_to(Out(out), "title     {}\n", safe(document.title, page.options));

  std::map<std::uint32_t, std::size_t> beside;  // articles by the findings they share with this one
  for (const Finding& finding : run.findings) {
    if (!takes_part(finding, index)) continue;
    std::set<std::uint32_t> others;
    for (const Evidence& evidence : finding.evidence)
      if (evidence.document != index) others.insert(evidence.document);
    for (const std::uint32_t other : others) ++beside[other];
  }
  if (beside.empty()) out += "beside    no other article: nothing in it was aligned\n";
  for (const auto& [other, count] : beside) {
    fmt::format_to(Out(out), "beside    {}, {}\n", plain(run.documents[other].path), plural(count, "finding"));
  }

  const auto of = [&](std::uint32_t c) { return c < run.claim_ids.size() && run.claims[c].document == index; };
  const auto place = [&](std::uint32_t c) {
    const Position at = page.places.position(index, run.claims[c].span.begin);
    return fmt::format("{}:{}", at.line, at.column);
  };
  std::size_t count = 0, width = 0;
  for (std::uint32_t c = 0; c < run.claims.size(); ++c) {
    if (!of(c)) continue;
    ++count;
    width = std::max(width, place(c).size());
  }
  fmt::format_to(Out(out), "claims    {}\n", count);
  for (std::uint32_t c = 0; c < run.claims.size(); ++c) {
    if (!of(c)) continue;
    fmt::format_to(Out(out), "  {}  {:<{}}  {}\n", plain(run.claim_ids[c]), place(c), width,
                   safe(dump(run.claims[c]), page.options));
  }
  for (const Finding& finding : run.findings) {
    if (!takes_part(finding, index)) continue;
    fmt::format_to(Out(out), "found     {} {}  {}\n", verdict_tag(finding, page.options),
                   safe(finding.title, page.options), plain(finding.id));
  }
  return out;
}

}  // namespace mizan::report
