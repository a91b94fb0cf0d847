#include "text/prose.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "text/entities.hpp"
#include "text/utf8.hpp"

namespace mizan {
namespace {

constexpr std::string_view kSpace = " \t\n\f\r";
constexpr std::string_view kSpecial = " \t\n\f\r&";

bool is_digit(utf8::CodePoint point) { return u_isdigit(static_cast<UChar32>(point.value)) != 0; }

/// The digit or sign as a small one above or below the line; 0 for what has none.
char32_t small(char c, ProseWriter::Level level) {
  constexpr std::array<char32_t, 10> kRaised = {0x2070, 0xB9,   0xB2,   0xB3,   0x2074,
                                                0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
  const bool raised = level == ProseWriter::Level::raised;
  if (c >= '0' && c <= '9') {
    const auto digit = static_cast<std::size_t>(c - '0');
    return raised ? kRaised[digit] : 0x2080 + static_cast<char32_t>(digit);
  }
  if (c == '-') return raised ? 0x207B : 0x208B;
  return c == '+' ? (raised ? 0x207A : 0x208A) : 0;
}

}  // namespace

void ProseWriter::new_block() {
  block_ = static_cast<std::uint32_t>(builder_.text().size());
  for (; waiting_ < comments_.size(); ++waiting_) comments_[waiting_].block = {block_, block_};
}

void ProseWriter::end_block() {
  const auto end = static_cast<std::uint32_t>(builder_.text().size());
  for (; settled_ < waiting_; ++settled_) comments_[settled_].block.end = end;
}

/// Writes what stands before next, which begins at a byte of the source.
void ProseWriter::fill_gap(std::string_view next, std::size_t begin) {
  const Gap gap = gap_;
  gap_ = Gap::none;
  const std::size_t before = builder_.source_end();
  if (gap == Gap::line || empty()) {
    end_block();
    if (!empty()) builder_.put("\n", before, begin);
    new_block();
  } else if (gap == Gap::cell) {
    builder_.put(" | ", before, begin);
  } else if (gap == Gap::space) {
    builder_.put(" ", before, begin);
  } else if (gap == Gap::seam && is_digit(utf8::decode_before(builder_.text(), builder_.text().size())) &&
             is_digit(utf8::decode(next, 0))) {
    builder_.put(" ", before, begin);
  }
}

void ProseWriter::put(std::string_view text, std::size_t begin, std::size_t end) {
  fill_gap(text, begin);
  builder_.put(text, begin, end);
}

void ProseWriter::literal(std::size_t begin, std::size_t end) {
  if (begin == end) return;
  fill_gap(source_.substr(begin, end - begin), begin);
  builder_.keep(begin, end);
}

void ProseWriter::write(std::size_t begin, std::size_t end, Level level) {
  const std::string_view source = source_.substr(0, end);
  while (begin < end) {
    if (kSpace.find(source[begin]) != std::string_view::npos) {
      gap(Gap::space);
      ++begin;
      continue;
    }
    if (source[begin] == '&') {
      if (const auto entity = entity_at(source, begin)) {
        if (entity->text.find_first_not_of(kSpace) == std::string_view::npos) {
          gap(Gap::space);
        } else {
          put(entity->text, begin, begin + entity->size);
        }
        begin += entity->size;
        continue;
      }
    }
    if (level != Level::plain) {
      if (const char32_t code = small(source[begin], level); code != 0) {
        std::string text;
        utf8::append(text, code);
        put(text, begin, begin + 1);
        ++begin;
        continue;
      }
    }
    std::size_t run = begin + 1;
    if (level == Level::plain) {
      run = std::min(end, source.find_first_of(kSpecial, run));
    } else {
      while (run < end && utf8::is_continuation(source[run])) ++run;
    }
    literal(begin, run);
    begin = run;
  }
}

void ProseWriter::comment(std::string_view text, std::size_t begin) {
  Comment comment;
  const std::size_t first = std::min(text.size(), text.find_first_not_of(kSpace));
  comment.text = text.substr(first, text.find_last_not_of(kSpace) + 1 - first);
  comment.line = builder_.position(begin).line;
  comment.block = {block_, block_};
  comments_.push_back(std::move(comment));
  if (gap_ != Gap::line && !empty()) waiting_ = comments_.size();
}

void ProseWriter::finish(Document& document) {
  end_block();
  const auto end = static_cast<std::uint32_t>(builder_.text().size());
  for (; waiting_ < comments_.size(); ++waiting_) comments_[waiting_].block = {end, end};
  document.comments = std::move(comments_);
  builder_.finish(document);
}

}  // namespace mizan
