// Markdown for this room only: CommonMark with the tables, footnotes and strikethrough of GitHub, as far as it matters
// for what is read. Lines are sorted into blocks (markdown.cpp), then each block is read (markdown_inline.cpp).
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text/prose.hpp"

namespace mizan::markdown {

/// A piece of a line that belongs to a block: bytes of the source, without markers and line end.
struct Line {
  std::size_t begin = 0, end = 0;
  bool hard_break = false;  ///< the next line of the block begins a new one
};

/// Names of links that are defined somewhere in the text, as label_of() writes them.
using Labels = std::unordered_set<std::string>;
std::string label_of(std::string_view text);

/// The prose of one block. cells: it is a row of a table.
void read_block(std::string_view source, const std::vector<Line>& lines, bool cells, const Labels& labels,
                ProseWriter& writer);

}  // namespace mizan::markdown

namespace mizan {

/// source is valid UTF-8, without front matter; writer was made for it.
void read_markdown(std::string_view source, ProseWriter& writer);

}  // namespace mizan
