// Inside the report room: from bytes to what people and editors call a place.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace mizan::report {

/// The places of a run, found when first asked for.
class Places {
 public:
  explicit Places(const Run& run);
  const Document& document(std::uint32_t index) const { return run_.documents[index]; }
  /// Where people look for a byte: in the file; of a record of a .jsonl file, in its decoded text.
  Position position(std::uint32_t document, std::uint32_t byte) const;
  /// In the file, always: of a record on the record's line.
  Position file_position(std::uint32_t document, std::uint32_t byte) const;
  /// path:line:column, or for a record of a .jsonl file path:record (id:line:column).
  std::string label(std::uint32_t document, std::uint32_t byte) const;

 private:
  const Positions& positions(std::uint32_t document) const;
  const Run& run_;
  mutable std::vector<std::unique_ptr<Positions>> positions_;
};

/// The place that Places::position tells, of one document.
Position position_of(const Document& document, const Positions& positions, std::uint32_t byte);
/// Bytes as reports count them: of the file; of a record, of its decoded text. SourceMap::to_file tells the other.
FileSpan bytes_of(const Document& document, Span span);
std::string bytes_text(const Document& document, Span span);
std::string place_label(const Document& document, Position position);

/// The span cut to the text: a wrong span is a bug elsewhere, and must not become a crash while reporting it.
Span clamp(Span span, std::string_view text);
std::string_view slice(std::string_view text, Span span);

}  // namespace mizan::report
