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
  Position position(std::uint32_t document, std::uint32_t byte) const;
  /// path:line:column, or for a record of a .jsonl file path:record (id:line:column).
  std::string label(std::uint32_t document, std::uint32_t byte) const;

 private:
  const Run& run_;
  mutable std::vector<std::unique_ptr<Lines>> lines_;
};

/// A position in the text as one in the file: front matter stands above it.
Position in_file(const Document& document, Position position);
std::string place_label(const Document& document, Position position);

/// The span cut to the text: a wrong span is a bug elsewhere, and must not become a crash while reporting it.
Span clamp(Span span, std::string_view text);
std::string_view slice(std::string_view text, Span span);

}  // namespace mizan::report
