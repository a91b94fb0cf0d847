#include "judge/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "judge/arithmetic.hpp"
#include "judge/checks.hpp"
#include "judge/open.hpp"
#include "judge/values.hpp"

namespace mizan {
namespace {

using std::chrono::days;

const Time* time(const Claim& claim) { return std::get_if<Time>(&claim.readings.front()); }

/// All readings must disagree before two claims do; only a gap that no rounding of either figure closes is sure.
Relation relate_by_rule(const Claim& a, const Claim& b) {
  Relation best = Relation::apart;
  for (const Reading& x : a.readings)
    for (const Reading& y : b.readings) {
      const auto* p = std::get_if<Quantity>(&x);
      const auto* q = std::get_if<Quantity>(&y);
      if (p == nullptr || q == nullptr || (p->unit != q->unit && p->dimension != Dimension::count)) continue;
      if (meets(range(*p), range(*q))) return Relation::meet;
      if (meets(loose_range(*p), loose_range(*q))) best = Relation::rounding;
    }
  return best;
}

std::string fill(const std::string& pattern, const Claim& a, const Claim& b, const std::string& at) {
  std::string result;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t close = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
    if (close == std::string::npos) {
      result += pattern[i++];
      continue;
    }
    const std::string field = pattern.substr(i + 1, close - i - 1);
    if (field == "a.value") {
      result += dump(a.readings.front());
    } else if (field == "b.value") {
      result += dump(b.readings.front());
    } else if (field == "at") {
      result += at;
    } else {
      for (const Slot& slot : a.key)
        if (slot.name == field) result += slot.value;
    }
    i = close + 1;
  }
  return result;
}

class Judge {
 public:
  Judge(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims, const std::vector<Frame>& frames,
        const Weigher& weigher, Links links)
      : documents_(documents), claims_(claims), frames_(frames), weigher_(weigher), links_(std::move(links)) {}

  Judgement run() {
    const std::vector<std::uint32_t> order = text_order();
    identify(order);
    std::map<std::string, std::vector<std::uint32_t>> buckets;
    for (const std::uint32_t c : order) buckets[claim_key(claims_[c])].push_back(c);
    for (auto& [key, bucket] : buckets) {
      const Frame* frame = frame_of(claims_[bucket.front()].frame);
      if (frame == nullptr) continue;
      if (frame->value_is_time)
        events(*frame, bucket);
      else
        figures(*frame, bucket);
    }
    judge_open(documents_, claims_, result_.claim_ids, weigher_, std::move(links_), result_.findings);
    check_mentions(documents_, result_.findings);
    check_arithmetic(documents_, result_.findings);
    check_converted(documents_, result_.findings);
    sort();
    return std::move(result_);
  }

 private:
  const Frame* frame_of(const std::string& id) const {
    const auto found = std::find_if(frames_.begin(), frames_.end(), [&](const Frame& f) { return f.id == id; });
    return found == frames_.end() ? nullptr : &*found;
  }

  /// The claims as they stand in the documents, however they came in.
  std::vector<std::uint32_t> text_order() const {
    std::vector<std::uint32_t> order(claims_.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t j) {
      const Claim& a = claims_[i];
      const Claim& b = claims_[j];
      const auto place = [](const Claim& c) { return std::tie(c.document, c.span, c.frame); };
      return place(a) != place(b) ? place(a) < place(b) : dump(a) < dump(b);
    });
    return order;
  }

  void identify(const std::vector<std::uint32_t>& order) {
    std::map<std::string, int> seen;
    result_.claim_ids.resize(claims_.size());
    for (const std::uint32_t c : order) {
      const std::string core = documents_[claims_[c].document].id + "\x1f" + dump(claims_[c]);
      result_.claim_ids[c] = stable_id("cl-", core + "\x1f" + std::to_string(seen[core]++));
    }
  }

  Evidence claim_evidence(std::uint32_t c, std::uint32_t side) const {
    const Claim& claim = claims_[c];
    return {claim.document, claim.span, claim.sentence, dump(claim.readings.front()), result_.claim_ids[c], side};
  }

  static std::string slots(const Claim& claim) {
    std::string text;
    for (const Slot& slot : claim.key) text += (text.empty() ? "" : ", ") + slot.name + "=" + slot.value;
    return text;
  }

