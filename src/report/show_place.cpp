// `show PATH:LINE`: what was made of the figures that stand there.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <limits>
#include <set>

#include "report/escape.hpp"
#include "report/show.hpp"
#include "report/table.hpp"

namespace mizan::report {
namespace {

using Out = std::back_insert_iterator<std::string>;

/// Takes ":123" off the end; 0 if there is none.
std::uint32_t number_off(std::string_view& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return 0;
  std::uint32_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data() + colon + 1, end, number);
  if (failed != std::errc() || stop != end || number == 0) return 0;
  text = text.substr(0, colon);
  return number;
}

std::string normal(std::string_view path) { return std::filesystem::path(path).lexically_normal().string(); }

/// A value where it stands: lines and columns as the spot counts them.
struct Standing {
  std::uint32_t index = 0;
  std::uint32_t first_line = 0, last_line = 0;
  std::uint32_t first_column = 0, last_column = 0;  // of its first and behind its last line
};

class Here {
 public:
  Here(const Page& page, std::uint32_t document, const Spot& spot)
      : page_(page), run_(page.run), document_(document), spot_(spot) {
    const Extraction& extraction = run_.extractions[document];
    std::set<std::uint32_t> claimed;
    for (std::uint32_t c = 0; c < run_.claims.size() && c < run_.claim_ids.size(); ++c) {
      if (run_.claims[c].document != document) continue;
      claims_.push_back(standing(c, run_.claims[c].span));
      claimed.insert(run_.claims[c].mention);
    }
    for (std::uint32_t m = 0; m < extraction.mentions.size(); ++m)
      if (!claimed.contains(m)) figures_.push_back(standing(m, extraction.mentions[m].span));
  }

  std::string text() const {
    std::vector<Standing> claims = on_line(claims_), figures = on_line(figures_);
    if (spot_.column > 0) keep_nearest(claims, figures);
    std::string out;
    if (claims.empty()) {
      fmt::format_to(Out(out), "{}  {}\n", where(),
                     figures.empty() ? "no figure and no date stands here" : "no claim was made of what stands here");
      out += table_of(figures);
      return out + nearest_line();
    }
    std::set<Span> places;  // an open claim and one of a rule may be of one figure
    for (const Standing& one : claims) places.insert(run_.claims[one.index].span);
    if (places.size() > 1) {
      fmt::format_to(Out(out), "{}  {}\n", where(), plural(claims.size(), "claim"));
      for (const Standing& one : claims)
        out += with_rest(fmt::format("  {}  {}  ", plain(run_.claim_ids[one.index]), column_of(one)),
                         dump(run_.claims[one.index]), page_);
    }
    if (!figures.empty()) {
      fmt::format_to(Out(out), "{}  {}, of which no claim was made\n", where(), plural(figures.size(), "figure"));
      out += table_of(figures);
    }
    for (const Standing& one : claims) {
      if (claims.size() > 1 && is_shadow(one, claims)) continue;
      if (!out.empty()) out += '\n';
      out += show_claim(page_, one.index);
    }
    return out;
  }

 private:
  Position position(std::uint32_t byte) const {
    return spot_.in_file ? page_.places.file_position(document_, byte) : page_.places.position(document_, byte);
  }

  Standing standing(std::uint32_t index, Span span) const {
    const Position first = position(span.begin);
    const Position last = position(span.end > span.begin ? span.end - 1 : span.end);
    return {index, first.line, last.line, first.column, last.column + 1};
  }

  std::vector<Standing> on_line(const std::vector<Standing>& all) const {
    std::vector<Standing> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                 [&](const Standing& one) { return one.first_line <= spot_.line && spot_.line <= one.last_line; });
    return some;
  }

  std::uint32_t distance(const Standing& one) const {
    const std::uint32_t begin = one.first_line == spot_.line ? one.first_column : 1;
    const std::uint32_t end = one.last_line == spot_.line ? one.last_column : std::numeric_limits<std::uint32_t>::max();
    if (spot_.column < begin) return begin - spot_.column;
    return spot_.column < end ? 0 : spot_.column - end + 1;
  }

