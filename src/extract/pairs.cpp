#include "extract/pairs.hpp"

#include <algorithm>

#include "extract/numeral.hpp"

namespace mizan {
namespace {

constexpr std::string_view kCountry = "country";  // a concept
constexpr std::uint32_t kNear = 3;                // tokens between a level and its "to"
constexpr std::uint32_t kChange = 8;              // between a change and its "from", in one clause

bool tells_change(const Tokens& t, std::uint32_t before) {
  for (std::uint32_t i = before; i-- > 0 && before - i <= kChange && t.tokens[i].kind != TokenKind::sign;)
    for (std::uint32_t g = t.tokens[i].first_tag; g < t.tokens[i].first_tag + t.tokens[i].tag_count; ++g)
      if (t.tags[g].label.kind == LabelKind::change) return true;
  return false;
}

bool is_bare_level(const Tokens& t, const QuantityMatch& first, std::uint32_t second) {
  if (first.readings.front().dimension != Dimension::none) return false;
  for (std::uint32_t i = first.last; i < second && i < first.last + kNear; ++i)
    if (t.tokens[i].parts) return true;
  return false;
}

void drop(Tokens& t, std::uint32_t i, LabelKind kind) {
  Token& token = t.tokens[i];
  const auto first = t.tags.begin() + token.first_tag;
  const auto kept =
      std::stable_partition(first, first + token.tag_count, [&](const Tag& tag) { return tag.label.kind != kind; });
  token.tag_count = static_cast<std::uint32_t>(kept - first);
  token.kinds &= ~kinds(kind);
}

/// "four of NINE TUNNELS": the part counts what the whole counts.
void share_noun(const QuantityMatch& whole, What& what) {
  auto* parts = std::get_if<std::vector<Quantity>>(&what);
  const Quantity& all = whole.readings.front();
  if (parts == nullptr || all.dimension != Dimension::count || whole.open) return;
  for (Quantity& part : *parts)
    if (part.dimension == Dimension::none && part.low.is_integer()) {
      part.dimension = Dimension::count;
      part.unit = all.unit;
    }
}

}  // namespace

namespace {

/// "az 3 BE 5": a word between levels that makes no range; "min 3 ila AKTHAR MIN 5": nor does a bound of one end.
std::uint32_t level_joint(const Tokens& t, std::uint32_t at) {
  const auto& words = t.about->level_to;
  const Tag* to = t.find(at, LabelKind::conn_to);
  const bool level = std::binary_search(words.begin(), words.end(), t.word(at));
  if (to == nullptr && !level) return 0;
  const std::uint32_t next = to != nullptr ? to->end : at + 1;
  if (const Tag* bound = t.find(next, LabelKind::modifier_before))
    return t.has_any(bound->end, kNumeralStart) ? bound->end : 0;
  return level && t.has_any(next, kNumeralStart) ? next : 0;
}

/// "from 3 to more than 20 thousand", "100 or 200 million": what is said once, behind the second, is said of both.
void mark_shared(Tokens& t) {
  for (std::uint32_t i = 0; i < t.size(); ++i) {
    if (const Tag* from = t.find(i, LabelKind::conn_from); from != nullptr && from->end < t.size()) {
      const auto low = t.has_any(from->end, kNumeralStart) ? parse_numeral(t, from->end) : std::nullopt;
      if (low && low->end < t.size() && level_joint(t, low->end) != 0) t.tokens[low->end].parts = true;
    }
    const Tag* either = t.find(i, LabelKind::conn_or);
    if (either != nullptr && i > 0 && t.has_any(i - 1, kFigure | kinds(LabelKind::cardinal)) &&
        t.has_any(either->end, kNumeralStart))
      t.tokens[i].parts = true;
  }
}

}  // namespace

void part_levels(Tokens& t) {
  constexpr Kinds needs = kinds(LabelKind::conn_from);
  if ((t.kinds & (needs | kinds(LabelKind::conn_or))) != 0) mark_shared(t);
  if ((t.kinds & needs) == 0 || (t.kinds & kinds(LabelKind::conn_to)) == 0) return;
  for (std::uint32_t i = 0; i < t.size(); ++i) {
    const Tag* from = t.find(i, LabelKind::conn_from);
    if (from == nullptr || from->end >= t.size() || !tells_change(t, i)) continue;
    const Tag* symbol = t.find(from->end, LabelKind::currency_prefix);  // "from $50 to $1,150"
    const auto low = parse_numeral(t, symbol != nullptr ? symbol->end : from->end);
    if (!low) continue;
    for (std::uint32_t k = low->end; k < t.size() && k < low->end + kNear; ++k) {
      const Tag* to = t.find(k, LabelKind::conn_to);
      if (to == nullptr) continue;
      if (to->end < t.size() && t.has_any(to->end, kNumeralStart | kinds(LabelKind::currency_prefix))) {
        drop(t, k, LabelKind::conn_to);
        t.tokens[k].parts = true;
      }
      break;
    }
  }
}

namespace {

bool is_place(const Tokens& t, const std::string& unit) {
  const auto& all = t.knowledge->concepts();
  return std::any_of(all.begin(), all.end(),
                     [&](const Concept& c) { return c.id == unit && (c.domain == "places" || c.id == kCountry); });
}

}  // namespace

bool is_whole(const Tokens& t, const QuantityMatch& part, const QuantityMatch& whole) {
  const Quantity& a = part.readings.front();
  const Quantity& b = whole.readings.front();
  if (!a.counted() || !b.counted() || a.modifier == Modifier::range || b.modifier == Modifier::range) return false;
  if (!a.unit.empty() && !b.unit.empty() && a.unit != b.unit) return false;
  if (whole.begin_cut > 0 || !(Decimal(1, 0) < b.low)) return false;
  const Tag* of = t.find(part.number_end, LabelKind::conn_of);
  if (of == nullptr) return false;
  // "152 MIN tis' duwal": of nine countries, and from them
  if (b.low < a.low && t.has(part.number_end, LabelKind::conn_from) && is_place(t, b.unit)) return false;
  const auto is_article = [&](std::uint32_t i) {
    const auto& articles = t.about->no_noun;
    if (t.has_any(i, kinds(LabelKind::joiner, LabelKind::conn_and))) return false;
    return t.has(i, LabelKind::article) || std::find(articles.begin(), articles.end(), t.word(i)) != articles.end();
  };
  if (whole.first == of->end) return true;
  if (whole.first == of->end + 1 && is_article(of->end)) return true;
  if (whole.first > of->end + 4 || b.dimension != Dimension::none || !is_article(whole.first - 1)) return false;
  for (std::uint32_t i = of->end; i + 1 < whole.first; ++i) {
    if (t.tokens[i].kind != TokenKind::word ||
        t.has_any(i, kinds(LabelKind::joiner, LabelKind::conn_and, LabelKind::conn_in)))
      return false;
    for (std::uint32_t g = t.tokens[i].first_tag; g < t.tokens[i].first_tag + t.tokens[i].tag_count; ++g)
      if (t.tags[g].label.clitic > 0) return false;
  }
  return true;
}

namespace {

/// The power of ten that a unit adds: a toman is ten rials.
int unit_factor(const Decimal& number, const Decimal& amount) {
  int factor = 0;
  while (factor < 15 && number.scaled(factor) < amount) ++factor;
  return number.scaled(factor) == amount ? factor : 0;
}

}  // namespace

void share_unit(const Tokens& t, const QuantityMatch& first, const QuantityMatch& second, What& what) {
  auto* levels = std::get_if<std::vector<Quantity>>(&what);
  if (is_whole(t, first, second)) share_noun(second, what);
  if (levels == nullptr || !is_bare_level(t, first, second.first)) return;
  const auto low = parse_numeral(t, first.first);
  const auto high = parse_numeral(t, second.first);
  // "from 1.2 to 2.5 million", "from 60 to 20 million": the scale stands once; "from 500 to 3 thousand" has its own
  const int scale = low && high && low->value.last_scale() == 0 ? high->value.last_scale() : 0;
  const Quantity& to = second.readings.front();
  const int factor = high ? unit_factor(high->value.value(), to.low) : 0;
  if (levels->size() == 1) levels->resize(second.readings.size(), levels->front());  // whose dinars, is told later
  for (std::size_t k = 0; k < levels->size(); ++k) {
    Quantity& level = (*levels)[k];
    const int power = factor + (scale > 0 && level.low.scaled(scale + factor) < to.low.scaled(1) ? scale : 0);
    level.low = level.low.scaled(power);
    level.high = level.high.scaled(power);
    level.dimension = to.dimension;
    level.unit = second.readings[std::min(k, second.readings.size() - 1)].unit;
  }
}

void share_unit(const Tokens& t, const QuantityMatch& first, const TimeMatch& second, What& what) {
  const TimeSyntax& to = second.syntax;
  if (second.path != "time.duration" || !to.count || to.last_count || to.shift != 0 || !to.more.empty()) return;
  if (!is_bare_level(t, first, second.first) || first.readings.front().modifier == Modifier::range) return;
  TimeSyntax level;
  level.count = first.readings.front().low;
  level.unit = to.unit;
  what = level;
}

std::optional<Spread> spread_at(const Tokens& t, std::uint32_t at) {
  if ((t.kinds & kinds(LabelKind::time_unit)) == 0) return std::nullopt;
  const auto middle = parse_numeral(t, at);
  if (!middle || !t.is_sign(middle->end, '(') || middle->value.negative) return std::nullopt;
  Spread s;
  s.middle_end = middle->end;
  s.first = middle->end + 1;
  if (s.first >= t.size()) return std::nullopt;
  const auto low = parse_numeral(t, s.first);
  if (!low || low->end + 1 >= t.size()) return std::nullopt;
  const Tag* to = t.find(low->end, LabelKind::conn_to);
  if (to == nullptr && !t.is_sign(low->end, '-')) return std::nullopt;
  const std::uint32_t second = to != nullptr ? to->end : low->end + 1;
  const auto high = second < t.size() ? parse_numeral(t, second) : std::nullopt;
  if (!high || !t.is_sign(high->end, ')') || !(low->value.value() < high->value.value())) return std::nullopt;
  std::uint32_t behind = high->end + 1;
  if (const Tag* of = t.find(behind, LabelKind::conn_of)) behind = of->end;
  const Tag* unit = t.find(behind, LabelKind::time_unit);
  if (unit == nullptr || unit->label.end - unit->label.begin <= 2) return std::nullopt;
  s.middle.count = middle->value.value();
  s.middle.unit = s.spread.unit = static_cast<TimeUnit>(unit->label.extra);
  s.spread.count = low->value.value();
  s.spread.last_count = high->value.value();
  s.last = high->end;
  s.end = unit->end;
  return s;
}

namespace {

/// "50, 70 and 130 MILLION DOLLARS": the unit and the scale of the last, where the two are of one size.
bool take_money(const Numeral& number, const std::vector<Quantity>& readings, std::vector<Quantity>& what) {
  constexpr int kSize = 2;  // powers of ten
  const Quantity& last = readings.front();
  int scale = number.last_scale();
  if (scale > 0 && !(what.front().low < Decimal(1, 3))) return false;  // "1600 and 40 thousand"
  scale += unit_factor(number.value(), last.low);
  const Decimal value = what.front().low.scaled(scale);
  const Decimal& stated = last.low;
  if (what.size() != 1 || !(Decimal(0, 0) < value) || last.modifier == Modifier::range) return false;
  if (stated.scaled(kSize) < value || value.scaled(kSize) < stated) return false;
  const Quantity first = what.front();
  what = readings;
  for (Quantity& quantity : what) {
    quantity.low = value;
    quantity.high = first.high.scaled(scale);
    quantity.modifier = first.modifier;
  }
  return true;
}

}  // namespace

void share_row(const Tokens& t, const QuantityMatch& m, std::vector<RawMention>& row, std::uint32_t sentence) {
  constexpr Kinds both = kinds(LabelKind::joiner, LabelKind::conn_and, LabelKind::conn_or);
  const Quantity& last = m.readings.front();
  const bool percent = last.dimension == Dimension::percent;
  const auto number = percent ? std::nullopt : parse_numeral(t, m.first);
  if (!percent && (last.dimension != Dimension::money || !number)) return;
  std::uint32_t at = m.first;
  for (std::size_t k = row.size(); k-- > 0 && row[k].sentence == sentence && at >= 2;) {
    const bool nearest = k + 1 == row.size();
    std::uint32_t joint = at - 1;
    const bool joined = t.has_any(joint, both);
    if (joined && t.is_comma(joint - 1)) --joint;  // ", and 15 percent"
    if (!joined && (nearest || !t.is_comma(joint))) return;
    auto* readings = std::get_if<std::vector<Quantity>>(&row[k].what);
    const Token& before = t.tokens[joint - 1];
    if (joint == 0 || readings == nullptr || before.kind != TokenKind::number || row[k].span.end != before.span.end ||
        row[k].span.begin != before.span.begin)
      return;
    const Quantity& first = readings->front();
    const bool told =
        first.modifier == Modifier::exact || first.modifier == Modifier::approx;  // "over 60" may be an age
    if (first.dimension != Dimension::none || !told) return;
    if (!percent) {
      if (!take_money(number->value, m.readings, *readings)) return;
      row[k].path = "quantity.money";
      at = joint - 1;
      continue;
    }
    if (Decimal(100, 0) < first.low) return;
    for (Quantity& reading : *readings) {
      reading.dimension = Dimension::percent;
      reading.unit = "percent";
    }
    row[k].path = "quantity.percent";
    at = joint - 1;
  }
}

void take_one_before(const Tokens& t, std::uint32_t at, RawMention& mention) {
  const auto& words = t.about->one_of_two;
  if (at >= 2 && t.is_sign(at - 1, '-')) --at;  // "yeki - do ruz"
  if (at == 0 || std::find(words.begin(), words.end(), t.word(at - 1)) == words.end()) return;
  const Decimal one(1, 0), two(2, 0);
  if (auto* readings = std::get_if<std::vector<Quantity>>(&mention.what)) {
    Quantity& q = readings->front();
    if (readings->size() > 1 || !q.low.is_integer() || q.low != two || q.modifier != Modifier::exact) return;
    q.low = one;
    q.modifier = Modifier::range;
  } else if (auto* time = std::get_if<TimeSyntax>(&mention.what)) {
    if (!time->count || *time->count != two || time->last_count || time->shift != 0) return;
    time->count = one;
    time->last_count = two;
  } else {
    return;
  }
  mention.span.begin = t.tokens[at - 1].span.begin;
}

}  // namespace mizan
