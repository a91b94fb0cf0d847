#include "judge/phrase.hpp"

#include <algorithm>

namespace mizan {
namespace {

constexpr int kBeside = 3;       // words between a figure and what tells what it counts
constexpr int kPhrase = 3;       // and between it and the words of its phrase
constexpr int kClause = 20;      // and between it and whom it is about
constexpr std::size_t kRun = 2;  // words of a phrase

enum class Side : std::uint8_t { before, behind };

/// The words of a side, the nearest first; of those at one place the first.
std::vector<const Word*> words_of(const Claim& claim, Side side) {
  std::vector<const Word*> words;
  for (const Word& word : claim.about) {
    if (word.span.overlaps(claim.span) || (word.span.begin < claim.span.begin) != (side == Side::before)) continue;
    if (words.empty() || !words.back()->span.overlaps(word.span)) words.push_back(&word);
  }
  return words;
}

const Word* right_behind(const Claim& claim) {
  const auto found = std::find_if(claim.about.begin(), claim.about.end(),
                                  [&](const Word& word) { return word.gap == 0 && word.span.begin >= claim.span.end; });
  return found == claim.about.end() ? nullptr : &*found;
}

/// The nearest topic beside a figure whose group excludes others: killed, injured, critical.
const Word* fate_of(const Claim& claim) {
  const auto found = std::find_if(claim.about.begin(), claim.about.end(),
                                  [](const Word& word) { return word.group != 0 && word.gap <= kBeside; });
  return found == claim.about.end() ? nullptr : &*found;
}

std::size_t run_of(const std::vector<const Word*>& a, const std::vector<const Word*>& b) {
  std::size_t run = 0;
  while (run < a.size() && run < b.size() && a[run]->key == b[run]->key && a[run]->gap <= kPhrase + run &&
         b[run]->gap <= kPhrase + run)
    ++run;
  return run;
}

/// Does one word more, a name or one that no topic lists, stand in both on this side? Where no capitals tell names, a
/// listed one.
bool share_more(const std::vector<const Word*>& a, const std::vector<const Word*>& b, std::size_t run, bool capitals) {
  const auto names = [&](const Word& word) {
    return word.kind == Word::Kind::name || (capitals && word.sounds[0] != 0);
  };
  for (std::size_t i = 0; i < a.size() && a[i]->gap <= kClause; ++i) {
    if (i < run || !capitals ? !names(*a[i]) : a[i]->kind == Word::Kind::topic) continue;
    if (std::any_of(b.begin(), b.end(), [&](const Word* y) { return y->gap <= kClause && y->key == a[i]->key; }))
      return true;
  }
  return false;
}

}  // namespace

bool counts_alike(const Claim& a, const Claim& b) {
  const auto *p = std::get_if<Quantity>(&a.readings.front()), *q = std::get_if<Quantity>(&b.readings.front());
  if (p == nullptr || q == nullptr || !p->counted() || !q->counted()) return false;
  if (!p->unit.empty() && p->unit == q->unit) return true;
  const Word *x = fate_of(a), *y = fate_of(b);
  if (x != nullptr && y != nullptr) return x->key == y->key;
  if (!p->unit.empty() || !q->unit.empty()) return false;
  const Word *v = right_behind(a), *w = right_behind(b);
  return v != nullptr && w != nullptr && v->key == w->key;
}

bool may_count_alike(const Claim& a, const Claim& b) {
  const auto *p = std::get_if<Quantity>(&a.readings.front()), *q = std::get_if<Quantity>(&b.readings.front());
  if (p == nullptr || q == nullptr || p->unit == q->unit) {
    if (p == nullptr || q == nullptr || !p->unit.empty()) return true;
    const Word *x = right_behind(a), *y = right_behind(b);  // "eleven times" are not "11 shots"
    return x == nullptr || y == nullptr || x->key == y->key;
  }
  if (!p->unit.empty() && !q->unit.empty()) return false;
  return std::any_of(a.about.begin(), a.about.end(), [&](const Word& x) {
    return x.gap <= kBeside && std::any_of(b.about.begin(), b.about.end(),
                                           [&](const Word& y) { return y.gap <= kBeside && x.key == y.key; });
  });
}

bool in_one_phrase(const Claim& a, const Claim& b, bool capitals) {
  std::size_t run = 0;
  bool more = false;
  for (const Side side : {Side::before, Side::behind}) {
    const auto x = words_of(a, side), y = words_of(b, side);
    const std::size_t here = run_of(x, y);
    run += here;
    more = more || share_more(x, y, here, capitals);
  }
  return run >= kRun && more;
}

}  // namespace mizan
