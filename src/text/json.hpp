// A scanner for one JSON object a line, for this room only: it keeps the fields of a document and checks the rest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace mizan::json {

/// A string field and where its value begins; absent or null is not given.
struct Field {
  bool given = false;
  std::string value;
  std::uint32_t byte = 0;
};

struct Record {
  Field id, text, lang, published, title;
  std::vector<std::string> unknown;  ///< keys that mean nothing here; for "did you mean"
};

/// Two documents under one id, to be compared.
struct RecordPair {
  Field id;
  Record a, b;
};

struct Mistake {
  std::uint32_t byte = 0;
  std::string message;
};

/// line is valid UTF-8. An id may also be an integer.
tl::expected<Record, Mistake> parse_record(std::string_view line);
/// {"id", "a": {a record}, "b": {a record}}; a record that is missing has no text.
tl::expected<RecordPair, Mistake> parse_pair(std::string_view line);

}  // namespace mizan::json
