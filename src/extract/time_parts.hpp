// The terminals of time expressions: years, days and commas, as grammar.hpp has those of all grammars. Private to
// time_grammar.hpp and its actions.
#pragma once

#include "extract/grammar.hpp"
#include "extract/numeral.hpp"

namespace mizan::time_grammar {

using namespace grammar;
using x3::_attr;
using x3::_pass;
using x3::_val;

inline bool is_year_figure(const Figure& f) {
  return f.plain && f.widths[0] == 4 && f.pieces[0] >= 1000 && f.pieces[0] < 2200;
}

/// Does an era whose years count back stand at i, behind a word for a year there ("500 years before Christ"), or behind
/// the other end of a range ("500 to 300 BC")?
inline bool counts_back(const Tokens& t, std::uint32_t i) {
  if ((t.has(i, LabelKind::conn_to) || t.is_sign(i, '-')) && t.figure(i + 1) != nullptr) i += 2;
  const Tag* marker = t.find(i, LabelKind::year_marker);
  const Tag* era = t.find(marker != nullptr ? marker->end : i, LabelKind::era);
  return era != nullptr && era->label.value != 0;
}

/// "In the financial year 10 PERCENT": is the figure before it an amount, and no year without its century?
inline bool measures(const Tokens& t, std::uint32_t next) {
  const auto& only = t.about->only;  // "sal-e 90 TANHA", in 1390 only
  if (next < t.size() && std::find(only.begin(), only.end(), t.word(next)) != only.end()) return false;
  return t.has_any(next, kinds(LabelKind::measure, LabelKind::currency, LabelKind::percent, LabelKind::scale)) ||
         t.is_sign(next, '%');
}

/// A year in digits. Marked ("the year 70", "in 98 AD") it may be short; bare it must look like one.
struct year_parser : primitive<year_parser> {
  using attribute_type = int;
  static constexpr bool has_attribute = true;
  bool marked;
  explicit constexpr year_parser(bool m) : marked(m) {}
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute& attribute) const {
    if (first == last || first->noise) return false;
    const Tokens& t = tokens(context);
    const std::uint32_t i = index_of(first, context);
    if (const Figure* f = t.figure(i)) {
      const bool is_short = marked && f->plain && (f->widths[0] == 2 || f->widths[0] == 3) && !measures(t, i + 1);
      const bool fits = is_year_figure(*f) || is_short ||
                        (f->plain && f->widths[0] <= 4 && f->pieces[0] > 0 && counts_back(t, i + 1));
      if (!fits || f->readings.empty()) return false;
      x3::traits::move_to(static_cast<int>(f->pieces[0]), attribute);
      ++first;
      return true;
    }
    if (!marked) return false;
    const auto words = parse_numeral(t, i);  // "the year two thousand and twenty-two"
    if (!words || words->value.in_digits) return false;
    const auto value = words->value.value().to_integer();
    const bool persian = t.counts_in(Calendar::persian);
    const bool short_form = persian && value && *value >= 30 && *value < 100;  // "the year eighty": 1380
    if (!value || !(short_form || (*value >= 1000 && *value < 2200))) return false;
    x3::traits::move_to(static_cast<int>(*value), attribute);
    first = t.tokens.data() + words->end;
    return true;
  }
};

/// Does what follows make a count of the figure before it? "November two thousand people" has no year.
inline bool makes_count(const Tokens& t, std::uint32_t next) {
  return t.has_any(next, kinds(LabelKind::concept_noun, LabelKind::measure, LabelKind::currency, LabelKind::percent,
                               LabelKind::scale, LabelKind::time_unit));
}

