#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "text/markdown.hpp"
#include "text/markup.hpp"
#include "text/utf8.hpp"

namespace mizan::markdown {
namespace {

constexpr std::size_t kLongestLabel = 999;  // as CommonMark has it
constexpr int kDeepestParentheses = 32;

bool is_punctuation(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7F && !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
}

/// Something in a block that is not plain text.
struct Token {
  enum class Kind {
    text,   ///< taken for markup at first, and is none
    skip,   ///< no text
    joint,  ///< no text, and figures at its sides stay apart
    space,  ///< a line end
    line,   ///< a line break
    cell,   ///< the bar of a table
    comment,
  };
  Kind kind = Kind::text;
  std::size_t begin = 0, end = 0;
};

/// A run of signs that may begin or end emphasis.
struct Run {
  std::size_t token;  // the first of its signs: each has a token of its own
  char sign;
  std::size_t size, left;
  bool opens, closes;
};

class Inline {
 public:
  Inline(std::string_view source, const std::vector<Line>& lines, bool cells, const Labels& labels)
      : source_(source), lines_(lines), cells_(cells), labels_(labels) {
    for (const Line& line : lines) {
      if (!text_.empty()) text_ += '\n';
      starts_.push_back(text_.size());
      text_ += source.substr(line.begin, line.end - line.begin);
    }
    find_code_ends();
  }

  void write(ProseWriter& writer) {
    scan();
    emphasise();
    std::size_t at = 0;
    for (const Token& token : tokens_) {
      if (token.begin < at || token.kind == Token::Kind::text) continue;
      prose(at, token.begin, writer);
      at = token.end;
      switch (token.kind) {
        case Token::Kind::joint:
          writer.gap(Gap::seam);
          break;
        case Token::Kind::space:
          writer.gap(Gap::space);
          break;
        case Token::Kind::line:
          writer.gap(Gap::line);
          break;
        case Token::Kind::cell:
          writer.gap(Gap::cell);
          break;
        case Token::Kind::comment:
          writer.comment(markup::comment_text(text_, token.begin, token.end), in_source(token.begin));
          break;
        case Token::Kind::text:
        case Token::Kind::skip:
          break;
      }
    }
    prose(at, text_.size(), writer);
  }

