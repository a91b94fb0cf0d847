#include "extract/time_context.hpp"

#include <algorithm>

#include "extract/bounds.hpp"
#include "extract/unit.hpp"

namespace mizan {

bool is_figure_of_something(const Tokens& t, std::uint32_t at, std::uint32_t end, int year) {
  if (at > 0 && t.has(at - 1, LabelKind::currency_prefix)) return true;
  const Tag* modifier = at > 0 ? t.find(at - 1, LabelKind::modifier_before) : nullptr;
  const bool ends = end >= t.size() || t.tokens[end].kind == TokenKind::sign;
  if (modifier != nullptr &&  // "around 1890," is a year; "more than 1890" and "around 1900 men" are not
      !(static_cast<Modifier>(modifier->label.extra) == Modifier::approx && ends && year % 100 != 0))
    return true;
  // a letter set apart is no unit of a year: "the 2009 H1N1 flu"
  const bool letter = end < t.size() && t.tokens[end].space_before && t.tokens[end].span.size() <= 2;
  const bool idiom = t.has(end, LabelKind::not_a_number);  // "kama", as, is no kilometre
  if (!letter && !idiom && t.has_any(end, kinds(LabelKind::measure, LabelKind::time_unit))) return true;
  if (is_money_of_year(t, at)) return false;
  // "by Mehr 1405 a thousand and 200 houses"
  const Tag* thousand = end >= 2 && t.has(end - 2, LabelKind::month) ? t.find(end, LabelKind::scale) : nullptr;
  if (thousand != nullptr && thousand->label.extra == 3) return false;
  if (t.has_any(end, kinds(LabelKind::percent, LabelKind::currency, LabelKind::scale, LabelKind::percentage_point,
                           LabelKind::modifier_after)))
    return true;
  const bool edge = at > 0 && (t.follows(at, LabelKind::part) || t.follows(at, LabelKind::by)) && year >= 1900 &&
                    year < 2100;  // "the end of 2020 Minister"
  const Tag* noun = edge ? nullptr : t.find(end, LabelKind::concept_noun);
  // "2000 dayfan", guests: a round number before a word, where no little word leads a date
  constexpr Kinds led = kinds(LabelKind::conn_in, LabelKind::conn_from, LabelKind::conn_to, LabelKind::conn_between,
                              LabelKind::since, LabelKind::until, LabelKind::by, LabelKind::before, LabelKind::after,
                              LabelKind::part, LabelKind::month, LabelKind::year_marker, LabelKind::conn_of);
  if (t.about->right_to_left && year == 2000 && !ends && t.tokens[end].tag_count == 0 &&
      !t.about->is_stop(t.word(end)) &&
      (at == 0 || t.counts_in(Calendar::persian) ||
       (!t.has_any(at - 1, led) && t.tokens[at - 1].kind == TokenKind::word)))
    return true;
  if (noun == nullptr || noun->label.peeled != 0) return false;  // "in 2016 fi-BALDAT": in a town
  return year % 100 == 0 || year > 2040 || !t.about->adjective_first;
}

bool plausible_bare_year(const Tokens& t, const TimeSyntax& s, std::uint32_t at) {
  if (s.before_era) return true;
  if (s.calendar == Calendar::islamic && s.month != 0) return *s.year >= 1 && *s.year < 1500;
  if (s.calendar == Calendar::persian && s.month != 0) {
    constexpr Kinds led = kinds(LabelKind::conn_from, LabelKind::conn_to, LabelKind::conn_in, LabelKind::since,
                                LabelKind::until, LabelKind::by);
    const bool since = *s.year >= 40 && *s.year < 100 && at > 0 && t.has_any(at - 1, led);  // "az Mehr-e 89"
    return since || (*s.year >= 1200 && *s.year < 1500);
  }
  if (*s.year >= 1900 && *s.year < 2100) return true;
  // "the uprising of 1825": what happened in it
  const bool of_event = at > 1 && t.has(at - 1, LabelKind::conn_of) && is_listed(t.about->events, t.word(at - 2));
  if (*s.year >= 1500 && *s.year < 1900 && of_event) return true;
  if (*s.year >= 1500 && *s.year < 1900 && at > 0 && !t.has(at - 1, LabelKind::conn_of) &&
      (t.has_any(at - 1, kinds(LabelKind::conn_in, LabelKind::since, LabelKind::until)) ||
       t.follows(at, LabelKind::modifier_before)))
    return true;  // "in 1846"
  return !t.about->calendars.empty() && t.about->calendars.front() == Calendar::persian && *s.year >= 1300 &&
         *s.year < 1450;
}

bool is_ahead(const Tokens& t, std::uint32_t at) {
  bool ahead = false;
  for (std::uint32_t i = at > 30 ? at - 30 : 0; i < at; ++i)
    for (std::uint32_t g = t.tokens[i].first_tag; g < t.tokens[i].first_tag + t.tokens[i].tag_count; ++g) {
      const Label& label = t.tags[g].label;
      if (label.kind == LabelKind::stance && static_cast<Stance>(label.extra) == Stance::planned) ahead = true;
      if (label.kind == LabelKind::ordinal || label.kind == LabelKind::first || label.kind == LabelKind::record)
        ahead = false;
    }
  return ahead;
}

bool is_listed(const std::vector<std::string>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool is_planned(const Tokens& t, std::uint32_t i) {
  const auto tag = t.tags.begin() + t.tokens[i].first_tag;
  return std::any_of(tag, tag + t.tokens[i].tag_count, [](const Tag& g) {
    return g.label.kind == LabelKind::stance && static_cast<Stance>(g.label.extra) == Stance::planned;
  });
}

int lean_of(const Tokens& t, std::uint32_t first, std::uint32_t end, bool near) {
  constexpr std::uint32_t kFront = 15, kBehind = 8;
  const auto is_past = [&](std::uint32_t i) {
    const auto first_tag = t.tags.begin() + t.tokens[i].first_tag;
    return std::any_of(first_tag, first_tag + t.tokens[i].tag_count,
                       [](const Tag& tag) { return tag.label.kind == LabelKind::past; });
  };
  const auto told = [&](std::uint32_t i) {
    if (is_past(i))  // "will be asked"
      return (i > 0 && is_planned(t, i - 1)) || (i > 1 && is_planned(t, i - 2) && !is_past(i - 1)) ? 1 : -1;
    if (!is_planned(t, i)) return 0;
    return (i > 1 && is_past(i - 2)) || (i > 2 && is_past(i - 3)) ? -1 : 1;  // "unveiled the plan"
  };
  // where the verb stands last, it is the one behind ("future" lists those that lead it): one before ends a clause
  const bool verb_last = !t.about->future.empty();
  for (std::uint32_t i = end; verb_last && i < t.size() && t.tokens[i].kind != TokenKind::sign; ++i) {
    if (is_listed(t.about->future, t.word(i))) return 1;
    if (is_past(i)) return -1;
  }
  for (std::uint32_t i = first; i > 0 && first - i < kFront; --i)
    if (const int lean = told(i - 1); lean > 0 || (lean < 0 && !verb_last)) return lean;
  // a clock, a comma right behind "on Saturday," and the dash of a word do not end the clause
  const auto ends_clause = [&](std::uint32_t i) {
    const bool inner = t.tokens[i].noise || (i == end && t.is_comma(i) && !verb_last) ||
                       (t.is_sign(i, '-') && !t.tokens[i].space_before);
    return t.tokens[i].kind == TokenKind::sign && !inner;
  };
  for (std::uint32_t i = end; i < t.size() && i - end < kBehind && !ends_clause(i); ++i)
    if (const int lean = told(i); lean != 0) return lean;
  if (!near) return 0;
  // "pointed", "rear-ended": verbs that no list has, by how they end
  const auto looks_past = [&](std::uint32_t i) {
    constexpr std::size_t kShortest = 6;  // letters: "speed", "seed"
    const auto& endings = t.about->participle_endings;
    const std::string_view word = t.word(i);
    return word.size() >= kShortest && t.tokens[i].tag_count == 0 &&
           std::any_of(endings.begin(), endings.end(), [&](const std::string& e) { return word.ends_with(e); });
  };
  for (std::uint32_t i = first; i > 0 && first - i < kFront; --i)
    if (looks_past(i - 1)) return -1;
  for (std::uint32_t i = end; i < t.size() && i - end < kBehind && !ends_clause(i); ++i)
    if (looks_past(i)) return -1;
  return 0;
}

bool will_be(const Tokens& t, std::uint32_t at) {
  constexpr std::uint32_t kReach = 12;
  constexpr Kinds others = kinds(LabelKind::weekday, LabelKind::relative, LabelKind::month, LabelKind::until);
  const auto reports = [&](const Tag& tag) {
    return tag.label.kind == LabelKind::stance && static_cast<Stance>(tag.label.extra) == Stance::reported;
  };
  for (std::uint32_t i = at; i < std::min(t.size(), at + kReach); ++i) {
    if (is_listed(t.about->future, t.word(i))) return true;
    const auto tag = t.tags.begin() + t.tokens[i].first_tag;
    if (t.is_sign(i, ':') || t.has_any(i, others) || std::any_of(tag, tag + t.tokens[i].tag_count, reports))
      return false;
  }
  return false;
}

namespace {

/// Does somebody say what stands at a token, "He added: ...", "with the remark THAT ..."?
bool is_said(const Tokens& t, std::uint32_t at) {
  constexpr std::uint32_t kReach = 40;
  const auto says = [&](std::uint32_t i) {
    const auto tag = t.tags.begin() + t.tokens[i].first_tag;
    return std::any_of(tag, tag + t.tokens[i].tag_count, [](const Tag& g) {
      return g.label.kind == LabelKind::past ||
             (g.label.kind == LabelKind::stance && static_cast<Stance>(g.label.extra) == Stance::reported);
    });
  };
  for (std::uint32_t i = at; i > 0 && at - i < kReach; --i)
    if ((i > 1 && t.is_sign(i - 1, ':') && says(i - 2)) || is_listed(t.about->nowadays.saying, t.word(i - 1)))
      return true;
  return false;
}

}  // namespace

bool is_nowadays(const Tokens& t, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint32_t kReach = 40;
  constexpr Kinds days = kinds(LabelKind::weekday, LabelKind::relative, LabelKind::time_unit, LabelKind::vague_time,
                               LabelKind::day_marker);
  constexpr Kinds led = kinds(LabelKind::conn_in, LabelKind::conn_from, LabelKind::conn_to, LabelKind::holding,
                              LabelKind::since, LabelKind::until, LabelKind::by, LabelKind::before, LabelKind::after);
  const auto& words = t.about->nowadays;
  if (!is_listed(words.words, t.word(at)) || (at > 0 && (t.has_any(at - 1, led) || t.is_sign(at - 1, '('))))
    return false;
  // it opens a clause: "this morning", "today's papers" are of the day
  const bool parted = at == 0 || t.tokens[at - 1].kind == TokenKind::sign;
  if (at > 0 && (is_listed(words.verbs, t.word(at - 1)) || is_planned(t, at - 1))) return false;
  const bool joined =
      at > 0 && (t.about->is_stop(t.word(at - 1)) || t.has_any(at - 1, kinds(LabelKind::joiner, LabelKind::conn_and)));
  const bool said = is_said(t, at);
  if (!parted && !joined && (!said || is_listed(words.of_day, t.word(at - 1)))) return false;
  const auto has_label = [&](std::uint32_t i, auto&& tells) {
    const auto tag = t.tags.begin() + t.tokens[i].first_tag;
    return std::any_of(tag, tag + t.tokens[i].tag_count, tells);
  };
  const auto is_past = [](const Tag& tag) { return tag.label.kind == LabelKind::past; };
  const auto is_stance = [](const Tag& tag) {
    return tag.label.kind == LabelKind::stance && static_cast<Stance>(tag.label.extra) != Stance::denied;
  };
  for (std::uint32_t i = end; i < std::min(t.size(), end + kReach); ++i) {
    if (is_listed(words.verbs, t.word(i))) return i > end;
    const bool told = (said || joined) && is_listed(words.told, t.word(i));
    if (told && i == end) continue;
    if (told) return !(i + 1 < t.size() && has_label(i + 1, is_past));  // "had been", "was playing"
    if (t.is_sign(i, ':') || t.has_any(i, days) || is_listed(t.about->future, t.word(i)) ||
        is_listed(words.of_day, t.word(i)) || has_label(i, is_past) || has_label(i, is_stance))
      return false;
  }
  return false;
}

bool recurs(const Tokens& t, std::uint32_t at, std::uint32_t end, bool weekday) {
  // "v ponedel'nik", "a day": the words for a rate are little words too
  constexpr Kinds little = kinds(LabelKind::conn_in, LabelKind::conn_to, LabelKind::conn_from, LabelKind::conn_of,
                                 LabelKind::one, LabelKind::holding, LabelKind::ahead_in, LabelKind::cardinal);
  const auto each_until = [&](std::uint32_t i) {
    if (i >= t.size() || t.has_any(i, little)) return std::uint32_t{0};
    const auto first = t.tags.begin() + t.tokens[i].first_tag;
    const auto tag = std::find_if(first, first + t.tokens[i].tag_count, [](const Tag& g) {
      return g.label.kind == LabelKind::computing && static_cast<Computing>(g.label.value) == Computing::each;
    });
    return tag == first + t.tokens[i].tag_count ? std::uint32_t{0} : tag->end;
  };
  if (at > 0 && each_until(at - 1) == at) return true;
  while (weekday && end < t.size()) {  // "Sundays AND WEDNESDAYS of each week"
    const bool joined = t.is_comma(end) || t.has_any(end, kinds(LabelKind::joiner, LabelKind::conn_and));
    const Tag* next = joined ? t.find(end + 1, LabelKind::weekday) : nullptr;
    if (next == nullptr) break;
    end = next->end;
  }
  const Tag* of = t.find(end, LabelKind::conn_of);
  if (of == nullptr) of = t.find(end, LabelKind::conn_in);  // "Fridays IN each week"
  const std::uint32_t unit = each_until(of != nullptr ? of->end : end);
  const Tag* year = unit != 0 ? t.find(unit, LabelKind::time_unit) : nullptr;
  const TimeUnit least = weekday ? TimeUnit::week : TimeUnit::month;
  return year != nullptr && static_cast<TimeUnit>(year->label.extra) >= least;
}

bool hangs_on_something(const Tokens& t, const TimeSyntax& s, std::uint32_t end) {
  constexpr std::uint32_t kReach = 6;
  constexpr Kinds years = kFigure | kinds(LabelKind::year_marker, LabelKind::time_unit, LabelKind::relative,
                                          LabelKind::period, LabelKind::current, LabelKind::last, LabelKind::next);
  if (s.year || s.offset || s.direction || end >= t.size()) return false;
  if (t.has_any(end, kinds(LabelKind::after, LabelKind::since))) return true;
  if (!t.has(end, LabelKind::conn_of)) return false;
  for (std::uint32_t i = end + 1; i < std::min(t.size(), end + kReach) && t.tokens[i].kind != TokenKind::sign; ++i)
    if (t.has_any(i, years)) return false;  // "of the company's fiscal year"
  return end + 1 < t.size() && t.tokens[end + 1].kind == TokenKind::word;
}

TimeSyntax length_of_months(int months) {
  TimeSyntax s;
  s.count = Decimal(months, 0);
  s.unit = TimeUnit::month;
  return s;
}

bool is_plural_weekday(const Tokens& t, std::uint32_t at, std::uint32_t end) {
  if (at > 0 && t.has_any(at - 1, kNumeralStart)) return false;
  for (std::uint32_t i = at; i < end; ++i)
    if (const Tag* day = t.find(i, LabelKind::weekday)) return day->label.extra == 1;
  return false;
}

bool is_month_in_digits(const Tokens& t, const TimeSyntax& s, std::uint32_t at, std::uint32_t end) {
  if (!plausible_bare_year(t, s, at)) return false;
  const auto touches = [&](std::uint32_t i) {
    return i < t.size() && !t.tokens[i].space_before && (t.is_sign(i, '/') || t.is_sign(i, '-'));
  };
  if (touches(end) || (at > 0 && touches(at))) return false;
  if (at > 0 && !t.tokens[at].space_before && (t.is_sign(at - 1, '/') || t.is_sign(at - 1, '-'))) return false;
  const bool apart = t.tokens[at + 1].space_before || t.tokens[at + 2].space_before;
  return !apart || end >= t.size() || t.tokens[end].kind == TokenKind::sign;
}

namespace {

/// A little word that dates take stands before, and nothing that a figure could count behind.
bool stands_as_date(const Tokens& t, std::uint32_t at, std::uint32_t end) {
  if (end < t.size() && t.tokens[end].kind != TokenKind::sign) return false;
  if (end < t.size() && !t.tokens[end].space_before &&
      (t.is_sign(end, '/') || t.is_sign(end, '-') || t.is_sign(end, '%')))
    return false;
  return at > 0 &&
         t.has_any(at - 1, kinds(LabelKind::conn_in, LabelKind::since, LabelKind::until, LabelKind::by,
                                 LabelKind::before, LabelKind::after, LabelKind::conn_from, LabelKind::conn_to));
}

}  // namespace

bool is_before_something(const Tokens& t, std::uint32_t at, std::uint32_t end) {
  if (!t.has(at, LabelKind::ago) || !t.has(at, LabelKind::before)) return false;
  const Tag* about = t.find(end, LabelKind::modifier_after);  // "qabla usbu'ayni taqriban min"
  const Tag* from = t.find(about != nullptr ? about->end : end, LabelKind::conn_from);
  return from != nullptr &&
         !t.has_any(from->end, kinds(LabelKind::relative, LabelKind::current, LabelKind::vague_time));
}

bool is_bare_day(const Tokens& t, std::uint32_t at, std::uint32_t end) {
  if (t.has(at, LabelKind::day_marker))
    return end >= t.size() || t.tokens[end].kind == TokenKind::sign || t.has(end, LabelKind::conn_and);
  return stands_as_date(t, at, end);
}

bool is_slash_day(const Tokens& t, std::uint32_t at, std::uint32_t end) {
  const Figure& a = *t.figure(at);
  const Figure& b = *t.figure(at + 2);
  const bool share = a.pieces[0] < b.pieces[0] && b.pieces[0] <= 10 && b.widths[0] == 1;
  return stands_as_date(t, at, end) && (!share || !t.has(at - 1, LabelKind::conn_in));
}

namespace {

/// Units of a length without a number: several of them, and no article on them.
const Tag* bare_units(const Tokens& t, std::uint32_t at) {
  if (!t.has(at, LabelKind::time_unit)) return nullptr;
  const auto first = t.tags.begin() + t.tokens[at].first_tag;
  const auto found = std::find_if(first, first + t.tokens[at].tag_count, [&](const Tag& tag) {
    return tag.label.kind == LabelKind::time_unit && tag.label.value != 0 && is_indefinite(t, tag.label);
  });
  return found != first + t.tokens[at].tag_count ? &*found : nullptr;
}

/// Does nothing stand behind that the units could be of, "hours of work", "sa'at al-layl"?
bool closes(const Tokens& t, std::uint32_t end) {
  constexpr Kinds little =
      kinds(LabelKind::conn_in, LabelKind::conn_to, LabelKind::conn_or, LabelKind::conn_and, LabelKind::joiner,
            LabelKind::since, LabelKind::until, LabelKind::by, LabelKind::before, LabelKind::after);
  if (end >= t.size() || t.tokens[end].kind == TokenKind::sign) return true;
  const auto tag = t.tags.begin() + t.tokens[end].first_tag;
  const auto worn = [](const Tag& x) { return x.label.clitic > 0; };
  if (std::any_of(tag, tag + t.tokens[end].tag_count, worn)) return true;
  if (t.has(end, LabelKind::conn_of) || t.tokens[end].kind != TokenKind::word) return false;
  if (t.has_any(end, little) || t.about->is_stop(t.word(end))) return true;
  // Persian writes it on the units where something is to follow
  if (!t.about->adjective_first && t.about->definite.empty()) return true;
  // where a noun stands before what it is of, only "for hours worked" is one
  const auto& endings = t.about->participle_endings;
  return t.about->adjective_first && std::none_of(endings.begin(), endings.end(), [&](const std::string& ending) {
           return t.word(end).ends_with(ending);
         });
}

}  // namespace

bool is_bare_length(const Tokens& t, std::uint32_t at, std::uint32_t end, bool held) {
  const Tag* units = bare_units(t, at);
  if (units == nullptr || units->end != end || static_cast<TimeUnit>(units->label.extra) > TimeUnit::year) return false;
  constexpr Kinds joins = kinds(LabelKind::conn_to, LabelKind::conn_or);
  constexpr Kinds known = kinds(LabelKind::article, LabelKind::next, LabelKind::last, LabelKind::current);
  const auto free = [&](std::uint32_t i) { return i == 0 || !t.has_any(i - 1, known); };  // no "coming days or weeks"
  const auto length_before = [&](std::uint32_t i) {                                       // "a few hours to DAYS"
    if (t.follows(i, LabelKind::duration)) return true;
    if (t.follows(i, LabelKind::vague_time)) return false;
    for (std::uint32_t k = i > 2 ? i - 2 : 0; k < i; ++k)
      if (const Tag* units_before = bare_units(t, k); units_before != nullptr && units_before->end == i) return free(k);
    return false;
  };
  if (at > 1 && t.has_any(at - 1, joins) && length_before(at - 1)) return closes(t, end);
  if (t.has_any(end, joins) && free(at))
    if (const Tag* next = bare_units(t, end + 1); next != nullptr && closes(t, next->end)) return true;
  // "li-sa'at": the little word is written on it
  const bool worn = units->label.peeled > units->label.clitic;
  return (held || worn) && closes(t, end);
}

bool is_led(const Tokens& t, const TimeSyntax& s, std::uint32_t at, std::uint32_t end, const Tag* held, bool coloured) {
  if (!t.about->preposition_dates) {
    // "doshanbe" is a city too: "dar Doshanbe"; not where a day stands, behind no preposition and in no quotation
    const bool place = at == 0 || t.tokens[at].line_start || t.is_sign(at - 1, '"') ||
                       t.has_any(at - 1, kinds(LabelKind::conn_in, LabelKind::conn_to, LabelKind::conn_from));
    return s.weekday != 0 && s.month == 0 && !place;
  }
  if (s.month != 0 && t.is_sign(end, '/') && t.has(end + 1, LabelKind::month)) return true;
  // "maris wa-JUWAN wa-nufimbir": another of a row
  const Tag* month =
      s.month != 0 && s.day == 0 && at > 0 && t.has(at - 1, LabelKind::month) ? t.find(at, LabelKind::month) : nullptr;
  if (month != nullptr && month->label.peeled > 0 && t.tokens[at].space_before) return true;
  if (held != nullptr && held->label.extra != 0 && held->end == at) return true;
  const bool ends = end >= t.size() || t.tokens[end].kind == TokenKind::sign;
  return (s.direction && ends) || coloured ||
         (at > 0 && t.has_any(at - 1, kinds(LabelKind::conn_in, LabelKind::since, LabelKind::until, LabelKind::by,
                                            LabelKind::conn_from, LabelKind::last, LabelKind::next)));
}

bool is_season_led(const Tokens& t, const TimeSyntax& s, std::uint32_t at, std::uint32_t end, bool coloured) {
  const std::uint32_t front = at > 0 && t.has(at - 1, LabelKind::article) ? at - 1 : at;
  const bool led = coloured || t.follows(front, LabelKind::conn_in) || t.follows(front, LabelKind::since) ||
                   t.follows(front, LabelKind::until) || t.follows(front, LabelKind::by);
  if (t.has(end, LabelKind::time_unit)) return false;  // "in the winter months": of any year
  if (const Tag* word = t.find(at, LabelKind::season); word != nullptr && word->label.extra != 0) return true;
  if (!s.ambiguous) return led && (front == at || t.about->preposition_dates);
  // "by fall", "until spring"; but "hurt in the fall", "since the fall of"
  const bool ends = end >= t.size() || (t.tokens[end].kind == TokenKind::sign && !t.is_sign(end, '-')) ||
                    t.has_any(end, kinds(LabelKind::conn_and, LabelKind::conn_or));
  return ends && (t.follows(front, LabelKind::until) || t.follows(front, LabelKind::by));
}

bool is_of_something(const Tokens& t, std::uint32_t at, std::uint32_t end, std::string_view path) {
  // "magnitude 6.4 (the) hour 2:42": the hour of the clock is no unit
  if (path == "time.duration")
    return t.figure(end) != nullptr && t.is_sign(end + 1, ':') && t.figure(end + 2) != nullptr &&
           t.figure(end - 1) == nullptr;
  // "dowr-e dovvom yekshanbe 11 Aban": the weekday is that of the date behind it
  if (path == "time.nth_weekday" && t.has(end - 1, LabelKind::weekday)) {
    const auto date = parse_time(t, end - 1);
    return date && date->end > end;
  }
  if (path == "time.relative") return at > 0 && t.has(at - 1, LabelKind::article) && t.has(end, LabelKind::conn_of);
  if (path != "time.one_unit") return false;
  const Tag* rank = nullptr;
  for (const LabelKind kind : {LabelKind::last, LabelKind::first, LabelKind::ordinal})
    if (rank == nullptr) rank = t.find(end, kind);
  return rank != nullptr && t.has(rank->end, LabelKind::conn_of);
}

bool is_told_once(const Tokens& t, std::uint32_t end) {
  constexpr Kinds counts = kinds(LabelKind::after, LabelKind::before, LabelKind::ago, LabelKind::ahead,
                                 LabelKind::until, LabelKind::conn_to, LabelKind::conn_or, LabelKind::last,
                                 LabelKind::next, LabelKind::first, LabelKind::age, LabelKind::modifier_after);
  const bool of_a_week = t.has(end, LabelKind::conn_in) && t.has(end + 1, LabelKind::time_unit);
  return end < t.size() && t.tokens[end].kind == TokenKind::word && !t.has_any(end, counts) && !of_a_week;
}

Modifier bound_of(const Tokens& t, std::uint32_t at, std::uint32_t end) {
  const Tag* bound = nullptr;
  for (std::uint32_t i = at > 4 ? at - 4 : 0; i < at && bound == nullptr; ++i)
    if (const Tag* tag = t.find(i, LabelKind::modifier_before);
        tag != nullptr &&
        (behind_bounded(t, tag->end) == at || (tag->end + 1 == at && t.has(at - 1, LabelKind::article))))
      bound = tag;
  if (bound != nullptr) return static_cast<Modifier>(bound->label.extra);
  const auto behind = bound_behind(t, at, end);
  return behind ? behind->value : Modifier::exact;
}

Near near(const Tokens& t, std::uint32_t at) {
  constexpr std::uint32_t kReach = 12;
  Near result;
  for (std::uint32_t i = at, room = kReach; i < t.size() && room > 0; ++i) {
    const Token& token = t.tokens[i];
    result.kinds |= token.kinds;
    result.dash = result.dash || t.is_sign(i, '-');
    if ((token.kinds & kinds(LabelKind::time_unit)) != 0)
      for (std::uint32_t g = token.first_tag; g < token.first_tag + token.tag_count; ++g)
        if (const Label& label = t.tags[g].label; label.kind == LabelKind::time_unit)
          result.units |= 1u << static_cast<unsigned>(label.extra);
    if ((token.kinds & (kNumeralStart | kinds(LabelKind::joiner))) == 0) --room;
  }
  return result;
}

bool plausible_digits(const TimeSyntax& s, const Language& about) {
  const auto fits = [&](int y, int m, int d) {
    return s.digit_width[y] >= 2 && s.digit_width[m] <= 2 && s.digit_width[d] <= 2 && s.digit[m] >= 1 &&
           s.digit[m] <= 12 && s.digit[d] >= 1 && s.digit[d] <= 31;
  };
  if (s.digit_width[0] == 4) return s.digit[0] >= 1000 && s.digit[0] < 2200 && (fits(0, 1, 2) || fits(0, 2, 1));
  if (s.digit_width[2] == 4) return s.digit[2] >= 1000 && s.digit[2] < 2200 && (fits(2, 1, 0) || fits(2, 0, 1));
  if (s.digit_width[2] == 2 && s.digit_width[0] == 1) return fits(2, 1, 0) || fits(2, 0, 1);  // 3-7-07
  if (s.digit_width[0] == 2 && s.digit_width[2] == 1) {  // 66/5/6, where the year stands first; "45-7-2" of a boxer
    const bool year_first = !about.date_order.empty() && about.date_order.front() == DateOrder::ymd;
    return year_first && s.digit[0] > 31 && fits(0, 1, 2);
  }
  return s.digit_width[0] == 2 && s.digit_width[2] == 2 && (fits(2, 1, 0) || fits(2, 0, 1) || fits(0, 1, 2));
}

}  // namespace mizan