/// A year in words behind a month: "September, nineteen hundred and one". "November two thousand people" has none.
struct worded_year_parser : primitive<worded_year_parser> {
  using attribute_type = int;
  static constexpr bool has_attribute = true;
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute& attribute) const {
    if (first == last || first->kind != TokenKind::word) return false;
    const Tokens& t = tokens(context);
    const auto words = parse_numeral(t, index_of(first, context));
    if (!words || words->value.in_digits || words->value.parts < 2) return false;
    const auto value = words->value.value().to_integer();
    if (!value || *value < 1000 || *value >= 2200) return false;
    const bool ends = words->end >= t.size() || t.tokens[words->end].kind == TokenKind::sign;
    if (!ends && (*value % 100 == 0 || makes_count(t, words->end))) return false;
    x3::traits::move_to(static_cast<int>(*value), attribute);
    first = t.tokens.data() + words->end;
    return true;
  }
};
constexpr worded_year_parser worded_year{};

/// An Iranian year without its century behind a month: "9 Tir 66". What counts something is none.
struct short_year_parser : primitive<short_year_parser> {
  using attribute_type = int;
  static constexpr bool has_attribute = true;
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute& attribute) const {
    if (first == last || first->noise) return false;
    const Tokens& t = tokens(context);
    const std::uint32_t i = index_of(first, context);
    const Figure* f = t.figure(i);
    if (f == nullptr || !f->plain || f->widths[0] != 2 || f->pieces[0] < 30) return false;
    if (!t.counts_in(Calendar::persian)) return false;
    if (i == 0 || t.tokens[i - 1].kind != TokenKind::word) return false;
    if (t.is_sign(i + 1, '%') || t.is_sign(i + 1, '/') || t.is_sign(i + 1, '-')) return false;
    if (i + 1 < t.size() && t.tokens[i + 1].kind != TokenKind::sign && makes_count(t, i + 1)) return false;
    x3::traits::move_to(static_cast<int>(f->pieces[0]), attribute);
    ++first;
    return true;
  }
};
constexpr short_year_parser short_year{};

/// A day of a month: 9, 9th, "the first", "twenty-third".
struct day_parser : primitive<day_parser> {
  using attribute_type = int;
  static constexpr bool has_attribute = true;
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute& attribute) const {
    if (first == last || first->noise) return false;
    const Tokens& t = tokens(context);
    const std::uint32_t i = index_of(first, context);
    if (const auto ordinal = parse_ordinal(t, i)) {
      if (ordinal->value > 31) return false;
      x3::traits::move_to(static_cast<int>(ordinal->value), attribute);
      first = t.tokens.data() + ordinal->end;
      return true;
    }
    if (const Figure* f = t.figure(i)) {
      if (!f->plain || f->widths[0] > 2 || f->pieces[0] < 1 || f->pieces[0] > 31) return false;
      x3::traits::move_to(static_cast<int>(f->pieces[0]), attribute);
      ++first;
      return true;
    }
    const auto words = parse_numeral(t, i);  // "nine November", as Arabic and Persian may write
    if (!words || words->value.in_digits) return false;
    const auto value = words->value.value().to_integer();
    if (!value || *value < 1 || *value > 31) return false;
    x3::traits::move_to(static_cast<int>(*value), attribute);
    first = t.tokens.data() + words->end;
    return true;
  }
};
constexpr day_parser day_number{};

struct comma_parser : x3::parser<comma_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute&) const {
    if (first == last || !tokens(context).is_comma(index_of(first, context))) return false;
    ++first;
    return true;
  }
};
constexpr comma_parser comma{};

