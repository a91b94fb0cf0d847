#include "judge/matter.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "judge/signs.hpp"
#include "judge/values.hpp"

namespace mizan {
namespace {

constexpr std::size_t kWindow = 14;      // words to either side
constexpr double kNear = 4;              // words: at this distance a word tells half as much
constexpr double kOtherSentence = 5;     // words that the end of a sentence counts as
constexpr std::size_t kBeside = 2;       // words that stand beside a value
constexpr std::size_t kNearest = 4;      // words that tell what a value is of
constexpr double kClose = 0.05;          // logarithm of a ratio
constexpr double kMost = 3;

struct Near {
  const Word* word;
  double weight;
};

double weight_of(const Word& word) {
  if (word.kind == Word::Kind::name) return 1.3;
  return word.kind == Word::Kind::topic && word.general ? 0.6 : 1;
}

/// The words around a value, in one direction or both, nearest first in each.
std::vector<Near> around(const Side& side, const Item& item, bool before, bool behind, std::size_t window) {
  std::vector<Near> result;
  const std::uint32_t home = item.value->sentence;
  const auto add = [&](std::size_t i, std::size_t gap) {
    const double far = static_cast<double>(gap) + (side.sentence[i] != home ? kOtherSentence : 0);
    result.push_back({&side.words[i], weight_of(side.words[i]) / (1 + far / kNear)});
  };
  if (before)
    for (std::size_t i = item.before; i > 0 && item.before - i < window; --i) add(i - 1, item.before - i);
  if (before && behind)
    for (std::size_t i = item.before; i < item.after; ++i) add(i, 0);
  if (behind)
    for (std::size_t i = item.after; i < side.words.size() && i - item.after < window; ++i) add(i, i - item.after);
  return result;
}

bool same_word(const Word& a, const Word& b) {
  if (a.key == b.key) return true;
  for (const std::uint32_t x : a.sounds)
    for (const std::uint32_t y : b.sounds)
      if (x != 0 && x == y) return true;
  return false;
}

bool is_known(const Word& word, const Side& other) {
  const auto in = [&](std::uint64_t key) { return std::binary_search(other.keys.begin(), other.keys.end(), key); };
  if (in(word.key)) return true;
  return std::any_of(std::begin(word.sounds), std::end(word.sounds),
                     [&](std::uint32_t sound) { return sound != 0 && in(sound_key(sound)); });
}

/// Can this word be looked for in a text of another language?
bool is_common(const Word& word, bool one_language) {
  return one_language || word.kind != Word::Kind::plain || word.sounds[0] != 0;
}

bool is_name(const Word& word, const Side& side) {
  return word.kind == Word::Kind::name || (side.view->capitals && word.kind == Word::Kind::plain && word.sounds[0] != 0);
}

bool beside(const Side& a, const Item& x, const Side& b, const Item& y, bool before) {
  const auto p = around(a, x, before, !before, kBeside), q = around(b, y, before, !before, kBeside);
  return std::any_of(p.begin(), p.end(), [&](const Near& m) {
    return std::any_of(q.begin(), q.end(), [&](const Near& n) { return same_word(*m.word, *n.word); });
  });
}

void of_words(const Side& a, const Item& x, const Side& b, const Item& y, MatterSigns& s) {
  const bool one_language = a.view->language == b.view->language;
  double all = 0, known = 0, names = 0, shared = 0;
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    const Word& word = a.words[i];
    if (a.sentence[i] != x.value->sentence || !is_common(word, one_language)) continue;
    const bool found = is_known(word, b);
    all += 1;
    known += found;
    if (is_name(word, a)) (found ? shared : names) += 1;
  }
  s[m_known] = all > 0 ? known / all : 0;
  s[m_strange] = std::log1p(all - known);
  s[m_strange_names] = std::min(kMost, names);
  s[m_shared_names] = std::min(kMost, shared);
  double near = 0, strange = 0;
  for (const Near& n : around(a, x, true, true, kNearest)) {
    if (!is_common(*n.word, one_language)) continue;
    near += n.weight;
    if (!is_known(*n.word, b)) strange += n.weight;
  }
  s[m_strange_near] = near > 0 ? strange / near : 0;
  s[m_before] = beside(a, x, b, y, true);
  s[m_behind] = beside(a, x, b, y, false);
  const auto topics = [](const Side& side, const Item& item) {
    std::vector<const Word*> result;
    for (const Near& n : around(side, item, true, true, kNearest))
      if (n.word->kind == Word::Kind::topic) result.push_back(n.word);
    return result;
  };
  const auto p = topics(a, x), q = topics(b, y);
  for (const Word* m : p)
    for (const Word* n : q) {
      if (m->key == n->key) s[m_topic_near] = 1;
      if (m->group != 0 && m->group == n->group && m->key != n->key) s[m_other_topic] = 1;
    }
  if (s[m_topic_near] > 0) s[m_other_topic] = 0;
  const auto words = [](const Side& side) { return static_cast<double>(side.words.size()) + 1; };
  s[m_length_ratio] = std::log(words(b) / words(a));
  s[m_length] = std::log(words(a));
  s[m_two_languages] = one_language ? 0 : 1;
}

void of_figures(const Quantity& p, const Quantity& q, Stand stand, MatterSigns& s) {
  if (p.dimension == Dimension::count && q.dimension == Dimension::count)
    s[p.unit == q.unit ? m_unit_same : m_unit_other] = 1;
  s[m_bare] = (p.dimension == Dimension::none) + (q.dimension == Dimension::none);
  s[m_bound_short] = p.modifier != Modifier::exact && p.modifier != Modifier::approx;
  s[m_bound_long] = q.modifier != Modifier::exact && q.modifier != Modifier::approx;
  s[m_both_exact] = p.modifier == Modifier::exact && q.modifier == Modifier::exact;
  s[m_small] = p.low < Decimal(10, 0) && q.low < Decimal(10, 0);
  s[m_round] = stand == Stand::edge && significant_digits(Reading(p)) <= 2 && !(p.low < Decimal(100, 0));
  s[m_percent] = p.dimension == Dimension::percent || p.dimension == Dimension::percentage_point;
  s[m_money] = p.dimension == Dimension::money;
  s[m_measure] = p.dimension == Dimension::measure;
}

}  // namespace

