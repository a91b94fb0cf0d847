#include "extract/quantity.hpp"

#include <algorithm>

#include "extract/bounds.hpp"
#include "extract/grammar.hpp"
#include "extract/no_figure.hpp"
#include "extract/numeral.hpp"
#include "extract/own_number.hpp"
#include "extract/smaller_unit.hpp"
#include "extract/unit.hpp"

namespace mizan {
namespace {

using namespace grammar;
using x3::_attr;
using x3::_pass;
using x3::_val;

// ---- the grammar: one figure, or two that make a range ----

struct Core {
  std::optional<Numeral> low, high;
  std::optional<Label> symbol;  ///< a currency sign before the figure
  std::optional<Unit> inner;    ///< the unit of the lower end, if it has one of its own
  bool late_symbol = false;     ///< only the higher end has one: "in 2022 to $240 billion" is no range
  bool late_percent = false;    ///< the higher end has a percent word before it: so must the lower one
  bool between = false;
  bool dashed = false;  ///< the two ends are joined by a dash
  bool either = false;  ///< by an "or": only "two or three" is a range
};

const auto set_low = [](auto& ctx) { _val(ctx).low = _attr(ctx); };
const auto set_high = [](auto& ctx) { _val(ctx).high = _attr(ctx); };
const auto set_symbol = [](auto& ctx) {
  _val(ctx).late_symbol = _val(ctx).low && !_val(ctx).symbol;
  _val(ctx).symbol = _attr(ctx);
};
const auto set_late_percent = [](auto& ctx) { _val(ctx).late_percent = true; };
const auto set_dashed = [](auto& ctx) { _val(ctx).dashed = true; };
const auto set_either = [](auto& ctx) { _val(ctx).either = true; };
const auto set_between = [](auto& ctx) { _val(ctx).between = true; };
const auto set_inner = [](auto& ctx) { _val(ctx).inner = _attr(ctx); };

/// "5 km to 10 km", "5 percent to 10 percent": the unit of the lower end, said twice.
struct inner_unit_parser : primitive<inner_unit_parser> {
  using attribute_type = Unit;
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute& attribute) const {
    if (first == last) return false;
    const Tokens& t = tokens(context);
    auto unit = unit_at(t, index_of(first, context), false);
    if (!unit || unit->open || unit->dimension == Dimension::count) return false;
    first = t.tokens.data() + unit->end;
    x3::traits::move_to(std::move(*unit), attribute);
    return true;
  }
};
constexpr inner_unit_parser inner_unit{};

template <int Reading>
constexpr auto number = call(Reading == 0 ? parse_numeral : parse_numeral_alternative);

// clang-format off
const auto symbol = is(LabelKind::currency_prefix)[set_symbol];
const auto late   = is(LabelKind::percent)[set_late_percent] | symbol;

// from 5 [percent] to 10 | between [about] 5 and 10 | bayna al- 50 wa-l- 60 | 5-10 | $5 million to $10 million
template <int Reading>
const auto range_rule = x3::rule<struct range_id, Core>{"range"} =
      is(LabelKind::conn_between)[set_between] >> -is(LabelKind::modifier_before) >> -is(LabelKind::article) >> -symbol
          >> number<Reading>[set_low] >> -inner_unit[set_inner]
          >> ((is(LabelKind::conn_and) | is(LabelKind::joiner) | is(LabelKind::conn_to)) >> -is(LabelKind::article) | worn >> -is(LabelKind::article))
          >> -late >> number<Reading>[set_high]
    | -is(LabelKind::conn_from) >> -symbol >> number<Reading>[set_low] >> -inner_unit[set_inner]
          >> (-(glued >> sign('-')) >> is(LabelKind::conn_to) | sign('-')[set_dashed] | sign('~') | sign('_') | is(LabelKind::conn_or)[set_either] | adjacent) >> -late >> number<Reading>[set_high];

// $28.2 billion | 28.2 billion
template <int Reading>
const auto single_rule = x3::rule<struct single_id, Core>{"single"} = -symbol >> number<Reading>[set_low];

// clang-format on

/// The range is only one if its ends are in order once they share a scale: "5 to 10 million" is 5e6 to 10e6.
std::optional<std::pair<Decimal, Decimal>> ordered(const Core& core) {
  Decimal low = core.low->value();
  const Decimal high = core.high->value();
  // the scale word stands once, behind the higher end
  const int scale = core.low->last_scale() == 0 ? core.high->last_scale() : 0;
  if (scale > 0 && low.scaled(scale) < high) low = low.scaled(scale);
  // "from 250 to 200 million": down, both millions; "from 500 to 3 thousand" stands as it is written
  constexpr int kFar = 3;
  if (scale > kFar && low == core.low->value() && low.scaled(kFar) < high && high < low.scaled(scale) &&
      low.scaled(scale - 1) < high)
    return std::pair{high, low.scaled(scale)};
  if (!(low < high)) return std::nullopt;
  return std::pair{low, high};
}

/// "two or three", "40 or 50": one more of the last digit that either tells.
bool are_neighbours(const Numeral& a, const Numeral& b) {
  const Decimal low = a.value();
  // "four or five million": of both
  const Decimal high =
      a.last_scale() == 0 && a.in_digits == b.in_digits ? b.value().scaled(-b.last_scale()) : b.value();
  const Decimal digit(1, std::min(low.stripped().exponent(), high.stripped().exponent()));
  return low.is_integer() && !low.is_zero() && add(low, digit) == high;
}

struct Candidate {
  Core core;
  std::uint32_t end = 0;
  bool is_range = false;
  bool reversed = false;
};

template <int Reading>
std::optional<Candidate> core_at(const Tokens& t, std::uint32_t at, bool percent) {
  const auto m = run<Core>(range_rule<Reading>, t, at);
  // "rose 7.6% to $18.9 billion" is no range: both ends must measure one thing
  const auto one_kind = [&] {
    if (m->value.late_symbol || (m->value.late_percent && !percent)) return false;
    if (m->value.either && (m->value.inner || !are_neighbours(*m->value.low, *m->value.high))) return false;
    if (!m->value.inner) return true;
    const Unit& inner = *m->value.inner;
    const auto unit = unit_at(t, m->end, false);
    if (m->value.symbol) return inner.dimension == Dimension::money;
    // "between 50 dinars and 880 millimes" of another price
    return unit && unit->dimension == inner.dimension && unit->power == inner.power &&
           std::any_of(unit->names.begin(), unit->names.end(), [&](const std::string& name) {
             return std::find(inner.names.begin(), inner.names.end(), name) != inner.names.end();
           });
  };
  if (m && m->value.high && one_kind() && ordered(m->value)) {
    return Candidate{m->value, m->end, true, false};
  } else if (m && m->value.dashed && t.about->right_to_left && m->value.high && one_kind() &&
             m->value.high->value() < m->value.low->value()) {
    Candidate c{m->value, m->end, true, false};  // "71-62%": typed to look in order where text runs from the right
    std::swap(c.core.low, c.core.high);
    if (ordered(c.core)) return c;
  } else if (m && m->value.between && !t.about->right_to_left && m->value.high &&
             m->value.high->value() < m->value.low->value()) {
    Candidate c{m->value, m->end, true, true};  // "between 10 and 5": told to the editor, read in order
    std::swap(c.core.low, c.core.high);
    if (ordered(c.core)) return c;
  }
  if (auto s = run<Core>(single_rule<Reading>, t, at)) {
    Numeral& low = *s->value.low;
    const std::uint32_t end = low.in_digits ? said_again(t, low, s->end) : said_in_digits(t, low, s->end);
    return Candidate{s->value, end, false, false};
  }
  return std::nullopt;
}

Quantity quantity_of(const Candidate& c, const std::optional<Unit>& unit, std::size_t name) {
  Quantity q;
  if (c.is_range) {
    std::tie(q.low, q.high) = *ordered(c.core);
    // "minus 24-27 degrees": the word is said of both
    if (c.core.dashed && c.core.low->negative && !c.core.high->negative && q.low.negated() < q.high)
      std::tie(q.low, q.high) = std::pair{q.high.negated(), q.low};
    q.modifier = Modifier::range;
  } else {
    q.low = c.core.low->value();
    q.high = c.core.low->high();
    if (c.core.low->is_vague()) q.modifier = Modifier::range;
  }
  if (unit) {
    q.dimension = unit->dimension;
    q.unit = unit->names[name];
    q.low = q.low.scaled(unit->power);
    q.high = q.high.scaled(unit->power);
  }
  return q;
}

bool is_bare_score(const Candidate& c) {  // "3-1", "2-2": a score, or a list; no figure without a unit
  return c.is_range && c.core.dashed && !(Decimal(20, 0) < c.core.high->value());
}

/// May digits among these tokens be read in two ways?
bool has_two_readings(const Tokens& t, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t i = first; i < end; ++i)
    if (const Figure* f = t.figure(i); f != nullptr && f->readings.size() > 1) return true;
  return false;
}

