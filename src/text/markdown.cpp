#include <algorithm>

#include "text/formats.hpp"

namespace mizan {
namespace {

constexpr std::string_view kBlank = " \t\r";

/// A line without its end, as bytes of text.
struct Line {
  std::size_t begin = 0, end = 0;
};

Line line_at(std::string_view text, std::size_t byte) {
  const std::size_t before = byte == 0 ? std::string_view::npos : text.rfind('\n', byte - 1);
  const std::size_t behind = text.find('\n', byte);
  return {before == std::string_view::npos ? 0 : before + 1, behind == std::string_view::npos ? text.size() : behind};
}

bool blank(std::string_view text, std::size_t begin, std::size_t end) {
  return text.substr(begin, end - begin).find_first_not_of(kBlank) == std::string_view::npos;
}

/// From the first line that is not blank, at or behind a byte, to the next that is.
Span block_at(std::string_view text, std::size_t byte) {
  Line line = line_at(text, byte);
  while (blank(text, line.begin, line.end) && line.end < text.size()) line = line_at(text, line.end + 1);
  if (blank(text, line.begin, line.end)) return {};
  Span block{static_cast<std::uint32_t>(line.begin), static_cast<std::uint32_t>(line.end)};
  while (block.end < text.size()) {
    line = line_at(text, block.end + std::size_t{1});
    if (blank(text, line.begin, line.end)) break;
    block.end = static_cast<std::uint32_t>(line.end);
  }
  return block;
}

}  // namespace

std::vector<Comment> markdown_comments(std::string_view text, std::uint32_t first_line) {
  std::vector<Comment> comments;
  for (std::size_t at = text.find("<!--"); at != std::string_view::npos; at = text.find("<!--", at)) {
    const std::size_t end = text.find("-->", at + 4);
    if (end == std::string_view::npos) break;
    Comment comment;
    std::string_view inside = text.substr(at + 4, end - at - 4);
    inside.remove_prefix(std::min(inside.size(), inside.find_first_not_of(" \t\r\n")));
    comment.text = inside.substr(0, inside.find_last_not_of(" \t\r\n") + 1);
    comment.line = first_line + static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + at, '\n'));
    const bool alone = blank(text, line_at(text, at).begin, at) && blank(text, end + 3, line_at(text, end).end);
    comment.block = alone ? block_at(text, std::min(text.size(), line_at(text, end).end + 1)) : block_at(text, at);
    comments.push_back(std::move(comment));
    at = end + 3;
  }
  return comments;
}

}  // namespace mizan
