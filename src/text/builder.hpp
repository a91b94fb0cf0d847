// Builds a text and its source map together, left to right, for the readers of this room.
//
//   TextBuilder builder(file);
//   builder.keep(4, 10);           // these bytes are text as they stand
//   builder.put("&", 10, 15);      // these stand for others: an entity, an escape, white space made one
//   builder.keep(30, 32);          // what was passed over is no text
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/text.hpp"

namespace mizan {

class TextBuilder {
 public:
  /// source: the bytes of the file from base on, where start is.
  explicit TextBuilder(std::string_view source, std::uint64_t base = 0, const Position& start = {})
      : source_(source), map_(base, start), cursor_(start) {}

  void keep(std::size_t begin, std::size_t end);
  void put(std::string_view text, std::size_t begin, std::size_t end);

  const std::string& text() const { return text_; }
  std::size_t source_end() const { return at_; }  ///< behind the last byte that became text
  /// Where a byte stands that is not before any asked for or used until now.
  Position position(std::size_t byte);
  void finish(Document& document);  ///< hands text and map over

 private:
  void open(std::size_t begin, std::size_t text_step, std::size_t source_step);

  std::string_view source_;
  std::string text_;
  SourceMap map_;
  SourceMap::Piece last_;  // the piece that is being written
  std::size_t at_ = 0;
  bool bent_ = false;  // since at_ the position cannot be told from the number of bytes
  Position cursor_;
  std::size_t cursor_byte_ = 0;
};

}  // namespace mizan
