#include <algorithm>

#include "text/builder.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

namespace mizan {
namespace {

constexpr std::size_t kLongestStep = (std::size_t{1} << 24) - 1;

/// One line of ASCII: as many columns as bytes.
bool is_straight(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && byte != '\n' && byte != '\r';
  });
}

std::uint32_t narrow(std::size_t byte) { return static_cast<std::uint32_t>(byte); }

void move_along(Position& position, std::uint32_t bytes) {
  position.column += bytes;
  position.utf16 += bytes;
  position.byte += bytes;
}

}  // namespace

SourceMap::Piece SourceMap::piece_at(std::uint32_t byte) const {
  const auto next = std::upper_bound(pieces_.begin(), pieces_.end(), byte,
                                     [](std::uint32_t value, const Piece& piece) { return value < piece.text; });
  return next == pieces_.begin() ? Piece{} : *std::prev(next);
}

FileSpan SourceMap::to_file(Span text) const {
  const auto place = [this](const Piece& piece, std::uint64_t units) {
    return base_ + piece.source + units * piece.source_step;
  };
  const Piece first = piece_at(text.begin);
  const std::uint64_t begin = place(first, (text.begin - first.text) / first.text_step);
  if (text.begin >= text.end) return {begin, begin};
  const Piece last = piece_at(text.end - 1);
  return {begin, place(last, (text.end - 1 - last.text) / last.text_step + std::uint64_t{1})};
}

Positions::Positions(const Document& document) : map_(document.source), lines_(document.text) {
  begins_.reserve(map_.pieces_.size());
  SourceMap::Piece piece;
  Position begin = map_.start_;
  auto anchor = map_.anchors_.begin();
  for (const SourceMap::Piece& next : map_.pieces_) {
    const std::uint32_t units = (next.text - piece.text) / piece.text_step;
    begin = within(piece, begin, next.text);
    move_along(begin, next.source - piece.source - units * piece.source_step);
    if (anchor != map_.anchors_.end() && anchor->piece == begins_.size()) begin = (anchor++)->at;
    begins_.push_back(begin);
    piece = next;
  }
}

Position Positions::within(const SourceMap::Piece& piece, const Position& begin, std::uint32_t byte) const {
  Position result = begin;
  if (piece.text_step != 1 || piece.source_step != 1) {
    move_along(result, (byte - piece.text) / piece.text_step * piece.source_step);
    return result;
  }
  const Position from = lines_.position(piece.text);
  const Position to = lines_.position(byte);
  if (to.line > from.line) return {begin.line + to.line - from.line, to.column, to.utf16, to.byte};
  result.column += to.column - from.column;
  result.utf16 += to.utf16 - from.utf16;
  result.byte += to.byte - from.byte;
  return result;
}

Position Positions::in_file(std::uint32_t byte) const {
  const auto next =
      std::upper_bound(map_.pieces_.begin(), map_.pieces_.end(), byte,
                       [](std::uint32_t value, const SourceMap::Piece& piece) { return value < piece.text; });
  if (next == map_.pieces_.begin()) return within({}, map_.start_, byte);
  const auto index = static_cast<std::size_t>(next - map_.pieces_.begin()) - 1;
  return within(map_.pieces_[index], begins_[index], byte);
}

void TextBuilder::open(std::size_t begin, std::size_t text_step, std::size_t source_step) {
  const bool apart = begin > at_;
  if (apart && !is_straight(source_.substr(at_, begin - at_))) bent_ = true;
  if (!apart && !bent_ && last_.text_step == text_step && last_.source_step == source_step) return;
  last_.text = narrow(text_.size());
  last_.source = narrow(begin);
  last_.text_step = text_step & 0xFF;
  last_.source_step = source_step & kLongestStep;
  map_.pieces_.push_back(last_);
  if (bent_) map_.anchors_.push_back({narrow(map_.pieces_.size() - 1), position(begin)});
  bent_ = false;
}

void TextBuilder::keep(std::size_t begin, std::size_t end) {
  if (begin == end) return;
  open(begin, 1, 1);
  text_.append(source_.substr(begin, end - begin));
  at_ = end;
}

void TextBuilder::put(std::string_view text, std::size_t begin, std::size_t end) {
  if (text == source_.substr(begin, end - begin)) return keep(begin, end);
  begin = std::max(begin, end - std::min(end, kLongestStep));
  open(begin, text.size(), end - begin);
  text_.append(text);
  at_ = end;
  bent_ = !is_straight(source_.substr(begin, end - begin));
}

Position TextBuilder::position(std::size_t byte) {
  for (; cursor_byte_ < byte; ++cursor_byte_) {
    const char c = source_[cursor_byte_];
    if (c == '\n' || (c == '\r' && source_.substr(cursor_byte_ + 1, 1) != "\n")) {
      cursor_ = {cursor_.line + 1};
      continue;
    }
    ++cursor_.byte;
    if (utf8::is_continuation(c)) continue;
    ++cursor_.column;
    cursor_.utf16 += utf8::length(c) == 4 ? 2 : 1;
  }
  return cursor_;
}

void TextBuilder::finish(Document& document) {
  map_.pieces_.shrink_to_fit();
  map_.anchors_.shrink_to_fit();
  document.text = std::move(text_);
  document.source = std::move(map_);
}

}  // namespace mizan