  // ------------------------------------------------------------------------------------------------ figures

  /// The days a figure holds for: its period, or for a state the time from the day it was said.
  std::optional<Days> holds(const Frame& frame, const Claim& claim) const {
    if (!claim.at || !claim.at->days || !claim.at->days->first || !claim.at->days->last) return std::nullopt;
    Days d = *claim.at->days;
    if (frame.holds_days > 0) d.last = *d.last + days(frame.holds_days);
    return d;
  }

  void figures(const Frame& frame, const std::vector<std::uint32_t>& bucket) {
    std::map<std::pair<Day, Day>, std::vector<std::uint32_t>> periods;
    std::vector<std::uint32_t> undated;
    for (const std::uint32_t c : bucket) {
      const auto d = holds(frame, claims_[c]);
      if (d)
        periods[{*d->first, *d->last}].push_back(c);
      else if (!claims_[c].at)
        undated.push_back(c);
    }
    if (frame.times_equal) {
      for (const auto& [period, group] : periods) compare(frame, group);
    } else {
      // states: statements whose times overlap one after another
      std::vector<std::uint32_t> run;
      std::optional<Day> until;
      for (const auto& [period, group] : periods) {
        if (until && period.first > *until) {
          compare(frame, run);
          run.clear();
          until.reset();
        }
        run.insert(run.end(), group.begin(), group.end());
        until = until ? std::max(*until, period.second) : period.second;
      }
      compare(frame, run);
    }
    // no date at all: only a document can be held against itself
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_document;
    for (const std::uint32_t c : undated) by_document[claims_[c].document].push_back(c);
    for (const auto& [document, group] : by_document) compare(frame, group);

    check_records(documents_, claims_, result_.claim_ids, bucket, frame, result_.findings);
    series(frame, bucket);
  }

  /// Claims of one fact: equal values make a side; sides that meet corroborate, sides that cannot are a contradiction.
  /// Of a crowd of sides each is only held against the one with the most statements.
  void compare(const Frame& frame, const std::vector<std::uint32_t>& group) {
    std::vector<std::vector<std::uint32_t>> sides;  // distinct values, in order of their first claim
    std::unordered_map<std::string, std::size_t> side_of;
    for (const std::uint32_t c : group) {
      if (!compared(claims_[c])) continue;
      const auto [side, fresh] = side_of.emplace(dump(claims_[c].readings.front()), sides.size());
      if (fresh) sides.emplace_back();
      sides[side->second].push_back(c);
    }
    const bool crowd = sides.size() > (frame.times_equal ? kCrowd : kCrowdInTime);
    if (crowd)
      std::rotate(sides.begin(),
                  std::max_element(sides.begin(), sides.end(),
                                   [](const auto& a, const auto& b) { return a.size() < b.size(); }),
                  sides.end());
    std::vector<bool> at_odds(sides.size(), false);
    for (std::size_t i = 0; i < (crowd ? 1 : sides.size()); ++i) {
      for (std::size_t j = i + 1; j < sides.size(); ++j) {
        auto [left, right] = together(frame, sides[i], sides[j]);
        if (left.empty() || !same_unit(claims_[left.front()], claims_[right.front()])) continue;
        const Relation relation = relate_by_rule(claims_[left.front()], claims_[right.front()]);
        if (relation == Relation::meet) continue;
        at_odds[i] = at_odds[j] = true;
        if (crowd) left.resize(1);  // one statement is enough to tell, or each finding would list them all
        difference(frame, left, right, relation);
      }
    }
    std::vector<std::vector<std::size_t>> agreed;  // sides that meet, each with each
    for (std::size_t i = 0; i < sides.size(); ++i) {
      const auto fits = [&](std::size_t other) {
        return !at_odds[other] &&
               relate_by_rule(claims_[sides[i].front()], claims_[sides[other].front()]) == Relation::meet &&
               !together(frame, sides[i], sides[other]).first.empty();
      };
      const bool alone = crowd || at_odds[i];
      auto met = alone ? agreed.end() : std::find_if(agreed.begin(), agreed.end(), [&](const auto& g) {
        return std::all_of(g.begin(), g.end(), fits);
      });
      if (met == agreed.end()) met = agreed.insert(agreed.end(), std::vector<std::size_t>{});
      met->push_back(i);
    }
    for (const auto& some : agreed) {
      std::vector<std::uint32_t> all;
      for (const std::size_t i : some) all.insert(all.end(), sides[i].begin(), sides[i].end());
      if (all.size() > 1) corroborate(frame, all);
    }
  }