/// "4 and 5 March", "March 4 and 5": two days. A number in words is one only where it is a rank, or the day after.
const auto set_next_day = [](auto& ctx) {
  const Tokens& t = tokens(ctx);
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const bool digits = next > 0 && (t.tokens[next - 1].kind == TokenKind::number ||
                                   t.has_any(next - 1, kinds(LabelKind::ordinal, LabelKind::ordinal_suffix)));
  _pass(ctx) = _attr(ctx) > _val(ctx).day && (digits || _attr(ctx) == _val(ctx).day + 1);
  if (_pass(ctx)) _val(ctx).next_day = _attr(ctx);
};
/// "25, 26 AND 27 August": days that follow each other, three at least, are one period.
const auto set_following_day = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) == std::max(_val(ctx).day, _val(ctx).row_day) + 1;
  if (_pass(ctx)) _val(ctx).row_day = _attr(ctx);
};
const auto close_row = [](auto& ctx) { _val(ctx).last_day = _val(ctx).row_day; };
/// Does a number that ends at a token, behind a month, count nothing: "on March 4 and 5 people"?
inline bool counts_nothing(const Tokens& t, std::uint32_t next) {
  const auto ends = [&](std::uint32_t i) {
    return i >= t.size() || (t.tokens[i].kind == TokenKind::sign && !t.is_sign(i, '-') && !t.is_sign(i, '/') &&
                             !t.is_sign(i, '%') && !t.is_sign(i, ':'));
  };
  constexpr Kinds little = kinds(LabelKind::conn_in, LabelKind::until, LabelKind::since, LabelKind::by);
  const bool led = t.has_any(next, little) && !t.has(next, LabelKind::conn_of);
  const bool last_word = next < t.size() && t.tokens[next].kind == TokenKind::word && ends(next + 1) &&
                         !makes_count(t, next) && !t.has(next, LabelKind::month);  // "respectively."
  return (ends(next) || led || last_word) && next > 0 && t.tokens[next - 1].kind != TokenKind::word;
}
const auto set_next_day_behind = [](auto& ctx) {
  _pass(ctx) = counts_nothing(tokens(ctx), index_of(x3::_where(ctx).begin(), ctx));
  if (_pass(ctx)) set_next_day(ctx);
};
const auto close_row_behind = [](auto& ctx) {
  _pass(ctx) = counts_nothing(tokens(ctx), index_of(x3::_where(ctx).begin(), ctx));
  if (_pass(ctx)) close_row(ctx);
};

// The second year of a span, by how it is written.
const auto set_end_year = [](auto& ctx) {
  if (!_val(ctx).year) _val(ctx).year = _attr(ctx);
  _pass(ctx) = _attr(ctx) >= *_val(ctx).year;
  _val(ctx).last_year = _attr(ctx);
};
const auto set_short_year = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) < 100 && tokens(ctx).about->right_to_left;
  _val(ctx).last_year = _attr(ctx);
};
const auto set_turned_year = [](auto& ctx) {
  const int last = _attr(ctx) - _attr(ctx) % 100 + *_val(ctx).last_year;
  _pass(ctx) = last == _attr(ctx) + 1;
  _val(ctx).year = _attr(ctx);
  _val(ctx).last_year = last;
};

/// "salha-ye 86- 1377", typed to look in order: 1377 to 1386.
const auto set_turned_years = [](auto& ctx) {
  const std::uint32_t next = index_of(x3::_where(ctx).begin(), ctx);
  const int last = _attr(ctx) - _attr(ctx) % 100 + *_val(ctx).last_year;
  _pass(ctx) = last > _attr(ctx) && last - _attr(ctx) <= 60 && !makes_count(tokens(ctx), next);
  _val(ctx).year = _attr(ctx);
  _val(ctx).last_year = last;
};

// the era of a year, behind it
const auto set_era = [](auto& ctx) {
  _val(ctx).calendar = static_cast<Calendar>(_attr(ctx).extra);
  _val(ctx).era = true;
  if (_attr(ctx).value != 0) _val(ctx).before_era = true;
};
/// "500 to 300 BC": the later year is the smaller one.
const auto set_last_year_back = [](auto& ctx) {
  _pass(ctx) = _attr(ctx) < *_val(ctx).year;
  _val(ctx).last_year = _attr(ctx);
};
const auto set_era_back = [](auto& ctx) {
  set_era(ctx);
  _pass(ctx) = _val(ctx).before_era;
};

}  // namespace mizan::time_grammar
