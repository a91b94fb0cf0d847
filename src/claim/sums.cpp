// A total and its parts: "1,250 homes, of which 850 in the town and 400 in the villages", "40 men and 36 women, 76 in
// all". balances.cpp has what one figure is above another.
#include <algorithm>
#include <set>

#include "claim/adding.hpp"

namespace mizan {
namespace {

constexpr int kReach = 12;       // words between two parts of one list
constexpr int kLead = 15;        // words between a total and the colon before its parts
constexpr double kHalves = 0.1;  // the same of two halves

class Sums : private Adding {
 public:
  using Adding::Adding;

  void run() {
    for (std::uint32_t s = 0; s < r_.sentences().size(); ++s) {
      const auto& mentions = r_.sentences()[s].mentions;
      if (mentions.size() < 2) continue;
      for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (r_.level(mentions[i]) == nullptr) continue;
        if (i + 2 < mentions.size()) {
          listed(s, i);
          enclosed(s, i);
          behind_colon(s, i);
          people(s, i);
        }
        halves(s, i);
      }
      comprised(s);
      together(s);
      all_of(s);
      rest_of(s);
      people_of(s);
      continued(s);
    }
  }

 private:
  /// The figures from the i-th of a sentence on that stand in a row: like each other, with no other figure, stop or new
  /// "of which" between them.
  enum class Nouns : std::uint8_t { alike, any };
  List row(std::uint32_t s, std::size_t i, Nouns nouns = Nouns::alike) const {
    const auto& mentions = r_.sentences()[s].mentions;
    List parts{mentions[i]};
    for (++i; i < mentions.size(); ++i) {
      const Span last = r_.mention(parts.back()).span, next = r_.mention(mentions[i]).span;
      const Between gap = r_.between(last.end, next.begin);
      const bool both = nouns == Nouns::any && r_.level(mentions[i]) != nullptr && r_.level(mentions[i])->counted() &&
                        r_.level(parts.back())->counted();
      if (!(both || r_.alike(parts.back(), mentions[i])) || gap.words > kReach || gap.stop || gap.colon) break;
      if (gap.close && !gap.open) break;  // "(38 OF THEM the crew), 431 were saved": another row
      if (divided(s, last.end, next.begin) || r_.mention(mentions[i]).whole) break;
      parts.push_back(mentions[i]);
    }
    return parts;
  }

  bool divided(std::uint32_t s, std::uint32_t begin, std::uint32_t end) const {
    for (const Computing role : {Computing::parts, Computing::comprises, Computing::equals, Computing::against})
      for (const Cue& c : r_.words(s, role))
        if (c.span.begin >= begin && c.span.end <= end &&
            !(role == Computing::parts && r_.between(begin, c.span.begin).words == 0) &&  // "3.1 million of them"
            !(role == Computing::against && r_.between(c.span.end, end).words > 1))  // "120 FROM the companies and"
          return true;
    return false;
  }

  /// Whole and parts by one noun: of several nouns some things may be counted twice ("5 women and 4 foreigners").
  bool one_noun(std::uint32_t total, const List& parts) const {
    const Quantity* t = r_.level(total);
    return std::all_of(parts.begin(), parts.end(), [&](std::uint32_t p) {
      const Quantity* q = r_.level(p);
      return q->unit == t->unit || q->unit.empty() || q->unit == kAnyThing ||
             (q->unit == kAnyone && r_.people(t->unit));
    });
  }

