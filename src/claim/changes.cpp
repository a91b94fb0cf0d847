// A change and the levels it lies between: "rose 41 percent from 1,700 to 2,400", "12.4 million, up 18 percent
// from 10.5 million", "doubled from 5 to 10 million", "from 43.4 to 48.5 percent, 5.1 points more".
#include <algorithm>
#include <cmath>

#include "claim/reckoning.hpp"

namespace mizan {
namespace {

constexpr int kBeside = 4;     // words between a percentage and the word that makes a change of it
constexpr int kLevel = 3;      // words between "from", "compared with" and the level
constexpr int kApart = 10;     // words between the percentage and the nearer level
constexpr double kFar = 3;     // a change so many times the stated one is one of other levels
constexpr double kTimes = 50;  // and so are levels so far apart

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

  void put(std::uint32_t a, std::uint32_t b, std::optional<std::uint32_t> by, int times = 0) {
    Computation c;
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

  bool compared(std::uint32_t s, std::uint32_t m) const {
    const Span span = r_.mention(m).span;
    return r_.before(s, span, Computing::against, kLevel) != nullptr ||
           r_.before(s, span, Computing::earlier, 2) != nullptr || r_.behind(s, span, Computing::earlier, 3) != nullptr;
  }

  /// Is the change what the two levels make, about? Else the percentage speaks of something else.
  bool plausible(std::uint32_t a, std::uint32_t b, std::uint32_t by) const {
    const double x = r_.quantity(a)->low.approximate(), y = r_.quantity(b)->low.approximate();
    const double said = r_.quantity(by)->low.approximate() / 100;
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
      if ((gap.open && gap.words > 1) || !r_.changes(s, percent, kBeside)) return;
    }
    const bool turned_round = compared(s, b) && !compared(s, a);
    put(turned_round ? a : b, turned_round ? b : a, by);
  }

  /// "from 1,700 to 2,400", which was read as a range.
  std::optional<std::uint32_t> span_of_levels(std::uint32_t s) const {
    std::optional<std::uint32_t> found;
    for (const std::uint32_t m : r_.sentences()[s].mentions) {
      const Quantity* q = r_.quantity(m);
      if (q == nullptr || q->dimension == Dimension::percent || q->modifier != Modifier::range) continue;
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
    const double x = r_.quantity(range)->low.approximate(), y = r_.quantity(range)->high.approximate();
    const double said = r_.quantity(p)->low.approximate() / 100, change = std::abs(y / x - 1);
    return change > said / kFar && change < said * kFar;
  }

  void percentage(std::uint32_t s, std::uint32_t p) {
    const Span span = r_.mention(p).span;
    if (r_.mention(p).partitive || !(r_.changes(s, span, kBeside) || follows(s, span))) return;
    if (r_.before(s, span, Computing::yearly, 4) != nullptr || r_.behind(s, span, Computing::yearly, 3) != nullptr)
      return;
    const List here = levels(s);
    if (here.size() == 2 && r_.alike(here[0], here[1]) && percentages(s) == 1) {
      const bool joined = compared(s, here[0]) || compared(s, here[1]) || concluded(s, here[1], p);
      if (joined) put_levels(s, here[0], here[1], p);
      return;
    }
    if (here.empty() && percentages(s) == 1) {
      if (const auto range = span_of_levels(s); range && range_fits(*range, p) && close(*range, *range, p))
        put(*range, *range, p);
      return;
    }
    if (here.size() != 1 || percentages(s) != 1 || !compared(s, here[0]) || s == 0) return;
    // "The country has 23.4 million people. Against 2014, when there were 19.1 million, that is 22.5 percent more."
    for (std::uint32_t back = 1; back <= s && back <= 2; ++back) {
      const std::uint32_t before = s - back;
      if (r_.sentences()[before].paragraph + 2 < r_.sentences()[s].paragraph) return;
      const List there = levels(before);
      if (there.empty()) continue;
      if (there.size() == 1 && r_.alike(there[0], here[0]) && plausible(there[0], here[0], p) &&
          close(here[0], here[0], p))
        put(there[0], here[0], p);
      return;
    }
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

  void points(std::uint32_t s, std::uint32_t m) {
    List percents;
    for (const std::uint32_t other : r_.sentences()[s].mentions)
      if (r_.percent(other) != nullptr) percents.push_back(other);
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

  /// "doubled from 5 million to 10 million"
  void multiple(std::uint32_t s, const Cue& cue) {
    const List here = levels(s);
    if (percentages(s) != 0) return;
    const int times = static_cast<int>(cue.payload >> kComputingBits);
    if (const auto range = span_of_levels(s); range && here.empty()) {
      const Span span = r_.mention(*range).span;
      if (cue.span.end <= span.begin && r_.between(cue.span.end, span.begin).words <= 2)
        put(*range, *range, std::nullopt, times);
      return;
    }
    if (here.size() != 2 || !r_.alike(here[0], here[1])) return;
    const Span first = r_.mention(here[0]).span, second = r_.mention(here[1]).span;
    if (cue.span.end > first.begin || r_.between(cue.span.end, first.begin).words > 4) return;
    const Between gap = r_.between(first.end, second.begin);
    if (gap.words > 4 || gap.signs() || !(compared(s, here[0]) || compared(s, here[1]))) return;
    put(here[1], here[0], std::nullopt, times);
  }

  const Reckoning& r_;
  std::vector<Computation>& out_;
};

}  // namespace

void find_changes(const Reckoning& r, std::vector<Computation>& out) { Changes(r, out).run(); }

}  // namespace mizan
