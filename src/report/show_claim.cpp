// `show cl-...`: one claim, how it was read, and what it was held against.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/escape.hpp"
#include "report/show.hpp"

namespace mizan::report {
namespace {

using Out = std::back_insert_iterator<std::string>;

constexpr std::size_t kNeighbours = 30;
constexpr std::size_t kWords = 24;  // as many as a claim has

void write_time(const Page& page, const Claim& claim, std::string& out) {
  const Document& document = page.run.documents[claim.document];
  if (!claim.at) {
    out += "when      not said\n";
    return;
  }
  fmt::format_to(Out(out), "when      {}", dump(*claim.at));
  if (claim.at->days) fmt::format_to(Out(out), ", days {}", dump(*claim.at->days));
  if (claim.at_span) {
    fmt::format_to(Out(out), ", read \"{}\" at {}", safe(slice(document.text, *claim.at_span), page.options),
                   page.places.label(claim.document, claim.at_span->begin));
  } else {
    out += ", taken from the document's date";
  }
  if (claim.at->relative) out += claim.at->inferred ? ", relative to an inferred date" : ", relative";
  out += '\n';
}

void write_findings(const Page& page, std::string_view id, std::string& out) {
  for (const Finding& finding : page.run.findings) {
    const bool part = std::any_of(finding.evidence.begin(), finding.evidence.end(),
                                  [&](const Evidence& evidence) { return evidence.claim == id; });
    if (!part) continue;
    fmt::format_to(Out(out), "found     {} {}  {}\n", verdict_tag(finding, page.options),
                   safe(finding.title, page.options), plain(finding.id));
    if (is_open(finding.rule)) out += aligned_table(page, finding);
  }
}

void write_neighbours(const Page& page, std::uint32_t index, std::string& out) {
  const Claim& claim = page.run.claims[index];
  std::vector<std::uint32_t> others;
  for (std::uint32_t i = 0; i < page.run.claims.size(); ++i) {
    const Claim& other = page.run.claims[i];
    if (i != index && other.frame == claim.frame && other.key == claim.key) others.push_back(i);
  }
  if (others.empty()) return;
  fmt::format_to(Out(out), "beside    {} of the same frame and key\n", plural(others.size(), "claim"));
  for (std::size_t n = 0; n < std::min(others.size(), kNeighbours); ++n) {
    const std::uint32_t i = others[n];
    fmt::format_to(Out(out), "  {}  {}  {}\n", i < page.run.claim_ids.size() ? plain(page.run.claim_ids[i]) : "claim",
                   page.places.label(page.run.claims[i].document, page.run.claims[i].span.begin),
                   safe(dump(page.run.claims[i]), page.options));
  }
  if (others.size() > kNeighbours) fmt::format_to(Out(out), "  and {} more\n", others.size() - kNeighbours);
  for (const Series& series : page.run.series) {
    if (std::find(series.claims.begin(), series.claims.end(), index) != series.claims.end()) {
      fmt::format_to(Out(out), "series    mizan show {}{}{}\n", plain(series.id), page.options.paths.empty() ? "" : " ",
                     plain(page.options.paths));
    }
  }
}

}  // namespace

std::string show_claim(const Page& page, std::uint32_t index) {
  const Claim& claim = page.run.claims[index];
  const Document& document = page.run.documents[claim.document];
  const Extraction& extraction = page.run.extractions[claim.document];
  const std::string& id = page.run.claim_ids[index];
  std::string out =
      fmt::format("{}  {}\n\n", styled("claim " + plain(id), "1", page.options), safe(dump(claim), page.options));
  out += sentence_block(page, claim.document, claim.span, claim.sentence, "A");
  fmt::format_to(Out(out), "\nplace     {}, bytes {}\n", page.places.label(claim.document, claim.span.begin),
                 bytes_text(document, claim.span));
  out += reading_lines(page, claim);
  if (claim.mention < extraction.mentions.size()) {
    fmt::format_to(Out(out), "grammar   {}\n", plain(extraction.mentions[claim.mention].path));
  }
  const bool open = is_open(claim.frame);
  fmt::format_to(Out(out), "frame     {}{}\n", plain(claim.frame), open ? kOpenFrame : "");
  for (const Slot& slot : claim.key) {
    fmt::format_to(Out(out), "slot      {} = {}\n", plain(slot.name), safe(slot.value, page.options));
  }
  if (claim.cue.size() > 0) {
    fmt::format_to(Out(out), "cue       \"{}\" at {}\n", safe(slice(document.text, claim.cue), page.options),
                   page.places.label(claim.document, claim.cue.begin));
  }
  write_time(page, claim, out);
  fmt::format_to(Out(out), "stance    {}{}, confidence {:.2f}\n", name(claim.stance), claim.record ? ", record" : "",
                 claim.confidence);
  if (claim.change) out += "kind      by how much something changed, not where it stands\n";
  if (claim.part) out += "kind      perhaps some of a greater number\n";
  if (claim.passing) out += "kind      a day of the writing or the period of a figure: held against nothing\n";
  out += words_table(page, {&claim}, kWords);
  out += document_line(page, claim.document);
  write_findings(page, id, out);
  if (!open) write_neighbours(page, index, out);  // an open claim of the same key need not be of one fact
  return out;
}

}  // namespace mizan::report
