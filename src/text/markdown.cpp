#include "text/markdown.hpp"

#include <algorithm>
#include <utility>

#include "text/markup.hpp"

namespace mizan {
namespace markdown {
namespace {

constexpr std::string_view kBlank = " \t";
constexpr std::size_t kLongestNumber = 3;  // "2023. " begins a sentence, not the item of a list

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) + 1 - first);
}

/// Three or more of one sign, and nothing else: a line across the page.
bool is_rule(std::string_view line) {
  std::size_t count = 0;
  for (const char c : line) {
    if (c == ' ' || c == '\t') continue;
    if ((c != '-' && c != '*' && c != '_') || c != line.front()) return false;
    ++count;
  }
  return count >= 3;
}

bool is_underline(std::string_view line) {
  const std::string_view text = trimmed(line);
  return !text.empty() && (text.front() == '=' || text.front() == '-') &&
         text.find_first_not_of(text.front()) == std::string_view::npos;
}

/// |---|:--:|: the line below the head of a table.
bool is_delimiter(std::string_view line) {
  return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|:- \t") == std::string_view::npos;
}

/// Bytes of the marker of a list item and the white space behind it; 0 without one.
std::size_t item_marker(std::string_view line, bool in_paragraph) {
  std::size_t size = 0;
  if (line.find_first_of("-*+") == 0) {
    if (is_rule(line)) return 0;
    size = 1;
  } else {
    while (size < line.size() && is_digit(line[size])) ++size;
    if (size == 0 || size > kLongestNumber || size == line.size()) return 0;
    if (line[size] != '.' && line[size] != ')') return 0;
    if (in_paragraph && line.substr(0, size) != "1") return 0;  // a line of prose that happens to begin so
    ++size;
  }
  const std::size_t text = line.find_first_not_of(kBlank, size);
  if (text == std::string_view::npos) return in_paragraph ? 0 : line.size();
  if (text == size) return 0;
  for (const std::string_view task : {"[ ] ", "[x] ", "[X] "})
    if (line.substr(text, task.size()) == task) return text + task.size();
  return text;
}

/// The fence that opens or closes code: its sign and how many; 0 for none.
std::size_t fence_size(std::string_view line) {
  if (line.empty() || (line.front() != '`' && line.front() != '~')) return 0;
  const std::size_t size = std::min(line.size(), line.find_first_not_of(line.front()));
  const bool inline_code = line.front() == '`' && line.find('`', size) != std::string_view::npos;
  return size >= 3 && !inline_code ? size : 0;
}

/// Where the text of "[label]:" begins; 0 for other lines. The label stands at 1.
std::size_t definition(std::string_view line) {
  if (line.size() < 4 || line.front() != '[') return 0;
  const std::size_t close = line.find(']');
  return close != std::string_view::npos && close > 1 && line.substr(close + 1, 1) == ":" ? close + 2 : 0;
}

struct Block {
  std::vector<Line> lines;
  bool cells = false;
  std::size_t comment_begin = 0, comment_end = 0;  // a block that is a comment
};

/// Sorts lines into blocks.
class Splitter {
 public:
  Splitter(std::string_view source, std::vector<Block>& blocks, Labels& labels)
      : source_(source), blocks_(blocks), labels_(labels) {}

  void run() {
    while (at_ < source_.size()) {
      const std::size_t end = std::min(source_.size(), source_.find_first_of("\r\n", at_));
      next_ = source_.substr(end, 2) == "\r\n" ? end + 2 : std::min(source_.size(), end + 1);
      line(at_, end);
      at_ = next_;
    }
    flush();
  }

 private:
  std::string_view slice(std::size_t begin, std::size_t end) const { return source_.substr(begin, end - begin); }

  void flush() {
    if (!block_.lines.empty()) blocks_.push_back(std::move(block_));
    block_ = {};
    in_table_ = false;
  }

  void alone(std::size_t begin, std::size_t end, bool cells) {
    flush();
    block_.lines.push_back({begin, end});
    block_.cells = cells;
    flush();
  }

  void line(std::size_t begin, std::size_t end) {
    if (fence_ > 0) return code_line(begin, end);
    std::size_t indent = 0;
    begin = inside_containers(begin, end, indent);
    const std::string_view text = slice(begin, end);
    if (text.empty()) {
      flush();
      blank_before_ = true;
      return;
    }
    const bool after_blank = std::exchange(blank_before_, false);
    if (indent == 0 && after_blank && !marker_) in_list_ = false;
    if (indent >= 4 && block_.lines.empty() && !in_list_) return;  // code by its indent
    if (const std::size_t size = fence_size(text); size > 0) {
      flush();
      fence_ = size;
      fence_sign_ = text.front();
    } else if (text.front() == '<' && html_block(begin, end)) {
      return;
    } else if (const std::size_t level = std::min(text.size(), text.find_first_not_of('#'));
               level > 0 && level <= 6 && (level == text.size() || text[level] == ' ' || text[level] == '\t')) {
      heading(begin + level, end);
    } else if (block_.lines.size() == 1 && is_delimiter(text) &&
               slice(block_.lines[0].begin, block_.lines[0].end).find('|') != std::string_view::npos) {
      block_.cells = true;
      flush();
      in_table_ = true;
    } else if (!block_.lines.empty() && is_underline(text)) {
      flush();
    } else if (is_rule(text)) {
      flush();
    } else if (in_table_) {
      alone(begin, end, true);
      in_table_ = true;
    } else if (const std::size_t behind = block_.lines.empty() ? definition(text) : 0; behind > 0) {
      if (text[1] != '^') {
        labels_.insert(label_of(text.substr(1, behind - 3)));
      } else if (const std::size_t note = text.find_first_not_of(kBlank, behind); note != std::string_view::npos) {
        add(begin + note, end);
      }
    } else {
      add(begin, end);
    }
  }

