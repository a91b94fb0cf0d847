#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/numeral.hpp"

namespace mizan {
namespace {

using namespace grammar;
using x3::_attr;
using x3::_pass;
using x3::_val;

// Parts of a number. A clitic "and" on the word itself joins it as a separate one does.
struct Part {
  Numeral numeral;
  bool joined = false;
  int first_scale = 0;  ///< of "400 thousand milliard", until its second word comes
};

template <int Reading, class Context>
void take_digits(Context& ctx) {
  const Tokens& stream = tokens(ctx);
  const Figure& f = stream.figures[stream.tokens[_attr(ctx)].figure];
  if (f.readings.empty()) {
    _pass(ctx) = false;
    return;
  }
  const Decimal value = f.readings[std::min<std::size_t>(Reading, f.readings.size() - 1)];
  // "between 8 thousand and 15 thousand" are two; but "2 thousand and 400 thousand milliard"
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const Tag* again = _val(ctx).numeral.last_scale() == 0 ? nullptr : stream.find(next, LabelKind::scale);
  if (again != nullptr && again->label.extra == _val(ctx).numeral.last_scale() &&
      !_val(ctx).numeral.has_larger_scale() && !stream.has(again->end, LabelKind::scale)) {
    _pass(ctx) = false;
    return;
  }
  // "over two thousand and 3.5 percent" are two
  if (!value.is_integer() && _val(ctx).numeral.last_scale() != 0 && stream.has(next, LabelKind::percent)) {
    _pass(ctx) = false;
    return;
  }
  const Tag* below = value.is_integer() ? nullptr : stream.find(next, LabelKind::scale);
  const bool scaled = below != nullptr && below->label.extra < _val(ctx).numeral.last_scale();
  _pass(ctx) = _val(ctx).numeral.digits(value, _val(ctx).joined, scaled);
}

const auto join_word = [](auto& ctx) { _val(ctx).joined = true; };
const auto done = [](auto& ctx, const Label& label, bool ok) {
  _pass(ctx) = ok;
  if (!ok) return;
  if (!label.ambiguous) _val(ctx).numeral.weak = false;
  ++_val(ctx).numeral.parts;
  _val(ctx).joined = false;
};
const auto joined = [](auto& ctx) { return _val(ctx).joined || _attr(ctx).clitic > 0; };
const auto cardinal = [](auto& ctx) {
  _val(ctx).numeral.article = _val(ctx).numeral.empty() && _attr(ctx).extra == 1;
  const bool units_first = joined(ctx) && tokens(ctx).about->units_first;
  done(ctx, _attr(ctx), _val(ctx).numeral.cardinal(_attr(ctx).value, joined(ctx), units_first));
};
const auto scale = [](auto& ctx) {
  const bool alone = _val(ctx).numeral.empty() && !_val(ctx).numeral.is_vague();
  // "k", "m" and their kin: of money ("$28 m", "5 k euros") or glued to a figure ("5k"); "1.8 m" is a length
  if (alone && _attr(ctx).ambiguous) {
    _pass(ctx) = false;
    return;
  }
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const bool letter = _attr(ctx).end - _attr(ctx).begin == 1;
  // "ta Mehr 1405 hezar o 200 khane": the year of a month is no thousands
  const Figure* year = !alone && _attr(ctx).extra == 3 && next >= 3 ? t.figure(next - 2) : nullptr;
  if (year != nullptr && year->plain && year->widths[0] == 4 && t.has(next - 3, LabelKind::month)) {
    _pass(ctx) = false;
    return;
  }
  if (_attr(ctx).ambiguous && (letter || (next >= 1 && t.has(next - 1, LabelKind::measure)))) {
    const bool money = (next >= 3 && t.has(next - 3, LabelKind::currency_prefix)) || t.has(next, LabelKind::currency);
    const Tag* longer = next >= 1 ? t.find(next - 1, LabelKind::measure) : nullptr;  // 24703m2
    // "1.8m" alone is a length; "1.8m people" are millions
    const Tag* noun = t.find(next, LabelKind::concept_noun);
    const bool counts =
        longer == nullptr ||
        (noun != nullptr && t.knowledge->concepts()[static_cast<std::size_t>(noun->label.value)].counted);
    const bool glued_on =
        next >= 1 && !t.tokens[next - 1].space_before && counts && !(longer != nullptr && longer->end > next);
    // "reading frames 1a and 1b": no thousand million
    const Figure* digit = next >= 2 ? t.figure(next - 2) : nullptr;
    const bool index = glued_on && !money && noun == nullptr && _attr(ctx).extra == 9 && t.size() > 2 &&
                       digit != nullptr && digit->plain && digit->widths[0] == 1;
    if ((!money && !glued_on) || index) {
      _pass(ctx) = false;
      return;
    }
  }
  done(ctx, _attr(ctx), _val(ctx).numeral.scale(_attr(ctx).extra, joined(ctx)));
};
/// "alfa shakhs", two thousand persons: the dual stands right before its noun; "alfan wa-200" is one thousand.
bool is_construct(const Tokens& t, std::uint32_t next) {
  if (next >= t.size() || t.tokens[next].kind != TokenKind::word) return false;
  const auto first = t.tags.begin() + t.tokens[next].first_tag;
  constexpr Kinds little = kinds(LabelKind::joiner, LabelKind::conn_and, LabelKind::conn_of, LabelKind::conn_from,
                                 LabelKind::conn_in, LabelKind::half);
  return !t.has_any(next, little) &&
         std::none_of(first, first + t.tokens[next].tag_count, [](const Tag& tag) { return tag.label.clitic > 0; });
}
const auto multiple = [](auto& ctx) {
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const bool one = _attr(ctx).ambiguous && next > 0 && t.has(next - 1, LabelKind::scale) && !is_construct(t, next);
  Label label = _attr(ctx);
  if (one) label.value = 1;
  label.ambiguous = label.ambiguous && (!one || label.extra == 3);  // "alfa" is the Greek letter too
  done(ctx, label, _val(ctx).numeral.multiple(label.value, label.extra, joined(ctx)));
};
const auto half = [](auto& ctx) { done(ctx, _attr(ctx), _val(ctx).numeral.half(_attr(ctx).value)); };
const auto dozen = [](auto& ctx) { done(ctx, _attr(ctx), _val(ctx).numeral.dozen(_attr(ctx).value)); };
const auto vague = [](auto& ctx) {
  // "bolee sotni domov": behind a modifier the genitive of one hundred, which looks like hundreds
  const Tokens& t = tokens(ctx);
  const auto at = index_of(x3::_where(ctx).begin(), ctx) - 1;
  _pass(ctx) = !(t.has(at, LabelKind::cardinal) && t.follows(at, LabelKind::modifier_before));
  if (!_pass(ctx)) return;
  const auto [low, high] = tokens(ctx).knowledge->vague_counts()[static_cast<std::size_t>(_attr(ctx).value)];
  done(ctx, _attr(ctx), _val(ctx).numeral.vague(low, high));
};
const auto minus = [](auto& ctx) { _val(ctx).numeral.negative = true; };
// "2 thousand and 400 thousand milliard" is 2400 of the unit "thousand milliard"
const auto unit_scale = [](auto& ctx) {
  _pass(ctx) = !_attr(ctx).ambiguous && _val(ctx).numeral.repeats(_attr(ctx).extra);
  _val(ctx).first_scale = _attr(ctx).extra;
};
const auto unit_scale_end = [](auto& ctx) {
  const int power = _val(ctx).first_scale + _attr(ctx).extra;
  _pass(ctx) = _attr(ctx).extra > _val(ctx).first_scale && _val(ctx).numeral.scale(power, joined(ctx));
};
// "two thousand, two hundred" is one number; "two thousand, two million" are two
const auto comma_cardinal = [](auto& ctx) {
  const Tag* next = tokens(ctx).find(index_of(x3::_where(ctx).begin(), ctx), LabelKind::scale);
  // "$1.8 billion, four times the old price": only words go on so
  if (_val(ctx).numeral.in_digits || (next != nullptr && next->label.extra >= _val(ctx).numeral.last_scale()))
    _pass(ctx) = false;
  else
    cardinal(ctx);
};

const auto after_scale = [](auto& ctx) { _pass(ctx) = _val(ctx).numeral.ended_with_scale(); };

// clang-format off
template <int Reading>
const auto first_part =
      figure[([](auto& ctx) { take_digits<Reading>(ctx); })]
    | is(LabelKind::multiple)[multiple]
    | is(LabelKind::scale)[scale]
    | is(LabelKind::cardinal)[cardinal]
    | is(LabelKind::half)[half]
    | is(LabelKind::dozen)[dozen];

// "tens of thousands", but not "few of the dozen"
const auto one_word = [](auto& ctx) {
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  _pass(ctx) = next > 0 && tokens(ctx).tokens[next - 1].span.begin == _attr(ctx).begin;
};
const auto of = is(LabelKind::conn_of)[one_word];

const auto conjunction = is(LabelKind::joiner)[join_word] | sign('-')[join_word] >> glued;

template <int Reading>
const auto next_part =
      is(LabelKind::half)[half]
    | is(LabelKind::scale)[scale]
    | is(LabelKind::multiple)[multiple]
    | is(LabelKind::cardinal)[cardinal]
    | is(LabelKind::dozen)[dozen]
    | figure[([](auto& ctx) { take_digits<Reading>(ctx); })];

// -3 million | tens of thousands | two hundred and five
template <int Reading>
const auto numeral_rule = x3::rule<struct numeral_id, Part>{"numeral"} =
    -(is(LabelKind::minus)[minus] | sign('-')[minus] >> glued)
    >> (   is(LabelKind::vague_count)[vague] >> *(-of >> (is(LabelKind::scale)[scale] | is(LabelKind::dozen)[dozen]))
        |  first_part<Reading>
           >> *(   of >> is(LabelKind::scale)[scale]
               |   sign('+') >> is(LabelKind::scale)[scale]  // $300+ billion
               |   is(LabelKind::scale)[unit_scale] >> is(LabelKind::scale)[unit_scale_end]
               |   -conjunction >> next_part<Reading>
               |   x3::eps[after_scale] >> sign(',') >> is(LabelKind::cardinal)[comma_cardinal]    // one thousand, two hundred
               |   sign('-') >> is(LabelKind::cardinal)[cardinal]));            // fifty - two, as tokenised corpora have it
// clang-format on

/// May a figure in digits go on at a token? With a half, a scale or a dozen alone; most figures stand by themselves.
bool goes_on(const Tokens& t, std::uint32_t at) {
  constexpr Kinds more = kinds(LabelKind::half, LabelKind::scale, LabelKind::dozen);
  return t.has_any(at, more | kinds(LabelKind::joiner, LabelKind::conn_of)) ||
         (t.is_sign(at, '-') && t.has_any(at + 1, more)) || (t.is_sign(at, '+') && t.has(at + 1, LabelKind::scale));
}

/// What the rule reads, without the rule where a glance is enough: every shape of a time asks for the same figure
/// again.
template <int Reading>
std::optional<Match<Numeral>> by_rule(const Tokens& t, std::uint32_t at) {
  if (const Figure* f = t.figure(at); f != nullptr && !goes_on(t, at + 1)) {
    Numeral numeral;
    if (t.tokens[at].noise || f->readings.empty()) return std::nullopt;
    numeral.digits(f->readings[std::min<std::size_t>(Reading, f->readings.size() - 1)], false);
    return Match<Numeral>{numeral, at + 1};
  }
  const auto match = run<Part>(numeral_rule<Reading>, t, at);
  if (!match) return std::nullopt;
  return Match<Numeral>{match->value.numeral, match->end};
}

/// The decimals after "point": digit by digit ("five one"), or a number ("twenty-five").
std::optional<Match<Decimal>> decimals(const Tokens& t, std::uint32_t at) {
  std::int64_t digits = 0;
  int count = 0;
  std::uint32_t i = at;
  for (; count < 15; ++count) {
    const Tag* tag = t.find(i, LabelKind::cardinal);
    if (tag == nullptr || tag->label.value > 9) break;
    digits = digits * 10 + tag->label.value;
    i = tag->end;
  }
  if (count > 0 && !t.has(i, LabelKind::cardinal)) return Match<Decimal>{Decimal(digits, -count), i};
  if (const Figure* f = t.figure(at); f != nullptr && f->plain && f->widths[0] <= 6)
    return Match<Decimal>{Decimal(f->pieces[0], -static_cast<int>(f->widths[0])), at + 1};
  const auto whole = run<Part>(numeral_rule<0>, t, at);
  const auto value = whole ? whole->value.numeral.value().to_integer() : std::nullopt;
  if (!value || *value < 1 || *value > 99) return std::nullopt;
  return Match<Decimal>{Decimal(*value, *value < 10 ? -1 : -2), whole->end};
}

/// "three and fourteen hundredths", "five point two": a whole and what follows it. The whole ends where its rest
/// begins.
std::optional<Match<Numeral>> mixed(const Tokens& t, std::uint32_t at, std::uint32_t end) {
  // 10 1/2, 2(one half sign)
  if (end < t.size() &&
      (t.figure(end) != nullptr || !t.tokens[end].space_before || t.tokens[end].kind == TokenKind::sign)) {
    const auto fraction = parse_fraction(t, end);
    const auto value = fraction ? exact_fraction(fraction->value) : std::nullopt;
    const auto whole = value ? run<Part>(numeral_rule<0>, t, at, end) : std::nullopt;
    if (whole && whole->value.numeral.in_digits && whole->value.numeral.value().is_integer()) {
      Numeral result = whole->value.numeral;
      if (result.decimals(*value)) return Match<Numeral>{result, fraction->end};
    }
  }
  // a fraction's count may have been read as part of the whole: look back over its last words
  const std::uint32_t reach = std::min(t.size(), end + 2);
  for (std::uint32_t i = std::max(at + 1, end > 4 ? end - 4 : 0); i < reach; ++i) {
    const Tag* point = t.find(i, LabelKind::point);
    const Tag* joiner = t.find(i, LabelKind::joiner);
    const Tag* worn = t.find(i, LabelKind::fraction);  // wa-rub': the "and" is written on the fraction
    const bool clitic = worn != nullptr && worn->label.clitic > 0;
    if (point == nullptr && joiner == nullptr && !clitic) continue;
    std::optional<Match<Decimal>> rest;
    if (point != nullptr) {
      rest = decimals(t, point->end);
    } else if (const auto fraction = parse_fraction(t, joiner != nullptr ? joiner->end : i, true);
               fraction && fraction->end > end) {
      if (const auto value = exact_fraction(fraction->value); value && *value < Decimal(1, 0))
        rest = Match<Decimal>{*value, fraction->end};
    }
    if (!rest) continue;
    const auto whole = run<Part>(numeral_rule<0>, t, at, i);
    if (!whole || whole->end != i || whole->value.numeral.is_vague()) continue;
    if (!whole->value.numeral.value().is_integer()) continue;
    Numeral result = whole->value.numeral;
    if (!(point == nullptr && result.share(rest->value)) && !result.decimals(rest->value)) continue;
    result.weak = false;
    std::uint32_t last = rest->end;
    const Tag* thousands = point == nullptr ? nullptr : t.find(last, LabelKind::scale);  // two point five MILLION
    if (thousands != nullptr && !thousands->label.ambiguous && result.scale(thousands->label.extra, false))
      last = thousands->end;
    return Match<Numeral>{result, last};
  }
  return std::nullopt;
}

template <int Reading>
std::optional<Match<Numeral>> numeral(const Tokens& stream, std::uint32_t at) {
  if (!stream.has_any(at, kNumeralStart) && !stream.is_sign(at, '-')) return std::nullopt;
  // "-5": a sign only where no word or figure touches it
  if (stream.is_sign(at, '-') && at > 0 && !stream.tokens[at].space_before &&
      !(stream.is_sign(at - 1, '$') && stream.figure(at + 1) != nullptr))
    return std::nullopt;
  if (stream.is_sign(at, '-') && stream.tokens[at].line_start && stream.size() > 6) return std::nullopt;  // a bullet
  if (stream.is_sign(at, '-') && stream.is_sign(at + 2, '/') && stream.is_sign(at + 4, '/'))
    return std::nullopt;  // a dash before "2/29/2012"
  auto match = by_rule<Reading>(stream, at);
  if (!match) return std::nullopt;
  if (match->value.is_vague() && match->value.empty()) return std::nullopt;  // "tens" of what?
  if (stream.has_any(match->end, kFigure | kinds(LabelKind::point, LabelKind::joiner, LabelKind::fraction)))
    if (auto whole = mixed(stream, at, match->end)) return whole;
  if (match->value.negative) match->value.weak = false;
  return match;
}

}  // namespace

std::optional<Match<Numeral>> parse_numeral(const Tokens& stream, std::uint32_t at) { return numeral<0>(stream, at); }
std::uint32_t said_again(const Tokens& t, const Numeral& digits, std::uint32_t end) {
  if (!digits.in_digits) return end;
  const bool bracket = t.is_sign(end, '(');
  const std::uint32_t at = end + (bracket ? 1 : 0);
  if (t.figure(at) != nullptr || !t.has_any(at, kNumeralStart)) return end;
  const auto words = parse_numeral(t, at);
  if (!words || words->value.in_digits || words->value.value() != digits.value()) return end;
  if (bracket && !t.is_sign(words->end, ')')) return end;
  return words->end + (bracket ? 1 : 0);
}

std::uint32_t said_in_digits(const Tokens& t, Numeral& words, std::uint32_t end) {
  const Figure* f = t.is_sign(end, '(') && t.is_sign(end + 2, ')') ? t.figure(end + 1) : nullptr;
  if (words.in_digits || words.is_vague() || f == nullptr || f->readings.empty() ||
      f->readings.front() != words.value())
    return end;
  const Tag* power = t.find(end + 3, LabelKind::scale);
  return power != nullptr && !power->label.ambiguous && words.scale(power->label.extra, false) ? power->end : end + 3;
}

std::optional<Match<Numeral>> parse_numeral_alternative(const Tokens& stream, std::uint32_t at) {
  return numeral<1>(stream, at);
}

std::optional<Match<Numeral>> parse_plain_numeral(const Tokens& t, std::uint32_t at) {
  auto match = t.has_any(at, kNumeralStart) ? by_rule<0>(t, at) : std::nullopt;
  return match && !match->value.empty() ? match : std::nullopt;
}

}  // namespace mizan
