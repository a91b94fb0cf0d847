#include "extract/digits.hpp"

#include <algorithm>

namespace mizan {
namespace {

bool digit_at(std::string_view s, std::size_t i) { return i < s.size() && s[i] >= '0' && s[i] <= '9'; }

/// A separator between two digit runs: its text, or nothing.
struct Separator {
  std::string_view text;
  bool space = false;
};

std::optional<Separator> separator_at(std::string_view s, std::size_t i, const Language& language) {
  if (i >= s.size()) return std::nullopt;
  const CodePoint c = code_point(s, i);
  const std::string_view text = s.substr(i, c.size);
  if (!digit_at(s, i + c.size)) return std::nullopt;
  const auto listed = [&](const std::vector<std::string>& list) {
    return std::find(list.begin(), list.end(), text) != list.end();
  };
  if (char_kind(c.value) == CharKind::space && c.value != '\n' && c.value != '\r' && c.value != '\t') {
    if (std::find(language.group.begin(), language.group.end(), " ") == language.group.end()) return std::nullopt;
    // a space groups exactly three digits
    if (!(digit_at(s, i + c.size + 1) && digit_at(s, i + c.size + 2)) || digit_at(s, i + c.size + 3))
      return std::nullopt;
    return Separator{" ", true};
  }
  if (text == "." || text == "," || text == "'" || listed(language.decimal) || listed(language.group)) {
    if (text ==
        "/") {  // a decimal sign in Persian; 1404/06/20, 2023/24 and 3/4 of other languages are for the grammars
      std::size_t begin = i, end = i + 1;
      while (begin > 0 && digit_at(s, begin - 1)) --begin;
      while (digit_at(s, end)) ++end;
      const std::string_view front = s.substr(begin, i - begin);
      const bool year = front.size() == 4 && front < "2200";  // 1404/6; but $3094/5
      const bool date = (begin > 0 && s[begin - 1] == '/') || (end < s.size() && s[end] == '/') || year ||
                        (front.size() <= 2 && end - i - 1 == 4);  // 12/2020
      if (date || !listed(language.decimal)) return std::nullopt;
    }
    if (text == "-") return std::nullopt;
    return Separator{text, false};
  }
  return std::nullopt;
}

std::optional<Decimal> join(const Figure::Few<std::string_view>& pieces, std::size_t decimals) {
  // the last `decimals` pieces (0 or 1) stand behind the decimal sign
  std::int64_t coefficient = 0;
  int digits = 0;
  int exponent = 0;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    for (const char c : pieces[p]) {
      if (digits >= 17) return std::nullopt;
      coefficient = coefficient * 10 + (c - '0');
      if (coefficient != 0) ++digits;
    }
    if (decimals == 1 && p + 1 == pieces.size()) exponent = -static_cast<int>(pieces[p].size());
  }
  return Decimal{coefficient, exponent};
}

/// Where a separator stands in a list; a large number if it does not.
std::size_t rank(const std::vector<std::string>& list, std::string_view text) {
  const auto found = std::find(list.begin(), list.end(), text);
  return found == list.end() ? 99 : static_cast<std::size_t>(found - list.begin());
}

void read_figure(const Figure::Few<std::string_view>& pieces, const Figure::Few<Separator>& separators,
                 const Language& language, Figure& figure) {
  const auto add = [&](std::optional<Decimal> d) {
    if (d) figure.readings.push_back(*d);
  };
  const std::size_t n = separators.size();
  if (n == 0) {
    figure.plain = true;
    add(join(pieces, 0));
    return;
  }
  const bool one_kind = std::all_of(separators.begin(), separators.end(),
                                    [&](const Separator& s) { return s.text == separators[0].text; });
  if (one_kind && separators[0].text.size() == 1) figure.separator = separators[0].text[0];
  const auto groups = [&](std::size_t from, std::size_t to) {  // may pieces[from..to) be groups of one number?
    if (pieces[from].size() > 3 || (pieces[from].size() > 1 && pieces[from][0] == '0')) return false;
    for (std::size_t p = from + 1; p < to; ++p)
      if (pieces[p].size() != 3) return false;
    return true;
  };
  const auto lakhs = [&](std::size_t to) {  // 9,86,419 as India writes it: twos, and three at the end
    bool fits = to >= 3 && separators[0].text == "," && pieces[0].size() <= 2 && pieces[to - 1].size() == 3;
    for (std::size_t p = 1; p + 1 < to; ++p) fits = fits && pieces[p].size() == 2;
    return fits;
  };
  const Separator& last = separators.back();
  if (n == 1) {
    const std::size_t as_decimal = last.space ? 99 : rank(language.decimal, last.text);
    const std::size_t as_group = rank(language.group, last.text);
    if (!groups(0, 2) || pieces[0] == "0") {
      if (!last.space) add(join(pieces, 1));
      return;
    }
    // three digits behind one sign: both readings are kept where the language uses the sign both ways
    const auto decimal = as_decimal == 99 ? std::nullopt : join(pieces, 1);
    // "42.000 participants": three noughts are thousands even where the sign is a decimal one
    const bool foreign = as_group == 99 && as_decimal != 99 && pieces[1] != "000";
    const auto group = foreign ? std::nullopt : join(pieces, 0);
    // "77.000 dollars": three noughts are thousands in any language that groups so
    const bool round = as_group != 99 && pieces[1] == "000";
    if (as_decimal < as_group && !round) {
      add(decimal);
      add(group);
    } else {
      add(group);
      add(decimal);
    }
    return;
  }
  if (one_kind) {
    if (groups(0, pieces.size()) || lakhs(pieces.size())) add(join(pieces, 0));
    return;
  }
  const bool inner = std::all_of(separators.begin(), separators.end() - 1,
                                 [&](const Separator& s) { return s.text == separators[0].text; });
  if (inner && !last.space && (groups(0, pieces.size() - 1) || lakhs(pieces.size() - 1))) add(join(pieces, 1));
}

/// Is the last token a "." of its own, with the figure right behind it: ".25"?
bool leads_decimal(const Tokens& t, bool space_before) {
  const bool bracket = t.size() >= 2 && t.is_sign(t.size() - 2, '(');  // "(. 535)"
  if ((space_before && !bracket) || t.tokens.empty() || !t.is_sign(t.size() - 1, '.') || t.about->decimal.empty() ||
      std::find(t.about->decimal.begin(), t.about->decimal.end(), ".") == t.about->decimal.end())
    return false;
  return t.tokens.back().space_before ||
         (t.size() >= 2 && t.tokens[t.size() - 2].kind == TokenKind::sign && !t.is_sign(t.size() - 2, '.')) ||
         (t.size() >= 2 && t.about->right_to_left && t.tokens[t.size() - 2].kind == TokenKind::word &&
          t.tokens[t.size() - 2].span.size() == 2 && t.tokens[t.size() - 2].space_before);  // "wa-.08"
}

/// Where the thousands stand that a slip of the type parts from their comma, "2, 000 feet": no other figure begins with
/// three noughts. The same place if none do.
std::uint32_t slip_until(std::string_view text, std::uint32_t end, std::string_view piece, const Language& language) {
  const bool group = piece.size() <= 3 && text.substr(end, 5) == ", 000" && !digit_at(text, end + 5) &&
                     std::find(language.group.begin(), language.group.end(), ",") != language.group.end();
  return group ? end + 2 : end;
}

}  // namespace

