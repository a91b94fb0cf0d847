#include "extract/own_number.hpp"

#include <algorithm>

#include "extract/numeral.hpp"

namespace mizan {
namespace {

bool is_feminine(const Tokens& t, std::uint32_t i) {
  const std::string& ending = t.about->dual_feminine[0];
  return !ending.empty() && t.word(i).ends_with(ending);
}

/// "bi-madrasatayn": with the feminine ending a dual is never a plural, whatever stands before it but the article.
bool is_feminine_dual(const Tokens& t, const Label& label) {
  constexpr std::string_view kBa = "\xD8\xA8";  // "with"
  const auto& about = *t.about;
  const std::string_view front = t.text.substr(label.begin, label.peeled);
  const std::string_view word = t.text.substr(label.begin, label.end - label.begin);
  return front.ends_with(kBa) && std::any_of(about.dual.begin(), about.dual.end(), [&](const std::string& ending) {
           return word.ends_with(about.dual_feminine[1] + ending);
         });
}

/// "hadhayn al-lawnayn", these two colours: the only dual with the article that counts.
bool is_pointed_at(const Tokens& t, std::uint32_t i) {
  const auto& before = t.about->dual_before;
  return i > 0 && std::find(before.begin(), before.end(), t.word(i - 1)) != before.end();
}

/// "jisrayn ILA THALATHA", two to three, "dawlatayn AW THALATH": the figure that goes on behind a dual.
std::optional<Match<Decimal>> end_of_range(const Tokens& t, std::uint32_t at) {
  const Tag* join = t.find(at, LabelKind::conn_to);
  const bool either = join == nullptr;
  if (either) join = t.find(at, LabelKind::conn_or);
  const auto high = join != nullptr && join->end < t.size() ? parse_plain_numeral(t, join->end) : std::nullopt;
  if (!high || high->value.is_vague()) return std::nullopt;
  const Decimal value = high->value.value();
  const Decimal most(either ? 3 : 10, 0);
  if (value < Decimal(3, 0) || most < value) return std::nullopt;
  return Match<Decimal>{value, high->end};
}

/// "a mile AND A HALF", "kilumitr WA-NISF": a unit of one, and half of it.
std::optional<Match<QuantityMatch>> unit_and_half_at(const Tokens& t, std::uint32_t at) {
  const Tag* one = t.find(at, LabelKind::one);
  if (one == nullptr && !t.about->implied_one) return std::nullopt;
  const std::uint32_t noun = one != nullptr ? one->end : at;
  if (!t.has_any(noun, kinds(LabelKind::measure, LabelKind::currency))) return std::nullopt;
  const Tag& tag = t.tags[t.tokens[noun].first_tag];
  if (t.has(noun, LabelKind::not_a_number) || !is_indefinite(t, tag.label)) return std::nullopt;
  const auto unit = unit_at(t, noun, false, false);
  const std::uint32_t end = unit ? half_behind(t, *unit) : 0;
  if (end == 0) return std::nullopt;
  QuantityMatch m = counted_noun(at, 1, *unit, "quantity.single");
  for (Quantity& q : m.readings) q.low = q.high = Decimal(15, -1).scaled(unit->power);
  m.number_end = m.last = end;
  return Match<QuantityMatch>{std::move(m), end};
}

/// "shakhsayn": a noun in the dual counts by itself. "The two countries" and names that look like one do not.
std::optional<Match<QuantityMatch>> dual_at(const Tokens& t, std::uint32_t at) {
  if (t.has(at, LabelKind::name)) return std::nullopt;
  // "shakhsayn ajnabiyyayn", two foreign persons: an adjective has the dual of its noun
  if (at > 0 && t.has(at - 1, LabelKind::dual) && t.tokens[at].kind == TokenKind::word &&
      std::none_of(t.tags.begin() + t.tokens[at].first_tag,
                   t.tags.begin() + t.tokens[at].first_tag + t.tokens[at].tag_count,
                   [](const Tag& tag) { return tag.label.clitic > 0 || tag.label.peeled > 0; }))
    return std::nullopt;
  for (std::uint32_t g = t.tokens[at].first_tag; g < t.tokens[at].first_tag + t.tokens[at].tag_count; ++g) {
    const Label& label = t.tags[g].label;
    if (label.kind != LabelKind::dual) continue;
    if (!is_indefinite(t, label) && !is_feminine_dual(t, label) && !is_pointed_at(t, at)) continue;
    const Unit unit = dual_unit(t, t.tags[g]);
    QuantityMatch m = counted_noun(at, 2, unit, "quantity.dual");
    if (const std::uint32_t half = half_behind(t, unit); half > 0) {  // "kilumitrayn wa-nisf"
      for (Quantity& q : m.readings) q.low = q.high = Decimal(25, -1).scaled(unit.power);
      m.number_end = m.last = half;
    } else if (const auto high = end_of_range(t, unit.end)) {
      const auto again = unit_at(t, high->end, false, false);
      const bool other = again && !again->open && again->names != unit.names;  // "two persons to three cities"
      if (!other && !t.has_any(high->end, kinds(LabelKind::time_unit, LabelKind::month))) {
        for (Quantity& q : m.readings) {
          q.high = high->value.scaled(unit.power);
          q.modifier = Modifier::range;
        }
        m.last = again && !again->open ? again->end : high->end;
        m.path = "quantity.range.dual";
      }
    }
    const std::uint32_t end = m.last;
    return Match<QuantityMatch>{std::move(m), end};
  }
  return std::nullopt;
}

/// Is there a "one" behind a noun that fits it? "Zawja wa-ahad al-", a wife and one of, looks like one.
const Tag* one_of(const Tokens& t, std::uint32_t noun, std::uint32_t at) {
  const Tag* one = t.find(at, LabelKind::one);
  if (one == nullptr || one->label.value != 2 || one->label.peeled != 0) return nullptr;
  const bool construct = one->end < t.size() && t.word(one->end).starts_with(t.about->definite);
  return !construct && (is_feminine(t, at) || !is_feminine(t, noun)) ? one : nullptr;
}

/// The same behind a word or two that describe the noun and not the "one": "dawla arabiyya wahida".
const Tag* one_behind_words(const Tokens& t, const Tag& noun) {
  constexpr std::uint32_t kMost = 2;
  if (noun.label.kind != LabelKind::concept_noun) return nullptr;
  for (std::uint32_t i = noun.end; i < noun.end + kMost && i + 1 < t.size(); ++i) {
    const bool other_gender = t.has(i, LabelKind::concept_noun) && is_feminine(t, i) != is_feminine(t, noun.end - 1);
    if (t.has(i, LabelKind::name) || !(is_quiet(t, i) || other_gender)) return nullptr;
    if (!t.has(i + 1, LabelKind::one)) continue;
    return is_feminine(t, noun.end - 1) == is_feminine(t, i + 1) ? one_of(t, noun.end - 1, i + 1) : nullptr;
  }
  return nullptr;
}

/// What a noun with "one" behind it counts one of: "halah wahida".
std::optional<Unit> single_at(const Tokens& t, std::uint32_t at, bool word_between) {
  const Token& token = t.tokens[at];
  if (t.has(at, LabelKind::not_a_number)) return std::nullopt;  // "kalima wahida", one word, is no kilometre
  for (std::uint32_t g = token.first_tag; g < token.first_tag + token.tag_count; ++g) {
    const Tag& noun = t.tags[g];
    if (!is_indefinite(t, noun.label)) continue;
    const Tag* one = word_between ? one_behind_words(t, noun) : one_of(t, noun.end - 1, noun.end);
    if (one == nullptr) continue;
    const auto index = static_cast<std::size_t>(noun.label.value);
    if (noun.label.kind == LabelKind::concept_noun && t.knowledge->concepts()[index].counted)
      return Unit{Dimension::count, {t.knowledge->concepts()[index].id}, 0, one->end, false};
    if (noun.label.kind == LabelKind::measure) {
      const Measure& m = t.knowledge->measures()[index];
      return Unit{Dimension::measure, {m.unit}, m.factor_power, one->end, false};
    }
    if (noun.label.kind == LabelKind::currency) {
      const Currency& c = t.knowledge->currencies()[index];
      return Unit{Dimension::money, c.codes, c.factor_power, one->end, false};
    }
  }
  return std::nullopt;
}

}  // namespace

std::uint32_t half_behind(const Tokens& t, const Unit& unit) {
  const Tag* half = t.find(unit.end, LabelKind::half);
  if (half == nullptr || half->label.value != 5 ||
      (half->end == unit.end + 1 && t.has(unit.end, LabelKind::fraction)) ||
      (unit.dimension != Dimension::measure && unit.dimension != Dimension::money))
    return 0;
  const auto again = unit_at(t, half->end, false, false);  // "wa-nisf al-kilumitr"
  return again && again->names == unit.names ? again->end : half->end;
}

QuantityMatch counted_noun(std::uint32_t at, int count, const Unit& unit, const char* path) {
  Quantity q;
  q.low = q.high = Decimal(count, 0).scaled(unit.power);
  q.dimension = unit.dimension;
  QuantityMatch m;
  m.first = at;
  m.number_end = m.last = unit.end;
  m.in_words = true;
  for (const std::string& name : unit.names) {
    q.unit = name;
    m.readings.push_back(q);
  }
  m.path = path;
  return m;
}

std::optional<Match<QuantityMatch>> own_number_at(const Tokens& t, std::uint32_t at) {
  if (t.has(at, LabelKind::dual))
    if (auto dual = dual_at(t, at)) return dual;
  if (auto half = unit_and_half_at(t, at)) return half;
  if (!t.has_any(at, kinds(LabelKind::concept_noun, LabelKind::measure, LabelKind::currency))) return std::nullopt;
  auto single = single_at(t, at, false);
  if (!single) single = single_at(t, at, true);
  if (!single) return std::nullopt;
  if (const auto share = single->dimension == Dimension::count ? one_of_every(t, single->end) : std::nullopt) {
    QuantityMatch m = counted_noun(at, 1, *single, "quantity.fraction");
    m.readings = {Quantity{}};
    m.readings.front().low = m.readings.front().high = share->value;
    m.number_end = m.last = share->end;
    return Match<QuantityMatch>{std::move(m), share->end};
  }
  QuantityMatch m = counted_noun(at, 1, *single, "quantity.single");
  return Match<QuantityMatch>{std::move(m), single->end};
}

}  // namespace mizan
