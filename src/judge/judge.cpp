#include "judge/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "judge/checks.hpp"

namespace mizan {
namespace {

using std::chrono::days;

std::string key_text(const Claim& claim) {
  std::string text = claim.frame;
  for (const Slot& slot : claim.key) text += "\x1f" + slot.name + "=" + slot.value;
  return text;
}

bool compared(const Claim& claim) { return claim.stance == Stance::asserted || claim.stance == Stance::reported; }

const Quantity* quantity(const Claim& claim) { return std::get_if<Quantity>(&claim.readings.front()); }
const Time* time(const Claim& claim) { return std::get_if<Time>(&claim.readings.front()); }

enum class Relation { meet, rounding, apart };

/// All readings must disagree before two claims do; only a gap that no rounding of either figure closes is sure.
Relation relate(const Claim& a, const Claim& b) {
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

bool same_unit(const Claim& a, const Claim& b) {
  const Quantity* p = quantity(a);
  const Quantity* q = quantity(b);
  return p != nullptr && q != nullptr && (p->unit == q->unit || (p->dimension == Dimension::count && q->dimension == Dimension::count));
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
  Judge(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims, const std::vector<Frame>& frames)
      : documents_(documents), claims_(claims), frames_(frames) {}

  Judgement run() {
    identify();
    std::map<std::string, std::vector<std::uint32_t>> buckets;
    for (std::uint32_t c = 0; c < claims_.size(); ++c) buckets[key_text(claims_[c])].push_back(c);
    for (auto& [key, bucket] : buckets) {
      const Frame* frame = frame_of(claims_[bucket.front()].frame);
      if (frame == nullptr) continue;
      if (frame->value_is_time)
        events(*frame, bucket);
      else
        figures(*frame, bucket);
    }
    check_mentions(documents_, result_.findings);
    sort();
    return std::move(result_);
  }

 private:
  const Frame* frame_of(const std::string& id) const {
    const auto found = std::find_if(frames_.begin(), frames_.end(), [&](const Frame& f) { return f.id == id; });
    return found == frames_.end() ? nullptr : &*found;
  }

  void identify() {
    std::map<std::string, int> seen;
    for (const Claim& claim : claims_) {
      const std::string core = documents_[claim.document].id + "\x1f" + dump(claim);
      result_.claim_ids.push_back(stable_id("cl-", core + "\x1f" + std::to_string(seen[core]++)));
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

  /// The days a figure holds for: its period, or for a state the time around the day it was said.
  std::optional<Days> holds(const Frame& frame, const Claim& claim) const {
    if (!claim.at || !claim.at->days || !claim.at->days->first || !claim.at->days->last) return std::nullopt;
    Days d = *claim.at->days;
    if (frame.holds_days > 0) d = Days{*d.first - days(frame.holds_days), *d.last + days(frame.holds_days)};
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
  void compare(const Frame& frame, const std::vector<std::uint32_t>& group) {
    std::vector<std::vector<std::uint32_t>> sides;  // distinct values, in order of their first claim
    for (const std::uint32_t c : group) {
      if (!compared(claims_[c])) continue;
      const std::string value = dump(claims_[c].readings.front());
      auto side = std::find_if(sides.begin(), sides.end(),
                               [&](const auto& s) { return dump(claims_[s.front()].readings.front()) == value; });
      if (side == sides.end()) side = sides.insert(sides.end(), std::vector<std::uint32_t>{});
      side->push_back(c);
    }
    std::vector<bool> at_odds(sides.size(), false);
    for (std::size_t i = 0; i < sides.size(); ++i)
      for (std::size_t j = i + 1; j < sides.size(); ++j) {
        const Claim& a = claims_[sides[i].front()];
        const Claim& b = claims_[sides[j].front()];
        if (!same_unit(a, b)) continue;
        const Relation relation = relate(a, b);
        if (relation == Relation::meet) continue;
        at_odds[i] = at_odds[j] = true;
        difference(frame, sides[i], sides[j], relation);
      }
    // the sides that nothing speaks against confirm one another
    std::vector<std::uint32_t> agreed;
    for (std::size_t i = 0; i < sides.size(); ++i) {
      if (at_odds[i]) {
        if (sides[i].size() > 1) corroborate(frame, sides[i]);
      } else {
        agreed.insert(agreed.end(), sides[i].begin(), sides[i].end());
      }
    }
    if (agreed.size() > 1) corroborate(frame, agreed);
  }

  std::string at_text(const Claim& claim) const {
    if (!claim.at) return "";
    return claim.at->value.empty() && claim.at->days ? dump(*claim.at->days) : claim.at->value;
  }

  void difference(const Frame& frame, const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right, Relation relation) {
    const Claim& a = claims_[left.front()];
    const Claim& b = claims_[right.front()];
    Finding f;
    const bool sure = relation == Relation::apart;
    f.verdict = sure ? Verdict::contradiction : Verdict::tension;
    f.level = sure ? frame.level : std::min(frame.level, Level::warning);
    f.rule = frame.id;
    const std::string at = at_text(a);
    f.title = fmt::format("{} ({}){}: {} vs {}", frame.title, slots(a), at.empty() ? "" : ", " + at, dump(a.readings.front()),
                          dump(b.readings.front()));
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
    f.title = fmt::format("{} ({}){}: {}", frame.title, slots(first), at.empty() || frame.value_is_time ? "" : ", " + at, joined);
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
      const auto digits = [&](std::size_t i) { return static_cast<unsigned>((t->value[i] - '0') * 10 + (t->value[i + 1] - '0')); };
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
      while (j < dated.size() && dated[j].home == dated[i].home && *dated[j].when.first <= until + days(frame.within_days)) {
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

  void occasion(const Frame& frame, const std::vector<std::uint32_t>& group) {
    std::vector<std::uint32_t> agreed{group.front()};
    std::vector<std::vector<std::uint32_t>> others;  // by value
    Days common = *event_days(claims_[group.front()]);
    for (std::size_t i = 1; i < group.size(); ++i) {
      const Claim& b = claims_[group[i]];
      const Days when = *event_days(b);
      if (meets(common, when)) {
        agreed.push_back(group[i]);
        common = Days{std::max(*common.first, *when.first), std::min(*common.last, *when.last)};
        continue;
      }
      const std::string value = dump(b.readings.front());
      auto side = std::find_if(others.begin(), others.end(), [&](const auto& s) { return dump(claims_[s.front()].readings.front()) == value; });
      if (side == others.end()) side = others.insert(others.end(), std::vector<std::uint32_t>{});
      side->push_back(group[i]);
    }
    for (const auto& other : others) {
      const Claim& a = claims_[agreed.front()];
      const Claim& b = claims_[other.front()];
      Finding f;
      f.verdict = Verdict::contradiction;
      f.level = frame.level;
      f.rule = frame.id;
      f.title = fmt::format("{} ({}): {} vs {}", frame.title, slots(a), dump(a.readings.front()), dump(b.readings.front()));
      f.message = fill(frame.message, a, b, "");
      both_sides(f, agreed, other);
      f.reason = {{"key", slots(a)}, {"A", dump(a.readings.front())}, {"B", dump(b.readings.front())},
                  {"within", fmt::format("{} days count as one event", frame.within_days)}};
      f.confidence = std::min(a.confidence, b.confidence);
      finish(std::move(f));
    }
    if (agreed.size() > 1) corroborate(frame, agreed);
  }

  // ---------------------------------------------------------------------------------------------------- rest

  void series(const Frame& frame, std::vector<std::uint32_t> bucket) {
    const auto when = [&](std::uint32_t c) {
      const Claim& claim = claims_[c];
      const auto d = frame.value_is_time ? event_days(claim) : holds(frame, claim);
      // a date without its year comes after all others
      const bool open = !d || (frame.value_is_time && !time(claim)->days);
      return std::tuple(open, d && d->first ? *d->first : Day{}, d && d->last ? *d->last : Day{}, claim.document, claim.span);
    };
    std::stable_sort(bucket.begin(), bucket.end(), [&](std::uint32_t a, std::uint32_t b) { return when(a) < when(b); });
    Series s;
    s.frame = frame.id;
    s.title = frame.title;
    s.key = claims_[bucket.front()].key;
    s.claims = std::move(bucket);
    s.id = stable_id("sr-", key_text(claims_[s.claims.front()]));
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
        return std::tuple(static_cast<int>(f.verdict), -static_cast<int>(f.level), -f.confidence, e.document, e.span, f.rule, f.id);
      };
      return rank(a) < rank(b);
    });
  }

  const std::vector<DocumentView>& documents_;
  const std::vector<Claim>& claims_;
  const std::vector<Frame>& frames_;
  Judgement result_;
};

}  // namespace

void check_records(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims,
                   const std::vector<std::string>& claim_ids, const std::vector<std::uint32_t>& bucket, const Frame& frame,
                   std::vector<Finding>& findings) {
  struct Point {
    std::string value;
    std::vector<std::uint32_t> claims;
    bool record = false;
  };
  const auto usable = [&](const Claim& c) {
    return compared(c) && quantity(c) != nullptr && c.at && c.at->days && c.at->days->first && c.at->days->last;
  };
  // by the length of the period and then its begin: a year is held against years, a quarter against quarters
  std::map<std::pair<Grain, Day>, std::vector<Point>> points;
  for (const std::uint32_t c : bucket) {
    if (!usable(claims[c])) continue;
    const auto length = (*claims[c].at->days->last - *claims[c].at->days->first).count();
    if (claims[c].at->grain == Grain::month && length > 31) continue;  // nine months are no year
    auto& list = points[{claims[c].at->grain, *claims[c].at->days->first}];
    const std::string value = dump(claims[c].readings.front());
    auto point = std::find_if(list.begin(), list.end(), [&](const Point& p) { return p.value == value; });
    if (point == list.end()) point = list.insert(list.end(), Point{value, {}, false});
    point->claims.push_back(c);
    point->record = point->record || claims[c].record;
  }
  for (const auto& [at, list] : points)
    for (const Point& record : list) {
      if (!record.record) continue;
      for (const auto& [other_at, others] : points) {
        if (other_at.first != at.first || !(other_at.second < at.second)) continue;  // an earlier period of the same kind
        for (const Point& other : others) {
          const Claim& a = claims[record.claims.front()];
          const Claim& b = claims[other.claims.front()];
          if (!same_unit(a, b)) continue;
          const Quantity& late = *quantity(a);
          const Quantity& early = *quantity(b);
          if (!(late.low < early.low)) continue;
          const bool possible = meets(range(late), range(early)) || late.modifier == Modifier::approx;
          Finding f;
          // a record may be counted otherwise: sure only where one document says both, beyond all rounding
          const bool sure = !possible && a.document == b.document;
          f.verdict = sure ? Verdict::contradiction : Verdict::tension;
          f.level = sure ? Level::error : Level::warning;
          f.rule = "record";
          f.title = fmt::format("{} ({}): record {} for {} is below {} for {}", frame.title, [&] {
            std::string text;
            for (const Slot& slot : a.key) text += (text.empty() ? "" : ", ") + slot.name + "=" + slot.value;
            return text;
          }(), record.value, a.at->value, other.value, b.at->value);
          f.message = other.record ? fmt::format("Both are called a record, but the later one, {}, is lower than the earlier, {}", record.value, other.value)
                                   : fmt::format("{} is called a record, but {} was reported for an earlier period", record.value, other.value);
          f.message += possible ? "; only rounding can save it." : ".";
          const auto add = [&](const Point& p, std::uint32_t side) {
            for (const std::uint32_t c : p.claims)
              f.evidence.push_back({claims[c].document, claims[c].span, claims[c].sentence, p.value, claim_ids[c], side});
          };
          add(record, 0);
          add(other, 1);
          f.reason = {{"record", record.value + " for " + a.at->value},
                      {"earlier", other.value + " for " + b.at->value},
                      {"interval A", dump(range(late))},
                      {"interval B", dump(range(early))}};
          f.confidence = std::min(a.confidence, b.confidence);
          seal(f, documents);
          findings.push_back(std::move(f));
        }
      }
    }
}

Judgement judge(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims, const std::vector<Frame>& frames) {
  return Judge(documents, claims, frames).run();
}

}  // namespace mizan
