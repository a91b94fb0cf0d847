// `show fc-...`: one finding with everything that led to it.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/escape.hpp"
#include "report/show.hpp"

namespace mizan::report {
namespace {

using Out = std::back_insert_iterator<std::string>;

constexpr std::size_t kWords = 8;  // of a side; the page of a claim has all

/// The slots of each side; in one line where all have the same, as those of a rule do.
void write_slots(const Page& page, const std::vector<const Claim*>& sides, std::string& out) {
  if (sides.empty()) return;
  const Claim& first = *sides.front();
  fmt::format_to(Out(out), "frame     {}{}\n", plain(first.frame), is_open(first.frame) ? kOpenFrame : "");
  const bool same =
      std::all_of(sides.begin(), sides.end(), [&](const Claim* claim) { return claim->key == first.key; });
  for (std::uint32_t side = 0; side < (same ? 1 : sides.size()); ++side) {
    const std::string text = key_text(sides[side]->key);
    if (text.empty() && same) continue;
    fmt::format_to(Out(out), "slots     {}{}\n", same ? "" : side_letter(side) + " ",
                   text.empty() ? "none" : safe(text, page.options));
  }
}

/// The claim that stands for each side, if every side has one.
std::vector<const Claim*> claims_of(const Run& run, const std::vector<std::vector<const Evidence*>>& sides) {
  std::vector<const Claim*> claims;
  for (const auto& side : sides) {
    const auto index = find_claim(run, side.front()->claim);
    if (!index) return {};
    claims.push_back(&run.claims[*index]);
  }
  return claims;
}

void write_read(const Page& page, const Evidence& evidence, std::string& out) {
  const auto index = find_claim(page.run, evidence.claim);
  if (!index) return;
  const Claim& claim = page.run.claims[*index];
  std::string lines = reading_lines(page, claim);
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin) + 1;
    out += "    " + lines.substr(begin, end - begin);
    begin = end;
  }
  if (claim.at) fmt::format_to(Out(out), "    when      {}\n", dump(*claim.at));
  if (claim.stance != Stance::asserted || claim.record) {
    fmt::format_to(Out(out), "    stance    {}{}\n", name(claim.stance), claim.record ? ", record" : "");
  }
}

void write_side(const Page& page, const std::vector<const Evidence*>& side, std::string& out) {
  const Evidence& first = *side.front();
  const std::string letter = side_letter(first.side);
  const auto line = [&](const Evidence& evidence, std::string_view lead) {
    fmt::format_to(Out(out), "{}{}  bytes {}  value {}{}{}\n", lead,
                   page.places.label(evidence.document, evidence.span.begin),
                   bytes_text(page.run.documents[evidence.document], evidence.span), safe(evidence.value, page.options),
                   evidence.claim.empty() ? "" : "  ", plain(evidence.claim));
  };
  line(first, "  " + letter + " ");
  out += sentence_block(page, first.document, first.span, first.sentence, letter);
  write_read(page, first, out);
  for (std::size_t i = 1; i < side.size(); ++i) line(*side[i], "    also ");
  out += '\n';
}

std::size_t label_width(const Reason& reason) {
  std::size_t width = 0;
  for (const auto& [label, text] : reason) width = std::max(width, label.size());
  return std::min<std::size_t>(width, 20);
}

}  // namespace

std::string show_finding(const Page& page, const Finding& finding) {
  const TextOptions& options = page.options;
  std::string out =
      fmt::format("finding {}  {}  level {}  confidence {:.2f}\n", styled(plain(finding.id), "1", options),
                  verdict_tag(finding, options), name(finding.level), finding.confidence);
  if (!finding.title.empty()) fmt::format_to(Out(out), "title     {}\n", safe(finding.title, options));
  const auto sides = by_side(finding);
  const std::vector<const Claim*> claims = claims_of(page.run, sides);
  write_slots(page, claims, out);
  out += '\n';
  for (const auto& side : sides) write_side(page, side, out);
  out += aligned_table(page, finding);
  if (is_open(finding.rule)) out += words_table(page, claims, kWords);
  if (!finding.message.empty()) fmt::format_to(Out(out), "why       {}\n", safe(finding.message, options));
  const std::size_t width = label_width(finding.reason);
  for (const auto& [label, text] : finding.reason) {
    fmt::format_to(Out(out), "reason    {:<{}}  {}\n", plain(label), width, safe(text, options));
  }
  fmt::format_to(Out(out), "rule      mizan explain {}\n", plain(finding.rule));
  return out;
}

}  // namespace mizan::report
