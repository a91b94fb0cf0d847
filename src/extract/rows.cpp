#include "extract/rows.hpp"

#include <algorithm>

#include "extract/unit.hpp"

namespace mizan {
namespace {

/// Does nothing but commas and one little word stand between two places?
bool stand_together(std::string_view folded, FoldedSpan a, FoldedSpan b) {
  constexpr std::size_t kLittle = 4;  // bytes: "and", two letters of Arabic or Cyrillic
  if (b.begin < a.end) return false;
  std::size_t word = 0;
  for (const char c : folded.substr(a.end, b.begin - a.end)) {
    if (c == ' ' || c == ',') continue;
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && (c < 'a' || c > 'z') && c != '/') return false;
    if (++word > kLittle) return false;
  }
  return true;
}

/// The text between two mentions.
std::string_view between(std::string_view folded, const RawMention& a, const RawMention& b) {
  return b.span.begin < a.span.end ? std::string_view() : folded.substr(a.span.end, b.span.begin - a.span.end);
}

/// The day that a bare figure may be.
int day_of(const RawMention& r) {
  const auto* readings = std::get_if<std::vector<Quantity>>(&r.what);
  if (readings == nullptr || r.list_day == 0 || readings->size() != 1) return 0;
  return r.list_day;
}

bool is_bare_weekday(const TimeSyntax& s) { return s.weekday != 0 && s.day == 0 && s.month == 0 && !s.offset; }

/// A date that lacks its year, or its month too, and is told by nothing else.
bool is_open(const TimeSyntax& s) {
  return !s.year && !s.offset && !s.direction && !s.digits && s.part == Grain::other && s.week == 0 && !s.count &&
         !s.holiday;
}

/// Gives the month of the date behind it, with its year, to a day without one.
void take_month(TimeSyntax& s, const TimeSyntax& from) {
  s.month = from.month;
  s.year = from.year;
  s.calendar = from.calendar;
  s.offset = from.offset;
  s.offset_unit = from.offset_unit;
  s.direction = from.direction;
  s.ambiguous = false;
}

/// "tomorrow (Friday 28 Shahrivar)": the day that the bracket tells. "Today" is known better than any slip in it.
void take_dates_in_brackets(std::vector<RawMention>& raw, std::string_view folded) {
  for (std::size_t i = 1; i < raw.size(); ++i) {
    auto* day = std::get_if<TimeSyntax>(&raw[i - 1].what);
    const auto* date = std::get_if<TimeSyntax>(&raw[i].what);
    if (day == nullptr || date == nullptr || raw[i - 1].until || raw[i].until) continue;
    const bool relative =
        day->offset.value_or(0) != 0 && day->offset_unit == Grain::day && day->day == 0 && !day->digits;
    const bool full = date->digits || (date->day != 0 && date->month != 0);
    if (!relative || !full || date->offset || date->last_day != 0) continue;
    const std::string_view gap = between(folded, raw[i - 1], raw[i]);
    if (gap != "(" && gap != " (" && gap != " ( ") continue;
    const TimeMod mod = day->mod;
    *day = *date;
    day->mod = mod;
  }
}

}  // namespace

void mark_row(const Tokens& t, std::uint32_t i, RawMention& raw) {
  const Figure* f = t.figure(i);
  if (f == nullptr || !f->plain || f->widths[0] > 2) return;
  const auto value = static_cast<int>(f->pieces[0]);
  if (value >= 1 && value <= 31) raw.list_day = value;
  const bool word = i + 2 >= t.size() || (t.tokens[i + 2].kind != TokenKind::number && t.tokens[i + 2].space_before);
  for (const char mark : {'.', ')', '-'})
    if (t.is_sign(i + 1, mark) && (word || (mark == '-' && t.tokens[i + 2].kind == TokenKind::word))) {
      raw.list_mark = mark;
      raw.list_number = value;
    }
}

void drop_list_numbers(std::vector<RawMention>& raw) {
  std::vector<std::size_t> listed;
  bool heads = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i].list_mark != 0) listed.push_back(i);
    heads = heads || raw[i].list_head;
  }
  if (listed.size() < 2 && !heads) return;
  std::vector<bool> drop(raw.size());
  for (std::size_t first = 0; first < listed.size();) {
    std::size_t end = first + 1;
    while (end < listed.size() && raw[listed[end]].list_mark == raw[listed[first]].list_mark &&
           raw[listed[end]].list_number == raw[listed[end - 1]].list_number + 1)
      ++end;
    if (end - first >= 3 || (end - first == 2 && raw[listed[first]].list_number == 1))
      for (std::size_t k = first; k < end; ++k) drop[listed[k]] = true;
    first = end;
  }
  for (std::size_t i = 0; i < raw.size(); ++i) drop[i] = drop[i] || raw[i].list_head;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (drop[i]) continue;
    if (kept != i) raw[kept] = std::move(raw[i]);
    ++kept;
  }
  raw.resize(kept);
}

