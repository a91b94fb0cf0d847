// One frame and party at several times, as a table: no finding, but what an editor wants to see.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/escape.hpp"
#include "report/glyphs.hpp"
#include "report/series.hpp"
#include "report/table.hpp"

namespace mizan::report {
namespace {

std::string row_tags(const Claim& claim) {
  std::string tags;
  if (claim.record) tags = "record";
  if (claim.stance == Stance::planned || claim.stance == Stance::denied) {
    tags += (tags.empty() ? "" : " ") + std::string(name(claim.stance));
  }
  return tags;
}

}  // namespace

std::vector<SeriesRow> rows_of(const Run& run, const Series& series) {
  std::vector<SeriesRow> rows;
  for (const std::uint32_t index : series.claims) {
    const Claim& claim = run.claims[index];
    SeriesRow row;
    row.time = claim.at ? dump(*claim.at) : "-";
    row.value = claim.readings.empty() ? "-" : dump(claim.readings.front());
    row.tags = row_tags(claim);
    // Only the rows of this time can be its own, and a time has few; a list of thousands would be one that grows by
    // time.
    const auto first = std::find_if(rows.rbegin(), rows.rend(), [&](const SeriesRow& r) { return r.time != row.time; });
    const auto same = std::find_if(rows.rbegin(), first,
                                   [&](const SeriesRow& r) { return r.value == row.value && r.tags == row.tags; });
    if (same != first) {
      same->claims.push_back(index);
    } else {
      row.claims.push_back(index);
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

namespace {

std::string place_of(const Page& page, std::uint32_t index) {
  const Claim& claim = page.run.claims[index];
  return page.places.label(claim.document, claim.span.begin);
}

}  // namespace

bool is_of_events(const Run& run, const Series& series) {
  return std::all_of(series.claims.begin(), series.claims.end(), [&](std::uint32_t index) {
    const Claim& claim = run.claims[index];
    return !claim.at && !claim.readings.empty() && std::holds_alternative<Time>(claim.readings.front());
  });
}

Odds::Odds(const Run& run) : run_(run) {
  for (const Finding& finding : run.findings) {
    if (!is_loud(finding)) continue;
    for (const Evidence& evidence : finding.evidence)
      if (!evidence.claim.empty()) by_claim_[evidence.claim].push_back(&finding);
  }
}

std::vector<const Finding*> Odds::of(const std::vector<std::uint32_t>& claims) const {
  std::vector<const Finding*> odds;
  for (const std::uint32_t claim : claims) {
    if (claim >= run_.claim_ids.size()) continue;
    if (const auto found = by_claim_.find(run_.claim_ids[claim]); found != by_claim_.end())
      odds.insert(odds.end(), found->second.begin(), found->second.end());
  }
  std::sort(odds.begin(), odds.end());  // all in one vector: their order is that of the run
  odds.erase(std::unique(odds.begin(), odds.end()), odds.end());
  return odds;
}

std::string series_header(const Series& series, const TextOptions& options) {
  std::string who;
  for (const Slot& slot : series.key) who += (who.empty() ? "" : " ") + slot.value;
  if (who.empty()) who = series.title;
  return fmt::format("{} {}{}{}  {}\n", styled("series", "1", options), plain(series.frame), who.empty() ? "" : " ",
                     safe(who, options), plain(series.id));
}

std::size_t series_size(const Run& run, const Series& series) { return rows_of(run, series).size(); }

std::string series_line(const Page& page, const Series& series) {
  const SeriesRow row = rows_of(page.run, series).front();
  std::string who;
  for (const Slot& slot : series.key) who += (who.empty() ? "" : " ") + slot.value;
  return fmt::format("said {} {}: {}{}{}  {}\n", plain(series.frame), safe(who, page.options),
                     safe(row.value, page.options), row.time == "-" ? "" : " at " + row.time,
                     row.tags.empty() ? "" : " " + row.tags, place_of(page, row.claims.front()));
}

std::string series_rows(const Page& page, const Series& series, bool every_place) {
  std::vector<SeriesRow> rows = rows_of(page.run, series);
  std::size_t time_width = 0, value_width = 0, tags_width = 0, said_width = 0;
  for (SeriesRow& row : rows) {
    row.value = safe(row.value, page.options);
    time_width = std::max<std::size_t>(time_width, cells(std::string_view(row.time)));
    value_width = std::max<std::size_t>(value_width, cells(std::string_view(row.value)));
    tags_width = std::max(tags_width, row.tags.size());
    said_width = std::max(said_width, std::to_string(row.claims.size()).size());
  }
  const bool events = is_of_events(page.run, series);
  std::string out;
  for (const SeriesRow& row : rows) {
    std::string line = events ? "  on " : "  at " + padded(row.time, time_width) + "  ";
    line += padded(row.value, value_width) + "  ";
    if (tags_width > 0) line += padded(row.tags, tags_width) + "  ";
    fmt::format_to(std::back_inserter(out), "{}{:>{}}x  {}\n", line, row.claims.size(), said_width,
                   place_of(page, row.claims.front()));
    if (!every_place) continue;
    for (std::size_t i = 1; i < row.claims.size(); ++i) {
      fmt::format_to(std::back_inserter(out), "    also {}\n", place_of(page, row.claims[i]));
    }
  }
  return out;
}

}  // namespace mizan::report