/// "yek bilit baraye har": so many for each of something.
bool is_per_each(const Tokens& t, std::uint32_t end) {
  if (end >= t.size()) return false;
  const auto first = t.tags.begin() + t.tokens[end].first_tag;
  return std::any_of(first, first + t.tokens[end].tag_count, [&](const Tag& tag) {
    return tag.label.kind == LabelKind::computing && static_cast<Computing>(tag.label.value) == Computing::each &&
           tag.end > end + 1;
  });
}

/// The figure at a token, before which a mention began at first.
std::optional<Match<QuantityMatch>> figure_at(const Tokens& t, std::uint32_t at, std::uint32_t first) {
  if (auto told = own_number_at(t, at)) return told;
  std::uint32_t start = at;
  bool percent_before = false;
  if (const Tag* p = t.find(at, LabelKind::percent)) {  // %10, yuzde 10, as Persian and Turkish may write
    start = p->end;
    const bool glued_figure =
        start < t.size() && t.tokens[start].kind == TokenKind::number && !t.tokens[start].space_before;
    percent_before =
        start < t.size() && (p->label.extra == kBefore || (t.tokens[at].kind == TokenKind::sign && glued_figure));
    if (!percent_before) return std::nullopt;
  }
  const auto candidate = core_at<0>(t, start, percent_before);
  auto fraction = fraction_at(t, start);
  if (!candidate || (fraction && fraction->value.number_end > candidate->end))
    return fraction;  // "one tenth" is no "one"
  if (t.tokens[start].noise) return std::nullopt;
  const bool weak = candidate->core.low->weak && !candidate->is_range;  // "one of the countries" counts nothing
  std::optional<Unit> unit;
  std::optional<Decimal> stated;  // where more than the figure itself says it: "5 dollars and 40 cents"
  std::uint32_t end = candidate->end;
  if (percent_before) {
    unit = Unit{Dimension::percent, {"percent"}, 0, end, false};
  } else if (candidate->core.symbol) {
    const Currency& c = t.knowledge->currencies()[static_cast<std::size_t>(candidate->core.symbol->value)];
    unit = Unit{Dimension::money, c.codes, c.factor_power, end, false};
    // "$28 billion dollars", "$5 US": a currency word behind says the same again, and may be more exact
    if (const Tag* again = t.find(end, LabelKind::currency)) {
      const Currency& named = t.knowledge->currencies()[static_cast<std::size_t>(again->label.value)];
      if (c.codes.size() > 1 && named.codes.size() <= c.codes.size()) unit->names = named.codes;
      end = again->end;
    }
  } else if (auto told = told_beside(t, first, at, end)) {
    unit = std::move(told);
    end = unit->end;
  } else {
    unit = unit_at(t, end, !weak, !weak || is_counting(t, first, at));
    // "wahid usib", one was hurt: the noun of one and two stands before them
    const bool one = candidate->core.low->value() == Decimal(1, 0);
    if (!unit && weak && is_counting(t, first, at)) unit = classifier_at(t, end);  // "haddaqal yek mored"
    if (unit && unit->dimension == Dimension::count && t.about->one_two_behind && !candidate->core.low->in_digits &&
        !candidate->is_range && !t.has(end, LabelKind::conn_of) &&
        (one || (unit->open && candidate->core.low->value() == Decimal(2, 0))))
      unit.reset();
    // "an average of 19.27 in technical studies": a word that no list knows is not counted in parts
    if (unit && unit->open && candidate->core.low->in_digits && !candidate->core.low->value().is_integer() &&
        !has_two_readings(t, start, candidate->end))
      unit.reset();
    if (unit) end = unit->end;
  }
  if (unit && unit->dimension == Dimension::money && is_money_of_year(t, start)) return std::nullopt;
  if (unit && unit->dimension == Dimension::money && !candidate->is_range) {
    std::optional<Decimal> value;
    if (const Tag* scale = t.find(end, LabelKind::scale);  // "75 USD million"
        scale != nullptr && !scale->label.ambiguous && candidate->core.low->last_scale() == 0) {
      value = candidate->core.low->value().scaled(scale->label.extra);
      end = scale->end;
    } else if (const auto rest = rest_of_money(t, end, unit->names, *candidate->core.low)) {
      value = add(candidate->core.low->value(), rest->value);
      end = rest->end;
    }
    if (value) stated = *value;
  }
  if (unit && unit->dimension == Dimension::measure && !candidate->is_range)
    if (const auto rest = smaller_at(t, end, unit->names.front()))
      if (const auto sum = add(candidate->core.low->value(), rest->value)) {
        stated = *sum;
        end = rest->end;
      }
  // "a tonne and a half": of the unit
  if (const std::uint32_t half = unit && unit->end == end ? half_behind(t, *unit) : 0;
      half > 0 && !stated && !candidate->is_range && candidate->core.low->value().is_integer() &&
      (candidate->core.low->last_scale() == 0 || half >= t.size() || t.tokens[half].kind == TokenKind::sign)) {
    // "2 milliard dinars and a half": of the scale
    stated = add(candidate->core.low->value(), Decimal(5, candidate->core.low->last_scale() - 1));
    end = half;
  }
  if (!unit && candidate->end == start + 1 && is_adjective_scale(t, start)) return std::nullopt;  // "milliardi debts"
  if (weak && (!unit || unit->open) && !stands_alone(t, at, end)) return std::nullopt;
  if (weak && unit && candidate->core.low->article && unit->dimension == Dimension::count &&
      !is_counting(t, first, at) && !counts_article(t, candidate->end) && !is_per_each(t, end) &&
      !is_counted_elsewhere(t, at, end, unit->names.front()))
    return std::nullopt;
  if (weak && unit && unit->dimension == Dimension::count && Decimal(1, 0) < candidate->core.low->value() &&
      candidate->core.low->value() < Decimal(10, 0) && is_negation(t, at))
    return std::nullopt;
  if (!unit && is_bare_score(*candidate) && !is_how_often(t, end)) return std::nullopt;

  QuantityMatch q;
  q.first = at;
  q.last = end;
  q.number_end = candidate->end;
  q.of = unit && t.has(candidate->end, LabelKind::conn_of);
  q.open = unit && unit->open;
  q.in_words = !candidate->core.low->in_digits;
  const std::size_t names = unit ? unit->names.size() : 1;
  for (std::size_t n = 0; n < names; ++n) {
    q.readings.push_back(quantity_of(*candidate, unit, n));
    if (stated) q.readings.back().low = q.readings.back().high = stated->scaled(unit->power);
  }
  if (stated) {
    q.path = unit->dimension == Dimension::money ? "quantity.money" : "quantity.measure";
    return Match<QuantityMatch>{std::move(q), end};
  }
  if (const Tag* scale = t.find(candidate->end, LabelKind::scale);  // "1.8m": a length, or millions of something
      scale != nullptr && unit && unit->dimension == Dimension::measure && scale->label.ambiguous &&
      scale->end == unit->end) {
    Quantity millions = quantity_of(*candidate, std::nullopt, 0);
    millions.low = millions.low.scaled(scale->label.extra);
    millions.high = millions.high.scaled(scale->label.extra);
    q.readings.push_back(std::move(millions));
  }
  if (unit && unit->dimension == Dimension::measure) {
    // Persian "tan" is a tonne and a person: a small whole number counts, a large or broken one weighs
    const Tag* noun = t.find(candidate->end, LabelKind::concept_noun);
    const auto& concepts = t.knowledge->concepts();
    if (noun != nullptr && noun->end == unit->end && concepts[static_cast<std::size_t>(noun->label.value)].counted) {
      const Unit counted{
          Dimension::count, {concepts[static_cast<std::size_t>(noun->label.value)].id}, 0, unit->end, false};
      q.readings.push_back(quantity_of(*candidate, counted, 0));
      if (candidate->core.low->last_scale() == 0 && q.readings[0].low.exponent() == 0 && !is_weighed(t, unit->end))
        std::swap(q.readings[0], q.readings.back());
    }
  }
  if (!candidate->is_range && has_two_readings(t, start, candidate->end)) {
    const auto other = core_at<1>(t, start, percent_before);
    if (other && other->end == candidate->end && other->core.low->value() != candidate->core.low->value())
      q.readings.push_back(quantity_of(*other, unit, 0));
  }
  // nor has money three decimals, but for the dinars and rials that have a thousandth
  static constexpr std::string_view thousandths[] = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
  if (unit && unit->dimension == Dimension::money && q.readings.size() > names && q.readings[0].low.exponent() == -3 &&
      std::find(std::begin(thousandths), std::end(thousandths), q.readings[0].unit) == std::end(thousandths))
    std::swap(q.readings[0], q.readings.back());
  // things are counted in whole numbers: "10.700 persons" are ten thousand
  if (unit && unit->dimension == Dimension::count && q.readings.size() == 2 && q.readings[0].low.exponent() < 0 &&
      q.readings[1].low.is_integer())
    std::swap(q.readings[0], q.readings[1]);
  static constexpr std::string_view names_of[] = {"number", "money", "percent", "percentage_point", "measure", "count"};
  q.path = "quantity.";
  q.path += candidate->is_range ? "range." : "";
  q.path += names_of[static_cast<std::size_t>(unit ? unit->dimension : Dimension::none)];
  q.path += candidate->reversed ? ".reversed" : unit && unit->before ? ".before" : "";
  return Match<QuantityMatch>{std::move(q), end};
}

