// Tags as they stand in the bytes of HTML, or inside Markdown; for this room only. No tree: html.cpp has that.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mizan::markup {

/// A tag, a comment or a declaration: bytes of the source from '<' on.
struct Tag {
  enum class Kind { opening, closing, comment, other };
  Kind kind = Kind::other;
  std::string name;     ///< in small letters; of tags only
  std::size_t end = 0;  ///< behind its '>'
  std::size_t attributes = 0;
  bool complete = true;  ///< false: the source ends before it does
};

/// Does a '<' begin markup, as browsers see it?
bool begins(std::string_view source, std::size_t at);

/// The markup at a byte where begins() holds. One that never ends goes to the end of the source. linear in its size.
Tag tag_at(std::string_view source, std::size_t at);

/// What a comment says: the bytes between "<!--" and "-->".
std::string_view comment_text(std::string_view source, std::size_t begin, std::size_t end);

/// Elements that stand on lines of their own.
bool is_block(std::string_view name);
/// Elements whose content is not markup, up to their own end tag: script, style and their kin.
bool is_raw(std::string_view name);
/// Elements that have no content and no end tag.
bool is_void(std::string_view name);

/// Behind the end tag of a raw element, whose content begins at a byte; the end of the source without one. The second
/// is where the end tag begins.
struct RawEnd {
  std::size_t tag = 0, end = 0;
};
RawEnd raw_end(std::string_view source, std::size_t at, std::string_view name);

}  // namespace mizan::markup
