// What is read of marked-up text, for the readers of this room: blocks on lines of their own, white space made one,
// character references decoded, and every byte with its place. Pieces come in the order of the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/builder.hpp"

namespace mizan {

/// What stands between two pieces of text; of several the strongest counts.
enum class Gap : std::uint8_t {
  none,
  seam,   ///< something was left out: two figures must not become one
  space,  ///< white space
  cell,   ///< another cell of the row
  line,   ///< another block, or a line break
};

class ProseWriter {
 public:
  explicit ProseWriter(std::string_view source, std::uint64_t base = 0, const Position& start = {})
      : source_(source), builder_(source, base, start) {}

  void gap(Gap gap) { gap_ = gap > gap_ ? gap : gap_; }
  /// Bytes of the source without markup. raised: digits are exponents or notes; lowered: indices.
  enum class Level : std::uint8_t { plain, raised, lowered };
  void write(std::size_t begin, std::size_t end, Level level = Level::plain);
  /// Bytes of the source that are text as they stand, white space and ampersands included.
  void literal(std::size_t begin, std::size_t end);
  /// A comment that begins at a byte of the source.
  void comment(std::string_view text, std::size_t begin);
  bool empty() const { return builder_.text().empty(); }
  void finish(Document& document);

 private:
  void put(std::string_view text, std::size_t begin, std::size_t end);
  void fill_gap(std::string_view next, std::size_t begin);
  void new_block();
  void end_block();

  std::string_view source_;
  TextBuilder builder_;
  Gap gap_ = Gap::line;
  std::uint32_t block_ = 0;  // where the block that is being written begins
  std::vector<Comment> comments_;
  std::size_t settled_ = 0;  // comments before have their whole block
  std::size_t waiting_ = 0;  // comments from here on wait for the next block
};

}  // namespace mizan