/// "sinn al-khamisa", the fifth year of a life: five years of age.
std::optional<Match<QuantityMatch>> ordinal_age(const Tokens& t, std::uint32_t at, std::uint32_t first) {
  if (t.about->definite.empty() || !t.has(at, LabelKind::ordinal)) return std::nullopt;
  // "in the FOURTH decade of his age": between thirty and forty
  const Tag* unit = at > 0 ? t.find(at - 1, LabelKind::time_unit) : nullptr;
  if (unit != nullptr && static_cast<TimeUnit>(unit->label.extra) == TimeUnit::decade) return std::nullopt;
  const auto rank = parse_ordinal(t, at);
  const auto age = rank ? age_at(t, first, at, rank->end) : std::nullopt;
  if (!age) return std::nullopt;
  QuantityMatch m = counted_noun(at, static_cast<int>(rank->value), *age, "quantity.measure");
  const std::uint32_t end = m.last;
  return Match<QuantityMatch>{std::move(m), end};
}

/// "umruha amani", she is two years old: one word holds the number and its years.
std::optional<Match<QuantityMatch>> aged_word(const Tokens& t, std::uint32_t at, std::uint32_t first) {
  if (!t.has(at, LabelKind::duration)) return std::nullopt;
  auto age = age_in_word(t, first, at);
  if (!age) return std::nullopt;
  QuantityMatch m;
  m.first = at;
  m.number_end = age->end;
  m.in_words = true;
  m.readings = {std::move(age->value)};
  m.path = "quantity.measure";
  m.last = age->end;
  return Match<QuantityMatch>{std::move(m), age->end};
}

