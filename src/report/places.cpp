#include "report/places.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/escape.hpp"

namespace mizan::report {
Places::Places(const Run& run) : run_(run), lines_(run.documents.size()) {}

Position Places::position(std::uint32_t document, std::uint32_t byte) const {
  auto& lines = lines_[document];
  if (!lines) lines = std::make_unique<Lines>(run_.documents[document].text);
  return in_file(run_.documents[document], lines->position(byte));
}

Position in_file(const Document& document, Position position) {
  position.line += document.first_line - 1;
  return position;
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