  void add(std::size_t begin, std::size_t end) {
    const std::string_view text = slice(begin, end);
    const std::size_t visible = text.find_last_not_of(kBlank) + 1;
    const bool backslash = text[visible - 1] == '\\' && visible == text.size();
    const bool hard = backslash || text.size() - visible >= 2;
    block_.lines.push_back({begin, begin + visible - (backslash ? 1 : 0), hard});
  }

  /// Behind indent, quote marks and list markers. A marker begins a block of its own.
  std::size_t inside_containers(std::size_t begin, std::size_t end, std::size_t& indent) {
    marker_ = false;
    indent = 0;
    const std::size_t quotes_before = std::exchange(quotes_, 0);
    while (true) {
      for (; begin < end && (source_[begin] == ' ' || source_[begin] == '\t'); ++begin)
        indent += source_[begin] == '\t' ? 4 : 1;
      const std::string_view text = slice(begin, end);
      if (text.empty() || (indent >= 4 && !in_list_)) return begin;
      if (text.front() == '>') {
        if (++quotes_ > quotes_before) flush();
        ++begin;
        indent = 0;
        continue;
      }
      const std::size_t marker = item_marker(text, !block_.lines.empty() && !in_list_);
      if (marker == 0) return begin;
      flush();
      in_list_ = marker_ = true;
      indent = 0;
      begin += marker;
    }
  }

  void code_line(std::size_t begin, std::size_t end) {
    std::string_view text = slice(begin, end);
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t>")));
    const std::size_t size = std::min(text.size(), text.find_first_not_of(fence_sign_));
    if (size >= fence_ && trimmed(text.substr(size)).empty()) fence_ = 0;
  }

  void heading(std::size_t begin, std::size_t end) {
    std::string_view text = trimmed(slice(begin, end));
    const std::size_t last = text.find_last_not_of('#');
    if (last == std::string_view::npos) {
      text = {};
    } else if (last + 1 < text.size() && kBlank.find(text[last]) != std::string_view::npos) {
      text = trimmed(text.substr(0, last + 1));
    }
    flush();
    if (text.empty()) return;
    const auto first = static_cast<std::size_t>(text.data() - source_.data());
    alone(first, first + text.size(), false);
  }

  /// A comment, or an element without prose, that begins a line; the rest of its last line is read as a line.
  bool html_block(std::size_t begin, std::size_t end) {
    if (!markup::begins(source_, begin)) return false;
    const bool is_comment = source_.substr(begin, 4) == "<!--";
    std::size_t behind = 0;
    if (is_comment) {
      const markup::Tag tag = markup::tag_at(source_, begin);
      behind = tag.end;
      flush();
      if (tag.complete) blocks_.push_back({{}, false, begin, behind});
    } else {
      const markup::Tag tag = markup::tag_at(slice(begin, end), 0);
      const bool code = tag.name == "script" || tag.name == "style" || tag.name == "textarea" || tag.name == "pre";
      if (tag.kind != markup::Tag::Kind::opening || !code) return false;
      flush();
      behind = markup::raw_end(source_, begin + tag.end, tag.name).end;
    }
    next_ = behind;
    return true;
  }

  std::string_view source_;
  std::vector<Block>& blocks_;
  Labels& labels_;
  std::size_t at_ = 0, next_ = 0;
  Block block_;
  bool in_table_ = false, in_list_ = false, marker_ = false, blank_before_ = true;
  std::size_t quotes_ = 0;  // marks of the line before
  std::size_t fence_ = 0;
  char fence_sign_ = '`';
};

}  // namespace

std::string label_of(std::string_view text) {
  std::string label;
  for (const char c : trimmed(text)) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (space && label.back() == ' ') continue;
    label += space ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return label;
}

}  // namespace markdown

void read_markdown(std::string_view source, ProseWriter& writer) {
  markdown::Labels labels;
  std::vector<markdown::Block> blocks;  // a link may be defined below its use
  markdown::Splitter(source, blocks, labels).run();
  for (const markdown::Block& block : blocks) {
    writer.gap(Gap::line);
    if (block.comment_end > 0) {
      writer.comment(markup::comment_text(source, block.comment_begin, block.comment_end), block.comment_begin);
    } else {
      markdown::read_block(source, block.lines, block.cells, labels, writer);
    }
    writer.gap(Gap::line);
  }
}

}  // namespace mizan
