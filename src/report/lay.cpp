#include "report/lay.hpp"

#include <algorithm>
#include <cstddef>

#include "report/glyphs.hpp"

namespace mizan::report {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kLeftToRight = "\xE2\x81\xA6", kRightToLeft = "\xE2\x81\xA7", kClose = "\xE2\x81\xA9";

struct Token {
  enum Kind { text, space, style, open, close } kind = text;
  std::string_view bytes;
  unsigned cells = 0;
};

Token token_at(std::string_view line, std::size_t at) {
  if (line.substr(at).starts_with("\x1b[")) {
    const std::size_t end = std::min(line.find('m', at), line.size() - 1);
    return {Token::style, line.substr(at, end + 1 - at), 0};
  }
  const Glyph glyph = decode(line, at);
  if (glyph.code >= 0x2066 && glyph.code <= 0x2069)
    return {glyph.code == 0x2069 ? Token::close : Token::open, line.substr(at, glyph.bytes), 0};
  std::size_t end = cluster_end(line, at, line.size());
  const std::size_t isolate = line.substr(at, end - at).find("\xE2\x81", glyph.bytes);
  if (isolate != std::string_view::npos) end = at + isolate;
  const std::string_view bytes = line.substr(at, end - at);
  return {bytes == " " ? Token::space : Token::text, bytes, cells(bytes)};
}

std::vector<Token> tokens(std::string_view line) {
  std::vector<Token> all;
  for (std::size_t at = 0; at < line.size(); at += all.back().bytes.size()) all.push_back(token_at(line, at));
  return all;
}

/// Of a strong letter: -1 runs right to left, 1 left to right; 0 for all else, as digits and signs.
int direction(char32_t code) {
  const auto in = [&](char32_t first, char32_t last) { return code >= first && code <= last; };
  if (in(0x660, 0x66C) || in(0x6F0, 0x6F9) || in(0x600, 0x60F)) return 0;
  if (in(0x590, 0x8FF) || in(0xFB1D, 0xFDFF) || in(0xFE70, 0xFEFC) || in(0x10800, 0x10FFF) || in(0x1E800, 0x1EFFF))
    return -1;
  if (in('a', 'z') || in('A', 'Z')) return 1;
  return code < 0xC0 || in(0x2000, 0x2BFF) ? 0 : 1;
}

/// What stands open between two tokens.
struct Open {
  std::string_view style, isolate;
  void pass(const std::vector<Token>& all, std::size_t at) {
    const Token& token = all[at];
    if (token.kind == Token::style) style = token.bytes == kReset ? "" : token.bytes;
    if (token.kind == Token::close) isolate = {};
    if (token.kind != Token::open) return;
    isolate = kLeftToRight;
    for (std::size_t i = at + 1; i < all.size() && all[i].kind != Token::close; ++i) {
      const int strong = all[i].kind == Token::text ? direction(decode(all[i].bytes, 0).code) : 0;
      if (strong == 0) continue;
      if (strong < 0) isolate = kRightToLeft;
      break;
    }
  }
  std::string begin() const { return std::string(isolate) + std::string(style); }
  std::string end() const {
    return std::string(style.empty() ? "" : kReset) + std::string(isolate.empty() ? "" : kClose);
  }
};

}  // namespace

unsigned printed_cells(std::string_view line) {
  unsigned sum = 0;
  for (const Token& token : tokens(line)) sum += token.cells;
  return sum;
}

std::string fit(std::string_view line, unsigned width) {
  if (width == 0) return {};
  const std::vector<Token> all = tokens(line);
  std::size_t room = 0, whole = 0;  // tokens that leave a cell for the ellipsis; tokens that fit
  for (unsigned used = 0; whole < all.size() && used + all[whole].cells <= width; ++whole) {
    used += all[whole].cells;
    if (used < width) room = whole + 1;
  }
  if (whole == all.size()) return std::string(line);
  Open open;
  std::string out;
  for (std::size_t i = 0; i < room; ++i) {
    out += all[i].bytes;
    open.pass(all, i);
  }
  return out + std::string(kEllipsis) + open.end();
}

std::string fit_end(std::string_view text, unsigned width) {
  if (width == 0) return {};
  const std::vector<Token> all = tokens(text);
  std::size_t from = all.size();
  unsigned used = 0;
  while (from > 0 && used + all[from - 1].cells <= width) used += all[--from].cells;
  if (from == 0) return std::string(text);
  while (from < all.size() && used + 1 > width) used -= all[from++].cells;
  std::string out{kEllipsis};
  for (; from < all.size(); ++from) out += all[from].bytes;
  return out;
}

std::string padded(std::string_view line, std::size_t width) {
  std::string out = fit(line, static_cast<unsigned>(width));
  const std::size_t used = printed_cells(out);
  return out + std::string(width - std::min(used, width), ' ');
}

std::vector<std::string> wrap(std::string_view line, unsigned width, const std::string& hang) {
  const std::vector<Token> all = tokens(line);
  const unsigned hanging = printed_cells(hang);
  std::vector<std::string> rows;
  Open open;
  for (std::size_t begin = 0; begin < all.size() || rows.empty();) {
    const bool indented = !rows.empty() && hanging + 8 <= width;
    const unsigned room = indented ? width - hanging : std::max(width, 1U);
    std::size_t end = begin, word = begin;  // word: behind the last space with something before it
    bool inside = false, styled = false;    // what is marked stays together, unless the row begins within it
    for (unsigned used = 0; end < all.size() && (used + all[end].cells <= room || end == begin); ++end) {
      used += all[end].cells;
      if (all[end].kind == Token::style) styled = all[end].bytes != kReset;
      if (all[end].kind == Token::text) inside = true;
      if (all[end].kind == Token::space && inside && !styled) word = end + 1;
    }
    if (end < all.size() && (all[end].kind != Token::space || styled) && word > begin) end = word;
    std::string row = (indented ? hang : "") + open.begin();
    std::size_t last = end;
    while (end < all.size() && last > begin && all[last - 1].kind == Token::space) --last;
    for (std::size_t i = begin; i < end; ++i) {
      if (i < last || all[i].kind != Token::space) row += all[i].bytes;
      open.pass(all, i);
    }
    rows.push_back(row + open.end());
    for (begin = end; begin < all.size() && all[begin].kind == Token::space;) ++begin;
    if (all.empty()) break;
  }
  return rows;
}

}  // namespace mizan::report
