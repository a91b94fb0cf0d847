// What holds of every text, whatever it is made of: for the tests on random words and for the fuzzer. Each function
// returns the first law that is broken, or "".
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "extract/extract.hpp"
#include "text/text.hpp"

namespace laws {

using namespace mizan;

inline bool at_character(std::string_view text, std::uint32_t byte) {
  return byte == text.size() || (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80);
}

/// Inside the text, not empty, and between whole characters.
inline bool sound(std::string_view text, Span span) {
  return span.begin < span.end && at_character(text, span.begin) && at_character(text, span.end);
}

/// The lengths add up; mapping back is monotone, never empty, and ends where the source does.
inline std::string of_map(std::string_view source, const Folded& folded) {
  const OffsetMap& map = folded.map;
  const auto size = static_cast<std::uint32_t>(folded.text.size());
  if (map.source_size() != source.size() || map.folded_size() != size) return "the lengths of the map add up";
  Span before;
  for (std::uint32_t i = 0; i < size; ++i) {
    const Span span = map.to_source({i, i + 1});
    if (span.begin >= span.end || span.end > source.size()) return "a folded byte comes from bytes of the source";
    if (span.begin < before.begin || span.end < before.end) return "mapping back is monotone";
    before = span;
  }
  const Span all = map.to_source({0, size});
  return all.end <= source.size() && (size == 0 || all.begin < all.end) ? "" : "the whole comes from the source";
}

/// Is this what the readers may make of bytes of a file?
inline bool reads_as(std::string_view file, std::string_view text) {
  if (file == text || file.front() == '&' || file.front() == '\\') return true;
  if (text == " " || text == "\n" || text == "|") return true;
  return file.size() == 1 && text.size() > 1 && std::string_view("0123456789+-").find(file) != std::string_view::npos;
}

/// Every character of a document's text stands somewhere in the file, in order, and its position is the one that the
/// file itself tells.
inline std::string of_source(const Document& document, std::string_view file) {
  const std::size_t mark = file.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  const Lines lines(file.substr(mark));
  const Positions positions(document);
  // A record's line ends at a line feed alone; elsewhere a carriage return ends one too.
  bool same_lines = true;
  for (std::size_t i = file.find('\r'); i != std::string_view::npos; i = file.find('\r', i + 1))
    same_lines = same_lines && (document.record_line == 0 || file.substr(i + 1, 1) == "\n");
  FileSpan before;
  for (std::uint32_t i = 0; i < document.text.size();) {
    const std::uint32_t size = code_point(document.text, i).size;
    const FileSpan span = document.source.to_file({i, i + size});
    if (span.begin >= span.end || span.end > file.size()) return "a character stands in the file";
    if (span.begin < before.begin || span.end < before.end) return "places in the file are in order";
    const std::string_view there = file.substr(span.begin, span.end - span.begin);
    if (!reads_as(there, std::string_view(document.text).substr(i, size))) return "the file says what the text says";
    if (same_lines && !(positions.in_file(i) == lines.position(static_cast<std::uint32_t>(span.begin - mark))))
      return "a position is that of the file";
    before = span;
    i += size;
  }
  for (const Comment& comment : document.comments) {
    if (comment.block.begin > comment.block.end || comment.block.end > document.text.size())
      return "a comment's block is a piece of the text";
    if (comment.line < 1 || comment.line > lines.count()) return "a comment stands on a line of the file";
  }
  return "";
}

template <class T>
bool in_order(const Interval<T>& interval) {
  return !interval.first || !interval.last || *interval.first <= *interval.last;
}

inline std::string of_reading(const Reading& reading) {
  if (dump(reading).empty()) return "a reading has a dump";
  if (const auto* quantity = std::get_if<Quantity>(&reading)) {
    if (quantity->high < quantity->low) return "low is not above high";
    if (!in_order(range(*quantity)) || !in_order(loose_range(*quantity))) return "a range has its ends in order";
  }
  if (const auto* time = std::get_if<Time>(&reading))
    if (time->days && !in_order(*time->days)) return "the days of a time are in order";
  return "";
}

inline std::string of_extraction(const Document& document, const Extraction& extraction) {
  const std::string_view text = document.text;
  const auto& sentences = extraction.sentences;
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < extraction.mentions.size(); ++i) {
    const Mention& mention = extraction.mentions[i];
    if (!sound(text, mention.span)) return "a mention is a piece of the text";
    if (mention.span.begin < end) return "mentions are in order and do not overlap";
    if (mention.sentence >= sentences.size() || !sentences[mention.sentence].span.contains(mention.span))
      return "a mention stands in its sentence";
    const auto& listed = sentences[mention.sentence].mentions;
    if (std::find(listed.begin(), listed.end(), i) == listed.end()) return "a sentence lists its mentions";
    if (mention.readings.empty() || mention.path.empty()) return "a mention has a reading and a path";
    if (dump(mention).empty()) return "a mention has a dump";
    for (const Reading& reading : mention.readings)
      if (const std::string broken = of_reading(reading); !broken.empty()) return broken;
    end = mention.span.end;
  }
  end = 0;
  for (const SentenceView& sentence : sentences) {
    if (!sound(text, sentence.span) || sentence.span.begin < end) return "sentences are pieces of the text, in order";
    for (const NameMention& name : sentence.names)
      if (!sound(text, name.span) || name.id.empty()) return "a name is a piece of the text";
    for (const Cue& cue : sentence.cues)
      if (!sound(text, cue.span)) return "a cue is a piece of the text";
    end = sentence.span.end;
  }
  for (const Span& span : extraction.date.evidence)
    if (!sound(text, span)) return "evidence of a date is a piece of the text";
  return extraction.date.days && !in_order(*extraction.date.days) ? "the days of a document are in order" : "";
}

}  // namespace laws
