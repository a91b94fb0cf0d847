#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "text/text.hpp"
#include "text/utf8.hpp"

namespace mizan {
namespace {

constexpr std::size_t kLongestToken = 64;  // bytes looked at before a stop: no abbreviation is longer

/// Bytes of the longest sentence. Longer ones (a table on one line, a text without stops) are cut where the eye would
/// pause, so that work that grows with the square of a sentence stays bounded.
constexpr std::size_t kLongestSentence = 4096;

/// Bytes that can begin a stop or a line end; all others are passed over at once. Every second byte of Arabic begins
/// like U+061F and U+06D4: of these two the last byte stands here.
constexpr std::array<bool, 256> starters() {
  std::array<bool, 256> result{};
  for (const std::size_t byte : {0x0A, 0x0D, 0x21, 0x2E, 0x3F, 0x94, 0x9F, 0xE0, 0xE2, 0xE3, 0xEF}) result[byte] = true;
  return result;
}
constexpr std::array<bool, 256> kStarters = starters();

bool is_stop(char32_t code) {
  switch (code) {
    case '.':
    case '!':
    case '?':
    case 0x061F:  // Arabic question mark
    case 0x06D4:  // Urdu full stop
    case 0x0964:  // danda
    case 0x0965:
    case 0x2026:  // ellipsis
    case 0x203C:
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x3002:  // ideographic full stop
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
      return true;
    default:
      return false;
  }
}

/// Stands behind the stop and still belongs to its sentence.
bool is_closer(char32_t code) {
  switch (code) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '}':
    case 0x00BB:
    case 0x2019:
    case 0x201D:
    case 0x203A:
    case 0x300D:
    case 0x300F:
      return true;
    default:
      return false;
  }
}

UChar32 icu_code(char32_t code) { return static_cast<UChar32>(code); }
bool is_space(char32_t code) { return u_isUWhiteSpace(icu_code(code)) != 0; }
bool is_letter(char32_t code) { return u_isalpha(icu_code(code)) != 0; }
bool is_digit(char32_t code) { return u_isdigit(icu_code(code)) != 0; }
bool in_word(char32_t code) {
  return is_letter(code) || is_digit(code) || (U_GET_GC_MASK(icu_code(code)) & U_GC_M_MASK) != 0;
}

/// Addresses and file names stand in Latin letters; in other scripts a letter right behind a stop is a lost space.
bool is_non_latin_letter(char32_t code) { return code >= 0x370 && is_letter(code); }

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<std::string>& abbreviations)
      : text_(text), abbreviations_(abbreviations) {}

  std::vector<Sentence> run() {
    constexpr std::size_t few = 96;  // bytes of a sentence, or fewer than most have
    result_.reserve(text_.size() / few + 1);
    std::size_t at = 0;
    while (at < text_.size()) {
      while (at + 8 <= text_.size() && !starts_any(at)) at += 8;
      if (at == text_.size()) break;
      if (!kStarters[static_cast<unsigned char>(text_[at])]) {
        ++at;
        continue;
      }
      if (utf8::is_continuation(text_[at])) {
        at = is_arabic_stop(at) ? after_stop(at - 1) : at + 1;
        continue;
      }
      if (text_[at] == '\n' || text_[at] == '\r') {
        close(at);
        if (text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n') ++at;
        begin_ = ++at;
        ++paragraph_;
        continue;
      }
      const utf8::CodePoint code = utf8::decode(text_, at);
      at = is_stop(code.value) ? after_stop(at) : at + code.size;
    }
    close(text_.size());
    return std::move(result_);
  }

 private:
  /// Is there a starter among eight bytes?
  bool starts_any(std::size_t at) const {
    const auto starts = [&](std::size_t i) {
      return static_cast<unsigned>(kStarters[static_cast<unsigned char>(text_[at + i])]);
    };
    return (starts(0) | starts(1) | starts(2) | starts(3) | starts(4) | starts(5) | starts(6) | starts(7)) != 0;
  }

  bool is_arabic_stop(std::size_t last) const {
    if (last == 0) return false;
    const char32_t code = utf8::decode(text_, last - 1).value;
    return code == 0x061F || code == 0x06D4;
  }

  /// Reads the stops, and the quotes that close behind them; ends the sentence there if one ends. Returns where to go
  /// on.
  std::size_t after_stop(std::size_t stop) {
    std::size_t at = stop;
    utf8::CodePoint code = utf8::decode(text_, at);
    const bool single_dot = code.value == '.';
    unsigned stops = 0;
    for (; code.size != 0 && is_stop(code.value); ++stops) {
      at += code.size;
      code = utf8::decode(text_, at);
    }
    const std::size_t stops_end = at;
    while (code.size != 0 && is_closer(code.value)) {
      at += code.size;
      code = utf8::decode(text_, at);
    }
    if (code.size == 0) return at;
    if (is_space(code.value)) {
      if (single_dot && stops == 1 && at == stops_end && keeps_open(stop)) return at;
    } else if (!is_non_latin_letter(code.value) || !word_before(stop) ||
               (single_dot && stops == 1 && keeps_open(stop))) {
      return at;
    }
    close(at);
    begin_ = at;
    return at;
  }

  /// A lost space is believed only between words: "2.tir" or "(.b" may be anything.
  bool word_before(std::size_t stop) const {
    utf8::CodePoint code = utf8::decode_before(text_, stop);
    while (code.size != 0 && stop > begin_ && (is_closer(code.value) || code.value == '.')) {
      stop -= code.size;
      code = utf8::decode_before(text_, stop);
    }
    return is_letter(code.value) || (U_GET_GC_MASK(icu_code(code.value)) & U_GC_M_MASK) != 0;
  }

  /// Is the dot at stop no end: after an initial, an abbreviation, or the number of a list item?
  bool keeps_open(std::size_t stop) const {
    // tokenised corpora set stops apart: "6 . 2 %", "sept . 30", "mr . brown"
    if (stop > begin_ + 1 && text_[stop - 1] == ' ') {
      if (is_digit(utf8::decode_before(text_, stop - 1).value))
        return text_.size() > stop + 2 && text_[stop + 1] == ' ' && is_digit(utf8::decode(text_, stop + 2).value);
      if (text_[stop - 2] == '.' || text_[stop - 2] == ' ') return false;
      return keeps_open(stop - 1);
    }
    const std::size_t limit = std::max(begin_, stop - std::min(stop, kLongestToken));
    std::size_t word = stop;   // where the last word begins: letters, digits, marks
    std::size_t chunk = stop;  // where its chunk begins: "u.s", with the dots inside
    unsigned letters = 0;
    unsigned digits = 0;
    char32_t before_word = 0;
    for (std::size_t at = stop; at > limit;) {
      const utf8::CodePoint code = utf8::decode_before(text_, at);
      if (code.size > at - limit) break;
      const bool part = in_word(code.value);
      if (before_word == 0 && !part) before_word = code.value;
      if (!part && code.value != '.' && code.value != '-') break;
      at -= code.size;
      if (part) chunk = at;
      if (before_word != 0) continue;
      word = at;
      if (is_letter(code.value)) ++letters;
      if (is_digit(code.value)) ++digits;
    }
    if (word == stop) return false;
    if (letters == 1 && digits == 0 && before_word != '\'') return true;  // not the s of "it's"
    if (letters == 0) return first_of_sentence(word);
    return std::any_of(abbreviations_.begin(), abbreviations_.end(), [&](std::string_view abbreviation) {
      if (abbreviation.empty() || abbreviation.back() != text_[stop - 1]) return false;
      if (abbreviation.find(' ') != std::string_view::npos) return ends_phrase(stop, abbreviation);
      return abbreviation == text_.substr(word, stop - word) || abbreviation == text_.substr(chunk, stop - chunk);
    });
  }

  bool first_of_sentence(std::size_t at) const {
    const std::string_view before = text_.substr(begin_, at - begin_);
    return before.find_first_not_of(" \t") == std::string_view::npos;
  }

  bool ends_phrase(std::size_t stop, std::string_view phrase) const {
    const std::string_view before = text_.substr(begin_, stop - begin_);
    return before.ends_with(phrase) && !in_word(utf8::decode_before(before, before.size() - phrase.size()).value);
  }

  void close(std::size_t end) {
    std::size_t begin = begin_;
    for (utf8::CodePoint code; begin < end; begin += code.size) {
      code = utf8::decode(text_, begin);
      if (!is_space(code.value)) break;
    }
    for (utf8::CodePoint code; end > begin; end -= code.size) {
      code = utf8::decode_before(text_, end);
      if (!is_space(code.value)) break;
    }
    while (begin < end) {
      const std::size_t cut = end - begin > kLongestSentence ? pause(begin, end) : end;
      result_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(cut)}, paragraph_});
      begin = cut;
      while (begin < end && text_[begin] == ' ') ++begin;
    }
  }

  /// Where to cut a sentence that is too long: at the last space between words, behind a comma if there is one; never
  /// inside a figure ("1 000 000").
  std::size_t pause(std::size_t begin, std::size_t end) const {
    const std::size_t limit = begin + kLongestSentence;
    std::size_t space = 0;
    for (std::size_t at = limit; at > begin + kLongestSentence / 2; --at) {
      if (text_[at] != ' ' || in_figure(at, at + 1)) continue;
      const char32_t before = utf8::decode_before(text_, at).value;
      if (before == ',' || before == ';' || before == 0x060C || before == 0x061B) return at;
      if (space == 0) space = at;
    }
    if (space != 0) return space;
    std::size_t at = limit;
    while (at < end && ((static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80 || in_figure(at, at))) ++at;
    return at;
  }

  bool in_figure(std::size_t left, std::size_t right) const {
    return is_digit(utf8::decode_before(text_, left).value) && is_digit(utf8::decode(text_, right).value);
  }

  std::string_view text_;
  const std::vector<std::string>& abbreviations_;
  std::vector<Sentence> result_;
  std::size_t begin_ = 0;
  std::uint32_t paragraph_ = 0;
};

}  // namespace

std::vector<Sentence> sentences(std::string_view folded, const std::vector<std::string>& abbreviations) {
  return Splitter(folded, abbreviations).run();
}

bool is_capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }

}  // namespace mizan