void share_dates(std::vector<RawMention>& raw, std::string_view folded) {
  take_dates_in_brackets(raw, folded);
  for (std::size_t i = raw.size(); i-- > 1;) {
    RawMention& a = raw[i - 1];
    const RawMention& b = raw[i];
    const auto* of = std::get_if<TimeSyntax>(&b.what);
    const bool of_this = of != nullptr && of->day != 0 && of->offset && of->offset_unit == Grain::month;
    if (of == nullptr || (of->month == 0 && !of_this) || a.sentence != b.sentence || b.until || a.until) continue;
    if (!stand_together(folded, a.span, b.span)) continue;
    if (auto* s = std::get_if<TimeSyntax>(&a.what)) {
      if (!is_open(*s)) continue;
      if (s->day != 0 && s->month == 0 && of->day > s->day) {
        take_month(*s, *of);
        a.path = of_this ? b.path : "time.day_month";
      } else if (s->month != 0 && (s->day != 0) == (of->day != 0) && (of->year || of->offset) &&
                 s->calendar == of->calendar) {
        const int last = s->last_month != 0 ? s->last_month : s->month;
        s->year = of->year;
        if (s->year && last > of->month) --*s->year;
        if (s->year && s->last_month != 0 && s->last_month < s->month) --*s->year;
        if (!s->year && last <= of->month) {
          s->offset = of->offset;
          s->offset_unit = of->offset_unit;
        }
      }
    } else if (const int day = day_of(a); day != 0 && of->day > day && (b.in_row || i >= 2)) {
      if (b.in_row &&
          between(folded, a, b).find_first_not_of(' ') != std::string_view::npos) {  // "22, 23 and 24 April"
        TimeSyntax date;
        date.day = day;
        take_month(date, *of);
        a.what = date;
        a.path = of_this ? b.path : "time.day_month";
        a.in_row = true;
        continue;
      }
      // a bare figure is a day only behind its weekday, or a day without its month
      if (i < 2) continue;
      RawMention& before = raw[i - 2];
      auto* named = std::get_if<TimeSyntax>(&before.what);
      if (named == nullptr || before.sentence != a.sentence || !stand_together(folded, before.span, a.span)) continue;
      const bool weekday =
          is_bare_weekday(*named) && folded.substr(before.span.end, a.span.begin - before.span.end) == " ";
      if (!weekday && !(named->day != 0 && named->month == 0 && named->day < day)) continue;
      TimeSyntax date;
      date.day = day;
      take_month(date, *of);
      if (weekday) {
        date.weekday = named->weekday;
        a.span.begin = before.span.begin;
      }
      a.what = date;
      a.path = of_this ? b.path : "time.day_month";
      if (weekday) {
        raw.erase(raw.begin() + static_cast<std::ptrdiff_t>(i - 2));
        --i;
      }
    }
  }
}

void part_days(const Tokens& t, const TimeMatch& match, std::vector<RawMention>& raw) {
  RawMention& first = raw.back();
  TimeSyntax second = match.syntax;
  auto& date = std::get<TimeSyntax>(first.what);
  // a visit "on 27 and 28 November" lasts two days, and 28 November is no other date; but "on 4 and 5 March
  // RESPECTIVELY"
  constexpr std::uint32_t kBeside = 4;
  const auto each = [&] {
    const auto& words = t.about->respectively;
    for (std::uint32_t i = match.first - std::min(match.first, kBeside); i < std::min(match.last + kBeside, t.size());
         ++i)
      if (std::find(words.begin(), words.end(), t.word(i)) != words.end()) return true;
    return false;
  };
  if (date.next_day == date.day + 1 && !each()) {
    date.last_day = date.next_day;
    return;
  }
  std::uint32_t joint = match.first + 1;
  while (joint < match.last && !t.has_any(joint, kinds(LabelKind::conn_and, LabelKind::joiner))) ++joint;
  if (joint + 1 >= match.last) {  // the "and" is written on the day
    date.last_day = date.next_day;
    return;
  }
  second.day = second.next_day;
  second.weekday = 0;
  second.next_day = date.next_day = 0;
  const FoldedSpan behind{t.tokens[joint + 1].span.begin, first.span.end};
  first.span.end = t.tokens[joint - 1].span.end;
  first.in_row = true;
  first.path = "time.day_month";
  const std::uint32_t sentence = first.sentence;
  raw.push_back({behind, sentence, "time.day_month", std::move(second)});
}