std::uint32_t read_digits(Tokens& out, std::string_view text, std::uint32_t i, Token& token) {
  constexpr std::uint32_t kLetter = 2;  // bytes of one in Arabic: a clitic that stands by itself
  token.kind = TokenKind::number;
  token.figure = static_cast<std::uint32_t>(out.figures.size());
  Figure::Few<std::string_view> pieces;
  Figure::Few<Separator> separators;
  std::uint32_t begin = i, end = i;
  for (;;) {
    while (digit_at(text, end)) ++end;
    pieces.push_back(text.substr(begin, end - begin));
    if (const std::uint32_t slip = slip_until(text, end, pieces.back(), *out.about); slip > end && pieces.size() == 1) {
      separators.push_back({text.substr(end, 1), false});
      begin = end = slip;
      continue;
    }
    const auto separator = separator_at(text, end, *out.about);
    if (!separator || (separator->text == "/" && !separators.empty())) break;
    // a space groups only what is grouped so far: "2023 100" is two figures
    if (separator->space && (pieces.size() == 1 ? pieces[0].size() > 3 : !separators.back().space)) break;
    separators.push_back(*separator);
    begin = end = end + code_point(text, end).size;
  }
  // 935r6 for 6.935: the fraction stands first, a letter is the decimal sign
  bool turned = false;
  if (pieces.size() == 1)
    for (const auto& letter : out.about->decimal_turned)
      if (text.compare(end, letter.size(), letter) == 0 && digit_at(text, end + letter.size())) {
        const std::size_t from = end + letter.size();
        std::size_t to = from;
        while (digit_at(text, to)) ++to;
        pieces = {text.substr(from, to - from), pieces[0]};
        end = static_cast<std::uint32_t>(to);
        turned = true;
      }
  if (out.turned && separators.size() == 1 && separators[0].text == "/") {
    std::swap(pieces[0], pieces[1]);
    turned = true;
  }
  Figure figure;
  for (const auto piece : pieces) {
    figure.widths.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(piece.size(), 255)));
    std::uint32_t value = 0;
    if (piece.size() <= 9)
      for (const char d : piece) value = value * 10 + static_cast<std::uint32_t>(d - '0');
    figure.pieces.push_back(value);
  }
  // ".25": a decimal sign that no digit stands before
  if (pieces.size() == 1 && leads_decimal(out, token.space_before)) {
    pieces = {"0", pieces[0]};
    turned = true;
    token.span.begin = out.tokens.back().span.begin;
    token.space_before = out.tokens.back().space_before;
    out.tokens.pop_back();
  }
  if (turned) {
    if (const auto value = join(pieces, 1)) figure.readings = {*value};
  } else {
    read_figure(pieces, separators, *out.about, figure);
  }
  // letters that touch it: a name (A320, 5G) unless the lexicon knows what follows (28bn); Arabic script glues
  // freely
  if (!out.tokens.empty() && (!token.space_before || out.is_sign(out.size() - 1, '-'))) {
    const Token& before = out.tokens.back();
    std::uint32_t last = before.span.end - 1;  // its last letter: a clitic of another script may stand in front
    while (last > before.span.begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    const char32_t letter = code_point(text, last).value;
    if (before.kind == TokenKind::word && names_models(letter) && !token.space_before) token.noise = true;
    if (before.kind == TokenKind::sign && text[before.span.begin] == '-' && !before.space_before &&
        out.tokens.size() >= 2 && out.tokens[out.tokens.size() - 2].kind == TokenKind::word &&
        !(out.about->right_to_left && token.space_before && out.tokens[out.tokens.size() - 2].span.size() <= kLetter))
      token.noise = true;  // Covid-19, Tu-154; lifted below where the word before is known; but "bi- 600 alf"
    // "HCoV - 229" in Arabic script: a Latin word takes the figure behind its dash
    if (before.kind == TokenKind::sign && text[before.span.begin] == '-' && out.about->right_to_left &&
        out.tokens.size() >= 2 && out.tokens[out.tokens.size() - 2].kind == TokenKind::word &&
        static_cast<unsigned char>(text[out.tokens[out.tokens.size() - 2].span.begin]) < 0x80)
      token.noise = true;
  }
  out.figures.push_back(std::move(figure));
  return end;
}

}  // namespace mizan
