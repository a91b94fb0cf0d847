#include "report/page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/escape.hpp"
#include "report/excerpt.hpp"

namespace mizan::report {
std::string_view sgr_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::contradiction:
      return "1;31";
    case Verdict::tension:
      return "1;33";
    case Verdict::corroboration:
    case Verdict::verified:
      return "1;32";
  }
  return "1";
}

std::string side_letter(std::uint32_t side) {
  if (side < 26) return std::string(1, static_cast<char>('A' + side));
  return fmt::format("S{}", side + 1);
}

std::string styled(std::string_view text, std::string_view sgr, const TextOptions& options) {
  if (!options.color) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", sgr, text);
}

std::string verdict_tag(const Finding& finding, const TextOptions& options) {
  const std::string tag = fmt::format("{}[{}]", name(finding.verdict), plain(finding.rule));
  return styled(tag, sgr_of(finding.verdict), options);
}

bool is_at_odds(const Finding& finding) {
  return finding.verdict == Verdict::contradiction || finding.verdict == Verdict::tension;
}

bool is_loud(const Finding& finding) { return !finding.suppressed && is_at_odds(finding); }

std::string id_and_state(const Finding& finding, std::string_view between) {
  std::string text = plain(finding.id);
  if (finding.state != State::none) text += std::string(between) + std::string(name(finding.state));
  if (finding.suppressed) text += std::string(between) + "suppressed";
  return text;
}

std::vector<std::vector<const Evidence*>> by_side(const Finding& finding) {
  std::vector<std::vector<const Evidence*>> sides;
  for (const Evidence& evidence : finding.evidence) {
    if (sides.empty() || sides.back().front()->side != evidence.side) sides.emplace_back();
    sides.back().push_back(&evidence);
  }
  return sides;
}

std::string excerpt_line(const Page& page, const Evidence& evidence, std::size_t digits, unsigned width) {
  const std::string& text = page.run.documents[evidence.document].text;
  const std::uint32_t line = page.places.position(evidence.document, evidence.span.begin).line;
  const std::string gutter = fmt::format("  {} {:>{}} | ", side_letter(evidence.side), line, digits);
  const auto used = static_cast<unsigned>(gutter.size());
  const unsigned room = width > used + 20 ? width - used : 20;
  return gutter + excerpt(text, evidence.span, evidence.sentence, room, page.options) + "\n";
}

std::size_t line_digits(const Page& page, const Finding& finding) {
  std::size_t digits = 1;
  for (const auto& side : by_side(finding)) {
    const Evidence& first = *side.front();
    digits = std::max(digits, std::to_string(page.places.position(first.document, first.span.begin).line).size());
  }
  return digits;
}

std::optional<std::uint32_t> find_claim(const Run& run, std::string_view id) {
  if (id.empty()) return std::nullopt;
  const auto at = std::find(run.claim_ids.begin(), run.claim_ids.end(), id);
  if (at == run.claim_ids.end()) return std::nullopt;
  return static_cast<std::uint32_t>(at - run.claim_ids.begin());
}

std::string plural(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::string plural(std::size_t n, std::string_view noun) { return plural(n, noun, std::string(noun) + "s"); }

namespace {

template <class Wanted>
std::size_t count(const Run& run, Wanted wanted) {
  return static_cast<std::size_t>(std::count_if(run.findings.begin(), run.findings.end(), wanted));
}

}  // namespace

std::size_t count_verdict(const Run& run, Verdict verdict) {
  return count(run, [&](const Finding& finding) { return finding.verdict == verdict && !finding.suppressed; });
}

std::size_t count_suppressed(const Run& run) {
  return count(run, [](const Finding& finding) { return finding.suppressed.has_value(); });
}

std::string verdict_counts(const Run& run) {
  return fmt::format("{}, {}, {}, {} verified", plural(count_verdict(run, Verdict::tension), "tension"),
                     plural(count_verdict(run, Verdict::contradiction), "contradiction"),
                     plural(count_verdict(run, Verdict::corroboration), "corroboration"),
                     count_verdict(run, Verdict::verified));
}

std::string key_text(const std::vector<Slot>& key) {
  std::string out;
  for (const Slot& slot : key) {
    if (!out.empty()) out += ", ";
    out += slot.name + "=" + slot.value;
  }
  return out;
}

}  // namespace mizan::report

mizan::Totals mizan::totals_of(const Run& run) {
  if (run.corpus) return *run.corpus;
  Totals totals{run.documents.size(), 0, 0, run.claims.size()};
  for (const Document& document : run.documents) totals.bytes += document.text.size();
  for (const Extraction& extraction : run.extractions) totals.mentions += extraction.mentions.size();
  return totals;
}