void take_eras_before(std::vector<RawMention>& raw, std::string_view folded) {
  constexpr int kLife = 130;          // years between the two
  constexpr std::size_t kNear = 300;  // bytes
  const TimeSyntax* of = nullptr;
  std::uint32_t of_end = 0;
  for (RawMention& r : raw) {
    auto* s = std::get_if<TimeSyntax>(&r.what);
    if (s == nullptr || r.path != "time.year" || !s->year || r.until) continue;
    const bool told = s->calendar == Calendar::islamic;
    const bool near = of != nullptr && r.span.begin - of_end < kNear;
    const bool marked = folded[r.span.begin] < '0' || folded[r.span.begin] > '9';  // no "1387" in a list of books
    if (!told && marked && near && !s->calendar && !s->before_era && !s->last_year && *s->year >= *of->year &&
        *s->year - *of->year <= kLife && *s->year < 1500)
      s->calendar = Calendar::islamic;
    if (s->calendar != Calendar::islamic && !near) continue;
    of = s->calendar == Calendar::islamic ? s : nullptr;
    of_end = r.span.end;
  }
}

void take_years_before(std::vector<RawMention>& raw, std::string_view folded) {
  constexpr std::size_t kNear = 48;  // bytes: a verb and a little word
  for (std::size_t i = 1; i < raw.size(); ++i) {
    const RawMention& a = raw[i - 1];
    const auto* of = std::get_if<TimeSyntax>(&a.what);
    auto* s = std::get_if<TimeSyntax>(&raw[i].what);
    if (of == nullptr || s == nullptr || a.sentence != raw[i].sentence || a.until || raw[i].until) continue;
    if (a.path != "time.year" || !of->year || of->before_era || of->mod != TimeMod::none) continue;
    if (!is_open(*s) || s->day == 0 || s->month == 0) continue;
    const std::string_view gap = between(folded, a, raw[i]);
    if (gap.empty() || gap.size() > kNear || gap.find_first_of(",;:()\"-") != std::string_view::npos) continue;
    if (gap.find("\u060C") != std::string_view::npos || std::count(gap.begin(), gap.end(), ' ') > 3) continue;
    const bool gregorian = s->calendar.value_or(Calendar::gregorian) == Calendar::gregorian;
    if (gregorian == (*of->year >= 1500 && !of->calendar) || of->calendar == s->calendar) s->year = of->year;
  }
}

void share_eras(std::vector<RawMention>& raw, std::string_view folded) {
  constexpr std::size_t kClause = 100;  // bytes
  constexpr std::int64_t kLong = 500;   // nothing else lasts as long as this
  for (std::size_t i = raw.size(); i-- > 1;) {
    const auto* of = std::get_if<TimeSyntax>(&raw[i].what);
    auto* s = std::get_if<TimeSyntax>(&raw[i - 1].what);
    if (of == nullptr || s == nullptr || !of->before_era || !of->year || raw[i].path != "time.year") continue;
    if (raw[i - 1].path != "time.duration" || s->unit != TimeUnit::year || !s->count || s->last_count ||
        !s->more.empty() || s->shift != 0)
      continue;
    // "500 years, and in 300 BC" share no word for the years
    const std::string_view length = folded.substr(raw[i - 1].span.begin, raw[i - 1].span.end - raw[i - 1].span.begin);
    const std::string_view unit = length.substr(length.find_last_of(' ') + 1);
    if (folded.substr(raw[i].span.begin, raw[i].span.end - raw[i].span.begin).find(unit) == std::string_view::npos)
      continue;
    const std::int64_t years = s->count->to_integer().value_or(0);
    const std::string_view gap = between(folded, raw[i - 1], raw[i]);
    if (years < kLong || years > 100000 || raw[i - 1].sentence != raw[i].sentence) continue;
    if (gap.empty() || gap.size() > kClause || gap.find_first_of(";:().") != std::string_view::npos) continue;
    TimeSyntax date = *of;
    date.year = static_cast<int>(years);
    date.mod = s->mod;
    *s = date;
    raw[i - 1].path = "time.year";
  }
}