  /// Of two sides the claims that hold at a time when one of the other side does.
  std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>> together(
      const Frame& frame, const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) const {
    if (frame.times_equal || !claims_[left.front()].at) return {left, right};  // one period, or no date
    return {beside(frame, left, right), beside(frame, right, left)};
  }
  std::vector<std::uint32_t> beside(const Frame& frame, const std::vector<std::uint32_t>& some,
                                    const std::vector<std::uint32_t>& others) const {
    std::vector<std::pair<Day, Day>>
        spells;  // begin, and the latest end up to there; the sides come sorted by their begin
    for (const std::uint32_t c : others) {
      const Days d = *holds(frame, claims_[c]);
      spells.emplace_back(*d.first, spells.empty() ? *d.last : std::max(*d.last, spells.back().second));
    }
    std::vector<std::uint32_t> result;
    for (const std::uint32_t c : some) {
      const Days d = *holds(frame, claims_[c]);
      const auto after = std::upper_bound(spells.begin(), spells.end(), *d.last,
                                          [](Day day, const auto& spell) { return day < spell.first; });
      if (after != spells.begin() && std::prev(after)->second >= *d.first) result.push_back(c);
    }
    return result;
  }

  std::string at_text(const Claim& claim) const {
    if (!claim.at) return "";
    return claim.at->value.empty() && claim.at->days ? dump(*claim.at->days) : claim.at->value;
  }

  void difference(const Frame& frame, const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right,
                  Relation relation) {
    const Claim& a = claims_[left.front()];
    const Claim& b = claims_[right.front()];
    Finding f;
    const bool sure = relation == Relation::apart;
    f.verdict = sure ? Verdict::contradiction : Verdict::tension;
    f.level = sure ? frame.level : std::min(frame.level, Level::warning);
    f.rule = frame.id;
    const std::string at = at_text(a);
    f.title = fmt::format("{} ({}){}: {} vs {}", frame.title, slots(a), at.empty() ? "" : ", " + at,
                          dump(a.readings.front()), dump(b.readings.front()));
    f.message = fill(frame.message, a, b, at);
    if (!sure) f.message += "; only rounding can reconcile the two";
    both_sides(f, left, right);
    f.reason = {{"key", slots(a)}, {"at", at}};
    add_ranges(f.reason, "A", a);
    add_ranges(f.reason, "B", b);
    f.reason.emplace_back("statements", fmt::format("{} of A, {} of B", left.size(), right.size()));
    f.confidence = std::min(a.confidence, b.confidence);
    finish(std::move(f));
  }

  void both_sides(Finding& f, const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) const {
    for (const std::uint32_t c : left) f.evidence.push_back(claim_evidence(c, 0));
    for (const std::uint32_t c : right) f.evidence.push_back(claim_evidence(c, 1));
  }

  static void add_ranges(Reason& reason, const std::string& side, const Claim& claim) {
    if (const Quantity* q = quantity(claim)) reason.emplace_back("interval " + side, dump(range(*q)));
  }

  void corroborate(const Frame& frame, const std::vector<std::uint32_t>& group) {
    const Claim& first = claims_[group.front()];
    Finding f;
    f.verdict = Verdict::corroboration;
    f.level = Level::none;
    f.rule = frame.id;
    const std::string at = at_text(first);
    std::vector<std::string> values;
    for (const std::uint32_t c : group) {
      f.evidence.push_back(claim_evidence(c, 0));
      const std::string value = dump(claims_[c].readings.front());
      if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
      f.confidence = std::min(f.confidence, claims_[c].confidence);
    }
    std::string joined;
    for (const auto& value : values) joined += (joined.empty() ? "" : ", ") + value;
    f.title = fmt::format("{} ({}){}: {}", frame.title, slots(first),
                          at.empty() || frame.value_is_time ? "" : ", " + at, joined);
    f.message = values.size() == 1 ? "The statements agree." : "The statements leave a common value.";
    f.reason = {{"key", slots(first)}};
    if (!at.empty()) f.reason.emplace_back("at", at);
    f.reason.emplace_back("statements", std::to_string(group.size()));
    finish(std::move(f));
  }

