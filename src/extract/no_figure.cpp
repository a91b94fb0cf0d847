#include "extract/no_figure.hpp"

#include <algorithm>

#include "extract/labels.hpp"
#include "extract/numeral.hpp"
#include "extract/unit.hpp"

namespace mizan {

bool is_list_number(const Tokens& t, std::uint32_t i) {
  if (i == 0 && t.tokens[i].line_start && t.size() == 2 && t.has(i, LabelKind::cardinal) && t.is_sign(i + 1, '.') &&
      !t.tokens[i + 1].space_before)
    return true;  // "Two."
  if (!t.tokens[i].line_start || t.tokens[i].kind != TokenKind::number || i + 2 >= t.size()) return false;
  if (!t.figure(i)->plain || t.figure(i)->widths[0] > 2) return false;
  if (t.is_sign(i + 1, '.') || t.is_sign(i + 1, ')')) return true;
  constexpr Kinds units = kinds(LabelKind::measure, LabelKind::time_unit, LabelKind::concept_noun, LabelKind::currency,
                                LabelKind::scale, LabelKind::ordinal_suffix, LabelKind::month);
  if (t.is_sign(i + 1, '/') && !t.tokens[i + 1].space_before && t.tokens[i + 2].space_before) return true;  // "3/ The"
  return t.is_sign(i + 1, '-') && t.tokens[i + 2].kind == TokenKind::word &&
         (t.tokens[i + 2].space_before || !t.has_any(i + 2, units));
}

bool is_how_often(const Tokens& t, std::uint32_t at) {
  const Tag* noun = t.find(at, LabelKind::concept_noun);
  return noun != nullptr && !t.knowledge->concepts()[static_cast<std::size_t>(noun->label.value)].counted;
}

bool is_named(const Tokens& t, std::uint32_t at_range, std::uint32_t taken, std::initializer_list<Naming> what) {
  const std::uint32_t i = label_figure(t, at_range);
  if (!(t.tokens[i].kind == TokenKind::number || (t.about->word_names && t.has(i, LabelKind::cardinal))) ||
      (t.kinds & kinds(LabelKind::naming)) == 0)
    return false;
  const auto names = [&](const Tag& tag) {
    return tag.label.kind == LabelKind::naming &&
           std::find(what.begin(), what.end(), static_cast<Naming>(tag.label.extra)) != what.end();
  };
  const auto any_tag = [&](std::uint32_t at, auto holds) {
    const auto first = t.tags.begin() + t.tokens[at].first_tag;
    return std::any_of(first, first + t.tokens[at].tag_count, holds);
  };
  const std::uint32_t behind = t.is_sign(i + 1, '-') ? i + 2 : i + 1;
  if (behind < t.size() && any_tag(behind, [&](const Tag& tag) {
        return tag.label.kind == LabelKind::naming && static_cast<Naming>(tag.label.extra) == Naming::before;
      }))
    return true;
  if (at_range == 0) return false;
  const std::uint32_t before = before_figure(t, at_range);
  if (before >= i || t.tokens[before].span.begin < taken) return false;
  // "in every hour 70 cars": a rate, no hour of the day
  const auto is_rate = [&](std::uint32_t at) {
    return t.has(at, LabelKind::time_unit) && at > 0 && any_tag(at - 1, [](const Tag& tag) {
             return tag.label.kind == LabelKind::computing &&
                    static_cast<Computing>(tag.label.value) == Computing::each;
           });
  };
  for (std::uint32_t at = before > 3 ? before - 3 : 0; at <= before; ++at)
    if (!is_rate(at) &&
        any_tag(at, [&](const Tag& tag) { return names(tag) && (tag.end == before + 1 || tag.end == at_range); }))
      return true;
  return false;
}

bool is_second_name(const Tokens& t, std::uint32_t i, std::uint32_t taken) {
  return i >= 3 && t.has_any(i - 1, kinds(LabelKind::joiner, LabelKind::conn_and)) &&
         t.has_any(i - 2, kinds(LabelKind::cardinal, LabelKind::one)) && is_named(t, i - 2, taken, {Naming::any});
}

bool joins_named(const Tokens& t, std::uint32_t named, std::uint32_t i) {
  constexpr Kinds joint = kinds(LabelKind::conn_and, LabelKind::joiner, LabelKind::conn_or, LabelKind::conn_to);
  if (named == 0) return false;
  if (named == i) return true;                                         // pages with a dash that the fold takes away
  if (t.is_sign(named, '(') && t.is_sign(named + 2, ')')) named += 3;  // "articles 42(a), 51"
  if (named > i || i - named > (t.is_sign(named, ',') && t.has_any(named + 1, joint) ? 3U : 2U)) return false;
  for (std::uint32_t at = named; at < i; ++at)
    if (!t.is_comma(at) && !t.is_sign(at, '-') && !t.is_sign(at, '/') && !t.has_any(at, joint)) return false;
  return true;
}

bool is_code(const Tokens& t, std::uint32_t i) {
  const auto glued = [&](std::uint32_t at) { return at > 0 && at < t.size() && !t.tokens[at].space_before; };
  const Figure* f = t.figure(i);
  if (f == nullptr) return false;
  if (is_between_slashes(t, i)) return true;
  // "197 AL-SHURTA", to be dialled: what is counted has no article
  if (i == 0 && f->plain && f->widths[0] == 3 && !t.about->definite.empty() && t.size() > 1 &&
      t.tokens[1].space_before && !t.has_any(1, kNumeralStart) && t.word(1).starts_with(t.about->definite))
    return true;
  if ((t.is_sign(i + 1, '_') && t.is_sign(i + 3, '_')) || (i > 0 && t.is_sign(i - 1, '_')))
    return true;  // "6_3_3", the years of a school
  if (t.is_sign(i + 1, '/') && glued(i + 1) && glued(i + 2) && i >= 2 && glued(i) && glued(i - 1) &&
      t.is_sign(i - 1, '/') && t.figure(i - 2) != nullptr)
    return true;                               // 93/3/0014: the rest of a file's number
  const auto is_six = [&](std::uint32_t at) {  // "1+5": the six powers
    const Figure* a = t.figure(at);
    const Figure* b = t.figure(at + 2);
    return a != nullptr && b != nullptr && a->plain && b->plain && t.is_sign(at + 1, '+') &&
           a->pieces[0] + b->pieces[0] == 6 && (a->pieces[0] == 1 || b->pieces[0] == 1);
  };
  if (is_six(i) || (i >= 2 && is_six(i - 2))) return true;
  // 745-4811: a telephone too
  const Figure* rest = t.is_sign(i + 1, '-') ? t.figure(i + 2) : nullptr;
  if (rest != nullptr && glued(i + 1) && glued(i + 2) && !t.about->right_to_left && f->plain && rest->plain &&
      f->widths[0] == 3 && rest->widths[0] == 4 && rest->pieces[0] % 5 != 0)  // "from 700-1200" is a range
    return true;
  // 71.960.448: a telephone
  if (f->separator == '.' && f->widths.size() == 3 && f->widths[0] == 2 && f->widths[1] == 3 && f->widths[2] == 3)
    return true;
  // '86: a year whose century is left out
  if (f->plain && f->widths[0] == 2 && glued(i) && t.is_sign(i - 1, '\'') && t.tokens[i - 1].space_before) return true;
  bool digits = false;  // MS08-067, CVE-2013-3893
  for (std::uint32_t at = i; glued(at);) {
    --at;
    if (t.tokens[at].kind == TokenKind::word) return digits;
    if (t.tokens[at].kind == TokenKind::number)
      digits = true;
    else if (!t.is_sign(at, '-'))
      return false;
  }
  return false;
}

bool is_quoted(const Tokens& t, std::uint32_t first, std::uint32_t end) {
  return first > 0 && end == first + 1 && t.tokens[first].kind == TokenKind::word && t.is_sign(first - 1, '"') &&
         t.is_sign(end, '"');
}

bool is_house_number(const Tokens& t, std::uint32_t i) {
  constexpr std::uint32_t kFarthest = 5;
  const Figure* f = t.figure(i);
  if (f == nullptr || !f->plain || f->widths[0] > 5) return false;
  bool sure = false;  // a letter of the compass, a rank, or "Ave." with its dot: "500 foreign street vendors" have none
  for (std::uint32_t at = i + 1; at < t.size() && at <= i + kFarthest; ++at) {
    if (at > i + 1 && has_naming(t, at, Naming::street)) return sure || t.is_sign(at + 1, '.');
    const bool named = sure && t.tokens[at].kind == TokenKind::word && !t.about->is_stop(t.word(at));
    const bool letter = t.tokens[at].kind == TokenKind::word && t.word(at).size() == 1 && t.is_sign(at + 1, '.');
    const bool rank = t.figure(at) != nullptr && has_naming(t, at + 2, Naming::street);
    sure = sure || letter || rank;
    if (rank) ++at;
    if (!letter && !rank && !named && !t.is_sign(at, '.') && !is_quiet(t, at)) return false;
  }
  return false;
}

bool is_title(const Tokens& t, std::uint32_t i) {
  if (i == 0 || t.figure(i) == nullptr) return false;
  // "hatif Mate 9": a word of the other script before it
  if (t.about->right_to_left && t.tokens[i - 1].kind == TokenKind::word && t.tokens[i - 1].tag_count == 0 &&
      static_cast<unsigned char>(t.text[t.tokens[i - 1].span.begin]) < 0x80)
    return true;
  if (!t.is_sign(i + 1, '"') || t.tokens[i + 1].space_before) return false;
  if (!t.tokens[i].space_before && t.tokens[i - 1].kind == TokenKind::word) return true;  // "Ma'tuq2"
  for (std::uint32_t at = i; at-- > 0 && i - at <= 2;) {
    if (t.is_sign(at, '"')) return !t.tokens[at + 1].space_before && (at == 0 || t.tokens[at].space_before);
    if (t.tokens[at].kind != TokenKind::word || (t.tokens[at].kinds & ~kinds(LabelKind::name)) != 0) return false;
  }
  return false;
}

namespace {

bool is_hour(const Tokens& t, std::uint32_t i) {
  constexpr std::uint32_t kLastHour = 24;
  const Figure* f = t.figure(i);
  return f != nullptr && f->plain && f->widths[0] <= 2 && f->pieces[0] <= kLastHour;
}

/// The token after an hour in figures or words; 0 if there is none.
std::uint32_t hour_until(const Tokens& t, std::uint32_t i) {
  if (const Figure* f = t.figure(i)) {
    const std::uint32_t clock = f->plain && f->widths[0] == 4 ? f->pieces[0] : 0;  // "1330", where it is no year
    const bool with_minutes = clock >= 100 && clock <= 2400 && clock % 100 < 60 && (clock < 1900 || clock > 2059);
    return is_hour(t, i) || with_minutes ? i + 1 : 0;
  }
  // "min al-thamina ila al-ashira sabahan": Arabic ranks its hours
  if (const Tag* rank = t.about->definite.empty() ? nullptr : t.find(i, LabelKind::ordinal);
      rank != nullptr && rank->label.value >= 1 && rank->label.value <= 12 && t.word(i).starts_with(t.about->definite))
    return rank->end;
  const auto words = t.has(i, LabelKind::cardinal) ? parse_numeral(t, i) : std::nullopt;
  const auto hour = words ? words->value.value().to_integer() : std::nullopt;
  return hour && *hour >= 1 && *hour <= 12 ? words->end : 0;
}

bool is_hour_word(const Tag& tag) {
  return tag.label.kind == LabelKind::naming && static_cast<Naming>(tag.label.extra) == Naming::hour;
}

/// "From 22:30 to 24": the last hour of a time of the day whose first is told by its minutes.
bool ends_clock(const Tokens& t, std::uint32_t i) {
  if (!is_hour(t, i) || i < 4) return false;
  return t.has_any(i - 1, kinds(LabelKind::until, LabelKind::conn_to)) && t.tokens[i - 2].noise &&
         t.tokens[i - 2].kind == TokenKind::number && t.is_sign(i - 3, ':') && t.tokens[i - 3].noise;
}

/// "From 14 to 15:30": the first hour of a time of the day whose last is told by its minutes.
bool starts_clock(const Tokens& t, std::uint32_t i) {
  return is_hour(t, i) && i + 3 < t.size() && t.has_any(i + 1, kinds(LabelKind::until, LabelKind::conn_to)) &&
         t.tokens[i + 2].noise && t.tokens[i + 2].kind == TokenKind::number && t.is_sign(i + 3, ':') &&
         t.tokens[i + 3].noise;
}

}  // namespace

std::uint32_t clock_until(const Tokens& t, std::uint32_t i) {
  if (ends_clock(t, i) || starts_clock(t, i)) return i + 1;
  if ((t.kinds & kinds(LabelKind::naming)) == 0) return i;
  // "30 daqiqe-ye bamdad", half past midnight
  const Tag* unit = t.figure(i) != nullptr ? t.find(i + 1, LabelKind::time_unit) : nullptr;
  if (unit != nullptr && unit->label.extra == static_cast<int>(TimeUnit::minute))
    if (const Tag* hour = t.find(unit->end, LabelKind::naming); hour != nullptr && is_hour_word(*hour))
      return unit->end;
  const Tag* open = t.find(i, LabelKind::conn_between);
  if (open == nullptr) open = t.find(i, LabelKind::conn_from);
  std::uint32_t end = hour_until(t, open != nullptr ? open->end : i);
  if (end == 0) return i;
  const auto word_at = [&](std::uint32_t at, bool two) {
    const Tag* word = t.find(at, LabelKind::naming);
    const bool hours = word != nullptr && two && static_cast<Naming>(word->label.extra) == Naming::hours;
    return word != nullptr && (hours || is_hour_word(*word)) ? word->end : 0;
  };
  // "10 shab ta 4 sobh": a night, but here ten in the evening
  const auto night_until = [&](std::uint32_t at) {
    const Tag* night = t.find(at, LabelKind::time_unit);
    return night != nullptr && static_cast<TimeUnit>(night->label.extra) == TimeUnit::day ? night->end : 0;
  };
  const auto second = [&](std::uint32_t at) {
    const Tag* join = t.find(at, LabelKind::conn_to);
    return join != nullptr ? hour_until(t, join->end) : 0;
  };
  if (const std::uint32_t word = word_at(end, false); word != 0) {
    const std::uint32_t other = second(word);
    const std::uint32_t night = other != 0 ? night_until(other) : 0;
    return night != 0 && !t.about->adjective_first ? night : word;
  }
  if (const std::uint32_t night = night_until(end); night != 0 && !t.about->adjective_first) {
    const std::uint32_t other = second(night);
    const std::uint32_t word = other != 0 ? word_at(other, false) : 0;
    return word != 0 ? word : i;
  }
  // "between 9 and 6 in the evening"
  for (const LabelKind kind : {LabelKind::conn_and, LabelKind::joiner, LabelKind::conn_to})
    if (const Tag* join = t.find(end, kind)) {
      end = hour_until(t, join->end);
      const std::uint32_t word = end != 0 ? word_at(end, true) : 0;
      return word != 0 ? word : i;
    }
  return i;
}

bool is_past_hour(const Tokens& t, std::uint32_t i) {
  // "sa'at 17.30 daqiqe", at 17.30: no length
  const Figure* f = t.figure(i);
  const Tag* unit = i > 0 ? t.find(i - 1, LabelKind::time_unit) : nullptr;
  if (f != nullptr && f->separator != 0 && unit != nullptr &&
      static_cast<TimeUnit>(unit->label.extra) == TimeUnit::hour)
    return true;
  if (i < 2 || (t.kinds & kinds(LabelKind::naming)) == 0) return false;
  if (!t.has_any(i - 1, kinds(LabelKind::joiner, LabelKind::conn_and))) return false;
  const std::uint32_t end = i - 1;
  if (is_named(t, end - 1, 0, {Naming::any})) return true;  // "the hour 8 and 30 minutes"
  for (std::uint32_t at = end > 5 ? end - 5 : 0; at < end; ++at)
    for (std::uint32_t g = t.tokens[at].first_tag; g < t.tokens[at].first_tag + t.tokens[at].tag_count; ++g) {
      const Tag& tag = t.tags[g];
      if (tag.end != end) continue;
      if (is_hour_word(tag) || (tag.label.kind == LabelKind::not_a_number && t.has(at, LabelKind::naming))) return true;
    }
  return false;
}

bool is_identifier(const Tokens& t, std::uint32_t i, std::uint32_t end) {
  const Figure* f = t.figure(i);
  if (f == nullptr || !f->plain || t.size() <= 2 || end != i + 1) return false;
  return f->widths[0] >= 8 || (f->widths[0] >= 3 && t.word(i)[0] == '0') ||
         (f->widths[0] >= 4 && i > 0 && t.is_sign(i - 1, '/') && t.is_sign(i + 1, '/'));
}

bool is_note(const Tokens& t, std::uint32_t i, const QuantityMatch& m) {
  const Figure* f = t.figure(i);
  if (f == nullptr || !f->plain || f->widths[0] > 3 || i == 0 || m.first != i || m.number_end != i + 1) return false;
  if (t.is_sign(i - 1, '[') && t.is_sign(i + 1, ']')) return true;
  return t.is_sign(i - 1, '(') && t.is_sign(i + 1, ')') && i >= 2 && !t.tokens[i - 1].space_before &&
         t.tokens[i - 2].kind == TokenKind::word &&
         !t.has_any(i - 2, kinds(LabelKind::joiner, LabelKind::conn_and));  // "and(330) of them"
}

namespace {

/// Figures in a row, "24, 9 and 22": the first of them and the token behind the last.
struct Row {
  std::uint32_t first;
  std::uint32_t end;
};
Row row_of(const Tokens& t, std::uint32_t i) {
  constexpr int kLongest = 12;
  const auto joins = [&](std::uint32_t at) {
    return t.is_comma(at) || t.is_sign(at, '-') ||
           t.has_any(at, kinds(LabelKind::joiner, LabelKind::conn_and, LabelKind::conn_or, LabelKind::conn_to));
  };
  Row row{i, i + 1};
  for (int n = 0; n < kLongest && row.first >= 2 && t.figure(row.first - 2) != nullptr && joins(row.first - 1); ++n)
    row.first -= 2;
  for (int n = 0; n < kLongest && t.figure(row.end + 1) != nullptr && joins(row.end); ++n) row.end += 2;
  if (row.first > 0 && t.figure(row.first - 1) != nullptr) --row.first;  // a dash that the fold takes away
  return row;
}

bool is_little(const Tokens& t, std::uint32_t i) {
  constexpr Kinds little =
      kinds(LabelKind::joiner, LabelKind::conn_and, LabelKind::conn_or, LabelKind::conn_from, LabelKind::conn_to,
            LabelKind::conn_between, LabelKind::conn_of, LabelKind::conn_in, LabelKind::modifier_before,
            LabelKind::modifier_after, LabelKind::holding, LabelKind::minus, LabelKind::age, LabelKind::since,
            LabelKind::until, LabelKind::by, LabelKind::before, LabelKind::after, LabelKind::part);
  return t.has_any(i, little) || t.about->is_stop(t.word(i));
}

}  // namespace

bool is_label(const Tokens& t, std::uint32_t i, const QuantityMatch& m, std::uint32_t taken) {
  const Figure* f = t.figure(i);
  const Quantity& q = m.readings.front();
  if (!t.about->word_names || f == nullptr || !f->plain || m.first != i || m.number_end != i + 1 ||
      q.modifier != Modifier::exact)
    return false;
  if (i > 0 && t.is_sign(i - 1, '-') && t.tokens[i - 1].line_start && !t.tokens[i].space_before && f->widths[0] <= 2)
    return true;  // "-3 the third point"
  if (m.last != i + 1) return false;
  const std::string_view before = i > 0 ? t.word(i - 1) : std::string_view();
  const std::string_view after = i + 1 < t.size() ? t.word(i + 1) : std::string_view();
  if (f->widths[0] <= 3 &&
      ((before == "(" && after == ")") || (before == "\xEF\xB4\xBF" && after == "\xEF\xB4\xBE")))  // Koranic
    return true;
  const Row row = row_of(t, i);
  if (row.first < i && is_named(t, row.first, taken, {Naming::any})) return true;
  if (row.end < t.size() && t.tokens[row.end].kind == TokenKind::word && !is_little(t, row.end)) return false;
  const auto divides = [&](std::uint32_t at) { return t.is_sign(at, '/') || t.is_sign(at, '_'); };
  if (divides(row.end) || (row.first > 0 && divides(row.first - 1))) return true;  // al-Baqara/155 and 156
  if (f->widths[0] <= 2 && t.is_sign(row.end, '-') && !t.tokens[row.end].space_before && row.end + 1 < t.size() &&
      t.tokens[row.end + 1].kind == TokenKind::word)
    return true;                                                                       // "1- Shiraz 2- Tabriz"
  if (row.first == 0 || (f->widths[0] > 2 && t.tokens[i].space_before)) return false;  // few names have such numbers
  const Token& word = t.tokens[row.first - 1];
  return word.kind == TokenKind::word && !is_little(t, row.first - 1) && word.span.begin >= taken;
}

bool stands_alone(const Tokens& t, std::uint32_t first, std::uint32_t end) {
  const auto is_mark = [&](std::uint32_t i) { return t.tokens[i].kind == TokenKind::sign; };
  for (std::uint32_t i = 0; i < first; ++i)
    if (!is_mark(i)) return false;
  for (std::uint32_t i = end; i < t.size(); ++i)
    if (!is_mark(i)) return false;
  return true;
}

bool is_negation(const Tokens& t, std::uint32_t i) {
  constexpr std::uint32_t kReach = 30;
  if (i == 0 || t.tokens[i - 1].kind != TokenKind::word) return true;
  constexpr Kinds led = kinds(LabelKind::conn_in, LabelKind::conn_of, LabelKind::conn_from, LabelKind::conn_to,
                              LabelKind::conn_between, LabelKind::modifier_before);
  if (t.has_any(i - 1, led)) return false;
  if (is_little(t, i - 1)) return true;
  for (std::uint32_t k = i > kReach ? i - kReach : 0; k < std::min(t.size(), i + kReach); ++k)
    if (k != i && t.word(k) == t.word(i)) return true;
  return false;
}

bool is_behind_word(const Tokens& t, std::uint32_t i, const QuantityMatch& m) {
  const Figure* f = t.figure(i);
  return i >= 2 && f != nullptr && (f->plain || f->separator == '.') && f->widths[0] <= 3 &&
         m.readings.front().dimension == Dimension::none && m.first == i && m.last == i + 1 &&
         t.tokens[i].space_before && t.tokens[i - 1].kind == TokenKind::word && t.tokens[i - 1].tag_count == 0 &&
         (t.tokens[i - 2].kind == TokenKind::word || t.is_sign(i - 2, '&')) &&
         !(i == 2 && t.has(0, LabelKind::conn_in));
}

bool behind_capital(std::string_view text, std::size_t at, Span sentence) {
  const std::size_t end = text.find_last_not_of(" ", at == 0 ? 0 : at - 1);
  const std::size_t before = text.find_last_of(" \n\t", end);
  if (before == std::string_view::npos || !is_capital(code_point(text, before + 1).value)) return false;
  // "Quake In Northern Aceh Kills 50": where every long word has a capital, none tells a name
  constexpr std::size_t kLook = 200;
  const std::size_t first = std::max<std::size_t>(sentence.begin, at > kLook ? at - kLook : 0);
  const std::string_view around = text.substr(first, std::min<std::size_t>(sentence.end, at + kLook) - first);
  // a window that opens inside a word begins behind it
  std::size_t word = first > sentence.begin ? std::min(around.find(' '), around.size()) + 1 : 0;
  while (word < around.size()) {
    const std::size_t next = std::min(around.find_first_of(" \n\t", word), around.size());
    const char32_t letter = code_point(around, word).value;
    if (next - word >= 4 && char_kind(letter) == CharKind::letter && !is_capital(letter)) return true;
    word = next + 1;
  }
  return false;
}

void drop_parts_of_games(std::vector<RawMention>& raw, const Knowledge& knowledge, bool scores) {
  const auto drop = [&](const auto& is) { raw.erase(std::remove_if(raw.begin(), raw.end(), is), raw.end()); };
  if (scores)
    drop([](const RawMention& r) {
      const auto* readings = std::get_if<std::vector<Quantity>>(&r.what);
      return readings != nullptr && readings->front().dimension == Dimension::none &&
             readings->front().modifier == Modifier::range && !(readings->front().low < Decimal(100, 0)) &&
             readings->front().high < Decimal(1000, 0);
    });
  const auto is_open_part = [](const RawMention& r) {
    const auto* s = std::get_if<TimeSyntax>(&r.what);
    if (s != nullptr && s->count && s->unit == TimeUnit::quarter && s->shift == 0) return true;  // "for three quarters"
    return s != nullptr && (s->part == Grain::quarter || s->part == Grain::half || s->week != 0) && s->month == 0 &&
           !s->year && !s->offset && !s->direction && !r.until;
  };
  if (std::none_of(raw.begin(), raw.end(), is_open_part) || std::any_of(raw.begin(), raw.end(), is_money)) return;
  const auto is_of_sport = [&](const RawMention& r) {
    const auto* readings = std::get_if<std::vector<Quantity>>(&r.what);
    if (readings == nullptr || readings->front().dimension != Dimension::count) return false;
    const auto& all = knowledge.concepts();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Concept& c) { return c.id == readings->front().unit; });
    return found != all.end() && found->domain == "sport";
  };
  if (scores || std::any_of(raw.begin(), raw.end(), is_of_sport)) drop(is_open_part);
}

bool is_every_so_many(const Tokens& t, std::uint32_t i) {
  for (std::uint32_t at = i > 4 ? i - 4 : 0; at + 1 < i; ++at) {
    const Tag* every = t.find(at, LabelKind::out_of);
    const Tag* of = t.find(at, LabelKind::conn_of);
    if (every != nullptr && every->end == i && (of == nullptr || of->end < i)) return true;
  }
  return false;
}

}  // namespace mizan
