#include "extract/unseen.hpp"

#include <algorithm>
#include <array>

namespace mizan {

void take_compound(RawMention& r, const RawMention* next, const Folded& folded, std::string_view source,
                   const Knowledge& knowledge) {
  auto* readings = std::get_if<std::vector<Quantity>>(&r.what);
  if (readings == nullptr || readings->size() != 1 || readings->front().dimension != Dimension::count) return;
  const std::string& noun = readings->front().unit;
  const auto& all = knowledge.concepts();
  const std::string_view told = std::string_view(folded.text).substr(0, r.span.end);
  if (noun.empty() || !told.ends_with(noun) || !source.substr(folded.map.to_source(r.span).end).starts_with("\u200C") ||
      std::any_of(all.begin(), all.end(), [&](const Concept& c) { return c.id == noun; }))
    return;
  constexpr std::uint32_t kShortest = 8;  // bytes
  const std::uint32_t begin = r.span.end + 1;
  const std::uint32_t end = begin < folded.text.size() ? letters_end(folded.text, begin) : begin;
  if (end < begin + kShortest || (next != nullptr && next->span.begin < end)) return;
  readings->front().unit += std::string_view(folded.text).substr(r.span.end, end - r.span.end);
  r.span.end = end;
}

namespace {

/// Is a number in words the middle of a word?
bool is_inside_word(const RawMention& r, std::string_view source, Span span) {
  constexpr std::string_view kJoiner = "\u200C";
  const auto* readings = std::get_if<std::vector<Quantity>>(&r.what);
  return readings != nullptr && readings->front().dimension == Dimension::none &&
         source.substr(0, span.begin).ends_with(kJoiner) && source.substr(span.end).starts_with(kJoiner) &&
         char_kind(code_point(source, span.begin).value) == CharKind::letter;
}

/// "5G", "1080p": a network and a picture, and neither grams nor pence. Only the source has the capital.
bool is_format(std::string_view text) {
  static constexpr std::array<std::string_view, 8> pictures{"240p", "360p",  "480p",  "576p",
                                                            "720p", "1080p", "1440p", "2160p"};
  const bool generation = text.ends_with('G') && code_point(text, 0).size + 1 == text.size() &&
                          char_kind(code_point(text, 0).value) == CharKind::digit;
  return generation || std::find(pictures.begin(), pictures.end(), text) != pictures.end();
}

bool is_numbered_by_kashida(std::string_view source) {
  constexpr std::string_view kKashida = "\u0640";
  std::uint32_t i = 0;
  int digits = 0;
  while (i < source.size() && char_kind(code_point(source, i).value) == CharKind::digit) {
    i += code_point(source, i).size;
    ++digits;
  }
  if (digits == 0 || digits > 2 || !source.substr(i).starts_with(kKashida)) return false;
  while (source.substr(i).starts_with(kKashida)) i += static_cast<std::uint32_t>(kKashida.size());
  return i < source.size() && source[i] == ' ';
}

}  // namespace

bool is_no_figure(const RawMention& r, std::string_view source, Span span) {
  return is_numbered_by_kashida(source.substr(span.begin)) || is_inside_word(r, source, span) ||
         is_format(source.substr(span.begin, span.size()));
}

}  // namespace mizan
