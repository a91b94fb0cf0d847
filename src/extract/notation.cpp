#include "extract/notation.hpp"

#include <algorithm>
#include <array>

namespace mizan {
namespace {

/// A figure of several tokens, and the token after it.
struct Joined {
  Decimal value;
  std::uint32_t end = 0;
};

const Figure* plain_figure(const Tokens& t, std::uint32_t i, int widest) {
  const Figure* f = t.figure(i);
  return f != nullptr && f->plain && f->widths[0] <= widest ? f : nullptr;
}

bool glued(const Tokens& t, std::uint32_t i) { return i < t.size() && !t.tokens[i].space_before; }

std::string_view sign_at(const Tokens& t, std::uint32_t i) {
  return i < t.size() && t.tokens[i].kind == TokenKind::sign ? t.word(i) : std::string_view();
}

/// A power: behind '^' or, where bare is set, a dash; or in superscripts. Each of its tokens touches the one before.
std::optional<Match<int>> exponent_at(const Tokens& t, std::uint32_t i, bool bare) {
  static constexpr std::array<std::string_view, 10> raised{
      "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",     "\xE2\x81\xB4",
      "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8", "\xE2\x81\xB9"};
  if (!glued(t, i)) return std::nullopt;
  const bool low = sign_at(t, i) == "\xE2\x81\xBB";
  int value = 0;
  std::uint32_t at = low ? i + 1 : i;
  const std::uint32_t first = at;
  for (; at < first + 2 && glued(t, at); ++at) {
    const auto digit = std::find(raised.begin(), raised.end(), sign_at(t, at));
    if (digit == raised.end()) break;
    value = value * 10 + static_cast<int>(digit - raised.begin());
  }
  if (at > first) return Match<int>{low ? -value : value, at};
  const bool caret = t.is_sign(i, '^');
  if (caret) ++i;
  const bool minus = glued(t, i) && t.is_sign(i, '-');
  if (minus || (caret && glued(t, i) && t.is_sign(i, '+'))) ++i;
  const Figure* f = glued(t, i) ? plain_figure(t, i, 2) : nullptr;
  if (f == nullptr || !(caret || (bare && minus)) || f->pieces[0] > 30) return std::nullopt;
  const int power = static_cast<int>(f->pieces[0]);
  return Match<int>{minus ? -power : power, i + 1};
}

/// 10^6, 2^10, and 10-3 behind a sign of multiplication.
std::optional<Joined> power_at(const Tokens& t, std::uint32_t i, bool multiplied) {
  const Figure* base = plain_figure(t, i, 4);
  if (base == nullptr) return std::nullopt;
  // "4x109/L": a power that lost its height; "60x105 cm" is a size
  const bool flat = multiplied && base->pieces[0] > 102 && base->pieces[0] < 110 && glued(t, i) &&
                    t.is_sign(i + 1, '/') && glued(t, i + 1);
  if (flat) return Joined{Decimal(1, static_cast<int>(base->pieces[0]) - 100), i + 1};
  const auto power = exponent_at(t, i + 1, multiplied && base->pieces[0] == 10);
  if (!power) return std::nullopt;
  if (base->pieces[0] == 10) return Joined{Decimal(1, power->value), power->end};
  Decimal value(1, 0);
  if (power->value < 0 || !t.is_sign(i + 1, '^')) return std::nullopt;
  for (int n = 0; n < power->value; ++n) {
    const auto product = multiply(value, Decimal(base->pieces[0], 0));
    if (!product) return std::nullopt;
    value = *product;
  }
  return Joined{value, power->end};
}

/// 6.02 x 10^23, 4e14, 10^6
std::optional<Joined> scientific(const Tokens& t, std::uint32_t i) {
  const Figure* f = t.figure(i);
  if (f->readings.empty()) return std::nullopt;
  if (i > 0 && glued(t, i) && t.tokens[i - 1].kind == TokenKind::word) return std::nullopt;
  if (auto power = power_at(t, i, false)) return power;
  if (i + 2 >= t.size()) return std::nullopt;
  const std::string_view next = t.word(i + 1);
  if (next == "e" && glued(t, i + 1)) {  // 4e14
    std::uint32_t at = i + 2;
    const bool minus = glued(t, at) && t.is_sign(at, '-');
    if (minus || (glued(t, at) && t.is_sign(at, '+'))) ++at;
    const Figure* power = glued(t, at) ? plain_figure(t, at, 2) : nullptr;
    if (power == nullptr || power->pieces[0] > 30) return std::nullopt;
    if (glued(t, at + 1) && t.tokens[at + 1].kind == TokenKind::word) return std::nullopt;
    const int shift = static_cast<int>(power->pieces[0]);
    return Joined{f->readings[0].scaled(minus ? -shift : shift), at + 1};
  }
  if (next != "x" && next != "\xC3\x97" && next != "*") return std::nullopt;
  const auto power = power_at(t, i + 2, true);
  const auto value = power ? multiply(f->readings[0], power->value) : std::nullopt;
  return value ? std::optional(Joined{*value, power->end}) : std::nullopt;
}

/// "1 . 6 billion", "7 . 57 %": tokenised corpora set the decimal sign apart. It is sure before a scale, a unit or a
/// percent sign, behind a nought, and beside one that is.
bool is_spaced(const Tokens& t, std::uint32_t i, bool beside) {
  const Figure* whole = t.figure(i);
  const Figure* rest = t.figure(i + 2);
  if (whole == nullptr || rest == nullptr || !whole->plain || !rest->plain) return false;
  if (!t.is_sign(i + 1, '.') || glued(t, i + 1) || glued(t, i + 2)) return false;
  if (whole->widths[0] + rest->widths[0] > 15) return false;
  return beside || (whole->widths[0] == 1 && whole->pieces[0] == 0) ||
         t.has_any(i + 3, kinds(LabelKind::scale, LabelKind::percent, LabelKind::percentage_point));
}

/// "10 , 000": tokenised as well.
bool is_spaced_group(const Tokens& t, std::uint32_t i) {
  const Figure* thousands = plain_figure(t, i, 3);
  const Figure* rest = plain_figure(t, i + 2, 3);
  const auto& group = t.about->group;
  return thousands != nullptr && thousands->pieces[0] != 0 && rest != nullptr && rest->widths[0] == 3 &&
         rest->pieces[0] % 100 == 0 && (rest->pieces[0] == 0 || t.has_any(i + 3, kinds(LabelKind::concept_noun))) &&
         t.is_sign(i + 1, ',') && !glued(t, i + 1) && !glued(t, i + 2) &&
         std::find(group.begin(), group.end(), ",") != group.end();
}

/// The tolerance behind a figure, which it may be off by: "2.45 +/- 0.01".
std::uint32_t tolerance_end(const Tokens& t, std::uint32_t i) {
  std::uint32_t at = i;
  if (sign_at(t, i) == "\xC2\xB1")
    at = i + 1;
  else if (t.is_sign(i, '+') && t.is_sign(i + 1, '/') && t.is_sign(i + 2, '-'))
    at = i + 3;
  if (at == i || t.figure(at) == nullptr) return i;
  const auto exact = scientific(t, at);
  return exact ? exact->end : at + 1;
}

std::optional<Joined> joined_at(const Tokens& t, std::uint32_t i, bool spaced) {
  const Figure* f = t.figure(i);
  if (f == nullptr) return std::nullopt;
  std::optional<Joined> result = scientific(t, i);
  if (!result && is_spaced(t, i, spaced)) {
    const Figure& rest = *t.figure(i + 2);
    if (const auto sum = add(Decimal(f->pieces[0], 0), Decimal(rest.pieces[0], -static_cast<int>(rest.widths[0]))))
      result = Joined{*sum, i + 3};
  } else if (!result && is_spaced_group(t, i)) {
    result = Joined{Decimal(std::int64_t{f->pieces[0]} * 1000 + t.figure(i + 2)->pieces[0], 0), i + 3};
  }
  const std::uint32_t end = result ? result->end : i + 1;
  const std::uint32_t last = f->readings.empty() ? end : tolerance_end(t, end);
  if (last == end) return result;
  return Joined{result ? result->value : f->readings[0], last};
}

/// Has the text any sign that a figure of several tokens cannot do without?
bool may_join(const Tokens& t) {
  for (std::uint32_t i = 0; i + 1 < t.size(); ++i) {
    if (t.tokens[i].kind != TokenKind::number) continue;
    const Token& next = t.tokens[i + 1];
    if (next.span.size() > 3) continue;
    const std::string_view word = t.word(i + 1);
    if (next.kind == TokenKind::sign ? (word[0] != '.' && word[0] != ',' && word[0] != '%') || next.space_before
                                     : word == "e" || word == "x")
      return true;
  }
  return false;
}

}  // namespace

void join_figures(Tokens& t) {
  if (!may_join(t)) return;
  bool spaced = false;
  for (std::uint32_t i = 0; i < t.size() && !spaced; ++i)
    spaced = t.tokens[i].kind == TokenKind::number && is_spaced(t, i, false);
  std::vector<Token> kept;
  std::vector<std::uint32_t> moved(t.size() + 1);  // where each token went
  kept.reserve(t.size());
  for (std::uint32_t i = 0; i < t.size(); ++i) {
    const auto at = static_cast<std::uint32_t>(kept.size());
    moved[i] = at;
    kept.push_back(t.tokens[i]);
    const auto joined = joined_at(t, i, spaced);
    if (!joined) continue;
    Figure& figure = t.figures[t.tokens[i].figure];
    figure.readings = {joined->value};
    figure.plain = false;
    kept.back().span.end = t.tokens[joined->end - 1].span.end;
    for (; i + 1 < joined->end; ++i) moved[i + 1] = at;
  }
  if (kept.size() == t.tokens.size()) return;
  moved[t.size()] = static_cast<std::uint32_t>(kept.size());
  for (Tag& tag : t.tags) tag.end = moved[tag.end];
  t.tokens = std::move(kept);
}

void mark_names(Tokens& t, std::uint32_t i) {
  constexpr Kinds counted = kinds(LabelKind::scale, LabelKind::percent, LabelKind::currency, LabelKind::measure,
                                  LabelKind::time_unit, LabelKind::month);
  if (i == 0) return;
  const Figure& figure = t.figures[t.tokens[i].figure];
  const auto is_unknown = [&](std::uint32_t at) {
    return t.tokens[at].kind == TokenKind::word && t.tokens[at].tag_count == 0;
  };
  const auto glued = [&](std::uint32_t at) { return !t.tokens[at].space_before; };
  const std::uint32_t behind = i + 1;
  if (is_unknown(i - 1) && t.tokens[i - 1].span.size() > 1 && figure.plain && figure.widths[0] <= 3 &&
      static_cast<unsigned char>(t.text[t.tokens[i - 1].span.begin]) < 0x80 && !t.has_any(behind, counted) &&
      !t.is_sign(behind, '-') && !t.is_sign(behind, '/') && !t.is_sign(behind, '%'))
    t.tokens[i].noise = true;
  if (behind + 1 < t.size() && t.tokens[i - 1].kind == TokenKind::word && glued(i) && glued(behind) &&
      is_unknown(behind) && t.tokens[behind].span.size() > 2 && glued(behind + 1) && t.figure(behind + 1) != nullptr)
    t.tokens[i].noise = t.tokens[behind + 1].noise = true;
}

}  // namespace mizan
