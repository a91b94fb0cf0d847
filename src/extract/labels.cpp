#include "extract/labels.hpp"

#include "extract/numeral.hpp"

#include <algorithm>

namespace mizan {
namespace {

bool is_joint(const Tokens& t, std::uint32_t i) {
  return t.is_comma(i) || t.has_any(i, kinds(LabelKind::joiner, LabelKind::conn_and, LabelKind::conn_or));
}

/// The token after "(c)" behind a figure; the same token if there is none.
std::uint32_t behind_letter(const Tokens& t, std::uint32_t i) {
  constexpr std::size_t kOneLetter = 2;  // bytes
  const bool letter = t.is_sign(i, '(') && t.is_sign(i + 2, ')') && t.tokens[i + 1].kind == TokenKind::word &&
                      t.tokens[i + 1].span.size() <= kOneLetter;
  return letter ? i + 3 : i;
}

bool is_plain(const Tokens& t, std::uint32_t i) {
  const Figure* f = t.figure(i);
  return f != nullptr && f->plain;
}

bool is_article(const Tokens& t, std::uint32_t i) { return !t.about->definite.empty() && t.has(i, LabelKind::article); }

/// Has a word the article of its language written on it, behind a preposition too?
bool is_definite(const Tokens& t, std::uint32_t i) {
  const std::string& article = t.about->definite;
  if (article.empty()) return false;
  const std::string_view word = t.word(i), last = std::string_view(article).substr(article.size() / 2);
  if (word.starts_with(article)) return true;
  const auto first = t.tags.begin() + t.tokens[i].first_tag;
  return std::any_of(first, first + t.tokens[i].tag_count, [&](const Tag& tag) {
    return tag.label.peeled > 0 && word.substr(0, tag.label.peeled).ends_with(last);
  });
}

}  // namespace

bool has_naming(const Tokens& t, std::uint32_t i, Naming what) {
  if (i >= t.size()) return false;
  const auto first = t.tags.begin() + t.tokens[i].first_tag;
  return std::any_of(first, first + t.tokens[i].tag_count, [&](const Tag& tag) {
    return tag.label.kind == LabelKind::naming && static_cast<Naming>(tag.label.extra) == what;
  });
}

bool is_ranked(const Tokens& t, std::uint32_t i) {
  const Figure* f = t.figure(i);
  if (f == nullptr || !f->plain || f->widths[0] > 3 || f->pieces[0] == 0 || i < 1) return false;
  if (t.has_any(i + 1, kinds(LabelKind::scale, LabelKind::percent, LabelKind::currency, LabelKind::measure)))
    return false;
  if (has_naming(t, i + 1, Naming::placed)) return true;
  if (has_naming(t, i - 1, Naming::ranking)) return true;
  if (!is_article(t, i - 1)) {  // "al-dhikra 59", the anniversary 59, "lil-dawra 16": the noun has the article
    const Tag* time = t.find(i - 1, LabelKind::time_unit);
    return is_definite(t, i - 1) && time == nullptr && has_naming(t, i - 1, Naming::ranked);
  }
  constexpr std::uint32_t kAdjectives = 2;  // "the fifth annual ordinary session"
  constexpr Kinds little = kinds(LabelKind::joiner, LabelKind::conn_and, LabelKind::conn_in, LabelKind::conn_of,
                                 LabelKind::conn_from, LabelKind::conn_to);
  for (std::uint32_t at = i - 1; at-- > 0 && i - 2 - at <= kAdjectives;) {
    if (t.tokens[at].kind != TokenKind::word || t.has_any(at, little)) return false;
    if (has_naming(t, at, Naming::ranked) || (at + 2 == i && t.has(at, LabelKind::relative))) return true;  // "the day"
    if (t.has(at, LabelKind::concept_noun) || !t.word(at).starts_with(t.about->definite)) return false;
  }
  return false;
}

bool is_section(const Tokens& t, std::uint32_t i) {
  constexpr int kLongest = 16;
  const auto is_long = [&](std::uint32_t at) { return is_plain(t, at) && t.figure(at)->widths[0] >= 3; };
  if (!is_long(i)) return false;
  std::uint32_t end = behind_letter(t, i + 1);
  int letters = end > i + 1 ? 1 : 0, members = 1;
  for (int n = 0; n < kLongest && is_joint(t, end); ++n) {
    const std::uint32_t next = is_joint(t, end + 1) ? end + 2 : end + 1;  // ", and 7"
    if (!is_long(next)) break;
    end = behind_letter(t, next + 1);
    letters += end > next + 1 ? 1 : 0;
    ++members;
  }
  for (std::uint32_t at = i, n = 0; n < kLongest && at >= 2 && is_joint(t, at - 1); ++n) {
    std::uint32_t last = is_joint(t, at - 2) ? at - 3 : at - 2;
    if (last >= 3 && t.is_sign(last, ')') && behind_letter(t, last - 2) == last + 1) {
      ++letters;
      last -= 3;
    }
    if (last >= at || !is_long(last)) break;
    at = last;
    ++members;
  }
  return letters > 0 && letters < members;  // where all have one, they are notes
}

bool is_page(const Tokens& t, std::uint32_t i) {
  constexpr std::uint32_t kReach = 12;  // "(": the names of the authors
  if (i < 3 || !is_plain(t, i) || !t.is_sign(i - 1, ':') || !is_plain(t, i - 2)) return false;
  const Figure& year = *t.figure(i - 2);
  if (year.widths[0] != 4 || year.pieces[0] < 1200 || year.pieces[0] > 2100) return false;
  for (std::uint32_t at = i - 2; at > 0 && i - at < kReach; --at) {
    if (t.is_sign(at - 1, ')')) return false;
    if (t.is_sign(at - 1, '(')) return true;
  }
  return false;
}

std::uint32_t minutes_until(const Tokens& t, std::uint32_t i) {
  const Tag* joiner = t.find(i, LabelKind::joiner);
  const auto count = joiner != nullptr ? parse_numeral(t, joiner->end) : std::nullopt;
  const Tag* unit = count ? t.find(count->end, LabelKind::time_unit) : nullptr;
  return unit != nullptr && unit->label.extra == static_cast<int>(TimeUnit::minute) ? unit->end : i;
}

bool is_between_slashes(const Tokens& t, std::uint32_t i) {
  const auto glued = [&](std::uint32_t at) { return at < t.size() && !t.tokens[at].space_before; };
  const Figure* f = t.figure(i);
  if (f == nullptr) return false;
  if (f->separator == '/' && f->pieces.size() == 2 && f->pieces[0] == 24 && f->pieces[1] == 7) return true;
  return f->plain && i >= 2 && glued(i) && glued(i - 1) && t.is_sign(i - 1, '/') &&
         t.tokens[i - 2].kind == TokenKind::word && glued(i + 1) && t.is_sign(i + 1, '/') && glued(i + 2) &&
         is_plain(t, i + 2);
}

bool is_plain_range(const Tokens& t, std::uint32_t i, const QuantityMatch& m) {
  return m.readings.front().modifier == Modifier::range && m.first == i && is_plain(t, label_figure(t, i)) &&
         is_plain(t, m.number_end - 1);
}

bool counts_people(const Tokens& t, const QuantityMatch& m) {
  const auto& all = t.knowledge->concepts();
  const std::string& unit = m.readings.front().unit;
  return std::any_of(all.begin(), all.end(), [&](const Concept& c) { return c.person && c.id == unit; });
}

std::uint32_t label_figure(const Tokens& t, std::uint32_t i) {
  const Tag* from = t.find(i, LabelKind::conn_from);  // "the number between 20 and 30" names nothing
  return from != nullptr && t.figure(from->end) != nullptr ? from->end : i;
}

std::uint32_t before_figure(const Tokens& t, std::uint32_t i) {
  if (t.is_sign(i - 1, '.') || t.is_sign(i - 1, ':')) return i - 2;
  if (t.is_sign(i - 1, '(') && t.is_sign(i + 1, ')')) return i - 2;
  if (is_article(t, i - 1)) return i - 2;
  return i - 1;
}

std::uint32_t hidden_until(const Tokens& t, std::uint32_t i, LabelKind kind) {
  const Tag* tag = t.find(i, kind);
  if (tag == nullptr) return i;
  // "al-sa'a al-sabi'a wa-l-rub'": two idioms that share a word, the hour and its quarter
  if (t.has(tag->end, LabelKind::fraction) && tag->end > i + 1)
    if (const Tag* rest = t.find(tag->end - 1, kind); rest != nullptr && rest->end > tag->end) return rest->end;
  // "har yek million", each million: the idiom leaves the million its one
  const bool counts = tag->end > i + 1 && t.has(tag->end, LabelKind::scale) && t.has(tag->end - 1, LabelKind::cardinal);
  return counts ? tag->end - 1 : tag->end;
}

}  // namespace mizan
