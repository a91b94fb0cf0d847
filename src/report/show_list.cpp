// `show` without an argument: everything that was found, a line each, worst first.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/escape.hpp"
#include "report/glyphs.hpp"
#include "report/show.hpp"
#include "report/table.hpp"

namespace mizan::report {
namespace {

using Out = std::back_insert_iterator<std::string>;

constexpr std::size_t kRule = 14;  // cells of the longest rule that is shown whole
constexpr std::size_t kLeast = 8;  // cells of text that a line shows, however long the rest is

}  // namespace

std::string short_place(const Page& page, std::uint32_t document, Span span) {
  const Position at = page.places.position(document, span.begin);
  const std::string place = fmt::format("{}:{}:{}", page.run.documents[document].id, at.line, at.column);
  const std::size_t room = std::max<std::size_t>(page.options.width / 5, 12);
  return cells(std::string_view(plain(place))) <= room ? plain(place) : cut(place, true, room, page.options);
}

std::string with_rest(const std::string& lead, const std::string& rest, const Page& page) {
  const std::size_t used = printed(lead);
  const std::size_t room = page.options.width > used + kLeast ? page.options.width - used : kLeast;
  return lead + cut(rest, false, room, page.options) + '\n';
}

std::string finding_lines(const Page& page, const std::vector<const Finding*>& findings, std::string_view lead) {
  std::size_t verdict = 0, rule = 0, place = 0;
  const auto place_of = [&](const Finding& finding) {
    if (finding.evidence.empty()) return std::string("-");
    return short_place(page, finding.evidence.front().document, finding.evidence.front().span);
  };
  for (const Finding* finding : findings) {
    verdict = std::max(verdict, name(finding->verdict).size());
    rule = std::max(rule, std::min(kRule, printed(plain(finding->rule))));
    place = std::max(place, printed(place_of(*finding)));
  }
  std::string out;
  for (const Finding* finding : findings) {
    const std::string line =
        fmt::format("{}{}  {}  {}  {:.2f}  {}  ", lead, plain(finding->id),
                    padded(styled(name(finding->verdict), sgr_of(finding->verdict), page.options), verdict),
                    padded(cut(finding->rule, false, kRule, page.options), rule), finding->confidence,
                    padded(place_of(*finding), place));
    out += with_rest(line, (finding->suppressed ? "(suppressed) " : "") + finding->title, page);
  }
  return out;
}

std::string series_lines(const Page& page, const std::vector<const Series*>& series, std::string_view lead) {
  std::size_t frame = 0;
  for (const Series* one : series) frame = std::max(frame, printed(plain(one->frame)));
  std::string out;
  for (const Series* one : series) {
    const std::string line =
        fmt::format("{}{}  {}  {:>2} {}  ", lead, plain(one->id), padded(plain(one->frame), frame),
                    series_size(page.run, *one), series_size(page.run, *one) == 1 ? "value " : "values");
    out += with_rest(line, one->key.empty() ? one->title : key_text(one->key), page);
  }
  return out;
}

std::vector<const Series*> by_length(const Run& run, bool all, std::size_t& left_out) {
  std::vector<const Series*> several, single;
  for (const Series& series : run.series) (series_size(run, series) > 1 ? several : single).push_back(&series);
  left_out = all ? 0 : single.size();
  if (all) several.insert(several.end(), single.begin(), single.end());
  return several;
}

}  // namespace mizan::report

std::string mizan::show_list(const Run& run, const TextOptions& options) {
  using namespace report;
  const Places places(run);
  const Page page{run, places, options};
  std::vector<const Finding*> findings;
  for (const Finding& finding : run.findings) findings.push_back(&finding);
  std::string out = finding_lines(page, findings, "");
  if (!out.empty()) out += '\n';
  std::size_t left_out = 0;
  const std::vector<const Series*> series = by_length(run, options.all, left_out);
  if (!series.empty()) out += series_lines(page, series, "") + "\n";
  const Totals totals = totals_of(run);
  fmt::format_to(Out(out), "{}; {}; {}, {}, {}\n", verdict_counts(run), plural(run.series.size(), "series", "series"),
                 plural(totals.documents, "document"), plural(totals.mentions, "mention"),
                 plural(totals.claims, "claim"));
  if (left_out > 0)
    fmt::format_to(Out(out), "hidden: {} of one value; --all shows them\n", plural(left_out, "series", "series"));
  if (!findings.empty())
    fmt::format_to(Out(out), "next: mizan show {}{}{}\n", plain(findings.front()->id), options.paths.empty() ? "" : " ",
                   plain(options.paths));
  return out;
}