  // ------------------------------------------------------------------------------------------------- events

  /// Days to compare by. A date whose year nobody states is placed in year 4, and only meets its own document.
  static std::optional<Days> event_days(const Claim& claim) {
    const Time* t = time(claim);
    if (t == nullptr) return std::nullopt;
    if (t->days && t->days->first && t->days->last) return t->days;
    const auto part = [&](std::size_t at) -> std::optional<Day> {
      if (t->value.size() < at + 10 || t->value.compare(at, 5, "XXXX-") != 0) return std::nullopt;
      const auto digits = [&](std::size_t i) {
        return static_cast<unsigned>((t->value[i] - '0') * 10 + (t->value[i + 1] - '0'));
      };
      return Day(std::chrono::year(4) / static_cast<int>(digits(at + 5)) / static_cast<int>(digits(at + 8)));
    };
    const auto first = part(0);
    if (!first) return std::nullopt;
    const auto last = t->value.size() > 10 && t->value[10] == '/' ? part(11) : first;
    return Days{first, last ? last : first};
  }

  void events(const Frame& frame, const std::vector<std::uint32_t>& bucket) {
    struct Dated {
      std::uint32_t claim;
      Days when;
      std::uint32_t home;  // its document, if the date has no year; else none
    };
    std::vector<Dated> dated;
    for (const std::uint32_t c : bucket)
      if (const auto when = event_days(claims_[c]); when && compared_event(claims_[c]))
        dated.push_back({c, *when, time(claims_[c])->days ? UINT32_MAX : claims_[c].document});
    std::stable_sort(dated.begin(), dated.end(), [](const Dated& a, const Dated& b) {
      return std::tie(a.home, a.when.first, a.when.last) < std::tie(b.home, b.when.first, b.when.last);
    });
    for (std::size_t i = 0; i < dated.size();) {
      std::size_t j = i + 1;
      Day until = *dated[i].when.last;
      while (j < dated.size() && dated[j].home == dated[i].home &&
             *dated[j].when.first <= until + days(frame.within_days)) {
        until = std::max(until, *dated[j].when.last);
        ++j;
      }
      std::vector<std::uint32_t> group;
      for (std::size_t k = i; k < j; ++k) group.push_back(dated[k].claim);
      occasion(frame, group);
      i = j;
    }
    series(frame, bucket);
  }

  /// A visit announced is the visit made: plans of an event are compared, denials are not.
  static bool compared_event(const Claim& claim) { return claim.stance != Stance::denied; }

  /// Dates that share a day make a side; two sides near each other contradict. A month that holds both dates accuses
  /// neither.
  void occasion(const Frame& frame, const std::vector<std::uint32_t>& group) {
    struct Side {
      std::vector<std::uint32_t> claims;
      Days common;
    };
    std::vector<Side> sides;
    std::size_t open = 0;  // the claims come sorted by their first day: what ended before meets none of the rest
    for (const std::uint32_t c : group) {
      const Days when = *event_days(claims_[c]);
      while (open < sides.size() && *sides[open].common.last < *when.first) ++open;
      const auto side = std::find_if(sides.begin() + static_cast<std::ptrdiff_t>(open), sides.end(),
                                     [&](const Side& s) { return meets(s.common, when); });
      if (side == sides.end()) {
        sides.push_back({{c}, when});
      } else {
        side->claims.push_back(c);
        side->common = Days{std::max(*side->common.first, *when.first), std::min(*side->common.last, *when.last)};
      }
    }
    const auto outside = [&](const std::vector<std::uint32_t>& some, const Days& days_of_others) {
      std::vector<std::uint32_t> result;
      for (const std::uint32_t c : some)
        if (!meets(*event_days(claims_[c]), days_of_others)) result.push_back(c);
      return result;
    };
    for (std::size_t i = 0; i < sides.size(); ++i)
      for (std::size_t j = i + 1; j < sides.size(); ++j) {
        const Days &a = sides[i].common, &b = sides[j].common;
        if (*event_days(claims_[sides[j].claims.front()])->first > *a.last + days(frame.within_days)) break;
        if (*b.first > *a.last + days(frame.within_days) || *a.first > *b.last + days(frame.within_days)) continue;
        const auto right = outside(sides[j].claims, a);
        if (right.empty()) continue;
        Days hull = *event_days(claims_[right.front()]);
        for (const std::uint32_t c : right) hull = widen(hull, *event_days(claims_[c]));
        const auto left = outside(sides[i].claims, hull);
        if (!left.empty()) dates_differ(frame, left, right);
      }
    for (const Side& side : sides)
      if (side.claims.size() > 1) corroborate(frame, side.claims);
  }

