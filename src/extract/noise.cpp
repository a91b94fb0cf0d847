#include <re2/re2.h>

#include <array>

#include "extract/tokens.hpp"

namespace mizan {
namespace {

// Repetitions are bounded: an open one would be followed to the end of a long run for every match inside it.
// Patterns of no language, so code and not data. Each must begin and end at its own border; RE2's \b is ASCII only.
const RE2& pattern() {
  static const RE2 re(
      "((?:https?://|www\\.)[^\\s<>\"]+"                                 // URL
      "|[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,5}"  // mail address
      "|[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,4}\\.(?:com|org|net|ir|ru|info|gov|edu)(?:/[^\\s<>\"]*)?"  // bare host
      "|\\+\\d[\\d ()-]{7,20}\\d"                                    // international phone number
      "|\\(\\d{2,5}\\) ?\\d[\\d -]{4,20}\\d"                         // (021) 8888 1234
      "|\\d-\\d{3}-\\d{3}(?:-\\d{4}|-\\d{2}-\\d{2})"                 // 1-800-555-1234, 8-800-555-12-34
      "|\\d{2,4}-\\d{3,4}-\\d{3,4}(?:-\\d{2,4})?"                    // 555-123-4567
      "|\\d{4,9}-\\d{6,9}-\\d{1,9}"                                  // 1111-22223333-4444
      "|\\d{1,3}(?:\\.\\d{1,3}){3}"                                  // IP address
      "|[#*]\\d+(?:[*#]\\d+){1,5}[*#]?"                              // #13*142*: dialled
      "|#\\d+"                                                       // #1234
      "|\\d{1,2} ?: ?\\d{2}(?::\\d{2})? ?[ap]\\.? ?m\\b\\.?"         // 12: 35 pm
      "|\\d{1,2}:\\d{2}(?::\\d{2})?"                                 // clock time
      "|\\d{1,2}(?:\\.\\d{2})? ?[ap](?:\\.? ?m\\.?)"                 // 3 p. m., 2.13 am
      "|\\d{1,2}(?:\\d{2})? ?(?:gmt|utc)\\b"                         // 1300 GMT
      "|\\d{1,2}\\.\\d{2} ?(?:bst|gmt|utc|ce?s?t|[ep][sd]t|msk)\\b"  // 03.31 BST
      "|(?:gmt|utc) ?[+-] ?\\d{1,2}(?: ?: ?\\d{2})?"                 // GMT+05:00
      "|\\b(?:45|90) ?\\+ ?\\d{1,2}|\\b\\d{1,2} ?\\+ ?(?:45|90)\\b"  // 90+4, of a match
      "|\\d{17,})");                                                 // longer than any stated figure
  return re;
}

/// Is the "m" at i that of "3 pm", "3 p. m."?
bool follows_half_day(std::string_view text, std::size_t i) {
  while (i > 0 && (text[i - 1] == ' ' || text[i - 1] == '.')) --i;
  if (i == 0 || (text[i - 1] != 'p' && text[i - 1] != 'a')) return false;
  --i;
  while (i > 0 && text[i - 1] == ' ') --i;
  return i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
}

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

std::size_t digits_end(std::string_view text, std::size_t i) {
  while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
  return i;
}

/// Is the "." at i, before a digit, more than a decimal sign: that of an address, or of an hour with its zone?
bool may_be_dotted(std::string_view text, std::size_t i) {
  std::size_t end = digits_end(text, i + 1);
  if (end < text.size() && text[end] == '.' && digits_end(text, end + 1) > end + 1) return true;
  if (end < text.size() && text[end] == ' ') ++end;
  return end < text.size() && is_ascii_letter(text[end]);
}

/// Has text any sign that the pattern cannot do without? Most sentences have none, and need no pattern.
bool may_match(std::string_view text) {
  static constexpr std::array<bool, 256> kSigns = [] {
    std::array<bool, 256> result{};
    for (const char c : std::string_view("0123456789@.:+#*(-mgu")) result[static_cast<unsigned char>(c)] = true;
    return result;
  }();
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  std::size_t run = 0;  // of digits
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!kSigns[static_cast<unsigned char>(text[i])]) {
      run = 0;
      continue;
    }
    if (digit(i)) {
      if (++run >= 17) return true;
      continue;
    }
    run = 0;
    switch (text[i]) {
      case '@':
        return true;
      case '.':
        if (digit(i + 1) ? may_be_dotted(text, i) : i + 1 < text.size() && is_ascii_letter(text[i + 1])) return true;
        if (text.substr(0, i).ends_with("www")) return true;
        break;
      case ':':
        if (digit(i + 1) || text.substr(i + 1, 2) == "//") return true;
        break;
      case '+':
        if (digit(i + 1) || (text.substr(i + 1, 1) == " " && digit(i + 2))) return true;
        break;
      case '#':
      case '*':
        if (digit(i + 1)) return true;
        break;
      case '(':  // of a town: (021)
        if (const std::size_t end = digits_end(text, i + 1); end >= i + 3 && end < text.size() && text[end] == ')')
          return true;
        break;
      case '-':  // 555-123, 1-800-555
        if (i >= 1 && digit(i - 1) && digits_end(text, i + 1) >= i + 4) return true;
        break;
      case 'm':
        if (follows_half_day(text, i)) return true;
        break;
      case 'g':
      case 'u':
        if (text.substr(i, 3) == "gmt" || text.substr(i, 3) == "utc") return true;
        break;
      default:
        break;
    }
  }
  return false;
}

}  // namespace

std::vector<FoldedSpan> noise(std::string_view folded, FoldedSpan sentence) {
  std::vector<FoldedSpan> result;
  const std::string_view text = folded.substr(sentence.begin, sentence.size());
  if (!may_match(text)) return result;
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece hit;
  while (RE2::FindAndConsume(&rest, pattern(), &hit)) {
    const auto begin = static_cast<std::uint32_t>(hit.data() - folded.data());
    // "2020.Iran" holds no host in .ir
    if (!rest.empty() && is_ascii_letter(hit[hit.size() - 1]) && is_ascii_letter(rest[0])) continue;
    result.push_back({begin, static_cast<std::uint32_t>(begin + hit.size())});
  }
  return result;
}

}  // namespace mizan
