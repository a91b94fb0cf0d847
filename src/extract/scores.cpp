#include "extract/scores.hpp"

#include <algorithm>

#include "extract/no_figure.hpp"
#include "extract/numeral.hpp"
#include "extract/quantity.hpp"

namespace mizan {
namespace {

/// "7-for-14" of a player's throws, "a 13-all tie".
bool is_line_of_game(const Tokens& t, std::uint32_t i) {
  const auto glued = [&](std::uint32_t at) { return at < t.size() && !t.tokens[at].space_before; };
  if (!t.is_sign(i + 1, '-') || !glued(i + 1) || !glued(i + 2) || t.about->right_to_left) return false;
  const bool ends = i + 3 >= t.size() || t.tokens[i + 3].space_before || !t.is_sign(i + 3, '-');
  if (t.has(i + 2, LabelKind::article)) return ends;
  return t.about->is_stop(t.word(i + 2)) && !ends && glued(i + 4) && t.figure(i + 4) != nullptr;
}

/// "Bayern 3 - 1 Augsburg." of a headline: nothing but a name stands on either side.
bool is_spaced_score(const Tokens& t, std::uint32_t i) {
  constexpr std::uint32_t kMost = 15;
  const auto is_name = [&](std::uint32_t at) {
    return at < t.size() && t.tokens[at].kind == TokenKind::word &&
           (t.tokens[at].kinds & ~kinds(LabelKind::name)) == 0 && !t.about->is_stop(t.word(at));
  };
  return t.about->right_to_left && i > 0 && t.is_sign(i + 1, '-') && t.tokens[i + 1].space_before &&
         t.tokens[i + 2].space_before && t.figure(i)->pieces[0] < kMost && t.figure(i + 2)->pieces[0] < kMost &&
         is_name(i - 1) && is_name(i + 3) && (i + 4 >= t.size() || t.tokens[i + 4].kind == TokenKind::sign);
}

}  // namespace

std::uint32_t score_until(const Tokens& t, std::uint32_t i) {
  const Figure* a = t.figure(i);
  const Figure* b = t.figure(i + 2);
  if (a != nullptr && a->plain && is_line_of_game(t, i)) return t.figure(i + 4) != nullptr ? i + 5 : i + 3;
  if (a == nullptr || b == nullptr || !a->plain || !b->plain) return i;
  if (is_spaced_score(t, i)) return i + 3;
  // "162-139": won and lost in years; where text runs from the right it may be a range
  const bool record = t.is_sign(i + 1, '-') && a->widths[0] == 3 && (b->widths[0] == 2 || b->widths[0] == 3) &&
                      a->pieces[0] > b->pieces[0] && !t.about->right_to_left;
  if (!record && (a->widths[0] > 2 || b->widths[0] > 2)) return i;
  const bool joined = t.is_sign(i + 1, '-') || t.is_sign(i + 1, ':') || t.is_sign(i + 1, '/');
  if (!joined || t.tokens[i + 1].space_before || t.tokens[i + 2].space_before) return i;
  const Figure* c = t.figure(i + 4);
  if (t.is_sign(i + 3, '-') && t.is_sign(i + 1, '-') && c != nullptr && c->plain && c->widths[0] <= 2)
    return i + 5;  // 14-13-2
  if (t.is_sign(i + 3, '-') || t.is_sign(i + 3, '/')) return i;
  if (t.is_sign(i + 1, '/') && a->pieces[0] < b->pieces[0]) return i;  // 3/4
  if (a->pieces[0] < b->pieces[0] && (t.has(i + 3, LabelKind::scale) || is_how_often(t, i + 3)))
    return i;  // 14-22 million, 10-20 times; but "a 27-24 loss"
  return i + 3;
}

bool ends_score(const Tokens& t, std::uint32_t i) {
  // "Aluminium sefr - Peykan yek": goals of two teams
  if (!t.about->score.empty() && t.is_sign(i + 1, '-')) {
    const Tag* goals = t.find(i, LabelKind::cardinal);
    if (goals != nullptr && goals->label.value == 0) return true;
  }
  // "Saipa sefr - Mes-e Kerman SEFR"
  constexpr std::uint32_t kTeam = 4;
  const Tag* nil = t.about->score.empty() ? nullptr : t.find(i, LabelKind::cardinal);
  for (std::uint32_t k = i; nil != nullptr && nil->label.value == 0 && k > 1 && i - k < kTeam; --k)
    if (t.is_sign(k - 1, '-') && t.has(k - 2, LabelKind::cardinal)) return true;
  const auto& words = t.about->score;
  return i >= 2 && std::find(words.begin(), words.end(), t.word(i - 1)) != words.end() &&
         t.has_any(i - 2, kFigure | kinds(LabelKind::cardinal, LabelKind::one));
}

std::uint32_t score_in_words(const Tokens& t, std::uint32_t i, std::uint32_t at) {
  const auto& words = t.about->score;
  if (at + 1 >= t.size() || std::find(words.begin(), words.end(), t.word(at)) == words.end()) return i;
  const auto second = parse_numeral(t, at + 1);
  if (!second) return i;
  const auto measured = parse_quantity(t, at + 1);  // "3 bar 4 metres"
  const bool bare = !measured || measured->value.open || measured->value.readings.front().counted();
  return bare ? second->end : i;
}

}  // namespace mizan
