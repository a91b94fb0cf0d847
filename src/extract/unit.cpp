#include "extract/unit.hpp"

#include <algorithm>

namespace mizan {

bool is_quiet(const Tokens& t, std::uint32_t i) {
  const Token& token = t.tokens[i];
  if (token.kind != TokenKind::word || token.noise) return false;
  for (std::uint32_t g = token.first_tag; g < token.first_tag + token.tag_count; ++g) {
    const LabelKind kind = t.tags[g].label.kind;
    const bool names =  // "3 lines"; but not "line 3"
        kind == LabelKind::naming && static_cast<Naming>(t.tags[g].label.extra) != Naming::hour;
    if (kind != LabelKind::name && kind != LabelKind::cue && kind != LabelKind::veto && kind != LabelKind::ordinal &&
        kind != LabelKind::local && !names)
      return false;
  }
  return !t.about->is_stop(t.word(i));
}

namespace {

/// "Three CONFIRMED cases": a word that tells how sure a statement is, or what was done, and here describes a noun.
bool is_participle(const Tokens& t, std::uint32_t i) {
  const Token& token = t.tokens[i];
  const auto& endings = t.about->participle_endings;
  return token.kind == TokenKind::word && token.tag_count > 0 && token.kinds == 0 &&
         std::any_of(endings.begin(), endings.end(), [&](const std::string& e) { return t.word(i).ends_with(e); });
}

/// The noun a language puts right behind the figure, though no concept lists it ("300 fa'aliyya").
bool is_open_noun(const Tokens& t, std::uint32_t i) {
  if (i >= t.size() || !is_quiet(t, i) || t.about->open_noun == false) return false;
  const Token& token = t.tokens[i];
  if (token.span.size() < 5) return false;                  // three letters of Arabic or Cyrillic at least
  if (t.find(i, LabelKind::name) != nullptr) return false;  // "5 Russia"
  const std::string_view word = t.word(i);
  if (t.about->right_to_left && static_cast<unsigned char>(word[0]) < 0x80) return false;  // "0 ta 3 ISCED"
  if (std::binary_search(t.about->light.begin(), t.about->light.end(), word)) return false;
  for (const auto& prefix : t.about->no_noun)  // "wa-qala": and he said; a counted noun has no article
    if (word.starts_with(prefix)) return false;
  for (const auto& suffix : t.about->no_noun_end)  // "aghlabuhum": most of them
    if (word.ends_with(suffix)) return false;
  return true;
}

}  // namespace

bool is_adjective_scale(const Tokens& t, std::uint32_t i) {
  const auto& endings = t.about->adjective_scales;
  return t.has(i, LabelKind::scale) && std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
           return t.word(i).ends_with(ending);
         });
}

Unit dual_unit(const Tokens& t, const Tag& dual) {
  const Knowledge& k = *t.knowledge;
  const auto index = static_cast<std::size_t>(dual.label.value);
  if (dual.label.extra == 0) return {Dimension::count, {k.concepts()[index].id}, 0, dual.end, false};
  if (dual.label.extra == 1) {
    const Measure& m = k.measures()[index];
    const bool heat = m.unit == "deg" && is_heat(t, dual.end);
    return {Dimension::measure, {heat ? "Cel" : m.unit}, m.factor_power, dual.end, false};
  }
  const Currency& c = k.currencies()[index];
  return {Dimension::money, c.codes, c.factor_power, dual.end, false};
}

