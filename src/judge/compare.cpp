// Two texts on one matter: which values are of one thing, and whether they agree.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "judge/checks.hpp"
#include "judge/matter.hpp"

namespace mizan {
namespace {

constexpr double kMost = 3;           // of counts: what is more tells no more
constexpr double kConflict = 0.535;   // surer than this: a contradiction
constexpr double kDoubt = 0.35;       // surer than this: an editor should look
constexpr std::size_t kManyMet = 6;   // values that meet: enough to tell whether one text follows the other
constexpr double kInOrder = 0.15;     // share of pairs of them that are in another order in the other text, at most
constexpr double kOutOfOrder = 0.05;  // share of them that two values of one thing may cross

struct Candidate {
  std::size_t i, j;
  Stand stand;
  double alike = 0;
  double sure = 0;
  bool doubtful = false;  ///< at most a tension
};

std::string_view message(Stand stand) {
  switch (stand) {
    case Stand::equal:
      return "The values are the same.";
    case Stand::meet:
      return "Both values can be true.";
    case Stand::edge:
      return "One text gives a bound, and the other the very value that it leaves out.";
    case Stand::bounds:
      return "Two different bounds are given.";
    case Stand::rounding:
      return "Only rounding lets the two values be one.";
    case Stand::apart:
    case Stand::none:
      break;
  }
  return "The two values cannot both be true.";
}

class Comparer {
 public:
  Comparer(const std::vector<DocumentView>& views, const std::vector<Claim>& claims)
      : views_(views), left_(side(views[0], claims, 0)), right_(side(views[1], claims, 1)) {
    turned_ = right_.words.size() < left_.words.size();
    short_ = turned_ ? &right_ : &left_;
    long_ = turned_ ? &left_ : &right_;
  }

  Comparison run() {
    collect();
    agree();
    conflict();
    Comparison result;
    std::stable_sort(findings_.begin(), findings_.end(),
                     [](const Finding& x, const Finding& y) { return x.verdict < y.verdict; });
    result.findings = std::move(findings_);
    for (std::size_t i = 0; i < short_->items.size(); ++i)
      if (said_short_[i] == 0) result.only[turned_ ? 1 : 0].push_back(short_->items[i].mention);
    for (std::size_t j = 0; j < long_->items.size(); ++j)
      if (said_long_[j] == 0) result.only[turned_ ? 0 : 1].push_back(long_->items[j].mention);
    return result;
  }

 private:
  void collect() {
    said_short_.assign(short_->items.size(), 0);
    said_long_.assign(long_->items.size(), 0);
    for (std::size_t i = 0; i < short_->items.size(); ++i)
      for (std::size_t j = 0; j < long_->items.size(); ++j) {
        const Stand s = stand(short_->items[i].value->readings, long_->items[j].value->readings);
        if (s == Stand::none) continue;
        candidates_.push_back({i, j, s, likeness(*short_, short_->items[i], *long_, long_->items[j])});
      }
  }

  static bool agrees(const Candidate& c) { return c.stand == Stand::equal || c.stand == Stand::meet; }

  /// Values that meet, best first, each once.
  void agree() {
    std::vector<const Candidate*> order;
    for (const Candidate& c : candidates_)
      if (agrees(c)) order.push_back(&c);
    const auto worth = [](const Candidate& c) { return c.alike + (c.stand == Stand::equal ? 0.5 : 0); };
    std::stable_sort(order.begin(), order.end(),
                     [&](const Candidate* x, const Candidate* y) { return worth(*x) > worth(*y); });
    met_short_.assign(short_->items.size(), 0);
    met_long_.assign(long_->items.size(), 0);
    for (const Candidate* c : order) {
      said_short_[c->i] = said_long_[c->j] = 1;
      if (met_short_[c->i] > 0 || met_long_[c->j] > 0) continue;
      met_short_[c->i] = met_long_[c->j] = c->stand == Stand::equal ? 1 : 0.5;
      met_.push_back(*c);
    }
  }

  /// How many of the values that meet stand before one of the two, and behind the other?
  double crossed(const Candidate& c) const {
    const auto count = std::count_if(met_.begin(), met_.end(), [&](const Candidate& other) {
      return (other.i < c.i && other.j > c.j) || (other.i > c.i && other.j < c.j);
    });
    return met_.empty() ? 0 : static_cast<double>(count) / static_cast<double>(met_.size());
  }

  /// Does one text follow the other, as a translation does? Then values of one thing stand at one place.
  bool in_order() const {
    if (met_.size() < kManyMet) return false;
    double sum = 0;
    for (const Candidate& c : met_) sum += crossed(c);
    return sum < kInOrder * static_cast<double>(met_.size());
  }

