// `show --about`: the claims that speak of some words, in whatever language.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "report/about.hpp"
#include "report/escape.hpp"
#include "report/show.hpp"
#include "report/table.hpp"

namespace mizan {
namespace report {
namespace {

using Out = std::back_insert_iterator<std::string>;

constexpr std::size_t kListed = 15;  // claims, if those with most words are no more and --all does not ask for all
constexpr std::size_t kValue = 16, kTime = 14;  // cells

std::string claim_lines(const Page& page, const About& about, std::size_t count) {
  const bool varied = count > 0 && about.hits[count - 1].words != about.words;
  Table table;
  for (std::size_t i = 0; i < count; ++i) {
    const About::Hit& hit = about.hits[i];
    const Claim& claim = page.run.claims[hit.claim];
    table.add({plain(page.run.claim_ids[hit.claim]), varied ? fmt::format("{}/{}", hit.words, about.words) : "",
               cut(dump(claim.readings.front()), false, kValue, page.options),
               claim.at ? cut(dump(*claim.at), false, kTime, page.options) : "-",
               short_place(page, claim.document, claim.span)});
  }
  std::string out;
  std::size_t i = 0;
  for (const std::string& line : table.lines("  ")) {
    const Claim& claim = page.run.claims[about.hits[i++].claim];
    const std::string key = key_text(claim.key);
    out += with_rest(line + "  ", claim.frame + (key.empty() ? "" : "(" + key + ")"), page);
  }
  return out;
}

}  // namespace

Errors nobody_speaks_of(const Run& run, const About& about, std::string_view words) {
  std::string message;
  for (const Term& term : about.terms) message += (message.empty() ? "\"" : ", \"") + plain(term.text) + "\"";
  if (message.empty()) message = "\"" + plain(words) + "\"";
  std::string hint;
  for (const Term& term : about.terms)
    if (const std::string near = meant(run, term); !near.empty()) hint += (hint.empty() ? "" : " ") + near;
  if (hint.empty()) hint = "mizan extract PATH lists every figure and date";
  return one_error("no claim speaks of " + message, std::move(hint));
}

}  // namespace report

Result<std::string> show_about(const Run& run, std::string_view words, const TextOptions& options) {
  using namespace report;
  const Places places(run);
  const Page page{run, places, options};
  const About about = find_about(run, words);
  if (about.hits.empty()) return tl::unexpected(nobody_speaks_of(run, about, words));
  const std::size_t most = about.hits.front().words;
  const auto best = static_cast<std::size_t>(
      std::count_if(about.hits.begin(), about.hits.end(), [&](const About::Hit& hit) { return hit.words == most; }));
  const std::size_t fewer = about.hits.size() - best;

  std::string out = fmt::format("about     {}\n", meaning(run, about, options)) + not_found(run, about, options);
  const bool one_of_one = about.words == 1;
  fmt::format_to(Out(out), "claims    {} {}{}{}\n", best, best == 1 ? "speaks" : "speak",
                 one_of_one ? " of it" : fmt::format(" of {} of {} words", most, about.words),
                 fewer == 0 ? "" : fmt::format(", {} of fewer", fewer));
  if (best == 1 && !options.all) {
    if (fewer > 0) out += "          --all lists them\n";
    return out + "\n" + show_claim(page, about.hits.front().claim);
  }
  const std::size_t listed = options.all ? about.hits.size() : std::min(about.hits.size(), std::max(best, kListed));
  out += claim_lines(page, about, listed);
  if (listed < about.hits.size())
    fmt::format_to(Out(out), "  and {}; --all lists them\n", plural(about.hits.size() - listed, "more", "more"));

  std::set<std::string> ids;
  std::set<std::uint32_t> claims;
  for (std::size_t i = 0; i < best; ++i) {
    ids.insert(run.claim_ids[about.hits[i].claim]);
    claims.insert(about.hits[i].claim);
  }
  std::vector<const Finding*> findings;
  for (const Finding& finding : run.findings)
    if (std::any_of(finding.evidence.begin(), finding.evidence.end(),
                    [&](const Evidence& evidence) { return ids.contains(evidence.claim); }))
      findings.push_back(&finding);
  if (!findings.empty()) out += "found     with them\n" + finding_lines(page, findings, "  ");
  std::vector<const Series*> series;
  for (const Series& one : run.series)
    if (std::any_of(one.claims.begin(), one.claims.end(), [&](std::uint32_t c) { return claims.contains(c); }))
      series.push_back(&one);
  if (!series.empty()) out += "series    of them\n" + series_lines(page, series, "  ");
  return out;
}

}  // namespace mizan