std::optional<Unit> unit_at(const Tokens& t, std::uint32_t at, bool of_allowed, bool gap_allowed) {
  const Knowledge& k = *t.knowledge;
  if (at >= t.size()) return std::nullopt;
  if (t.is_sign(at, '-') && at + 1 < t.size() && !t.tokens[at].space_before && !t.tokens[at + 1].space_before) {
    auto unit = unit_at(t, at + 1, false);                    // "a 45-acre park", "the 15-member council"
    if (const Tag* tag = t.find(at + 1, LabelKind::measure);  // "a 200-pound man": money is not said so
        tag != nullptr && unit && unit->dimension == Dimension::money && tag->end == unit->end) {
      const Measure& m = k.measures()[static_cast<std::size_t>(tag->label.value)];
      unit = Unit{Dimension::measure, {m.unit}, m.factor_power, tag->end, false};
    }
    const bool suffix = t.has(at + 1, LabelKind::ordinal_suffix) || t.tokens[at + 1].span.size() < 3;  // 19-m
    if (unit && (unit->open || suffix || t.tokens[at + 1].kind != TokenKind::word)) unit.reset();
    return unit;
  }
  const Token& token = t.tokens[at];
  for (std::uint32_t g = token.first_tag; g < token.first_tag + token.tag_count; ++g)
    if (t.tags[g].label.clitic > 0) return std::nullopt;  // "5 and dollars": an "and" stands between
  if (const Tag* tag = t.find(at, LabelKind::percentage_point))
    return Unit{Dimension::percentage_point, {"percentage point"}, 0, tag->end, false};
  if (const Tag* tag = t.find(at, LabelKind::percent); tag != nullptr && tag->label.extra != kBefore)
    return Unit{Dimension::percent, {"percent"}, 0, tag->end, false};
  const Tag* money = t.find(at, LabelKind::currency);
  const Tag* measure = t.find(at, LabelKind::measure);
  if (const Tag* idiom = t.find(at, LabelKind::not_a_number);  // "kama", as, is no "kilometre" with an ending
      idiom != nullptr && measure != nullptr && idiom->end >= measure->end)
    measure = nullptr;
  const bool prefix = money != nullptr && t.has(at, LabelKind::currency_prefix) && money->end < t.size() &&
                      t.tokens[money->end].kind == TokenKind::number && !t.tokens[money->end].space_before;
  if (prefix && token.space_before) return std::nullopt;  // "1 $10 bill", "3 USD50 cards"
  const bool weighs = money != nullptr && measure != nullptr && money->end == measure->end &&
                      t.has(money->end, LabelKind::conn_of) &&
                      !t.follows(at, LabelKind::scale);  // "9 pounds of cheese"
  if (money != nullptr && !weighs && (measure == nullptr || money->end >= measure->end)) {
    const Currency& c = k.currencies()[static_cast<std::size_t>(money->label.value)];
    return Unit{Dimension::money, c.codes, c.factor_power, money->end, false};
  }
  if (measure != nullptr) {
    const Measure& m = k.measures()[static_cast<std::size_t>(measure->label.value)];
    const bool degrees = m.unit == "deg" && is_heat(t, at);
    Unit unit{Dimension::measure, {degrees ? "Cel" : m.unit}, m.factor_power, measure->end, false};
    const Figure* power = t.is_sign(unit.end, '^') ? t.figure(unit.end + 1) : nullptr;  // 4 km^3
    if (power != nullptr && power->plain && power->widths[0] == 1 && !t.tokens[unit.end].space_before &&
        !t.tokens[unit.end + 1].space_before) {
      unit.names.front() += std::to_string(power->pieces[0]);
      unit.end += 2;
    }
    return unit;
  }
  const auto noun = [&](std::uint32_t i) -> std::optional<Unit> {
    const Tag* tag = t.find(i, LabelKind::concept_noun);
    if (tag == nullptr) return std::nullopt;
    if (i == at && tag->label.peeled != 0)
      return std::nullopt;  // "one BECAUSE of": a counted noun has no clitic in front
    const std::string& definite =
        t.about->definite;  // but for the article: "two of the sons with wounds" has no wounds
    if (i != at && tag->label.peeled != 0 && !definite.empty() && !t.word(i).starts_with(definite)) return std::nullopt;
    const Concept& what = k.concepts()[static_cast<std::size_t>(tag->label.value)];
    if (!what.counted) return std::nullopt;
    const auto& classifier = t.about->classifier;
    if (std::find(classifier.begin(), classifier.end(), t.word(i)) != classifier.end() &&
        !(tag->end < t.size() && (is_quiet(t, tag->end) || t.has(tag->end, LabelKind::concept_noun))))
      return std::nullopt;
    return Unit{Dimension::count, {what.id}, 0, tag->end, false};
  };
  // "the 20 milliardi guarantee": an adjective counts nothing
  if (at > 0 && is_adjective_scale(t, at - 1)) return std::nullopt;
  if (auto unit = noun(at)) return unit;
  if (const Tag* dual = t.find(at, LabelKind::dual)) return dual_unit(t, *dual);  // "two riyals", said twice
  if (of_allowed) {
    // "76 of the regions"
    std::uint32_t i = at;
    if (const Tag* of = t.find(i, LabelKind::conn_of)) {
      i = of->end;
      if (const Tag* money_of = t.find(i, LabelKind::currency);
          money_of != nullptr && t.follows(at, LabelKind::scale)) {
        const Currency& c = k.currencies()[static_cast<std::size_t>(money_of->label.value)];  // "millions of dollars"
        return Unit{Dimension::money, c.codes, c.factor_power, money_of->end, false};
      }
      if (const Tag* measured = t.find(i, LabelKind::measure)) {  // "2 min al-amtar": two metres
        const Measure& m = k.measures()[static_cast<std::size_t>(measured->label.value)];
        if (measured->label.peeled != 0)
          return Unit{Dimension::measure, {m.unit}, m.factor_power, measured->end, false};
      }
      for (std::uint32_t gap = 0; gap < 2 && i < t.size(); ++gap) {
        if (auto unit = noun(i)) return unit;
        if (t.tokens[i].kind != TokenKind::word || !is_quiet(t, i)) break;
        ++i;
      }
    }
  }
  if (t.about->adjective_first && gap_allowed) {  // "60 thousand Russian students", "88 league matches"
    std::uint32_t i = at;
    const auto& endings = t.about->adjective_endings;
    const auto is_adjective = [&](std::uint32_t at_word) {
      const std::string_view word = t.word(at_word);
      return endings.empty() || t.has(at_word, LabelKind::name) ||
             std::any_of(endings.begin(), endings.end(), [&](const std::string& e) { return word.ends_with(e); });
    };
    // "four community-acquired infections": the last part tells
    const auto last_part = [&t](std::uint32_t word) {
      while (word + 2 < t.size() && t.is_sign(word + 1, '-') && !t.tokens[word + 1].space_before &&
             t.tokens[word + 2].kind == TokenKind::word && !t.tokens[word + 2].space_before)
        word += 2;
      return word;
    };
    for (std::uint32_t gap = 0; gap < 2 && i < t.size(); ++gap) {
      const std::uint32_t part = last_part(i);
      if (!(is_quiet(t, part) && (is_adjective(part) || part > i)) && !is_participle(t, part)) break;
      const Tag* name = t.find(i, LabelKind::name);
      i = std::max(part + 1, name != nullptr ? name->end : 0);
      if (i < t.size() && t.tokens[i].space_before)
        if (auto unit = noun(i)) return unit;
    }
  }
  if (is_open_noun(t, at) && t.tokens[at].space_before)
    return Unit{Dimension::count, {std::string(t.word(at))}, 0, at + 1, true};
  return std::nullopt;
}