  /// "1,250 homes ..., of which 850 ... and 500 ...": the parts may be less, but never more.
  void listed(std::uint32_t s, std::size_t i) {
    const auto& mentions = r_.sentences()[s].mentions;
    const std::uint32_t total = mentions[i];
    const auto between = [&](std::uint32_t m) {  // "118 people in THREE boats, 42 of them in the first"
      return r_.time(m) != nullptr || r_.level(m) == nullptr ||
             (!r_.alike(total, m) && r_.before(s, r_.mention(m).span, Computing::comprises, 2) == nullptr);
    };
    do ++i;  // a time between is no part
    while (i < mentions.size() && between(mentions[i]));
    if (i == mentions.size()) return;
    const std::uint32_t first = mentions[i];
    const Span whole = r_.mention(total).span, part = r_.mention(first).span;
    const Cue* cue = r_.before(s, part, Computing::parts, 2);
    if (cue == nullptr || cue->span.begin < whole.end) cue = r_.before(s, part, Computing::comprises, 2);
    if (cue == nullptr || cue->span.begin < whole.end) cue = r_.behind(s, part, Computing::parts_behind, 0);
    if (cue == nullptr || cue->span.begin < whole.end) return;
    const Between gap = r_.between(whole.end, part.begin);
    if (gap.words > 20 || r_.between(whole.end, std::min(part.begin, cue->span.begin)).close) return;
    // what is made up of several things names each by its own noun: "44 medals: 16 gold, 8 silver and 15 bronze"
    const bool all = role_of(*cue) == Computing::comprises;
    if (!r_.alike(total, first) && !(all && r_.level(total)->counted() && r_.level(first)->counted())) return;
    List parts = row(s, i, all ? Nouns::any : Nouns::alike);
    if (all) fit(total, parts);
    if (parts.size() < 2 || !(one_noun(total, parts) || (all && parts.size() > 2))) return;
    const double apart = miss(total, parts);
    const bool complete = completed(s, parts.back()) || (all && (apart > 0 || parts.size() > 2));
    if (std::abs(apart) <= kNear) put(total, parts, complete);
  }

  /// "54 rifles, 21 pistols and 22 shotguns; 38 cars were seized, too": other things may follow a list of any nouns.
  void fit(std::uint32_t total, List& parts) const {
    List best = parts;
    for (List some = parts; some.size() > 2; some.pop_back())
      if (std::abs(miss(total, some)) < std::abs(miss(total, best))) best = some;
    parts = best;
  }

  /// "Among the 106 passengers were 58 of one country, 21 of another, the REMAINING 13 of three others."
  void all_of(std::uint32_t s) {
    if (!r_.has(s, Computing::remaining)) return;
    List all;
    for (const std::uint32_t m : r_.sentences()[s].mentions)
      if (r_.level(m) != nullptr) all.push_back(m);
    if (all.size() < 3 || !completed(s, all.back())) return;
    const std::uint32_t total = all.front();
    const Cue* of = r_.before(s, r_.mention(total).span, Computing::out_of, 1);
    if (of == nullptr || r_.between(r_.sentences()[s].span.begin, of->span.begin).words > 2) return;
    List parts(all.begin() + 1, all.end());
    parts.erase(std::remove_if(parts.begin(), parts.end(), [&](std::uint32_t p) { return !r_.alike(total, p); }),
                parts.end());
    if (parts.size() > 1 && std::abs(miss(total, parts)) <= kNear) put(total, parts, true);
  }

  /// "Medics looked after 63 people. Forty-one were dehydrated, 16 had cramps and THE OTHER nine went to hospital."
  void rest_of(std::uint32_t s) {
    if (!r_.has(s, Computing::remaining)) return;
    List parts;
    for (const std::uint32_t m : r_.sentences()[s].mentions)
      if (r_.level(m) != nullptr) parts.push_back(m);
    const auto total = count_before(s, parts);
    if (!total || parts.size() < 2 || !completed(s, parts.back())) return;
    const bool all = std::all_of(parts.begin(), parts.end(), [&](std::uint32_t p) { return r_.alike(*total, p); });
    if (all && std::abs(miss(*total, parts)) <= kNear) put(*total, parts, true);
  }

  /// "and the REMAINING 260 in Maku": with this part they are all.
  bool completed(std::uint32_t s, std::uint32_t last) const {
    const Span span = r_.mention(last).span;
    return r_.before(s, span, Computing::remaining, 2) != nullptr ||
           r_.behind(s, span, Computing::remaining, 1) != nullptr;
  }