int side(Modifier modifier) {  // which end of an interval a modifier states
  if (modifier == Modifier::more_than || modifier == Modifier::at_least) return -1;
  return modifier == Modifier::less_than || modifier == Modifier::at_most ? 1 : 0;
}

/// "more than 10 AND LESS THAN 20": the two bounds of one figure. The ends count as inside, as those of any range.
std::optional<Match<Quantity>> bounds(const Tokens& t, std::uint32_t at, Modifier modifier, const Quantity& one) {
  if (side(modifier) == 0 || one.modifier != Modifier::exact) return std::nullopt;
  if (t.is_sign(at, ',')) ++at;
  const Tag* joiner = t.find(at, LabelKind::joiner);
  if (joiner == nullptr) joiner = t.find(at, LabelKind::conn_and);
  if (joiner != nullptr) at = joiner->end;
  const Tag* word = t.find(at, LabelKind::modifier_before);
  if (word == nullptr || word->end >= t.size()) return std::nullopt;
  if (side(static_cast<Modifier>(word->label.extra)) != -side(modifier)) return std::nullopt;
  const auto match = figure_at(t, word->end, word->end);
  if (!match || match->value.readings.size() != 1) return std::nullopt;
  Quantity other = match->value.readings.front();
  if (other.modifier != Modifier::exact) return std::nullopt;
  if (one.dimension != Dimension::none && (one.dimension != other.dimension || one.unit != other.unit))
    return std::nullopt;
  const bool lower = side(modifier) < 0;
  const Decimal& low = lower ? one.low : other.low;
  const Decimal& high = lower ? other.low : one.low;
  if (!(low < high)) return std::nullopt;
  const std::pair ends{low, high};
  std::tie(other.low, other.high) = ends;
  other.modifier = Modifier::range;
  return Match<Quantity>{other, match->end};
}

}  // namespace

