#include "extract/grammar.hpp"
#include "extract/numeral.hpp"

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

/// "one in five", "three out of 100": of round wholes only. "76 out of 89 regions" counts both, and claims want both.
std::optional<Match<Fraction>> ratio(const Tokens& t, std::uint32_t at) {
  const auto part = parse_plain_numeral(t, at);
  const Tag* of = part ? t.find(part->end, LabelKind::out_of) : nullptr;
  if (of == nullptr) return std::nullopt;
  const auto whole = parse_plain_numeral(t, of->end);
  if (!whole || t.has_any(whole->end, kFigure | kinds(LabelKind::time_unit, LabelKind::month, LabelKind::measure,
                                                      LabelKind::currency, LabelKind::percent, LabelKind::scale)))
    return std::nullopt;
  const auto above = part->value.value().to_integer();
  const auto below = whole->value.value().to_integer();
  if (!above || !below || *above < 1 || *above > 10 || *above >= *below) return std::nullopt;
  bool round = *below <= 10 || *below == 12 || *below == 15 || *below == 20 || *below == 25 || *below == 50;
  for (std::int64_t power = 100; power <= 1000000 && !round; power *= 10) round = *below == power;
  // "one in 21": of any whole, but a year
  if (*above == 1 && *below < 1000 && t.has(part->end, LabelKind::conn_in) && of->end == part->end + 1) round = true;
  if (!round) return std::nullopt;
  return Match<Fraction>{{*above, *below}, whole->end};
}

}  // namespace

std::optional<Decimal> exact_fraction(const Fraction& f) {
  std::int64_t power = 1;
  for (int places = 0; places <= 6; ++places, power *= 10)
    if (f.numerator * power % f.denominator == 0) return Decimal(f.numerator * power / f.denominator, -places);
  return std::nullopt;
}

std::optional<Match<Fraction>> parse_fraction(const Tokens& stream, std::uint32_t at, bool beside) {
  if (!stream.has_any(at, kNumeralStart | kinds(LabelKind::fraction))) return std::nullopt;
  const Figure* above = stream.figure(at);
  const Figure* below = stream.figure(at + 2);
  if (above != nullptr && below != nullptr && above->plain && below->plain && stream.is_sign(at + 1, '/') &&
      !stream.tokens[at + 1].space_before && !stream.tokens[at + 2].space_before && !stream.is_sign(at + 3, '/') &&
      above->pieces[0] < below->pieces[0] && below->pieces[0] <= 1000 && above->pieces[0] > 0)
    return Match<Fraction>{{above->pieces[0], below->pieces[0]}, at + 3};  // 3/4
  auto match = run<Fraction>(bare_fraction, stream, at);  // each on a fresh value: "three quarters" may be one entry
  if (const Tag* word = stream.find(at, LabelKind::fraction);
      match && !beside && (word->label.ambiguous || stream.has(at, LabelKind::ordinal)))
    match.reset();  // "sadom" is hundredth, and a hundredth only behind its count
  if (auto counted = run<Fraction>(counted_fraction, stream, at); counted && (!match || counted->end > match->end))
    match = counted;
  if (auto shares = ratio(stream, at); shares && (!match || shares->end > match->end)) match = shares;
  if (!match || match->value.denominator <= 0) return std::nullopt;
  return match;
}

}  // namespace mizan
