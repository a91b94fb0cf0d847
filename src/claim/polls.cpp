// Votes and the house that casts them, shares that are all of a hundred: "by 64 votes to 52, with nine abstaining" of
// 120 members; "46 percent for it, 41 against, and the remaining 13 had no opinion".
#include <algorithm>

#include "claim/reckoning.hpp"

namespace mizan {
namespace {

constexpr double kNear = 0.25;       // votes above the house by more are those of another body
constexpr double kHundredNear = 25;  // percent that all shares together may be off, and still be meant to be all
constexpr int kReach = 15;           // words between two shares of one row
constexpr int kRest = 3;             // words between "the remaining" and its share

class Polls {
 public:
  Polls(const Reckoning& r, std::vector<Computation>& out) : r_(r), out_(out) {}

  void run() {
    for (std::uint32_t s = 0; s < r_.sentences().size(); ++s) {
      if (r_.has(s, Computing::abstained)) votes(s);
      if (r_.has(s, Computing::remaining)) hundred(s);
    }
  }

 private:
  using List = std::vector<std::uint32_t>;

  /// For, against, abstaining, and the house: some may be absent, but nobody votes twice.
  void votes(std::uint32_t s) {
    List counts;
    for (const std::uint32_t m : r_.sentences()[s].mentions)
      if (r_.level(m) != nullptr && r_.level(m)->counted() && r_.value(m) > 1) counts.push_back(m);
    if (counts.size() != 4) return;
    const auto house = std::max_element(counts.begin(), counts.end(),
                                        [&](std::uint32_t a, std::uint32_t b) { return r_.value(a) < r_.value(b); });
    const std::uint32_t total = *house;
    counts.erase(house);
    double sum = 0;
    for (const std::uint32_t m : counts) sum += r_.value(m);
    if (sum > r_.value(total) * (1 + kNear) || sum < r_.value(total) / 2) return;
    out_.push_back(sum_of(total, counts, false));
  }

  /// Shares in a row of which the last are the remaining.
  void hundred(std::uint32_t s) {
    List row;
    double sum = 0;
    for (const std::uint32_t m : r_.sentences()[s].mentions) {
      const Quantity* q = r_.quantity(m);
      if (q == nullptr || q->dimension != Dimension::percent) continue;
      if (r_.percent(m) == nullptr || r_.changes(s, r_.mention(m).span, 3)) return;
      if (!row.empty()) {
        const Between gap = r_.between(r_.mention(row.back()).span.end, r_.mention(m).span.begin);
        if (gap.words > kReach || gap.stop) return;
      }
      row.push_back(m);
      sum += r_.value(m);
    }
    if (row.size() < 2) return;
    const Span last = r_.mention(row.back()).span;
    const Cue* rest = r_.before(s, last, Computing::remaining, kRest);
    if (rest == nullptr) rest = r_.behind(s, last, Computing::remaining, 1);
    if (rest == nullptr || rest->span.begin < r_.mention(row[row.size() - 2]).span.end) return;
    if (sum < 100 - kHundredNear || sum > 100 + kHundredNear) return;
    Computation c;
    c.kind = Computation::Kind::sum;
    c.operands = std::move(row);
    c.times = 100;
    out_.push_back(std::move(c));
  }

  const Reckoning& r_;
  std::vector<Computation>& out_;
};

}  // namespace

void find_polls(const Reckoning& r, std::vector<Computation>& out) { Polls(r, out).run(); }

}  // namespace mizan
