#include "extract/numeral.hpp"

#include "extract/grammar.hpp"

namespace mizan {

std::optional<std::int64_t> Numeral::group_integer() const { return group_ ? group_->to_integer() : std::nullopt; }

bool Numeral::digits(const Decimal& value, bool joined) {
  if (group_) return false;
  if (total_) {  // "85 thousand and 996": what follows stays below the last scale
    if (!value.is_integer() || !(value < Decimal(1, last_scale_)) || (!joined && !(value < Decimal(1, 3))))
      return false;
  }
  group_ = value;
  group_digits_ = true;
  scale_ended_ = false;
  weak = false;
  in_digits = true;
  return true;
}

bool Numeral::cardinal(std::int64_t value, bool joined) {
  const Decimal stated = Decimal(value, 0).stripped();
  if (!group_) {
    if (total_ && (value == 0 || !(stated < Decimal(1, last_scale_)))) return false;
    group_ = value == 0 ? Decimal(0, 0) : stated;
  } else {
    const auto g = group_integer();
    if (!g || group_digits_ || *g >= 1000 || value == 0) return false;
    const std::int64_t below = *g % 100;
    bool fits = false;
    if (value < 10)
      fits = below == 0 || (below >= 20 && below % 10 == 0);
    else if (value < 20)
      fits = below == 0;
    else if (value < 100)
      fits = below == 0 || (joined && below < 10 && value % 10 == 0);
    else if (value == 100 && *g >= 3 && *g <= 9 && !joined) {  // "three hundred" in two words
      group_ = group_->scaled(2);
      return true;
    }
    const auto sum = fits ? add(*group_, stated) : std::nullopt;
    if (!sum) return false;
    group_ = *sum;
  }
  group_digits_ = false;
  scale_ended_ = false;
  return true;
}

bool Numeral::scale(int power, bool joined) {
  if (power == 2) {
    const auto g = group_integer();
    if (!group_) {
      if (total_ && last_scale_ < 3) return false;
      group_ = Decimal(1, 2);
    } else if (g && *g > 0 && *g < 100) {
      group_ = group_->scaled(2);
    } else {
      return false;
    }
    group_digits_ = false;
    return true;
  }
  if (vague_high_ != 0 && !total_) {
    total_ = Decimal(vague_low_, power);
  } else if (group_ && total_ && power > last_scale_) {  // "2 thousand and 500 milliard"
    const auto sum = add(*total_, *group_);
    if (!sum) return false;
    total_ = sum->scaled(power);
  } else if (group_ && total_) {
    if (power == last_scale_) return false;
    const auto sum = add(*total_, group_->scaled(power));
    if (!sum) return false;
    total_ = *sum;
  } else if (group_) {
    if (group_->is_zero()) return false;
    total_ = group_->scaled(power);
  } else if (total_ && !joined && scale_ended_) {  // "thousand milliard"
    total_ = total_->scaled(power);
    power += last_scale_;
  } else if (total_) {
    if (!joined || power >= last_scale_) return false;
    const auto sum = add(*total_, Decimal(1, power));
    if (!sum) return false;
    total_ = *sum;
  } else {
    total_ = Decimal(1, power);
  }
  group_.reset();
  group_digits_ = false;
  last_scale_ = power;
  scale_ended_ = true;
  weak = false;
  return true;
}

bool Numeral::multiple(std::int64_t count, int power, bool joined) {
  if (group_ || (total_ && (!joined || power >= last_scale_))) return false;
  const Decimal value(count, power);
  if (power < 3) {
    group_ = value;
    scale_ended_ = false;
    weak = false;
    return true;
  }
  const auto sum = total_ ? add(*total_, value) : std::optional<Decimal>(value);
  if (!sum) return false;
  total_ = *sum;
  last_scale_ = power;
  scale_ended_ = true;
  weak = false;
  return true;
}

bool Numeral::half(std::int64_t tenths) {
  if (tenths > 5) {  // "polutora": one and a half, a number by itself
    if (group_ || total_) return false;
    group_ = Decimal(tenths, -1);
    weak = false;
    return true;
  }
  if (scale_ended_ && total_) {  // "three million and a half"
    const auto sum = add(*total_, Decimal(5, last_scale_ - 1));
    if (!sum) return false;
    total_ = *sum;
    scale_ended_ = false;
    return true;
  }
  if (!group_ || !group_->is_integer()) return false;
  const auto sum = add(*group_, Decimal(5, -1));
  if (!sum) return false;
  group_ = *sum;
  weak = false;
  return true;
}

bool Numeral::decimals(const Decimal& rest) {
  const auto sum = add(group_.value_or(Decimal(0, 0)), rest);
  if (!sum) return false;
  group_ = *sum;
  group_digits_ = true;
  scale_ended_ = false;
  return true;
}

bool Numeral::dozen(std::int64_t size) {
  if (total_) return false;
  const auto value = group_ ? multiply(*group_, Decimal(size, 0)) : std::optional<Decimal>(Decimal(size, 0));
  if (!value) return false;
  group_ = *value;
  group_digits_ = true;  // nothing may be added to it
  weak = false;
  return true;
}

bool Numeral::vague(std::int64_t low, std::int64_t high) {
  if (group_ || total_ || vague_high_ != 0) return false;
  vague_low_ = low;
  vague_high_ = high;
  return true;
}

Decimal Numeral::value() const {
  Decimal result;
  if (total_ && group_)
    result = add(*total_, *group_).value_or(*total_);
  else if (total_)
    result = *total_;
  else if (group_)
    result = *group_;
  else
    result = Decimal(vague_low_, 0);
  // "five hundred" is 500, not 5e2: only scale words leave digits unstated
  if (result.exponent() > 0 && result.exponent() < 3 && last_scale_ == 0)
    result = Decimal(result.coefficient() * (result.exponent() == 1 ? 10 : 100), 0);
  return negative ? result.negated() : result;
}

Decimal Numeral::high() const {
  if (!is_vague()) return value();
  const Decimal top = Decimal(vague_high_ + 1, last_scale_);
  return add(top, Decimal(-1, 0)).value_or(top);
}

namespace {

using namespace grammar;
using x3::_attr;
using x3::_pass;
using x3::_val;

// Parts of a number. A clitic "and" on the word itself joins it as a separate one does.
struct Part {
  Numeral numeral;
  bool joined = false;
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
  _pass(ctx) = _val(ctx).numeral.digits(value, _val(ctx).joined);
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
  done(ctx, _attr(ctx), _val(ctx).numeral.cardinal(_attr(ctx).value, joined(ctx)));
};
const auto scale = [](auto& ctx) {
  const bool alone = _val(ctx).numeral.empty() && !_val(ctx).numeral.is_vague();
  // "k", "m" and their kin: of money ("$28 m", "5 k euros") or glued to a figure ("5k"); "1.8 m" is a length
  if (alone && _attr(ctx).ambiguous) {
    _pass(ctx) = false;
    return;
  }
  if (_attr(ctx).ambiguous && _attr(ctx).end - _attr(ctx).begin == 1) {
    const Tokens& t = tokens(ctx);
    const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
    const bool money = (next >= 3 && t.has(next - 3, LabelKind::currency_prefix)) || t.has(next, LabelKind::currency);
    const Tag* longer = next >= 1 ? t.find(next - 1, LabelKind::measure) : nullptr;  // 24703m2
    const bool glued_on = next >= 1 && !t.tokens[next - 1].space_before && !(longer != nullptr && longer->end > next);
    if (!money && !glued_on) {
      _pass(ctx) = false;
      return;
    }
  }
  done(ctx, _attr(ctx), _val(ctx).numeral.scale(_attr(ctx).extra, joined(ctx)));
};
const auto multiple = [](auto& ctx) {
  done(ctx, _attr(ctx), _val(ctx).numeral.multiple(_attr(ctx).value, _attr(ctx).extra, joined(ctx)));
};
const auto half = [](auto& ctx) { done(ctx, _attr(ctx), _val(ctx).numeral.half(_attr(ctx).value)); };
const auto dozen = [](auto& ctx) { done(ctx, _attr(ctx), _val(ctx).numeral.dozen(_attr(ctx).value)); };
const auto vague = [](auto& ctx) {
  done(ctx, _attr(ctx), _val(ctx).numeral.vague(_attr(ctx).value, _attr(ctx).extra));
};
const auto minus = [](auto& ctx) { _val(ctx).numeral.negative = true; };

const auto after_scale = [](auto& ctx) { _pass(ctx) = _val(ctx).numeral.ended_with_scale(); };

// clang-format off
template <int Reading>
const auto first_part =
      figure[([](auto& ctx) { take_digits<Reading>(ctx); })]
    | is(LabelKind::multiple)[multiple]
    | is(LabelKind::vague_count)[vague]
    | is(LabelKind::scale)[scale]
    | is(LabelKind::cardinal)[cardinal]
    | is(LabelKind::half)[half]
    | is(LabelKind::dozen)[dozen];

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
    >> first_part<Reading>
    >> *(   is(LabelKind::conn_of) >> is(LabelKind::scale)[scale]          // tens OF thousands
        |   -conjunction >> next_part<Reading>
        |   x3::eps[after_scale] >> sign(',') >> is(LabelKind::cardinal)[cardinal]    // one thousand, two hundred
        |   sign('-') >> is(LabelKind::cardinal)[cardinal]);             // fifty - two, as tokenised corpora have it
// clang-format on

/// A number without what mixed() adds: the count of a fraction, or the two would call each other along a whole line.
std::optional<Match<Numeral>> plain_numeral(const Tokens& t, std::uint32_t at) {
  const auto match = t.has_any(at, kNumeralStart) ? run<Part>(numeral_rule<0>, t, at) : std::nullopt;
  if (!match || match->value.numeral.empty()) return std::nullopt;
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
  if (end < t.size() && (t.figure(end) != nullptr || !t.tokens[end].space_before)) {
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
    if (point == nullptr && joiner == nullptr) continue;
    std::optional<Match<Decimal>> rest;
    if (point != nullptr) {
      rest = decimals(t, point->end);
    } else if (const auto fraction = parse_fraction(t, joiner->end); fraction && fraction->end > end) {
      if (const auto value = exact_fraction(fraction->value)) rest = Match<Decimal>{*value, fraction->end};
    }
    if (!rest) continue;
    const auto whole = run<Part>(numeral_rule<0>, t, at, i);
    if (!whole || whole->end != i || whole->value.numeral.is_vague()) continue;
    if (!whole->value.numeral.value().is_integer()) continue;
    Numeral result = whole->value.numeral;
    if (!result.decimals(rest->value)) continue;
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
  if (stream.is_sign(at, '-') && at > 0 && !stream.tokens[at].space_before) return std::nullopt;
  auto match = run<Part>(numeral_rule<Reading>, stream, at);
  if (!match) return std::nullopt;
  if (match->value.numeral.is_vague() && match->value.numeral.empty()) return std::nullopt;  // "tens" of what?
  if (stream.has_any(match->end, kFigure | kinds(LabelKind::point, LabelKind::joiner, LabelKind::fraction)))
    if (auto whole = mixed(stream, at, match->end)) return whole;
  return Match<Numeral>{match->value.numeral, match->end};
}

// clang-format off
struct OrdinalParts {
  std::int64_t value = 0;
};
const auto ordinal_first = [](auto& ctx) { _val(ctx).value += 1; };
const auto ordinal_weak_word = [](auto& ctx) {                             // Persian "daham" is tenth, and "I give"
  const Tokens& t = tokens(ctx);
  const std::uint32_t i = index_of(x3::_where(ctx).begin(), ctx);          // the token after it
  const bool beside = t.has(i, LabelKind::concept_noun) || t.has(i, LabelKind::period) || t.has(i, LabelKind::time_unit) ||
                      (i >= 2 && t.has(i - 2, LabelKind::concept_noun));
  _pass(ctx) = !_attr(ctx).ambiguous || beside;
  _val(ctx).value += _attr(ctx).value;
};
const auto ordinal_digits = [](auto& ctx) {
  const Tokens& stream = tokens(ctx);
  const Figure& f = stream.figures[stream.tokens[_attr(ctx)].figure];
  _pass(ctx) = f.plain && f.widths[0] <= 3;
  if (f.plain && f.widths[0] <= 3) _val(ctx).value = f.pieces[0];
};
const auto ordinal_tens = [](auto& ctx) {                                  // al-hadi WA-L-ISHRIN
  const bool fits = _attr(ctx).value >= 20 && _attr(ctx).value < 100 && _attr(ctx).value % 10 == 0 &&
                    _val(ctx).value < 10 && _attr(ctx).clitic > 0;
  _pass(ctx) = fits;
  if (fits) _val(ctx).value += _attr(ctx).value;
};
const auto ordinal_front = [](auto& ctx) {  // TWENTY-first, bist o YEKOM
  const auto value = _attr(ctx).value().to_integer();
  _pass(ctx) = value && *value >= 20 && *value % 10 == 0 && !_attr(ctx).in_digits;
  if (value) _val(ctx).value = *value;
};
const auto ordinal_back = [](auto& ctx) {  // below the last digit of the front: 23 450 and first
  std::int64_t power = 10;
  while (power <= _attr(ctx).value) power *= 10;
  _pass(ctx) = _val(ctx).value % power == 0;
  _val(ctx).value += _attr(ctx).value;
};

// 70th | 21-y
const auto ordinal_figure = x3::rule<struct ordinal_figure_id, OrdinalParts>{"ordinal in digits"} =
    figure[ordinal_digits] >> -sign('-') >> glued >> is(LabelKind::ordinal_suffix);
// seventieth | first | al-hadi wa-l-ishrin
const auto ordinal_words = x3::rule<struct ordinal_words_id, OrdinalParts>{"ordinal"} =
    is(LabelKind::ordinal)[ordinal_weak_word] >> -(is(LabelKind::cardinal)[ordinal_tens] | is(LabelKind::ordinal)[ordinal_tens]);
const auto ordinal_leading = x3::rule<struct ordinal_leading_id, OrdinalParts>{"first"} = is(LabelKind::first)[ordinal_first];
// twenty-first
const auto ordinal_compound = x3::rule<struct ordinal_compound_id, OrdinalParts>{"compound ordinal"} =
    call(parse_numeral)[ordinal_front] >> -(is(LabelKind::joiner) | sign('-')) >> is(LabelKind::ordinal)[ordinal_back];

const auto fraction_value = [](auto& ctx) {
  _val(ctx).numerator = (_val(ctx).numerator == 0 ? 1 : _val(ctx).numerator) * _attr(ctx).value;
  _val(ctx).denominator = _attr(ctx).extra;
};
const auto fraction_count = [](auto& ctx) {
  const auto value = _attr(ctx).value().to_integer();
  _pass(ctx) = value && *value > 0 && *value < 100;
  if (value) _val(ctx).numerator = *value;
};
const auto counted_fraction = x3::rule<struct counted_fraction_id, Fraction>{"counted fraction"} =
    call(plain_numeral)[fraction_count] >> -sign('-') >> is(LabelKind::fraction)[fraction_value];
const auto bare_fraction = x3::rule<struct bare_fraction_id, Fraction>{"fraction"} = is(LabelKind::fraction)[fraction_value];
// clang-format on

}  // namespace

std::optional<Match<Numeral>> parse_numeral(const Tokens& stream, std::uint32_t at) { return numeral<0>(stream, at); }
std::optional<Match<Numeral>> parse_numeral_alternative(const Tokens& stream, std::uint32_t at) {
  return numeral<1>(stream, at);
}

std::optional<Match<std::int64_t>> parse_ordinal(const Tokens& stream, std::uint32_t at) {
  if (!stream.has_any(at, kOrdinalStart)) return std::nullopt;
  if (stream.figure(at) != nullptr) {  // no other shape begins with digits
    if (!stream.has(at + 1, LabelKind::ordinal_suffix) && !stream.is_sign(at + 1, '-')) return std::nullopt;
    const auto digits = run<OrdinalParts>(ordinal_figure, stream, at);
    if (!digits || digits->value.value == 0) return std::nullopt;
    return Match<std::int64_t>{digits->value.value, digits->end};
  }
  std::optional<Match<OrdinalParts>> match;
  if ((stream.kinds & kinds(LabelKind::ordinal)) != 0) match = run<OrdinalParts>(ordinal_compound, stream, at);
  if (!match) match = run<OrdinalParts>(ordinal_words, stream, at);
  if (!match) match = run<OrdinalParts>(ordinal_leading, stream, at);
  if (!match || match->value.value == 0) return std::nullopt;
  return Match<std::int64_t>{match->value.value, match->end};
}

std::optional<Decimal> exact_fraction(const Fraction& f) {
  std::int64_t power = 1;
  for (int places = 0; places <= 6; ++places, power *= 10)
    if (f.numerator * power % f.denominator == 0) return Decimal(f.numerator * power / f.denominator, -places);
  return std::nullopt;
}

std::optional<Match<Fraction>> parse_fraction(const Tokens& stream, std::uint32_t at) {
  if (!stream.has_any(at, kNumeralStart | kinds(LabelKind::fraction))) return std::nullopt;
  const Figure* above = stream.figure(at);
  const Figure* below = stream.figure(at + 2);
  if (above != nullptr && below != nullptr && above->plain && below->plain && stream.is_sign(at + 1, '/') &&
      !stream.tokens[at + 1].space_before && !stream.tokens[at + 2].space_before && !stream.is_sign(at + 3, '/') &&
      above->pieces[0] < below->pieces[0] && below->pieces[0] <= 1000 && above->pieces[0] > 0)
    return Match<Fraction>{{above->pieces[0], below->pieces[0]}, at + 3};  // 3/4
  if ((stream.kinds & kinds(LabelKind::fraction)) == 0) return std::nullopt;
  auto match = run<Fraction>(bare_fraction, stream, at);  // each on a fresh value: "three quarters" may be one entry
  if (auto counted = run<Fraction>(counted_fraction, stream, at); counted && (!match || counted->end > match->end))
    match = counted;
  if (!match || match->value.denominator <= 0) return std::nullopt;
  return match;
}

}  // namespace mizan