  /// "3,860 migrants came home that day: 2,140 by one crossing, 1,010 by another and 310 by a third."
  void behind_colon(std::uint32_t s, std::size_t i) {
    const auto& mentions = r_.sentences()[s].mentions;
    const std::uint32_t total = mentions[i];
    std::size_t first = i + 1;
    const auto lead = [&](std::size_t k) {
      return r_.between(r_.mention(total).span.end, r_.mention(mentions[k]).span.begin);
    };
    while (first < mentions.size() && !lead(first).colon) ++first;
    if (first + 1 >= mentions.size() || lead(first).words > kLead || lead(first).stop || lead(first).open) return;
    if (r_.level(mentions[first]) == nullptr || !r_.alike(total, mentions[first])) return;
    List parts;
    for (std::size_t k = first; k < mentions.size(); ++k) {  // "812 on the lists of 11 PARTIES, 335 on their own"
      const std::uint32_t m = mentions[k];
      if (r_.level(m) == nullptr || !r_.alike(total, m) || !one_noun(total, {m})) continue;
      if (!parts.empty()) {
        const Between gap = r_.between(r_.mention(parts.back()).span.end, r_.mention(m).span.begin);
        if (gap.words > kReach || gap.colon || divided(s, r_.mention(parts.back()).span.end, r_.mention(m).span.begin))
          break;
      }
      parts.push_back(m);
    }
    if (parts.size() < 2) return;
    for (std::size_t k = i + 1; k < first; ++k)  // one nearer to the colon may be what they make
      if (r_.level(mentions[k]) != nullptr && std::abs(miss(mentions[k], parts)) <= kNear) return;
    // nothing else of the kind behind them, nor in front of the total
    for (const std::uint32_t m : mentions)
      if (m != total && std::find(parts.begin(), parts.end(), m) == parts.end() && r_.alike(total, m) &&
          r_.level(m)->unit == r_.level(total)->unit)
        return;
    const double apart = miss(total, parts);
    if (std::abs(apart) <= kNear && (parts.size() > 2 || std::abs(apart) <= kHalves)) put(total, parts, true);
  }

  /// "The 17 bodies were those of eight men, four women and seven children": there is no fourth kind.
  void people(std::uint32_t s, std::size_t i) {
    const auto& mentions = r_.sentences()[s].mentions;
    const std::uint32_t total = mentions[i];
    if (i + 3 >= mentions.size() || !r_.people(r_.level(total)->unit)) return;
    const List parts(mentions.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     mentions.begin() + static_cast<std::ptrdiff_t>(i) + 4);
    const Between gap = r_.between(r_.mention(total).span.end, r_.mention(parts[0]).span.begin);
    if (gap.stop || gap.words > kReach || !are_all_people(parts)) return;
    if (std::abs(miss(total, parts)) <= kNear) put(total, parts, true);
  }

  /// "The list has 143 names. They are 58 men, 49 women and 41 children."
  void people_of(std::uint32_t s) {
    const auto& mentions = r_.sentences()[s].mentions;
    const auto total = mentions.size() == 3 ? count_before(s, mentions) : std::nullopt;
    if (total && are_all_people(mentions) && std::abs(miss(*total, mentions)) <= kNear) put(*total, mentions, true);
  }

  /// Men, women and children, in any order.
  bool are_all_people(const List& parts) const {
    std::set<std::string> kinds;
    for (std::size_t k = 0; k < parts.size(); ++k) {
      const Quantity* q = r_.level(parts[k]);
      if (q == nullptr || (q->unit != "man" && q->unit != "woman" && q->unit != "child")) return false;
      const Between gap =
          k == 0 ? Between{} : r_.between(r_.mention(parts[k - 1]).span.end, r_.mention(parts[k]).span.begin);
      if (gap.stop || gap.words > 3) return false;
      kinds.insert(q->unit);
    }
    return kinds.size() == 3;
  }

