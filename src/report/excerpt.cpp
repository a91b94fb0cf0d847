#include "report/excerpt.hpp"

#include <algorithm>

#include "report/escape.hpp"
#include "report/glyphs.hpp"
#include "report/places.hpp"

namespace mizan::report {
namespace {

constexpr std::uint32_t kLineSearch = 4096;  // how far the ends of a line are looked for
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

std::string_view piece(std::string_view text, std::size_t begin, std::size_t end) {
  return text.substr(begin, end - begin);
}

unsigned shown_cells(std::string_view text, bool show_invisible) {
  const Glyph glyph = decode(text, 0);
  if (glyph.valid && glyph.bytes == text.size() && is_plain(glyph.code, show_invisible)) return cells(glyph.code);
  return cells(one_line(text, show_invisible));
}

/// How far a walk of clusters comes within a budget of cells.
struct Reach {
  std::size_t at;
  unsigned used = 0;
};

Reach walk_right(std::string_view text, std::size_t from, std::size_t limit, unsigned budget, bool show_invisible) {
  Reach reach{from};
  while (reach.at < limit) {
    const std::size_t next = cluster_end(text, reach.at, limit);
    const unsigned width = shown_cells(piece(text, reach.at, next), show_invisible);
    if (reach.used + width > budget) break;
    reach = {next, reach.used + width};
  }
  return reach;
}

Reach walk_left(std::string_view text, std::size_t from, std::size_t limit, unsigned budget, bool show_invisible) {
  Reach reach{from};
  while (reach.at > limit) {
    const std::size_t next = cluster_begin(text, reach.at, limit);
    const unsigned width = shown_cells(piece(text, next, reach.at), show_invisible);
    if (reach.used + width > budget) break;
    reach = {next, reach.used + width};
  }
  return reach;
}

bool space_at(std::string_view text, std::size_t at) { return is_space(decode(text, at).code); }
bool number_at(std::string_view text, std::size_t at) { return in_number(decode(text, at).code); }

/// The cut at or before at, not before floor: the last end of a word; without one, at itself, but outside numbers.
std::size_t cut_right(std::string_view text, std::size_t floor, std::size_t at) {
  if (space_at(text, at)) return at;
  for (std::size_t cut = at; cut > floor;) {
    cut = cluster_begin(text, cut, floor);
    if (space_at(text, cut)) return cut;
  }
  while (at > floor) {
    const std::size_t before = cluster_begin(text, at, floor);
    if (!(number_at(text, before) && number_at(text, at))) break;
    at = before;
  }
  return at;
}

/// The cut at or after at, not after ceiling.
std::size_t cut_left(std::string_view text, std::size_t floor, std::size_t ceiling, std::size_t at) {
  if (at > floor && space_at(text, cluster_begin(text, at, floor))) return at;
  for (std::size_t cut = at; cut < ceiling; cut = cluster_end(text, cut, ceiling)) {
    if (space_at(text, cut)) return cluster_end(text, cut, ceiling);
  }
  while (at < ceiling && at > floor && number_at(text, cluster_begin(text, at, floor)) && number_at(text, at)) {
    at = cluster_end(text, at, ceiling);
  }
  return at;
}

Span line_around(std::string_view text, Span value) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto ends_line = [&](std::uint32_t at) { return text[at] == '\n' || text[at] == '\r'; };
  Span line = value;
  while (line.begin > 0 && value.begin - line.begin < kLineSearch && !ends_line(line.begin - 1)) --line.begin;
  while (line.end < size && line.end - value.end < kLineSearch && !ends_line(line.end)) ++line.end;
  return line;
}

/// Without ASCII white space at its ends; keep, a part of it, stays whole.
Span trimmed(std::string_view text, Span span, Span keep) {
  const auto space = [&](std::uint32_t at) { return text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r'); };
  while (span.begin < keep.begin && space(span.begin)) ++span.begin;
  while (span.end > keep.end && space(span.end - 1)) --span.end;
  return span;
}

Span trimmed(std::string_view text, Span span) {
  const Span from = trimmed(text, span, {span.end, span.end});
  return trimmed(text, from, {from.begin, from.begin});
}

std::string highlighted(std::string value, const TextOptions& options) {
  if (options.color) return "\x1b[1;4;31m" + std::move(value) + "\x1b[0m";
  return "*" + std::move(value) + "*";
}

}  // namespace

std::string excerpt(std::string_view text, Span value, Span within, unsigned width, const TextOptions& options) {
  value = clamp(value, text);
  within = clamp(within, text);
  if (!within.contains(value) || within.size() == 0) within = line_around(text, value);
  within = trimmed(text, within, value);
  const bool visible = options.show_invisible;

  // The value comes first; what room it leaves is shared out, and a side that needs less gives the rest to the other.
  const Reach inner = walk_right(text, value.begin, value.end, std::max(width, 12U) - 2, visible);
  const bool value_cut = inner.at < value.end;
  const unsigned marks = options.color ? 2U : 4U;  // both ellipses, and the two stars
  const unsigned room = width > inner.used + marks ? width - inner.used - marks : 0U;
  const Reach most_left = walk_left(text, value.begin, within.begin, room, visible);
  const Reach most_right = walk_right(text, value.end, within.end, room, visible);
  const unsigned left_room = std::max(room / 2, room - std::min(room, most_right.used));
  const unsigned right_room = room - std::min(left_room, most_left.used);
  std::size_t begin = walk_left(text, value.begin, within.begin, left_room, visible).at;
  std::size_t end = walk_right(text, value.end, within.end, right_room, visible).at;
  const bool left_cut = begin > within.begin;
  const bool right_cut = end < within.end;
  if (left_cut) begin = cut_left(text, within.begin, value.begin, begin);
  if (right_cut) end = cut_right(text, value.end, end);

  std::string out;
  if (left_cut) out += kEllipsis;
  out += one_line(piece(text, begin, value.begin), visible);
  std::string shown = one_line(piece(text, value.begin, inner.at), visible);
  if (value_cut) shown += kEllipsis;
  out += highlighted(std::move(shown), options);
  out += one_line(piece(text, value.end, end), visible);
  if (right_cut) out += kEllipsis;
  return isolate(std::move(out), options);
}

std::string context(std::string_view text, Span within, bool from_end, unsigned width, const TextOptions& options) {
  within = trimmed(text, clamp(within, text));
  const bool visible = options.show_invisible;
  const unsigned room = width > 1 ? width - 1 : 1;
  std::string out;
  if (from_end) {
    std::size_t begin = walk_left(text, within.end, within.begin, room, visible).at;
    const bool cut = begin > within.begin;
    if (cut) begin = cut_left(text, within.begin, within.end, begin);
    out = std::string(cut ? kEllipsis : "") + one_line(piece(text, begin, within.end), visible);
  } else {
    std::size_t end = walk_right(text, within.begin, within.end, room, visible).at;
    const bool cut = end < within.end;
    if (cut) end = cut_right(text, within.begin, end);
    out = one_line(piece(text, within.begin, end), visible) + std::string(cut ? kEllipsis : "");
  }
  return isolate(std::move(out), options);
}

}  // namespace mizan::report