bool mark_ages(Tokens& t, std::vector<RawMention>& raw, std::size_t first) {
  if ((t.kinds & kinds(LabelKind::time_unit)) == 0) return false;
  constexpr Kinds little =
      kinds(LabelKind::joiner, LabelKind::conn_and, LabelKind::conn_or, LabelKind::conn_from, LabelKind::conn_between,
            LabelKind::modifier_before, LabelKind::modifier_after, LabelKind::age, LabelKind::cardinal);
  const auto is_age = [](const RawMention& r) {
    const auto* readings = std::get_if<std::vector<Quantity>>(&r.what);
    return readings != nullptr && readings->front().dimension == Dimension::measure && readings->front().unit == "a";
  };
  const auto is_length = [&](const RawMention& r) {
    const auto* s = std::get_if<TimeSyntax>(&r.what);
    return s != nullptr && r.path == "time.duration" && s->unit == TimeUnit::year && s->count && s->more.empty();
  };
  const auto token_at = [&](std::uint32_t byte) {
    std::uint32_t i = 0;
    while (i < t.size() && t.tokens[i].span.begin < byte) ++i;
    return i;
  };
  const auto is_classifier = [&](std::uint32_t i) {
    const auto& words = t.about->classifier;
    return std::find(words.begin(), words.end(), t.word(i)) != words.end();
  };
  const auto is_count = [](const RawMention& r) {
    const auto* readings = std::get_if<std::vector<Quantity>>(&r.what);
    return readings != nullptr && readings->front().counted();
  };
  const auto is_against = [&](std::uint32_t i) {  // "66 years AGAINST 51 years"
    const auto tag = t.tags.begin() + t.tokens[i].first_tag;
    return std::any_of(tag, tag + t.tokens[i].tag_count, [](const Tag& g) {
      return g.label.kind == LabelKind::computing && static_cast<Computing>(g.label.value) == Computing::against;
    });
  };
  // between two ages stand little words, and what is counted: "two over 60 years, TWO between 51 and 60 years"
  const auto in_row = [&](std::size_t from, std::size_t to) {
    constexpr std::uint32_t kLongest = 5;  // ", and those between"
    const std::uint32_t begin = token_at(raw[from].span.end), end = token_at(raw[to].span.begin);
    if (end <= begin || end - begin > kLongest) return false;
    const auto counted = [&](std::uint32_t i) {
      return to == from + 2 && t.tokens[i].span.end > raw[from + 1].span.begin &&
             t.tokens[i].span.begin < raw[from + 1].span.end;
    };
    for (std::uint32_t i = begin; i < end; ++i)
      if (!t.is_sign(i, ',') && t.word(i) != "\u060C" && !t.has_any(i, little) && !counted(i) && !is_classifier(i) &&
          !is_against(i))
        return false;
    return true;
  };
  const std::size_t count = raw.size() - first;
  std::vector<bool> aged(count);
  for (std::size_t k = 0; k < count; ++k) aged[k] = is_age(raw[first + k]);
  if (std::none_of(aged.begin(), aged.end(), [](bool is) { return is; })) return false;
  bool any = false;
  const auto spread = [&](std::size_t from, std::size_t to) {
    if (!aged[from] || aged[to] || !is_length(raw[first + to])) return;
    if (!in_row(first + std::min(from, to), first + std::max(from, to))) return;
    aged[to] = any = true;
    for (std::uint32_t i = token_at(raw[first + to].span.begin);
         i < t.size() && t.tokens[i].span.end <= raw[first + to].span.end; ++i)
      t.tokens[i].aged = true;
  };
  const auto over_count = [&](std::size_t k) { return k >= 2 && is_count(raw[first + k - 1]); };
  for (std::size_t k = 1; k < count; ++k) {
    spread(k - 1, k);
    if (over_count(k)) spread(k - 2, k);
  }
  for (std::size_t k = count; k-- > 1;) {
    spread(k, k - 1);
    if (over_count(k)) spread(k, k - 2);
  }
  if (any) raw.resize(first);
  return any;
}

void share_years(std::vector<RawMention>& raw, std::string_view folded) {
  constexpr std::uint32_t kReach = 120;  // bytes: a clause
  for (std::size_t i = raw.size(); i-- > 1;) {
    RawMention& a = raw[i - 1];
    const RawMention& b = raw[i];
    auto* s = std::get_if<TimeSyntax>(&a.what);
    const auto* of = std::get_if<TimeSyntax>(&b.what);
    if (s == nullptr || of == nullptr || a.sentence != b.sentence || a.until || b.until) continue;
    if (b.span.begin < a.span.end || b.span.begin - a.span.end > kReach) continue;
    if (folded.substr(a.span.end, b.span.begin - a.span.end).find_first_of(";:()") != std::string_view::npos) continue;
    const bool alike =
        s->month != 0 && of->month != 0 && (s->day != 0) == (of->day != 0) && s->calendar == of->calendar;
    // "on 5 March most since 7 June 2011" goes far back
    if (!alike || !is_open(*s) || !of->year || of->before_era || of->mod != TimeMod::none) continue;
    if (std::max(s->month, s->last_month) <= of->month) s->year = of->year;
  }
}

bool in_row_of_markers(const Tokens& t, std::uint32_t i) {
  constexpr Kinds markers = kinds(LabelKind::day_marker, LabelKind::month_marker, LabelKind::year_marker);
  for (std::uint32_t k = 0; k < 5; ++k)
    if (!t.has_any(i + k, markers)) return false;
  return true;
}

}  // namespace mizan