  /// "12 medals (4 gold, 3 silver and 5 bronze)", "76 dead: 40 men and 36 women".
  void enclosed(std::uint32_t s, std::size_t i) {
    const auto& mentions = r_.sentences()[s].mentions;
    const std::uint32_t total = mentions[i], first = mentions[i + 1];
    const Quantity* t = r_.level(total);
    const Quantity* p = r_.level(first);
    const auto same = [&](const Quantity* q) {
      return q != nullptr && ((t->counted() && q->counted()) || (t->dimension == q->dimension && t->unit == q->unit));
    };
    if (t == nullptr || !same(p) || t->modifier != Modifier::exact) return;
    const Between gap = r_.between(r_.mention(total).span.end, r_.mention(first).span.begin);
    if (gap.words > (gap.open ? 3 : 6) || gap.stop || gap.comma || gap.close || gap.open == gap.colon) return;
    List parts{first};
    for (std::size_t k = i + 2; k < mentions.size(); ++k) {
      const Between next = r_.between(r_.mention(parts.back()).span.end, r_.mention(mentions[k]).span.begin);
      if (next.close || next.stop || next.words > (gap.open ? 6 : kReach)) break;
      const Quantity* q = r_.level(mentions[k]);
      if (!same(q)) return;
      if (divided(s, r_.mention(parts.back()).span.end, r_.mention(mentions[k]).span.begin)) return;
      parts.push_back(mentions[k]);
    }
    if (parts.size() < 2) return;
    const Between rest = r_.between(r_.mention(parts.back()).span.end, r_.sentences()[s].span.end);
    if (gap.colon && rest.words > 8) return;
    if (std::abs(miss(total, parts)) <= kNear) put(total, parts, true);
  }

  /// "23,148,650, of them 11,894,200 men and 11,254,450 women".
  void halves(std::uint32_t s, std::size_t i) {
    const auto& mentions = r_.sentences()[s].mentions;
    if (i == 0 || i + 1 >= mentions.size()) return;
    std::size_t before = i - 1;
    while (before > 0 && r_.time(mentions[before]) != nullptr) --before;
    const std::uint32_t total = mentions[before], a = mentions[i], b = mentions[i + 1];
    if (r_.level(total) == nullptr || r_.level(a) == nullptr || r_.level(b) == nullptr) return;
    if (!r_.alike(a, b) && !(r_.people(r_.level(a)->unit) && r_.people(r_.level(b)->unit))) return;
    const Between gap = r_.between(r_.mention(a).span.end, r_.mention(b).span.begin);
    if (gap.words > 5 || gap.stop || (gap.close && !gap.open)) return;
    const Between lead = r_.between(r_.mention(total).span.end, r_.mention(a).span.begin);
    if (lead.stop || lead.close) return;
    const auto is = [&](std::uint32_t m, std::uint32_t concept_index) {
      const std::string& id = r_.knowledge().concepts()[concept_index].id;
      return r_.level(m)->unit == id || (r_.level(m)->unit.empty() && r_.beside(s, r_.mention(m).span, id, 2));
    };
    for (const Halves& h : r_.knowledge().halves()) {
      if (h.total || !h.balance.empty()) continue;
      if (!(is(a, h.first) && is(b, h.second)) && !(is(a, h.second) && is(b, h.first))) continue;
      const double apart = miss(total, {a, b});
      // of few people a third kind, children, may make up what is missing
      const bool third = r_.names(s, "child") || (r_.value(total) < 1000 && apart < 0);
      if (std::abs(apart) <= kHalves && !third) put(total, {a, b}, true);
    }
  }

  /// "an order of 60 jets. It comprises 40 of one kind and 20 of another."
  void comprised(std::uint32_t s) {
    const auto& mentions = r_.sentences()[s].mentions;
    for (const Cue& cue : r_.words(s, Computing::comprises)) {
      std::size_t i = 0;
      while (i < mentions.size() && r_.mention(mentions[i]).span.begin < cue.span.end) ++i;
      if (i + 1 >= mentions.size() || r_.between(cue.span.end, r_.mention(mentions[i]).span.begin).words > 2) continue;
      if (r_.level(mentions[i]) == nullptr || !r_.level(mentions[i])->counted()) continue;
      const List parts = row(s, i);
      if (parts.size() < 2) continue;
      const auto total = only_count(s, 0, i);
      const auto earlier = s > 0 && r_.sentences()[s - 1].paragraph + 2 >= r_.sentences()[s].paragraph
                               ? only_count(s - 1, 0, r_.sentences()[s - 1].mentions.size())
                               : std::nullopt;
      const auto whole = i > 0 && total ? total : earlier;
      if (whole && std::abs(miss(*whole, parts)) <= kNear) put(*whole, parts, true);
    }
  }

