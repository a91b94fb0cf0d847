#include "report/places.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/escape.hpp"

namespace mizan::report {

Places::Places(const Run& run) : run_(run), positions_(run.documents.size()) {}

const Positions& Places::positions(std::uint32_t document) const {
  auto& positions = positions_[document];
  if (!positions) positions = std::make_unique<Positions>(run_.documents[document]);
  return *positions;
}

Position Places::position(std::uint32_t document, std::uint32_t byte) const {
  return position_of(run_.documents[document], positions(document), byte);
}

Position Places::file_position(std::uint32_t document, std::uint32_t byte) const {
  return positions(document).in_file(byte);
}

Position position_of(const Document& document, const Positions& positions, std::uint32_t byte) {
  return document.record_line > 0 ? positions.in_text(byte) : positions.in_file(byte);
}

FileSpan bytes_of(const Document& document, Span span) {
  if (document.record_line > 0) return {span.begin, span.end};
  return document.source.to_file(span);
}

std::string bytes_text(const Document& document, Span span) {
  const FileSpan bytes = bytes_of(document, span);
  return fmt::format("{}-{}", bytes.begin, bytes.end);
}

std::string Places::label(std::uint32_t document, std::uint32_t byte) const {
  return place_label(run_.documents[document], position(document, byte));
}

std::string place_label(const Document& document, Position position) {
  if (document.record_line == 0) return fmt::format("{}:{}:{}", plain(document.path), position.line, position.column);
  return fmt::format("{}:{} ({}:{}:{})", plain(document.path), document.record_line, plain(document.id), position.line,
                     position.column);
}

Span clamp(Span span, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t begin = std::min(span.begin, size);
  return {begin, std::clamp(span.end, begin, size)};
}

std::string_view slice(std::string_view text, Span span) {
  const Span inside = clamp(span, text);
  return text.substr(inside.begin, inside.size());
}

}  // namespace mizan::report
