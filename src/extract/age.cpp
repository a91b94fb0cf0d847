#include <algorithm>

#include "extract/age.hpp"
#include "extract/unit.hpp"

namespace mizan {
namespace {

bool is_person(const Tokens& t, const Tag* noun) {
  return noun != nullptr && t.knowledge->concepts()[static_cast<std::size_t>(noun->label.value)].person;
}

/// The code of UCUM for what ages are told in; nullptr for other units.
const char* ucum_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::year:
      return "a";
    case TimeUnit::month:
      return "mo";
    case TimeUnit::week:
      return "wk";
    case TimeUnit::day:
      return "d";
    default:
      return nullptr;
  }
}

/// Does a noun of a person end right before a token?
bool behind_person(const Tokens& t, std::uint32_t front) {
  for (std::uint32_t i = front > 3 ? front - 3 : 0; i < front; ++i)
    if (const Tag* noun = t.find(i, LabelKind::concept_noun); is_person(t, noun) && noun->end == front) return true;
  return false;
}

/// Does the sentence speak of ages near a token? A verb that may tell one is no proof.
bool speaks_of_ages(const Tokens& t, std::uint32_t at) {
  constexpr std::uint32_t kNear = 80;
  for (std::uint32_t i = at > kNear ? at - kNear : 0; i < std::min(t.size(), at + kNear); ++i) {
    if (!t.has(i, LabelKind::age)) continue;
    const auto first = t.tags.begin() + t.tokens[i].first_tag;
    if (std::any_of(first, first + t.tokens[i].tag_count,
                    [](const Tag& tag) { return tag.label.kind == LabelKind::age && tag.label.extra != kAgeCopula; }))
      return true;
  }
  return false;
}

/// Does a word of an age end between front and start, of those that stand before a figure?
bool behind_age(const Tokens& t, std::uint32_t front, std::uint32_t start, bool years) {
  for (std::uint32_t i = front > 4 ? front - 4 : 0; i < start; ++i)
    if (const Tag* word = t.find(i, LabelKind::age); word != nullptr && word->end >= front && word->end <= start)
      if (word->label.extra == kAgeBefore || (word->label.extra == kAgeBeforeYears && years)) return true;
  return false;
}

/// "In these AGE GROUPS: under 5 years".
bool heads_ages(const Tokens& t, std::uint32_t front) {
  constexpr std::uint32_t kHead = 10;
  if (front == 0 || !t.is_sign(front - 1, ':')) return false;
  for (std::uint32_t i = front > kHead ? front - kHead : 0; i < front; ++i)
    if (const Tag* word = t.find(i, LabelKind::age); word != nullptr && word->label.extra == kAgeBefore) return true;
  return false;
}

/// Does the clause name an age before a token, with no figure and no comma between? Brackets may hold anything.
bool names_age_before(const Tokens& t, std::uint32_t at) {
  constexpr std::uint32_t kClause = 14;
  bool bracket = false;
  for (std::uint32_t i = at; i > 0 && at - i < kClause;) {
    --i;
    if (t.is_sign(i, ')')) bracket = true;
    if (!bracket && (t.tokens[i].kind == TokenKind::number ||
                     (t.tokens[i].kind == TokenKind::sign && !t.is_sign(i, '-') && !t.is_sign(i, '('))))
      return false;
    if (t.is_sign(i, '(')) bracket = false;
    const Tag* word = t.find(i, LabelKind::age);
    if (!bracket && word != nullptr && word->label.extra == kAgeBefore) return true;
  }
  return false;
}

/// "Sinn-e motavasset-e goruh 44 sal BUD", "tajawaza umr nisf al-ummal AL-40 aman".
bool told_in_clause(const Tokens& t, std::uint32_t front, std::uint32_t behind) {
  const Tag* word = t.find(behind, LabelKind::age);
  const bool copula = word != nullptr && word->label.extra == kAgeCopula;
  if (copula && word->label.value != 0) return true;  // "20 ta 45 sal hastand": they are
  // "the deficit ... DURING the 3 years" is no age
  constexpr Kinds led = kinds(LabelKind::holding, LabelKind::conn_in, LabelKind::since, LabelKind::until,
                              LabelKind::before, LabelKind::after);
  const bool definite =
      !t.about->definite.empty() && front > 1 && t.has(front - 1, LabelKind::article) && !t.has_any(front - 2, led);
  return (copula || definite) && names_age_before(t, definite ? front - 1 : front);
}

/// "7-mesyachnogo rebyonka", "mard-e 40 sale": years that are an adjective, beside a person.
bool describes_person(const Tokens& t, std::uint32_t front, std::uint32_t behind) {
  if (!t.about->adjective_first && behind_person(t, front)) return true;
  const std::uint32_t most = t.about->adjective_first ? 2 : 0;
  for (std::uint32_t i = behind;; ++i) {
    if (is_person(t, t.find(i, LabelKind::concept_noun))) return true;
    if (i >= t.size() || i == behind + most || !is_quiet(t, i)) return false;
  }
}

/// Where a figure begins for the words before it: "age (over 60)", "of age > 60".
std::uint32_t front_of(const Tokens& t, std::uint32_t first) {
  const auto opens = [&](std::uint32_t i) {
    return t.tokens[i].kind == TokenKind::sign &&
           (t.is_sign(i, '(') || t.is_sign(i, '<') || t.is_sign(i, '>') || (t.word(i)[0] & 0x80) != 0);
  };
  std::uint32_t front = first;
  // "&lt;": a text that was a web page
  if (front >= 3 && t.is_sign(front - 1, ';') && t.is_sign(front - 3, '&') &&
      (t.word(front - 2) == "lt" || t.word(front - 2) == "gt"))
    front -= 3;
  const std::uint32_t least = front > 2 ? front - 2 : 0;
  while (front > least && opens(front - 1)) --front;
  return front;
}

}  // namespace

