// A change and the levels it lies between: "rose 41 percent from 1,700 to 2,400", "12.4 million, up 18 percent
// from 10.5 million", "doubled from 5 to 10 million", "from 43.4 to 48.5 percent, 5.1 points more".
#include <algorithm>
#include <cmath>

#include "claim/reckoning.hpp"

namespace mizan {
namespace {

constexpr int kBeside = 4;      // words between a percentage and the word that makes a change of it
constexpr int kLevel = 3;       // words between "from", "compared with" and the level
constexpr int kNorm = 3;        // words between "below" and the level: "below the norm of"
constexpr int kThan = 12;       // words between a percentage and the level behind its "than"
constexpr int kVerb = 9;        // words between a verb of change that stands first and its percentage
constexpr int kClause = 7;      // and where it is a clause: "when it was"
constexpr int kApart = 10;      // words between the percentage and the nearer level
constexpr int kFromTimes = 8;   // words between "doubled" and the nearer level
constexpr double kStep = 0.02;  // share of it by which a step may be off the two levels
constexpr double kFar = 3;      // a change so many times the stated one is one of other levels
constexpr double kTimes = 50;   // and so are levels so far apart

class Changes {
 public:
  Changes(const Reckoning& r, std::vector<Computation>& out) : r_(r), out_(out) {}

  void run() {
    for (std::uint32_t s = 0; s < r_.sentences().size(); ++s) {
      for (const std::uint32_t m : r_.sentences()[s].mentions) {
        const Quantity* q = r_.quantity(m);
        if (q == nullptr) continue;
        if (r_.percent(m) != nullptr) percentage(s, m);
        if (q->dimension == Dimension::percentage_point) points(s, m);
      }
      for (const Cue& cue : r_.words(s, Computing::times)) multiple(s, cue);
    }
  }

 private:
  using List = std::vector<std::uint32_t>;

  void put(std::uint32_t a, std::uint32_t b, std::optional<std::uint32_t> by, int times = 0, bool ordered = true) {
    Computation c;
    c.complete = ordered;
    c.kind = Computation::Kind::change;
    c.operands = {a, b};
    if (by) c.operands.push_back(*by);
    c.times = times;
    out_.push_back(std::move(c));
  }

  /// The figures of a sentence that could be levels, of the kind of one of them.
  List levels(std::uint32_t s) const {
    List result;
    for (const std::uint32_t m : r_.sentences()[s].mentions)
      if (r_.level(m) != nullptr) result.push_back(m);
    return result;
  }

  std::size_t percentages(std::uint32_t s) const {
    const auto& mentions = r_.sentences()[s].mentions;
    return static_cast<std::size_t>(std::count_if(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
      const Quantity* q = r_.quantity(m);
      return q != nullptr && q->dimension == Dimension::percent;
    }));
  }

