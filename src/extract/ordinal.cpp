#include "extract/grammar.hpp"
#include "extract/numeral.hpp"

namespace mizan {
namespace {

using namespace grammar;
using x3::_attr;
using x3::_pass;
using x3::_val;

// clang-format off
struct OrdinalParts {
  std::int64_t value = 0;
};
const auto ordinal_first = [](auto& ctx) { _val(ctx).value += 1; };
const auto ordinal_weak_word = [](auto& ctx) {                             // Persian "daham" is tenth, and "I give"
  const Tokens& t = tokens(ctx);
  const std::uint32_t i = index_of(x3::_where(ctx).begin(), ctx);          // the token after it
  const bool beside = t.has(i, LabelKind::concept_noun) || t.has(i, LabelKind::period) || t.has(i, LabelKind::time_unit) ||
                      t.has(i, LabelKind::weekday) || t.has(i, LabelKind::month) || t.has(i, LabelKind::month_marker) || t.has(i, LabelKind::day_marker) ||
                      (i >= 2 && t.has(i - 2, LabelKind::concept_noun));
  const bool alone = i == 1 && (i >= t.size() || (i + 1 >= t.size() && t.tokens[i].kind == TokenKind::sign));
  _pass(ctx) = !_attr(ctx).ambiguous || beside || alone;
  _val(ctx).value += _attr(ctx).value;
};
const auto ordinal_digits = [](auto& ctx) {
  const Tokens& stream = tokens(ctx);
  const Figure& f = stream.figures[stream.tokens[_attr(ctx)].figure];
  const auto whole = f.readings.empty() ? std::nullopt : f.readings.front().to_integer();  // 70th, 1,000th
  _pass(ctx) = whole && *whole <= 100000 && (!f.plain || f.widths[0] <= 3);
  if (whole) _val(ctx).value = *whole;
};
template <bool Apart>
const auto ordinal_tens = [](auto& ctx) {                                  // al-hadi WA-L-ISHRIN; apart: al-thamina wa AL-ISHRIN
  const bool joined = Apart ? !tokens(ctx).about->definite.empty() : _attr(ctx).clitic > 0;
  const bool fits = _attr(ctx).value >= 20 && _attr(ctx).value < 100 && _attr(ctx).value % 10 == 0 && _val(ctx).value < 10 && joined;
  _pass(ctx) = fits;
  if (fits) _val(ctx).value += _attr(ctx).value;
};
const auto ordinal_front = [](auto& ctx) {  // TWENTY-first, bist o YEKOM
  const auto value = _attr(ctx).value().to_integer();
  _pass(ctx) = value && *value > 0 && !_attr(ctx).in_digits;
  if (value) _val(ctx).value = *value;
};
const auto ordinal_back = [](auto& ctx) {  // below the last digit of the front: 23 450 and first
  if (_attr(ctx).value >= 100 && _val(ctx).value < 1000 && _val(ctx).value < _attr(ctx).value) {  // two HUNDREDTH
    _val(ctx).value *= _attr(ctx).value;
    return;
  }
  if (_val(ctx).value < 20) {
    _pass(ctx) = false;
    return;
  }
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
    is(LabelKind::ordinal)[ordinal_weak_word] >> -(is(LabelKind::cardinal)[ordinal_tens<false>] | is(LabelKind::ordinal)[ordinal_tens<false>]
      | (is(LabelKind::conn_and) | is(LabelKind::joiner)) >> is(LabelKind::ordinal)[ordinal_tens<true>]);
const auto ordinal_leading = x3::rule<struct ordinal_leading_id, OrdinalParts>{"first"} = is(LabelKind::first)[ordinal_first];
// twenty-first
const auto ordinal_compound = x3::rule<struct ordinal_compound_id, OrdinalParts>{"compound ordinal"} =
    call(parse_numeral)[ordinal_front] >> -(is(LabelKind::joiner) | sign('-')) >> is(LabelKind::ordinal)[ordinal_back];
// clang-format on

}  // namespace

std::optional<Match<std::int64_t>> parse_ordinal(const Tokens& stream, std::uint32_t at) {
  if (!stream.has_any(at, kOrdinalStart)) return std::nullopt;
  const bool word = stream.figure(at) == nullptr;
  auto match = word ? run<OrdinalParts>(ordinal_compound, stream, at) : run<OrdinalParts>(ordinal_figure, stream, at);
  if (!match && word) match = run<OrdinalParts>(ordinal_words, stream, at);
  if (!match && word) match = run<OrdinalParts>(ordinal_leading, stream, at);
  if (!match || match->value.value < (stream.figure(at) == nullptr ? 0 : 1)) return std::nullopt;
  return Match<std::int64_t>{match->value.value, match->end};
}

std::string noun_of(const Tokens& t, std::uint32_t first, std::uint32_t end) {
  const Tag* noun = t.find(end, LabelKind::concept_noun);
  if (noun == nullptr && first > 0) noun = t.find(first - 1, LabelKind::concept_noun);
  return noun == nullptr ? "" : t.knowledge->concepts()[static_cast<std::size_t>(noun->label.value)].id;
}

}  // namespace mizan