bool is_counted_elsewhere(const Tokens& t, std::uint32_t at, std::uint32_t end, const std::string& noun) {
  constexpr std::uint32_t kNear = 20;
  for (std::uint32_t i = std::max(at, kNear + 1) - kNear; i < std::min(t.size(), end + kNear); ++i) {
    if (i >= at && i < end) continue;
    const Tag* tag = t.find(i, LabelKind::concept_noun);
    if (tag == nullptr || t.knowledge->concepts()[static_cast<std::size_t>(tag->label.value)].id != noun) continue;
    if (t.figure(i - 1) != nullptr || t.has_any(i - 1, kinds(LabelKind::cardinal, LabelKind::scale))) return true;
  }
  return false;
}

std::uint32_t noun_before(const Tokens& t, std::uint32_t i) {
  const auto ends = [&](std::uint32_t at, std::uint32_t end) {
    const Tag* noun = t.find(at, LabelKind::concept_noun);
    return noun != nullptr && noun->end == end;
  };
  if (ends(i - 1, i)) return i - 1;
  if (i >= 2 && ends(i - 2, i - 1) && is_quiet(t, i - 1) && t.word(i - 1).starts_with(t.about->definite)) return i - 2;
  return i;
}

bool is_money_of_year(const Tokens& t, std::uint32_t at) {
  const Figure* f = t.figure(at);
  if (f == nullptr || !f->plain || f->widths[0] != 4 || at == 0 || !t.has(at - 1, LabelKind::conn_in)) return false;
  if (t.follows(at, LabelKind::modifier_before)) return false;  // "bish AZ 2000 dollars", more than
  return f->pieces[0] >= 1900 && f->pieces[0] < 2100 && t.has(at + 1, LabelKind::currency);
}

bool is_indefinite(const Tokens& t, const Label& label) {
  constexpr std::string_view kLam = "\xD9\x84";  // "for"
  if (label.peeled == label.clitic) return true;
  return label.peeled == label.clitic + kLam.size() && t.text.substr(label.begin + label.clitic, kLam.size()) == kLam;
}

std::optional<Unit> single_at(const Tokens& t, std::uint32_t at) {
  const Token& token = t.tokens[at];
  if (t.has(at, LabelKind::not_a_number)) return std::nullopt;  // "kalima wahida", one word, is no kilometre
  for (std::uint32_t g = token.first_tag; g < token.first_tag + token.tag_count; ++g) {
    const Tag& noun = t.tags[g];
    if (!is_indefinite(t, noun.label)) continue;
    const Tag* one = t.find(noun.end, LabelKind::one);
    if (one == nullptr || one->label.value != 2 || one->label.clitic != 0) continue;
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

bool is_heat(const Tokens& t, std::uint32_t at) {
  constexpr std::uint32_t kNear = 25;
  const auto& words = t.about->heat;
  if (words.empty()) return false;
  for (std::uint32_t i = at > kNear ? at - kNear : 0; i < std::min(t.size(), at + kNear); ++i)
    if (std::binary_search(words.begin(), words.end(), t.word(i))) return true;
  return false;
}

bool is_weighed(const Tokens& t, std::uint32_t end) {
  constexpr std::uint32_t kNear = 12;
  const auto& words = t.about->weighed;
  const auto weighs = [&](std::uint32_t i) { return std::binary_search(words.begin(), words.end(), t.word(i)); };
  if (words.empty()) return false;
  if (end < t.size() && weighs(end)) return true;
  const Tag* noun = t.find(end, LabelKind::concept_noun);
  const auto& concepts = t.knowledge->concepts();
  if (noun != nullptr && concepts[static_cast<std::size_t>(noun->label.value)].domain == "people") return false;
  if (t.has(end, LabelKind::conn_of)) return false;
  for (std::uint32_t i = end > kNear ? end - kNear : 0; i < std::min(t.size(), end + kNear); ++i)
    if (weighs(i)) return true;
  return false;
}

}  // namespace mizan