Side side(const DocumentView& view, const std::vector<Claim>& claims, std::uint32_t document) {
  Side side;
  side.view = &view;
  side.keys = mentioned(view);
  side.words = view.words;
  std::stable_sort(side.words.begin(), side.words.end(),
                   [](const Word& a, const Word& b) { return a.span.begin < b.span.begin; });
  for (const Word& word : side.words) {
    const auto next = std::upper_bound(view.sentences.begin(), view.sentences.end(), word.span.begin,
                                       [](std::uint32_t byte, const Span& s) { return byte < s.begin; });
    side.sentence.push_back(static_cast<std::uint32_t>(next - view.sentences.begin()) - (next == view.sentences.begin() ? 0 : 1));
  }
  std::map<std::uint32_t, const Claim*> open;
  std::vector<Span> scopes;
  for (const Claim& claim : claims) {
    if (claim.document != document || !claim.frame.starts_with("open.")) continue;
    open.emplace(claim.mention, &claim);
    if (claim.at_span) scopes.push_back(*claim.at_span);
  }
  for (std::uint32_t m = 0; m < view.mentions->size(); ++m) {
    Item item;
    item.mention = m;
    item.value = &(*view.mentions)[m];
    if (item.value->readings.empty()) continue;
    if (const auto claim = open.find(m); claim != open.end()) item.claim = claim->second;
    const Span span = item.value->span;
    while (item.before < side.words.size() && side.words[item.before].span.end <= span.begin) ++item.before;
    item.after = item.before;
    while (item.after < side.words.size() && side.words[item.after].span.begin < span.end) ++item.after;
    item.scope = std::find(scopes.begin(), scopes.end(), span) != scopes.end();
    side.items.push_back(item);
  }
  return side;
}