  void conflict() {
    std::vector<Candidate> odds;
    const bool ordered = in_order();
    for (const Candidate& c : candidates_)
      if (!agrees(c) && !(ordered && crossed(c) > kOutOfOrder)) odds.push_back(c);
    const std::size_t n = short_->items.size();
    std::vector<int> kin(n, 0);  // what of the longer text each value of the shorter can be compared with
    for (const Candidate& c : candidates_)
      if (!(ordered && crossed(c) > kOutOfOrder)) ++kin[c.i];
    struct Count {
      double borne = 0, lacking = 0, orphans = 0;
    };
    std::map<std::uint32_t, Count> counts;  // by sentence of the shorter text
    for (std::size_t i = 0; i < n; ++i) {
      Count& count = counts[short_->items[i].value->sentence];
      (met_short_[i] > 0 ? count.borne : kin[i] > 0 ? count.lacking : count.orphans) += 1;
    }
    for (Candidate& c : odds) {
      MatterSigns s = matter_signs(*short_, short_->items[c.i], *long_, long_->items[c.j], c.stand);
      // of another period, and no value of its own; or a count that has grown since: neither is a contradiction
      if ((s[m_date] > 0 && s[m_scopes] > 0) || s[m_grown] > 0) continue;
      const bool met = met_short_[c.i] > 0;
      const auto& [borne, lacking, orphans] = counts[short_->items[c.i].value->sentence];
      s[m_crowd] = std::log(kin[c.i]);
      s[m_met_short] = met_short_[c.i];
      s[m_met_long] = met_long_[c.j];
      s[m_others_apart] = std::min(kMost, lacking - (met ? 0 : 1));
      s[m_orphans] = std::min(kMost, orphans);
      s[m_all_agree] = borne > (met ? 1 : 0) && s[m_others_apart] == 0;
      c.sure = sure_of_conflict(s);
      // a third value makes up the difference, or one of the two is a plan or denied
      c.doubtful =
          c.stand == Stand::rounding || c.stand == Stand::bounds || s[m_sum] > 0 || s[m_planned] > 0 || s[m_denied] > 0;
    }
    std::stable_sort(odds.begin(), odds.end(), [](const Candidate& x, const Candidate& y) {
      return x.doubtful != y.doubtful ? y.doubtful : x.sure > y.sure;
    });
    std::vector<char> taken_short(n, 0), taken_long(long_->items.size(), 0);
    for (const Candidate& c : odds) {
      if (c.sure < kDoubt) continue;
      if (taken_short[c.i] != 0 || taken_long[c.j] != 0) continue;
      taken_short[c.i] = taken_long[c.j] = 1;
      said_short_[c.i] = said_long_[c.j] = 1;
      report(c);
    }
    for (const Candidate& c : met_)
      if (taken_short[c.i] == 0 && taken_long[c.j] == 0) report(c);
  }

  void report(const Candidate& c) {
    Finding f;
    if (agrees(c)) {
      f.verdict = Verdict::corroboration;
      f.level = Level::none;
    } else {
      const bool sure = c.sure >= kConflict && !c.doubtful;
      f.verdict = sure ? Verdict::contradiction : Verdict::tension;
      f.level = sure ? Level::error : Level::note;
    }
    f.rule = "compare";
    const Item& x = turned_ ? long_->items[c.j] : short_->items[c.i];
    const Item& y = turned_ ? short_->items[c.i] : long_->items[c.j];
    for (const auto& [item, side] : {std::pair{&x, 0U}, std::pair{&y, 1U}}) {
      const Mention& m = *item->value;
      const auto& sentences = views_[side].sentences;
      f.evidence.push_back({side,
                            m.span,
                            m.sentence < sentences.size() ? sentences[m.sentence] : m.span,
                            dump(m.readings.front()),
                            {},
                            side});
    }
    f.title = fmt::format("{} {} {}", f.evidence[0].value, agrees(c) ? "and" : "vs", f.evidence[1].value);
    f.message = std::string(message(c.stand));
    f.confidence = agrees(c) ? 1 : c.sure;
    for (const auto& [item, label] : {std::pair{&x, "period A"}, std::pair{&y, "period B"}})
      if (item->at != nullptr) f.reason.emplace_back(label, dump(*item->at));
    f.reason.emplace_back("words in common", fmt::format("{:.2f}", c.alike));
    seal(f, views_);
    findings_.push_back(std::move(f));
  }

  const std::vector<DocumentView>& views_;
  Side left_, right_;
  bool turned_ = false;
  const Side* short_ = nullptr;
  const Side* long_ = nullptr;
  std::vector<Candidate> candidates_, met_;
  std::vector<char> said_short_, said_long_;  // is there anything of it in the other text?
  std::vector<double> met_short_, met_long_;
  std::vector<Finding> findings_;
};

}  // namespace

Comparison compare(const DocumentView& a, const DocumentView& b, const std::vector<Claim>& claims) {
  return Comparer({a, b}, claims).run();
}

}  // namespace mizan
