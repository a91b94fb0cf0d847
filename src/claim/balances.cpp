// What one figure is above another: "14,322 votes against 12,987, a majority of 1,335", "exports 347 and imports 156,
// turnover 503".
#include <algorithm>
#include <set>

#include "claim/adding.hpp"

namespace mizan {
namespace {

class Balances : private Adding {
 public:
  using Adding::Adding;

  void run() {
    for (std::uint32_t s = 0; s < r_.sentences().size(); ++s) {
      above(s);
      if (r_.sentences()[s].mentions.size() < 2) continue;
      for (const Halves& h : r_.knowledge().halves())
        if (h.total || !h.balance.empty()) trade(s, h);
    }
  }

 private:
  /// "14,322 votes against 12,987, a majority of 2,335"; "took in 412 billion and spent 455, a deficit of 53".
  void above(std::uint32_t s) {
    for (const Cue& cue : r_.words(s, Computing::difference)) {
      std::optional<std::uint32_t> apart;
      List levels;
      for (const std::uint32_t m : r_.sentences()[s].mentions) {
        if (r_.level(m) == nullptr) continue;
        const Span span = r_.mention(m).span;
        const Between gap = r_.between(cue.span, span);
        const bool near = cue.span.end <= span.begin ? gap.words <= 3 && !gap.stop && !gap.open && !gap.close
                                                     : gap.words == 0 && !gap.signs();
        if (near && !apart)
          apart = m;
        else
          levels.push_back(m);
      }
      if (apart && levels.empty() && s > 0 && r_.sentences()[s - 1].paragraph == r_.sentences()[s].paragraph)
        for (const std::uint32_t m : r_.sentences()[s - 1].mentions)  // "... 38,750. The gap was thus 3,530 votes."
          if (r_.level(m) != nullptr) levels.push_back(m);
      if (!apart || levels.size() != 2) continue;
      if (!r_.alike_levels(levels[0], levels[1])) continue;
      if (!r_.alike_levels(*apart, levels[0]) && !of_one_unit(*apart, levels)) continue;
      if (std::max(r_.mention(levels[0]).span.end, r_.mention(levels[1]).span.end) > r_.mention(*apart).span.begin)
        continue;
      const std::uint32_t more = r_.value(levels[0]) < r_.value(levels[1]) ? levels[1] : levels[0];
      const std::uint32_t less = more == levels[0] ? levels[1] : levels[0];
      const double due = r_.value(more) - r_.value(less);
      if (r_.value(*apart) < 2 * due && due < 2 * r_.value(*apart)) put(more, {less, *apart}, true);
    }
  }
  bool of_one_unit(std::uint32_t m, const List& levels) const {
    const Quantity* q = r_.level(m);
    return std::any_of(levels.begin(), levels.end(), [&](std::uint32_t l) {
      return r_.level(l)->dimension == q->dimension && (r_.level(l)->unit == q->unit || q->unit.empty());
    });
  }

  /// "Turnover reached 512 million; exports were 347 million and imports 165 million."
  void trade(std::uint32_t s, const Halves& h) {
    const auto& concepts = r_.knowledge().concepts();
    if (!r_.names(s, concepts[h.first].id) || !r_.names(s, concepts[h.second].id)) return;
    const auto& mentions = r_.sentences()[s].mentions;
    std::set<std::uint32_t> nouns(h.balance.begin(), h.balance.end());
    nouns.insert({h.first, h.second});
    if (h.total) nouns.insert(*h.total);
    std::optional<std::uint32_t> a, b, balance;
    for (const std::uint32_t m : mentions) {
      const Quantity* q = r_.level(m);
      if (q == nullptr || (q->dimension != Dimension::money && q->dimension != Dimension::none)) continue;
      // the figure stands behind its noun
      const auto noun = noun_before(s, m, nouns);
      if (!noun) continue;
      const bool rest = *noun != h.first && *noun != h.second;
      if (rest && h.total) continue;
      auto& side = *noun == h.first ? a : rest ? balance : b;
      if (side) return;  // two of them: of two years, of two countries
      side = m;
    }
    if (!a || !b) return;
    const std::string &unit = r_.quantity(*a)->unit, &other = r_.quantity(*b)->unit;
    if (unit != other && !unit.empty() && !other.empty()) return;  // "347 million dollars and 156 million"
    if (!h.total) {
      if (!balance) return;
      const std::string& third = r_.quantity(*balance)->unit;
      if (third != unit && !third.empty() && !unit.empty()) return;
      const std::uint32_t more = r_.value(*a) < r_.value(*b) ? *b : *a, less = more == *a ? *b : *a;
      const double apart = r_.value(more) - r_.value(less);
      if (r_.value(*balance) < 2 * apart && apart < 2 * r_.value(*balance)) put(more, {less, *balance}, true);
      return;
    }
    const List parts{std::min(*a, *b), std::max(*a, *b)};
    const auto total = total_of(s, *h.total, parts);
    if (total && std::abs(miss(*total, parts)) <= kNear) put(*total, parts, true);
  }

  /// The nearest of some concepts in front of a figure, not further than the figure before.
  std::optional<std::uint32_t> noun_before(std::uint32_t s, std::uint32_t m,
                                           const std::set<std::uint32_t>& nouns) const {
    std::optional<std::uint32_t> found;
    const Span span = r_.mention(m).span;
    const std::uint32_t from =
        m > 0 && r_.mention(m - 1).sentence == s && r_.quantity(m - 1) != nullptr ? r_.mention(m - 1).span.end : 0;
    for (const Cue& c : r_.sentences()[s].cues) {
      if (c.kind != LabelKind::concept_noun || !nouns.contains(c.payload)) continue;
      if (c.span.begin < from || c.span.end > span.begin || r_.between(c.span.end, span.begin).words > 8) continue;
      found = c.payload;
    }
    return found;
  }

  /// The one figure of turnover in the sentence, else the best of the sentence before, if that speaks of turnover.
  std::optional<std::uint32_t> total_of(std::uint32_t s, std::uint32_t noun, const List& parts) const {
    const std::string& first = r_.quantity(parts.front())->unit;
    const std::string& unit = first.empty() ? r_.quantity(parts.back())->unit : first;
    const auto usable = [&](std::uint32_t m) {
      const Quantity* q = r_.level(m);
      return q != nullptr && q->dimension == Dimension::money && q->unit == unit;
    };
    std::optional<std::uint32_t> found;
    for (const std::uint32_t m : r_.sentences()[s].mentions) {
      if (!usable(m) || std::find(parts.begin(), parts.end(), m) != parts.end()) continue;
      if (found) return std::nullopt;
      found = m;
    }
    if (found) return noun_before(s, *found, {noun}) ? found : std::nullopt;
    if (s == 0 || r_.sentences()[s - 1].paragraph != r_.sentences()[s].paragraph) return std::nullopt;
    if (!r_.names(s - 1, r_.knowledge().concepts()[noun].id)) return std::nullopt;
    for (const std::uint32_t m : r_.sentences()[s - 1].mentions)  // of several years: the one that fits best
      if (usable(m) && (!found || std::abs(miss(m, parts)) < std::abs(miss(*found, parts)))) found = m;
    return found;
  }
};

}  // namespace

void find_balances(const Reckoning& r, std::vector<Computation>& out) { Balances(r, out).run(); }

}  // namespace mizan
