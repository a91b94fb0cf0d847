// `show`: finds what an identifier, or the beginning of one, stands for; an article by its path.
#include "report/show.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/escape.hpp"
#include "report/excerpt.hpp"

namespace mizan {
namespace report {

using Out = std::back_insert_iterator<std::string>;

std::string sentence_block(const Page& page, std::uint32_t document, Span value, Span sentence,
                           std::string_view letter) {
  constexpr unsigned kSentence = 10;  // times the width: a sentence in full, unless it is no sentence
  const std::string& text = page.run.documents[document].text;
  const auto size = static_cast<std::uint32_t>(text.size());
  value = clamp(value, text);
  sentence = clamp(sentence, text);
  if (!sentence.contains(value) || sentence.size() == 0) sentence = value;
  const unsigned width = std::max(page.options.width, 40U);
  // Far more bytes than cells can be shown, so that a huge text costs nothing.
  const std::uint32_t reach = 16 * width;
  Span before{sentence.begin > reach ? sentence.begin - reach : 0, sentence.begin};
  Span after{sentence.end, sentence.end + std::min(reach, size - sentence.end)};
  const auto inside = [&](std::uint32_t at) {
    return at > 0 && at < size && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  while (before.begin < before.end && inside(before.begin)) ++before.begin;
  while (after.end > after.begin && inside(after.end)) --after.end;
  const auto blank = [&](Span span) {
    const std::string_view bytes = slice(text, span);
    return bytes.find_first_not_of(" \t\r\n") == std::string_view::npos;
  };
  // The line a stretch is printed under is the one of its visible end that is nearest to the sentence.
  while (before.end > before.begin && blank({before.end - 1, before.end})) --before.end;
  while (after.begin < after.end && blank({after.begin, after.begin + 1})) ++after.begin;

  std::string out;
  const auto line_of = [&](std::uint32_t byte) { return page.places.position(document, byte).line; };
  const std::size_t digits = std::to_string(line_of(after.end)).size();
  const auto put = [&](std::uint32_t line, const std::string& shown) {
    fmt::format_to(Out(out), "  {} {:>{}} | {}\n", letter, line, digits, shown);
  };
  const unsigned room = width > 12 + digits ? width - static_cast<unsigned>(digits) - 8 : 20;
  if (before.size() > 0) put(line_of(before.end - 1), context(text, before, true, room, page.options));
  put(line_of(value.begin), excerpt(text, value, sentence, kSentence * width, page.options));
  if (after.size() > 0) put(line_of(after.begin), context(text, after, false, room, page.options));
  return out;
}

std::string reading_lines(const Page& page, const Claim& claim) {
  const Document& document = page.run.documents[claim.document];
  std::string out, units;  // of readings that differ in their unit alone: "dollars" are of many countries
  for (const Reading& reading : claim.readings) {
    const bool first = out.empty();
    const auto *one = std::get_if<Quantity>(&claim.readings.front()), *other = std::get_if<Quantity>(&reading);
    if (!first && one != nullptr && other != nullptr && one->unit != other->unit &&
        dump(range(*one)) == dump(range(*other))) {
      units += (units.empty() ? "" : ", ") + safe(other->unit, page.options);
      continue;
    }
    fmt::format_to(Out(out), "{}    ", first ? "read  " : "or    ");
    if (first) fmt::format_to(Out(out), "\"{}\" as ", safe(slice(document.text, claim.span), page.options));
    out += safe(dump(reading), page.options);
    if (const auto* quantity = std::get_if<Quantity>(&reading)) {
      const Range open = range(*quantity);
      out += open.is_point() ? std::string(", exact") : ", leaves open " + dump(open);
    } else if (const auto* time = std::get_if<Time>(&reading); time != nullptr && time->days) {
      fmt::format_to(Out(out), ", days {}, {} calendar", dump(*time->days), name(time->calendar));
    }
    out += '\n';
  }
  if (!units.empty()) fmt::format_to(Out(out), "or        the same in {}\n", units);
  return out;
}

Errors one_error(std::string message, std::string hint) {
  Error error;
  error.message = std::move(message);
  error.hint = std::move(hint);
  return {std::move(error)};
}

namespace {

struct Candidate {
  std::string id;
  std::string what;
  enum class Kind { finding, claim, series } kind;
  std::uint32_t index;
};

std::vector<Candidate> candidates(const Run& run) {
  std::vector<Candidate> all;
  for (std::uint32_t i = 0; i < run.findings.size(); ++i) {
    all.push_back({run.findings[i].id, run.findings[i].title, Candidate::Kind::finding, i});
  }
  for (std::uint32_t i = 0; i < std::min(run.claim_ids.size(), run.claims.size()); ++i) {
    all.push_back({run.claim_ids[i], dump(run.claims[i]), Candidate::Kind::claim, i});
  }
  for (std::uint32_t i = 0; i < run.series.size(); ++i) {
    all.push_back({run.series[i].id, run.series[i].title, Candidate::Kind::series, i});
  }
  return all;
}

Errors unknown_id(const Run& run, std::string_view id, const std::vector<Candidate>& all) {
  std::vector<std::string> names;
  for (const Candidate& candidate : all) names.push_back(candidate.id);
  for (const Document& document : run.documents) {
    names.push_back(document.path);
    if (document.id != document.path) names.push_back(document.id);
  }
  std::string hint = did_you_mean(id, names);
  if (hint.empty()) hint = "mizan show PATH lists what there is";
  return one_error(fmt::format("no finding, claim, series or article \"{}\" in these documents", plain(id)),
                   std::move(hint));
}

Errors ambiguous_id(std::string_view id, const std::vector<const Candidate*>& hits) {
  constexpr std::size_t kListed = 10;
  std::string listed;
  for (std::size_t i = 0; i < std::min(hits.size(), kListed); ++i) {
    listed += (i > 0 ? "; " : "") + plain(hits[i]->id) + " " + one_line(hits[i]->what, true);
  }
  if (hits.size() > kListed) listed += "; ...";
  return one_error(fmt::format("\"{}\" begins {} identifiers: {}", plain(id), hits.size(), listed), "type more of it");
}

/// The records of one file.
Errors many_articles(const Run& run, std::string_view name, const std::vector<std::uint32_t>& documents) {
  constexpr std::size_t kListed = 10;
  std::string listed;
  for (std::size_t i = 0; i < std::min(documents.size(), kListed); ++i) {
    const Document& document = run.documents[documents[i]];
    fmt::format_to(Out(listed), "{}{} {}", i > 0 ? "; " : "", document.record_line, plain(document.id));
  }
  if (documents.size() > kListed) listed += "; ...";
  return one_error(fmt::format("{} holds {} articles: {}", plain(name), documents.size(), listed),
                   "name one by its line, as in FILE.jsonl:1, or by its id");
}

}  // namespace
}  // namespace report

Result<std::string> show(const Run& run, std::string_view what, const TextOptions& options) {
  using report::Candidate;
  const report::Places places(run);
  const report::Page page{run, places, options};
  const std::vector<std::uint32_t> named = report::documents_named(run, what);
  if (named.size() == 1) return report::show_document(page, named.front());
  if (!named.empty()) return tl::unexpected(report::many_articles(run, what, named));
  const std::vector<Candidate> all = report::candidates(run);
  std::vector<const Candidate*> hits;
  for (const Candidate& candidate : all) {
    if (what.empty() || !std::string_view(candidate.id).starts_with(what)) continue;
    if (candidate.id == what) {
      hits = {&candidate};
      break;
    }
    hits.push_back(&candidate);
  }
  const std::optional<report::Spot> spot = hits.empty() ? report::spot_of(what) : std::nullopt;
  if (spot)
    if (const auto there = report::documents_named(run, spot->file); !there.empty())
      return report::show_spot(page, there, *spot);
  if (hits.empty()) return tl::unexpected(report::unknown_id(run, spot ? spot->file : what, all));
  if (hits.size() > 1) return tl::unexpected(report::ambiguous_id(what, hits));

  const Candidate& hit = *hits.front();
  switch (hit.kind) {
    case Candidate::Kind::finding:
      return report::show_finding(page, run.findings[hit.index]);
    case Candidate::Kind::claim:
      return report::show_claim(page, hit.index);
    case Candidate::Kind::series:
      break;
  }
  return report::show_series(page, run.series[hit.index]);
}

}  // namespace mizan