 private:
  std::size_t line_of(std::size_t at) const {
    return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), at) - starts_.begin()) - 1;
  }
  std::size_t in_source(std::size_t at) const {
    const std::size_t line = line_of(at);
    return lines_[line].begin + (at - starts_[line]);
  }

  void prose(std::size_t begin, std::size_t end, ProseWriter& writer) const {
    if (begin >= end) return;
    const std::size_t from = in_source(begin);  // line ends are tokens, so that this is one line
    writer.write(from, from + (end - begin), level_at(begin));
  }

  ProseWriter::Level level_at(std::size_t at) const {
    const auto next = levels_.upper_bound(at);
    return next == levels_.begin() ? ProseWriter::Level::plain : std::prev(next)->second;
  }

  void add(Token::Kind kind, std::size_t begin, std::size_t end) { tokens_.push_back({kind, begin, end}); }

  void scan() {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
  }

  /// Reads what stands at a byte; returns where to go on.
  std::size_t step(std::size_t at) {
    switch (text_[at]) {
      case '\\':
        if (at + 1 < text_.size() && is_punctuation(text_[at + 1])) {
          add(Token::Kind::skip, at, at + 1);
          return at + 2;
        }
        return at + 1;
      case '\n':
        add(lines_[line_of(at)].hard_break ? Token::Kind::line : Token::Kind::space, at, at + 1);
        return at + 1;
      case '`':
        return code(at);
      case '<':
        return angle(at);
      case '|':
        if (cells_) add(Token::Kind::cell, at, at + 1);
        return at + 1;
      case '!':
        if (text_.compare(at, 2, "![") != 0) return at + 1;
        return open_bracket(at, 2);
      case '[':
        return open_bracket(at, 1);
      case ']':
        return close_bracket(at);
      case '*':
      case '_':
      case '~':
        return signs(at);
      default:
        return std::min(text_.size(), text_.find_first_of("\\\n`<|![]*_~", at + 1));
    }
  }

  /// For every run of backticks, where the next of the same length begins.
  void find_code_ends() {
    std::map<std::size_t, std::size_t> later;
    for (std::size_t end = text_.rfind('`'); end != std::string::npos;) {
      std::size_t begin = end;
      while (begin > 0 && text_[begin - 1] == '`') --begin;
      const std::size_t size = end + 1 - begin;
      const auto next = later.find(size);
      code_ends_[begin] = next == later.end() ? 0 : next->second;
      later[size] = begin;
      end = begin == 0 ? std::string::npos : text_.rfind('`', begin - 1);
    }
  }

  std::size_t code(std::size_t at) {
    const std::size_t size = std::min(text_.size(), text_.find_first_not_of('`', at)) - at;
    const auto close = code_ends_.find(at);
    if (close == code_ends_.end() || close->second == 0) return at + size;
    add(Token::Kind::joint, at, close->second + size);
    return close->second + size;
  }

  std::size_t angle(std::size_t at) {
    if (unclosed_ || !markup::begins(text_, at)) return at + 1;
    const markup::Tag tag = markup::tag_at(text_, at);
    const bool is_comment = tag.kind == markup::Tag::Kind::comment;
    if (!tag.complete) {
      unclosed_ = true;
      return at + 1;
    }
    if (is_comment) {
      add(Token::Kind::comment, at, tag.end);
    } else if (markup::is_block(tag.name)) {
      add(Token::Kind::line, at, tag.end);
    } else if (tag.kind == markup::Tag::Kind::opening && (tag.name == "code" || tag.name == "del" || tag.name == "s")) {
      const std::size_t end = markup::raw_end(text_, tag.end, tag.name).end;
      add(Token::Kind::joint, at, end);
      return end;
    } else {
      if (tag.name == "sup" || tag.name == "sub") {
        levels_[tag.end] = tag.kind == markup::Tag::Kind::closing ? ProseWriter::Level::plain
                           : tag.name == "sup"                    ? ProseWriter::Level::raised
                                                                  : ProseWriter::Level::lowered;
      }
      const bool address = tag.name.find_first_of(":@") != std::string::npos;
      add(address ? Token::Kind::joint : Token::Kind::skip, at, tag.end);
    }
    return tag.end;
  }

  std::size_t open_bracket(std::size_t at, std::size_t size) {
    if (text_.compare(at, 2, "[^") == 0) {  // the mark of a footnote
      const std::size_t close = text_.find_first_of("] \n", at);
      if (close != std::string::npos && text_[close] == ']') {
        add(Token::Kind::joint, at, close + 1);
        return close + 1;
      }
    }
    brackets_.push_back(tokens_.size());
    add(Token::Kind::text, at, at + size);
    return at + size;
  }

  std::size_t close_bracket(std::size_t at) {
    if (brackets_.empty()) return at + 1;
    Token& opener = tokens_[brackets_.back()];
    brackets_.pop_back();
    std::optional<std::size_t> end = destination(at + 1);
    const std::string_view inside = std::string_view(text_).substr(opener.end, at - opener.end);
    if (!end) end = reference(at + 1, inside);
    const bool image = text_[opener.begin] == '!';
    if (!end) {
      if (image && inside.size() <= kLongestLabel && labels_.count(label_of(inside)) > 0) {
        opener.kind = Token::Kind::joint;
        opener.end = at + 1;
      }
      return at + 1;
    }
    opener.kind = Token::Kind::joint;
    if (image || is_mark(inside, at)) {
      opener.end = *end;
    } else {
      add(Token::Kind::joint, at, *end);
    }
    return *end;
  }

  /// A link to a note: a number in brackets, or one that leads to this page.
  bool is_mark(std::string_view inside, std::size_t close) const {
    if (inside.size() > 32) return false;
    const bool letters = std::any_of(inside.begin(), inside.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
    return !letters && (text_.compare(close + 1, 2, "(#") == 0 || inside.find('[') != std::string_view::npos);
  }

  /// Behind "(address "title")".
  std::optional<std::size_t> destination(std::size_t at) const {
    if (at >= text_.size() || text_[at] != '(') return std::nullopt;
    at = skip_space(at + 1);
    if (at < text_.size() && text_[at] == '<') {
      at = text_.find_first_of("<>\n", at + 1);
      if (at == std::string::npos || text_[at] != '>') return std::nullopt;
      ++at;
    } else {
      int depth = 0;
      for (; at < text_.size(); ++at) {
        const char c = text_[at];
        if (c == '\\' && at + 1 < text_.size() && is_punctuation(text_[at + 1])) {
          ++at;
        } else if (c == '(') {
          if (++depth > kDeepestParentheses) return std::nullopt;
        } else if (c == ')') {
          if (--depth < 0) break;
        } else if (static_cast<unsigned char>(c) <= 0x20) {
          break;
        }
      }
      if (depth > 0) return std::nullopt;
    }
    const std::size_t behind = skip_space(at);
    if (behind > at && behind < text_.size() &&
        (text_[behind] == '"' || text_[behind] == '\'' || text_[behind] == '(')) {
      const char close = text_[behind] == '(' ? ')' : text_[behind];
      for (at = behind + 1; at < text_.size() && text_[at] != close && at - behind <= kLongestLabel; ++at)
        if (text_[at] == '\\') ++at;
      if (at >= text_.size() || text_[at] != close) return std::nullopt;
      at = skip_space(at + 1);
    } else {
      at = behind;
    }
    return at < text_.size() && text_[at] == ')' ? std::optional<std::size_t>(at + 1) : std::nullopt;
  }

  /// Behind "[label]", if that is defined; an empty one stands for the text before.
  std::optional<std::size_t> reference(std::size_t at, std::string_view inside) const {
    if (at >= text_.size() || text_[at] != '[') return std::nullopt;
    const std::string_view label = std::string_view(text_).substr(at + 1, kLongestLabel);
    const std::size_t close = label.find(']');
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view wanted = close == 0 ? inside.substr(0, kLongestLabel) : label.substr(0, close);
    if (labels_.count(label_of(wanted)) == 0) return std::nullopt;
    return at + close + 2;
  }

  std::size_t skip_space(std::size_t at) const { return std::min(text_.size(), text_.find_first_not_of(" \t\n", at)); }

  /// A run of * or _ or ~, as CommonMark tells what it may do.
  std::size_t signs(std::size_t at) {
    const char sign = text_[at];
    const std::size_t end = std::min(text_.size(), text_.find_first_not_of(sign, at));
    const char32_t before = at == 0 ? ' ' : utf8::decode_before(text_, at).value;
    const char32_t after = end == text_.size() ? ' ' : utf8::decode(text_, end).value;
    const auto space = [](char32_t c) { return char_kind(c) == CharKind::space; };
    const auto other = [](char32_t c) { return char_kind(c) == CharKind::other; };
    const bool left = !space(after) && (!other(after) || space(before) || other(before));
    const bool right = !space(before) && (!other(before) || space(after) || other(after));
    Run run{tokens_.size(), sign, end - at, end - at, left, right};
    if (sign == '_') {
      run.opens = left && (!right || other(before));
      run.closes = right && (!left || other(after));
    }
    if (sign != '~' || run.size <= 2) runs_.push_back(run);
    for (std::size_t i = at; i < end; ++i) add(Token::Kind::text, i, i + 1);
    return end;
  }

  /// Pairs the runs: signs that emphasise are no text, and what is struck out is not said.
  void emphasise() {
    std::vector<std::size_t> openers;                           // runs, the nearest last
    std::map<std::array<std::size_t, 3>, std::size_t> bottoms;  // below which no opener for such a closer is left
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      Run& closer = runs_[i];
      while (closer.closes && closer.left > 0) {
        std::size_t& bottom = bottoms[{static_cast<std::size_t>(closer.sign), closer.opens ? 1U : 0U, closer.size % 3}];
        std::size_t found = openers.size();
        while (found > bottom && !pairs(runs_[openers[found - 1]], closer)) --found;
        if (found <= bottom) {
          bottom = openers.size();
          break;
        }
        Run& opener = runs_[openers[found - 1]];
        openers.resize(found);
        for (auto& [key, value] : bottoms) value = std::min(value, openers.size());
        const bool struck = closer.sign == '~';
        const std::size_t used = struck ? opener.left : opener.left >= 2 && closer.left >= 2 ? 2 : 1;
        mark(opener.token + opener.left - used, used);
        mark(closer.token + closer.size - closer.left, used);
        if (struck) {
          Token& first = tokens_[opener.token];
          first.kind = Token::Kind::joint;
          first.end = tokens_[closer.token + closer.size - 1].end;
        }
        opener.left -= used;
        closer.left -= used;
        if (opener.left == 0) openers.pop_back();
      }
      if (closer.left > 0 && closer.opens) openers.push_back(i);
    }
  }

  static bool pairs(const Run& opener, const Run& closer) {
    if (opener.sign != closer.sign) return false;
    if (opener.sign == '~') return opener.size == closer.size;
    const bool both = (opener.opens && opener.closes) || (closer.opens && closer.closes);
    return !both || (opener.size + closer.size) % 3 != 0 || (opener.size % 3 == 0 && closer.size % 3 == 0);
  }

  void mark(std::size_t token, std::size_t count) {
    for (std::size_t i = token; i < token + count; ++i) tokens_[i].kind = Token::Kind::skip;
  }

  std::string_view source_;
  const std::vector<Line>& lines_;
  bool cells_;
  const Labels& labels_;
  std::string text_;                 // the lines of the block, joined by line ends
  std::vector<std::size_t> starts_;  // of the lines, in it
  std::vector<Token> tokens_;        // in their order
  std::vector<std::size_t> brackets_;
  std::vector<Run> runs_;
  std::map<std::size_t, std::size_t> code_ends_;
  std::map<std::size_t, ProseWriter::Level> levels_;  // from where on
  bool unclosed_ = false;                             // a '<' that nothing closes: the rest has no tags
};

}  // namespace

void read_block(std::string_view source, const std::vector<Line>& lines, bool cells, const Labels& labels,
                ProseWriter& writer) {
  Inline(source, lines, cells, labels).write(writer);
}

}  // namespace mizan::markdown