  void keep_nearest(std::vector<Standing>& claims, std::vector<Standing>& figures) const {
    std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
    for (const auto* some : {&claims, &figures})
      for (const Standing& one : *some) least = std::min(least, distance(one));
    for (auto* some : {&claims, &figures})
      std::erase_if(*some, [&](const Standing& one) { return distance(one) > least; });
  }

  /// Held against nothing, or the same figure as a rule's claim: listed, but its page would tell nothing more.
  bool is_shadow(const Standing& one, const std::vector<Standing>& beside) const {
    const Claim& claim = run_.claims[one.index];
    return claim.passing || std::any_of(beside.begin(), beside.end(), [&](const Standing& other) {
             return is_open(claim.frame) && !is_open(run_.claims[other.index].frame) &&
                    run_.claims[other.index].span == claim.span;
           });
  }

  std::string where() const {
    return fmt::format("{}:{}{}", plain(spot_.file), spot_.line,
                       spot_.column > 0 ? ":" + std::to_string(spot_.column) : "");
  }

  static std::string column_of(const Standing& one) { return fmt::format("{}:{}", one.first_line, one.first_column); }

  std::string table_of(const std::vector<Standing>& figures) const {
    Table table;
    for (const Standing& one : figures) {
      const Mention& mention = run_.extractions[document_].mentions[one.index];
      const std::string_view text = slice(run_.documents[document_].text, mention.span);
      table.add({column_of(one), safe(dump(mention.readings.front()), page_.options),
                 "\"" + safe(text, page_.options) + "\""});
    }
    return table.text("  ");
  }

  std::string nearest_line() const {
    const Standing* nearest = nullptr;
    const auto away = [&](const Standing& one) {
      return one.first_line > spot_.line ? one.first_line - spot_.line : spot_.line - one.first_line;
    };
    for (const Standing& one : claims_)
      if (nearest == nullptr || away(one) < away(*nearest)) nearest = &one;
    if (nearest == nullptr) return "nearest   none: no claim was made of anything in this article\n";
    if (nearest->first_line == spot_.line) return {};
    std::size_t count = 0;
    for (const Standing& one : claims_)
      if (one.first_line == nearest->first_line) ++count;
    return fmt::format("nearest   {} on line {}: mizan show {}:{}{}{}\n", plural(count, "claim"), nearest->first_line,
                       plain(spot_.file), nearest->first_line, page_.options.paths.empty() ? "" : " ",
                       plain(page_.options.paths));
  }

  const Page& page_;
  const Run& run_;
  std::uint32_t document_;
  const Spot& spot_;
  std::vector<Standing> claims_, figures_;  // the latter of those that no claim was made of
};

}  // namespace

std::optional<Spot> spot_of(std::string_view what) {
  while (what.ends_with(':')) what.remove_suffix(1);  // as it stands before a message
  std::string_view file = what;
  const std::uint32_t last = number_off(file);
  if (last == 0) return std::nullopt;
  const std::uint32_t line = number_off(file);
  if (line == 0) return Spot{std::string(file), last, 0};
  return Spot{std::string(file), line, last};
}

std::vector<std::uint32_t> documents_named(const Run& run, std::string_view name) {
  std::vector<std::uint32_t> found;
  if (name.empty()) return found;
  for (std::uint32_t i = 0; i < run.documents.size(); ++i)
    if (run.documents[i].path == name || run.documents[i].id == name) found.push_back(i);
  if (!found.empty()) return found;
  for (std::uint32_t i = 0; i < run.documents.size(); ++i)
    if (normal(run.documents[i].path) == normal(name)) found.push_back(i);
  return found;
}

std::string show_spot(const Page& page, const std::vector<std::uint32_t>& documents, Spot spot) {
  const Document& first = page.run.documents[documents.front()];
  spot.in_file = first.record_line > 0 && first.id != spot.file;
  if (!spot.in_file) return Here(page, documents.front(), spot).text();
  const auto record = std::find_if(documents.begin(), documents.end(), [&](std::uint32_t document) {
    return page.run.documents[document].record_line == spot.line;
  });
  if (record == documents.end()) return fmt::format("{}:{}  no article stands here\n", plain(spot.file), spot.line);
  return spot.column == 0 ? show_document(page, *record) : Here(page, *record, spot).text();
}

}  // namespace mizan::report