  /// "The storm destroyed 1,250 homes. Of these, 850 stood in the town and 500 in the villages."
  void continued(std::uint32_t s) {
    const auto& mentions = r_.sentences()[s].mentions;
    if (s == 0 || mentions.size() < 2 || r_.sentences()[s - 1].paragraph + 2 < r_.sentences()[s].paragraph) return;
    if (r_.level(mentions[0]) == nullptr) return;
    const Span first = r_.mention(mentions[0]).span;
    const auto cues = r_.words(s, Computing::parts);
    if (std::none_of(cues.begin(), cues.end(), [&](const Cue& c) {
          return c.span.end <= first.begin && r_.between(r_.sentences()[s].span.begin, c.span.begin).words <= 1 &&
                 r_.between(c.span.end, first.begin).words <= 3;
        }))
      return;
    const List parts = row(s, 0);
    const auto total = only_count(s - 1, 0, r_.sentences()[s - 1].mentions.size());
    if (parts.size() < 2 || !total || !r_.alike(*total, parts.front()) || !one_noun(*total, parts)) return;
    if (std::abs(miss(*total, parts)) <= kNear) put(*total, parts, false);
  }

  /// "40 of one kind and 20 of another, 60 in all": the last of the counts, which says so itself.
  void together(std::uint32_t s) {
    List counts;
    for (const std::uint32_t m : r_.sentences()[s].mentions)
      if (r_.level(m) != nullptr && r_.level(m)->counted()) counts.push_back(m);
    if (counts.size() < 3) return;
    const std::uint32_t total = counts.back();
    const Span span = r_.mention(total).span;
    std::uint32_t last = 0;
    for (const std::uint32_t m : counts)
      if (m != total && r_.alike(m, total)) last = r_.mention(m).span.end;
    const Cue* cue = r_.before(s, span, Computing::together, kReach);
    if (cue != nullptr && cue->span.begin < last) cue = nullptr;
    if (cue == nullptr && r_.behind(s, span, Computing::together, 1) == nullptr) return;
    counts.pop_back();
    counts.erase(std::remove_if(counts.begin(), counts.end(), [&](std::uint32_t m) { return !r_.alike(m, total); }),
                 counts.end());
    if (counts.size() < 2) return;
    const bool few = counts.size() < 3;  // two figures make a third by chance
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const bool to_total = i + 1 == counts.size();
      const Span next = r_.mention(to_total ? total : counts[i + 1]).span;
      const Between gap = r_.between(r_.mention(counts[i]).span.end, next.begin);
      if (gap.words > (few ? 6 : kReach) || gap.stop || (gap.colon && !to_total)) return;
      if (!to_total && !r_.alike(counts[i], counts[i + 1])) return;
    }
    if (std::abs(miss(total, counts)) <= kNear) put(total, counts, true);
  }

  /// The one count of the sentence before, if this one begins with its parts.
  std::optional<std::uint32_t> count_before(std::uint32_t s, const List& parts) const {
    if (s == 0 || parts.empty() || r_.sentences()[s - 1].paragraph + 2 < r_.sentences()[s].paragraph)
      return std::nullopt;
    if (r_.between(r_.sentences()[s].span.begin, r_.mention(parts.front()).span.begin).words > 2) return std::nullopt;
    return only_count(s - 1, 0, r_.sentences()[s - 1].mentions.size());
  }

  /// The one count among some figures of a sentence.
  std::optional<std::uint32_t> only_count(std::uint32_t s, std::size_t from, std::size_t to) const {
    std::optional<std::uint32_t> found;
    for (std::size_t i = from; i < to; ++i) {
      const std::uint32_t m = r_.sentences()[s].mentions[i];
      const Quantity* q = r_.level(m);
      if (q == nullptr || !q->counted()) continue;
      if (found) return std::nullopt;
      found = m;
    }
    return found;
  }
};

}  // namespace

void find_sums(const Reckoning& r, std::vector<Computation>& out) { Sums(r, out).run(); }

}  // namespace mizan
