#include "judge/matter.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "judge/signs.hpp"
#include "judge/values.hpp"

namespace mizan {
namespace {

constexpr std::size_t kWindow = 14;   // words to either side
constexpr double kNear = 4;           // words: at this distance a word tells half as much
constexpr double kOtherSentence = 5;  // words that the end of a sentence counts as
constexpr std::size_t kBeside = 2;    // words that stand beside a value
constexpr double kClose = 0.05;       // logarithm of a ratio
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

bool is_known(const Word& word, const std::vector<std::uint64_t>& keys) {
  const auto in = [&](std::uint64_t key) { return std::binary_search(keys.begin(), keys.end(), key); };
  if (in(word.key)) return true;
  return std::any_of(std::begin(word.sounds), std::end(word.sounds),
                     [&](std::uint32_t sound) { return sound != 0 && in(sound_key(sound)); });
}

/// Can this word be looked for in a text of another language?
bool is_common(const Word& word, bool one_language) {
  return one_language || word.kind != Word::Kind::plain || word.sounds[0] != 0;
}

bool is_name(const Word& word, const Side& side) {
  return word.kind == Word::Kind::name ||
         (side.view->capitals && word.kind == Word::Kind::plain && word.sounds[0] != 0);
}

bool beside(const Side& a, const Item& x, const Side& b, const Item& y, bool before) {
  const auto p = around(a, x, before, !before, kBeside), q = around(b, y, before, !before, kBeside);
  return std::any_of(p.begin(), p.end(), [&](const Near& m) {
    return std::any_of(q.begin(), q.end(), [&](const Near& n) { return same_word(*m.word, *n.word); });
  });
}

void of_words(const Side& a, const Item& x, const Side& b, const Item& y, MatterSigns& s) {
  const bool one_language = a.view->language == b.view->language;
  double all = 0, known = 0, names = 0, shared = 0, topics = 0;
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    const Word& word = a.words[i];
    if (a.sentence[i] != x.value->sentence || !is_common(word, one_language)) continue;
    const bool found = is_known(word, b.keys);
    all += 1;
    known += found;
    topics += !found && word.kind == Word::Kind::topic && !word.general;
    if (is_name(word, a)) (found ? shared : names) += 1;
  }
  s[m_known] = all > 0 ? known / all : 0;
  s[m_strange] = std::log1p(all - known);
  s[m_strange_names] = std::min(kMost, names);
  s[m_shared_names] = std::min(kMost, shared);
  s[m_strange_topics] = std::min(kMost, topics);
  s[m_before] = beside(a, x, b, y, true);
  s[m_behind] = beside(a, x, b, y, false);
}

void of_figures(const Quantity& p, const Quantity& q, MatterSigns& s) {
  s[m_bare] = (p.dimension == Dimension::none) + (q.dimension == Dimension::none);
  s[m_greater] = p.low > q.low;
  s[m_both_exact] = p.modifier == Modifier::exact && q.modifier == Modifier::exact;
  s[m_money] = p.dimension == Dimension::money;
  const auto [less, more] = std::minmax(p.low, q.low);
  const auto next = add(less, Decimal(1, 0));
  s[m_off_by_one] = s[m_both_exact] > 0 && more < Decimal(10, 0) && next && *next == more;
}

const Time* date_of(const Item& item) {
  const auto* time = std::get_if<Time>(&item.value->readings.front());
  return time != nullptr && time->type == TimeType::date ? time : nullptr;
}

/// The nearest date of its sentence, which is then said to be a period.
void give_period(Side& side, Item& item) {
  if (date_of(item) != nullptr) return;
  Item* best = nullptr;
  std::uint32_t nearest = UINT32_MAX;
  for (Item& other : side.items) {
    if (other.value->sentence != item.value->sentence || date_of(other) == nullptr) continue;
    const Span a = item.value->span, b = other.value->span;
    const std::uint32_t gap = a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0;
    if (gap < nearest) nearest = gap, best = &other;
  }
  if (best == nullptr) return;
  item.at = date_of(*best);
  best->scope = true;
}

void of_periods(const Item& x, const Item& y, const Side& b, MatterSigns& s) {
  s[m_period_short] = x.at != nullptr && y.at == nullptr;
  s[m_period_long] = y.at != nullptr && x.at == nullptr;
  if (x.at == nullptr || y.at == nullptr) return;
  std::optional<int> order = later(*x.at, *y.at);
  if (!order) return;
  for (const Item& other : b.items)
    if (*order != 0 && other.value->sentence == y.value->sentence && date_of(other) != nullptr &&
        mizan::stand({Reading(*x.at)}, {Reading(*date_of(other))}) == Stand::equal)
      order = 0;
  if (*order == 0) return;
  s[m_other_period] = 1;
  const auto *p = std::get_if<Quantity>(&x.value->readings.front()),
             *q = std::get_if<Quantity>(&y.value->readings.front());
  if (p == nullptr || q == nullptr || p->low == q->low) return;
  const bool greater = p->low < q->low;  // y is
  s[m_grown] = greater == (*order > 0);
}

/// Does a third value of either text make one of the two out of the other?
bool add_up(const Side& side, const Item& one, const Decimal& part, const Decimal& whole) {
  return std::any_of(side.items.begin(), side.items.end(), [&](const Item& third) {
    const auto* q = std::get_if<Quantity>(&third.value->readings.front());
    if (q == nullptr || &third == &one || q->low.is_zero()) return false;
    const auto sum = add(part, q->low);
    return sum && *sum == whole;
  });
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
    side.sentence.push_back(static_cast<std::uint32_t>(next - view.sentences.begin()) -
                            (next == view.sentences.begin() ? 0 : 1));
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
  for (Item& item : side.items) give_period(side, item);
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
  of_words(a, x, b, y, s);
  of_periods(x, y, b, s);
  const double alike = likeness(a, x, b, y);
  const Reading &p = x.value->readings.front(), &q = y.value->readings.front();
  const auto *m = std::get_if<Quantity>(&p), *n = std::get_if<Quantity>(&q);
  const auto *t = std::get_if<Time>(&p), *u = std::get_if<Time>(&q);
  const auto *o = std::get_if<Ordinal>(&p), *r = std::get_if<Ordinal>(&q);
  if (m != nullptr && n != nullptr) {
    of_figures(*m, *n, s);
    const auto [less, more] = std::minmax(m->low, n->low);
    s[m_sum] = add_up(b, y, less, more) || add_up(a, x, less, more);
  }
  if (t != nullptr && u != nullptr) {
    s[t->type == TimeType::duration ? m_duration : m_date] = 1;
    s[m_both_exact] = t->mod == TimeMod::none && u->mod == TimeMod::none;
    s[m_date_alike] = s[m_date] * alike;
  } else if (o != nullptr && r != nullptr) {
    s[m_first] = o->value == 1 || r->value == 1;
  } else {
    s[m_count_alike] = alike;
  }
  s[s[m_date] > 0 ? m_edge_date : m_edge] = stand == Stand::edge;
  s[m_digits] = std::min(significant_digits(p), significant_digits(q));
  s[m_separated] = std::min(kMost, distance(p, q));
  s[m_close] = distance(p, q) < kClose;
  s[m_slip] = likeness(p, q) != Likeness::none;
  s[m_scope] = x.scope != y.scope;
  s[m_scopes] = x.scope && y.scope;
  const auto one_is = [&](Stance stance) {
    const bool left = x.claim != nullptr && x.claim->stance == stance;
    return left != (y.claim != nullptr && y.claim->stance == stance);
  };
  s[m_denied] = one_is(Stance::denied);
  s[m_planned] = one_is(Stance::planned);
  return s;
}

double sure_of_conflict(const MatterSigns& signs) {
  static constexpr MatterSigns weights{
      -0.07,  // bias
      0.38,   // before
      0.37,   // behind
      -0.51,  // crowd
      1.77,   // known
      0.11,   // strange
      -0.40,  // strange_names
      -0.23,  // shared_names
      -0.29,  // strange_topics
      0.23,   // bare
      -1.02,  // both_exact
      -4.42,  // edge
      -4.84,  // edge_date
      -0.20,  // digits
      -0.44,  // separated
      0.94,   // close
      1.50,   // slip
      -2.43,  // met_short
      -0.75,  // met_long
      -0.86,  // others_apart
      -0.15,  // orphans
      -0.40,  // other_period
      0.06,   // period_short
      -0.36,  // period_long
      0.00,   // grown
      0.00,   // sum
      -1.31,  // off_by_one
      -0.36,  // scope
      0.00,   // scopes
      0.12,   // greater
      -0.90,  // all_agree
      0.00,   // denied
      0.00,   // planned
      0.98,   // date
      2.01,   // duration
      0.87,   // money
      -0.42,  // first
      1.15,   // date_alike
      0.72,   // count_alike
  };
  double sum = 0;
  for (std::size_t i = 0; i < kMatterSigns; ++i) sum += signs[i] * weights[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace mizan
