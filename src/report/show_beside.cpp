// What stands beside a claim: those it was aligned with, those of other times, and the arithmetic it takes part in.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>

#include "report/escape.hpp"
#include "report/series.hpp"
#include "report/show.hpp"
#include "report/table.hpp"

namespace mizan::report {
namespace {

using Out = std::back_insert_iterator<std::string>;

constexpr std::size_t kAround = 4;  // rows of a series that are shown on either side of a claim

bool is_of(const Evidence& evidence, std::string_view id) { return !id.empty() && evidence.claim == id; }

const std::string* computed_of(const Finding& finding) {
  for (const auto& [label, text] : finding.reason)
    if (label == "computed") return &text;
  return nullptr;
}

// ---------------------------------------------------------------------------------------------------------- aligned

/// How the values that another statement leaves open stand to those of this one.
std::string_view held_against(const Reading& mine, const Reading& other) {
  const auto *a = std::get_if<Quantity>(&mine), *b = std::get_if<Quantity>(&other);
  if (a != nullptr && b != nullptr) {
    const Range x = range(*a), y = range(*b);
    if (meets(x, y)) return "meets";
    return x.last && y.first && *x.last <= *y.first ? "above" : "below";
  }
  const auto *s = std::get_if<Time>(&mine), *t = std::get_if<Time>(&other);
  if (s == nullptr || t == nullptr || !s->days || !t->days) return {};
  if (meets(*s->days, *t->days)) return "meets";
  return s->days->last && t->days->first && *s->days->last < *t->days->first ? "after" : "before";
}

// ---------------------------------------------------------------------------------------------------------- in time

std::optional<long> length_of(const Claim& claim) {
  if (!claim.at || !claim.at->days || !claim.at->days->first || !claim.at->days->last) return std::nullopt;
  return static_cast<long>((*claim.at->days->last - *claim.at->days->first).count());
}

bool is_plain(const Quantity& quantity) {
  return quantity.modifier == Modifier::exact || quantity.modifier == Modifier::approx;
}

std::string with_sign(const Decimal& value) { return (value.is_negative() ? "" : "+") + dump(value.stripped()); }

/// From an earlier statement to a later one: "+2e9, +7.14 %"; why not, where the two cannot be held against each other.
std::string change(const Claim& from, const Claim& to) {
  const auto *a = std::get_if<Quantity>(&from.readings.front()), *b = std::get_if<Quantity>(&to.readings.front());
  if (a == nullptr || b == nullptr) return {};
  if (a->unit != b->unit) return "another unit";
  if (!is_plain(*a) || !is_plain(*b)) return "a bound";
  const std::optional<long> x = length_of(from), y = length_of(to);
  if (!x || !y) return "no period";
  constexpr long kSlack = 3;  // days: February, leap years
  if (std::labs(*x - *y) > kSlack) return "another length";
  const std::optional<Decimal> difference = add(b->low, a->low.negated());
  if (!difference) return {};
  if (a->dimension == Dimension::percent) return with_sign(*difference) + " points";
  std::string out = with_sign(*difference);
  if (!a->low.is_zero())
    fmt::format_to(Out(out), ", {:+.3g} %", difference->approximate() / std::abs(a->low.approximate()) * 100);
  return out;
}

}  // namespace

std::string aligned_with(const Page& page, std::uint32_t index) {
  const Run& run = page.run;
  const Claim& claim = run.claims[index];
  const std::string& id = run.claim_ids[index];
  std::set<std::string_view> told;
  Table table;
  std::size_t count = 0;
  for (const Finding& finding : run.findings) {
    const auto mine = std::find_if(finding.evidence.begin(), finding.evidence.end(),
                                   [&](const Evidence& evidence) { return is_of(evidence, id); });
    if (mine == finding.evidence.end()) continue;
    for (const Evidence& evidence : finding.evidence) {
      const auto other = find_claim(run, evidence.claim);
      if (!other || *other == index || !told.insert(evidence.claim).second) continue;
      const Claim& its = run.claims[*other];
      const bool agrees = evidence.side == mine->side;
      table.add({agrees ? "agrees" : "at odds", std::string(held_against(claim.readings.front(), its.readings.front())),
                 safe(evidence.value, page.options), its.at ? dump(*its.at) : "-", tags_of(its),
                 short_place(page, its.document, its.span), plain(evidence.claim)});
      ++count;
    }
  }
  if (table.empty()) return {};
  return fmt::format("aligned   with {}, whose values stand to this one so\n{}", plural(count, "claim"),
                     table.text("  "));
}

std::string verdicts_on(const Page& page, std::uint32_t index) {
  const Run& run = page.run;
  const Claim& claim = run.claims[index];
  std::string found, reckoned;
  for (const Finding& finding : run.findings) {
    const bool part = std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& evidence) {
      return is_of(evidence, run.claim_ids[index]) ||
             (evidence.claim.empty() && evidence.document == claim.document && evidence.span.overlaps(claim.span));
    });
    if (!part) continue;
    const std::string* computed = computed_of(finding);
    if (computed == nullptr) {
      fmt::format_to(Out(found), "found     {} {}  {}\n", verdict_tag(finding, page.options),
                     safe(finding.title, page.options), plain(finding.id));
      continue;
    }
    // what is stated is the operand that the left side of the equation does not name
    const std::string left = " " + computed->substr(0, computed->find('=')) + " ";
    std::string stated;
    Table operands;
    for (const Evidence& evidence : finding.evidence) {
      if (left.find(" " + evidence.value.substr(0, evidence.value.find(' ')) + " ") == std::string::npos)
        stated += (stated.empty() ? "" : ", ") + safe(evidence.value, page.options);
      operands.add({evidence.span.overlaps(claim.span) && evidence.document == claim.document ? "this" : "",
                    safe(evidence.value, page.options), short_place(page, evidence.document, evidence.span)});
    }
    const std::string_view says = finding.verdict == Verdict::verified        ? "holds"
                                  : finding.verdict == Verdict::contradiction ? "does not hold"
                                                                              : "hardly holds";
    fmt::format_to(Out(reckoned), "reckoned  {}{}: {}  {}\n{}", safe(*computed, page.options),
                   stated.empty() ? "" : "; stated " + stated, styled(says, sgr_of(finding.verdict), page.options),
                   plain(finding.id), operands.text("  "));
  }
  return found + reckoned;
}

