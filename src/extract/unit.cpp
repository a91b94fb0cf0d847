#include "extract/unit.hpp"

#include <algorithm>

namespace mizan {

bool is_quiet(const Tokens& t, std::uint32_t i) {
  const Token& token = t.tokens[i];
  if (token.kind != TokenKind::word || token.noise) return false;
  const bool sign = t.has_any(i + 1, kNumeralStart);
  for (std::uint32_t g = token.first_tag; g < token.first_tag + token.tag_count; ++g) {
    const LabelKind kind = t.tags[g].label.kind;
    const bool names =  // "3 lines"; but not "line 3"
        kind == LabelKind::naming && static_cast<Naming>(t.tags[g].label.extra) != Naming::hour;
    if (kind != LabelKind::name && kind != LabelKind::cue && kind != LabelKind::veto && kind != LabelKind::ordinal &&
        kind != LabelKind::local && !names && !(kind == LabelKind::minus && !sign))  // "ten NEGATIVE answers"
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
  // "49.5 GOZARESH shod": it was reported; of a number in words the noun is likelier
  const auto becomes = [&](std::uint32_t at) {
    return at < t.size() && i > 0 && t.figure(i - 1) != nullptr &&
           std::binary_search(t.about->becoming.begin(), t.about->becoming.end(), t.word(at));
  };
  if (becomes(i + 1) || (becomes(i + 2) && t.word(i + 1).size() <= 4)) return false;  // "mi-shavad"
  for (const auto& prefix : t.about->no_noun)  // "wa-qala": and he said; a counted noun has no article
    if (word.starts_with(prefix)) return false;
  for (const auto& suffix : t.about->no_noun_end)  // "aghlabuhum": most of them
    if (word.ends_with(suffix)) return false;
  return true;
}

bool is_word_of(const std::vector<std::string>& words, const Tokens& t, std::uint32_t i) {
  return i < t.size() && std::find(words.begin(), words.end(), t.word(i)) != words.end();
}

/// Does one of the words stand right before a figure and its modifier, which end before token at?
bool is_word_near(const std::vector<std::string>& words, const Tokens& t, std::uint32_t at) {
  constexpr std::uint32_t kNear = 4;
  if (words.empty()) return false;
  for (std::uint32_t i = at > kNear ? at - kNear : 0; i < at; ++i)
    if (is_word_of(words, t, i)) return true;
  return false;
}

/// Does a classifier count what stands behind it ("do mored marg", "do mored az serghat-ha")? "7 mored dar Asia" and
/// "do mored az an-ha" count what was told before.
bool tells_what(const Tokens& t, std::uint32_t next) {
  if (next >= t.size()) return false;
  const Tag* of = t.find(next, LabelKind::conn_of);
  if (of != nullptr) return of->end < t.size() && !t.about->is_stop(t.word(of->end));
  return is_quiet(t, next) || t.has(next, LabelKind::concept_noun);
}

/// Is a word glued to a dash and a token of a kind, "F-16", "e-book"?
bool is_dashed(const Tokens& t, std::uint32_t i, TokenKind kind) {
  return i + 2 < t.size() && t.is_sign(i + 1, '-') && !t.tokens[i + 1].space_before && t.tokens[i + 2].kind == kind &&
         !t.tokens[i + 2].space_before;
}

bool is_plural(const Tokens& t, std::uint32_t i) {
  const auto& endings = t.about->plural_endings;
  return t.tokens[i].kind == TokenKind::word &&
         std::any_of(endings.begin(), endings.end(), [&](const std::string& e) { return t.word(i).ends_with(e); });
}

/// Where the noun stands that is counted, if the one at tag stands before it: "four MURDER victims". Of one thing every
/// noun may count, and with a dash before it, "a 15-member council". The end of the tokens if nothing is counted.
std::uint32_t head_of(const Tokens& t, const Tag& tag, std::uint32_t i, std::uint32_t at) {
  const auto& participles = t.about->participle_endings;  // "200 INJURED as the ground shook"
  const bool done = std::any_of(participles.begin(), participles.end(),
                                [&](const std::string& e) { return t.word(tag.end - 1).ends_with(e); });
  if (t.about->plural_endings.empty() || done || is_plural(t, tag.end - 1) || (i > 0 && t.is_sign(i - 1, '-')))
    return i;
  const Tag* one = at > 0 ? t.find(at - 1, LabelKind::cardinal) : nullptr;
  const Figure* figure = at > 0 ? t.figure(at - 1) : nullptr;
  if ((one != nullptr && one->label.value == 1) || (figure != nullptr && figure->plain && figure->pieces[0] == 1))
    return i;
  constexpr std::size_t kShortest = 4;  // letters: "as", "has", "is" end like plurals
  // "6.1 quake": what has a fraction is no count of one
  if (figure != nullptr && figure->separator == '.' && !figure->readings.empty() && !figure->readings[0].is_integer())
    return t.size();
  const bool noun = tag.end < t.size() && t.tokens[tag.end].space_before && is_plural(t, tag.end) &&
                    t.word(tag.end).size() >= kShortest && !t.about->is_stop(t.word(tag.end));
  return noun ? tag.end : i;
}

/// The counted noun at token i, of a figure that ends before token at.
std::optional<Unit> noun_at(const Tokens& t, std::uint32_t i, std::uint32_t at) {
  const Tag* tag = t.find(i, LabelKind::concept_noun);
  if (tag == nullptr ||
      (!t.about->plural_endings.empty() && !is_plural(t, tag->end - 1) && is_dashed(t, tag->end - 1, TokenKind::word)))
    return std::nullopt;  // "seven GAME-winning drives"
  if (const std::uint32_t head = head_of(t, *tag, i, at); head != i) {
    if (head >= t.size()) return std::nullopt;
    auto unit = noun_at(t, head, at);
    if (!unit && is_quiet(t, head))
      unit = Unit{Dimension::count, {std::string(t.word(head))}, 0, head + 1, true};  // "two contract extensions"
    return unit;
  }
  if (i == at && tag->label.peeled != 0)
    return std::nullopt;  // "one BECAUSE of": a counted noun has no clitic in front
  // but for the article: "two of the sons with wounds" has no wounds
  const std::string& definite = t.about->definite;
  if (i != at && tag->label.peeled != 0 && !definite.empty() && !t.word(i).starts_with(definite)) return std::nullopt;
  const Concept& what = t.knowledge->concepts()[static_cast<std::size_t>(tag->label.value)];
  if (!what.counted || (is_word_of(t.about->classifier, t, i) && !tells_what(t, tag->end))) return std::nullopt;
  return Unit{Dimension::count, {what.id}, 0, tag->end, false};
}

/// "ten of the team's points": the noun owns what is counted.
bool is_possessive(const Tokens& t, std::uint32_t i, std::uint32_t end) {
  const auto begin = t.tokens[i].span.begin;
  return t.text.substr(begin, t.tokens[end - 1].span.end - begin).find('\'') != std::string_view::npos ||
         (end < t.size() && !t.tokens[end].space_before && (t.is_sign(end, '\'') || t.word(end) == "\xE2\x80\x99"));
}

/// "60 thousand RUSSIAN students", "88 LEAGUE matches", "two F-16 jets".
std::optional<Unit> noun_behind_adjectives(const Tokens& t, std::uint32_t at) {
  constexpr Kinds names = kinds(LabelKind::name, LabelKind::concept_noun, LabelKind::naming, LabelKind::not_a_number);
  const auto& endings = t.about->adjective_endings;
  const auto is_adjective = [&](std::uint32_t i) {
    const std::string_view word = t.word(i);
    return endings.empty() || t.has(i, LabelKind::name) ||
           std::any_of(endings.begin(), endings.end(), [&](const std::string& e) { return word.ends_with(e); });
  };
  const std::uint32_t longest = endings.empty() ? 2 : 3;  // where endings tell an adjective, three are still sure
  std::uint32_t i = at;
  for (std::uint32_t gap = 0; gap < longest && i < t.size(); ++gap) {
    std::uint32_t part = i;  // "four community-acquired infections": the last part tells
    while (is_dashed(t, part, TokenKind::word)) part += 2;
    if (part > i && !t.tokens[i].space_before) break;               // "11th-round"
    const bool tells = part > i && !t.has_any(i, kNumeralStart) &&  // "three-point plays", "cross-conference games"
                       !(part + 1 < t.size() && (is_quiet(t, part + 1) || noun_at(t, part + 1, at)));
    const bool a_name = (t.tokens[i].kinds & ~names) == 0 && !t.about->is_stop(t.word(i));
    if (is_dashed(t, i, TokenKind::number) && a_name) {
      i += 3;
    } else {
      if (tells)
        if (auto unit = noun_at(t, part, at)) return unit;                 // "two e-books"
      const bool last = t.has(part, LabelKind::last) && !endings.empty();  // "dvukh poslednikh mostov"
      const bool told = !endings.empty() && t.tokens[part].kinds == 0;     // by what else the word says: "negative"
      const bool above = i > at && !endings.empty() && t.has(part, LabelKind::modifier_before) &&
                         !t.has_any(part + 1, kNumeralStart);  // "tryokh ukazannykh VYSHE faktorov"
      const bool describes =
          is_quiet(t, part) || last || told || above ? is_adjective(part) || part > i : is_participle(t, part);
      if (!describes && !(part > i && t.has(part, LabelKind::concept_noun))) break;
      const Tag* name = t.find(i, LabelKind::name);
      i = std::max(part + 1, name != nullptr ? name->end : 0);
    }
    if (i < t.size() && t.tokens[i].space_before)
      if (auto unit = noun_at(t, i, at)) return unit;
  }
  return std::nullopt;
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

/// "four New ZEALANDERS": people of a country.
std::optional<Unit> people_at(const Tokens& t, std::uint32_t at) {
  const Tag* name = t.find(at, LabelKind::name);
  if (name == nullptr || name->label.extra != 1 || !t.tokens[at].space_before) return std::nullopt;
  const std::string_view word = t.word(name->end - 1);
  const auto& endings = t.about->demonym_endings;
  if (std::none_of(endings.begin(), endings.end(), [&](const std::string& e) { return word.ends_with(e); }))
    return std::nullopt;
  return Unit{Dimension::count, {"person"}, 0, name->end, false};
}

/// "Two people died and three OTHERS": more of what the sentence counted before, or of the people it named.
std::optional<Unit> others_at(const Tokens& t, std::uint32_t at) {
  if (!is_word_of(t.about->others, t, at)) return std::nullopt;
  constexpr std::uint32_t kReach = 60;  // tokens: a long sentence, but no row without end
  const Concept* counted = nullptr;
  bool people = false;
  for (std::uint32_t i = at; i-- > 0 && at - i <= kReach;) {
    const Tag* noun = t.find(i, LabelKind::dual);
    const bool two = noun != nullptr && noun->label.extra == 0;
    if (!two) noun = t.find(i, LabelKind::concept_noun);
    if (noun == nullptr) continue;
    const Concept& what = t.knowledge->concepts()[static_cast<std::size_t>(noun->label.value)];
    const bool with_number = what.counted && (two || (i > 0 && t.has_any(i - 1, kNumeralStart)));
    people = people || what.person;
    if (with_number && (counted == nullptr || what.person)) counted = &what;
  }
  if (counted != nullptr && !counted->person) return Unit{Dimension::count, {counted->id}, 0, at + 1, false};
  return people ? std::optional<Unit>({Dimension::count, {"person"}, 0, at + 1, false}) : std::nullopt;
}

std::optional<Unit> unit_at(const Tokens& t, std::uint32_t at, bool of_allowed, bool gap_allowed) {
  const Knowledge& k = *t.knowledge;
  if (at >= t.size()) return std::nullopt;
  if (t.is_sign(at, '-') && at + 1 < t.size() && !t.tokens[at].space_before && !t.tokens[at + 1].space_before) {
    // "a 45-acre park", "the 15-member council"; but "a three-story building" is no three buildings
    auto unit = unit_at(t, at + 1, false, t.about->plural_endings.empty());
    if (const Tag* tag = t.find(at + 1, LabelKind::measure);  // "a 200-pound man": money is not said so
        tag != nullptr && unit && unit->dimension == Dimension::money && tag->end == unit->end) {
      const Measure& m = k.measures()[static_cast<std::size_t>(tag->label.value)];
      unit = Unit{Dimension::measure, {m.unit}, m.factor_power, tag->end, false};
    }
    const bool suffix = t.has(at + 1, LabelKind::ordinal_suffix) || t.tokens[at + 1].span.size() < 2;  // 19-m
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
  if (const Tag* name = money != nullptr ? t.find(at, LabelKind::not_a_number) : nullptr;
      name != nullptr && name->end > money->end)
    return std::nullopt;  // "the number 11 of REAL MADRID"
  const Tag* measure = t.find(at, LabelKind::measure);
  if (const Tag* idiom = t.find(at, LabelKind::not_a_number);  // "kama", as, is no "kilometre" with an ending
      idiom != nullptr && measure != nullptr && idiom->end >= measure->end)
    measure = nullptr;
  if (is_word_of(t.about->only, t, at)) return std::nullopt;  // "until the year 90 ONLY"
  const bool prefix = money != nullptr && t.has(at, LabelKind::currency_prefix) && money->end < t.size() &&
                      t.tokens[money->end].kind == TokenKind::number && !t.tokens[money->end].space_before;
  if (prefix && token.space_before) return std::nullopt;  // "1 $10 bill", "3 USD50 cards"
  const bool weighs = money != nullptr && measure != nullptr && money->end == measure->end &&
                      ((t.has(money->end, LabelKind::conn_of) && !t.follows(at, LabelKind::scale)) ||
                       is_word_near(t.about->weighed, t, at));  // "9 pounds of cheese", "weighing about 200 pounds"
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
  // "the 20 milliardi guarantee": an adjective counts nothing
  if (at > 0 && is_adjective_scale(t, at - 1)) return std::nullopt;
  if (auto unit = noun_at(t, at, at)) return unit;
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
      if (const Tag* article = t.find(i, LabelKind::article)) i = article->end;  // "three OF THE hostages"
      for (std::uint32_t gap = 0; gap < 2 && i < t.size(); ++gap) {
        auto unit = noun_at(t, i, at);
        if (unit && is_possessive(t, i, unit->end)) break;
        if (unit) return unit;
        if (t.tokens[i].kind != TokenKind::word || !is_quiet(t, i)) break;
        ++i;
      }
    }
  }
  if (t.about->adjective_first && gap_allowed)
    if (auto unit = noun_behind_adjectives(t, at)) return unit;
  if (auto people = people_at(t, at)) return people;
  if (auto others = others_at(t, at)) return others;
  if (is_open_noun(t, at) && t.tokens[at].space_before)
    return Unit{Dimension::count, {std::string(t.word(at))}, 0, at + 1, true};
  return std::nullopt;
}

std::optional<Unit> classifier_at(const Tokens& t, std::uint32_t at) {
  if (!is_word_of(t.about->classifier, t, at)) return std::nullopt;
  const Tag* tag = t.find(at, LabelKind::concept_noun);
  if (tag == nullptr) return std::nullopt;
  return Unit{
      Dimension::count, {t.knowledge->concepts()[static_cast<std::size_t>(tag->label.value)].id}, 0, tag->end, false};
}

bool counts_article(const Tokens& t, std::uint32_t noun) { return is_word_of(t.about->counted_one, t, noun); }

bool is_counting(const Tokens& t, std::uint32_t first, std::uint32_t at) {
  const Tag* bound = first < at ? t.find(first, LabelKind::modifier_before) : nullptr;
  if (bound != nullptr && static_cast<Modifier>(bound->label.extra) != Modifier::approx) return true;
  return first > 0 && is_word_of(t.about->only, t, first - 1);
}

bool is_counted_elsewhere(const Tokens& t, std::uint32_t at, std::uint32_t end, const std::string& noun) {
  constexpr std::uint32_t kNear = 20;
  for (std::uint32_t i = std::max(at, kNear + 1) - kNear; i < std::min(t.size(), end + kNear); ++i) {
    if (i >= at && i < end) continue;
    const Tag* tag = t.find(i, LabelKind::concept_noun);
    if (tag == nullptr || t.knowledge->concepts()[static_cast<std::size_t>(tag->label.value)].id != noun) continue;
    const Tag* one = t.find(i - 1, LabelKind::cardinal);
    if (one != nullptr && one->label.extra == 1) continue;  // another article
    if (t.figure(i - 1) != nullptr || one != nullptr || t.has(i - 1, LabelKind::scale)) return true;
  }
  return false;
}

std::uint32_t noun_before(const Tokens& t, std::uint32_t i) {
  const auto ends = [&](std::uint32_t at, std::uint32_t end) {
    const Tag* noun = t.find(at, LabelKind::concept_noun);
    return noun != nullptr && noun->end == end;
  };
  const auto describes = [&](std::uint32_t at) { return is_quiet(t, at) && t.word(at).starts_with(t.about->definite); };
  for (std::uint32_t at = i; at > 0 && i - at < 3; --at) {
    const bool far = i - at == 2 && !t.word(at - 1).starts_with(t.about->definite);  // "prices of the oil products"
    if (ends(at - 1, at)) return far ? i : at - 1;
    if (!describes(at - 1)) break;
  }
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
