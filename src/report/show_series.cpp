// `series`, and `show sr-...`: one fact at several times, as a table with a plot beneath.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/about.hpp"
#include "report/escape.hpp"
#include "report/json.hpp"
#include "report/series.hpp"
#include "report/show.hpp"

namespace mizan {
namespace report {

using Out = std::back_insert_iterator<std::string>;

std::string show_series(const Page& page, const Series& series) {
  std::string out = series_header(series, page.options);
  if (!series.title.empty()) fmt::format_to(Out(out), "title     {}\n", safe(series.title, page.options));
  if (!series.key.empty()) fmt::format_to(Out(out), "key       {}\n", safe(key_text(series.key), page.options));
  const Odds odds(page.run);
  out += series_rows(page, series, true) + plot(page, series, odds);
  for (const Finding* finding : odds.of(series.claims))
    fmt::format_to(Out(out), "found     {} {}  {}\n", verdict_tag(*finding, page.options),
                   safe(finding->title, page.options), plain(finding->id));
  return out;
}

namespace {

using Found = std::vector<const Series*>;

Errors no_series(const Run& run, std::string_view what) {
  std::vector<std::string> names;
  for (const Series& series : run.series) {
    names.push_back(series.id);
    names.push_back(series.frame);
  }
  const std::string hint = did_you_mean(what, names);
  return one_error(fmt::format("no series \"{}\" in these documents", plain(what)),
                   hint.empty() ? "mizan series PATH lists them" : hint);
}

Result<Found> named(const Run& run, std::string_view what) {
  Found found;
  for (const Series& series : run.series) {
    if (series.id == what) return Found{&series};
    const bool frame =
        series.frame == what || series.frame.starts_with(std::string(what) + ".") || matches_glob(what, series.frame);
    if (frame || std::string_view(series.id).starts_with(what)) found.push_back(&series);
  }
  if (found.empty()) return tl::unexpected(no_series(run, what));
  return found;
}

Result<Found> speaking_of(const Run& run, std::string_view words) {
  const About about = find_about(run, words);
  if (about.hits.empty()) return tl::unexpected(nobody_speaks_of(run, about, words));
  std::vector<std::size_t> best(run.claims.size(), 0);
  for (const About::Hit& hit : about.hits) best[hit.claim] = hit.words;
  std::size_t most = 0;
  std::vector<std::size_t> of_series;
  for (const Series& series : run.series) {
    std::size_t words_of = 0;
    for (const std::uint32_t claim : series.claims) words_of = std::max(words_of, best[claim]);
    of_series.push_back(words_of);
    most = std::max(most, words_of);
  }
  Found found;
  for (std::size_t i = 0; i < run.series.size(); ++i)
    if (most > 0 && of_series[i] == most) found.push_back(&run.series[i]);
  if (found.empty())
    return tl::unexpected(
        one_error(fmt::format("no series speaks of \"{}\"", plain(words)), "mizan show --about lists single claims"));
  return found;
}

Result<Found> asked_for(const Run& run, const SeriesAsked& asked) {
  if (!asked.what.empty()) return named(run, asked.what);
  if (!asked.about.empty()) return speaking_of(run, asked.about);
  Found all;
  for (const Series& series : run.series) all.push_back(&series);
  return all;
}

std::string list(const Page& page) {
  const auto singles =
      static_cast<std::size_t>(std::count_if(page.run.series.begin(), page.run.series.end(),
                                             [&](const Series& series) { return series_size(page.run, series) == 1; }));
  std::size_t left_out = 0;
  const Found series = by_length(page.run, page.options.all, left_out);
  std::string out = series_lines(page, series, "");
  if (!out.empty()) out += '\n';
  fmt::format_to(Out(out), "{} of several values, {} of one{}\n",
                 plural(page.run.series.size() - singles, "series", "series"), singles,
                 left_out > 0 ? "; --all lists these too" : "");
  if (!series.empty())
    fmt::format_to(Out(out), "next: mizan series {}{}{}\n", plain(series.front()->id),
                   page.options.paths.empty() ? "" : " ", plain(page.options.paths));
  return out;
}

Json number(const std::optional<Decimal>& value) { return value ? Json(value->approximate()) : Json(nullptr); }

Json point_json(const Page& page, const SeriesRow& row, const Odds& odds) {
  const Claim& claim = page.run.claims[row.claims.front()];
  Json json = Json::object();
  if (claim.at) {
    json["at"] = dump(*claim.at);
    if (claim.at->days) json["days"] = dump(*claim.at->days);
  }
  json["value"] = row.value;
  if (const auto* quantity = claim.readings.empty() ? nullptr : std::get_if<Quantity>(&claim.readings.front())) {
    const Range open = range(*quantity);
    json["unit"] = quantity->unit;
    json["interval"] = dump(open);
    json["low"] = number(open.first);
    json["high"] = number(open.last);
  } else if (const auto* time = claim.readings.empty() ? nullptr : std::get_if<Time>(&claim.readings.front());
             time != nullptr && time->days) {
    json["interval"] = dump(*time->days);
  }
  json["stance"] = name(claim.stance);
  json["record"] = claim.record;
  json["at_odds"] = Json::array();
  for (const Finding* finding : odds.of(row.claims)) json["at_odds"].push_back(finding->id);
  json["claims"] = Json::array();
  for (const std::uint32_t index : row.claims) {
    const Claim& one = page.run.claims[index];
    Json place = {{"claim", page.run.claim_ids[index]}};
    place.update(place_json(page.run.documents[one.document], one.span));
    add_position(place, page.places, one.document, one.span);
    json["claims"].push_back(std::move(place));
  }
  return json;
}

Json series_json(const Page& page, const Series& series, const Odds& odds) {
  Json json = {{"id", series.id}, {"frame", series.frame}, {"title", series.title}, {"key", slots_json(series.key)}};
  json["points"] = Json::array();
  for (const SeriesRow& row : rows_of(page.run, series)) json["points"].push_back(point_json(page, row, odds));
  return json;
}

}  // namespace
}  // namespace report

Result<std::string> series_text(const Run& run, const SeriesAsked& asked, const TextOptions& options) {
  using namespace report;
  const Places places(run);
  const Page page{run, places, options};
  if (asked.what.empty() && asked.about.empty()) return list(page);
  const Result<Found> found = asked_for(run, asked);
  if (!found) return tl::unexpected(found.error());
  std::string out;
  if (!asked.about.empty()) out = fmt::format("about     {}\n\n", meaning(run, find_about(run, asked.about), options));
  for (const Series* series : *found) {
    if (series != found->front()) out += '\n';
    out += show_series(page, *series);
  }
  return out;
}

Result<std::string> series_json(const Run& run, const SeriesAsked& asked, bool lines) {
  using namespace report;
  const Places places(run);
  const TextOptions options;
  const Page page{run, places, options};
  const Result<Found> found = asked_for(run, asked);
  if (!found) return tl::unexpected(found.error());
  const Odds odds(run);
  Json json = {{"schema", "mizan/1"}, {"series", Json::array()}};
  std::string out;
  for (const Series* series : *found) {
    Json one = report::series_json(page, *series, odds);
    if (lines) {
      out += serialise(one) + "\n";
    } else {
      json["series"].push_back(std::move(one));
    }
  }
  return lines ? out : serialise(json, 2) + "\n";
}

}  // namespace mizan