  void dates_differ(const Frame& frame, const std::vector<std::uint32_t>& left,
                    const std::vector<std::uint32_t>& right) {
    const Claim& a = claims_[left.front()];
    const Claim& b = claims_[right.front()];
    Finding f;
    f.verdict = Verdict::contradiction;
    f.level = frame.level;
    f.rule = frame.id;
    f.title =
        fmt::format("{} ({}): {} vs {}", frame.title, slots(a), dump(a.readings.front()), dump(b.readings.front()));
    f.message = fill(frame.message, a, b, "");
    both_sides(f, left, right);
    f.reason = {{"key", slots(a)},
                {"A", dump(a.readings.front())},
                {"B", dump(b.readings.front())},
                {"within", fmt::format("{} days count as one event", frame.within_days)}};
    f.confidence = std::min(a.confidence, b.confidence);
    finish(std::move(f));
  }

  // ---------------------------------------------------------------------------------------------------- rest

  void series(const Frame& frame, std::vector<std::uint32_t> bucket) {
    const auto when = [&](std::uint32_t c) {
      const Claim& claim = claims_[c];
      const auto d = frame.value_is_time ? event_days(claim) : holds(frame, claim);
      // a date without its year comes after all others
      const bool open = !d || (frame.value_is_time && !time(claim)->days);
      return std::tuple(open, d && d->first ? *d->first : Day{}, d && d->last ? *d->last : Day{}, claim.document,
                        claim.span);
    };
    std::stable_sort(bucket.begin(), bucket.end(), [&](std::uint32_t a, std::uint32_t b) { return when(a) < when(b); });
    Series s;
    s.frame = frame.id;
    s.title = frame.title;
    s.key = claims_[bucket.front()].key;
    s.claims = std::move(bucket);
    s.id = stable_id("sr-", claim_key(claims_[s.claims.front()]));
    result_.series.push_back(std::move(s));
  }

  void finish(Finding f) {
    seal(f, documents_);
    result_.findings.push_back(std::move(f));
  }

  void sort() {
    auto& all = result_.findings;
    for (Finding& f : all)
      std::stable_sort(f.evidence.begin(), f.evidence.end(), [](const Evidence& a, const Evidence& b) {
        return std::tie(a.side, a.document, a.span) < std::tie(b.side, b.document, b.span);
      });
    std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) {
      const auto rank = [](const Finding& f) {
        const Evidence& e = f.evidence.front();
        return std::tuple(static_cast<int>(f.verdict), -static_cast<int>(f.level), -f.confidence, e.document, e.span,
                          f.rule, f.id);
      };
      return rank(a) < rank(b);
    });
    std::map<std::string, int> seen;  // one mistake made twice: two findings, two identifiers
    for (Finding& f : all)
      if (const int before = seen[f.id]++; before > 0) f.id = stable_id("fc-", f.id + "\x1f" + std::to_string(before));
  }

  const std::vector<DocumentView>& documents_;
  const std::vector<Claim>& claims_;
  const std::vector<Frame>& frames_;
  const Weigher& weigher_;
  Links links_;
  Judgement result_;
};

}  // namespace

Judgement judge_links(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims,
                      const std::vector<Frame>& frames, const Weigher& weigher, Links links) {
  return Judge(documents, claims, frames, weigher, std::move(links)).run();
}

Judgement judge(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims,
                const std::vector<Frame>& frames, const Trace& trace) {
  const Weigher weigher = weigher_of(documents, claims, trace);
  return judge_links(documents, claims, frames, weigher, link_all(documents, claims, weigher));
}

}  // namespace mizan