std::optional<Unit> age_at(const Tokens& t, std::uint32_t first, std::uint32_t start, std::uint32_t end) {
  const bool bracketed = start >= 2 && t.is_sign(start - 1, '(') && t.tokens[start - 2].kind == TokenKind::word;
  // "from 15 to 17", "between 51 and 60": the figure begins behind the little word
  for (const LabelKind opening : {LabelKind::conn_between, LabelKind::conn_from})
    if (const Tag* word = t.find(start, opening); word != nullptr && word->end < end) start = word->end;
  const bool aged = start < t.size() && t.tokens[start].aged;
  if (((t.kinds & kinds(LabelKind::age)) == 0 && !bracketed && !aged) || t.has(end, LabelKind::percent))
    return std::nullopt;
  const std::uint32_t at = t.is_sign(end, '-') && !t.tokens[end].space_before ? end + 1 : end;
  const Tag* years = t.find(at, LabelKind::time_unit);
  const char* ucum = years != nullptr ? ucum_of(static_cast<TimeUnit>(years->label.extra)) : "a";
  if (ucum == nullptr) return std::nullopt;
  const std::uint32_t behind = years != nullptr ? years->end : end;
  const std::uint32_t front = front_of(t, first);
  bool told = behind_age(t, front, start, years != nullptr);
  if (const Tag* word = t.find(behind, LabelKind::age); word != nullptr && word->label.extra == kAgeBehind) told = true;
  if (years != nullptr && !told) {
    const Tag* adjective = t.find(at, LabelKind::age);
    // "al-Amri (24 years)", alone in brackets behind a word
    const bool alone = bracketed && t.is_sign(behind, ')') && ucum == std::string_view("a");
    // "children from 5 to 10 years", "people under 30 years"
    told = aged || alone || heads_ages(t, front) ||
           (front < start && behind_person(t, front) && speaks_of_ages(t, front)) ||
           (ucum == std::string_view("a") && told_in_clause(t, front, behind)) ||
           (adjective != nullptr && adjective->label.extra == kAgeAdjective && describes_person(t, front, behind));
  }
  if (!told) return std::nullopt;
  return Unit{Dimension::measure, {ucum}, 0, behind, false};
}

std::optional<Match<Quantity>> age_in_word(const Tokens& t, std::uint32_t first, std::uint32_t at) {
  const Tag* word = t.find(at, LabelKind::duration);
  if (word == nullptr || (t.kinds & kinds(LabelKind::age)) == 0 || !behind_age(t, first, at, false))
    return std::nullopt;
  const std::string& iso = t.knowledge->durations()[static_cast<std::size_t>(word->label.value)];
  constexpr std::string_view letters = "YMWD";
  constexpr TimeUnit units[] = {TimeUnit::year, TimeUnit::month, TimeUnit::week, TimeUnit::day};
  const std::size_t unit = letters.find(iso.back());
  const auto count = Decimal::parse(std::string_view(iso).substr(1, iso.size() - 2));
  if (unit == std::string_view::npos || !count) return std::nullopt;
  Quantity q;
  q.low = q.high = *count;
  q.dimension = Dimension::measure;
  q.unit = ucum_of(units[unit]);
  return Match<Quantity>{std::move(q), word->end};
}

std::optional<Quantity> aged_length(const Tokens& t, const TimeMatch& match) {
  const TimeSyntax& s = match.syntax;
  if (!s.count || !s.last_count || s.shift != 0 || !s.more.empty() || (t.kinds & kinds(LabelKind::age)) == 0)
    return std::nullopt;
  const char* ucum = ucum_of(s.unit);
  const Tag* open = t.find(match.first, LabelKind::conn_between);
  if (open == nullptr) open = t.find(match.first, LabelKind::conn_from);
  if (ucum == nullptr || !behind_age(t, match.first, open != nullptr ? open->end : match.first, true))
    return std::nullopt;
  Quantity q;
  q.low = *s.count;
  q.high = *s.last_count;
  q.modifier = Modifier::range;
  q.dimension = Dimension::measure;
  q.unit = ucum;
  return q;
}

std::optional<Unit> told_beside(const Tokens& t, std::uint32_t first, std::uint32_t start, std::uint32_t end) {
  if (auto age = age_at(t, first, start, end)) return age;
  if ((t.kinds & kinds(LabelKind::age)) == 0 || t.has_any(end, kinds(LabelKind::time_unit, LabelKind::conn_of)))
    return std::nullopt;
  const Knowledge& k = *t.knowledge;
  for (std::uint32_t i = first > 4 ? first - 4 : 0; i < first; ++i) {
    const Tag* word = t.find(i, LabelKind::age);
    if (word == nullptr || word->label.extra != kCountBefore) continue;
    const bool glued = t.is_sign(word->end, '-') && !t.tokens[first].space_before;  // "mother-of-two"
    if (word->end + (glued ? 1 : 0) != first) continue;
    // its own noun counts it, but in "mother of 12 killed" that tells what became of her
    const auto concept_of = [&k](const Tag& tag) { return k.concepts()[static_cast<std::size_t>(tag.label.value)]; };
    const Tag* noun = t.find(end, LabelKind::concept_noun);
    const bool own = noun != nullptr ? !k.topics()[concept_of(*noun).topic].grows : unit_at(t, end, true).has_value();
    if (own) return std::nullopt;
    return Unit{Dimension::count, {concept_of(*word).id}, 0, end, false, true};
  }
  return std::nullopt;
}

bool is_age_unit(std::string_view ucum) { return ucum == "a" || ucum == "mo" || ucum == "wk" || ucum == "d"; }

}  // namespace mizan
