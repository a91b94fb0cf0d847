// The few parsers that the grammars are made of: Spirit X3 over labelled tokens. Private to the room; the only header
// with X3.
//
//   is(LabelKind::month)     a word the lexicon labels so; its attribute is the Label
//   sign('-')                a character
//   figure                   a number in digits; its attribute is the token's index
//   call(parse_numeral)      another grammar, through its plain function
#pragma once

#include <boost/spirit/home/x3.hpp>

#include "extract/tokens.hpp"

namespace mizan::grammar {

namespace x3 = boost::spirit::x3;

using Iterator = const Token*;

struct tokens_tag;

/// The stream of a running parse, from the parser's context.
template <class Context>
const Tokens& tokens(const Context& context) {
  return x3::get<tokens_tag>(context).get();
}
template <class Context>
std::uint32_t index_of(Iterator it, const Context& context) {
  return static_cast<std::uint32_t>(it - tokens(context).tokens.data());
}

/// parser[f]: f sees the attribute of the parser and the value of the enclosing rule. Unlike X3's own action it has no
/// attribute towards the outside, so that optional and alternative parts cannot wrap what f is given.
template <class Subject, class F>
struct act_parser : x3::unary_parser<Subject, act_parser<Subject, F>> {
  using base = x3::unary_parser<Subject, act_parser<Subject, F>>;
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  static constexpr bool has_action = true;
  F f;
  constexpr act_parser(const Subject& inner, F function) : base(inner), f(function) {}
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule& rule, Attribute&) const {
    const It before = first;
    typename Subject::attribute_type attribute{};
    if (!this->subject.parse(first, last, context, rule, attribute)) return false;
    bool pass = true;
    x3::call(f, first, last, x3::make_context<x3::parse_pass_context_tag>(pass, context), rule, attribute);
    if (!pass) first = before;
    return pass;
  }
};

/// The base of parsers that have an attribute of their own.
template <class Derived>
struct primitive : x3::parser<Derived> {
  template <class F>
  constexpr act_parser<Derived, F> operator[](F f) const {
    return {this->derived(), f};
  }
};

struct label_parser : primitive<label_parser> {
  using attribute_type = Label;
  static constexpr bool has_attribute = true;
  LabelKind kind;
  explicit constexpr label_parser(LabelKind k) : kind(k) {}
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute& attribute) const {
    if (first == last || first->noise) return false;
    const Tokens& stream = tokens(context);
    const Tag* tag = stream.find(index_of(first, context), kind);
    if (tag == nullptr) return false;
    const It end = stream.tokens.data() + tag->end;
    if (end > last) return false;
    x3::traits::move_to(Label(tag->label), attribute);
    first = end;
    return true;
  }
};
inline constexpr label_parser is(LabelKind kind) { return label_parser{kind}; }

struct sign_parser : x3::parser<sign_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  char c;
  explicit constexpr sign_parser(char character) : c(character) {}
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute&) const {
    if (first == last || !tokens(context).is_sign(index_of(first, context), c)) return false;
    ++first;
    return true;
  }
};
inline constexpr sign_parser sign(char c) { return sign_parser{c}; }

struct figure_parser : primitive<figure_parser> {
  using attribute_type = std::uint32_t;
  static constexpr bool has_attribute = true;
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute& attribute) const {
    if (first == last || first->kind != TokenKind::number || first->noise) return false;
    x3::traits::move_to(std::uint32_t(index_of(first, context)), attribute);
    ++first;
    return true;
  }
};
inline constexpr figure_parser figure{};

/// Succeeds without consuming if the next token touches the one before.
struct glued_parser : x3::parser<glued_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context&, Rule&, Attribute&) const {
    return first != last && !first->space_before;
  }
};
inline constexpr glued_parser glued{};

/// Succeeds without consuming if the next word wears a clitic: the "and" of "bayna arba'a wa-sitta".
struct worn_parser : x3::parser<worn_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute&) const {
    if (first == last || first->kind != TokenKind::word) return false;
    const auto tag = tokens(context).tags.begin() + first->first_tag;
    return std::any_of(tag, tag + first->tag_count, [](const Tag& t) { return t.label.clitic > 0; });
  }
};
inline constexpr worn_parser worn{};

/// Between two number words that make a range, "du se ruz" or "du, se ruz", where the language has such; consumes the
/// comma. "Du, se va chahar" is a row.
struct adjacent_parser : x3::parser<adjacent_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute&) const {
    const Tokens& t = tokens(context);
    if (!t.about->adjacent_range || first == last) return false;
    const std::uint32_t i = index_of(first, context);
    const std::uint32_t next = t.is_comma(i) ? i + 1 : i;
    if (i == 0 || t.tokens[i - 1].kind != TokenKind::word) return false;
    const Tag* low = t.find(i - 1, LabelKind::cardinal);
    const Tag* high = t.find(next, LabelKind::cardinal);
    if (low == nullptr || high == nullptr || low->end != i || low->label.value <= 0) return false;
    const std::int64_t step = high->label.value - low->label.value;
    const bool hundreds = step == 100 && low->label.value % 100 == 0;  // "chaharsad, pansad"
    if (step <= 0 || (high->label.value > 100 && !hundreds)) return false;
    constexpr Kinds joins = kinds(LabelKind::joiner, LabelKind::conn_and, LabelKind::conn_or);
    const std::uint32_t end = high->end;
    const bool row = end >= t.size() || t.tokens[end].kind == TokenKind::sign || t.has_any(end, joins);
    if (next > i && (row || (step != 1 && !hundreds) || !t.tokens[next].space_before)) return false;
    first = t.tokens.data() + next;
    return true;
  }
};
inline constexpr adjacent_parser adjacent{};

template <class T>
struct call_parser : primitive<call_parser<T>> {
  using attribute_type = T;
  static constexpr bool has_attribute = true;
  std::optional<Match<T>> (*function)(const Tokens&, std::uint32_t);
  explicit constexpr call_parser(std::optional<Match<T>> (*f)(const Tokens&, std::uint32_t)) : function(f) {}
  template <class It, class Context, class Rule, class Attribute>
  bool parse(It& first, const It& last, const Context& context, Rule&, Attribute& attribute) const {
    if (first == last) return false;
    const Tokens& stream = tokens(context);
    auto match = function(stream, index_of(first, context));
    if (!match || match->end > stream.size()) return false;
    first = stream.tokens.data() + match->end;
    x3::traits::move_to(std::move(match->value), attribute);
    return true;
  }
};
template <class T>
constexpr call_parser<T> call(std::optional<Match<T>> (*f)(const Tokens&, std::uint32_t)) {
  return call_parser<T>{f};
}

/// Runs a rule from token at; nothing is consumed on failure.
template <class T, class Rule>
std::optional<Match<T>> run(const Rule& rule, const Tokens& stream, std::uint32_t at, std::uint32_t end = UINT32_MAX) {
  Iterator first = stream.tokens.data() + at;
  const Iterator last = stream.tokens.data() + std::min(end, stream.size());
  T value{};
  if (!x3::parse(first, last, x3::with<tokens_tag>(std::cref(stream))[rule], value)) return std::nullopt;
  return Match<T>{std::move(value), static_cast<std::uint32_t>(first - stream.tokens.data())};
}

}  // namespace mizan::grammar