  /// Of several percentages of a sentence the one nearest to two levels is theirs.
  bool is_nearest(std::uint32_t s, std::uint32_t a, std::uint32_t b, std::uint32_t p) const {
    const auto gap = [&](std::uint32_t m) {
      const Span span = r_.mention(m).span;
      return std::min(r_.between(r_.mention(a).span, span).words, r_.between(r_.mention(b).span, span).words);
    };
    const auto& mentions = r_.sentences()[s].mentions;
    return std::all_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
      const Quantity* q = r_.quantity(m);
      return m == p || q == nullptr || q->dimension != Dimension::percent || gap(m) > gap(p) + kApart / 2;
    });
  }

  bool compared(std::uint32_t s, std::uint32_t m) const {
    const Span span = r_.mention(m).span;
    return r_.before(s, span, Computing::against, kLevel) != nullptr || against_clause(s, span) ||
           r_.before(s, span, Computing::earlier, 2) != nullptr || r_.behind(s, span, Computing::earlier, 3) != nullptr;
  }

  /// "FROM 13 billion": surely the earlier level.
  bool beside_against(std::uint32_t s, std::uint32_t m) const {
    return r_.before(s, r_.mention(m).span, Computing::against, 1) != nullptr;
  }

  /// "30% more THAN in Doha in 2021, where 2,395 came": the first level behind it.
  bool than(std::uint32_t s, std::uint32_t p, std::uint32_t level) const {
    const Span percent = r_.mention(p).span, at = r_.mention(level).span;
    if (at.begin < percent.end || r_.between(percent.end, at.begin).words > kThan) return false;
    const auto cues = r_.words(s, Computing::against);
    if (std::none_of(cues.begin(), cues.end(), [&](const Cue& c) {
          return c.span.begin >= percent.end && r_.between(percent.end, c.span.begin).words <= 2;
        }))
      return false;
    const auto& mentions = r_.sentences()[s].mentions;
    return std::none_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
      return r_.level(m) != nullptr && r_.mention(m).span.begin >= percent.end && r_.mention(m).span.end <= at.begin;
    });
  }

  /// "after it had ended the session at 11,120": words of several are rarer, and may stand further in front.
  bool against_clause(std::uint32_t s, Span level) const {
    const auto cues = r_.words(s, Computing::against);
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& c) {
      if (c.span.end > level.begin || r_.between(c.span.begin, c.span.end).words < 2) return false;
      const Between gap = r_.between(c.span.end, level.begin);
      return gap.words <= kClause && !gap.stop && !gap.close;
    });
  }

  /// Is the change what the two levels make, about? Else the percentage speaks of something else.
  bool plausible(std::uint32_t a, std::uint32_t b, std::uint32_t by) const {
    const double x = r_.value(a), y = r_.value(b);
    const double said = r_.value(by) / 100;
    const double up = std::max(x, y) / std::min(x, y) - 1, down = 1 - std::min(x, y) / std::max(x, y);
    if (up > kTimes) return false;
    if (const auto turned = r_.turned(by); turned && std::abs(*turned / 100 - up) < up / 20) return false;
    const auto near = [&](double computed) { return computed > said / kFar && computed < said * kFar; };
    return near(up) || near(down);
  }

  /// A change and its levels stand close to each other.
  bool close(std::uint32_t a, std::uint32_t b, std::uint32_t by) const {
    return std::min(r_.between(r_.mention(a).span, r_.mention(by).span).words,
                    r_.between(r_.mention(b).span, r_.mention(by).span).words) <= kApart;
  }

  /// The level that is compared with is the earlier one.
  void put_levels(std::uint32_t s, std::uint32_t a, std::uint32_t b, std::uint32_t by) {
    if (!plausible(a, b, by) || !close(a, b, by)) return;
    const Span percent = r_.mention(by).span, level = r_.mention(std::min(a, b)).span;
    if (level.begin >= percent.end) {  // "vegetables by 33 percent, above all tomatoes (20 tonnes against 9)"
      const Between gap = r_.between(percent.end, level.begin);
      if ((gap.open && gap.words > 1) || !(r_.changes(s, percent, kBeside) || leads(s, by))) return;
    }
    const bool than_b = than(s, by, b), sure = than_b || beside_against(s, a) != beside_against(s, b);
    const bool turned_round = than_b || (sure ? beside_against(s, b) : compared(s, b) && !compared(s, a));
    put(turned_round ? a : b, turned_round ? b : a, by, 0, sure);
  }

  /// "from 1,700 to 2,400", which was read as a range.
  std::optional<std::uint32_t> span_of_levels(std::uint32_t s, bool percent = false) const {
    std::optional<std::uint32_t> found;
    for (const std::uint32_t m : r_.sentences()[s].mentions) {
      const Quantity* q = r_.quantity(m);
      if (q == nullptr || (q->dimension == Dimension::percent) != percent || q->modifier != Modifier::range) continue;
      if (found || !r_.certain(m) || !(Decimal(0, 0) < q->low) || !(Decimal(0, 0) < q->high)) return std::nullopt;
      const Span span = r_.mention(m).span;
      const auto& from = r_.words(s, Computing::against);
      if (std::none_of(from.begin(), from.end(), [&](const Cue& c) {
            return c.span.begin <= span.begin + 1 && c.span.end <= span.end && c.span.end + 3 >= span.begin;
          }))
        return std::nullopt;
      found = m;
    }
    return found;
  }

  bool range_fits(std::uint32_t range, std::uint32_t p) const {
    const double x = r_.value(range), y = r_.quantity(range)->high.approximate();
    const double said = r_.value(p) / 100, change = std::abs(y / x - 1);
    return change > said / kFar && change < said * kFar;
  }

  void percentage(std::uint32_t s, std::uint32_t p) {
    const Span span = r_.mention(p).span;
    const List here = levels(s);
    if (r_.mention(p).partitive || beyond(s, here, p)) return;
    if (!(r_.changes(s, span, kBeside) || follows(s, span) || leads(s, p)) || yearly(s, span)) return;
    const bool only = percentages(s) == 1;
    const auto in_one = [&](auto&& stands) {  // "from 40 to 52 million", which was read as a range
      const auto range = span_of_levels(s);
      if (!only || !range || !range_fits(*range, p) || !stands(*range)) return false;
      put(*range, *range, p);
      return true;
    };
    if (in_one([&](std::uint32_t m) { return summed_up(s, m, p); })) return;
    if (here.size() >= 2) {
      if (const auto pair = one_pair(s, here, p);
          pair && (only || (plausible(pair->first, pair->second, p) && is_nearest(s, pair->first, pair->second, p)))) {
        put_levels(s, pair->first, pair->second, p);
        return;
      }
    }
    if (in_one([&](std::uint32_t m) { return close(m, m, p); })) return;
    if (here.size() != 1 || !only || !(compared(s, here[0]) || than(s, p, here[0])) || s == 0) return;
    // "The country has 23.4 million people. Against 2014, when there were 19.1 million, that is 22.5 percent more."
    for (std::uint32_t back = 1; back <= s && back <= 2; ++back) {
      const std::uint32_t before = s - back;
      if (r_.sentences()[before].paragraph + 2 < r_.sentences()[s].paragraph) return;
      const List there = levels(before);
      if (there.empty()) continue;
      if (there.size() == 1 && r_.alike_levels(there[0], here[0]) && plausible(there[0], here[0], p) &&
          (close(here[0], here[0], p) || than(s, p, here[0])))
        put(there[0], here[0], p);
      return;
    }
  }

  /// "$186 million, 35 percent ABOVE the $120 million planned": the level behind the word is what the nearest in front
  /// is held against.
  bool beyond(std::uint32_t s, const List& here, std::uint32_t p) {
    const Span percent = r_.mention(p).span;
    const Cue* word = r_.behind(s, percent, Computing::beyond, 0);
    if (word == nullptr) return false;
    std::optional<std::uint32_t> before, behind;
    for (const std::uint32_t m : here) {
      const Span span = r_.mention(m).span;
      if (span.end <= percent.begin) before = m;
      if (span.begin >= word->span.end && !behind) behind = m;
    }
    if (!before || !behind || r_.between(word->span.end, r_.mention(*behind).span.begin).words > kNorm) return false;
    const Between gap = r_.between(r_.mention(*before).span.end, percent.begin);
    if (gap.words > kApart || gap.stop || gap.open || !r_.alike_levels(*before, *behind)) return false;
    // where the word is read as a bound of one of them ("bish az 120"), nothing can be told
    const auto plain = [&](std::uint32_t m) { return r_.quantity(m)->modifier == Modifier::exact; };
    if (plain(p) && plain(*behind) && plausible(*before, *behind, p)) put(*before, *behind, p);
    return true;
  }

  /// "150 cases against 210, that is, 60 fewer": what two levels differ by is no level.
  bool is_step(const List& here, std::uint32_t m) const {
    for (const std::uint32_t a : here)
      for (const std::uint32_t b : here)
        if (a != m && b != m && r_.value(a) > r_.value(b) &&
            std::abs(r_.value(a) - r_.value(b) - r_.value(m)) < kStep * r_.value(m))
          return true;
    return false;
  }

  /// The two levels that a percentage lies between; of several pairs that might be meant the one of neighbours.
  std::optional<std::pair<std::uint32_t, std::uint32_t>> one_pair(std::uint32_t s, const List& here,
                                                                  std::uint32_t p) const {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t i = 0; i < here.size(); ++i)
      for (std::size_t k = i + 1; k < here.size(); ++k) {
        const std::uint32_t a = here[i], b = here[k];
        if (!r_.alike_levels(a, b) || is_step(here, a) || is_step(here, b)) continue;
        if (!compared(s, a) && !compared(s, b) && !concluded(s, b, p) && !than(s, p, b) && !summed_up(s, b, p))
          continue;
        if (here.size() > 2 && (!plausible(a, b, p) || !close(a, b, p))) continue;
        found.emplace_back(i, k);
      }
    const auto summed = [&](const auto& f) { return summed_up(s, here[f.second], p); };
    if (found.size() > 1 && std::count_if(found.begin(), found.end(), summed) == 1)
      found = {*std::find_if(found.begin(), found.end(), summed)};
    if (found.size() > 1)
      found.erase(std::remove_if(found.begin(), found.end(), [](const auto& f) { return f.second != f.first + 1; }),
                  found.end());
    if (found.size() != 1) return std::nullopt;
    return std::pair{here[found.front().first], here[found.front().second]};
  }

  /// "fell the number of tourists who came to Jordan by 15 percent": the verb first, and no other figure between.
  bool leads(std::uint32_t s, std::uint32_t p) const {
    const auto& cues = r_.sentences()[s].cues;
    const Span percent = r_.mention(p).span;
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& c) {
      if (c.kind != LabelKind::change || c.span.end > percent.begin) return false;
      if (p > 0 && r_.mention(p - 1).span.end > c.span.end) return false;
      const Between gap = r_.between(c.span.end, percent.begin);
      return gap.words <= kVerb && !gap.stop && !gap.colon && !gap.comma && !gap.open;
    });
  }

  /// A rate, which is no change between two levels; but "in the year 2023" is one.
  bool yearly(std::uint32_t s, Span percent) const {
    const auto cues = r_.words(s, Computing::yearly);
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& c) {
      const Between gap = r_.between(c.span, percent);
      if (gap.words > (c.span.end <= percent.begin ? 4 : 3) || gap.stop || gap.comma || gap.close) return false;
      const auto& mentions = r_.sentences()[s].mentions;
      return std::none_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
        const Span named = r_.mention(m).span;
        return r_.time(m) != nullptr && r_.time(m)->type == TimeType::date &&
               (named.overlaps(c.span) || (named.begin >= c.span.end && named.begin <= c.span.end + 2));
      });
    });
  }

  /// "rose from 10.5 to 12.4 million, that is, by 18 percent": the word of change stands further in front.
  bool follows(std::uint32_t s, Span percent) const {
    if (r_.before(s, percent, Computing::equals, 2) == nullptr) return false;
    const auto& cues = r_.sentences()[s].cues;
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& c) {
      return c.kind == LabelKind::change && c.span.end <= percent.begin &&
             r_.between(c.span.end, percent.begin).words <= 20;
    });
  }

  /// "2,400; this year it is 1,700; that is, 41 percent more": a word of conclusion between the last level and the
  /// change.
  bool concluded(std::uint32_t s, std::uint32_t last, std::uint32_t p) const {
    const Span level = r_.mention(last).span, percent = r_.mention(p).span;
    for (const Cue& c : r_.words(s, Computing::equals))
      if (c.span.begin >= level.end && c.span.end <= percent.begin && r_.between(c.span.end, percent.begin).words <= 5)
        return true;
    return false;
  }

  /// "64 on Saturday and only 16 on Monday, A DROP OF 80 percent": behind the comma it is told what it comes to.
  bool summed_up(std::uint32_t s, std::uint32_t last, std::uint32_t p) const {
    std::uint32_t from = r_.mention(last).span.end;
    const Span percent = r_.mention(p).span;
    for (const std::uint32_t m : r_.sentences()[s].mentions)
      if (r_.time(m) != nullptr && r_.mention(m).span.begin >= from && r_.mention(m).span.end <= percent.begin &&
          r_.between(from, r_.mention(m).span.begin).words <= 1)
        from = r_.mention(m).span.end;
    const auto& cues = r_.sentences()[s].cues;
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& c) {
      if (c.kind != LabelKind::change || c.span.begin < from || c.span.end > percent.begin) return false;
      const Between lead = r_.between(from, c.span.begin);
      return lead.comma && lead.words <= 1 && !lead.stop && r_.between(c.span.end, percent.begin).words <= 1;
    });
  }

  void points(std::uint32_t s, std::uint32_t m) {
    List percents;
    for (const std::uint32_t other : r_.sentences()[s].mentions)
      if (r_.percent(other) != nullptr) percents.push_back(other);
    if (percents.empty()) {  // "by 2.3 points, from 11.4 to 12.9 percent"
      const auto range = span_of_levels(s, true);
      if (range && r_.between(r_.mention(*range).span, r_.mention(m).span).words <= 8) put(*range, *range, m);
      return;
    }
    if (percents.size() != 2) return;
    if (std::min(r_.between(r_.mention(percents[0]).span, r_.mention(m).span).words,
                 r_.between(r_.mention(percents[1]).span, r_.mention(m).span).words) > 8)
      return;
    if (!compared(s, percents[0]) && !compared(s, percents[1])) return;
    const auto& mentions = r_.sentences()[s].mentions;
    if (std::count_if(mentions.begin(), mentions.end(), [&](std::uint32_t other) {
          const Quantity* q = r_.quantity(other);
          return q != nullptr && q->dimension == Dimension::percentage_point;
        }) != 1)
      return;
    put(percents[1], percents[0], m);
  }

  /// "doubled from 5 million to 10 million", "1.8 billion, three times the 600 million it had cost"
  void multiple(std::uint32_t s, const Cue& cue) {
    if (percentages(s) != 0) return;
    const int times = static_cast<int>(cue.payload >> kComputingBits);
    // the longest words win: "doubled three times" is no doubling
    const auto all = r_.words(s, Computing::times);
    if (std::any_of(all.begin(), all.end(), [&](const Cue& c) {
          return c.span.overlaps(cue.span) && c.span.end - c.span.begin > cue.span.end - cue.span.begin;
        }))
      return;
    const List here = levels(s);
    if (const auto range = span_of_levels(s)) {
      const Span span = r_.mention(*range).span;
      const Between gap = r_.between(cue.span, span);
      const double x = r_.value(*range), y = r_.quantity(*range)->high.approximate();
      if (gap.words <= kFromTimes && !gap.stop && near_times(x, y, times)) put(*range, *range, std::nullopt, times);
      return;
    }
    std::optional<std::pair<std::uint32_t, std::uint32_t>> found;
    for (std::size_t i = 0; i < here.size(); ++i)
      for (std::size_t k = i + 1; k < here.size(); ++k) {
        const std::uint32_t a = here[i], b = here[k];
        if (!r_.alike_levels(a, b) || !near_times(r_.value(a), r_.value(b), times)) continue;
        const Span first = r_.mention(a).span, second = r_.mention(b).span;
        const bool leads = r_.between(cue.span, second).words == 0 && cue.span.end <= second.begin;  // "twice THE 600"
        if (!leads && !compared(s, a) && !compared(s, b)) continue;
        const Between to = std::min(r_.between(cue.span, first), r_.between(cue.span, second),
                                    [](const Between& x, const Between& y) { return x.words < y.words; });
        if (to.words > (leads ? 0 : kFromTimes) || to.stop || r_.between(first.end, second.begin).stop) continue;
        if (found) return;
        found = {a, b};
      }
    if (found) put(found->second, found->first, std::nullopt, times);
  }

  /// So far off that it is no slip, and the two are not said to be multiples.
  static bool near_times(double x, double y, int times) {
    const double ratio = std::max(x, y) / std::min(x, y);
    return ratio > 1.1 && ratio < 1.8 * times;
  }

  const Reckoning& r_;
  std::vector<Computation>& out_;
};

}  // namespace

void find_changes(const Reckoning& r, std::vector<Computation>& out) { Changes(r, out).run(); }

}  // namespace mizan
