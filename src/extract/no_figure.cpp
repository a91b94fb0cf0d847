#include "extract/no_figure.hpp"

#include <algorithm>

#include "extract/numeral.hpp"

namespace mizan {

bool is_list_number(const Tokens& t, std::uint32_t i) {
  if (!t.tokens[i].line_start || t.tokens[i].kind != TokenKind::number || i + 2 >= t.size()) return false;
  if (!t.figure(i)->plain || t.figure(i)->widths[0] > 2) return false;
  if (t.is_sign(i + 1, '.') || t.is_sign(i + 1, ')')) return true;
  constexpr Kinds units = kinds(LabelKind::measure, LabelKind::time_unit, LabelKind::concept_noun, LabelKind::currency,
                                LabelKind::scale, LabelKind::ordinal_suffix, LabelKind::month);
  return t.is_sign(i + 1, '-') && t.tokens[i + 2].kind == TokenKind::word &&
         (t.tokens[i + 2].space_before || !t.has_any(i + 2, units));
}

bool is_how_often(const Tokens& t, std::uint32_t at) {
  const Tag* noun = t.find(at, LabelKind::concept_noun);
  return noun != nullptr && !t.knowledge->concepts()[static_cast<std::size_t>(noun->label.value)].counted;
}

std::uint32_t score_until(const Tokens& t, std::uint32_t i) {
  const Figure* a = t.figure(i);
  const Figure* b = t.figure(i + 2);
  if (a == nullptr || b == nullptr || !a->plain || !b->plain || a->widths[0] > 2 || b->widths[0] > 2) return i;
  const bool joined = t.is_sign(i + 1, '-') || t.is_sign(i + 1, ':') || t.is_sign(i + 1, '/');
  if (!joined || t.tokens[i + 1].space_before || t.tokens[i + 2].space_before) return i;
  const Figure* c = t.figure(i + 4);
  if (t.is_sign(i + 3, '-') && t.is_sign(i + 1, '-') && c != nullptr && c->plain && c->widths[0] <= 2)
    return i + 5;  // 14-13-2
  if (t.is_sign(i + 3, '-') || t.is_sign(i + 3, '/')) return i;
  if (t.is_sign(i + 1, '/') && a->pieces[0] < b->pieces[0]) return i;      // 3/4
  if (t.has(i + 3, LabelKind::scale) || is_how_often(t, i + 3)) return i;  // 14-22 million, 10-20 times
  return i + 3;
}

bool is_named(const Tokens& t, std::uint32_t i, std::uint32_t taken) {
  if (i == 0 || t.tokens[i].kind != TokenKind::number || (t.kinds & kinds(LabelKind::naming)) == 0) return false;
  const std::uint32_t before = t.is_sign(i - 1, '.') || t.is_sign(i - 1, ':') ? i - 2 : i - 1;
  if (before >= i || t.tokens[before].span.begin < taken) return false;
  for (std::uint32_t at = before > 3 ? before - 3 : 0; at <= before; ++at)
    if (const Tag* tag = t.find(at, LabelKind::naming);
        tag != nullptr && tag->end == before + 1 && tag->label.extra == 0)
      return true;
  return false;
}

std::uint32_t clock_until(const Tokens& t, std::uint32_t i) {
  if ((t.kinds & kinds(LabelKind::naming)) == 0) return i;
  std::uint32_t end = i + 1;
  if (const Figure* f = t.figure(i)) {
    if (!f->plain || f->widths[0] > 2 || f->pieces[0] > 24) return i;
  } else {
    const auto words = t.has(i, LabelKind::cardinal) ? parse_numeral(t, i) : std::nullopt;
    const auto hour = words ? words->value.value().to_integer() : std::nullopt;
    if (!hour || *hour < 1 || *hour > 12) return i;
    end = words->end;
  }
  const Tag* word = t.find(end, LabelKind::naming);
  return word != nullptr && word->label.extra == 1 ? word->end : i;
}

std::uint32_t score_in_words(const Tokens& t, std::uint32_t i, const QuantityMatch& first) {
  const auto& words = t.about->score;
  const std::uint32_t at = first.number_end;
  if (at + 1 >= t.size() || std::find(words.begin(), words.end(), t.word(at)) == words.end()) return i;
  const auto second = parse_numeral(t, at + 1);
  if (!second) return i;
  const auto measured = parse_quantity(t, at + 1);  // "3 bar 4 metres"
  const bool bare = !measured || measured->value.open || measured->value.readings.front().counted();
  return bare ? second->end : i;
}

bool is_note(const Tokens& t, std::uint32_t i, const QuantityMatch& m) {
  const Figure* f = t.figure(i);
  if (f == nullptr || !f->plain || f->widths[0] > 3 || i == 0 || m.first != i || m.number_end != i + 1) return false;
  if (t.is_sign(i - 1, '[') && t.is_sign(i + 1, ']')) return true;
  return t.is_sign(i - 1, '(') && t.is_sign(i + 1, ')') && i >= 2 && !t.tokens[i - 1].space_before &&
         t.tokens[i - 2].kind == TokenKind::word;
}

bool is_behind_word(const Tokens& t, std::uint32_t i, const QuantityMatch& m) {
  const Figure* f = t.figure(i);
  return i >= 2 && f != nullptr && (f->plain || f->separator == '.') && f->widths[0] <= 3 &&
         m.readings.front().dimension == Dimension::none && m.first == i && m.last == i + 1 &&
         t.tokens[i].space_before && t.tokens[i - 1].kind == TokenKind::word && t.tokens[i - 1].tag_count == 0 &&
         (t.tokens[i - 2].kind == TokenKind::word || t.is_sign(i - 2, '&')) &&
         !(i == 2 && t.has(0, LabelKind::conn_in));
}

bool behind_capital(std::string_view text, std::size_t at, Span sentence) {
  const std::size_t end = text.find_last_not_of(" ", at == 0 ? 0 : at - 1);
  const std::size_t before = text.find_last_of(" \n\t", end);
  if (before == std::string_view::npos || !is_capital(code_point(text, before + 1).value)) return false;
  // "Quake In Northern Aceh Kills 50": where every long word has a capital, none tells a name
  constexpr std::size_t kLook = 200;
  const std::size_t first = std::max<std::size_t>(sentence.begin, at > kLook ? at - kLook : 0);
  const std::string_view around = text.substr(first, std::min<std::size_t>(sentence.end, at + kLook) - first);
  // a window that opens inside a word begins behind it
  std::size_t word = first > sentence.begin ? std::min(around.find(' '), around.size()) + 1 : 0;
  while (word < around.size()) {
    const std::size_t next = std::min(around.find_first_of(" \n\t", word), around.size());
    const char32_t letter = code_point(around, word).value;
    if (next - word >= 4 && char_kind(letter) == CharKind::letter && !is_capital(letter)) return true;
    word = next + 1;
  }
  return false;
}

void drop_quarters_of_games(std::vector<RawMention>& raw, const Knowledge& knowledge) {
  const auto is_open_quarter = [](const RawMention& r) {
    const auto* s = std::get_if<TimeSyntax>(&r.what);
    return s != nullptr && s->part == Grain::quarter && !s->year && !s->offset && !s->direction && !r.until;
  };
  if (std::none_of(raw.begin(), raw.end(), is_open_quarter) || std::any_of(raw.begin(), raw.end(), is_money)) return;
  const auto is_of_sport = [&](const RawMention& r) {
    const auto* readings = std::get_if<std::vector<Quantity>>(&r.what);
    if (readings == nullptr || readings->front().dimension != Dimension::count) return false;
    const auto& all = knowledge.concepts();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Concept& c) { return c.id == readings->front().unit; });
    return found != all.end() && found->domain == "sport";
  };
  if (std::none_of(raw.begin(), raw.end(), is_of_sport)) return;
  raw.erase(std::remove_if(raw.begin(), raw.end(), is_open_quarter), raw.end());
}

}  // namespace mizan