std::optional<Match<QuantityMatch>> parse_quantity(const Tokens& t, std::uint32_t at) {
  constexpr Kinds start =
      kNumeralStart | kinds(LabelKind::modifier_before, LabelKind::currency_prefix, LabelKind::fraction,
                            LabelKind::conn_between, LabelKind::conn_from, LabelKind::percent, LabelKind::dual,
                            LabelKind::concept_noun, LabelKind::measure, LabelKind::currency, LabelKind::ordinal,
                            LabelKind::duration, LabelKind::out_of, LabelKind::one);
  if (!t.has_any(at, start) && !t.is_sign(at, '-')) return std::nullopt;
  std::optional<Modifier> modifier;
  bool nearly = false;
  std::uint32_t i = at;
  for (int count = 0; count < 3; ++count) {
    const Tag* tag = t.find(i, LabelKind::modifier_before);
    if (tag == nullptr) break;
    modifier = static_cast<Modifier>(tag->label.extra);
    nearly = tag->label.value == 1;
    i = behind_bounded(t, tag->end);
    if (const Tag* of = t.find(i, LabelKind::conn_of); of != nullptr && t.find(of->end, LabelKind::modifier_before))
      i = of->end;                                                                // "more than about"
    if (t.is_sign(i, ',') && i > at + 1 && t.has_any(i + 1, kNumeralStart)) ++i;  // "po men'shey mere, 20"
    if (const Tag* article = t.find(i, LabelKind::article);                       // "la yatajawaz umruhu AL-14 aman"
        article != nullptr && !t.about->definite.empty() && t.figure(article->end) != nullptr)
      i = article->end;
  }
  if (i >= t.size()) return std::nullopt;
  auto match = figure_at(t, i, at);
  if (!match) match = ordinal_age(t, i, at);
  if (!match) match = aged_word(t, i, at);
  if (!match) return std::nullopt;
  turn_below_zero(t, *match);
  QuantityMatch& q = match->value;
  if (const auto both = modifier ? bounds(t, match->end, *modifier, q.readings.front()) : std::nullopt) {
    q.readings = {both->value};
    q.path = "quantity.range.bounds";
    q.last = match->end = both->end;
  } else if (const auto behind = bound_behind(t, at, match->end)) {
    if (!modifier) modifier = behind->value;
    match->end = behind->end;
    if (q.readings.front().dimension ==
        Dimension::none) {  // "20 with something countries", "6 with something thousand"
      if (const Tag* scale = t.find(match->end, LabelKind::scale); scale != nullptr && t.word(match->end).size() > 1) {
        for (Quantity& reading : q.readings) {
          reading.low = reading.low.scaled(scale->label.extra);
          reading.high = reading.high.scaled(scale->label.extra);
        }
        q.number_end = q.last = match->end = scale->end;
      }
      if (const auto unit = unit_at(t, match->end, false); unit && !unit->open) {
        for (Quantity& reading : q.readings) {
          reading.dimension = unit->dimension;
          reading.unit = unit->names.front();
          reading.low = reading.low.scaled(unit->power);
          reading.high = reading.high.scaled(unit->power);
        }
        q.last = match->end = unit->end;
      }
    }
  }
  // "al-duwal al-thalath": the three countries
  if (const std::string& definite = t.about->definite; !definite.empty() && i == at && i > 0 && q.in_words &&
                                                       q.readings.front().dimension == Dimension::none &&
                                                       t.word(i).starts_with(definite))
    if (const std::uint32_t at_noun = noun_before(t, i); at_noun < i) {
      const auto noun = static_cast<std::size_t>(t.find(at_noun, LabelKind::concept_noun)->label.value);
      for (Quantity& reading : q.readings) {
        reading.dimension = Dimension::count;
        reading.unit = t.knowledge->concepts()[noun].id;
      }
      q.first = at_noun;
    }
  if (modifier)
    for (Quantity& reading : q.readings)
      if (reading.modifier == Modifier::exact) {
        reading.modifier = *modifier;
        reading.nearly = nearly;
      }
  for (std::uint32_t g = t.tokens[q.first].first_tag; g < t.tokens[q.first].first_tag + t.tokens[q.first].tag_count;
       ++g)
    q.begin_cut = std::max<std::uint32_t>(q.begin_cut, t.tags[g].label.clitic);
  return match;
}

}  // namespace mizan
