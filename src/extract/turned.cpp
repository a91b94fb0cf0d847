#include <algorithm>

#include "extract/tokens.hpp"

namespace mizan {
namespace {

bool digit_at(std::string_view s, std::size_t i) { return i < s.size() && s[i] >= '0' && s[i] <= '9'; }

/// How much a figure a/b speaks for its fraction standing first.
int turned_evidence(std::string_view a, std::string_view b) {
  const auto zeros = [](std::string_view s) { return s.find_first_not_of('0') == std::string_view::npos; };
  if (zeros(b) || (a.size() >= 2 && a[0] == '0')) return 6;  // 5/0, 05/3
  if (zeros(a)) return -6;                                   // 0/5
  if (a.size() == 1 && b.size() >= 2) return 2;              // 5/17; or two decimals
  return a.size() >= 3 && b.size() <= 2 ? -3 : 0;            // 629/9
}

/// Has a text more letters of old keyboards than those that took their place?
bool has_old_letters(std::string_view text, const Language& language) {
  std::int64_t balance = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view letter = text.substr(i, code_point(text, i).size);
    if (language.turned_with.find(letter) != std::string::npos) ++balance;
    if (language.turned_without.find(letter) != std::string::npos) --balance;
    i += letter.size();
  }
  return balance > 0;
}

}  // namespace

bool turns_decimals(std::string_view text, std::string_view folded, const Language& language) {
  if (language.turned_with.empty()) return false;
  int evidence = 0;
  int weak = 0;  // what two decimals might be as well: counts once
  bool any = false;
  for (std::size_t i = folded.find('/'); i != std::string_view::npos; i = folded.find('/', i + 1)) {
    std::size_t begin = i, end = i + 1;
    while (begin > 0 && digit_at(folded, begin - 1)) --begin;
    while (digit_at(folded, end)) ++end;
    const std::size_t before = i - begin, after = end - i - 1;
    const bool date = (begin > 0 && folded[begin - 1] == '/') || (end < folded.size() && folded[end] == '/');
    if (date || before == 0 || after == 0 || before > 3 || after > 3) continue;
    any = true;
    const int here = turned_evidence(folded.substr(begin, before), folded.substr(i + 1, after));
    (here == 2 ? weak : evidence) += here;
  }
  return any && evidence + std::min(weak, 2) + (has_old_letters(text, language) ? 4 : -4) > 0;
}

}  // namespace mizan