std::string in_time(const Page& page, std::uint32_t index) {
  const Claim& claim = page.run.claims[index];
  const auto series = std::find_if(page.run.series.begin(), page.run.series.end(), [&](const Series& one) {
    return std::find(one.claims.begin(), one.claims.end(), index) != one.claims.end();
  });
  if (series == page.run.series.end()) return {};
  const std::vector<SeriesRow> rows = rows_of(page.run, *series);
  if (rows.size() < 2) return {};
  const auto mine = static_cast<std::size_t>(std::find_if(rows.begin(), rows.end(),
                                                          [&](const SeriesRow& row) {
                                                            return std::find(row.claims.begin(), row.claims.end(),
                                                                             index) != row.claims.end();
                                                          }) -
                                             rows.begin());
  const std::size_t from = mine > kAround ? mine - kAround : 0;
  const std::size_t to = std::min(rows.size(), mine + kAround + 1);
  const bool events = is_of_events(page.run, *series);
  Table table;
  for (std::size_t i = from; i < to; ++i) {
    const SeriesRow& row = rows[i];
    const Claim& other = page.run.claims[row.claims.front()];
    table.add({i == mine  ? "this"
               : i < mine ? "before"
                          : "after",
               events ? "" : row.time, safe(row.value, page.options), row.tags,
               i == mine  ? ""
               : i < mine ? change(other, claim)
                          : change(claim, other)});
  }
  std::string out = fmt::format("in time   {} of {}, and what changed to this or from this\n{}",
                                plural(rows.size(), "value"), plain(series->id), table.text("  "));
  if (to - from < rows.size()) fmt::format_to(Out(out), "  and {} more\n", rows.size() - (to - from));
  fmt::format_to(Out(out), "series    mizan series {}{}{}\n", plain(series->id), page.options.paths.empty() ? "" : " ",
                 plain(page.options.paths));
  return out;
}

}  // namespace mizan::report
