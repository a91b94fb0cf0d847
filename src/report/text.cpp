// The report an editor reads in a terminal, and its one-line form for pipes and editors.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/escape.hpp"
#include "report/page.hpp"
#include "report/places.hpp"
#include "report/report.hpp"

namespace mizan {
namespace report {
namespace {

constexpr std::size_t kWitnesses = 5;  // further places of one side; `show` lists all
constexpr std::size_t kSeries = 20;    // series shown without --all

using Out = std::back_insert_iterator<std::string>;

void write_side(const Page& page, const std::vector<const Evidence*>& side, std::size_t digits, std::string& out) {
  const Evidence& first = *side.front();
  const std::string letter = side_letter(first.side);
  fmt::format_to(Out(out), "  {} {}  value {}\n", letter, page.places.label(first.document, first.span.begin),
                 safe(first.value, page.options));
  out += excerpt_line(page, first, digits, page.options.width);
  const std::size_t shown = std::min(side.size(), kWitnesses + 1);
  for (std::size_t i = 1; i < shown; ++i) {
    const Evidence& also = *side[i];
    fmt::format_to(Out(out), "    also {}", page.places.label(also.document, also.span.begin));
    if (also.value != first.value) fmt::format_to(Out(out), "  value {}", safe(also.value, page.options));
    out += '\n';
  }
  if (shown < side.size()) fmt::format_to(Out(out), "    also {}\n", plural(side.size() - shown, "more place"));
}

void write_loud(const Page& page, const Finding& finding, std::string& out) {
  const TextOptions& options = page.options;
  fmt::format_to(Out(out), "{} {}  {}\n\n", verdict_tag(finding, options), safe(finding.title, options),
                 id_and_state(finding, " "));
  const std::size_t digits = line_digits(page, finding);
  for (const auto& side : by_side(finding)) write_side(page, side, digits, out);
  out += '\n';
  if (!finding.message.empty()) fmt::format_to(Out(out), "  why   {}\n", safe(finding.message, options));
  for (const auto& [label, text] : finding.reason) {
    fmt::format_to(Out(out), "        {}: {}\n", plain(label), safe(text, options));
  }
  if (!options.quiet) {
    fmt::format_to(Out(out), "  next  mizan show {}{}{}\n", plain(finding.id), options.paths.empty() ? "" : " ",
                   plain(options.paths));
  }
}

void write_quiet(const Page& page, const Finding& finding, std::string& out) {
  fmt::format_to(Out(out), "{} {}  {}\n", verdict_tag(finding, page.options), safe(finding.title, page.options),
                 id_and_state(finding, " "));
  if (const auto& why = finding.suppressed)
    fmt::format_to(Out(out), "  ignored by {}:{}: {}\n", plain(why->file), why->line, safe(why->reason, page.options));
  for (const Evidence& evidence : finding.evidence) {
    fmt::format_to(Out(out), "  {} {}  {}\n", side_letter(evidence.side),
                   page.places.label(evidence.document, evidence.span.begin), safe(evidence.value, page.options));
  }
}

/// Series of several times as tables, then what was said but once, a line each.
void write_series(const Page& page, std::string& out) {
  const std::size_t most = page.options.all ? page.run.series.size() : kSeries;
  std::size_t tables = 0;
  std::string single;
  std::size_t singles = 0;
  for (const Series& series : page.run.series) {
    if (series_size(page.run, series) == 1) {
      if (singles++ < most) single += series_line(page, series);
    } else if (tables++ < most) {
      out += series_header(series, page.options);
      out += series_rows(page, series, false);
      out += '\n';
    }
  }
  if (!single.empty()) out += single + '\n';
  const std::size_t more = (tables > most ? tables - most : 0) + (singles > most ? singles - most : 0);
  if (more > 0) fmt::format_to(Out(out), "more  {} not shown; --all shows them\n\n", plural(more, "series", "series"));
}

void write_hidden(const Run& run, std::string& out) {
  const std::size_t agreed = count_verdict(run, Verdict::corroboration);
  const std::size_t verified = count_verdict(run, Verdict::verified);
  if (agreed + verified == 0) return;
  std::string what;
  if (agreed > 0) what = plural(agreed, "corroboration");
  if (verified > 0) what += (what.empty() ? "" : " and ") + plural(verified, "verified check");
  fmt::format_to(Out(out), "hidden: {}; --all shows them\n", what);
}

std::string concise_line(const Page& page, const Finding& finding) {
  const std::string kind{finding.level == Level::none ? name(finding.verdict) : name(finding.level)};
  std::string others;
  for (const auto& side : by_side(finding)) {
    const Evidence& first = *side.front();
    if (&first == &finding.evidence.front()) continue;
    fmt::format_to(Out(others), "; {} in {}", first.value, page.places.label(first.document, first.span.begin));
  }
  const std::string place = finding.evidence.empty() ? std::string("-")
                                                     : page.places.label(finding.evidence.front().document,
                                                                         finding.evidence.front().span.begin);
  std::string_view message = finding.message.empty() ? finding.title : finding.message;
  if (!others.empty() && message.ends_with('.')) message.remove_suffix(1);  // the sentence goes on
  const std::string line = fmt::format("{}: {}[{}] {}{} ({})\n", place, kind, plain(finding.rule),
                                       one_line(message, true), one_line(others, true), id_and_state(finding, ", "));
  // A log that takes "::" at the beginning of a line for a command must not find one in the name of a file.
  return line.find_first_not_of(' ') == line.find(':') ? "./" + line : line;
}

}  // namespace
}  // namespace report

std::string report_text(const Run& run, const TextOptions& options) {
  const report::Places places(run);
  const report::Page page{run, places, options};
  std::string out;
  for (const Finding& finding : run.findings) {
    if (!report::is_loud(finding)) continue;
    report::write_loud(page, finding, out);
    out += '\n';
  }
  if (options.all) {
    for (const Finding& finding : run.findings) {
      if (report::is_loud(finding)) continue;
      report::write_quiet(page, finding, out);
      out += '\n';
    }
  }
  if (options.quiet) return out;
  report::write_series(page, out);
  if (!options.all) report::write_hidden(run, out);
  const Totals totals = totals_of(run);
  fmt::format_to(std::back_inserter(out), "{}; {}, {}, {}\n", report::verdict_counts(run),
                 report::plural(totals.documents, "document"), report::plural(totals.mentions, "mention"),
                 report::plural(totals.claims, "claim"));
  return out;
}

std::string report_concise(const Run& run, bool all) {
  const report::Places places(run);
  const TextOptions options;
  const report::Page page{run, places, options};
  std::string out;
  for (const Finding& finding : run.findings) {
    if (all || report::is_loud(finding)) out += report::concise_line(page, finding);
  }
  return out;
}

}  // namespace mizan
