#include "extract/grammar.hpp"
#include "extract/no_figure.hpp"
#include "extract/numeral.hpp"
#include "extract/quantity.hpp"
#include "extract/unit.hpp"

namespace mizan {
namespace {

using namespace grammar;
using x3::_attr;
using x3::_pass;
using x3::_val;

// clang-format off
const auto fraction_value = [](auto& ctx) {
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const bool sign = next > 0 && tokens(ctx).tokens[next - 1].kind == TokenKind::sign;
  const auto count = _val(ctx).numerator;
  // "three quarters"; but "7 1/2", where the fraction is one character, is more than seven
  _val(ctx).numerator = sign && count != 0 ? count * _attr(ctx).extra + _attr(ctx).value
                                           : (count == 0 ? 1 : count) * _attr(ctx).value;
  _val(ctx).denominator = _attr(ctx).extra;
};
const auto fraction_count = [](auto& ctx) {
  const auto value = _attr(ctx).value().to_integer();
  // "1988 quarter": a year
  _pass(ctx) = value && *value > 0 && *value < (_attr(ctx).in_digits ? 100 : 100000);
  if (value) _val(ctx).numerator = *value;
};
const auto counted_fraction = x3::rule<struct counted_fraction_id, Fraction>{"counted fraction"} =
    call(parse_plain_numeral)[fraction_count] >> -sign('-') >> is(LabelKind::fraction)[fraction_value];
const auto bare_fraction = x3::rule<struct bare_fraction_id, Fraction>{"fraction"} = is(LabelKind::fraction)[fraction_value];
// clang-format on

/// The number that a part is out of, if nothing is measured by it.
std::optional<Match<Numeral>> whole_at(const Tokens& t, std::uint32_t at) {
  auto whole = parse_plain_numeral(t, at);
  if (whole && t.has_any(whole->end, kFigure | kinds(LabelKind::time_unit, LabelKind::month, LabelKind::measure,
                                                     LabelKind::currency, LabelKind::percent, LabelKind::scale)))
    whole.reset();
  return whole;
}

/// "out of every", which makes a share of any two numbers; a plain "out of" may have counted both.
bool is_of_every(const Tokens& t, std::uint32_t at) {
  const Tag* every = t.find(at, LabelKind::out_of);
  const Tag* of = t.find(at, LabelKind::conn_of);
  return every != nullptr && every->end > at + 1 && (of == nullptr || of->end < every->end);
}

/// The token behind a counted noun at a token; the token itself if there is none.
std::uint32_t behind_noun(const Tokens& t, std::uint32_t at) {
  const auto noun = unit_at(t, at, false, false);
  return noun && !noun->open && noun->dimension == Dimension::count ? noun->end : at;
}

/// "one WOMAN in nine": where no noun follows, or "in" tells a place.
bool is_ratio_of_noun(const Tokens& t, std::uint32_t of, std::int64_t above, const Match<Numeral>& whole) {
  if (is_of_every(t, of)) return true;
  return above == 1 && !whole.value.in_digits && !unit_at(t, whole.end, false);
}

/// "one in five", "three out of 100": of round wholes only. "76 out of 89 regions" counts both, and claims want both.
std::optional<Match<Fraction>> ratio(const Tokens& t, std::uint32_t at) {
  const auto part = parse_plain_numeral(t, at);
  // most figures are no part of any whole: what rules that out at once comes first
  if (!part || ((t.kinds & kinds(LabelKind::out_of)) == 0 && !t.has(part->end, LabelKind::conn_in)))
    return std::nullopt;
  const std::uint32_t link = t.has(part->end, LabelKind::out_of) ? part->end : behind_noun(t, part->end);
  const Tag* of = t.find(link, LabelKind::out_of);
  const bool in =
      of == nullptr && link == part->end && t.has(link, LabelKind::conn_in) && !t.has(link, LabelKind::conn_of);
  if (in) of = t.find(link, LabelKind::conn_in);
  if (of == nullptr) return std::nullopt;
  const auto whole = whole_at(t, of->end);
  if (!whole) return std::nullopt;
  const auto above = part->value.value().to_integer();
  const auto below = whole->value.value().to_integer();
  if (!above || !below || *above < 1 || *above > 10 || *above >= *below) return std::nullopt;
  bool round = *below <= 10 || *below == 12 || *below == 15 || *below == 20 || *below == 25 || *below == 50;
  if (in) round = false;  // "3 in 10,000"; but "3 in 10" of a language that has its own word for it
  for (std::int64_t power = in ? 1000 : 100; power <= 1000000 && !round; power *= 10) round = *below == power;
  if (*above == 1 && is_of_every(t, link)) round = true;
  // "one in 21": of any whole, but a year
  if (!in && *above == 1 && *below < 1000 && t.has(part->end, LabelKind::conn_in) && of->end == part->end + 1)
    round = true;
  if (!round || (link > part->end && !is_ratio_of_noun(t, link, *above, *whole))) return std::nullopt;
  return Match<Fraction>{{*above, *below}, whole->end};
}

/// "az har haft nafar, yek nafar", out of every seven one: the whole stands first. "In every ten villages one well" is
/// no share: both count the same.
std::optional<Match<Fraction>> whole_first(const Tokens& t, std::uint32_t at) {
  if (!is_of_every(t, at)) return std::nullopt;
  const auto whole = whole_at(t, t.find(at, LabelKind::out_of)->end);
  if (!whole) return std::nullopt;
  std::uint32_t next = behind_noun(t, whole->end);
  if (t.is_comma(next)) ++next;
  const auto part = next < t.size() ? parse_plain_numeral(t, next) : std::nullopt;
  if (!part) return std::nullopt;
  const auto above = part->value.value().to_integer();
  const auto below = whole->value.value().to_integer();
  if (!above || !below || *above < 1 || *above > 10 || *above >= *below) return std::nullopt;
  const auto noun = unit_at(t, part->end, false);
  if (!noun) return Match<Fraction>{{*above, *below}, part->end};
  const auto first = unit_at(t, whole->end, false);
  const bool same = first && first->names == noun->names && first->dimension == noun->dimension;
  if (!counts_article(t, part->end) && !same) return std::nullopt;
  return Match<Fraction>{{*above, *below}, noun->end};
}

}  // namespace

std::optional<Decimal> exact_fraction(const Fraction& f) {
  std::int64_t power = 1;
  for (int places = 0; places <= 6; ++places, power *= 10)
    if (f.numerator * power % f.denominator == 0) return Decimal(f.numerator * power / f.denominator, -places);
  return std::nullopt;
}

std::optional<Match<Fraction>> parse_fraction(const Tokens& stream, std::uint32_t at, bool beside) {
  if (auto shares = whole_first(stream, at)) return shares;
  if (!stream.has_any(at, kNumeralStart | kinds(LabelKind::fraction))) return std::nullopt;
  const Figure* above = stream.figure(at);
  const Figure* below = stream.figure(at + 2);
  if (above != nullptr && below != nullptr && above->plain && below->plain && stream.is_sign(at + 1, '/') &&
      !stream.tokens[at + 1].space_before && !stream.tokens[at + 2].space_before && !stream.is_sign(at + 3, '/') &&
      above->pieces[0] < below->pieces[0] && below->pieces[0] <= 1000 && above->pieces[0] > 0)
    return Match<Fraction>{{above->pieces[0], below->pieces[0]}, at + 3};  // 3/4
  const bool any = (stream.kinds & kinds(LabelKind::fraction)) != 0;
  std::optional<Match<Fraction>> match;  // each on a fresh value: "three quarters" may be one entry
  if (any) match = run<Fraction>(bare_fraction, stream, at);
  if (const Tag* word = stream.find(at, LabelKind::fraction);
      match && !beside && (word->label.ambiguous || stream.has(at, LabelKind::ordinal)))
    match.reset();  // "sadom" is hundredth, and a hundredth only behind its count
  if (any)
    if (auto counted = run<Fraction>(counted_fraction, stream, at); counted && (!match || counted->end > match->end))
      match = counted;
  if (auto shares = ratio(stream, at); shares && (!match || shares->end > match->end)) match = shares;
  if (!match || match->value.denominator <= 0) return std::nullopt;
  return match;
}

namespace {

constexpr Kinds kTimeWords = kinds(LabelKind::month, LabelKind::weekday, LabelKind::relative, LabelKind::time_unit,
                                   LabelKind::season, LabelKind::period, LabelKind::duration);

Decimal value_of(const Fraction& f) {
  const auto exact = exact_fraction(f);
  return exact ? *exact : Decimal(f.numerator * 1000000000000000 / f.denominator, -15);
}

/// The scale behind a fraction: "half a BILLION", "two thirds OF A MILLION".
std::optional<Match<int>> scale_of_fraction(const Tokens& t, std::uint32_t at) {
  if (const Tag* of = t.find(at, LabelKind::conn_of)) at = of->end;
  if (const Tag* one = t.find(at, LabelKind::multiple);
      one != nullptr && one->label.value == 1 && one->label.extra >= 3)
    return Match<int>{one->label.extra, one->end};
  const Tag* scale = t.find(at, LabelKind::scale);
  if (scale == nullptr || scale->label.ambiguous) return std::nullopt;
  return Match<int>{scale->label.extra, scale->end};
}

/// "Half of the voters" where it opens its phrase, "half a mile" anywhere: a share, though the word alone is none.
bool is_share(const Tokens& t, std::uint32_t at, std::uint32_t end) {
  if (const auto unit = unit_at(t, end, false); unit && unit->dimension != Dimension::count) return true;
  const bool genitive = t.about->implied_one && t.about->definite.empty();  // "polovina zhiteley"
  if ((!genitive && !t.has_any(end - 1, kinds(LabelKind::conn_of, LabelKind::article))) || end >= t.size() ||
      t.tokens[end].kind != TokenKind::word ||
      t.has_any(end, kTimeWords | kinds(LabelKind::ordinal, LabelKind::first, LabelKind::last, LabelKind::next)))
    return false;
  constexpr Kinds led = kinds(LabelKind::conn_in, LabelKind::conn_of, LabelKind::conn_and, LabelKind::conn_to,
                              LabelKind::conn_from, LabelKind::since, LabelKind::by);
  return at == 0 || t.tokens[at].line_start || t.tokens[at - 1].kind == TokenKind::sign || t.has_any(at - 1, led);
}

}  // namespace

std::optional<Match<Decimal>> one_of_every(const Tokens& t, std::uint32_t end) {
  if (const Tag* about = t.find(end, LabelKind::modifier_after)) end = about->end;
  if (!is_of_every(t, end)) return std::nullopt;
  const auto whole = whole_at(t, t.find(end, LabelKind::out_of)->end);
  const auto below = whole ? whole->value.value().to_integer() : std::nullopt;
  if (!below || *below < 2) return std::nullopt;
  return Match<Decimal>{value_of({1, *below}), whole->end};
}

std::optional<Match<QuantityMatch>> fraction_at(const Tokens& t, std::uint32_t at) {
  const bool negative = t.is_sign(at, '-') && at + 1 < t.size() && !t.tokens[at + 1].space_before &&
                        (at == 0 || t.tokens[at].space_before) && t.figure(at + 1) != nullptr;
  if (negative) ++at;
  auto m = parse_fraction(t, at);
  if (!m && t.has(at, LabelKind::fraction)) {  // "a quarter million": a word that is a share only beside something else
    m = parse_fraction(t, at, true);
    if (m && !scale_of_fraction(t, m->end) && !(stands_alone(t, at, m->end) && !t.has(at, LabelKind::ordinal)) &&
        !t.follows(at, LabelKind::modifier_before) && !is_share(t, at, m->end))
      m.reset();  // "more than half the men", "nearly a third"
  }
  if (!m) return std::nullopt;
  for (std::uint32_t i = at + 1; i < m->end; ++i)  // "two half-brothers" are two
    if (const Tag* idiom = t.find(i, LabelKind::not_a_number); idiom != nullptr && idiom->end > m->end)
      return std::nullopt;
  if (m->value.denominator == 1) return std::nullopt;
  Decimal value = value_of(m->value);
  if (negative) {
    value = value.negated();
    --at;
  }
  QuantityMatch q;
  q.path = "quantity.fraction";
  q.first = at;
  q.number_end = q.last = m->end;
  q.in_words = true;
  Quantity reading;
  std::optional<Unit> unit;
  if (const auto scale = scale_of_fraction(t, q.last)) {
    value = value.scaled(scale->value);
    q.last = scale->end;
    unit = unit_at(t, q.last, false);
    if (unit) q.last = unit->end;
  } else if (unit = unit_at(t, q.last, false); unit && unit->dimension != Dimension::count) {  // "half a percent"
    q.last = unit->end;
  } else {
    unit.reset();
  }
  reading.low = reading.high = value;
  if (unit) {
    reading.dimension = unit->dimension;
    reading.unit = unit->names.front();
    reading.low = reading.high = value.scaled(unit->power);
  }
  q.readings = {reading};
  const std::uint32_t end = q.last;
  return Match<QuantityMatch>{std::move(q), end};
}

}  // namespace mizan
