// A scanner for one JSON object a line, for this room only: it keeps the fields of a document and checks the rest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "text/text.hpp"

namespace mizan::json {

/// A string field and where its value begins; absent or null is not given.
struct Field {
  bool given = false;
  std::string value;
  std::uint32_t byte = 0;
};

/// A line of a file, where it begins there, and its number.
struct Line {
  std::string_view text;
  std::uint64_t offset = 0;
  std::uint32_t number = 1;
};

struct Record {
  Field id, text, lang, published, title;  ///< of text no value: that is in article
  Document article;                        ///< its text and where it stands in the file
  std::vector<std::string> unknown;        ///< keys that mean nothing here; for "did you mean"
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

/// The line is valid UTF-8. An id may also be an integer.
tl::expected<Record, Mistake> parse_record(const Line& line);
/// {"id", "a": {a record}, "b": {a record}}; a record that is missing has no text.
tl::expected<RecordPair, Mistake> parse_pair(const Line& line);

}  // namespace mizan::json