double likeness(const Side& a, const Item& x, const Side& b, const Item& y) {
  const bool one_language = a.view->language == b.view->language;
  const auto p = around(a, x, true, true, kWindow), q = around(b, y, true, true, kWindow);
  double common = 0, left = 0.3, right = 0.3;
  for (const Near& m : p) {
    if (!is_common(*m.word, one_language)) continue;
    left += m.weight * m.weight;
    double best = 0;
    for (const Near& n : q)
      if (same_word(*m.word, *n.word)) best = std::max(best, n.weight);
    common += m.weight * best;
  }
  for (const Near& n : q)
    if (is_common(*n.word, one_language)) right += n.weight * n.weight;
  return common / std::sqrt(left * right);
}

MatterSigns matter_signs(const Side& a, const Item& x, const Side& b, const Item& y, Stand stand) {
  MatterSigns s{};
  s[m_bias] = 1;
  s[m_alike] = likeness(a, x, b, y);
  of_words(a, x, b, y, s);
  const Reading &p = x.value->readings.front(), &q = y.value->readings.front();
  const auto *m = std::get_if<Quantity>(&p), *n = std::get_if<Quantity>(&q);
  if (m != nullptr && n != nullptr) of_figures(*m, *n, stand, s);
  if (const auto *t = std::get_if<Time>(&p), *u = std::get_if<Time>(&q); t != nullptr && u != nullptr) {
    s[t->type == TimeType::duration ? m_duration : m_date] = 1;
    s[m_bound_short] = t->mod != TimeMod::none;
    s[m_bound_long] = u->mod != TimeMod::none;
    s[m_both_exact] = t->mod == TimeMod::none && u->mod == TimeMod::none;
    s[m_part_shared] = shares_a_part(p, q);
    s[m_date_alike] = s[m_date] * s[m_alike];
  }
  if (const auto *o = std::get_if<Ordinal>(&p), *r = std::get_if<Ordinal>(&q); o != nullptr && r != nullptr) {
    s[m_ordinal] = 1;
    s[m_first] = o->value == 1 || r->value == 1;
  }
  if (s[m_date] + s[m_duration] + s[m_ordinal] == 0) s[m_count_alike] = s[m_alike];
  s[m_edge] = stand == Stand::edge;
  s[m_rounding] = stand == Stand::rounding;
  s[m_digits] = std::min(significant_digits(p), significant_digits(q));
  s[m_separated] = std::min(kMost, distance(p, q));
  s[m_close] = distance(p, q) < kClose;
  s[m_slip] = looks_like_a_slip(p, q);
  s[m_scope] = (x.scope ? 0.5 : 0) + (y.scope ? 0.5 : 0);
  const auto with = [&](auto&& trait) {
    const bool left = x.claim != nullptr && trait(*x.claim), right = y.claim != nullptr && trait(*y.claim);
    return left != right;
  };
  s[m_denied] = with([](const Claim& c) { return c.stance == Stance::denied; });
  s[m_planned] = with([](const Claim& c) { return c.stance == Stance::planned; });
  s[m_part] = with([](const Claim& c) { return c.part; });
  s[m_change] = with([](const Claim& c) { return c.change; });
  if (x.claim != nullptr && y.claim != nullptr && x.claim->at && y.claim->at) {
    const Stand periods = mizan::stand({Reading(*x.claim->at)}, {Reading(*y.claim->at)});
    s[m_same_period] = periods == Stand::equal;
    s[m_other_period] = periods == Stand::apart || periods == Stand::edge;
  }
  return s;
}

double sure_of_conflict(const MatterSigns& signs) {
  static constexpr MatterSigns weights{};
  double sum = 0;
  for (std::size_t i = 0; i < kMatterSigns; ++i) sum += signs[i] * weights[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace mizan
